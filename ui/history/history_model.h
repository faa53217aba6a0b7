// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/update.h"

#include <QAbstractTableModel>
#include <QDateTime>

#include <deque>
#include <optional>

namespace portolan {

enum class HistoryEvent : quint8 { Opened, Closed, Changed };

enum class HistoryColumn : quint8 { Time, Event, Port, Protocol, Owner, Verdict, What };
constexpr int historyColumnCount = static_cast<int>(HistoryColumn::What) + 1;

/// One thing that happened to a listener. An immutable value; of listeners and assessments it has
/// what history_memory::bounded() keeps.
struct HistoryEntry
{
    QDateTime at; ///< UTC; when the snapshot that shows it was taken
    HistoryEvent event = HistoryEvent::Opened;
    /// As it was then; for a closed one as it was before. Never null.
    ListenerPtr listener;
    AssessmentPtr assessment; ///< may be null
    ListenerPtr before; ///< for a change
    AssessmentPtr assessmentBefore;
    Changes what;
    QString owner; ///< as shown
    QString ownerBefore;
};

/// What opened, closed and changed since the first update, newest first. Bounded: the oldest
/// entries are dropped. Lives on the window's thread; no I/O and no timers.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int defaultCapacity = 10000;

    enum Role : int {
        EventRole = Qt::UserRole, ///< int of HistoryEvent
        VerdictRole, ///< int of Verdict; invalid when not known
        PortRole, ///< port number
    };

    explicit HistoryModel(QObject *parent = nullptr, int capacity = defaultCapacity);

    /// The first update is what was there at the start: it is counted, not listed. Of changes only
    /// the noteworthy ones and those of the verdict are listed.
    void apply(const Update &update);

    /// When the first update was taken; invalid before it.
    [[nodiscard]] QDateTime startedAt() const { return m_startedAt; }
    /// Listeners that were there in the first update.
    [[nodiscard]] int presentAtStart() const { return m_presentAtStart; }
    /// Entries that were dropped because there were too many.
    [[nodiscard]] qint64 dropped() const { return m_dropped; }
    [[nodiscard]] int capacity() const { return m_capacity; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    [[nodiscard]] const HistoryEntry &entry(int row) const { return m_entries[static_cast<size_t>(row)]; }
    /// The text of a cell, made harmless.
    [[nodiscard]] static QString cellText(const HistoryEntry &entry, HistoryColumn column);
    [[nodiscard]] static QString columnTitle(HistoryColumn column);

private:
    [[nodiscard]] QList<HistoryEntry> entriesOf(const Update &update) const;
    void prepend(const QList<HistoryEntry> &oldestFirst);

    int m_capacity;
    std::deque<HistoryEntry> m_entries; ///< newest first
    std::optional<Update> m_previous;
    QDateTime m_startedAt;
    int m_presentAtStart = 0;
    qint64 m_dropped = 0;
};

} // namespace portolan
