// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge.h"
#include "knowledge/trust.h"

#include <QByteArrayView>
#include <QUtf8StringView>

namespace portolan {

/// Reads the compiled form in place. Everything that indexes into the bytes was checked by open(),
/// or by the build, so the accessors need no checks for numbers that come from the data itself.
class Knowledge::Data
{
public:
    enum class RowText { Service, Description, Assignee, Registered, Modified, Reference, UnauthorizedUse,
                         AssignmentNotes, Contact, ServiceCode };
    enum class NoteText { Subject, Text, SourceTitle, SourceUrl, Executables, Units, Packages, Id,
                          Images, MacosExecutables, WindowsExecutables, See };

    /// What is known of one port; row and note numbers.
    struct Cell
    {
        Marks tcpMarks;
        Marks udpMarks;
        int rowCount = 0;
        int noteCount = 0;
        int panel = -1; ///< number of the panel; -1 for none
        const char *numbers = nullptr;

        [[nodiscard]] int row(int i) const;
        [[nodiscard]] int note(int i) const;
    };

    /// False, with the reason, unless the bytes are whole and consistent as far as they are checked.
    [[nodiscard]] bool open(QByteArrayView bytes, Trust trust, QString *error);

    [[nodiscard]] QString registryDate() const { return string(m_registryDate).toString(); }
    [[nodiscard]] int rowCount() const { return m_rowCount; }
    [[nodiscard]] int noteCount() const { return m_noteCount; }
    [[nodiscard]] int panelCount() const { return m_panelCount; }
    [[nodiscard]] Cell cell(quint16 port) const;
    [[nodiscard]] Registration row(int number) const;
    [[nodiscard]] QUtf8StringView rowText(int number, RowText text) const;
    [[nodiscard]] Note note(int number) const;
    [[nodiscard]] QUtf8StringView noteText(int number, NoteText text) const;
    [[nodiscard]] Panel panel(int number) const;
    [[nodiscard]] bool noteCoversTransport(int number, Transport transport) const;

private:
    [[nodiscard]] bool rowsAreSound() const;
    [[nodiscard]] bool notesAreSound() const;
    [[nodiscard]] bool panelsAreSound() const;
    [[nodiscard]] bool cellsAreSound() const;
    [[nodiscard]] bool isString(quint32 offset) const;
    [[nodiscard]] QUtf8StringView string(quint32 offset) const;
    [[nodiscard]] const char *rowBytes(int number) const;
    [[nodiscard]] const char *noteBytes(int number) const;
    [[nodiscard]] const char *panelBytes(int number) const;

    QByteArrayView m_bytes;
    QByteArrayView m_cells;
    QByteArrayView m_pool;
    int m_rowCount = 0;
    int m_noteCount = 0;
    int m_panelCount = 0;
    quint32 m_registryDate = 0;
};

} // namespace portolan
