// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/connection_chart.h"

#include "monitor/connection_source.h"
#include "theme/chart_scale.h"
#include "theme/theme.h"

#include <QAreaSeries>
#include <QChart>
#include <QChartView>
#include <QDateTimeAxis>
#include <QEvent>
#include <QGraphicsLayout>
#include <QLabel>
#include <QLegendMarker>
#include <QLineSeries>
#include <QStackedLayout>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace portolan {

namespace {

/// Longer than the slowest sampling interval by far: nobody looked in between.
constexpr qint64 gapMs = 45'000;
constexpr qint64 shortestSpanMs = 60'000;
constexpr int labelWidth = 90;

/// Points without a gap in between; where there is no value is a gap too.
template<typename ValueOf>
QList<QList<QPointF>> stretchesOf(const QList<ConnectionCount> &counts, ValueOf valueOf)
{
    QList<QList<QPointF>> stretches;
    std::optional<qint64> before;
    for (const ConnectionCount &count : counts) {
        const std::optional<double> value = valueOf(count);
        if (!value) {
            before.reset();
            continue;
        }
        const qint64 at = count.at.toMSecsSinceEpoch();
        if (!before || at - *before > gapMs)
            stretches.append(QList<QPointF>());
        stretches.last().append(QPointF(double(at), *value));
        before = at;
    }
    return stretches;
}

double topOf(const QList<QList<QPointF>> &stretches)
{
    double top = 0;
    for (const QList<QPointF> &points : stretches) {
        for (const QPointF &point : points)
            top = std::max(top, point.y());
    }
    return top;
}

} // namespace

ConnectionChart::ConnectionChart(QWidget *parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_empty(new QLabel(tr("No connections yet")))
{
    setObjectName(QStringLiteral("connectionChart"));
    setAccessibleName(tr("Connections over the last minutes"));
    setMinimumSize(120, 90);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_empty);
    describe();
}

ConnectionChart::~ConnectionChart() = default;

void ConnectionChart::showCounts(const QList<ConnectionCount> &counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    describe();
    if (isVisible())
        draw();
}

void ConnectionChart::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    draw();
}

void ConnectionChart::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyPalette();
}

void ConnectionChart::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_timeAxis)
        m_timeAxis->setTickCount(qBound(2, width() / labelWidth, 6));
}

void ConnectionChart::makeChart()
{
    m_chart = new QChart;
    m_chart->legend()->setAlignment(Qt::AlignTop);
    m_chart->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    m_chart->legend()->hide();
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins({ 0, 4, 4, 0 });
    if (m_chart->layout())
        m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_timeAxis = new QDateTimeAxis;
    m_timeAxis->setFormat(QStringLiteral("HH:mm:ss"));
    // An axis without a span has no labels, and the chart then leaves no room for them.
    m_timeAxis->setRange(m_counts.last().at.addMSecs(-shortestSpanMs), m_counts.last().at);
    m_countAxis = new QValueAxis;
    m_countAxis->setLabelFormat(QStringLiteral("%d"));
    m_countAxis->setTickType(QValueAxis::TicksDynamic);
    m_countAxis->setTickAnchor(0);
    m_chart->addAxis(m_timeAxis, Qt::AlignBottom);
    m_chart->addAxis(m_countAxis, Qt::AlignLeft);
    m_rateAxis = new QValueAxis;
    m_rateAxis->setLabelFormat(QStringLiteral("%d"));
    m_rateAxis->setTickType(QValueAxis::TicksDynamic);
    m_rateAxis->setTickAnchor(0);
    m_rateAxis->setGridLineVisible(false);
    m_rateAxis->setRange(0, 1);
    m_chart->addAxis(m_rateAxis, Qt::AlignRight);
    m_view = new QChartView(m_chart);
    m_view->setObjectName(QStringLiteral("connectionChartView"));
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->viewport()->setAutoFillBackground(false);
    m_stack->addWidget(m_view);
    m_timeAxis->setTickCount(qBound(2, width() / labelWidth, 6));
    applyPalette();
}

QAreaSeries *ConnectionChart::makeSeries()
{
    auto *upper = new QLineSeries;
    auto *lower = new QLineSeries;
    auto *series = new QAreaSeries(upper, lower);
    upper->setParent(series);
    lower->setParent(series);
    // Named first: the legend makes room for a name when the series is added.
    series->setName(tr("connections"));
    m_chart->addSeries(series);
    series->attachAxis(m_timeAxis);
    series->attachAxis(m_countAxis);
    applyPalette(series);
    return series;
}

void ConnectionChart::draw()
{
    const bool any = std::any_of(m_counts.cbegin(), m_counts.cend(),
                                 [](const ConnectionCount &count) { return count.toListener > 0 || count.received.value_or(0) > 0 || count.sent.value_or(0) > 0; });
    if (!any) {
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    if (!m_chart)
        makeChart();

    const QList<QList<QPointF>> stretches
        = stretchesOf(m_counts, [](const ConnectionCount &count) { return std::optional<double>(count.toListener); });
    const int top = int(topOf(stretches));
    while (m_series.size() < stretches.size())
        m_series.append(makeSeries());
    while (m_series.size() > stretches.size()) {
        QAreaSeries *series = m_series.takeLast();
        m_chart->removeSeries(series);
        delete series;
    }
    for (int i = 0; i < stretches.size(); ++i) {
        const QList<QPointF> &points = stretches.at(i);
        m_series.at(i)->lowerSeries()->replace(
            QList<QPointF> { { points.first().x(), 0 }, { points.last().x(), 0 } });
        m_series.at(i)->upperSeries()->replace(points);
    }

    const QDateTime last = m_counts.last().at;
    const qint64 span = qMax(shortestSpanMs, m_counts.first().at.msecsTo(last));
    m_timeAxis->setFormat(span > 5 * shortestSpanMs ? QStringLiteral("HH:mm") : QStringLiteral("HH:mm:ss"));
    m_timeAxis->setRange(last.addMSecs(-span), last);
    const int step = chart_scale::countStep(top);
    m_countAxis->setTickInterval(step);
    m_countAxis->setRange(0, qMax(1, (top + step - 1) / step * step));
    drawTraffic();
    m_stack->setCurrentWidget(m_view);
}

void ConnectionChart::drawTraffic()
{
    QList<QList<QPointF>> received = stretchesOf(m_counts, [](const ConnectionCount &count) { return count.received; });
    QList<QList<QPointF>> sent = stretchesOf(m_counts, [](const ConnectionCount &count) { return count.sent; });
    const bool isKnown = !received.isEmpty() || !sent.isEmpty();
    struct Unit
    {
        double bytes;
        QString name;
    };
    const double top = std::max(topOf(received), topOf(sent));
    const Unit unit = top >= 1e9 ? Unit { 1e9, tr("GB/s") } : top >= 1e6 ? Unit { 1e6, tr("MB/s") } : top >= 1e3 ? Unit { 1e3, tr("kB/s") } : Unit { 1, tr("B/s") };
    for (QList<QList<QPointF>> *stretches : { &received, &sent }) {
        for (QList<QPointF> &points : *stretches) {
            for (QPointF &point : points)
                point.ry() /= unit.bytes;
        }
    }
    m_rateAxis->setVisible(isKnown);
    m_rateAxis->setTitleText(unit.name);
    const int step = chart_scale::countStep(int(std::ceil(top / unit.bytes)));
    m_rateAxis->setTickInterval(step);
    m_rateAxis->setRange(0, std::max(1.0, std::ceil(top / unit.bytes / step) * step));
    drawLines(m_received, received, tr("received"), Qt::SolidLine);
    drawLines(m_sent, sent, tr("sent"), Qt::DashLine);
    m_chart->legend()->setVisible(isKnown);
    // One marker for each kind, not for each stretch.
    QStringList named;
    for (QLegendMarker *marker : m_chart->legend()->markers()) {
        const QString name = marker->series()->name();
        marker->setVisible(!named.contains(name));
        named += name;
    }
}

void ConnectionChart::drawLines(QList<QLineSeries *> &lines, const QList<QList<QPointF>> &stretches, const QString &name, Qt::PenStyle style)
{
    while (lines.size() > stretches.size()) {
        QLineSeries *line = lines.takeLast();
        m_chart->removeSeries(line);
        delete line;
    }
    while (lines.size() < stretches.size()) {
        auto *line = new QLineSeries;
        line->setName(name);
        m_chart->addSeries(line);
        line->attachAxis(m_timeAxis);
        line->attachAxis(m_rateAxis);
        line->setPen(QPen(theme::secondaryText(palette()), 1.5, style));
        lines.append(line);
    }
    for (qsizetype i = 0; i < stretches.size(); ++i)
        lines[i]->replace(stretches[i]);
}

QString ConnectionChart::trafficText() const
{
    const ConnectionCount &now = m_counts.last();
    if (!now.received || !now.sent)
        return {};
    using namespace std::chrono_literals;
    return tr("; received %1, sent %2", "follows the number of connections")
        .arg(trafficRateText(quint64(*now.received), 1s), trafficRateText(quint64(*now.sent), 1s));
}

void ConnectionChart::describe()
{
    if (m_counts.isEmpty()) {
        setAccessibleDescription(tr("No connections yet"));
        return;
    }
    const auto [least, most] = std::minmax_element(
        m_counts.cbegin(), m_counts.cend(),
        [](const ConnectionCount &a, const ConnectionCount &b) { return a.toListener < b.toListener; });
    setAccessibleDescription(tr("Now %1, least %2, most %3 connections")
                                 .arg(m_counts.last().toListener)
                                 .arg(least->toListener)
                                 .arg(most->toListener)
                             + trafficText());
}

void ConnectionChart::applyPalette(QAreaSeries *series) const
{
    QColor fill = theme::accent(palette());
    series->setPen(QPen(fill, 1.5));
    fill.setAlphaF(0.25F);
    series->setBrush(fill);
}

void ConnectionChart::applyPalette()
{
    if (!m_chart)
        return;
    QFont labels = font();
    if (labels.pointSizeF() > 0)
        labels.setPointSizeF(labels.pointSizeF() * 0.85);
    const QColor text = theme::secondaryText(palette());
    const QColor line = theme::separator(palette());
    for (QAbstractAxis *axis : std::initializer_list<QAbstractAxis *> { m_timeAxis, m_countAxis, m_rateAxis }) {
        axis->setTitleBrush(text);
        axis->setTitleFont(labels);
        axis->setLabelsColor(text);
        axis->setLabelsFont(labels);
        axis->setLinePenColor(line);
        axis->setGridLineColor(line);
    }
    m_timeAxis->setGridLineVisible(false);
    m_chart->legend()->setLabelColor(text);
    m_chart->legend()->setFont(labels);
    for (QAreaSeries *series : std::as_const(m_series))
        applyPalette(series);
    for (const QList<QLineSeries *> *lines : { &m_received, &m_sent }) {
        for (QLineSeries *each : *lines) {
            QPen pen = each->pen();
            pen.setColor(text);
            each->setPen(pen);
        }
    }
}

} // namespace portolan
