// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/redaction.h"
#include "report/report_writer.h"

#include <QObject>

#include <memory>
#include <stop_token>

namespace portolan {

/// Writes one report on a pool thread. Lives on the window's thread, which it never blocks.
/// When it is destroyed early, the writing is cancelled and an existing file stays whole.
class ExportJob : public QObject
{
    Q_OBJECT

public:
    /// The host is looked up on the pool thread when the document does not name it.
    /// Without a format it is a PDF.
    ExportJob(ReportDocument document, std::optional<ReportFormat> format, QString fileName, Redactions redactions,
              QObject *parent = nullptr);
    ~ExportJob() override;

    void start();
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] const QString &fileName() const { return m_fileName; }

Q_SIGNALS:
    /// 0 to 1000, never downwards.
    void progress(int permille);
    void finished(const portolan::ReportOutcome &outcome);

private:
    ReportDocument m_document;
    std::optional<ReportFormat> m_format;
    QString m_fileName;
    Redactions m_redactions;
    bool m_running = false;
    int m_permille = 0;
    std::stop_source m_stop;
};

} // namespace portolan
