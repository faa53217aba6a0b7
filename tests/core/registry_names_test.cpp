// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/registry_csv.h"
#include "knowledge/registry_names.h"
#include "knowledge/registry_table.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace portolan;

class RegistryNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void readsNames();
    void saysWhereNamesAreWrong_data();
    void saysWhereNamesAreWrong();
    void survivesTruncatedNames();
    void bringsRowsUpToDate();
    void changesNothingTwice();
    void importerPrintsWhatItChanged();
    void importerSaysWhereNamesAreWrong();
};

namespace {

QString fixturePath(const QString &name)
{
    return QStringLiteral(PORTOLAN_FIXTURES "/registry_names/") + name;
}

QByteArray fixture(const QString &name)
{
    QFile file(fixturePath(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(file.fileName()));
    return file.readAll();
}

QList<Registration> blockRows()
{
    return parseRegistryCsv(fixture(QStringLiteral("block.csv"))).rows;
}

/// "100/tcp newname: New service", for comparing whole lists at a glance.
QString line(const Registration &row)
{
    QString ports = row.portFrom ? QString::number(*row.portFrom) : QStringLiteral("-");
    if (row.portFrom && !row.isSinglePort())
        ports += QLatin1Char('-') + QString::number(*row.portTo);
    return QStringLiteral("%1/%2 %3: %4").arg(ports, registryTransportName(row.transport), row.service, row.description.simplified());
}

QStringList lines(const QList<Registration> &rows)
{
    QStringList result;
    for (const Registration &row : rows)
        result.append(line(row));
    return result;
}

struct Result
{
    int code = -1;
    QString out;
    QString error;
};

Result runImporter(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(PORTOLAN_KNOWLEDGE_COMPILER), arguments);
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return { process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
             QString::fromUtf8(process.readAllStandardError()) };
}

} // namespace

void RegistryNamesTest::readsNames()
{
    const RegistryNamesResult result = parseRegistryNames(fixture(QStringLiteral("names.json")));
    QVERIFY2(result.ok(), qPrintable(result.error));
    QCOMPARE(result.names.size(), 16);
    QCOMPARE(result.names.at(0), (NamedPort { 99, RegistryTransport::Udp, QStringLiteral("before"), QStringLiteral("Before all rows") }));
    QCOMPARE(result.names.at(2).transport, RegistryTransport::Tcp);
    QCOMPARE(result.names.at(3).transport, RegistryTransport::Udp);
    QCOMPARE(result.names.at(8).service, QString());
    QCOMPARE(result.names.at(15).description, QStringLiteral("After all rows, says \"one\" \u00e4"));
}

void RegistryNamesTest::saysWhereNamesAreWrong_data()
{
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("part");
    QTest::newRow("empty") << 1 << 1 << "not valid JSON";
    QTest::newRow("list") << 1 << 1 << "must be one object";
    QTest::newRow("nothing") << 1 << 1 << "names no port";
    QTest::newRow("syntax") << 3 << 11 << "not valid JSON";
    QTest::newRow("port") << 3 << 2 << "\"70000/tcp\": no port";
    QTest::newRow("transport") << 2 << 2 << "\"80\": no port and transport";
    QTest::newRow("range") << 2 << 2 << "\"80-81/tcp\": no port";
    QTest::newRow("short") << 2 << 2 << "\"80/tcp\": right would be a list of two texts";
    QTest::newRow("number") << 2 << 2 << "\"80/tcp\": right would be a list of two texts";
}

void RegistryNamesTest::saysWhereNamesAreWrong()
{
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, part);
    const RegistryNamesResult result
        = parseRegistryNames(fixture(QStringLiteral("bad/%1.json").arg(QLatin1String(QTest::currentDataTag()))));
    QVERIFY(!result.ok());
    QVERIFY(result.names.isEmpty());
    QVERIFY2(result.error.contains(part), qPrintable(result.error));
    QCOMPARE(result.line, line);
    QCOMPARE(result.column, column);
}

void RegistryNamesTest::survivesTruncatedNames()
{
    const QByteArray whole = fixture(QStringLiteral("names.json")).trimmed();
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const QByteArray part(whole.constData(), length);
        const RegistryNamesResult result = parseRegistryNames(part);
        QVERIFY2(!result.ok(), part.constData());
        QVERIFY(result.line >= 1 && result.column >= 1);
    }
    QVERIFY(parseRegistryNames(whole).ok());
}

void RegistryNamesTest::bringsRowsUpToDate()
{
    const QList<Registration> before = blockRows();
    const RegistryWithNames merged = applyRegistryNames(before, parseRegistryNames(fixture(QStringLiteral("names.json"))).names);
    const QList<Registration> &rows = merged.rows;
    QCOMPARE(lines(rows),
             (QStringList {
                 QStringLiteral("99/udp before: Before all rows"),
                 QStringLiteral("100/tcp newname: New service"),
                 QStringLiteral("101/tcp worded: Spaced out wording"),
                 QStringLiteral("101/udp worded: Newer wording"),
                 QStringLiteral("102/tcp alias: First"),
                 QStringLiteral("102/tcp second: Second"),
                 QStringLiteral("102/tcp third: Third"),
                 QStringLiteral("103/tcp taken: No longer reserved"),
                 QStringLiteral("200-203/ : Unassigned"),
                 QStringLiteral("204/udp udponly: Only this transport"),
                 QStringLiteral("204/ : Unassigned"),
                 QStringLiteral("205/tcp both: Both"),
                 QStringLiteral("205/udp : Reserved"),
                 QStringLiteral("206-208/ : Unassigned"),
                 QStringLiteral("209/tcp last: The last of the block"),
                 QStringLiteral("209/udp last: The last of the block"),
                 QStringLiteral("300-309/tcp range: A range of one service"),
                 QStringLiteral("306/tcp guest: Inside a range"),
                 QStringLiteral("400/tcp single: A block of one"),
                 QStringLiteral("400/udp single: A block of one"),
                 QStringLiteral("500/sctp after: After all rows, says \"one\" \u00e4"),
                 QStringLiteral("-/tcp named: A name without a port"),
             }));

    // Another service: nobody vouches for the rest of the row.
    Registration taken;
    taken.portFrom = taken.portTo = 100;
    taken.transport = RegistryTransport::Tcp;
    taken.service = QStringLiteral("newname");
    taken.description = QStringLiteral("New service");
    QCOMPARE(rows.at(1), taken);
    // The same, spaced otherwise: not one byte changes.
    QCOMPARE(rows.at(2), before.at(1));
    // The same, worded otherwise: all but the wording stays.
    Registration worded = before.at(2);
    worded.description = QStringLiteral("Newer wording");
    QCOMPARE(rows.at(3), worded);
    QCOMPARE(rows.at(7).status, RegistrationStatus::Assigned);
    QCOMPARE(rows.at(12).status, RegistrationStatus::Reserved);
    // The rest of a block keeps what was said of it, and the report goes where its port is.
    QCOMPARE(rows.at(8).modified, QStringLiteral("2012-03-21"));
    QVERIFY(rows.at(8).unauthorizedUse.isEmpty());
    QVERIFY(rows.at(10).unauthorizedUse.isEmpty());
    QCOMPARE(rows.at(13).unauthorizedUse, QStringLiteral("Known use of port 208"));

    QCOMPARE(std::count_if(merged.changes.begin(), merged.changes.end(), [](const RegistryNamesChange &change) {
                 return change.kind == RegistryNamesChange::Kind::Changed;
             }), 3);
    QCOMPARE(std::count_if(merged.changes.begin(), merged.changes.end(), [](const RegistryNamesChange &change) {
                 return change.kind == RegistryNamesChange::Kind::Split;
             }), 1);
}

void RegistryNamesTest::changesNothingTwice()
{
    const QList<NamedPort> names = parseRegistryNames(fixture(QStringLiteral("names.json"))).names;
    const RegistryWithNames once = applyRegistryNames(blockRows(), names);
    const RegistryWithNames twice = applyRegistryNames(once.rows, names);
    QCOMPARE(twice.rows, once.rows);
    QVERIFY(twice.changes.isEmpty());
}

void RegistryNamesTest::importerPrintsWhatItChanged()
{
    QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("registry.tsv"));
    const Result result = runImporter({ QStringLiteral("import"), fixturePath(QStringLiteral("block.csv")), QStringLiteral("--names"),
                                        fixturePath(QStringLiteral("names.json")), QStringLiteral("-o"), target });
    QCOMPARE(result.error, QString());
    QCOMPARE(result.code, 0);
    const QStringList printed = result.out.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QVERIFY(printed.contains(QStringLiteral("changed  100/tcp  newname \"New service\", before: oldname \"Old service\"")));
    QVERIFY(printed.contains(QStringLiteral("split    200-209  \"Unassigned\"")));
    QVERIFY(printed.contains(QStringLiteral("added    205/udp  \"Reserved\"")));
    QCOMPARE(printed.constLast(), QStringLiteral("11 rows added, 3 changed, 1 blocks split"));
    QFile table(target);
    QVERIFY(table.open(QIODevice::ReadOnly));
    QCOMPARE(parseRegistryTable(table.readAll()).rows,
             applyRegistryNames(blockRows(), parseRegistryNames(fixture(QStringLiteral("names.json"))).names).rows);

    const Result alone = runImporter({ QStringLiteral("import"), fixturePath(QStringLiteral("block.csv")), QStringLiteral("-o"), target });
    QCOMPARE(alone.code, 0);
    QFile plain(target);
    QVERIFY(plain.open(QIODevice::ReadOnly));
    QCOMPARE(parseRegistryTable(plain.readAll()).rows, blockRows());
}

void RegistryNamesTest::importerSaysWhereNamesAreWrong()
{
    QTemporaryDir folder;
    const QString target = folder.filePath(QStringLiteral("registry.tsv"));
    const QString names = fixturePath(QStringLiteral("bad/port.json"));
    const Result result = runImporter({ QStringLiteral("import"), fixturePath(QStringLiteral("block.csv")), QStringLiteral("--names"),
                                        names, QStringLiteral("-o"), target });
    QCOMPARE(result.code, 1);
    QVERIFY2(result.error.startsWith(names + QStringLiteral(":3:2: \"70000/tcp\": no port")), qPrintable(result.error));
    QVERIFY(!QFile::exists(target));
}

QTEST_GUILESS_MAIN(RegistryNamesTest)
#include "registry_names_test.moc"
