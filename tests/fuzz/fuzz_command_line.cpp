// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes are a /proc/<pid>/cmdline; its first argument names the interpreter.
#include "platform/linux/process_reader.h"
#include "process/interpreter.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace portolan;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QStringList commandLine = platform::parseCommandLine(QByteArrayView(data, qsizetype(size)));
    const QString interpreter = commandLine.isEmpty() ? QString() : commandLine.first();
    const QString given = scriptArgument(interpreter, commandLine);
    if (!given.isEmpty() && !isInterpreter(interpreter))
        std::abort();
    for (const QStringView folder : { u"", u"/", u"/srv/app", u"srv" }) {
        const QString script = scriptOf(interpreter, commandLine, folder);
        if (!script.isEmpty() && (given.isEmpty() || !script.startsWith(u'/')))
            std::abort();
    }
    return 0;
}
