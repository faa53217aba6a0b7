// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/port_map_accessible.h"

#include "portmap/port_map_canvas.h"

#include <QAccessibleWidget>
#include <QPointer>

#include <algorithm>

namespace portolan {

namespace {

/// One port of the map. Lives as long as the map's own interface.
class PortAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    PortAccessible(PortMapCanvas *canvas, quint16 port)
        : m_canvas(canvas)
        , m_port(port)
    {
    }

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] bool isValid() const override { return m_canvas != nullptr; }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_canvas); }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QWindow *window() const override { return m_canvas ? m_canvas->window()->windowHandle() : nullptr; }

    [[nodiscard]] QRect rect() const override
    {
        if (!m_canvas)
            return {};
        const QRect within = m_canvas->grid().viewRectOf(m_port).toAlignedRect();
        return { m_canvas->mapToGlobal(within.topLeft()), within.size() };
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!m_canvas)
            return state;
        const bool current = m_canvas->currentPort() == m_port;
        state.focusable = true;
        state.selectable = true;
        state.selected = current;
        state.focused = current && m_canvas->hasFocus();
        state.offscreen = !m_canvas->grid().room().intersects(m_canvas->grid().viewRectOf(m_port));
        state.invisible = !m_canvas->isVisible();
        return state;
    }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!m_canvas)
            return {};
        if (kind == QAccessible::Name)
            return m_canvas->titleFor(m_port);
        if (kind == QAccessible::Description)
            return m_canvas->lineFor(m_port);
        const QList<PortListeners::Entry> entries = m_canvas->listeners().at(m_port);
        if (kind == QAccessible::Value && !entries.isEmpty() && entries.first().assessment)
            return verdictLabel(entries.first().assessment->verdict);
        return {};
    }
    void setText(QAccessible::Text, const QString &) override { }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return { pressAction() }; }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &action) override
    {
        if (m_canvas && action == pressAction())
            m_canvas->choose(m_port);
    }

private:
    QPointer<PortMapCanvas> m_canvas;
    quint16 m_port;
};

class PortMapAccessible : public QAccessibleWidget
{
public:
    explicit PortMapAccessible(PortMapCanvas *canvas)
        : QAccessibleWidget(canvas, QAccessible::List)
        , m_canvas(canvas)
    {
    }
    ~PortMapAccessible() override
    {
        for (const QAccessible::Id id : std::as_const(m_ids))
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override { return static_cast<int>(ports().size()) + (framedApart() ? 1 : 0); }

    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        return interfaceOf(portAt(index));
    }

    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *port = dynamic_cast<const PortAccessible *>(child);
        return port ? indexOf(port->port()) : -1;
    }

    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        const std::optional<quint16> port = m_canvas->grid().portAt(m_canvas->mapFromGlobal(QPoint(x, y)));
        return port && indexOf(*port) >= 0 ? interfaceOf(*port) : nullptr;
    }

    [[nodiscard]] QAccessibleInterface *focusChild() const override
    {
        const std::optional<quint16> port = m_canvas->currentPort();
        return port && m_canvas->hasFocus() ? interfaceOf(*port) : nullptr;
    }

    [[nodiscard]] int indexOf(quint16 port) const
    {
        const QList<quint16> &listening = ports();
        const auto place = std::ranges::lower_bound(listening, port);
        const auto index = static_cast<int>(place - listening.cbegin());
        const std::optional<quint16> apart = framedApart();
        if (apart == port)
            return index;
        if (place == listening.cend() || *place != port)
            return -1;
        return index + (apart && *apart < port ? 1 : 0);
    }

private:
    [[nodiscard]] const QList<quint16> &ports() const { return m_canvas->listeners().ports(); }
    /// The port with the frame, where nothing listens there.
    [[nodiscard]] std::optional<quint16> framedApart() const
    {
        const std::optional<quint16> port = m_canvas->currentPort();
        return port && !m_canvas->listeners().contains(*port) ? port : std::nullopt;
    }

    [[nodiscard]] quint16 portAt(int index) const
    {
        const std::optional<quint16> apart = framedApart();
        if (!apart)
            return ports().at(index);
        const int place = indexOf(*apart);
        return index == place ? *apart : ports().at(index < place ? index : index - 1);
    }

    [[nodiscard]] QAccessibleInterface *interfaceOf(quint16 port) const
    {
        const auto known = m_ids.constFind(port);
        if (known != m_ids.cend())
            return QAccessible::accessibleInterface(*known);
        auto *fresh = new PortAccessible(m_canvas, port);
        m_ids.insert(port, QAccessible::registerAccessibleInterface(fresh));
        return fresh;
    }

    PortMapCanvas *m_canvas;
    mutable QHash<quint16, QAccessible::Id> m_ids;
};

QAccessibleInterface *makeInterface(const QString &className, QObject *object)
{
    Q_UNUSED(className)
    auto *canvas = qobject_cast<PortMapCanvas *>(object);
    return canvas ? new PortMapAccessible(canvas) : nullptr;
}

} // namespace

void installPortMapAccessible()
{
    QAccessible::installFactory(makeInterface);
}

void tellPortMapFocus(PortMapCanvas *canvas)
{
    if (!QAccessible::isActive())
        return;
    const auto *map = dynamic_cast<PortMapAccessible *>(QAccessible::queryAccessibleInterface(canvas));
    if (!map || !canvas->currentPort())
        return;
    QAccessibleEvent event(canvas, QAccessible::Focus);
    event.setChild(map->indexOf(*canvas->currentPort()));
    QAccessible::updateAccessibility(&event);
}

} // namespace portolan
