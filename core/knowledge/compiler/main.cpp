// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/compiler/compile.h"
#include "knowledge/compiler/import.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStringList>

#include <cstdio>

namespace {

constexpr const char *usage = "usage: portolan-knowledge import IANA.csv|IANA.xml [--names NEWER.json] [--date YYYY-MM-DD] -o registry.tsv\n"
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
    const QCommandLineOption date(QStringLiteral("date"), {}, QStringLiteral("YYYY-MM-DD"));
    parser.addOptions({ output, names, date });
    const bool parsed = parser.parse(QCoreApplication::arguments());
    const QStringList arguments = parser.positionalArguments();
    const QString command = arguments.value(0);
    const bool onlyForImport = parser.isSet(names) || parser.isSet(date);
    const bool understood = parsed && parser.isSet(output) && (!onlyForImport || command == QLatin1String("import"));
    const QString target = parser.value(output);
    if (understood && command == QLatin1String("import") && arguments.size() == 2)
        return importRegistry({ arguments.at(1), parser.value(names), parser.value(date) }, target);
    if (understood && command == QLatin1String("compile") && arguments.size() == 2)
        return compile(arguments.at(1), target);
    if (understood && command == QLatin1String("translate") && arguments.size() == 3)
        return translate(arguments.at(1), arguments.at(2), target);
    std::fputs(usage, stderr);
    return 2;
}
