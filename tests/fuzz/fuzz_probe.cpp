// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/port_answer.h"
#include "probe/recognition.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace portolan;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    // Whatever was asked, anything may come back.
    for (int i = 0; i <= static_cast<int>(lastPortQuestion); ++i) {
        const auto found = recognise(static_cast<PortQuestion>(i), 4369, bytes);
        if (!found)
            continue;
        if (found->product.size() > PortAnswer::maximumText || found->title.size() > PortAnswer::maximumText
            || found->tlsVersion.size() > PortAnswer::maximumText)
            std::abort();
        if (!found->isTls() && !found->tlsVersion.isEmpty())
            std::abort();
        PortAnswer answer;
        answer.outcome = AskOutcome::Answered;
        answer.protocol = found->protocol;
        answer.product = found->product;
        answer.title = found->title;
        for (const QString &line : answerDetails(answer, {}) + QStringList { spokenText(answer), answerText(answer) }) {
            for (const QChar character : line) {
                if (character < u' ' || character == QChar(0x7f) || (character >= QChar(0x80) && character < QChar(0xa0)))
                    std::abort();
            }
        }
    }
    return 0;
}
