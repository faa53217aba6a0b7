// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/fact_source.h"

#include <QHash>
#include <QList>

#include <memory>
#include <vector>

namespace portolan {

/// Completes owners by fact sources. Used by one thread at a time; costs next to nothing for owners
/// that did not change since the call before.
class OwnerFacts
{
public:
    /// The sources are asked in this order; each sees what those before it added.
    explicit OwnerFacts(std::vector<std::unique_ptr<FactSource>> sources);

    /// One owner per socket, as ProcessSource gives them. An owner to which nothing is added stays the
    /// same object; a completed one is the same object for as long as nothing about it changes.
    [[nodiscard]] QList<OwnerPtr> completed(const QList<SocketEntry> &sockets, const QList<OwnerPtr> &owners);
    /// See FactSource::waitForAnswers(); `patience` is for all sources together.
    bool waitForAnswers(std::chrono::milliseconds patience);

private:
    struct Place
    {
        quint16 port = 0;
        Transport transport = Transport::Tcp;
        QString networkNamespace;

        friend bool operator==(const Place &, const Place &) = default;
        friend size_t qHash(const Place &place, size_t seed = 0) noexcept
        {
            return qHashMulti(seed, place.port, static_cast<quint8>(place.transport), place.networkNamespace);
        }
    };
    struct Completed
    {
        OwnerPtr owner;
        quint64 askedAt = 0;
    };
    struct Known
    {
        QHash<Place, Completed> atPlace;
        /// What the same owner became at different places, without repetition.
        std::vector<OwnerPtr> distinct;
        quint64 askedAt = 0;
    };

    [[nodiscard]] OwnerPtr complete(const OwnerPtr &owner, const SocketEntry &socket, Known &known);
    void forgetUnasked();
    [[nodiscard]] QList<quint64> revisions() const;

    std::vector<std::unique_ptr<FactSource>> m_sources;
    QList<quint64> m_revisions;
    QHash<OwnerPtr, Known> m_known;
    quint64 m_call = 0;
    QList<SocketEntry> m_lastSockets;
    QList<OwnerPtr> m_lastOwners;
    QList<OwnerPtr> m_lastCompleted;
};

} // namespace portolan
