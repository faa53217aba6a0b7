// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

namespace portolan {

/// Names of user ids, asked once each. May block (a name service over the network): not for the
/// window's thread. Used by one thread at a time.
class UserNames
{
public:
    /// The number itself when there is no such user.
    [[nodiscard]] QString name(quint32 uid);

private:
    QHash<quint32, QString> m_names;
};

} // namespace portolan
