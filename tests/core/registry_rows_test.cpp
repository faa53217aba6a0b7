// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the registry's source against what the real program writes.
#include "knowledge/registry_csv.h"
#include "knowledge/registry_names.h"
#include "knowledge/registry_table.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <functional>

using namespace portolan;

class RegistryRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void writesEveryRowOfTheTable();
    void keepsEveryKindOfRow_data();
    void keepsEveryKindOfRow();
    void keepsEveryRowOfTheSources();

private:
    QList<Registration> m_table;
    QJsonArray m_written;
};

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue portOrNull(std::optional<quint16> port)
{
    return port ? QJsonValue(*port) : QJsonValue();
}

/// What the program must write of the row, put together apart from the program's own writer.
QJsonObject expected(const Registration &row)
{
    QJsonObject object;
    object[QStringLiteral("portFrom")] = portOrNull(row.portFrom);
    object[QStringLiteral("portTo")] = portOrNull(row.portTo);
    object[QStringLiteral("transport")] = textOrNull(registryTransportName(row.transport));
    object[QStringLiteral("service")] = textOrNull(row.service);
    object[QStringLiteral("description")] = textOrNull(row.description);
    object[QStringLiteral("assignee")] = textOrNull(row.assignee);
    object[QStringLiteral("contact")] = textOrNull(row.contact);
    object[QStringLiteral("registered")] = textOrNull(row.registered);
    object[QStringLiteral("modified")] = textOrNull(row.modified);
    object[QStringLiteral("reference")] = textOrNull(row.reference);
    object[QStringLiteral("serviceCode")] = textOrNull(row.serviceCode);
    object[QStringLiteral("unauthorizedUse")] = textOrNull(row.unauthorizedUse);
    object[QStringLiteral("assignmentNotes")] = textOrNull(row.assignmentNotes);
    object[QStringLiteral("status")] = QString(registrationStatusName(row.status));
    return object;
}

} // namespace

void RegistryRowsTest::initTestCase()
{
    const RegistryResult table = parseRegistryTable(contents(QStringLiteral(PORTOLAN_REGISTRY)));
    QVERIFY2(table.ok(), qPrintable(table.error));
    m_table = table.rows;
    QProcess process;
    process.start(QStringLiteral(PORTOLAN_CLI), { QStringLiteral("knowledge"), QStringLiteral("--json") });
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(process.readAllStandardOutput(), &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    m_written = document.object().value(u"registrations").toArray();
}

void RegistryRowsTest::writesEveryRowOfTheTable()
{
    QCOMPARE(m_written.size(), m_table.size());
    for (qsizetype i = 0; i < m_table.size(); ++i)
        QCOMPARE(m_written.at(i).toObject(), expected(m_table.at(i)));
}

void RegistryRowsTest::keepsEveryKindOfRow_data()
{
    using Predicate = std::function<bool(const QJsonObject &)>;
    QTest::addColumn<Predicate>("is");
    QTest::addColumn<int>("count");
    const auto text = [](QLatin1String key, QLatin1String wanted) -> Predicate {
        return [=](const QJsonObject &row) { return row.value(key).toString() == wanted; };
    };
    const auto has = [](QLatin1String key) -> Predicate {
        return [=](const QJsonObject &row) { return !row.value(key).isNull(); };
    };
    QTest::newRow("tcp") << text(QLatin1String("transport"), QLatin1String("tcp")) << 6591;
    QTest::newRow("udp") << text(QLatin1String("transport"), QLatin1String("udp")) << 6353;
    QTest::newRow("sctp") << text(QLatin1String("transport"), QLatin1String("sctp")) << 93;
    QTest::newRow("dccp") << text(QLatin1String("transport"), QLatin1String("dccp")) << 11;
    QTest::newRow("no transport") << Predicate([](const QJsonObject &row) { return row.value(u"transport").isNull(); }) << 1463;
    QTest::newRow("without a port") << Predicate([](const QJsonObject &row) { return row.value(u"portFrom").isNull(); }) << 1048;
    QTest::newRow("ranges") << Predicate([](const QJsonObject &row) { return row.value(u"portFrom") != row.value(u"portTo"); }) << 760;
    QTest::newRow("reserved") << text(QLatin1String("status"), QLatin1String("reserved")) << 809;
    QTest::newRow("unassigned") << text(QLatin1String("status"), QLatin1String("unassigned")) << 901;
    QTest::newRow("registered") << has(QLatin1String("registered")) << 4677;
    QTest::newRow("modified") << has(QLatin1String("modified")) << 545;
    QTest::newRow("reference") << has(QLatin1String("reference")) << 396;
    QTest::newRow("unauthorised use") << has(QLatin1String("unauthorizedUse")) << 112;
    QTest::newRow("assignment notes") << has(QLatin1String("assignmentNotes")) << 1308;
    QTest::newRow("service code") << has(QLatin1String("serviceCode")) << 4;
    // http, www and www-http; each on its transports.
    QTest::newRow("several registrations for port 80")
        << Predicate([](const QJsonObject &row) { return row.value(u"portFrom").toInt() == 80; }) << 7;
}

void RegistryRowsTest::keepsEveryKindOfRow()
{
    QFETCH(std::function<bool(const QJsonObject &)>, is);
    QFETCH(int, count);
    int found = 0;
    for (const QJsonValue &row : std::as_const(m_written))
        found += is(row.toObject()) ? 1 : 0;
    QCOMPARE(found, count);
}

void RegistryRowsTest::keepsEveryRowOfTheSources()
{
    const QString csvPath = qEnvironmentVariable("PORTOLAN_IANA_CSV");
    const QString namesPath = qEnvironmentVariable("PORTOLAN_IANA_NAMES");
    if (csvPath.isEmpty() || namesPath.isEmpty())
        QSKIP("PORTOLAN_IANA_CSV and PORTOLAN_IANA_NAMES name the files the table was made of");
    const RegistryResult csv = parseRegistryCsv(contents(csvPath));
    QVERIFY2(csv.ok(), qPrintable(csv.error));
    const RegistryNamesResult names = parseRegistryNames(contents(namesPath));
    QVERIFY2(names.ok(), qPrintable(names.error));

    QHash<QString, QList<QJsonObject>> byPlace;
    const auto place = [](const QJsonObject &row) {
        return QStringLiteral("%1-%2/%3").arg(row.value(u"portFrom").toInt(-1)).arg(row.value(u"portTo").toInt(-1))
            .arg(row.value(u"transport").toString());
    };
    for (const QJsonValue &row : std::as_const(m_written))
        byPlace[place(row.toObject())].append(row.toObject());
    for (const NamedPort &named : names.names) {
        const auto rows = byPlace.value(QStringLiteral("%1-%1/%2").arg(named.port).arg(registryTransportName(named.transport)));
        const bool found = std::any_of(rows.begin(), rows.end(), [&](const QJsonObject &row) {
            return row.value(u"service").toString() == named.service
                && row.value(u"description").toString().simplified() == named.description.simplified();
        });
        QVERIFY2(found, qPrintable(QString::number(named.port) + QLatin1Char(' ') + named.service));
    }
    // A row may differ only where the names say something else of its port, or of one in its block.
    QHash<QString, QList<NamedPort>> newsOf;
    int changed = 0;
    for (const Registration &row : csv.rows) {
        const QJsonObject wanted = expected(row);
        if (byPlace.value(place(wanted)).contains(wanted))
            continue;
        ++changed;
        const bool newer = std::any_of(names.names.begin(), names.names.end(), [&](const NamedPort &named) {
            return row.covers(named.port) && (row.transport == RegistryTransport::None || row.transport == named.transport)
                && (row.service != named.service || row.description.simplified() != named.description.simplified());
        });
        QVERIFY2(newer, qPrintable(place(wanted)));
    }
    QCOMPARE(changed, 33); // 20 rows and 13 blocks
}

QTEST_GUILESS_MAIN(RegistryRowsTest)
#include "registry_rows_test.moc"
