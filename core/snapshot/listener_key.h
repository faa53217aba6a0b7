// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"
#include "process/process_key.h"

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace portolan {

/// What identifies an owner from tick to tick.
struct OwnerKey
{
    enum class Kind : quint8 { Process, ControlGroup, User };

    Kind kind = Kind::User;
    /// The leader, for Kind::Process.
    ProcessKey process;
    quint64 cgroupId = 0;
    quint32 uid = 0;

    friend auto operator<=>(const OwnerKey &, const OwnerKey &) = default;
    friend size_t qHash(const OwnerKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, static_cast<quint8>(key.kind), key.process, key.cgroupId, key.uid);
    }
};

/// Identity of a listener: one (transport, port, owner) of one network namespace.
/// Orders by port first.
struct ListenerKey
{
    quint16 port = 0;
    Transport transport = Transport::Tcp;
    /// What tells its network namespace from all others of the snapshot and stays the same while that
    /// lives; never shown. Endpoints bear the name that people see, which several namespaces may have
    /// in common and which may change. Empty: the host's own.
    QString networkNamespace;
    OwnerKey owner;

    friend bool operator==(const ListenerKey &, const ListenerKey &) = default;
    friend std::strong_ordering operator<=>(const ListenerKey &a, const ListenerKey &b)
    {
        if (const auto order = a.port <=> b.port; order != 0)
            return order;
        if (const auto order = a.transport <=> b.transport; order != 0)
            return order;
        if (const auto order = a.networkNamespace.compare(b.networkNamespace) <=> 0; order != 0)
            return order;
        return a.owner <=> b.owner;
    }
    friend size_t qHash(const ListenerKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, key.port, static_cast<quint8>(key.transport), key.networkNamespace, key.owner);
    }
};

} // namespace portolan
