// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter_edit.h"
#include "inspector/plain.h"
#include "inspector/stop_controller.h"
#include "listeners/listener_table.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

namespace portolan {

namespace {

/// A filter term for the owner, or empty when the owner has no name to look for.
QString ownerTerm(const Owner &owner)
{
    QString key = QStringLiteral("owner");
    QString name;
    if (const ProcessInfo *leader = owner.leader()) {
        name = leader->name;
    } else if (!owner.unit.isEmpty()) {
        key = QStringLiteral("unit");
        name = owner.unit;
    }
    if (name.isEmpty())
        return {};
    return filterTerm(key, name);
}

} // namespace

void ListenerTable::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    const ListenerPtr listener = m_model->row(index).listener;
    const bool closed = m_model->row(index).state == RowState::Closed;

    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *go = menu->addAction(tr("Go to process"), this, &ListenerTable::goToProcessWanted);
    go->setShortcut(Qt::Key_Return);
    menu->setDefaultAction(go);
    const quint16 port = listener->port();
    menu->addAction(tr("Explain port %1").arg(port), this, [this, port] { Q_EMIT explainWanted(port); });
    if (m_askOffered) {
        QAction *ask = menu->addAction(tr("Ask the port"), this, &ListenerTable::askWanted);
        ask->setObjectName(QStringLiteral("askAction"));
        ask->setShortcut(Qt::CTRL | Qt::Key_K);
        ask->setEnabled(!closed && listener->key.networkNamespace.isEmpty());
    }
    if (m_ownNotesOffered) {
        QAction *note = menu->addAction(m_model->row(index).ownNote ? tr("Edit note…") : tr("Add a note…"), this, &ListenerTable::ownNoteWanted);
        note->setObjectName(QStringLiteral("ownNoteAction"));
        note->setShortcut(Qt::CTRL | Qt::Key_M);
    }
    if (m_acceptOffered)
        addAcceptAction(menu);
    menu->addSeparator();
    menu->addAction(tr("Copy rows"), this, &ListenerTable::copyRows)->setShortcut(QKeySequence::Copy);
    menu->addAction(tr("Copy addresses"), this, &ListenerTable::copyAddresses);
    menu->addSeparator();
    const QString term = ownerTerm(*listener->owner);
    menu->addAction(tr("Show only this owner"), this, [this, term] { Q_EMIT filterWanted(term); })
        ->setEnabled(!term.isEmpty());
    menu->addAction(tr("Show only port %1").arg(port), this,
                    [this, port] { Q_EMIT filterWanted(QStringLiteral("port:%1").arg(port)); });
    if (m_severalNamespaces) {
        const QString &name = listener->endpoints.constFirst().networkNamespace;
        menu->addAction(tr("Show only this network namespace"), this, [this, name] {
            Q_EMIT namespaceWanted(name.isEmpty() ? QStringLiteral("host") : name);
        });
    }
    menu->addSeparator();
    QAction *stop = menu->addAction(tr("Stop…"), this, &ListenerTable::stopWanted);
    const QString refusal = StopController::refusal(*listener);
    stop->setEnabled(!closed && refusal.isEmpty());
    if (!refusal.isEmpty()) {
        stop->setToolTip(plain::toolTip(refusal));
        stop->setStatusTip(refusal);
    }
    menu->setToolTipsVisible(true);

    m_menuOpen = true;
    // The button comes up over the menu: the table never hears of it.
    m_pressed = false;
    connect(menu, &QMenu::aboutToHide, this, [this] {
        m_menuOpen = false;
        personIsActive();
    });
    updateHeld();
    const QPoint position = event->reason() == QContextMenuEvent::Keyboard
        ? viewport()->mapToGlobal(visualRect(index).bottomLeft())
        : event->globalPos();
    menu->popup(position);
}

void ListenerTable::addAcceptAction(QMenu *menu)
{
    QList<ListenerPtr> listeners;
    for (const QModelIndex &index : selectionModel()->selectedRows()) {
        const ListenerRow &row = m_model->row(index);
        const bool accepted = row.assessment->baseline && row.assessment->baseline->state == BaselineState::Accepted;
        if (row.state != RowState::Closed && !accepted)
            listeners += row.listener;
    }
    QAction *accept = listeners.size() > 1 ? menu->addAction(tr("Accept %n listener(s) as normal", nullptr, static_cast<int>(listeners.size())))
                                           : menu->addAction(tr("Accept as normal"));
    accept->setObjectName(QStringLiteral("acceptAction"));
    accept->setShortcut(Qt::CTRL | Qt::Key_B);
    accept->setEnabled(!listeners.isEmpty());
    connect(accept, &QAction::triggered, this, [this, listeners] { Q_EMIT acceptWanted(listeners); });
}

void ListenerTable::showHeaderMenu(const QPoint &position)
{
    QHeaderView *header = horizontalHeader();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const int visible = listenerColumnCount - header->hiddenSectionCount();
    for (int column = 0; column < listenerColumnCount; ++column) {
        QAction *action = menu->addAction(ListenerModel::columnTitle(static_cast<ListenerColumn>(column)));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        // Without any column there would be no header left to bring them back.
        action->setEnabled(header->isSectionHidden(column) || visible > 1);
        connect(action, &QAction::toggled, header,
                [this, header, column](bool shown) {
                    m_namespacesChosen |= static_cast<ListenerColumn>(column) == ListenerColumn::Namespace;
                    header->setSectionHidden(column, !shown);
                    fitColumns();
                });
    }
    menu->addSeparator();
    menu->addAction(tr("Reset columns"), this, &ListenerTable::resetColumns);
    menu->popup(header->mapToGlobal(position));
}

} // namespace portolan
