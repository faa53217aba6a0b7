// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparison_text.h"

#include "assess/verdict.h"
#include "report/listener_text.h"
#include "text/text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

namespace portolan {

namespace {

class ComparisonText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Comparison)
};

constexpr qsizetype longestName = 80;

QString timeText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
}

/// "a", "a and b", "a, b and c".
QString enumerated(const QStringList &parts)
{
    if (parts.size() < 2)
        return parts.value(0);
    return ComparisonText::tr("%1 and %2", "the end of an enumeration").arg(parts.first(parts.size() - 1).join(QLatin1String(", ")), parts.last());
}

QStringList clauses(const Comparison &comparison)
{
    QStringList parts;
    if (const int opened = comparison.count(Difference::Opened)) {
        QString part = ComparisonText::tr("%n port(s) opened", nullptr, opened);
        if (const int doubtful = comparison.countOf(Difference::Opened, Verdict::Investigate))
            part += ComparisonText::tr(" (%n of them to investigate)", nullptr, doubtful);
        parts += part;
    }
    if (const int closed = comparison.count(Difference::Closed))
        parts += ComparisonText::tr("%n port(s) closed", nullptr, closed);
    if (const int owner = comparison.count(Difference::Owner))
        parts += ComparisonText::tr("%n port(s) got another owner", nullptr, owner);
    if (const int wider = comparison.count(Difference::Wider))
        parts += ComparisonText::tr("%n port(s) can be reached by more of the world", nullptr, wider);
    if (const int narrower = comparison.count(Difference::Narrower))
        parts += ComparisonText::tr("%n port(s) can be reached by less of the world", nullptr, narrower);
    const int verdict = comparison.count(Difference::Verdict);
    if (verdict > 0)
        parts += ComparisonText::tr("%n port(s) got another verdict", nullptr, verdict);
    int addresses = 0;
    for (const ComparedPort &port : comparison.ports)
        addresses += port.what == Differences(Difference::Endpoints);
    if (addresses > 0)
        parts += ComparisonText::tr("%n port(s) got other addresses", nullptr, addresses);
    return parts;
}

} // namespace

QString PictureName::text() const
{
    switch (kind) {
    case PictureKind::Now:
        return ComparisonText::tr("now");
    case PictureKind::Baseline:
        return at.isValid() ? ComparisonText::tr("the baseline of %1").arg(timeText(at)) : ComparisonText::tr("the baseline");
    case PictureKind::Moment:
        return timeText(at);
    case PictureKind::File: {
        const QString name = text::visible(QFileInfo(fileName).fileName(), longestName);
        const QString file = at.isValid() ? ComparisonText::tr("the snapshot “%1” of %2", "file, time").arg(name, timeText(at))
                                          : ComparisonText::tr("the snapshot “%1”").arg(name);
        return host.isEmpty() ? file : ComparisonText::tr("%1 from %2", "snapshot, machine").arg(file, text::visible(host, longestName));
    }
    }
    Q_UNREACHABLE();
}

QString comparisonSentence(const Comparison &comparison, const PictureName &before, const PictureName &after, bool partial)
{
    const QStringList parts = clauses(comparison);
    const QString what = parts.isEmpty() ? ComparisonText::tr("nothing changed") : enumerated(parts);
    QString sentence = after.kind == PictureKind::Now
        ? ComparisonText::tr("Since %1, %2.", "a picture, what happened").arg(before.text(), what)
        : ComparisonText::tr("From %1 to %2, %3.", "a picture, another one, what happened").arg(before.text(), after.text(), what);
    if (partial)
        sentence += QLatin1Char(' ') + ComparisonText::tr("The later picture is incomplete, so nothing is reported as closed.");
    return sentence;
}

char differenceSign(Differences what)
{
    if (what.testFlag(Difference::Opened))
        return '+';
    return what.testFlag(Difference::Closed) ? '-' : '~';
}

QString differenceText(const ComparedPort &port)
{
    if (port.what.testFlag(Difference::Opened))
        return ComparisonText::tr("opened");
    if (port.what.testFlag(Difference::Closed))
        return ComparisonText::tr("closed");
    QStringList parts;
    const Listener &before = *port.before.listener;
    if (port.what.testFlag(Difference::Owner))
        parts += ComparisonText::tr("was held by %1").arg(listener_text::owner(*before.owner));
    if (port.what.testFlag(Difference::Wider))
        parts += ComparisonText::tr("more of the world can reach it; it was: %1").arg(listener_text::exposure(before.exposure()));
    else if (port.what.testFlag(Difference::Narrower))
        parts += ComparisonText::tr("less of the world can reach it; it was: %1").arg(listener_text::exposure(before.exposure()));
    else if (port.what.testFlag(Difference::Endpoints))
        parts += ComparisonText::tr("was at %1").arg(listener_text::endpoints(before).join(QLatin1String(", ")));
    if (port.what.testFlag(Difference::Verdict))
        parts += ComparisonText::tr("verdict was: %1").arg(verdictLabel(port.before.assessment->verdict));
    return parts.join(QLatin1String("; "));
}

} // namespace portolan
