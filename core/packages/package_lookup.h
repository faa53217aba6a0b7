// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/program_inspector.h"

#include <QHash>
#include <QThreadPool>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

namespace portolan {

/// Answers at once from what is known of the programs asked about, and has the rest looked up on a thread
/// of its own, all that is asked for meanwhile in one go. Thread-safe.
class PackageLookup
{
public:
    struct Limits
    {
        qsizetype programs = 16384; ///< processes whose answers are kept
        ProgramInspector::Limits files = {};
        /// Between two looks at whether the databases changed, and at all the files that are known.
        std::chrono::milliseconds databaseInterval { 5000 };
        std::chrono::milliseconds fileInterval { 30000 };
    };

    PackageLookup(std::unique_ptr<PackageDatabase> database, const QByteArray &procRoot, const Limits &limits);
    /// Cancels what is under way and waits for that.
    ~PackageLookup();

    using Answer = ProgramInspector::Answer;

    /// Never blocks. Empty when it is not known yet, too.
    [[nodiscard]] Answer answerFor(const ProgramRequest &request);
    /// Grows when an answer changed.
    [[nodiscard]] quint64 revision() const { return m_revision; }
    /// Looks again whether answers still hold, when it is time to; to be called regularly. Never blocks.
    void checkWhenDue();
    /// See FactSource::waitForAnswers(). A database that cannot be read is no reason to wait.
    bool waitForAnswers(std::chrono::milliseconds patience);

private:
    using Clock = std::chrono::steady_clock;
    using Finding = ProgramInspector::Finding;

    struct Program
    {
        ProgramRequest request;
        Answer answer {};
        bool isUnavailable = false;
    };

    void startWorking();
    void work();
    /// nullopt when there is nothing left to do; then the work has ended.
    [[nodiscard]] std::optional<QList<ProgramRequest>> takeRequests();
    [[nodiscard]] QList<ProgramRequest> requestsToRepeat(bool isOutdated);
    void store(const ProgramRequest &request, const Finding &finding);
    void announce();

    const Limits m_limits;
    std::atomic<quint64> m_revision { 0 };
    std::atomic_bool m_cancelled { false };
    /// Used by the working thread alone.
    ProgramInspector m_inspector;
    Clock::time_point m_announcedAt;
    bool m_answersChanged = false;

    std::mutex m_mutex;
    std::condition_variable m_idle;
    QHash<ProcessKey, Program> m_programs;
    QList<ProgramRequest> m_asked;
    bool m_isWorking = false;
    bool m_isCheckDue = false;
    Clock::time_point m_checkedAt;
    Clock::time_point m_filesCheckedAt;
    Clock::time_point m_retryAt;
    std::chrono::milliseconds m_retryPause;

    QThreadPool m_pool;
};

} // namespace portolan
