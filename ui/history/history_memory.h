// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/assessment.h"
#include "snapshot/listener.h"

/// What the history keeps of things that are long gone: what it shows and filters by, with texts
/// of bounded length, so that a command line of 256 KiB does not stay for as long as the window.
namespace portolan::history_memory {

/// How much is kept of one text, in UTF-16 units; of a command line in all.
constexpr qsizetype longestText = 128;
constexpr qsizetype mostProcesses = 4;
/// More than any view lists; the widest is among them, so that exposure() stays right.
constexpr qsizetype mostEndpoints = 16;

/// Null for null.
[[nodiscard]] ListenerPtr bounded(const ListenerPtr &listener);
[[nodiscard]] AssessmentPtr bounded(const AssessmentPtr &assessment);

} // namespace portolan::history_memory
