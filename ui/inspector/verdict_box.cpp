// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/verdict_box.h"

#include "assess/next_step.h"
#include "inspector/step_buttons.h"
#include "inspector/stop_controller.h"
#include "inspector/text_block.h"
#include "inspector/words.h"
#include "theme/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace portolan {

namespace {

constexpr int barWidth = 4;

/// For tr() outside a class. Not an alias of a longer name: lupdate does not see through those.
struct T
{
    Q_DECLARE_TR_FUNCTIONS(portolan::VerdictBox)
};

TextParagraph reason(const Evidence &evidence, bool withPoints)
{
    const int points = withPoints && evidence.weighs == Weighs::Against ? pointsAgainst(evidence.id) : 0;
    const QString how = points > 0
        ? T::tr("%1, %2", "how it is known, what it counts").arg(basisLabel(evidence.basis), T::tr("%n point(s)", nullptr, points))
        : basisLabel(evidence.basis);
    return TextParagraph({ { evidenceText(evidence) }, { QStringLiteral(" (%1)").arg(how), TextStyle::Secondary } }, true);
}

/// Whether there is what the step is about: advice may also be for somebody with more rights.
bool canBeTaken(NextStep step, const Listener &listener)
{
    const ProcessInfo *leader = listener.owner->leader();
    switch (step) {
    case NextStep::LookAtFile:
        return leader && !(leader->executable.isEmpty() && leader->script.isEmpty());
    case NextStep::KeepProgram:
        return leader && !leader->executable.isEmpty();
    case NextStep::StopProgram:
        return StopController::refusal(listener).isEmpty();
    case NextStep::RestartProgram:
        return listener.owner->unit.endsWith(QLatin1String(".service"));
    default:
        return true;
    }
}

} // namespace

VerdictBox::VerdictBox(QWidget *parent)
    : QWidget(parent)
    , m_text(new TextBlock)
    , m_steps(new StepButtons)
    , m_showRule(new QToolButton)
{
    m_text->setObjectName(QStringLiteral("verdict"));
    m_text->setAccessibleName(tr("Verdict and its reasons"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 10, 8);
    layout->addWidget(m_text);
    layout->addWidget(m_steps);
    connect(m_steps, &StepButtons::stepWanted, this, [this](NextStep step) {
        if (m_listener)
            Q_EMIT stepWanted(step, m_listener);
    });
    m_showRule->setObjectName(QStringLiteral("showRule"));
    m_showRule->setText(tr("How was this judged?"));
    m_showRule->setCheckable(true);
    m_showRule->setAutoRaise(true);
    m_showRule->setArrowType(Qt::RightArrow);
    m_showRule->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    layout->addWidget(m_showRule);
    connect(m_showRule, &QToolButton::toggled, this, [this](bool shown) {
        m_showRule->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
        writeText();
    });
}

void VerdictBox::clear()
{
    m_listener.reset();
    hide();
}

void VerdictBox::showAssessment(const ListenerPtr &listener, const AssessmentPtr &assessment)
{
    show();
    if (m_listener == listener && m_assessment && *m_assessment == *assessment)
        return;
    m_listener = listener;
    const bool recolour = !m_assessment || m_assessment->verdict != assessment->verdict;
    m_assessment = assessment;

    writeText();
    if (recolour)
        applyColors();
}

void VerdictBox::writeText()
{
    if (!m_assessment || !m_listener)
        return;
    const auto against
        = std::count_if(m_assessment->evidence.cbegin(), m_assessment->evidence.cend(),
                        [](const Evidence &evidence) { return evidence.weighs == Weighs::Against; });
    QList<TextParagraph> paragraphs;
    paragraphs += TextParagraph({
        { tr("%1 %2", "verdict's glyph and word")
              .arg(QString(verdictGlyph(m_assessment->verdict)), verdictLabel(m_assessment->verdict)),
          TextStyle::Strong },
        { QStringLiteral(" \u2014 ") + words::verdictSummary(m_assessment->verdict, int(against)) },
    });
    QList<TextParagraph> others;
    for (const Evidence &evidence : m_assessment->evidence) {
        // What was counted stands together.
        if (against > 0 && evidence.weighs != Weighs::Against)
            others += reason(evidence, m_showRule->isChecked());
        else
            paragraphs += reason(evidence, m_showRule->isChecked());
    }
    if (!others.isEmpty())
        paragraphs += TextParagraph({ { tr("Also known of it:"), TextStyle::Secondary } });
    paragraphs += others;
    const QList<NextStep> steps = nextSteps(*m_listener, *m_assessment);
    QList<NextStep> possible = steps;
    possible.removeIf([this](NextStep step) { return !canBeTaken(step, *m_listener); });
    m_steps->setSteps(possible);
    if (!steps.contains(NextStep::Nothing)) {
        paragraphs += TextParagraph({ { tr("What you can do:"), TextStyle::Secondary } });
        for (const NextStep step : steps)
            paragraphs += TextParagraph({ { nextStepText(step, *m_listener) } }, true);
    }
    if (m_showRule->isChecked())
        paragraphs += TextParagraph({ { verdictRuleText(m_assessment->judgement) } });
    m_text->setContent(paragraphs);
}

void VerdictBox::setOfferedSteps(const QSet<NextStep> &steps)
{
    m_steps->setOffered(steps);
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
