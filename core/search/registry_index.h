// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge.h"
#include "search/vocabulary.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <bitset>
#include <memory>
#include <span>
#include <vector>

namespace portolan {

class RegistryIndex;
using RegistryIndexPtr = std::shared_ptr<const RegistryIndex>;

/// The case-folded texts of all registrations and notes, indexed by word, by name and by port, so
/// that a search touches only what could answer. Immutable after building, safe to use from every
/// thread. Building reads every text of the knowledge: do it on the pool, once.
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
        Marks anyMarks; ///< marks that at least one of its ports has
        Marks allMarks; ///< marks that all of its ports have
    };

    [[nodiscard]] static RegistryIndexPtr build(const Knowledge &knowledge);
    /// Without marks.
    [[nodiscard]] static RegistryIndexPtr build(const QList<Registration> &registrations, const QList<Note> &notes);

    /// Registrations in registry order, then notes in port order.
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    /// The numbers of all rows as they are listed within a rank: by port (names without a port
    /// last), registrations before notes, by index.
    [[nodiscard]] const std::vector<quint32> &listed() const { return m_listed; }
    [[nodiscard]] const Vocabulary &vocabulary() const { return m_vocabulary; }
    /// The numbers of the rows whose name begins with this.
    [[nodiscard]] std::span<const quint32> namesFrom(QStringView prefix) const;
    [[nodiscard]] QStringView text(const Row &row, Field field) const;
    /// All three, with the U+0000 between them.
    [[nodiscard]] QStringView wholeText(const Row &row) const;
    /// Whether any registration covers the port.
    [[nodiscard]] bool hasRegistration(quint16 port) const { return m_registered[port]; }
    /// On Tcp or Udp; nullopt and the other transports: on either.
    [[nodiscard]] Marks marks(quint16 port, std::optional<RegistryTransport> transport) const;

private:
    struct PortMarks
    {
        Marks tcp;
        Marks udp;
    };

    void add(const Registration &registration, quint32 index);
    void add(const Note &note, quint32 index);
    void append(Row &row, const QString &name, const QString &description, const QString &other);
    void takeMarks(const Knowledge &knowledge);
    void finish();

    std::vector<Row> m_rows;
    std::vector<quint32> m_listed;
    std::vector<quint32> m_byName; ///< rows with a name, in the order of their names
    Vocabulary m_vocabulary;
    QString m_texts;
    std::bitset<65536> m_registered;
    std::vector<PortMarks> m_marks; ///< empty without marks
};

} // namespace portolan
