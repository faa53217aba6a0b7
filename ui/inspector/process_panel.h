// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/connection_history.h"
#include "monitor/update.h"
#include "snapshot/listener.h"

#include <QWidget>

class QLabel;
class QScrollArea;
class QSplitter;
class QTabWidget;

namespace portolan {

class ConnectionChart;
class ConnectionsView;
class HoldersModel;
class OwnedListenersModel;
class ProcessHeader;
class RowTable;
class TextBlock;

/// Who holds the listener: the process, why it runs, its other listeners and its connections, with
/// the actions close by. Wide panels show facts, lists and chart side by side; narrow ones
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

    [[nodiscard]] static QScrollArea *makeTextPage(const QString &objectName, TextBlock *text);
    void showTexts();
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
    TextBlock *m_factText;
    QScrollArea *m_facts;
    TextBlock *m_whyText;
    QScrollArea *m_why;
    ConnectionsView *m_connections;
    ConnectionChart *m_chart;
    OwnedListenersModel *m_listeners;
    RowTable *m_listenerTable;
    HoldersModel *m_holders;
    RowTable *m_holderTable;
};

} // namespace portolan
