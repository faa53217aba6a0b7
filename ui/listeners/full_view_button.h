// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/full_view.h"

#include <QPushButton>

namespace portolan {

/// "See them fully": asks for the right to see every owner, and gives it back.
class FullViewButton : public QPushButton
{
    Q_OBJECT

public:
    explicit FullViewButton(QWidget *parent = nullptr);

    /// `offered`: some owners are hidden, and more rights would show them.
    void setState(FullViewState state, bool offered);

Q_SIGNALS:
    void wanted(bool on);

private:
    FullViewState m_state = FullViewState::Off;
};

} // namespace portolan
