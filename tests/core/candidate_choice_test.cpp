// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/candidate_choice.h"
#include "process/control_group.h"
#include "support/builders.h"

#include <QTest>

using namespace portolan;

namespace {

constexpr quint64 someGroup = 4711;

ProcessPtr process(qint32 pid, const QString &name, quint32 uid, const QStringList &arguments = {},
                   const QList<ProcessPtr> &ancestors = {})
{
    ProcessInfo info;
    info.key = { pid, quint64(pid) * 10 };
    info.name = name.left(15);
    info.commandLine = QStringList { name } + arguments;
    info.uid = uid;
    for (const ProcessPtr &ancestor : ancestors)
        info.ancestors.append(test::ancestor(ancestor));
    return std::make_shared<ProcessInfo>(info);
}

Owner ownerOf(const QList<ProcessPtr> &processes, quint32 uid, const QString &unit = {}, quint64 group = someGroup)
{
    Owner owner;
    owner.attribution = Attribution::Inferred;
    owner.reason = OwnerReason::SeveralCandidates;
    owner.processes = processes;
    owner.uid = uid;
    owner.cgroupId = group;
    owner.cgroup = group == someGroup ? QStringLiteral("/x.service") : QStringLiteral("/");
    owner.unit = unit;
    return owner;
}

WeighedCandidates weigh(const Owner &owner, quint16 port)
{
    return weighCandidates(owner, test::socket(port, 1), *Knowledge::builtIn());
}

QString names(const WeighedCandidates &weighed)
{
    QStringList result;
    for (const ProcessPtr &process : weighed.processes)
        result.append(process->name + QLatin1Char(' ') + QString::number(process->key.pid));
    return result.join(QStringLiteral(", "));
}

} // namespace

class CandidateChoiceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void weighs_data();
    void weighs();
    void orderDoesNotMatter();
    void ownerKeepsTheOneThatFits();
    void loneCandidateOfAnotherUser();
    void otherOwnersStayAsTheyAre();
    void notTooMany();
    void otherKnowledge();
};

void CandidateChoiceTest::weighs_data()
{
    QTest::addColumn<QList<ProcessPtr>>("candidates");
    QTest::addColumn<quint16>("port");
    QTest::addColumn<quint32>("uid");
    QTest::addColumn<quint64>("group");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("order");
    QTest::addColumn<bool>("oneFits");

    using List = QList<ProcessPtr>;
    const QString none;
    QTest::newRow("none") << List {} << quint16(40001) << quint32(0) << someGroup << none << QString() << false;
    QTest::newRow("one") << List { process(5, QStringLiteral("thing"), 0) } << quint16(40001) << quint32(0) << someGroup << none
                         << QStringLiteral("thing 5") << true;
    QTest::newRow("one that gave up root's rights")
        << List { process(5, QStringLiteral("thing"), 33) } << quint16(40001) << quint32(0) << someGroup << none << QStringLiteral("thing 5") << true;
    QTest::newRow("one of a user who cannot have opened it")
        << List { process(5, QStringLiteral("thing"), 33) } << quint16(40001) << quint32(1000) << someGroup << none << QStringLiteral("thing 5") << false;
    QTest::newRow("by user") << List { process(4, QStringLiteral("sshd"), 0), process(5, QStringLiteral("thing"), 1000) }
                             << quint16(40001) << quint32(1000) << someGroup << none << QStringLiteral("thing 5, sshd 4") << true;
    QTest::newRow("two of the user")
        << List { process(4, QStringLiteral("first"), 1000), process(5, QStringLiteral("second"), 1000) }
        << quint16(40001) << quint32(1000) << someGroup << none << QStringLiteral("first 4, second 5") << false;
    QTest::newRow("by the notes")
        << List { process(4, QStringLiteral("watcher"), 0), process(5, QStringLiteral("sshd"), 0) } << quint16(22) << quint32(0) << someGroup
        << none << QStringLiteral("sshd 5, watcher 4") << true;
    QTest::newRow("the notes know it by what it was started as")
        << List { process(4, QStringLiteral("watcher"), 0),
                  [] {
                      ProcessInfo info = *process(5, QStringLiteral("main"), 0);
                      info.commandLine = { QStringLiteral("/usr/sbin/sshd: listening") };
                      return std::make_shared<const ProcessInfo>(info);
                  }() }
        << quint16(22) << quint32(0) << someGroup << none << QStringLiteral("main 5, watcher 4") << true;
    QTest::newRow("the notes against the command line: in doubt")
        << List { process(4, QStringLiteral("proxy"), 0, { QStringLiteral("--listen=:22") }), process(5, QStringLiteral("sshd"), 0) }
        << quint16(22) << quint32(0) << someGroup << none << QStringLiteral("sshd 5, proxy 4") << false;
    QTest::newRow("by the command line, in doubt")
        << List { process(4, QStringLiteral("one"), 1000, { QStringLiteral("140001") }),
                  process(5, QStringLiteral("two"), 1000, { QStringLiteral("127.0.0.1:40001") }) }
        << quint16(40001) << quint32(1000) << someGroup << none << QStringLiteral("two 5, one 4") << false;
    QTest::newRow("by the unit's name, in doubt")
        << List { process(4, QStringLiteral("logger"), 0), process(5, QStringLiteral("thingd"), 0) } << quint16(40001) << quint32(0) << someGroup
        << QStringLiteral("thing@main.service") << QStringLiteral("thingd 5, logger 4") << false;
    QTest::newRow("a shell starts it")
        << List { process(4, QStringLiteral("sh"), 0, { QStringLiteral("-c"), QStringLiteral("thing 40001") }),
                  process(5, QStringLiteral("thing"), 0, { QStringLiteral("40001") }) }
        << quint16(40001) << quint32(0) << someGroup << none << QStringLiteral("thing 5, sh 4") << true;
    const ProcessPtr master = process(14, QStringLiteral("nginx"), 0);
    QTest::newRow("a family: its eldest, and all of it")
        << List { process(12, QStringLiteral("nginx"), 33, {}, { master }), process(13, QStringLiteral("nginx"), 33, {}, { master }),
                  master, process(3, QStringLiteral("rotatelogs"), 0, {}, { master }) }
        << quint16(80) << quint32(0) << someGroup << QStringLiteral("nginx.service")
        << QStringLiteral("nginx 14, nginx 12, nginx 13, rotatelogs 3") << false;
    const ProcessPtr elder = process(14, QStringLiteral("thing"), 7);
    QTest::newRow("an ancestor before its child, whatever the clock says")
        << List { process(12, QStringLiteral("thing"), 7, {}, { elder }), elder } << quint16(40001) << quint32(7) << someGroup << none
        << QStringLiteral("thing 14, thing 12") << false;
    QTest::newRow("in no group, one, unknown") << List { process(5, QStringLiteral("thing"), 7) } << quint16(40001) << quint32(7) << rootControlGroup
                                               << none << QStringLiteral("thing 5") << false;
    QTest::newRow("in no group, the notes know one")
        << List { process(4, QStringLiteral("thing"), 0), process(5, QStringLiteral("sshd"), 0) } << quint16(22) << quint32(0) << quint64(0) << none
        << QStringLiteral("sshd 5, thing 4") << true;
}

void CandidateChoiceTest::weighs()
{
    QFETCH(QList<ProcessPtr>, candidates);
    QFETCH(quint16, port);
    QFETCH(quint32, uid);
    QFETCH(quint64, group);
    QFETCH(QString, unit);
    const WeighedCandidates weighed = weigh(ownerOf(candidates, uid, unit, group), port);
    QTEST(names(weighed), "order");
    QTEST(weighed.oneFits, "oneFits");
}

void CandidateChoiceTest::orderDoesNotMatter()
{
    const ProcessPtr master = process(14, QStringLiteral("nginx"), 0);
    QList<ProcessPtr> candidates { master, process(12, QStringLiteral("nginx"), 33, {}, { master }),
                                   process(3, QStringLiteral("sh"), 0), process(4, QStringLiteral("tail"), 0) };
    std::ranges::sort(candidates);
    const QString expected = names(weigh(ownerOf(candidates, 0), 80));
    while (std::ranges::next_permutation(candidates).found)
        QCOMPARE(names(weigh(ownerOf(candidates, 0), 80)), expected);
}

static Owner inferred(const QList<ProcessPtr> &processes, OwnerReason reason, quint32 uid = 0)
{
    Owner owner = ownerOf(processes, uid);
    owner.reason = reason;
    return owner;
}

void CandidateChoiceTest::ownerKeepsTheOneThatFits()
{
    CandidateChoice choice(Knowledge::builtIn(), 65534);
    Owner owner = inferred({ process(4, QStringLiteral("watcher"), 0), process(5, QStringLiteral("sshd"), 0) },
                           OwnerReason::SeveralCandidates);
    choice.addTo(owner, test::socket(22, 1));
    QCOMPARE(owner.reason, OwnerReason::OneFits);
    QCOMPARE(owner.attribution, Attribution::Inferred);
    QCOMPARE(owner.processes.size(), 1);
    QCOMPARE(owner.leader()->name, QStringLiteral("sshd"));

    owner = inferred({ process(4, QStringLiteral("one"), 0), process(5, QStringLiteral("two"), 0) },
                     OwnerReason::SeveralCandidates);
    choice.addTo(owner, test::socket(40001, 1));
    QCOMPARE(owner.reason, OwnerReason::SeveralCandidates);
    QCOMPARE(owner.processes.size(), 2);
}

void CandidateChoiceTest::loneCandidateOfAnotherUser()
{
    CandidateChoice choice(Knowledge::builtIn(), 65534);
    Owner owner = inferred({ process(4, QStringLiteral("thing"), 33) }, OwnerReason::OneCandidate, 33);
    choice.addTo(owner, test::socket(40001, 1));
    QCOMPARE(owner.reason, OwnerReason::OneCandidate);
    owner.uid = 1000;
    choice.addTo(owner, test::socket(40001, 1));
    QCOMPARE(owner.reason, OwnerReason::SeveralCandidates);
    QCOMPARE(owner.processes.size(), 1);
}

void CandidateChoiceTest::otherOwnersStayAsTheyAre()
{
    CandidateChoice choice(Knowledge::builtIn(), 65534);
    const QList<ProcessPtr> processes { process(5, QStringLiteral("watcher"), 0), process(6, QStringLiteral("sshd"), 0) };
    Owner observed = *test::observed(processes);
    choice.addTo(observed, test::socket(22, 1));
    QCOMPARE(observed, *test::observed(processes));

    // Several in a namespace are put into order and stay several.
    Owner owner = inferred(processes, OwnerReason::SeveralInNamespace);
    choice.addTo(owner, test::socket(22, 1));
    QCOMPARE(owner.reason, OwnerReason::SeveralInNamespace);
    QCOMPARE(owner.processes.size(), 2);
    QCOMPARE(owner.leader()->name, QStringLiteral("sshd"));
}

void CandidateChoiceTest::notTooMany()
{
    CandidateChoice choice(Knowledge::builtIn(), 65534);
    QList<ProcessPtr> crowd;
    for (qint32 pid = 1; pid <= 64; ++pid)
        crowd.append(process(pid, pid == 64 ? QStringLiteral("sshd") : QStringLiteral("thing"), 0));
    Owner owner = inferred(crowd, OwnerReason::SeveralCandidates);
    choice.addTo(owner, test::socket(22, 1));
    QCOMPARE(owner.reason, OwnerReason::SeveralCandidates);
    QCOMPARE(owner.processes.size(), 16);
    QCOMPARE(owner.leader()->name, QStringLiteral("sshd"));
}

void CandidateChoiceTest::otherKnowledge()
{
    CandidateChoice choice(Knowledge::builtIn(), 65534);
    const quint64 before = choice.revision();
    choice.use(Knowledge::builtInAsWritten());
    QVERIFY(choice.revision() > before);
}

QTEST_GUILESS_MAIN(CandidateChoiceTest)
#include "candidate_choice_test.moc"
