// SPDX-License-Identifier: GPL-3.0-or-later
#include "process/interpreter.h"

#include <algorithm>
#include <climits>
#include <initializer_list>
#include <iterator>
#include <utility>

namespace portolan {

namespace {

using Words = std::initializer_list<const char16_t *>;

/// How a family of interpreters reads its command line up to the script.
struct Grammar
{
    Words programs = {};
    /// Several letters may follow one dash. Otherwise an option is a whole word.
    bool clusters = true;
    /// Letters of a cluster after which there is no file: program text, a module, standard input.
    QStringView textLetters = {};
    /// Letters whose value is the rest of the cluster, or the next argument when nothing is left.
    QStringView valueLetters = {};
    /// Letters that take the next argument, each one, while the cluster goes on.
    QStringView nextLetters = {};
    /// Letters that take the rest of the cluster, be it empty.
    QStringView restLetters = {};
    /// Whole options whose value is the next argument.
    Words valueOptions = {};
    /// Whole options after which there is no file.
    Words textOptions = {};
    /// Words before the script, as in "deno run x.ts".
    Words subcommands = {};
    /// Words in place of a script after which there is none.
    Words textWords = {};
    /// What a script's name must end with; any when empty.
    Words suffixes = {};
    /// Options that say where a main class is looked for. The first of these places stands for it.
    Words placeOptions = {};
    /// The option after which any name is a script.
    const char16_t *fileOption = nullptr;
    /// A lone dash ends the options rather than meaning standard input.
    bool dashEndsOptions = false;
};

const Grammar grammars[] = {
    { .programs = { u"python", u"pypy" },
      .textLetters = u"cm",
      .valueLetters = u"WX",
      .valueOptions = { u"--check-hash-based-pycs" } },
    { .programs = { u"perl" }, .textLetters = u"eE", .valueLetters = u"I", .restLetters = u"iFMmxdDCV" },
    { .programs = { u"ruby" },
      .textLetters = u"e",
      .valueLetters = u"IrCEX",
      .restLetters = u"FKTWxi",
      .valueOptions = { u"--encoding", u"--external-encoding", u"--internal-encoding", u"--enable", u"--disable",
                        u"--dump", u"--backtrace-limit" } },
    { .programs = { u"node", u"nodejs" },
      .clusters = false,
      .valueOptions = { u"-r", u"--require", u"--import", u"--loader", u"--experimental-loader", u"-C", u"--conditions",
                        u"--env-file", u"--title", u"--icu-data-dir", u"--openssl-config", u"--inspect-port",
                        u"--debug-port", u"--max-http-header-size", u"--dns-result-order", u"--diagnostic-dir",
                        u"--redirect-warnings", u"--trace-event-categories", u"--trace-event-file-pattern",
                        u"--unhandled-rejections", u"--disable-warning", u"--input-type", u"--report-dir",
                        u"--report-directory", u"--report-filename", u"--report-signal", u"--heapsnapshot-signal",
                        u"--cpu-prof-dir", u"--cpu-prof-name", u"--tls-cipher-list", u"--tls-keylog", u"--watch-path" },
      .textOptions = { u"-e", u"--eval", u"-p", u"--print", u"-pe", u"--test", u"--run" },
      .subcommands = { u"inspect" } },
    { .programs = { u"java" },
      .clusters = false,
      .valueOptions = { u"-p", u"--module-path", u"--upgrade-module-path", u"--add-modules", u"--add-opens",
                        u"--add-exports", u"--add-reads", u"--patch-module", u"--limit-modules",
                        u"--enable-native-access", u"--source" },
      .textOptions = { u"-m", u"--module" },
      .suffixes = { u".java" },
      .placeOptions = { u"-cp", u"-classpath", u"--class-path" },
      .fileOption = u"-jar" },
    { .programs = { u"php" },
      .textLetters = u"rBREF",
      .valueLetters = u"cdtzS",
      .fileOption = u"-f" },
    { .programs = { u"bash", u"sh", u"dash", u"zsh", u"ksh" },
      .textLetters = u"cs",
      .nextLetters = u"oO",
      .valueOptions = { u"--rcfile", u"--init-file" },
      .dashEndsOptions = true },
    { .programs = { u"lua", u"luajit" }, .valueLetters = u"el" },
    { .programs = { u"deno" },
      .clusters = false,
      .valueOptions = { u"-c", u"--config", u"--import-map", u"-L", u"--log-level", u"--cert", u"--location", u"--seed",
                        u"--port", u"--host" },
      .subcommands = { u"run", u"serve" },
      .textWords = { u"eval", u"task", u"repl", u"lsp", u"jupyter", u"test", u"bench" } },
    { .programs = { u"bun" },
      .clusters = false,
      .valueOptions = { u"-r", u"--preload", u"-c", u"--config", u"--cwd", u"--port", u"--env-file" },
      .textOptions = { u"-e", u"--eval", u"-p", u"--print" },
      .subcommands = { u"run" },
      .textWords = { u"test", u"x", u"repl" } },
    { .programs = { u"dotnet" },
      .clusters = false,
      .valueOptions = { u"--roll-forward", u"--fx-version", u"--additionalprobingpath", u"--additional-deps",
                        u"--depsfile", u"--runtimeconfig" },
      .subcommands = { u"exec" },
      .suffixes = { u".dll", u".exe" } },
    { .programs = { u"tclsh" }, .clusters = false, .valueOptions = { u"-encoding" } },
    { .programs = { u"guile" }, .textLetters = u"c", .valueLetters = u"LClex", .fileOption = u"-s" },
};

bool contains(const Words &words, QStringView word)
{
    return std::ranges::any_of(words, [word](const char16_t *other) { return word == QStringView(other); });
}

bool isVersion(QStringView suffix)
{
    return std::ranges::all_of(suffix, [](QChar character) {
        return character.isDigit() || character == u'.' || character == u'-';
    });
}

const Grammar *grammarOf(QStringView program)
{
    const auto found = std::ranges::find_if(grammars, [program](const Grammar &grammar) {
        return std::ranges::any_of(grammar.programs, [program](const char16_t *name) {
            const QStringView stem(name);
            return program.startsWith(stem) && isVersion(program.sliced(stem.size()));
        });
    });
    return found == std::end(grammars) ? nullptr : found;
}

struct OptionEffect
{
    bool endsInText = false; ///< no file comes after it
    qsizetype values = 0; ///< arguments that follow and belong to it
};

OptionEffect clusterEffect(const Grammar &grammar, QStringView letters)
{
    OptionEffect effect;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const QChar letter = letters[i];
        if (grammar.textLetters.contains(letter))
            return { .endsInText = true };
        if (grammar.restLetters.contains(letter))
            break;
        if (grammar.valueLetters.contains(letter)) {
            effect.values += i + 1 == letters.size() ? 1 : 0;
            break;
        }
        effect.values += grammar.nextLetters.contains(letter) ? 1 : 0;
    }
    return effect;
}

OptionEffect optionEffect(const Grammar &grammar, QStringView option)
{
    const qsizetype equals = option.indexOf(u'=');
    if (contains(grammar.textOptions, equals < 0 ? option : option.first(equals)))
        return { .endsInText = true };
    if (contains(grammar.valueOptions, option))
        return { .values = 1 };
    if (grammar.clusters && !option.startsWith(u"--"))
        return clusterEffect(grammar, option.sliced(1));
    return {};
}

/// The first of the places in a class path, "lib/*" being all jars in lib.
QString firstPlace(QStringView places)
{
    for (const QStringView place : places.split(u':', Qt::SkipEmptyParts))
        return (place.endsWith(u"/*") ? place.chopped(2) : place).toString();
    return {};
}

} // namespace

bool isInterpreter(QStringView program)
{
    return grammarOf(program) != nullptr;
}

QString scriptArgument(QStringView interpreter, const QStringList &commandLine)
{
    const Grammar *grammar = grammarOf(interpreter);
    if (!grammar)
        return {};
    bool optionsEnded = false;
    bool anyName = grammar->suffixes.size() == 0;
    bool first = true;
    QStringView places;
    for (qsizetype i = 1; i < commandLine.size(); ++i) {
        const QStringView argument(commandLine[i]);
        const bool isOption = argument.startsWith(u'-') || (grammar->dashEndsOptions && argument.startsWith(u'+'));
        if (!optionsEnded && isOption) {
            if (argument == u"--" || (argument == u"-" && grammar->dashEndsOptions)) {
                optionsEnded = true;
            } else if (argument == u"-") {
                return {};
            } else if (grammar->fileOption && argument == QStringView(grammar->fileOption)) {
                anyName = true;
            } else if (contains(grammar->placeOptions, argument)) {
                places = ++i < commandLine.size() ? QStringView(commandLine[i]) : QStringView();
            } else {
                const OptionEffect effect = optionEffect(*grammar, argument);
                if (effect.endsInText)
                    return {};
                i += effect.values;
            }
            continue;
        }
        if (std::exchange(first, false)) {
            if (contains(grammar->subcommands, argument))
                continue;
            if (contains(grammar->textWords, argument))
                return {};
        }
        const bool fits = anyName || std::ranges::any_of(grammar->suffixes, [argument](const char16_t *suffix) {
            return argument.endsWith(QStringView(suffix));
        });
        return fits ? commandLine[i] : firstPlace(places);
    }
    return {};
}

QString scriptOf(QStringView interpreter, const QStringList &commandLine, QStringView workingFolder)
{
    const QString given = scriptArgument(interpreter, commandLine);
    if (given.isEmpty() || given.size() >= PATH_MAX)
        return {};
    if (given.startsWith(u'/')) {
        const bool isDescriptor = given.startsWith(QLatin1String("/dev/")) || given.startsWith(QLatin1String("/proc/"));
        return isDescriptor ? QString() : given;
    }
    if (!workingFolder.startsWith(u'/'))
        return {};
    // The kernel names the working folder without links in it, so leading dots can be followed here.
    QStringView rest(given);
    while (rest.startsWith(u"./") || rest.startsWith(u"../")) {
        if (rest.startsWith(u"../"))
            workingFolder = workingFolder.first(workingFolder.lastIndexOf(u'/'));
        rest = rest.sliced(rest.indexOf(u'/') + 1);
        if (workingFolder.isEmpty())
            workingFolder = u"/";
    }
    if (rest.isEmpty())
        return {};
    QString path = workingFolder.toString();
    if (!path.endsWith(u'/'))
        path += u'/';
    path += rest;
    return path.size() < PATH_MAX ? path : QString();
}

} // namespace portolan
