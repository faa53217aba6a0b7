// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/assessment_context.h"
#include "assess/evidence.h"
#include "assess/rules.h"
#include "knowledge/knowledge.h"
#include "snapshot/listener.h"

#include <QList>

#include <memory>

namespace portolan {

/// What the evidence about one listener adds up to.
struct Assessment
{
    Verdict verdict = Verdict::Unfamiliar;
    /// How the verdict came about. In a snapshot of another version the rule may be another one.
    Judgement judgement;
    /// Strongest first.
    QList<Evidence> evidence;
    Marks marks;
    /// Registered name and description of the port on this transport; empty when unassigned.
    QString service;
    QString description;
    /// How it stands to what the person accepted; nullopt where that says nothing about it.
    std::optional<BaselineMatch> baseline = {};
    /// What the port said when it was asked, and what was weighed of it; null when it was not asked.
    PortAnswerPtr answer = nullptr;

    friend bool operator==(const Assessment &, const Assessment &) = default;
};

using AssessmentPtr = std::shared_ptr<const Assessment>;

/// Pure: the same listener, knowledge and context give the same assessment. Never null.
[[nodiscard]] AssessmentPtr assess(const Listener &listener, const Knowledge &knowledge,
                                   const AssessmentContext &context = {});

} // namespace portolan
