// SPDX-License-Identifier: GPL-3.0-or-later
// The sources sample in a loop while processes come and go, execute, change their user and pass
// their sockets on. What is observed is compared with what the processes wrote down themselves.
//
// PORTOLAN_STRESS_PROCESSES says how many processes there are; 12000 make about a minute.
#include "fixture_process.h"
#include "own_network.h"
#include "owners_probe.h"
#include "platform/platform.h"
#include "support/churn_record.h"
#include "test_control_group.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryFile>
#include <QTest>

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <memory>

using namespace portolan;
using test::ChurnRecord;
using test::ControlGroup;
using test::FixtureProcess;
using test::OwnersProbe;
using test::ProbedSample;

namespace {

constexpr int defaultProcesses = 900;
/// Of the sampling process, after everything is gone.
constexpr qint64 memoryGrowth = 6 * 1024 * 1024;

int processCount()
{
    const int count = qEnvironmentVariableIntValue("PORTOLAN_STRESS_PROCESSES");
    return count > 0 ? count : defaultProcesses;
}

/// The record of a running churn-fixture.
class Churn
{
public:
    Churn(int processes, const QString &groups)
    {
        if (!m_file.open() || !m_file.resize(sizeof(ChurnRecord)))
            return;
        void *memory = ::mmap(nullptr, sizeof(ChurnRecord), PROT_READ | PROT_WRITE, MAP_SHARED, m_file.handle(), 0);
        if (memory == MAP_FAILED)
            return;
        m_record = static_cast<ChurnRecord *>(memory);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(CHURN_FIXTURE), QStringList { m_file.fileName(), QString::number(processes) }
                            + (groups.isEmpty() ? QStringList() : QStringList { groups }));
        m_process.waitForStarted();
    }
    ~Churn()
    {
        if (m_record != nullptr)
            m_record->over = 1;
        m_process.waitForFinished();
        if (m_record != nullptr)
            ::munmap(m_record, sizeof(ChurnRecord));
    }
    Churn(const Churn &) = delete;
    Churn &operator=(const Churn &) = delete;

    [[nodiscard]] bool isRunning() { return !m_process.waitForFinished(0) && m_process.state() == QProcess::Running; }
    [[nodiscard]] bool endedWell() const { return m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0; }
    void countSample() { m_record->countSample(); }
    [[nodiscard]] quint32 started() const { return m_record->started; }
    [[nodiscard]] bool isReady() const { return m_record != nullptr; }
    [[nodiscard]] QList<ChurnRecord::Entry> entries() const
    {
        QList<ChurnRecord::Entry> entries;
        for (quint32 i = 0; i < m_record->written; ++i)
            entries.append(m_record->entries[i]);
        return entries;
    }

private:
    QTemporaryFile m_file;
    ChurnRecord *m_record = nullptr;
    QProcess m_process;
};

/// Said of one socket by one sample.
struct Claim
{
    quint64 inode = 0;
    ProcessKey key;
    quint32 uid = 0;
    QString name;

    friend bool operator==(const Claim &, const Claim &) = default;
    friend size_t qHash(const Claim &claim, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, claim.inode, claim.key, claim.uid, claim.name);
    }
};

qint64 residentMemory()
{
    ::malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE) : 0;
}

/// Processes that are kept open for the next look.
qsizetype watchedProcesses()
{
    qsizetype count = 0;
    const QFileInfoList descriptors
        = QDir(QStringLiteral("/proc/self/fd")).entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    for (const QFileInfo &descriptor : descriptors) {
        const QString target = descriptor.symLinkTarget();
        count += target.startsWith(QLatin1String("/proc/")) && target.contains(QLatin1String("/comm")) ? 1 : 0;
    }
    return count;
}

/// Sanitizers keep freed memory.
constexpr bool memoryIsTold()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return false;
#else
    return true;
#endif
}

class Observer
{
public:
    void sample()
    {
        const SocketSample sockets = m_sources.sockets->sample();
        const OwnerSample owners = m_sources.processes->owners(sockets.sockets);
        last.clear();
        holders.clear();
        for (qsizetype i = 0; i < sockets.sockets.size(); ++i)
            note(sockets.sockets[i], *owners.owners[i]);
        ++samples;
    }

    QSet<Claim> claims;
    QSet<quint64> calledKernels;
    QHash<quint64, QList<qint32>> last; ///< pids by inode, of the last sample
    QSet<qint32> holders; ///< in every namespace, of the last sample
    int samples = 0;

private:
    void note(const SocketEntry &socket, const Owner &owner)
    {
        for (const ProcessPtr &process : owner.processes)
            holders.insert(process->key.pid);
        if (!socket.networkNamespace.isEmpty())
            return;
        if (owner.reason == OwnerReason::KernelSocket || owner.reason == OwnerReason::OtherNamespace)
            calledKernels.insert(socket.inode);
        for (const ProcessPtr &process : owner.processes) {
            if (owner.attribution != Attribution::Observed)
                continue;
            claims.insert({ socket.inode, process->key, process->uid, process->name });
            last[socket.inode].append(process->key.pid);
        }
    }

    Sampler::Sources m_sources = platform::makeSources();
};

struct Truth
{
    explicit Truth(const QList<ChurnRecord::Entry> &entries)
    {
        for (const ChurnRecord::Entry &entry : entries) {
            held.insert({ entry.inode, ProcessKey { entry.pid, entry.startTicks } });
            inodes.insert(entry.inode);
        }
    }

    QSet<std::pair<quint64, ProcessKey>> held;
    QSet<quint64> inodes;
};

} // namespace

class StressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void processesComeAndGo();
    void seenByAnOrdinaryUser();
};

void StressTest::initTestCase()
{
    if (::geteuid() != 0)
        QSKIP("needs root: changes users and looks into their processes");
    if (!test::leaveTheMachinesNetwork())
        QSKIP("needs a network namespace of its own");
}

void StressTest::processesComeAndGo()
{
    const ControlGroup groups(QStringLiteral("churn"));
    FixtureProcess stays({ QStringLiteral("tcp4:0.0.0.0:0"), QStringLiteral("udp4:0.0.0.0:0") });
    QVERIFY(stays.isReady());
    Observer observer;
    observer.sample();
    QVERIFY(watchedProcesses() > 0);
    qint64 memoryBefore = 0;
    {
        Churn churn(processCount(), groups.folder());
        QVERIFY(churn.isReady());
        while (churn.isRunning()) {
            observer.sample();
            churn.countSample();
            for (const test::FixtureSocket &socket : stays.sockets)
                QCOMPARE(observer.last.value(socket.inode), QList<qint32> { stays.pid });
            if (memoryBefore == 0 && churn.started() * 3 >= quint32(processCount()))
                memoryBefore = residentMemory();
        }
        QVERIFY(churn.endedWell());

        const Truth truth(churn.entries());
        QVERIFY(truth.inodes.size() >= processCount());
        QSet<quint64> seen;
        for (const Claim &claim : std::as_const(observer.claims)) {
            if (!truth.inodes.contains(claim.inode))
                continue;
            seen.insert(claim.inode);
            QVERIFY2(truth.held.contains({ claim.inode, claim.key }), qPrintable(claim.name));
            QVERIFY2(claim.name == QLatin1String("churn-fixture") || claim.name == QLatin1String("sleep"), qPrintable(claim.name));
            QVERIFY(claim.uid == 0 || claim.uid == 65534);
        }
        // Whatever lived long enough was seen with its owner.
        QVERIFY2(seen.size() * 2 >= truth.inodes.size(),
                 qPrintable(QStringLiteral("%1 of %2 in %3 samples").arg(seen.size()).arg(truth.inodes.size()).arg(observer.samples)));
        QVERIFY(!observer.calledKernels.intersects(truth.inodes));
    }
    observer.claims.clear();
    observer.calledKernels.clear();
    observer.sample();
    observer.sample();
    QVERIFY2(watchedProcesses() <= observer.holders.size(), qPrintable(QString::number(watchedProcesses())));
    if (memoryIsTold()) {
        const qint64 grown = residentMemory() - memoryBefore;
        QVERIFY2(grown < memoryGrowth, qPrintable(QString::number(grown)));
    }
    QCOMPARE(observer.last.value(stays.sockets[0].inode), QList<qint32> { stays.pid });
}

void StressTest::seenByAnOrdinaryUser()
{
    const ControlGroup groups(QStringLiteral("churn"));
    if (!groups.isValid())
        QSKIP("no control group may be made here");
    QSet<std::pair<quint64, qint32>> named;
    QSet<quint64> calledKernels;
    OwnersProbe probe({ QStringLiteral("--user"), QStringLiteral("12345") });
    Churn churn(processCount() / 3, groups.folder());
    QVERIFY(churn.isReady());
    while (churn.isRunning()) {
        const ProbedSample sample = probe.sample();
        QVERIFY(sample.isValid());
        churn.countSample();
        for (const QJsonValue &value : sample.document()[QLatin1String("sockets")].toArray()) {
            const auto reason = OwnerReason(value[QLatin1String("reason")].toInt());
            const auto inode = quint64(value[QLatin1String("inode")].toDouble());
            QVERIFY(value[QLatin1String("attribution")].toInt() != int(Attribution::Observed)
                    || value[QLatin1String("uid")].toInt() == 12345);
            if (reason == OwnerReason::OneCandidate || reason == OwnerReason::OneFits)
                named.insert({ inode, value[QLatin1String("pids")].toArray().first().toInt() });
            else if (reason == OwnerReason::KernelSocket)
                calledKernels.insert(inode);
        }
    }
    QVERIFY(churn.endedWell());
    QHash<quint64, QSet<qint32>> held;
    for (const ChurnRecord::Entry &entry : churn.entries())
        held[entry.inode].insert(entry.pid);
    int right = 0;
    for (const auto &[inode, pid] : std::as_const(named)) {
        if (!held.contains(inode))
            continue;
        QVERIFY(held[inode].contains(pid));
        ++right;
    }
    QVERIFY(right > 0);
    for (const quint64 inode : std::as_const(calledKernels))
        QVERIFY(!held.contains(inode));
}

QTEST_GUILESS_MAIN(StressTest)
#include "stress_test.moc"
