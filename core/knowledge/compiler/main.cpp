// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/compiler/compile.h"
#include "knowledge/compiler/sources.h"
#include "knowledge/registry_csv.h"
#include "knowledge/registry_table.h"

#include <QCoreApplication>
#include <QStringList>

#include <cstdio>

namespace {

using namespace portolan;
using namespace portolan::compiler;

constexpr const char *usage = "usage: portolan-knowledge import IANA.csv -o registry.tsv\n"
                              "       portolan-knowledge compile SOURCE_FOLDER -o knowledge.bin\n"
                              "       portolan-knowledge translate SOURCE_FOLDER TRANSLATION_FOLDER -o knowledge_LANGUAGE.bin\n";

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

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 5 && arguments.at(1) == QLatin1String("import") && arguments.at(3) == QLatin1String("-o"))
        return importRegistry(arguments.at(2), arguments.at(4));
    if (arguments.size() == 5 && arguments.at(1) == QLatin1String("compile") && arguments.at(3) == QLatin1String("-o"))
        return compile(arguments.at(2), arguments.at(4));
    if (arguments.size() == 6 && arguments.at(1) == QLatin1String("translate") && arguments.at(4) == QLatin1String("-o"))
        return translate(arguments.at(2), arguments.at(3), arguments.at(5));
    std::fputs(usage, stderr);
    return 2;
}
