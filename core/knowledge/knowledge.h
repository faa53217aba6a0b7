// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge_translation.h"
#include "knowledge/mark.h"
#include "knowledge/note.h"
#include "knowledge/panel.h"
#include "knowledge/registration.h"
#include "knowledge/registry_edition.h"
#include "net/transport.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>

namespace portolan {

class Knowledge;
enum class Trust : quint8;
using KnowledgePtr = std::shared_ptr<const Knowledge>;

/// The map: the registry, the notes and the marks computed from them. Immutable after loading and
/// safe to use from every thread. Look-up by port takes constant time.
class Knowledge
{
public:
    /// The knowledge compiled into the program, with notes and panels in the program's language
    /// where they are translated; loaded once, so call it after installTranslations().
    [[nodiscard]] static KnowledgePtr builtIn();
    /// The same with notes and panels as they were written; what encodeKnowledge() wants.
    [[nodiscard]] static KnowledgePtr builtInAsWritten();
    /// Compiled forms that are not the program's own.
    struct Origin
    {
        QString registryFile; ///< RegistryEdition::file
        std::shared_ptr<const void> bytes; ///< what keeps the bytes in memory; lives as long as the knowledge
    };
    /// Reads the compiled form. `bytes` must outlive the result. On failure the result is null and
    /// `error` says why. With a translation, notes and panels that it lacks are marked untranslated.
    [[nodiscard]] static KnowledgePtr fromBytes(QByteArrayView bytes, QString *error,
                                                KnowledgeTranslationPtr translation = nullptr, Origin origin = {});

    ~Knowledge();

    [[nodiscard]] const RegistryEdition &registry() const { return m_registry; }
    /// All rows that cover the port, single ports before ranges, in registry order.
    [[nodiscard]] QList<Registration> registrations(quint16 port) const;
    /// The row to name the port by on this transport: its own assigned row, else the other
    /// transport's, else the covering unassigned or reserved row; nullopt when the registry has
    /// no row (the dynamic range).
    [[nodiscard]] std::optional<Registration> registration(quint16 port, Transport transport) const;
    /// All notes that cover the port: narrow before wide, then by confidence, high first.
    [[nodiscard]] QList<Note> notes(quint16 port) const;
    [[nodiscard]] QList<Note> notes(quint16 port, Transport transport) const;
    /// The hand-written page on the port: the narrowest that covers it.
    [[nodiscard]] std::optional<Panel> panel(quint16 port) const;
    [[nodiscard]] Marks marks(quint16 port, Transport transport) const;
    /// The union over the transports.
    [[nodiscard]] Marks marks(quint16 port) const;
    /// Why this port has the mark: one translated sentence.
    [[nodiscard]] QString markReason(quint16 port, Mark mark) const;
    /// Whether a program of this name (without folder) is known to use the port, from the notes'
    /// executables or because the registered service has this very name. A trailing version is
    /// ignored (python3.11, php-fpm8.2), and 15 bytes of a longer name suffice, which is all the
    /// kernel keeps of it (TASK_COMM_LEN, proc(5)). Of several notes the one whose subject names the
    /// program, else the first. Cheap; for assess().
    [[nodiscard]] std::optional<Note> noteForExecutable(quint16 port, Transport transport, QStringView program) const;

    /// The whole base, in registry order and port order, for listings and search.
    [[nodiscard]] int registrationCount() const;
    [[nodiscard]] Registration registrationAt(int index) const;
    [[nodiscard]] int noteCount() const;
    [[nodiscard]] Note noteAt(int index) const;
    [[nodiscard]] int panelCount() const;
    [[nodiscard]] Panel panelAt(int index) const;

private:
    class Data;
    Knowledge(std::unique_ptr<Data> data, KnowledgeTranslationPtr translation, Origin origin);
    [[nodiscard]] static KnowledgePtr read(QByteArrayView bytes, Trust trust, QString *error,
                                           KnowledgeTranslationPtr translation, Origin origin);
    [[nodiscard]] static KnowledgePtr loadBuiltIn(const KnowledgeTranslationPtr &translation);
    [[nodiscard]] Note translated(Note note) const;
    [[nodiscard]] Panel translated(Panel panel) const;
    std::shared_ptr<const void> m_bytes;
    std::unique_ptr<Data> m_data;
    KnowledgeTranslationPtr m_translation;
    RegistryEdition m_registry;
};

} // namespace portolan
