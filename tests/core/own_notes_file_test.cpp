// SPDX-License-Identifier: GPL-3.0-or-later
// Real files, and a second process that is killed while it saves.
#include "ownnotes/file_lock.h"
#include "ownnotes/own_notes_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace portolan;

namespace {

OwnNote note(quint16 port, const QString &label)
{
    return { { port, std::nullopt, {} }, label, {}, {} };
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

OwnNotes many(const QString &label)
{
    OwnNotesBuilder builder;
    for (quint16 port = 1; port <= 300; ++port) {
        OwnNote one = note(port, label);
        one.text = QString(200, QLatin1Char('x'));
        builder.put(one);
    }
    return builder.take();
}

/// Saves again and again, and says so, until it is killed.
int saveForever(const QString &fileName)
{
    for (int round = 0;; ++round) {
        (void)changeOwnNotes(fileName, [round](const OwnNotes &) { return many(QString::number(round)); });
        std::fputs("saved\n", stdout);
        std::fflush(stdout);
    }
}

} // namespace

class OwnNotesFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startsWithNothing();
    void keepsAndReadsBack();
    void onlyTheUserMayRead();
    void setsBrokenFilesAside();
    void leavesNewerFilesAlone();
    void refusesWhatCannotBeRead();
    void keepsTheOldFileOnAFullDisk();
    void refusesMoreThanCanBeReadBack();
    void exportsNotesWithoutAnswers();
    void showsChangesAtOnce();
    void takesBackWhatCannotBeKept();
    void changesOfTwoAreKept();
    void saysWhenAnotherTakesTooLong();
    void killedWhileSaving();

private:
    QTemporaryDir m_folder;
    QString m_file;
    int m_count = 0;
};

void OwnNotesFileTest::init()
{
    m_file = m_folder.filePath(QStringLiteral("%1/deeper/own-notes.yaml").arg(++m_count));
}

void OwnNotesFileTest::startsWithNothing()
{
    const OwnNotesOutcome outcome = openOwnNotes(m_file);
    QVERIFY(outcome.error.isEmpty());
    QVERIFY(outcome.notes.isEmpty());
    QVERIFY(!QFileInfo::exists(QFileInfo(m_file).path()));
}

void OwnNotesFileTest::keepsAndReadsBack()
{
    const OwnNotesOutcome first = changeOwnNotes(m_file, [](const OwnNotes &notes) { return notes.with(note(22, QStringLiteral("one"))); });
    QVERIFY2(first.error.isEmpty(), qPrintable(first.error));
    const OwnNotesOutcome second = changeOwnNotes(m_file, [](const OwnNotes &notes) { return notes.with(note(23, QStringLiteral("two"))); });
    QCOMPARE(second.notes.count(), 2);
    const OwnNotesOutcome read = readOwnNotes(m_file);
    QVERIFY(read.notes == second.notes);
}

void OwnNotesFileTest::onlyTheUserMayRead()
{
    (void)changeOwnNotes(m_file, [](const OwnNotes &notes) { return notes.with(note(22, QStringLiteral("one"))); });
    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(m_file).permissions() & others));
}

void OwnNotesFileTest::setsBrokenFilesAside()
{
    const QByteArray broken("- ports: [22\n  kind: own\n");
    for (int number = 1; number <= 2; ++number) {
        QVERIFY(put(m_file, broken));
        QVERIFY(!readOwnNotes(m_file).error.isEmpty());
        QVERIFY(QFileInfo::exists(m_file));
        const OwnNotesOutcome outcome = openOwnNotes(m_file);
        QCOMPARE(outcome.fault, OwnNotesFault::Broken);
        QCOMPARE(QFileInfo(outcome.setAside).fileName(), QStringLiteral("own-notes.broken-%1.yaml").arg(number));
        QVERIFY2(outcome.error.contains(outcome.setAside) && outcome.error.contains(QLatin1String("own-notes.yaml, line ")), qPrintable(outcome.error));
        QCOMPARE(bytesOf(outcome.setAside), broken);
        QVERIFY(!QFileInfo::exists(m_file));
    }
    // One that broke since it was opened is not written over either.
    QVERIFY(put(m_file, broken));
    const OwnNotesOutcome changed = changeOwnNotes(m_file, [](const OwnNotes &notes) { return notes.with(note(22, QStringLiteral("new"))); });
    QVERIFY(changed.error.contains(QLatin1String("broken-3")));
    QCOMPARE(bytesOf(changed.setAside), broken);
    QCOMPARE(readOwnNotes(m_file).notes.count(), 1);
}

void OwnNotesFileTest::leavesNewerFilesAlone()
{
    const QByteArray newer = bytesOf(QStringLiteral(PORTOLAN_FIXTURES "/own_notes/newer.yaml"));
    QVERIFY(put(m_file, newer));
    for (const OwnNotesOutcome &outcome : { openOwnNotes(m_file), changeOwnNotes(m_file, [](const OwnNotes &) { return OwnNotes(); }) }) {
        QCOMPARE(outcome.fault, OwnNotesFault::Newer);
        QVERIFY(outcome.setAside.isEmpty());
        QVERIFY2(outcome.error.contains(QLatin1String("line 4")) && outcome.error.contains(QLatin1String("newer Portolan")), qPrintable(outcome.error));
        QCOMPARE(bytesOf(m_file), newer);
    }
}

void OwnNotesFileTest::refusesWhatCannotBeRead()
{
    QVERIFY(QDir().mkpath(m_file));
    for (const OwnNotesOutcome &outcome : { openOwnNotes(m_file), changeOwnNotes(m_file, [](const OwnNotes &notes) { return notes; }) }) {
        QCOMPARE(outcome.fault, OwnNotesFault::Unreadable);
        QVERIFY(outcome.error.contains(QLatin1String("folder")));
    }
    QVERIFY(!exportOwnNotes(m_file, {}).isEmpty());
    const QString inFile = m_folder.filePath(QStringLiteral("plain"));
    QVERIFY(put(inFile, "x"));
    const OwnNotesOutcome outcome = changeOwnNotes(inFile + QLatin1String("/own-notes.yaml"), [](const OwnNotes &notes) { return notes; });
    QVERIFY(outcome.error.contains(QLatin1String("cannot be made")));
}

void OwnNotesFileTest::keepsTheOldFileOnAFullDisk()
{
    (void)changeOwnNotes(m_file, [](const OwnNotes &notes) { return notes.with(note(22, QStringLiteral("old"))); });
    const QByteArray before = bytesOf(m_file);
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
    rlimit small = limit;
    small.rlim_cur = 4096;
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const OwnNotesOutcome outcome = changeOwnNotes(m_file, [](const OwnNotes &) { return many(QStringLiteral("new")); });
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &limit), 0);
    QCOMPARE(outcome.fault, OwnNotesFault::NotWritten);
    QVERIFY(!outcome.error.isEmpty());
    QCOMPARE(outcome.notes.count(), 1);
    QCOMPARE(bytesOf(m_file), before);
}

void OwnNotesFileTest::refusesMoreThanCanBeReadBack()
{
    const auto fill = [](int count, qsizetype length) {
        OwnNotesBuilder builder;
        for (int i = 0; i < count; ++i) {
            OwnNote one = note(static_cast<quint16>(i), QStringLiteral("x"));
            one.text = QString(length, QChar(0x44f));
            builder.put(one);
        }
        return builder.take();
    };
    for (const OwnNotes &notes : { fill(OwnNotes::most + 1, 0), fill(250, OwnNote::longestText) }) {
        const OwnNotesOutcome outcome = changeOwnNotes(m_file, [&notes](const OwnNotes &) { return notes; });
        QVERIFY2(outcome.error.contains(QLatin1String("10000")), qPrintable(outcome.error));
        QVERIFY(!QFileInfo::exists(m_file));
    }
    const OwnNotesOutcome full = changeOwnNotes(m_file, [&fill](const OwnNotes &) { return fill(OwnNotes::most, 0); });
    QVERIFY2(full.error.isEmpty(), qPrintable(full.error));
    QCOMPARE(readOwnNotes(m_file).notes.count(), OwnNotes::most);
}

void OwnNotesFileTest::exportsNotesWithoutAnswers()
{
    const OwnNotes notes = OwnNotes().with(note(22, QStringLiteral("one"))).withAnswer(22, Usefulness::Yes);
    const QString target = m_folder.filePath(QStringLiteral("mine.yaml"));
    QVERIFY(exportOwnNotes(target, notes.notesOnly()).isEmpty());
    QVERIFY(readOwnNotes(target).notes == notes.notesOnly());
    QVERIFY(!bytesOf(target).contains("useful"));
    const QString nowhere = exportOwnNotes(m_folder.filePath(QStringLiteral("no/such/folder.yaml")), notes);
    QVERIFY(nowhere.contains(QLatin1String("not written")));
}

void OwnNotesFileTest::showsChangesAtOnce()
{
    {
        OwnNotesStore store(m_file);
        QSignalSpy changed(&store, &OwnNotesStore::changed);
        store.load();
        store.put(note(22, QStringLiteral(" one\n")));
        QCOMPARE(store.notes().at(22).first()->label, QStringLiteral("one"));
        QVERIFY(store.notes().at(22).first()->changed.isValid());
        QCOMPARE(changed.count(), 1);
        store.answer(22, Usefulness::Yes);
        store.put({ { 22, Transport::Tcp, {} }, QStringLiteral("moved"), {}, {} }, OwnNoteScope { 22, std::nullopt, {} });
        QTRY_VERIFY(store.isIdle());
        QCOMPARE(store.notes().count(), 1);
        QCOMPARE(changed.count(), 3);
        store.remove({ 22, Transport::Tcp, {} });
        QVERIFY(store.notes().at(22).isEmpty());
        QCOMPARE(store.removed()->label, QStringLiteral("moved"));
        store.restoreRemoved();
        QVERIFY(!store.removed());
        store.put(note(23, QStringLiteral("late")));
    }
    // What was asked for last is kept although the store went at once.
    const OwnNotes kept = readOwnNotes(m_file).notes;
    QCOMPARE(kept.count(), 2);
    QCOMPARE(kept.usefulness(22), Usefulness::Yes);
    QCOMPARE(kept.at(22).first()->label, QStringLiteral("moved"));
}

void OwnNotesFileTest::takesBackWhatCannotBeKept()
{
    QVERIFY(put(m_file, bytesOf(QStringLiteral(PORTOLAN_FIXTURES "/own_notes/newer.yaml"))));
    OwnNotesStore store(m_file);
    QSignalSpy failed(&store, &OwnNotesStore::failed);
    store.put(note(22, QStringLiteral("one")));
    QCOMPARE(store.notes().count(), 1);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(store.notes().count(), 0);
}

void OwnNotesFileTest::changesOfTwoAreKept()
{
    OwnNotesStore one(m_file);
    OwnNotesStore other(m_file);
    QSignalSpy failed(&one, &OwnNotesStore::failed);
    QSignalSpy otherFailed(&other, &OwnNotesStore::failed);
    for (quint16 i = 0; i < 20; ++i) {
        one.put(note(static_cast<quint16>(1000 + i), QStringLiteral("one")));
        other.put(note(static_cast<quint16>(2000 + i), QStringLiteral("other")));
    }
    QTRY_VERIFY_WITH_TIMEOUT(one.isIdle() && other.isIdle(), 60'000);
    QCOMPARE(failed.count() + otherFailed.count(), 0);
    QCOMPARE(readOwnNotes(m_file).notes.count(), 40);
    one.load();
    QTRY_COMPARE(one.notes().count(), 40);
}

void OwnNotesFileTest::saysWhenAnotherTakesTooLong()
{
    (void)changeOwnNotes(m_file, [](const OwnNotes &notes) { return notes.with(note(22, QStringLiteral("kept"))); });
    FileLock other(m_file + QLatin1String(".lock"));
    QCOMPARE(other.lock(std::chrono::milliseconds(0)), FileLock::Result::Locked);
    const OwnNotesOutcome outcome = changeOwnNotes(m_file, [](const OwnNotes &) { return OwnNotes(); });
    QVERIFY2(outcome.error.contains(QLatin1String("not kept")), qPrintable(outcome.error));
    QCOMPARE(outcome.notes.count(), 1);
    QCOMPARE(readOwnNotes(m_file).notes.count(), 1);
}

void OwnNotesFileTest::killedWhileSaving()
{
    for (int round = 0; round < 8; ++round) {
        QProcess saver;
        saver.start(QCoreApplication::applicationFilePath(), { QStringLiteral("--save-forever"), m_file });
        // Killed a little later each time, somewhere in the next save.
        for (int lines = 0; lines <= round % 3;) {
            QVERIFY(saver.waitForReadyRead());
            lines += static_cast<int>(saver.readAll().count('\n'));
        }
        saver.kill();
        QVERIFY(saver.waitForFinished());
        const OwnNotesOutcome read = readOwnNotes(m_file);
        QVERIFY2(read.error.isEmpty(), qPrintable(read.error));
        QCOMPARE(read.notes.count(), 300);
        // The lock of the dead does not keep the living out.
        const OwnNotesOutcome changed = changeOwnNotes(m_file, [](const OwnNotes &notes) { return notes.with(note(9999, QStringLiteral("after"))); });
        QVERIFY2(changed.error.isEmpty(), qPrintable(changed.error));
        QCOMPARE(readOwnNotes(m_file).notes.count(), 301);
    }
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--save-forever"))
        return saveForever(arguments.value(2));
    OwnNotesFileTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "own_notes_file_test.moc"
