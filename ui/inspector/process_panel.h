// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/connection_history.h"
#include "monitor/update.h"
#include "snapshot/listener.h"

#include <QWidget>

class QAbstractItemModel;
class QLabel;
class QScrollArea;
class QSplitter;
class QTabWidget;
class QTableView;

namespace portolan {

class ConnectionChart;
class ConnectionsView;
class HoldersModel;
class OwnedListenersModel;
class ProcessHeader;
class TextBlock;

/// Who holds the listener: the process, its ancestors, its other listeners and its connections,
/// with the actions close by. Wide panels show facts, lists and chart side by side; narrow ones
/// show them as tabs.
class ProcessPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ProcessPanel(QWidget *parent = nullptr);
    ~ProcessPanel() override;

    /// `ofSameProcess` are all listeners of the owner's processes, this one included.
    void showListener(const ListenerPtr &listener, const QList<ListenerPtr> &ofSameProcess);
    /// Connections sampled for the listener shown; those of others only go into their history.
    void showDetails(const FocusDetails &details);
    /// Nothing is selected.
    void clear();
    /// Makes the panel visible and gives the process's identity the keyboard focus.
    void takeFocus();

Q_SIGNALS:
    void listenerActivated(const portolan::ListenerKey &key);
    /// Something was done that the next sample will show, such as a stopped process.
    void refreshWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Place : quint8 { Tabs, Beside };

    QWidget *makeFacts();
    QTableView *makeTable(const QString &objectName, const QString &name, QAbstractItemModel *model);
    void arrange();
    void place(QWidget *part, Place place, int beside, int tab, const QString &title);
    void nameTabs();

    ListenerPtr m_listener;
    ConnectionHistory m_history;
    QLabel *m_empty;
    QWidget *m_content;
    ProcessHeader *m_header;
    QSplitter *m_splitter;
    QTabWidget *m_tabs;
    QScrollArea *m_facts = nullptr;
    TextBlock *m_factText = nullptr;
    ConnectionsView *m_connections;
    ConnectionChart *m_chart;
    OwnedListenersModel *m_listeners;
    QTableView *m_listenerTable;
    HoldersModel *m_holders;
    QTableView *m_holderTable;
};

} // namespace portolan
