// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/file_database.h"

#include <QByteArrayView>

namespace portolan {

/// Snaps are mounted at <snaps>/<name>/<revision>; meta/snap.yaml in there tells the version.
class SnapDatabase : public FileDatabase
{
public:
    explicit SnapDatabase(const QList<QByteArray> &folders = { "/snap", "/var/lib/snapd/snap" });

protected:
    [[nodiscard]] std::optional<PackageEntry> owner(const ProgramFile &file) const override;

private:
    QList<QByteArray> m_folders;
};

/// The field "version" of a snap.yaml; empty when it is not there.
[[nodiscard]] QString snapVersion(QByteArrayView yaml);

} // namespace portolan
