// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_limits.h"
#include "history/history_query.h"
#include "history/history_view_state.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <optional>

class QBoxLayout;
class QComboBox;
class QLabel;
class QLineEdit;
class QSplitter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace portolan {

class HistoryModel;
class HistoryPortPanel;
class HistoryStore;
class HistoryTimeline;
struct HistoryStatus;

/// What opened, closed and changed, newest first, below a drawing of how many listeners there were;
/// and who held the chosen port. All of it of the period that is shown or of the span chosen in it.
class HistoryView : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryView(QWidget *parent = nullptr);
    ~HistoryView() override;

    /// Shows this history, which must outlive the view; none without one.
    void setStore(HistoryStore *store);
    void setState(const HistoryViewState &state);
    [[nodiscard]] HistoryViewState state() const;
    /// Selects the newest event of the port, if one is loaded, and shows who held it.
    void showPort(quint16 port);
    /// The field one searches this view with.
    [[nodiscard]] QWidget *searchField() const;

Q_SIGNALS:
    /// The person chose a row.
    void portActivated(quint16 port);
    /// "Show in Listening" was asked for.
    void listenersWanted(quint16 port);
    void settingsWanted();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QBoxLayout *buildHead();
    QBoxLayout *buildBar();
    void buildTable();
    void addActions();
    void connectParts();
    void filterTyped();
    void showStatus();
    void showHeader();
    void showEmptyState();
    void showPeriodChoice();
    void choosePeriod(HistoryPeriodChoice choice);
    void setPeriod(qint64 from, qint64 to, bool follows);
    /// The period that is chosen by name, as of now.
    void follow();
    void refresh();
    void scopeChanged();
    void ask();
    void keepPlace(int inserted);
    void prefetch();
    void copyRows() const;
    void adaptToFont();
    [[nodiscard]] std::optional<quint16> currentPort() const;
    [[nodiscard]] bool isFiltered() const;

    QPointer<HistoryStore> m_store;
    HistoryModel *m_model;
    HistoryExtent m_extent;
    HistoryFilterPtr m_filter; ///< null: all
    HistoryPeriodChoice m_choice = HistoryPeriodChoice::Week;
    bool m_follows = true; ///< the period ends now, whenever that is
    std::optional<qint64> m_ownLength; ///< of a period that has no name, while it is followed
    bool m_asked = false; ///< something was asked of this store
    std::optional<quint16> m_port;
    HistoryTicket m_ticket;
    QTimer m_pause; ///< until what is shown is asked for
    QTimer m_refresh;
    QTimer m_clock;

    QLabel *m_header = nullptr;
    QLabel *m_notice = nullptr;
    QToolButton *m_settings = nullptr;
    QComboBox *m_period = nullptr;
    QComboBox *m_grouping = nullptr;
    QComboBox *m_kind = nullptr;
    QToolButton *m_span = nullptr;
    QLineEdit *m_field = nullptr;
    QLabel *m_filterError = nullptr;
    HistoryTimeline *m_timeline = nullptr;
    QStackedWidget *m_pages = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    HistoryPortPanel *m_portPanel = nullptr;
    QSplitter *m_splitter = nullptr;
    bool m_selecting = false; ///< the selection is being set from here
};

} // namespace portolan
