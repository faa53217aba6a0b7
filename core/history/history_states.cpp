// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_states.h"

namespace portolan {

namespace {

/// What a file says may be anything.
template<class Value>
Value bounded(qint64 number, Value last)
{
    return number >= 0 && number <= static_cast<qint64>(last) ? static_cast<Value>(number) : last;
}

QString marksText(Marks marks)
{
    QStringList names;
    for (const Mark mark : allMarks()) {
        if (marks.testFlag(mark))
            names += markName(mark);
    }
    return names.join(QLatin1Char(' '));
}

Marks marksFrom(const QString &text)
{
    Marks marks;
    for (const QString &name : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (const std::optional<Mark> mark = markFromName(name))
            marks |= *mark;
    }
    return marks;
}

} // namespace

qint64 HistoryStates::ownerId(const HistoryOwner &owner)
{
    const auto id = [&] {
        return m_connection.number(
            "SELECT id FROM owner WHERE name = ? AND executable = ? AND script = ? AND package_manager = ? AND package = ? "
            "AND unit = ? AND container_engine = ? AND container = ? AND uid = ? AND user = ? AND kernel_part = ? "
            "AND kernel_interface = ?",
            owner.name, owner.executable, owner.script, owner.packageManager, owner.package, owner.unit,
            owner.containerEngine, owner.container, owner.uid, owner.user, owner.kernelPart, owner.kernelInterface);
    };
    if (const qint64 known = id(); known != 0)
        return known;
    return m_connection.insert(
        "INSERT INTO owner (name, executable, script, package_manager, package, unit, container_engine, container, uid, "
        "user, kernel_part, kernel_interface) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        owner.name, owner.executable, owner.script, owner.packageManager, owner.package, owner.unit, owner.containerEngine,
        owner.container, owner.uid, owner.user, owner.kernelPart, owner.kernelInterface);
}

qint64 HistoryStates::listenerId(const Listener &listener, qint64 at)
{
    const qint64 owner = ownerId(HistoryOwner::of(*listener.owner));
    // By the name that people see: what the key has is of this boot only.
    const QString networkNamespace = history_text::cut(listener.endpoints.constFirst().networkNamespace);
    const auto transport = static_cast<int>(listener.transport());
    const qint64 known = m_connection.number(
        "SELECT id FROM listener WHERE port = ? AND transport = ? AND namespace = ? AND owner = ?", listener.port(),
        transport, networkNamespace, owner);
    if (known != 0)
        return known;
    return m_connection.insert(
        "INSERT INTO listener (port, transport, namespace, owner, first_at, last_at) VALUES (?, ?, ?, ?, ?, ?)",
        listener.port(), transport, networkNamespace, owner, at, at);
}

qint64 HistoryStates::idOf(const Listener &listener, const Assessment &assessment, qint64 at)
{
    const qint64 id = listenerId(listener, at);
    const auto verdict = static_cast<int>(assessment.verdict);
    const auto attribution = static_cast<int>(listener.owner->attribution);
    const auto reason = static_cast<int>(listener.owner->reason);
    const QString endpoints = history_text::fromEndpoints(listener);
    const qint64 known = m_connection.number(
        "SELECT id FROM state WHERE listener = ? AND verdict = ? AND attribution = ? AND reason = ? AND endpoints = ?", id,
        verdict, attribution, reason, endpoints);
    if (known != 0)
        return known;
    return m_connection.insert(
        "INSERT INTO state (listener, verdict, attribution, reason, endpoints, marks, service, description) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        id, verdict, attribution, reason, endpoints, marksText(assessment.marks), history_text::cut(assessment.service),
        history_text::cut(assessment.description));
}

void HistoryStates::seen(qint64 state, qint64 at)
{
    m_connection.change("UPDATE listener SET last_at = ? WHERE id = (SELECT listener FROM state WHERE id = ?) AND last_at < ?",
                        at, state, at);
    m_read.remove(state);
}

OwnerPtr HistoryStates::owner(qint64 id, Attribution attribution, OwnerReason reason)
{
    const qint64 key = id * 256 + static_cast<int>(attribution) * 64 + static_cast<int>(reason);
    if (const OwnerPtr *known = m_owners.object(key))
        return *known;
    auto owner = std::make_shared<Owner>();
    owner->attribution = attribution;
    owner->reason = reason;
    HistoryRows row = m_connection.select(
        "SELECT name, executable, script, package_manager, package, unit, container_engine, container, uid, user, kernel_part, "
        "kernel_interface FROM owner WHERE id = ?",
        id);
    if (row.next()) {
        owner->uid = static_cast<quint32>(row.number(8));
        owner->user = row.text(9);
        owner->unit = row.text(5);
        ProcessInfo process;
        process.name = row.text(0);
        process.executable = row.text(1);
        process.script = row.text(2);
        process.uid = owner->uid;
        process.user = owner->user;
        process.unit = owner->unit;
        if (!process.shownName().isEmpty())
            owner->processes = { std::make_shared<const ProcessInfo>(std::move(process)) };
        if (const QString manager = row.text(3); !manager.isEmpty())
            owner->package = Package { manager, row.text(4), {}, std::nullopt };
        if (const QString container = row.text(7); !container.isEmpty())
            owner->container = Container { row.text(6), container, container };
        owner->kernelPart = row.text(10);
        owner->kernelInterface = row.text(11);
    }
    // Observed is what was read from a process: without one, nothing was.
    if (attribution == Attribution::Observed && owner->processes.isEmpty())
        owner->attribution = Attribution::None;
    m_owners.insert(key, new OwnerPtr(owner));
    return owner;
}

QList<Endpoint> HistoryStates::endpoints(const QString &text)
{
    if (const QList<Endpoint> *known = m_endpoints.object(text))
        return *known;
    QList<Endpoint> endpoints = history_text::toEndpoints(text);
    // A listener has at least one.
    if (endpoints.isEmpty())
        endpoints += Endpoint {};
    m_endpoints.insert(text, new QList<Endpoint>(endpoints));
    return endpoints;
}

/// The columns are those of the view state_row.
HistoryStatePtr HistoryStates::read(const HistoryRows &row)
{
    auto listener = std::make_shared<Listener>();
    listener->key.port = static_cast<quint16>(row.number(8));
    listener->key.transport = bounded(row.number(9), Transport::Udp);
    listener->key.networkNamespace = row.text(10);
    listener->owner = owner(row.number(13), bounded(row.number(2), Attribution::None), bounded(row.number(3), OwnerReason::NotSearched));
    // Nothing else of an owner is both kept and its own.
    listener->key.owner.kind = OwnerKey::Kind::ControlGroup;
    listener->key.owner.cgroupId = static_cast<quint64>(row.number(13));
    listener->key.owner.uid = listener->owner->uid;
    listener->endpoints = endpoints(row.text(4));
    auto assessment = std::make_shared<Assessment>();
    assessment->verdict = bounded(row.number(1), Verdict::Investigate);
    assessment->judgement.verdict = assessment->verdict;
    assessment->marks = marksFrom(row.text(5));
    assessment->service = row.text(6);
    assessment->description = row.text(7);
    auto state = std::make_shared<HistoryState>();
    state->id = row.number(0);
    state->listener = std::move(listener);
    state->assessment = std::move(assessment);
    state->firstSeen = QDateTime::fromMSecsSinceEpoch(row.number(11), Qt::UTC);
    state->lastSeen = QDateTime::fromMSecsSinceEpoch(row.number(12), Qt::UTC);
    return state;
}

void HistoryStates::forgetRead()
{
    m_read.clear();
    m_owners.clear();
}

HistoryStatePtr HistoryStates::state(qint64 id)
{
    if (const HistoryStatePtr *known = m_read.object(id))
        return *known;
    HistoryRows rows = m_connection.select("SELECT * FROM state_row WHERE id = ?", id);
    if (!rows.next())
        return nullptr;
    HistoryStatePtr state = read(rows);
    m_read.insert(id, new HistoryStatePtr(state));
    return state;
}

void HistoryStates::forEachAfter(qint64 id, int most, const std::function<void(const HistoryStatePtr &)> &use)
{
    HistoryRows rows = m_connection.select("SELECT * FROM state_row WHERE id > ? ORDER BY id LIMIT ?", id, most);
    while (rows.next())
        use(read(rows));
}

void HistoryStates::forgetIfUnused(qint64 state)
{
    const bool used = m_connection.number("SELECT EXISTS (SELECT 1 FROM event WHERE state = ?) OR EXISTS (SELECT 1 FROM event "
                                          "WHERE before = ?) OR EXISTS (SELECT 1 FROM span WHERE state = ?) OR EXISTS "
                                          "(SELECT 1 FROM open_span WHERE state = ?)",
                                          state, state, state, state)
        != 0;
    if (used)
        return;
    m_read.remove(state);
    const qint64 listener = m_connection.number("SELECT listener FROM state WHERE id = ?", state);
    m_connection.change("DELETE FROM state WHERE id = ?", state);
    if (m_connection.number("SELECT EXISTS (SELECT 1 FROM state WHERE listener = ?)", listener) != 0)
        return;
    const qint64 owner = m_connection.number("SELECT owner FROM listener WHERE id = ?", listener);
    m_connection.change("DELETE FROM listener WHERE id = ?", listener);
    if (m_connection.number("SELECT EXISTS (SELECT 1 FROM listener WHERE owner = ?)", owner) != 0)
        return;
    m_connection.change("DELETE FROM owner WHERE id = ?", owner);
    // Its id may come back as another's.
    m_owners.clear();
}

} // namespace portolan
