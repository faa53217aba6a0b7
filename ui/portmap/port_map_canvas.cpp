// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/port_map_canvas.h"

#include "models/listener_labels.h"
#include "text/text.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QTextDocument>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace portolan {

namespace {

constexpr double zoomStep = 1.5;
/// At this size a cell has room for its number and name, in widths of a letter.
constexpr double readableLetters = 11;
constexpr int pageRows = 16;
constexpr qsizetype nameLength = 60;

} // namespace

PortMapCanvas::PortMapCanvas(KnowledgePtr knowledge, QWidget *parent)
    : QWidget(parent)
    , m_knowledge(std::move(knowledge))
{
    setObjectName(QStringLiteral("portMapCanvas"));
    setAccessibleName(tr("Map of all ports"));
    setAccessibleDescription(tr("Arrow keys walk from port to port, Ctrl and arrow keys from listener to listener. "
                                "Enter explains the port."));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_groundImage = m_ground.image(palette(), m_overlays);
}

void PortMapCanvas::setGround(const PortGround &ground)
{
    m_ground = ground;
    m_groundImage = m_ground.image(palette(), m_overlays);
    update();
}

void PortMapCanvas::setListeners(const PortListeners &listeners)
{
    m_listeners = listeners;
    update();
}

void PortMapCanvas::setOverlaysVisible(bool visible)
{
    m_overlays = visible;
    m_groundImage = m_ground.image(palette(), m_overlays);
    update();
}

void PortMapCanvas::setCurrentPort(quint16 port)
{
    m_current = port;
    m_grid.reveal(port);
    setAccessibleDescription(lineFor(port));
    update();
}

void PortMapCanvas::jumpTo(quint16 port)
{
    const double readable = fontMetrics().averageCharWidth() * readableLetters;
    if (m_grid.cellSize() > 0 && m_grid.cellSize() < readable)
        m_grid.zoom(readable / m_grid.cellSize(), m_grid.viewRectOf(port).center());
    m_grid.centreOn(port);
    setCurrentPort(port);
}

void PortMapCanvas::zoomBy(double factor)
{
    const QPointF fixed = m_current ? m_grid.viewRectOf(*m_current).center() : m_grid.room().center();
    m_grid.zoom(factor, fixed);
    if (m_current)
        m_grid.reveal(*m_current);
    update();
}

void PortMapCanvas::showWhole()
{
    m_grid.showWhole();
    update();
}

QString PortMapCanvas::nameOf(quint16 port) const
{
    const auto kept = m_names.constFind(port);
    if (kept != m_names.cend())
        return *kept;
    const std::optional<Registration> registration = m_knowledge->registration(port, Transport::Tcp);
    const bool assigned = registration && registration->status == RegistrationStatus::Assigned;
    const QString name = assigned ? text::visible(registration->service, nameLength) : QString();
    if (m_names.size() > 8192)
        m_names.clear();
    m_names.insert(port, name);
    return name;
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
        return tr("Port %1 · registered: %2 · %3 listens here (%4): %5", "port, name, owner, transport, verdict")
            .arg(QString::number(port), registered, labels::owner(*entry.listener->owner),
                 QLatin1String(transportName(entry.listener->transport())), verdict);
    }
    QString subject;
    for (const PortGround::NamedRange &range : m_ground.ranges()) {
        if (range.from <= port && port <= range.to)
            subject = range.name;
    }
    if (!subject.isEmpty())
        return tr("Port %1 · registered: %2 · within %3 · nothing listens here", "port, name, known range")
            .arg(QString::number(port), registered, text::visible(subject, nameLength));
    return tr("Port %1 · registered: %2 · nothing listens here", "port, name").arg(QString::number(port), registered);
}

QPainterPath PortMapCanvas::markShape(Verdict verdict, double size)
{
    const double half = size / 2;
    QPainterPath path;
    switch (verdict) {
    case Verdict::Expected:
        path.addEllipse(QPointF(), half, half);
        break;
    case Verdict::Explained:
        path.addPolygon(QPolygonF({ QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0) }));
        path.closeSubpath();
        break;
    case Verdict::Unfamiliar:
        path.addPolygon(QPolygonF({ QPointF(0, -half), QPointF(half, half * 0.8), QPointF(-half, half * 0.8) }));
        path.closeSubpath();
        break;
    case Verdict::Investigate:
        path.addRoundedRect(QRectF(-half, -half, size, size), size * 0.15, size * 0.15);
        break;
    }
    return path;
}

double PortMapCanvas::markSize(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Expected:
        return 9;
    case Verdict::Explained:
        return 11;
    case Verdict::Unfamiliar:
        return 12;
    case Verdict::Investigate:
        break;
    }
    return 14;
}

void PortMapCanvas::moveTo(quint16 port)
{
    m_hovered.reset();
    setCurrentPort(port);
    Q_EMIT pointedAt(port);
    QAccessibleEvent change(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&change);
}

void PortMapCanvas::placeGrid()
{
    const QRectF room(headerWidth(), headerHeight(), width() - headerWidth() - 8, height() - headerHeight() - 8);
    m_grid.setRoom(room, devicePixelRatioF());
}

void PortMapCanvas::resizeEvent(QResizeEvent *)
{
    placeGrid();
    if (m_current && !m_grid.isWhole())
        m_grid.reveal(*m_current);
    update();
}

void PortMapCanvas::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        m_groundImage = m_ground.image(palette(), m_overlays);
    if (event->type() == QEvent::FontChange)
        placeGrid();
    update();
}

void PortMapCanvas::wheelEvent(QWheelEvent *event)
{
    const QPoint pixels = event->pixelDelta();
    const int delta = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    if (event->modifiers() & Qt::ShiftModifier && !pixels.isNull())
        m_grid.pan(pixels);
    else if (delta != 0)
        m_grid.zoom(std::pow(zoomStep, delta / 120.0), event->position());
    update();
    event->accept();
}

void PortMapCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_pressed = event->position();
    m_lastPointer = event->position();
    m_dragging = false;
}

void PortMapCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pressed) {
        const bool far = (event->position() - *m_pressed).manhattanLength() >= QApplication::startDragDistance();
        if (far && !m_dragging) {
            m_dragging = true;
            setCursor(Qt::ClosedHandCursor);
        }
        if (m_dragging) {
            m_grid.pan(event->position() - m_lastPointer);
            m_lastPointer = event->position();
            update();
        }
        return;
    }
    const std::optional<quint16> port = m_grid.portAt(event->position());
    if (port == m_hovered)
        return;
    m_hovered = port;
    update();
    if (port)
        Q_EMIT pointedAt(*port);
    else
        Q_EMIT pointerLeft();
}

void PortMapCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    const bool clicked = m_pressed && !m_dragging && event->button() == Qt::LeftButton;
    m_pressed.reset();
    m_dragging = false;
    unsetCursor();
    if (!clicked)
        return;
    if (const std::optional<quint16> port = m_grid.portAt(event->position())) {
        setCurrentPort(*port);
        Q_EMIT portChosen(*port);
    }
}

void PortMapCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (const std::optional<quint16> port = m_grid.portAt(event->position()))
        Q_EMIT portActivated(*port);
}

void PortMapCanvas::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hovered.reset();
    update();
    Q_EMIT pointerLeft();
}

void PortMapCanvas::keyPressEvent(QKeyEvent *event)
{
    const quint16 port = m_current.value_or(0);
    const bool byListener = event->modifiers() & Qt::ControlModifier;
    const int row = PortGrid::cellOf(port).y();
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
        if (byListener)
            moveTo(m_listeners.previous(port).value_or(port));
        else
            moveTo(PortGrid::moved(port, event->key() == Qt::Key_Left ? -1 : 0, event->key() == Qt::Key_Up ? -1 : 0));
        return;
    case Qt::Key_Right:
    case Qt::Key_Down:
        if (byListener)
            moveTo(m_listeners.next(port).value_or(port));
        else
            moveTo(PortGrid::moved(port, event->key() == Qt::Key_Right ? 1 : 0, event->key() == Qt::Key_Down ? 1 : 0));
        return;
    case Qt::Key_PageUp:
        moveTo(PortGrid::moved(port, 0, -pageRows));
        return;
    case Qt::Key_PageDown:
        moveTo(PortGrid::moved(port, 0, pageRows));
        return;
    case Qt::Key_Home:
        moveTo(byListener ? quint16(0) : static_cast<quint16>(row * PortGrid::side));
        return;
    case Qt::Key_End:
        moveTo(byListener ? quint16(65535) : static_cast<quint16>(row * PortGrid::side + PortGrid::side - 1));
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(zoomStep);
        return;
    case Qt::Key_Minus:
        zoomBy(1 / zoomStep);
        return;
    case Qt::Key_0:
        showWhole();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        moveTo(port);
        Q_EMIT portChosen(port);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PortMapCanvas::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void PortMapCanvas::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool PortMapCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const std::optional<quint16> port = m_grid.portAt(help->pos()))
            QToolTip::showText(help->globalPos(), Qt::convertFromPlainText(lineFor(*port)), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace portolan
