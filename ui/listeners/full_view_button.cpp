// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeners/full_view_button.h"

#include "inspector/plain.h"

namespace portolan {

FullViewButton::FullViewButton(QWidget *parent)
    : QPushButton(parent)
{
    setObjectName(QStringLiteral("seeFully"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setState(FullViewState::Off, false);
    connect(this, &QPushButton::clicked, this, [this] { Q_EMIT wanted(m_state != FullViewState::On); });
}

void FullViewButton::setState(FullViewState state, bool offered)
{
    m_state = state;
    const bool on = state == FullViewState::On;
    const bool asking = state == FullViewState::Asking;
    const QString text = on ? tr("See less again")
        : asking            ? tr("Asking for permission…")
                            : tr("See them fully…");
    setText(text);
    setMinimumWidth(sizeHint().width() + 2 * fontMetrics().averageCharWidth());
    setAccessibleName(on || asking ? text : tr("See them fully"));
    setToolTip(plain::toolTip(on ? tr("Ends the helper; owners are inferred again")
                                 : tr("Asks for permission to read which processes of other users hold ports")));
    setEnabled(!asking);
    setVisible(on || asking || offered);
}

} // namespace portolan
