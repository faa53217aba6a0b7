// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/assessment.h"
#include "knowledge/knowledge.h"
#include "ownnotes/own_notes.h"
#include "snapshot/snapshot.h"

#include <QList>
#include <QString>

namespace portolan {

struct HostInfo
{
    QString name;
    QString os;
    QString kernel;

    [[nodiscard]] static HostInfo current();
};

/// What a report says, before any format: a snapshot with its assessments and the knowledge to
/// explain it. The writers turn it into bytes.
struct ReportDocument
{
    HostInfo host;
    SnapshotPtr snapshot;
    /// The listeners to report, possibly fewer than the snapshot has, with their assessments.
    QList<ListenerPtr> listeners;
    QList<AssessmentPtr> assessments;
    KnowledgePtr knowledge;
    /// What was left out, for people; empty when all listeners are in ("filter: port:80").
    QString scope;
    /// What the person noted about ports; none in a redacted report.
    OwnNotes ownNotes = {};
};

enum class ReportFormat : quint8 { Html, Json, Csv, Markdown };

} // namespace portolan
