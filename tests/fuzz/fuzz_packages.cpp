// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/appimage_database.h"
#include "packages/dpkg_files.h"
#include "packages/flatpak_database.h"
#include "packages/gzip.h"
#include "packages/key_file.h"
#include "packages/octal_escapes.h"
#include "packages/pacman_files.h"
#include "packages/rpm_records.h"
#include "packages/snap_database.h"
#include "packages/store_database.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace portolan;

namespace {

void check(bool holds)
{
    if (!holds)
        std::abort();
}

bool isWhole(const std::optional<FileDigest> &digest)
{
    return !digest || digest->value.size() == QCryptographicHash::hashLength(digest->algorithm);
}

void runDpkg(QByteArrayView bytes)
{
    if (const auto diversions = dpkg::parseDiversions(bytes))
        check(diversions->size() * 3 <= bytes.size());
    dpkg::eachListedPath(bytes, [](const QByteArray &path) { check(!path.contains('\n')); });
    const dpkg::Checksums checksums = dpkg::parseChecksums(bytes);
    for (auto sum = checksums.constBegin(); sum != checksums.constEnd(); ++sum)
        check(sum.key().startsWith('/') && isWhole(*sum));
    const QSet<QByteArray> wanted { "openssh-server", "libc6:amd64", "gone", "half" };
    const auto status = dpkg::parseStatus(bytes, wanted);
    for (auto package = status.constBegin(); package != status.constEnd(); ++package)
        check(wanted.contains(package.key()) && !package->name.isEmpty());
}

void runPacman(QByteArrayView bytes)
{
    if (const auto description = pacman::parseDescription(bytes))
        check(!description->name.isEmpty() && !description->version.isEmpty());
    pacman::eachListedPath(bytes, [](const QByteArray &path) { check(path.startsWith('/')); });
    check(isWhole(pacman::digestInTree(bytes, "/usr/bin/sample")));
    if (const auto content = gunzip(bytes, 1024 * 1024)) {
        check(content->size() <= 1024 * 1024);
        check(isWhole(pacman::digestInTree(*content, "/usr/bin/sample")));
    }
}

void runOthers(QByteArrayView bytes)
{
    for (const rpm::Record &record : rpm::parseRecords(bytes))
        check(record.path.startsWith('/') && isWhole(record.entry.digest));
    (void)rpm::isHarmless(bytes);
    check(decodeOctalEscapes(bytes).size() <= bytes.size());
    (void)parseKeyFile(bytes);
    for (const char *path : { "/app/bin/server", "/usr/bin/python3" }) {
        if (const auto origin = flatpakOrigin(bytes, path))
            check(origin->deployment.startsWith('/') && !origin->id.contains('/'));
    }
    (void)newestRelease(bytes);
    (void)snapVersion(bytes);
    (void)mountedAppImage(bytes, "/tmp/.mount_KritaXyzAbC/usr/bin/krita");
    (void)mountedAppImage("1 2 0:1 / /tmp/.mount_x ro - fuse.x x.AppImage ro\n", bytes);
    (void)packageInStore(bytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(data, qsizetype(size));
    runDpkg(bytes);
    runPacman(bytes);
    runOthers(bytes);
    return 0;
}
