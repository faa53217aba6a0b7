// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownnotes/own_notes_json.h"
#include "ownnotes/own_notes_yaml.h"
#include "tests/support/builders.h"
#include "text/text.h"

#include <QFile>
#include <QJsonObject>
#include <QTest>

#include <random>

using namespace portolan;

namespace {

OwnNote note(quint16 port, const QString &label, std::optional<Transport> transport = std::nullopt, const QString &program = {})
{
    return { { port, transport, program }, label, {}, {} };
}

ListenerPtr heldBy(const QString &program, quint16 port = 3155, Transport transport = Transport::Tcp)
{
    Listener listener;
    listener.key.port = port;
    listener.key.transport = transport;
    listener.endpoints = { { test::address("127.0.0.1"), false, {}, {} } };
    listener.owner = test::observed({ test::process(7, program) });
    return std::make_shared<const Listener>(listener);
}

QByteArray fixture(const char *name)
{
    QFile file(QStringLiteral(PORTOLAN_FIXTURES "/own_notes/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray entry(const char *fields)
{
    return QByteArrayLiteral("- ports: 22\n  kind: own\n") + fields;
}

} // namespace

class OwnNotesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsWrittenByHand();
    void takesTheMostSpecific();
    void keepsOneNoteAScope();
    void answersCanBeTakenBack();
    void mergesWithoutLosingOthers();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void writesAnyTextBack();
    void refusesWithPlace_data();
    void refusesWithPlace();
    void refusesTooMuch();
    void everyPrefixIsAnswered();
    void tidiesWhatIsTyped();
    void showsNothingThatActs();
    void tellsMachines();
};

void OwnNotesTest::readsWhatIsWrittenByHand()
{
    const OwnNotesResult read = parseOwnNotes(fixture("all.yaml"));
    QVERIFY2(read.fault == OwnNotesFault::None, qPrintable(read.error));
    QCOMPARE(read.notes.count(), 1 + 5 * 2 + 1);
    const OwnNotePtr lab = read.notes.find({ 3155, std::nullopt, {} });
    QVERIFY(lab);
    QCOMPARE(lab->label, QStringLiteral("The updater of the lab"));
    QCOMPARE(lab->text, QStringLiteral("Runs on Tuesdays.\nAsk Petya before stopping it."));
    QVERIFY(!lab->changed.isValid());
    const OwnNotePtr kworker = read.notes.find({ 8002, Transport::Tcp, QStringLiteral("kworker/0:1") });
    QVERIFY(kworker);
    QCOMPARE(kworker->changed, QDateTime(QDate(2026, 11, 22), QTime(16, 0), Qt::UTC));
    QVERIFY(!read.notes.find({ 8003, Transport::Tcp, QStringLiteral("sshd") }));
    QCOMPARE(read.notes.at(53).first()->label, QStringLiteral("null"));
    QCOMPARE(read.notes.usefulness(3155), Usefulness::Yes);
    QCOMPARE(read.notes.usefulness(22), Usefulness::No);
    QCOMPARE(read.notes.usefulness(80), Usefulness::NotSaid);
}

void OwnNotesTest::takesTheMostSpecific()
{
    OwnNotes notes;
    const auto label = [&notes](const ListenerPtr &listener) {
        const OwnNotePtr found = notes.noteFor(*listener);
        return found ? found->label : QString();
    };
    QCOMPARE(label(heldBy(QStringLiteral("updater"))), QString());
    notes = notes.with(note(3155, QStringLiteral("any")));
    QCOMPARE(label(heldBy(QStringLiteral("updater"))), QStringLiteral("any"));
    notes = notes.with(note(3155, QStringLiteral("udp"), Transport::Udp));
    QCOMPARE(label(heldBy(QStringLiteral("updater"))), QStringLiteral("any"));
    QCOMPARE(label(heldBy(QStringLiteral("updater"), 3155, Transport::Udp)), QStringLiteral("udp"));
    notes = notes.with(note(3155, QStringLiteral("updater's"), std::nullopt, QStringLiteral("updater")));
    QCOMPARE(label(heldBy(QStringLiteral("updater"))), QStringLiteral("updater's"));
    QCOMPARE(label(heldBy(QStringLiteral("updater"), 3155, Transport::Udp)), QStringLiteral("updater's"));
    QCOMPARE(label(heldBy(QStringLiteral("updater2"))), QStringLiteral("any"));
    notes = notes.with(note(3155, QStringLiteral("updater's tcp"), Transport::Tcp, QStringLiteral("updater")));
    QCOMPARE(label(heldBy(QStringLiteral("updater"))), QStringLiteral("updater's tcp"));
    QCOMPARE(label(heldBy(QStringLiteral("updater"), 3156)), QString());

    // The file's name counts as well: a process may call itself anything.
    Listener renamed = *heldBy(QStringLiteral("updater"));
    auto process = std::make_shared<ProcessInfo>(*renamed.owner->processes.first());
    process->name = QStringLiteral("innocent");
    renamed.owner = test::observed({ process });
    QCOMPARE(notes.noteFor(renamed)->label, QStringLiteral("updater's tcp"));
    renamed.owner = test::unowned(OwnerReason::NotFound);
    QCOMPARE(notes.noteFor(renamed)->label, QStringLiteral("any"));
}

void OwnNotesTest::keepsOneNoteAScope()
{
    const OwnNotes before = OwnNotes().with(note(22, QStringLiteral("one")));
    const OwnNotes after = before.with(note(22, QStringLiteral("two"))).with(note(22, QStringLiteral("three"), Transport::Udp));
    QCOMPARE(after.count(), 2);
    QCOMPARE(after.at(22).first()->label, QStringLiteral("two"));
    QCOMPARE(before.at(22).first()->label, QStringLiteral("one"));
    const OwnNotes gone = after.without({ 22, std::nullopt, {} });
    QCOMPARE(gone.count(), 1);
    QVERIFY(gone.without({ 22, Transport::Udp, {} }) == OwnNotes());
    QVERIFY(gone.without({ 23, std::nullopt, {} }) == gone);
}

void OwnNotesTest::answersCanBeTakenBack()
{
    const OwnNotes answered = OwnNotes().withAnswer(3155, Usefulness::No).withAnswer(80, Usefulness::Yes);
    QVERIFY(!answered.isEmpty());
    QCOMPARE(answered.count(), 0);
    QCOMPARE(answered.answeredPorts(), (QList<quint16> { 80, 3155 }));
    QVERIFY(answered.withAnswer(3155, Usefulness::NotSaid).withAnswer(80, Usefulness::NotSaid) == OwnNotes());
    QVERIFY(answered.notesOnly() == OwnNotes());
}

void OwnNotesTest::mergesWithoutLosingOthers()
{
    OwnNote same = note(80, QStringLiteral("web"));
    same.changed = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    const OwnNotes mine = OwnNotes().with(note(22, QStringLiteral("mine"))).with(same).with(note(53, QStringLiteral("kept")))
                              .withAnswer(22, Usefulness::Yes);
    const OwnNotes theirs = OwnNotes().with(note(22, QStringLiteral("theirs"))).with(note(80, QStringLiteral("web")))
                                .with(note(22, QStringLiteral("more"), Transport::Tcp)).withAnswer(53, Usefulness::No);
    const OwnNotes::MergePlan plan = mine.planMerge(theirs);
    QCOMPARE(plan.added.size(), 1);
    QCOMPARE(plan.added.first()->label, QStringLiteral("more"));
    QCOMPARE(plan.replaced.size(), 1);
    QCOMPARE(plan.replaced.first()->label, QStringLiteral("mine"));
    QCOMPARE(plan.same, 1);
    QCOMPARE(plan.answers, 1);
    const OwnNotes merged = mine.merged(theirs);
    QCOMPARE(merged.count(), 4);
    QCOMPARE(merged.find({ 22, std::nullopt, {} })->label, QStringLiteral("theirs"));
    QCOMPARE(merged.find({ 53, std::nullopt, {} })->label, QStringLiteral("kept"));
    QCOMPARE(merged.find({ 80, std::nullopt, {} })->changed, same.changed);
    QCOMPARE(merged.usefulness(22), Usefulness::Yes);
    QCOMPARE(merged.usefulness(53), Usefulness::No);
    QVERIFY(merged.merged(theirs) == merged);
}

void OwnNotesTest::writesWhatItReads_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &label, const QString &text) { QTest::newRow(name) << label << text; };
    row("plain", QStringLiteral("Jump host"), QStringLiteral("one line"));
    row("lines", QStringLiteral("x"), QStringLiteral("one\ntwo\n\nfour"));
    row("indented", QStringLiteral("x"), QStringLiteral("one\n  two\n\tthree \nfour"));
    row("markup", QStringLiteral("<b>&amp;</b>"), QStringLiteral("- a: [b, *c] # &d !e | > 'f' \"g\" %h @i `j`\n---\n...\n? k"));
    row("like YAML", QStringLiteral("null"), QStringLiteral("~"));
    row("like a number", QStringLiteral("0x10"), QStringLiteral("yes"));
    row("backslashes", QStringLiteral("C:\\x\\n"), QStringLiteral("\\\\x1b\\"));
    row("bidi", QString(QChar(0x202e)) + QStringLiteral("abc"), QString(QChar(0x2028)) + QStringLiteral("x") + QChar(0x85) + QStringLiteral("y"));
    row("mark of order", QStringLiteral("a") + QChar(0xfeff) + QStringLiteral("b"), QString(QChar(0xfeff)) + QStringLiteral("b\nc"));
    row("beyond the BMP", QString::fromUtf8("⛵🗺 порт"), QString::fromUtf8("🧭\n🧭"));
    row("longest", QString(OwnNote::longestLabel, QLatin1Char('l')), QString(OwnNote::longestText, QChar(0x44f)));
    row("no text", QStringLiteral("l"), {});
}

void OwnNotesTest::writesWhatItReads()
{
    QFETCH(QString, label);
    QFETCH(QString, text);
    OwnNote written = note(3155, label, Transport::Udp, QStringLiteral(" a/b: \"c\"\n"));
    written.text = text;
    written.changed = QDateTime(QDate(2026, 11, 22), QTime(16, 0, 1), Qt::UTC);
    written = tidied(written);
    const OwnNotes notes = OwnNotes().with(written).with(tidied(note(22, label))).withAnswer(1, Usefulness::Yes).withAnswer(2, Usefulness::No);
    const QByteArray bytes = writeOwnNotes(notes);
    const OwnNotesResult read = parseOwnNotes(bytes);
    QVERIFY2(read.fault == OwnNotesFault::None, qPrintable(read.error + QLatin1Char('\n') + QString::fromUtf8(bytes)));
    QVERIFY2(read.notes == notes, bytes.constData());
}

void OwnNotesTest::writesAnyTextBack()
{
    std::mt19937 random(8);
    const QString letters = QString::fromUtf8("ab \n\t:-#[]{}&*!|>'\"%@`,?~\\/яЮ€\u00a0\u0085\u2028\ufeff\u202e🗺0") + QChar(0xd800) + QChar(7) + QChar(0);
    const auto any = [&](int longest) {
        QString text;
        for (int length = std::uniform_int_distribution<int>(1, longest)(random); length > 0; --length)
            text += letters.at(std::uniform_int_distribution<qsizetype>(0, letters.size() - 1)(random));
        return text;
    };
    for (int i = 0; i < 2000; ++i) {
        OwnNote one = note(static_cast<quint16>(i), any(20), std::nullopt, i % 3 == 0 ? any(15).remove(QChar(0)) : QString());
        one.text = any(60);
        one = tidied(one);
        if (one.label.isEmpty())
            continue;
        const OwnNotes notes = OwnNotes().with(one);
        const QByteArray bytes = writeOwnNotes(notes);
        const OwnNotesResult read = parseOwnNotes(bytes);
        QVERIFY2(read.fault == OwnNotesFault::None && read.notes == notes, qPrintable(read.error + QLatin1Char('\n') + QString::fromUtf8(bytes)));
    }
}

void OwnNotesTest::refusesWithPlace_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<OwnNotesFault>("fault");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("mentions");
    const auto row = [](const char *name, const QByteArray &bytes, OwnNotesFault fault, int line, const char *mentions) {
        QTest::newRow(name) << bytes << fault << line << QString::fromUtf8(mentions);
    };
    row("empty", {}, OwnNotesFault::Broken, 1, "empty");
    row("a map", "ports: 22\n", OwnNotesFault::Broken, 1, "list");
    row("a text", "- hello\n", OwnNotesFault::Broken, 1, "map");
    row("not YAML", "- ports: [22\n  kind: own\n", OwnNotesFault::Broken, 2, "YAML");
    row("bomb", fixture("bomb.yaml"), OwnNotesFault::Broken, 1, "anchors");
    row("UTF-16", QByteArray("\xff\xfe-\0 \0", 6), OwnNotesFault::Broken, 1, "UTF-8");
    row("Latin-1", entry("  subject: caf\xe9\n"), OwnNotesFault::Broken, 1, "UTF-8");
    row("key twice", entry("  kind: own\n  subject: x\n"), OwnNotesFault::Broken, 3, "twice");
    row("no kind", "- ports: 22\n  subject: x\n", OwnNotesFault::Broken, 1, "kind");
    row("no label", entry("  text: x\n"), OwnNotesFault::Broken, 1, "subject");
    row("empty label", entry("  subject: ''\n"), OwnNotesFault::Broken, 3, "empty");
    row("label of controls", entry("  subject: \"\\x07\"\n"), OwnNotesFault::Broken, 1, "label");
    row("no ports", "- kind: own\n  subject: x\n", OwnNotesFault::Broken, 1, "ports");
    row("no port", "- kind: own\n  subject: x\n  ports: http\n", OwnNotesFault::Broken, 3, "65535");
    row("a large port", "- kind: own\n  subject: x\n  ports: 65536\n", OwnNotesFault::Broken, 3, "65535");
    row("too many ports", "- ports: 0-65535\n  kind: own\n  subject: x\n", OwnNotesFault::Broken, 1, "fewer");
    row("transport", entry("  subject: x\n  transport: sctp\n"), OwnNotesFault::Broken, 4, "udp");
    row("of the knowledge base", "- ports: 22\n  kind: game\n  subject: x\n", OwnNotesFault::Broken, 2, "own");
    row("time", entry("  subject: x\n  changed: yesterday\n"), OwnNotesFault::Broken, 4, "2026");
    row("program", entry("  subject: x\n  executables: [[a]]\n"), OwnNotesFault::Broken, 4, "executables");
    row("twice", entry("  subject: x\n") + entry("  subject: y\n"), OwnNotesFault::Broken, 4, "second note");
    row("answer", "- ports: 22\n  kind: answer\n  useful: perhaps\n", OwnNotesFault::Broken, 3, "yes or no");
    row("long label", entry("  subject: ") + QByteArray(201, 'x') + '\n', OwnNotesFault::Broken, 3, "200");
    row("long text", entry("  subject: x\n  text: ") + QByteArray(10'001, 'x') + '\n', OwnNotesFault::Broken, 4, "10000");
    row("long program", entry("  subject: x\n  executables: ") + QByteArray(1'025, 'x') + '\n', OwnNotesFault::Broken, 4, "1024");
    row("newer key", fixture("newer.yaml"), OwnNotesFault::Newer, 4, "colour");
    row("newer kind", "- ports: 22\n  kind: picture\n", OwnNotesFault::Newer, 2, "picture");
    row("key of an answer", "- ports: 22\n  kind: answer\n  useful: no\n  why: x\n", OwnNotesFault::Newer, 4, "why");
}

void OwnNotesTest::refusesWithPlace()
{
    QFETCH(QByteArray, bytes);
    QFETCH(OwnNotesFault, fault);
    QFETCH(int, line);
    QFETCH(QString, mentions);
    const OwnNotesResult read = parseOwnNotes(bytes);
    QCOMPARE(read.fault, fault);
    QCOMPARE(read.line, line);
    QVERIFY2(read.error.contains(mentions), qPrintable(read.error));
    QVERIFY(read.notes.isEmpty());
}

void OwnNotesTest::refusesTooMuch()
{
    const OwnNotesResult large = parseOwnNotes(QByteArray(10 * 1024 * 1024, 'x'));
    QCOMPARE(large.fault, OwnNotesFault::Broken);
    QVERIFY2(large.error.contains(QLatin1String("4 MB")), qPrintable(large.error));
    const OwnNotesResult deep = parseOwnNotes(QByteArray(100'000, '['));
    QCOMPARE(deep.fault, OwnNotesFault::Broken);
    QVERIFY(deep.line >= 1);
}

void OwnNotesTest::everyPrefixIsAnswered()
{
    const QByteArray whole = fixture("all.yaml");
    QVERIFY(!whole.isEmpty());
    int refused = 0;
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const OwnNotesResult read = parseOwnNotes(whole.first(length));
        if (read.fault != OwnNotesFault::None) {
            ++refused;
            QVERIFY(!read.error.isEmpty() && read.line >= 1);
        }
    }
    QVERIFY(refused > 0);
}

void OwnNotesTest::tidiesWhatIsTyped()
{
    OwnNote typed = note(1, QStringLiteral("  two\n lines\t") + QChar(0) + QChar(0x1b));
    typed.text = QStringLiteral("\r\n a\r\nb\x07 \n");
    typed.changed = QDateTime::fromMSecsSinceEpoch(1'500, Qt::UTC);
    const OwnNote tidy = tidied(typed);
    QCOMPARE(tidy.label, QStringLiteral("two lines"));
    QCOMPARE(tidy.text, QStringLiteral("a\nb"));
    QCOMPARE(tidy.changed.toMSecsSinceEpoch(), 1'000);
    QVERIFY(tidied(tidy) == tidy);

    typed.label = QString(OwnNote::longestLabel - 1, QLatin1Char('x')) + QString::fromUtf8("🗺🗺");
    QCOMPARE(tidied(typed).label, QString(OwnNote::longestLabel - 1, QLatin1Char('x')));
}

void OwnNotesTest::showsNothingThatActs()
{
    const QString hostile = QStringLiteral("\x1b[2J") + QChar(0x202e) + QStringLiteral("x");
    const auto hostileNote = std::make_shared<const OwnNote>(note(1, hostile, Transport::Tcp, hostile));
    for (const QString &shown : { ownNoteMark(hostileNote), ownNoteScopeText(hostileNote->scope) }) {
        QVERIFY(shown.contains(QLatin1String("\\u{202e}")));
        QVERIFY2(shown == text::visible(shown), qPrintable(shown));
    }
    QVERIFY(ownNoteMark(nullptr).isEmpty());
    QVERIFY(ownNoteScopeText({ 1, std::nullopt, {} }).isEmpty());
}

void OwnNotesTest::tellsMachines()
{
    QVERIFY(ownNoteToJson(nullptr).isNull());
    const QJsonObject json = ownNoteToJson(std::make_shared<const OwnNote>(note(1, QStringLiteral("l"), Transport::Udp))).toObject();
    QCOMPARE(json[QLatin1String("label")].toString(), QStringLiteral("l"));
    QVERIFY(json[QLatin1String("text")].isNull() && json[QLatin1String("program")].isNull() && json[QLatin1String("changed")].isNull());
    QCOMPARE(json[QLatin1String("transport")].toString(), QStringLiteral("udp"));
}

QTEST_GUILESS_MAIN(OwnNotesTest)
#include "own_notes_test.moc"
