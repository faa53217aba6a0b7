// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/verdict_box.h"

#include "inspector/text_block.h"
#include "inspector/words.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace portolan {

namespace {

constexpr int barWidth = 4;

} // namespace

VerdictBox::VerdictBox(QWidget *parent)
    : QWidget(parent)
    , m_text(new TextBlock)
{
    m_text->setObjectName(QStringLiteral("verdict"));
    m_text->setAccessibleName(tr("Verdict and its reasons"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 10, 8);
    layout->addWidget(m_text);
}

void VerdictBox::showAssessment(const AssessmentPtr &assessment)
{
    setVisible(assessment != nullptr);
    if (!assessment || (m_assessment && *m_assessment == *assessment))
        return;
    const bool recolour = !m_assessment || m_assessment->verdict != assessment->verdict;
    m_assessment = assessment;

    const auto against
        = std::count_if(assessment->evidence.cbegin(), assessment->evidence.cend(),
                        [](const Evidence &evidence) { return evidence.weighs == Weighs::Against; });
    QList<TextParagraph> paragraphs;
    paragraphs += TextParagraph({
        { tr("%1 %2", "verdict's glyph and word")
              .arg(QString(verdictGlyph(assessment->verdict)), verdictLabel(assessment->verdict)),
          TextStyle::Strong },
        { QStringLiteral(" \u2014 ") + words::verdictSummary(assessment->verdict, int(against)) },
    });
    QList<TextParagraph> others;
    for (const Evidence &evidence : assessment->evidence) {
        const TextParagraph reason({ { evidenceText(evidence) },
                                     { QStringLiteral(" (%1)").arg(basisLabel(evidence.basis)), TextStyle::Secondary } },
                                   true);
        // What was counted stands together.
        if (against > 0 && evidence.weighs != Weighs::Against)
            others += reason;
        else
            paragraphs += reason;
    }
    if (!others.isEmpty())
        paragraphs += TextParagraph({ { tr("Also known of it:"), TextStyle::Secondary } });
    paragraphs += others;
    m_text->setContent(paragraphs);
    if (recolour)
        applyColors();
}

QString VerdictBox::plainText() const
{
    return m_text->toPlainText();
}

void VerdictBox::applyColors()
{
    if (!m_assessment)
        return;
    const theme::ChipColors colors = theme::verdict(m_assessment->verdict, palette());
    m_text->setTextColor(theme::readable(palette().color(QPalette::WindowText), colors.background));
    m_text->setSecondaryColor(theme::readable(theme::secondaryText(palette()), colors.background));
    update();
}

void VerdictBox::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (!m_assessment)
        return;
    QPainter painter(this);
    const theme::ChipColors colors = theme::verdict(m_assessment->verdict, palette());
    painter.fillRect(rect(), colors.background);
    const QRect bar = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, barWidth, height()));
    painter.fillRect(bar, colors.text);
}

void VerdictBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColors();
}

} // namespace portolan
