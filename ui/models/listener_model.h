// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/update.h"
#include "ownnotes/own_notes.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QHash>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace portolan {

/// What happened to a row lately.
enum class RowState : quint8 { Normal, Opened, Changed, Closed };

enum class ListenerColumn : quint8 {
    State,
    Port,
    Protocol,
    Verdict,
    Registered,
    Owner,
    Pid,
    Reachable,
    User,
    Since,
    Addresses,
    Description,
    Unit,
    Executable,
    CommandLine,
    PortMarks,
    Processes,
    Namespace,
};
constexpr int listenerColumnCount = static_cast<int>(ListenerColumn::Namespace) + 1;

/// One row. Keeps its id while the listener's key changes.
struct ListenerRow
{
    ListenerPtr listener;
    AssessmentPtr assessment;
    OwnNotePtr ownNote; ///< the one that fits best; null where there is none
    quint64 id = 0;
    RowState state = RowState::Normal;
    Exposure exposure = Exposure::Loopback;
    qint64 stateAt = 0; ///< when the state began, in ms since the epoch
    qint64 openedAt = 0; ///< when it was seen to open, in ms since the epoch; 0: it was there before
    qint64 since = 0; ///< its process's start, else openedAt; 0: not known

private:
    friend class ListenerModel;
    friend class ListenerFilterModel;
    int index = 0;
    /// Which filter last judged this row, and how; 0: none since the row changed.
    mutable quint64 filterStamp = 0;
    mutable bool filterAccepts = false;
    mutable QString ownerText;
    mutable QString registeredText;
};

/// All listeners by key, with those that closed a moment ago. No I/O, no timers: time comes from
/// `now` and from expire(). Lives on the window's thread.
class ListenerModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// For how long a row shows that it opened, changed or closed.
    static constexpr std::chrono::milliseconds lingering { 4000 };

    enum Role : int {
        StateRole = Qt::UserRole, ///< int of RowState
        VerdictRole, ///< int of Verdict
        MarksRole, ///< int of Marks
        AttributionRole, ///< int of Attribution
        OwnNoteRole, ///< QString, "✎ label" as the owner's cell ends; empty where there is no note
    };

    using Now = std::function<QDateTime()>;

    explicit ListenerModel(QObject *parent = nullptr, Now now = &QDateTime::currentDateTimeUtc);
    ~ListenerModel() override;

    /// The first call fills by a reset; later ones insert, change and close by key. Only an update
    /// that touches very many places of the table resets again: selections are kept by row id then.
    /// Rows show noteworthy changes and those of the verdict; the others only bring them up to date.
    /// Where only the state of rows changed, dataChanged() tells of the State column alone.
    void apply(const Update &update);
    /// What the person noted about ports. Tells of the rows whose note is another by one
    /// dataChanged().
    void setOwnNotes(const OwnNotes &notes);
    /// Takes closed rows out and ends marks older than `lingering`. Returns whether any row still
    /// waits for its end.
    bool expire(const QDateTime &now);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    [[nodiscard]] const ListenerRow &row(int row) const { return *m_rows[static_cast<size_t>(row)]; }
    /// -1 when no living row has the key.
    [[nodiscard]] int rowOf(const ListenerKey &key) const;
    /// -1 when the row is gone.
    [[nodiscard]] int rowOfId(quint64 id) const;
    /// Rows that are not closed.
    [[nodiscard]] int openCount() const { return m_openCount; }
    /// Counted over the rows that are not closed.
    struct Counts
    {
        int listening = 0;
        int reachable = 0; ///< from the network
        int investigate = 0;
        int opened = 0; ///< since the first update
        int inferred = 0; ///< owners inferred
        int notInBaseline = 0; ///< that came after the person accepted what was here
        int changed = 0; ///< that are not as the person accepted them
        QHash<Mark, int> marks; ///< rows that have each mark
    };
    [[nodiscard]] Counts counts() const;

    /// The text of a cell as it is copied.
    [[nodiscard]] QString cellText(const ListenerRow &row, ListenerColumn column) const;
    [[nodiscard]] static QString columnTitle(ListenerColumn column);

private:
    using RowPtr = std::unique_ptr<ListenerRow>;

    [[nodiscard]] RowPtr makeRow(const ListenerPtr &listener, const AssessmentPtr &assessment, qint64 openedAt);
    void fill(const Update &update);
    void set(ListenerRow &row, const ListenerPtr &listener, const AssessmentPtr &assessment);
    void setState(ListenerRow &row, RowState state, qint64 at);
    void reindex(size_t from);
    void removeRowsAt(const std::vector<int> &rows);
    void announceChanged(std::vector<int> rows);
    /// Rows of which only the state is another: the order by any other column stays as it is.
    void announceStates(std::vector<int> rows);
    void announce(std::vector<int> rows, int firstColumn, int lastColumn);
    [[nodiscard]] QString toolTip(const ListenerRow &row, ListenerColumn column) const;

    Now m_now;
    OwnNotes m_ownNotes;
    std::vector<RowPtr> m_rows;
    /// Living rows, and closed ones whose key nobody else took.
    QHash<ListenerKey, ListenerRow *> m_byKey;
    quint64 m_nextId = 1;
    int m_openCount = 0;
    bool m_filled = false;
};

} // namespace portolan
