// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace portolan {

/// How much of compiled knowledge is checked when it is opened.
enum class Trust : quint8 {
    /// Everything: whoever wrote the bytes, no number in them leads outside.
    None,
    /// The outline. For bytes that are part of the program: the compiler read them back in full
    /// after it had written them, so that a start need not touch every page of them again.
    CheckedByBuild,
};

} // namespace portolan
