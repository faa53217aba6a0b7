// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/assessment.h"
#include "monitor/answer_memory.h"
#include "probe/ask_plan.h"
#include "probe/ask_target.h"
#include "probe/recognition.h"
#include "report/answer_json.h"
#include "tests/support/builders.h"
#include "tests/support/fixture.h"

#include <QDir>
#include <QJsonObject>
#include <QTest>

using namespace portolan;
using namespace portolan::test;

namespace {

constexpr quint16 askedPort = 4369;

Endpoint endpoint(const char *text, const QString &scope = {}, const QString &networkNamespace = {})
{
    return { address(text), false, scope, networkNamespace };
}

Listener listener(quint16 port, const QString &program, const QList<Endpoint> &endpoints = { endpoint("127.0.0.1") },
                  Transport transport = Transport::Tcp)
{
    Listener result;
    result.key.port = port;
    result.key.transport = transport;
    result.endpoints = endpoints;
    result.sockets = { 7 };
    result.owner = observed({ process(1, program) });
    return result;
}

PortAnswerPtr answer(PortProtocol protocol, const QString &product = {})
{
    auto result = std::make_shared<PortAnswer>();
    result->outcome = AskOutcome::Answered;
    result->protocol = protocol;
    result->product = product;
    result->question = PortQuestion::Greeting;
    result->quote = QStringLiteral("hello");
    result->port = 80;
    result->address = address("127.0.0.1");
    result->askedAt = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000, Qt::UTC);
    return result;
}

std::optional<PortQuestion> questionFromId(const QString &id)
{
    for (int i = 0; i <= static_cast<int>(lastPortQuestion); ++i) {
        if (id == portQuestionId(static_cast<PortQuestion>(i)))
            return static_cast<PortQuestion>(i);
    }
    return std::nullopt;
}

/// What a part of an answer may be taken for before the rest tells more.
bool mayBecome(const Recognition &part, const Recognition &whole)
{
    return part.protocol == whole.protocol || (part.protocol == PortProtocol::Http && whole.protocol == PortProtocol::Ipp)
        || (part.protocol == PortProtocol::Http && whole.protocol == PortProtocol::Socks5)
        || (part.protocol == PortProtocol::Http2 && whole.protocol == PortProtocol::Grpc);
}

const QList<OwnAddress> own { { address("127.0.0.1"), QStringLiteral("lo") }, { address("::1"), QStringLiteral("lo") },
                              { address("192.0.2.9"), QStringLiteral("eth0") }, { address("fe80::9"), QStringLiteral("eth0") },
                              { address("2001:db8::9"), QStringLiteral("eth0") } };

} // namespace

class ProbeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// A fixture's name is its question, then what it is in, or "none".
    void recognises_data()
    {
        QTest::addColumn<QString>("file");
        for (const QString &name : QDir(fixturePath(QStringLiteral("probe"))).entryList(QDir::Files))
            QTest::newRow(qPrintable(name)) << name;
    }

    void recognises()
    {
        QFETCH(const QString, file);
        const QStringList parts = file.split(QLatin1Char('.'));
        const auto question = questionFromId(parts[0]);
        QVERIFY(question);
        const QByteArray bytes = fixture(QStringLiteral("probe/") + file);
        const auto found = recognise(*question, askedPort, bytes);
        if (parts[1] == QLatin1String("none")) {
            QVERIFY(!found);
            return;
        }
        QVERIFY(found);
        QVERIFY(found->product.size() <= PortAnswer::maximumText && found->title.size() <= PortAnswer::maximumText);
        QCOMPARE(found->protocol ? QString(portProtocolId(*found->protocol)) : QStringLiteral("tls"), parts[1]);
        for (qsizetype length = 0; length < bytes.size(); ++length) {
            const auto part = recognise(*question, askedPort, QByteArrayView(bytes).first(length));
            QVERIFY2(!part || mayBecome(*part, *found), qPrintable(QString::number(length)));
        }
    }

    void everyProtocolHasAFixture()
    {
        const QStringList files = QDir(fixturePath(QStringLiteral("probe"))).entryList(QDir::Files);
        for (int i = 0; i <= static_cast<int>(lastPortProtocol); ++i) {
            const QString id = portProtocolId(static_cast<PortProtocol>(i));
            QVERIFY2(std::ranges::any_of(files, [&id](const QString &file) { return file.split(QLatin1Char('.'))[1] == id; }), qPrintable(id));
            QCOMPARE(portProtocolFromId(id), static_cast<PortProtocol>(i));
        }
    }

    void tellsProductsAndTitles_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("product");
        QTest::addColumn<QString>("title");
        const auto row = [](const char *file, const char *product, const char *title = "") {
            QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(product) << QString::fromLatin1(title);
        };
        row("http-get.http", "nginx/1.22.1", "Tools & toys");
        row("http-get.http.elasticsearch", "Elasticsearch 8.11.1");
        row("http-get.ipp", "CUPS/2.4 IPP/2.1", "Home - CUPS 2.4.2");
        row("greeting.ssh", "OpenSSH_9.2p1 Debian-2+deb12u3");
        row("greeting.imap", "Dovecot (Debian) ready.");
        row("greeting.mysql", "10.11.6-MariaDB-0+deb12u1");
        row("redis-ping.redis", "Redis 7.0.15");
        row("amqp-header.amqp", "RabbitMQ 3.10.8");
        row("dns-version.dns", "9.18.19-Debian");
        row("x11-setup.x11.open", "The X.Org Foundation");
        row("mssql-prelogin.mssql", "16.0.1000");
        row("ssdp-search.ssdp", "Debian DLNADOC/1.50 UPnP/1.0 MiniDLNA/1.3.0");
    }

    void tellsProductsAndTitles()
    {
        QFETCH(const QString, file);
        const auto found = recognise(*questionFromId(file.section(QLatin1Char('.'), 0, 0)), askedPort, fixture(QStringLiteral("probe/") + file));
        QVERIFY(found);
        QTEST(found->product, "product");
        QTEST(found->title, "title");
    }

    void questionsAreThemselves()
    {
        QSet<QString> ids;
        for (int i = 0; i <= static_cast<int>(lastPortQuestion); ++i) {
            const auto question = static_cast<PortQuestion>(i);
            ids.insert(portQuestionId(question));
            const QByteArray bytes = questionBytes(question, 80, "127.0.0.1");
            QCOMPARE(bytes.isEmpty(), question == PortQuestion::Greeting);
            // A server that sends everything back speaks none of these.
            QVERIFY2(!recognise(question, askedPort, bytes), portQuestionId(question).data());
        }
        QCOMPARE(ids.size(), static_cast<int>(lastPortQuestion) + 1);
        QCOMPARE(questionsOver(Transport::Tcp).size() + questionsOver(Transport::Udp).size(), static_cast<int>(lastPortQuestion));
    }

    void asksOwnAddressesOnly_data()
    {
        QTest::addColumn<QList<Endpoint>>("endpoints");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QList<Endpoint> &endpoints, const char *expected) {
            QTest::newRow(name) << endpoints << QString::fromLatin1(expected);
        };
        Endpoint both = endpoint("::");
        both.dualStack = true;
        row("everywhere", { endpoint("0.0.0.0") }, "127.0.0.1");
        row("everywhere by IPv6", { endpoint("::") }, "::1");
        row("everywhere by both", { both }, "127.0.0.1");
        row("loopback", { endpoint("127.0.0.53") }, "127.0.0.53");
        row("own", { endpoint("192.0.2.9") }, "192.0.2.9");
        row("loopback first", { endpoint("192.0.2.9"), endpoint("127.0.0.1") }, "127.0.0.1");
        row("mapped", { endpoint("::ffff:192.0.2.9") }, "192.0.2.9");
        row("link-local", { endpoint("fe80::9", QStringLiteral("eth0")) }, "fe80::9%eth0");
        row("bound to an interface", { endpoint("0.0.0.0", QStringLiteral("eth0")) }, "192.0.2.9");
        row("somebody else's", { endpoint("192.0.2.10") }, "not own");
        row("a group's", { endpoint("224.0.0.251") }, "not own");
        row("on another interface", { endpoint("fe80::9", QStringLiteral("eth1")) }, "not own");
        row("in another namespace", { endpoint("127.0.0.1", {}, QStringLiteral("web")) }, "other namespace");
        row("here, too", { endpoint("127.0.0.1", {}, QStringLiteral("web")), endpoint("192.0.2.9") }, "192.0.2.9");
    }

    void asksOwnAddressesOnly()
    {
        QFETCH(const QList<Endpoint>, endpoints);
        const auto target = askTarget(listener(80, QStringLiteral("x"), endpoints), std::nullopt, own);
        QString given;
        if (const auto *found = std::get_if<AskTarget>(&target))
            given = found->address.toString() + (found->scope.isEmpty() ? QString() : QLatin1Char('%') + found->scope);
        else
            given = std::get<AskRefusal>(target) == AskRefusal::OtherNamespace ? QStringLiteral("other namespace") : QStringLiteral("not own");
        QTEST(given, "expected");
    }

    void asksWhereOneWants()
    {
        const Listener everywhere = listener(80, QStringLiteral("x"), { endpoint("0.0.0.0") });
        const auto at = [&everywhere](const char *where) { return askTarget(everywhere, address(where), own); };
        QCOMPARE(std::get<AskTarget>(at("192.0.2.9")).address, address("192.0.2.9"));
        QCOMPARE(std::get<AskTarget>(at("127.0.0.5")).address, address("127.0.0.5"));
        QCOMPARE(std::get<AskRefusal>(at("198.51.100.1")), AskRefusal::NotListening);
        QCOMPARE(std::get<AskRefusal>(at("::1")), AskRefusal::NotListening);
        Listener elsewhere = everywhere;
        elsewhere.key.networkNamespace = QStringLiteral("web");
        QCOMPARE(std::get<AskRefusal>(askTarget(elsewhere, address("127.0.0.1"), own)), AskRefusal::OtherNamespace);
    }

    void suggestsWhatFits()
    {
        const KnowledgePtr knowledge = Knowledge::builtIn();
        const AskPlan database = askPlan(listener(15432, QStringLiteral("postgres")), *knowledge);
        QCOMPARE(database.questions.mid(0, 2), QList<PortQuestion>({ PortQuestion::Greeting, PortQuestion::PostgreSqlStartup }));
        QVERIFY(database.clientSpeaksFirst);
        QCOMPARE(database.questions.size(), questionsOver(Transport::Tcp).size());
        // By registration, where the program says nothing.
        QCOMPARE(askPlan(listener(6379, QStringLiteral("x")), *knowledge).questions.value(1), PortQuestion::RedisPing);
        QCOMPARE(askPlan(listener(443, QStringLiteral("x")), *knowledge).questions.value(1), PortQuestion::TlsHello);
        QVERIFY(!askPlan(listener(3155, QStringLiteral("x")), *knowledge).clientSpeaksFirst);
        const AskPlan names = askPlan(listener(5300, QStringLiteral("dnsmasq"), { endpoint("0.0.0.0") }, Transport::Udp), *knowledge);
        QCOMPARE(names.questions.value(0), PortQuestion::DnsVersionUdp);
        // "monitor" has "tor" in it.
        QVERIFY(!askPlan(listener(3155, QStringLiteral("monitor")), *knowledge).clientSpeaksFirst);
    }

    void sparesWhatActsOnEverything()
    {
        const KnowledgePtr knowledge = Knowledge::builtIn();
        const auto planOf = [&knowledge](quint16 port, const char *program, Transport transport = Transport::Tcp) {
            return askPlan(listener(port, QString::fromLatin1(program), { endpoint("0.0.0.0") }, transport), *knowledge);
        };
        QCOMPARE(planOf(9100, "x").caution, AskCaution::Printer);
        QCOMPARE(planOf(9100, "x").questions, QList<PortQuestion> { PortQuestion::Greeting });
        QCOMPARE(planOf(9100, "prometheus-node-exporter").caution, AskCaution::None);
        QCOMPARE(planOf(9100, "p910nd").caution, AskCaution::Printer);
        QCOMPARE(planOf(502, "x").caution, AskCaution::Machinery);
        QCOMPARE(planOf(10514, "rsyslogd").caution, AskCaution::Log);
        QCOMPARE(planOf(514, "x", Transport::Udp).caution, AskCaution::Log);
        QVERIFY(planOf(514, "x", Transport::Udp).questions.isEmpty());
    }

    void weighsTheAnswer()
    {
        const KnowledgePtr knowledge = Knowledge::builtIn();
        const auto evidenceOf = [&knowledge](quint16 port, const PortAnswerPtr &said) {
            AssessmentContext context;
            context.answer = said;
            const AssessmentPtr assessment = assess(listener(port, QStringLiteral("x")), *knowledge, context);
            if (assessment->answer != said)
                return QStringList { QStringLiteral("the answer was lost") };
            QStringList texts;
            for (const Evidence &fact : assessment->evidence) {
                if (evidenceName(fact.id).startsWith(QLatin1String("answers")))
                    texts += evidenceName(fact.id) + QLatin1Char(':') + weighsName(fact.weighs) + QLatin1Char(':') + evidenceText(fact);
            }
            return texts;
        };
        const PortAnswerPtr web = answer(PortProtocol::Http, QStringLiteral("nginx"));
        QCOMPARE(evidenceOf(80, web), QStringList(QStringLiteral("answers-as-registered:for:Asked, it answers as http should: HTTP (nginx)")));
        QCOMPARE(evidenceOf(3155, web), QStringList(QStringLiteral("answers-otherwise:neutral:Registered as jpegmpeg, it answers HTTP (nginx)")));
        QCOMPARE(evidenceOf(443, web).first().section(QLatin1Char(':'), 0, 0), QStringLiteral("answers-otherwise"));
        auto secure = std::make_shared<PortAnswer>(*web);
        secure->tls = TlsFacts { .version = QStringLiteral("TLS 1.3") };
        QCOMPARE(evidenceOf(443, secure).first().section(QLatin1Char(':'), 0, 0), QStringLiteral("answers-as-registered"));
        auto silent = std::make_shared<PortAnswer>();
        QCOMPARE(evidenceOf(80, silent), QStringList());
        QCOMPARE(evidenceOf(80, nullptr), QStringList());
    }

    void remembersAsLongAsItIsTheSame()
    {
        const PortAnswerPtr said = answer(PortProtocol::Http);
        const Listener asked = listener(80, QStringLiteral("x"));
        AnswerMemory memory;
        memory.keep(asked, said);
        QCOMPARE(memory.answerOf(asked), said);
        Listener again = asked;
        again.sockets = { 8 };
        QVERIFY(!memory.answerOf(again));
        Listener other = asked;
        other.owner = observed({ process(1, QStringLiteral("y")) });
        QVERIFY(!memory.answerOf(other));
        Listener hidden = asked;
        hidden.owner = unowned(OwnerReason::OtherUser);
        QCOMPARE(memory.answerOf(hidden), said);
        memory.forgetOthers({ std::make_shared<Listener>(asked) });
        QCOMPARE(memory.answerOf(asked), said);
        memory.forgetOthers({});
        QVERIFY(!memory.answerOf(asked));
    }

    void writesAndReads()
    {
        auto full = std::make_shared<PortAnswer>(*answer(PortProtocol::Http, QStringLiteral("nginx")));
        full->title = QStringLiteral("Title \u001b[31m");
        full->scope = QStringLiteral("eth0");
        full->took = std::chrono::milliseconds(123);
        CertificateFacts certificate;
        certificate.subject = QStringLiteral("a.test");
        certificate.issuer = QStringLiteral("b.test");
        certificate.names = { QStringLiteral("a.test") };
        certificate.nameCount = 3000;
        certificate.validFrom = full->askedAt;
        certificate.validUntil = full->askedAt.addDays(1);
        certificate.chainLength = 3;
        full->tls = TlsFacts { .version = QStringLiteral("TLS 1.3"), .alpn = QStringLiteral("h2"), .certificate = certificate };
        const PortAnswerPtr read = answerFromJson(answerToJson(full));
        QVERIFY(read);
        QVERIFY(*read == *full);
        QVERIFY(!answerFromJson(answerToJson(nullptr)));
        for (int i = 0; i <= static_cast<int>(AskOutcome::Cancelled); ++i) {
            PortAnswer plain;
            plain.outcome = static_cast<AskOutcome>(i);
            if (plain.outcome == AskOutcome::Answered)
                continue;
            const auto plainRead = answerFromJson(answerToJson(std::make_shared<PortAnswer>(plain)));
            QVERIFY(plainRead);
            QCOMPARE(plainRead->outcome, plain.outcome);
        }
    }

    void readsStrangeJson()
    {
        QJsonObject object = answerToJson(answer(PortProtocol::Http)).toObject();
        object[QStringLiteral("protocol")] = QStringLiteral("telepathy");
        QCOMPARE(answerFromJson(object)->outcome, AskOutcome::Unknown);
        object[QStringLiteral("title")] = QString(100000, QLatin1Char('x'));
        object[QStringLiteral("quote")] = QString(100000, QLatin1Char('x'));
        QVERIFY(answerFromJson(object)->title.size() <= PortAnswer::maximumText);
        QVERIFY(answerFromJson(object)->quote.size() <= 4 * PortAnswer::maximumQuote);
        object[QStringLiteral("outcome")] = 5;
        QVERIFY(!answerFromJson(object));
    }

    void tellsCertificates()
    {
        PortAnswer said = *answer(PortProtocol::Http);
        CertificateFacts certificate;
        certificate.subject = QStringLiteral("evil\u001b[2J\u202e.test");
        certificate.names = { QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"), QStringLiteral("e"), QStringLiteral("f") };
        certificate.nameCount = 3000;
        certificate.selfSigned = true;
        certificate.validUntil = said.askedAt.addDays(-1);
        said.tls = TlsFacts { .version = QStringLiteral("TLS 1.2"), .certificate = certificate };
        const QString text = answerDetails(said, said.askedAt).join(QLatin1Char('\n'));
        QVERIFY(text.contains(QLatin1String("evil\\x1b[2J\\u{202e}.test")));
        QVERIFY(text.contains(QLatin1String("a, b, c, d, e and 2995 more")));
        QVERIFY(text.contains(QLatin1String("signed by itself")));
        QVERIFY(text.contains(QLatin1String("not been valid since")));
    }
};

QTEST_GUILESS_MAIN(ProbeTest)
#include "probe_test.moc"
