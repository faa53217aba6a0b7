// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/neighbourhood_widget.h"

#include "inspector/plain.h"
#include "text/text.h"
#include "theme/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace portolan {

namespace {

constexpr int tickHeight = 8;
constexpr int listeningTickHeight = 12;
constexpr int laneGap = 4;
constexpr int edge = 2;

/// The nearest whole device pixel, so that lines are sharp at every scale.
qreal snapped(qreal value, qreal ratio)
{
    return std::round(value * ratio) / ratio;
}

bool isAssigned(const Knowledge &knowledge, quint16 port)
{
    for (const Transport transport : { Transport::Tcp, Transport::Udp }) {
        const auto row = knowledge.registration(port, transport);
        if (row && row->status == RegistrationStatus::Assigned)
            return true;
    }
    return false;
}

} // namespace

NeighbourhoodWidget::NeighbourhoodWidget(KnowledgePtr knowledge, QWidget *parent)
    : QWidget(parent)
    , m_knowledge(std::move(knowledge))
{
    setObjectName(QStringLiteral("neighbourhood"));
    setAccessibleName(tr("Neighbourhood"));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NeighbourhoodWidget::showNeighbourhood(const Explanation &explanation)
{
    m_explanation = explanation;
    m_registered.clear();
    for (int port = explanation.neighbourhoodFrom; port <= explanation.neighbourhoodTo; ++port)
        m_registered += isAssigned(*m_knowledge, quint16(port));
    m_bars.clear();
    for (const CoveringRange &range : explanation.coveringRanges) {
        m_bars.append({ range,
                        tr("%1 %2–%3", "name and first and last port of a range")
                            .arg(text::visible(range.name, 60), QString::number(range.from), QString::number(range.to)),
                        0 });
    }
    placeBars();
    setCurrent(explanation.port);
    update();
}

void NeighbourhoodWidget::setListeningPorts(const QSet<quint16> &ports)
{
    if (ports == m_listening)
        return;
    m_listening = ports;
    update();
}

void NeighbourhoodWidget::placeBars()
{
    // Each bar goes to the first lane in which neither it nor its label meets another.
    QList<qreal> ends;
    for (Bar &bar : m_bars) {
        const QRectF extent = barRect(bar).united(labelRect(bar));
        int lane = 0;
        while (lane < ends.size() && extent.left() < ends.at(lane) + laneGap)
            ++lane;
        if (lane == ends.size())
            ends.append(extent.right());
        else
            ends[lane] = extent.right();
        bar.lane = lane;
    }
    if (m_lanes != ends.size()) {
        m_lanes = int(ends.size());
        updateGeometry();
    }
}

QString NeighbourhoodWidget::describe(quint16 port) const
{
    const bool listens = m_listening.contains(port);
    QString service;
    for (const Transport transport : { Transport::Tcp, Transport::Udp }) {
        const auto row = m_knowledge->registration(port, transport);
        if (row && row->status == RegistrationStatus::Assigned) {
            service = text::visible(row->service, 60);
            break;
        }
    }
    const QString number = QString::number(port);
    if (service.isEmpty())
        return listens ? tr("%1: not registered; something listens there").arg(number)
                       : tr("%1: not registered; nothing listens there").arg(number);
    return listens ? tr("%1: registered as %2; something listens there").arg(number, service)
                   : tr("%1: registered as %2; nothing listens there").arg(number, service);
}

QSize NeighbourhoodWidget::sizeHint() const
{
    return { 320, ticksTop() + listeningTickHeight + 4 + 2 * fontMetrics().height() };
}

QSize NeighbourhoodWidget::minimumSizeHint() const
{
    return { 120, sizeHint().height() };
}

int NeighbourhoodWidget::laneHeight() const
{
    return fontMetrics().height() + 2;
}

int NeighbourhoodWidget::ticksTop() const
{
    return edge + m_lanes * (laneHeight() + laneGap) + 6;
}

qreal NeighbourhoodWidget::left(int port) const
{
    const int count = m_explanation.neighbourhoodTo - m_explanation.neighbourhoodFrom + 1;
    const qreal room = width() - 2 * edge;
    const qreal x = edge + room * (port - m_explanation.neighbourhoodFrom) / count;
    return layoutDirection() == Qt::RightToLeft ? width() - x : x;
}

quint16 NeighbourhoodWidget::portAt(qreal x) const
{
    const int count = m_explanation.neighbourhoodTo - m_explanation.neighbourhoodFrom + 1;
    const qreal along = layoutDirection() == Qt::RightToLeft ? width() - x : x;
    const int index = int(std::floor((along - edge) * count / qMax(1, width() - 2 * edge)));
    return quint16(m_explanation.neighbourhoodFrom + qBound(0, index, count - 1));
}

QRectF NeighbourhoodWidget::barRect(const Bar &bar) const
{
    const int from = qMax<int>(bar.range.from, m_explanation.neighbourhoodFrom);
    const int to = qMin<int>(bar.range.to, m_explanation.neighbourhoodTo) + 1;
    const qreal y = edge + bar.lane * (laneHeight() + laneGap);
    return QRectF(QPointF(left(from), y), QPointF(left(to), y + laneHeight())).normalized();
}

QRectF NeighbourhoodWidget::labelRect(const Bar &bar) const
{
    const QRectF frame = barRect(bar);
    const qreal wanted = fontMetrics().horizontalAdvance(bar.label) + 8;
    if (wanted <= frame.width())
        return frame.adjusted(4, 0, -4, 0);
    // Beside the bar on the side with more room, else over it.
    const qreal after = width() - edge - frame.right();
    const qreal before = frame.left() - edge;
    if (after >= wanted)
        return { frame.right() + 4, frame.top(), wanted - 4, frame.height() };
    if (before >= wanted)
        return { frame.left() - wanted, frame.top(), wanted - 4, frame.height() };
    if (frame.width() >= width() / 3.0)
        return frame.adjusted(4, 0, -4, 0);
    return after >= before ? QRectF(frame.right() + 4, frame.top(), after - 4, frame.height())
                           : QRectF(edge, frame.top(), before - 4, frame.height());
}

NeighbourhoodWidget::Tick NeighbourhoodWidget::tickOf(quint16 port) const
{
    if (m_listening.contains(port))
        return Tick::Listening;
    return m_registered.value(port - m_explanation.neighbourhoodFrom) ? Tick::Registered : Tick::Unregistered;
}

void NeighbourhoodWidget::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    if (m_registered.isEmpty())
        return;
    QPainter painter(this);
    drawTicks(painter);
    drawBars(painter);
    drawScale(painter);
}

void NeighbourhoodWidget::drawTicks(QPainter &painter) const
{
    const qreal ratio = devicePixelRatioF();
    const qreal bottom = ticksTop() + listeningTickHeight;
    const QColor registered = theme::secondaryText(palette());
    const QColor unregistered = theme::mixed(palette().color(QPalette::Window), registered, 0.3);
    const QColor listening = theme::accent(palette());
    // The stronger kinds are drawn later, so that they win where ports share a pixel.
    for (const Tick kind : { Tick::Unregistered, Tick::Registered, Tick::Listening }) {
        const QColor color
            = kind == Tick::Listening ? listening : kind == Tick::Registered ? registered : unregistered;
        const qreal height = kind == Tick::Listening ? listeningTickHeight : tickHeight;
        for (int i = 0; i < m_registered.size(); ++i) {
            const int port = m_explanation.neighbourhoodFrom + i;
            if (tickOf(quint16(port)) != kind)
                continue;
            const qreal a = qMin(left(port), left(port + 1));
            const qreal place = std::abs(left(port + 1) - left(port));
            const qreal start = snapped(a + place * 0.2, ratio);
            const qreal end = qMax(snapped(a + place * 0.8, ratio), start + 1 / ratio);
            painter.fillRect(QRectF(QPointF(start, snapped(bottom - height, ratio)), QPointF(end, bottom)), color);
        }
    }
    painter.fillRect(QRectF(edge, bottom + 1, width() - 2 * edge, 1), theme::separator(palette()));
}

void NeighbourhoodWidget::drawBars(QPainter &painter) const
{
    const qreal ratio = devicePixelRatioF();
    for (const Bar &bar : m_bars) {
        const QRectF exact = barRect(bar);
        const QRectF frame(QPointF(snapped(exact.left(), ratio), snapped(exact.top(), ratio)),
                           QPointF(snapped(exact.right(), ratio), snapped(exact.bottom(), ratio)));
        painter.fillRect(frame, theme::rangeBorder(bar.range.kind, palette()));
        painter.fillRect(frame.adjusted(1, 1, -1, -1), theme::rangeFill(bar.range.kind, palette()));
    }

    const qreal x = snapped((left(m_explanation.port) + left(m_explanation.port + 1)) / 2, ratio);
    painter.fillRect(QRectF(x - 1, 0, 2, ticksTop() + listeningTickHeight + 3), theme::danger(palette()));

    painter.setPen(palette().color(QPalette::WindowText));
    for (const Bar &bar : m_bars) {
        const QRectF place = labelRect(bar);
        const QString shown
            = fontMetrics().elidedText(bar.label, Qt::ElideMiddle, int(std::ceil(place.width())) + 1);
        painter.drawText(place, int(Qt::AlignVCenter) | int(Qt::AlignLeading) | int(Qt::TextSingleLine), shown);
    }
}

void NeighbourhoodWidget::drawScale(QPainter &painter) const
{
    const int y = ticksTop() + listeningTickHeight + 3;
    const QFontMetrics metrics = fontMetrics();
    const auto draw = [&](int port, Qt::Alignment alignment, const QColor &color, bool bold) {
        QFont numbers = font();
        numbers.setBold(bold);
        painter.setFont(numbers);
        painter.setPen(color);
        const QString text = QString::number(port);
        const qreal wide = QFontMetrics(numbers).horizontalAdvance(text);
        const qreal center = (left(port) + left(port + 1)) / 2;
        qreal x = alignment == Qt::AlignLeft ? edge : alignment == Qt::AlignRight ? width() - edge - wide
                                                                                   : center - wide / 2;
        x = qBound<qreal>(edge, x, width() - edge - wide);
        const QRectF place(x, y, wide + 1, metrics.height());
        painter.drawText(place, int(Qt::AlignLeft) | int(Qt::TextSingleLine), text);
        return place;
    };
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRectF own = draw(m_explanation.port, Qt::AlignHCenter, theme::danger(palette()), true);
    const QColor secondary = theme::secondaryText(palette());
    const qreal wide = metrics.horizontalAdvance(QStringLiteral("65535")) + 6;
    if (own.left() > wide)
        draw(mirrored ? m_explanation.neighbourhoodTo : m_explanation.neighbourhoodFrom, Qt::AlignLeft, secondary, false);
    if (own.right() < width() - wide)
        draw(mirrored ? m_explanation.neighbourhoodFrom : m_explanation.neighbourhoodTo, Qt::AlignRight, secondary, false);

    if (!hasFocus())
        return;
    const qreal ratio = devicePixelRatioF();
    const qreal a = qMin(left(m_current), left(m_current + 1));
    const qreal place = std::abs(left(m_current + 1) - left(m_current));
    const qreal focusWidth = qMax<qreal>(place, 3) + 4;
    painter.setPen(QPen(theme::accent(palette()), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(QRectF(snapped(a + place / 2 - focusWidth / 2, ratio), ticksTop() - 2, focusWidth,
                            listeningTickHeight + 4));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.setFont(font());
    painter.drawText(QRect(edge, y + metrics.height(), width() - 2 * edge, metrics.height()),
                     int(Qt::AlignLeading) | int(Qt::TextSingleLine),
                     metrics.elidedText(describe(m_current), Qt::ElideRight, width() - 2 * edge));
}

QString NeighbourhoodWidget::toolTipAt(const QPoint &position) const
{
    for (const Bar &bar : m_bars) {
        if (barRect(bar).contains(position) || labelRect(bar).contains(position))
            return plain::toolTip(bar.label);
    }
    return position.y() >= ticksTop() - laneGap ? plain::toolTip(describe(portAt(position.x()))) : QString();
}

bool NeighbourhoodWidget::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && !m_registered.isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), toolTipAt(help->pos()), this);
        return true;
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        placeBars();
    return QWidget::event(event);
}

void NeighbourhoodWidget::mousePressEvent(QMouseEvent *event)
{
    // Accepted, so that the release comes here too.
    event->setAccepted(event->button() == Qt::LeftButton);
}

void NeighbourhoodWidget::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_registered.isEmpty() || !rect().contains(event->pos()))
        return;
    setCurrent(portAt(event->position().x()));
    Q_EMIT portActivated(m_current);
}

void NeighbourhoodWidget::keyPressEvent(QKeyEvent *event)
{
    const int first = m_explanation.neighbourhoodFrom;
    const int last = m_explanation.neighbourhoodTo;
    const auto step = [&](int direction) {
        for (int port = m_current + direction; port >= first && port <= last; port += direction) {
            if (port == m_explanation.port || tickOf(quint16(port)) != Tick::Unregistered) {
                setCurrent(quint16(port));
                return;
            }
        }
    };
    const int forward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        step(-forward);
        return;
    case Qt::Key_Right:
        step(forward);
        return;
    case Qt::Key_Home:
        setCurrent(quint16(first));
        return;
    case Qt::Key_End:
        setCurrent(quint16(last));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        Q_EMIT portActivated(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void NeighbourhoodWidget::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeBars();
}

void NeighbourhoodWidget::setCurrent(quint16 port)
{
    m_current = port;
    setAccessibleDescription(describe(port));
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
    update();
}

} // namespace portolan
