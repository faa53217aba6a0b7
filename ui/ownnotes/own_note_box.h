// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ownnotes/own_note_target.h"
#include "ownnotes/own_notes_store.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace portolan {

/// What the person noted about the explained port, with the way to edit it and, after a note was
/// deleted, to bring it back. Hidden while there is nothing of either.
class OwnNoteBox : public QWidget
{
    Q_OBJECT

public:
    explicit OwnNoteBox(QWidget *parent = nullptr);

    void setStore(OwnNotesStore *store);
    void showTarget(const OwnNoteTarget &target);
    /// As drawn, for people who copy it.
    [[nodiscard]] QStringList lines() const { return m_lines; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void clear();
    void addNote(const OwnNotePtr &note);
    void addUndo(const OwnNotePtr &note);
    void addRow(QWidget *text, QWidget *button);
    void arrangeRows();

    QPointer<OwnNotesStore> m_store;
    std::optional<OwnNoteTarget> m_target;
    QList<OwnNotePtr> m_shown;
    OwnNotePtr m_removed;
    QStringList m_lines;
    QVBoxLayout *m_rows;
    QList<QBoxLayout *> m_rowLayouts;
};

} // namespace portolan
