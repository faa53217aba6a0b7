// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownnotes/own_notes.h"

#include "snapshot/listener.h"

#include <algorithm>
#include <tuple>

namespace portolan {

struct OwnNotes::Data
{
    QHash<quint16, QList<OwnNotePtr>> byPort;
    QHash<quint16, Usefulness> answers;
    qsizetype count = 0;
};

namespace {

auto rank(const OwnNoteScope &scope)
{
    return std::tuple(!scope.program.isEmpty(), scope.transport.has_value(), scope.transport.value_or(Transport::Tcp),
                      QStringView(scope.program));
}

auto placeOf(const QList<OwnNotePtr> &notes, const OwnNoteScope &scope)
{
    return std::find_if(notes.cbegin(), notes.cend(), [&scope](const OwnNotePtr &note) { return note->scope == scope; });
}

bool sameTexts(const OwnNote &a, const OwnNote &b)
{
    return a.label == b.label && a.text == b.text;
}

template<typename Value>
QList<quint16> sortedKeys(const QHash<quint16, Value> &hash)
{
    QList<quint16> ports = hash.keys();
    std::sort(ports.begin(), ports.end());
    return ports;
}

} // namespace

OwnNotes::OwnNotes()
    : m_data(std::make_shared<const Data>())
{
}

OwnNotes::OwnNotes(std::shared_ptr<const Data> data)
    : m_data(std::move(data))
{
}

bool OwnNotes::isEmpty() const
{
    return m_data->byPort.isEmpty() && m_data->answers.isEmpty();
}

qsizetype OwnNotes::count() const
{
    return m_data->count;
}

QList<OwnNotePtr> OwnNotes::at(quint16 port) const
{
    return m_data->byPort.value(port);
}

OwnNotePtr OwnNotes::find(const OwnNoteScope &scope) const
{
    const auto notes = m_data->byPort.constFind(scope.port);
    if (notes == m_data->byPort.cend())
        return nullptr;
    const auto place = placeOf(*notes, scope);
    return place == notes->cend() ? nullptr : *place;
}

OwnNotePtr OwnNotes::noteFor(const Listener &listener) const
{
    const auto notes = m_data->byPort.constFind(listener.port());
    if (notes == m_data->byPort.cend())
        return nullptr;
    const QStringList programs = programNames(listener);
    // The specific stands behind the general.
    for (auto note = notes->crbegin(); note != notes->crend(); ++note) {
        const OwnNoteScope &scope = (*note)->scope;
        if (scope.covers(listener.transport()) && (scope.program.isEmpty() || programs.contains(scope.program)))
            return *note;
    }
    return nullptr;
}

Usefulness OwnNotes::usefulness(quint16 port) const
{
    return m_data->answers.value(port, Usefulness::NotSaid);
}

QList<OwnNotePtr> OwnNotes::all() const
{
    QList<OwnNotePtr> notes;
    notes.reserve(m_data->count);
    for (const quint16 port : sortedKeys(m_data->byPort))
        notes += m_data->byPort.value(port);
    return notes;
}

QList<quint16> OwnNotes::answeredPorts() const
{
    return sortedKeys(m_data->answers);
}

OwnNotes OwnNotes::with(const OwnNote &note) const
{
    OwnNotesBuilder builder(*this);
    builder.put(note);
    return builder.take();
}

OwnNotes OwnNotes::without(const OwnNoteScope &scope) const
{
    OwnNotesBuilder builder(*this);
    builder.remove(scope);
    return builder.take();
}

OwnNotes OwnNotes::withAnswer(quint16 port, Usefulness answer) const
{
    OwnNotesBuilder builder(*this);
    builder.answer(port, answer);
    return builder.take();
}

OwnNotes::MergePlan OwnNotes::planMerge(const OwnNotes &others) const
{
    MergePlan plan;
    for (const OwnNotePtr &note : others.all()) {
        const OwnNotePtr known = find(note->scope);
        if (!known)
            plan.added += note;
        else if (sameTexts(*known, *note))
            ++plan.same;
        else
            plan.replaced += known;
    }
    for (auto answer = others.m_data->answers.cbegin(); answer != others.m_data->answers.cend(); ++answer)
        plan.answers += usefulness(answer.key()) != answer.value();
    return plan;
}

OwnNotes OwnNotes::merged(const OwnNotes &others) const
{
    OwnNotesBuilder builder(*this);
    for (const OwnNotePtr &note : others.all()) {
        const OwnNotePtr known = find(note->scope);
        if (!known || !sameTexts(*known, *note))
            builder.put(*note);
    }
    for (auto answer = others.m_data->answers.cbegin(); answer != others.m_data->answers.cend(); ++answer)
        builder.answer(answer.key(), answer.value());
    return builder.take();
}

OwnNotes OwnNotes::notesOnly() const
{
    auto data = std::make_shared<Data>(*m_data);
    data->answers.clear();
    return OwnNotes(std::move(data));
}

bool operator==(const OwnNotes &a, const OwnNotes &b)
{
    if (a.m_data == b.m_data)
        return true;
    const QList<OwnNotePtr> first = a.all();
    const QList<OwnNotePtr> second = b.all();
    return a.m_data->answers == b.m_data->answers
        && std::equal(first.begin(), first.end(), second.begin(), second.end(),
                      [](const OwnNotePtr &one, const OwnNotePtr &other) { return *one == *other; });
}

OwnNotesBuilder::OwnNotesBuilder()
    : m_data(std::make_shared<OwnNotes::Data>())
{
}

OwnNotesBuilder::OwnNotesBuilder(const OwnNotes &notes)
    : m_data(std::make_shared<OwnNotes::Data>(*notes.m_data))
{
}

OwnNotesBuilder::~OwnNotesBuilder() = default;

void OwnNotesBuilder::put(const OwnNote &note)
{
    remove(note.scope);
    QList<OwnNotePtr> &notes = m_data->byPort[note.scope.port];
    const auto place = std::lower_bound(notes.cbegin(), notes.cend(), note.scope,
                                        [](const OwnNotePtr &one, const OwnNoteScope &scope) { return rank(one->scope) < rank(scope); });
    notes.insert(place, std::make_shared<const OwnNote>(note));
    ++m_data->count;
}

void OwnNotesBuilder::remove(const OwnNoteScope &scope)
{
    const auto notes = m_data->byPort.find(scope.port);
    if (notes == m_data->byPort.end())
        return;
    m_data->count -= notes->removeIf([&scope](const OwnNotePtr &note) { return note->scope == scope; });
    if (notes->isEmpty())
        m_data->byPort.erase(notes);
}

void OwnNotesBuilder::answer(quint16 port, Usefulness answer)
{
    if (answer == Usefulness::NotSaid)
        m_data->answers.remove(port);
    else
        m_data->answers.insert(port, answer);
}

bool OwnNotesBuilder::contains(const OwnNoteScope &scope) const
{
    const auto notes = m_data->byPort.constFind(scope.port);
    return notes != m_data->byPort.cend() && placeOf(*notes, scope) != notes->cend();
}

qsizetype OwnNotesBuilder::count() const
{
    return m_data->count;
}

OwnNotes OwnNotesBuilder::take()
{
    return OwnNotes(std::exchange(m_data, std::make_shared<OwnNotes::Data>()));
}

QStringList programNames(const Listener &listener)
{
    const ProcessInfo *leader = listener.owner->leader();
    if (!leader)
        return {};
    QStringList names { leader->shownName(), leader->name, leader->executable.section(QLatin1Char('/'), -1) };
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

} // namespace portolan
