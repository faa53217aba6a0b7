// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ownnotes/own_note.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace portolan {

struct Listener;

/// All own notes and answers of one person. An immutable value, cheap to copy and safe to share
/// between threads; what is known of a port is found in constant time.
class OwnNotes
{
public:
    /// More are refused by the reader; every view stays quick with these.
    static constexpr qsizetype most = 10'000;

    OwnNotes();

    [[nodiscard]] bool isEmpty() const;
    /// Of notes, without answers.
    [[nodiscard]] qsizetype count() const;
    /// Of the port, the general before the specific; empty when there is none.
    [[nodiscard]] QList<OwnNotePtr> at(quint16 port) const;
    /// The note of exactly this scope; null when there is none.
    [[nodiscard]] OwnNotePtr find(const OwnNoteScope &scope) const;
    /// The note that fits the listener best: one on its program before one on the port alone, then
    /// one on its transport before one on both. Null when none fits.
    [[nodiscard]] OwnNotePtr noteFor(const Listener &listener) const;
    [[nodiscard]] Usefulness usefulness(quint16 port) const;
    /// In port order, the general before the specific.
    [[nodiscard]] QList<OwnNotePtr> all() const;
    /// Ports with an answer, in order.
    [[nodiscard]] QList<quint16> answeredPorts() const;

    /// Copies with one thing changed. A note takes the place of the one with its scope.
    [[nodiscard]] OwnNotes with(const OwnNote &note) const;
    [[nodiscard]] OwnNotes without(const OwnNoteScope &scope) const;
    [[nodiscard]] OwnNotes withAnswer(quint16 port, Usefulness answer) const;

    /// What merged() would do with notes; a note with the same texts is neither added nor replaced.
    struct MergePlan
    {
        QList<OwnNotePtr> added;
        QList<OwnNotePtr> replaced; ///< the ones that would go
        qsizetype same = 0;
        qsizetype answers = 0; ///< added or changed
    };
    [[nodiscard]] MergePlan planMerge(const OwnNotes &others) const;
    /// Both; where scopes meet, the others win.
    [[nodiscard]] OwnNotes merged(const OwnNotes &others) const;
    /// Without the answers, which are about Portolan's texts and nobody else's business.
    [[nodiscard]] OwnNotes notesOnly() const;

    friend bool operator==(const OwnNotes &a, const OwnNotes &b);

private:
    struct Data;
    explicit OwnNotes(std::shared_ptr<const Data> data);

    std::shared_ptr<const Data> m_data;

    friend class OwnNotesBuilder;
};

/// Collects notes one by one without copying the others each time.
class OwnNotesBuilder
{
public:
    OwnNotesBuilder();
    explicit OwnNotesBuilder(const OwnNotes &notes);
    ~OwnNotesBuilder();

    void put(const OwnNote &note);
    void remove(const OwnNoteScope &scope);
    void answer(quint16 port, Usefulness answer);
    [[nodiscard]] bool contains(const OwnNoteScope &scope) const;
    [[nodiscard]] qsizetype count() const;
    [[nodiscard]] OwnNotes take();

private:
    std::shared_ptr<OwnNotes::Data> m_data;
};

/// The names by which a note may mean what holds the listener: of its leader and of that one's file.
[[nodiscard]] QStringList programNames(const Listener &listener);

} // namespace portolan
