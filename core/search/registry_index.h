// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <bitset>
#include <memory>
#include <vector>

namespace portolan {

class RegistryIndex;
using RegistryIndexPtr = std::shared_ptr<const RegistryIndex>;

/// The case-folded texts of all registrations and notes, one after the other in memory, so that a
/// search reads through them once. Immutable after building, safe to use from every thread.
/// Building reads every text of the knowledge: do it on the pool, once.
class RegistryIndex
{
public:
    enum class Kind : quint8 { Registration, Note };

    /// Parts of a row's text, in this order, each ended by U+0000.
    enum class Field : quint8 { Name, Description, Other };

    /// One registration or note. `first` of Field::Name is `begin`.
    struct Row
    {
        quint32 index = 0; ///< into the knowledge's registrations or notes
        quint32 begin = 0; ///< offsets into the texts
        quint32 description = 0;
        quint32 other = 0;
        quint32 end = 0;
        quint16 from = 0;
        quint16 to = 0;
        bool hasPort = false;
        Kind kind = Kind::Registration;
        /// For a registration its own; for a note Tcp, Udp, or None for both.
        RegistryTransport transport = RegistryTransport::None;
    };

    [[nodiscard]] static RegistryIndexPtr build(const Knowledge &knowledge);
    [[nodiscard]] static RegistryIndexPtr build(const QList<Registration> &registrations, const QList<Note> &notes);

    /// Registrations in registry order, then notes in port order.
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    [[nodiscard]] QStringView text(const Row &row, Field field) const;
    /// All three, with the U+0000 between them.
    [[nodiscard]] QStringView wholeText(const Row &row) const;
    /// Whether any registration covers the port.
    [[nodiscard]] bool hasRegistration(quint16 port) const { return m_registered[port]; }

private:
    void add(const Registration &registration, quint32 index);
    void add(const Note &note, quint32 index);
    void append(Row &row, const QString &name, const QString &description, const QString &other);

    std::vector<Row> m_rows;
    QString m_texts;
    std::bitset<65536> m_registered;
};

} // namespace portolan
