// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/store_database.h"

#include "packages/name_version.h"
#include "text/text.h"

#include <algorithm>

namespace portolan {

namespace {

constexpr qsizetype hashLength = 32;

/// The alphabet of their hashes has no e, o, t and u.
bool isHash(QByteArrayView text)
{
    return text.size() == hashLength && std::ranges::all_of(text, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z' && c != 'e' && c != 'o' && c != 't' && c != 'u');
    });
}

} // namespace

std::optional<PackageEntry> packageInStore(QByteArrayView path)
{
    for (const auto &[store, manager] : { std::pair { QByteArrayView("/nix/store/"), "nix" },
                                          std::pair { QByteArrayView("/gnu/store/"), "guix" } }) {
        if (!path.startsWith(store))
            continue;
        QByteArrayView folder = path.sliced(store.size());
        const qsizetype end = folder.indexOf('/');
        folder = end < 0 ? folder : folder.first(end);
        if (folder.size() < hashLength + 2 || folder[hashLength] != '-' || !isHash(folder.first(hashLength)))
            return std::nullopt;
        const NameVersion package = splitNameVersion(folder.sliced(hashLength + 1));
        return PackageEntry { QString::fromLatin1(manager), text::fromKernel(package.name),
                              text::fromKernel(package.version), {} };
    }
    return std::nullopt;
}

std::optional<PackageEntry> StoreDatabase::owner(const ProgramFile &file) const
{
    return file.isHere ? packageInStore(file.path) : std::nullopt;
}

} // namespace portolan
