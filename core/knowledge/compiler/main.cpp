// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/compiler/compile.h"
#include "knowledge/compiler/import.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStringList>

#include <cstdio>

namespace {

constexpr const char *usage = "usage: portolan-knowledge import IANA.csv [--names NEWER.json] -o registry.tsv\n"
                              "       portolan-knowledge compile SOURCE_FOLDER -o knowledge.bin\n"
                              "       portolan-knowledge translate SOURCE_FOLDER TRANSLATION_FOLDER -o knowledge_LANGUAGE.bin\n";

} // namespace

int main(int argc, char **argv)
{
    using namespace portolan::compiler;
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption output(QStringLiteral("o"), {}, QStringLiteral("FILE"));
    const QCommandLineOption names(QStringLiteral("names"), {}, QStringLiteral("NEWER.json"));
    parser.addOptions({ output, names });
    const bool understood = parser.parse(QCoreApplication::arguments()) && parser.isSet(output);
    const QStringList arguments = parser.positionalArguments();
    const QString command = arguments.value(0);
    const QString target = parser.value(output);
    if (understood && command == QLatin1String("import") && arguments.size() == 2)
        return importRegistry(arguments.at(1), parser.value(names), target);
    if (understood && command == QLatin1String("compile") && arguments.size() == 2 && !parser.isSet(names))
        return compile(arguments.at(1), target);
    if (understood && command == QLatin1String("translate") && arguments.size() == 3 && !parser.isSet(names))
        return translate(arguments.at(1), arguments.at(2), target);
    std::fputs(usage, stderr);
    return 2;
}
