// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/background.h"
#include "report/snapshot_reader.h"

#include <QString>

#include <optional>
#include <utility>

namespace portolan {

/// A snapshot file, or why it could not be read.
struct ReadSnapshot
{
    std::optional<SnapshotFile> file;
    QString error;
};

/// Reads the file on a pool thread and hands it to `then` on the window's thread; see inBackground().
template <typename Then>
void readInBackground(QObject *context, const QString &fileName, Then then)
{
    inBackground(
        context,
        [fileName] {
            ReadSnapshot result;
            result.file = readSnapshotFile(fileName, &result.error);
            return result;
        },
        std::move(then));
}

} // namespace portolan
