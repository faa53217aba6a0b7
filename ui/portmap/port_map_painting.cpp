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

constexpr int block = port_layout::block;
/// Logical pixels per cell from which lines between the cells are drawn.
constexpr double lineSize = 12;
/// Logical pixels per cell from which ranges have outlines and names.
constexpr double outlineSize = 4;
/// Room for the mark of a listener in the lower right corner of a large cell.
constexpr double cornerWidth = 26;
constexpr double miniMapSide = 132;
/// More names than this nobody reads at once.
constexpr int mostLabels = 32;
/// The frames of the current and the pointed at port are at least so large, to be found on the whole map.
constexpr double smallestFrame = 20;
constexpr double smallestHover = 12;
/// Of so many listeners a label is tried to be placed for.
constexpr int mostTries = 400;
constexpr qsizetype labelLength = 24;

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

double PortMapCanvas::numberSize() const
{
    return fontMetrics().horizontalAdvance(QStringLiteral("65535")) + 6;
}

QRectF PortMapCanvas::miniMapRect() const
{
    const QRectF room = m_grid.room();
    if (m_grid.isWhole() || room.width() < 2 * miniMapSide || room.height() < 2 * miniMapSide)
        return {};
    return QRectF(room.bottomRight() - QPointF(miniMapSide + 8, miniMapSide + 8), QSizeF(miniMapSide, miniMapSide));
}

void PortMapCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setClipRect(m_grid.room());
    const QRect cells = m_grid.visibleCells();
    painter.drawImage(m_grid.transform().mapRect(QRectF(cells)), m_groundImage, QRectF(cells));
    paintLines(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_grid.cellSize() >= outlineSize)
        paintPatches(painter);
    const bool numbers = m_grid.cellSize() >= numberSize();
    if (numbers)
        paintCells(painter);
    // Marks and frames of the outermost ports reach beyond the map.
    painter.setClipRect(m_grid.room().adjusted(-8, -8, 8, 8));
    m_marks.paint(painter, m_grid, numbers);
    if (!numbers)
        paintLabels(painter);
    if (m_hovered)
        paintFrame(painter, *m_hovered, false);
    if (m_current)
        paintFrame(painter, *m_current, true);
    painter.setClipping(false);
    paintHeaders(painter);
    if (!miniMapRect().isEmpty())
        paintMiniMap(painter);
}

void PortMapCanvas::paintHeaders(QPainter &painter)
{
    const QRect cells = m_grid.visibleCells();
    const QTransform transform = m_grid.transform();
    const double cell = m_grid.cellSize();
    const QRectF room = m_grid.room();
    painter.setPen(theme::secondaryText(palette()));
    const double left = std::max(room.left(), transform.dx());
    const double top = std::max(room.top(), transform.dy());
    // Beside the map stand the first ports of the rows of blocks and, where there is room, what a
    // line of a block adds to them; above it what a column of blocks or of ports adds.
    const double line = fontMetrics().height();
    const int fitting = labelStep(cell, line * 1.4);
    const int rowStep = cell < outlineSize ? std::max(block, fitting) : fitting;
    for (int row = cells.top() - cells.top() % rowStep; row <= cells.bottom(); row += rowStep) {
        const double y = transform.dy() + (row + 0.5) * cell;
        if (y < room.top() || y > room.bottom())
            continue;
        const int within = row % block;
        const QString text = within == 0 ? QString::number(row / block * 4096) : tr("+%1", "added to the number of a port").arg(within * block);
        const QSizeF size = m_text.size(text);
        m_text.draw(painter, { left - size.width() - 6, y - size.height() / 2 }, text, PortMapText::Style::Plain, size.width(), false);
    }
    const double widest = m_text.size(QStringLiteral("+3840")).width() * 1.4;
    const int columnStep = labelStep(cell, widest);
    for (int column = cells.left() - cells.left() % columnStep; column <= cells.right(); column += columnStep) {
        const double x = transform.dx() + (column + 0.5) * cell;
        if (x < room.left() || x > room.right())
            continue;
        const int within = column % block;
        const int adds = within == 0 ? column / block * block * block : within;
        const QString text = tr("+%1", "added to the number of a port").arg(adds);
        const QSizeF size = m_text.size(text);
        m_text.draw(painter, { x - size.width() / 2, top - size.height() - 3 }, text, PortMapText::Style::Plain, size.width(), false);
    }
}

void PortMapCanvas::paintLines(QPainter &painter) const
{
    const double cell = m_grid.cellSize();
    const QRect cells = m_grid.visibleCells();
    const QTransform transform = m_grid.transform();
    const auto draw = [&](int step, float strength) {
        QColor line = theme::separator(palette());
        line.setAlphaF(strength);
        painter.setPen(QPen(line, 0));
        const auto first = [step](int from) { return (from + step - 1) / step * step; };
        const double top = transform.dy() + cells.top() * cell;
        const double bottom = transform.dy() + (cells.bottom() + 1) * cell;
        for (int column = first(cells.left()); column <= cells.right() + 1; column += step) {
            const double x = transform.dx() + column * cell;
            painter.drawLine(QPointF(x, top), QPointF(x, bottom));
        }
        const double left = transform.dx() + cells.left() * cell;
        const double right = transform.dx() + (cells.right() + 1) * cell;
        for (int row = first(cells.top()); row <= cells.bottom() + 1; row += step) {
            const double y = transform.dy() + row * cell;
            painter.drawLine(QPointF(left, y), QPointF(right, y));
        }
    };
    if (cell >= lineSize)
        draw(1, std::min(1.0F, static_cast<float>((cell - lineSize) / lineSize)) * 0.6F);
    draw(block, cell >= lineSize ? 1.0F : 0.6F);
}

void PortMapCanvas::paintPatches(QPainter &painter)
{
    const QTransform transform = m_grid.transform();
    const bool named = m_grid.cellSize() < numberSize();
    const bool moving = m_animation.state() == QAbstractAnimation::Running;
    painter.setBrush(Qt::NoBrush);
    const QRectF room = m_grid.room();
    const double line = fontMetrics().height();
    for (const PortGround::Patch &patch : m_ground.patches()) {
        if (!patch.shown || !transform.mapRect(patch.outline.boundingRect()).intersects(room))
            continue;
        const QColor colour = PortGround::lineColour(patch.range.kind, palette());
        painter.setPen(QPen(colour, 1));
        painter.drawPath(transform.map(patch.outline));
        const QRectF label = transform.mapRect(patch.label).intersected(room).adjusted(3, 1, -3, -1);
        if (!named || label.height() < line || label.width() < line * 2)
            continue;
        painter.setPen(theme::readable(colour, PortGround::colour(m_ground.at(patch.range.from), palette())));
        m_text.draw(painter, label.topLeft(), text::visible(patch.range.name, 60), PortMapText::Style::Italic, label.width(), moving);
    }
}

void PortMapCanvas::paintCells(QPainter &painter)
{
    const QRect cells = m_grid.visibleCells();
    for (int row = cells.top(); row <= cells.bottom(); ++row) {
        for (int column = cells.left(); column <= cells.right(); ++column) {
            const quint16 port = port_layout::portAt({ column, row });
            paintCell(painter, port, m_grid.viewRectOf(port));
        }
    }
}

void PortMapCanvas::paintCell(QPainter &painter, quint16 port, const QRectF &rect)
{
    const QColor ground = PortGround::colour(m_ground.at(port), palette());
    const QRectF inner = rect.adjusted(4, 3, -4, -3);
    const double line = fontMetrics().height();
    const bool moving = m_animation.state() == QAbstractAnimation::Running;
    const bool listens = m_listeners.contains(port);
    painter.setPen(theme::readable(palette().color(QPalette::Text), ground));
    m_text.draw(painter, inner.topLeft(), QString::number(port), listens ? PortMapText::Style::Bold : PortMapText::Style::Plain, inner.width(),
                moving);
    const QString name = rect.height() >= line * 2.4 ? nameOf(port) : QString();
    if (!name.isEmpty()) {
        painter.setPen(theme::readable(theme::secondaryText(palette()), ground));
        const bool besideMark = listens && rect.height() < line * 4;
        m_text.draw(painter, inner.topLeft() + QPointF(0, line), name, PortMapText::Style::Italic,
                    inner.width() - (besideMark ? cornerWidth - 6 : 0), moving);
    }
    // The mark of a listener stands in the lower right corner.
    if (!listens || rect.height() < line * 4)
        return;
    painter.setPen(theme::readable(palette().color(QPalette::Text), ground));
    m_text.draw(painter, inner.topLeft() + QPointF(0, line * 2), labels::owner(*m_listeners.at(port).first().listener->owner),
                PortMapText::Style::Plain, inner.width() - cornerWidth, moving);
}

void PortMapCanvas::paintLabels(QPainter &painter)
{
    QList<QRectF> taken;
    int tries = mostTries;
    const QRectF room = m_grid.room();
    QColor back = palette().color(QPalette::Base);
    back.setAlphaF(0.82F);
    for (const Verdict verdict : { Verdict::Investigate, Verdict::Unfamiliar, Verdict::Explained, Verdict::Expected }) {
        const double size = m_marks.sizeOn(m_grid, verdict);
        if (size < PortMarks::usualSize(verdict) * 0.7)
            continue;
        for (const quint16 port : m_marks.ports(verdict)) {
            const QPointF at = m_grid.viewRectOf(port).center();
            if (!room.contains(at))
                continue;
            if (--tries < 0 || taken.size() >= mostLabels)
                return;
            const QString owner = labels::owner(*m_listeners.at(port).first().listener->owner);
            const QString text = tr("%1 %2", "port and owner, beside the mark of a listener")
                                     .arg(QString::number(port), owner.size() > labelLength ? owner.left(labelLength - 1) + QChar(0x2026) : owner);
            const QSizeF extent = m_text.size(text);
            const double gap = (m_current == port ? std::max(size, smallestFrame + 4) : size) / 2 + 4;
            QRectF place(QPointF(at.x() + gap, at.y() - extent.height() / 2), extent);
            if (place.right() > room.right())
                place.moveRight(at.x() - gap);
            const QRectF claimed = place.united(QRectF(at - QPointF(size, size) / 2, QSizeF(size, size)));
            if (std::ranges::any_of(taken, [&](const QRectF &other) { return other.intersects(claimed); }))
                continue;
            taken.append(claimed);
            painter.setPen(Qt::NoPen);
            painter.setBrush(back);
            painter.drawRoundedRect(place.adjusted(-2, 0, 2, 0), 3, 3);
            painter.setPen(palette().color(QPalette::Text));
            m_text.draw(painter, place.topLeft(), text, PortMapText::Style::Plain, extent.width(), false);
        }
    }
}

void PortMapCanvas::paintMiniMap(QPainter &painter)
{
    const QRectF place = miniMapRect();
    const double ratio = devicePixelRatioF();
    if (m_miniMap.isNull() || m_miniMap.devicePixelRatio() != ratio) {
        QImage image = m_groundImage.copy();
        for (const Verdict verdict : { Verdict::Expected, Verdict::Explained, Verdict::Unfamiliar, Verdict::Investigate }) {
            const QRgb colour = theme::verdict(verdict, palette()).text.rgb();
            const int grown = verdict == Verdict::Investigate ? 3 : 1;
            for (const quint16 port : m_marks.ports(verdict)) {
                const QRect dot(port_layout::cellOf(port) - QPoint(grown, grown), QSize(2 * grown + 1, 2 * grown + 1));
                const QRect seen = dot.intersected(image.rect());
                for (int y = seen.top(); y <= seen.bottom(); ++y)
                    std::fill_n(reinterpret_cast<QRgb *>(image.scanLine(y)) + seen.left(), seen.width(), colour);
            }
        }
        const QSize size = (place.size() * ratio).toSize();
        m_miniMap = QPixmap::fromImage(image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        m_miniMap.setDevicePixelRatio(ratio);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.fillRect(place.adjusted(-3, -3, 3, 3), palette().color(QPalette::Base));
    painter.drawPixmap(place.topLeft(), m_miniMap);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme::secondaryText(palette()));
    painter.drawRect(place.adjusted(-2, -2, 1, 1));
    const double share = place.width() / PortGrid::side;
    const QRectF seen = m_grid.transform().inverted().mapRect(m_grid.room()).intersected(QRectF(0, 0, PortGrid::side, PortGrid::side));
    QRectF window(place.topLeft() + seen.topLeft() * share, seen.size() * share);
    // Small enough to hide, it would tell nothing.
    const double grow = std::max(0.0, 6 - window.width()) / 2;
    window.adjust(-grow, -grow, grow, grow);
    painter.setPen(QPen(palette().color(QPalette::Base), 4));
    painter.drawRect(window);
    painter.setPen(QPen(theme::accent(palette()), 2));
    painter.drawRect(window);
}

void PortMapCanvas::paintFrame(QPainter &painter, quint16 port, bool current) const
{
    // Around the mark of a listener.
    QRectF rect = m_grid.viewRectOf(port);
    const double smallest = current ? smallestFrame : smallestHover;
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
