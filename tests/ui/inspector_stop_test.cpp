// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/stop_controller.h"
#include "inspector/stop_dialog.h"
#include "tests/ui/inspector_samples.h"

#include <QFile>
#include <QLabel>
#include <QProcess>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <unistd.h>

using namespace portolan;

namespace {

/// Field 22 of /proc/<pid>/stat; the name in field 2 may hold spaces and brackets.
quint64 startTicksOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray stat = file.readAll();
    return stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(19).toULongLong();
}

/// A child process that lives until it is told otherwise.
class Child
{
public:
    explicit Child(const QString &script)
    {
        m_process.start(QStringLiteral("/bin/sh"), { QStringLiteral("-c"), script });
        m_process.waitForStarted();
        // The child says when its traps are set.
        while (!m_process.canReadLine() && m_process.waitForReadyRead(5000)) { }
    }
    ~Child()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] bool lives() const { return m_process.state() == QProcess::Running; }
    [[nodiscard]] ListenerPtr listener(quint64 startTicksOffset = 0) const
    {
        ProcessInfo info;
        info.key = { qint32(m_process.processId()), startTicksOf(m_process.processId()) + startTicksOffset };
        info.name = QStringLiteral("sh <b>&\u202e");
        info.executable = QStringLiteral("/bin/sh");
        return test::listener(3155, test::observed({ std::make_shared<ProcessInfo>(info) }),
                              { test::endpoint("127.0.0.1") });
    }

private:
    QProcess m_process;
};

const QString obedient = QStringLiteral("echo ready; exec sleep 600");
const QString stubborn = QStringLiteral("trap '' TERM; echo ready; while :; do sleep 1; done");

} // namespace

class InspectorStopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<StopOutcome>(); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void endsTheProcess();
    void sendsNothingWhenCancelled();
    void neverSignalsAnotherIdentity();
    void offersForceOnlyWhenItLives();
    void saysWhenItIsGone();
    void namesEveryListener();
    void refusesWhatAFileShows();
    void refusesWhatItDidNotSee();
    void saysWhatIsNotPermitted();
    void survivesAClosedWindow();

private:
    static QPushButton *button(StopController *controller, const char *name)
    {
        return controller->dialog()->findChild<QPushButton *>(QLatin1String(name));
    }
    static QString headline(StopController *controller)
    {
        return controller->dialog()->findChild<QLabel *>(QStringLiteral("stopHeadline"))->text();
    }
};

void InspectorStopTest::endsTheProcess()
{
    Child child(obedient);
    QWidget window;
    window.show();
    const ListenerPtr listener = child.listener();
    StopController *controller = StopController::ask(listener, { listener }, &window);
    QSignalSpy finished(controller, &StopController::finished);
    QTRY_VERIFY(controller->dialog()->isVisible());
    QCOMPARE(controller->dialog()->findChild<QPushButton *>(QStringLiteral("closeStop"))->isDefault(), true);
    QVERIFY(child.lives());
    QVERIFY(button(controller, "confirmKill")->isHidden());

    button(controller, "confirmStop")->click();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<StopOutcome>().result, StopResult::Ended);
    QTRY_VERIFY(!child.lives());
    QVERIFY(button(controller, "confirmKill")->isHidden());
    QVERIFY2(headline(controller).contains(QLatin1String("has ended")), qPrintable(headline(controller)));
    QSignalSpy gone(controller, &QObject::destroyed);
    button(controller, "closeStop")->click();
    QTRY_COMPARE(gone.size(), 1);
}

void InspectorStopTest::sendsNothingWhenCancelled()
{
    Child child(obedient);
    QWidget window;
    window.show();
    const ListenerPtr listener = child.listener();
    StopController *controller = StopController::ask(listener, { listener }, &window);
    QSignalSpy cancelled(controller, &StopController::cancelled);
    QSignalSpy gone(controller, &QObject::destroyed);
    QTRY_VERIFY(controller->dialog()->isVisible());
    // Enter must not stop anything.
    QTest::keyClick(controller->dialog(), Qt::Key_Return);
    QTRY_COMPARE(gone.size(), 1);
    QCOMPARE(cancelled.size(), 1);
    QVERIFY(child.lives());
}

void InspectorStopTest::neverSignalsAnotherIdentity()
{
    Child child(obedient);
    QWidget window;
    window.show();
    const ListenerPtr listener = child.listener(7);
    StopController *controller = StopController::ask(listener, { listener }, &window);
    QSignalSpy finished(controller, &StopController::finished);
    button(controller, "confirmStop")->click();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<StopOutcome>().result, StopResult::IdentityChanged);
    QVERIFY(child.lives());
    QVERIFY(headline(controller).contains(QLatin1String("Nothing was sent")));
}

void InspectorStopTest::offersForceOnlyWhenItLives()
{
    Child child(stubborn);
    QWidget window;
    window.show();
    const ListenerPtr listener = child.listener();
    StopController *controller = StopController::ask(listener, { listener }, &window);
    controller->setPatience(std::chrono::milliseconds(200));
    QSignalSpy finished(controller, &StopController::finished);
    button(controller, "confirmStop")->click();
    QVERIFY(!controller->dialog()->findChild<QProgressBar *>()->isHidden());
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<StopOutcome>().result, StopResult::StillRunning);
    QVERIFY(child.lives());
    QVERIFY(!button(controller, "confirmKill")->isHidden());

    controller->setPatience(StopController::defaultPatience);
    button(controller, "confirmKill")->click();
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(finished.last().first().value<StopOutcome>().result, StopResult::Ended);
    QTRY_VERIFY(!child.lives());
    QVERIFY(button(controller, "confirmKill")->isHidden());
}

void InspectorStopTest::saysWhenItIsGone()
{
    ListenerPtr listener;
    {
        Child child(obedient);
        listener = child.listener();
    }
    QWidget window;
    window.show();
    StopController *controller = StopController::ask(listener, { listener }, &window);
    QSignalSpy finished(controller, &StopController::finished);
    button(controller, "confirmStop")->click();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().value<StopOutcome>().result, StopResult::AlreadyGone);
    QVERIFY(headline(controller).contains(QLatin1String("already ended")));
}

void InspectorStopTest::namesEveryListener()
{
    Child child(obedient);
    QWidget window;
    window.show();
    const ListenerPtr first = child.listener();
    const ListenerPtr second
        = test::listener(53, first->owner, { test::endpoint("::1") }, Transport::Udp);
    StopController *controller = StopController::ask(first, { first, second }, &window);
    const auto *details = controller->dialog()->findChild<TextBlock *>(QStringLiteral("stopConsequences"));
    QVERIFY(details->toPlainText().contains(QLatin1String("TCP 3155")));
    QVERIFY(details->toPlainText().contains(QLatin1String("UDP 53")));
    // The name is data: shown as it is, with what could act made visible.
    const auto *label = controller->dialog()->findChild<QLabel *>(QStringLiteral("stopHeadline"));
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(label->text().contains(QLatin1String("sh <b>&\\u{202e}")));
}

void InspectorStopTest::refusesWhatAFileShows()
{
    Child child(obedient);
    Listener listener = *child.listener();
    QVERIFY(StopController::refusal(listener).isEmpty());
    // A snapshot tells no sockets; its pids may be anybody's here.
    listener.sockets.clear();
    QVERIFY(!StopController::refusal(listener).isEmpty());
}

void InspectorStopTest::refusesWhatItDidNotSee()
{
    const ListenerPtr unknown
        = test::listener(80, test::unowned(OwnerReason::OtherUser), { test::endpoint("0.0.0.0") });
    QVERIFY(!StopController::refusal(*unknown).isEmpty());
    Owner inferred = *test::observed({ test::process(812, QStringLiteral("sshd")) });
    QVERIFY(StopController::refusal(*test::listener(22, std::make_shared<Owner>(inferred), { test::endpoint("::") }))
                .isEmpty());
    inferred.attribution = Attribution::Inferred;
    QVERIFY(!StopController::refusal(*test::listener(22, std::make_shared<Owner>(inferred), { test::endpoint("::") }))
                 .isEmpty());
    QVERIFY(!StopController::refusal(*test::listener(22, test::observed({ test::process(1, QStringLiteral("init")) }),
                                                     { test::endpoint("::") }))
                 .isEmpty());
}

void InspectorStopTest::saysWhatIsNotPermitted()
{
    if (::geteuid() != 0)
        QSKIP("needs root: the process is root's, and the test goes on as an ordinary user");
    Child child(obedient);
    QWidget window;
    window.show();
    const ListenerPtr listener = child.listener();
    StopController *controller = StopController::ask(listener, { listener }, &window);
    QSignalSpy finished(controller, &StopController::finished);
    QTRY_VERIFY(controller->dialog()->isVisible());
    constexpr uid_t nobody = 65534;
    QCOMPARE(::setresuid(nobody, nobody, 0), 0);
    button(controller, "confirmStop")->click();
    const bool answered = QTest::qWaitFor([&finished] { return finished.size() == 1; });
    QCOMPARE(::setresuid(0, 0, 0), 0);
    QVERIFY(answered);
    QCOMPARE(finished.first().first().value<StopOutcome>().result, StopResult::NotPermitted);
    QVERIFY2(headline(controller).contains(QLatin1String("does not let you stop")), qPrintable(headline(controller)));
    QVERIFY(button(controller, "confirmKill")->isHidden());
    QVERIFY(child.lives());
}

void InspectorStopTest::survivesAClosedWindow()
{
    Child child(stubborn);
    auto window = std::make_unique<QWidget>();
    window->show();
    const ListenerPtr listener = child.listener();
    StopController *controller = StopController::ask(listener, { listener }, window.get());
    controller->setPatience(std::chrono::milliseconds(300));
    button(controller, "confirmStop")->click();
    window.reset();
    QVERIFY(QThreadPool::globalInstance()->waitForDone(5000));
    QCoreApplication::processEvents();
    QVERIFY(child.lives());
}

QTEST_MAIN(InspectorStopTest)
#include "inspector_stop_test.moc"
