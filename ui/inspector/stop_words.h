// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/text_block.h"
#include "process/process_control.h"
#include "snapshot/listener.h"

#include <QList>
#include <QString>

/// What is said about stopping a process; translated.
namespace portolan::stop_words {

/// "updater (4242)", visible and short enough for a headline.
[[nodiscard]] QString name(const ProcessInfo &process);
[[nodiscard]] QString question(const ProcessInfo &process);
/// What will go, what happens to the other holders, and what to know about special processes.
[[nodiscard]] QList<TextParagraph> consequences(const Listener &listener,
                                                const QList<ListenerPtr> &ofSameProcess);
[[nodiscard]] QString waiting(const QString &name, StopSignal signal);
[[nodiscard]] QString outcome(const QString &name, StopSignal signal, const StopOutcome &outcome);

} // namespace portolan::stop_words
