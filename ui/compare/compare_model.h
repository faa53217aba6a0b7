// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compare/comparison.h"
#include "filter/filter_expression.h"

#include <QAbstractTableModel>

namespace portolan {

enum class CompareColumn : quint8 { Sign, Port, Protocol, Owner, Verdict, Reachable, Difference };
constexpr int compareColumnCount = static_cast<int>(CompareColumn::Difference) + 1;

/// The ports that differ between two pictures, as far as the filter lets them through.
class CompareModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int SortRole = Qt::UserRole;
    static constexpr int VerdictRole = Qt::UserRole + 1; ///< int of Verdict
    static constexpr int DifferencesRole = Qt::UserRole + 2; ///< int of Differences

    explicit CompareModel(QObject *parent = nullptr);

    void setComparison(const Comparison &comparison);
    /// Shows a port when the filter matches it as it was or as it is.
    void setFilter(const FilterExpression &filter);
    /// What is shown, in the order of the model.
    [[nodiscard]] Comparison shown() const;
    [[nodiscard]] const ComparedPort &port(int row) const { return m_all.ports.at(m_rows.at(row)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void choose();
    [[nodiscard]] static QString text(const ComparedPort &port, CompareColumn column);

    Comparison m_all;
    FilterExpression m_filter;
    QList<qsizetype> m_rows; ///< positions in m_all
};

} // namespace portolan
