// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/flatpak_database.h"

#include "packages/key_file.h"
#include "text/text.h"

#include <QXmlStreamReader>

#include <fcntl.h>

namespace portolan {

namespace {

constexpr qsizetype largestInfo = 64 * 1024;
constexpr qsizetype largestDescription = 4 * 1024 * 1024;

QString versionOf(const FlatpakOrigin &origin)
{
    for (const char *name :
         { "/share/metainfo/%1.metainfo.xml", "/share/metainfo/%1.appdata.xml", "/share/appdata/%1.appdata.xml" }) {
        const QByteArray path = origin.deployment + QByteArray(name).replace("%1", origin.id);
        if (const QString version = newestRelease(readRegular(AT_FDCWD, path, largestDescription)); !version.isEmpty())
            return version;
    }
    return text::fromKernel(origin.branch);
}

} // namespace

std::optional<FlatpakOrigin> flatpakOrigin(QByteArrayView info, QByteArrayView path)
{
    const QHash<QByteArray, QByteArray> values = parseKeyFile(info);
    FlatpakOrigin origin;
    if (path.startsWith("/app/")) {
        origin = { values.value("Application/name"), values.value("Instance/branch"), values.value("Instance/app-path"),
                   path.sliced(4).toByteArray() };
        if (!origin.deployment.contains("/flatpak/app/" + origin.id + '/'))
            return std::nullopt;
    } else if (path.startsWith("/usr/")) {
        // "runtime/org.example.Platform/x86_64/23.08"
        const QList<QByteArray> runtime = values.value("Application/runtime").split('/');
        if (runtime.size() != 4)
            return std::nullopt;
        origin = { runtime[1], runtime[3], values.value("Instance/runtime-path"), path.sliced(4).toByteArray() };
        if (!origin.deployment.contains("/flatpak/runtime/" + origin.id + '/'))
            return std::nullopt;
    }
    if (origin.id.isEmpty() || origin.id.contains('/'))
        return std::nullopt;
    if (!origin.deployment.startsWith('/') || origin.deployment.contains("/../"))
        return std::nullopt;
    return origin;
}

QString newestRelease(QByteArrayView xml)
{
    QXmlStreamReader reader(QByteArray::fromRawData(xml.data(), xml.size()));
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == QLatin1String("release"))
            return reader.attributes().value(QLatin1String("version")).toString();
    }
    return {};
}

std::optional<PackageEntry> FlatpakDatabase::owner(const ProgramFile &file) const
{
    if (file.sharesRoot || !(file.path.startsWith("/app/") || file.path.startsWith("/usr/")))
        return std::nullopt;
    const QByteArray info = readRegular(file.process.get(), "root/.flatpak-info", largestInfo, true);
    const auto origin = flatpakOrigin(info, file.path);
    if (!origin)
        return std::nullopt;
    const auto deployed = fileStatus(AT_FDCWD, QByteArray(origin->deployment + origin->file).constData());
    if (!deployed || !deployed->identity.isSameFile(file.identity))
        return std::nullopt;
    return PackageEntry { QStringLiteral("flatpak"), text::fromKernel(origin->id), versionOf(*origin), {} };
}

} // namespace portolan
