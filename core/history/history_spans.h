// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

/// How long spans are, in classes: see the table `span`.
namespace portolan::history_spans {

constexpr qint64 shortest = 60'000;
/// Longer than anything: 4^15 minutes are two thousand years.
constexpr int classes = 16;

/// What spans of the class are shorter than, in milliseconds.
[[nodiscard]] constexpr qint64 boundOf(int length)
{
    return shortest << (2 * length);
}
[[nodiscard]] constexpr int lengthOf(qint64 milliseconds)
{
    int length = 0;
    while (length < classes - 1 && milliseconds >= boundOf(length))
        ++length;
    return length;
}

} // namespace portolan::history_spans
