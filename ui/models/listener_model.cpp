// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listener_model.h"

#include <QSet>

#include <algorithm>

namespace portolan {

namespace {

/// Beyond this many separate places, one signal for all is cheaper for every view than many.
constexpr int manyPlaces = 48;

int placesIn(const std::vector<int> &sortedRows)
{
    int places = 0;
    for (size_t i = 0; i < sortedRows.size(); ++i) {
        if (i == 0 || sortedRows[i] != sortedRows[i - 1] + 1)
            ++places;
    }
    return places;
}

} // namespace

ListenerModel::ListenerModel(QObject *parent, Now now)
    : QAbstractTableModel(parent)
    , m_now(std::move(now))
{
}

ListenerModel::~ListenerModel() = default;

void ListenerModel::set(ListenerRow &row, const ListenerPtr &listener, const AssessmentPtr &assessment)
{
    row.listener = listener;
    row.assessment = assessment ? assessment : std::make_shared<const Assessment>();
    row.ownNote = m_ownNotes.noteFor(*listener);
    row.exposure = listener->exposure();
    const ProcessInfo *leader = listener->owner->leader();
    const bool started = leader && leader->startedAt.isValid();
    row.since = started ? leader->startedAt.toMSecsSinceEpoch() : row.openedAt;
    row.filterStamp = 0;
    row.ownerText.clear();
    row.registeredText.clear();
}

void ListenerModel::setState(ListenerRow &row, RowState state, qint64 at)
{
    if (row.state == RowState::Closed && state != RowState::Closed)
        ++m_openCount;
    else if (row.state != RowState::Closed && state == RowState::Closed)
        --m_openCount;
    row.state = state;
    row.stateAt = at;
}

ListenerModel::RowPtr ListenerModel::makeRow(const ListenerPtr &listener, const AssessmentPtr &assessment,
                                             qint64 openedAt)
{
    auto row = std::make_unique<ListenerRow>();
    row->id = m_nextId++;
    row->openedAt = openedAt;
    set(*row, listener, assessment);
    m_byKey.insert(listener->key, row.get());
    ++m_openCount;
    return row;
}

void ListenerModel::reindex(size_t from)
{
    for (size_t i = from; i < m_rows.size(); ++i)
        m_rows[i]->index = static_cast<int>(i);
}

void ListenerModel::fill(const Update &update)
{
    beginResetModel();
    m_rows.clear();
    m_byKey.clear();
    m_openCount = 0;
    const QList<ListenerPtr> &listeners = update.snapshot->listeners;
    m_rows.reserve(static_cast<size_t>(listeners.size()));
    m_byKey.reserve(listeners.size());
    for (qsizetype i = 0; i < listeners.size(); ++i)
        m_rows.push_back(makeRow(listeners.at(i), update.assessments.value(i), 0));
    reindex(0);
    m_filled = true;
    endResetModel();
}

void ListenerModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_byKey.clear();
    m_openCount = 0;
    m_filled = false;
    endResetModel();
}

void ListenerModel::apply(const Update &update)
{
    if (!update.snapshot)
        return;
    if (!m_filled || update.first) {
        fill(update);
        return;
    }

    const qint64 at = m_now().toMSecsSinceEpoch();
    std::vector<int> touched;
    std::vector<int> closed;
    std::vector<ListenerPtr> opened;

    const auto close = [&](ListenerRow &row) {
        setState(row, RowState::Closed, at);
        closed.push_back(row.index);
    };
    for (const ListenerPtr &listener : update.delta.closed) {
        ListenerRow *row = m_byKey.value(listener->key);
        if (row && row->state != RowState::Closed)
            close(*row);
    }

    // Keys may move along a chain within one delta: let go of all the old ones first.
    std::vector<std::pair<ListenerRow *, const ListenerChange *>> moved;
    for (const ListenerChange &change : update.delta.changed) {
        ListenerRow *row = m_byKey.value(change.before->key);
        if (!row || row->state == RowState::Closed) {
            opened.push_back(change.after);
            continue;
        }
        moved.emplace_back(row, &change);
    }
    for (const auto &[row, change] : moved)
        m_byKey.remove(row->listener->key);
    for (const auto &[row, change] : moved) {
        const Verdict before = row->assessment->verdict;
        set(*row, change->after, update.assessmentOf(change->after->key));
        m_byKey.insert(change->after->key, row);
        const bool noteworthy = (change->what & noteworthyChanges) || row->assessment->verdict != before;
        if (noteworthy && row->state != RowState::Opened)
            setState(*row, RowState::Changed, at);
        touched.push_back(row->index);
    }

    std::vector<RowPtr> added;
    const auto open = [&](const ListenerPtr &listener) {
        const AssessmentPtr assessment = update.assessmentOf(listener->key);
        if (ListenerRow *row = m_byKey.value(listener->key)) {
            // It came back while it lingered, or was already known.
            const bool wasClosed = row->state == RowState::Closed;
            if (wasClosed)
                row->openedAt = at;
            set(*row, listener, assessment);
            if (wasClosed)
                setState(*row, RowState::Opened, at);
            touched.push_back(row->index);
            return;
        }
        added.push_back(makeRow(listener, assessment, at));
        added.back()->state = RowState::Opened;
        added.back()->stateAt = at;
        added.back()->index = -1;
    };
    opened.insert(opened.end(), update.delta.opened.begin(), update.delta.opened.end());
    for (const ListenerPtr &listener : opened)
        open(listener);

    // The delta is against the update before; should one have been lost, the snapshot decides.
    if (!hasUnreadTables(*update.snapshot)
        && m_openCount != static_cast<int>(update.snapshot->listeners.size())) {
        QSet<ListenerKey> present;
        for (const ListenerPtr &listener : update.snapshot->listeners) {
            present.insert(listener->key);
            const ListenerRow *row = m_byKey.value(listener->key);
            if (!row || row->state == RowState::Closed)
                open(listener);
        }
        for (const RowPtr &row : m_rows) {
            if (row->state != RowState::Closed && !present.contains(row->listener->key))
                close(*row);
        }
    }

    if (update.reassessed) {
        const QList<ListenerPtr> &listeners = update.snapshot->listeners;
        for (qsizetype i = 0; i < listeners.size(); ++i) {
            ListenerRow *row = m_byKey.value(listeners.at(i)->key);
            if (!row || row->state == RowState::Closed)
                continue;
            set(*row, row->listener, update.assessments.at(i));
            touched.push_back(row->index);
        }
    }

    // Every view has to look at everything once; it need not hear of each row as well.
    const bool reset = static_cast<int>(added.size()) > manyPlaces;
    touched.erase(std::remove(touched.begin(), touched.end(), -1), touched.end());
    if (!reset) {
        announceStates(std::move(closed));
        announceChanged(std::move(touched));
    }
    if (added.empty())
        return;
    const int first = static_cast<int>(m_rows.size());
    if (reset)
        beginResetModel();
    else
        beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    std::move(added.begin(), added.end(), std::back_inserter(m_rows));
    reindex(static_cast<size_t>(first));
    if (reset)
        endResetModel();
    else
        endInsertRows();
}

void ListenerModel::announceChanged(std::vector<int> rows)
{
    announce(std::move(rows), 0, listenerColumnCount - 1);
}

void ListenerModel::announceStates(std::vector<int> rows)
{
    constexpr int column = static_cast<int>(ListenerColumn::State);
    announce(std::move(rows), column, column);
}

void ListenerModel::announce(std::vector<int> rows, int firstColumn, int lastColumn)
{
    if (rows.empty())
        return;
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    if (placesIn(rows) > manyPlaces || rows.size() * 2 > m_rows.size()) {
        Q_EMIT dataChanged(index(rows.front(), firstColumn), index(rows.back(), lastColumn));
        return;
    }
    for (size_t begin = 0; begin < rows.size();) {
        size_t end = begin + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        Q_EMIT dataChanged(index(rows[begin], firstColumn), index(rows[end - 1], lastColumn));
        begin = end;
    }
}

void ListenerModel::setOwnNotes(const OwnNotes &notes)
{
    m_ownNotes = notes;
    int first = -1;
    int last = -1;
    for (const RowPtr &row : m_rows) {
        const OwnNotePtr note = notes.noteFor(*row->listener);
        const bool same = note == row->ownNote || (note && row->ownNote && *note == *row->ownNote);
        row->ownNote = note;
        if (same)
            continue;
        row->filterStamp = 0;
        if (first < 0)
            first = row->index;
        last = row->index;
    }
    if (first >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, listenerColumnCount - 1));
}

bool ListenerModel::expire(const QDateTime &now)
{
    const qint64 end = now.toMSecsSinceEpoch() - lingering.count();
    std::vector<int> gone;
    std::vector<int> calm;
    bool waiting = false;
    for (const RowPtr &row : m_rows) {
        if (row->state == RowState::Normal)
            continue;
        if (row->stateAt > end) {
            waiting = true;
        } else if (row->state == RowState::Closed) {
            gone.push_back(row->index);
        } else {
            row->state = RowState::Normal;
            calm.push_back(row->index);
        }
    }
    // A reset tells of the calm rows as well.
    if (placesIn(gone) <= manyPlaces)
        announceStates(std::move(calm));
    removeRowsAt(gone);
    return waiting;
}

void ListenerModel::removeRowsAt(const std::vector<int> &rows)
{
    if (rows.empty())
        return;
    for (const int row : rows) {
        const ListenerKey &key = m_rows[static_cast<size_t>(row)]->listener->key;
        if (m_byKey.value(key) == m_rows[static_cast<size_t>(row)].get())
            m_byKey.remove(key);
    }
    if (placesIn(rows) > manyPlaces) {
        beginResetModel();
        for (const int row : rows)
            m_rows[static_cast<size_t>(row)].reset();
        std::erase(m_rows, nullptr);
        reindex(0);
        endResetModel();
        return;
    }
    // From the back, so that the places in front stay where they are.
    for (size_t end = rows.size(); end > 0;) {
        size_t begin = end - 1;
        while (begin > 0 && rows[begin - 1] == rows[begin] - 1)
            --begin;
        beginRemoveRows({}, rows[begin], rows[end - 1]);
        m_rows.erase(m_rows.begin() + rows[begin], m_rows.begin() + rows[end - 1] + 1);
        reindex(static_cast<size_t>(rows[begin]));
        endRemoveRows();
        end = begin;
    }
}

int ListenerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ListenerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : listenerColumnCount;
}

int ListenerModel::rowOf(const ListenerKey &key) const
{
    const ListenerRow *row = m_byKey.value(key);
    return row && row->state != RowState::Closed ? row->index : -1;
}

int ListenerModel::rowOfId(quint64 id) const
{
    // Rows are appended with growing ids and never reordered.
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), id,
                                        [](const RowPtr &row, quint64 wanted) { return row->id < wanted; });
    return found != m_rows.end() && (*found)->id == id ? (*found)->index : -1;
}

ListenerModel::Counts ListenerModel::counts() const
{
    Counts counts;
    for (const RowPtr &row : m_rows) {
        if (row->state == RowState::Closed)
            continue;
        ++counts.listening;
        counts.reachable += isReachableFromNetwork(row->exposure);
        counts.investigate += row->assessment->verdict == Verdict::Investigate;
        counts.opened += row->openedAt > 0;
        counts.inferred += row->listener->owner->attribution == Attribution::Inferred;
        if (const auto &baseline = row->assessment->baseline) {
            counts.notInBaseline += baseline->state == BaselineState::NotInBaseline;
            counts.changed += baseline->state == BaselineState::Changed;
        }
        if (!row->assessment->marks)
            continue;
        for (const Mark mark : allMarks()) {
            if (row->assessment->marks.testFlag(mark))
                ++counts.marks[mark];
        }
    }
    return counts;
}

} // namespace portolan
