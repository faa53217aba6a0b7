// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/compiler/compile.h"

#include "knowledge/compiler/sources.h"
#include "knowledge/knowledge.h"
#include "knowledge/knowledge_encoder.h"
#include "knowledge/translation_encoder.h"
#include "knowledge/translation_yaml.h"

#include <QFileInfo>
#include <QSet>

namespace portolan::compiler {

namespace {

bool readTranslatedNotes(const QString &folder, const Sources &sources, QList<TranslatedNote> &translated)
{
    QSet<QString> ids;
    for (const PlacedNote &placed : sources.notes)
        ids.insert(placed.note.id);
    QHash<QString, QString> fileOf;
    for (const QString &path : yamlFiles(folder)) {
        const auto bytes = readFile(path);
        if (!bytes)
            return false;
        const TranslatedNotesResult result = parseTranslatedNotes(*bytes);
        if (!result.error.isEmpty()) {
            fail(QStringLiteral("%1:%2: %3").arg(path).arg(result.line).arg(result.error));
            return false;
        }
        for (const TranslatedNote &note : result.notes) {
            if (!ids.contains(note.id)) {
                fail(QStringLiteral("%1:%2: there is no note \"%3\" to translate").arg(path).arg(note.line).arg(note.id));
                return false;
            }
            if (fileOf.contains(note.id)) {
                fail(QStringLiteral("%1:%2: the note \"%3\" is translated in %4 already")
                         .arg(path).arg(note.line).arg(note.id, fileOf.value(note.id)));
                return false;
            }
            fileOf.insert(note.id, path);
            translated.append(note);
        }
    }
    return true;
}

bool readTranslatedPanels(const QString &folder, const Sources &sources, QHash<QString, PanelTexts> &translated)
{
    QSet<QString> names;
    for (const PlacedPanel &placed : sources.panels)
        names.insert(placed.panel.name());
    for (const QString &path : yamlFiles(folder)) {
        const auto bytes = readFile(path);
        if (!bytes)
            return false;
        const TranslatedPanelResult result = parseTranslatedPanel(*bytes);
        if (!result.error.isEmpty()) {
            fail(QStringLiteral("%1:%2: %3").arg(path).arg(result.line).arg(result.error));
            return false;
        }
        const QString name = QFileInfo(path).completeBaseName();
        if (!names.contains(name)) {
            fail(QStringLiteral("%1: there is no panel %2 to translate").arg(path, name));
            return false;
        }
        translated.insert(name, result.texts);
    }
    return true;
}

} // namespace

int compile(const QString &sourceFolder, const QString &target)
{
    const auto sources = readSources(sourceFolder);
    if (!sources)
        return 1;
    QList<Note> notes;
    for (const PlacedNote &placed : sources->notes)
        notes.append(placed.note);
    QList<Panel> panels;
    for (const PlacedPanel &placed : sources->panels)
        panels.append(placed.panel);
    QString error;
    const QByteArray compiled = encodeKnowledge(sources->registrations, sources->registryDate, notes, panels, &error);
    // The program trusts what is built into it: it is read back here, with nothing taken on trust.
    if (compiled.isEmpty() || !Knowledge::fromBytes(compiled, &error))
        return fail(QStringLiteral("%1: %2").arg(target, error));
    return writeFile(target, compiled);
}

int translate(const QString &sourceFolder, const QString &translationFolder, const QString &target)
{
    const auto sources = readSources(sourceFolder);
    if (!sources)
        return 1;
    QList<TranslatedNote> notes;
    QHash<QString, PanelTexts> panels;
    if (!readTranslatedNotes(translationFolder + QLatin1String("/notes"), *sources, notes)
        || !readTranslatedPanels(translationFolder + QLatin1String("/panels"), *sources, panels)) {
        return 1;
    }
    QString error;
    const QByteArray compiled = encodeTranslation(notes, panels, &error);
    if (compiled.isEmpty() || !KnowledgeTranslation::fromBytes(compiled, &error))
        return fail(QStringLiteral("%1: %2").arg(target, error));
    return writeFile(target, compiled);
}

} // namespace portolan::compiler
