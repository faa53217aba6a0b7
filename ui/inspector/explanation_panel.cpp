// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/explanation_panel.h"

#include "inspector/command_list.h"
#include "inspector/explanation_text.h"
#include "inspector/fact_box.h"
#include "inspector/mark_list.h"
#include "inspector/neighbourhood_widget.h"
#include "inspector/plain.h"
#include "inspector/section_heading.h"
#include "inspector/text_block.h"
#include "inspector/verdict_box.h"
#include "inspector/words.h"
#include "ownnotes/own_note_box.h"
#include "ownnotes/own_note_section.h"
#include "probe/ask_section.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScrollBar>

#include <utility>

namespace portolan {

namespace {

/// Narrower than this, the map stands above the territory.
constexpr int sideBySideWidth = 380;
constexpr int sectionGap = 14;

} // namespace

ExplanationPanel::ExplanationPanel(KnowledgePtr knowledge, QWidget *parent)
    : QScrollArea(parent)
    , m_knowledge(std::move(knowledge))
{
    setObjectName(QStringLiteral("explanation"));
    setAccessibleName(tr("Explanation"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    build();
    clear();
}

ExplanationPanel::~ExplanationPanel() = default;

void ExplanationPanel::build()
{
    auto *widget = new QWidget;
    auto *outer = new QVBoxLayout(widget);
    outer->setContentsMargins(16, 14, 16, 16);
    outer->setSpacing(0);

    m_empty = new QLabel(tr("Select a port to see what it is for and what is really there."));
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setContentsMargins(0, 24, 0, 0);
    outer->addWidget(m_empty);

    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    outer->addWidget(m_content);
    outer->addStretch(1);

    m_title = new QLabel;
    m_title->setObjectName(QStringLiteral("explanationTitle"));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont large = m_title->font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() > 0 ? large.pointSizeF() * 1.5 : 15);
    m_title->setFont(large);
    m_subtitle = new TextBlock;
    m_subtitle->setAccessibleName(tr("Transport and range"));
    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(8);
    titleRow->addWidget(m_title);
    titleRow->addWidget(m_subtitle, 1, Qt::AlignVCenter);
    column->addLayout(titleRow);
    m_ownNotes = new OwnNoteBox;
    column->addWidget(m_ownNotes);

    m_boxes = new QBoxLayout(QBoxLayout::LeftToRight);
    m_boxes->setSpacing(10);
    auto *map = new FactBox(tr("The map"));
    map->setObjectName(QStringLiteral("map"));
    auto *territory = new FactBox(tr("The territory"));
    territory->setObjectName(QStringLiteral("territory"));
    m_map = map->text();
    m_territory = territory->text();
    m_boxes->addWidget(map, 1);
    m_boxes->addWidget(territory, 1);
    column->addLayout(m_boxes);

    m_verdict = new VerdictBox;
    column->addWidget(m_verdict);
    m_asking = new AskSection;
    m_asked = addSection(column, tr("What speaks there"), m_asking);
    setSectionVisible(m_asked, false);
    m_storyText = new TextBlock;
    m_storyText->setObjectName(QStringLiteral("story"));
    m_storyText->setAccessibleName(tr("The port's story"));
    m_story = addSection(column, {}, m_storyText);
    m_adviceText = new TextBlock;
    m_adviceText->setObjectName(QStringLiteral("advice"));
    m_advice = addSection(column, tr("What to do"), m_adviceText);
    m_reading = new TextBlock;
    m_reading->setAccessibleName(tr("Further reading"));
    column->addWidget(m_reading);
    m_marks = new MarkList;
    column->addWidget(m_marks);

    m_neighbourhood = new NeighbourhoodWidget(m_knowledge);
    m_around = addSection(column, {}, m_neighbourhood);
    m_useText = new TextBlock;
    m_useText->setObjectName(QStringLiteral("knownUses"));
    m_uses = addSection(column, tr("Known uses"), m_useText);
    m_commands = new CommandList;
    m_check = addSection(column, tr("Check it yourself"), m_commands);
    m_whyText = new TextBlock;
    m_why = addSection(column, tr("Why it matters"), m_whyText);
    m_usefulness = new OwnNoteSection;
    m_useful = addSection(column, tr("Was this useful?"), m_usefulness);
    setSectionVisible(m_useful, false);

    // What is read stands on the ground of the table.
    widget->setAutoFillBackground(true);
    widget->setBackgroundRole(QPalette::Base);
    viewport()->setBackgroundRole(QPalette::Base);
    setWidget(widget);
    connect(m_neighbourhood, &NeighbourhoodWidget::portActivated, this, &ExplanationPanel::portActivated);
    connect(m_verdict, &VerdictBox::stepWanted, this, &ExplanationPanel::takeStep);
    offerSteps();
    connect(m_reading, &TextBlock::portActivated, this, &ExplanationPanel::portActivated);
}

ExplanationPanel::Section ExplanationPanel::addSection(QBoxLayout *column, const QString &heading, QWidget *body)
{
    Section section { new SectionHeading(heading), body };
    if (body->accessibleName().isEmpty())
        body->setAccessibleName(heading);
    section.heading->setContentsMargins(0, sectionGap - 10, 0, 0);
    column->addWidget(section.heading);
    column->addWidget(body);
    return section;
}

void ExplanationPanel::setSectionVisible(const Section &section, bool visible)
{
    section.heading->setVisible(visible);
    section.body->setVisible(visible);
}

void ExplanationPanel::setKnowledge(const KnowledgePtr &knowledge)
{
    m_knowledge = knowledge;
    m_neighbourhood->setKnowledge(knowledge);
    if (!m_explanation)
        return;
    const Explanation old = *std::exchange(m_explanation, std::nullopt);
    explainPort(old.port, old.transport);
    m_marks->showMarks(*m_knowledge, old.port, m_explanation->marks);
}

void ExplanationPanel::showListener(const ListenerPtr &listener, const AssessmentPtr &assessment)
{
    const bool another = explainPort(listener->port(), listener->transport());
    m_listener = listener;
    showOwnNotes(OwnNoteTarget::of(*listener));
    m_territory->setContent(explanation_text::territory(*listener));
    if (assessment)
        m_verdict->showAssessment(listener, assessment);
    else
        m_verdict->clear();
    m_asking->showListener(listener, assessment ? assessment->answer : nullptr);
    setSectionVisible(m_asked, m_asking->isOffered());
    m_marks->showMarks(*m_knowledge, listener->port(), assessment ? assessment->marks : m_explanation->marks);
    if (another)
        verticalScrollBar()->setValue(0);
}

void ExplanationPanel::showPort(quint16 port, std::optional<Transport> transport)
{
    const bool another = explainPort(port, transport);
    m_listener.reset();
    showOwnNotes({ port, transport, {} });
    showTerritoryWithoutListener();
    m_verdict->clear();
    m_asking->clear();
    setSectionVisible(m_asked, false);
    m_marks->showMarks(*m_knowledge, port, m_explanation->marks);
    if (another)
        verticalScrollBar()->setValue(0);
}

void ExplanationPanel::setListeningPorts(const QSet<quint16> &ports)
{
    if (ports == m_listening)
        return;
    m_listening = ports;
    m_neighbourhood->setListeningPorts(ports);
    if (m_explanation && !m_listener)
        showTerritoryWithoutListener();
}

void ExplanationPanel::setOwnNotes(OwnNotesStore *store)
{
    m_ownNotes->setStore(store);
    m_usefulness->setStore(store);
    setSectionVisible(m_useful, store != nullptr);
    m_keepsNotes = store != nullptr;
    offerSteps();
}

void ExplanationPanel::setAsking(AskController *asking)
{
    m_canAsk = asking != nullptr;
    m_asking->setController(asking);
    setSectionVisible(m_asked, m_asking->isOffered());
    offerSteps();
}

void ExplanationPanel::askPort()
{
    if (!m_canAsk || !m_listener)
        return;
    m_asking->ask();
    verticalScrollBar()->setValue(m_asking->mapTo(widget(), QPoint()).y() - 2 * fontMetrics().height());
}

void ExplanationPanel::setOfferedSteps(const QSet<NextStep> &steps)
{
    m_offered = steps;
    offerSteps();
}

void ExplanationPanel::offerSteps()
{
    QSet<NextStep> steps = m_offered;
    steps.insert(NextStep::ReadNote);
    if (m_keepsNotes)
        steps.insert(NextStep::WriteNote);
    if (m_canAsk)
        steps.insert(NextStep::AskPort);
    m_verdict->setOfferedSteps(steps);
}

void ExplanationPanel::takeStep(NextStep step, const ListenerPtr &listener)
{
    if (step == NextStep::WriteNote) {
        editOwnNote();
    } else if (step == NextStep::AskPort) {
        askPort();
    } else if (step == NextStep::ReadNote) {
        QWidget *note = m_story.body->isVisible() ? m_story.body : m_uses.body;
        // From its heading on, as far as it fits.
        verticalScrollBar()->setValue(note->mapTo(widget(), QPoint()).y() - 2 * fontMetrics().height());
        note->setFocus(Qt::OtherFocusReason);
    } else {
        Q_EMIT stepWanted(step, listener);
    }
}

void ExplanationPanel::editOwnNote()
{
    if (m_explanation)
        m_usefulness->editNote();
}

void ExplanationPanel::showOwnNotes(const OwnNoteTarget &target)
{
    m_ownNotes->showTarget(target);
    m_usefulness->showTarget(target);
}

void ExplanationPanel::clear()
{
    m_explanation.reset();
    m_listener.reset();
    m_content->hide();
    m_empty->show();
}

QString ExplanationPanel::plainText() const
{
    if (!m_explanation)
        return {};
    QStringList lines { m_title->text(), m_subtitle->toPlainText() };
    lines += m_ownNotes->lines();
    lines += { m_map->toPlainText(), m_territory->toPlainText() };
    if (!m_verdict->isHidden())
        lines += m_verdict->plainText();
    lines += m_asking->plainText();
    if (m_explanation->panel)
        lines += { m_story.heading->text(), m_storyText->toPlainText() };
    lines += { m_adviceText->toPlainText(), m_reading->toPlainText() };
    lines += m_marks->lines();
    lines += { m_around.heading->text(), m_useText->toPlainText() };
    const HowToCheck &check = m_explanation->howToCheck;
    lines += check.linuxCommands + check.macosCommands + check.windowsCommands;
    lines += m_whyText->toPlainText();
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

bool ExplanationPanel::explainPort(quint16 port, std::optional<Transport> transport)
{
    if (m_explanation && m_explanation->port == port && m_explanation->transport == transport)
        return false;
    m_explanation = explain(*m_knowledge, port, transport);
    // Explanations of other transports than asked for would be taken for another port each time.
    m_explanation->transport = transport;
    showExplanation();
    return true;
}

void ExplanationPanel::showExplanation()
{
    const Explanation &explanation = *m_explanation;
    const QString number = QString::number(explanation.port);
    m_empty->hide();
    m_content->show();
    m_title->setText(tr("Port %1").arg(number));
    m_subtitle->setText(tr("%1 · %2", "transport and range")
                            .arg(words::transport(explanation.transport), words::range(explanation.range)),
                        TextStyle::Secondary);
    m_subtitle->setToolTip(plain::toolTip(explanation.rangeText));
    m_map->setContent(explanation_text::map(explanation));
    setSectionVisible(m_story, explanation.panel.has_value());
    m_reading->setVisible(explanation.panel.has_value());
    if (explanation.panel) {
        m_story.heading->setText(explanation.panel->texts.title);
        m_storyText->setContent(explanation_text::story(*explanation.panel));
        const QList<TextParagraph> reading = explanation_text::furtherReading(*explanation.panel);
        m_reading->setContent(reading);
        m_reading->setVisible(!reading.isEmpty());
    }
    m_around.heading->setText(tr("Around %1").arg(number));
    m_neighbourhood->setListeningPorts(m_listening);
    m_neighbourhood->showNeighbourhood(explanation);
    m_useText->setContent(explanation_text::knownUses(explanation.notes));
    setSectionVisible(m_uses, !explanation.notes.isEmpty());
    m_commands->showCommands(explanation.howToCheck);
    m_whyText->setText(explanation.whyItMatters);
    setSectionVisible(m_why, !explanation.whyItMatters.isEmpty());
    m_adviceText->setContent(explanation_text::advice(explanation.whatToDo));
    setSectionVisible(m_advice, !explanation.whatToDo.isEmpty());
}

void ExplanationPanel::showTerritoryWithoutListener()
{
    m_territory->setContent(explanation_text::territoryWithoutListener(m_listening.contains(m_explanation->port)));
}

void ExplanationPanel::resizeEvent(QResizeEvent *event)
{
    arrangeBoxes();
    QScrollArea::resizeEvent(event);
}

void ExplanationPanel::arrangeBoxes()
{
    const auto direction
        = viewport()->width() >= sideBySideWidth ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_boxes->direction() != direction)
        m_boxes->setDirection(direction);
}

} // namespace portolan
