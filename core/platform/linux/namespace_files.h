// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace portolan::platform {

/// A network namespace that a file keeps, as `ip netns add` and Docker make them.
struct NamespaceFile
{
    QByteArray path;
    QString name; ///< empty where the file's name is no name for people
    quint64 inode = 0; ///< the namespace's own number, namespaces(7)
};

/// Watches the folders in which files keep network namespaces, ip-netns(8). Needs no privilege.
class NamespaceFiles
{
public:
    struct Folder
    {
        QByteArray path;
        bool namesForPeople = true;
    };

    /// The folders of `ip netns` and Docker.
    NamespaceFiles();
    explicit NamespaceFiles(QList<Folder> folders);

    /// True when `files`, or what they keep, may have changed. Costs a stat(2) for each folder while nothing does.
    bool refresh();
    [[nodiscard]] const QList<NamespaceFile> &files() const { return m_files; }

private:
    [[nodiscard]] QList<NamespaceFile> read() const;

    QList<Folder> m_folders;
    QList<qint64> m_changedAt;
    int m_looksLeft = 1;
    QList<NamespaceFile> m_files;
};

} // namespace portolan::platform
