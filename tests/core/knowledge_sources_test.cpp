// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/knowledge.h"
#include "knowledge/knowledge_encoder.h"
#include "knowledge/knowledge_format.h"
#include "knowledge/note_yaml.h"
#include "knowledge/registry_csv.h"
#include "knowledge/registry_table.h"
#include "support/fixture.h"

#include <QFile>
#include <QTest>

using namespace portolan;
using test::fixture;

class KnowledgeSourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void readsRegistryCsv();
    void saysWhereRegistryCsvIsWrong_data();
    void saysWhereRegistryCsvIsWrong();
    void survivesTruncatedRegistryCsv();
    void tableKeepsEveryField();
    void registryIsWholeAndServedUnchanged();
    void readsNotes();
    void documentedExampleIsRight();
    void saysWhereNotesAreWrong_data();
    void saysWhereNotesAreWrong();
    void refusesDamagedKnowledge();
};

void KnowledgeSourcesTest::readsRegistryCsv()
{
    const RegistryResult result = parseRegistryCsv(fixture(QStringLiteral("registry_csv/small.csv")));
    QVERIFY2(result.ok(), qPrintable(result.error));
    QCOMPARE(result.rows.size(), 7);
    QCOMPARE(result.rows.at(0).status, RegistrationStatus::Reserved);
    QCOMPARE(result.rows.at(2).service, QStringLiteral("jpegmpeg"));
    QCOMPARE(result.rows.at(2).portFrom, std::optional<quint16>(3155));
    const Registration &range = result.rows.at(3);
    QCOMPARE(range.portFrom, std::optional<quint16>(788));
    QCOMPARE(range.portTo, std::optional<quint16>(799));
    QCOMPARE(range.transport, RegistryTransport::None);
    QCOMPARE(range.status, RegistrationStatus::Unassigned);
    const Registration &lines = result.rows.at(4);
    QCOMPARE(lines.description, QStringLiteral("A description, with a comma\nand a second line, and \"quotes\""));
    QCOMPARE(lines.contact, QStringLiteral("[Somebody_Else]"));
    QCOMPARE(lines.registered, QStringLiteral("2008-11"));
    QCOMPARE(lines.assignmentNotes, QStringLiteral("Notes\nover\nlines"));
    QVERIFY(!result.rows.at(5).portFrom);
    QCOMPARE(result.rows.at(6).transport, RegistryTransport::Dccp);
    QCOMPARE(result.rows.at(6).serviceCode, QStringLiteral("7107696"));

    QByteArray windows = fixture(QStringLiteral("registry_csv/small.csv"));
    windows.replace("\n", "\r\n").prepend("\xef\xbb\xbf");
    QCOMPARE(parseRegistryCsv(windows).rows.size(), 7);
}

void KnowledgeSourcesTest::saysWhereRegistryCsvIsWrong_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("part");
    QTest::newRow("port") << 3 << "Port Number" << "“70000” is no port";
    QTest::newRow("range") << 2 << "Port Number" << "“799-788”";
    QTest::newRow("transport") << 2 << "Transport Protocol" << "“tcpp” is no transport";
    QTest::newRow("date") << 2 << "Registration Date" << "“yesterday” is no date";
    QTest::newRow("fields") << 2 << "" << "3 fields; the header has 12";
    QTest::newRow("quote") << 2 << "" << "not closed";
    QTest::newRow("after_quote") << 2 << "" << "after a closing quote";
    QTest::newRow("header") << 1 << "Service Name" << "missing";
    QTest::newRow("empty") << 1 << "" << "empty";
}

void KnowledgeSourcesTest::saysWhereRegistryCsvIsWrong()
{
    QFETCH(int, line);
    QFETCH(QString, column);
    QFETCH(QString, part);
    const QString name = QStringLiteral("registry_csv/bad/%1.csv").arg(QLatin1String(QTest::currentDataTag()));
    const RegistryResult result = parseRegistryCsv(fixture(name));
    QVERIFY(!result.ok());
    QVERIFY(result.rows.isEmpty());
    QCOMPARE(result.line, line);
    QCOMPARE(result.column, column);
    QVERIFY2(result.error.contains(part), qPrintable(result.error));
}

void KnowledgeSourcesTest::survivesTruncatedRegistryCsv()
{
    const QByteArray whole = fixture(QStringLiteral("registry_csv/small.csv"));
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const QByteArray part(whole.constData(), length);
        const RegistryResult result = parseRegistryCsv(part);
        QVERIFY(result.rows.size() <= 7);
        QVERIFY(result.ok() != result.rows.isEmpty());
    }
}

void KnowledgeSourcesTest::tableKeepsEveryField()
{
    QList<Registration> rows = parseRegistryCsv(fixture(QStringLiteral("registry_csv/small.csv"))).rows;
    rows[0].description = QStringLiteral("Reserved: tab\t, backslash \\n, return\r, umlaut \u00fc");
    const RegistryResult result = parseRegistryTable(writeRegistryTable(rows));
    QVERIFY2(result.ok(), qPrintable(result.error));
    QCOMPARE(result.rows, rows);
}

void KnowledgeSourcesTest::registryIsWholeAndServedUnchanged()
{
    QFile file(QStringLiteral(PORTOLAN_KNOWLEDGE_SOURCES "/registry.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const RegistryResult table = parseRegistryTable(file.readAll());
    QVERIFY2(table.ok(), qPrintable(table.error));
    QCOMPARE(table.rows.size(), 14511);

    const KnowledgePtr knowledge = Knowledge::builtIn();
    QCOMPARE(knowledge->registrationCount(), 14511);
    int unauthorised = 0;
    int withoutPort = 0;
    for (int i = 0; i < table.rows.size(); ++i) {
        const Registration row = knowledge->registrationAt(i);
        QCOMPARE(row, table.rows.at(i));
        unauthorised += row.unauthorizedUse.isEmpty() ? 0 : 1;
        if (!row.portFrom) {
            ++withoutPort;
            continue;
        }
        QVERIFY(knowledge->registrations(*row.portFrom).contains(row));
        QVERIFY(knowledge->registrations(*row.portTo).contains(row));
    }
    QCOMPARE(unauthorised, 112);
    QCOMPARE(withoutPort, 1048);
}

void KnowledgeSourcesTest::readsNotes()
{
    const NotesResult result = parseNotes(fixture(QStringLiteral("notes/good.yaml")), QStringLiteral("good.yaml"));
    QVERIFY2(result.error.isEmpty(), qPrintable(result.error));
    QCOMPARE(result.notes.size(), 2);
    const Note &note = result.notes.at(1).note;
    QCOMPARE(note.portFrom, quint16(3127));
    QCOMPARE(note.portTo, quint16(3198));
    QVERIFY(note.transport == Transport::Tcp);
    QCOMPARE(note.kind, NoteKind::Infrastructure);
    QCOMPARE(note.period(), QStringLiteral("2004-2005"));
    QCOMPARE(note.source, (Source { QStringLiteral("A book"), QStringLiteral("https://example.org/page") }));
    QCOMPARE(note.packages, QStringList(QStringLiteral("example")));
    QVERIFY(findClash(result.notes).isEmpty());
}

void KnowledgeSourcesTest::documentedExampleIsRight()
{
    QFile page(QStringLiteral(PORTOLAN_KNOWLEDGE_SOURCES "/README.md"));
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(page.readAll());
    const QString example = text.section(QStringLiteral("```yaml\n"), 1, 1).section(QStringLiteral("```"), 0, 0);
    const NotesResult result = parseNotes(example.toUtf8(), QStringLiteral("README.md"));
    QVERIFY2(result.error.isEmpty(), qPrintable(result.error));
    QCOMPARE(result.notes.size(), 1);
    // Every key there is stands in the example.
    const Note &note = result.notes.first().note;
    QVERIFY(note.from && note.to && note.registrant && !note.source.url.isEmpty());
    for (const QStringList &list : { note.executables, note.units, note.packages, note.images,
                                     note.macosExecutables, note.windowsExecutables, note.see }) {
        QVERIFY(!list.isEmpty());
    }
    for (int kind = 0; kind <= static_cast<int>(NoteKind::Squatter); ++kind)
        QVERIFY(text.contains(QLatin1Char('`') + noteKindName(static_cast<NoteKind>(kind)) + QLatin1Char('`')));
}

void KnowledgeSourcesTest::saysWhereNotesAreWrong_data()
{
    QTest::addColumn<QString>("message");
    QTest::newRow("unknown_key") << "7: unknown key \"form\"; the keys are id, ports";
    QTest::newRow("missing_source") << "1: the source is missing";
    QTest::newRow("source_without_title") << "10: the key \"title\" is missing";
    QTest::newRow("period_backwards") << "8: the period ends in 2003, before it begins in 2004";
    QTest::newRow("impossible_year") << "7: \"204\" is no possible year";
    QTest::newRow("range_backwards") << "2: \"3198-3127\" is no port and no range";
    QTest::newRow("port_too_high") << "2: \"70000\" is no port and no range";
    QTest::newRow("bad_kind") << "4: \"infrastucture\" is no kind; right would be one of";
    QTest::newRow("bad_confidence") << "9: \"sure\" is no confidence";
    QTest::newRow("bad_transport") << "3: \"sctp\" is no transport";
    QTest::newRow("empty_text") << "6: \"text\" is empty";
    QTest::newRow("key_twice") << "8: the key \"from\" appears twice";
    QTest::newRow("alias") << "6: anchors are not used here";
    QTest::newRow("not_a_list") << "1: the file must be a list of notes";
    QTest::newRow("not_yaml") << "3: not valid YAML";
    QTest::newRow("path_as_executable") << "11: \"/usr/bin/exampled\" in \"executables\" has a folder";
    QTest::newRow("image_with_tag") << "11: \"grafana/grafana:latest\" is no name of a container image";
    QTest::newRow("dead_reference") << "bad.yaml:1: \"see\" names the note \"nowhere\"";
    QTest::newRow("malware_with_image") << "11: malware holds no port legitimately; leave images out";
    QTest::newRow("malware_with_executable") << "11: malware holds no port legitimately";
    QTest::newRow("bad_address") << "10: \"javascript:alert(1)\" is no web address";
    QTest::newRow("deep") << "nested deeper";
    QTest::newRow("duplicate") << "bad.yaml:15: a second note of kind infrastructure on \"Example\" covers the same ports as bad.yaml:1";
    QTest::newRow("id_twice") << "bad.yaml:15: the id \"example\" is already used at bad.yaml:1";
}

void KnowledgeSourcesTest::saysWhereNotesAreWrong()
{
    QFETCH(QString, message);
    const QString name = QStringLiteral("notes/bad/%1.yaml").arg(QLatin1String(QTest::currentDataTag()));
    const NotesResult result = parseNotes(fixture(name), QStringLiteral("bad.yaml"));
    const QString error = result.error.isEmpty() ? findClash(result.notes)
                                                 : QStringLiteral("%1: %2").arg(result.line).arg(result.error);
    QVERIFY2(error.contains(message), qPrintable(error));
    QVERIFY(!error.contains(QLatin1Char('\n')));
}

void KnowledgeSourcesTest::refusesDamagedKnowledge()
{
    const NotesResult notes = parseNotes(fixture(QStringLiteral("notes/good.yaml")), QStringLiteral("good.yaml"));
    const Panel panel { 3150, 3160, { QStringLiteral("Title"), QStringLiteral("Lead"), QStringLiteral("Registered"),
                                      QStringLiteral("Used"), QStringLiteral("History"), QStringLiteral("Advice") },
                        { QStringLiteral("example") }, { { QStringLiteral("Book"), {} } }, { 22, 3155 } };
    QString error;
    const QByteArray whole = encodeKnowledge(parseRegistryCsv(fixture(QStringLiteral("registry_csv/small.csv"))).rows, QStringLiteral("2026-07"),
                                             { notes.notes.at(0).note }, { panel }, &error);
    QVERIFY2(!whole.isEmpty(), qPrintable(error));
    const KnowledgePtr knowledge = Knowledge::fromBytes(whole, &error);
    QVERIFY2(knowledge, qPrintable(error));
    QCOMPARE(knowledge->registrationCount(), 7);
    QCOMPARE(knowledge->registry().date, QStringLiteral("2026-07"));
    QCOMPARE(knowledge->noteAt(0), notes.notes.at(0).note);
    QCOMPARE(knowledge->panel(3155), std::optional(panel));
    QVERIFY(!knowledge->panel(3161));

    for (qsizetype length = 0; length < whole.size(); length += length < 64 ? 1 : 997)
        QVERIFY(!Knowledge::fromBytes(QByteArrayView(whole).first(length), &error));
    for (qsizetype position = 0; position < whole.size(); position += position < 64 ? 1 : 997) {
        QByteArray damaged = whole;
        damaged[position] = static_cast<char>(~damaged.at(position));
        QVERIFY(!Knowledge::fromBytes(damaged, &error));
        // Even with a fitting checksum nothing may be read outside the bytes.
        if (position < format::countsOffset)
            continue;
        qToLittleEndian(format::checksum(QByteArrayView(damaged).sliced(format::countsOffset)),
                        damaged.data() + format::checksumOffset);
        const KnowledgePtr odd = Knowledge::fromBytes(damaged, &error);
        for (int port = 0; odd && port < 65536; port += 257)
            QVERIFY(odd->notes(static_cast<quint16>(port)).size() <= odd->noteCount() && odd->panelCount() <= 1);
        for (int port = 3140; odd && port < 3170; ++port)
            (void)odd->panel(static_cast<quint16>(port));
    }
}

QTEST_GUILESS_MAIN(KnowledgeSourcesTest)
#include "knowledge_sources_test.moc"
