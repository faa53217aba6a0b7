// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/registry_searcher.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QSet>

namespace portolan {

enum class RegistryColumn : quint8 { Ports, Transport, Service, Description, Assignee, Registered, Listening };
constexpr int registryColumnCount = static_cast<int>(RegistryColumn::Listening) + 1;

/// The rows that answer a search, best first: registrations, notes, and ports the registry says
/// nothing about. A new answer is a new table (a reset); texts are read when they are shown.
class RegistryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit RegistryModel(KnowledgePtr knowledge, QObject *parent = nullptr);

    /// Shows rows of other knowledge from now on; none until the next answer.
    void setKnowledge(KnowledgePtr knowledge);
    void setAnswer(const RegistryAnswer &answer);
    /// Changes the column "Listening here" only.
    void setListeningPorts(const QSet<quint16> &ports);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    [[nodiscard]] const RegistryHit &hit(int row) const { return m_answer.hits.at(row); }
    /// -1 when the hit is not in the answer.
    [[nodiscard]] int rowOf(const RegistryHit &hit) const;
    /// The row that is most about the port, single ports before ranges; -1 when there is none.
    [[nodiscard]] int rowOfPort(quint16 port) const;
    /// The port to explain for the row: the one that was asked for when the row covers it, else
    /// the row's first; nullopt for a name without a port.
    [[nodiscard]] std::optional<quint16> portOf(int row) const;
    /// The transport to explain, where the row is about one that Portolan lists.
    [[nodiscard]] std::optional<Transport> transportOf(int row) const;
    /// The text of a cell, made harmless.
    [[nodiscard]] QString cellText(int row, RegistryColumn column) const;
    [[nodiscard]] static QString columnTitle(RegistryColumn column);

private:
    /// Texts of one row, made harmless.
    struct Texts
    {
        QString transport;
        QString service;
        QString description;
        QString assignee;
        QString registered;
        QString toolTip;
    };
    struct Span
    {
        quint16 from = 0;
        quint16 to = 0;
    };

    [[nodiscard]] std::optional<Span> spanOf(const RegistryHit &hit) const;
    [[nodiscard]] const Texts &texts(const RegistryHit &hit) const;
    [[nodiscard]] static Texts textsOf(const Registration &registration);
    [[nodiscard]] static Texts textsOf(const Note &note);
    [[nodiscard]] Texts textsOf(quint16 port) const;
    [[nodiscard]] QString listeningText(const RegistryHit &hit) const;
    [[nodiscard]] QString portsText(const RegistryHit &hit) const;

    KnowledgePtr m_knowledge;
    RegistryAnswer m_answer;
    QSet<quint16> m_listening;
    mutable QCache<quint64, Texts> m_texts;
};

} // namespace portolan
