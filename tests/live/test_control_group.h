// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/linux/control_group_tree.h"

#include <QDir>
#include <QFile>
#include <QString>
#include <QStringList>

#include <unistd.h>

namespace portolan::test {

/// A control group for tests, below one that bears the test's pid; both are removed with the object,
/// once nothing is in them.
class ControlGroup
{
public:
    /// `name` may name several levels: "user.slice/session-1.scope".
    explicit ControlGroup(const QString &name)
    {
        QFile mounts(QStringLiteral("/proc/self/mountinfo"));
        if (!mounts.open(QIODevice::ReadOnly))
            return;
        const QByteArray mountPoint = platform::unifiedMountPoint(mounts.readAll());
        const QString top = QStringLiteral("/portolan-test-%1.slice").arg(::getpid());
        const QString root = QFile::decodeName(mountPoint);
        if (mountPoint.isEmpty() || !QDir().mkpath(root + top + QLatin1Char('/') + name))
            return;
        m_path = top + QLatin1Char('/') + name;
        m_folder = root + m_path;
        for (QString path = m_folder; path != root; path.truncate(path.lastIndexOf(QLatin1Char('/'))))
            m_made.append(path);
    }
    ~ControlGroup() { remove(); }
    ControlGroup(const ControlGroup &) = delete;
    ControlGroup &operator=(const ControlGroup &) = delete;

    [[nodiscard]] bool isValid() const { return !m_path.isEmpty(); }
    /// As the kernel names it, from the tree's root.
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString folder() const { return m_folder; }
    /// Moves a process into it.
    bool add(qint32 pid) const
    {
        QFile file(m_folder + QStringLiteral("/cgroup.procs"));
        return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(QByteArray::number(pid)) > 0;
    }
    void remove()
    {
        for (const QString &path : std::as_const(m_made))
            ::rmdir(QFile::encodeName(path).constData());
    }

private:
    QString m_path;
    QString m_folder;
    QStringList m_made; ///< the deepest first
};

} // namespace portolan::test
