// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ownnotes/own_notes_store.h"

#include <QObject>

class QWidget;

namespace portolan {

/// Brings own notes in from a file and out into one. Files are read and written on the pool; lives
/// on the window's thread.
class OwnNotesTransfer : public QObject
{
    Q_OBJECT

public:
    /// Dialogs open over the window, whose child this is. The store must outlive it.
    OwnNotesTransfer(OwnNotesStore *store, QWidget *window);

    /// Ask for the file first.
    void importNotes();
    void exportNotes();
    /// Reads the file and shows what importing it would do.
    void importFrom(const QString &fileName);
    void exportTo(const QString &fileName);

Q_SIGNALS:
    /// What went wrong, harmless.
    void failed(const QString &message);

private:
    void say(const QString &message);

    OwnNotesStore *m_store;
    QWidget *m_window;
};

} // namespace portolan
