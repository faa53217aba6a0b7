// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/mark.h"
#include "knowledge/registration.h"
#include "net/port_range.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace portolan {

/// What the registry is narrowed to besides what is typed; everything set must hold. A value.
struct RegistryFilter
{
    std::optional<Mark> mark;
    std::optional<PortRange> range;
    std::optional<RegistryTransport> transport;
    /// Only ports that something listens on now; the query brings the ports.
    bool listening = false;

    [[nodiscard]] bool isEmpty() const { return *this == RegistryFilter(); }

    /// "mark:ghost range:registered transport:udp listening", for keeping it between starts.
    [[nodiscard]] QString toText() const;
    /// Leaves out what it does not know.
    [[nodiscard]] static RegistryFilter fromText(QStringView text);

    friend bool operator==(const RegistryFilter &, const RegistryFilter &) = default;
};

} // namespace portolan
