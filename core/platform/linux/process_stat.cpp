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
    if (!parseNumber(fields[4 - firstField], stat.parent) || !parseNumber(fields[22 - firstField], stat.startTicks)
        || !parseNumber(fields[28 - firstField], stat.stackStart))
        return std::nullopt;
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

} // namespace portolan::platform
