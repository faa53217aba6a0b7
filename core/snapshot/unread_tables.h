// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/socket_table.h"

#include <QHash>
#include <QString>

namespace portolan {

/// The tables that were not read whole, of each network namespace. Namespaces are named as in
/// ListenerKey::networkNamespace.
class UnreadTables
{
public:
    /// None.
    UnreadTables() = default;
    /// Those of the host's own namespace.
    UnreadTables(SocketTables own) { add({}, own); }
    UnreadTables(SocketTable own) : UnreadTables(SocketTables(own)) { }
    /// All tables of all namespaces.
    [[nodiscard]] static UnreadTables everywhere()
    {
        UnreadTables all;
        all.m_elsewhere = allSocketTables;
        return all;
    }

    void add(const QString &networkNamespace, SocketTables tables)
    {
        if (tables)
            m_tables[networkNamespace] |= tables;
    }
    [[nodiscard]] SocketTables in(const QString &networkNamespace) const
    {
        return m_tables.value(networkNamespace) | m_elsewhere;
    }
    [[nodiscard]] bool isEmpty() const { return m_tables.isEmpty() && !m_elsewhere; }

private:
    QHash<QString, SocketTables> m_tables;
    /// Of every namespace besides.
    SocketTables m_elsewhere;
};

} // namespace portolan
