// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_file.h"
#include "history/history_limits.h"
#include "history/history_status.h"
#include "monitor/update.h"

#include <QDeadlineTimer>
#include <QMutex>
#include <QObject>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

class QTimer;

namespace portolan {

/// The storage thread's half of HistoryStore. Lives on that thread; offer() and stopAnswering() may
/// be called from any.
class HistoryWorker : public QObject
{
    Q_OBJECT

public:
    HistoryWorker(QString fileName, std::chrono::milliseconds retryAfter);
    /// Says in the history that watching ends.
    ~HistoryWorker() override;

    /// The newest update waiting takes the place of the one before.
    void offer(const Update &update);
    /// The answers that are still asked for are empty from now on.
    void stopAnswering() { m_stopped = true; }

    void open();
    void setLimits(const HistoryLimits &limits);
    void clear();
    /// A default one where the history cannot be read.
    template<class Answer>
    [[nodiscard]] Answer answer(const std::function<Answer(HistoryReader &)> &question)
    {
        if (!m_stopped && m_file) {
            try {
                return question(m_file->reader());
            } catch (const HistoryFailure &failure) {
                failedToRead(failure);
            }
        }
        return {};
    }

Q_SIGNALS:
    void statusChanged(const portolan::HistoryStatus &status);
    void grew();
    void replaced();

private:
    void recordPending();
    void record();
    void openForRecording();
    void openForReading();
    [[nodiscard]] bool moveAside(const HistoryFailure &failure);
    void failedToWrite(const HistoryFailure &failure);
    void failedToRead(const HistoryFailure &failure);
    void tidy();
    void tell(bool recording, HistoryFault fault, const QString &reason = {});

    const QString m_fileName;
    const std::chrono::milliseconds m_retryAfter;
    std::unique_ptr<HistoryFile> m_file;
    bool m_records = false; ///< m_file is open for recording
    QDeadlineTimer m_retry; ///< what failed is not tried again before it expires
    std::optional<Update> m_last;
    HistoryStatus m_status;
    HistoryLimits m_limits;
    QTimer *m_tidy = nullptr;
    std::atomic_bool m_stopped { false };

    QMutex m_mutex;
    std::optional<Update> m_pending;
};

} // namespace portolan
