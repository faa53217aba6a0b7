// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/rpm_records.h"

#include "packages/whole_lines.h"
#include "text/text.h"

#include <array>

namespace portolan::rpm {

namespace {

enum Field : size_t { Name, Epoch, Release, Algorithm, Digest, Flags, State, Path, FieldCount };

constexpr QByteArrayView notPresent("(none)");
/// Of a settings file, in the file's flags: RPMFILE_CONFIG.
constexpr uint settingsFlag = 1;

/// Numbered as OpenPGP does, RFC 4880 9.4; MD5 where a package does not say.
std::optional<QCryptographicHash::Algorithm> algorithmFrom(QByteArrayView number)
{
    if (number == "1" || number == notPresent)
        return QCryptographicHash::Md5;
    if (number == "2")
        return QCryptographicHash::Sha1;
    if (number == "8")
        return QCryptographicHash::Sha256;
    if (number == "9")
        return QCryptographicHash::Sha384;
    if (number == "10")
        return QCryptographicHash::Sha512;
    if (number == "11")
        return QCryptographicHash::Sha224;
    return std::nullopt;
}

std::optional<FileDigest> digestFrom(QByteArrayView algorithm, QByteArrayView digits, QByteArrayView flags)
{
    const auto known = algorithmFrom(algorithm);
    const bool isSettings = flags.toByteArray().toUInt() & settingsFlag;
    return known && !isSettings ? digestFromHex(*known, digits) : std::nullopt;
}

QString versionFrom(QByteArrayView epoch, QByteArrayView release)
{
    const QString version = text::fromKernel(release);
    const bool hasEpoch = !epoch.isEmpty() && epoch != "0" && epoch != notPresent;
    return hasEpoch ? text::fromKernel(epoch) + QLatin1Char(':') + version : version;
}

} // namespace

QString queryFormat()
{
    return QStringLiteral("[%{=NAME}\\t%{=EPOCHNUM}\\t%{=VERSION}-%{=RELEASE}\\t%{=FILEDIGESTALGO}\\t%{FILEDIGESTS}\\t"
                          "%{FILEFLAGS}\\t%{FILESTATES}\\t%{FILENAMES}\\n]");
}

QList<Record> parseRecords(QByteArrayView output)
{
    QList<Record> records;
    eachWholeLine(output, [&records](QByteArrayView line) {
        std::array<QByteArrayView, FieldCount> fields;
        for (size_t i = 0; i + 1 < fields.size(); ++i) {
            const qsizetype tab = line.indexOf('\t');
            if (tab < 0)
                return;
            fields[i] = line.first(tab);
            line = line.sliced(tab + 1);
        }
        fields[Path] = line;
        // 0 is "normal"; others are not there, or are another package's by now.
        const bool isInPlace = fields[State] == "0" || fields[State] == notPresent;
        if (!fields[Path].startsWith('/') || fields[Name].isEmpty() || !isInPlace)
            return;
        records.append({ fields[Path].toByteArray(),
                         { QStringLiteral("rpm"), text::fromKernel(fields[Name]),
                           versionFrom(fields[Epoch], fields[Release]),
                           digestFrom(fields[Algorithm], fields[Digest], fields[Flags]) } });
    });
    return records;
}

bool isHarmless(QByteArrayView messages)
{
    bool harmless = true;
    const bool whole = eachWholeLine(messages, [&harmless](QByteArrayView line) {
        harmless = harmless && line.startsWith("error: file /");
    });
    return whole && harmless;
}

} // namespace portolan::rpm
