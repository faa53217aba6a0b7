// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/compiler/sources.h"

#include "knowledge/registry_table.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringList>

#include <cstdio>

namespace portolan::compiler {

namespace {

bool readRegistry(const QString &path, Sources &sources)
{
    const auto bytes = readFile(path);
    if (!bytes)
        return false;
    const RegistryResult registry = parseRegistryTable(*bytes);
    if (!registry.ok()) {
        const QString column = registry.column.isEmpty() ? QString() : QStringLiteral("%1: ").arg(registry.column);
        fail(QStringLiteral("%1:%2: %3%4").arg(path).arg(registry.line).arg(column, registry.error));
        return false;
    }
    sources.registrations = registry.rows;
    sources.registryDate = registry.date;
    return true;
}

bool readNotes(const QString &folder, Sources &sources)
{
    const QStringList paths = yamlFiles(folder);
    if (paths.isEmpty()) {
        fail(QStringLiteral("%1: no notes (*.yaml) in this folder").arg(folder));
        return false;
    }
    for (const QString &path : paths) {
        const auto bytes = readFile(path);
        if (!bytes)
            return false;
        const NotesResult notes = parseNotes(*bytes, path);
        if (!notes.error.isEmpty()) {
            fail(QStringLiteral("%1:%2: %3").arg(path).arg(notes.line).arg(notes.error));
            return false;
        }
        sources.notes += notes.notes;
    }
    const QString clash = findClash(sources.notes);
    if (!clash.isEmpty())
        fail(clash);
    return clash.isEmpty();
}

bool readPanels(const QString &folder, Sources &sources)
{
    for (const QString &path : yamlFiles(folder)) {
        const auto bytes = readFile(path);
        if (!bytes)
            return false;
        const PanelResult result = parsePanel(*bytes);
        if (!result.error.isEmpty()) {
            fail(QStringLiteral("%1:%2: %3").arg(path).arg(result.line).arg(result.error));
            return false;
        }
        if (result.panel.name() != QFileInfo(path).completeBaseName()) {
            fail(QStringLiteral("%1: the file tells of %2; right would be the name %2.yaml").arg(path, result.panel.name()));
            return false;
        }
        sources.panels.append({ result.panel, path });
    }
    const QString clash = findPanelClash(sources.panels, sources.notes);
    if (!clash.isEmpty())
        fail(clash);
    return clash.isEmpty();
}

} // namespace

int fail(const QString &message)
{
    std::fprintf(stderr, "%s\n", qPrintable(message));
    return 1;
}

std::optional<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly))
        return file.readAll();
    fail(QStringLiteral("%1: %2").arg(path, file.errorString()));
    return std::nullopt;
}

int writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(QStringLiteral("%1: %2").arg(path, file.errorString()));
    return 0;
}

QStringList yamlFiles(const QString &folder)
{
    QStringList paths;
    for (QDirIterator it(folder, { QStringLiteral("*.yaml") }, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        paths.append(it.next());
    paths.sort();
    return paths;
}

std::optional<Sources> readSources(const QString &folder)
{
    Sources sources;
    if (!readRegistry(folder + QLatin1String("/registry.tsv"), sources) || !readNotes(folder + QLatin1String("/notes"), sources)
        || !readPanels(folder + QLatin1String("/panels"), sources)) {
        return std::nullopt;
    }
    return sources;
}

} // namespace portolan::compiler
