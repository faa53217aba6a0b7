// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_limits.h"
#include "history/history_view_state.h"
#include "knowledge/mark.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <chrono>

class QSettings;

namespace portolan {

/// What the window keeps between starts. Values that make no sense are replaced by the defaults.
struct WindowSettings
{
    QByteArray geometry;
    QByteArray splitters; ///< of the listening view
    QMap<QString, QByteArray> viewSplitters; ///< of the other views, by objectName
    QByteArray columns;
    QString filter;
    std::chrono::milliseconds interval {1000};
    QString registryFilter; ///< as RegistryFilter::toText()
    QString portMap; ///< as PortMapState::toText()
    Marks highlighted = Mark::Similar; ///< what ports are highlighted for in the table

    HistoryViewState history;
    HistoryLimits historyLimits;

    /// Reads the file the settings belong to; called before the window is shown.
    [[nodiscard]] static WindowSettings load(QSettings &settings);
    /// Hands the values to `settings`, which writes them when it is destroyed.
    void save(QSettings &settings) const;

    friend bool operator==(const WindowSettings &, const WindowSettings &) = default;
};

} // namespace portolan
