// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/owner.h"
#include "snapshot/snapshot.h"

#include <QLatin1String>
#include <QStringView>

#include <optional>

/// Words of the snapshot format that nothing else needs.
namespace portolan::names {

/// "one-candidate", ...
[[nodiscard]] QLatin1String ownerReason(OwnerReason reason);
[[nodiscard]] std::optional<OwnerReason> ownerReasonFrom(QStringView name);
/// "dump-interrupted", ...
[[nodiscard]] QLatin1String remark(Remark remark);
[[nodiscard]] std::optional<Remark> remarkFrom(QStringView name);

} // namespace portolan::names
