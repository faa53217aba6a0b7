// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_timeline.h"

#include "history/history_text.h"
#include "theme/chart_scale.h"
#include "theme/theme.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLegendMarker>
#include <QLineSeries>
#include <QLocale>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>

namespace portolan {

namespace {

constexpr qint64 shortestPeriod = 60'000;
constexpr qint64 longestPeriod = qint64(20) * 365 * 86'400'000;
constexpr double leastDrag = 4;

} // namespace

HistoryTimeline::HistoryTimeline(QWidget *parent)
    : QChartView(new QChart, parent)
    , m_timeAxis(new QCategoryAxis)
    , m_countAxis(new QValueAxis)
{
    setObjectName(QStringLiteral("historyTimeline"));
    setAccessibleName(tr("Listeners over time"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    setMouseTracking(true);
    // What is drawn over the chart spans all of it.
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    chart()->setBackgroundVisible(false);
    chart()->setMargins({ 0, 0, 4, 0 });
    if (chart()->layout())
        chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->legend()->setAlignment(Qt::AlignTop);
    m_timeAxis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    m_countAxis->setLabelFormat(QStringLiteral("%d"));
    m_countAxis->setTickType(QValueAxis::TicksDynamic);
    m_countAxis->setTickAnchor(0);
    chart()->addAxis(m_timeAxis, Qt::AlignBottom);
    chart()->addAxis(m_countAxis, Qt::AlignLeft);
    makeLayers();
    describe();
}

int HistoryTimeline::valueOf(const HistoryLevels::Step &step, int layer) const
{
    return m_grouping == Grouping::Verdict ? step.byVerdict.at(static_cast<size_t>(layer)) : step.byRange.at(static_cast<size_t>(layer));
}

QColor HistoryTimeline::colourOf(int layer) const
{
    if (m_grouping == Grouping::Verdict)
        return theme::verdict(static_cast<Verdict>(layer), palette()).text;
    static constexpr std::array marks { Mark::Squatted, Mark::Conflict, Mark::Ghost };
    return theme::mark(marks.at(static_cast<size_t>(layer)), palette());
}

QString HistoryTimeline::nameOf(int layer) const
{
    if (m_grouping == Grouping::Range)
        return history_words::range(static_cast<PortRange>(layer));
    const auto verdict = static_cast<Verdict>(layer);
    return verdictGlyph(verdict) + QLatin1Char(' ') + verdictLabel(verdict);
}

void HistoryTimeline::makeLayers()
{
    for (const Layer &layer : std::as_const(m_layers)) {
        chart()->removeSeries(layer.area);
        delete layer.area;
    }
    m_layers.clear();
    const int count = m_grouping == Grouping::Verdict ? 4 : 3;
    for (int i = 0; i < count; ++i) {
        auto *upper = new QLineSeries;
        auto *lower = new QLineSeries;
        auto *area = new QAreaSeries(upper, lower);
        upper->setParent(area);
        lower->setParent(area);
        area->setName(nameOf(i));
        chart()->addSeries(area);
        area->attachAxis(m_timeAxis);
        area->attachAxis(m_countAxis);
        m_layers.append({ upper, lower, area });
    }
    adaptColours();
}

void HistoryTimeline::setGrouping(Grouping grouping)
{
    if (grouping == m_grouping)
        return;
    m_grouping = grouping;
    makeLayers();
    draw();
}

void HistoryTimeline::setPeriod(qint64 from, qint64 to)
{
    m_from = from;
    m_to = std::max(from + 1, to);
    m_cursor = m_cursor ? std::optional(std::clamp(*m_cursor, m_from, m_to)) : std::nullopt;
    drawAxes();
}

void HistoryTimeline::showLevels(const HistoryLevels &levels)
{
    m_levels = levels;
    draw();
}

void HistoryTimeline::draw()
{
    const auto count = m_layers.size();
    std::vector<QList<QPointF>> lines(static_cast<size_t>(count) + 1);
    int top = 0;
    for (const HistoryLevels::Step &step : std::as_const(m_levels.steps)) {
        const auto begin = double(std::max(step.from, m_from));
        const auto end = double(std::min(step.from + m_levels.stepLength, m_to));
        if (end <= begin)
            continue;
        int sum = 0;
        for (size_t i = 0; i < lines.size(); ++i) {
            lines[i] += QPointF(begin, sum);
            lines[i] += QPointF(end, sum);
            if (i + 1 < lines.size())
                sum += valueOf(step, static_cast<int>(i));
        }
        top = std::max(top, sum);
    }
    for (qsizetype i = 0; i < count; ++i) {
        m_layers.at(i).lower->replace(lines[static_cast<size_t>(i)]);
        m_layers.at(i).upper->replace(lines[static_cast<size_t>(i) + 1]);
    }
    const int step = chart_scale::countStep(top);
    m_countAxis->setTickInterval(step);
    m_countAxis->setRange(0, std::max(1, (top + step - 1) / step * step));
    drawAxes();
    describe();
}

void HistoryTimeline::drawAxes()
{
    const QStringList old = m_timeAxis->categoriesLabels();
    for (const QString &label : old)
        m_timeAxis->remove(label);
    const int width = fontMetrics().horizontalAdvance(history_words::time(QDateTime::currentDateTime(), m_to - m_from)) * 3 / 2;
    const QList<qint64> times = chart_scale::roundTimes(m_from, m_to, std::max(2, static_cast<int>(plot().width()) / std::max(40, width)));
    m_timeAxis->setStartValue(double(m_from));
    m_timeAxis->setRange(double(m_from), double(m_to));
    QString before;
    for (const qint64 time : times) {
        QString label = history_words::time(QDateTime::fromMSecsSinceEpoch(time), m_to - m_from);
        // Labels are told apart by their text: an hour that the clocks repeat is shown once.
        const double x = xOf(time);
        const bool fits = x + width / 3.0 < plot().right() && time > m_from;
        if (label != before && fits)
            m_timeAxis->append(label, double(time));
        before = label;
    }
    viewport()->update();
}

QRectF HistoryTimeline::plot() const
{
    return chart()->mapRectToScene(chart()->plotArea());
}

double HistoryTimeline::xOf(qint64 time) const
{
    const QRectF area = plot();
    return area.left() + area.width() * double(std::clamp(time, m_from, m_to) - m_from) / double(m_to - m_from);
}

qint64 HistoryTimeline::timeAt(double x) const
{
    const QRectF area = plot();
    const double share = area.width() > 0 ? (x - area.left()) / area.width() : 0;
    return m_from + static_cast<qint64>(std::clamp(share, 0.0, 1.0) * double(m_to - m_from));
}

void HistoryTimeline::drawForeground(QPainter *painter, const QRectF &)
{
    const QRectF area = plot();
    painter->save();
    painter->setClipRect(area);
    QColor hatch = theme::secondaryText(palette());
    hatch.setAlphaF(0.35F);
    qint64 unseen = m_from;
    const auto gap = [&](qint64 until) {
        const QRectF rect(QPointF(xOf(unseen), area.top()), QPointF(xOf(until), area.bottom()));
        if (rect.width() >= 1)
            painter->fillRect(rect, QBrush(hatch, Qt::BDiagPattern));
        const QString text = tr("not watched");
        if (rect.width() > fontMetrics().horizontalAdvance(text) * 1.3) {
            painter->setPen(theme::secondaryText(palette()));
            painter->drawText(rect.adjusted(0, 4, 0, 0), Qt::AlignHCenter | Qt::AlignTop, text);
        }
    };
    for (const HistoryPeriod &watched : m_levels.watched) {
        gap(watched.from.toMSecsSinceEpoch());
        unseen = watched.to.toMSecsSinceEpoch();
    }
    gap(std::min(m_to, QDateTime::currentMSecsSinceEpoch()));

    const QColor accent = theme::accent(palette());
    if (m_selection) {
        const QRectF rect(QPointF(xOf(m_selection->first), area.top()), QPointF(xOf(m_selection->second), area.bottom()));
        QColor fill = accent;
        fill.setAlphaF(0.18F);
        painter->fillRect(rect, fill);
        painter->setPen(QPen(accent, 2));
        painter->drawLine(rect.topLeft(), rect.bottomLeft());
        painter->drawLine(rect.topRight(), rect.bottomRight());
    }
    if (hasFocus()) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(accent, 1.5, Qt::DotLine));
        painter->drawRect(area.adjusted(1, 1, -1, -1));
        if (m_cursor)
            painter->drawLine(QPointF(xOf(*m_cursor), area.top()), QPointF(xOf(*m_cursor), area.bottom()));
    }
    painter->restore();
}

const HistoryLevels::Step *HistoryTimeline::stepAt(qint64 time) const
{
    if (m_levels.steps.isEmpty() || m_levels.stepLength <= 0)
        return nullptr;
    const qint64 index = (time - m_levels.steps.constFirst().from) / m_levels.stepLength;
    return index >= 0 && index < m_levels.steps.size() ? &m_levels.steps.at(index) : nullptr;
}

QString HistoryTimeline::textAt(qint64 time) const
{
    const QString when = history_words::time(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC));
    const HistoryLevels::Step *const step = stepAt(time);
    if (!step || !step->watched)
        return tr("%1: not watched").arg(when);
    QStringList parts;
    for (int i = 0; i < m_layers.size(); ++i) {
        if (const int value = valueOf(*step, i); value > 0)
            parts += QStringLiteral("%1 %2").arg(QLocale().toString(value), nameOf(i));
    }
    return parts.isEmpty() ? tr("%1: no listeners").arg(when) : tr("%1: %2", "when: how many of what").arg(when, parts.join(QStringLiteral(", ")));
}

void HistoryTimeline::describe()
{
    QStringList texts;
    int most = 0;
    qint64 at = m_from;
    for (const HistoryLevels::Step &step : std::as_const(m_levels.steps)) {
        int sum = 0;
        for (int i = 0; i < m_layers.size(); ++i)
            sum += valueOf(step, i);
        if (sum > most) {
            most = sum;
            at = step.from;
        }
    }
    texts += tr("From %1 to %2.").arg(history_words::time(QDateTime::fromMSecsSinceEpoch(m_from)), history_words::time(QDateTime::fromMSecsSinceEpoch(m_to)));
    if (most > 0)
        texts += tr("Most at a time: %1.").arg(textAt(at));
    if (m_selection)
        texts += tr("Chosen: %1.").arg(history_words::period(*selection()));
    if (m_cursor)
        texts += tr("At the cursor: %1.").arg(textAt(*m_cursor));
    setAccessibleDescription(texts.join(QLatin1Char(' ')));
}

std::optional<HistoryPeriod> HistoryTimeline::selection() const
{
    if (!m_selection)
        return std::nullopt;
    return HistoryPeriod { QDateTime::fromMSecsSinceEpoch(m_selection->first, Qt::UTC), QDateTime::fromMSecsSinceEpoch(m_selection->second, Qt::UTC) };
}

void HistoryTimeline::clearSelection()
{
    select(std::nullopt);
}

void HistoryTimeline::select(std::optional<std::pair<qint64, qint64>> selection)
{
    if (selection == m_selection)
        return;
    m_selection = selection;
    describe();
    viewport()->update();
    Q_EMIT selectionChanged();
}

void HistoryTimeline::zoom(double factor, qint64 around)
{
    const double share = double(around - m_from) / double(m_to - m_from);
    const auto length = std::clamp(static_cast<qint64>(double(m_to - m_from) * factor), shortestPeriod, longestPeriod);
    const qint64 from = around - static_cast<qint64>(share * double(length));
    Q_EMIT periodWanted(from, from + length);
}

void HistoryTimeline::pan(qint64 by)
{
    Q_EMIT periodWanted(m_from + by, m_to + by);
}

void HistoryTimeline::moveCursor(qint64 to, bool chooses)
{
    const qint64 before = m_cursor.value_or(m_to);
    if (chooses && !m_selection)
        m_anchor = before;
    m_cursor = std::clamp(to, m_from, m_to);
    if (chooses)
        select(std::pair(std::min(m_anchor, *m_cursor), std::max(m_anchor, *m_cursor)));
    describe();
    viewport()->update();
}

void HistoryTimeline::keyPressEvent(QKeyEvent *event)
{
    const qint64 step = std::max<qint64>(m_levels.stepLength, 1000);
    const qint64 cursor = m_cursor.value_or(m_to);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event->key() == Qt::Key_Left ? -1 : 1;
        if (control)
            pan(direction * (m_to - m_from) / 4);
        else
            moveCursor(cursor + direction * step, shift);
        return;
    }
    case Qt::Key_Home:
        moveCursor(m_from, shift);
        return;
    case Qt::Key_End:
        moveCursor(m_to, shift);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(0.5, cursor);
        return;
    case Qt::Key_Minus:
        zoom(2, cursor);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_selection && m_selection->second > m_selection->first)
            Q_EMIT periodWanted(m_selection->first, m_selection->second);
        return;
    case Qt::Key_Escape:
        if (m_selection) {
            clearSelection();
            return;
        }
        break;
    default:
        break;
    }
    // Not to the graphics view, which would scroll.
    event->ignore();
}

void HistoryTimeline::mousePressEvent(QMouseEvent *event)
{
    if (!plot().contains(event->position())) {
        QWidget::mousePressEvent(event);
        return;
    }
    const qint64 time = timeAt(event->position().x());
    const bool pans = event->button() == Qt::MiddleButton
        || (event->button() == Qt::LeftButton && event->modifiers().testFlag(Qt::ControlModifier));
    if (pans) {
        m_dragged = time;
        viewport()->setCursor(Qt::ClosedHandCursor);
    } else if (event->button() == Qt::LeftButton) {
        m_selecting = true;
        m_anchor = time;
        m_cursor = time;
        select(std::nullopt);
    }
    event->accept();
}

void HistoryTimeline::mouseMoveEvent(QMouseEvent *event)
{
    if (m_dragged) {
        pan(*m_dragged - timeAt(event->position().x()));
    } else if (m_selecting) {
        const qint64 time = timeAt(event->position().x());
        m_cursor = time;
        if (m_selection || std::abs(event->position().x() - xOf(m_anchor)) >= leastDrag)
            select(std::pair(std::min(m_anchor, time), std::max(m_anchor, time)));
    } else {
        viewport()->setCursor(plot().contains(event->position()) ? Qt::CrossCursor : Qt::ArrowCursor);
    }
    event->accept();
}

void HistoryTimeline::mouseReleaseEvent(QMouseEvent *event)
{
    m_dragged.reset();
    m_selecting = false;
    viewport()->unsetCursor();
    describe();
    viewport()->update();
    event->accept();
}

void HistoryTimeline::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (plot().contains(event->position()))
        zoom(0.5, timeAt(event->position().x()));
    event->accept();
}

void HistoryTimeline::wheelEvent(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    if (std::abs(angle.x()) > std::abs(angle.y()))
        pan(-angle.x() * (m_to - m_from) / 1200);
    else if (angle.y() != 0)
        zoom(angle.y() > 0 ? 0.8 : 1.25, timeAt(event->position().x()));
    event->accept();
}

bool HistoryTimeline::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        auto *help = static_cast<QHelpEvent *>(event);
        if (plot().contains(help->pos()))
            QToolTip::showText(help->globalPos(), textAt(timeAt(help->pos().x())).toHtmlEscaped(), this);
        return true;
    }
    return QChartView::viewportEvent(event);
}

void HistoryTimeline::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        adaptColours();
}

void HistoryTimeline::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    drawAxes();
}

void HistoryTimeline::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
}

void HistoryTimeline::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void HistoryTimeline::adaptColours()
{
    // The base class tells of changes before this one is built.
    if (m_layers.isEmpty())
        return;
    QFont labels = font();
    if (labels.pointSizeF() > 0)
        labels.setPointSizeF(labels.pointSizeF() * 0.9);
    const QColor text = theme::secondaryText(palette());
    const QColor line = theme::separator(palette());
    for (QAbstractAxis *axis : { static_cast<QAbstractAxis *>(m_timeAxis), static_cast<QAbstractAxis *>(m_countAxis) }) {
        axis->setLabelsColor(text);
        axis->setLabelsFont(labels);
        axis->setLinePenColor(line);
        axis->setGridLineColor(line);
    }
    chart()->legend()->setLabelColor(palette().color(QPalette::WindowText));
    chart()->legend()->setFont(labels);
    for (int i = 0; i < m_layers.size(); ++i) {
        const QColor colour = colourOf(i);
        m_layers.at(i).area->setPen(QPen(colour, 1));
        m_layers.at(i).area->setBrush(theme::mixed(palette().color(QPalette::Window), colour, 0.6));
    }
    viewport()->update();
}

} // namespace portolan
