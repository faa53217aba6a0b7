// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_writer.h"

#include <QByteArray>
#include <QStringView>

namespace portolan {

/// Where the writers put their text: UTF-8, buffered, with progress and a way to stop. After an
/// error or a stop, everything written is dropped.
class ReportSink
{
public:
    ReportSink(QIODevice &device, ReportProgress progress, std::stop_token stop);

    void write(QStringView text);
    void writeBytes(QByteArrayView bytes);
    /// Tells how far the work is; false when it should end early.
    [[nodiscard]] bool proceed(qsizetype done, qsizetype total);
    void flush();

    [[nodiscard]] bool hasFailed() const { return m_failed; }
    [[nodiscard]] bool isCancelled() const { return m_cancelled; }

private:
    QIODevice &m_device;
    ReportProgress m_progress;
    std::stop_token m_stop;
    QByteArray m_buffer;
    int m_lastPermille = -1;
    bool m_failed = false;
    bool m_cancelled = false;
};

} // namespace portolan
