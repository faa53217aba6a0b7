// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/ancestry.h"
#include "platform/platform.h"
#include "tests/live/fixture_process.h"

#include <QCoreApplication>
#include <QFile>
#include <QTest>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>

using namespace portolan;
using test::FixtureProcess;

namespace {

const QString listen = QStringLiteral("tcp4:127.0.0.1:0");

/// The owner of a socket, read anew; null when the socket is not seen.
OwnerPtr ownerOf(quint64 inode)
{
    const auto sockets = platform::makeSocketSource();
    const auto processes = platform::makeProcessSource();
    const SocketSample sample = sockets->sample();
    const OwnerSample owners = processes->owners(sample.sockets);
    for (qsizetype i = 0; i < sample.sockets.size(); ++i) {
        if (sample.sockets[i].inode == inode)
            return owners.owners[i];
    }
    return nullptr;
}

/// The link that is this test program; null when the chain does not lead through it.
const AncestryLink *ownLink(const Ancestry &ancestry)
{
    const auto found = std::ranges::find(ancestry.links, qint32(QCoreApplication::applicationPid()),
                                         [](const AncestryLink &link) { return link.key.pid; });
    return found == ancestry.links.end() ? nullptr : &*found;
}

bool hasReason(const AncestryLink &link, const QString &text, Basis basis)
{
    return link.reasons.contains(AncestryReason { text, basis });
}

} // namespace

/// Chains of real processes, read by this system's process source.
class LiveAncestryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void child()
    {
        const FixtureProcess fixture({ listen });
        QVERIFY(fixture.isReady());
        const OwnerPtr owner = ownerOf(fixture.sockets.first().inode);
        QVERIFY(owner && owner->leader());
        const QList<Ancestor> &ancestors = owner->leader()->ancestors;
        QVERIFY(!ancestors.isEmpty());
        QCOMPARE(ancestors.first().key.pid, qint32(QCoreApplication::applicationPid()));
        QCOMPARE(ancestors.first().uid, quint32(::geteuid()));
        QVERIFY(!ancestors.first().user.isEmpty());
        for (const Ancestor &ancestor : ancestors)
            QVERIFY(ancestor.startedAt.isValid() && ancestor.startedAt <= owner->leader()->startedAt);

        const Ancestry ancestry = ancestryOf(*owner);
        QCOMPARE(ancestry.links.size(), ancestors.size() + 1);
        QCOMPARE(ancestry.links.last().key.pid, fixture.pid);
        QVERIFY(ownLink(ancestry));
        QCOMPARE(ancestry.links.first().role == StarterRole::FirstProcess, ancestry.links.first().key.pid == 1);
    }

    void onATerminal()
    {
        // script(1) opens a pseudo terminal and runs the command on it.
        const FixtureProcess fixture({ QStringLiteral("--quiet"), QStringLiteral("--command"),
                                       QStringLiteral("'" LISTENER_FIXTURE "' ") + listen, QStringLiteral("/dev/null") },
                                     QStringLiteral("script"));
        QVERIFY(fixture.isReady());
        const OwnerPtr owner = ownerOf(fixture.sockets.first().inode);
        QVERIFY(owner && owner->leader());
        const QString terminal = owner->leader()->terminal;
        QVERIFY2(terminal.startsWith(QLatin1String("pts/")), qPrintable(terminal));
        const QString link = QFile::symLinkTarget(QStringLiteral("/proc/%1/fd/0").arg(fixture.pid));
        QCOMPARE(link, QStringLiteral("/dev/") + terminal);

        const Ancestry ancestry = ancestryOf(*owner);
        QCOMPARE(ancestry.summary, (AncestryReason { QStringLiteral("%1 started it in a terminal, on %2.").arg(owner->leader()->user, terminal),
                                                    Basis::Inferred }));
        const auto script = std::ranges::find(ancestry.links, StarterRole::Terminal, &AncestryLink::role);
        QVERIFY(script != ancestry.links.end());
        QCOMPARE(script->name, QStringLiteral("script"));
    }

    void leftBehind()
    {
        std::array<int, 2> input {};
        std::array<int, 2> output {};
        QCOMPARE(::pipe2(input.data(), O_CLOEXEC), 0);
        QCOMPARE(::pipe2(output.data(), O_CLOEXEC), 0);
        const pid_t middle = ::fork();
        if (middle == 0) {
            if (::fork() == 0) {
                ::setsid();
                ::dup2(input[0], STDIN_FILENO);
                ::dup2(output[1], STDOUT_FILENO);
                ::execl(LISTENER_FIXTURE, LISTENER_FIXTURE, "tcp4:127.0.0.1:0", nullptr);
            }
            ::_exit(0);
        }
        QVERIFY(middle > 0);
        QCOMPARE(::waitpid(middle, nullptr, 0), middle);
        ::close(input[0]);
        ::close(output[1]);
        QByteArray line(4096, '\0');
        line.resize(::read(output[0], line.data(), size_t(line.size())));
        const QJsonObject fixture = QJsonDocument::fromJson(line).object();
        const QJsonValue socket = fixture[QLatin1String("sockets")].toArray().first();

        const OwnerPtr owner = ownerOf(quint64(socket[QLatin1String("inode")].toDouble()));
        QVERIFY(owner && owner->leader());
        QCOMPARE(owner->leader()->key.pid, fixture[QLatin1String("pid")].toInt());
        QCOMPARE(owner->leader()->terminal, QString());
        const Ancestry ancestry = ancestryOf(*owner);
        QVERIFY(!ownLink(ancestry));
        QVERIFY(std::ranges::none_of(ancestry.links, [middle](const AncestryLink &link) { return link.key.pid == middle; }));
        if (ancestry.links.first().role == StarterRole::FirstProcess && ancestry.links.size() == 2) {
            QCOMPARE(ancestry.links.last().reasons.first().basis, Basis::Inferred);
            QCOMPARE(ancestry.summary.basis, Basis::Inferred);
            const QString first = ancestry.links.last().reasons.first().text;
            QVERIFY2(first.contains(QLatin1String("ended")), qPrintable(first));
        }
        ::close(input[1]);
        ::close(output[0]);
    }

    void asAnotherUser()
    {
        if (::geteuid() != 0)
            QSKIP("only root may become another user");
        // Stays as the parent of the program that it runs as nobody.
        const FixtureProcess fixture({ QStringLiteral("-u"), QStringLiteral("nobody"), QStringLiteral("--"), QStringLiteral(LISTENER_FIXTURE), listen },
                                     QStringLiteral("runuser"));
        QVERIFY(fixture.isReady());
        const OwnerPtr owner = ownerOf(fixture.sockets.first().inode);
        QVERIFY(owner && owner->leader());
        const Ancestry ancestry = ancestryOf(*owner);
        QVERIFY(ownLink(ancestry));
        const AncestryLink &runuser = ancestry.links[ancestry.links.size() - 2];
        QCOMPARE(runuser.name, QStringLiteral("runuser"));
        QCOMPARE(runuser.role, StarterRole::UserChange);
        QVERIFY(hasReason(ancestry.links.last(), QStringLiteral("Runs as nobody, while runuser runs as root."), Basis::Observed));
    }
};

QTEST_GUILESS_MAIN(LiveAncestryTest)
#include "live_ancestry_test.moc"
