// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/owner_facts.h"

#include <algorithm>

namespace portolan {

OwnerFacts::OwnerFacts(std::vector<std::unique_ptr<FactSource>> sources)
    : m_sources(std::move(sources))
{
}

QList<quint64> OwnerFacts::revisions() const
{
    QList<quint64> result;
    for (const auto &source : m_sources)
        result.append(source->revision());
    return result;
}

QList<OwnerPtr> OwnerFacts::completed(const QList<SocketEntry> &sockets, const QList<OwnerPtr> &owners)
{
    Q_ASSERT(sockets.size() == owners.size());
    // Read first: an answer that comes while we ask shows at the next call.
    const QList<quint64> revisions = this->revisions();
    const bool answersChanged = revisions != m_revisions;
    if (!answersChanged && owners == m_lastOwners && sockets == m_lastSockets)
        return m_lastCompleted;

    ++m_call;
    m_revisions = revisions;
    QList<OwnerPtr> result;
    result.reserve(owners.size());
    for (qsizetype i = 0; i < owners.size(); ++i) {
        Known &known = m_known[owners[i]];
        if (known.askedAt != m_call) {
            known.askedAt = m_call;
            if (answersChanged)
                known.atPlace.clear();
        }
        Completed &completed = known.atPlace[{ sockets[i].port, sockets[i].transport, sockets[i].networkNamespace }];
        completed.askedAt = m_call;
        if (!completed.owner)
            completed.owner = complete(owners[i], sockets[i], known);
        result.append(completed.owner);
    }
    m_lastSockets = sockets;
    m_lastOwners = owners;
    m_lastCompleted = result;
    forgetUnasked();
    return result;
}

void OwnerFacts::forgetUnasked()
{
    m_known.removeIf([this](const auto &entry) { return entry.value().askedAt != m_call; });
    // One process may open and close any number of ports, and what is known of it may change as often.
    for (Known &known : m_known) {
        known.atPlace.removeIf([this](const auto &entry) { return entry.value().askedAt != m_call; });
        std::erase_if(known.distinct, [](const OwnerPtr &owner) { return owner.use_count() == 1; });
    }
}

OwnerPtr OwnerFacts::complete(const OwnerPtr &owner, const SocketEntry &socket, Known &known)
{
    auto copy = std::make_shared<Owner>(*owner);
    for (const auto &source : m_sources)
        source->addTo(*copy, socket);
    if (*copy == *owner)
        return owner;
    const auto same = std::ranges::find_if(known.distinct, [&copy](const OwnerPtr &other) { return *other == *copy; });
    if (same != known.distinct.end())
        return *same;
    known.distinct.push_back(copy);
    return copy;
}

bool OwnerFacts::waitForAnswers(std::chrono::milliseconds patience)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    return std::ranges::all_of(m_sources, [end](const auto &source) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        return source->waitForAnswers(std::max(left, std::chrono::milliseconds(0)));
    });
}

} // namespace portolan
