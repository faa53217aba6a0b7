// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ownnotes/own_note_target.h"
#include "ownnotes/own_notes_store.h"

#include <QDialog>
#include <QPointer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QRadioButton;

namespace portolan {

/// Writes one own note: label, text, and what it is about. Deletes itself when it closes.
class OwnNoteDialog : public QDialog
{
    Q_OBJECT

public:
    /// Edits the note, or a new one where there is none. The target's program can be chosen, and
    /// the note's own.
    OwnNoteDialog(OwnNotesStore *store, const OwnNoteTarget &target, const OwnNotePtr &note, QWidget *parent);

    /// Opens the dialog for the note that fits the target best, or for a new one.
    static OwnNoteDialog *edit(OwnNotesStore *store, const OwnNoteTarget &target, QWidget *parent);
    /// Opens it for a further note.
    static OwnNoteDialog *add(OwnNotesStore *store, const OwnNoteTarget &target, QWidget *parent);

    void accept() override;

private:
    void build();
    void deleteNote();
    [[nodiscard]] OwnNoteScope scope() const;
    /// Says what cannot be saved, or what saving would replace.
    void check();

    QPointer<OwnNotesStore> m_store;
    OwnNoteTarget m_target;
    OwnNotePtr m_before;
    QString m_program;
    QLineEdit *m_label = nullptr;
    QPlainTextEdit *m_text = nullptr;
    QRadioButton *m_anyProgram = nullptr;
    QRadioButton *m_thisProgram = nullptr;
    QComboBox *m_transport = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_save = nullptr;
};

} // namespace portolan
