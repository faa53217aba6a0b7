// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_document.h"

#include <QFlags>
#include <QList>

namespace portolan {

/// A listener with its assessment, as the documents hold them.
struct ComparedListener
{
    ListenerPtr listener; ///< null where there is none
    AssessmentPtr assessment;
};

enum class Difference : quint8 {
    Opened = 1,
    Closed = 2,
    Owner = 4, ///< another program holds the port
    Endpoints = 8, ///< the same program has it at other addresses
    Wider = 16, ///< more of the world can reach it
    Narrower = 32, ///< less of the world can reach it
    Verdict = 64,
};
Q_DECLARE_FLAGS(Differences, Difference)

/// One port that is not the same in both pictures.
struct ComparedPort
{
    Differences what;
    ComparedListener before; ///< null for Opened
    ComparedListener after; ///< null for Closed

    /// The later one, where there is one.
    [[nodiscard]] const ComparedListener &shown() const { return after.listener ? after : before; }
};

/// What differs between two pictures, by port.
struct Comparison
{
    QList<ComparedPort> ports;

    [[nodiscard]] bool isEmpty() const { return ports.isEmpty(); }
    [[nodiscard]] int count(Differences any) const;
    /// Of those with any of the differences, as the later picture judges them.
    [[nodiscard]] int countOf(Differences any, Verdict verdict) const;
};

/// Compares pictures that may be days, reboots and machines apart, where pids and sockets mean
/// nothing: a listener is known by transport, port, network namespace and program; the program by its
/// script or executable where both pictures know it, else by unit, else by user. A passing UDP port is
/// known by its program alone. A partial `after` closes nothing. Linear in the sizes but for ports with many
/// programs. Pure.
[[nodiscard]] Comparison compare(const ReportDocument &before, const ReportDocument &after);

} // namespace portolan

Q_DECLARE_OPERATORS_FOR_FLAGS(portolan::Differences)
