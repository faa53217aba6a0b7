// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownnotes/own_notes_store.h"

namespace portolan {

OwnNotesStore::OwnNotesStore(QString fileName, QObject *parent)
    : QObject(parent)
    , m_fileName(std::move(fileName))
{
    // One thread: changes are kept in the order they were asked for.
    m_pool.setMaxThreadCount(1);
}

OwnNotesStore::~OwnNotesStore()
{
    m_pool.waitForDone();
}

void OwnNotesStore::load()
{
    run([fileName = m_fileName] { return openOwnNotes(fileName); });
}

void OwnNotesStore::put(OwnNote note, const std::optional<OwnNoteScope> &before)
{
    note.changed = QDateTime::currentDateTimeUtc();
    note = tidied(std::move(note));
    if (note.label.isEmpty())
        return;
    change([note, before](const OwnNotes &notes) { return (before ? notes.without(*before) : notes).with(note); });
}

void OwnNotesStore::remove(const OwnNoteScope &scope)
{
    m_removed = m_notes.find(scope);
    change([scope](const OwnNotes &notes) { return notes.without(scope); });
}

OwnNotePtr OwnNotesStore::removed() const
{
    return m_removed && !m_notes.find(m_removed->scope) ? m_removed : nullptr;
}

void OwnNotesStore::restoreRemoved()
{
    if (const OwnNotePtr note = removed())
        change([note](const OwnNotes &notes) { return notes.with(*note); });
}

void OwnNotesStore::answer(quint16 port, Usefulness answer)
{
    change([port, answer](const OwnNotes &notes) { return notes.withAnswer(port, answer); });
}

void OwnNotesStore::merge(const OwnNotes &others)
{
    change([others](const OwnNotes &notes) { return notes.merged(others); });
}

void OwnNotesStore::change(const OwnNotesChange &change)
{
    set(change(m_notes));
    // Applied once more to what the file holds then: another program may have changed it.
    run([fileName = m_fileName, change] { return changeOwnNotes(fileName, change); });
}

void OwnNotesStore::run(std::function<OwnNotesOutcome()> work)
{
    ++m_pending;
    m_pool.start([this, work = std::move(work)] {
        const OwnNotesOutcome outcome = work();
        // This object waits for the pool before it goes.
        QMetaObject::invokeMethod(this, [this, outcome] { take(outcome); }, Qt::QueuedConnection);
    });
}

void OwnNotesStore::take(const OwnNotesOutcome &outcome)
{
    --m_pending;
    // Changes that were shown and are not kept yet are not in this outcome; theirs follows.
    if (m_pending == 0)
        set(outcome.notes);
    if (!outcome.error.isEmpty())
        Q_EMIT failed(outcome.error);
}

void OwnNotesStore::set(const OwnNotes &notes)
{
    if (notes == m_notes)
        return;
    m_notes = notes;
    Q_EMIT changed();
}

} // namespace portolan
