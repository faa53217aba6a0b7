// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps registries in real files and asks the real program about them.
#include "knowledge/knowledge_format.h"
#include "knowledge/registry_file.h"
#include "knowledge/registry_store.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace portolan;

class RegistryStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void startsWithTheBuiltInOne();
    void keepsWhatWasBrought();
    void survivesItsOwnReplacement();
    void compilesAnewAfterAProgramUpdate_data();
    void compilesAnewAfterAProgramUpdate();
    void movesDamageAsideOnce();
    void keepsWhatItHadWhenItCannotWrite();
    void refusesWhatWouldFillTheMemory();
    void programAnswersFromIt();
    void programSaysDamageOnce();
    void programCompilesAnew();

private:
    [[nodiscard]] RegistryStore store() const { return RegistryStore(m_folder->filePath(QStringLiteral("portolan"))); }
    /// What the program does with this data folder.
    struct Result
    {
        int code = -1;
        QByteArray out;
        QByteArray error;
    };
    [[nodiscard]] Result run(const QStringList &arguments) const;
    [[nodiscard]] QJsonObject json(const QStringList &arguments) const
    {
        return QJsonDocument::fromJson(run(arguments).out).object();
    }
    [[nodiscard]] QByteArray bytes() const;
    void write(const QByteArray &bytes) const;
    /// As a program with other notes, or of another version, would have left it.
    void makeOutdated(bool otherVersion) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr qsizetype stampOffset = 20;
constexpr qsizetype headerSize = 48;

QList<Registration> rows()
{
    const RegistryResult result = readRegistryFile(QStringLiteral(PORTOLAN_FIXTURES "/registry_xml/small.xml"));
    if (!result.ok())
        qFatal("%s", qPrintable(result.error));
    return result.rows;
}

const RegistryEdition edition { QStringLiteral("2026-03-09"), QStringLiteral("small.xml") };

} // namespace

void RegistryStoreTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

RegistryStoreTest::Result RegistryStoreTest::run(const QStringList &arguments) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_folder->path());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(PORTOLAN_CLI), arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return { process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError() };
}

QByteArray RegistryStoreTest::bytes() const
{
    QFile file(store().path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void RegistryStoreTest::write(const QByteArray &bytes) const
{
    QFile file(store().path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void RegistryStoreTest::makeOutdated(bool otherVersion) const
{
    QByteArray kept = bytes();
    kept[stampOffset] = static_cast<char>(~kept.at(stampOffset));
    const qsizetype nameSize = edition.file.size();
    qToLittleEndian(format::checksum(QByteArrayView(kept).sliced(stampOffset, headerSize + nameSize - stampOffset)),
                    kept.data() + 12);
    if (otherVersion) {
        const qsizetype compiled = kept.indexOf(QByteArray(format::magic, sizeof format::magic));
        QVERIFY(compiled > headerSize);
        kept[compiled + format::versionOffset] = 1;
    }
    write(kept);
}

void RegistryStoreTest::startsWithTheBuiltInOne()
{
    const RegistryStore::Loaded loaded = store().load();
    QCOMPARE(loaded.knowledge, Knowledge::builtIn());
    QVERIFY(!loaded.outdated && loaded.problem.isEmpty());
    QVERIFY(!loaded.knowledge->registry().date.isEmpty());
    QVERIFY(loaded.knowledge->registry().isBuiltIn());
    QVERIFY(store().remove().isEmpty());
    QVERIFY(!QDir(m_folder->path()).exists(QStringLiteral("portolan")));
}

void RegistryStoreTest::keepsWhatWasBrought()
{
    const RegistryStore::Kept kept = store().keep(rows(), edition);
    QVERIFY2(kept.knowledge, qPrintable(kept.error));
    const RegistryStore::Loaded loaded = store().load();
    QVERIFY2(loaded.problem.isEmpty(), qPrintable(loaded.problem));
    QVERIFY(!loaded.outdated);
    for (const KnowledgePtr &knowledge : { kept.knowledge, loaded.knowledge }) {
        QCOMPARE(knowledge->registry(), edition);
        QCOMPARE(knowledge->registrationCount(), rows().size());
        for (int i = 0; i < knowledge->registrationCount(); ++i)
            QCOMPARE(knowledge->registrationAt(i), rows().at(i));
        QCOMPARE(knowledge->registration(100, Transport::Tcp)->service, QStringLiteral("one"));
        QVERIFY(!knowledge->registration(3155, Transport::Tcp));
        // Notes and panels are the program's own; marks follow from both.
        QCOMPARE(knowledge->notes(3155), Knowledge::builtIn()->notes(3155));
        QCOMPARE(knowledge->panelCount(), Knowledge::builtIn()->panelCount());
        QCOMPARE(knowledge->panel(3155), Knowledge::builtIn()->panel(3155));
        QVERIFY(knowledge->marks(150).testFlag(Mark::Unassigned));
        QVERIFY(knowledge->marks(100, Transport::Tcp).testFlag(Mark::UnauthorisedUse));
        QVERIFY(!knowledge->marks(3155).testFlag(Mark::Ghost));
    }
    QVERIFY(store().remove().isEmpty());
    QCOMPARE(store().load().knowledge, Knowledge::builtIn());
}

void RegistryStoreTest::survivesItsOwnReplacement()
{
    const KnowledgePtr first = store().keep(rows(), edition).knowledge;
    QVERIFY(first);
    QList<Registration> others = rows();
    others[1].service = QStringLiteral("other");
    const KnowledgePtr second = store().keep(others, { {}, QStringLiteral("other.csv") }).knowledge;
    QVERIFY(second);
    QVERIFY(store().remove().isEmpty());
    // What is in use stays readable after its file was replaced and removed.
    QCOMPARE(first->registration(100, Transport::Tcp)->service, QStringLiteral("one"));
    QCOMPARE(second->registration(100, Transport::Tcp)->service, QStringLiteral("other"));
    QCOMPARE(second->registry().text(), QStringLiteral("IANA's registry from the file “other.csv”"));
}

void RegistryStoreTest::compilesAnewAfterAProgramUpdate_data()
{
    QTest::addColumn<bool>("otherVersion");
    QTest::newRow("other notes") << false;
    QTest::newRow("other version of the compiled form") << true;
}

void RegistryStoreTest::compilesAnewAfterAProgramUpdate()
{
    QFETCH(bool, otherVersion);
    QVERIFY(store().keep(rows(), edition).knowledge);
    const QByteArray good = bytes();
    makeOutdated(otherVersion);
    const RegistryStore::Loaded loaded = store().load();
    QVERIFY2(loaded.problem.isEmpty(), qPrintable(loaded.problem));
    QVERIFY(loaded.outdated);
    QCOMPARE(loaded.knowledge->registry().isBuiltIn(), otherVersion);
    const RegistryStore::Kept kept = store().recompile();
    QVERIFY2(kept.knowledge, qPrintable(kept.error));
    QCOMPARE(kept.knowledge->registry(), edition);
    QCOMPARE(bytes(), good);
    QVERIFY(!store().load().outdated);
}

void RegistryStoreTest::movesDamageAsideOnce()
{
    QVERIFY(store().keep(rows(), edition).knowledge);
    const QByteArray good = bytes();
    const QString aside = m_folder->filePath(QStringLiteral("portolan/registry.damaged"));
    const auto check = [&](const QByteArray &damage) {
        QFile::remove(aside);
        write(damage);
        const RegistryStore::Loaded loaded = store().load();
        QCOMPARE(loaded.knowledge, Knowledge::builtIn());
        QVERIFY(!loaded.outdated);
        QVERIFY2(loaded.problem.contains(QStringLiteral("registry.damaged")), qPrintable(loaded.problem));
        QVERIFY(QFile::exists(aside) && !QFile::exists(store().path()));
        QVERIFY(store().load().problem.isEmpty());
    };
    for (const qsizetype length : { qsizetype(0), qsizetype(7), headerSize - 1, headerSize, qsizetype(300), good.size() / 2, good.size() - 1 })
        check(good.first(length));
    check(good + 'x');
    // The table is only looked at when it is compiled anew.
    const qsizetype compiled = good.indexOf(QByteArray(format::magic, sizeof format::magic));
    for (const qsizetype position : { qsizetype(0), qsizetype(9), qsizetype(14), stampOffset, qsizetype(29), qsizetype(41), headerSize,
                                      compiled, compiled + 60, good.size() - 1 }) {
        QByteArray damaged = good;
        damaged[position] = static_cast<char>(~damaged.at(position));
        check(damaged);
    }
    QByteArray table = good;
    table[headerSize + edition.file.size() + 30] ^= 1;
    write(table);
    makeOutdated(true);
    const RegistryStore::Kept kept = store().recompile();
    QVERIFY(!kept.knowledge || kept.knowledge->registry().isBuiltIn());
    QVERIFY(kept.error.contains(QStringLiteral("registry.damaged")));
}

void RegistryStoreTest::keepsWhatItHadWhenItCannotWrite()
{
    QVERIFY(store().keep(rows(), edition).knowledge);
    const QByteArray good = bytes();
    const QString folder = m_folder->filePath(QStringLiteral("portolan"));
    if (::geteuid() == 0) {
        // No folder is closed to root: a file stands where the folder would be.
        const RegistryStore blocked(m_folder->filePath(QStringLiteral("portolan/registry.bin")));
        const RegistryStore::Kept kept = blocked.keep(rows(), edition);
        QVERIFY(!kept.knowledge);
        QVERIFY2(kept.error.contains(QStringLiteral("cannot be kept")), qPrintable(kept.error));
    } else {
        QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner));
        const RegistryStore::Kept kept = store().keep(rows(), { {}, QStringLiteral("other.csv") });
        QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner));
        QVERIFY(!kept.knowledge);
        QVERIFY2(kept.error.contains(QStringLiteral("cannot be kept")), qPrintable(kept.error));
    }
    QCOMPARE(bytes(), good);
    QCOMPARE(store().load().knowledge->registry(), edition);
}

void RegistryStoreTest::refusesWhatWouldFillTheMemory()
{
    Registration all;
    all.portFrom = 0;
    all.portTo = 65535;
    all.description = QStringLiteral("Unassigned");
    all.status = RegistrationStatus::Unassigned;
    const RegistryStore::Kept kept = store().keep(QList<Registration>(1000, all), edition);
    QVERIFY(!kept.knowledge);
    QVERIFY2(kept.error.contains(QStringLiteral("cannot be compiled")), qPrintable(kept.error));
    QVERIFY(!QFile::exists(store().path()));
}

void RegistryStoreTest::programAnswersFromIt()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QList<Registration> own = rows();
    own[1].portFrom = own[1].portTo = server.serverPort();
    QVERIFY(store().keep(own, edition).knowledge);

    const QJsonObject knowledge = json({ QStringLiteral("knowledge"), QStringLiteral("--json") });
    QCOMPARE(knowledge.value(u"registrations").toArray().size(), own.size());
    QCOMPARE(knowledge.value(u"notes").toArray().size(), Knowledge::builtIn()->noteCount());
    const QJsonObject registry { { QStringLiteral("date"), edition.date }, { QStringLiteral("origin"), QStringLiteral("file") },
                                 { QStringLiteral("file"), edition.file } };
    QCOMPARE(knowledge.value(u"registry").toObject(), registry);
    const QJsonObject explained = json({ QStringLiteral("explain"), QStringLiteral("150"), QStringLiteral("--json") });
    QCOMPARE(explained.value(u"registry").toObject(), registry);
    QCOMPARE(explained.value(u"registrations").toArray().at(0).toObject().value(u"portFrom").toInt(), 102);
    const QByteArray text = run({ QStringLiteral("explain"), QStringLiteral("150") }).out.simplified();
    QVERIFY2(text.contains("IANA's registry as of 2026-03-09, from the file “small.xml”"), text.constData());

    bool found = false;
    for (const QJsonValue &listener : json({ QStringLiteral("list"), QStringLiteral("--json") }).value(u"listeners").toArray()) {
        if (listener[u"port"].toInt() != server.serverPort() || listener[u"transport"].toString() != QLatin1String("tcp"))
            continue;
        found = true;
        QCOMPARE(listener[u"registration"][u"service"].toString(), QStringLiteral("one"));
        QVERIFY(listener[u"marks"].toArray().contains(QStringLiteral("unauthorised-use")));
    }
    QVERIFY(found);

    QVERIFY(store().remove().isEmpty());
    QCOMPARE(json({ QStringLiteral("explain"), QStringLiteral("150"), QStringLiteral("--json") })
                 .value(u"registry").toObject().value(u"origin").toString(), QStringLiteral("built-in"));
}

void RegistryStoreTest::programSaysDamageOnce()
{
    QVERIFY(store().keep(rows(), edition).knowledge);
    write(bytes().chopped(1));
    const QStringList arguments { QStringLiteral("explain"), QStringLiteral("22"), QStringLiteral("--json") };
    const Result first = run(arguments);
    QCOMPARE(first.code, 0);
    QVERIFY2(first.error.contains("was damaged"), first.error.constData());
    QCOMPARE(first.error.count('\n'), 1);
    QCOMPARE(QJsonDocument::fromJson(first.out).object().value(u"registry").toObject().value(u"origin").toString(), QStringLiteral("built-in"));
    const Result second = run(arguments);
    QCOMPARE(second.error, QByteArray());
    QCOMPARE(second.out, first.out);
}

void RegistryStoreTest::programCompilesAnew()
{
    QVERIFY(store().keep(rows(), edition).knowledge);
    const QByteArray good = bytes();
    makeOutdated(true);
    const Result result = run({ QStringLiteral("explain"), QStringLiteral("150"), QStringLiteral("--json") });
    QCOMPARE(result.error, QByteArray());
    QCOMPARE(QJsonDocument::fromJson(result.out).object().value(u"registry").toObject().value(u"file").toString(), edition.file);
    QCOMPARE(bytes(), good);
}

QTEST_GUILESS_MAIN(RegistryStoreTest)
#include "registry_store_test.moc"
