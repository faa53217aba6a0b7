// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/user_names.h"

#include "text/text.h"

#include <pwd.h>

#include <cerrno>
#include <vector>

namespace portolan {

QString UserNames::name(quint32 uid)
{
    const auto known = m_names.constFind(uid);
    if (known != m_names.constEnd())
        return *known;

    std::vector<char> buffer(1024);
    passwd entry {};
    passwd *found = nullptr;
    int error = 0;
    while ((error = ::getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found)) == ERANGE
           && buffer.size() < 1024 * 1024)
        buffer.resize(buffer.size() * 2);
    const QString name = error == 0 && found != nullptr && found->pw_name[0] != '\0'
        ? text::fromKernel(QByteArrayView(found->pw_name))
        : QString::number(uid);
    m_names.insert(uid, name);
    return name;
}

} // namespace portolan
