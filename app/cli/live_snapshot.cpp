// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_snapshot.h"

#include "knowledge_in_use.h"
#include "monitor/sampler.h"
#include "users_baseline.h"
#include "users_notes.h"

#include <QCoreApplication>

namespace portolan::cli {

namespace {

constexpr int attempts = 3;

class LiveSnapshotText
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    static QString refused(const QString &remarks)
    {
        return tr("The list of listening ports could not be read: %1 Run it outside the sandbox, or as the administrator.").arg(remarks);
    }
};

} // namespace

ReportDocument liveDocument()
{
    ReportDocument document;
    document.host = HostInfo::current();
    document.knowledge = knowledgeInUse();
    document.ownNotes = usersNotes();
    Sampler sampler(systemSources(), document.knowledge);
    (void)sampler.judgeAnew(usersBaseline(), nullptr);
    (void)sampler.sample(nullptr);
    sampler.waitForFacts(patienceForFacts);
    for (int attempt = 0; attempt < attempts; ++attempt) {
        const Update update = sampler.sample(nullptr);
        document.snapshot = update.snapshot;
        document.listeners = update.snapshot->listeners;
        document.assessments = update.assessments;
        if (!update.snapshot->remarks.contains(Remark::DumpInterrupted))
            break;
    }
    return document;
}

bool isRefused(const Snapshot &snapshot)
{
    return snapshot.completeness == Completeness::Partial && snapshot.listeners.isEmpty() && !snapshot.remarks.isEmpty();
}

QString refusedText(const Snapshot &snapshot)
{
    QStringList remarks;
    for (const Remark remark : snapshot.remarks)
        remarks += remarkText(remark);
    return LiveSnapshotText::refused(remarks.join(QLatin1Char(' ')));
}

} // namespace portolan::cli
