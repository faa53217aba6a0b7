// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "baseline/baseline.h"
#include "report/snapshot_reader.h"

#include <QByteArray>

namespace portolan {

/// A snapshot of what was accepted, which has `wholeAt` and in each listener `acceptedAt` besides.
[[nodiscard]] QByteArray baselineToJson(const Baseline &baseline);
/// What the snapshot's file says was accepted. A snapshot that is no baseline counts as accepted as a
/// whole when it was taken.
[[nodiscard]] Baseline baselineOf(const SnapshotFile &file);

} // namespace portolan
