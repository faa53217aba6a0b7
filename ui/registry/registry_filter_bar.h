// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/registry_filter.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace portolan {

/// What the registry is narrowed to, besides what is typed. Wraps where there is little room.
class RegistryFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit RegistryFilterBar(QWidget *parent = nullptr);

    [[nodiscard]] const RegistryFilter &filter() const { return m_filter; }
    void setFilter(const RegistryFilter &filter);

Q_SIGNALS:
    void filterChanged(const portolan::RegistryFilter &filter);

private:
    QComboBox *addChoice(const QString &name, const QString &any);
    void take();

    RegistryFilter m_filter;
    QComboBox *m_mark;
    QComboBox *m_range;
    QComboBox *m_transport;
    QCheckBox *m_listening;
    QPushButton *m_clear;
};

} // namespace portolan
