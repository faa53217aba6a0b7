// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/json_report.h"
#include "report/redaction.h"
#include "report/report_summary.h"
#include "report/report_writer.h"
#include "report/snapshot_reader.h"
#include "tests/support/builders.h"
#include "text/text.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

using namespace portolan;

namespace {

/// What a hostile process may call itself: markup, escapes, overrides, formulas, links.
const QStringList hostileTexts {
    QStringLiteral("<script>alert(1)</script>"),
    QStringLiteral("\"><img src=x onerror=y>'"),
    QStringLiteral("\x1b]0;owned\x07\x1b[2J"),
    QString(QChar(0x202e)) + QStringLiteral("gpj.exe") + QChar(0x2028) + QChar(0x9b) + QStringLiteral("31m"),
    QStringLiteral("=cmd|'/c calc'!A0"),
    QStringLiteral("| [a](http://evil.example) ![i](x) **b** `c` <b>"),
    QStringLiteral("a\r\n# heading\n\n- item, \"quoted\"; end"),
    QStringLiteral("\\xff\\xfe"),
    QString(4096, QLatin1Char('A')),
    QString(QChar(0xff1d)) + QStringLiteral("1+1"),
    QStringLiteral(" \t@SUM(1)"),
};

ReportDocument documentOf(const QList<ListenerPtr> &listeners)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->takenAt = QDateTime::fromString(QStringLiteral("2026-11-22T16:00:00.123Z"), Qt::ISODateWithMs);
    snapshot->remarks = { Remark::OwnersHidden };
    snapshot->listeners = listeners;
    ReportDocument document;
    document.host = { QStringLiteral("alpha"), QStringLiteral("Debian"), {} };
    document.knowledge = Knowledge::builtIn();
    document.snapshot = snapshot;
    document.listeners = listeners;
    for (const ListenerPtr &listener : listeners)
        document.assessments += assess(*listener, *document.knowledge);
    return document;
}

ListenerPtr listenerOf(quint16 port, const OwnerPtr &owner)
{
    Listener listener;
    listener.key = { port, Transport::Tcp, {}, {} };
    if (const ProcessInfo *leader = owner->leader())
        listener.key.owner = { OwnerKey::Kind::Process, leader->key, 0, leader->uid };
    listener.endpoints = { { test::address("0.0.0.0"), false, {}, {} }, { test::address("::"), true, {}, {} } };
    listener.owner = owner;
    return std::make_shared<const Listener>(listener);
}

ReportDocument hostileDocument()
{
    QList<ListenerPtr> listeners;
    quint16 port = 3150;
    for (const QString &hostile : hostileTexts) {
        auto process = std::make_shared<ProcessInfo>(*test::process(1000 + port, hostile, QLatin1Char('/') + hostile));
        process->commandLine = { hostile, hostile };
        process->user = hostile;
        process->startedAt = QDateTime::fromMSecsSinceEpoch(1700000000123, Qt::UTC);
        process->script = QLatin1Char('/') + hostile;
        process->terminal = hostile;
        process->ancestors = { { { 1, 0 }, hostile, process->startedAt, 0, hostile, hostile, hostile } };
        auto owner = std::make_shared<Owner>(*test::observed({ process }));
        owner->unit = hostile;
        owner->unitFacts = UnitFacts { hostile, hostile, hostile, hostile, hostile };
        owner->socketUnit = hostile;
        owner->container = Container { hostile, hostile, hostile, hostile, { { Transport::Udp, hostile, 8080, 80 } }, true };
        owner->package = Package { hostile, hostile, hostile, true, hostile };
        owner->kernelPart = hostile;
        owner->kernelInterface = hostile;
        listeners += listenerOf(port++, owner);
    }
    listeners += listenerOf(port, test::unowned(OwnerReason::KernelSocket));
    ReportDocument document = documentOf(listeners);
    OwnNotesBuilder notes;
    for (qsizetype i = 0; i < hostileTexts.size(); ++i) {
        const QString &hostile = hostileTexts[i];
        notes.put({ { static_cast<quint16>(3150 + i), std::nullopt, {} }, hostile, hostile + QLatin1Char('\n') + hostile, {} });
    }
    document.ownNotes = notes.take();
    document.host.name = hostileTexts.first();
    document.scope = hostileTexts[5];
    return document;
}

QByteArray written(const ReportDocument &document, ReportFormat format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const ReportOutcome outcome = writeReport(document, format, buffer);
    return outcome.result == ReportResult::Written ? buffer.data() : QByteArray();
}

bool hasNothingActing(const QByteArray &bytes, bool carriageReturns = false)
{
    const auto characters = QString::fromUtf8(bytes).toUcs4();
    return std::ranges::none_of(characters, [&](uint character) {
        return text::mayAct(character) && character != U'\n' && !(carriageReturns && character == U'\r');
    });
}

/// Rows and cells as RFC 4180 defines them.
QList<QStringList> parseCsv(const QString &text)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (quoted && text[i] == QLatin1Char('"') && i + 1 < text.size() && text[i + 1] == QLatin1Char('"')) {
            cell += text[i++];
        } else if (text[i] == QLatin1Char('"')) {
            quoted = !quoted;
        } else if (!quoted && text[i] == QLatin1Char(',')) {
            row += cell;
            cell.clear();
        } else if (!quoted && text[i] == QLatin1Char('\r')) {
            rows += row + QStringList { cell };
            row.clear();
            cell.clear();
            ++i;
        } else {
            cell += text[i];
        }
    }
    return rows;
}

} // namespace

class ReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void jsonFollowsTheContract();
    void jsonKeepsHostileValues();
    void jsonRoundTripIsStable();
    void htmlIsWellFormedAndHarmless();
    void htmlPassesAValidator();
    void csvHasNoFormulas();
    void markdownEscapesEverything();
    void redactionIsConsistent();
    void summaryNamesWhatToLookAt();
    void reportsProgressAndStops();
    void savesAtomically();
    void saysWhenTheFolderIsRefused();
    void leavesTheOldFileWhenTheDiskIsFull();
    void readerExplainsErrors_data();
    void readerExplainsErrors();
    void readerRefusesWhatIsTooLarge();
    void readerKeepsEveryListener();
    void readerObservesNothingWithoutAProcess();
};

void ReportTest::jsonFollowsTheContract()
{
    const ProcessPtr updater = test::process(4242, QStringLiteral("updater"), QStringLiteral("/tmp/updater"));
    const QJsonObject root = QJsonDocument::fromJson(written(documentOf({ listenerOf(3155, test::observed({ updater })), listenerOf(4789, test::unowned(OwnerReason::KernelSocket)) }), ReportFormat::Json)).object();
    QCOMPARE(root[QLatin1String("format")].toString(), QStringLiteral("portolan.snapshot"));
    QCOMPARE(root[QLatin1String("version")].toInt(), 1);
    QCOMPARE(root[QLatin1String("takenAt")].toString(), QStringLiteral("2026-11-22T16:00:00.123Z"));
    QVERIFY(root[QLatin1String("host")][QLatin1String("kernel")].isNull());
    QCOMPARE(root[QLatin1String("collector")][QLatin1String("backend")].toString(), QStringLiteral("linux-sock-diag"));
    QCOMPARE(root[QLatin1String("collector")][QLatin1String("privileged")].isBool(), true);
    const QJsonArray listeners = root[QLatin1String("listeners")].toArray();
    QCOMPARE(listeners.size(), 2);
    const QJsonObject first = listeners[0].toObject();
    QCOMPARE(first[QLatin1String("port")].toInt(), 3155);
    QCOMPARE(first[QLatin1String("range")].toString(), QStringLiteral("registered"));
    QCOMPARE(first[QLatin1String("registration")][QLatin1String("status")].toString(), QStringLiteral("assigned"));
    QCOMPARE(first[QLatin1String("registration")][QLatin1String("service")].toString(), QStringLiteral("jpegmpeg"));
    const QJsonObject process = first[QLatin1String("owner")][QLatin1String("processes")][0].toObject();
    QCOMPARE(process[QLatin1String("pid")].toInt(), 4242);
    QVERIFY(process[QLatin1String("startTime")].isNull());
    QVERIFY(first[QLatin1String("owner")][QLatin1String("unit")].isNull());
    QVERIFY(first[QLatin1String("owner")][QLatin1String("package")].isNull());
    QCOMPARE(first[QLatin1String("owner")][QLatin1String("reason")].toString(), QString());
    QCOMPARE(first[QLatin1String("endpoints")][0][QLatin1String("namespace")].toString(), QStringLiteral("host"));
    QVERIFY(first[QLatin1String("endpoints")][0][QLatin1String("scope")].isNull());
    QVERIFY(!listeners[1][QLatin1String("owner")][QLatin1String("reason")].toString().isEmpty());
}

void ReportTest::jsonKeepsHostileValues()
{
    const QByteArray json = written(hostileDocument(), ReportFormat::Json);
    QVERIFY(hasNothingActing(json));
    const QJsonArray listeners = QJsonDocument::fromJson(json).object()[QLatin1String("listeners")].toArray();
    QCOMPARE(listeners.size(), hostileTexts.size() + 1);
    for (qsizetype i = 0; i < hostileTexts.size(); ++i)
        QCOMPARE(listeners[i][QLatin1String("owner")][QLatin1String("processes")][0][QLatin1String("name")].toString(), hostileTexts[i]);
}

void ReportTest::jsonRoundTripIsStable()
{
    const QByteArray first = written(hostileDocument(), ReportFormat::Json);
    QByteArray json = first;
    for (int round = 0; round < 2; ++round) {
        QString error;
        const auto file = readSnapshot(json, &error);
        QVERIFY2(file, qPrintable(error));
        QCOMPARE(file->snapshot->backend, Backend::File);
        QCOMPARE(file->snapshot->listeners.size(), file->assessments.size());
        for (qsizetype i = 0; i < hostileTexts.size(); ++i)
            QVERIFY(*file->snapshot->listeners[i]->owner == *hostileDocument().listeners[i]->owner);
        json = written({ file->host, file->snapshot, file->snapshot->listeners, file->assessments, Knowledge::builtIn(), hostileTexts[5], hostileDocument().ownNotes }, ReportFormat::Json);
        QCOMPARE(json, QByteArray(first).replace("linux-sock-diag", "file"));
    }
}

void ReportTest::htmlIsWellFormedAndHarmless()
{
    const QByteArray html = written(hostileDocument(), ReportFormat::Html);
    QVERIFY(hasNothingActing(html));
    QVERIFY(html.startsWith("<!DOCTYPE html>"));
    QVERIFY(html.contains("default-src 'none'; style-src 'unsafe-inline'"));
    for (const char *forbidden : { "<script", "<img", "<b>**", "href=\"javascript", "src=x onerror=y>" })
        QVERIFY2(!html.contains(forbidden), forbidden);
    QVERIFY(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    // Void elements are the only thing that keeps it from being XML.
    QByteArray xml = html;
    xml.replace("<!DOCTYPE html>", "").replace("<br>", "<br/>");
    qsizetype from = 0;
    while ((from = xml.indexOf("<meta", from)) >= 0) {
        from = xml.indexOf('>', from);
        xml.insert(from, '/');
    }
    QXmlStreamReader reader(xml);
    QStringList ids;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.attributes().hasAttribute(QLatin1String("id")))
            ids += reader.attributes().value(QLatin1String("id")).toString();
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(ids.size(), hostileTexts.size() + 1);
    QCOMPARE(ids.removeDuplicates(), 0);
}

void ReportTest::htmlPassesAValidator()
{
    for (const ReportDocument &document : { hostileDocument(), documentOf({}) }) {
        QProcess tidy;
        tidy.start(QStringLiteral("tidy"), { QStringLiteral("-utf8"), QStringLiteral("-errors"), QStringLiteral("-quiet") });
        QVERIFY2(tidy.waitForStarted(), "tidy is in tests/debian-packages");
        tidy.write(written(document, ReportFormat::Html));
        tidy.closeWriteChannel();
        QVERIFY(tidy.waitForFinished());
        QStringList complaints = QString::fromUtf8(tidy.readAllStandardError()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        // In SVG, Tidy knows "xlink:href" alone; SVG 2 has "href" and so has HTML.
        complaints.removeIf([](const QString &complaint) { return complaint.endsWith(QLatin1String("<a> proprietary attribute \"href\"")); });
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(QLatin1Char('\n'))));
    }
}

void ReportTest::csvHasNoFormulas()
{
    const QByteArray csv = written(hostileDocument(), ReportFormat::Csv);
    QVERIFY(hasNothingActing(csv, true));
    const QList<QStringList> rows = parseCsv(QString::fromUtf8(csv));
    QCOMPARE(rows.size(), hostileTexts.size() + 2);
    QCOMPARE(rows.first().first(), QStringLiteral("transport"));
    for (const QStringList &row : rows) {
        QCOMPARE(row.size(), rows.first().size());
        for (const QString &cell : row)
            QVERIFY2(!cell.contains(QRegularExpression(QStringLiteral(u"^\\s*[=+\\-@\\t\\r\uff1d\uff0b\uff0d\uff20]"))), qPrintable(cell));
    }
    QCOMPARE(rows[5][rows.first().indexOf(QStringLiteral("process"))], QLatin1Char('\'') + hostileTexts[4]);
    QCOMPARE(csv.count('\n'), csv.count("\r\n"));
}

void ReportTest::markdownEscapesEverything()
{
    const QByteArray markdown = written(hostileDocument(), ReportFormat::Markdown);
    QVERIFY(hasNothingActing(markdown));
    for (const char *forbidden : { "<script", "<b>", "<img", "](http", "![i]", "**b**", "`c`", "http://evil" })
        QVERIFY2(!markdown.contains(forbidden), forbidden);
    const QList<QByteArray> lines = markdown.split('\n');
    const auto rows = std::ranges::count_if(lines, [](const QByteArray &line) { return line.startsWith("| ") && line.count('|') == 10; });
    QCOMPARE(rows, hostileTexts.size() + 3);
    QVERIFY(!lines.contains("# heading"));
}

void ReportTest::redactionIsConsistent()
{
    auto process = std::make_shared<ProcessInfo>(*test::process(4242, QStringLiteral("node"), QStringLiteral("/home/alice/secret/node")));
    process->commandLine = { QStringLiteral("/home/alice/secret/node"), QStringLiteral("--token=hush") };
    process->script = QStringLiteral("/home/alice/secret/app.js");
    process->ancestors = { { { 100, 1 }, QStringLiteral("agent-alice"), {}, 1000, QStringLiteral("alice"), QStringLiteral("user-alice.service"), {} }, { { 1, 1 }, QStringLiteral("/secret/init") } };
    auto owner = std::make_shared<Owner>(*test::observed({ process }));
    owner->unit = QStringLiteral("backup-alice.service");
    owner->unitFacts = UnitFacts { owner->unit, QStringLiteral("Backup of alice"), QStringLiteral("active"), QStringLiteral("running"),
                                   QStringLiteral("backup-alice.timer") };
    owner->socketUnit = QStringLiteral("backup-alice.socket");
    owner->container = Container { QStringLiteral("docker"), QStringLiteral("shop"), QStringLiteral("abcdef"), QStringLiteral("shop/secret") };
    owner->package = Package { QStringLiteral("dpkg"), QStringLiteral("nodejs"), QStringLiteral("18"), true, QStringLiteral("/home/alice/secret/app.js") };
    ReportDocument document = documentOf({ listenerOf(3000, owner), listenerOf(3001, owner) });
    document.scope = QStringLiteral("user:alice");
    document.ownNotes = OwnNotes().with({ { 3000, std::nullopt, {} }, QStringLiteral("alice's secret"), QStringLiteral("hush"), {} });
    const ReportDocument result = redacted(document);
    for (const ReportFormat format : { ReportFormat::Html, ReportFormat::Json, ReportFormat::Csv, ReportFormat::Markdown }) {
        const QByteArray bytes = written(result, format);
        for (const char *secret : { "alice", "hush", "secret", "alpha", "shop", "abcdef" })
            QVERIFY2(!bytes.contains(secret), secret);
        QVERIFY(bytes.contains("4242"));
    }
    QCOMPARE(result.host.name, QStringLiteral("host-1"));
    QCOMPARE(result.listeners[0]->owner->user, QStringLiteral("user-1"));
    QCOMPARE(result.listeners[0]->owner->user, result.listeners[1]->owner->processes.first()->user);
    QCOMPARE(result.listeners[0]->owner->leader()->executable, result.listeners[0]->owner->leader()->commandLine.first());
    QCOMPARE(document.host.name, QStringLiteral("alpha"));

    // Each kind by itself; a user's name is found in what stays, too.
    const ReportDocument users = redacted(document, Redaction::Users);
    QCOMPARE(users.host.name, QStringLiteral("alpha"));
    QCOMPARE(users.listeners[0]->owner->leader()->executable, QStringLiteral("/home/user-1/secret/node"));
    QCOMPARE(users.listeners[0]->owner->leader()->commandLine.last(), QStringLiteral("--token=hush"));
    const ReportDocument arguments = redacted(document, Redaction::Arguments);
    QCOMPARE(arguments.listeners[0]->owner->leader()->commandLine.last(), QStringLiteral("argument-1"));
    QCOMPARE(arguments.listeners[0]->owner->user, document.listeners[0]->owner->user);
    QCOMPARE(redacted(document, Redaction::Hosts).host.name, QStringLiteral("host-1"));
    QCOMPARE(redacted(document, Redaction::Containers).listeners[0]->owner->container->name, QStringLiteral("container-1"));
    QCOMPARE(redacted(document, {}).ownNotes.at(3000).size(), 1);
}

void ReportTest::summaryNamesWhatToLookAt()
{
    ReportDocument document = documentOf({ listenerOf(22, test::observed({ test::process(1, QStringLiteral("sshd"), {}) })),
                                           listenerOf(3155, test::observed({ test::process(2, QStringLiteral("updater"), {}) })) });
    const auto judge = [&document](qsizetype i, Verdict verdict) {
        Assessment copy = *document.assessments[i];
        copy.verdict = verdict;
        document.assessments[i] = std::make_shared<const Assessment>(copy);
    };
    judge(0, Verdict::Expected);
    judge(1, Verdict::Expected);
    QVERIFY(reportSummary(document).contains(QStringLiteral("closer look")));
    judge(1, Verdict::Investigate);
    QVERIFY2(reportSummary(document).contains(QStringLiteral("3155/tcp (updater)")), qPrintable(reportSummary(document)));
    // Before everything else, in both; then the picture with a link to each port.
    const QByteArray html = written(document, ReportFormat::Html);
    QVERIFY(html.indexOf("3155/tcp (updater)") < html.indexOf("<table"));
    QVERIFY(html.contains("<svg"));
    QVERIFY(html.contains("<a href=\"#port-3155\"><path class=\"mark investigate-mark\""));
    QVERIFY(written(document, ReportFormat::Markdown).contains("Look first"));
}

void ReportTest::reportsProgressAndStops()
{
    QList<ListenerPtr> listeners;
    for (quint16 port = 1; port <= 500; ++port)
        listeners += listenerOf(port, test::unowned(OwnerReason::NotFound));
    const ReportDocument document = documentOf(listeners);
    for (const ReportFormat format : { ReportFormat::Html, ReportFormat::Json, ReportFormat::Csv, ReportFormat::Markdown }) {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QList<int> steps;
        QCOMPARE(writeReport(document, format, buffer, [&](int permille) { steps += permille; }).result, ReportResult::Written);
        QVERIFY(steps.size() > 5);
        QVERIFY(std::ranges::is_sorted(steps));
        QCOMPARE(steps.last(), 1000);
        std::stop_source stop;
        const auto outcome = writeReport(document, format, buffer, [&](int permille) { if (permille > 100) stop.request_stop(); }, stop.get_token());
        QCOMPARE(outcome.result, ReportResult::Cancelled);
    }
}

void ReportTest::savesAtomically()
{
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(QStringLiteral("report.json"));
    const ReportDocument document = hostileDocument();
    QCOMPARE(saveReport(document, ReportFormat::Json, fileName).result, ReportResult::Written);
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    file.close();
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(saveReport(document, ReportFormat::Csv, fileName, {}, stop.get_token()).result, ReportResult::Cancelled);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void ReportTest::saysWhenTheFolderIsRefused()
{
    const QTemporaryDir folder;
    const ReportOutcome missing = saveReport(hostileDocument(), ReportFormat::Json, folder.filePath(QStringLiteral("none/report.json")));
    QCOMPARE(missing.result, ReportResult::Failed);
    QVERIFY2(missing.error.contains(QLatin1String("folder does not exist")), qPrintable(missing.error));
    const ReportOutcome isFolder = saveReport(hostileDocument(), ReportFormat::Json, folder.path());
    QCOMPARE(isFolder.result, ReportResult::Failed);
    QVERIFY2(isFolder.error.contains(QLatin1String("is a folder")), qPrintable(isFolder.error));
    if (geteuid() == 0)
        QSKIP("root may write to every folder");
    QVERIFY(QFile::setPermissions(folder.path(), QFileDevice::ReadOwner | QFileDevice::ExeOwner));
    const ReportOutcome refused = saveReport(hostileDocument(), ReportFormat::Json, folder.filePath(QStringLiteral("report.json")));
    QFile::setPermissions(folder.path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    QCOMPARE(refused.result, ReportResult::Failed);
    QVERIFY2(refused.error.contains(QLatin1String("may write")), qPrintable(refused.error));
}

void ReportTest::leavesTheOldFileWhenTheDiskIsFull()
{
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(QStringLiteral("report.html"));
    QFile file(fileName);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("before");
    file.close();
    // A limit on the size of files answers write(2) with EFBIG much as a full disk does with ENOSPC.
    rlimit old {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small { 1000, old.rlim_max };
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const ReportOutcome outcome = saveReport(hostileDocument(), ReportFormat::Html, fileName);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
    QCOMPARE(outcome.result, ReportResult::Failed);
    QVERIFY2(outcome.error.contains(QLatin1String("unchanged")), qPrintable(outcome.error));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("before"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void ReportTest::readerExplainsErrors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("JSON");
    QTest::newRow("text") << QByteArray("hello") << QStringLiteral("JSON");
    QTest::newRow("truncated") << written(hostileDocument(), ReportFormat::Json).chopped(40) << QStringLiteral("JSON");
    QTest::newRow("deep") << QByteArray(100000, '[') << QStringLiteral("JSON");
    const QByteArray start = R"({"format": "portolan.snapshot", "version": 1, "listeners": [{"port": 1, "transport": "tcp", "x": )";
    QTest::newRow("10,000 arrays in a listener") << start + QByteArray(10000, '[') + QByteArray(10000, ']') + "}]}" << QStringLiteral("JSON");
    QTest::newRow("10,000 objects in a listener") << start + QByteArray(R"({"a":)").repeated(10000) + "1" + QByteArray(10000, '}') + "}]}" << QStringLiteral("JSON");
    QTest::newRow("other") << QByteArray("{\"a\": 1}") << QStringLiteral("not a snapshot");
    QTest::newRow("future") << QByteArray(R"({"format": "portolan.snapshot", "version": 2})") << QStringLiteral("newer Portolan");
    QTest::newRow("no version") << QByteArray(R"({"format": "portolan.snapshot"})") << QStringLiteral("version");
    QTest::newRow("no listeners") << QByteArray(R"({"format": "portolan.snapshot", "version": 1})") << QStringLiteral("list of listeners");
    QTest::newRow("bad port") << QByteArray(R"({"format": "portolan.snapshot", "version": 1, "listeners": [{"port": 70000, "transport": "tcp"}]})") << QStringLiteral("Listener 1");
    QTest::newRow("bad address") << QByteArray(R"({"format": "portolan.snapshot", "version": 1, "listeners": [{"port": 1, "transport": "tcp", "endpoints": [{"address": "x"}]}]})") << QStringLiteral("address");
}

void ReportTest::readerExplainsErrors()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, mentions);
    QString error;
    QVERIFY(!readSnapshot(bytes, &error));
    QVERIFY2(error.contains(mentions), qPrintable(error));
    QVERIFY(!error.contains(QLatin1Char('\n')));
}

void ReportTest::readerObservesNothingWithoutAProcess()
{
    QString error;
    const auto file = readSnapshot(R"({"format": "portolan.snapshot", "version": 1, "listeners": [
        {"transport": "tcp", "port": 80, "endpoints": [{"address": "::"}], "owner": {"attribution": "observed", "processes": []}},
        {"transport": "tcp", "port": 81, "endpoints": [{"address": "::"}], "owner": {"attribution": "observed", "processes": [{}]}}]})",
                                   &error);
    QVERIFY2(file, qPrintable(error));
    QCOMPARE(file->snapshot->listeners[0]->owner->attribution, Attribution::None);
    QVERIFY(!ownerReasonText(*file->snapshot->listeners[0]->owner).isEmpty());
    QCOMPARE(file->snapshot->listeners[1]->owner->attribution, Attribution::Observed);
    // What the file does not tell stays untold.
    const QJsonObject again = listenerToJson(*file->snapshot->listeners[1], *file->assessments[1], nullptr, {});
    QVERIFY(again[QLatin1String("owner")][QLatin1String("processes")][0][QLatin1String("pid")].isNull());
}

void ReportTest::readerRefusesWhatIsTooLarge()
{
    const QTemporaryDir folder;
    // Sparse: it takes no room.
    QFile huge(folder.filePath(QStringLiteral("huge.json")));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(maximumSnapshotSize + 1));
    huge.close();
    QString error;
    SnapshotFault fault = SnapshotFault::None;
    QVERIFY(!readSnapshotFile(huge.fileName(), &error, &fault));
    QVERIFY2(error.contains(QLatin1String("larger than any snapshot")) && error.contains(QLatin1String("huge.json")), qPrintable(error));
    QCOMPARE(fault, SnapshotFault::Unreadable);
    QVERIFY(!readSnapshotFile(folder.path(), &error));
    QVERIFY2(error.contains(QLatin1String("folder")), qPrintable(error));
}

void ReportTest::readerKeepsEveryListener()
{
    const QByteArray one = R"({"port": 80, "transport": "tcp", "endpoints": [{"address": "::1"}], "owner": {"unit": "x.service"}})";
    QString error;
    const auto file = readSnapshot(R"({"format": "portolan.snapshot", "version": 1, "listeners": [)" + one + ',' + one + ',' + one + "]}", &error);
    QVERIFY2(file, qPrintable(error));
    QCOMPARE(file->snapshot->listeners.size(), 3);
    for (qsizetype i = 1; i < 3; ++i)
        QVERIFY(file->snapshot->listeners[i - 1]->key < file->snapshot->listeners[i]->key);
}

QTEST_GUILESS_MAIN(ReportTest)
#include "report_test.moc"
