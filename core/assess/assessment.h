// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/evidence.h"
#include "assess/verdict.h"
#include "knowledge/knowledge.h"
#include "snapshot/listener.h"

#include <QList>

#include <memory>

namespace portolan {

/// What the evidence about one listener adds up to.
struct Assessment
{
    Verdict verdict = Verdict::Unfamiliar;
    /// Strongest first.
    QList<Evidence> evidence;
    Marks marks;
    /// Registered name and description of the port on this transport; empty when unassigned.
    QString service;
    QString description;

    friend bool operator==(const Assessment &, const Assessment &) = default;
};

using AssessmentPtr = std::shared_ptr<const Assessment>;

/// Pure: the same listener and knowledge give the same assessment. Never null.
[[nodiscard]] AssessmentPtr assess(const Listener &listener, const Knowledge &knowledge);

} // namespace portolan
