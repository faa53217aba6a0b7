// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/process_stat.h"

#include "platform/linux/file_descriptor.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <charconv>

namespace portolan::platform {

namespace {

constexpr size_t firstField = 3; ///< the first one after the name
constexpr size_t lastField = 28;

template<typename T>
bool parseNumber(QByteArrayView text, T &value)
{
    const auto [end, error] = std::from_chars(text.begin(), text.end(), value);
    return error == std::errc() && end == text.end() && !text.isEmpty();
}

} // namespace

std::optional<ProcessStat> parseProcessStat(QByteArrayView bytes)
{
    // The name may contain "(" and ")", the fields after it cannot.
    const qsizetype open = bytes.indexOf('(');
    const qsizetype close = bytes.lastIndexOf(')');
    if (open < 2 || close < open || bytes[open - 1] != ' ')
        return std::nullopt;
    ProcessStat stat;
    if (!parseNumber(bytes.first(open - 1), stat.pid))
        return std::nullopt;
    stat.comm = bytes.sliced(open + 1, close - open - 1).toByteArray();

    std::array<QByteArrayView, lastField - firstField + 1> fields;
    QByteArrayView rest = bytes.sliced(close + 1);
    for (QByteArrayView &field : fields) {
        if (rest.isEmpty() || rest[0] != ' ')
            return std::nullopt;
        rest = rest.sliced(1);
        const qsizetype end = rest.indexOf(' ');
        // The last field used is never the last of the line: without a space it was cut.
        if (end <= 0)
            return std::nullopt;
        field = rest.first(end);
        rest = rest.sliced(end);
    }
    stat.state = fields[0][0];
    qint32 terminal = 0; // the kernel writes it with a sign
    if (!parseNumber(fields[4 - firstField], stat.parent) || !parseNumber(fields[7 - firstField], terminal)
        || !parseNumber(fields[22 - firstField], stat.startTicks)
        || !parseNumber(fields[28 - firstField], stat.stackStart))
        return std::nullopt;
    stat.terminal = quint32(terminal);
    return stat;
}

std::optional<ProcessStat> readProcessStat(int directory, const char *path)
{
    const FileDescriptor file(::openat(directory, path, O_RDONLY | O_CLOEXEC));
    if (!file.isValid())
        return std::nullopt;
    // The kernel gives the whole line to the first read that has room for it.
    std::array<char, 4096> buffer;
    const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
    return count <= 0 ? std::nullopt : parseProcessStat(QByteArrayView(buffer.data(), count));
}

QString terminalName(quint32 device)
{
    if (device == 0)
        return {};
    // proc(5): the minor number is in bits 31 to 20 and 7 to 0, the major one in bits 15 to 8.
    const quint32 major = device >> 8 & 0xff;
    const quint32 minor = (device & 0xff) | (device >> 12 & 0xfff00);
    const auto numbered = [](const char *prefix, quint32 number) {
        return QLatin1String(prefix) + QString::number(number);
    };
    constexpr quint32 consoles = 64; // of major 4; serial lines follow them
    constexpr quint32 pseudoTerminals = 136;
    constexpr quint32 lastPseudoTerminals = 143;
    if (major == 4)
        return minor < consoles ? numbered("tty", minor) : numbered("ttyS", minor - consoles);
    if (major == 5 && minor == 1)
        return QStringLiteral("console");
    if (major >= pseudoTerminals && major <= lastPseudoTerminals)
        return numbered("pts/", minor + ((major - pseudoTerminals) << 8));
    if (major == 166)
        return numbered("ttyACM", minor);
    if (major == 188)
        return numbered("ttyUSB", minor);
    if (major == 229)
        return numbered("hvc", minor);
    return QStringLiteral("%1:%2").arg(major).arg(minor);
}

} // namespace portolan::platform
