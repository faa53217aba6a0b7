// SPDX-License-Identifier: GPL-3.0-or-later
// The dialog that stops units, over a fake service manager on a bus of the test's own.
#include "inspector/stop_controller.h"
#include "inspector/stop_dialog.h"
#include "tests/support/service_manager_fixture.h"
#include "tests/ui/inspector_samples.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace portolan;

namespace {

const QString service = QStringLiteral("web.service");
const QString socketUnit = QStringLiteral("web.socket");

/// Field 22 of /proc/<pid>/stat; the name in field 2 may hold spaces and brackets.
quint64 startTicksOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray stat = file.readAll();
    return stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(19).toULongLong();
}

} // namespace

class InspectorStopUnitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void stopsTheService();
    void stopsTheSocketUnitToo_data();
    void stopsTheSocketUnitToo();
    void stopsOnlyTheProcessWhenThatIsChosen();
    void fallsBackToTheProcess_data();
    void fallsBackToTheProcess();
    void saysThatItTakesLong();
    void stopsWhatIsOnlyInferred();
    void closesThePortOfWhatHasNotStarted();
    void asksNobodyWhenCancelled();

private:
    /// Of a real process, which the fake says to be in the service.
    [[nodiscard]] ListenerPtr listener(const QString &socket = {}) const
    {
        ProcessInfo info;
        info.key = { qint32(m_process->processId()), startTicksOf(m_process->processId()) };
        info.name = QStringLiteral("sleep");
        info.cgroup = QStringLiteral("/system.slice/web.service");
        info.unit = service;
        Owner owner = *test::observed({ std::make_shared<ProcessInfo>(info) });
        owner.unit = service;
        owner.unitFacts = UnitFacts { service, QStringLiteral("Web & more"), QStringLiteral("active"), QStringLiteral("running"), {} };
        owner.socketUnit = socket;
        return test::listener(80, std::make_shared<Owner>(owner), { test::endpoint("0.0.0.0") });
    }
    StopController *ask(const ListenerPtr &listener)
    {
        StopController *controller = StopController::ask(listener, { listener }, m_window.get());
        m_unitFinished = std::make_unique<QSignalSpy>(controller, &StopController::unitFinished);
        m_finished = std::make_unique<QSignalSpy>(controller, &StopController::finished);
        return controller;
    }
    template <typename Widget>
    static Widget *find(StopController *controller, const char *name)
    {
        return controller->dialog()->findChild<Widget *>(QLatin1String(name));
    }
    static QString headline(StopController *controller) { return find<QLabel>(controller, "stopHeadline")->text(); }
    [[nodiscard]] UnitStopResult unitResult() const { return m_unitFinished->last().first().value<UnitStopOutcome>().result; }
    [[nodiscard]] bool lives() const { return m_process->state() == QProcess::Running; }

    std::unique_ptr<test::PrivateBus> m_bus;
    std::unique_ptr<test::FakeServiceManager> m_manager;
    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<QSignalSpy> m_unitFinished;
    std::unique_ptr<QSignalSpy> m_finished;
};

void InspectorStopUnitTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    qRegisterMetaType<StopOutcome>();
    qRegisterMetaType<UnitStopOutcome>();
    m_bus = std::make_unique<test::PrivateBus>();
    qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_bus->address().toLocal8Bit());
    m_manager = std::make_unique<test::FakeServiceManager>(m_bus->address());
    m_manager->set({ service });
    m_manager->set({ socketUnit });
    m_process = std::make_unique<QProcess>();
    m_process->start(QStringLiteral("/bin/sleep"), { QStringLiteral("600") });
    QVERIFY(m_process->waitForStarted());
    m_window = std::make_unique<QWidget>();
    m_window->show();
}

void InspectorStopUnitTest::cleanup()
{
    m_window.reset();
    m_process->kill();
    m_process->waitForFinished();
    m_manager.reset();
    m_bus.reset();
}

void InspectorStopUnitTest::stopsTheService()
{
    // It does as asked only if the person may be asked for a password.
    m_manager->answerHow(QStringLiteral("needs-password"));
    StopController *controller = ask(listener());
    QTRY_VERIFY(controller->dialog()->isVisible());
    QCOMPARE(headline(controller), QStringLiteral("Stop the service web.service?"));
    QVERIFY(find<QRadioButton>(controller, "stopChoice0")->isChecked());
    QVERIFY(find<QCheckBox>(controller, "stopAddition")->isHidden());
    const QString text = find<TextBlock>(controller, "stopConsequences")->toPlainText();
    QVERIFY(text.contains(QLatin1String("Web & more")));
    QVERIFY(text.contains(QLatin1String("systemctl start web.service")));
    QVERIFY(text.contains(QLatin1String("TCP 80")));

    find<QPushButton>(controller, "confirmStop")->click();
    QTRY_COMPARE(m_unitFinished->size(), 1);
    QCOMPARE(unitResult(), UnitStopResult::Stopped);
    QCOMPARE(headline(controller), QStringLiteral("web.service was stopped."));
    QCOMPARE(m_manager->calls(QStringLiteral("StopUnit")), 1);
    // The signal is the manager's to send.
    QVERIFY(lives());
    QVERIFY(m_finished->isEmpty());
    QSignalSpy gone(controller, &QObject::destroyed);
    find<QPushButton>(controller, "closeStop")->click();
    QTRY_COMPARE(gone.size(), 1);
}

void InspectorStopUnitTest::stopsTheSocketUnitToo_data()
{
    QTest::addColumn<bool>("wanted");
    QTest::addColumn<int>("calls");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("wanted") << true << 2 << "web.service was stopped.";
    QTest::newRow("not wanted") << false << 1 << "web.service was stopped. web.socket keeps the port open.";
}

void InspectorStopUnitTest::stopsTheSocketUnitToo()
{
    QFETCH(bool, wanted);
    StopController *controller = ask(listener(socketUnit));
    auto *addition = find<QCheckBox>(controller, "stopAddition");
    QVERIFY(!addition->isHidden() && addition->isChecked());
    QVERIFY(addition->text().contains(socketUnit));
    addition->setChecked(wanted);
    find<QPushButton>(controller, "confirmStop")->click();
    QTRY_COMPARE(m_unitFinished->size(), 1);
    QTEST(m_manager->calls(QStringLiteral("StopUnit")), "calls");
    QTEST(headline(controller), "outcome");
}

void InspectorStopUnitTest::stopsOnlyTheProcessWhenThatIsChosen()
{
    StopController *controller = ask(listener(socketUnit));
    find<QRadioButton>(controller, "stopChoice1")->click();
    QVERIFY(headline(controller).startsWith(QLatin1String("Stop sleep (")));
    QVERIFY(find<QCheckBox>(controller, "stopAddition")->isHidden());
    QVERIFY(find<TextBlock>(controller, "stopConsequences")->toPlainText().contains(QLatin1String("SIGTERM")));
    find<QPushButton>(controller, "confirmStop")->click();
    QTRY_COMPARE(m_finished->size(), 1);
    QCOMPARE(m_finished->first().first().value<StopOutcome>().result, StopResult::Ended);
    QTRY_VERIFY(!lives());
    QCOMPARE(m_manager->calls(QStringLiteral("StopUnit")), 0);
}

void InspectorStopUnitTest::fallsBackToTheProcess_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<UnitStopResult>("result");
    QTest::newRow("denied") << "denied" << UnitStopResult::Denied;
    QTest::newRow("failed") << "job-failed" << UnitStopResult::Failed;
    QTest::newRow("gone") << "no-unit" << UnitStopResult::NoSuchUnit;
    QTest::newRow("silent") << "silent" << UnitStopResult::NotReachable;
    QTest::newRow("no manager") << "no-manager" << UnitStopResult::NotReachable;
    QTest::newRow("no bus") << "no-bus" << UnitStopResult::NotReachable;
}

void InspectorStopUnitTest::fallsBackToTheProcess()
{
    QFETCH(QString, how);
    if (how == QLatin1String("no-bus"))
        m_bus.reset();
    else if (how == QLatin1String("no-manager"))
        m_manager->ownName(false);
    else if (how == QLatin1String("no-unit"))
        m_manager->remove(service);
    else
        m_manager->answerHow(how);
    StopController *controller = ask(listener());
    UnitStopPatience patience;
    if (how == QLatin1String("silent"))
        patience.answer = std::chrono::milliseconds(50);
    controller->setUnitPatience(patience);
    auto *stop = find<QPushButton>(controller, "confirmStop");
    stop->click();
    QTRY_COMPARE(m_unitFinished->size(), 1);
    QTEST(unitResult(), "result");
    QVERIFY(lives());
    QVERIFY2(headline(controller).contains(QLatin1String("You can end only the process sleep (")), qPrintable(headline(controller)));
    QVERIFY(headline(controller).contains(service));
    QVERIFY(find<TextBlock>(controller, "stopConsequences")->toPlainText().contains(QLatin1String("SIGTERM")));
    QVERIFY(stop->isEnabled() && stop->isVisible());
    QVERIFY(!find<QRadioButton>(controller, "stopChoice0"));

    stop->click();
    QTRY_COMPARE(m_finished->size(), 1);
    QCOMPARE(m_finished->first().first().value<StopOutcome>().result, StopResult::Ended);
    QTRY_VERIFY(!lives());
}

void InspectorStopUnitTest::saysThatItTakesLong()
{
    m_manager->answerHow(QStringLiteral("job-stuck"));
    StopController *controller = ask(listener());
    UnitStopPatience patience;
    patience.job = std::chrono::milliseconds(50);
    controller->setUnitPatience(patience);
    find<QPushButton>(controller, "confirmStop")->click();
    QTRY_COMPARE(m_unitFinished->size(), 1);
    QCOMPARE(unitResult(), UnitStopResult::StillStopping);
    QVERIFY(headline(controller).contains(QLatin1String("still stopping")));
    QVERIFY(!find<QPushButton>(controller, "confirmStop")->isVisible());
}

void InspectorStopUnitTest::stopsWhatIsOnlyInferred()
{
    Owner owner = *listener()->owner;
    owner.attribution = Attribution::Inferred;
    owner.reason = OwnerReason::OneFits;
    owner.cgroup = QStringLiteral("/system.slice/web.service");
    const ListenerPtr inferred = test::listener(80, std::make_shared<Owner>(owner), { test::endpoint("0.0.0.0") });
    QVERIFY(StopController::refusal(*inferred).isEmpty());
    m_manager->answerHow(QStringLiteral("denied"));
    StopController *controller = ask(inferred);
    QVERIFY(!find<QRadioButton>(controller, "stopChoice0"));
    find<QPushButton>(controller, "confirmStop")->click();
    QTRY_COMPARE(m_unitFinished->size(), 1);
    // There is no process that was seen, so there is nothing else to be done.
    QCOMPARE(headline(controller), QStringLiteral("The system does not let you stop web.service."));
    QVERIFY(!find<QPushButton>(controller, "confirmStop")->isVisible());
    owner.unitFacts.reset();
    QVERIFY(!StopController::refusal(*test::listener(80, std::make_shared<Owner>(owner), { test::endpoint("0.0.0.0") })).isEmpty());
}

void InspectorStopUnitTest::closesThePortOfWhatHasNotStarted()
{
    Owner owner = *test::observed({ test::process(1, QStringLiteral("systemd")) });
    owner.reason = OwnerReason::HeldForUnit;
    owner.unit = service;
    owner.socketUnit = socketUnit;
    const ListenerPtr kept = test::listener(80, std::make_shared<Owner>(owner), { test::endpoint("0.0.0.0") });
    const ListenerPtr other = test::listener(81, kept->owner, { test::endpoint("0.0.0.0") });
    QVERIFY(StopController::refusal(*kept).isEmpty());
    StopController *controller = StopController::ask(kept, { kept, other }, m_window.get());
    QSignalSpy finished(controller, &StopController::unitFinished);
    QCOMPARE(headline(controller), QStringLiteral("Stop the socket unit web.socket?"));
    const QString text = find<TextBlock>(controller, "stopConsequences")->toPlainText();
    QVERIFY(text.contains(QLatin1String("TCP 80")));
    QVERIFY(!text.contains(QLatin1String("TCP 81")));
    // Never the manager itself.
    QVERIFY(!find<QRadioButton>(controller, "stopChoice0"));
    find<QPushButton>(controller, "confirmStop")->click();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<UnitStopOutcome>().unit, socketUnit);
    QCOMPARE(headline(controller), QStringLiteral("web.socket was stopped."));
}

void InspectorStopUnitTest::asksNobodyWhenCancelled()
{
    StopController *controller = ask(listener(socketUnit));
    QSignalSpy cancelled(controller, &StopController::cancelled);
    QTRY_VERIFY(controller->dialog()->isVisible());
    // Enter must not stop anything.
    QTest::keyClick(controller->dialog(), Qt::Key_Return);
    QTRY_COMPARE(cancelled.size(), 1);
    QCOMPARE(m_manager->calls(QStringLiteral("StopUnit")), 0);
    QVERIFY(lives());
}

QTEST_MAIN(InspectorStopUnitTest)
#include "inspector_stop_unit_test.moc"
