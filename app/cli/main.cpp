// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "output.h"
#include "text/text.h"
#include "text/translations.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <array>
#include <csignal>
#include <cstdio>

namespace portolan::cli {

namespace {

class Cli
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    static QString help()
    {
        return tr("Usage: portolan-cli SUBCOMMAND [options]\n"
                  "\n"
                  "Shows which ports this machine listens on, what they are for and what is really there.\n"
                  "\n"
                  "  list [--json|--csv] [--filter EXPR]   what listens now\n"
                  "  watch [--json] [--interval MS]        one line for each listener that opens, closes or changes\n"
                  "  explain PORT[/tcp|/udp] [--json]      what is known of a port\n"
                  "  ask PORT[/tcp|/udp] [--json]          what speaks on a port of this machine\n"
                  "  knowledge [--json]                    everything that is known of all ports\n"
                  "  report -o FILE [--redact]             a report as .html, .json, .csv or .md\n"
                  "  diff OLD.json [NEW.json]              what differs between two snapshots; NEW defaults to now\n"
                  "  check --baseline FILE                 whether anything listens that the baseline does not have\n"
                  "\n"
                  "  -h, --help      this text, or a subcommand's own\n"
                  "  -v, --version   the version\n"
                  "\n"
                  "Exit codes: 0 done; 1 a finding (check, diff); 2 wrong usage; 3 the system refused what was needed;\n"
                  "4 a file could not be read or written.");
    }
    static QString noSubcommand()
    {
        return tr("A subcommand is missing; use one of list, watch, explain, ask, knowledge, report, diff or check.");
    }
    static QString unknownSubcommand(const QString &name)
    {
        return tr("There is no subcommand “%1”; use one of list, watch, explain, ask, knowledge, report, diff or check.").arg(text::visible(name, 60));
    }
    static QString tooMany(const QString &argument) { return tr("“%1” is one argument too many; --help shows the usage.").arg(text::visible(argument, 60)); }
    static QString tooFew() { return tr("An argument is missing; --help shows the usage."); }
    static QString wrong(const QString &reason) { return tr("%1 --help shows the usage.").arg(reason); }
    static QString helpOption() { return tr("Shows this text."); }
};

struct Subcommand
{
    const char *name;
    ExitCode (*run)(const QStringList &);
};

constexpr std::array subcommands {
    Subcommand { "list", listCommand },     Subcommand { "watch", watchCommand },
    Subcommand { "explain", explainCommand }, Subcommand { "ask", askCommand },
    Subcommand { "knowledge", knowledgeCommand },
    Subcommand { "report", reportCommand }, Subcommand { "diff", diffCommand },
    Subcommand { "check", checkCommand },
};

ExitCode run(const QStringList &arguments)
{
    if (arguments.size() < 2)
        return fail(ExitCode::WrongUsage, Cli::noSubcommand());
    const QString &first = arguments[1];
    if (first == QLatin1String("--help") || first == QLatin1String("-h") || first == QLatin1String("help")) {
        Output output;
        output.writeLine(Cli::help());
        return written(output);
    }
    if (first == QLatin1String("--version") || first == QLatin1String("-v")) {
        Output output;
        output.writeLine(QStringLiteral("portolan-cli " PORTOLAN_VERSION));
        return written(output);
    }
    for (const Subcommand &subcommand : subcommands) {
        if (first == QLatin1String(subcommand.name))
            return subcommand.run(QStringList { arguments[0] } + arguments.mid(2));
    }
    return fail(ExitCode::WrongUsage, Cli::unknownSubcommand(first));
}

} // namespace

ExitCode fail(ExitCode code, const QString &message)
{
    std::fprintf(stderr, "portolan-cli: %s\n", text::visible(message).toUtf8().constData());
    return code;
}

std::optional<ExitCode> parse(QCommandLineParser &parser, const QStringList &arguments, qsizetype fewest, qsizetype most)
{
    const QCommandLineOption help({ QStringLiteral("h"), QStringLiteral("help") }, Cli::helpOption());
    parser.addOption(help);
    const bool parsed = parser.parse(arguments);
    if (parser.isSet(help)) {
        Output output;
        output.write(parser.helpText().toUtf8());
        return written(output);
    }
    if (!parsed)
        return fail(ExitCode::WrongUsage, Cli::wrong(parser.errorText()));
    const QStringList positional = parser.positionalArguments();
    if (positional.size() > most)
        return fail(ExitCode::WrongUsage, Cli::tooMany(positional[most]));
    if (positional.size() < fewest)
        return fail(ExitCode::WrongUsage, Cli::tooFew());
    return std::nullopt;
}

} // namespace portolan::cli

int main(int argc, char **argv)
{
    // A file that may not grow is told like a full disk, instead of ending the program (setrlimit(2)).
    std::signal(SIGXFSZ, SIG_IGN);
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("portolan-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PORTOLAN_VERSION));
    portolan::installTranslations(application);
    return static_cast<int>(portolan::cli::run(QCoreApplication::arguments()));
}
