// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace portolan {

/// A term as one would type it, `key:value`, the value in quotes where it needs them.
[[nodiscard]] QString filterTerm(const QString &key, const QString &value);

/// The filter's text with one term for this key in place of all it had, at its end; a null value only
/// takes them out. Terms with a leading `-` and all others stay as they were typed.
[[nodiscard]] QString withFilterTerm(const QString &text, const QString &key, const QString &value);

} // namespace portolan
