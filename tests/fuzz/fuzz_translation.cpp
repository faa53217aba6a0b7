// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/knowledge_translation.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    QString error;
    const auto translation
        = portolan::KnowledgeTranslation::fromBytes(QByteArrayView(data, static_cast<qsizetype>(size)), &error);
    if (!translation && error.isEmpty())
        std::abort();
    for (const char *key : { "", "a", "3155", "mydoom-a-backdoor" }) {
        if (translation) {
            (void)translation->note(QString::fromLatin1(key));
            (void)translation->panel(QString::fromLatin1(key));
        }
    }
    return 0;
}
