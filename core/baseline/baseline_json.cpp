// SPDX-License-Identifier: GPL-3.0-or-later
#include "baseline/baseline_json.h"

#include "report/json_fields.h"
#include "report/json_report.h"
#include "report/report_sink.h"

#include <QBuffer>

#include <algorithm>

namespace portolan {

QByteArray baselineToJson(const Baseline &baseline)
{
    ReportDocument document;
    document.host = HostInfo::current();
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->takenAt = baseline.lastAcceptedAt();
    snapshot->backend = Backend::File;
    snapshot->unread = {};
    JsonAdditions additions;
    additions.members.insert(QStringLiteral("wholeAt"), json::timeOrNull(baseline.wholeAt()));
    for (const AcceptedPtr &entry : baseline.accepted()) {
        document.listeners += entry->listener;
        document.assessments += entry->assessment;
        additions.listeners += QJsonObject { { QStringLiteral("acceptedAt"), json::timeOrNull(entry->acceptedAt) } };
    }
    snapshot->listeners = document.listeners;
    document.snapshot = snapshot;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    ReportSink sink(buffer, {}, {});
    writeJsonReport(document, sink, additions);
    sink.flush();
    return buffer.data();
}

Baseline baselineOf(const SnapshotFile &file)
{
    const bool isBaseline = std::ranges::any_of(file.acceptedAt, &QDateTime::isValid);
    QList<AcceptedPtr> accepted;
    accepted.reserve(file.snapshot->listeners.size());
    for (qsizetype i = 0; i < file.snapshot->listeners.size(); ++i) {
        const QDateTime at = isBaseline ? file.acceptedAt[i] : file.snapshot->takenAt;
        accepted += std::make_shared<const AcceptedListener>(AcceptedListener { file.snapshot->listeners[i], file.assessments[i], at });
    }
    return Baseline(accepted, isBaseline ? file.wholeAt : file.snapshot->takenAt);
}

} // namespace portolan
