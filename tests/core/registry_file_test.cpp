// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/registry_csv.h"
#include "knowledge/registry_difference.h"
#include "knowledge/registry_edition.h"
#include "knowledge/registry_fault.h"
#include "knowledge/registry_file.h"
#include "knowledge/registry_xml.h"
#include "support/fixture.h"
#include "text/text.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <sys/stat.h>

using namespace portolan;
using test::fixture;

class RegistryFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void readsXmlAsCsv();
    void readsXmlInOtherEncodings();
    void saysWhereXmlIsWrong_data();
    void saysWhereXmlIsWrong();
    void survivesTruncatedXml();
    void survivesDeepXml();
    void tellsTheFormatsApart();
    void refusesWhatIsNoFile();
    void endsWhenToldTo();
    void saysTheFaultInOneHarmlessLine();
    void comparesRegistries();
    void findsNothingBetweenEqualRegistries();
    void comparesDates();
};

namespace {

Registration row(quint16 from, quint16 to, RegistryTransport transport, const char *service, const char *description)
{
    Registration row;
    row.portFrom = from;
    row.portTo = to;
    row.transport = transport;
    row.service = QLatin1String(service);
    row.description = QLatin1String(description);
    row.status = statusOf(row.service, row.description);
    return row;
}

Registration named(const char *service)
{
    Registration row;
    row.service = QLatin1String(service);
    return row;
}

} // namespace

void RegistryFileTest::readsXmlAsCsv()
{
    const RegistryResult xml = parseRegistryXml(fixture(QStringLiteral("registry_xml/small.xml")));
    QVERIFY2(xml.ok(), qPrintable(xml.error));
    QCOMPARE(xml.date, QStringLiteral("2026-03-09"));
    const RegistryResult csv = parseRegistryCsv(fixture(QStringLiteral("registry_xml/small.csv")));
    QVERIFY2(csv.ok(), qPrintable(csv.error));
    QCOMPARE(xml.rows.size(), csv.rows.size());
    for (qsizetype i = 0; i < csv.rows.size(); ++i) {
        QCOMPARE(xml.rows.at(i).reference, csv.rows.at(i).reference);
        QCOMPARE(xml.rows.at(i), csv.rows.at(i));
    }
}

void RegistryFileTest::readsXmlInOtherEncodings()
{
    const QString text = QString::fromUtf8(fixture(QStringLiteral("registry_xml/small.xml")));
    const QList<Registration> rows = parseRegistryXml(text.toUtf8()).rows;
    QCOMPARE(parseRegistryFile("\xef\xbb\xbf" + text.toUtf8()).rows, rows);
    QString declared = text;
    declared.replace(QStringLiteral("UTF-8"), QStringLiteral("UTF-16"));
    const QByteArray utf16 = QByteArray("\xff\xfe") + QByteArray(reinterpret_cast<const char *>(declared.utf16()), declared.size() * 2);
    const RegistryResult result = parseRegistryFile(utf16);
    QVERIFY2(result.ok(), qPrintable(result.error));
    QCOMPARE(result.rows, rows);
}

void RegistryFileTest::saysWhereXmlIsWrong_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("element");
    QTest::addColumn<QString>("part");
    QTest::newRow("document_type") << 2 << "" << "declares a document type";
    QTest::newRow("entities") << 2 << "" << "declares a document type";
    QTest::newRow("unknown_entity") << 2 << "" << "not well-formed XML";
    QTest::newRow("other_document") << 1 << "" << "right would be <registry xmlns=\"http://www.iana.org/assignments\"";
    QTest::newRow("other_registry") << 1 << "" << "id=\"service-names-port-numbers\"";
    QTest::newRow("no_namespace") << 1 << "" << "this is another document";
    QTest::newRow("number") << 4 << "number" << "“70000” is no port";
    QTest::newRow("range") << 3 << "number" << "“199-102” is no port and no range";
    QTest::newRow("second_number") << 4 << "number" << "a second <number>";
    QTest::newRow("protocol") << 4 << "protocol" << "“tcpp” is no transport";
    QTest::newRow("second_name") << 3 << "name" << "a second <name>";
    QTest::newRow("date") << 2 << "date" << "“yesterday” is no date";
    QTest::newRow("updated") << 2 << "updated" << "“soon” is no date";
    QTest::newRow("nothing_named") << 4 << "record" << "neither a name nor a number";
    QTest::newRow("not_well_formed") << 3 << "" << "not well-formed XML";
    QTest::newRow("cut_off") << 4 << "" << "ends in the middle";
    QTest::newRow("no_record") << 2 << "" << "has no <record>";
    QTest::newRow("encoding") << 3 << "" << "not UTF-8";
    QTest::newRow("long_text") << 4 << "description" << "longer than 32768 characters";
}

void RegistryFileTest::saysWhereXmlIsWrong()
{
    QFETCH(int, line);
    QFETCH(QString, element);
    QFETCH(QString, part);
    const QString name = QStringLiteral("registry_xml/bad/%1.xml").arg(QLatin1String(QTest::currentDataTag()));
    const RegistryResult result = parseRegistryXml(fixture(name));
    QVERIFY(!result.ok());
    QVERIFY(result.rows.isEmpty());
    QVERIFY2(result.error.contains(part), qPrintable(result.error));
    QCOMPARE(result.column, element);
    QCOMPARE(result.character > 0, name != QLatin1String("registry_xml/bad/encoding.xml"));
    // After the end of the last line there is nothing to tell the one before from.
    QVERIFY2(result.line == line || (name.contains(QLatin1String("no_record")) && result.line == line + 1),
             qPrintable(QString::number(result.line)));
}

void RegistryFileTest::survivesTruncatedXml()
{
    const QByteArray whole = fixture(QStringLiteral("registry_xml/small.xml")).trimmed();
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const QByteArray part(whole.constData(), length);
        const RegistryResult result = parseRegistryXml(part);
        QVERIFY2(!result.ok() && result.rows.isEmpty(), part.constData());
        QVERIFY(!result.error.isEmpty());
    }
    QVERIFY(parseRegistryXml(whole).ok());
}

void RegistryFileTest::survivesDeepXml()
{
    constexpr int depth = 200'000;
    const QByteArray head = "<registry xmlns=\"http://www.iana.org/assignments\" id=\"service-names-port-numbers\"><record><name>n</name>";
    for (const char *element : { "xref", "description", "other" }) {
        const QByteArray open = QByteArray("<") + element + ">";
        const QByteArray close = QByteArray("</") + element + ">";
        const RegistryResult result = parseRegistryXml(head + open.repeated(depth) + close.repeated(depth) + "</record></registry>");
        QVERIFY2(result.ok(), qPrintable(result.error));
        QVERIFY(!parseRegistryXml(head + open.repeated(depth)).ok());
    }
    const QByteArray description = "<description>" + QByteArray("<xref>").repeated(depth) + QByteArray("</xref>").repeated(depth) + "</description>";
    QVERIFY(parseRegistryXml(head + description + "</record></registry>").ok());
}

void RegistryFileTest::tellsTheFormatsApart()
{
    QCOMPARE(readRegistryFile(test::fixturePath(QStringLiteral("registry_xml/small.xml"))).rows,
             readRegistryFile(test::fixturePath(QStringLiteral("registry_xml/small.csv"))).rows);
    QCOMPARE(parseRegistryFile("\n  <registry/>").column, QString());
    QVERIFY(parseRegistryFile("\n  <registry/>").error.contains(QStringLiteral("another document")));
    QCOMPARE(parseRegistryFile("hello, world").column, QStringLiteral("Service Name"));
    QByteArray latin1 = fixture(QStringLiteral("registry_xml/small.csv"));
    latin1.replace("foremost", "f\xf6remost");
    const RegistryResult result = parseRegistryFile(latin1);
    QVERIFY(result.error.contains(QStringLiteral("not UTF-8")));
    QCOMPARE(result.line, 3);
}

void RegistryFileTest::refusesWhatIsNoFile()
{
    QTemporaryDir folder;
    const RegistryResult missing = readRegistryFile(folder.filePath(QStringLiteral("missing.csv")));
    QVERIFY(!missing.ok());
    QCOMPARE(missing.line, 0);
    QVERIFY(readRegistryFile(folder.path()).error.contains(QStringLiteral("no plain file")));
    // Reading it would wait for a writer for ever.
    const QString pipe = folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QVERIFY(readRegistryFile(pipe).error.contains(QStringLiteral("no plain file")));
    QFile huge(folder.filePath(QStringLiteral("huge.csv")));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(RegistryResult::largestFile + 1));
    QVERIFY(readRegistryFile(huge.fileName()).error.contains(QStringLiteral("larger than 64 MB")));
}

void RegistryFileTest::endsWhenToldTo()
{
    for (const char *name : { "registry_xml/small.xml", "registry_xml/small.csv" }) {
        QList<int> told;
        const RegistryResult result = parseRegistryFile(fixture(QLatin1String(name)), [&](int permille) {
            told.append(permille);
            return false;
        });
        QVERIFY(result.cancelled && !result.ok());
        QVERIFY(result.rows.isEmpty() && result.error.isEmpty());
        QCOMPARE(told.size(), 1);
        QVERIFY(told.constFirst() >= 0 && told.constFirst() <= 1000);
    }
}

void RegistryFileTest::saysTheFaultInOneHarmlessLine()
{
    QCOMPARE(registryFault(parseRegistryFile(fixture(QStringLiteral("registry_csv/bad/port.csv")))),
             QStringLiteral("Line 3, column “Port Number”: “70000” is no port and no range; right would be 788 or 788-799, up to 65535."));
    const QString xml = registryFault(parseRegistryFile(fixture(QStringLiteral("registry_xml/bad/number.xml"))));
    QVERIFY2(xml.startsWith(QStringLiteral("Line 4, column ")) && xml.contains(QStringLiteral(", <number>: “70000” is no port")),
             qPrintable(xml));
    const QByteArray header = fixture(QStringLiteral("registry_csv/small.csv")).split('\n').constFirst();
    const QString hostile = registryFault(parseRegistryFile(header + "\nx,\"1\n\x1b[31m\u202e\",tcp,,,,,,,,,\n"));
    QVERIFY(!hostile.isEmpty());
    const auto characters = hostile.toUcs4();
    QVERIFY2(std::ranges::none_of(characters, [](uint c) { return text::mayAct(c); }), qPrintable(hostile));
}

void RegistryFileTest::comparesRegistries()
{
    using enum RegistryTransport;
    using Kind = RegistryChange::Kind;
    const QList<Registration> before {
        row(1, 1, Tcp, "same", "Same"),       row(2, 2, Tcp, "worded", "Old words"), row(3, 3, Tcp, "old", "Old service"),
        row(4, 4, Tcp, "alias", "One"),       row(4, 4, Tcp, "second", "Two"),       row(5, 9, None, "", "Unassigned"),
        row(20, 20, Tcp, "twice", "Twice"),   row(20, 20, Tcp, "twice", "Twice"),    named("kept"), named("gone"),
    };
    const QList<Registration> after {
        row(5, 5, None, "", "Unassigned"),    row(6, 6, Udp, "new", "New"),          row(7, 9, None, "", "Unassigned"),
        row(1, 1, Tcp, "same", "Same"),       row(2, 2, Tcp, "worded", "New words"), row(3, 3, Tcp, "new", "New service"),
        row(4, 4, Tcp, "second", "Two"),      row(20, 20, Tcp, "twice", "Twice"),    named("kept"), named("come"),
    };
    const RegistryDifference difference = compareRegistries(before, after);
    QStringList told;
    for (const RegistryChange &change : difference.changes) {
        const Registration &shown = change.row();
        told.append(QStringLiteral("%1%2 %3").arg(QLatin1Char(change.kind == Kind::Added ? '+' : change.kind == Kind::Removed ? '-' : '~'))
                        .arg(shown.portFrom.value_or(0)).arg(shown.service.isEmpty() ? shown.description : shown.service));
    }
    QCOMPARE(told, (QStringList { QStringLiteral("~2 worded"), QStringLiteral("~3 new"), QStringLiteral("-4 alias"),
                                  QStringLiteral("+5 Unassigned"), QStringLiteral("-5 Unassigned"), QStringLiteral("+6 new"),
                                  QStringLiteral("+7 Unassigned"), QStringLiteral("-20 twice"), QStringLiteral("+0 come"),
                                  QStringLiteral("-0 gone") }));
    QCOMPARE(difference.added, 4);
    QCOMPARE(difference.removed, 4);
    QCOMPARE(difference.changed, 2);
    QCOMPARE(difference.changes.at(1).before.service, QStringLiteral("old"));
}

void RegistryFileTest::findsNothingBetweenEqualRegistries()
{
    QList<Registration> rows = parseRegistryFile(fixture(QStringLiteral("registry_xml/small.csv"))).rows;
    const QList<Registration> before = rows;
    std::reverse(rows.begin(), rows.end());
    QVERIFY(compareRegistries(before, rows).changes.isEmpty());
    QCOMPARE(compareRegistries(before, {}).removed, before.size());
    QCOMPARE(compareRegistries({}, before).added, before.size());
}

void RegistryFileTest::comparesDates()
{
    QVERIFY(isOlderDate(QStringLiteral("2026-03-09"), QStringLiteral("2026-07")));
    QVERIFY(!isOlderDate(QStringLiteral("2026-07"), QStringLiteral("2026-07-15")));
    QVERIFY(!isOlderDate(QStringLiteral("2026-07-15"), QStringLiteral("2026-07")));
    QVERIFY(!isOlderDate({}, QStringLiteral("2026-07")));
    QVERIFY(!isOlderDate(QStringLiteral("2026-07"), {}));
    QCOMPARE(newestDate(parseRegistryFile(fixture(QStringLiteral("registry_xml/small.csv"))).rows), QStringLiteral("2024-12-20"));
    QCOMPARE(newestDate({}), QString());
}

QTEST_GUILESS_MAIN(RegistryFileTest)
#include "registry_file_test.moc"
