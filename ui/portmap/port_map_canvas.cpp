// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/port_map_canvas.h"

#include "models/listener_labels.h"
#include "portmap/port_map_accessible.h"
#include "text/text.h"

#include <QAccessible>
#include <QStyle>

#include <cmath>

namespace portolan {

namespace {

/// At this size a cell has room for its number and name, in widths of a letter.
constexpr double readableLetters = 14;
constexpr qsizetype nameLength = 60;
constexpr qsizetype mostNames = 8192;
/// Between the map and the edge of the canvas; marks of the outermost ports reach into it.
constexpr double edge = 10;

} // namespace

PortMapCanvas::PortMapCanvas(KnowledgePtr knowledge, QWidget *parent)
    : QWidget(parent)
    , m_knowledge(std::move(knowledge))
{
    installPortMapAccessible();
    setObjectName(QStringLiteral("portMapCanvas"));
    setAccessibleName(tr("Map of all ports"));
    setAccessibleDescription(tr("Arrow keys walk from port to port, Ctrl and arrow keys from listener to listener. "
                                "Enter explains the port, plus and minus zoom, 0 shows all ports."));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_animation.setStartValue(0.0);
    m_animation.setEndValue(1.0);
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant &way) {
        m_grid.lookBetween(m_start, m_goal, way.toDouble());
        update();
    });
    connect(&m_animation, &QVariantAnimation::finished, this, &PortMapCanvas::arrive);
    adaptLook();
}

void PortMapCanvas::setKnowledge(const KnowledgePtr &knowledge)
{
    m_knowledge = knowledge;
    m_names.clear();
    update();
}

void PortMapCanvas::setGround(const PortGround &ground)
{
    m_ground = ground;
    m_groundImage = m_ground.image(palette());
    m_miniMap = {};
    update();
}

void PortMapCanvas::setListeners(const PortListeners &listeners)
{
    const bool others = listeners.ports() != m_listeners.ports();
    m_listeners = listeners;
    m_marks.setListeners(listeners);
    m_miniMap = {};
    update();
    if (others && QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&event);
    }
}

void PortMapCanvas::adaptLook()
{
    m_groundImage = m_ground.image(palette());
    m_marks.setLook(palette(), font(), devicePixelRatioF());
    m_text.setFont(font());
    m_miniMap = {};
    update();
}

void PortMapCanvas::approach()
{
    const int duration = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this);
    m_animation.stop();
    if (duration <= 0 || !isVisible() || m_grid.cellSize() <= 0) {
        arrive();
        return;
    }
    m_start = m_grid;
    m_animation.setDuration(duration);
    m_animation.start();
}

void PortMapCanvas::arrive()
{
    m_animation.stop();
    m_grid = m_goal;
    update();
    Q_EMIT looked();
}

void PortMapCanvas::setCurrentPort(quint16 port)
{
    m_current = port;
    m_goal.reveal(port);
    if (m_goal.centre() != m_grid.centre())
        approach();
    update();
    tellFocus();
}

void PortMapCanvas::jumpTo(quint16 port)
{
    const double readable = fontMetrics().averageCharWidth() * readableLetters;
    m_goal.look(PortGrid::rectOf(port).center(), std::max(m_goal.cellSize(), readable));
    m_current = port;
    approach();
    tellFocus();
}

void PortMapCanvas::showRange(quint16 from, quint16 to)
{
    QRect cells;
    for (const QRect &rect : port_layout::cellsOf(from, to))
        cells |= rect;
    const QRectF wanted = QRectF(cells).adjusted(-2, -2, 2, 2);
    const QRectF room = m_goal.room();
    const double fitting = std::min(room.width() / wanted.width(), room.height() / wanted.height());
    m_goal.look(wanted.center(), std::min(fitting, numberSize()));
    m_current = from;
    approach();
    tellFocus();
}

void PortMapCanvas::zoomBy(double factor)
{
    const QPointF fixed = m_current ? m_goal.viewRectOf(*m_current).center() : m_goal.room().center();
    m_goal.zoom(factor, fixed);
    if (m_current)
        m_goal.reveal(*m_current);
    approach();
}

void PortMapCanvas::showWhole()
{
    m_goal.showWhole();
    approach();
}

void PortMapCanvas::look(const QPointF &centre, double cellSize)
{
    if (m_goal.room().isEmpty()) {
        m_wanted = qMakePair(centre, cellSize);
        return;
    }
    m_goal.look(centre, cellSize);
    arrive();
}

void PortMapCanvas::placeGrid()
{
    const QRectF room(headerWidth(), headerHeight(), width() - headerWidth() - edge, height() - headerHeight() - edge);
    m_animation.stop();
    m_goal.setRoom(room, devicePixelRatioF());
    if (m_wanted)
        m_goal.look(m_wanted->first, m_wanted->second);
    m_wanted.reset();
    if (m_current && !m_goal.isWhole())
        m_goal.reveal(*m_current);
    m_grid = m_goal;
}

QString PortMapCanvas::nameOf(quint16 port) const
{
    const auto kept = m_names.constFind(port);
    if (kept != m_names.cend())
        return *kept;
    const std::optional<Registration> registration = m_knowledge->registration(port, Transport::Tcp);
    const bool assigned = registration && registration->status == RegistrationStatus::Assigned;
    const QString name = assigned ? text::visible(registration->service, nameLength) : QString();
    if (m_names.size() > mostNames)
        m_names.clear();
    m_names.insert(port, name);
    return name;
}

QString PortMapCanvas::titleFor(quint16 port) const
{
    const QString name = nameOf(port);
    return name.isEmpty() ? tr("Port %1").arg(port) : tr("Port %1, %2", "number, registered name").arg(QString::number(port), name);
}

QString PortMapCanvas::lineFor(quint16 port) const
{
    QString registered = nameOf(port);
    if (registered.isEmpty())
        registered = portRangeOf(port) == PortRange::Dynamic ? tr("dynamic range") : tr("unassigned");
    const QList<PortListeners::Entry> entries = m_listeners.at(port);
    if (!entries.isEmpty()) {
        const PortListeners::Entry &entry = entries.first();
        const QString verdict = entry.assessment ? verdictLabel(entry.assessment->verdict) : QString();
        const QString line = tr("Port %1 · registered: %2 · %3 listens here (%4): %5", "port, name, owner, transport, verdict")
                                 .arg(QString::number(port), registered, labels::owner(*entry.listener->owner),
                                      QLatin1String(transportName(entry.listener->transport())), verdict);
        const auto more = static_cast<int>(entries.size()) - 1;
        return more == 0 ? line : tr("%1 · and %n more", "what one listener is, and how many others the port has", more).arg(line);
    }
    if (const KnownRange *range = m_ground.rangeAt(port))
        return tr("Port %1 · registered: %2 · within %3 · nothing listens here", "port, name, known range")
            .arg(QString::number(port), registered, text::visible(range->name, nameLength));
    return tr("Port %1 · registered: %2 · nothing listens here", "port, name").arg(QString::number(port), registered);
}

void PortMapCanvas::choose(quint16 port)
{
    moveTo(port);
    Q_EMIT portChosen(port);
}

void PortMapCanvas::moveTo(quint16 port)
{
    m_hovered.reset();
    setCurrentPort(port);
    Q_EMIT pointedAt(port);
}

void PortMapCanvas::tellFocus()
{
    if (hasFocus() && m_current)
        tellPortMapFocus(this);
}

} // namespace portolan
