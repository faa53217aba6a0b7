// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_document.h"

#include <QList>

namespace portolan::cli {

/// A listener with its assessment, as the documents hold them.
struct Entry
{
    ListenerPtr listener;
    AssessmentPtr assessment;
};

struct EntryChange
{
    Entry before;
    Entry after;
    bool ownerChanged = false; ///< otherwise where it can be reached
};

struct Comparison
{
    QList<Entry> opened;
    QList<Entry> closed;
    QList<EntryChange> changed;

    [[nodiscard]] bool isEmpty() const { return opened.isEmpty() && closed.isEmpty() && changed.isEmpty(); }
};

/// Compares pictures that may be days, reboots and machines apart, where pids and sockets mean
/// nothing: a listener is known by transport, port, network namespace and program; the program by
/// its executable where both pictures know it, else by unit, else by user. A partial `after`
/// closes nothing.
[[nodiscard]] Comparison compare(const ReportDocument &before, const ReportDocument &after);

} // namespace portolan::cli
