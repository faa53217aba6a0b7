// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "process/process_key.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QSet>

#include <memory>
#include <optional>

namespace portolan::platform {

/// A process that the helper saw holding sockets.
struct ToldProcess
{
    ProcessKey key;
    QByteArray executable; ///< as /proc/<pid>/exe names it; empty: not known

    friend bool operator==(const ToldProcess &, const ToldProcess &) = default;
};

/// One answer of the helper, see full_view_protocol.h.
struct FullViewAnswer
{
    bool complete = false;
    QHash<quint64, QList<ToldProcess>> holders; ///< by inode
    QSet<quint64> unheld; ///< inodes of sockets that were seen and that no process holds

    friend bool operator==(const FullViewAnswer &, const FullViewAnswer &) = default;
};

using FullViewAnswerPtr = std::shared_ptr<const FullViewAnswer>;

/// Size of the whole answer that begins so; 0 while its header has not come whole; nullopt when it is
/// no answer.
[[nodiscard]] std::optional<qsizetype> fullViewAnswerSize(QByteArrayView beginning);

/// Takes any bytes; nullopt when they are not exactly one answer.
[[nodiscard]] std::optional<FullViewAnswer> parseFullViewAnswer(QByteArrayView bytes);

} // namespace portolan::platform
