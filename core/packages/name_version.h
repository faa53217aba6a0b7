// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace portolan {

struct NameVersion
{
    QByteArray name;
    QByteArray version; ///< empty when there is none
};

/// Splits "openssh-9.6p1" where the first dash is followed by a digit.
[[nodiscard]] NameVersion splitNameVersion(QByteArrayView text);

} // namespace portolan
