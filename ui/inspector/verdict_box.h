// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/assessment.h"

#include <QWidget>

namespace portolan {

class TextBlock;

/// The verdict in word, glyph and colour, and under it the reasons, each with how it is known.
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

    AssessmentPtr m_assessment;
    TextBlock *m_text;
};

} // namespace portolan
