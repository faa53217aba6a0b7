// SPDX-License-Identifier: GPL-3.0-or-later
// dpkg's files: parsers, made databases, and this machine's compared with dpkg-query.
#include "packages/dpkg_database.h"
#include "packages/dpkg_files.h"
#include "packages/folder_aliases.h"
#include "support/dpkg_fixture.h"
#include "support/fixture.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace portolan;
using namespace portolan::test;

namespace {

PackageAnswer ask(DpkgDatabase &database, const QByteArray &path, const QByteArray &alias = {})
{
    ProgramFile file;
    file.path = path;
    file.alias = alias;
    file.isHere = true;
    const std::atomic_bool cancelled = false;
    return database.owners({ &file }, cancelled).first();
}

/// "name version", "nobody", or "busy".
QString told(const PackageAnswer &answer)
{
    if (!answer.available)
        return QStringLiteral("busy");
    return answer.entry ? answer.entry->name + QLatin1Char(' ') + answer.entry->version : QStringLiteral("nobody");
}

QString ownerOf(DpkgDatabase &database, const QByteArray &path, const QByteArray &alias = {})
{
    return told(ask(database, path, alias));
}

QByteArray md5(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Md5);
}

QByteArray run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessEnvironment([] {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        return environment;
    }());
    process.start(program, arguments);
    process.waitForFinished(60000);
    return process.readAllStandardOutput();
}

} // namespace

class PackagesDpkgTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void diversions();
    void checksums();
    void status();
    void truncatedStatus();
    void aliases();

    void owners();
    void mergedFolders_data();
    void mergedFolders();
    void divertedFiles();
    void settings();
    void links();
    void sideBySide();
    void states_data();
    void states();
    void hostilePaths();
    void brokenDatabases_data();
    void brokenDatabases();
    void otherFilesAreNotAsked();
    void cancelled();
    void stampChanges();

    void thisMachine();
};

void PackagesDpkgTest::diversions()
{
    using dpkg::Diversion;
    const auto parsed = dpkg::parseDiversions(fixture(QStringLiteral("packages/dpkg-diversions")));
    QVERIFY(parsed);
    QCOMPARE(parsed->size(), 3);
    QCOMPARE(parsed->first(), (Diversion { "/usr/bin/perf", "/usr/bin/perf.wrapper", "linux-perf" }));
    QCOMPARE(parsed->last().package, QByteArray(":"));
    QVERIFY(dpkg::parseDiversions({})->isEmpty());
    const QByteArray whole = fixture(QStringLiteral("packages/dpkg-diversions"));
    for (qsizetype length = 1; length < whole.size(); ++length) {
        const auto cut = dpkg::parseDiversions(QByteArrayView(whole).first(length));
        QVERIFY(!cut || cut->size() < 3);
    }
}

void PackagesDpkgTest::checksums()
{
    const QByteArray sum = md5("x").toHex();
    const auto parsed = dpkg::parseChecksums(sum + "  usr/bin/a\n" + sum + " usr/bin/b\n" + sum.chopped(1) + "g  usr/bin/c\n"
                                             + sum + "  usr/bin/with  spaces \n\n" + sum + "  usr/bin/cut");
    QCOMPARE(parsed.size(), 2);
    QCOMPARE(parsed.value("/usr/bin/a").value, md5("x"));
    QCOMPARE(parsed.value("/usr/bin/with  spaces ").value, md5("x"));
}

void PackagesDpkgTest::status()
{
    const QSet<QByteArray> wanted { "openssh-server", "libc6:amd64", "libc6", "gone", "half" };
    const auto parsed = dpkg::parseStatus(fixture(QStringLiteral("packages/dpkg-status")), wanted);
    QCOMPARE(parsed.size(), 4);
    QCOMPARE(parsed["openssh-server"].version, QByteArray("1:9.2p1-2+deb12u3"));
    QCOMPARE(parsed["openssh-server"].state, dpkg::State::Present);
    QCOMPARE(parsed["libc6:amd64"].name, QByteArray("libc6"));
    QCOMPARE(parsed["gone"].state, dpkg::State::Absent);
    QCOMPARE(parsed["half"].state, dpkg::State::Changing);
}

void PackagesDpkgTest::truncatedStatus()
{
    const QSet<QByteArray> wanted { "openssh-server", "libc6:amd64", "gone", "half" };
    const QByteArray bytes = fixture(QStringLiteral("packages/dpkg-status"));
    const auto whole = dpkg::parseStatus(bytes, wanted);
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        const auto cut = dpkg::parseStatus(QByteArrayView(bytes).first(length), wanted);
        for (auto package = cut.constBegin(); package != cut.constEnd(); ++package) {
            QVERIFY(whole.contains(package.key()));
            QCOMPARE(package->version, whole[package.key()].version);
        }
    }
}

void PackagesDpkgTest::aliases()
{
    const QTemporaryDir folder;
    const auto link = [&folder](const char *target, const char *name) {
        QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("usr"))));
        QVERIFY(QFile::link(QString::fromLatin1(target), folder.filePath(QString::fromLatin1(name))));
    };
    link("usr/bin", "bin");
    link("/usr/sbin", "sbin");
    link("bin", "usr/sbin");
    link("../elsewhere", "lib");
    const FolderAliases aliases(QFile::encodeName(folder.path()));
    QCOMPARE(aliases.resolved("/bin/sh"), QByteArray("/usr/bin/sh"));
    QCOMPARE(aliases.resolved("/sbin/init"), QByteArray("/usr/bin/init"));
    QCOMPARE(aliases.resolved("/usr/sbin/sshd"), QByteArray("/usr/bin/sshd"));
    QCOMPARE(aliases.resolved("/lib/x"), QByteArray("/lib/x"));
    QCOMPARE(aliases.resolved("/binary"), QByteArray("/binary"));
    QCOMPARE(aliases.resolved("/bin"), QByteArray("/bin"));
    QCOMPARE(FolderAliases().resolved("/bin/sh"), QByteArray("/bin/sh"));
}

void PackagesDpkgTest::owners()
{
    DpkgFixture fixture;
    fixture.addPackage("server", "2:1.0-1", { { "/usr/sbin/server", "s" }, { "/usr/share/server/run.py", "r" } });
    fixture.addPackage("client", "1.0", { { "/usr/bin/client", "c" } });
    DpkgDatabase database(fixture.root());
    const PackageAnswer answer = ask(database, "/usr/sbin/server");
    QCOMPARE(told(answer), QStringLiteral("server 2:1.0-1"));
    QCOMPARE(answer.entry->manager, QStringLiteral("dpkg"));
    QCOMPARE(answer.entry->digest, std::optional(FileDigest { QCryptographicHash::Md5, md5("s") }));
    QCOMPARE(ownerOf(database, "/usr/share/server/run.py"), QStringLiteral("server 2:1.0-1"));
    QCOMPARE(ownerOf(database, "/usr/bin/client"), QStringLiteral("client 1.0"));
    QCOMPARE(ownerOf(database, "/usr/sbin/serve"), QStringLiteral("nobody"));
    QCOMPARE(ownerOf(database, "/usr/sbin/server/"), QStringLiteral("nobody"));
    // Without checksums nothing is known of its content.
    QVERIFY(QFile::remove(fixture.below("info/client.md5sums")));
    QCOMPARE(ask(database, "/usr/bin/client").entry->digest, std::optional<FileDigest>());
}

void PackagesDpkgTest::mergedFolders_data()
{
    QTest::addColumn<QByteArray>("listed");
    QTest::addColumn<QByteArray>("asked");
    QTest::newRow("old list, real path") << QByteArray("/bin/tool") << QByteArray("/usr/bin/tool");
    QTest::newRow("new list, old path") << QByteArray("/usr/bin/tool") << QByteArray("/bin/tool");
    QTest::newRow("library") << QByteArray("/lib/x/tool") << QByteArray("/usr/lib/x/tool");
}

void PackagesDpkgTest::mergedFolders()
{
    QFETCH(QByteArray, listed);
    QFETCH(QByteArray, asked);
    DpkgFixture fixture;
    for (const char *name : { "bin", "lib" })
        QVERIFY(QFile::link(QStringLiteral("usr/") + QLatin1String(name), fixture.system("/") + QLatin1String(name)));
    fixture.addPackage("tool", "1", { { listed, "t" } });
    DpkgDatabase database(fixture.root());
    const PackageAnswer answer = ask(database, asked);
    QCOMPARE(told(answer), QStringLiteral("tool 1"));
    QVERIFY(answer.entry->digest);
}

void PackagesDpkgTest::divertedFiles()
{
    DpkgFixture fixture;
    QVERIFY(QFile::link(QStringLiteral("usr/bin"), fixture.system("/bin")));
    fixture.addPackage("original", "1", { { "/bin/tool", "o" }, { "/bin/other", "x" } });
    fixture.addPackage("wrapper", "2", { { "/usr/bin/tool", "w" } });
    writeFile(fixture.below("diversions"), "/usr/bin/tool\n/usr/bin/tool.real\nwrapper\n/usr/bin/other\n/usr/bin/other.real\n:\n");
    DpkgDatabase database(fixture.root());
    const PackageAnswer wrapper = ask(database, "/usr/bin/tool");
    QCOMPARE(told(wrapper), QStringLiteral("wrapper 2"));
    QCOMPARE(wrapper.entry->digest->value, md5("w"));
    const PackageAnswer original = ask(database, "/usr/bin/tool.real");
    QCOMPARE(told(original), QStringLiteral("original 1"));
    QCOMPARE(original.entry->digest->value, md5("o"));
    // The administrator's own file stands where the package's was.
    QCOMPARE(ownerOf(database, "/usr/bin/other"), QStringLiteral("nobody"));
    QCOMPARE(ownerOf(database, "/usr/bin/other.real"), QStringLiteral("original 1"));
}

void PackagesDpkgTest::settings()
{
    DpkgFixture fixture;
    fixture.addPackage("server", "1", {}, "installed", "Conffiles:\n /etc/init.d/server " + md5("i").toHex() + "\n");
    QFile list(fixture.below("info/server.list"));
    QVERIFY(list.open(QIODevice::Append));
    list.write("/etc/init.d/server\n");
    list.close();
    DpkgDatabase database(fixture.root());
    const PackageAnswer answer = ask(database, "/etc/init.d/server");
    QCOMPARE(told(answer), QStringLiteral("server 1"));
    // To be changed is what it is there for.
    QVERIFY(!answer.entry->digest);
}

void PackagesDpkgTest::links()
{
    DpkgFixture fixture;
    fixture.addPackage("server", "1", { { "/usr/share/server/run.py", "r" }, { "/usr/bin/replaced", "p" } });
    QFile list(fixture.below("info/server.list"));
    QVERIFY(list.open(QIODevice::Append));
    list.write("/usr/bin/run\n/usr/bin/link\n"); // links have no checksum
    list.close();
    DpkgDatabase database(fixture.root());
    QCOMPARE(ownerOf(database, "/usr/share/server/run.py", "/usr/bin/run"), QStringLiteral("server 1"));
    QCOMPARE(ownerOf(database, "/opt/own.py", "/usr/bin/link"), QStringLiteral("nobody"));
    // A shipped file that was made a link to something else is still the package's, and not as it was shipped.
    const PackageAnswer replaced = ask(database, "/opt/own.py", "/usr/bin/replaced");
    QCOMPARE(told(replaced), QStringLiteral("server 1"));
    QCOMPARE(replaced.entry->digest->value, md5("p"));
}

void PackagesDpkgTest::sideBySide()
{
    DpkgFixture fixture;
    fixture.addPackage("libtool", "2.36", { { "/lib/x86_64/run", "r" } }, "installed", "Multi-Arch: same\n", "libtool:amd64");
    DpkgDatabase database(fixture.root());
    const PackageAnswer answer = ask(database, "/lib/x86_64/run");
    QCOMPARE(told(answer), QStringLiteral("libtool 2.36"));
    QVERIFY(answer.entry->digest);
}

void PackagesDpkgTest::states_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QString>("answer");
    const QString present = QStringLiteral("server 1");
    QTest::newRow("installed") << QByteArray("installed") << present;
    QTest::newRow("unpacked") << QByteArray("unpacked") << present;
    QTest::newRow("not configured") << QByteArray("half-configured") << present;
    QTest::newRow("half installed") << QByteArray("half-installed") << QStringLiteral("busy");
    QTest::newRow("removed") << QByteArray("config-files") << QStringLiteral("nobody");
    QTest::newRow("purged") << QByteArray("not-installed") << QStringLiteral("nobody");
}

void PackagesDpkgTest::states()
{
    QFETCH(QByteArray, state);
    DpkgFixture fixture;
    fixture.addPackage("server", "1", { { "/usr/sbin/server", "s" } }, state);
    DpkgDatabase database(fixture.root());
    QTEST(ownerOf(database, "/usr/sbin/server"), "answer");
}

void PackagesDpkgTest::hostilePaths()
{
    DpkgFixture fixture;
    fixture.addPackage("server", "1", { { "/usr/sbin/server", "s" } });
    DpkgDatabase database(fixture.root());
    for (const QByteArray &path : { QByteArray("/usr/sbin/server\n/usr/sbin/server"), QByteArray("\n/usr/sbin/server"),
                                    QByteArray("/usr/sbin/../sbin/server"), QByteArray("usr/sbin/server"), QByteArray("/usr/sbin/server (deleted)"),
                                    QByteArray("/.\n"), QByteArray("/usr/sbin/server\0x", 18), QByteArray(100000, '/'), QByteArray() })
        QCOMPARE(ownerOf(database, path), QStringLiteral("nobody"));
}

void PackagesDpkgTest::brokenDatabases_data()
{
    using Breaking = std::function<void(DpkgFixture &)>;
    QTest::addColumn<Breaking>("breaking");
    QTest::addColumn<QString>("answer");
    const QString busy = QStringLiteral("busy");
    QTest::newRow("at work") << Breaking([](DpkgFixture &f) { writeFile(f.below("updates/0007"), "x"); }) << busy;
    QTest::newRow("at work, beginning") << Breaking([](DpkgFixture &f) { writeFile(f.below("updates/tmp.i"), "x"); }) << QStringLiteral("server 1");
    QTest::newRow("no status") << Breaking([](DpkgFixture &f) { QFile::remove(f.below("status")); }) << QStringLiteral("nobody");
    QTest::newRow("status without the package") << Breaking([](DpkgFixture &f) { writeFile(f.below("status"), {}); }) << busy;
    QTest::newRow("status cut short") << Breaking([](DpkgFixture &f) { writeFile(f.below("status"), "Package: server\nStatus: install ok installed\nVersion: 0"); }) << busy;
    QTest::newRow("list cut short") << Breaking([](DpkgFixture &f) { writeFile(f.below("info/server.list"), "/.\n/usr/sbin/ser"); }) << busy;
    QTest::newRow("no folder of lists") << Breaking([](DpkgFixture &f) { QDir(f.below("info")).removeRecursively(); }) << busy;
    QTest::newRow("list is a folder") << Breaking([](DpkgFixture &f) { QDir().mkpath(f.below("info/x.list")); }) << busy;
    QTest::newRow("no diversions") << Breaking([](DpkgFixture &f) { QFile::remove(f.below("diversions")); }) << QStringLiteral("server 1");
    QTest::newRow("diversions cut short") << Breaking([](DpkgFixture &f) { writeFile(f.below("diversions"), "/usr/sbin/server\n/usr/s"); }) << busy;
    QTest::newRow("status is not text") << Breaking([](DpkgFixture &f) { writeFile(f.below("status"), QByteArray(5000, '\xff')); }) << busy;
}

void PackagesDpkgTest::brokenDatabases()
{
    QFETCH(std::function<void(DpkgFixture &)>, breaking);
    DpkgFixture fixture;
    fixture.addPackage("server", "1", { { "/usr/sbin/server", "s" } });
    breaking(fixture);
    DpkgDatabase database(fixture.root());
    QTEST(ownerOf(database, "/usr/sbin/server"), "answer");
}

void PackagesDpkgTest::otherFilesAreNotAsked()
{
    DpkgFixture fixture;
    fixture.addPackage("server", "1", { { "/usr/sbin/server", "s" } });
    DpkgDatabase database(fixture.root());
    ProgramFile file;
    file.path = "/usr/sbin/server"; // neither here nor under our root: a container's
    const std::atomic_bool running = false;
    QCOMPARE(told(database.owners({ &file }, running).first()), QStringLiteral("nobody"));
    file.sharesRoot = true;
    QCOMPARE(told(database.owners({ &file }, running).first()), QStringLiteral("server 1"));
}

void PackagesDpkgTest::cancelled()
{
    DpkgFixture fixture;
    fixture.addPackage("server", "1", { { "/usr/sbin/server", "s" } });
    DpkgDatabase database(fixture.root());
    ProgramFile file;
    file.path = "/usr/sbin/server";
    file.isHere = true;
    const std::atomic_bool stop = true;
    QCOMPARE(told(database.owners({ &file }, stop).first()), QStringLiteral("busy"));
}

void PackagesDpkgTest::stampChanges()
{
    DpkgFixture fixture;
    DpkgDatabase database(fixture.root());
    const DatabaseStamp empty = database.stamp();
    QCOMPARE(database.stamp(), empty);
    fixture.addPackage("server", "1", { { "/usr/sbin/server", "s" } });
    const DatabaseStamp one = database.stamp();
    QVERIFY(one != empty);
    writeFile(fixture.below("updates/0000"), "x");
    QVERIFY(database.stamp() != one);
}

/// Every program in the system's folders, against what dpkg itself says.
void PackagesDpkgTest::thisMachine()
{
    if (!QFile::exists(QStringLiteral("/var/lib/dpkg/status")))
        QSKIP("this system has no dpkg database");
    QStringList paths;
    for (const char *folder : { "/usr/bin", "/usr/sbin", "/usr/lib/systemd", "/usr/libexec" }) {
        QDirIterator files(QString::fromLatin1(folder), QDir::Files | QDir::NoSymLinks);
        while (files.hasNext())
            paths.append(QFileInfo(files.next()).canonicalFilePath());
    }
    paths.removeDuplicates();
    QVERIFY(paths.size() > 300);

    QHash<QString, QString> expected;
    QStringList asked = paths;
    for (const QString &path : std::as_const(paths))
        asked.append(path.sliced(4)); // "/bin/sh", as an older list calls it
    const QByteArray output = run(QStringLiteral("dpkg-query"), QStringList { QStringLiteral("--search"), QStringLiteral("--") } + asked);
    for (const QByteArray &line : output.split('\n')) {
        const qsizetype colon = line.indexOf(": ");
        // Diversions are told on lines of their own.
        if (colon < 0 || line.startsWith("diversion ") || line.startsWith("local diversion"))
            continue;
        const QString path = QFileInfo(QString::fromUtf8(line.sliced(colon + 2))).canonicalFilePath();
        const QString name = QString::fromUtf8(line.first(colon).split(':').first());
        // Of a diverted file both are told, first the one whose file is not there.
        expected.insert(path, name);
    }
    QSet<QString> diverted;
    for (const QByteArray &line : run(QStringLiteral("dpkg-divert"), { QStringLiteral("--list") }).split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() > 4) {
            diverted.insert(QString::fromUtf8(words[2]));
            diverted.insert(QString::fromUtf8(words[4]));
        }
    }

    std::vector<ProgramFile> files(size_t(paths.size()));
    QList<const ProgramFile *> pointers;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        files[size_t(i)].path = QFile::encodeName(paths[i]);
        files[size_t(i)].isHere = true;
        pointers.append(&files[size_t(i)]);
    }
    DpkgDatabase database;
    const std::atomic_bool running = false;
    QList<PackageAnswer> answers;
    QTRY_VERIFY_WITH_TIMEOUT((answers = database.owners(pointers, running), answers.first().available), 60000);

    int compared = 0;
    int differing = 0;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const auto &entry = answers[i].entry;
        if (diverted.contains(paths[i]))
            continue;
        QVERIFY2((entry ? entry->name : QString()) == expected.value(paths[i]), qPrintable(paths[i]));
        QFile file(paths[i]);
        if (!entry || !entry->digest || file.size() > 4 * 1024 * 1024 || !file.open(QIODevice::ReadOnly))
            continue;
        ++compared;
        if (md5(file.readAll()) == entry->digest->value)
            continue;
        ++differing;
        const QByteArray verified = run(QStringLiteral("dpkg"), { QStringLiteral("--verify"), entry->name });
        QVERIFY2(verified.contains(QFile::encodeName(paths[i]).sliced(4)), qPrintable(paths[i]));
    }
    qInfo("%lld programs, %d compared with their checksums, %d of them changed", static_cast<long long>(paths.size()), compared, differing);
    QVERIFY(compared > 200);
}

QTEST_GUILESS_MAIN(PackagesDpkgTest)
#include "packages_dpkg_test.moc"
