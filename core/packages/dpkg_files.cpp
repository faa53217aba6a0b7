// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/dpkg_files.h"

#include "packages/whole_lines.h"

namespace portolan::dpkg {

namespace {

constexpr qsizetype checksumDigits = 32;

/// A name of the package as it was written down, without further use of its memory.
QByteArray view(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size());
}

State stateFrom(QByteArrayView status)
{
    const QByteArrayView word = status.sliced(status.lastIndexOf(' ') + 1);
    if (word == "installed" || word == "unpacked" || word == "half-configured" || word == "triggers-awaited"
        || word == "triggers-pending")
        return State::Present;
    return word == "half-installed" ? State::Changing : State::Absent;
}

/// One paragraph of the status file, line by line.
struct Paragraph
{
    PackageStatus status;
    QByteArrayView architecture;
    bool sideBySide = false;
    bool hasState = false;

    void add(QByteArrayView line)
    {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || line.front() == ' ')
            return;
        const QByteArrayView field = line.first(colon);
        const QByteArrayView value = line.sliced(colon + 1).trimmed();
        if (field == "Package")
            status.name = view(value);
        else if (field == "Version")
            status.version = view(value);
        else if (field == "Architecture")
            architecture = value;
        else if (field == "Multi-Arch")
            sideBySide = value == "same";
        else if (field == "Status") {
            status.state = stateFrom(value);
            hasState = true;
        }
    }

    [[nodiscard]] QByteArray key() const
    {
        return sideBySide ? status.name + ':' + view(architecture) : status.name;
    }
};

} // namespace

std::optional<QList<Diversion>> parseDiversions(QByteArrayView file)
{
    QList<Diversion> diversions;
    QList<QByteArray> lines;
    const bool whole = eachWholeLine(file, [&](QByteArrayView line) {
        lines.append(line.toByteArray());
        if (lines.size() == 3) {
            diversions.append({ lines[0], lines[1], lines[2] });
            lines.clear();
        }
    });
    return whole && lines.isEmpty() ? std::optional(diversions) : std::nullopt;
}

bool eachListedPath(QByteArrayView file, const std::function<void(const QByteArray &path)> &path)
{
    return eachWholeLine(file, [&path](QByteArrayView line) { path(view(line)); });
}

Checksums parseChecksums(QByteArrayView file)
{
    Checksums checksums;
    eachWholeLine(file, [&checksums](QByteArrayView line) {
        if (line.size() <= checksumDigits + 2 || line.sliced(checksumDigits, 2) != "  ")
            return;
        if (const auto checksum = digestFromHex(QCryptographicHash::Md5, line.first(checksumDigits)))
            checksums.insert('/' + line.sliced(checksumDigits + 2).toByteArray(), *checksum);
    });
    return checksums;
}

QHash<QByteArray, PackageStatus> parseStatus(QByteArrayView file, const QSet<QByteArray> &wanted)
{
    QHash<QByteArray, PackageStatus> result;
    Paragraph paragraph;
    eachWholeLine(file, [&](QByteArrayView line) {
        if (!line.isEmpty()) {
            paragraph.add(line);
            return;
        }
        const QByteArray key = paragraph.key();
        if (paragraph.hasState && !paragraph.status.name.isEmpty() && wanted.contains(key)) {
            PackageStatus status = std::exchange(paragraph.status, {});
            // Views until here.
            status.name.detach();
            status.version.detach();
            result.insert(QByteArray(key.constData(), key.size()), status);
        }
        paragraph = {};
    });
    return result;
}

} // namespace portolan::dpkg
