// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/linux/full_view_client.h"
#include "process/process_info.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace portolan::platform {

/// What the helper told about sockets, as the process source takes it in at each call, and when it is
/// to be asked again: at once when there is a socket that it was not asked about yet or when something
/// it told is not so any more, and every few calls because a process can let go of a socket silently.
class ToldHolders
{
public:
    /// Made when it is first asked for: most who look at owners never do.
    [[nodiscard]] FullViewClient &client();

    /// To be called at the beginning of each call. True when there is another answer than before.
    bool nextCall();
    /// To be called at its end: asks again where that is due.
    void endCall();

    [[nodiscard]] bool isOn() const { return m_answer != nullptr; }
    /// Whether what is not in the answer does not exist either.
    [[nodiscard]] bool isComplete() const { return m_answer && m_answer->complete; }

    /// Those that were told to hold the socket. Whether they still live is for the caller to see.
    [[nodiscard]] QList<ToldProcess> holders(quint64 inode) const;
    /// Whether every process was looked into and none holds the socket.
    [[nodiscard]] bool isUnheld(quint64 inode) const { return isComplete() && m_answer->unheld.contains(inode); }
    /// The process with the executable that was told, if its own may not be read. The same object as
    /// long as both are the same.
    [[nodiscard]] ProcessPtr completed(const ProcessPtr &info, const ToldProcess &told);

    /// The socket has no holder that can be seen.
    void miss(quint64 inode);
    /// What was told of the process is not so any more.
    void doubt() { m_due = m_due || isOn(); }

private:
    struct Completed
    {
        ProcessPtr info;
        ProcessPtr result;
        quint64 usedAt = 0;
    };

    std::unique_ptr<FullViewClient> m_client;
    FullViewAnswerPtr m_answer;
    QHash<ProcessKey, Completed> m_completed;
    QSet<quint64> m_missed; ///< sockets without a holder, of this call
    QSet<quint64> m_inVain; ///< those that it was asked about already
    quint64 m_call = 0;
    quint64 m_askedAt = 0;
    bool m_due = false;
};

} // namespace portolan::platform
