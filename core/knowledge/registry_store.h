// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge.h"

#include <QList>
#include <QString>

#include <optional>

namespace portolan {

/// The registry a person brought, kept for them in a file that both programs use: its rows, and the
/// whole knowledge base compiled of them and the program's own notes.
///
///     header      magic (8 bytes), u32 version, u64 checksum of what follows up to the table,
///                 u64 checksum of the built-in knowledge whose notes were compiled in, u32 bytes of
///                 the file's name, u32 of the table, u32 of the compiled form, u64 checksum of the
///                 table
///     the name of the file it came from; the table (registry_table.h); the compiled form
///     (knowledge_format.h)
///
/// A value; safe to use from every thread.
class RegistryStore
{
public:
    explicit RegistryStore(QString folder);
    /// In the person's data folder: $XDG_DATA_HOME/portolan.
    [[nodiscard]] static RegistryStore standard();

    [[nodiscard]] QString path() const;

    /// What to use from now on.
    struct Loaded
    {
        KnowledgePtr knowledge; ///< never null
        /// The program has other notes than were compiled in: recompile() wants to be called.
        bool outdated = false;
        /// Translated: what was wrong with the file, and what became of it; empty when nothing was.
        QString problem;
    };
    /// The kept registry, else the built-in one. Nothing is parsed: it costs reading and checking the
    /// file. A damaged file is moved aside, so that it is told of once.
    [[nodiscard]] Loaded load() const;

    struct Kept
    {
        KnowledgePtr knowledge; ///< null on failure
        QString error; ///< translated: what, where and what to do
    };
    /// Compiles the rows with the program's notes, keeps them in place of what was kept before, and
    /// loads them. On failure what was kept stays. Takes a while; call it on a pool thread.
    [[nodiscard]] Kept keep(const QList<Registration> &rows, const RegistryEdition &edition) const;
    /// The same with the rows that are kept already. When they are damaged the result is the built-in
    /// knowledge, with an error that says so.
    [[nodiscard]] Kept recompile() const;
    /// Back to the built-in registry; the error, translated, or nothing.
    [[nodiscard]] QString remove() const;

private:
    [[nodiscard]] Loaded damaged() const;

    QString m_folder;
};

} // namespace portolan
