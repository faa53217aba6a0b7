// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/full_view.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace portolan {

/// The line that says what came of the wish to see owners fully: shown while there is something to
/// say, until the person dismisses it or asks again.
class FullViewMessage : public QWidget
{
    Q_OBJECT

public:
    explicit FullViewMessage(QWidget *parent = nullptr);

    void setState(FullViewState state);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    QPushButton *m_dismiss;
    FullViewState m_state = FullViewState::Off;
};

} // namespace portolan
