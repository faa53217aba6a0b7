// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace portolan {

/// How a listener stands to what the person accepted as normal.
struct BaselineMatch
{
    enum class State : quint8 {
        NotIn, ///< never accepted
        Accepted, ///< accepted, and as it was then
        Changed, ///< accepted, and no longer the same
    };

    State state = State::NotIn;
    QDateTime acceptedAt = {}; ///< invalid for NotIn
    /// For Changed: what it is now and what it was, translated for people; hostile text.
    QString now = {};
    QString before = {};

    friend bool operator==(const BaselineMatch &, const BaselineMatch &) = default;
};

} // namespace portolan
