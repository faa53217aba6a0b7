// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QList>
#include <QString>
#include <QTemporaryDir>

namespace portolan::test {

/// Writes a file and its folders; ends the test program when that fails.
inline void writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

struct PackagedFile
{
    QByteArray path; ///< as in the list
    QByteArray content;
};

/// A database as dpkg keeps it, in a folder of its own.
class DpkgFixture
{
public:
    DpkgFixture()
    {
        writeFile(below("status"), {});
        writeFile(below("diversions"), {});
        QDir().mkpath(below("info"));
        QDir().mkpath(below("updates"));
    }

    /// What DpkgDatabase is given.
    [[nodiscard]] QByteArray root() const { return QFile::encodeName(m_folder.path()); }
    /// A file of the database.
    [[nodiscard]] QString below(const char *name) const { return m_folder.filePath(QStringLiteral("var/lib/dpkg/") + QLatin1String(name)); }
    /// A file of the system that the database is of.
    [[nodiscard]] QString system(const char *path) const { return m_folder.path() + QLatin1String(path); }

    /// `fields` are further lines of the paragraph in the status file.
    void addPackage(const QByteArray &name, const QByteArray &version, const QList<PackagedFile> &files,
                    const QByteArray &state = "installed", const QByteArray &fields = {}, const QByteArray &listName = {})
    {
        QByteArray list = "/.\n";
        QByteArray checksums;
        for (const PackagedFile &file : files) {
            list += file.path + '\n';
            checksums += QCryptographicHash::hash(file.content, QCryptographicHash::Md5).toHex() + "  " + file.path.sliced(1) + '\n';
        }
        const QByteArray stem = "info/" + (listName.isEmpty() ? name : listName);
        writeFile(below(QByteArray(stem + ".list").constData()), list);
        writeFile(below(QByteArray(stem + ".md5sums").constData()), checksums);
        QFile status(below("status"));
        if (!status.open(QIODevice::Append))
            qFatal("cannot write %s", qPrintable(status.fileName()));
        status.write("Package: " + name + "\nStatus: install ok " + state + "\nArchitecture: amd64\nVersion: " + version + '\n'
                     + fields + "Description: a package\n of several\n .\n lines\n\n");
    }

private:
    QTemporaryDir m_folder;
};

} // namespace portolan::test
