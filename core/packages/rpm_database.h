// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/package_database.h"

#include <QString>

namespace portolan {

/// Asks rpm(8), whose database changed its format several times. Nothing is answered while a
/// transaction holds rpm's lock, or when rpm says anything but that a file is not there.
class RpmDatabase : public PackageDatabase
{
public:
    /// `folders` are the places where the database may be.
    explicit RpmDatabase(const QString &program = QStringLiteral("/usr/bin/rpm"),
                         const QList<QByteArray> &folders = { "/usr/lib/sysimage/rpm", "/var/lib/rpm" });

    [[nodiscard]] DatabaseStamp stamp() const override;
    [[nodiscard]] QList<PackageAnswer> owners(const QList<const ProgramFile *> &files,
                                              const std::atomic_bool &cancelled) override;

private:
    struct Place
    {
        QByteArray folder; ///< empty: there is no database
        FileIdentity file;
    };

    [[nodiscard]] Place place() const;

    QString m_program;
    QList<QByteArray> m_folders;
};

} // namespace portolan
