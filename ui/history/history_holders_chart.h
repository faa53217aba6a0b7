// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_values.h"

#include <QWidget>

#include <optional>
#include <vector>

namespace portolan {

/// Who held one port, as bars over time: a row for each owner, in the colour and with the glyph of its
/// verdict. What nobody watched is hatched. The arrows go from bar to bar.
class HistoryHoldersChart : public QWidget
{
    Q_OBJECT

public:
    explicit HistoryHoldersChart(QWidget *parent = nullptr);

    void showHolders(quint16 port, const HistoryPeriod &period, const HistoryHolders &holders);
    /// How many owners are shown.
    [[nodiscard]] int rowCount() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// The bar that the keyboard or the pointer is on, in words; empty when there is none.
    void barChanged(const QString &text);
    /// The person wants the row with the keyboard's bar to be seen.
    void rowWanted(const QRect &row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    struct Row
    {
        QString owner; ///< with transport, namespace and how it is known
        QString details; ///< program and unit
        std::vector<qsizetype> bars; ///< into m_holders.holdings
    };

    void group();
    void describe();
    void choose(std::optional<qsizetype> bar);
    [[nodiscard]] QString textOf(qsizetype bar) const;
    [[nodiscard]] std::optional<qsizetype> barAt(const QPointF &point) const;
    [[nodiscard]] int rowOf(qsizetype bar) const;
    [[nodiscard]] QRectF rectOf(int row, const HistoryPeriod &period) const;
    [[nodiscard]] QRectF bars() const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int labelWidth() const;

    quint16 m_port = 0;
    HistoryPeriod m_period;
    HistoryHolders m_holders;
    std::vector<Row> m_rows;
    std::optional<qsizetype> m_chosen;
};

} // namespace portolan
