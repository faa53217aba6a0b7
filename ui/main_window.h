// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge.h"
#include "monitor/monitor.h"
#include "report/report_document.h"
#include "settings/window_settings.h"

#include <QHash>
#include <QList>
#include <QMainWindow>

#include <optional>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QSettings;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace portolan {

class AskController;
class BaselineController;
class BaselineStore;
class CompareView;
class FilterChips;
class FilterField;
class HistoryStore;
class HistoryView;
struct HistoryStatus;
class ListenersView;
class MessageBar;
class OwnNotesStore;
class PortMapView;
class RegistryKeeper;
class RegistryView;
class SnapshotBar;

/// Frames the views: the bar with Pause, the view switch, the filter and Export, and the monitor
/// behind them. Everything about listeners is the views' own.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// `monitor` brings the updates; null when showFile() will. `settings` must outlive the window;
    /// it is read now and written when the window closes.
    MainWindow(KnowledgePtr knowledge, Monitor *monitor, QSettings *settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Adds a view to the switch. `id` is the button's objectName. Takes ownership of the widget.
    void addView(const QString &id, const QString &label, QWidget *view);
    void showView(const QString &id);

    /// Lets the person bring a newer registry, and follows what the keeper uses. It must outlive the
    /// window.
    void setRegistryKeeper(RegistryKeeper *keeper);
    /// Explains and judges by other knowledge from now on, in every view.
    void setKnowledge(const KnowledgePtr &knowledge);
    /// Shows own notes in every view, lets the person write them, and says what the store cannot
    /// keep. It must outlive the window.
    void setOwnNotes(OwnNotesStore *store);

    /// Judges by what the person accepted as normal, and lets them accept. It must outlive the window.
    void setBaseline(BaselineStore *store);
    /// Records what the monitor brings and shows the history in its view. It must outlive the window.
    void setHistory(HistoryStore *store);

    /// Shows a snapshot that is not live and was taken on that host.
    void showFile(const Update &update, const HostInfo &host, const QString &fileName = {});
    /// Reads the file on the pool and shows it when it is there; says why it cannot be shown.
    void openSnapshot(const QString &fileName);
    /// Says why there is no snapshot to show, and no longer that one is being read.
    void showFileError(const QString &message);
    /// Says what went wrong above the views until it is dismissed.
    void showError(const QString &message);
    /// Goes to the listening view and to the port.
    void showPort(quint16 port);

    [[nodiscard]] ListenersView *listenersView() const { return m_listeners; }
    [[nodiscard]] FilterField *filterField() const { return m_filter; }

Q_SIGNALS:
    /// What was taken from the monitor, or shown from a file; for views added with addView().
    void updated(const portolan::Update &update);
    /// What was taken from the monitor, also while a snapshot is shown.
    void sampled(const portolan::Update &update);
    /// The person wants to see this machine, and the monitor has not brought anything yet.
    void liveWanted();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildFrame();
    void buildBar(QVBoxLayout *column);
    void buildMessages(QVBoxLayout *column);
    void buildActions();
    void buildMenu();
    void buildFullViewMenu();
    void buildAsking();
    void offerAsking();
    void buildBaselineMenu();
    void showBaselineActions();
    /// Whether owners are seen fully, and whether that is offered.
    void showFullView();
    void addSnapshotActions(QMenu *file);
    void chooseSnapshot();
    void saveSnapshot();
    void backToLive();
    /// Marks the window as one of a snapshot. Before its file was read `takenAt` is invalid.
    void setFile(const QString &fileName, const QDateTime &takenAt);
    void showUpdate(const Update &update);
    void addCompareView();
    /// Lets pictures be compared with moments of the history.
    void offerMoments(HistoryStore *store);
    void showRegistryActions();
    void updateRegistry();
    void showHistorySettings();
    /// Says what is new about the history's file.
    void showHistoryStatus(const HistoryStatus &status);
    /// Port map, history and registry, with what connects them.
    void addPortViews();
    void buildIntervalMenu();
    void connectMonitor();
    void restore();
    void save();
    void setPaused(bool paused);
    void setInterval(std::chrono::milliseconds interval);
    void applyInterval();
    void showLiveness();
    void showFilterError();
    /// Completion, chips, saved filters and help.
    void buildFilterParts();
    void showChips();
    void showFilterHelp();
    void setFilterText(const QString &text);
    void addFilterTerm(const QString &term);
    /// Whether the view is shown that the filter in the bar is for.
    [[nodiscard]] bool listening() const;
    /// To the field one searches the shown view with.
    void goToSearch();
    void escape();
    /// Gives a splitter the sizes it had, and keeps those a person chooses.
    void keepSplitter(QSplitter *splitter);
    void exportReport();
    void adaptColours();
    void showPauseIcon();
    [[nodiscard]] static QString intervalButtonText(std::chrono::milliseconds interval);

    KnowledgePtr m_knowledge;
    Monitor *m_monitor;
    QSettings *m_settings;
    WindowSettings m_values;
    std::optional<Update> m_last; ///< what is shown
    std::optional<Update> m_live; ///< what the monitor brought last
    std::optional<quint16> m_chosenPort; ///< in whichever view
    HostInfo m_host; ///< empty: this one
    bool m_file = false;

    QPushButton *m_pause = nullptr;
    QToolButton *m_refresh = nullptr;
    QToolButton *m_interval = nullptr;
    QHBoxLayout *m_switch = nullptr;
    QButtonGroup *m_viewButtons = nullptr;
    FilterField *m_filter = nullptr;
    QPushButton *m_export = nullptr;
    FilterChips *m_chips = nullptr;
    QLabel *m_filterError = nullptr;
    QWidget *m_errorBar = nullptr;
    QLabel *m_error = nullptr;
    QStackedWidget *m_views = nullptr;
    ListenersView *m_listeners = nullptr;
    PortMapView *m_portMap = nullptr;
    HistoryView *m_history = nullptr;
    HistoryStore *m_historyStore = nullptr;
    QString m_historyFault; ///< what was said last
    RegistryView *m_registry = nullptr;
    RegistryKeeper *m_registryKeeper = nullptr;
    FullViewState m_fullView = FullViewState::Off;
    QAction *m_fullViewAction = nullptr;
    QAction *m_updateRegistry = nullptr;
    QAction *m_builtInRegistry = nullptr;
    OwnNotesStore *m_ownNotes = nullptr;
    QAction *m_importNotes = nullptr;
    QAction *m_exportNotes = nullptr;
    MessageBar *m_message = nullptr;
    SnapshotBar *m_snapshotBar = nullptr;
    quint64 m_openJob = 0; ///< the last wish for a snapshot
    QAction *m_backToLive = nullptr;
    CompareView *m_compare = nullptr;
    AskController *m_asking = nullptr; ///< null without a monitor
    struct BaselineActions
    {
        QAction *accept = nullptr;
        QAction *acceptWhole = nullptr;
        QAction *undo = nullptr;
        QAction *redo = nullptr;
        QAction *show = nullptr;
    } m_baselineActions;
    BaselineStore *m_baselineStore = nullptr;
    BaselineController *m_baseline = nullptr;
    QString m_undoOffer; ///< what was said with an offer to take it back
    QHash<const QWidget *, QWidget *> m_searchFields; ///< by view; without an entry it is m_filter
};

} // namespace portolan
