// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/registration.h"
#include "search/registry_filter.h"

#include <QList>
#include <QSet>
#include <QString>

#include <optional>

namespace portolan {

/// What was typed into the registry's search field, understood. A value.
///
/// Words are joined by "and". A number is a port (and looked for in texts as well), in hexadecimal
/// with 0x before it, in whichever digits; `3100-3200` is a range of ports in either order, `80/udp`
/// a port on one transport. `tcp`, `udp`, `sctp` and `dccp` beside other terms narrow to the
/// transport; alone they are words.
struct RegistryQuery
{
    struct Term
    {
        /// Case-folded; as typed otherwise. Empty for a range of ports.
        QString word;
        /// A number is a range of one port.
        std::optional<quint16> from;
        std::optional<quint16> to;

        friend bool operator==(const Term &, const Term &) = default;
    };

    /// At most `maximumTerms`; later words are ignored.
    QList<Term> terms;
    std::optional<RegistryTransport> transport;
    /// Chosen, not typed; parse() leaves it empty.
    RegistryFilter filter;
    /// Only what covers one of these ports; nullopt: everything.
    std::optional<QSet<quint16>> onlyPorts;
    /// Translated: what cannot be a port, or how a number was understood. Empty when all is plain.
    QString remark;

    static constexpr int maximumTerms = 8;
    static constexpr int maximumLength = 256; ///< characters read of what was typed

    /// Never fails.
    [[nodiscard]] static RegistryQuery parse(const QString &text);
    /// The one port that was asked for, if the query is about one.
    [[nodiscard]] std::optional<quint16> singlePort() const;
};

} // namespace portolan
