// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/plain.h"

#include "text/text.h"

#include <QStringList>

namespace portolan::plain {

namespace {

constexpr qsizetype toolTipMaximum = 600;

} // namespace

QString toolTip(QStringView text)
{
    return toolTip(QStringList { text.toString() });
}

QString toolTip(const QStringList &lines)
{
    QStringList escaped;
    escaped.reserve(lines.size());
    for (const QString &line : lines)
        escaped += text::visible(line, toolTipMaximum).toHtmlEscaped();
    return QStringLiteral("<p>%1</p>").arg(escaped.join(QLatin1String("<br/>")));
}

} // namespace portolan::plain
