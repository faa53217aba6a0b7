// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "baseline/baseline_store.h"
#include "monitor/update.h"

#include <QDialog>

class QLabel;
class QMenu;
class QPushButton;
class QSortFilterProxyModel;
class QStackedWidget;

namespace portolan {

class BaselineModel;
class RowTable;

/// What was accepted as normal: seen, taken back, undone, and gone back to an earlier one. Not modal,
/// so that the window can be looked at beside it.
class BaselineDialog : public QDialog
{
    Q_OBJECT

public:
    /// The store must outlive it.
    explicit BaselineDialog(BaselineStore *store, QWidget *parent = nullptr);

    /// What is here now, judged by the store's baseline.
    void setPicture(const Update &update);
    /// Whether there is something to accept.
    void setAcceptOffered(bool offered);

Q_SIGNALS:
    void acceptWholeWanted();
    /// The port was chosen.
    void portActivated(quint16 port);

private:
    void build();
    void showBaseline();
    void showSentence();
    void showActions();
    void removeSelected();
    void fillEarlier(const QList<EarlierBaseline> &earlier);

    BaselineStore *m_store;
    BaselineModel *m_model;
    QSortFilterProxyModel *m_sorted;
    std::optional<Update> m_picture;
    QLabel *m_sentence = nullptr;
    QStackedWidget *m_pages = nullptr;
    RowTable *m_table = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_redo = nullptr;
    QPushButton *m_goBack = nullptr;
    QMenu *m_earlier = nullptr;
    QPushButton *m_accept = nullptr;
    QPushButton *m_acceptFirst = nullptr;
};

} // namespace portolan
