// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/panel.h"

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>

namespace portolan {

class KnowledgeTranslation;
enum class Trust : quint8;
using KnowledgeTranslationPtr = std::shared_ptr<const KnowledgeTranslation>;

/// The texts of notes and panels in another language. What is missing stays English. Read in place;
/// immutable, safe to use from every thread.
class KnowledgeTranslation
{
public:
    struct NoteTexts
    {
        QString subject; ///< empty where the English one, a name, stays
        QString text;
    };

    /// The one compiled into the program for a language such as "bg"; null when there is none.
    [[nodiscard]] static KnowledgeTranslationPtr builtIn(const QString &language);
    /// Reads what encodeTranslation() wrote. `bytes` must outlive the result. On failure the result
    /// is null and `error` says why.
    [[nodiscard]] static KnowledgeTranslationPtr fromBytes(QByteArrayView bytes, QString *error);

    [[nodiscard]] std::optional<NoteTexts> note(const QString &id) const;
    /// By Panel::name().
    [[nodiscard]] std::optional<PanelTexts> panel(const QString &name) const;

private:
    KnowledgeTranslation() = default;
    [[nodiscard]] static KnowledgeTranslationPtr read(QByteArrayView bytes, Trust trust, QString *error);
    [[nodiscard]] bool isString(quint32 offset) const;
    [[nodiscard]] QByteArrayView string(quint32 offset) const;
    /// The record of the key among `count` sorted ones; null when there is none.
    [[nodiscard]] static const char *find(const KnowledgeTranslation &self, const char *records, qsizetype count,
                                          qsizetype recordSize, const QByteArray &key);

    const char *m_notes = nullptr;
    qsizetype m_noteCount = 0;
    const char *m_panels = nullptr;
    qsizetype m_panelCount = 0;
    QByteArrayView m_pool;
};

} // namespace portolan
