// SPDX-License-Identifier: GPL-3.0-or-later
// Asking a port from the window: real servers in this process, the real monitor and the real window.
#include "inspector/explanation_panel.h"
#include "inspector/text_block.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"
#include "main_window.h"
#include "probe/ask_section.h"
#include "tests/ui/inspector_samples.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace portolan;
using namespace portolan::test;

namespace {

/// Ends a wait that has failed; nothing is measured by it.
constexpr int patience = 30'000;

/// Says this to everybody who comes.
class Speaker
{
public:
    explicit Speaker(const QByteArray &greeting)
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, greeting] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                ++m_connections;
                socket->write(greeting);
            }
        });
    }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    QTcpServer m_server;
    int m_connections = 0;
};

} // namespace

class AskingWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
        m_monitor = std::make_unique<Monitor>(&systemSources, Knowledge::builtIn());
        m_window = std::make_unique<MainWindow>(Knowledge::builtIn(), m_monitor.get(), m_settings.get());
        m_window->resize(1280, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_monitor->setInterval(Monitor::minimumInterval);
        m_monitor->start();
    }

    void cleanup()
    {
        m_window.reset();
        m_monitor.reset();
        m_settings.reset();
        m_folder.reset();
    }

    void asksByKeyboardAndJudges()
    {
        auto speaker = std::make_unique<Speaker>("SSH-2.0-tiny<b>\x1b[2J</b>\r\n");
        select(speaker->port());
        QVERIFY(text()->toPlainText().contains(QLatin1String("may log them")));
        QCOMPARE(speaker->connections(), 0);
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(text()->toPlainText().contains(QLatin1String("It speaks SSH (tiny<b>\\x1b[2J</b>).")), patience);
        QCOMPARE(speaker->connections(), 1);
        QVERIFY(text()->toPlainText().contains(QLatin1String("Asked at 127.0.0.1:")));
        QCOMPARE(ask()->accessibleName(), QStringLiteral("Ask again"));
        QVERIFY(cancel()->isHidden());
        QVERIFY(panel()->plainText().contains(QLatin1String("It speaks SSH")));
        const AssessmentPtr assessment = assessmentAt(speaker->port());
        QVERIFY(assessment && assessment->answer);
        QVERIFY(std::ranges::any_of(assessment->evidence, [](const Evidence &fact) {
            return fact.id == EvidenceId::Answers || fact.id == EvidenceId::AnswersOtherwise;
        }));
        // Another server on the same port has said nothing yet.
        const quint16 port = speaker->port();
        speaker.reset();
        QTRY_VERIFY_WITH_TIMEOUT(!assessmentAt(port), patience);
    }

    void showsHowFarItIsAndIsCancelled()
    {
        const Speaker silent {{}};
        select(silent.port());
        ask()->setFocus();
        QTest::keyClick(ask(), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(cancel()->isVisible() && progress()->text().contains(QLatin1String("HTTP")), patience);
        QVERIFY(ask()->isHidden());
        QVERIFY(cancel()->hasFocus());
        QTest::keyClick(cancel(), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(ask()->isVisible(), patience);
        QVERIFY(ask()->hasFocus());
        QCOMPARE(text()->toPlainText(), QStringLiteral("Asking was cancelled."));
        QVERIFY(!assessmentAt(silent.port())->answer);
    }

    void isAskedOfTheOneThatWasChosen()
    {
        const Speaker silent {{}};
        const Speaker speaker("@RSYNCD: 31.0\n");
        select(speaker.port());
        ask()->click();
        select(silent.port());
        QTRY_VERIFY_WITH_TIMEOUT(assessmentAt(speaker.port())->answer, patience);
        QCOMPARE(text()->toPlainText(), QStringLiteral("It has not been asked."));
        select(speaker.port());
        QTRY_VERIFY_WITH_TIMEOUT(text()->toPlainText().contains(QLatin1String("It speaks rsync")), patience);
        QCOMPARE(silent.connections(), 0);
    }

    void theTablesMenuAsks()
    {
        const Speaker speaker("@RSYNCD: 31.0\n");
        select(speaker.port());
        ListenerTable *table = m_window->listenersView()->table();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
        QCoreApplication::sendEvent(table, &event);
        auto *action = table->findChild<QAction *>(QStringLiteral("askAction"));
        QVERIFY(action && action->isEnabled());
        action->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(text()->toPlainText().contains(QLatin1String("It speaks rsync")), patience);
        for (QMenu *menu : table->findChildren<QMenu *>())
            menu->close();
    }

    void aFileTellsWhatWasSaidAndAsksNobody()
    {
        QSettings settings(m_folder->filePath(QStringLiteral("file.ini")), QSettings::IniFormat);
        MainWindow window(Knowledge::builtIn(), nullptr, &settings);
        window.resize(1280, 900);
        window.show();
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->takenAt = QDateTime::currentDateTimeUtc();
        snapshot->backend = Backend::File;
        snapshot->listeners = { listener(3155, updater(), { endpoint("0.0.0.0") }) };
        auto answer = std::make_shared<PortAnswer>();
        answer->outcome = AskOutcome::Answered;
        answer->protocol = PortProtocol::Http;
        answer->product = QStringLiteral("nginx");
        answer->port = 3155;
        AssessmentContext context;
        context.answer = answer;
        Update update;
        update.snapshot = snapshot;
        update.assessments = { assess(*snapshot->listeners.first(), *Knowledge::builtIn(), context) };
        update.delta.opened = snapshot->listeners;
        update.first = true;
        window.showFile(update, {});
        window.showPort(3155);
        auto *section = window.listenersView()->findChild<AskSection *>(QStringLiteral("askSection"));
        QTRY_VERIFY(section->isVisible());
        QVERIFY(section->plainText().contains(QLatin1String("It speaks HTTP (nginx).")));
        QVERIFY(section->findChild<QPushButton *>(QStringLiteral("askPort"))->isHidden());
    }

private:
    template <class Widget>
    [[nodiscard]] Widget *part(const char *name) const
    {
        return m_window->listenersView()->findChild<Widget *>(QLatin1String(name));
    }
    [[nodiscard]] ExplanationPanel *panel() const { return part<ExplanationPanel>("explanation"); }
    [[nodiscard]] TextBlock *text() const { return part<TextBlock>("portAnswer"); }
    [[nodiscard]] QLabel *progress() const { return part<QLabel>("askProgress"); }
    [[nodiscard]] QPushButton *ask() const { return part<QPushButton>("askPort"); }
    [[nodiscard]] QPushButton *cancel() const { return part<QPushButton>("cancelAsking"); }

    [[nodiscard]] AssessmentPtr assessmentAt(quint16 port) const
    {
        const ListenersView *view = m_window->listenersView();
        if (!view->snapshot())
            return nullptr;
        for (const ListenerPtr &one : view->snapshot()->listeners) {
            if (one->port() == port && one->transport() == Transport::Tcp)
                return view->assessmentOf(one->key);
        }
        return nullptr;
    }

    void select(quint16 port)
    {
        QTRY_VERIFY_WITH_TIMEOUT(assessmentAt(port), patience);
        QVERIFY(m_window->listenersView()->table()->selectPort(port));
        QTRY_VERIFY_WITH_TIMEOUT(ask()->isVisible() || cancel()->isVisible(), patience);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(AskingWindowTest)
#include "asking_window_test.moc"
