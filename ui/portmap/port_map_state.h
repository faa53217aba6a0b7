// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QSet>
#include <QString>

#include <optional>

namespace portolan {

/// What the port map keeps between starts.
struct PortMapState
{
    double cellSize = 0; ///< logical pixels; 0: the whole map
    QPointF centre { 128, 128 }; ///< in map coordinates
    std::optional<quint16> port; ///< with the frame
    QSet<QString> toggled; ///< ids of ranges that are not as by default

    [[nodiscard]] QString toText() const;
    /// Whatever makes no sense is as by default.
    [[nodiscard]] static PortMapState fromText(const QString &text);

    friend bool operator==(const PortMapState &, const PortMapState &) = default;
};

} // namespace portolan
