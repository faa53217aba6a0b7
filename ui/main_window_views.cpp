// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "history/history_view.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"
#include "portmap/port_map_view.h"
#include "registry/registry_view.h"

#include <QSplitter>
#include <QStackedWidget>

#include <type_traits>

namespace portolan {

void MainWindow::addPortViews()
{
    auto *map = new PortMapView(m_knowledge, this);
    auto *history = new HistoryView(this);
    auto *registry = new RegistryView(m_knowledge, this);
    m_portMap = map;
    m_history = history;
    m_registry = registry;
    addView(QStringLiteral("portMap"), tr("Port map"), map);
    addView(QStringLiteral("history"), tr("History"), history);
    addView(QStringLiteral("registry"), tr("Registry"), registry);
    const auto connectView = [this](auto *view) {
        using View = std::remove_pointer_t<decltype(view)>;
        // The history comes out of its store.
        constexpr bool showsPictures = !std::is_same_v<View, HistoryView>;
        if constexpr (showsPictures) {
            connect(this, &MainWindow::updated, view, [this, view](const Update &update) {
                // A view that is not seen takes the newest picture when it shows.
                if (m_views->currentWidget() == view)
                    view->apply(update);
            });
        }
        connect(view, &View::portActivated, this, [this](quint16 port) {
            m_chosenPort = port;
            m_listeners->table()->selectPort(port);
        });
        connect(view, &View::listenersWanted, this, &MainWindow::showPort);
        m_searchFields.insert(view, view->searchField());
        // The chosen port is the same in every view; those that are hidden follow when they show.
        connect(m_views, &QStackedWidget::currentChanged, view, [this, view] {
            if (m_views->currentWidget() != view)
                return;
            if constexpr (showsPictures) {
                if (m_last) {
                    Update update = *m_last;
                    update.first = true;
                    view->apply(update);
                }
            }
            if (m_chosenPort)
                view->showPort(*m_chosenPort);
        });
    };
    connectView(map);
    connectView(history);
    connectView(registry);
    map->restore(PortMapState::fromText(m_values.portMap));
    connect(map, &PortMapView::stateChanged, this, [this, map] { m_values.portMap = map->state().toText(); });
    registry->setFilter(RegistryFilter::fromText(m_values.registryFilter));
    connect(registry, &RegistryView::filterChanged, this,
            [this](const RegistryFilter &filter) { m_values.registryFilter = filter.toText(); });
    for (const QWidget *view : std::initializer_list<const QWidget *> {map, history, registry}) {
        for (QSplitter *splitter : view->findChildren<QSplitter *>())
            keepSplitter(splitter);
    }
    history->setState(m_values.history);
    connect(history, &HistoryView::settingsWanted, this, &MainWindow::showHistorySettings);
    connect(m_listeners->table(), &ListenerTable::currentListenerChanged, this, [this] {
        if (const ListenerPtr listener = m_listeners->table()->currentListener())
            m_chosenPort = listener->port();
    });
}

void MainWindow::keepSplitter(QSplitter *splitter)
{
    const QString name = splitter->objectName();
    if (name.isEmpty())
        return;
    splitter->restoreState(m_values.viewSplitters.value(name));
    connect(splitter, &QSplitter::splitterMoved, this,
            [this, splitter, name] { m_values.viewSplitters.insert(name, splitter->saveState()); });
}

} // namespace portolan
