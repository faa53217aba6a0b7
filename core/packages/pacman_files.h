// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/package_database.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <optional>

/// The files of one package in pacman's database, local/<name>-<version>/. Pure functions over bytes.
namespace portolan::pacman {

struct Description
{
    QByteArray name;
    QByteArray version;
};

/// The file "desc"; nullopt when name or version are not in it.
[[nodiscard]] std::optional<Description> parseDescription(QByteArrayView file);

/// Calls `path` with the absolute path of each file (and folder, with a slash at its end) in "files".
/// False when it is not whole.
bool eachListedPath(QByteArrayView file, const std::function<void(const QByteArray &path)> &path);

/// Whether "files" names the absolute path among the settings, which are there to be changed.
[[nodiscard]] bool isSettingsFile(QByteArrayView file, const QByteArray &path);

/// The checksum of an absolute path in the text of "mtree", mtree(5); nullopt when it has none.
[[nodiscard]] std::optional<FileDigest> digestInTree(QByteArrayView text, const QByteArray &path);

} // namespace portolan::pacman
