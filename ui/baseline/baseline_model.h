// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "baseline/baseline.h"
#include "monitor/update.h"

#include <QAbstractTableModel>

namespace portolan {

enum class BaselineColumn : quint8 { State, Port, Protocol, Program, User, Reachable, Accepted };
constexpr int baselineColumnCount = static_cast<int>(BaselineColumn::Accepted) + 1;

/// Whether what was accepted is there.
enum class Presence : quint8 {
    Here, ///< as it was accepted
    NotHere, ///< nothing listens in its place
    Changed, ///< something listens in its place that was not accepted like this
    Unseen, ///< something listens in its place; what, cannot be seen
    Unknown, ///< there is no picture of this machine yet
};

/// What the person accepted as normal, one listener a row.
class BaselineModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int SortRole = Qt::UserRole; ///< what a column is ordered by

    explicit BaselineModel(QObject *parent = nullptr);

    void setBaseline(const BaselinePtr &baseline);
    /// What is here now, judged by this baseline.
    void setPicture(const Update &update);

    [[nodiscard]] const AcceptedPtr &entry(int row) const { return m_rows.at(row).entry; }
    [[nodiscard]] Presence presence(int row) const { return m_rows.at(row).presence; }
    [[nodiscard]] int count(Presence presence) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        AcceptedPtr entry;
        Presence presence = Presence::Unknown;
        QString change {}; ///< what is otherwise, for people
    };

    [[nodiscard]] QString text(const Row &row, BaselineColumn column) const;
    [[nodiscard]] static QString presenceText(Presence presence);

    QList<Row> m_rows;
};

} // namespace portolan
