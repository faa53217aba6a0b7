// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "portmap/port_grid.h"
#include "portmap/port_ground.h"
#include "portmap/port_map_text.h"
#include "portmap/port_marks.h"
#include "models/port_listeners.h"

#include <QHash>
#include <QVariantAnimation>
#include <QWidget>

#include <optional>

class QNativeGestureEvent;

namespace portolan {

/// The drawing of all 65,536 ports: the ground, the ranges laid over it, and what listens. Wheel,
/// pinch or + and - zoom, dragging and two fingers pan, 0 shows the whole; arrows walk from port to
/// port, with Ctrl from listener to listener, with Shift they pan; Enter or a click chooses.
class PortMapCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit PortMapCanvas(KnowledgePtr knowledge, QWidget *parent = nullptr);

    /// For the names of ports; the ground comes apart.
    void setKnowledge(const KnowledgePtr &knowledge);
    void setGround(const PortGround &ground);
    [[nodiscard]] const PortGround &ground() const { return m_ground; }
    void setListeners(const PortListeners &listeners);
    [[nodiscard]] const PortListeners &listeners() const { return m_listeners; }

    /// The port with the frame; it is brought into view.
    void setCurrentPort(quint16 port);
    [[nodiscard]] std::optional<quint16> currentPort() const { return m_current; }
    /// The same, in the middle and near enough to read its name.
    void jumpTo(quint16 port);
    /// The range as large as the view allows.
    void showRange(quint16 from, quint16 to);
    void zoomBy(double factor);
    void showWhole();
    /// Looks there at once, as soon as there is room; a cell size of 0 is the whole map.
    void look(const QPointF &centre, double cellSize);
    /// What is seen at this moment; on the way to goal() while the view moves.
    [[nodiscard]] const PortGrid &grid() const { return m_grid; }
    [[nodiscard]] const PortGrid &goal() const { return m_goal; }

    /// What the map and the territory say of a port, in one line of plain text.
    [[nodiscard]] QString lineFor(quint16 port) const;
    /// The port's number and registered name.
    [[nodiscard]] QString titleFor(quint16 port) const;
    /// Chooses the port as a click does.
    void choose(quint16 port);

    [[nodiscard]] QSize sizeHint() const override { return { 640, 600 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 280, 280 }; }

Q_SIGNALS:
    /// The frame or the pointer came to another port.
    void pointedAt(quint16 port);
    /// The pointer left; the frame's port counts again.
    void pointerLeft();
    void portChosen(quint16 port);
    /// A double click.
    void portActivated(quint16 port);
    /// What is seen changed, and no longer moves.
    void looked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Drag { None, Pressed, Map, MiniMap };

    void placeGrid();
    void adaptLook();
    /// The view is where the goal is.
    void arrive();
    /// Goes to the goal, smoothly where the person's desktop animates.
    void approach();
    void moveTo(quint16 port);
    [[nodiscard]] bool walk(QKeyEvent *event);
    [[nodiscard]] bool panByKey(const QKeyEvent *event);
    [[nodiscard]] bool zoomByKey(const QKeyEvent *event);
    [[nodiscard]] bool pinch(const QNativeGestureEvent *event);
    void lookFromMiniMap(const QPointF &position);
    void tellFocus();

    void paintHeaders(QPainter &painter);
    void paintLines(QPainter &painter) const;
    void paintPatches(QPainter &painter);
    void paintCells(QPainter &painter);
    void paintCell(QPainter &painter, quint16 port, const QRectF &rect);
    void paintLabels(QPainter &painter);
    void paintMiniMap(QPainter &painter);
    void paintFrame(QPainter &painter, quint16 port, bool current) const;
    [[nodiscard]] QRectF miniMapRect() const;
    [[nodiscard]] int headerWidth() const;
    [[nodiscard]] int headerHeight() const;
    /// From this size on a cell shows its number.
    [[nodiscard]] double numberSize() const;
    [[nodiscard]] QString nameOf(quint16 port) const;

    KnowledgePtr m_knowledge;
    PortGrid m_grid;
    PortGrid m_goal;
    PortGrid m_start; ///< of the animation
    QVariantAnimation m_animation;
    std::optional<QPair<QPointF, double>> m_wanted; ///< for look(), until there is room
    PortGround m_ground;
    QImage m_groundImage;
    QPixmap m_miniMap; ///< null: to be drawn anew
    PortListeners m_listeners;
    PortMarks m_marks;
    PortMapText m_text;
    std::optional<quint16> m_current;
    std::optional<quint16> m_hovered;
    Drag m_drag = Drag::None;
    Qt::MouseButton m_button = Qt::NoButton;
    QPointF m_pressed; ///< where the button went down
    QPointF m_lastPointer;
    mutable QHash<quint16, QString> m_names; ///< registered names drawn lately
};

} // namespace portolan
