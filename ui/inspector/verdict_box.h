// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/assessment.h"

#include <QWidget>

class QToolButton;

namespace portolan {

class TextBlock;

/// The verdict in word, glyph and colour, and under it the reasons, each with how it is known. On
/// request it also shows the rule by which the reasons became the verdict and what each counted.
class VerdictBox : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictBox(QWidget *parent = nullptr);

    /// Null hides it.
    void showAssessment(const AssessmentPtr &assessment);
    [[nodiscard]] QString plainText() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyColors();
    void writeText();

    AssessmentPtr m_assessment;
    TextBlock *m_text;
    QToolButton *m_showRule;
};

} // namespace portolan
