// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/export_job.h"

#include "report/paged_report.h"
#include "report/redaction.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <utility>

namespace portolan {

ExportJob::ExportJob(ReportDocument document, std::optional<ReportFormat> format, QString fileName, Redactions redactions,
                     QObject *parent)
    : QObject(parent)
    , m_document(std::move(document))
    , m_format(format)
    , m_fileName(std::move(fileName))
    , m_redactions(redactions)
{
}

ExportJob::~ExportJob()
{
    m_stop.request_stop();
}

void ExportJob::start()
{
    if (m_running)
        return;
    m_running = true;
    m_permille = 0;

    // The job may be gone when the pool thread reports: results travel through a relay, which only
    // the window's thread destroys.
    auto relay = std::make_shared<QPointer<ExportJob>>(this);
    QObject *window = QCoreApplication::instance();
    const auto progressed = [relay, window](int permille) {
        QMetaObject::invokeMethod(window, [relay, permille] {
            ExportJob *job = relay->data();
            if (!job || !job->m_running || permille <= job->m_permille)
                return;
            job->m_permille = permille;
            Q_EMIT job->progress(permille);
        });
    };
    const auto ended = [relay, window](const ReportOutcome &outcome) {
        QMetaObject::invokeMethod(window, [relay, outcome] {
            ExportJob *job = relay->data();
            if (!job)
                return;
            job->m_running = false;
            Q_EMIT job->finished(outcome);
        });
    };
    QThreadPool::globalInstance()->start(
        [document = m_document, format = m_format, fileName = m_fileName, redactions = m_redactions,
         stop = m_stop.get_token(), progressed, ended]() mutable {
            if (document.host.name.isEmpty())
                document.host = HostInfo::current();
            document = redacted(document, redactions);
            ended(format ? saveReport(document, *format, fileName, progressed, stop) : savePdf(document, fileName, progressed, stop));
        });
}

void ExportJob::cancel()
{
    m_stop.request_stop();
}

} // namespace portolan
