// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/port_answer.h"
#include "snapshot/listener.h"

#include <QHash>
#include <QList>

namespace portolan {

/// Remembers what listeners said when they were asked, for as long as each is there and is the same:
/// another socket or another program has not been asked.
class AnswerMemory
{
public:
    /// Null forgets.
    void keep(const Listener &asked, const PortAnswerPtr &answer);
    /// Null when it was not asked as it is.
    [[nodiscard]] PortAnswerPtr answerOf(const Listener &listener) const;
    /// Forgets those that are not among `listeners`, which are a snapshot's, sorted by key.
    void forgetOthers(const QList<ListenerPtr> &listeners);

private:
    struct Kept
    {
        PortAnswerPtr answer;
        QList<quint64> sockets; ///< sorted
        QString program; ///< of the owner's leader; empty when not known
    };

    QHash<ListenerKey, Kept> m_kept;
};

} // namespace portolan
