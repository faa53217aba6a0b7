// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_sink.h"

#include <utility>

namespace portolan {

namespace {
constexpr qsizetype bufferSize = 64 * 1024;
constexpr qsizetype permille = 1000;
}

ReportSink::ReportSink(QIODevice &device, ReportProgress progress, std::stop_token stop)
    : m_device(device)
    , m_progress(std::move(progress))
    , m_stop(std::move(stop))
{
}

void ReportSink::write(QStringView text)
{
    writeBytes(text.toUtf8());
}

void ReportSink::writeBytes(QByteArrayView bytes)
{
    if (m_failed || m_cancelled)
        return;
    m_buffer += bytes;
    if (m_buffer.size() >= bufferSize)
        flush();
}

void ReportSink::flush()
{
    if (m_failed || m_cancelled)
        return;
    qsizetype written = 0;
    while (written < m_buffer.size()) {
        const qint64 count = m_device.write(m_buffer.constData() + written, m_buffer.size() - written);
        if (count <= 0) {
            m_failed = true;
            break;
        }
        written += count;
    }
    m_buffer.clear();
}

bool ReportSink::proceed(qsizetype done, qsizetype total)
{
    if (m_stop.stop_requested())
        m_cancelled = true;
    if (m_failed || m_cancelled)
        return false;
    const int now = static_cast<int>(total > 0 ? done * permille / total : permille);
    if (m_progress && now != m_lastPermille)
        m_progress(now);
    m_lastPermille = now;
    return true;
}

} // namespace portolan
