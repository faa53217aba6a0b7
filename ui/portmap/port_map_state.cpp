// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/port_map_state.h"

#include "portmap/port_grid.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace portolan {

namespace {

constexpr QLatin1String cellKey("cell");
constexpr QLatin1String xKey("x");
constexpr QLatin1String yKey("y");
constexpr QLatin1String portKey("port");
constexpr QLatin1String toggledKey("toggled");

} // namespace

QString PortMapState::toText() const
{
    QStringList ids(toggled.cbegin(), toggled.cend());
    ids.sort();
    QJsonObject object { { cellKey, cellSize }, { xKey, centre.x() }, { yKey, centre.y() }, { toggledKey, QJsonArray::fromStringList(ids) } };
    if (port)
        object.insert(portKey, *port);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

PortMapState PortMapState::fromText(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    PortMapState state;
    state.cellSize = std::clamp(object.value(cellKey).toDouble(), 0.0, PortGrid::largestCell);
    state.centre = { std::clamp(object.value(xKey).toDouble(PortGrid::side / 2.0), 0.0, double(PortGrid::side)),
                     std::clamp(object.value(yKey).toDouble(PortGrid::side / 2.0), 0.0, double(PortGrid::side)) };
    const int port = object.value(portKey).toInt(-1);
    if (port >= 0 && port <= 65535)
        state.port = static_cast<quint16>(port);
    for (const QJsonValue &id : object.value(toggledKey).toArray()) {
        if (id.isString())
            state.toggled.insert(id.toString());
    }
    return state;
}

} // namespace portolan
