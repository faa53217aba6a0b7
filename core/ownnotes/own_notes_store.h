// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ownnotes/own_notes_file.h"

#include <QObject>
#include <QThreadPool>

namespace portolan {

/// This user's own notes while a program runs. Lives on the window's thread and never waits there:
/// a change shows at once, and one pool thread of the store's own keeps it, one after the other.
/// What cannot be kept is taken back and said.
class OwnNotesStore : public QObject
{
    Q_OBJECT

public:
    explicit OwnNotesStore(QString fileName = ownNotesFileName(), QObject *parent = nullptr);
    /// Waits until what was asked for is kept.
    ~OwnNotesStore() override;

    [[nodiscard]] const OwnNotes &notes() const { return m_notes; }
    /// Whether everything that was asked for is done.
    [[nodiscard]] bool isIdle() const { return m_pending == 0; }

    /// Reads the file; also finds what other programs changed since.
    void load();
    /// Keeps a tidied() copy that was changed now; the note of its scope goes. One that is edited
    /// may have had another scope: that note goes as well.
    void put(OwnNote note, const std::optional<OwnNoteScope> &before = std::nullopt);
    void remove(const OwnNoteScope &scope);
    /// The note that was removed last, while nothing has taken its place; null otherwise.
    [[nodiscard]] OwnNotePtr removed() const;
    /// Brings removed() back as it was.
    void restoreRemoved();
    void answer(quint16 port, Usefulness answer);
    void merge(const OwnNotes &others);

Q_SIGNALS:
    void changed();
    /// A sentence or two for people, harmless.
    void failed(const QString &message);

private:
    void change(const OwnNotesChange &change);
    void run(std::function<OwnNotesOutcome()> work);
    void take(const OwnNotesOutcome &outcome);
    void set(const OwnNotes &notes);

    QString m_fileName;
    OwnNotes m_notes;
    OwnNotePtr m_removed;
    int m_pending = 0;
    QThreadPool m_pool;
};

} // namespace portolan
