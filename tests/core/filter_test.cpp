// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter_edit.h"
#include "filter/filter_expression.h"
#include "filter/filter_keys.h"
#include "filter/filter_suggestions.h"
#include "tests/support/builders.h"

#include <QRegularExpression>
#include <QTest>

using namespace portolan;

class FilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void matches_data();
    void matches();
    void findsOwnNotes();
    void pointsAtErrors_data();
    void pointsAtErrors();
    void isEmptyWithoutTerms();
    void survivesListenersWithoutProcesses();
    void findsNamespaces();
    void everyKeyHasItsExample();
    void suggests_data();
    void suggests();
    void suggestsWhatOccurs();
    void changesTerms_data();
    void changesTerms();

private:
    static Listener listener();
    static Assessment assessment();
};

Listener FilterTest::listener()
{
    Listener result;
    result.key.port = 3155;
    result.key.transport = Transport::Tcp;
    result.endpoints = { { test::address("0.0.0.0"), false, {}, {} }, { test::address("fe80::1"), false, QStringLiteral("eth0"), {} } };
    auto process = std::make_shared<ProcessInfo>(*test::process(4242, QStringLiteral("Updater"), QStringLiteral("/tmp/.cache/updater")));
    process->commandLine = { QStringLiteral("./updater"), QStringLiteral("--say \"hi\"") };
    auto owner = std::make_shared<Owner>(*test::observed({ process }));
    owner->unit = QStringLiteral("odd.service");
    owner->container = Container { QStringLiteral("docker"), QStringLiteral("web"), QStringLiteral("0123") };
    owner->package = Package { QStringLiteral("dpkg"), QStringLiteral("nodejs"), QStringLiteral("18.13"), std::nullopt };
    result.owner = owner;
    return result;
}

Assessment FilterTest::assessment()
{
    Assessment result;
    result.verdict = Verdict::Investigate;
    result.marks = Mark::Ghost;
    result.service = QStringLiteral("jpegmpeg");
    return result;
}

void FilterTest::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *text, bool expected) { QTest::newRow(text) << QString::fromUtf8(text) << expected; };
    row("", true);
    row("3155", true);
    row("3154", false);
    row("-3155", false);
    row("port:3155", true);
    row("PORT:3155", true);
    row("port:22,3155", true);
    row("port:22,80", false);
    row("port:3000-4000", true);
    row("port:3156-4000,1-2", false);
    row("port:3000-", true);
    row("port:-3154", false);
    row("proto:tcp", true);
    row("proto:udp", false);
    row("proto:udp,tcp", true);
    row("proto:\"udp, tcp\"", true);
    row("pid:4242", true);
    row("pid:4243", false);
    row("owner:updat", true);
    row("owner:web", true);
    row("owner:sshd", false);
    row("user:ALICE", true);
    row("-user:alice", false);
    row("unit:odd", true);
    row("verdict:investigate", true);
    row("verdict:inv", true);
    row("verdict:expected,explained", false);
    row("exposure:everywhere", true);
    row("exposure:loopback", false);
    row("mark:ghost", true);
    row("mark:game", false);
    row("service:jpeg", true);
    row("address:0.0.0", true);
    row("address:fe80::1", true);
    row("address:eth0", true);
    row("address:127", false);
    row("container:docker", true);
    row("package:nodejs", true);
    row("package:dpkg -package:nginx", true);
    row("package:nginx", false);
    row("updater", true);
    row("UPDATER", true);
    row(".cache", true);
    row("\"--say\"", true);
    row("\"say \\\"hi\\\"\"", true);
    row("\"say  hi\"", false);
    row("\"315\"", true);
    row("fe80::1", true);
    row("alice 3155", true);
    row("alice 22", false);
    row("nobody", false);
    row("-loopback", true);
    row("everywhere", true);
    row("-everywhere", false);
    row("Everywhere tcp investigate", true);
    row("udp", false);
    row("every", false);
}

void FilterTest::matches()
{
    QFETCH(QString, text);
    QFETCH(bool, expected);
    const FilterExpression expression = FilterExpression::parse(text);
    QVERIFY2(!expression.error(), expression.error() ? qPrintable(expression.error()->message) : "");
    QCOMPARE(expression.matches(listener(), assessment()), expected);
}

void FilterTest::findsOwnNotes()
{
    const auto note = std::make_shared<const OwnNote>(OwnNote { { 3155, std::nullopt, {} }, QStringLiteral("Jump host"), QStringLiteral("ask Petya"), {} });
    const auto finds = [](const char *typed, const OwnNotePtr &own) {
        return FilterExpression::parse(QString::fromUtf8(typed)).matches(listener(), assessment(), own);
    };
    for (const char *typed : { "jump", "petya", "\"jump host\"", "note:PETYA", "note:host", "-note:tuesday" })
        QVERIFY2(finds(typed, note), typed);
    for (const char *typed : { "jump", "note:host", "note:3155", "note:updater" })
        QVERIFY2(!finds(typed, nullptr), typed);
    QVERIFY(!finds("note:updater", note));
}

void FilterTest::pointsAtErrors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qsizetype>("position");
    QTest::addColumn<qsizetype>("length");
    QTest::addColumn<QString>("mentions");
    const auto row = [](const char *text, qsizetype position, qsizetype length, const char *mentions) {
        QTest::newRow(text) << QString::fromUtf8(text) << position << length << QString::fromUtf8(mentions);
    };
    row("port:", 0, 5, "port:3000-4000");
    row("ssh port:", 4, 5, "port:3000-4000");
    row("port:70000", 5, 5, "65535");
    row("port:http", 5, 4, "65535");
    row("port:4000-3000", 5, 9, "smaller");
    row("port:1-2-3", 5, 5, "2-3");
    row("99999", 0, 5, "65535");
    row("99999999999999999999", 0, 20, "65535");
    row("pid:x", 4, 1, "pid:812");
    row("verdict:bad", 8, 3, "unfamiliar");
    row("proto:sctp", 6, 4, "tcp, udp");
    row("colour:red", 0, 10, "verdict");
    row("-", 0, 1, "-user:root");
    row("\"\"", 0, 2, "nothing");
    row("owner:\"a b", 6, 1, "quotation mark");
    row("namespace:", 0, 10, "namespace:host");
}

void FilterTest::pointsAtErrors()
{
    QFETCH(QString, text);
    QFETCH(qsizetype, position);
    QFETCH(qsizetype, length);
    QFETCH(QString, mentions);
    const FilterExpression expression = FilterExpression::parse(text);
    QVERIFY(expression.error());
    QCOMPARE(expression.error()->position, position);
    QCOMPARE(expression.error()->length, length);
    QVERIFY2(expression.error()->message.contains(mentions), qPrintable(expression.error()->message));
    if (!text.startsWith(QLatin1String("ssh")))
        QVERIFY(expression.matches(listener(), assessment()));
}

void FilterTest::isEmptyWithoutTerms()
{
    QVERIFY(FilterExpression().isEmpty());
    QVERIFY(FilterExpression::parse(QStringLiteral(" \t ")).isEmpty());
    QVERIFY(!FilterExpression::parse(QStringLiteral("x")).isEmpty());
}

void FilterTest::survivesListenersWithoutProcesses()
{
    Listener bare = listener();
    bare.owner = test::unowned(OwnerReason::KernelSocket);
    for (const char *text : { "owner:x", "pid:1", "unit:x", "container:x", "package:x", "x", "::" })
        QVERIFY(!FilterExpression::parse(QLatin1String(text)).matches(bare, {}) || qstrcmp(text, "::") == 0);
    QVERIFY(FilterExpression::parse(QStringLiteral("user:root")).matches(bare, {}));
}

void FilterTest::findsNamespaces()
{
    const auto finds = [](const QString &name, const char *typed) {
        Listener one = listener();
        for (Endpoint &endpoint : one.endpoints)
            endpoint.networkNamespace = name;
        return FilterExpression::parse(QString::fromUtf8(typed)).matches(one, assessment());
    };
    QVERIFY(finds(QString(), "namespace:host"));
    QVERIFY(finds(QString(), "-namespace:web"));
    QVERIFY(!finds(QString(), "namespace:web"));
    QVERIFY(finds(QStringLiteral("Web"), "namespace:web"));
    QVERIFY(!finds(QStringLiteral("web-test"), "namespace:web"));
    QVERIFY(!finds(QStringLiteral("web"), "namespace:host"));
    QVERIFY(finds(QStringLiteral("sleep (12)"), "namespace:\"sleep (12)\""));

    QCOMPARE(FilterExpression::parse(QStringLiteral("port:80 Namespace:web")).networkNamespace(), QStringLiteral("web"));
    QVERIFY(FilterExpression::parse(QStringLiteral("port:80 -namespace:web")).networkNamespace().isNull());
    QVERIFY(FilterExpression().networkNamespace().isNull());
}

void FilterTest::everyKeyHasItsExample()
{
    for (const FilterKey &key : filterKeys()) {
        QVERIFY2(!FilterExpression::parse(key.example).error(), key.example.data());
        QVERIFY(key.example.startsWith(QString(key.name) + QLatin1Char(':')));
        QVERIFY2(!filterKeyText(key).isEmpty(), key.name.data());
        for (const QString &value : key.values)
            QVERIFY2(!FilterExpression::parse(filterTerm(key.name, value)).error(), qPrintable(value));
    }
    QVERIFY(filterKey(QStringLiteral("PORT")));
    QVERIFY(!filterKey(QStringLiteral("colour")));
}

void FilterTest::suggests_data()
{
    QTest::addColumn<QString>("text"); // "|" is the cursor
    QTest::addColumn<qsizetype>("position");
    QTest::addColumn<qsizetype>("length");
    QTest::addColumn<QStringList>("suggested");
    const auto row = [](const char *text, qsizetype position, qsizetype length, const char *suggested) {
        QTest::newRow(text) << QString::fromUtf8(text) << position << length << QString::fromUtf8(suggested).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    row("verd|", 0, 4, "verdict:");
    row("verdict:in|", 0, 10, "verdict:investigate verdict:explained");
    row("verdict:ex|", 0, 10, "verdict:explained verdict:expected");
    row("verdict:expected,inv|", 0, 20, "verdict:expected,investigate");
    row("ssh -verdict:inv|", 4, 12, "-verdict:investigate");
    row("owner:n|", 0, 7, "owner:node owner:nginx");
    row("owner:no| port:80", 0, 8, "owner:node");
    row("owner:n|ode", 0, 10, "owner:nginx");
    row("node|", 0, 4, "owner:node");
    row("alic|", 0, 4, "user:alice");
    row("web s|", 4, 1, "service:");
    row("\"x y\" own|", 6, 3, "owner:");
    row("verdict:investigate|", 0, 19, "");
    row("colour:|", 0, 7, "");
}

void FilterTest::suggests()
{
    QFETCH(QString, text);
    const qsizetype cursor = text.indexOf(QLatin1Char('|'));
    const FilterVocabulary vocabulary { { QStringLiteral("owner"), { QStringLiteral("node"), QStringLiteral("nginx") } },
                                        { QStringLiteral("user"), { QStringLiteral("alice") } } };
    const FilterSuggestions suggestions = suggestFilter(text.remove(cursor, 1), cursor, vocabulary);
    QTEST(suggestions.position, "position");
    QTEST(suggestions.length, "length");
    QStringList texts;
    for (const FilterSuggestion &suggestion : suggestions.list) {
        texts += suggestion.text;
        QCOMPARE(suggestion.isWhole, !suggestion.text.endsWith(QLatin1Char(':')));
    }
    QTEST(texts, "suggested");
    // Whatever is taken is understood.
    for (const FilterSuggestion &suggestion : suggestions.list)
        QVERIFY(!suggestion.isWhole || !FilterExpression::parse(suggestion.text).error());
}

void FilterTest::suggestsWhatOccurs()
{
    Snapshot snapshot;
    QList<AssessmentPtr> assessments;
    for (int i = 0; i < 3; ++i) {
        Listener one = listener();
        one.key.port = quint16(3155 + i);
        if (i == 2)
            one.owner = test::observed({ test::process(1, QStringLiteral("a\x1b[31m"), QStringLiteral("/x")) });
        snapshot.listeners += std::make_shared<Listener>(one);
        assessments += std::make_shared<Assessment>(assessment());
    }
    const FilterVocabulary vocabulary = filterVocabulary(snapshot, assessments);
    QCOMPARE(vocabulary.value(QStringLiteral("owner")), QStringList { QStringLiteral("Updater") }); // nothing that acts
    QCOMPARE(vocabulary.value(QStringLiteral("service")), QStringList { QStringLiteral("jpegmpeg") });
    QCOMPARE(vocabulary.value(QStringLiteral("namespace")), QStringList { QStringLiteral("host") });
    QVERIFY(vocabulary.value(QStringLiteral("address")).contains(QStringLiteral("fe80::1")));
    const FilterSuggestions all = suggestFilter(QString(), 0, vocabulary);
    QCOMPARE(all.list.size(), filterKeys().size());
}

void FilterTest::changesTerms_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("after");
    QTest::newRow("empty") << QString() << QStringLiteral("web") << QStringLiteral("namespace:web");
    QTest::newRow("another") << QStringLiteral("namespace:db  port:80") << QStringLiteral("web") << QStringLiteral("port:80 namespace:web");
    QTest::newRow("none") << QStringLiteral("a NameSpace:\"x y\" -namespace:z \"b c\"") << QString() << QStringLiteral("a -namespace:z \"b c\"");
    QTest::newRow("quoted") << QStringLiteral("x") << QStringLiteral("a \"b\\") << QStringLiteral("x namespace:\"a \\\"b\\\\\"");
    QTest::newRow("open quote") << QStringLiteral("x \"y") << QString() << QStringLiteral("x \"y");
}

void FilterTest::changesTerms()
{
    QFETCH(QString, before);
    QFETCH(QString, value);
    QTEST(withFilterTerm(before, QStringLiteral("namespace"), value), "after");
    if (!value.isNull())
        QCOMPARE(FilterExpression::parse(withFilterTerm(before, QStringLiteral("namespace"), value)).networkNamespace(), value);
}

QTEST_APPLESS_MAIN(FilterTest)
#include "filter_test.moc"
