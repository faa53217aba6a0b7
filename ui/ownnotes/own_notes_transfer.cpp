// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownnotes/own_notes_transfer.h"

#include "inspector/background.h"
#include "ownnotes/own_notes_import_dialog.h"
#include "text/text.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QStandardPaths>

namespace portolan {

namespace {

constexpr qsizetype shownName = 200;

QFileDialog *fileDialog(QWidget *window, const QString &title, const char *name)
{
    auto *dialog = new QFileDialog(window, title);
    dialog->setObjectName(QLatin1String(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilters({ OwnNotesTransfer::tr("Notes (*.yaml *.yml)"), OwnNotesTransfer::tr("All files (*)") });
    return dialog;
}

} // namespace

OwnNotesTransfer::OwnNotesTransfer(OwnNotesStore *store, QWidget *window)
    : QObject(window)
    , m_store(store)
    , m_window(window)
{
}

void OwnNotesTransfer::importNotes()
{
    QFileDialog *dialog = fileDialog(m_window, tr("Import notes"), "importNotesFile");
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &OwnNotesTransfer::importFrom);
    dialog->open();
}

void OwnNotesTransfer::exportNotes()
{
    if (m_store->notes().count() == 0) {
        say(tr("There are no own notes to export yet. “Add a note…” under the explanation of a port writes one."));
        return;
    }
    QFileDialog *dialog = fileDialog(m_window, tr("Export notes"), "exportNotesFile");
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("yaml"));
    dialog->selectFile(QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).filePath(QStringLiteral("portolan-notes.yaml")));
    connect(dialog, &QFileDialog::fileSelected, this, &OwnNotesTransfer::exportTo);
    dialog->open();
}

void OwnNotesTransfer::importFrom(const QString &fileName)
{
    inBackground(
        this, [fileName] { return readOwnNotes(fileName); },
        [this, fileName](const OwnNotesOutcome &outcome) {
            if (!outcome.error.isEmpty()) {
                Q_EMIT failed(tr("Nothing was imported. %1").arg(outcome.error));
                return;
            }
            (new OwnNotesImportDialog(m_store, outcome.notes, fileName, m_window))->open();
        });
}

void OwnNotesTransfer::exportTo(const QString &fileName)
{
    inBackground(
        this, [fileName, notes = m_store->notes().notesOnly()] { return exportOwnNotes(fileName, notes); },
        [this, fileName](const QString &error) {
            if (!error.isEmpty())
                Q_EMIT failed(error);
            else
                say(tr("The notes were written to %1.").arg(text::visible(fileName, shownName)));
        });
}

void OwnNotesTransfer::say(const QString &message)
{
    auto *box = new QMessageBox(QMessageBox::Information, tr("Own notes"), message, QMessageBox::Ok, m_window);
    box->setObjectName(QStringLiteral("ownNotesMessage"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->open();
}

} // namespace portolan
