// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filter/saved_filter.h"

#include <QMenu>

#include <functional>

class QSettings;

namespace portolan {

/// The menu of filters: those that were saved, saving the one in use, forgetting one, the help.
class FilterMenu : public QMenu
{
    Q_OBJECT

public:
    /// `settings` must outlive the menu; changes are written at once. `filterInUse` tells the filter's text.
    FilterMenu(QSettings *settings, std::function<QString()> filterInUse, QWidget *parent = nullptr);

    [[nodiscard]] const QList<SavedFilter> &saved() const { return m_saved; }
    /// One of the same name is replaced.
    void save(const QString &name, const QString &text);
    void forget(const QString &name);

Q_SIGNALS:
    void filterWanted(const QString &text);
    void helpWanted();

private:
    void rebuild();
    void askForName();

    QSettings *m_settings;
    std::function<QString()> m_filterInUse;
    QList<SavedFilter> m_saved;
};

} // namespace portolan
