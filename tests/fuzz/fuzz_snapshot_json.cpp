// SPDX-License-Identifier: GPL-3.0-or-later
#include "baseline/baseline_json.h"
#include "baseline/baseline_match.h"
#include "report/json_report.h"
#include "report/report_writer.h"
#include "report/snapshot_reader.h"

#include <QBuffer>

#include <cstdlib>

using namespace portolan;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

QByteArray written(const SnapshotFile &file)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (writeReport({ file.host, file.snapshot, file.snapshot->listeners, file.assessments, nullptr, {} }, ReportFormat::Json, buffer).result != ReportResult::Written)
        std::abort();
    return buffer.data();
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QString error;
    const auto file = readSnapshot(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)), &error);
    if (!file) {
        if (error.isEmpty())
            std::abort();
        return 0;
    }
    for (qsizetype i = 1; i < file->snapshot->listeners.size(); ++i) {
        if (!(file->snapshot->listeners[i - 1]->key < file->snapshot->listeners[i]->key))
            std::abort();
    }
    // What was read can be written and read again, and then nothing changes any more.
    const QByteArray once = written(*file);
    const auto again = readSnapshot(once, &error);
    if (!again || written(*again) != once)
        std::abort();
    // As a baseline it survives being written, too, and knows what it holds.
    const Baseline baseline = baselineOf(*file);
    const auto kept = readSnapshot(baselineToJson(baseline), &error);
    if (!kept || baselineOf(*kept).accepted().size() != baseline.accepted().size())
        std::abort();
    for (qsizetype i = 0; i < file->snapshot->listeners.size(); ++i)
        (void)match(baseline, file->snapshot->listeners, i);
    return 0;
}
