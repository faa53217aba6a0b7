// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/file_digest.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QList>
#include <QSet>

#include <functional>
#include <optional>

/// The files of dpkg's database, dpkg(1) and deb-md5sums(5). Pure functions over bytes.
namespace portolan::dpkg {

/// A file that another package than the one which ships it, or the administrator, moved out of the way:
/// dpkg-divert(1).
struct Diversion
{
    QByteArray from;
    QByteArray to;
    QByteArray package; ///< whose file at `from` stays there; ":" for the administrator's

    friend bool operator==(const Diversion &, const Diversion &) = default;
};

/// nullopt when the file is not whole.
[[nodiscard]] std::optional<QList<Diversion>> parseDiversions(QByteArrayView file);

/// Calls `path` for each line of info/<package>.list. False when the file is not whole.
bool eachListedPath(QByteArrayView file, const std::function<void(const QByteArray &path)> &path);

/// By absolute path.
using Checksums = QHash<QByteArray, FileDigest>;

/// Of info/<package>.md5sums, which leaves out the settings files: these are there to be changed.
[[nodiscard]] Checksums parseChecksums(QByteArrayView file);

/// The last word of a package's status.
enum class State : quint8 {
    Absent, ///< removed; at most its settings are left
    Changing, ///< half installed: its files are of no version
    Present, ///< its files are in place, whether or not it is configured yet
};

struct PackageStatus
{
    QByteArray name;
    QByteArray version;
    State state = State::Absent;
};

/// Of the packages in `wanted`, which are named as the files in info/ are: "openssh-server", or
/// "libc6:amd64" where several architectures may be installed side by side. A last paragraph that is not
/// whole is left out.
[[nodiscard]] QHash<QByteArray, PackageStatus> parseStatus(QByteArrayView file, const QSet<QByteArray> &wanted);

} // namespace portolan::dpkg
