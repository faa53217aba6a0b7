// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/stop_dialog.h"
#include "process/process_control.h"
#include "services/unit_control.h"
#include "services/unit_stop_plan.h"
#include "snapshot/listener.h"

#include <QList>
#include <QString>

/// What is said about stopping a process or its unit; translated.
namespace portolan::stop_words {

/// "updater (4242)", visible and short enough for a headline.
[[nodiscard]] QString name(const ProcessInfo &process);
/// To end the leading process: what will go, what happens to the other holders, and what to know about
/// special processes.
[[nodiscard]] StopChoice processChoice(const Listener &listener, const QList<ListenerPtr> &ofSameProcess);
/// To stop the unit.
[[nodiscard]] StopChoice unitChoice(const UnitStopPlan &plan, const Listener &listener,
                                    const QList<ListenerPtr> &ofSameProcess);

[[nodiscard]] QString waiting(const QString &name, StopSignal signal);
[[nodiscard]] QString outcome(const QString &name, StopSignal signal, const StopOutcome &outcome);

[[nodiscard]] QString unitWaiting(const QString &unit);
/// `leftOpen` is the .socket unit that goes on holding the port; empty when none does.
[[nodiscard]] QString unitOutcome(const UnitStopOutcome &outcome, const QString &leftOpen);
/// That the unit was not stopped, and that the process can be.
[[nodiscard]] QString unitFallback(const UnitStopOutcome &outcome, const QString &processName);

} // namespace portolan::stop_words
