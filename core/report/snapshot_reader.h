// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/assessment.h"
#include "report/report_document.h"
#include "snapshot/snapshot.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

namespace portolan {

/// A snapshot as it was written to a file.
struct SnapshotFile
{
    HostInfo host;
    SnapshotPtr snapshot; ///< its backend is Backend::File
    QList<AssessmentPtr> assessments; ///< parallel to snapshot->listeners
    /// When each listener was accepted as normal, parallel as well; invalid but in a baseline's file.
    QList<QDateTime> acceptedAt {};
    QDateTime wholeAt {}; ///< Baseline::wholeAt()
};

/// Why a file is no snapshot.
enum class SnapshotFault : quint8 {
    None,
    Unreadable, ///< the system did not let it be read, or it is too large
    Broken, ///< it is not what a snapshot should be
    Newer, ///< a newer version wrote it
};

/// Largest file that is read, in bytes.
inline constexpr qint64 maximumSnapshotSize = 256 * 1024 * 1024;

/// Reads the snapshot format, version 1. Pure. On failure nothing is returned and `error` says in
/// one translated sentence what is wrong and what to do. Unknown members are ignored; members that
/// are missing or have another type count as missing unless a listener has no sense without them.
[[nodiscard]] std::optional<SnapshotFile> readSnapshot(const QByteArray &bytes, QString *error, SnapshotFault *fault = nullptr);
/// The same from a file. Blocks.
[[nodiscard]] std::optional<SnapshotFile> readSnapshotFile(const QString &fileName, QString *error, SnapshotFault *fault = nullptr);

} // namespace portolan
