// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QSettings;

namespace portolan {

/// A filter that the person gave a name.
struct SavedFilter
{
    QString name;
    QString text;

    /// In the order they were saved; what makes no sense is left out.
    [[nodiscard]] static QList<SavedFilter> load(QSettings &settings);
    static void save(const QList<SavedFilter> &filters, QSettings &settings);

    friend bool operator==(const SavedFilter &, const SavedFilter &) = default;
};

/// More are not kept.
inline constexpr qsizetype maximumSavedFilters = 50;

} // namespace portolan
