// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/owner.h"

#include <QJsonObject>

namespace portolan {

/// `owner` of the snapshot format.
[[nodiscard]] QJsonObject ownerToJson(const Owner &owner);
/// Reads what ownerToJson() writes; what is missing or of another type stays unknown.
[[nodiscard]] Owner ownerFromJson(const QJsonObject &object);

} // namespace portolan
