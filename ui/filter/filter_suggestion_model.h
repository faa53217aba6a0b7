// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "filter/filter_suggestions.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

#include <optional>

namespace portolan {

/// The suggestions for a filter; each row shows the term, and what it finds in a quieter colour.
class FilterSuggestionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int detailRole = Qt::UserRole;

    using QAbstractListModel::QAbstractListModel;

    void setSuggestions(const FilterSuggestions &suggestions);
    [[nodiscard]] const FilterSuggestions &suggestions() const { return m_suggestions; }
    [[nodiscard]] std::optional<FilterSuggestion> suggestion(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    [[nodiscard]] static QStyledItemDelegate *makeDelegate(QObject *parent);

private:
    FilterSuggestions m_suggestions;
};

} // namespace portolan
