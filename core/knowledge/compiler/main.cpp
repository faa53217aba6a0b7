// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/knowledge_encoder.h"
#include "knowledge/note_yaml.h"
#include "knowledge/registry_csv.h"
#include "knowledge/registry_table.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>
#include <QStringList>

#include <cstdio>

namespace {

using namespace portolan;

constexpr const char *usage = "usage: portolan-knowledge import IANA.csv -o registry.tsv\n"
                              "       portolan-knowledge compile registry.tsv NOTES_FOLDER -o knowledge.bin\n";

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

int failAt(const QString &path, const RegistryResult &result)
{
    const QString column = result.column.isEmpty() ? QString() : QStringLiteral("%1: ").arg(result.column);
    return fail(QStringLiteral("%1:%2: %3%4").arg(path).arg(result.line).arg(column, result.error));
}

int importRegistry(const QString &source, const QString &target)
{
    const auto bytes = readFile(source);
    if (!bytes)
        return 1;
    const RegistryResult registry = parseRegistryCsv(*bytes);
    if (!registry.ok())
        return failAt(source, registry);
    return writeFile(target, writeRegistryTable(registry.rows));
}

int compile(const QString &table, const QString &notesFolder, const QString &target)
{
    const auto tableBytes = readFile(table);
    if (!tableBytes)
        return 1;
    const RegistryResult registry = parseRegistryTable(*tableBytes);
    if (!registry.ok())
        return failAt(table, registry);

    QStringList paths;
    for (QDirIterator it(notesFolder, { QStringLiteral("*.yaml") }, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        paths.append(it.next());
    if (paths.isEmpty())
        return fail(QStringLiteral("%1: no notes (*.yaml) in this folder").arg(notesFolder));
    paths.sort();
    QList<PlacedNote> placed;
    for (const QString &path : std::as_const(paths)) {
        const auto bytes = readFile(path);
        if (!bytes)
            return 1;
        const NotesResult notes = parseNotes(*bytes, path);
        if (!notes.error.isEmpty())
            return fail(QStringLiteral("%1:%2: %3").arg(path).arg(notes.line).arg(notes.error));
        placed += notes.notes;
    }
    const QString clash = findClash(placed);
    if (!clash.isEmpty())
        return fail(clash);

    QList<Note> notes;
    for (const PlacedNote &note : std::as_const(placed))
        notes.append(note.note);
    QString error;
    const QByteArray compiled = encodeKnowledge(registry.rows, notes, &error);
    if (compiled.isEmpty())
        return fail(QStringLiteral("%1: %2").arg(target, error));
    return writeFile(target, compiled);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == QLatin1String("import") && arguments.at(3) == QLatin1String("-o"))
        return importRegistry(arguments.at(2), arguments.at(4));
    if (arguments.size() == 6 && arguments.at(1) == QLatin1String("compile") && arguments.at(4) == QLatin1String("-o"))
        return compile(arguments.at(2), arguments.at(3), arguments.at(5));
    std::fputs(usage, stderr);
    return 2;
}
