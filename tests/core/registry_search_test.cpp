// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/registry_search.h"

#include <QTest>

using namespace portolan;

namespace {

Registration registration(int from, int to, const char *service, const char *description,
                          RegistryTransport transport = RegistryTransport::Tcp)
{
    Registration row;
    if (from >= 0) {
        row.portFrom = static_cast<quint16>(from);
        row.portTo = static_cast<quint16>(to);
    }
    row.transport = transport;
    row.service = QString::fromLatin1(service);
    row.description = QString::fromLatin1(description);
    row.status = row.service.isEmpty() ? RegistrationStatus::Unassigned : RegistrationStatus::Assigned;
    return row;
}

Note note(int from, int to, const char *subject, const char *text, std::optional<Transport> transport = {})
{
    Note row;
    row.portFrom = static_cast<quint16>(from);
    row.portTo = static_cast<quint16>(to);
    row.subject = QString::fromLatin1(subject);
    row.text = QString::fromLatin1(text);
    row.transport = transport;
    return row;
}

const QList<Registration> &registrations()
{
    static const QList<Registration> rows {
        registration(22, 22, "ssh", "The Secure Shell Protocol"), // 0
        registration(80, 80, "http", "World Wide Web HTTP"), // 1
        registration(80, 80, "http", "World Wide Web HTTP", RegistryTransport::Udp), // 2
        registration(80, 80, "http", "HTTP", RegistryTransport::Sctp), // 3
        registration(443, 443, "https", "http protocol over TLS"), // 4
        registration(3100, 3100, "opcon-xps", "OpCon/xps"), // 5
        registration(3155, 3155, "jpegmpeg", "JpegMpeg Port"), // 6
        registration(3155, 3155, "jpegmpeg", "JpegMpeg Port", RegistryTransport::Udp), // 7
        registration(4321, 4330, "", "Unassigned"), // 8
        registration(5432, 5432, "postgresql", "PostgreSQL Database"), // 9
        registration(6000, 6063, "x11", "X Window System"), // 10
        registration(8080, 8080, "http-alt", "HTTP Alternate (see port 80)"), // 11
        registration(31550, 31550, "", "Unassigned"), // 12
        registration(-1, -1, "1password", "A name without a port"), // 13
        registration(9999, 9999, "distinct", "distinct shttpd"), // 14
    };
    return rows;
}

const QList<Note> &notes()
{
    static const QList<Note> rows {
        note(3074, 3174, "Tom Clancy's H.A.W.X.", "Multiplayer of a flight game"), // 0
        note(3127, 3198, "Mydoom.A", "Backdoor of a worm", Transport::Tcp), // 1
        note(11434, 11434, "Ollama", "Local language models over http"), // 2
    };
    return rows;
}

RegistryIndexPtr index()
{
    static const RegistryIndexPtr built = RegistryIndex::build(registrations(), notes());
    return built;
}

RegistryHit reg(quint32 value)
{
    return { RegistryHit::Kind::Registration, value };
}

RegistryHit onNote(quint32 value)
{
    return { RegistryHit::Kind::Note, value };
}

RegistryHit port(quint32 value)
{
    return { RegistryHit::Kind::Port, value };
}

QList<RegistryHit> search(const QString &text)
{
    return searchRegistry(*index(), RegistryQuery::parse(text));
}

} // namespace

namespace portolan {

char *toString(const RegistryHit &hit)
{
    return QTest::toString(QStringLiteral("%1:%2").arg(static_cast<int>(hit.kind)).arg(hit.value));
}

} // namespace portolan

class RegistrySearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void understandsQueries_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("number") << QStringLiteral("3155") << 3155 << 3155;
        QTest::newRow("leading zeros") << QStringLiteral("0080") << 80 << 80;
        QTest::newRow("range") << QStringLiteral("3100-3200") << 3100 << 3200;
        QTest::newRow("en dash") << QStringLiteral("3100–3200") << 3100 << 3200;
        QTest::newRow("other way round") << QStringLiteral("3200-3100") << 3100 << 3200;
        QTest::newRow("unfinished") << QStringLiteral("3100-") << 3100 << 3100;
        QTest::newRow("with transport") << QStringLiteral(" 80/UDP ") << 80 << 80;
        QTest::newRow("word") << QStringLiteral("http") << -1 << -1;
        QTest::newRow("negative is no port") << QStringLiteral("-1") << -1 << -1;
        QTest::newRow("hexadecimal is a word") << QStringLiteral("0x50") << -1 << -1;
    }

    void understandsQueries()
    {
        QFETCH(QString, text);
        QFETCH(int, from);
        QFETCH(int, to);
        const RegistryQuery query = RegistryQuery::parse(text);
        QCOMPARE(query.terms.size(), 1);
        QVERIFY2(query.problem.isEmpty(), qPrintable(query.problem));
        QCOMPARE(query.terms.first().from ? int(*query.terms.first().from) : -1, from);
        QCOMPARE(query.terms.first().to ? int(*query.terms.first().to) : -1, to);
    }

    void saysWhatIsNoPort()
    {
        QVERIFY(RegistryQuery::parse(QStringLiteral("65536")).problem.contains(QStringLiteral("65536")));
        QVERIFY(!RegistryQuery::parse(QStringLiteral("80-99999")).problem.isEmpty());
        QVERIFY(!RegistryQuery::parse(QStringLiteral("99999999999999999999999")).problem.isEmpty());
        QVERIFY(RegistryQuery::parse(QStringLiteral("65535")).problem.isEmpty());
        QVERIFY(RegistryQuery::parse(QString(5000, QLatin1Char('9'))).problem.size() < 200);
    }

    void transportBesideAnotherTermNarrows()
    {
        QCOMPARE(RegistryQuery::parse(QStringLiteral("http udp")).transport, RegistryTransport::Udp);
        QCOMPARE(RegistryQuery::parse(QStringLiteral("80/sctp")).transport, RegistryTransport::Sctp);
        QVERIFY(!RegistryQuery::parse(QStringLiteral("udp")).transport);
        QCOMPARE(search(QStringLiteral("80/udp")).first(), reg(2));
        QCOMPARE(search(QStringLiteral("jpegmpeg udp")), QList<RegistryHit> { reg(7) });
        // A note without a transport is about both.
        QVERIFY(search(QStringLiteral("3155 udp")).contains(onNote(0)));
        QVERIFY(!search(QStringLiteral("3155 udp")).contains(onNote(1)));
    }

    void emptyQueryIsTheRegistryInPortOrder()
    {
        const QList<RegistryHit> all = search({});
        QCOMPARE(all.size(), registrations().size());
        QCOMPARE(all.first(), reg(0));
        QCOMPARE(all.last(), reg(13));
        QCOMPARE(search(QStringLiteral("   ")), all);
    }

    void ranksPortsFirst()
    {
        const QList<RegistryHit> expected { reg(6), reg(7), onNote(0), onNote(1), reg(12) };
        QCOMPARE(search(QStringLiteral("3155")), expected);
    }

    void ranksNamesBeforeWordsBeforeTheRest()
    {
        const QList<RegistryHit> expected { reg(1), reg(2), reg(3), reg(4), reg(11), onNote(2), reg(14) };
        QCOMPARE(search(QStringLiteral("HTTP")), expected);
    }

    void rangesListWhatTheyMeet()
    {
        const QList<RegistryHit> expected { reg(5), reg(6), reg(7), onNote(0), onNote(1) };
        QCOMPARE(search(QStringLiteral("3100-3200")), expected);
        QCOMPARE(search(QStringLiteral("6010")), QList<RegistryHit> { reg(10) });
    }

    void portsWithoutARowAreAnswered()
    {
        QCOMPARE(search(QStringLiteral("50000")), QList<RegistryHit> { port(50000) });
        const QList<RegistryHit> ollama { port(11434), onNote(2) };
        QCOMPARE(search(QStringLiteral("11434")).size(), 2);
        QCOMPARE(search(QStringLiteral("11434")), ollama);
    }

    void allWordsMustMatch()
    {
        QCOMPARE(search(QStringLiteral("window x11")), QList<RegistryHit> { reg(10) });
        QCOMPARE(search(QStringLiteral("window postgres")), QList<RegistryHit> {});
        QCOMPARE(search(QStringLiteral("3100-3200 worm")), QList<RegistryHit> { onNote(1) });
    }

    void forgivesOneLetterWhenNothingElseAnswers()
    {
        QCOMPARE(search(QStringLiteral("postgersql")), QList<RegistryHit> { reg(9) });
        QCOMPARE(search(QStringLiteral("jpegmpg")).size(), 2);
        QCOMPARE(search(QStringLiteral("olama")), QList<RegistryHit> { onNote(2) });
        QCOMPARE(search(QStringLiteral("jpgmpg")), QList<RegistryHit> {});
    }

    void narrowsToListeningPorts()
    {
        RegistryQuery query;
        query.onlyPorts = QSet<quint16> { 80, 6001, 50000 };
        const QList<RegistryHit> expected { reg(1), reg(2), reg(3), reg(10), port(50000) };
        QCOMPARE(searchRegistry(*index(), query), expected);
        query = RegistryQuery::parse(QStringLiteral("http"));
        query.onlyPorts = QSet<quint16> { 50000 };
        QVERIFY(searchRegistry(*index(), query).isEmpty());
        query.onlyPorts = QSet<quint16>();
        QVERIFY(searchRegistry(*index(), query).isEmpty());
    }

    void stopsWhenAsked()
    {
        QList<Registration> many;
        for (int i = 0; i < 5000; ++i)
            many.append(registration(i, i, "http", "Web"));
        const RegistryIndexPtr large = RegistryIndex::build(many, {});
        std::stop_source source;
        QCOMPARE(searchRegistry(*large, RegistryQuery::parse(QStringLiteral("http")), source.get_token()).size(), 5000);
        source.request_stop();
        QVERIFY(searchRegistry(*large, RegistryQuery::parse(QStringLiteral("http")), source.get_token()).size() < 5000);
    }

    void textsMayHoldAnything()
    {
        QString strange = QStringLiteral("a");
        strange += QChar(0);
        strange += QChar(0xd800);
        Registration row = registration(1, 1, "", "");
        row.service = strange;
        const RegistryIndexPtr built = RegistryIndex::build({ row }, {});
        QCOMPARE(built->text(built->rows().front(), RegistryIndex::Field::Name).size(), 3);
        QCOMPARE(searchRegistry(*built, RegistryQuery::parse(strange.right(1))).size(), 1);
        QCOMPARE(searchRegistry(*built, RegistryQuery::parse(QString(100000, QLatin1Char('a')))).size(), 0);
    }
};

QTEST_GUILESS_MAIN(RegistrySearchTest)
#include "registry_search_test.moc"
