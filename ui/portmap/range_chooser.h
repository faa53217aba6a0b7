// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "portmap/port_ground.h"

#include <QFrame>

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace portolan {

/// The list in which known ranges are chosen to be laid over the port map, by kind; opens below a
/// button as a menu does, and closes with Escape.
class RangeChooser : public QFrame
{
    Q_OBJECT

public:
    explicit RangeChooser(QWidget *parent = nullptr);

    /// Lists these; `toggled` are the ids of those that are not as by default.
    void setRanges(const QList<PortGround::Patch> &patches, const QSet<QString> &toggled);
    [[nodiscard]] const QSet<QString> &toggled() const { return m_toggled; }
    void popUpBelow(QWidget *button);

Q_SIGNALS:
    void toggledChanged(const QSet<QString> &ids);
    /// Enter or a double click on a range.
    void rangeWanted(quint16 from, quint16 to);

private:
    void setAll(bool shown);
    void reset();
    void take(QTreeWidgetItem *item);
    void filter(const QString &text);
    /// Ticks what is shown, without telling so.
    void tick();

    QSet<QString> m_toggled;
    QList<KnownRange> m_ranges;
    QLineEdit *m_search = nullptr;
    QTreeWidget *m_tree = nullptr;
};

} // namespace portolan
