// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace portolan {

/// A table of the process panel: whole rows, without a grid, as high as its font asks. Copies the
/// selected rows, columns apart by tabs.
class RowTable : public QTableView
{
    Q_OBJECT

public:
    RowTable(const QString &objectName, const QString &accessibleName, QAbstractItemModel *model,
             QWidget *parent = nullptr);

    void copyRows() const;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void adaptToFont();
};

} // namespace portolan
