// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge_in_use.h"

#include "command.h"
#include "knowledge/registry_store.h"

namespace portolan::cli {

namespace {

void tell(const QString &problem)
{
    if (!problem.isEmpty())
        fail(ExitCode::Done, problem);
}

KnowledgePtr load()
{
    const RegistryStore store = RegistryStore::standard();
    const RegistryStore::Loaded loaded = store.load();
    tell(loaded.problem);
    if (!loaded.outdated)
        return loaded.knowledge;
    const RegistryStore::Kept kept = store.recompile();
    tell(kept.error);
    return kept.knowledge ? kept.knowledge : loaded.knowledge;
}

} // namespace

KnowledgePtr knowledgeInUse()
{
    static const KnowledgePtr knowledge = load();
    return knowledge;
}

} // namespace portolan::cli
