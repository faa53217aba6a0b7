// SPDX-License-Identifier: GPL-3.0-or-later
#include "packages/appimage_database.h"

#include "packages/name_version.h"
#include "packages/octal_escapes.h"
#include "packages/whole_lines.h"
#include "platform/linux/proc_file.h"
#include "text/text.h"

namespace portolan {

namespace {

constexpr QByteArrayView ending(".appimage");

/// The image of one line of mountinfo when it is mounted above `path`; empty otherwise.
QByteArray imageAbove(QByteArrayView line, QByteArrayView path)
{
    const QList<QByteArray> fields = line.toByteArray().split(' ');
    const qsizetype dash = fields.indexOf("-");
    if (dash < 6 || fields.size() < dash + 3 || !fields[dash + 1].startsWith("fuse"))
        return {};
    const QByteArray point = decodeOctalEscapes(fields[4]);
    const bool isMount = point.sliced(point.lastIndexOf('/') + 1).startsWith(".mount_");
    if (!isMount || !path.startsWith(point) || path.size() <= point.size() || path[point.size()] != '/')
        return {};
    const QByteArray source = decodeOctalEscapes(fields[dash + 2]);
    return source.sliced(source.lastIndexOf('/') + 1);
}

} // namespace

std::optional<PackageEntry> mountedAppImage(QByteArrayView mountinfo, QByteArrayView path)
{
    QByteArray image;
    eachWholeLine(mountinfo, [&](QByteArrayView line) {
        if (QByteArray above = imageAbove(line, path); !above.isEmpty())
            image = std::move(above);
    });
    if (image.isEmpty())
        return std::nullopt;
    if (image.toLower().endsWith(ending))
        image.chop(ending.size());
    NameVersion package = splitNameVersion(image);
    // "Krita-5.2.2-x86_64": the architecture is no part of the version.
    if (const qsizetype dash = package.version.indexOf('-'); dash >= 0)
        package.version.truncate(dash);
    return PackageEntry { QStringLiteral("appimage"), text::fromKernel(package.name),
                          text::fromKernel(package.version), {} };
}

std::optional<PackageEntry> AppImageDatabase::owner(const ProgramFile &file) const
{
    if (!file.path.contains("/.mount_"))
        return std::nullopt;
    return mountedAppImage(platform::readFileAt(file.process.get(), "mountinfo"), file.path);
}

} // namespace portolan
