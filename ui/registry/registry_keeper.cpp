// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registry_keeper.h"

#include "inspector/background.h"

namespace portolan {

RegistryKeeper::RegistryKeeper(RegistryStore store, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
{
    RegistryStore::Loaded loaded = m_store.load();
    m_knowledge = std::move(loaded.knowledge);
    m_problem = std::move(loaded.problem);
    m_outdated = loaded.outdated;
}

template<typename Work>
void RegistryKeeper::run(Work work)
{
    // One at a time: they write the same file.
    if (m_busy)
        return;
    setBusy(true);
    inBackground(this, std::move(work), [this](const RegistryStore::Kept &kept) { take(kept); });
}

void RegistryKeeper::bringUpToDate()
{
    if (m_outdated)
        run([store = m_store] { return store.recompile(); });
}

void RegistryKeeper::keep(const QList<Registration> &rows, const RegistryEdition &edition)
{
    run([store = m_store, rows, edition] { return store.keep(rows, edition); });
}

void RegistryKeeper::useBuiltIn()
{
    run([store = m_store] {
        const QString error = store.remove();
        return error.isEmpty() ? RegistryStore::Kept { Knowledge::builtIn(), {} } : RegistryStore::Kept { nullptr, error };
    });
}

void RegistryKeeper::take(const RegistryStore::Kept &kept)
{
    setBusy(false);
    if (kept.knowledge) {
        m_outdated = false;
        if (kept.knowledge != m_knowledge) {
            m_knowledge = kept.knowledge;
            Q_EMIT knowledgeChanged(m_knowledge);
        }
        Q_EMIT this->kept();
    }
    if (!kept.error.isEmpty())
        Q_EMIT failed(kept.error);
}

void RegistryKeeper::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

} // namespace portolan
