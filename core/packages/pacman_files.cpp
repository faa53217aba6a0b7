// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/pacman_files.h"

#include "packages/octal_escapes.h"
#include "packages/whole_lines.h"

#include <utility>

namespace portolan::pacman {

namespace {

std::optional<FileDigest> digestInWords(QByteArrayView words)
{
    std::optional<FileDigest> digest;
    while (!words.isEmpty()) {
        const qsizetype space = words.indexOf(' ');
        const QByteArrayView word = space < 0 ? words : words.first(space);
        words = space < 0 ? QByteArrayView() : words.sliced(space + 1);
        if (word.startsWith("sha256digest="))
            return digestFromHex(QCryptographicHash::Sha256, word.sliced(13));
        if (word.startsWith("md5digest="))
            digest = digestFromHex(QCryptographicHash::Md5, word.sliced(10));
    }
    return digest;
}

} // namespace

std::optional<Description> parseDescription(QByteArrayView file)
{
    Description description;
    QByteArray *next = nullptr;
    eachWholeLine(file, [&](QByteArrayView line) {
        if (next)
            *std::exchange(next, nullptr) = line.toByteArray();
        else if (line == "%NAME%")
            next = &description.name;
        else if (line == "%VERSION%")
            next = &description.version;
    });
    return description.name.isEmpty() || description.version.isEmpty() ? std::nullopt : std::optional(description);
}

bool eachListedPath(QByteArrayView file, const std::function<void(const QByteArray &path)> &path)
{
    bool inFiles = false;
    return eachWholeLine(file, [&](QByteArrayView line) {
        if (line.startsWith('%'))
            inFiles = line == "%FILES%";
        else if (inFiles && !line.isEmpty())
            path('/' + line.toByteArray());
    });
}

bool isSettingsFile(QByteArrayView file, const QByteArray &path)
{
    bool inSettings = false;
    bool found = false;
    eachWholeLine(file, [&](QByteArrayView line) {
        if (line.startsWith('%'))
            inSettings = line == "%BACKUP%";
        else if (inSettings && line.contains('\t'))
            found = found || '/' + line.first(line.indexOf('\t')).toByteArray() == path;
    });
    return found;
}

std::optional<FileDigest> digestInTree(QByteArrayView text, const QByteArray &path)
{
    std::optional<FileDigest> digest;
    eachWholeLine(text, [&](QByteArrayView line) {
        if (digest || !line.startsWith("./"))
            return;
        const qsizetype space = line.indexOf(' ');
        if (space > 0 && decodeOctalEscapes(line.sliced(1, space - 1)) == path)
            digest = digestInWords(line.sliced(space + 1));
    });
    return digest;
}

} // namespace portolan::pacman
