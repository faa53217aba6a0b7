// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_fault.h"

#include <QMetaType>
#include <QString>

namespace portolan {

/// What state the history is in.
struct HistoryStatus
{
    /// Whether that is known at all: false until the file was opened, or could not be.
    bool known = false;
    bool recording = false;
    HistoryFault fault = HistoryFault::None;
    QString message; ///< of the fault, for people; empty without one
    QString notice; ///< what happened to the file (moved aside, replaced) since the start; may be empty

    friend bool operator==(const HistoryStatus &, const HistoryStatus &) = default;
};

} // namespace portolan

Q_DECLARE_METATYPE(portolan::HistoryStatus)
