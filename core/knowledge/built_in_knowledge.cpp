// SPDX-License-Identifier: GPL-3.0-or-later
// Apart from the rest of Knowledge, because the compiler of the knowledge base has none built in.
#include "knowledge/knowledge.h"
#include "knowledge/knowledge_resource.h"
#include "knowledge/trust.h"
#include "text/translations.h"

namespace portolan {

KnowledgePtr Knowledge::loadBuiltIn(const KnowledgeTranslationPtr &translation)
{
    QString error = QStringLiteral("the resource is missing");
    KnowledgePtr knowledge = read(knowledgeResource(QStringLiteral("knowledge.bin")), Trust::CheckedByBuild, &error, translation, {});
    if (!knowledge)
        qFatal("Portolan was built with a broken knowledge base: %s", qPrintable(error));
    return knowledge;
}

KnowledgePtr Knowledge::builtIn()
{
    static const KnowledgePtr knowledge = loadBuiltIn(KnowledgeTranslation::builtIn(programLanguage()));
    return knowledge;
}

KnowledgePtr Knowledge::builtInAsWritten()
{
    static const KnowledgePtr knowledge = loadBuiltIn(nullptr);
    return knowledge;
}

KnowledgeTranslationPtr KnowledgeTranslation::builtIn(const QString &language)
{
    const QByteArrayView bytes = knowledgeResource(QStringLiteral("knowledge_%1.bin").arg(language));
    if (bytes.isEmpty())
        return nullptr;
    QString error;
    KnowledgeTranslationPtr translation = read(bytes, Trust::CheckedByBuild, &error);
    if (!translation)
        qFatal("Portolan was built with a broken translation of the knowledge base: %s", qPrintable(error));
    return translation;
}

} // namespace portolan
