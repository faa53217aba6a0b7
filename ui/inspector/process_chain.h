// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process_info.h"

#include <QList>
#include <QWidget>

class QLabel;

namespace portolan {

class Chip;

/// A process and its ancestors as chips on one line, from init to the process. Where there is no
/// room the ones in between are left out; the sign in their place names them.
class ProcessChain : public QWidget
{
    Q_OBJECT

public:
    explicit ProcessChain(QWidget *parent = nullptr);

    /// Null hides it.
    void showProcess(const ProcessInfo *process);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Step
    {
        Chip *chip;
        QLabel *arrow; ///< before the chip
    };

    void addStep(qsizetype place);
    void arrange();
    [[nodiscard]] static int widthOf(const Step &step);

    QList<Ancestor> m_shown;
    QList<Step> m_steps;
    QLabel *m_left; ///< stands for what is left out
};

} // namespace portolan
