// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/saved_filter.h"

#include <QSettings>

namespace portolan {

namespace {

constexpr qsizetype longestText = 1000;
const QString group = QStringLiteral("savedFilters");
const QString nameKey = QStringLiteral("name");
const QString textKey = QStringLiteral("filter");

} // namespace

QList<SavedFilter> SavedFilter::load(QSettings &settings)
{
    QList<SavedFilter> filters;
    const int count = qMin(settings.beginReadArray(group), int(maximumSavedFilters));
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const SavedFilter filter { settings.value(nameKey).toString().left(longestText), settings.value(textKey).toString().left(longestText) };
        if (!filter.name.isEmpty() && !filter.text.isEmpty())
            filters += filter;
    }
    settings.endArray();
    return filters;
}

void SavedFilter::save(const QList<SavedFilter> &filters, QSettings &settings)
{
    settings.remove(group);
    settings.beginWriteArray(group, int(filters.size()));
    for (int i = 0; i < filters.size(); ++i) {
        settings.setArrayIndex(i);
        settings.setValue(nameKey, filters[i].name);
        settings.setValue(textKey, filters[i].text);
    }
    settings.endArray();
}

} // namespace portolan
