// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_query.h"
#include "history/history_store.h"

#include <QAbstractTableModel>
#include <QPointer>

#include <deque>
#include <optional>

namespace portolan {

enum class HistoryColumn : quint8 { Time, Event, Port, Protocol, Owner, Verdict, What };
constexpr int historyColumnCount = static_cast<int>(HistoryColumn::What) + 1;

/// Events of the history that answer a question, newest first. Reads page by page as the view wants
/// more, and follows what happens. Lives on the window's thread; the store's thread does the work.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Older events than these are not loaded: another span of time shows them.
    static constexpr int mostRows = 100'000;

    enum Role : int {
        EventRole = Qt::UserRole, ///< int of HistoryEventKind
        VerdictRole, ///< int of Verdict; invalid when there is none
        PortRole, ///< port number; invalid when there is none
        UnwatchedRole, ///< bool
    };

    explicit HistoryModel(QObject *parent = nullptr);
    ~HistoryModel() override;

    /// The store must outlive the model; null for none.
    void setStore(HistoryStore *store);
    /// Shows what answers this question, from its newest event on. `query.olderThan` is not heeded.
    void ask(const HistoryQuery &query);
    /// Asks the same again.
    void reload() { ask(m_query); }

    /// Whether an answer is under way.
    [[nodiscard]] bool isBusy() const { return m_asking; }
    /// Whether all that answers is loaded.
    [[nodiscard]] bool isComplete() const { return !m_next; }
    /// Whether there is more than is loaded at most.
    [[nodiscard]] bool isCut() const { return m_next && rowCount() >= mostRows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    [[nodiscard]] const HistoryEvent &event(int row) const { return m_events[static_cast<size_t>(row)]; }
    /// The text of a cell, made harmless.
    [[nodiscard]] static QString cellText(const HistoryEvent &event, HistoryColumn column);
    [[nodiscard]] static QString columnTitle(HistoryColumn column);

Q_SIGNALS:
    /// An answer came, or none is under way any more.
    void answered();

private:
    void askOlder();
    void takeOlder(const HistoryPage &page);
    void askNewer();
    void takeNewer(const HistoryPage &page);

    QPointer<HistoryStore> m_store;
    HistoryQuery m_query;
    HistoryTicket m_ticket;
    std::deque<HistoryEvent> m_events; ///< newest first
    std::optional<HistoryPlace> m_next; ///< where older events go on
    bool m_asking = false;
    bool m_askingNewer = false;
    bool m_grew = false; ///< since newer ones were asked for
};

} // namespace portolan
