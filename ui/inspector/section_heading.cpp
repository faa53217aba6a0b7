// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/section_heading.h"

#include "theme/theme.h"

#include <QApplication>
#include <QEvent>

namespace portolan {

SectionHeading::SectionHeading(const QString &text, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setWordWrap(true);
    // Whatever the ground of the panel is.
    setForegroundRole(QPalette::WindowText);
    QFont heading = font();
    heading.setBold(true);
    heading.setCapitalization(QFont::AllUppercase);
    heading.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
    if (heading.pointSizeF() > 0)
        heading.setPointSizeF(heading.pointSizeF() * 0.85);
    setFont(heading);
    applyColor();
}

void SectionHeading::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColor();
}

void SectionHeading::applyColor()
{
    const QColor wanted = theme::secondaryText(QApplication::palette());
    if (palette().color(QPalette::WindowText) == wanted)
        return;
    QPalette colors;
    colors.setColor(QPalette::WindowText, wanted);
    setPalette(colors);
}

} // namespace portolan
