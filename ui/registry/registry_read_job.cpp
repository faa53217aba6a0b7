// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registry_read_job.h"

#include "inspector/background.h"
#include "knowledge/registry_file.h"

namespace portolan {

namespace {

RegistryCandidate read(const QString &path, const Knowledge &inUse, const RegistryProgress &proceed)
{
    RegistryCandidate candidate;
    candidate.registry = readRegistryFile(path, proceed);
    candidate.rowsInUse = inUse.registrationCount();
    if (!candidate.registry.ok())
        return candidate;
    const QList<Registration> &rows = candidate.registry.rows;
    candidate.date = candidate.registry.date.isEmpty() ? newestDate(rows) : candidate.registry.date;
    candidate.older = isOlderDate(candidate.date, inUse.registry().date);
    QList<Registration> before;
    before.reserve(candidate.rowsInUse);
    for (int i = 0; i < inUse.registrationCount(); ++i)
        before.append(inUse.registrationAt(i));
    candidate.difference = compareRegistries(before, rows);
    return candidate;
}

} // namespace

RegistryReadJob::RegistryReadJob(QString path, KnowledgePtr inUse, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_inUse(std::move(inUse))
{
}

RegistryReadJob::~RegistryReadJob()
{
    m_stop.request_stop();
}

void RegistryReadJob::start()
{
    auto relay = std::make_shared<QPointer<RegistryReadJob>>(this);
    const RegistryProgress proceed = [relay, stop = m_stop.get_token()](int permille) {
        // The job may be gone when the pool thread reports; only the window's thread may ask.
        QMetaObject::invokeMethod(QCoreApplication::instance(), [relay, permille] {
            RegistryReadJob *job = relay->data();
            if (!job || permille <= job->m_permille)
                return;
            job->m_permille = permille;
            Q_EMIT job->progress(permille);
        });
        return !stop.stop_requested();
    };
    inBackground(
        this,
        [path = m_path, inUse = m_inUse, proceed] { return RegistryCandidatePtr(std::make_shared<RegistryCandidate>(read(path, *inUse, proceed))); },
        [this](const RegistryCandidatePtr &candidate) { Q_EMIT finished(candidate); });
}

void RegistryReadJob::cancel()
{
    m_stop.request_stop();
}

} // namespace portolan
