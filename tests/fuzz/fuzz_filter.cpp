// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter_expression.h"
#include "text/text.h"

#include <cstdlib>

using namespace portolan;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(QByteArrayView(data, static_cast<qsizetype>(size)));
    const FilterExpression expression = FilterExpression::parse(text);
    if (const auto &error = expression.error()) {
        if (error->position < 0 || error->length < 1 || error->position > text.size() || error->message.isEmpty())
            std::abort();
    }
    Listener listener;
    listener.key.port = 3155;
    listener.endpoints = { Endpoint {} };
    listener.owner = std::make_shared<const Owner>();
    static_cast<void>(expression.matches(listener, Assessment {}));
    return 0;
}
