// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/text_field.h"

#include "theme/theme.h"

#include <QEvent>

namespace portolan {

TextField::TextField(QWidget *parent)
    : QLineEdit(parent)
{
    adaptColours();
}

void TextField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        adaptColours();
}

void TextField::adaptColours()
{
    const QColor wanted = theme::readable(theme::secondaryText(palette()), palette().color(QPalette::Base));
    if (palette().color(QPalette::PlaceholderText) == wanted)
        return;
    QPalette colours;
    colours.setColor(QPalette::PlaceholderText, wanted);
    setPalette(colours);
}

} // namespace portolan
