// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "baseline/baseline.h"
#include "report/snapshot_reader.h"

#include <QString>

#include <functional>

namespace portolan {

/// Where this user's baseline is: baseline.json in the folder "portolan" of
/// QStandardPaths::GenericDataLocation, for the window and for portolan-cli alike. The file is a
/// snapshot.
[[nodiscard]] QString baselineFileName();

/// What became of reading or changing a baseline's file. The messages are translated, harmless and
/// say what, where and what to do.
struct BaselineOutcome
{
    BaselinePtr baseline = std::make_shared<const Baseline>(); ///< what the file holds now, as far as it is known; never null
    SnapshotFault fault = SnapshotFault::None;
    QString error {}; ///< empty when what was asked for was done
    QString setAside {}; ///< where a broken file was moved to; empty when none was
};

using BaselineChanger = std::function<Baseline(const Baseline &)>;

/// Reads and never changes the file; one that does not exist holds nothing. Blocks.
[[nodiscard]] BaselineOutcome readBaseline(const QString &fileName);

/// As above, but a broken file is moved aside under another name of the same folder, so that the
/// next change does not write over it; the error tells where to. A newer one stays. Blocks.
[[nodiscard]] BaselineOutcome openBaseline(const QString &fileName);

/// Reads the file, changes what it holds and puts the result in its place as a whole, while no other
/// program does the same; what was there before is kept among the earlier ones. A broken file is set
/// aside first; a newer one is left as it is and nothing is changed. Only the user can read what is
/// written. Blocks, at most some seconds for another program.
[[nodiscard]] BaselineOutcome changeBaseline(const QString &fileName, const BaselineChanger &change);

/// A baseline that another one has replaced.
struct EarlierBaseline
{
    QString fileName;
    QDateTime replacedAt;
    BaselinePtr baseline; ///< never null
};

/// How many are kept; the oldest go first.
inline constexpr qsizetype mostEarlierBaselines = 20;

/// The latest first; those that cannot be read are left out. Blocks.
[[nodiscard]] QList<EarlierBaseline> earlierBaselines(const QString &fileName);

} // namespace portolan
