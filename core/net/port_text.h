// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace portolan {

/// What somebody typed for a port, such as "3155" or "3155/tcp", taken apart. A value; reading it
/// never fails, so that each reader can say what is wrong in words of its own.
struct PortText
{
    enum class Form : quint8 {
        Decimal,
        Hexadecimal, ///< "0xc53"
        OtherDigits, ///< decimal digits of another script, or full-width ones
        Negative,
        NoNumber,
    };

    Form form = Form::NoNumber;
    /// What the number comes to, in whichever form; nullopt when it is no port (0 to 65535).
    std::optional<quint16> port;
    /// What stands before the first slash.
    QString number;
    /// What follows the first slash, in lower case; nullopt when there is no slash.
    std::optional<QString> transport;

    [[nodiscard]] static PortText read(QStringView typed);
    /// A plain decimal port, as scripts write it.
    [[nodiscard]] bool isPlain() const { return form == Form::Decimal && port; }
};

} // namespace portolan
