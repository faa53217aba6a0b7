// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/explanation.h"
#include "knowledge/knowledge_format.h"

#include <cstdlib>

namespace {

void walk(QByteArrayView bytes)
{
    QString error;
    const portolan::KnowledgePtr knowledge = portolan::Knowledge::fromBytes(bytes, &error);
    if (!knowledge) {
        if (error.isEmpty())
            std::abort();
        return;
    }
    for (const quint16 port : { quint16(0), quint16(22), quint16(3155), quint16(65535) })
        (void)portolan::explain(*knowledge, port, std::nullopt);
    for (int i = 0; i < knowledge->registrationCount(); ++i)
        (void)knowledge->registrationAt(i);
    for (int i = 0; i < knowledge->noteCount(); ++i)
        (void)knowledge->noteAt(i);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    namespace format = portolan::format;
    QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    walk(bytes);
    // The index of 65,536 numbers is more than a fuzzer finds by itself: the input supplies the
    // counts and what follows the index, and the frame is put right around it.
    if (size < static_cast<size_t>(format::countsSize))
        return 0;
    QByteArray framed(format::magic, sizeof format::magic);
    framed.append(format::rowsOffset - framed.size(), '\0');
    qToLittleEndian(format::version, framed.data() + format::versionOffset);
    std::copy_n(bytes.constData(), format::countsSize, framed.data() + format::countsOffset);
    framed.append(bytes.sliced(format::countsSize));
    qToLittleEndian(static_cast<quint32>(framed.size()), framed.data() + format::sizeOffset);
    qToLittleEndian(format::checksum(QByteArrayView(framed).sliced(format::countsOffset)),
                    framed.data() + format::checksumOffset);
    walk(framed);
    return 0;
}
