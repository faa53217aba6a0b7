// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/next_step.h"
#include "listeners/summary_bar.h"
#include "models/listener_filter_model.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace portolan {

class EmptyPage;
class ExplanationPanel;
class FullViewMessage;
class LegendBar;
class ListenerTable;
class OwnNotesStore;
class ProcessPanel;
class StepActions;

/// The table of listeners with its summary, the explanation of the selected port and the process
/// behind it. Shows what apply() brings; knows nothing of where it comes from.
class ListenersView : public QWidget
{
    Q_OBJECT

public:
    /// `now` is the clock by which rows linger and ages are counted.
    explicit ListenersView(KnowledgePtr knowledge, QWidget *parent = nullptr,
                           ListenerModel::Now now = &QDateTime::currentDateTimeUtc);

    void apply(const Update &update);
    /// Explains by other knowledge from now on; what the listeners amount to comes with an update.
    void setKnowledge(const KnowledgePtr &knowledge);
    void showDetails(const FocusDetails &details);
    /// Says that there is no snapshot, until one is applied.
    void showUnreadable();
    void setLiveness(SummaryBar::Liveness liveness, std::chrono::milliseconds interval);
    /// Offers a step that stepWanted() is followed for, beside those that the view takes itself.
    void offerStep(NextStep step);
    /// See SummaryBar::setFullView().
    void setFullView(FullViewState state, bool offered);
    void setFilter(const FilterExpression &filter);
    /// Shows own notes and lets them be written; the store must outlive the view.
    void setOwnNotes(OwnNotesStore *store);
    /// Selects the port's listener, or explains the port when nothing listens there. Before the
    /// first update it waits for it.
    void showPort(quint16 port);

    [[nodiscard]] ListenerTable *table() const { return m_table; }
    [[nodiscard]] SummaryBar *summary() const { return m_summary; }
    [[nodiscard]] LegendBar *legend() const { return m_legend; }
    [[nodiscard]] EmptyPage *emptyPage() const { return m_empty; }
    [[nodiscard]] const ListenerModel &model() const { return *m_model; }
    [[nodiscard]] const SnapshotPtr &snapshot() const { return m_snapshot; }
    /// The rows the filter lets through, in the order shown, without closed ones.
    [[nodiscard]] QList<ListenerPtr> filteredListeners() const;
    [[nodiscard]] AssessmentPtr assessmentOf(const ListenerKey &key) const;

    [[nodiscard]] QByteArray saveSplitters() const;
    void restoreSplitters(const QByteArray &state);
    /// The marks that ports are highlighted for.
    void setHighlighted(Marks marks);

public Q_SLOTS:
    void goToProcess();
    void stopProcess();
    /// Asks the selected listener what it speaks, and shows how far that is.
    void askPort();

Q_SIGNALS:
    /// Whose connections are worth sampling; null for nobody's.
    void focusChanged(const portolan::ListenerPtr &listener);
    void filterWanted(const QString &filter);
    void filterTermWanted(const QString &term);
    /// Only the listeners of this network namespace are to be shown; null: those of all.
    void namespaceWanted(const QString &name);
    void refreshWanted();
    void fullViewWanted(bool on);
    /// The person wants to take a step that was offered by offerStep().
    void stepWanted(portolan::NextStep step, const portolan::ListenerPtr &listener);
    /// Something is to be said above the views; translated, plain text.
    void told(const QString &message);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build(const KnowledgePtr &knowledge);
    void connectParts();
    void tick();
    void shareRoom();
    void showCurrent();
    void showCounts();
    void showPage();
    [[nodiscard]] bool isJudgedByABaseline() const;
    void showBanner();
    void offerSteps();
    void takeStep(NextStep step, const ListenerPtr &listener);
    [[nodiscard]] QList<ListenerPtr> ofSameProcess(const Listener &listener) const;

    ListenerModel *m_model;
    ListenerFilterModel *m_filtered;
    ListenerModel::Now m_now;
    SummaryBar *m_summary = nullptr;
    FullViewMessage *m_fullView = nullptr;
    QLabel *m_banner = nullptr;
    QStackedWidget *m_pages = nullptr;
    ListenerTable *m_table = nullptr;
    EmptyPage *m_empty = nullptr;
    LegendBar *m_legend = nullptr;
    ExplanationPanel *m_explanation = nullptr;
    ProcessPanel *m_process = nullptr;
    QSplitter *m_columns = nullptr;
    QSplitter *m_rows = nullptr;
    QTimer m_tick;
    SnapshotPtr m_snapshot;
    ListenerPtr m_shown;
    std::optional<quint16> m_wantedPort; ///< asked for before the first update
    std::optional<quint16> m_explainedPort; ///< explained although nothing is selected
    QSet<NextStep> m_stepsOfOthers; ///< see offerStep()
    StepActions *m_steps;
    bool m_offersFullView = false;
    bool m_file = false;
    bool m_ownSizes = false; ///< the person moved a splitter
};

} // namespace portolan
