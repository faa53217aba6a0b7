// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/knowledge_resource.h"

#include <QResource>

// The resource lives in a static library: without this reference the linker leaves it out. The
// macro does not work inside a namespace.
static void initialiseKnowledgeResource()
{
    Q_INIT_RESOURCE(portolan_knowledge);
}

namespace portolan {

QByteArrayView knowledgeResource(const QString &name)
{
    initialiseKnowledgeResource();
    const QResource resource(QStringLiteral(":/portolan/") + name);
    if (!resource.isValid())
        return {};
    if (resource.compressionAlgorithm() != QResource::NoCompression)
        qFatal("Portolan was built with a compressed knowledge base");
    return QByteArrayView(resource.data(), static_cast<qsizetype>(resource.size()));
}

} // namespace portolan
