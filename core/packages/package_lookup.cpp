// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/package_lookup.h"

#include <algorithm>
#include <utility>

namespace portolan {

namespace {

/// Answers are announced together, or every owner would be asked about again for each of them.
constexpr std::chrono::milliseconds announcementPause { 250 };
/// A database that cannot be read is asked ever more rarely.
constexpr int longestRetryPause = 16; // in intervals

} // namespace

PackageLookup::PackageLookup(std::unique_ptr<PackageDatabase> database, const QByteArray &procRoot,
                             const Limits &limits)
    : m_limits(limits)
    , m_inspector(std::move(database), procRoot, limits.files)
    , m_announcedAt(Clock::now())
    , m_checkedAt(Clock::now())
    , m_filesCheckedAt(Clock::now())
    , m_retryAt(Clock::now())
    , m_retryPause(limits.databaseInterval)
{
    m_pool.setMaxThreadCount(1);
}

PackageLookup::~PackageLookup()
{
    m_cancelled = true;
    m_pool.waitForDone();
}

PackageLookup::Answer PackageLookup::answerFor(const ProgramRequest &request)
{
    const std::lock_guard lock(m_mutex);
    auto program = m_programs.find(request.process);
    if (program != m_programs.end() && program->request == request)
        return program->answer;
    if (program == m_programs.end() && m_programs.size() >= m_limits.programs)
        return {};
    m_programs.insert(request.process, { request });
    m_asked.append(request);
    startWorking();
    return {};
}

void PackageLookup::checkWhenDue()
{
    const std::lock_guard lock(m_mutex);
    const auto now = Clock::now();
    if (m_programs.isEmpty() || now - m_checkedAt < m_limits.databaseInterval)
        return;
    m_checkedAt = now;
    m_isCheckDue = true;
    startWorking();
}

bool PackageLookup::waitForAnswers(std::chrono::milliseconds patience)
{
    std::unique_lock lock(m_mutex);
    return m_idle.wait_for(lock, patience, [this] { return !m_isWorking; });
}

void PackageLookup::startWorking()
{
    if (!std::exchange(m_isWorking, true))
        m_pool.start([this] { work(); });
}

void PackageLookup::work()
{
    while (!m_cancelled) {
        const std::optional<QList<ProgramRequest>> requests = takeRequests();
        if (!requests)
            return;
        m_inspector.inspect(*requests, m_cancelled, [this](const ProgramRequest &request, const Finding &finding) {
            store(request, finding);
            if (Clock::now() - m_announcedAt >= announcementPause)
                announce();
        });
        announce();
    }
}

std::optional<QList<ProgramRequest>> PackageLookup::takeRequests()
{
    bool check = false;
    {
        const std::lock_guard lock(m_mutex);
        check = std::exchange(m_isCheckDue, false);
    }
    const bool isOutdated = check && m_inspector.isOutdated();
    const std::lock_guard lock(m_mutex);
    QList<ProgramRequest> requests = std::exchange(m_asked, {});
    if (check)
        requests += requestsToRepeat(isOutdated);
    if (requests.isEmpty() && !m_isCheckDue) {
        m_isWorking = false;
        m_idle.notify_all();
        return std::nullopt;
    }
    return requests;
}

QList<ProgramRequest> PackageLookup::requestsToRepeat(bool isOutdated)
{
    const auto now = Clock::now();
    const bool all = isOutdated || now - m_filesCheckedAt >= m_limits.fileInterval;
    const bool unavailable = all || now >= m_retryAt;
    QList<ProgramRequest> requests;
    bool anyUnavailable = false;
    for (const Program &program : std::as_const(m_programs)) {
        anyUnavailable = anyUnavailable || program.isUnavailable;
        if (all || (unavailable && program.isUnavailable))
            requests.append(program.request);
    }
    if (all)
        m_filesCheckedAt = now;
    if (isOutdated || !anyUnavailable) {
        m_retryPause = m_limits.databaseInterval;
    } else if (unavailable) {
        m_retryAt = now + m_retryPause;
        m_retryPause = std::min(m_retryPause * 2, m_limits.databaseInterval * longestRetryPause);
    }
    return requests;
}

void PackageLookup::store(const ProgramRequest &request, const Finding &finding)
{
    const std::lock_guard lock(m_mutex);
    const auto program = m_programs.find(request.process);
    // Something else may have been asked about the process meanwhile.
    if (program == m_programs.end() || !(program->request == request))
        return;
    if (finding.state == Finding::State::Gone) {
        m_programs.erase(program);
        return;
    }
    program->isUnavailable = finding.state == Finding::State::Unavailable;
    m_answersChanged = m_answersChanged || program->answer != finding.answer;
    program->answer = finding.answer;
}

void PackageLookup::announce()
{
    m_announcedAt = Clock::now();
    if (std::exchange(m_answersChanged, false))
        ++m_revision;
}

} // namespace portolan
