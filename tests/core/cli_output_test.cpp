// SPDX-License-Identifier: GPL-3.0-or-later
// What the program does when its standard output goes away or takes nothing.
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <unistd.h>

#include <array>

class CliOutputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void fullDiskIsToldByEverySubcommand_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::newRow("help") << QStringLiteral("--help");
        QTest::newRow("version") << QStringLiteral("--version");
        QTest::newRow("help of a subcommand") << QStringLiteral("list --help");
        QTest::newRow("list") << QStringLiteral("list");
        QTest::newRow("list, JSON") << QStringLiteral("list --json");
        QTest::newRow("explain") << QStringLiteral("explain 3155");
        QTest::newRow("knowledge") << QStringLiteral("knowledge");
        QTest::newRow("diff") << QStringLiteral("diff snapshot.json");
        QTest::newRow("check") << QStringLiteral("check --baseline snapshot.json");
        QTest::newRow("watch") << QStringLiteral("watch --json");
    }

    void fullDiskIsToldByEverySubcommand()
    {
        QFETCH(QString, arguments);
        const QTemporaryDir folder;
        QFile snapshot(folder.filePath(QStringLiteral("snapshot.json")));
        QVERIFY(snapshot.open(QIODevice::WriteOnly));
        snapshot.write(R"({"format": "portolan.snapshot", "version": 1, "listeners": []})");
        snapshot.close();
        QProcess shell;
        shell.setWorkingDirectory(folder.path());
        shell.start(QStringLiteral("/bin/sh"), { QStringLiteral("-c"), QStringLiteral("\"$0\" %1 > /dev/full").arg(arguments),
                                                 QStringLiteral(PORTOLAN_CLI) });
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.exitCode(), 4);
        const QByteArray error = shell.readAllStandardError();
        QVERIFY2(error.contains("No space left on device"), error.constData());
        QCOMPARE(error.count('\n'), 1);
    }

    void watchEndsWhenItsSocketIsClosed()
    {
        std::array<int, 2> ends {};
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
        QProcess watch;
        watch.setChildProcessModifier([&ends] { ::dup2(ends[1], STDOUT_FILENO); });
        watch.start(QStringLiteral(PORTOLAN_CLI), { QStringLiteral("watch"), QStringLiteral("--json"), QStringLiteral("--interval"), QStringLiteral("10000") });
        QVERIFY(watch.waitForStarted());
        ::close(ends[1]);
        QByteArray read;
        while (!read.contains("\"live\"")) {
            std::array<char, 4096> buffer;
            const ssize_t count = ::read(ends[0], buffer.data(), buffer.size());
            QVERIFY(count > 0);
            read.append(buffer.data(), count);
        }
        ::close(ends[0]);
        QVERIFY(watch.waitForFinished());
        QCOMPARE(watch.exitStatus(), QProcess::NormalExit);
        QCOMPARE(watch.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(CliOutputTest)
#include "cli_output_test.moc"
