// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_worker.h"

#include <QDateTime>
#include <QFile>
#include <QMutexLocker>
#include <QTimer>

namespace portolan {

namespace {

using namespace std::chrono_literals;
/// Other things come first at the start.
constexpr auto firstTidy = 20s;
constexpr auto tidyEvery = 1h;
constexpr auto betweenSteps = 20ms;

} // namespace

HistoryWorker::HistoryWorker(QString fileName, std::chrono::milliseconds retryAfter)
    : m_fileName(std::move(fileName))
    , m_retryAfter(retryAfter)
    , m_retry(0)
{
    qRegisterMetaType<HistoryStatus>();
}

HistoryWorker::~HistoryWorker()
{
    recordPending();
    if (!m_file || !m_records)
        return;
    try {
        m_file->end();
    } catch (const HistoryFailure &) {
        // The next start finds that it ended without a word.
    }
}

void HistoryWorker::offer(const Update &update)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (std::exchange(m_pending, update))
            return;
    }
    QMetaObject::invokeMethod(this, &HistoryWorker::recordPending, Qt::QueuedConnection);
}

void HistoryWorker::recordPending()
{
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_pending)
            return;
        m_last = std::exchange(m_pending, std::nullopt);
    }
    if (m_file && m_file->isReplaced()) {
        m_file.reset();
        m_status.notice = historyReplacedText(m_fileName);
        m_retry.setRemainingTime(0);
    }
    if (m_retry.hasExpired())
        record();
}

void HistoryWorker::record()
{
    // Twice: a file that turns out to be damaged is moved aside, and the new one takes what it did not.
    for (int attempt = 0; attempt < 2; ++attempt) {
        try {
            if (!m_file || !m_records)
                openForRecording();
            const bool happened = m_file->recorder().record(*m_last);
            tell(true, HistoryFault::None);
            if (happened)
                Q_EMIT grew();
            return;
        } catch (const HistoryFailure &failure) {
            if (moveAside(failure))
                continue;
            failedToWrite(failure);
            return;
        }
    }
}

void HistoryWorker::open()
{
    if (m_file)
        return;
    for (int attempt = 0; attempt < 2; ++attempt) {
        try {
            openForRecording();
            tell(true, HistoryFault::None);
            return;
        } catch (const HistoryFailure &failure) {
            if (moveAside(failure))
                continue;
            failedToWrite(failure);
            return;
        }
    }
}

void HistoryWorker::openForRecording()
{
    m_file.reset();
    m_records = false;
    m_file = std::make_unique<HistoryFile>(m_fileName, HistoryFile::Use::Record);
    m_records = true;
    if (!m_tidy) {
        m_tidy = new QTimer(this);
        m_tidy->setSingleShot(true);
        connect(m_tidy, &QTimer::timeout, this, &HistoryWorker::tidy);
        m_tidy->start(firstTidy);
    }
    Q_EMIT replaced();
}

void HistoryWorker::openForReading()
{
    try {
        m_file = std::make_unique<HistoryFile>(m_fileName, HistoryFile::Use::Read);
        Q_EMIT replaced();
    } catch (const HistoryFailure &) {
        // What keeps it from being recorded has been said; that it cannot be read follows.
    }
}

bool HistoryWorker::moveAside(const HistoryFailure &failure)
{
    if (failure.fault() != HistoryFault::Corrupt && failure.fault() != HistoryFault::Foreign)
        return false;
    m_file.reset();
    m_records = false;
    const QString name = moveHistoryAside(m_fileName);
    if (name.isEmpty())
        return false;
    m_status.notice = historySetAsideText(failure.fault(), m_fileName, name);
    return true;
}

void HistoryWorker::failedToWrite(const HistoryFailure &failure)
{
    m_retry.setRemainingTime(m_retryAfter);
    // What is only full or held for a while can still be read, and is written again as it is.
    if (failure.fault() != HistoryFault::Full && failure.fault() != HistoryFault::InUse) {
        m_file.reset();
        m_records = false;
    }
    if (!m_file)
        openForReading();
    tell(false, failure.fault(), failure.reason());
}

void HistoryWorker::failedToRead(const HistoryFailure &failure)
{
    if (failure.fault() == HistoryFault::InUse || failure.fault() == HistoryFault::Full)
        return;
    if (moveAside(failure)) {
        m_retry.setRemainingTime(0);
        if (m_last)
            record();
        else
            open();
        return;
    }
    failedToWrite(failure);
}

void HistoryWorker::setLimits(const HistoryLimits &limits)
{
    if (limits == m_limits)
        return;
    m_limits = limits;
    if (m_tidy)
        m_tidy->start(0);
}

void HistoryWorker::tidy()
{
    bool more = false;
    if (m_file && m_records && m_status.fault == HistoryFault::None) {
        try {
            more = m_file->retention().step(m_limits, QDateTime::currentMSecsSinceEpoch());
        } catch (const HistoryFailure &failure) {
            if (!moveAside(failure))
                failedToWrite(failure);
        }
    }
    m_tidy->start(more ? std::chrono::milliseconds(betweenSteps) : std::chrono::milliseconds(tidyEvery));
}

void HistoryWorker::clear()
{
    // What another program writes, or a newer one wrote, is not this one's to remove.
    if (!m_records)
        return;
    m_file.reset();
    m_records = false;
    for (const char *beside : { "", "-wal", "-shm" }) {
        const QString name = m_fileName + QLatin1String(beside);
        QFile file(name);
        if (file.exists() && !file.remove()) {
            failedToWrite(HistoryFailure(HistoryFault::Refused, file.errorString()));
            return;
        }
    }
    m_status.notice.clear();
    m_retry.setRemainingTime(0);
    if (m_last)
        record();
    else
        open();
}

void HistoryWorker::tell(bool recording, HistoryFault fault, const QString &reason)
{
    m_status.known = true;
    m_status.recording = recording;
    m_status.fault = fault;
    m_status.message = historyFaultText(fault, m_fileName, reason);
    Q_EMIT statusChanged(m_status);
}

} // namespace portolan
