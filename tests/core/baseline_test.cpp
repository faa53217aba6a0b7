// SPDX-License-Identifier: GPL-3.0-or-later
// What counts as accepted and as changed; real files.
#include "assess/assessment.h"
#include "baseline/baseline_json.h"
#include "baseline/baseline_store.h"
#include "filter/filter_expression.h"
#include "monitor/listener_grouping.h"
#include "ownnotes/file_lock.h"
#include "report/redaction.h"
#include "support/builders.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>

using namespace portolan;
using namespace portolan::test;

namespace {

/// What a case changes of a common owner: a program of alice's that is not packaged.
struct Facts
{
    QString executable = QStringLiteral("/home/alice/bin/server");
    QString script = {};
    qint32 pid = 100;
    quint32 uid = 1000;
    QString user = QStringLiteral("alice");
    QString unit = {};
    std::optional<Package> package = {};
    QByteArray digest = {};
    std::optional<Container> container = {};
    OwnerReason reason = OwnerReason::None;
    QString buildTree = {};
    bool replaced = false;
};

Owner ownerWith(const Facts &facts)
{
    Owner owner;
    owner.attribution = facts.reason == OwnerReason::None ? Attribution::Observed : Attribution::Inferred;
    owner.reason = facts.reason;
    auto info = std::make_shared<ProcessInfo>();
    info->key = { facts.pid, static_cast<quint64>(facts.pid) * 100 };
    info->name = QStringLiteral("server");
    info->executable = facts.executable;
    info->script = facts.script;
    info->executableDeleted = facts.replaced;
    info->executableReplaced = facts.replaced;
    info->commandLine = { facts.executable };
    info->uid = facts.uid;
    info->user = facts.user;
    owner.processes = { info };
    owner.uid = facts.uid;
    owner.user = facts.user;
    owner.unit = facts.unit;
    owner.package = facts.package;
    owner.container = facts.container;
    if (!facts.package)
        owner.program = ProgramFacts { facts.executable, facts.uid, {}, facts.buildTree, facts.digest };
    return owner;
}

ListenerPtr listener(quint16 port, const Facts &facts = {}, const char *local = "127.0.0.1", Transport transport = Transport::Tcp)
{
    return groupListeners({ socket(port, 1, local, transport) }, { std::make_shared<Owner>(ownerWith(facts)) }, {}).first();
}

AcceptedPtr entry(const ListenerPtr &listener)
{
    return std::make_shared<const AcceptedListener>(
        AcceptedListener { listener, assess(*listener, *Knowledge::builtIn()), QDateTime::fromSecsSinceEpoch(1790000000, Qt::UTC) });
}

Baseline single(const ListenerPtr &accepted)
{
    return Baseline({ entry(accepted) });
}

QList<ListenerPtr> sorted(QList<ListenerPtr> listeners)
{
    std::ranges::sort(listeners, {}, [](const ListenerPtr &one) { return one->key; });
    return listeners;
}

AssessmentPtr judged(const Baseline &baseline, const ListenerPtr &now)
{
    AssessmentContext context;
    context.person = 1000;
    context.baseline = match(baseline, *now);
    return assess(*now, *Knowledge::builtIn(), context);
}

const Evidence *found(const AssessmentPtr &assessment, EvidenceId id)
{
    const auto fact = std::ranges::find(assessment->evidence, id, &Evidence::id);
    return fact == assessment->evidence.end() ? nullptr : &*fact;
}

Acceptance acceptance(const ListenerPtr &listener, const Baseline &baseline = {})
{
    return { listener, judged(baseline, listener) };
}

QByteArray bytesOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &fileName, const QByteArray &bytes)
{
    QFile file(fileName);
    return QDir().mkpath(QFileInfo(fileName).path()) && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QList<quint16> ports(const Baseline &baseline)
{
    QList<quint16> result;
    for (const AcceptedPtr &one : baseline.accepted())
        result += one->listener->port();
    return result;
}

const Package openSsh { QStringLiteral("dpkg"), QStringLiteral("openssh-server"), QStringLiteral("1:9.2"), true, {} };

Package withVersion(Package package, const char *version)
{
    package.version = QString::fromLatin1(version);
    return package;
}

Package changed(Package package)
{
    package.intact = false;
    return package;
}

} // namespace

Q_DECLARE_METATYPE(Facts)
Q_DECLARE_METATYPE(portolan::BaselineState)
Q_DECLARE_METATYPE(portolan::BaselineChanges)

class BaselineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhatChanged_data();
    void tellsWhatChanged();
    void saysNothingOfOthersUntilAllWasAccepted();
    void sharingAPortIsNoChange();
    void takingOverAPortIsAChange();
    void passingPortsAreKnownByTheirProgram();
    void explainsWhatWasAccepted();
    void changesCountAgainst();
    void changesWithAReasonAreOnlyTold_data();
    void changesWithAReasonAreOnlyTold();
    void filtersByTheBaseline();
    void reportsHideWhatWasAccepted();
    void keepsAndReadsBack();
    void theFileIsASnapshot();
    void undoesAndRedoes();
    void acceptingAChangeReplacesWhatItWas();
    void keepsEarlierBaselines();
    void setsBrokenFilesAside();
    void leavesNewerFilesAlone();
    void takesBackWhatCannotBeKept();
    void keepsTheOldFileOnAFullDisk();
    void keepsChangesOfTwo();

private:
    QTemporaryDir m_folder;
    QString m_file;
    int m_round = 0;
};

void BaselineTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_file = m_folder.filePath(QStringLiteral("%1/portolan/baseline.json").arg(++m_round));
}

void BaselineTest::tellsWhatChanged_data()
{
    QTest::addColumn<Facts>("before");
    QTest::addColumn<Facts>("now");
    QTest::addColumn<BaselineState>("state");
    QTest::addColumn<BaselineChanges>("changes");
    const auto same = [](const char *name, const Facts &before, const Facts &now) {
        QTest::newRow(name) << before << now << BaselineState::Accepted << BaselineChanges();
    };
    const auto differs = [](const char *name, const Facts &before, const Facts &now, BaselineChanges changes) {
        QTest::newRow(name) << before << now << BaselineState::Changed << changes;
    };
    const auto unseen = [](const char *name, const Facts &before, const Facts &now) {
        QTest::newRow(name) << before << now << BaselineState::Unseen << BaselineChanges();
    };
    const QString other = QStringLiteral("/home/alice/bin/other");
    same("the same", {}, {});
    same("restarted", {}, { .pid = 777 });
    differs("another program", {}, { .executable = other }, BaselineChange::Program);
    same("the same script below another interpreter", { .executable = QStringLiteral("/usr/bin/python3.11"), .script = QStringLiteral("/home/alice/a.py") },
         { .executable = QStringLiteral("/usr/bin/python3.12"), .script = QStringLiteral("/home/alice/a.py") });
    differs("another script", { .executable = QStringLiteral("/usr/bin/python3"), .script = QStringLiteral("/home/alice/a.py") },
            { .executable = QStringLiteral("/usr/bin/python3"), .script = QStringLiteral("/home/alice/b.py") }, BaselineChange::Program);
    differs("other bytes", { .digest = QByteArray(32, 'a') }, { .digest = QByteArray(32, 'b') }, BaselineChange::Bytes);
    same("bytes not known yet", { .digest = QByteArray(32, 'a') }, {});
    same("upgraded", { .package = openSsh }, { .package = withVersion(openSsh, "1:9.3") });
    same("upgraded into another folder", { .executable = QStringLiteral("/snap/x/1/bin/x"), .package = openSsh },
         { .executable = QStringLiteral("/snap/x/2/bin/x"), .package = withVersion(openSsh, "2") });
    differs("tampered with", { .package = openSsh }, { .package = changed(openSsh) }, BaselineChange::Bytes);
    same("upgraded under its feet", { .package = openSsh }, { .package = changed(openSsh), .replaced = true });
    same("accepted although tampered with", { .package = changed(openSsh) }, { .package = changed(openSsh) });
    differs("another user", {}, { .uid = 0, .user = QStringLiteral("root") }, BaselineChange::User);
    same("made-up users", { .uid = 61200, .user = QStringLiteral("61200"), .unit = QStringLiteral("a.service") },
         { .uid = 65000, .user = QStringLiteral("65000"), .unit = QStringLiteral("a.service") });
    differs("another user and other bytes", { .digest = QByteArray(32, 'a') },
            { .uid = 1001, .user = QStringLiteral("bob"), .digest = QByteArray(32, 'b') }, BaselineChange::Bytes | BaselineChange::User);
    same("inferred, the only one it can be", {}, { .reason = OwnerReason::OneCandidate });
    unseen("inferred among several", {}, { .executable = other, .reason = OwnerReason::SeveralCandidates });
    unseen("its file may not be seen", {}, { .executable = QString() });
    same("inferred, of the same service", { .unit = QStringLiteral("a.service") },
         { .executable = other, .unit = QStringLiteral("a.service"), .reason = OwnerReason::SeveralCandidates });
    same("accepted without being seen", { .executable = QString() }, { .executable = other });
    differs("accepted without being seen, another user", { .executable = QString() },
            { .executable = other, .uid = 0, .user = QStringLiteral("root") }, BaselineChange::User);
    const Container web { QStringLiteral("docker"), QStringLiteral("web"), QStringLiteral("aaa"), QStringLiteral("nginx:1.25") };
    Container again = web;
    again.id = QStringLiteral("bbb");
    again.image = QStringLiteral("nginx:1.26");
    same("a container made anew", { .container = web }, { .container = again });
    Container other_ = web;
    other_.name = QStringLiteral("miner");
    other_.id = QStringLiteral("ccc");
    other_.image = QStringLiteral("xmrig");
    differs("another container", { .container = web }, { .container = other_ }, BaselineChange::Program);
    differs("out of its container", { .container = web }, {}, BaselineChange::Program);
}

void BaselineTest::tellsWhatChanged()
{
    QFETCH(const Facts, before);
    QFETCH(const Facts, now);
    QFETCH(const BaselineState, state);
    QFETCH(const BaselineChanges, changes);
    const AcceptedPtr accepted = entry(listener(3155, before));
    const auto result = match(Baseline({ accepted }), *listener(3155, now));
    QVERIFY(result);
    QCOMPARE(result->state, state);
    QCOMPARE(result->changes, changes);
    QCOMPARE(result->accepted, accepted);
    // The same after it was written and read.
    QString error;
    const auto file = readSnapshot(baselineToJson(Baseline({ accepted })), &error);
    QVERIFY2(file, qPrintable(error));
    const auto again = match(baselineOf(*file), *listener(3155, now));
    QVERIFY(again);
    QCOMPARE(again->state, state);
    QCOMPARE(again->changes, changes);
}

void BaselineTest::saysNothingOfOthersUntilAllWasAccepted()
{
    const Baseline one = single(listener(3155));
    QVERIFY(!match(one, *listener(3156)));
    QVERIFY(!match(one, *listener(3155, Facts {}, "127.0.0.1", Transport::Udp)));
    const auto result = match(one.withWholeAt(QDateTime::currentDateTimeUtc()), *listener(3156));
    QVERIFY(result);
    QCOMPARE(result->state, BaselineState::NotInBaseline);
    QVERIFY(!match(Baseline(), *listener(3155)));
}

void BaselineTest::sharingAPortIsNoChange()
{
    // As avahi and a browser share 5353.
    const ListenerPtr accepted = listener(5353, { .executable = QStringLiteral("/usr/sbin/avahi-daemon"), .pid = 10 }, "0.0.0.0", Transport::Udp);
    const ListenerPtr browser = listener(5353, { .executable = QStringLiteral("/usr/bin/chromium"), .pid = 20 }, "0.0.0.0", Transport::Udp);
    const QList<ListenerPtr> both = sorted({ accepted, browser });
    QVERIFY(!match(single(accepted), both, both.indexOf(browser)));
    const auto result = match(single(accepted), both, both.indexOf(accepted));
    QCOMPARE(result->state, BaselineState::Accepted);
    // Reached by more than one place, it is as it was accepted when one of them is.
    const ListenerPtr wide = listener(5353, { .executable = QStringLiteral("/usr/bin/chromium"), .pid = 30 }, "0.0.0.0", Transport::Udp);
    const Baseline two({ entry(accepted), entry(browser) });
    QCOMPARE(two.accepted().size(), 2);
    QCOMPARE(match(two, *wide)->state, BaselineState::Accepted);
}

void BaselineTest::takingOverAPortIsAChange()
{
    const auto result = match(single(listener(3155)), *listener(3155, { .executable = QStringLiteral("/tmp/x"), .pid = 20 }));
    QCOMPARE(result->state, BaselineState::Changed);
    QCOMPARE(result->changes, BaselineChanges(BaselineChange::Program));
    // From the loopback to the network: told too.
    const auto wider = match(single(listener(3155)), *listener(3155, Facts {}, "0.0.0.0"));
    QCOMPARE(wider->state, BaselineState::Changed);
    QCOMPARE(wider->changes, BaselineChanges(BaselineChange::Exposure));
    QCOMPARE(match(single(listener(3155, Facts {}, "0.0.0.0")), *listener(3155))->state, BaselineState::Accepted);
}

void BaselineTest::passingPortsAreKnownByTheirProgram()
{
    const Facts browser { .executable = QStringLiteral("/usr/bin/firefox") };
    const Baseline whole = single(listener(40000, browser, "0.0.0.0", Transport::Udp)).withWholeAt(QDateTime::currentDateTimeUtc());
    QCOMPARE(match(whole, *listener(51234, browser, "0.0.0.0", Transport::Udp))->state, BaselineState::Accepted);
    QCOMPARE(match(whole, *listener(51234, Facts {}, "0.0.0.0", Transport::Udp))->state, BaselineState::NotInBaseline);
    // That another client gets the number later means nothing.
    QCOMPARE(match(whole, *listener(40000, Facts {}, "0.0.0.0", Transport::Udp))->state, BaselineState::NotInBaseline);
    QCOMPARE(match(whole, *listener(51234, browser, "0.0.0.0", Transport::Tcp))->state, BaselineState::NotInBaseline);
}

void BaselineTest::explainsWhatWasAccepted()
{
    const ListenerPtr stranger = listener(3155, { .executable = QStringLiteral("/tmp/.x/updater") }, "0.0.0.0");
    QCOMPARE(judged({}, stranger)->verdict, Verdict::Investigate);
    const AssessmentPtr accepted = judged(single(stranger), stranger);
    QCOMPARE(accepted->verdict, Verdict::Explained);
    QCOMPARE(accepted->judgement.rule, VerdictRule::Accepted);
    QVERIFY(found(accepted, EvidenceId::Accepted));
    // What speaks against it stays listed.
    QVERIFY(found(accepted, EvidenceId::TemporaryFolder));
}

void BaselineTest::changesCountAgainst()
{
    const AssessmentPtr now = judged(single(listener(8080, { .digest = QByteArray(32, 'a') }, "0.0.0.0")), listener(8080, { .digest = QByteArray(32, 'b') }, "0.0.0.0"));
    const Evidence *change = found(now, EvidenceId::AcceptedChanged);
    QVERIFY(change);
    QCOMPARE(change->weighs, Weighs::Against);
    QCOMPARE(evidenceText(*change), QStringLiteral("Its program's file is not the one that you accepted: /home/alice/bin/server"));
    QCOMPARE(now->verdict, Verdict::Investigate);
    QVERIFY(!found(now, EvidenceId::Accepted));
    const AssessmentPtr user = judged(single(listener(8080)), listener(8080, { .uid = 1001, .user = QStringLiteral("<b>bob") }));
    QCOMPARE(evidenceText(*found(user, EvidenceId::AcceptedChanged)), QStringLiteral("You accepted it running as another user: alice"));
}

void BaselineTest::changesWithAReasonAreOnlyTold_data()
{
    QTest::addColumn<Facts>("before");
    QTest::addColumn<Facts>("now");
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("wider reach") << Facts {} << Facts {} << QByteArray("0.0.0.0");
    QTest::newRow("built again") << Facts { .digest = QByteArray(32, 'a') }
                                 << Facts { .digest = QByteArray(32, 'b'), .buildTree = QStringLiteral("/home/alice/bin") } << QByteArray("127.0.0.1");
    QTest::newRow("another of one's own servers")
        << Facts { .executable = QStringLiteral("/usr/bin/node"), .script = QStringLiteral("/home/alice/a/server.js") }
        << Facts { .executable = QStringLiteral("/usr/bin/node"), .script = QStringLiteral("/home/alice/b/server.js") } << QByteArray("127.0.0.1");
}

void BaselineTest::changesWithAReasonAreOnlyTold()
{
    QFETCH(const Facts, before);
    QFETCH(const Facts, now);
    QFETCH(const QByteArray, address);
    const AssessmentPtr assessment = judged(single(listener(8080, before)), listener(8080, now, address.constData()));
    const Evidence *change = found(assessment, EvidenceId::AcceptedChanged);
    QVERIFY(change);
    QCOMPARE(change->weighs, Weighs::Neutral);
    QVERIFY(assessment->verdict != Verdict::Investigate);
}

void BaselineTest::filtersByTheBaseline()
{
    const Baseline whole = single(listener(3155)).withWholeAt(QDateTime::currentDateTimeUtc());
    const ListenerPtr same = listener(3155);
    const ListenerPtr come = listener(3156);
    const ListenerPtr other = listener(3155, { .executable = QStringLiteral("/tmp/x") });
    const auto matches = [&](const char *filter, const ListenerPtr &one) {
        const FilterExpression expression = FilterExpression::parse(QString::fromLatin1(filter));
        return !expression.error() && expression.matches(*one, *judged(whole, one));
    };
    QVERIFY(matches("is:accepted", same) && !matches("is:accepted", come) && !matches("is:accepted", other));
    QVERIFY(matches("is:new", come) && !matches("is:new", same) && !matches("is:new", other));
    QVERIFY(matches("is:changed", other) && !matches("is:changed", same));
    QVERIFY(matches("is:new,changed", other) && matches("is:new,changed", come) && matches("-is:new", same));
    QVERIFY(FilterExpression::parse(QStringLiteral("is:unseen")).error());
    QVERIFY(!FilterExpression::parse(QStringLiteral("is:new")).matches(*come, *judged({}, come)));
}

void BaselineTest::reportsHideWhatWasAccepted()
{
    const ListenerPtr now = listener(8080, { .uid = 1001, .user = QStringLiteral("bobby") });
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->listeners = { now };
    ReportDocument document { {}, snapshot, { now }, { judged(single(listener(8080, { .user = QStringLiteral("alicia") })), now) }, Knowledge::builtIn(), {} };
    const AssessmentPtr assessment = redacted(document).assessments.first();
    const Evidence *change = found(assessment, EvidenceId::AcceptedChanged);
    QVERIFY(change);
    QVERIFY2(!evidenceText(*change).contains(QLatin1String("alicia")), qPrintable(evidenceText(*change)));
    QCOMPARE(evidenceText(*change), QStringLiteral("You accepted it running as another user: user-2"));
}

void BaselineTest::keepsAndReadsBack()
{
    BaselineStore store(m_file);
    QVERIFY(store.baseline()->isEmpty());
    store.accept({ acceptance(listener(3155)), acceptance(listener(22, Facts {}, "0.0.0.0")) });
    QCOMPARE(ports(*store.baseline()), (QList<quint16> { 22, 3155 }));
    QTRY_VERIFY(store.isIdle());
    QCOMPARE(QFile::permissions(m_file) & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());

    BaselineStore second(m_file);
    QSignalSpy changes(&second, &BaselineStore::changed);
    second.load();
    QVERIFY(changes.wait());
    QCOMPARE(*second.baseline(), *store.baseline());
    QVERIFY(!second.baseline()->wholeAt().isValid());
    second.acceptWhole({ acceptance(listener(80)) });
    QTRY_VERIFY(second.isIdle());
    const BaselineOutcome read = readBaseline(m_file);
    QCOMPARE(ports(*read.baseline), QList<quint16> { 80 });
    QVERIFY(read.baseline->wholeAt().isValid());
    QCOMPARE(*read.baseline, *second.baseline());
}

void BaselineTest::theFileIsASnapshot()
{
    BaselineStore store(m_file);
    const ListenerPtr stranger = listener(3155, { .executable = QStringLiteral("/tmp/.x/<b>updater") }, "0.0.0.0");
    store.acceptWhole({ acceptance(stranger) });
    QTRY_VERIFY(store.isIdle());
    QString error;
    const auto file = readSnapshotFile(m_file, &error);
    QVERIFY2(file, qPrintable(error));
    QCOMPARE(file->snapshot->listeners.size(), 1);
    QCOMPARE(file->snapshot->completeness, Completeness::Complete);
    // The baseline itself holds nothing to investigate.
    QCOMPARE(file->assessments.first()->verdict, Verdict::Explained);
    QVERIFY(file->acceptedAt.first().isValid());
    // A snapshot that is no baseline counts as accepted as it is.
    auto plain = *file;
    plain.acceptedAt = { QDateTime() };
    QVERIFY(baselineOf(plain).wholeAt().isValid());
}

void BaselineTest::undoesAndRedoes()
{
    BaselineStore store(m_file);
    store.accept({ acceptance(listener(3155)) });
    store.accept({ acceptance(listener(80)), acceptance(listener(81)) });
    store.remove({ store.baseline()->accepted().first() });
    QCOMPARE(ports(*store.baseline()), (QList<quint16> { 81, 3155 }));
    store.undo();
    QCOMPARE(ports(*store.baseline()), (QList<quint16> { 80, 81, 3155 }));
    store.undo();
    QCOMPARE(ports(*store.baseline()), QList<quint16> { 3155 });
    store.redo();
    QCOMPARE(ports(*store.baseline()), (QList<quint16> { 80, 81, 3155 }));
    store.acceptWhole({ acceptance(listener(99)) });
    QVERIFY(!store.canRedo());
    QVERIFY(store.baseline()->wholeAt().isValid());
    store.undo();
    QVERIFY(!store.baseline()->wholeAt().isValid());
    store.undo();
    store.undo();
    QVERIFY(!store.canUndo());
    QVERIFY(store.baseline()->isEmpty());
    QTRY_VERIFY(store.isIdle());
    QVERIFY(readBaseline(m_file).baseline->isEmpty());
}

void BaselineTest::acceptingAChangeReplacesWhatItWas()
{
    BaselineStore store(m_file);
    store.accept({ acceptance(listener(3155)) });
    const ListenerPtr now = listener(3155, { .executable = QStringLiteral("/home/alice/bin/other") });
    store.accept({ acceptance(now, *store.baseline()) });
    QCOMPARE(store.baseline()->accepted().size(), 1);
    QCOMPARE(match(*store.baseline(), *now)->state, BaselineState::Accepted);
    QCOMPARE(match(*store.baseline(), *listener(3155))->state, BaselineState::Changed);
    store.undo();
    QCOMPARE(match(*store.baseline(), *listener(3155))->state, BaselineState::Accepted);
}

void BaselineTest::keepsEarlierBaselines()
{
    BaselineStore store(m_file);
    for (quint16 port = 1; port <= 25; ++port) {
        store.accept({ acceptance(listener(port)) });
        QTRY_VERIFY(store.isIdle());
    }
    QSignalSpy listed(&store, &BaselineStore::earlierListed);
    store.listEarlier();
    QVERIFY(listed.wait());
    const auto earlier = listed.first().first().value<QList<EarlierBaseline>>();
    QVERIFY(earlier.size() <= mostEarlierBaselines && earlier.size() > 10);
    QVERIFY(earlier.first().replacedAt >= earlier.last().replacedAt);
    QCOMPARE(earlier.first().baseline->accepted().size(), 24);
    store.goBackTo(earlier[3]);
    QTRY_VERIFY(store.isIdle());
    QCOMPARE(readBaseline(m_file).baseline->accepted().size(), earlier[3].baseline->accepted().size());
    store.undo();
    QCOMPARE(store.baseline()->accepted().size(), 25);
}

void BaselineTest::setsBrokenFilesAside()
{
    QVERIFY(put(m_file, "{\"format\": \"portolan.snap"));
    const QByteArray broken = bytesOf(m_file);
    BaselineStore store(m_file);
    QSignalSpy failures(&store, &BaselineStore::failed);
    store.load();
    QVERIFY(failures.wait());
    const QString aside = QFileInfo(m_file).dir().filePath(QStringLiteral("baseline.broken-1.json"));
    QVERIFY2(failures.first().first().toString().contains(QLatin1String("baseline.broken-1.json")), qPrintable(failures.first().first().toString()));
    QCOMPARE(bytesOf(aside), broken);
    QVERIFY(!QFileInfo::exists(m_file));
    store.accept({ acceptance(listener(1)) });
    QTRY_VERIFY(store.isIdle());
    QCOMPARE(ports(*readBaseline(m_file).baseline), QList<quint16> { 1 });
}

void BaselineTest::leavesNewerFilesAlone()
{
    const QByteArray newer = R"({"format":"portolan.snapshot","version":2,"listeners":[]})";
    QVERIFY(put(m_file, newer));
    BaselineStore store(m_file);
    QSignalSpy failures(&store, &BaselineStore::failed);
    store.accept({ acceptance(listener(1)) });
    QVERIFY(failures.wait());
    QCOMPARE(bytesOf(m_file), newer);
    QVERIFY(store.baseline()->isEmpty());
    QVERIFY(failures.first().first().toString().contains(QLatin1String("newer Portolan")));
}

void BaselineTest::takesBackWhatCannotBeKept()
{
    const QString folder = QFileInfo(m_file).path();
    QVERIFY(put(folder, "a file where the folder should be"));
    BaselineStore store(m_file);
    QSignalSpy failures(&store, &BaselineStore::failed);
    store.accept({ acceptance(listener(1)) });
    QCOMPARE(ports(*store.baseline()), QList<quint16> { 1 });
    QVERIFY(failures.wait());
    QVERIFY(store.baseline()->isEmpty());
    QVERIFY(!store.canUndo());
}

void BaselineTest::keepsTheOldFileOnAFullDisk()
{
    BaselineStore store(m_file);
    store.accept({ acceptance(listener(1)) });
    QTRY_VERIFY(store.isIdle());
    const QByteArray before = bytesOf(m_file);
    // Files may not grow: the same as a disk without room.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit old {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
    const rlimit tight { 100, old.rlim_max };
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    QSignalSpy failures(&store, &BaselineStore::failed);
    store.accept({ acceptance(listener(2)) });
    const bool failed = failures.wait();
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
    QVERIFY(failed);
    QVERIFY2(failures.first().first().toString().contains(QLatin1String("unchanged")), qPrintable(failures.first().first().toString()));
    QCOMPARE(bytesOf(m_file), before);
    QCOMPARE(ports(*store.baseline()), QList<quint16> { 1 });
    // What was not written took the place of nothing.
    QVERIFY(earlierBaselines(m_file).isEmpty());
}

void BaselineTest::keepsChangesOfTwo()
{
    BaselineStore one(m_file);
    BaselineStore two(m_file);
    one.accept({ acceptance(listener(1)) });
    QTRY_VERIFY(one.isIdle());
    two.accept({ acceptance(listener(2)) });
    QTRY_VERIFY(two.isIdle());
    QCOMPARE(ports(*two.baseline()), (QList<quint16> { 1, 2 }));
    // What the other one accepted stays when this one takes its own back.
    one.undo();
    QTRY_VERIFY(one.isIdle());
    QCOMPARE(ports(*one.baseline()), QList<quint16> { 2 });
}

QTEST_GUILESS_MAIN(BaselineTest)
#include "baseline_test.moc"
