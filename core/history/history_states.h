// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/assessment.h"
#include "history/history_connection.h"
#include "history/history_identity.h"
#include "history/history_values.h"

#include <QCache>

#include <functional>

namespace portolan {

/// The rows of owner, listener and state: found, made, read and forgotten. Throws HistoryFailure.
class HistoryStates
{
public:
    explicit HistoryStates(HistoryConnection &connection)
        : m_connection(connection)
    {
    }

    /// The id of the state that this listener and its assessment are in; made where there is none,
    /// with `at` as the time it was first seen.
    [[nodiscard]] qint64 idOf(const Listener &listener, const Assessment &assessment, qint64 at);
    /// The listener was seen until then.
    void seen(qint64 state, qint64 at);
    /// Null when there is none.
    [[nodiscard]] HistoryStatePtr state(qint64 id);
    /// States with a greater id, in their order, as many as that.
    void forEachAfter(qint64 id, int most, const std::function<void(const HistoryStatePtr &)> &use);
    /// Removes the state where nothing speaks of it any more, then its listener and its owner where
    /// they have none left.
    void forgetIfUnused(qint64 state);
    /// What was read is read again: rows were removed, or the times a listener was seen changed.
    void forgetRead();

private:
    [[nodiscard]] qint64 ownerId(const HistoryOwner &owner);
    [[nodiscard]] qint64 listenerId(const Listener &listener, qint64 at);
    [[nodiscard]] HistoryStatePtr read(const HistoryRows &row);
    [[nodiscard]] OwnerPtr owner(qint64 id, Attribution attribution, OwnerReason reason);
    [[nodiscard]] QList<Endpoint> endpoints(const QString &text);

    HistoryConnection &m_connection;
    QCache<qint64, HistoryStatePtr> m_read { 4096 };
    // Few owners and few sets of addresses are shared by very many states.
    QCache<qint64, OwnerPtr> m_owners { 1024 };
    QCache<QString, QList<Endpoint>> m_endpoints { 256 };
};

} // namespace portolan
