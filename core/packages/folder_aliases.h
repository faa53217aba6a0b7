// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace portolan {

/// The folders of a system that are links to others: /bin is /usr/bin on a merged one. A package's list
/// may say either name, the kernel says the real one.
class FolderAliases
{
public:
    FolderAliases() = default;
    /// Reads the links below `root`, which ends without a slash ("" is this system).
    explicit FolderAliases(const QByteArray &root);

    /// The path by the folders' real names.
    [[nodiscard]] QByteArray resolved(const QByteArray &path) const;

private:
    struct Alias
    {
        QByteArray name;
        QByteArray target;
    };
    QList<Alias> m_aliases;
};

} // namespace portolan
