// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_store.h"
#include "support/history_samples.h"

#include <QDir>
#include <QProcess>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

using namespace portolan;
using samples::Scene;

namespace {

using namespace std::chrono_literals;
constexpr auto soon = 10ms;
bool ownMounts = false;

/// What a store answers, once it does.
template<class Answer>
Answer answered(const std::function<void(std::function<void(const Answer &)>)> &ask)
{
    std::optional<Answer> answer;
    ask([&answer](const Answer &given) { answer = given; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000))
        qFatal("no answer");
    return *answer;
}

HistoryPage pageOf(HistoryStore &store)
{
    return answered<HistoryPage>([&store](const auto &then) { store.page({}, {}, &store, then); });
}

HistoryMoment momentOf(HistoryStore &store, const QDateTime &at)
{
    return answered<HistoryMoment>([&](const auto &then) { store.snapshotAt(at, {}, &store, then); });
}

QList<HistoryEventKind> kindsOf(const HistoryPage &page)
{
    QList<HistoryEventKind> kinds;
    for (const HistoryEvent &event : page.events)
        kinds += event.kind;
    return kinds;
}

bool listsPort(const HistoryPage &page, quint16 port)
{
    return std::ranges::any_of(page.events, [port](const HistoryEvent &event) { return event.state && event.state->listener->port() == port; });
}

QByteArray bytesOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &fileName, const QByteArray &bytes)
{
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void execute(const QString &fileName, const QStringList &statements)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(fileName);
        QVERIFY(database.open());
        for (const QString &statement : statements)
            QVERIFY2(QSqlQuery(database).exec(statement), qPrintable(statement));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
}

} // namespace

/// A small file system of its own, seen by this process alone.
class SmallDisk
{
public:
    SmallDisk(const QString &folder, int kilobytes)
        : m_folder(QFile::encodeName(folder))
    {
        QDir().mkpath(folder);
        m_mounted = ::mount("none", m_folder.constData(), "tmpfs", 0, ("size=" + QByteArray::number(kilobytes) + "k").constData()) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] bool isMounted() const { return m_mounted; }
    [[nodiscard]] bool setReadOnly(bool readOnly) const
    {
        return ::mount("none", m_folder.constData(), nullptr, static_cast<unsigned long>(MS_REMOUNT | (readOnly ? MS_RDONLY : 0)), nullptr) == 0;
    }

private:
    QByteArray m_folder;
    bool m_mounted = false;
};

class HistoryStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        scene = Scene(QDateTime::currentMSecsSinceEpoch() - 3'600'000);
    }

    void keepsAndAnswersBesideTheWindow()
    {
        {
            HistoryStore store(fileName());
            QVERIFY(!store.status().known);
            record(store);
            QTRY_VERIFY(store.status().known);
            scene.open(22, QStringLiteral("sshd"));
            record(store);
            QTRY_VERIFY(store.status().recording);
            QCOMPARE(store.status().message, QString());
            QTRY_COMPARE(kindsOf(pageOf(store)), QList({ HistoryEventKind::Opened, HistoryEventKind::WatchBegan }));
            const HistoryMoment moment = momentOf(store, QDateTime::fromMSecsSinceEpoch(scene.at(), Qt::UTC));
            QVERIFY(moment.watched);
            QCOMPARE(moment.snapshot->listeners.size(), 1);
            QCOMPARE(moment.assessments.size(), 1);
            // Whoever is gone, or does not want it any more, is told nothing.
            const HistoryTicket ticket;
            store.page({}, ticket, &store, [](const HistoryPage &) { QFAIL("cancelled"); });
            ticket.cancel();
            auto gone = std::make_unique<QObject>();
            store.page({}, {}, gone.get(), [](const HistoryPage &) { QFAIL("gone"); });
            gone.reset();
            (void)pageOf(store);
        }
        HistoryStore store(fileName());
        store.open();
        // That it ended was written when the first one went.
        QCOMPARE(kindsOf(pageOf(store)), QList({ HistoryEventKind::WatchEnded, HistoryEventKind::Opened, HistoryEventKind::WatchBegan }));
        QVERIFY(!pageOf(store).events.constFirst().unexpected);
    }

    void coalescedUpdatesLoseNothing()
    {
        HistoryStore store(fileName());
        record(store);
        QTRY_VERIFY(store.status().recording);
        for (quint16 port = 1; port <= 200; ++port) {
            scene.open(port, QStringLiteral("worker"));
            record(store);
        }
        QTRY_VERIFY(listsPort(pageOf(store), 200));
        HistoryExtent extent = answered<HistoryExtent>([&](const auto &then) { store.extent({}, &store, then); });
        QCOMPARE(extent.events, 201);
    }

    void killingItLosesAtMostTheLastTick()
    {
        QProcess recorder;
        recorder.start(QStringLiteral(HISTORY_FIXTURE), { QStringLiteral("record"), fileName() });
        int last = 0;
        QTRY_VERIFY_WITH_TIMEOUT((recorder.waitForReadyRead(100), [&] {
                                     while (recorder.canReadLine())
                                         last = recorder.readLine().trimmed().toInt();
                                     return last >= 60;
                                 }()), 20'000);
        ::kill(static_cast<pid_t>(recorder.processId()), SIGKILL);
        QVERIFY(recorder.waitForFinished());
        QCOMPARE(recorder.exitStatus(), QProcess::CrashExit);
        while (recorder.canReadLine())
            last = recorder.readLine().trimmed().toInt();

        HistoryStore store(fileName());
        store.open();
        const HistoryPage before = pageOf(store);
        QVERIFY2(listsPort(before, static_cast<quint16>(last)), qPrintable(QString::number(last)));
        QCOMPARE(before.events.size(), std::min(256, static_cast<int>(before.events.constFirst().state->listener->port())));
        const HistoryMoment moment = momentOf(store, QDateTime::currentDateTimeUtc().addSecs(60));
        QVERIFY(!moment.watched);
        QCOMPARE(moment.snapshot->takenAt, before.events.constFirst().at());
        QVERIFY(moment.snapshot->listeners.size() >= last);
        // The next run tells what it found of that one, and what happened since.
        scene = Scene(QDateTime::currentMSecsSinceEpoch());
        scene.open(1, QStringLiteral("worker"));
        record(store);
        QTRY_VERIFY(pageOf(store).events.size() > before.events.size());
        const HistoryPage after = pageOf(store);
        QVERIFY(std::ranges::any_of(after.events, [](const HistoryEvent &event) { return event.unexpected; }));
        QVERIFY(std::ranges::any_of(after.events, [last](const HistoryEvent &event) {
            return event.unwatched && event.kind == HistoryEventKind::Closed && event.state->listener->port() == last;
        }));
        QVERIFY(store.status().notice.isEmpty());
    }

    void aDamagedFileIsMovedAside_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("no database at all") << "garbage";
        QTest::newRow("cut short") << "truncated";
        QTest::newRow("a table overwritten") << "overwritten";
        QTest::newRow("somebody else's") << "foreign";
    }

    void aDamagedFileIsMovedAside()
    {
        QFETCH(QString, damage);
        if (damage == QLatin1String("foreign")) {
            execute(fileName(), { QStringLiteral("CREATE TABLE mail (id INTEGER)"), QStringLiteral("INSERT INTO mail VALUES (1)") });
        } else {
            {
                HistoryStore store(fileName());
                for (quint16 port = 1; port <= 300; ++port)
                    scene.open(port, QStringLiteral("program-%1").arg(port));
                record(store);
                QTRY_VERIFY(store.status().recording);
            }
            QByteArray bytes = bytesOf(fileName());
            QVERIFY(bytes.size() > 100'000);
            if (damage == QLatin1String("garbage"))
                bytes = QByteArray(5000, 'x');
            else if (damage == QLatin1String("truncated"))
                bytes.truncate(bytes.size() / 2);
            else
                bytes.replace(4096, bytes.size() - 8192, QByteArray(bytes.size() - 8192, '\x17'));
            write(fileName(), bytes);
        }
        const QByteArray before = bytesOf(fileName());
        HistoryStore store(fileName());
        scene.pass(100'000);
        record(store);
        QTRY_VERIFY(store.status().recording);
        QCOMPARE(store.status().fault, HistoryFault::None);
        const QString aside = m_folder->filePath(QStringLiteral("history.broken-1.sqlite"));
        QVERIFY2(store.status().notice.contains(aside), qPrintable(store.status().notice));
        QVERIFY(store.status().notice.contains(fileName()));
        // Damaged or not: not a byte of it is lost, apart from what SQLite keeps in its first page.
        QCOMPARE(bytesOf(aside).size(), before.size());
        QCOMPARE(bytesOf(aside).mid(4096), before.mid(4096));
        QCOMPARE(kindsOf(pageOf(store)), QList({ HistoryEventKind::WatchBegan }));
    }

    void aNewerFileIsLeftAsItIs()
    {
        {
            HistoryStore store(fileName());
            record(store);
            QTRY_VERIFY(store.status().recording);
        }
        execute(fileName(), { QStringLiteral("PRAGMA user_version = 99") });
        const QByteArray before = bytesOf(fileName());
        HistoryStore store(fileName());
        record(store);
        QTRY_VERIFY(store.status().known);
        QVERIFY(!store.status().recording);
        QCOMPARE(store.status().fault, HistoryFault::Newer);
        QVERIFY2(store.status().message.contains(fileName()), qPrintable(store.status().message));
        store.clear();
        QVERIFY(pageOf(store).events.isEmpty());
        QCOMPARE(bytesOf(fileName()), before);
        QCOMPARE(QDir(m_folder->path()).entryList({ QStringLiteral("*broken*") }).size(), 0);
    }

    void anotherRecorderIsLetRecord()
    {
        HistoryStore first(fileName());
        record(first);
        QTRY_VERIFY(first.status().recording);
        HistoryStore second(fileName(), nullptr, soon);
        record(second);
        QTRY_COMPARE(second.status().fault, HistoryFault::OtherRecorder);
        QVERIFY(second.status().message.contains(fileName()));
        // It shows what the first one records.
        scene.open(3155, QStringLiteral("updater"));
        record(first);
        QTRY_VERIFY(listsPort(pageOf(second), 3155));
    }

    void aLockedFileIsWaitedFor()
    {
        HistoryStore store(fileName(), nullptr, soon);
        record(store);
        QTRY_VERIFY(store.status().recording);
        QProcess locker;
        locker.start(QStringLiteral(HISTORY_FIXTURE), { QStringLiteral("lock"), fileName() });
        QVERIFY(locker.waitForReadyRead());
        scene.open(80, QStringLiteral("nginx"));
        record(store);
        QTRY_COMPARE(store.status().fault, HistoryFault::InUse);
        QVERIFY(!store.status().recording);
        QVERIFY(store.status().message.contains(fileName()));
        // Who reads is not held up.
        QVERIFY(!pageOf(store).events.isEmpty());
        locker.closeWriteChannel();
        QVERIFY(locker.waitForFinished());
        QTRY_VERIFY((record(store), store.status().recording));
        // What happened meanwhile is not lost: it is known, though not when.
        QVERIFY(listsPort(pageOf(store), 80));
    }

    void whatCannotBeWrittenIsShown()
    {
        const SmallDisk disk = SmallDisk(m_folder->filePath(QStringLiteral("disk")), 4096);
        if (!ownMounts || !disk.isMounted())
            QSKIP("mounting takes the right to");
        const QString name = m_folder->filePath(QStringLiteral("disk/history.sqlite"));
        {
            HistoryStore store(name);
            scene.open(22, QStringLiteral("sshd"));
            record(store);
            QTRY_VERIFY(store.status().recording);
        }
        QVERIFY(disk.setReadOnly(true));
        HistoryStore store(name, nullptr, soon);
        record(store);
        QTRY_COMPARE(store.status().fault, HistoryFault::ReadOnly);
        QVERIFY2(store.status().message.contains(name), qPrintable(store.status().message));
        QVERIFY(!store.status().recording);
        QCOMPARE(kindsOf(pageOf(store)), QList({ HistoryEventKind::WatchEnded, HistoryEventKind::WatchBegan }));
        QVERIFY(disk.setReadOnly(false));
        QTRY_VERIFY((record(store), store.status().recording));
        QTRY_COMPARE(pageOf(store).events.size(), 3);
    }

    void aFullDiskIsSaidAndWaitedFor()
    {
        const SmallDisk disk = SmallDisk(m_folder->filePath(QStringLiteral("disk")), 1024);
        if (!ownMounts || !disk.isMounted())
            QSKIP("mounting takes the right to");
        const QString name = m_folder->filePath(QStringLiteral("disk/history.sqlite"));
        const QString filler = m_folder->filePath(QStringLiteral("disk/filler"));
        HistoryStore store(name, nullptr, soon);
        record(store);
        QTRY_VERIFY(store.status().recording);
        QFile file(filler);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (file.write(QByteArray(4096, 'x')) == 4096) { }
        file.close();
        quint16 port = 100;
        const auto isFull = [&] {
            ++port;
            scene.open(port, QString(200, QLatin1Char('x')) + QString::number(port));
            record(store);
            return store.status().fault == HistoryFault::Full;
        };
        QTRY_VERIFY(isFull());
        QVERIFY2(store.status().message.contains(name), qPrintable(store.status().message));
        QVERIFY(!store.status().recording);
        // What is there is still shown.
        QVERIFY(!pageOf(store).events.isEmpty());
        QVERIFY(QFile::remove(filler));
        QTRY_VERIFY((record(store), store.status().recording));
        QCOMPARE(store.status().message, QString());
        QTRY_VERIFY(listsPort(pageOf(store), port));
        // Neither lost nor written twice.
        const HistoryMoment moment = momentOf(store, QDateTime::currentDateTimeUtc());
        QCOMPARE(moment.snapshot->listeners.size(), port - 100);
    }

    void aFullDiskAtTheStart()
    {
        const SmallDisk disk = SmallDisk(m_folder->filePath(QStringLiteral("disk")), 64);
        if (!ownMounts || !disk.isMounted())
            QSKIP("mounting takes the right to");
        const QString filler = m_folder->filePath(QStringLiteral("disk/filler"));
        QFile file(filler);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (file.write(QByteArray(4096, 'x')) == 4096) { }
        file.close();
        HistoryStore store(m_folder->filePath(QStringLiteral("disk/history.sqlite")), nullptr, soon);
        record(store);
        QTRY_VERIFY(store.status().known);
        QCOMPARE(store.status().fault, HistoryFault::Full);
        QVERIFY(pageOf(store).events.isEmpty());
    }

    void aFolderIsMadeOrItsLackIsSaid()
    {
        HistoryStore store(m_folder->filePath(QStringLiteral("a/b/history.sqlite")));
        record(store);
        QTRY_VERIFY(store.status().recording);
        write(m_folder->filePath(QStringLiteral("file")), "x");
        const QString name = m_folder->filePath(QStringLiteral("file/history.sqlite"));
        HistoryStore other(name);
        record(other);
        QTRY_COMPARE(other.status().fault, HistoryFault::NoFolder);
        QVERIFY(other.status().message.contains(name));
    }

    void aFileThatGoesIsSaidAndBegunAnew()
    {
        HistoryStore store(fileName());
        record(store);
        QTRY_VERIFY(store.status().recording);
        for (const char *beside : { "", "-wal", "-shm" })
            QVERIFY(QFile::remove(fileName() + QLatin1String(beside)));
        scene.open(22, QStringLiteral("sshd"));
        record(store);
        QTRY_VERIFY(store.status().notice.contains(fileName()));
        QVERIFY(store.status().recording);
        QCOMPARE(kindsOf(pageOf(store)), QList({ HistoryEventKind::WatchBegan }));
        QVERIFY(QFile::exists(fileName()));
    }

    void clearingForgetsEverything()
    {
        HistoryStore store(fileName());
        record(store);
        QTRY_VERIFY(store.status().recording);
        scene.open(3155, QStringLiteral("secret-program"));
        record(store);
        QTRY_VERIFY(listsPort(pageOf(store), 3155));
        scene.close(3155);
        record(store);
        QTRY_COMPARE(pageOf(store).events.size(), 3);
        QSignalSpy replaced(&store, &HistoryStore::replaced);
        store.clear();
        QTRY_VERIFY(!replaced.isEmpty());
        QCOMPARE(kindsOf(pageOf(store)), QList({ HistoryEventKind::WatchBegan }));
        for (const char *beside : { "", "-wal" })
            QVERIFY(!bytesOf(fileName() + QLatin1String(beside)).contains("secret-program"));
        scene.open(22, QStringLiteral("sshd"));
        record(store);
        QTRY_VERIFY(listsPort(pageOf(store), 22));
    }

private:
    [[nodiscard]] QString fileName() const { return m_folder->filePath(QStringLiteral("history.sqlite")); }
    void record(HistoryStore &store)
    {
        scene.pass(100);
        store.record(scene.update());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Scene scene;
};

int main(int argc, char *argv[])
{
    // Mounts of this process alone, while it has one thread yet.
    ownMounts = (::unshare(CLONE_NEWNS) == 0 || ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0)
        && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
    QCoreApplication application(argc, argv);
    HistoryStoreTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "history_store_test.moc"
