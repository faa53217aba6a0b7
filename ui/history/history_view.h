// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/update.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace portolan {

class HistoryFilterModel;
class HistoryModel;

/// What opened, closed and changed since the window was opened, newest first.
class HistoryView : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryView(QWidget *parent = nullptr);

    void apply(const Update &update);
    /// Selects the newest event of the port, if there is one.
    void showPort(quint16 port);
    /// The field one searches this view with.
    [[nodiscard]] QWidget *searchField() const;

Q_SIGNALS:
    /// The person chose a row.
    void portActivated(quint16 port);
    /// "Show in Listening" was asked for.
    void listenersWanted(quint16 port);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildTable();
    void addActions();
    void filterTyped(const QString &text);
    void showHeader();
    void showEmptyState();
    void keepPlace(int inserted);
    void copyRows() const;
    void adaptToFont();
    [[nodiscard]] std::optional<quint16> currentPort() const;

    HistoryModel *m_model;
    HistoryFilterModel *m_filtered;
    QLabel *m_header = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_filterError = nullptr;
    QStackedWidget *m_pages = nullptr;
    QTableView *m_table = nullptr;
    QLabel *m_empty = nullptr;
    bool m_selecting = false; ///< the selection is being set from here
};

} // namespace portolan
