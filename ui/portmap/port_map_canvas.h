// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "portmap/port_grid.h"
#include "portmap/port_ground.h"
#include "models/port_listeners.h"

#include <QHash>
#include <QPainterPath>
#include <QWidget>

#include <optional>

namespace portolan {

/// The drawing of all 65,536 ports: the ground, and on it what listens. Wheel or + and - zoom,
/// dragging pans, 0 shows the whole; arrows walk from port to port, with Ctrl from listener to
/// listener; Enter or a click chooses.
class PortMapCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit PortMapCanvas(KnowledgePtr knowledge, QWidget *parent = nullptr);

    /// For the names of ports; the ground comes apart.
    void setKnowledge(const KnowledgePtr &knowledge) { m_knowledge = knowledge; }
    void setGround(const PortGround &ground);
    void setListeners(const PortListeners &listeners);
    void setOverlaysVisible(bool visible);

    /// The port with the frame; it is brought into view.
    void setCurrentPort(quint16 port);
    [[nodiscard]] std::optional<quint16> currentPort() const { return m_current; }
    /// The same, in the middle and near enough to read its name.
    void jumpTo(quint16 port);
    void zoomBy(double factor);
    void showWhole();
    [[nodiscard]] const PortGrid &grid() const { return m_grid; }

    /// What the map and the territory say of a port, in one line of plain text.
    [[nodiscard]] QString lineFor(quint16 port) const;
    /// The shape that stands for the verdict, around the origin and `size` across: a disc, a
    /// diamond, a triangle, a square; so that colour is not the only difference.
    [[nodiscard]] static QPainterPath markShape(Verdict verdict, double size);
    /// Logical pixels across; what deserves a look is larger.
    [[nodiscard]] static double markSize(Verdict verdict);

    [[nodiscard]] QSize sizeHint() const override { return { 640, 600 }; }
    [[nodiscard]] QSize minimumSizeHint() const override { return { 320, 320 }; }

Q_SIGNALS:
    /// The frame or the pointer came to another port.
    void pointedAt(quint16 port);
    /// The pointer left; the frame's port counts again.
    void pointerLeft();
    void portChosen(quint16 port);
    /// A double click.
    void portActivated(quint16 port);

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
    void placeGrid();
    void moveTo(quint16 port);
    void paintHeaders(QPainter &painter) const;
    void paintCells(QPainter &painter) const;
    void paintCell(QPainter &painter, quint16 port, const QRectF &rect) const;
    void paintMarks(QPainter &painter) const;
    [[nodiscard]] QPixmap markPixmap(Verdict verdict, double size) const;
    void paintFrame(QPainter &painter, quint16 port, bool current) const;
    [[nodiscard]] int headerWidth() const;
    [[nodiscard]] int headerHeight() const;
    [[nodiscard]] QString nameOf(quint16 port) const;

    KnowledgePtr m_knowledge;
    PortGrid m_grid;
    PortGround m_ground;
    QImage m_groundImage;
    PortListeners m_listeners;
    bool m_overlays = true;
    std::optional<quint16> m_current;
    std::optional<quint16> m_hovered;
    std::optional<QPointF> m_pressed; ///< where the left button went down
    QPointF m_lastPointer;
    bool m_dragging = false;
    mutable QHash<quint16, QString> m_names; ///< registered names drawn lately
};

} // namespace portolan
