// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ownnotes/own_note_target.h"
#include "ownnotes/own_notes_store.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace portolan {

/// "Was this useful?" under an explanation, with the way to an own note. The answer is kept on this
/// machine, shown, and taken back by giving it once more.
class OwnNoteSection : public QWidget
{
    Q_OBJECT

public:
    explicit OwnNoteSection(QWidget *parent = nullptr);

    void setStore(OwnNotesStore *store);
    void showTarget(const OwnNoteTarget &target);

public Q_SLOTS:
    /// Opens the dialog for the note that fits what is explained, or for a new one.
    void editNote();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void answer(Usefulness given);

    QPointer<OwnNotesStore> m_store;
    std::optional<OwnNoteTarget> m_target;
    QPushButton *m_yes;
    QPushButton *m_no;
    QPushButton *m_add;
    QLabel *m_remark;
};

} // namespace portolan
