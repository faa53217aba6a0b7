// SPDX-License-Identifier: GPL-3.0-or-later
// Packages of running programs: from this machine's dpkg database and from made ones.
#include "packages/dpkg_database.h"
#include "packages/package_facts.h"
#include "packages/program_copy.h"
#include "platform/linux/process_reader.h"
#include "support/dpkg_fixture.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace portolan;
using namespace portolan::test;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 30s;

/// Everything is looked at anew whenever it may be.
PackageLookup::Limits restless()
{
    PackageLookup::Limits limits;
    limits.databaseInterval = 0ms;
    limits.fileInterval = 0ms;
    return limits;
}

/// A running program; killed with the object.
class Running
{
public:
    Running(const QString &program, const QStringList &arguments, const QString &folder = {})
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.setWorkingDirectory(folder);
        m_process.start(program, arguments);
        m_process.waitForStarted();
    }
    ~Running()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] QProcess &process() { return m_process; }
    [[nodiscard]] QString executable() const
    {
        return QFile::symLinkTarget(QStringLiteral("/proc/%1/exe").arg(m_process.processId()));
    }

    /// An owner as the collector reads it.
    [[nodiscard]] Owner owner() const
    {
        const int proc = ::open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        const int folder = ::openat(proc, QByteArray::number(m_process.processId()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        platform::ProcessReader reader("/proc");
        Owner owner;
        owner.attribution = Attribution::Observed;
        owner.reason = OwnerReason::None;
        if (const auto mark = reader.mark(folder))
            owner.processes.append(reader.read(proc, folder, *mark));
        ::close(folder);
        ::close(proc);
        return owner;
    }

private:
    QProcess m_process;
};

std::optional<Package> packageOf(PackageFacts &facts, Owner owner)
{
    facts.addTo(owner, {});
    if (!facts.waitForAnswers(patience))
        qFatal("no answer in time");
    facts.addTo(owner, {});
    return owner.package;
}

/// For a package that must be found: while somebody installs software on this machine there is no answer.
std::optional<Package> foundPackageOf(PackageFacts &facts, const Owner &owner)
{
    const QDeadlineTimer end(patience);
    for (;;) {
        if (const auto package = packageOf(facts, owner); package || end.hasExpired())
            return package;
        QTest::qWait(20);
        (void)facts.revision(); // has it asked for again
    }
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

void makeProgram(const QString &path, const QByteArray &content)
{
    writeFile(path, content);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther | QFile::ExeOther);
}

const QString sleeper = QStringLiteral("/usr/bin/sleep");

} // namespace

class PackagesLiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void initTestCase();

    void ofThisMachine();
    void ofNoPackage();
    void scripts();
    void relativeScripts();
    void overlaid();
    void otherRoot();
    void flatpaks();
    void containers();
    void guesses();
    void placesThatEverybodyCanWrite_data();
    void placesThatEverybodyCanWrite();
    void buildTrees_data();
    void buildTrees();
    void digests();
    void upgraded();
    void deleted();
    void changedInPlace();
    void databaseChanges();
    void databaseAtWork();
    void becomesAnother();
    void endsMeanwhile();
    void manyPrograms();
    void endsWhileWorking();
};

void PackagesLiveTest::initTestCase()
{
    if (!QFile::exists(QStringLiteral("/var/lib/dpkg/status")) || !QFile::exists(sleeper))
        QSKIP("this system has no dpkg database");
}

void PackagesLiveTest::ofThisMachine()
{
    PackageFacts facts(systemPackages(), "/proc", restless());
    const Running program(sleeper, { QStringLiteral("1000") });
    Owner owner = program.owner();
    owner.package = foundPackageOf(facts, owner);
    QVERIFY(owner.package);
    QCOMPARE(facts.revision(), quint64(1));
    QCOMPARE(owner.package->manager, QStringLiteral("dpkg"));
    QCOMPARE(owner.package->name, QStringLiteral("coreutils"));
    QCOMPARE(owner.package->file, sleeper);
    QCOMPARE(owner.package->intact, std::optional(true));
    QProcess query;
    query.start(QStringLiteral("dpkg-query"), { QStringLiteral("-W"), QStringLiteral("-f${Version}"), QStringLiteral("coreutils") });
    QVERIFY(query.waitForFinished());
    QCOMPARE(owner.package->version, QString::fromUtf8(query.readAllStandardOutput()));
    // Looked up again, nothing is different.
    QVERIFY(packageOf(facts, owner) == owner.package);
    QCOMPARE(facts.revision(), quint64(1));
}

void PackagesLiveTest::ofNoPackage()
{
    const QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("a\n\x1b[31m – copy"));
    makeProgram(copy, contentOf(sleeper));
    const Running program(copy, { QStringLiteral("1000") });
    PackageFacts facts(systemPackages(), "/proc", restless());
    QVERIFY(!packageOf(facts, program.owner()));
    QCOMPARE(facts.revision(), quint64(1)); // for what the file tells
}

void PackagesLiveTest::scripts()
{
    // Of the package perl; the interpreter is of perl-base.
    const QString script = QStringLiteral("/usr/bin/pod2text");
    if (!QFile::exists(script))
        QSKIP("the package perl is not installed");
    PackageFacts facts(systemPackages(), "/proc", restless());
    const Running direct(script, {}); // waits for its standard input
    QTRY_COMPARE(direct.executable(), QStringLiteral("/usr/bin/perl"));
    const auto package = foundPackageOf(facts, direct.owner());
    QVERIFY(package);
    QCOMPARE(package->name, QStringLiteral("perl"));
    QCOMPARE(package->file, script);
    QCOMPARE(package->intact, std::optional(true));

    const Running text(QStringLiteral("/usr/bin/perl"), { QStringLiteral("-e"), QStringLiteral("sleep 1000") });
    QTRY_COMPARE(text.executable(), QStringLiteral("/usr/bin/perl"));
    const auto interpreter = foundPackageOf(facts, text.owner());
    QVERIFY(interpreter);
    QCOMPARE(interpreter->name, QStringLiteral("perl-base"));
    QCOMPARE(interpreter->file, QStringLiteral("/usr/bin/perl"));

    // A script of one's own is no one's, whatever runs it.
    const QTemporaryDir folder;
    const QString own = folder.filePath(QStringLiteral("own.pl"));
    writeFile(own, "sleep 1000;\n");
    const Running ownProgram(QStringLiteral("/usr/bin/perl"), { own });
    QTRY_COMPARE(ownProgram.executable(), QStringLiteral("/usr/bin/perl"));
    QVERIFY(!packageOf(facts, ownProgram.owner()));
}

void PackagesLiveTest::relativeScripts()
{
    const QTemporaryDir folder;
    const QString shell = QFileInfo(QStringLiteral("/bin/sh")).canonicalFilePath();
    writeFile(folder.filePath(QStringLiteral("run")), "cd \"$1\"; echo; read line\n");
    PackageFacts facts(systemPackages(), "/proc", restless());
    Running stays(shell, { QStringLiteral("./run"), QStringLiteral(".") }, folder.path());
    QVERIFY(stays.process().waitForReadyRead());
    QCOMPARE(stays.owner().processes.first()->script, folder.filePath(QStringLiteral("run")));
    QVERIFY(!packageOf(facts, stays.owner()));
    // Its folder is not known any more, so neither is the script.
    Running moves(shell, { QStringLiteral("./run"), QStringLiteral("/") }, folder.path());
    QVERIFY(moves.process().waitForReadyRead());
    QCOMPARE(moves.owner().processes.first()->script, QString());
    QVERIFY(!packageOf(facts, moves.owner()));
}

void PackagesLiveTest::overlaid()
{
    if (::geteuid() != 0)
        QSKIP("mounting needs root");
    const QTemporaryDir folder;
    const QString changed = folder.filePath(QStringLiteral("changed"));
    makeProgram(changed, contentOf(sleeper) + '\n');
    Running program(QStringLiteral("unshare"), { QStringLiteral("-m"), QStringLiteral("sh"), QStringLiteral("-c"),
                                                 QStringLiteral("mount --bind \"$1\" \"$2\" && exec \"$2\" 1000"), QStringLiteral("sh"), changed, sleeper });
    QTRY_COMPARE(program.executable(), sleeper);
    PackageFacts facts(systemPackages(), "/proc", restless());
    const auto package = foundPackageOf(facts, program.owner());
    QVERIFY(package);
    QCOMPARE(package->name, QStringLiteral("coreutils"));
    QCOMPARE(package->intact, std::optional(false));
}

void PackagesLiveTest::otherRoot()
{
    if (::geteuid() != 0)
        QSKIP("changing the root folder needs root");
    const QTemporaryDir folder;
    makeProgram(folder.filePath(QStringLiteral("usr/bin/sleep")), contentOf(sleeper));
    // Another root with a program under the name of one of ours, as in a container.
    const QString steps = QStringLiteral("mount --bind \"$1\" \"$1\" && cd \"$1\" && mkdir old lib lib64 usr/lib bin && "
                                         "for f in lib lib64 usr/lib bin; do mount --bind /$f $f; done && "
                                         "pivot_root . old && exec /usr/bin/sleep 1000");
    Running program(QStringLiteral("unshare"), { QStringLiteral("-m"), QStringLiteral("sh"), QStringLiteral("-c"), steps, QStringLiteral("sh"), folder.path() });
    QTRY_COMPARE(program.executable(), sleeper);
    PackageFacts facts(systemPackages(), "/proc", restless());
    QVERIFY(!packageOf(facts, program.owner()));
}

/// In a sandbox as Flatpak builds it: another root folder, /app from the deployment, /.flatpak-info.
void PackagesLiveTest::flatpaks()
{
    if (::geteuid() != 0)
        QSKIP("changing the root folder needs root");
    const QTemporaryDir folder;
    const QString deployment = folder.filePath(QStringLiteral("flatpak/app/org.example.Server/x86_64/stable/0123/files"));
    const QString root = folder.filePath(QStringLiteral("root"));
    makeProgram(deployment + QStringLiteral("/bin/server"), contentOf(sleeper));
    writeFile(deployment + QStringLiteral("/share/metainfo/org.example.Server.metainfo.xml"),
              "<component><releases><release version=\"3.1.4\"/><release version=\"3.1.3\"/></releases></component>\n");
    writeFile(root + QStringLiteral("/.flatpak-info"),
              "[Application]\nname=org.example.Server\n[Instance]\nbranch=stable\napp-path=" + QFile::encodeName(deployment) + "\n");
    const QString steps = QStringLiteral("mount --bind \"$1\" \"$1\" && cd \"$1\" && mkdir app lib lib64 usr usr/lib bin old && "
                                         "for f in lib lib64 usr/lib bin; do mount --bind /$f $f; done && mount --bind \"$2\" app && "
                                         "pivot_root . old && exec \"$3\" 1000");
    const auto arguments = [&](const char *program) {
        return QStringList { QStringLiteral("-m"), QStringLiteral("sh"), QStringLiteral("-c"), steps, QStringLiteral("sh"), root, deployment, QString::fromLatin1(program) };
    };
    PackageFacts facts;
    {
        const Running program(QStringLiteral("unshare"), arguments("/app/bin/server"));
        QTRY_COMPARE(program.executable(), QStringLiteral("/app/bin/server"));
        const auto package = packageOf(facts, program.owner());
        QVERIFY(package);
        QCOMPARE(package->manager, QStringLiteral("flatpak"));
        QCOMPARE(package->name, QStringLiteral("org.example.Server"));
        QCOMPARE(package->version, QStringLiteral("3.1.4"));
        QCOMPARE(package->intact, std::optional<bool>());
    }
    for (const char *name : { "app", "lib", "lib64", "usr/lib", "usr", "bin", "old" })
        QDir(root).rmdir(QString::fromLatin1(name));
    // The same sandbox, with another file under the application's name: not the deployed one.
    const QString changed = folder.filePath(QStringLiteral("changed"));
    makeProgram(changed + QStringLiteral("/bin/server"), contentOf(sleeper));
    QStringList other = arguments("/app/bin/server");
    other[6] = changed;
    const Running program(QStringLiteral("unshare"), other);
    QTRY_COMPARE(program.executable(), QStringLiteral("/app/bin/server"));
    QVERIFY(!packageOf(facts, program.owner()));
}

void PackagesLiveTest::containers()
{
    const Running program(sleeper, { QStringLiteral("1000") });
    PackageFacts facts(systemPackages(), "/proc", restless());
    Owner owner = program.owner();
    owner.container = Container { QStringLiteral("docker"), QStringLiteral("web"), QStringLiteral("0123") };
    QVERIFY(!packageOf(facts, owner));
    owner.container->served = true;
    QVERIFY(foundPackageOf(facts, owner));
}

void PackagesLiveTest::guesses()
{
    const Running program(sleeper, { QStringLiteral("1000") });
    PackageFacts facts(systemPackages(), "/proc", restless());
    Owner owner = program.owner();
    owner.attribution = Attribution::Inferred;
    owner.reason = OwnerReason::SeveralCandidates;
    QVERIFY(!packageOf(facts, owner));
    owner.reason = OwnerReason::OneCandidate;
    QVERIFY(foundPackageOf(facts, owner));
    QVERIFY(!packageOf(facts, Owner()));
}

/// What is told of a program's file, of which there is no package.
ProgramFacts factsOf(const Owner &asked)
{
    PackageFacts facts(std::make_unique<DpkgDatabase>());
    Owner owner = asked;
    (void)packageOf(facts, owner);
    facts.addTo(owner, {});
    return owner.program.value_or(ProgramFacts());
}

void PackagesLiveTest::placesThatEverybodyCanWrite_data()
{
    QTest::addColumn<QString>("changed");
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("writable");
    QTest::newRow("nobody") << QString() << 0 << QString();
    QTest::newRow("the file") << QStringLiteral("/open/inner/program") << 0757 << QStringLiteral("/open/inner/program");
    QTest::newRow("its folder") << QStringLiteral("/open/inner") << 0777 << QStringLiteral("/open/inner");
    QTest::newRow("a folder further up") << QStringLiteral("/open") << 0777 << QStringLiteral("/open");
    QTest::newRow("a sticky folder") << QStringLiteral("/open/inner") << 01777 << QString();
    QTest::newRow("its group") << QStringLiteral("/open/inner") << 0775 << QString();
}

void PackagesLiveTest::placesThatEverybodyCanWrite()
{
    QFETCH(QString, changed);
    QFETCH(int, mode);
    QFETCH(QString, writable);
    QTemporaryDir folder;
    QVERIFY(::chmod(QFile::encodeName(folder.path()).constData(), 0755) == 0);
    const QString program = folder.filePath(QStringLiteral("open/inner/program"));
    makeProgram(program, contentOf(sleeper));
    if (!changed.isEmpty())
        QVERIFY(::chmod(QFile::encodeName(folder.path() + changed).constData(), mode_t(mode)) == 0);
    const Running running(program, { QStringLiteral("1000") });
    QCOMPARE(factsOf(running.owner()).writable, writable.isEmpty() ? QString() : folder.path() + writable);
    // What nobody gets to is not writable, whatever its own permissions are.
    QVERIFY(::chmod(QFile::encodeName(folder.path()).constData(), 0700) == 0);
    QCOMPARE(factsOf(running.owner()).writable, QString());
}

void PackagesLiveTest::buildTrees_data()
{
    QTest::addColumn<QString>("mark");
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("tree");
    QTest::addColumn<bool>("others");
    const QString program = QStringLiteral("/build/bin/program");
    QTest::newRow("none") << QString() << program << QString() << false;
    QTest::newRow("CMake") << QStringLiteral("/build/CMakeCache.txt") << program << QStringLiteral("/build") << false;
    QTest::newRow("Cargo") << QStringLiteral("/Cargo.toml") << QStringLiteral("/target/debug/program") << QStringLiteral("/") << false;
    QTest::newRow("Ninja") << QStringLiteral("/build/bin/build.ninja") << program << QStringLiteral("/build/bin") << false;
    QTest::newRow("somebody else's mark") << QStringLiteral("/build/CMakeCache.txt") << program << QString() << true;
    QTest::newRow("go run") << QString() << QStringLiteral("/go-build12/b001/exe/program") << QStringLiteral("/go-build12") << false;
    QTest::newRow("called alike") << QString() << QStringLiteral("/go-builder/b001/exe/program") << QString() << false;
}

void PackagesLiveTest::buildTrees()
{
    QFETCH(QString, mark);
    QFETCH(QString, program);
    QFETCH(QString, tree);
    QFETCH(bool, others);
    QTemporaryDir folder;
    makeProgram(folder.path() + program, contentOf(sleeper));
    if (!mark.isEmpty())
        writeFile(folder.path() + mark, "made");
    if (others)
        QVERIFY(::chown(QFile::encodeName(folder.path() + mark).constData(), 12345, 12345) == 0);
    const Running running(folder.path() + program, { QStringLiteral("1000") });
    const QString found = factsOf(running.owner()).buildTree;
    QCOMPARE(found, tree.isEmpty() ? QString() : QDir::cleanPath(folder.path() + tree));
}

void PackagesLiveTest::digests()
{
    QTemporaryDir folder;
    const QString program = folder.filePath(QStringLiteral("program"));
    makeProgram(program, contentOf(sleeper));
    const QByteArray digest = QCryptographicHash::hash(contentOf(sleeper), QCryptographicHash::Sha256);
    const Running running(program, { QStringLiteral("1000") });
    QCOMPARE(factsOf(running.owner()).digest, digest);
    QCOMPARE(factsOf(running.owner()).file, program);
    // As long as it runs it can be read, wherever its file went.
    QVERIFY(QFile::remove(program));
    QCOMPARE(factsOf(running.owner()).digest, digest);
    const ProcessPtr process = running.owner().processes.constFirst();
    const QString copy = folder.filePath(QStringLiteral("copy"));
    const ProgramRequest request { process->key, process->executable, process->executableDeleted, {} };
    QCOMPARE(copyProgram("/proc", request, copy), QString());
    QCOMPARE(contentOf(copy), contentOf(sleeper));
    QVERIFY(!(QFile::permissions(copy) & (QFile::ExeOwner | QFile::ReadOther)));
    QVERIFY(copyProgram("/proc", request, folder.filePath(QStringLiteral("none/copy"))).contains(QLatin1String("none/copy")));
    QVERIFY(!copyProgram("/proc", { { process->key.pid, process->key.startTicks + 1 }, process->executable, true, {} }, copy).isEmpty());
    // A packaged program is compared with what was shipped instead.
    const Running packaged(sleeper, { QStringLiteral("1000") });
    QCOMPARE(factsOf(packaged.owner()).digest, QByteArray());
}

void PackagesLiveTest::upgraded()
{
    DpkgFixture database;
    const QString path = database.system("/opt/server");
    const QByteArray content = contentOf(sleeper);
    makeProgram(path, content);
    database.addPackage("server", "1.0", { { QFile::encodeName(path), content } });
    const Running program(path, { QStringLiteral("1000") });
    PackageFacts facts(std::make_unique<DpkgDatabase>(database.root()), "/proc", restless());
    const auto before = packageOf(facts, program.owner());
    QVERIFY(before);
    QCOMPARE(before->version, QStringLiteral("1.0"));
    QCOMPARE(before->intact, std::optional(true));

    const QString next = path + QStringLiteral(".dpkg-new");
    makeProgram(next, content + "2.0");
    writeFile(database.below("status"), {});
    database.addPackage("server", "2.0", { { QFile::encodeName(path), content + "2.0" } });
    QVERIFY(::rename(QFile::encodeName(next).constData(), QFile::encodeName(path).constData()) == 0);
    const Owner owner = program.owner();
    QVERIFY(owner.leader()->executableReplaced);
    const auto after = packageOf(facts, owner);
    QVERIFY(after);
    QCOMPARE(after->name, QStringLiteral("server"));
    // The version before it runs; nothing is known of that any more.
    QCOMPARE(after->version, QString());
    QCOMPARE(after->intact, std::optional<bool>());

    // Put back, as with the same version installed again.
    makeProgram(next, content);
    writeFile(database.below("status"), {});
    database.addPackage("server", "1.0", { { QFile::encodeName(path), content } });
    QVERIFY(::rename(QFile::encodeName(next).constData(), QFile::encodeName(path).constData()) == 0);
    QVERIFY(facts.revision() > 0); // asking has the answers checked
    const auto again = packageOf(facts, program.owner());
    QVERIFY(again);
    QCOMPARE(again->version, QStringLiteral("1.0"));
    QCOMPARE(again->intact, std::optional(true));
}

void PackagesLiveTest::deleted()
{
    DpkgFixture database;
    const QString path = database.system("/opt/server");
    const QByteArray content = contentOf(sleeper);
    makeProgram(path, content + "other");
    database.addPackage("server", "1.0", { { QFile::encodeName(path), content } });
    const Running program(path, { QStringLiteral("1000") });
    QVERIFY(QFile::remove(path));
    PackageFacts facts(std::make_unique<DpkgDatabase>(database.root()));
    const auto package = packageOf(facts, program.owner());
    QVERIFY(package);
    QCOMPARE(package->version, QStringLiteral("1.0"));
    QCOMPARE(package->intact, std::optional(false));
}

void PackagesLiveTest::changedInPlace()
{
    DpkgFixture database;
    const QString script = database.system("/opt/run");
    const QByteArray content = "read line\n";
    writeFile(script, content);
    database.addPackage("runner", "1.0", { { QFile::encodeName(script), content } });
    Running program(QFileInfo(QStringLiteral("/bin/sh")).canonicalFilePath(), { script });
    PackageFacts facts(std::make_unique<DpkgDatabase>(database.root()), "/proc", restless());
    QTRY_COMPARE(program.owner().processes.first()->script, script);
    const auto before = packageOf(facts, program.owner());
    QVERIFY(before);
    QCOMPARE(before->intact, std::optional(true));
    const quint64 revision = facts.revision();
    writeFile(script, "evil line\n");
    QVERIFY(facts.waitForAnswers(patience));
    QTRY_VERIFY(facts.revision() > revision);
    const auto after = packageOf(facts, program.owner());
    QVERIFY(after);
    QCOMPARE(after->intact, std::optional(false));
}

void PackagesLiveTest::databaseChanges()
{
    DpkgFixture database;
    const QString path = database.system("/opt/server");
    const QByteArray content = contentOf(sleeper);
    makeProgram(path, content);
    const Running program(path, { QStringLiteral("1000") });
    PackageLookup::Limits limits;
    limits.databaseInterval = 0ms;
    PackageFacts facts(std::make_unique<DpkgDatabase>(database.root()), "/proc", limits);
    QVERIFY(!packageOf(facts, program.owner()));
    QCOMPARE(facts.revision(), quint64(1));
    database.addPackage("server", "1.0", { { QFile::encodeName(path), content } });
    QTRY_COMPARE(facts.revision(), quint64(2));
    QVERIFY(packageOf(facts, program.owner()));
}

void PackagesLiveTest::databaseAtWork()
{
    DpkgFixture database;
    const QString path = database.system("/opt/server");
    const QByteArray content = contentOf(sleeper);
    makeProgram(path, content);
    database.addPackage("server", "1.0", { { QFile::encodeName(path), content } });
    writeFile(database.below("updates/0001"), "Package: server\nStatus: install reinstreq half-installed\n");
    const Running program(path, { QStringLiteral("1000") });
    PackageLookup::Limits limits;
    limits.databaseInterval = 0ms;
    PackageFacts facts(std::make_unique<DpkgDatabase>(database.root()), "/proc", limits);
    QVERIFY(!packageOf(facts, program.owner()));
    QVERIFY(QFile::remove(database.below("updates/0001")));
    QTRY_COMPARE(facts.revision(), quint64(2));
    const auto package = packageOf(facts, program.owner());
    QVERIFY(package);
    // What was known of a file that stays as it is holds while others are being installed.
    writeFile(database.below("updates/0001"), "Package: other\nStatus: install reinstreq half-installed\n");
    database.addPackage("other", "1.0", {});
    QVERIFY(facts.revision() == 2);
    QVERIFY(facts.waitForAnswers(patience));
    QCOMPARE(packageOf(facts, program.owner()), package);
    QCOMPARE(facts.revision(), quint64(2));
}

void PackagesLiveTest::becomesAnother()
{
    PackageFacts facts(systemPackages(), "/proc", restless());
    Running program(QFileInfo(QStringLiteral("/bin/sh")).canonicalFilePath(), { QStringLiteral("-c"), QStringLiteral("read line; exec sleep 1000") });
    QTRY_COMPARE(program.executable(), QFileInfo(QStringLiteral("/bin/sh")).canonicalFilePath());
    const Owner before = program.owner();
    QVERIFY(foundPackageOf(facts, before));
    program.process().write("\n");
    QTRY_COMPARE(program.executable(), sleeper);
    const auto after = foundPackageOf(facts, program.owner());
    QVERIFY(after);
    QCOMPARE(after->file, sleeper);
    QCOMPARE(after->name, QStringLiteral("coreutils"));
    // What it was is no longer to be asked about.
    QVERIFY(!packageOf(facts, before));
}

void PackagesLiveTest::endsMeanwhile()
{
    Owner owner;
    {
        const Running program(sleeper, { QStringLiteral("1000") });
        owner = program.owner();
    }
    PackageFacts facts;
    QVERIFY(!packageOf(facts, owner));
    // Another process under its number is another process.
    auto info = std::make_shared<ProcessInfo>(*owner.leader());
    info->key = { qint32(::getpid()), 1 };
    owner.processes = { info };
    QVERIFY(!packageOf(facts, owner));
}

void PackagesLiveTest::manyPrograms()
{
    constexpr int count = 300;
    DpkgFixture database;
    const QByteArray content = contentOf(sleeper);
    QList<PackagedFile> files;
    std::vector<std::unique_ptr<Running>> programs;
    for (int i = 0; i < count; ++i) {
        const QString path = database.system("/opt/") + QString::number(i);
        makeProgram(path, content + QByteArray::number(i));
        // Every third is not as it was shipped, every fifth is not in the package.
        if (i % 5 != 0)
            files.append({ QFile::encodeName(path), content + (i % 3 == 0 ? "x" : QByteArray::number(i)) });
        programs.push_back(std::make_unique<Running>(path, QStringList { QStringLiteral("1000") }));
    }
    database.addPackage("many", "1.0", files);
    PackageFacts facts(std::make_unique<DpkgDatabase>(database.root()));
    std::vector<Owner> owners;
    for (const auto &program : programs) {
        owners.push_back(program->owner());
        facts.addTo(owners.back(), {});
    }
    QVERIFY(facts.waitForAnswers(patience));
    for (int i = 0; i < count; ++i) {
        facts.addTo(owners[size_t(i)], {});
        const std::optional<Package> &package = owners[size_t(i)].package;
        QCOMPARE(package.has_value(), i % 5 != 0);
        if (package)
            QCOMPARE(package->intact, std::optional(i % 3 != 0));
    }
}

void PackagesLiveTest::endsWhileWorking()
{
    // Long to read, without room on the disk.
    DpkgFixture database;
    const QString script = database.system("/opt/large");
    writeFile(script, "read line\n");
    database.addPackage("large", "1.0", { { QFile::encodeName(script), "read line\n" } });
    QVERIFY(QFile::resize(script, 300 * 1024 * 1024));
    Running program(QFileInfo(QStringLiteral("/bin/sh")).canonicalFilePath(), { script });
    QTRY_COMPARE(program.owner().processes.first()->script, script);
    QElapsedTimer elapsed;
    elapsed.start();
    PackageFacts patient(std::make_unique<DpkgDatabase>(database.root()));
    const auto changed = packageOf(patient, program.owner());
    QVERIFY(changed);
    QCOMPARE(changed->intact, std::optional(false));
    const qint64 whole = elapsed.nsecsElapsed();
    {
        PackageFacts ending(std::make_unique<DpkgDatabase>(database.root()));
        Owner owner = program.owner();
        ending.addTo(owner, {});
        QVERIFY(!ending.waitForAnswers(20ms));
        elapsed.start();
    }
    QVERIFY2(elapsed.nsecsElapsed() < whole / 2, "the checksum was computed to its end");
    // One larger than the limit is not read at all.
    PackageLookup::Limits limits;
    limits.files.largestCompared = 1024 * 1024;
    PackageFacts facts(std::make_unique<DpkgDatabase>(database.root()), "/proc", limits);
    const auto package = packageOf(facts, program.owner());
    QVERIFY(package);
    QCOMPARE(package->intact, std::optional<bool>());
}

QTEST_GUILESS_MAIN(PackagesLiveTest)
#include "packages_live_test.moc"
