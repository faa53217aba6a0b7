// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inspector/connection_history.h"

#include <QList>
#include <QWidget>

class QAreaSeries;
class QChart;
class QChartView;
class QDateTimeAxis;
class QLabel;
class QLineSeries;
class QStackedLayout;
class QValueAxis;

namespace portolan {

/// Connections to a listener over the last minutes, and what goes through them where that is known. Times at which nobody looked stay empty. The
/// chart itself is made when it is first seen.
class ConnectionChart : public QWidget
{
    Q_OBJECT

public:
    explicit ConnectionChart(QWidget *parent = nullptr);
    ~ConnectionChart() override;

    void showCounts(const QList<ConnectionCount> &counts);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeChart();
    void draw();
    void describe();
    [[nodiscard]] QString trafficText() const;
    void applyPalette();
    void applyPalette(QAreaSeries *series) const;
    QAreaSeries *makeSeries();
    void drawTraffic();
    /// Makes or takes away lines until there is one for each stretch.
    void drawLines(QList<QLineSeries *> &lines, const QList<QList<QPointF>> &stretches, const QString &name, Qt::PenStyle style);

    QList<ConnectionCount> m_counts;
    QStackedLayout *m_stack;
    QLabel *m_empty;
    QChartView *m_view = nullptr;
    QChart *m_chart = nullptr;
    QDateTimeAxis *m_timeAxis = nullptr;
    QValueAxis *m_countAxis = nullptr;
    QValueAxis *m_rateAxis = nullptr;
    QList<QAreaSeries *> m_series; ///< one per stretch without a gap
    QList<QLineSeries *> m_received;
    QList<QLineSeries *> m_sent;
};

} // namespace portolan
