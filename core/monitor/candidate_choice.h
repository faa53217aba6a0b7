// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge.h"
#include "monitor/fact_source.h"

#include <QList>

#include <atomic>

namespace portolan {

/// Whether the process is of a program that starts others, or keeps a container or a session together,
/// and serves nothing itself: a shell, sudo, tini, pause.
[[nodiscard]] bool isLauncher(const ProcessInfo &process);

/// The candidates for one socket, weighed.
struct WeighedCandidates
{
    QList<ProcessPtr> processes; ///< likeliest first
    /// The first fits and none of the others does. Never where it is a matter of degree; and where the
    /// socket is in no group, so that others may hold it too, only when the notes know the first.
    bool oneFits = false;
    /// The notes know the first for this port, or its command line names the port.
    bool standsOut = false;
};

/// Weighs the processes of an inferred owner by user, by what the notes say of the port, by the port in
/// command lines, by the unit's name and by age, ancestors before the processes they started. Pure; the
/// order given does not matter.
[[nodiscard]] WeighedCandidates weighCandidates(const Owner &owner, const SocketEntry &socket, const Knowledge &knowledge);

/// Puts the candidates of an inferred owner into order, and takes the one that fits where only one does.
class CandidateChoice : public FactSource
{
public:
    /// `person` is the user id of who looks.
    CandidateChoice(KnowledgePtr knowledge, quint32 person);

    /// To be called on the thread that calls addTo().
    void use(KnowledgePtr knowledge);

    void addTo(Owner &owner, const SocketEntry &socket) override;
    [[nodiscard]] quint64 revision() const override { return m_revision; }
    bool waitForAnswers(std::chrono::milliseconds) override { return true; }

private:
    KnowledgePtr m_knowledge;
    const quint32 m_person;
    std::atomic<quint64> m_revision = 0;
};

} // namespace portolan
