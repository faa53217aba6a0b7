// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_values.h"

#include <QChartView>

#include <optional>

class QAreaSeries;
class QCategoryAxis;
class QLineSeries;
class QValueAxis;

namespace portolan {

/// How many listeners there were over time, stacked by verdict or by range of ports; what nobody
/// watched is hatched. One zooms with the wheel or + and -, moves with the arrows, and chooses a span
/// by dragging or with Shift and the arrows.
///
/// Draws what it is given: whoever owns it answers periodChanged() with showLevels().
class HistoryTimeline : public QChartView
{
    Q_OBJECT

public:
    enum class Grouping : quint8 { Verdict, Range };

    explicit HistoryTimeline(QWidget *parent = nullptr);

    /// What is shown, in milliseconds since 1970. Emits nothing.
    void setPeriod(qint64 from, qint64 to);
    [[nodiscard]] qint64 from() const { return m_from; }
    [[nodiscard]] qint64 to() const { return m_to; }
    void showLevels(const HistoryLevels &levels);
    void setGrouping(Grouping grouping);
    [[nodiscard]] Grouping grouping() const { return m_grouping; }
    [[nodiscard]] std::optional<HistoryPeriod> selection() const;
    void clearSelection();

Q_SIGNALS:
    /// The person wants to see this period, in milliseconds since 1970.
    void periodWanted(qint64 from, qint64 to);
    void selectionChanged();

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Layer
    {
        QLineSeries *upper;
        QLineSeries *lower;
        QAreaSeries *area;
    };

    void makeLayers();
    void draw();
    void drawAxes();
    void adaptColours();
    void describe();
    void zoom(double factor, qint64 around);
    void pan(qint64 by);
    void moveCursor(qint64 to, bool chooses);
    void select(std::optional<std::pair<qint64, qint64>> selection);
    [[nodiscard]] QColor colourOf(int layer) const;
    [[nodiscard]] QString nameOf(int layer) const;
    [[nodiscard]] int valueOf(const HistoryLevels::Step &step, int layer) const;
    [[nodiscard]] const HistoryLevels::Step *stepAt(qint64 time) const;
    /// "20 Nov 14:00: 12 expected, 1 to investigate"
    [[nodiscard]] QString textAt(qint64 time) const;
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double xOf(qint64 time) const;
    [[nodiscard]] qint64 timeAt(double x) const;

    qint64 m_from = 0;
    qint64 m_to = 1;
    Grouping m_grouping = Grouping::Verdict;
    HistoryLevels m_levels;
    std::optional<std::pair<qint64, qint64>> m_selection;
    std::optional<qint64> m_cursor;
    qint64 m_anchor = 0; ///< where the selection began
    std::optional<qint64> m_dragged; ///< the time that is being dragged along
    bool m_selecting = false;
    QList<Layer> m_layers;
    QCategoryAxis *m_timeAxis;
    QValueAxis *m_countAxis;
};

} // namespace portolan
