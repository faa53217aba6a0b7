// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/ancestry.h"
#include "tests/support/builders.h"

#include <QTest>

#include <algorithm>

using namespace portolan;

namespace {

struct Step
{
    const char *name;
    const char *user = "root";
    const char *unit = "";
    const char *terminal = "";
};

/// An owner whose leader is the last of the steps and stands below all others; pids count from 1.
Owner chain(const QList<Step> &steps, qint32 firstPid = 1)
{
    QList<Ancestor> links;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const Step &step = steps[i];
        const auto text = [](const char *bytes) { return QString::fromUtf8(bytes); };
        links.prepend({ { firstPid + qint32(i), quint64(i) + 1 },
                        text(step.name),
                        QDateTime::fromSecsSinceEpoch(1'800'000'000 + i, Qt::UTC),
                        0,
                        text(step.user),
                        text(step.unit),
                        text(step.terminal) });
    }
    const Ancestor self = links.takeFirst();
    ProcessInfo info;
    info.key = self.key;
    info.name = self.name;
    info.startedAt = self.startedAt;
    info.user = self.user;
    info.unit = self.unit;
    info.terminal = self.terminal;
    info.ancestors = links;
    Owner owner = *test::observed({ std::make_shared<ProcessInfo>(info) });
    owner.unit = self.unit;
    return owner;
}

QStringList texts(const AncestryLink &link)
{
    QStringList result;
    for (const AncestryReason &reason : link.reasons)
        result += reason.text + (reason.basis == Basis::Observed ? QStringLiteral(" (o)") : QStringLiteral(" (i)"));
    return result;
}

const AncestryLink &linkOf(const Ancestry &ancestry, const char *name)
{
    const auto found = std::ranges::find(ancestry.links, QString::fromUtf8(name), &AncestryLink::name);
    Q_ASSERT(found != ancestry.links.end());
    return *found;
}

} // namespace

class AncestryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void summaries_data()
    {
        QTest::addColumn<QList<Step>>("steps");
        QTest::addColumn<QString>("summary");
        QTest::addColumn<Basis>("basis");
        const auto row = [](const char *name, const QList<Step> &steps, const char *summary, Basis basis = Basis::Inferred) {
            QTest::newRow(name) << steps << QString::fromUtf8(summary) << basis;
        };
        const Step init { "systemd", "root", "init.scope" };
        const Step userManager { "systemd", "alice", "init.scope" };
        row("service", { init, { "sshd", "root", "ssh.service" } }, "The service manager runs it as ssh.service.",
            Basis::Observed);
        row("worker of a service", { init, { "nginx", "root", "nginx.service" }, { "nginx", "www-data", "nginx.service" } },
            "The service manager runs it as nginx.service.", Basis::Observed);
        row("service of a user", { init, userManager, { "syncthing", "alice", "syncthing.service" } },
            "The service manager of alice runs it as syncthing.service.", Basis::Observed);
        row("over SSH",
            { init,
              { "sshd", "root", "ssh.service" },
              { "sshd", "root", "session-4.scope" },
              { "sshd", "alice", "session-4.scope" },
              { "bash", "alice", "session-4.scope", "pts/3" },
              { "python3", "alice", "session-4.scope", "pts/3" } },
            "alice started it, logged in over the network, on pts/3.");
        row("with sudo",
            { init,
              { "sshd", "root", "ssh.service" },
              { "sshd-session", "alice", "session-4.scope" },
              { "zsh", "alice", "session-4.scope", "pts/0" },
              { "sudo", "root", "session-4.scope", "pts/0" },
              { "sudo", "root", "session-4.scope", "pts/1" },
              { "nc", "root", "session-4.scope", "pts/1" } },
            "alice started it, logged in over the network, on pts/1.");
        row("at the console", { init, { "login", "root", "getty@tty1.service" }, { "bash", "alice", "session-1.scope", "tty1" }, { "nc", "alice", "session-1.scope", "tty1" } },
            "alice started it, logged in at the console, on tty1.");
        row("terminal window",
            { init,
              userManager,
              { "gnome-terminal-", "alice", "gnome-terminal-server.service" },
              { "bash", "alice", "vte-spawn-1.scope", "pts/0" },
              { "npm run dev", "alice", "vte-spawn-1.scope", "pts/0" },
              { "node", "alice", "vte-spawn-1.scope", "pts/0" } },
            "alice started it in a terminal, on pts/0.");
        row("tmux",
            { init, { "tmux: server", "alice", "session-2.scope" }, { "fish", "alice", "session-2.scope", "pts/7" }, { "hugo", "alice", "session-2.scope", "pts/7" } },
            "alice started it in a terminal that tmux: server keeps, on pts/7.");
        row("desktop", { init, userManager, { "gnome-shell", "alice", "org.gnome.Shell@wayland.service" }, { "steam", "alice", "app-gnome-steam-55.scope" } },
            "alice started it from the desktop.");
        row("desktop, handed over", { init, userManager, { "steam", "alice", "app-gnome-steam-55.scope" } },
            "alice started it from the desktop.");
        row("cron",
            { init, { "cron", "root", "cron.service" }, { "cron", "root", "cron.service" }, { "sh", "alice", "cron.service" }, { "backup", "alice", "cron.service" } },
            "The scheduler cron started it as a job of alice.");
        row("supervisor", { init, { "supervisord", "root", "supervisor.service" }, { "gunicorn", "web", "supervisor.service" } },
            "The supervisor supervisord keeps it running.");
        row("runit", { { "runit" }, { "runsvdir" }, { "runsv" }, { "nginx" } }, "The supervisor runsv keeps it running.");
        row("pm2", { init, { "PM2 v5.3.0: God", "alice", "pm2-alice.service" }, { "node", "alice", "pm2-alice.service" } },
            "The supervisor PM2 v5.3.0: God keeps it running.");
        row("xinetd", { init, { "xinetd", "root", "xinetd.service" }, { "in.tftpd", "nobody", "xinetd.service" } },
            "xinetd started it for a connection.");
        row("editor", { init, userManager, { "code", "alice", "app-code.scope" }, { "bash", "alice", "app-code.scope", "pts/2" }, { "node", "alice", "app-code.scope", "pts/2" } },
            "alice started it from code, an editor or development environment.");
        row("package manager", { init, { "apt", "root", "session-2.scope" }, { "dpkg", "root", "session-2.scope" }, { "sh", "root", "session-2.scope" }, { "mysqld", "root", "session-2.scope" } },
            "dpkg started it while it installed or updated software.");
        row("shim of a container", { init, { "containerd-shim", "root", "containerd.service" }, { "nginx", "root", "docker-1.scope" } },
            "containerd-shim runs it in a container.");
        row("left behind in a session", { init, { "miner", "alice", "session-9.scope" } },
            "Left behind by what started it in the login session 9 of alice.");
        row("left behind to the user's manager", { init, userManager, { "miner", "alice", "session-9.scope" } },
            "Left behind by what started it in the login session 9 of alice.");
        row("left behind elsewhere", { init, { "miner", "root", "machine-x.scope" } },
            "Left behind by what started it, which has ended.");
        row("no units", { { "init" }, { "nginx" } }, "Either the system started it, or what did has ended.");
        row("no units, an ancestor started by the system", { { "init" }, { "launcher" }, { "python3" }, { "nginx" } }, "Started by python3.",
            Basis::Observed);
        row("only a terminal", { { "bash", "alice", "", "pts/1" }, { "nc", "alice", "", "pts/1" } },
            "alice started it on the terminal pts/1.");
        row("first", { { "nginx" } }, "It is the first process of the system.", Basis::Observed);
    }

    void summaries()
    {
        QFETCH(QList<Step>, steps);
        QFETCH(QString, summary);
        QFETCH(Basis, basis);
        const bool elsewhere = QLatin1String(QTest::currentDataTag()) == QLatin1String("only a terminal");
        const Ancestry ancestry = ancestryOf(chain(steps, elsewhere ? 500 : 1));
        QCOMPARE(ancestry.summary.text, summary);
        QCOMPARE(ancestry.summary.basis, basis);
        QCOMPARE(ancestry.links.size(), steps.size());
        for (qsizetype i = 0; i < steps.size(); ++i) {
            QCOMPARE(ancestry.links[i].name, QString::fromUtf8(steps[i].name));
            QCOMPARE(ancestry.links[i].since.toSecsSinceEpoch(), 1'800'000'000 + i);
            QVERIFY(!ancestry.links[i].reasons.isEmpty());
        }
    }

    void reasonsOfARemoteSession()
    {
        const Ancestry ancestry = ancestryOf(chain({ { "systemd", "root", "init.scope" },
                                                     { "sshd", "root", "ssh.service" },
                                                     { "sshd-session", "root", "session-4.scope" },
                                                     { "bash", "alice", "session-4.scope", "pts/3" },
                                                     { "sudo", "root", "session-4.scope", "pts/3" },
                                                     { "nc", "root", "session-4.scope", "pts/3" } }));
        QCOMPARE(linkOf(ancestry, "systemd").role, StarterRole::FirstProcess);
        QCOMPARE(texts(linkOf(ancestry, "systemd")),
                 QStringList { QStringLiteral("The first process of the system; every other one comes from it. (o)") });
        QCOMPARE(linkOf(ancestry, "sshd").role, StarterRole::Service);
        QCOMPARE(texts(linkOf(ancestry, "sshd")), QStringList { QStringLiteral("Runs as the unit ssh.service. (o)") });
        QCOMPARE(texts(linkOf(ancestry, "sshd-session")),
                 (QStringList { QStringLiteral("A login over the network. (i)"),
                                QStringLiteral("Belongs to the login session 4 of alice. (o)") }));
        QCOMPARE(texts(linkOf(ancestry, "bash")),
                 (QStringList { QStringLiteral("A shell on the terminal pts/3. (i)"),
                                QStringLiteral("Runs as alice, while sshd-session runs as root. (o)") }));
        QCOMPARE(texts(linkOf(ancestry, "sudo")),
                 (QStringList { QStringLiteral("Runs a program as another user. (i)"),
                                QStringLiteral("Runs as root, while bash runs as alice. (o)") }));
        QCOMPARE(texts(linkOf(ancestry, "nc")), QStringList { QStringLiteral("Started by sudo. (o)") });
    }

    void reasonsOfAUnit()
    {
        Owner owner = chain({ { "systemd", "root", "init.scope" }, { "backupd", "backup", "backup.service" } });
        owner.unitFacts = UnitFacts { QStringLiteral("backup.service"), QStringLiteral("Nightly <b>backup</b>\u202e"),
                                      QStringLiteral("active"), QStringLiteral("running"), QStringLiteral("backup.timer") };
        Ancestry ancestry = ancestryOf(owner);
        QCOMPARE(ancestry.summary.text, QStringLiteral("The service manager runs it as backup.service, which backup.timer starts."));
        QCOMPARE(ancestry.summary.basis, Basis::Inferred);
        QCOMPARE(texts(ancestry.links.last()),
                 (QStringList { QStringLiteral("Runs as the unit backup.service: Nightly <b>backup</b>\\u{202e}. (o)"),
                                QStringLiteral("backup.timer starts this unit at set times. (o)"),
                                QStringLiteral("Runs as backup, while systemd runs as root. (o)") }));

        owner.unitFacts->triggeredBy = QStringLiteral("backup.socket");
        owner.unitFacts->description.clear();
        owner.socketUnit = QStringLiteral("backup.socket");
        ancestry = ancestryOf(owner);
        QCOMPARE(texts(ancestry.links.last()).first(2),
                 (QStringList { QStringLiteral("Runs as the unit backup.service. (o)"),
                                QStringLiteral("backup.socket starts this unit when somebody connects. (o)") }));
        owner.unitFacts->triggeredBy.clear();
        ancestry = ancestryOf(owner);
        QCOMPARE(texts(ancestry.links.last()).at(1), QStringLiteral("backup.socket opened the port for it. (o)"));
        // Facts of another unit say nothing of this one.
        owner.unitFacts->name = QStringLiteral("other.service");
        owner.unitFacts->triggeredBy = QStringLiteral("other.timer");
        QVERIFY(!ancestryOf(owner).summary.text.contains(QLatin1String("other")));
    }

    void reasonsInAContainer()
    {
        Owner owner = chain({ { "systemd", "root", "init.scope" },
                              { "containerd-shim", "root", "containerd.service" },
                              { "nginx", "root", "docker-1.scope" },
                              { "nginx", "www", "docker-1.scope" } });
        owner.container = Container { QStringLiteral("docker"), QStringLiteral("web"), QStringLiteral("0123456789abcdef"), {}, {}, false };
        Ancestry ancestry = ancestryOf(owner);
        QCOMPARE(ancestry.summary.text, QStringLiteral("It runs in the container web."));
        QVERIFY(texts(ancestry.links.last()).contains(QStringLiteral("Inside the container web. (o)")));
        owner.container->name.clear();
        QCOMPARE(ancestryOf(owner).summary.text, QStringLiteral("It runs in the container 0123456789ab."));

        Owner proxy = chain({ { "systemd", "root", "init.scope" }, { "dockerd", "root", "docker.service" }, { "docker-proxy", "root", "docker.service" } });
        proxy.container = Container { QStringLiteral("docker"), QStringLiteral("web"), QStringLiteral("1"), {}, {}, true };
        ancestry = ancestryOf(proxy);
        QVERIFY(!ancestry.summary.text.contains(QLatin1String("container web")));
        QVERIFY(texts(ancestry.links.last()).contains(QStringLiteral("Works for the container web. (i)")));
    }

    void takenOverSaysSo()
    {
        const Ancestry session = ancestryOf(chain({ { "systemd", "root", "init.scope" }, { "x", "alice", "session-2.scope" } }));
        QCOMPARE(texts(session.links.last()).first(), QStringLiteral("Its starter has ended since, and systemd took it over. (i)"));
        const Ancestry unknown = ancestryOf(chain({ { "init" }, { "x" } }));
        QCOMPARE(texts(unknown.links.last()),
                 QStringList { QStringLiteral("Started by init, or taken over by it when its starter ended. (i)") });
    }

    void chainThatBeginsInTheMiddle()
    {
        const Ancestry ancestry = ancestryOf(chain({ { "worker" }, { "x" } }, 700));
        QCOMPARE(texts(ancestry.links.first()), QStringList { QStringLiteral("What started it cannot be seen from here. (o)") });
        QCOMPARE(ancestry.summary.text, QStringLiteral("It comes from worker."));
        QCOMPARE(ancestryOf(chain({ { "x" } }, 700)).summary.text, QStringLiteral("What started it cannot be seen from here."));
    }

    void noProcess()
    {
        const OwnerPtr kernel = test::unowned(OwnerReason::KernelSocket);
        const Ancestry ancestry = ancestryOf(*kernel);
        QVERIFY(ancestry.links.isEmpty());
        QCOMPARE(ancestry.summary.text, ownerReasonText(*kernel));
    }

    void hostileNamesStayHarmless()
    {
        const char *evil = "\x1b[31m\xe2\x80\xae evil\n";
        const Ancestry ancestry = ancestryOf(chain({ { "systemd", "root", "init.scope" }, { evil, evil, evil, evil }, { "cron", evil, evil, evil }, { "x", "b", "y.service", evil } }));
        QStringList all { ancestry.summary.text };
        for (const AncestryLink &link : ancestry.links)
            all += texts(link);
        for (const QString &text : std::as_const(all)) {
            QVERIFY2(!text.contains(QChar(0x1b)) && !text.contains(QChar(0x202e)) && !text.contains(QLatin1Char('\n')), qPrintable(text));
            QVERIFY(text.size() < 800);
        }
    }

    /// Two names that are alike in the 15 bytes that the kernel keeps must not have different roles.
    void namesAreCut()
    {
        QCOMPARE(starterRoleOf(u"gnome-terminal-"), StarterRole::Terminal);
        QCOMPARE(starterRoleOf(u"gnome-session-b"), StarterRole::Desktop);
        QCOMPARE(starterRoleOf(u"containerd-shim"), StarterRole::ContainerRuntime);
        QCOMPARE(starterRoleOf(u"startplasma-way"), StarterRole::Desktop);
        QCOMPARE(starterRoleOf(u"bash2"), StarterRole::Program);
        QCOMPARE(starterRoleOf(u""), StarterRole::Program);
    }
};

QTEST_GUILESS_MAIN(AncestryTest)
#include "ancestry_test.moc"
