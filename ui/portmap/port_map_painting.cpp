// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/port_map_canvas.h"

#include "models/listener_labels.h"
#include "text/text.h"
#include "theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace portolan {

namespace {

/// Logical pixels per cell from which lines between the cells are drawn.
constexpr double lineSize = 12;
/// Room for the mark of a listener in the lower right corner of a large cell.
constexpr double cornerWidth = 26;

/// The smallest step between labels that leaves room for them.
int labelStep(double cellSize, double room)
{
    for (const int step : { 1, 2, 4, 8, 16, 32, 64, 128 }) {
        if (step * cellSize >= room)
            return step;
    }
    return PortGrid::side;
}

} // namespace

int PortMapCanvas::headerWidth() const
{
    return fontMetrics().horizontalAdvance(QStringLiteral("65280")) + 14;
}

int PortMapCanvas::headerHeight() const
{
    return fontMetrics().height() + 8;
}

void PortMapCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setClipRect(m_grid.room());
    painter.save();
    painter.setTransform(m_grid.transform(), true);
    painter.drawImage(QRectF(0, 0, PortGrid::side, PortGrid::side), m_groundImage);
    painter.restore();
    painter.setRenderHint(QPainter::Antialiasing);
    paintCells(painter);
    // Marks and frames of the outermost ports reach beyond the map.
    painter.setClipRect(m_grid.room().adjusted(-8, -8, 8, 8));
    paintMarks(painter);
    if (m_hovered)
        paintFrame(painter, *m_hovered, false);
    if (m_current)
        paintFrame(painter, *m_current, true);
    painter.setClipping(false);
    paintHeaders(painter);
}

void PortMapCanvas::paintHeaders(QPainter &painter) const
{
    const QRect cells = m_grid.visibleCells();
    const QTransform transform = m_grid.transform();
    const double cell = m_grid.cellSize();
    painter.setPen(theme::secondaryText(palette()));
    const double left = std::max(m_grid.room().left(), transform.dx());
    const double top = std::max(m_grid.room().top(), transform.dy());
    const int rowStep = labelStep(cell, fontMetrics().height() * 1.6);
    for (int row = cells.top() - cells.top() % rowStep; row <= cells.bottom(); row += rowStep) {
        const double y = transform.dy() + (row + 0.5) * cell;
        if (y < m_grid.room().top() || y > m_grid.room().bottom())
            continue;
        painter.drawText(QRectF(left - headerWidth(), y - headerHeight() / 2.0, headerWidth() - 6, headerHeight()),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(row * PortGrid::side));
    }
    const double columnRoom = fontMetrics().horizontalAdvance(QStringLiteral("+255")) * 1.6;
    const int columnStep = labelStep(cell, columnRoom);
    for (int column = cells.left() - cells.left() % columnStep; column <= cells.right(); column += columnStep) {
        const double x = transform.dx() + (column + 0.5) * cell;
        if (x < m_grid.room().left() || x > m_grid.room().right())
            continue;
        painter.drawText(QRectF(x - columnRoom, top - headerHeight(), columnRoom * 2, headerHeight() - 3),
                         Qt::AlignHCenter | Qt::AlignBottom, tr("+%1", "distance from the row's first port").arg(column));
    }
}

void PortMapCanvas::paintCells(QPainter &painter) const
{
    const double cell = m_grid.cellSize();
    if (cell < lineSize)
        return;
    const QRect cells = m_grid.visibleCells();
    const QTransform transform = m_grid.transform();
    painter.setRenderHint(QPainter::Antialiasing, false);
    QColor line = theme::separator(palette());
    line.setAlphaF(std::min(1.0F, static_cast<float>((cell - lineSize) / lineSize)));
    painter.setPen(QPen(line, 0));
    for (int column = cells.left(); column <= cells.right() + 1; ++column) {
        const double x = transform.dx() + column * cell;
        painter.drawLine(QPointF(x, transform.dy() + cells.top() * cell), QPointF(x, transform.dy() + (cells.bottom() + 1) * cell));
    }
    for (int row = cells.top(); row <= cells.bottom() + 1; ++row) {
        const double y = transform.dy() + row * cell;
        painter.drawLine(QPointF(transform.dx() + cells.left() * cell, y), QPointF(transform.dx() + (cells.right() + 1) * cell, y));
    }
    painter.setRenderHint(QPainter::Antialiasing);
    if (cell < fontMetrics().horizontalAdvance(QStringLiteral("65535")) + 6)
        return;
    for (int row = cells.top(); row <= cells.bottom(); ++row) {
        for (int column = cells.left(); column <= cells.right(); ++column) {
            const auto port = static_cast<quint16>(row * PortGrid::side + column);
            paintCell(painter, port, m_grid.viewRectOf(port));
        }
    }
}

void PortMapCanvas::paintCell(QPainter &painter, quint16 port, const QRectF &rect) const
{
    const QColor ground = PortGround::colour(m_ground.at(port), palette());
    const QRectF inner = rect.adjusted(4, 3, -4, -3);
    const double line = fontMetrics().height();
    const QList<PortListeners::Entry> entries = m_listeners.at(port);
    painter.setPen(theme::readable(palette().color(QPalette::Text), ground));
    QFont bold = font();
    bold.setBold(!entries.isEmpty());
    painter.setFont(bold);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop, QString::number(port));
    painter.setFont(font());
    // The mark of a listener stands in the lower right corner.
    const bool hasRoom = rect.height() >= line * 2.4;
    if (hasRoom) {
        QFont italic = font();
        italic.setItalic(true);
        painter.setFont(italic);
        painter.setPen(theme::readable(theme::secondaryText(palette()), ground));
        const QString name = nameOf(port);
        painter.drawText(inner.adjusted(0, line, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                         QFontMetricsF(italic).elidedText(name, Qt::ElideRight, inner.width()));
        painter.setFont(font());
    }
    if (!entries.isEmpty() && rect.height() >= line * 4) {
        painter.setPen(theme::readable(palette().color(QPalette::Text), ground));
        const QRectF below = inner.adjusted(0, line * 2, -cornerWidth, 0);
        painter.drawText(below, Qt::AlignLeft | Qt::AlignTop,
                         fontMetrics().elidedText(labels::owner(*entries.first().listener->owner), Qt::ElideRight,
                                                  static_cast<int>(below.width())));
    }
}

QPixmap PortMapCanvas::markPixmap(Verdict verdict, double size) const
{
    const theme::ChipColors colours = theme::verdict(verdict, palette());
    const double room = std::ceil(size) + 8;
    const double ratio = devicePixelRatioF();
    QPixmap pixmap(QSizeF(room * ratio, room * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(room / 2, room / 2);
    painter.fillPath(markShape(verdict, size + 4), palette().color(QPalette::Base));
    painter.fillPath(markShape(verdict, size), colours.text);
    if (verdict == Verdict::Investigate) {
        // The same sign as beside the word.
        QFont sign = font();
        sign.setBold(true);
        sign.setPixelSize(std::max(8, static_cast<int>(size * 0.75)));
        painter.setFont(sign);
        painter.setPen(theme::readable(palette().color(QPalette::Base), colours.text));
        painter.drawText(QRectF(-size / 2, -size / 2, size, size), Qt::AlignCenter, verdictGlyph(verdict));
    }
    return pixmap;
}

void PortMapCanvas::paintMarks(QPainter &painter) const
{
    const double cell = m_grid.cellSize();
    const bool inCorner = cell >= fontMetrics().horizontalAdvance(QStringLiteral("65535")) + 6;
    std::array<QList<quint16>, 4> ports;
    for (const quint16 port : m_listeners.ports()) {
        const AssessmentPtr assessment = m_listeners.at(port).first().assessment;
        ports.at(static_cast<size_t>(assessment ? assessment->verdict : Verdict::Unfamiliar)).append(port);
    }
    const double ratio = devicePixelRatioF();
    const auto onPixel = [ratio](double at) { return std::round(at * ratio) / ratio; };
    // Calm ones first, so that what deserves a look is never covered.
    for (const Verdict verdict : { Verdict::Expected, Verdict::Explained, Verdict::Unfamiliar, Verdict::Investigate }) {
        const QList<quint16> &marked = ports.at(static_cast<size_t>(verdict));
        if (marked.isEmpty())
            continue;
        const double size = std::max(markSize(verdict), std::min(cell * 0.3, markSize(verdict) * 1.6));
        // Drawn once: there may be thousands.
        const QPixmap mark = markPixmap(verdict, size);
        const QSizeF half = mark.deviceIndependentSize() / 2;
        const QRectF room = m_grid.room().adjusted(-size, -size, size, size);
        for (const quint16 port : marked) {
            const QRectF rect = m_grid.viewRectOf(port);
            if (!rect.intersects(room))
                continue;
            const QPointF at = inCorner ? rect.bottomRight() - QPointF(size * 0.5 + 5, size * 0.5 + 5) : rect.center();
            painter.drawPixmap(QPointF(onPixel(at.x() - half.width()), onPixel(at.y() - half.height())), mark);
        }
    }
}

void PortMapCanvas::paintFrame(QPainter &painter, quint16 port, bool current) const
{
    // At least large enough to be found on the whole map, around the mark of a listener.
    QRectF rect = m_grid.viewRectOf(port);
    const double smallest = current ? 20 : 12;
    if (rect.width() < smallest) {
        const double grow = (smallest - rect.width()) / 2;
        rect.adjust(-grow, -grow, grow, grow);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(palette().color(QPalette::Base), current ? 5 : 3));
    painter.drawRect(rect);
    const bool strong = current && hasFocus();
    painter.setPen(QPen(current ? theme::accent(palette()) : theme::secondaryText(palette()), strong ? 3 : current ? 2 : 1));
    painter.drawRect(rect);
}

} // namespace portolan
