// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/knowledge_translation.h"

#include "knowledge/translation_format.h"
#include "knowledge/trust.h"

#include <cstring>

namespace portolan {

namespace {

namespace layout = translation_format;

quint32 u32(const char *bytes)
{
    return qFromLittleEndian<quint32>(bytes);
}

} // namespace

KnowledgeTranslationPtr KnowledgeTranslation::fromBytes(QByteArrayView bytes, QString *error)
{
    return read(bytes, Trust::None, error);
}

KnowledgeTranslationPtr KnowledgeTranslation::read(QByteArrayView bytes, Trust trust, QString *error)
{
    const auto fail = [error](const QString &reason) {
        if (error)
            *error = reason;
        return nullptr;
    };
    if (bytes.size() < layout::notesOffset || std::memcmp(bytes.data(), layout::magic, sizeof layout::magic) != 0
        || u32(bytes.data() + layout::versionOffset) != layout::version) {
        return fail(QStringLiteral("not a compiled translation that this program can read"));
    }
    const char *counts = bytes.data() + layout::countsOffset;
    const quint64 noteBytes = quint64(u32(counts)) * layout::noteSize;
    const quint64 panelBytes = quint64(u32(counts + 4)) * layout::panelSize;
    const quint64 poolBytes = u32(counts + 8);
    if (u32(bytes.data() + layout::sizeOffset) != static_cast<quint64>(bytes.size())
        || layout::notesOffset + noteBytes + panelBytes + poolBytes != static_cast<quint64>(bytes.size())) {
        return fail(QStringLiteral("the compiled translation is cut off"));
    }
    const std::shared_ptr<KnowledgeTranslation> self(new KnowledgeTranslation);
    self->m_notes = bytes.data() + layout::notesOffset;
    self->m_noteCount = static_cast<qsizetype>(u32(counts));
    self->m_panels = self->m_notes + noteBytes;
    self->m_panelCount = static_cast<qsizetype>(u32(counts + 4));
    self->m_pool = bytes.last(static_cast<qsizetype>(poolBytes));
    for (const char *at = self->m_notes; trust == Trust::None && at < self->m_pool.data(); at += 4) {
        if (!self->isString(u32(at)))
            return fail(QStringLiteral("the compiled translation points outside itself"));
    }
    return self;
}

bool KnowledgeTranslation::isString(quint32 offset) const
{
    const auto size = static_cast<quint64>(m_pool.size());
    return quint64(offset) + 2 <= size
        && quint64(offset) + 2 + qFromLittleEndian<quint16>(m_pool.data() + offset) <= size;
}

QByteArrayView KnowledgeTranslation::string(quint32 offset) const
{
    return m_pool.sliced(static_cast<qsizetype>(offset) + 2, qFromLittleEndian<quint16>(m_pool.data() + offset));
}

const char *KnowledgeTranslation::find(const KnowledgeTranslation &self, const char *records, qsizetype count,
                                       qsizetype recordSize, const QByteArray &key)
{
    qsizetype low = 0;
    qsizetype high = count;
    while (low < high) {
        const qsizetype middle = (low + high) / 2;
        const char *record = records + middle * recordSize;
        const QByteArrayView name = self.string(u32(record));
        if (name == key)
            return record;
        if (name < QByteArrayView(key))
            low = middle + 1;
        else
            high = middle;
    }
    return nullptr;
}

std::optional<KnowledgeTranslation::NoteTexts> KnowledgeTranslation::note(const QString &id) const
{
    const char *record = find(*this, m_notes, m_noteCount, layout::noteSize, id.toUtf8());
    if (!record)
        return std::nullopt;
    return NoteTexts { QString::fromUtf8(string(u32(record + 4))), QString::fromUtf8(string(u32(record + 8))) };
}

std::optional<PanelTexts> KnowledgeTranslation::panel(const QString &name) const
{
    const char *record = find(*this, m_panels, m_panelCount, layout::panelSize, name.toUtf8());
    if (!record)
        return std::nullopt;
    const auto text = [&](int number) { return QString::fromUtf8(string(u32(record + number * 4))); };
    return PanelTexts { text(1), text(2), text(3), text(4), text(5), text(6) };
}

} // namespace portolan
