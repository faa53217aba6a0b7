// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/next_step.h"

#include <QList>
#include <QSet>
#include <QWidget>

namespace portolan {

/// A button for each step that a person can take from here. Steps that nobody offers to carry out have
/// none; they stand in the text only.
class StepButtons : public QWidget
{
    Q_OBJECT

public:
    explicit StepButtons(QWidget *parent = nullptr);

    /// The steps that can be carried out here; none at first.
    void setOffered(const QSet<NextStep> &steps);
    /// The steps that fit what is shown, the first to take first. Buttons that stay keep the focus.
    void setSteps(const QList<NextStep> &steps);
    /// What stands on the step's button; empty for a step that is words only.
    [[nodiscard]] static QString label(NextStep step);

Q_SIGNALS:
    void stepWanted(portolan::NextStep step);

private:
    void rebuild();

    QSet<NextStep> m_offered;
    QList<NextStep> m_steps;
    QList<NextStep> m_shown;
};

} // namespace portolan
