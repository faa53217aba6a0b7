// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/plain.h"
#include "portmap/port_map_canvas.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace portolan {

namespace {

constexpr double zoomStep = 1.5;
constexpr double oneNotch = 120; ///< QWheelEvent::angleDelta()
constexpr int portsOfBlock = port_layout::block * port_layout::block;
/// The part of the view that a key pans by.
constexpr double panShare = 0.25;

quint16 farther(quint16 port, int by)
{
    return static_cast<quint16>(std::clamp(port + by, 0, 65535));
}

} // namespace

void PortMapCanvas::resizeEvent(QResizeEvent *)
{
    placeGrid();
}

void PortMapCanvas::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        adaptLook();
        placeGrid();
    }
}

void PortMapCanvas::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const bool fingers = event->pointingDevice() && event->pointingDevice()->type() == QInputDevice::DeviceType::TouchPad;
    const bool zooms = fingers ? event->modifiers().testFlag(Qt::ControlModifier) : !event->modifiers().testFlag(Qt::ShiftModifier);
    const QPoint angle = event->angleDelta();
    const int turned = angle.y() != 0 ? angle.y() : angle.x();
    if (!zooms) {
        const QPointF distance = event->pixelDelta().isNull() ? QPointF(angle) / 2 : QPointF(event->pixelDelta());
        // Shift turns the wheel of a mouse sideways.
        m_goal.pan(!fingers && distance.x() == 0 ? QPointF(distance.y(), 0) : distance);
        arrive();
    } else if (turned != 0) {
        m_goal.zoom(std::pow(zoomStep, turned / oneNotch), event->position());
        // What comes in small steps is smooth already.
        if (std::abs(turned) < oneNotch)
            arrive();
        else
            approach();
    }
}

bool PortMapCanvas::pinch(const QNativeGestureEvent *event)
{
    if (event->gestureType() != Qt::ZoomNativeGesture)
        return false;
    m_goal.zoom(1 + event->value(), event->position());
    arrive();
    return true;
}

void PortMapCanvas::lookFromMiniMap(const QPointF &position)
{
    const QRectF mini = miniMapRect();
    m_goal.look((position - mini.topLeft()) / mini.width() * PortGrid::side, m_goal.cellSize());
    arrive();
}

void PortMapCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_button = event->button();
    m_pressed = event->position();
    m_lastPointer = event->position();
    m_drag = miniMapRect().contains(event->position()) ? Drag::MiniMap : Drag::Pressed;
    if (m_drag == Drag::MiniMap)
        lookFromMiniMap(event->position());
}

void PortMapCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag == Drag::MiniMap) {
        lookFromMiniMap(event->position());
        return;
    }
    if (m_drag == Drag::Pressed && (event->position() - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_drag = Drag::Map;
        setCursor(Qt::ClosedHandCursor);
    }
    if (m_drag == Drag::Map) {
        m_goal.pan(event->position() - m_lastPointer);
        m_lastPointer = event->position();
        arrive();
    }
    if (m_drag != Drag::None)
        return;
    std::optional<quint16> port;
    if (!miniMapRect().contains(event->position()))
        port = m_grid.portAt(event->position());
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
    if (event->button() != m_button)
        return;
    const bool clicked = m_drag == Drag::Pressed && m_button == Qt::LeftButton;
    m_drag = Drag::None;
    m_button = Qt::NoButton;
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
    if (event->button() != Qt::LeftButton || miniMapRect().contains(event->position()))
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

bool PortMapCanvas::panByKey(const QKeyEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ShiftModifier))
        return false;
    const QSizeF step = m_goal.room().size() * panShare;
    switch (event->key()) {
    case Qt::Key_Left:
        m_goal.pan({ step.width(), 0 });
        break;
    case Qt::Key_Right:
        m_goal.pan({ -step.width(), 0 });
        break;
    case Qt::Key_Up:
        m_goal.pan({ 0, step.height() });
        break;
    case Qt::Key_Down:
        m_goal.pan({ 0, -step.height() });
        break;
    default:
        return false;
    }
    approach();
    return true;
}

bool PortMapCanvas::walk(QKeyEvent *event)
{
    const quint16 port = m_current.value_or(0);
    const bool far = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        moveTo(far ? m_listeners.previous(port).value_or(port) : farther(port, -1));
        break;
    case Qt::Key_Right:
        moveTo(far ? m_listeners.next(port).value_or(port) : farther(port, 1));
        break;
    case Qt::Key_Up:
        moveTo(far ? m_listeners.previous(port).value_or(port) : port_layout::moved(port, 0, -1));
        break;
    case Qt::Key_Down:
        moveTo(far ? m_listeners.next(port).value_or(port) : port_layout::moved(port, 0, 1));
        break;
    case Qt::Key_PageUp:
        moveTo(farther(port, -portsOfBlock));
        break;
    case Qt::Key_PageDown:
        moveTo(farther(port, portsOfBlock));
        break;
    case Qt::Key_Home:
        moveTo(far ? quint16(0) : static_cast<quint16>(port - port % portsOfBlock));
        break;
    case Qt::Key_End:
        moveTo(far ? quint16(65535) : static_cast<quint16>(port - port % portsOfBlock + portsOfBlock - 1));
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        choose(port);
        break;
    default:
        return false;
    }
    return true;
}

bool PortMapCanvas::zoomByKey(const QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(zoomStep);
        return true;
    case Qt::Key_Minus:
        zoomBy(1 / zoomStep);
        return true;
    case Qt::Key_0:
        showWhole();
        return true;
    default:
        return false;
    }
}

void PortMapCanvas::keyPressEvent(QKeyEvent *event)
{
    if (!panByKey(event) && !walk(event) && !zoomByKey(event))
        QWidget::keyPressEvent(event);
}

void PortMapCanvas::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
    tellFocus();
}

void PortMapCanvas::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool PortMapCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture && pinch(static_cast<QNativeGestureEvent *>(event)))
        return true;
    if (event->type() == QEvent::ScreenChangeInternal && m_goal.cellSize() > 0) {
        // Another screen may have other pixels.
        adaptLook();
        placeGrid();
    }
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const std::optional<quint16> port = m_grid.portAt(help->pos());
        if (port && !miniMapRect().contains(help->pos()))
            QToolTip::showText(help->globalPos(), plain::toolTip(lineFor(*port)), this);
        else
            QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

} // namespace portolan
