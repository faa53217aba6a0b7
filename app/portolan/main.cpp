// SPDX-License-Identifier: GPL-3.0-or-later
#include "application/application_icon.h"
#include "application/single_instance.h"
#include "baseline/baseline_store.h"
#include "history/history_store.h"
#include "main_window.h"
#include "monitor/monitor.h"
#include "ownnotes/own_notes_store.h"
#include "net/port_text.h"
#include "registry/registry_keeper.h"
#include "text/text.h"
#include "text/translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>

using namespace portolan;

namespace {

constexpr int exitWrongUsage = 2;

struct Options
{
    std::optional<quint16> port;
    QString snapshotFile;
};

/// Ends the program for --help, --version and wrong usage.
Options parseOptions(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Main", "Shows which ports this machine listens on, what they are for and what is really there."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption port(QStringLiteral("port"), QCoreApplication::translate("Main", "Select this port."),
                                  QStringLiteral("N"));
    const QCommandLineOption snapshot(QStringLiteral("snapshot"),
                                      QCoreApplication::translate("Main", "Show a snapshot file instead of this machine."),
                                      QStringLiteral("FILE"));
    parser.addOptions({port, snapshot});
    parser.addPositionalArgument(QStringLiteral("FILE"), QCoreApplication::translate("Main", "The same as --snapshot FILE."), QStringLiteral("[FILE]"));
    const bool understood = parser.parse(application.arguments());

    const auto refuse = [](const QString &message) {
        std::fprintf(stderr, "portolan: %s\n", text::visible(message).toUtf8().constData());
        std::exit(exitWrongUsage);
    };
    if (!understood)
        refuse(parser.errorText());
    if (parser.isSet(help))
        parser.showHelp();
    if (parser.isSet(version))
        parser.showVersion();
    const QStringList files = parser.positionalArguments() + parser.values(snapshot);
    if (files.size() > 1)
        refuse(QCoreApplication::translate("Main", "unexpected argument; see --help"));
    Options options;
    if (parser.isSet(port)) {
        const PortText typed = PortText::read(parser.value(port));
        if (typed.port && *typed.port > 0 && (!typed.isPlain() || typed.transport)) {
            refuse(QCoreApplication::translate("Main", "--port takes a number from 1 to 65535 in decimal, and nothing after it: --port %1")
                       .arg(*typed.port));
        }
        if (!typed.isPlain() || *typed.port == 0)
            refuse(QCoreApplication::translate("Main", "--port takes a number from 1 to 65535"));
        options.port = typed.port;
    }
    options.snapshotFile = files.value(0);
    if (!files.isEmpty() && options.snapshotFile.isEmpty())
        refuse(QCoreApplication::translate("Main", "the name of the snapshot file is empty"));
    return options;
}

/// Whether only words are wanted, which need no display.
bool onlyInforms(int argc, char *argv[])
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        const QByteArrayView text(argument);
        return text == "--help" || text == "--help-all" || text == "-h" || text == "--version" || text == "-v";
    });
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(QStringLiteral("portolan"));
    QCoreApplication::setOrganizationName(QStringLiteral("portolan"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PORTOLAN_VERSION));
    if (argc > 1 && onlyInforms(argc, argv)) {
        QCoreApplication application(argc, argv);
        installTranslations(application);
        (void)parseOptions(application);
        return 0;
    }

    // A file that may not grow is told like a full disk, instead of ending the program (setrlimit(2)).
    std::signal(SIGXFSZ, SIG_IGN);
    // Before the application object, which takes the token out of the environment.
    ActivationRequest request = ActivationRequest::fromEnvironment(std::nullopt);
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Portolan"));
    QGuiApplication::setDesktopFileName(QStringLiteral("portolan"));
    installTranslations(application);

    const Options options = parseOptions(application);
    const bool live = options.snapshotFile.isEmpty();

    // A snapshot is looked at beside the live window, not instead of it.
    SingleInstance instance;
    if (live) {
        request.port = options.port;
        if (instance.acquire(request) == SingleInstance::Role::Forwarded)
            return 0;
    }

    RegistryKeeper registry(RegistryStore::standard());
    QGuiApplication::setWindowIcon(applicationIcon());
    Monitor monitor(&systemSources, registry.knowledge());
    QSettings settings;
    OwnNotesStore ownNotes;
    BaselineStore baseline;
    // Whoever looks at a snapshot records nothing.
    std::unique_ptr<HistoryStore> history;
    MainWindow window(registry.knowledge(), &monitor, &settings);
    const auto watch = [&] {
        if (!history) {
            history = std::make_unique<HistoryStore>();
            window.setHistory(history.get());
        }
        monitor.start();
    };
    window.setRegistryKeeper(&registry);
    window.setOwnNotes(&ownNotes);
    ownNotes.load();
    window.setBaseline(&baseline);
    baseline.load();
    QObject::connect(&instance, &SingleInstance::activated, &window, [&window](const ActivationRequest &wanted) {
        SingleInstance::raise(&window, wanted.activationToken);
        if (wanted.port)
            window.showPort(*wanted.port);
    });
    if (options.port)
        window.showPort(*options.port);
    QObject::connect(&window, &MainWindow::liveWanted, &window, [&] {
        // Where one watches already, that one comes to the front.
        if (instance.acquire({}) == SingleInstance::Role::Forwarded)
            window.close();
        else
            watch();
    });
    window.show();
    if (live)
        watch();
    else
        window.openSnapshot(options.snapshotFile);
    return QApplication::exec();
}
