// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/assessment.h"
#include "assess/next_step.h"
#include "snapshot/listener.h"

#include <QSet>
#include <QWidget>

class QToolButton;

namespace portolan {

class StepButtons;
class TextBlock;

/// The verdict in word, glyph and colour, under it the reasons, each with how it is known, and what a
/// person can do. On request it also shows the rule by which the reasons became the verdict and what
/// each counted.
class VerdictBox : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictBox(QWidget *parent = nullptr);

    void showAssessment(const ListenerPtr &listener, const AssessmentPtr &assessment);
    /// Hides it.
    void clear();
    [[nodiscard]] QString plainText() const;
    /// See StepButtons::setOffered().
    void setOfferedSteps(const QSet<NextStep> &steps);

Q_SIGNALS:
    void stepWanted(portolan::NextStep step, const portolan::ListenerPtr &listener);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyColors();
    void writeText();

    ListenerPtr m_listener;
    AssessmentPtr m_assessment;
    TextBlock *m_text;
    StepButtons *m_steps;
    QToolButton *m_showRule;
};

} // namespace portolan
