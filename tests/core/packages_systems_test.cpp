// SPDX-License-Identifier: GPL-3.0-or-later
// The package systems other than dpkg: their parsers, made databases, and rpm itself.
#include "packages/appimage_database.h"
#include "packages/command.h"
#include "packages/flatpak_database.h"
#include "packages/gzip.h"
#include "packages/key_file.h"
#include "packages/name_version.h"
#include "packages/package_book.h"
#include "packages/pacman_database.h"
#include "packages/pacman_files.h"
#include "packages/rpm_database.h"
#include "packages/rpm_records.h"
#include "packages/snap_database.h"
#include "packages/store_database.h"
#include "support/dpkg_fixture.h"
#include "support/fixture.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace portolan;
using namespace portolan::test;

namespace {

const std::atomic_bool running = false;

PackageAnswer ask(PackageDatabase &database, const QByteArray &path)
{
    ProgramFile file;
    file.path = path;
    file.isHere = true;
    return database.owners({ &file }, running).first();
}

/// "manager name version", "nobody", or "busy".
QString told(const std::optional<PackageEntry> &entry)
{
    if (!entry)
        return QStringLiteral("nobody");
    return (entry->manager + QLatin1Char(' ') + entry->name + QLatin1Char(' ') + entry->version).trimmed();
}

QString ownerOf(PackageDatabase &database, const QByteArray &path)
{
    const PackageAnswer answer = ask(database, path);
    return answer.available ? told(answer.entry) : QStringLiteral("busy");
}

QByteArray sha256(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256);
}

QByteArray packageFixture(const char *name)
{
    return fixture(QStringLiteral("packages/") + QLatin1String(name));
}

/// A copy of the database that pacman made, to be changed.
void copyPacman(const QTemporaryDir &folder)
{
    const QString package = QStringLiteral("/var/lib/pacman/local/sample-server-2:1.4.2-1/");
    for (const char *name : { "desc", "files", "mtree" }) {
        const QString file = package + QLatin1String(name);
        writeFile(folder.path() + file, fixture(QStringLiteral("packages/pacman-root") + file));
    }
}

const QByteArray pacmanScript = "#!/bin/sh\nread line\n";

/// Answers as it is told to.
class Fixed : public PackageDatabase
{
public:
    Fixed(const PackageAnswer &answer, QList<qsizetype> &asked) : m_answer(answer), m_asked(asked) { }
    [[nodiscard]] QList<PackageAnswer> owners(const QList<const ProgramFile *> &files, const std::atomic_bool &) override
    {
        m_asked.append(files.size());
        return QList<PackageAnswer>(files.size(), m_answer);
    }

private:
    PackageAnswer m_answer;
    QList<qsizetype> &m_asked;
};

} // namespace

class PackagesSystemsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void namesAndVersions();
    void stores();
    void appImages();
    void keyFiles();
    void flatpakOrigins();
    void flatpakReleases();
    void snaps();
    void gzipFiles();
    void digests();
    void pacman();
    void pacmanTrees();
    void pacmanTruncated();
    void pacmanBroken();
    void rpmRecords();
    void rpmMessages();
    void rpm();
    void rpmLocked();
    void rpmTool();
    void book();
    void commands();
};

void PackagesSystemsTest::namesAndVersions()
{
    const auto split = [](const char *text) {
        const NameVersion result = splitNameVersion(text);
        return result.name + '|' + result.version;
    };
    QCOMPARE(split("openssh-9.6p1"), QByteArray("openssh|9.6p1"));
    QCOMPARE(split("python3.11-requests-2.31.0-dist"), QByteArray("python3.11-requests|2.31.0-dist"));
    QCOMPARE(split("tool"), QByteArray("tool|"));
    QCOMPARE(split("a-b-"), QByteArray("a-b-|"));
    QCOMPARE(split("-1"), QByteArray("-1|"));
    QCOMPARE(split(""), QByteArray("|"));
}

void PackagesSystemsTest::stores()
{
    const QByteArray hash = "0123456789abcdfghijklmnpqrsvwxyz";
    QCOMPARE(told(packageInStore("/nix/store/" + hash + "-openssh-9.6p1/bin/sshd")), QStringLiteral("nix openssh 9.6p1"));
    QCOMPARE(told(packageInStore("/gnu/store/" + hash + "-guile-3.0.9/bin/guile")), QStringLiteral("guix guile 3.0.9"));
    QCOMPARE(told(packageInStore("/nix/store/" + hash + "-run-server")), QStringLiteral("nix run-server"));
    for (const QByteArray &path : { "/nix/store/" + hash, "/nix/store/" + hash + '-', "/nix/store/e" + hash.sliced(1) + "-x-1/bin/x",
                                    "/nix/store/" + hash.chopped(1) + "-x-1/bin/x", "/nix/store/.links/" + hash, "/home/nix/store/" + hash + "-x-1/x", QByteArray() })
        QCOMPARE(told(packageInStore(path)), QStringLiteral("nobody"));
    StoreDatabase database;
    QCOMPARE(ownerOf(database, "/nix/store/" + hash + "-openssh-9.6p1/bin/sshd"), QStringLiteral("nix openssh 9.6p1"));
    // A container's own store says nothing to us.
    ProgramFile file;
    file.path = "/nix/store/" + hash + "-openssh-9.6p1/bin/sshd";
    file.sharesRoot = true;
    QVERIFY(!database.owners({ &file }, running).first().entry);
}

void PackagesSystemsTest::appImages()
{
    const QByteArray mounts = packageFixture("mountinfo");
    QCOMPARE(told(mountedAppImage(mounts, "/tmp/.mount_KritaXyzAbC/usr/bin/krita")), QStringLiteral("appimage Krita 5.2.2"));
    QCOMPARE(told(mountedAppImage(mounts, "/tmp/.mount_my toQ3/AppRun")), QStringLiteral("appimage my tool"));
    QCOMPARE(told(mountedAppImage(mounts, "/tmp/.mount_false/AppRun")), QStringLiteral("nobody"));
    QCOMPARE(told(mountedAppImage(mounts, "/tmp/.mount_KritaXyzAbCd/krita")), QStringLiteral("nobody"));
    QCOMPARE(told(mountedAppImage(mounts, "/tmp/.mount_KritaXyzAbC")), QStringLiteral("nobody"));
    QCOMPARE(told(mountedAppImage(mounts, "/home/alice/remote/server")), QStringLiteral("nobody"));
    for (qsizetype length = 0; length < mounts.size(); ++length) {
        const auto cut = mountedAppImage(QByteArrayView(mounts).first(length), "/tmp/.mount_KritaXyzAbC/usr/bin/krita");
        QVERIFY(!cut || told(cut) == QLatin1String("appimage Krita 5.2.2"));
    }
}

void PackagesSystemsTest::keyFiles()
{
    const auto values = parseKeyFile("lost=1\n[A]\n# x=1\n key = v=w \nkey=second\n=none\nplain\n[]\n[B c]\nkey=\nend=cut");
    QCOMPARE(values.size(), 2);
    QCOMPARE(values.value("A/key"), QByteArray("v=w"));
    QVERIFY(values.contains("B c/key"));
}

void PackagesSystemsTest::flatpakOrigins()
{
    const QByteArray info = packageFixture("flatpak-info");
    const auto application = flatpakOrigin(info, "/app/bin/server");
    QVERIFY(application);
    QCOMPARE(application->id, QByteArray("org.example.Server"));
    QCOMPARE(application->branch, QByteArray("stable"));
    QCOMPARE(application->deployment + application->file,
             QByteArray("/var/lib/flatpak/app/org.example.Server/x86_64/stable/0123456789abcdef/files/bin/server"));
    const auto runtime = flatpakOrigin(info, "/usr/bin/python3");
    QVERIFY(runtime);
    QCOMPARE(runtime->id, QByteArray("org.freedesktop.Platform"));
    QCOMPARE(runtime->branch, QByteArray("23.08"));
    QVERIFY(!flatpakOrigin(info, "/home/alice/server"));
    QVERIFY(!flatpakOrigin({}, "/app/bin/server"));
    // It must point to a deployment of that very application.
    QVERIFY(!flatpakOrigin(QByteArray(info).replace("name=org.example.Server", "name=org.example.Other"), "/app/bin/server"));
    QVERIFY(!flatpakOrigin(QByteArray(info).replace("name=org.example.Server", "name=../.."), "/app/bin/server"));
    QVERIFY(!flatpakOrigin(QByteArray(info).replace("/var/lib/flatpak/app/org.example.Server/", "/var/lib/flatpak/app/org.example.Server/../../"), "/app/bin/server"));
    QVERIFY(!flatpakOrigin(QByteArray(info).replace("app-path=/var", "app-path=var"), "/app/bin/server"));
    for (qsizetype length = 0; length < info.size(); ++length) {
        const auto cut = flatpakOrigin(QByteArrayView(info).first(length), "/app/bin/server");
        QVERIFY(!cut || cut->deployment == application->deployment);
    }
}

void PackagesSystemsTest::flatpakReleases()
{
    const QByteArray xml = packageFixture("metainfo.xml");
    QCOMPARE(newestRelease(xml), QStringLiteral("3.1.4"));
    QCOMPARE(newestRelease("<component/>"), QString());
    QCOMPARE(newestRelease("not xml"), QString());
    QCOMPARE(newestRelease({}), QString());
    for (qsizetype length = 0; length < xml.size(); ++length) {
        const QString cut = newestRelease(QByteArrayView(xml).first(length));
        QVERIFY(cut.isEmpty() || cut == QLatin1String("3.1.4"));
    }
}

void PackagesSystemsTest::snaps()
{
    const QTemporaryDir folder;
    const QByteArray snaps = QFile::encodeName(folder.path());
    for (const char *place : { "/sample-server/128", "/sample-server_two/x3", "/broken/1" })
        writeFile(folder.path() + QLatin1String(place) + QStringLiteral("/meta/snap.yaml"), packageFixture("snap.yaml"));
    writeFile(folder.filePath(QStringLiteral("broken/1/meta/snap.yaml")), "{");
    SnapDatabase database({ snaps });
    QCOMPARE(ownerOf(database, snaps + "/sample-server/128/bin/daemon"), QStringLiteral("snap sample-server 5.21.1-d46c406"));
    QCOMPARE(ownerOf(database, snaps + "/sample-server_two/x3/daemon"), QStringLiteral("snap sample-server 5.21.1-d46c406"));
    QCOMPARE(ownerOf(database, snaps + "/broken/1/daemon"), QStringLiteral("snap broken"));
    QCOMPARE(ownerOf(database, snaps + "/sample-server/128"), QStringLiteral("nobody"));
    QCOMPARE(ownerOf(database, snaps + "/sample-server/current/bin/daemon"), QStringLiteral("nobody"));
    QCOMPARE(ownerOf(database, snaps + "/bin/sample"), QStringLiteral("nobody"));
    QCOMPARE(ownerOf(database, "/usr/bin/sample"), QStringLiteral("nobody"));
    const QByteArray yaml = packageFixture("snap.yaml");
    for (qsizetype length = 0; length < yaml.size(); ++length)
        QVERIFY(QStringLiteral("5.21.1-d46c406").startsWith(snapVersion(QByteArrayView(yaml).first(length))));
}

void PackagesSystemsTest::gzipFiles()
{
    const QByteArray file = packageFixture("pacman-root/var/lib/pacman/local/sample-server-2:1.4.2-1/mtree");
    const auto content = gunzip(file, 1024 * 1024);
    QVERIFY(content);
    QVERIFY(content->startsWith("#mtree\n"));
    QCOMPARE(gunzip(file, content->size()), content);
    QVERIFY(!gunzip(file, content->size() - 1));
    for (qsizetype length = 0; length < file.size(); ++length)
        QVERIFY(!gunzip(QByteArrayView(file).first(length), 1024 * 1024));
    QByteArray damaged = file;
    damaged[damaged.size() - 6] = static_cast<char>(damaged[damaged.size() - 6] ^ 1); // in the checksum
    QVERIFY(!gunzip(damaged, 1024 * 1024));
}

void PackagesSystemsTest::digests()
{
    const QByteArray digits = sha256("x").toHex();
    QCOMPARE(digestFromHex(QCryptographicHash::Sha256, digits)->value, sha256("x"));
    QCOMPARE(digestFromHex(QCryptographicHash::Sha256, digits.toUpper())->value, sha256("x"));
    QVERIFY(!digestFromHex(QCryptographicHash::Md5, digits));
    QVERIFY(!digestFromHex(QCryptographicHash::Sha256, digits.chopped(1) + 'g'));
    QVERIFY(!digestFromHex(QCryptographicHash::Sha256, digits.chopped(1)));
}

void PackagesSystemsTest::pacman()
{
    PacmanDatabase database(QFile::encodeName(fixturePath(QStringLiteral("packages/pacman-root"))));
    const PackageAnswer program = ask(database, "/usr/bin/sample");
    QVERIFY(program.available);
    QCOMPARE(told(program.entry), QStringLiteral("pacman sample-server 2:1.4.2-1"));
    QCOMPARE(program.entry->digest, std::optional(FileDigest { QCryptographicHash::Sha256, sha256(pacmanScript) }));
    const PackageAnswer script = ask(database, "/usr/lib/sample server/run é.py");
    QCOMPARE(told(script.entry), QStringLiteral("pacman sample-server 2:1.4.2-1"));
    QCOMPARE(script.entry->digest->value, sha256("print(1)\n"));
    QCOMPARE(ask(database, "/usr/bin/sample-link").entry->digest, std::optional<FileDigest>());
    const PackageAnswer settings = ask(database, "/etc/sample.conf");
    QCOMPARE(told(settings.entry), QStringLiteral("pacman sample-server 2:1.4.2-1"));
    QVERIFY(!settings.entry->digest);
    QCOMPARE(ownerOf(database, "/usr/bin/other"), QStringLiteral("nobody"));
    QCOMPARE(ownerOf(database, "/usr/bin"), QStringLiteral("nobody"));
    PacmanDatabase none("/nonexistent");
    QCOMPARE(ownerOf(none, "/usr/bin/sample"), QStringLiteral("nobody"));
}

void PackagesSystemsTest::pacmanTrees()
{
    const QByteArray md5 = QCryptographicHash::hash("x", QCryptographicHash::Md5).toHex();
    const QByteArray text = "#mtree\n/set mode=644\n./a size=1 md5digest=" + md5 + "\n./b md5digest=" + md5 + " sha256digest="
        + sha256("x").toHex() + "\n./c sha256digest=12\n./d\\040e type=link\n./cut md5digest=" + md5;
    QCOMPARE(pacman::digestInTree(text, "/a")->algorithm, QCryptographicHash::Md5);
    QCOMPARE(pacman::digestInTree(text, "/b")->algorithm, QCryptographicHash::Sha256);
    for (const char *path : { "/c", "/d e", "/cut", "/missing", "a", "" })
        QVERIFY(!pacman::digestInTree(text, path));
}

void PackagesSystemsTest::pacmanTruncated()
{
    const QByteArray root = "pacman-root/var/lib/pacman/local/sample-server-2:1.4.2-1/";
    const QByteArray description = packageFixture(QByteArray(root + "desc").constData());
    for (qsizetype length = 0; length < description.size(); ++length) {
        const auto cut = pacman::parseDescription(QByteArrayView(description).first(length));
        QVERIFY(!cut || (cut->name == "sample-server" && cut->version == "2:1.4.2-1"));
    }
    const QByteArray files = packageFixture(QByteArray(root + "files").constData());
    QList<QByteArray> whole;
    QVERIFY(pacman::eachListedPath(files, [&whole](const QByteArray &path) { whole.append(path); }));
    QCOMPARE(whole.size(), 9);
    for (qsizetype length = 0; length < files.size(); ++length) {
        QList<QByteArray> cut;
        pacman::eachListedPath(QByteArrayView(files).first(length), [&cut](const QByteArray &path) { cut.append(path); });
        QCOMPARE(cut, whole.first(cut.size()));
    }
}

void PackagesSystemsTest::pacmanBroken()
{
    const QTemporaryDir folder;
    copyPacman(folder);
    const QString package = folder.filePath(QStringLiteral("var/lib/pacman/local/sample-server-2:1.4.2-1/"));
    PacmanDatabase database(QFile::encodeName(folder.path()));
    const DatabaseStamp stamp = database.stamp();
    QCOMPARE(ownerOf(database, "/usr/bin/sample"), QStringLiteral("pacman sample-server 2:1.4.2-1"));
    const QString lock = folder.filePath(QStringLiteral("var/lib/pacman/db.lck"));
    writeFile(lock, {});
    QVERIFY(database.stamp() != stamp);
    QCOMPARE(ownerOf(database, "/usr/bin/sample"), QStringLiteral("busy"));
    QVERIFY(QFile::remove(lock));
    writeFile(package + QStringLiteral("mtree"), "not gzip");
    QCOMPARE(ownerOf(database, "/usr/bin/sample"), QStringLiteral("pacman sample-server 2:1.4.2-1"));
    QCOMPARE(ask(database, "/usr/bin/sample").entry->digest, std::optional<FileDigest>());
    writeFile(package + QStringLiteral("desc"), "%NAME%\nsample");
    QCOMPARE(ownerOf(database, "/usr/bin/sample"), QStringLiteral("busy"));
    writeFile(package + QStringLiteral("files"), "%FILES%\nusr/bin/sam");
    QCOMPARE(ownerOf(database, "/usr/bin/sample"), QStringLiteral("busy"));
    QVERIFY(QFile::remove(package + QStringLiteral("files")));
    QCOMPARE(ownerOf(database, "/usr/bin/sample"), QStringLiteral("busy"));
}

void PackagesSystemsTest::rpmRecords()
{
    const QByteArray output = packageFixture("rpm-records");
    const QList<rpm::Record> records = rpm::parseRecords(output);
    QCOMPARE(records.size(), 4);
    QCOMPARE(records[0].entry.digest, std::optional<FileDigest>());
    QCOMPARE(records[3].path, QByteArray("/etc/prog.conf"));
    QCOMPARE(records[3].entry.digest, std::optional<FileDigest>());
    QCOMPARE(records[1].path, QByteArray("/usr/bin/prog"));
    QCOMPARE(told(records[1].entry), QStringLiteral("rpm portolan-sample 4:1.2-3"));
    QCOMPARE(records[1].entry.digest->algorithm, QCryptographicHash::Sha256);
    QCOMPARE(records[2].path, QByteArray("/usr/bin/with\ttab"));
    QCOMPARE(records[2].entry.version, QStringLiteral("0.9-1"));
    QCOMPARE(records[2].entry.digest->algorithm, QCryptographicHash::Md5);
    for (qsizetype length = 0; length < output.size(); ++length) {
        const QList<rpm::Record> cut = rpm::parseRecords(QByteArrayView(output).first(length));
        for (qsizetype i = 0; i < cut.size(); ++i)
            QCOMPARE(cut[i].entry, records[i].entry);
    }
}

void PackagesSystemsTest::rpmMessages()
{
    QVERIFY(rpm::isHarmless({}));
    QVERIFY(rpm::isHarmless("error: file /x: No such file or directory\nerror: file /y: No such file or directory\n"));
    QVERIFY(!rpm::isHarmless("error: cannot open Packages database in /var/lib/rpm\n"));
    QVERIFY(!rpm::isHarmless("error: file /x: No such file or directory\nwarning: Found bdb Packages database\n"));
    QVERIFY(!rpm::isHarmless("error: file /x"));
}

void PackagesSystemsTest::rpm()
{
    if (!QFile::exists(QStringLiteral("/usr/bin/rpmbuild")))
        QSKIP("rpm is not installed");
    if (::geteuid() != 0)
        QSKIP("installing a package needs root");
    const QTemporaryDir folder;
    const QString place = QFileInfo(folder.path()).canonicalFilePath();
    const QByteArray system = QFile::encodeName(place) + "/system";
    // Builds a package with one program, and installs it with a database of its own.
    const auto install = [&](const QByteArray &version, const QByteArray &content) {
        writeFile(place + QStringLiteral("/sample.spec"),
                  "Name: sample-server\nEpoch: 4\nVersion: " + version + "\nRelease: 3\nSummary: x\nLicense: x\nBuildArch: noarch\n"
                  "%description\nx\n%install\nmkdir -p %{buildroot}" + system + "/bin\nprintf '" + content + "' > \"%{buildroot}" + system
                  + "/bin/a server\"\necho > %{buildroot}" + system + "/settings\n%files\n\"" + system + "/bin/a server\"\n%config " + system + "/settings\n");
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("sh"), { QStringLiteral("-c"), QStringLiteral("rpmbuild -bb --define \"_topdir $1/top\" --define \"_dbpath $1/db\" "
            "\"$1/sample.spec\" && rpm --dbpath \"$1/db\" --nodeps -U $1/top/RPMS/noarch/sample-server-\"$2\"-*.rpm"), QStringLiteral("sh"), place, QString::fromLatin1(version) });
        if (!process.waitForFinished(60000) || process.exitCode() != 0)
            qFatal("%s", process.readAll().constData());
    };
    install("1.2", "one");

    RpmDatabase database(QStringLiteral("/usr/bin/rpm"), { "/nonexistent", QFile::encodeName(place) + "/db" });
    const PackageAnswer answer = ask(database, system + "/bin/a server");
    QVERIFY(answer.available);
    QCOMPARE(told(answer.entry), QStringLiteral("rpm sample-server 4:1.2-3"));
    QCOMPARE(answer.entry->digest, std::optional(FileDigest { QCryptographicHash::Sha256, sha256("one") }));
    const PackageAnswer settings = ask(database, system + "/settings");
    QCOMPARE(told(settings.entry), QStringLiteral("rpm sample-server 4:1.2-3"));
    QVERIFY(!settings.entry->digest);
    QCOMPARE(ownerOf(database, "/usr/bin/env"), QStringLiteral("nobody"));
    QCOMPARE(ownerOf(database, system + "/bin/nothing"), QStringLiteral("nobody"));
    QCOMPARE(ownerOf(database, system + "/bin/a\nserver"), QStringLiteral("nobody"));
    // To ask changes nothing.
    const DatabaseStamp stamp = database.stamp();
    QCOMPARE(ownerOf(database, system + "/bin/a server"), QStringLiteral("rpm sample-server 4:1.2-3"));
    QCOMPARE(database.stamp(), stamp);

    install("1.3", "two");
    QVERIFY(database.stamp() != stamp);
    const PackageAnswer upgraded = ask(database, system + "/bin/a server");
    QCOMPARE(told(upgraded.entry), QStringLiteral("rpm sample-server 4:1.3-3"));
    QCOMPARE(upgraded.entry->digest->value, sha256("two"));
    // What is listed may be gone.
    QVERIFY(QFile::remove(QFile::decodeName(system + "/bin/a server")));
    QCOMPARE(ownerOf(database, system + "/bin/a server"), QStringLiteral("rpm sample-server 4:1.3-3"));

    writeFile(place + QStringLiteral("/db/rpmdb.sqlite"), "this is no database");
    QCOMPARE(ownerOf(database, system + "/bin/a server"), QStringLiteral("busy"));
}

void PackagesSystemsTest::rpmLocked()
{
    const QTemporaryDir folder;
    const QByteArray place = QFile::encodeName(folder.path());
    writeFile(folder.filePath(QStringLiteral("rpmdb.sqlite")), {});
    writeFile(folder.filePath(QStringLiteral(".rpm.lock")), {});
    // Answers that nothing is owned, with a program in rpm's place.
    const QString program = folder.filePath(QStringLiteral("rpm"));
    writeFile(program, "#!/bin/sh\n");
    QVERIFY(QFile::setPermissions(program, QFile::ReadOwner | QFile::ExeOwner));
    RpmDatabase database(program, { place });
    QCOMPARE(ownerOf(database, "/usr/bin/env"), QStringLiteral("nobody"));
    // Locks of one process do not exclude each other, so another one holds it.
    QProcess holder;
    holder.start(QStringLiteral("python3"), { QStringLiteral("-c"), QStringLiteral("import fcntl, sys\nf = open(sys.argv[1], 'r+')\nfcntl.lockf(f, fcntl.LOCK_EX)\n"
        "print(flush=True)\nsys.stdin.read()"), folder.filePath(QStringLiteral(".rpm.lock")) });
    QVERIFY(holder.waitForReadyRead());
    QCOMPARE(ownerOf(database, "/usr/bin/env"), QStringLiteral("busy"));
    holder.closeWriteChannel();
    QVERIFY(holder.waitForFinished());
    QCOMPARE(ownerOf(database, "/usr/bin/env"), QStringLiteral("nobody"));
}

void PackagesSystemsTest::rpmTool()
{
    const QTemporaryDir folder;
    const QByteArray place = QFile::encodeName(folder.path());
    // Without the tool, or without a database, there is no such system.
    RpmDatabase none(QStringLiteral("/usr/bin/env"), { place });
    QCOMPARE(ownerOf(none, "/usr/bin/env"), QStringLiteral("nobody"));
    writeFile(folder.filePath(QStringLiteral("Packages")), {});
    RpmDatabase noTool(QStringLiteral("/nonexistent"), { place });
    QCOMPARE(ownerOf(noTool, "/usr/bin/env"), QStringLiteral("nobody"));
    // A tool that fails in some other way is not believed.
    RpmDatabase failing(QStringLiteral("/usr/bin/env"), { place });
    QCOMPARE(ownerOf(failing, "/usr/bin/env"), QStringLiteral("busy"));
}

void PackagesSystemsTest::book()
{
    const PackageEntry entry { QStringLiteral("m"), QStringLiteral("n"), QStringLiteral("v"), {} };
    const auto answered = [](const QList<PackageAnswer> &answers, QList<qsizetype> &asked) {
        std::vector<std::unique_ptr<PackageDatabase>> databases;
        for (const PackageAnswer &answer : answers)
            databases.push_back(std::make_unique<Fixed>(answer, asked));
        PackageBook book(std::move(databases));
        return ask(book, "/x");
    };
    QList<qsizetype> asked;
    QCOMPARE(answered({ {}, { true, entry }, {} }, asked), (PackageAnswer { true, entry }));
    QCOMPARE(asked.size(), 2);
    asked.clear();
    QCOMPARE(answered({ { false, std::nullopt }, { true, entry } }, asked), (PackageAnswer { false, std::nullopt }));
    QCOMPARE(asked.size(), 1);
    QCOMPARE(answered({ {}, {} }, asked), PackageAnswer());
    QCOMPARE(answered({}, asked), PackageAnswer());
}

void PackagesSystemsTest::commands()
{
    using namespace std::chrono_literals;
    const auto shell = [](const char *text, const CommandLimits &limits = {}, const std::atomic_bool &stop = running) {
        return runCommand(QStringLiteral("/bin/sh"), { QStringLiteral("-c"), QString::fromLatin1(text) }, stop, limits);
    };
    ::setenv("PORTOLAN_TEST_VARIABLE", "x", 1);
    const CommandOutput plain = shell("echo out; echo err >&2; echo $HOME$PORTOLAN_TEST_VARIABLE; cat; exit 3");
    QVERIFY(plain.isWhole);
    QCOMPARE(plain.output, QByteArray("out\n/nonexistent\n"));
    QCOMPARE(plain.errors, QByteArray("err\n"));
    QVERIFY(!shell("kill -9 $$").isWhole);
    QVERIFY(!shell("exec yes", { 60s, 100000 }).isWhole);
    QVERIFY(!shell("exec sleep 1000", { 50ms, 100000 }).isWhole);
    const std::atomic_bool stop = true;
    QVERIFY(!shell("exec sleep 1000", {}, stop).isWhole);
    QVERIFY(!runCommand(QStringLiteral("/nonexistent"), {}, running).isWhole);
}

QTEST_GUILESS_MAIN(PackagesSystemsTest)
#include "packages_systems_test.moc"
