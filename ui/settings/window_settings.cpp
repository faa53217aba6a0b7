// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/window_settings.h"

#include "monitor/monitor.h"

#include <QSettings>

#include <algorithm>
#include <array>

namespace portolan {

namespace {

constexpr int longestFilter = 1000;

const QString geometryKey = QStringLiteral("window/geometry");
const QString splittersKey = QStringLiteral("listening/splitters");
const QString viewSplittersGroup = QStringLiteral("splitters");
const QString columnsKey = QStringLiteral("listening/columns");
const QString filterKey = QStringLiteral("listening/filter");
const QString highlightKey = QStringLiteral("listening/highlightedMarks");
const QString registryFilterKey = QStringLiteral("registry/filter");
const QString portMapKey = QStringLiteral("portMap/state");
const QString historyPeriodKey = QStringLiteral("history/period");
const QString historyByRangeKey = QStringLiteral("history/byRange");
const QString historyFilterKey = QStringLiteral("history/filter");
const QString historyDaysKey = QStringLiteral("history/days");
const QString historyMegabytesKey = QStringLiteral("history/megabytes");
const QString intervalKey = QStringLiteral("monitor/interval");

/// One text, because an empty list cannot be told from none in a settings file.
QString namesOf(Marks marks)
{
    QStringList names;
    for (const Mark mark : allMarks()) {
        if (marks.testFlag(mark))
            names.append(markName(mark));
    }
    return names.join(QLatin1Char(' '));
}

/// In the order of HistoryPeriodChoice.
constexpr std::array periodNames { "hour", "day", "week", "month", "quarter", "all" };

HistoryPeriodChoice periodNamed(const QString &name)
{
    const auto found = std::ranges::find_if(periodNames, [&name](const char *known) { return name == QLatin1String(known); });
    return found == periodNames.end() ? HistoryViewState().period : static_cast<HistoryPeriodChoice>(found - periodNames.begin());
}

Marks marksNamed(const QString &names)
{
    Marks marks;
    for (const QString &name : names.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (const std::optional<Mark> mark = markFromName(name))
            marks |= *mark;
    }
    return marks;
}

} // namespace

WindowSettings WindowSettings::load(QSettings &settings)
{
    WindowSettings values;
    values.geometry = settings.value(geometryKey).toByteArray();
    values.splitters = settings.value(splittersKey).toByteArray();
    settings.beginGroup(viewSplittersGroup);
    const QStringList names = settings.childKeys();
    for (const QString &name : names)
        values.viewSplitters.insert(name, settings.value(name).toByteArray());
    settings.endGroup();
    values.columns = settings.value(columnsKey).toByteArray();
    values.filter = settings.value(filterKey).toString().left(longestFilter);
    values.registryFilter = settings.value(registryFilterKey).toString().left(longestFilter);
    values.portMap = settings.value(portMapKey).toString();
    if (settings.contains(highlightKey))
        values.highlighted = marksNamed(settings.value(highlightKey).toString());
    values.history.period = periodNamed(settings.value(historyPeriodKey).toString());
    values.history.byRange = settings.value(historyByRangeKey).toBool();
    values.history.filter = settings.value(historyFilterKey).toString().left(longestFilter);
    values.historyLimits = HistoryLimits { settings.value(historyDaysKey, HistoryLimits::defaultDays).toInt(),
                                           settings.value(historyMegabytesKey, HistoryLimits::defaultMegabytes).toInt() }.bounded();
    bool number = false;
    const std::chrono::milliseconds interval(settings.value(intervalKey).toInt(&number));
    values.interval = number ? std::clamp(interval, Monitor::minimumInterval, Monitor::maximumInterval)
                             : Monitor::defaultInterval;
    return values;
}

void WindowSettings::save(QSettings &settings) const
{
    settings.setValue(geometryKey, geometry);
    settings.setValue(splittersKey, splitters);
    settings.beginGroup(viewSplittersGroup);
    for (auto it = viewSplitters.cbegin(); it != viewSplitters.cend(); ++it)
        settings.setValue(it.key(), it.value());
    settings.endGroup();
    settings.setValue(columnsKey, columns);
    settings.setValue(filterKey, filter);
    settings.setValue(registryFilterKey, registryFilter);
    settings.setValue(portMapKey, portMap);
    settings.setValue(highlightKey, namesOf(highlighted));
    settings.setValue(historyPeriodKey, QLatin1String(periodNames.at(static_cast<size_t>(history.period))));
    settings.setValue(historyByRangeKey, history.byRange);
    settings.setValue(historyFilterKey, history.filter);
    settings.setValue(historyDaysKey, historyLimits.days);
    settings.setValue(historyMegabytesKey, historyLimits.megabytes);
    settings.setValue(intervalKey, static_cast<int>(interval.count()));
}

} // namespace portolan
