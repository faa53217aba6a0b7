// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace portolan {

/// Tells the filter language: every key with an example, which can be put into the filter from here.
class FilterHelp : public QDialog
{
    Q_OBJECT

public:
    explicit FilterHelp(QWidget *parent = nullptr);

Q_SIGNALS:
    void termWanted(const QString &term);
};

} // namespace portolan
