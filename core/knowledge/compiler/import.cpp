// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/compiler/import.h"

#include "knowledge/compiler/sources.h"
#include "knowledge/registry_csv.h"
#include "knowledge/registry_edition.h"
#include "knowledge/registry_file.h"
#include "knowledge/registry_names.h"
#include "knowledge/registry_table.h"
#include "knowledge/registry_words.h"

#include <cstdio>

namespace portolan::compiler {

namespace {

int failAt(const QString &path, const RegistryResult &result)
{
    QString place = path + QLatin1Char(':') + QString::number(result.line);
    if (result.character > 0)
        place += QLatin1Char(':') + QString::number(result.character);
    const QString column = result.column.isEmpty() ? QString() : QStringLiteral("%1: ").arg(result.column);
    return fail(QStringLiteral("%1: %2%3").arg(place, column, result.error));
}

QString ports(const Registration &row)
{
    QString text = QString::number(row.portFrom.value_or(0));
    if (!row.isSinglePort())
        text += QLatin1Char('-') + QString::number(row.portTo.value_or(0));
    return row.transport == RegistryTransport::None ? text : text + QLatin1Char('/') + registryTransportName(row.transport);
}

QString words(const Registration &row)
{
    const QString description = QLatin1Char('"') + row.description.simplified() + QLatin1Char('"');
    return row.service.isEmpty() ? description : row.service + QLatin1Char(' ') + description;
}

void report(const QList<RegistryNamesChange> &changes)
{
    int added = 0;
    int changed = 0;
    int split = 0;
    for (const RegistryNamesChange &change : changes) {
        QString line;
        switch (change.kind) {
        case RegistryNamesChange::Kind::Added:
            line = QStringLiteral("added    %1  %2").arg(ports(change.after), words(change.after));
            ++added;
            break;
        case RegistryNamesChange::Kind::Changed:
            line = QStringLiteral("changed  %1  %2, before: %3").arg(ports(change.after), words(change.after), words(change.before));
            ++changed;
            break;
        case RegistryNamesChange::Kind::Split:
            line = QStringLiteral("split    %1  %2").arg(ports(change.before), words(change.before));
            ++split;
            break;
        }
        std::printf("%s\n", line.toUtf8().constData());
    }
    std::printf("%d rows added, %d changed, %d blocks split\n", added, changed, split);
}

} // namespace

int importRegistry(const RegistrySources &sources, const QString &target)
{
    if (!sources.date.isEmpty() && !isRegistryDate(sources.date))
        return fail(registry_words::noDate(sources.date));
    const auto bytes = readFile(sources.registry);
    if (!bytes)
        return 1;
    RegistryResult registry = parseRegistryFile(*bytes);
    if (!registry.ok())
        return failAt(sources.registry, registry);
    if (!sources.names.isEmpty()) {
        const auto nameBytes = readFile(sources.names);
        if (!nameBytes)
            return 1;
        const RegistryNamesResult newer = parseRegistryNames(*nameBytes);
        if (!newer.ok())
            return fail(QStringLiteral("%1:%2:%3: %4").arg(sources.names).arg(newer.line).arg(newer.column).arg(newer.error));
        const RegistryWithNames merged = applyRegistryNames(registry.rows, newer.names);
        report(merged.changes);
        registry.rows = merged.rows;
    }
    const QString date = !sources.date.isEmpty() ? sources.date
        : registry.date.isEmpty()                ? newestDate(registry.rows)
                                                 : registry.date;
    return writeFile(target, writeRegistryTable(registry.rows, date));
}

} // namespace portolan::compiler
