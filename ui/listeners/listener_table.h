// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/listener_filter_model.h"

#include <QTableView>
#include <QTimer>

#include <optional>

class QMenu;

namespace portolan {

class ListenerDelegate;
class TableHeader;

/// The table of listeners. It knows when a person points at, selects in or scrolls it, and holds
/// the order of its rows for that time.
class ListenerTable : public QTableView
{
    Q_OBJECT

public:
    explicit ListenerTable(ListenerFilterModel *model, QWidget *parent = nullptr);

    /// The row the panels show; null when there is none.
    [[nodiscard]] ListenerPtr currentListener() const;
    /// The selected rows from top to bottom.
    [[nodiscard]] QList<ListenerPtr> selectedListeners() const;
    /// Selects the row and scrolls to it; false when it is not in the table.
    bool select(const ListenerKey &key);
    /// Selects the first row with the port; false when there is none.
    bool selectPort(quint16 port);

    /// The marks that ports are highlighted for.
    void setHighlighted(Marks marks);
    [[nodiscard]] Marks highlighted() const;

    /// Shows the column of network namespaces while there are several, unless the person chose.
    void setSeveralNamespaces(bool several);

    [[nodiscard]] QByteArray saveColumns() const;
    bool restoreColumns(const QByteArray &state);
    void resetColumns();

    [[nodiscard]] bool isHeld() const { return m_model->isHeld(); }

public Q_SLOTS:
    /// The selected rows as tab-separated lines under a line of titles; visible columns only.
    void copyRows() const;
    void copyAddresses() const;
    /// Whether own notes can be written; otherwise nothing offers it.
    void setOwnNotesOffered(bool offered) { m_ownNotesOffered = offered; }
    /// Whether a listener can be asked what it speaks; otherwise nothing offers it.
    void setAskOffered(bool offered) { m_askOffered = offered; }
    /// Whether listeners can be accepted as normal; otherwise nothing offers it.
    void setAcceptOffered(bool offered) { m_acceptOffered = offered; }

Q_SIGNALS:
    void goToProcessWanted();
    void explainWanted(quint16 port);
    void filterWanted(const QString &term);
    void namespaceWanted(const QString &name);
    /// An own note on the current listener is to be written or edited.
    void ownNoteWanted();
    /// The current listener is to be asked what it speaks.
    void askWanted();
    /// The listeners are to be accepted as normal.
    void acceptWanted(const QList<portolan::ListenerPtr> &listeners);
    void stopWanted();
    void heldChanged(bool held);
    void currentListenerChanged();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;

private:
    void setUpHeader();
    void showHeaderMenu(const QPoint &position);
    void addAcceptAction(QMenu *menu);
    /// Gives the columns the table's width, unless the person chose widths.
    void fitColumns();
    void adaptToFont();
    void personIsActive();
    void personLeft();
    void updateHeld();
    void keepSelection();
    void restoreSelection();

    ListenerFilterModel *m_model;
    ListenerDelegate *m_delegate;
    TableHeader *m_header;
    bool m_ownWidths = false; ///< the person chose widths
    bool m_severalNamespaces = false;
    bool m_namespacesChosen = false; ///< the person showed or hid the column
    QTimer m_activity; ///< runs while the last movement is recent
    bool m_pressed = false;
    bool m_menuOpen = false;
    bool m_restoring = false;
    bool m_ownNotesOffered = false;
    bool m_acceptOffered = false;
    bool m_askOffered = false;
    QList<quint64> m_keptIds;
    std::optional<quint64> m_keptCurrent;
    int m_keptColumn = 0;
    int m_keptScroll = 0;
};

} // namespace portolan
