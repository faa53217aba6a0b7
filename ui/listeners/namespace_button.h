// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QToolButton>

class QMenu;

namespace portolan {

/// Chooses the network namespace whose listeners are shown, or all. Hidden while there is nothing to
/// choose.
class NamespaceButton : public QToolButton
{
    Q_OBJECT

public:
    explicit NamespaceButton(QWidget *parent = nullptr);

    /// How many listeners each network namespace has, by name; the host's own has none.
    void setNamespaces(const QMap<QString, int> &counts);
    /// The one that the filter confines the listeners to, as it names it; null: all are shown.
    void setCurrent(const QString &name);

Q_SIGNALS:
    /// As the filter names it; null for all.
    void chosen(const QString &name);

private:
    void showCurrent();
    void fillMenu();
    void addChoice(const QString &label, const QString &filterName);

    QMenu *m_choices;
    QMap<QString, int> m_counts;
    QString m_current;
};

} // namespace portolan
