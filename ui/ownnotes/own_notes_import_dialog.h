// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ownnotes/own_notes_store.h"

#include <QDialog>
#include <QPointer>

namespace portolan {

/// Says what notes from a file would add and replace, and merges them when that is wanted. Deletes
/// itself when it closes.
class OwnNotesImportDialog : public QDialog
{
    Q_OBJECT

public:
    OwnNotesImportDialog(OwnNotesStore *store, const OwnNotes &imported, const QString &fileName, QWidget *parent);

    void accept() override;

private:
    QPointer<OwnNotesStore> m_store;
    OwnNotes m_imported;
};

} // namespace portolan
