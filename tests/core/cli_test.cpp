// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the real program against real sockets.
#include "text/text.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <future>
#include <memory>

using namespace portolan;

namespace {

struct Result
{
    int code = -1;
    QByteArray out;
    QByteArray error;
};

Result runCli(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(PORTOLAN_CLI), arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return { process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError() };
}

QJsonArray listenersIn(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object()[QLatin1String("listeners")].toArray();
}

QJsonObject listenerOn(const QJsonArray &listeners, int port)
{
    for (const QJsonValue listener : listeners) {
        if (listener[QLatin1String("port")].toInt() == port && listener[QLatin1String("transport")].toString() == QLatin1String("tcp"))
            return listener.toObject();
    }
    return {};
}

bool isHarmless(const QByteArray &bytes)
{
    const auto characters = QString::fromUtf8(bytes).toUcs4();
    return std::ranges::none_of(characters, [](uint character) {
        return text::mayAct(character) && character != U'\n' && character != U'\r';
    });
}

/// Holds a socket under a name and a command line of the test's choice.
class Fixture
{
public:
    explicit Fixture(const QStringList &arguments, const QString &program = QStringLiteral(LISTENER_FIXTURE))
    {
        m_process.start(program, arguments);
        if (m_process.waitForReadyRead()) {
            const QJsonObject said = QJsonDocument::fromJson(m_process.readLine()).object();
            port = said[QLatin1String("sockets")][0][QLatin1String("port")].toInt();
            pid = said[QLatin1String("pid")].toInt();
        }
    }
    ~Fixture()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    void writeLine()
    {
        m_process.write("\n");
        m_process.waitForBytesWritten();
    }
    int port = 0;
    int pid = 0;

private:
    QProcess m_process;
};

} // namespace

class CliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Nobody's own notes take part.
    void initTestCase() { qputenv("XDG_DATA_HOME", m_dataHome.path().toLocal8Bit()); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void answersHelpAndVersion_data();
    void answersHelpAndVersion();
    void refusesWrongUsage_data();
    void refusesWrongUsage();
    void listsWhatIsOpen();
    void filtersTheList();
    void explainsAPort();
    void asksAPort();
    void writesTheKnowledge();
    void watchesOpeningAndClosing();
    void watchTellsWhatChanged();
    void watchEndsQuietlyWithItsReader();
    void writesReports();
    void showsOwnNotes();
    void saysWhyOwnNotesAreMissing();
    void keepsTheOldReportWhenRefused();
    void comparesSnapshots();
    void checksAgainstABaseline();
    void checkNoticesWiderReach();
    void judgesByWhatWasAccepted();
    void namesAProcessThatBlankedItsName();
    void showsHostileNamesHarmlessly_data();
    void showsHostileNamesHarmlessly();
    void showsHostileArgumentsHarmlessly();
    void linksNoGui();

private:
    bool writeOwnNotes(const QByteArray &yaml) const;

    QTemporaryDir m_dataHome;
};

void CliTest::answersHelpAndVersion_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("help") << QStringList { QStringLiteral("--help") } << QStringLiteral("explain PORT[/tcp|/udp]");
    QTest::newRow("version") << QStringList { QStringLiteral("--version") } << QStringLiteral(PORTOLAN_VERSION);
    for (const char *name : { "list", "watch", "explain", "ask", "knowledge", "report", "diff", "check" })
        QTest::newRow(name) << QStringList { QLatin1String(name), QStringLiteral("--help") } << QString(QLatin1String(name));
}

void CliTest::answersHelpAndVersion()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, mentions);
    const Result result = runCli(arguments);
    QCOMPARE(result.code, 0);
    QVERIFY2(QString::fromUtf8(result.out).contains(mentions), result.out.constData());
    QVERIFY(result.error.isEmpty());
}

void CliTest::refusesWrongUsage_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("mentions");
    const auto row = [](const char *arguments, int code, const char *mentions) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments) << code << QString::fromUtf8(mentions);
    };
    row("", 2, "list, watch");
    row("nothing", 2, "list, watch");
    row("list --colour", 2, "colour");
    row("list extra", 2, "extra");
    row("list --json --csv", 2, "--csv");
    row("list --filter port:99999", 2, "character 6");
    row("watch --interval 10", 2, "250");
    row("watch --interval 10001", 2, "10000");
    row("watch --interval soon", 2, "soon");
    row("explain", 2, "port");
    row("explain 65536", 2, "65535");
    row("explain -1", 2, "65535");
    row("explain 0x50", 2, "0x50");
    row("explain http", 2, "http");
    row("explain 3155/sctp", 2, "/tcp and /udp");
    row("explain 3155/", 2, "/tcp and /udp");
    row("explain 3155/tcp/udp", 2, "/tcp and /udp");
    row("explain 0xc53", 2, "explain 3155");
    row("explain ３１５５", 2, "explain 3155");
    row("explain HTTP", 2, "explain 80");
    row("explain jpegmpeg", 2, "registered at 3155");
    row("explain no-such-service", 2, "65535");
    row("ask", 2, "port");
    row("ask -1", 2, "65535");
    row("ask 0xc53", 2, "ask 3155");
    row("ask 80 --address example.org", 2, "not an address");
    row("ask 1/udp", 3, "Nothing listens on port 1/udp");
    row("explain 99999999999999999999", 2, "65535");
    row("explain 8.0", 2, "65535");
    row("explain 80 81", 2, "81");
    row("report", 2, "-o");
    row("report -o report.html --redact-only users,pets", 2, "pets");
    row("report -o report.pdf", 2, "the window");
    row("report -o /no/such/folder/report.html", 4, "/no/such/folder");
    row("report -o /tmp.html/x.html", 4, "folder");
    row("diff", 2, "argument");
    row("diff /no/such.json", 4, "/no/such.json");
    row("diff /dev/null", 4, "JSON");
    row("check", 2, "--baseline");
    row("check --baseline /no/such.json", 4, "/no/such.json");
    row("check --baseline /", 4, "folder");
}

void CliTest::refusesWrongUsage()
{
    QFETCH(QString, arguments);
    QFETCH(int, code);
    QFETCH(QString, mentions);
    const Result result = runCli(arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QCOMPARE(result.code, code);
    QVERIFY2(QString::fromUtf8(result.error).contains(mentions), result.error.constData());
    QCOMPARE(result.error.count('\n'), 1);
    QVERIFY(result.error.startsWith("portolan-cli: "));
    QVERIFY(result.out.isEmpty());
}

void CliTest::listsWhatIsOpen()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const Result json = runCli({ QStringLiteral("list"), QStringLiteral("--json") });
    QCOMPARE(json.code, 0);
    const QJsonObject listener = listenerOn(listenersIn(json.out), server.serverPort());
    QVERIFY(!listener.isEmpty());
    QCOMPARE(listener[QLatin1String("exposure")].toString(), QStringLiteral("loopback"));
    QCOMPARE(listener[QLatin1String("endpoints")][0][QLatin1String("address")].toString(), QStringLiteral("127.0.0.1"));
    const QJsonValue owner = listener[QLatin1String("owner")];
    QCOMPARE(owner[QLatin1String("attribution")].toString(), QStringLiteral("observed"));
    QCOMPARE(owner[QLatin1String("processes")][0][QLatin1String("pid")].toInt(), static_cast<int>(QCoreApplication::applicationPid()));
    QCOMPARE(owner[QLatin1String("processes")][0][QLatin1String("executable")].toString(), QCoreApplication::applicationFilePath());

    const Result table = runCli({ QStringLiteral("list") });
    QCOMPARE(table.code, 0);
    QVERIFY(table.out.contains(QByteArray::number(server.serverPort()) + "  tcp"));
    QVERIFY(isHarmless(table.out));
    const Result csv = runCli({ QStringLiteral("list"), QStringLiteral("--csv") });
    QVERIFY(csv.out.contains("\r\ntcp," + QByteArray::number(server.serverPort()) + ",127.0.0.1,loopback,"));
}

void CliTest::filtersTheList()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const Result one = runCli({ QStringLiteral("list"), QStringLiteral("--json"), QStringLiteral("--filter"), QStringLiteral("port:%1 proto:tcp").arg(server.serverPort()) });
    QCOMPARE(one.code, 0);
    QCOMPARE(listenersIn(one.out).size(), 1);
    const Result none = runCli({ QStringLiteral("list"), QStringLiteral("--json"), QStringLiteral("--filter"), QStringLiteral("-port:1-65535") });
    QCOMPARE(none.code, 0);
    QCOMPARE(listenersIn(none.out).size(), 0);
}

void CliTest::explainsAPort()
{
    const Result text = runCli({ QStringLiteral("explain"), QStringLiteral("3155/tcp") });
    QCOMPARE(text.code, 0);
    for (const char *word : { "jpegmpeg", "Mydoom", "H.A.W.X.", "3155" })
        QVERIFY2(text.out.contains(word), word);
    for (const QByteArray &line : text.out.split('\n'))
        QVERIFY2(QString::fromUtf8(line).size() <= 80 || line.contains("http") || line.contains("Get-Process"), line.constData());
    const QJsonObject json = QJsonDocument::fromJson(runCli({ QStringLiteral("explain"), QStringLiteral("3155"), QStringLiteral("--json") }).out).object();
    QCOMPARE(json[QLatin1String("port")].toInt(), 3155);
    QVERIFY(json[QLatin1String("howToCheck")][QLatin1String("linux")].toArray().size() > 0);
    QVERIFY(json[QLatin1String("notes")].toArray().size() > 0);
    QCOMPARE(runCli({ QStringLiteral("explain"), QStringLiteral("0") }).code, 0);
    QCOMPARE(runCli({ QStringLiteral("explain"), QStringLiteral("65535/udp") }).code, 0);
}

void CliTest::asksAPort()
{
    // The greeting of a server of its own thread: this one waits for the program.
    std::promise<quint16> port;
    std::atomic_bool done = false;
    const std::unique_ptr<QThread> thread(QThread::create([&port, &done] {
        QTcpServer server;
        port.set_value(server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0);
        while (!done) {
            if (!server.waitForNewConnection(50))
                continue;
            const std::unique_ptr<QTcpSocket> socket(server.nextPendingConnection());
            socket->write("SSH-2.0-\x1b[2Jserver\r\n");
            socket->waitForBytesWritten();
        }
    }));
    thread->start();
    const auto end = qScopeGuard([&] {
        done = true;
        thread->wait();
    });
    const QString number = QString::number(port.get_future().get());
    const Result text = runCli({ QStringLiteral("ask"), number });
    QCOMPARE(text.code, 0);
    QVERIFY2(text.out.contains("It speaks SSH (\\x1b[2Jserver)."), text.out.constData());
    QVERIFY(isHarmless(text.out));
    const Result json = runCli({ QStringLiteral("ask"), number + QStringLiteral("/tcp"), QStringLiteral("--json"), QStringLiteral("--address"), QStringLiteral("127.0.0.1") });
    QCOMPARE(json.code, 0);
    const QJsonObject listener = QJsonDocument::fromJson(json.out).object();
    QCOMPARE(listener[QLatin1String("answer")][QLatin1String("protocol")].toString(), QStringLiteral("ssh"));
    QCOMPARE(listener[QLatin1String("port")].toInt(), number.toInt());
    QVERIFY(isHarmless(json.out));
    const Result elsewhere = runCli({ QStringLiteral("ask"), number, QStringLiteral("--address"), QStringLiteral("192.0.2.200") });
    QCOMPARE(elsewhere.code, 3);
    QVERIFY(elsewhere.error.contains("only those are asked"));
}

void CliTest::writesTheKnowledge()
{
    const QJsonObject json = QJsonDocument::fromJson(runCli({ QStringLiteral("knowledge"), QStringLiteral("--json") }).out).object();
    QVERIFY(json[QLatin1String("registrations")].toArray().size() > 10000);
    QVERIFY(json[QLatin1String("notes")].toArray().size() > 0);
    const Result text = runCli({ QStringLiteral("knowledge") });
    QVERIFY(text.out.contains("jpegmpeg"));
    QVERIFY(isHarmless(text.out));
}

void CliTest::watchesOpeningAndClosing()
{
    QProcess watch;
    watch.start(QStringLiteral(PORTOLAN_CLI), { QStringLiteral("watch"), QStringLiteral("--json"), QStringLiteral("--interval"), QStringLiteral("250") });
    QList<QJsonObject> events;
    bool broken = false;
    const auto find = [&](const char *event, int port) {
        while (watch.canReadLine()) {
            events += QJsonDocument::fromJson(watch.readLine()).object();
            broken = broken || events.last().isEmpty();
        }
        return std::ranges::any_of(events, [&](const QJsonObject &one) {
            return one[QLatin1String("event")].toString() == QLatin1String(event)
                && (port == 0 || one[QLatin1String("listener")][QLatin1String("port")].toInt() == port);
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(find("live", 0), 20000);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const int port = server.serverPort();
    QTRY_VERIFY_WITH_TIMEOUT(find("opened", port), 20000);
    server.close();
    QTRY_VERIFY_WITH_TIMEOUT(find("closed", port), 20000);
    QVERIFY(!broken);
    ::kill(static_cast<pid_t>(watch.processId()), SIGINT);
    QVERIFY(watch.waitForFinished());
    QCOMPARE(watch.exitStatus(), QProcess::NormalExit);
    QCOMPARE(watch.exitCode(), 0);
}

void CliTest::watchTellsWhatChanged()
{
    Fixture fixture({ QStringLiteral("--execnext"), QStringLiteral(LISTENER_FIXTURE), QStringLiteral("--name"), QStringLiteral("before"), QStringLiteral("tcp4:127.0.0.1:0") });
    QVERIFY(fixture.port > 0);
    QProcess watch;
    watch.start(QStringLiteral(PORTOLAN_CLI), { QStringLiteral("watch"), QStringLiteral("--json"), QStringLiteral("--interval"), QStringLiteral("250") });
    bool isLive = false;
    QJsonObject event;
    const auto read = [&] {
        while (watch.canReadLine()) {
            const QJsonObject one = QJsonDocument::fromJson(watch.readLine()).object();
            isLive = isLive || one[QLatin1String("event")].toString() == QLatin1String("live");
            if (one[QLatin1String("event")].toString() == QLatin1String("changed")
                && one[QLatin1String("listener")][QLatin1String("port")].toInt() == fixture.port)
                event = one;
        }
        return true;
    };
    QTRY_VERIFY_WITH_TIMEOUT(read() && isLive, 20000);
    fixture.writeLine();
    QTRY_VERIFY_WITH_TIMEOUT(read() && !event.isEmpty(), 20000);
    QCOMPARE(event[QLatin1String("changes")].toArray(), QJsonArray { QStringLiteral("program") });
    QCOMPARE(event[QLatin1String("listener")][QLatin1String("owner")][QLatin1String("processes")][0][QLatin1String("pid")].toInt(), fixture.pid);
    ::kill(static_cast<pid_t>(watch.processId()), SIGINT);
    QVERIFY(watch.waitForFinished());
}

void CliTest::watchEndsQuietlyWithItsReader()
{
    QProcess shell;
    shell.start(QStringLiteral("/bin/sh"), { QStringLiteral("-c"), QStringLiteral("\"$0\" watch --interval 250 --json | head -n 1 >/dev/null"), QStringLiteral(PORTOLAN_CLI) });
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 0);
    QVERIFY(shell.readAllStandardError().isEmpty());
}

void CliTest::writesReports()
{
    const QTemporaryDir folder;
    const Fixture fixture({ QStringLiteral("tcp4:127.0.0.1:0") });
    QVERIFY(fixture.port > 0);
    for (const char *ending : { "html", "json", "csv", "md" }) {
        const QString fileName = folder.filePath(QStringLiteral("report.") + QLatin1String(ending));
        const Result result = runCli({ QStringLiteral("report"), QStringLiteral("-o"), fileName });
        QCOMPARE(result.code, 0);
        QFile file(fileName);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains(QByteArray::number(fixture.port)));
        QVERIFY(bytes.contains("fixture"));
        file.close();
        QCOMPARE(runCli({ QStringLiteral("report"), QStringLiteral("--redact"), QStringLiteral("-o"), fileName }).code, 0);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray redacted = file.readAll();
        QVERIFY(redacted.contains(QByteArray::number(fixture.pid)));
        QVERIFY(!redacted.contains(QFile::encodeName(QStringLiteral(LISTENER_FIXTURE))));
    }
}

bool CliTest::writeOwnNotes(const QByteArray &yaml) const
{
    QFile file(m_dataHome.filePath(QStringLiteral("portolan/own-notes.yaml")));
    return QDir(m_dataHome.path()).mkpath(QStringLiteral("portolan")) && file.open(QIODevice::WriteOnly) && file.write(yaml) == yaml.size();
}

void CliTest::showsOwnNotes()
{
    const QTemporaryDir folder;
    const Fixture fixture({ QStringLiteral("tcp4:127.0.0.1:0") });
    QVERIFY(fixture.port > 0);
    const QByteArray port = QByteArray::number(fixture.port);
    QVERIFY(writeOwnNotes("- ports: " + port + "\n  kind: own\n  subject: \"Quayside \\x1b[2J\\u202e\"\n  text: ask Petya\n"
                          "- ports: " + port + "\n  transport: udp\n  kind: own\n  subject: not this one\n"));
    const QString portText = QString::fromLatin1(port);
    const QByteArray table = runCli({ QStringLiteral("list"), QStringLiteral("--filter"), QStringLiteral("petya") }).out;
    QVERIFY2(table.contains("Quayside") && table.count('\n') == 2, table.constData());
    QVERIFY(isHarmless(table));
    const QJsonObject listener = listenerOn(listenersIn(runCli({ QStringLiteral("list"), QStringLiteral("--json") }).out), fixture.port);
    QVERIFY(listener[QLatin1String("ownNote")][QLatin1String("label")].toString().startsWith(QLatin1String("Quayside")));
    QCOMPARE(listener[QLatin1String("ownNote")][QLatin1String("text")].toString(), QStringLiteral("ask Petya"));

    const Result explained = runCli({ QStringLiteral("explain"), portText });
    QVERIFY(explained.out.contains("OWN NOTES") && explained.out.contains("Quayside") && explained.out.contains("not this one"));
    QVERIFY(isHarmless(explained.out));
    const QJsonObject json = QJsonDocument::fromJson(runCli({ QStringLiteral("explain"), portText + QLatin1String("/tcp"), QStringLiteral("--json") }).out).object();
    QCOMPARE(json[QLatin1String("ownNotes")].toArray().size(), 1);

    for (const char *ending : { "html", "json", "csv", "md" }) {
        const QString fileName = folder.filePath(QStringLiteral("report.") + QLatin1String(ending));
        QFile file(fileName);
        QCOMPARE(runCli({ QStringLiteral("report"), QStringLiteral("-o"), fileName }).code, 0);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray report = file.readAll();
        QVERIFY2(report.contains("Quayside") && report.contains("ask Petya"), ending);
        QVERIFY(isHarmless(report));
        file.close();
        QCOMPARE(runCli({ QStringLiteral("report"), QStringLiteral("--redact"), QStringLiteral("-o"), fileName }).code, 0);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray redacted = file.readAll();
        QVERIFY2(!redacted.contains("Quayside") && !redacted.contains("Petya"), ending);
    }
    QVERIFY(writeOwnNotes("[]\n"));
    QVERIFY(runCli({ QStringLiteral("list"), QStringLiteral("--json") }).out.contains("\"ownNote\":null"));
}

void CliTest::saysWhyOwnNotesAreMissing()
{
    const QByteArray broken("- ports: 22\n  kind: own\n  subject: [\n");
    QVERIFY(writeOwnNotes(broken));
    const Result result = runCli({ QStringLiteral("explain"), QStringLiteral("22") });
    QCOMPARE(result.code, 0);
    QVERIFY(result.out.contains("ssh"));
    QCOMPARE(result.error.count('\n'), 1);
    QVERIFY2(result.error.contains("own-notes.yaml, line "), result.error.constData());
    // It only reads: what is wrong can be corrected where it is.
    QFile file(m_dataHome.filePath(QStringLiteral("portolan/own-notes.yaml")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), broken);
    QVERIFY(file.remove());
}

void CliTest::keepsTheOldReportWhenRefused()
{
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(QStringLiteral("report.md"));
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("before");
    file.close();
    QProcess process;
    process.start(QStringLiteral("/bin/sh"), { QStringLiteral("-c"), QStringLiteral("ulimit -f 0; exec \"$0\" report -o \"$1\""), QStringLiteral(PORTOLAN_CLI), fileName });
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 4);
    QVERIFY(process.readAllStandardError().contains("report.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("before"));
}

void CliTest::comparesSnapshots()
{
    const QTemporaryDir folder;
    const QString before = folder.filePath(QStringLiteral("before.json"));
    const QString after = folder.filePath(QStringLiteral("after.json"));
    QCOMPARE(runCli({ QStringLiteral("report"), QStringLiteral("-o"), before }).code, 0);
    QCOMPARE(runCli({ QStringLiteral("diff"), before, before }).code, 0);
    const Fixture fixture({ QStringLiteral("tcp4:127.0.0.1:0") });
    QCOMPARE(runCli({ QStringLiteral("report"), QStringLiteral("-o"), after }).code, 0);
    const Result opened = runCli({ QStringLiteral("diff"), before, after });
    QCOMPARE(opened.code, 1);
    QVERIFY2(opened.out.contains("+ " + QByteArray::number(fixture.port) + "/tcp"), opened.out.constData());
    const QJsonObject closed = QJsonDocument::fromJson(runCli({ QStringLiteral("diff"), QStringLiteral("--json"), after, before }).out).object();
    QVERIFY(!listenerOn(closed[QLatin1String("closed")].toArray(), fixture.port).isEmpty());
    QVERIFY(listenerOn(closed[QLatin1String("opened")].toArray(), fixture.port).isEmpty());
    const Result live = runCli({ QStringLiteral("diff"), before });
    QCOMPARE(live.code, 1);
}

void CliTest::checksAgainstABaseline()
{
    const QTemporaryDir folder;
    const QString baseline = folder.filePath(QStringLiteral("baseline.json"));
    QCOMPARE(runCli({ QStringLiteral("report"), QStringLiteral("-o"), baseline }).code, 0);
    const Fixture fixture({ QStringLiteral("tcp4:127.0.0.1:0") });
    const Result found = runCli({ QStringLiteral("check"), QStringLiteral("--baseline"), baseline });
    QCOMPARE(found.code, 1);
    QVERIFY2(found.out.contains("+ " + QByteArray::number(fixture.port) + "/tcp"), found.out.constData());
    QCOMPARE(runCli({ QStringLiteral("report"), QStringLiteral("-o"), baseline }).code, 0);
    const Result accepted = runCli({ QStringLiteral("check"), QStringLiteral("--baseline"), baseline });
    // Other programs may open ports meanwhile; this one is in the baseline.
    QVERIFY2(!accepted.out.contains("+ " + QByteArray::number(fixture.port) + "/tcp"), accepted.out.constData());
}

void CliTest::checkNoticesWiderReach()
{
    const QTemporaryDir folder;
    const QString baseline = folder.filePath(QStringLiteral("baseline.json"));
    int port = 0;
    {
        const Fixture inside({ QStringLiteral("tcp4:127.0.0.1:0") });
        port = inside.port;
        QVERIFY(port > 0);
        QCOMPARE(runCli({ QStringLiteral("report"), QStringLiteral("-o"), baseline }).code, 0);
    }
    const QByteArray line = "+ " + QByteArray::number(port) + "/tcp";
    {
        const Fixture outside({ QStringLiteral("tcp4:0.0.0.0:%1").arg(port) });
        QCOMPARE(outside.port, port);
        const Result found = runCli({ QStringLiteral("check"), QStringLiteral("--baseline"), baseline });
        QCOMPARE(found.code, 1);
        QVERIFY2(found.out.contains(line), found.out.constData());
        QCOMPARE(runCli({ QStringLiteral("report"), QStringLiteral("-o"), baseline }).code, 0);
    }
    const Fixture inside({ QStringLiteral("tcp4:127.0.0.1:%1").arg(port) });
    QCOMPARE(inside.port, port);
    const Result accepted = runCli({ QStringLiteral("check"), QStringLiteral("--baseline"), baseline });
    QVERIFY2(!accepted.out.contains(line), accepted.out.constData());
}

void CliTest::judgesByWhatWasAccepted()
{
    const QTemporaryDir folder;
    const QString first = folder.filePath(QStringLiteral("first"));
    const QString second = folder.filePath(QStringLiteral("second"));
    QVERIFY(QFile::copy(QStringLiteral(LISTENER_FIXTURE), first) && QFile::copy(QStringLiteral(LISTENER_FIXTURE), second));
    const QString baseline = m_dataHome.filePath(QStringLiteral("portolan/baseline.json"));
    QVERIFY(QDir().mkpath(m_dataHome.filePath(QStringLiteral("portolan"))));
    const auto clean = qScopeGuard([&baseline] { QFile::remove(baseline); });
    const auto listed = [](const char *filter) {
        return listenersIn(runCli({ QStringLiteral("list"), QStringLiteral("--json"), QStringLiteral("--filter"), QLatin1String(filter) }).out);
    };
    QVERIFY(runCli({ QStringLiteral("check") }).error.contains("--baseline"));
    int port = 0;
    {
        const Fixture accepted({ QStringLiteral("tcp4:0.0.0.0:0") }, first);
        port = accepted.port;
        QVERIFY(listed("is:new").isEmpty());
        const Result none = runCli({ QStringLiteral("list"), QStringLiteral("--filter"), QStringLiteral("is:new") });
        QVERIFY2(none.code == 0 && none.error.contains("accepted as normal"), none.error.constData());
        QCOMPARE(runCli({ QStringLiteral("report"), QStringLiteral("-o"), baseline }).code, 0);
        const QJsonObject listener = listenerOn(listed("is:accepted"), port);
        QCOMPARE(listener[QLatin1String("verdict")].toString(), QStringLiteral("explained"));
        QCOMPARE(listener[QLatin1String("verdictRule")].toString(), QStringLiteral("accepted"));
        QCOMPARE(listener[QLatin1String("baseline")][QLatin1String("state")].toString(), QStringLiteral("accepted"));
    }
    {
        // Closed and opened again by the same program: nothing happened.
        const Fixture again({ QStringLiteral("tcp4:0.0.0.0:%1").arg(port) }, first);
        QCOMPARE(again.port, port);
        QVERIFY(!listenerOn(listed("is:accepted"), port).isEmpty());
    }
    const Fixture other({ QStringLiteral("tcp4:0.0.0.0:%1").arg(port) }, second);
    QCOMPARE(other.port, port);
    const Fixture come({ QStringLiteral("tcp4:127.0.0.1:0") }, first);
    const QJsonObject changed = listenerOn(listed("is:changed"), port);
    QCOMPARE(changed[QLatin1String("verdict")].toString(), QStringLiteral("investigate"));
    QCOMPARE(changed[QLatin1String("baseline")][QLatin1String("changes")].toArray(), QJsonArray { QStringLiteral("program") });
    QVERIFY(QJsonDocument(changed[QLatin1String("evidence")].toArray()).toJson().contains("accepted-changed"));
    QVERIFY(!listenerOn(listed("is:new"), come.port).isEmpty());
    const Result check = runCli({ QStringLiteral("check") });
    QCOMPARE(check.code, 1);
    QVERIFY(check.out.contains(QByteArray::number(port)) && check.out.contains(QByteArray::number(come.port)));

    QFile file(baseline);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write("{") == 1);
    file.close();
    const Result broken = runCli({ QStringLiteral("list") });
    QCOMPARE(broken.code, 0);
    QVERIFY2(broken.error.contains("baseline.json") && broken.error.count('\n') == 1, broken.error.constData());
    QVERIFY(QFileInfo::exists(baseline));
}

void CliTest::namesAProcessThatBlankedItsName()
{
    const Fixture fixture({ QStringLiteral("--name"), QStringLiteral("   "), QStringLiteral("tcp4:127.0.0.1:0") });
    QVERIFY(fixture.port > 0);
    const Result result = runCli({ QStringLiteral("list"), QStringLiteral("--filter"), QStringLiteral("port:%1").arg(fixture.port) });
    QVERIFY2(result.out.contains(QByteArray(LISTENER_FIXTURE).split('/').last()), result.out.constData());
}

void CliTest::showsHostileNamesHarmlessly_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("markup") << QStringLiteral("<b>&\"|*x") << QStringLiteral("<b>&\"|*x");
    QTest::newRow("escape sequence") << QStringLiteral("\\x1b[31mred\\x07") << QStringLiteral("\\x1b[31mred\\x07");
    QTest::newRow("right to left") << QStringLiteral("\\xe2\\x80\\xaegpj.exe") << QStringLiteral("\\u{202e}gpj.exe");
    QTest::newRow("invalid") << QStringLiteral("a\\xff\\xfe") << QStringLiteral("a\\xff\\xfe");
    QTest::newRow("newline") << QStringLiteral("a\\x0ab) S 1") << QStringLiteral("a\\nb) S 1");
    QTest::newRow("formula") << QStringLiteral("=1+1") << QStringLiteral("=1+1");
}

void CliTest::showsHostileNamesHarmlessly()
{
    QFETCH(QString, name);
    QFETCH(QString, shown);
    const Fixture fixture({ QStringLiteral("tcp4:127.0.0.1:0"), QStringLiteral("--name"), name });
    QVERIFY(fixture.port > 0);
    const QString filter = QStringLiteral("port:%1").arg(fixture.port);
    const Result table = runCli({ QStringLiteral("list"), QStringLiteral("--filter"), filter });
    QCOMPARE(table.code, 0);
    QVERIFY(isHarmless(table.out));
    QVERIFY2(QString::fromUtf8(table.out).contains(shown), table.out.constData());
    QCOMPARE(table.out.count('\n'), 2);
    const Result csv = runCli({ QStringLiteral("list"), QStringLiteral("--csv"), QStringLiteral("--filter"), filter });
    QVERIFY(isHarmless(csv.out));
    QVERIFY(!csv.out.contains(",=") && !csv.out.contains("\"="));
    QCOMPARE(csv.out.count('\n'), 2);
    const Result json = runCli({ QStringLiteral("list"), QStringLiteral("--json"), QStringLiteral("--filter"), filter });
    QVERIFY(isHarmless(json.out));
    const QString inJson = listenerOn(listenersIn(json.out), fixture.port)[QLatin1String("owner")][QLatin1String("processes")][0][QLatin1String("name")].toString();
    QCOMPARE(text::visible(inJson), shown);

    const QTemporaryDir folder;
    for (const char *ending : { "html", "md" }) {
        const QString fileName = folder.filePath(QStringLiteral("report.") + QLatin1String(ending));
        QCOMPARE(runCli({ QStringLiteral("report"), QStringLiteral("-o"), fileName }).code, 0);
        QFile file(fileName);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(isHarmless(bytes));
        QVERIFY(!bytes.contains("<b>&\""));
        if (fileName.endsWith(QLatin1String("html")))
            QVERIFY(bytes.contains(shown.toHtmlEscaped().toUtf8()));
    }
}

void CliTest::showsHostileArgumentsHarmlessly()
{
    // The shell writes bytes that QProcess could not: invalid UTF-8, controls, an override, 4 KB.
    const QString script = QString::fromLatin1(R"sh(exec -a $'\x1b[2J<b>\xff\n\xe2\x80\xae=1+1,"x"|'"$(printf '%04096d' 7)" "$0" tcp4:127.0.0.1:0)sh");
    const Fixture fixture({ QStringLiteral("-c"), script, QStringLiteral(LISTENER_FIXTURE) }, QStringLiteral("/bin/bash"));
    QVERIFY(fixture.port > 0);
    const QString filter = QStringLiteral("port:%1").arg(fixture.port);
    const Result json = runCli({ QStringLiteral("list"), QStringLiteral("--json"), QStringLiteral("--filter"), filter });
    QVERIFY(isHarmless(json.out));
    const QString argument = listenerOn(listenersIn(json.out), fixture.port)[QLatin1String("owner")][QLatin1String("processes")][0][QLatin1String("commandLine")][0].toString();
    QVERIFY2(text::toKernel(argument).startsWith("\x1b[2J<b>\xff\n\xe2\x80\xae=1+1,\"x\"|0000"), qPrintable(argument));
    QCOMPARE(text::toKernel(argument).size(), 21 + 4096);
    const Result csv = runCli({ QStringLiteral("list"), QStringLiteral("--csv"), QStringLiteral("--filter"), filter });
    QVERIFY(isHarmless(csv.out));
    QCOMPARE(csv.out.count('\n'), 2);
    QVERIFY(isHarmless(runCli({ QStringLiteral("list"), QStringLiteral("--filter"), filter }).out));
    const QTemporaryDir folder;
    for (const char *ending : { "html", "md" }) {
        const QString fileName = folder.filePath(QStringLiteral("report.") + QLatin1String(ending));
        QCOMPARE(runCli({ QStringLiteral("report"), QStringLiteral("-o"), fileName }).code, 0);
        QFile file(fileName);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(isHarmless(bytes));
        QVERIFY(bytes.contains("202e"));
        QVERIFY(!bytes.contains("2J<b>"));
    }
}

void CliTest::linksNoGui()
{
    QProcess ldd;
    ldd.start(QStringLiteral("ldd"), { QStringLiteral(PORTOLAN_CLI) });
    QVERIFY(ldd.waitForFinished());
    QCOMPARE(ldd.exitCode(), 0);
    const QByteArray libraries = ldd.readAllStandardOutput();
    QVERIFY(libraries.contains("libQt6Core"));
    for (const char *forbidden : { "Qt6Gui", "Qt6Widgets", "Qt6Charts", "Qt6Svg", "libX11" })
        QVERIFY2(!libraries.contains(forbidden), forbidden);
}

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"
