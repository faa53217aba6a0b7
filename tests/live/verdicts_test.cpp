// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts on real programs with real sockets, in a network and a mount namespace of the test's own.
// The table of all scenarios goes to verdict-scenarios.md in the build, and is compared with the one
// that is kept beside this file.
#include "live/own_network.h"
#include "monitor/sampler.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>

using namespace portolan;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 30s;

/// A program that listens; killed with the object.
class Program
{
public:
    Program(const QString &program, const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, arguments);
    }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    /// Its first line of output.
    QByteArray line()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30000)) { }
        return m_process.readLine();
    }
    [[nodiscard]] QProcess &process() { return m_process; }

private:
    QProcess m_process;
};

using Programs = std::vector<std::unique_ptr<Program>>;

struct Scenario
{
    QString what;
    quint16 port;
    Transport transport;
    QList<Verdict> allowed;
    QList<EvidenceId> evidence;
    /// Starts what listens, and returns once it does.
    std::function<Programs()> start;
};

bool copyProgram(const QString &from, const QString &to)
{
    return QDir().mkpath(QFileInfo(to).path()) && QFile::copy(from, to)
        && QFile(to).setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QString endpointText(const char *address, quint16 port, const char *kind = "tcp4")
{
    return QStringLiteral("%1:%2:%3").arg(QLatin1String(kind), QLatin1String(address)).arg(port);
}

std::unique_ptr<Program> fixture(const QString &path, const QStringList &arguments)
{
    auto program = std::make_unique<Program>(path, arguments);
    return program->line().startsWith("{\"pid\"") ? std::move(program) : nullptr;
}

/// Copies the fixture and starts it; its copy is what listens.
std::unique_ptr<Program> copiedFixture(const QString &path, const QStringList &arguments)
{
    QFile::remove(path);
    return copyProgram(QStringLiteral(LISTENER_FIXTURE), path) ? fixture(path, arguments) : nullptr;
}

Programs list(std::unique_ptr<Program> program)
{
    Programs programs;
    if (program)
        programs.push_back(std::move(program));
    return programs;
}

/// Waits for a line and for the interpreter to have bound its socket, which the script says itself.
Programs python(const QStringList &arguments)
{
    auto program = std::make_unique<Program>(QStringLiteral("/usr/bin/python3"), arguments);
    return program->line().trimmed() == "ready" ? list(std::move(program)) : Programs();
}

QByteArray listeningScript(quint16 port)
{
    return "import socket, sys\n"
           "s = socket.socket()\n"
           "s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)\n"
           "s.bind(('0.0.0.0', " + QByteArray::number(port) + "))\n"
           "s.listen()\n"
           "print('ready', flush=True)\n"
           "sys.stdin.read()\n";
}

Programs dbusDaemon(quint16 port)
{
    auto program = std::make_unique<Program>(QStringLiteral("/usr/bin/dbus-daemon"),
                                             QStringList { QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                                                           QStringLiteral("--address=tcp:host=0.0.0.0,port=%1").arg(port) });
    return program->line().startsWith("tcp:") ? list(std::move(program)) : Programs();
}

Programs httpServer(quint16 port)
{
    auto program = std::make_unique<Program>(QStringLiteral("/usr/bin/python3"),
                                             QStringList { QStringLiteral("-u"), QStringLiteral("-m"), QStringLiteral("http.server"), QString::number(port) });
    return program->line().startsWith("Serving HTTP") ? list(std::move(program)) : Programs();
}

QString verdictNames(const QList<Verdict> &verdicts)
{
    QStringList names;
    for (const Verdict verdict : verdicts)
        names += verdictName(verdict);
    return names.join(QLatin1String(" or "));
}

} // namespace

Q_DECLARE_METATYPE(Scenario)

class VerdictsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup();
    void verdicts_data();
    void verdicts();
    void portThatChangedHands();
    void tableIsKept();

private:
    struct Found
    {
        ListenerPtr listener;
        AssessmentPtr assessment;
    };
    static Found find(const Update &update, quint16 port, Transport transport);
    Found sampled(Sampler &sampler, quint16 port, Transport transport);
    void check(const QString &what, const QList<Verdict> &allowed, const QList<EvidenceId> &evidence, const Found &found);

    QStringList m_rows;
};

void VerdictsTest::initTestCase()
{
    if (::geteuid() != 0)
        QSKIP("needs root: places programs in folders of a mount namespace of its own");
    // What is placed here is gone with the test.
    if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        QSKIP("this system lets nobody make a mount namespace");
    for (const char *folder : { "/home", "/opt", "/srv", "/dev/shm", "/var/tmp" })
        QVERIFY2(::mount("tmpfs", folder, "tmpfs", 0, nullptr) == 0, folder);
    if (!test::leaveTheMachinesNetwork())
        QSKIP("this system lets nobody make a network namespace");
}

void VerdictsTest::verdicts_data()
{
    QTest::addColumn<Scenario>("scenario");
    const auto row = [](const Scenario &scenario) { QTest::newRow(qPrintable(scenario.what)) << scenario; };
    const QList<Verdict> investigate { Verdict::Investigate };
    const QList<Verdict> unfamiliar { Verdict::Unfamiliar };
    const QList<Verdict> harmless { Verdict::Expected, Verdict::Explained };
    using E = EvidenceId;
    const auto everywhere = [](quint16 port) { return QStringList { endpointText("0.0.0.0", port) }; };

    row({ QStringLiteral("a program in a temporary folder, deleted after it started"), 7001, Transport::Tcp, investigate,
          { E::TemporaryFolder, E::ExecutableDeleted }, [=] {
              auto program = copiedFixture(QStringLiteral("/var/tmp/updater"), everywhere(7001));
              QFile::remove(QStringLiteral("/var/tmp/updater"));
              return list(std::move(program));
          } });
    row({ QStringLiteral("a program that runs from memory"), 7002, Transport::Tcp, investigate, { E::MemoryOnly }, [] {
             const QString script = QStringLiteral("import os, sys\n"
                                                   "fd = os.memfd_create('x')\n"
                                                   "os.write(fd, open(sys.argv[1], 'rb').read())\n"
                                                   "os.execve(fd, ['x', sys.argv[2]], os.environ)\n");
             return list(fixture(QStringLiteral("/usr/bin/python3"), { QStringLiteral("-c"), script, QStringLiteral(LISTENER_FIXTURE),
                                                                        endpointText("127.0.0.1", 7002) }));
         } });
    row({ QStringLiteral("\"sshd\" from a temporary folder"), 22, Transport::Tcp, investigate, { E::ImitatesDaemon, E::TemporaryFolder },
          [=] { return list(copiedFixture(QStringLiteral("/var/tmp/sshd"), everywhere(22))); } });
    row({ QStringLiteral("\"nginx\" from shared memory, this machine only"), 8081, Transport::Tcp, investigate,
          { E::ImitatesDaemon, E::TemporaryFolder, E::LoopbackOnly },
          [] { return list(copiedFixture(QStringLiteral("/dev/shm/nginx"), { endpointText("127.0.0.1", 8081) })); } });
    row({ QStringLiteral("\"[kworker/0:1]\" that runs a program"), 7003, Transport::Tcp, investigate, { E::ImitatesKernelThread }, [=] {
             return list(copiedFixture(QStringLiteral("/srv/x"), QStringList { QStringLiteral("--name"), QStringLiteral("[kworker/0:1]") } + everywhere(7003)));
         } });
    row({ QStringLiteral("an unknown program on 3155, open to the network"), 3155, Transport::Tcp, investigate,
          { E::NoKnownUse, E::OwnProgram, E::ReachableFromNetwork },
          [=] { return list(copiedFixture(QStringLiteral("/home/alice/updater"), everywhere(3155))); } });
    row({ QStringLiteral("a script in shared memory, open to the network"), 7004, Transport::Tcp, investigate, { E::TemporaryFolder }, [] {
             writeFile(QStringLiteral("/dev/shm/a.py"), listeningScript(7004));
             return python({ QStringLiteral("/dev/shm/a.py") });
         } });
    row({ QStringLiteral("a script in a hidden folder, open to the network"), 7005, Transport::Tcp, investigate, { E::HiddenFolder }, [] {
             writeFile(QStringLiteral("/home/alice/.x/a.py"), listeningScript(7005));
             return python({ QStringLiteral("/home/alice/.x/a.py") });
         } });
    row({ QStringLiteral("a packaged program whose file was changed"), 7006, Transport::Tcp, investigate, { E::PackageFileChanged }, [] {
             const QString changed = QStringLiteral("/srv/dbus-daemon");
             QFile file(changed);
             if (!copyProgram(QStringLiteral("/usr/bin/dbus-daemon"), changed) || !file.open(QIODevice::Append) || file.write("x") != 1)
                 return Programs();
             file.close();
             if (::mount(QFile::encodeName(changed).constData(), "/usr/bin/dbus-daemon", nullptr, MS_BIND, nullptr) != 0)
                 return Programs();
             return dbusDaemon(7006);
         } });

    row({ QStringLiteral("\"sshd\" from a folder that everybody can write"), 7013, Transport::Tcp, investigate,
          { E::ImitatesDaemon, E::ProgramWritable }, [=] {
              QDir().mkpath(QStringLiteral("/srv/open"));
              ::chmod("/srv/open", 0777);
              return list(copiedFixture(QStringLiteral("/srv/open/sshd"), everywhere(7013)));
          } });
    row({ QStringLiteral("a program that gives itself the name \"nginx\""), 7014, Transport::Tcp, investigate, { E::ImitatesDaemon, E::OwnProgram }, [=] {
             return list(copiedFixture(QStringLiteral("/home/alice/updater"), QStringList { QStringLiteral("--name"), QStringLiteral("nginx") } + everywhere(7014)));
         } });

    row({ QStringLiteral("a packaged daemon on a port of nobody's"), 7007, Transport::Tcp, harmless, { E::PackageIntact, E::SystemProgram },
          [] { return dbusDaemon(7007); } });
    row({ QStringLiteral("a packaged daemon that is upgraded under its feet"), 7017, Transport::Tcp, harmless, { E::ExecutableReplaced }, [] {
             // The folder as an upgrade leaves it, on top of the real one.
             for (const char *folder : { "/srv/upper", "/srv/work" })
                 QDir().mkpath(QLatin1String(folder));
             if (::mount("overlay", "/usr/bin", "overlay", 0, "lowerdir=/usr/bin,upperdir=/srv/upper,workdir=/srv/work") != 0)
                 return Programs();
             Programs programs = dbusDaemon(7017);
             const bool replaced = copyProgram(QStringLiteral("/usr/bin/dbus-daemon"), QStringLiteral("/usr/bin/dbus-daemon.new"))
                 && ::rename("/usr/bin/dbus-daemon.new", "/usr/bin/dbus-daemon") == 0;
             return replaced ? std::move(programs) : Programs();
         } });
    row({ QStringLiteral("an X server that listens to the network"), 6099, Transport::Tcp, harmless, { E::PackageIntact }, [] {
             auto program = std::make_unique<Program>(QStringLiteral("/usr/bin/Xvfb"),
                                                      QStringList { QStringLiteral(":99"), QStringLiteral("-listen"), QStringLiteral("tcp"), QStringLiteral("-nolisten"),
                                                                    QStringLiteral("unix"), QStringLiteral("-displayfd"), QStringLiteral("1") });
             return program->line().trimmed() == "99" ? list(std::move(program)) : Programs();
         } });
    row({ QStringLiteral("python -m http.server of the person who looks"), 8000, Transport::Tcp, harmless, { E::KnownUse },
          [] { return httpServer(8000); } });
    row({ QStringLiteral("python -m http.server on a port of nobody's"), 7012, Transport::Tcp, harmless, { E::DevelopmentServer },
          [] { return httpServer(7012); } });
    row({ QStringLiteral("the person's own script in a plain folder"), 7008, Transport::Tcp, harmless, { E::DevelopmentServer }, [] {
             writeFile(QStringLiteral("/home/alice/site/app.py"), listeningScript(7008));
             return python({ QStringLiteral("/home/alice/site/app.py") });
         } });
    row({ QStringLiteral("a passing UDP port of a client"), 45454, Transport::Udp, harmless, { E::EphemeralClient }, [] {
             return list(copiedFixture(QStringLiteral("/home/alice/client"), { endpointText("0.0.0.0", 45454, "udp4") }));
         } });
    row({ QStringLiteral("a port of the kernel's own (VXLAN)"), 4789, Transport::Udp, harmless, { E::KernelSocket }, [] {
             const int made = QProcess::execute(QStringLiteral("sh"), { QStringLiteral("-c"),
                                                QStringLiteral("ip link add vx9 type vxlan id 9 dstport 4789 dev lo && ip link set vx9 up") });
             return made == 0 ? list(std::make_unique<Program>(QStringLiteral("/bin/cat"), QStringList())) : Programs();
         } });

    row({ QStringLiteral("an unpackaged program of root's, open to the network"), 7009, Transport::Tcp, unfamiliar, { E::OwnProgram, E::ReachableFromNetwork },
          [=] { return list(copiedFixture(QStringLiteral("/opt/vendor/agent"), everywhere(7009))); } });
    row({ QStringLiteral("a program that was replaced while it runs"), 7010, Transport::Tcp, unfamiliar, { E::ExecutableReplaced }, [=] {
             auto program = copiedFixture(QStringLiteral("/opt/vendor/daemon"), everywhere(7010));
             QFile::remove(QStringLiteral("/opt/vendor/daemon"));
             return copyProgram(QStringLiteral(LISTENER_FIXTURE), QStringLiteral("/opt/vendor/daemon")) ? list(std::move(program)) : Programs();
         } });
    row({ QStringLiteral("a program that was built in a temporary folder, open to the network"), 7015, Transport::Tcp, unfamiliar,
          { E::BuildTree, E::ReachableFromNetwork }, [=] {
              writeFile(QStringLiteral("/var/tmp/project/build/CMakeCache.txt"), "made");
              return list(copiedFixture(QStringLiteral("/var/tmp/project/build/bin/server"), everywhere(7015)));
          } });
    row({ QStringLiteral("a program whose file everybody can write"), 7016, Transport::Tcp, unfamiliar, { E::ProgramWritable, E::OwnProgram }, [=] {
             auto program = copiedFixture(QStringLiteral("/opt/vendor/open"), everywhere(7016));
             ::chmod("/opt/vendor/open", 0777);
             return list(std::move(program));
         } });
    row({ QStringLiteral("\"nginx\" out of the person's own build tree"), 8082, Transport::Tcp, unfamiliar, { E::OwnProgram },
          [=] { return list(copiedFixture(QStringLiteral("/home/alice/src/nginx/objs/nginx"), everywhere(8082))); } });
}

VerdictsTest::Found VerdictsTest::find(const Update &update, quint16 port, Transport transport)
{
    for (qsizetype i = 0; i < update.snapshot->listeners.size(); ++i) {
        const ListenerPtr &listener = update.snapshot->listeners[i];
        if (listener->port() == port && listener->transport() == transport && listener->key.networkNamespace.isEmpty())
            return { listener, update.assessments[i] };
    }
    return {};
}

VerdictsTest::Found VerdictsTest::sampled(Sampler &sampler, quint16 port, Transport transport)
{
    (void)sampler.sample(nullptr);
    sampler.waitForFacts(patience);
    return find(sampler.sample(nullptr), port, transport);
}

void VerdictsTest::check(const QString &what, const QList<Verdict> &allowed, const QList<EvidenceId> &evidence, const Found &found)
{
    QVERIFY2(found.assessment, "nothing listens");
    QStringList given;
    for (const Evidence &fact : found.assessment->evidence)
        given += evidenceName(fact.id);
    given.sort();
    m_rows += QStringLiteral("| %1 | %2 | %3 | %4 |").arg(what, verdictNames(allowed), QString(verdictName(found.assessment->verdict)), given.join(QLatin1String(", ")));
    const QByteArray all = given.join(QLatin1Char(' ')).toUtf8();
    QVERIFY2(allowed.contains(found.assessment->verdict), qPrintable(QString(verdictName(found.assessment->verdict)) + QLatin1String(": ") + QString::fromUtf8(all)));
    for (const EvidenceId id : evidence)
        QVERIFY2(given.contains(evidenceName(id)), qPrintable(QString(evidenceName(id)) + QLatin1String(" is not among ") + QString::fromUtf8(all)));
}

void VerdictsTest::verdicts()
{
    QFETCH(Scenario, scenario);
    const Programs programs = scenario.start();
    QVERIFY2(!programs.empty(), "it did not start to listen");
    Sampler sampler(systemSources(), Knowledge::builtIn());
    check(scenario.what, scenario.allowed, scenario.evidence, sampled(sampler, scenario.port, scenario.transport));
}

void VerdictsTest::cleanup()
{
    // Each is there after one of the scenarios only.
    ::umount2("/usr/bin/dbus-daemon", MNT_DETACH);
    ::umount2("/usr/bin", MNT_DETACH);
    QProcess link;
    link.start(QStringLiteral("ip"), { QStringLiteral("link"), QStringLiteral("del"), QStringLiteral("vx9") });
    link.waitForFinished();
}

void VerdictsTest::portThatChangedHands()
{
    Sampler sampler(systemSources(), Knowledge::builtIn());
    {
        const Programs daemon = dbusDaemon(7011);
        QVERIFY(!daemon.empty());
        QVERIFY(sampled(sampler, 7011, Transport::Tcp).listener);
    }
    const Programs stranger = list(copiedFixture(QStringLiteral("/home/alice/stranger"), { endpointText("0.0.0.0", 7011) }));
    QVERIFY(!stranger.empty());
    check(QStringLiteral("an unknown program on a port that a packaged daemon held before"), { Verdict::Investigate }, { EvidenceId::OwnerChanged },
          sampled(sampler, 7011, Transport::Tcp));
}

void VerdictsTest::tableIsKept()
{
    if (m_rows.isEmpty())
        QSKIP("no scenario was run");
    const QString table = QStringLiteral("# Verdicts on real programs\n\n"
                                         "`verdicts_test` runs each of these, with real sockets, and writes this table.\n\n"
                                         "| scenario | must be | was | evidence |\n| --- | --- | --- | --- |\n")
        + m_rows.join(QLatin1Char('\n')) + QLatin1Char('\n');
    QVERIFY(writeFile(QStringLiteral(VERDICT_TABLE_WRITTEN), table.toUtf8()));
    QFile kept(QStringLiteral(VERDICT_TABLE_KEPT));
    QVERIFY2(kept.open(QIODevice::ReadOnly), "copy " VERDICT_TABLE_WRITTEN " beside the test");
    QVERIFY2(QString::fromUtf8(kept.readAll()) == table, "the table changed: copy " VERDICT_TABLE_WRITTEN " beside the test");
}

QTEST_GUILESS_MAIN(VerdictsTest)
#include "verdicts_test.moc"
