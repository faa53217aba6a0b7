// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/registry_read_job.h"

#include <QAbstractTableModel>
#include <QSet>

#include <vector>

namespace portolan {

enum class RegistryChangeColumn : quint8 { Kind, Ports, Transport, Service, Description, Differs };
constexpr int registryChangeColumnCount = static_cast<int>(RegistryChangeColumn::Differs) + 1;

/// The rows that a registry would add, remove or change, in port order. Texts come from a file and
/// are made harmless when they are shown.
class RegistryChangeModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit RegistryChangeModel(QObject *parent = nullptr);

    void setCandidate(const RegistryCandidatePtr &candidate);
    /// Which kinds of change are shown; all of them at first.
    void setShown(RegistryChange::Kind kind, bool shown);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    [[nodiscard]] const RegistryChange &change(int row) const;
    [[nodiscard]] QString cellText(int row, RegistryChangeColumn column) const;
    /// Every field of the row that differs, or that an added or removed row has, one a line.
    [[nodiscard]] QString details(int row) const;
    /// "+ added", "− removed" or "~ changed".
    [[nodiscard]] static QString kindText(RegistryChange::Kind kind);

private:
    void refill();

    RegistryCandidatePtr m_candidate;
    bool m_added = true;
    bool m_removed = true;
    bool m_changed = true;
    std::vector<int> m_rows; ///< of the candidate's changes
};

} // namespace portolan
