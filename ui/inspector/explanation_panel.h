// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/assessment.h"
#include "assess/next_step.h"
#include "knowledge/explanation.h"
#include "snapshot/listener.h"

#include <QScrollArea>
#include <QSet>

#include <optional>

class QLabel;
class QBoxLayout;

namespace portolan {

class AskController;
class AskSection;
class CommandList;
class MarkList;
class NeighbourhoodWidget;
class OwnNoteBox;
class OwnNoteSection;
class OwnNotesStore;
struct OwnNoteTarget;
class TextBlock;
class VerdictBox;

/// The map and the territory of one port, side by side: what is written about it, what is really
/// there, and what that adds up to. Showing the same listener again changes only what differs, so
/// that scroll position, focus and selection stay.
class ExplanationPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit ExplanationPanel(KnowledgePtr knowledge, QWidget *parent = nullptr);
    ~ExplanationPanel() override;

    /// Explains what is shown anew, by other knowledge.
    void setKnowledge(const KnowledgePtr &knowledge);
    void showListener(const ListenerPtr &listener, const AssessmentPtr &assessment);
    /// A port on which no listener is selected, for example a neighbour.
    void showPort(quint16 port, std::optional<Transport> transport);
    /// Every port that is listening now, for the drawing of the neighbourhood.
    void setListeningPorts(const QSet<quint16> &ports);
    /// Shows own notes and lets them be written; the store must outlive the panel.
    void setOwnNotes(OwnNotesStore *store);
    /// Lets the port be asked what it speaks. The controller must outlive the panel or go first.
    void setAsking(AskController *asking);
    /// The steps that stepWanted() is followed for; the panel itself reads and writes notes.
    void setOfferedSteps(const QSet<NextStep> &steps);
    /// Nothing is selected.
    void clear();

    /// Everything it says, as plain lines in the order drawn; empty when nothing is shown.
    [[nodiscard]] QString plainText() const;

public Q_SLOTS:
    /// Asks what is explained, where a listener is; does nothing without setAsking().
    void askPort();
    /// Opens the own note on what is explained, or a new one; does nothing without setOwnNotes().
    void editOwnNote();

Q_SIGNALS:
    /// A neighbour was chosen in the drawing.
    void portActivated(quint16 port);
    /// The person wants to take one of the offered steps.
    void stepWanted(portolan::NextStep step, const portolan::ListenerPtr &listener);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Section
    {
        QLabel *heading = nullptr;
        QWidget *body = nullptr;
    };

    void build();
    Section addSection(QBoxLayout *column, const QString &heading, QWidget *body);
    static void setSectionVisible(const Section &section, bool visible);
    /// Explains the port anew if it is another than before; true when it is.
    bool explainPort(quint16 port, std::optional<Transport> transport);
    void showExplanation();
    void showTerritoryWithoutListener();
    void showOwnNotes(const OwnNoteTarget &target);
    void arrangeBoxes();
    void takeStep(NextStep step, const ListenerPtr &listener);
    void offerSteps();

    KnowledgePtr m_knowledge;
    QSet<quint16> m_listening;
    QSet<NextStep> m_offered;
    bool m_canAsk = false;
    bool m_keepsNotes = false;
    std::optional<Explanation> m_explanation;
    ListenerPtr m_listener;

    QWidget *m_content = nullptr;
    QLabel *m_empty = nullptr;
    QLabel *m_title = nullptr;
    TextBlock *m_subtitle = nullptr;
    QBoxLayout *m_boxes = nullptr;
    TextBlock *m_map = nullptr;
    TextBlock *m_territory = nullptr;
    VerdictBox *m_verdict = nullptr;
    Section m_asked;
    AskSection *m_asking = nullptr;
    Section m_story;
    TextBlock *m_storyText = nullptr;
    Section m_advice;
    TextBlock *m_adviceText = nullptr;
    TextBlock *m_reading = nullptr;
    MarkList *m_marks = nullptr;
    Section m_around;
    NeighbourhoodWidget *m_neighbourhood = nullptr;
    Section m_uses;
    TextBlock *m_useText = nullptr;
    Section m_check;
    CommandList *m_commands = nullptr;
    Section m_why;
    TextBlock *m_whyText = nullptr;
    OwnNoteBox *m_ownNotes = nullptr;
    Section m_useful;
    OwnNoteSection *m_usefulness = nullptr;
};

} // namespace portolan
