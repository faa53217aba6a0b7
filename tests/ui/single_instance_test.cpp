// SPDX-License-Identifier: GPL-3.0-or-later
#include "application/single_instance.h"

#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <unistd.h>

using namespace portolan;
using Role = SingleInstance::Role;

namespace {

/// What a start in a process of its own does: says its role, then stays if it is first.
int runAsAnotherStart(QGuiApplication &application, const QStringList &arguments)
{
    const quint16 port = arguments.value(3).toUShort();
    SingleInstance instance(arguments.value(2));
    const Role role = instance.acquire(ActivationRequest::fromEnvironment(port ? std::optional(port) : std::nullopt));
    std::puts(role == Role::First ? "first" : role == Role::Forwarded ? "forwarded" : "alone");
    std::fflush(stdout);
    return role == Role::First ? application.exec() : 0;
}

} // namespace

class SingleInstanceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    void start(QProcess &process, const QString &port = {}) const
    {
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--start"), m_folder->path(), port});
    }
    static QByteArray roleOf(QProcess &process)
    {
        while (!process.canReadLine()) {
            if (!process.waitForReadyRead())
                return "nothing";
        }
        return process.readLine().trimmed();
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void requestSurvivesItsEncoding_data()
    {
        QTest::addColumn<int>("port");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("nothing") << 0 << QByteArray();
        QTest::newRow("port") << 3155 << QByteArray();
        QTest::newRow("largest port") << 65535 << QByteArray();
        QTest::newRow("token") << 0 << QByteArray("gnome-shell/Portolan/812-1-host_TIME1234");
        QTest::newRow("both") << 1 << QByteArray(1024, 't');
    }

    void requestSurvivesItsEncoding()
    {
        QFETCH(int, port);
        QFETCH(QByteArray, token);
        ActivationRequest request;
        if (port)
            request.port = static_cast<quint16>(port);
        request.activationToken = token;
        QCOMPARE(SingleInstance::decode(SingleInstance::encode(request)), std::optional(request));
    }

    void hostileTokenIsLeftOut()
    {
        for (const QByteArray &token : {QByteArray("a\nport 1"), QByteArray(1025, 't'), QByteArray("\x1b[0m"), QByteArray("\xff")}) {
            const auto request = SingleInstance::decode(SingleInstance::encode({std::nullopt, token}));
            QCOMPARE(request, std::optional(ActivationRequest()));
        }
    }

    void anythingElseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray first = "portolan-activate 1\n";
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no first line") << QByteArray("port 3155\n\n");
        QTest::newRow("other version") << QByteArray("portolan-activate 2\n\n");
        QTest::newRow("no end") << first;
        QTest::newRow("port 0") << first + "port 0\n\n";
        QTest::newRow("port too large") << first + "port 65536\n\n";
        QTest::newRow("port negative") << first + "port -1\n\n";
        QTest::newRow("port with sign") << first + "port +80\n\n";
        QTest::newRow("port with zeros") << first + "port 0080\n\n";
        QTest::newRow("port not a number") << first + "port http\n\n";
        QTest::newRow("two ports") << first + "port 1\nport 2\n\n";
        QTest::newRow("other order") << first + "token t\nport 1\n\n";
        QTest::newRow("unknown line") << first + "run /bin/sh\n\n";
        QTest::newRow("control in token") << first + "token \x1b\n\n";
        QTest::newRow("null byte") << first + QByteArray("token \0x\n\n", 10);
        QTest::newRow("more after the end") << first + "\n\nport 1\n\n";
        QTest::newRow("too long") << first + "token " + QByteArray(SingleInstance::maximumRequestSize, 't') + "\n\n";
    }

    void anythingElseIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(SingleInstance::decode(bytes), std::nullopt);
    }

    void secondStartHandsItsRequestOver()
    {
        SingleInstance first(m_folder->path());
        QCOMPARE(first.acquire({}), Role::First);
        constexpr QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(first.socketPath()).permissions() & others));
        QSignalSpy activated(&first, &SingleInstance::activated);

        QProcess second;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_ACTIVATION_TOKEN"), QStringLiteral("token-of-the-second"));
        second.setProcessEnvironment(environment);
        start(second, QStringLiteral("3155"));
        QTRY_COMPARE(activated.size(), 1);
        const auto request = activated.first().first().value<ActivationRequest>();
        QCOMPARE(request.port, std::optional<quint16>(3155));
        QCOMPARE(request.activationToken, QByteArray("token-of-the-second"));
        QTRY_COMPARE(second.state(), QProcess::NotRunning);
        QCOMPARE(roleOf(second), QByteArray("forwarded"));
        QCOMPARE(second.exitCode(), 0);

        QProcess third;
        start(third);
        QTRY_COMPARE(activated.size(), 2);
        QCOMPARE(activated.last().first().value<ActivationRequest>().port, std::nullopt);
        QTRY_COMPARE(third.state(), QProcess::NotRunning);
    }

    void whatACrashLeavesIsReplaced()
    {
        QProcess crashing;
        start(crashing);
        QCOMPARE(roleOf(crashing), QByteArray("first"));
        crashing.kill();
        QVERIFY(crashing.waitForFinished());

        SingleInstance next(m_folder->path());
        QVERIFY2(QFileInfo::exists(next.socketPath()), "the crash was meant to leave its socket");
        QCOMPARE(next.acquire({}), Role::First);
        QSignalSpy activated(&next, &SingleInstance::activated);
        QProcess second;
        start(second);
        QTRY_COMPARE(activated.size(), 1);
        QTRY_COMPARE(second.state(), QProcess::NotRunning);
    }

    void anEndedFirstStartMakesPlace()
    {
        auto first = std::make_unique<SingleInstance>(m_folder->path());
        QCOMPARE(first->acquire({}), Role::First);
        first.reset();
        SingleInstance next(m_folder->path());
        QCOMPARE(next.acquire({}), Role::First);
    }

    void aFirstStartThatHangsIsNotWaitedForLong()
    {
        QProcess hanging;
        start(hanging);
        QCOMPARE(roleOf(hanging), QByteArray("first"));
        QCOMPARE(::kill(static_cast<pid_t>(hanging.processId()), SIGSTOP), 0);
        SingleInstance next(m_folder->path());
        QCOMPARE(next.acquire({}), Role::Alone);
        QVERIFY(!next.errorString().isEmpty());
        hanging.kill();
        QVERIFY(hanging.waitForFinished());
    }

    void hostileCallersAreDropped()
    {
        SingleInstance first(m_folder->path());
        QCOMPARE(first.acquire({}), Role::First);
        QSignalSpy activated(&first, &SingleInstance::activated);

        QLocalSocket flooding;
        flooding.connectToServer(first.socketPath());
        QVERIFY(flooding.waitForConnected());
        flooding.write(QByteArray(1 << 20, 'x'));
        QTRY_COMPARE(flooding.state(), QLocalSocket::UnconnectedState);

        QLocalSocket wrong;
        wrong.connectToServer(first.socketPath());
        QVERIFY(wrong.waitForConnected());
        wrong.write("run /bin/sh\n\n");
        QTRY_COMPARE(wrong.state(), QLocalSocket::UnconnectedState);

        QLocalSocket silent;
        silent.connectToServer(first.socketPath());
        QVERIFY(silent.waitForConnected());
        silent.write("portolan-activate 1\n");
        QTRY_COMPARE(silent.state(), QLocalSocket::UnconnectedState);

        QCOMPARE(activated.size(), 0);
        QProcess second;
        start(second, QStringLiteral("22"));
        QTRY_COMPARE(activated.size(), 1);
        QTRY_COMPARE(second.state(), QProcess::NotRunning);
    }

    void tooManyCallersAreTurnedAway()
    {
        SingleInstance first(m_folder->path());
        QCOMPARE(first.acquire({}), Role::First);
        std::vector<std::unique_ptr<QLocalSocket>> callers;
        int dropped = 0;
        for (int i = 0; i < 2 * SingleInstance::maximumConnections; ++i) {
            auto &caller = callers.emplace_back(std::make_unique<QLocalSocket>());
            connect(caller.get(), &QLocalSocket::disconnected, this, [&dropped] { ++dropped; });
            caller->connectToServer(first.socketPath());
            QTRY_VERIFY(caller->state() == QLocalSocket::ConnectedState || dropped > 0);
        }
        // The rest is turned away at once, those that were let in when their time is over.
        QTRY_COMPARE(dropped, 2 * SingleInstance::maximumConnections);
        QSignalSpy activated(&first, &SingleInstance::activated);
        QProcess second;
        start(second);
        QTRY_COMPARE(activated.size(), 1);
        QTRY_COMPARE(second.state(), QProcess::NotRunning);
    }

    void aFolderThatOthersCanOpenIsRefused()
    {
        QVERIFY(QFile::setPermissions(m_folder->path(), QFileInfo(m_folder->path()).permissions() | QFile::ReadOther | QFile::ExeOther));
        SingleInstance instance(m_folder->path());
        QCOMPARE(instance.acquire({}), Role::Alone);
        QVERIFY(!instance.errorString().isEmpty());
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void aFolderOfAnotherUserIsRefused()
    {
        if (geteuid() != 0)
            QSKIP("needs root, to give a folder to another user");
        constexpr uid_t nobody = 65534;
        QCOMPARE(::chown(QFile::encodeName(m_folder->path()).constData(), nobody, nobody), 0);
        SingleInstance instance(m_folder->path());
        QCOMPARE(instance.acquire({}), Role::Alone);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }
};

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    if (argc > 2 && qstrcmp(argv[1], "--start") == 0)
        return runAsAnotherStart(application, QCoreApplication::arguments());
    SingleInstanceTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "single_instance_test.moc"
