// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/snap_database.h"

#include "knowledge/yaml_tree.h"
#include "text/text.h"

#include <fcntl.h>

#include <algorithm>

namespace portolan {

namespace {

/// A number, or x and a number where the snap was made on this machine.
bool isRevision(QByteArrayView text)
{
    const QByteArrayView number = text.startsWith('x') ? text.sliced(1) : text;
    return !number.isEmpty() && std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

SnapDatabase::SnapDatabase(const QList<QByteArray> &folders)
    : m_folders(folders)
{
}

std::optional<PackageEntry> SnapDatabase::owner(const ProgramFile &file) const
{
    for (const QByteArray &folder : m_folders) {
        if (!file.isHere || !file.path.startsWith(folder + '/'))
            continue;
        const QList<QByteArray> parts = file.path.sliced(folder.size() + 1).split('/');
        if (parts.size() < 3 || parts[0].isEmpty() || !isRevision(parts[1]))
            continue;
        const QByteArray place = folder + '/' + parts[0] + '/' + parts[1] + "/meta/snap.yaml";
        // "name_key" is one of several instances of a snap.
        const QByteArray name = parts[0].split('_').first();
        return PackageEntry { QStringLiteral("snap"), text::fromKernel(name),
                              snapVersion(readRegular(AT_FDCWD, place, largestYaml)), {} };
    }
    return std::nullopt;
}

QString snapVersion(QByteArrayView yaml)
{
    const YamlResult read = parseYaml(yaml);
    const auto version = std::ranges::find(read.root.entries, QStringLiteral("version"), &YamlEntry::key);
    return version == read.root.entries.end() ? QString() : version->value.scalar;
}

} // namespace portolan
