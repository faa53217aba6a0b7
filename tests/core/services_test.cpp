// SPDX-License-Identifier: GPL-3.0-or-later
// ServiceFacts and the service manager it asks, here a fake one on a bus of the test's own.
#include "services/service_facts.h"
#include "tests/support/builders.h"
#include "tests/support/service_manager_fixture.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <unistd.h>

using namespace portolan;
using namespace std::chrono_literals;
using test::FakeServiceManager;
using test::FakeUnit;
using test::PrivateBus;

namespace {

const QString systemd1 = QStringLiteral("org.freedesktop.systemd1");

UnitWatcherLimits quick()
{
    UnitWatcherLimits limits;
    limits.afterSignal = 1ms;
    limits.betweenReadings = 1ms;
    limits.firstRetry = 20ms;
    limits.lastRetry = 20ms;
    return limits;
}

ManagerBus nowhere()
{
    return {};
}

OwnerPtr held(const QList<std::pair<qint32, QString>> &processes, Attribution attribution, const QString &group)
{
    Owner owner = *test::unowned(OwnerReason::ControlGroupOnly, 7);
    owner.attribution = attribution;
    owner.cgroup = group;
    for (const auto &[pid, processGroup] : processes) {
        ProcessInfo process = *test::process(pid, QStringLiteral("p%1").arg(pid));
        process.cgroup = processGroup;
        owner.processes += std::make_shared<ProcessInfo>(process);
    }
    if (attribution == Attribution::Observed)
        owner.reason = OwnerReason::None;
    const auto place = unitPlace(attribution == Attribution::Observed ? owner.processes.first()->cgroup : group);
    owner.unit = place ? place->unit : QString();
    return std::make_shared<Owner>(owner);
}

OwnerPtr inService(const QString &group)
{
    return held({ { 812, group } }, Attribution::Observed, {});
}

Owner completed(ServiceFacts &facts, const OwnerPtr &owner, const SocketEntry &socket = test::socket(22, 1))
{
    Owner copy = *owner;
    facts.addTo(copy, socket);
    return copy;
}

/// What an interface consists of: "method ListUnits: a(ssssssouso)" and so on.
QStringList members(const QByteArray &xml, const QString &interface)
{
    QStringList result;
    QXmlStreamReader reader(xml);
    bool isInside = false;
    while (!reader.atEnd()) {
        reader.readNext();
        if (!reader.isStartElement())
            continue;
        const QString name = reader.attributes().value(QLatin1String("name")).toString();
        const QString type = reader.attributes().value(QLatin1String("type")).toString();
        if (reader.name() == u"interface")
            isInside = name == interface;
        else if (isInside && (reader.name() == u"method" || reader.name() == u"signal"))
            result += QStringLiteral("%1 %2:").arg(reader.name(), name);
        else if (isInside && reader.name() == u"property")
            result += QStringLiteral("property %1: %2").arg(name, type);
        else if (isInside && reader.name() == u"arg" && !result.isEmpty())
            result.last() += QLatin1Char(' ') + type + (reader.attributes().value(QLatin1String("direction")) == u"in" ? QStringLiteral("<") : QString());
    }
    return result;
}

QByteArray introspection(const QString &address, const QString &path)
{
    QByteArray xml;
    {
        QDBusConnection connection = QDBusConnection::connectToBus(address, QStringLiteral("introspection"));
        const QDBusMessage answer = connection.call(
            systemd::call(path, QStringLiteral("org.freedesktop.DBus.Introspectable"), QStringLiteral("Introspect")));
        xml = answer.arguments().value(0).toString().toUtf8();
    }
    QDBusConnection::disconnectFromBus(QStringLiteral("introspection"));
    return xml;
}

} // namespace

class ServicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_bus = std::make_unique<PrivateBus>();
        m_manager = std::make_unique<FakeServiceManager>(m_bus->address());
    }
    void cleanup()
    {
        m_manager.reset();
        m_bus.reset();
    }

    void fakeIsLikeSystemd();
    void describesTheUnit();
    void keepsManagersApart();
    void believesOnlyThePersonsOwnManager();
    void namesTheSocketUnitOfARunningService();
    void namesTheServiceThatIsNotStarted_data();
    void namesTheServiceThatIsNotStarted();
    void namesTheTemplateOfOneServicePerConnection();
    void namesTheServiceThatWasPassedTheSocket();
    void namesNoSocketUnitOfOthers();
    void followsChanges();
    void readsAgainAfterAReload();
    void managerComesAndGoes();
    void busComesAndGoes();
    void ignoresWrongTypes();
    void neverWaitsForASlowManager();
    void readsThousandsOfUnits();

private:
    void addSsh(const QString &serviceState)
    {
        m_manager->set({ QStringLiteral("ssh.socket"), QStringLiteral("OpenBSD Secure Shell server socket"), QStringLiteral("active"),
                         QStringLiteral("listening"), { QStringLiteral("ssh.service") },
                         { { QStringLiteral("Stream"), QStringLiteral("0.0.0.0:22") },
                           { QStringLiteral("Stream"), QStringLiteral("[::]:22") },
                           { QStringLiteral("Stream"), QStringLiteral("/run/ssh.sock") } } });
        m_manager->set({ QStringLiteral("ssh.service"), QStringLiteral("OpenBSD Secure Shell server"), serviceState,
                         serviceState == QLatin1String("active") ? QStringLiteral("running") : QStringLiteral("dead") });
    }
    [[nodiscard]] std::unique_ptr<ServiceFacts> facts(const UnitWatcherLimits &limits = quick()) const
    {
        return std::make_unique<ServiceFacts>(ManagerBus { m_bus->address(), std::nullopt }, nowhere(), limits);
    }
    /// Asks, waits for the manager's answer, and asks again.
    static Owner answer(ServiceFacts &facts, const OwnerPtr &owner, const SocketEntry &socket = test::socket(22, 1))
    {
        completed(facts, owner, socket);
        if (!facts.waitForAnswers(10s))
            qFatal("no answer");
        return completed(facts, owner, socket);
    }

    std::unique_ptr<PrivateBus> m_bus;
    std::unique_ptr<FakeServiceManager> m_manager;
    const QString m_sshGroup = QStringLiteral("/system.slice/ssh.service");
};

void ServicesTest::fakeIsLikeSystemd()
{
    const QString systemd = QStringLiteral("/lib/systemd/systemd");
    if (!QFileInfo::exists(systemd))
        QSKIP("needs the package systemd, to compare the fake with it");
    const auto real = [&](const QString &path) {
        QProcess process;
        process.start(systemd, { QStringLiteral("--bus-introspect=") + path });
        process.waitForFinished();
        return process.readAllStandardOutput();
    };
    const QString manager = QStringLiteral("/org/freedesktop/systemd1");
    const QString unit = manager + QStringLiteral("/unit/ssh_2esocket");
    const QByteArray fakeManager = introspection(m_bus->address(), manager);
    const QByteArray fakeUnit = introspection(m_bus->address(), unit);
    const QByteArray realManager = real(manager);
    const QByteArray realUnit = real(QStringLiteral("org.freedesktop.systemd1.Socket"));
    for (const auto &[interface, fake, original] : { std::tuple(systemd1 + QStringLiteral(".Manager"), fakeManager, realManager),
                                                      std::tuple(systemd1 + QStringLiteral(".Unit"), fakeUnit, realUnit),
                                                      std::tuple(systemd1 + QStringLiteral(".Socket"), fakeUnit, realUnit) }) {
        const QStringList known = members(original, interface);
        const QStringList faked = members(fake, interface);
        QVERIFY2(faked.size() >= 2 && known.size() > faked.size(), qPrintable(interface));
        for (const QString &member : faked)
            QVERIFY2(known.contains(member), qPrintable(interface + u' ' + member));
    }
}

void ServicesTest::describesTheUnit()
{
    addSsh(QStringLiteral("active"));
    m_manager->set({ QStringLiteral("backup.service"), QStringLiteral("Back up \u202e<b>everything</b>"), QStringLiteral("activating"), QStringLiteral("start-pre") });
    m_manager->set({ QStringLiteral("backup.timer"), {}, QStringLiteral("active"), QStringLiteral("waiting"), { QStringLiteral("backup.service") } });
    const auto facts = this->facts();
    const Owner ssh = answer(*facts, inService(m_sshGroup));
    QVERIFY(ssh.unitFacts);
    QCOMPARE(ssh.unitFacts->name, QStringLiteral("ssh.service"));
    QCOMPARE(ssh.unitFacts->description, QStringLiteral("OpenBSD Secure Shell server"));
    QCOMPARE(ssh.unitFacts->activeState, QStringLiteral("active"));
    QCOMPARE(ssh.unitFacts->subState, QStringLiteral("running"));
    QCOMPARE(ssh.unitFacts->triggeredBy, QStringLiteral("ssh.socket"));
    const Owner backup = completed(*facts, inService(QStringLiteral("/system.slice/backup.service")));
    QCOMPARE(backup.unitFacts->description, QStringLiteral("Back up \u202e<b>everything</b>"));
    QCOMPARE(backup.unitFacts->subState, QStringLiteral("start-pre"));
    QCOMPARE(backup.unitFacts->triggeredBy, QStringLiteral("backup.timer"));
    QVERIFY(backup.socketUnit.isEmpty());
    QVERIFY(!completed(*facts, inService(QStringLiteral("/system.slice/unheard-of.service"))).unitFacts);
}

void ServicesTest::keepsManagersApart()
{
    // Both managers have a unit of this name.
    const PrivateBus personsBus;
    FakeServiceManager persons(personsBus.address());
    persons.set({ QStringLiteral("web.service"), QStringLiteral("mine") });
    m_manager->set({ QStringLiteral("web.service"), QStringLiteral("the system's") });
    ServiceFacts facts({ m_bus->address(), std::nullopt }, { personsBus.address(), ::geteuid() }, quick());
    const auto group = [](quint32 uid) {
        return QStringLiteral("/user.slice/user-%1.slice/user@%1.service/app.slice/web.service").arg(uid);
    };
    QCOMPARE(answer(facts, inService(QStringLiteral("/system.slice/web.service"))).unitFacts->description, QStringLiteral("the system's"));
    QCOMPARE(answer(facts, inService(group(::geteuid()))).unitFacts->description, QStringLiteral("mine"));
    QVERIFY(!answer(facts, inService(group(::geteuid() + 1))).unitFacts);
    // A manager inside of a container has one as well.
    Owner inner = *inService(QStringLiteral("/machine.slice/docker-0a.scope/system.slice/web.service"));
    inner.unit = QStringLiteral("web.service");
    QVERIFY(!completed(facts, std::make_shared<Owner>(inner)).unitFacts);
}

void ServicesTest::believesOnlyThePersonsOwnManager()
{
    m_manager->set({ QStringLiteral("web.service"), QStringLiteral("somebody's") });
    // The bus belongs to another user than the one whose manager is wanted, as after `sudo -E`.
    ServiceFacts facts(nowhere(), { m_bus->address(), ::geteuid() + 1 }, quick());
    const QString group = QStringLiteral("/user.slice/user-%1.slice/user@%1.service/web.service").arg(::geteuid());
    QVERIFY(!answer(facts, inService(group)).unitFacts);
    QCOMPARE(m_manager->calls(QStringLiteral("ListUnits")), 0);
}

void ServicesTest::namesTheSocketUnitOfARunningService()
{
    addSsh(QStringLiteral("active"));
    const auto facts = this->facts();
    const Owner owner = answer(*facts, held({ { 812, m_sshGroup }, { 1, QStringLiteral("/init.scope") } }, Attribution::Observed, QStringLiteral("/init.scope")));
    QCOMPARE(owner.socketUnit, QStringLiteral("ssh.socket"));
    QCOMPARE(owner.unit, QStringLiteral("ssh.service"));
    QCOMPARE(owner.attribution, Attribution::Observed);
    QCOMPARE(owner.reason, OwnerReason::None);
    QCOMPARE(completed(*facts, inService(m_sshGroup), test::socket(22, 2, "::")).socketUnit, QStringLiteral("ssh.socket"));
    QVERIFY(completed(*facts, inService(m_sshGroup), test::socket(22, 3, "127.0.0.1")).socketUnit.isEmpty());
    QVERIFY(completed(*facts, inService(m_sshGroup), test::socket(22, 4, "0.0.0.0", Transport::Udp)).socketUnit.isEmpty());
    SocketEntry elsewhere = test::socket(22, 5);
    elsewhere.networkNamespace = QStringLiteral("4026532000");
    QVERIFY(completed(*facts, inService(m_sshGroup), elsewhere).socketUnit.isEmpty());
}

void ServicesTest::namesTheServiceThatIsNotStarted_data()
{
    QTest::addColumn<Attribution>("attribution");
    QTest::addColumn<QString>("group");
    QTest::addColumn<qint32>("pid");
    QTest::newRow("seen") << Attribution::Observed << "/init.scope" << qint32(1);
    QTest::newRow("seen, without groups") << Attribution::Observed << "" << qint32(1);
    QTest::newRow("inferred") << Attribution::Inferred << "/init.scope" << qint32(1);
    QTest::newRow("not seen") << Attribution::None << "/init.scope" << qint32(0);
    QTest::newRow("made in the unit's group") << Attribution::None << "/system.slice/ssh.socket" << qint32(0);
}

void ServicesTest::namesTheServiceThatIsNotStarted()
{
    QFETCH(Attribution, attribution);
    QFETCH(QString, group);
    QFETCH(qint32, pid);
    addSsh(QStringLiteral("inactive"));
    const auto facts = this->facts();
    const QList<std::pair<qint32, QString>> processes = pid > 0 ? QList { std::pair(pid, group) } : QList<std::pair<qint32, QString>>();
    const Owner owner = answer(*facts, held(processes, attribution, group));
    QCOMPARE(owner.reason, OwnerReason::HeldForUnit);
    QCOMPARE(owner.attribution, attribution);
    QCOMPARE(owner.socketUnit, QStringLiteral("ssh.socket"));
    QCOMPARE(owner.unit, QStringLiteral("ssh.service"));
    QCOMPARE(owner.unitFacts->activeState, QStringLiteral("inactive"));
    QVERIFY(ownerReasonText(owner).contains(QLatin1String("ssh.service")));
}

void ServicesTest::namesTheTemplateOfOneServicePerConnection()
{
    m_manager->set({ QStringLiteral("echo.socket"), {}, QStringLiteral("active"), QStringLiteral("listening"),
                     { QStringLiteral("echo@3-127.0.0.1:7-127.0.0.1:9.service") }, { { QStringLiteral("Stream"), QStringLiteral("0.0.0.0:22") } }, true });
    m_manager->set({ QStringLiteral("echo@3-127.0.0.1:7-127.0.0.1:9.service") });
    const auto facts = this->facts();
    const Owner owner = answer(*facts, held({ { 1, QStringLiteral("/init.scope") } }, Attribution::Observed, {}));
    QCOMPARE(owner.reason, OwnerReason::HeldForUnit);
    QCOMPARE(owner.unit, QStringLiteral("echo@.service"));
    QCOMPARE(owner.socketUnit, QStringLiteral("echo.socket"));
}

void ServicesTest::namesTheServiceThatWasPassedTheSocket()
{
    addSsh(QStringLiteral("active"));
    const auto facts = this->facts();
    for (const QString &group : { QStringLiteral("/init.scope"), QStringLiteral("/system.slice/ssh.socket") }) {
        const Owner owner = answer(*facts, held({}, Attribution::None, group));
        QCOMPARE(owner.socketUnit, QStringLiteral("ssh.socket"));
        QCOMPARE(owner.unit, QStringLiteral("ssh.service"));
        QCOMPARE(owner.reason, OwnerReason::ControlGroupOnly);
        QVERIFY(ownerReasonText(owner).contains(QLatin1String("ssh.socket")));
    }
    // The manager is no candidate any more: the service has it.
    const Owner owner = completed(*facts, held({ { 1, QStringLiteral("/init.scope") } }, Attribution::Inferred, QStringLiteral("/init.scope")));
    QCOMPARE(owner.attribution, Attribution::None);
    QVERIFY(owner.processes.isEmpty());
    QCOMPARE(owner.unit, QStringLiteral("ssh.service"));
}

void ServicesTest::namesNoSocketUnitOfOthers()
{
    addSsh(QStringLiteral("inactive"));
    m_manager->set({ QStringLiteral("other.service") });
    m_manager->set({ QStringLiteral("off.socket"), {}, QStringLiteral("inactive"), QStringLiteral("dead"), {}, { { QStringLiteral("Stream"), QStringLiteral("0.0.0.0:23") } } });
    const auto facts = this->facts();
    // Another service took the port: the unit may listen at another address, or the answer be old.
    const Owner other = answer(*facts, inService(QStringLiteral("/system.slice/other.service")));
    QVERIFY(other.socketUnit.isEmpty());
    QCOMPARE(other.unit, QStringLiteral("other.service"));
    const QString personsInit = QStringLiteral("/user.slice/user-%1.slice/user@%1.service/init.scope").arg(::geteuid());
    QVERIFY(completed(*facts, inService(personsInit)).socketUnit.isEmpty());
    QVERIFY(completed(*facts, held({ { 1, QStringLiteral("/init.scope") } }, Attribution::Observed, {}), test::socket(23, 2)).socketUnit.isEmpty());
}

void ServicesTest::followsChanges()
{
    addSsh(QStringLiteral("inactive"));
    const auto facts = this->facts();
    const OwnerPtr manager = held({ { 1, QStringLiteral("/init.scope") } }, Attribution::Observed, {});
    QCOMPARE(answer(*facts, manager).reason, OwnerReason::HeldForUnit);
    quint64 revision = facts->revision();
    m_manager->set({ QStringLiteral("ssh.service"), QStringLiteral("OpenBSD Secure Shell server"), QStringLiteral("active"), QStringLiteral("running") });
    QTRY_VERIFY(facts->revision() > revision);
    QCOMPARE(completed(*facts, manager).reason, OwnerReason::None);
    QCOMPARE(completed(*facts, inService(m_sshGroup)).unitFacts->activeState, QStringLiteral("active"));

    // What nobody asked about changes nothing.
    revision = facts->revision();
    const int read = m_manager->calls(QStringLiteral("ListUnits"));
    m_manager->set({ QStringLiteral("noise.service") });
    QTRY_VERIFY(m_manager->calls(QStringLiteral("ListUnits")) > read);
    m_manager->set({ QStringLiteral("web.socket"), {}, QStringLiteral("active"), QStringLiteral("listening"), { QStringLiteral("web.service") },
                     { { QStringLiteral("Stream"), QStringLiteral("[::]:80") } } });
    QTRY_VERIFY(facts->revision() > revision);
    QCOMPARE(facts->revision(), revision + 1);
    QCOMPARE(completed(*facts, manager, test::socket(80, 9, "::")).socketUnit, QStringLiteral("web.socket"));
    m_manager->remove(QStringLiteral("web.socket"));
    QTRY_VERIFY(completed(*facts, manager, test::socket(80, 9, "::")).socketUnit.isEmpty());
}

void ServicesTest::readsAgainAfterAReload()
{
    addSsh(QStringLiteral("active"));
    const auto facts = this->facts();
    QCOMPARE(answer(*facts, inService(m_sshGroup)).socketUnit, QStringLiteral("ssh.socket"));
    // Constant properties change with the units' files, which a reload tells of.
    m_manager->set({ QStringLiteral("ssh.socket"), {}, QStringLiteral("active"), QStringLiteral("listening"), { QStringLiteral("ssh.service") },
                     { { QStringLiteral("Stream"), QStringLiteral("0.0.0.0:2222") } } });
    m_manager->reload();
    QTRY_COMPARE(completed(*facts, inService(m_sshGroup), test::socket(2222, 1)).socketUnit, QStringLiteral("ssh.socket"));
    QVERIFY(completed(*facts, inService(m_sshGroup)).socketUnit.isEmpty());
}

void ServicesTest::managerComesAndGoes()
{
    addSsh(QStringLiteral("active"));
    const auto facts = this->facts();
    QVERIFY(answer(*facts, inService(m_sshGroup)).unitFacts);
    m_manager->ownName(false);
    QTRY_VERIFY(!completed(*facts, inService(m_sshGroup)).unitFacts);
    m_manager->ownName(true);
    QTRY_VERIFY(completed(*facts, inService(m_sshGroup)).unitFacts);
    // It is subscribed to once more.
    m_manager->remove(QStringLiteral("ssh.service"));
    QTRY_VERIFY(!completed(*facts, inService(m_sshGroup)).unitFacts);
}

void ServicesTest::busComesAndGoes()
{
    const QTemporaryDir folder;
    const QString address = QStringLiteral("unix:path=%1/bus").arg(folder.path());
    ServiceFacts facts({ address, std::nullopt }, nowhere(), quick());
    // A bus that is missing is an answer.
    QVERIFY(!answer(facts, inService(m_sshGroup)).unitFacts);
    for (int round = 0; round < 2; ++round) {
        m_manager.reset();
        m_bus = std::make_unique<PrivateBus>(address);
        m_manager = std::make_unique<FakeServiceManager>(m_bus->address());
        addSsh(QStringLiteral("active"));
        QTRY_VERIFY(completed(facts, inService(m_sshGroup)).unitFacts);
        m_bus.reset();
        QTRY_VERIFY(!completed(facts, inService(m_sshGroup)).unitFacts);
    }
}

void ServicesTest::ignoresWrongTypes()
{
    addSsh(QStringLiteral("active"));
    const auto facts = this->facts();
    QVERIFY(answer(*facts, inService(m_sshGroup)).unitFacts);
    m_manager->answerHow(QStringLiteral("wrong-types"));
    m_manager->reload();
    QTRY_VERIFY(!completed(*facts, inService(m_sshGroup)).unitFacts);
    QVERIFY(completed(*facts, inService(m_sshGroup)).socketUnit.isEmpty());
}

void ServicesTest::neverWaitsForASlowManager()
{
    addSsh(QStringLiteral("active"));
    m_manager->answerHow(QStringLiteral("silent"));
    UnitWatcherLimits limits = quick();
    limits.call = 60s;
    auto facts = this->facts(limits);
    // Were it to wait for the answer, this would take the minute that a call may take.
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!completed(*facts, inService(m_sshGroup)).unitFacts);
    QTRY_VERIFY(m_manager->calls(QStringLiteral("ListUnits")) > 0);
    QVERIFY(!facts->waitForAnswers(1ms));
    QVERIFY(!completed(*facts, inService(m_sshGroup)).unitFacts);
    facts.reset();
    QVERIFY(timer.elapsed() < limits.call.count());

    limits.call = 50ms;
    facts = this->facts(limits);
    QVERIFY(!answer(*facts, inService(m_sshGroup)).unitFacts);
}

void ServicesTest::readsThousandsOfUnits()
{
    for (int i = 0; i < 300; ++i) {
        const QString name = QStringLiteral("s%1").arg(i);
        m_manager->set({ name + QStringLiteral(".socket"), {}, QStringLiteral("active"), QStringLiteral("listening"), { name + QStringLiteral(".service") },
                         { { QStringLiteral("Datagram"), QStringLiteral("127.0.0.1:%1").arg(1000 + i) } } });
        m_manager->set({ name + QStringLiteral(".service") });
    }
    m_manager->set({ QString(300, u'x') + QStringLiteral(".service") });
    const auto facts = this->facts();
    const OwnerPtr owner = inService(QStringLiteral("/system.slice/s299.service"));
    QCOMPARE(answer(*facts, owner, test::socket(1299, 1, "127.0.0.1", Transport::Udp)).socketUnit, QStringLiteral("s299.socket"));
    QVERIFY(!completed(*facts, inService(QStringLiteral("/system.slice/") + QString(300, u'x') + QStringLiteral(".service"))).unitFacts);
}

QTEST_GUILESS_MAIN(ServicesTest)
#include "services_test.moc"
