// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/port_text.h"
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
        QTest::newRow("part of hexadecimal") << QStringLiteral("0x") << -1 << -1;
        QTest::newRow("full-width digits") << QStringLiteral("３１５５") << 3155 << 3155;
        QTest::newRow("arabic digits") << QStringLiteral("٣١٥٥") << 3155 << 3155;
        QTest::newRow("sctp") << QStringLiteral("3155/sctp") << 3155 << 3155;
        QTest::newRow("transport still being typed") << QStringLiteral("443/") << 443 << 443;
        QTest::newRow("a slash between numbers") << QStringLiteral("24/7") << -1 << -1;
    }

    void understandsQueries()
    {
        QFETCH(QString, text);
        QFETCH(int, from);
        QFETCH(int, to);
        const RegistryQuery query = RegistryQuery::parse(text);
        QCOMPARE(query.terms.size(), 1);
        QVERIFY2(query.remark.isEmpty(), qPrintable(query.remark));
        QCOMPARE(query.terms.first().from ? int(*query.terms.first().from) : -1, from);
        QCOMPARE(query.terms.first().to ? int(*query.terms.first().to) : -1, to);
    }

    void saysWhatIsNoPort()
    {
        for (const char *text : { "65536", "80-99999", "99999999999999999999999", "-1", "-3155/tcp", "0x10000", "0xfffffffff" }) {
            const RegistryQuery query = RegistryQuery::parse(QString::fromLatin1(text));
            QVERIFY2(query.remark.contains(QStringLiteral("65535")), text);
            QVERIFY2(!query.singlePort(), text);
        }
        QVERIFY(RegistryQuery::parse(QStringLiteral("65535")).remark.isEmpty());
        QVERIFY(RegistryQuery::parse(QString(5000, QLatin1Char('9'))).remark.size() < 200);
    }

    void saysHowANumberWasUnderstood()
    {
        const RegistryQuery hexadecimal = RegistryQuery::parse(QStringLiteral("0xC53"));
        QCOMPARE(hexadecimal.singlePort(), quint16(3155));
        QVERIFY(hexadecimal.remark.contains(QStringLiteral("3155")));
        QCOMPARE(search(QStringLiteral("0xc53")), search(QStringLiteral("3155")));
        const RegistryQuery twice = RegistryQuery::parse(QStringLiteral("3155/tcp/udp"));
        QCOMPARE(twice.singlePort(), quint16(3155));
        QVERIFY(!twice.transport);
        QVERIFY(twice.remark.contains(QStringLiteral("3155/udp")));
        const RegistryQuery unknown = RegistryQuery::parse(QStringLiteral("3155/quic"));
        QCOMPARE(unknown.singlePort(), quint16(3155));
        QVERIFY(unknown.remark.contains(QStringLiteral("quic")));
    }

    void readsPorts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<PortText::Form>("form");
        QTest::addColumn<int>("port");
        using Form = PortText::Form;
        QTest::newRow("plain") << QStringLiteral("3155") << Form::Decimal << 3155;
        QTest::newRow("zero") << QStringLiteral("0") << Form::Decimal << 0;
        QTest::newRow("too large") << QStringLiteral("65536") << Form::Decimal << -1;
        QTest::newRow("hexadecimal") << QStringLiteral("0XC53/udp") << Form::Hexadecimal << 3155;
        QTest::newRow("hexadecimal, too large") << QStringLiteral("0x10000") << Form::Hexadecimal << -1;
        QTest::newRow("hexadecimal, twice") << QStringLiteral("0x0x50") << Form::NoNumber << -1;
        QTest::newRow("full-width") << QStringLiteral("３１５５") << Form::OtherDigits << 3155;
        QTest::newRow("negative") << QStringLiteral("-1") << Form::Negative << -1;
        QTest::newRow("negative, with a minus sign") << QStringLiteral("−1") << Form::Negative << -1;
        for (const char *text : { "", " ", "/tcp", "http", "+80", "80 ", "8.0", "½", "-", "--1", "0x", "8e1" })
            QTest::newRow(text) << QString::fromUtf8(text) << Form::NoNumber << -1;
    }

    void readsPorts()
    {
        QFETCH(QString, text);
        QFETCH(PortText::Form, form);
        QFETCH(int, port);
        const PortText read = PortText::read(text);
        QCOMPARE(read.form, form);
        QCOMPARE(read.port ? int(*read.port) : -1, port);
        QCOMPARE(read.transport.has_value(), text.contains(u'/'));
        QCOMPARE(read.isPlain(), form == PortText::Form::Decimal && port >= 0);
    }

    void filtersAreKeptAsText()
    {
        RegistryFilter filter;
        QVERIFY(filter.isEmpty());
        QCOMPARE(RegistryFilter::fromText(filter.toText()), filter);
        filter.mark = Mark::MalwareRange;
        filter.range = PortRange::Dynamic;
        filter.transport = RegistryTransport::Sctp;
        filter.listening = true;
        QCOMPARE(RegistryFilter::fromText(filter.toText()), filter);
        QCOMPARE(RegistryFilter::fromText(u"mark:scary range: transport: nonsense range:system"),
                 (RegistryFilter { std::nullopt, PortRange::System, std::nullopt, false }));
    }

    void filtersNarrow()
    {
        RegistryQuery query = RegistryQuery::parse(QStringLiteral("http"));
        query.filter.range = PortRange::System;
        QCOMPARE(searchRegistry(*index(), query), (QList<RegistryHit> { reg(1), reg(2), reg(3), reg(4) }));
        query.filter.transport = RegistryTransport::Sctp;
        QCOMPARE(searchRegistry(*index(), query), QList<RegistryHit> { reg(3) });
        query.filter = {};
        query.filter.transport = RegistryTransport::Udp;
        QCOMPARE(searchRegistry(*index(), query), (QList<RegistryHit> { reg(2), onNote(2) }));
        // What is typed and what is chosen must both hold.
        query = RegistryQuery::parse(QStringLiteral("80/tcp"));
        query.filter.transport = RegistryTransport::Udp;
        QVERIFY(searchRegistry(*index(), query).isEmpty());
    }

    void filtersByMark()
    {
        const KnowledgePtr knowledge = Knowledge::builtIn();
        const RegistryIndexPtr all = RegistryIndex::build(*knowledge);
        for (const Mark mark : allMarks()) {
            RegistryQuery query;
            query.filter.mark = mark;
            QSet<int> answered;
            for (const RegistryHit &hit : searchRegistry(*all, query)) {
                QVERIFY(hit.kind != RegistryHit::Kind::Note);
                const int value = static_cast<int>(hit.value);
                if (hit.kind == RegistryHit::Kind::Port) {
                    answered.insert(value);
                    continue;
                }
                const Registration row = knowledge->registrationAt(value);
                for (int port = *row.portFrom; port <= *row.portTo; ++port)
                    answered.insert(port);
            }
            for (int port = 0; port <= 65535; ++port) {
                const bool marked = knowledge->marks(static_cast<quint16>(port)).testFlag(mark);
                QVERIFY2(marked == answered.contains(port), qPrintable(QString(markName(mark)) + QString::number(port)));
            }
        }
        RegistryQuery query = RegistryQuery::parse(QStringLiteral("3100-3200"));
        query.filter.mark = Mark::Similar;
        query.filter.transport = RegistryTransport::Tcp;
        for (const RegistryHit &hit : searchRegistry(*all, query))
            QVERIFY(hit.kind != RegistryHit::Kind::Port);
        QVERIFY(searchRegistry(*all, query).size() > 40);
        // Of the dynamic range only the notes tell.
        query = RegistryQuery();
        query.filter.range = PortRange::Dynamic;
        QVERIFY(!searchRegistry(*all, query).isEmpty());
    }

    void aNameOfSeveralWordsIsAName()
    {
        const KnowledgePtr knowledge = Knowledge::builtIn();
        const RegistryIndexPtr all = RegistryIndex::build(*knowledge);
        for (const char *text : { "KDE Connect", "kde conn", "mydoom.a (novarg)" }) {
            const QList<RegistryHit> hits = searchRegistry(*all, RegistryQuery::parse(QString::fromLatin1(text)));
            QVERIFY2(!hits.isEmpty() && hits.first().kind == RegistryHit::Kind::Note, text);
            const QString subject = knowledge->noteAt(static_cast<int>(hits.first().value)).subject;
            QVERIFY2(subject.startsWith(QString::fromLatin1(text), Qt::CaseInsensitive), qPrintable(subject));
        }
    }

    void phrasesWithSignsAreFound()
    {
        QCOMPARE(search(QStringLiteral("http-alt")), QList<RegistryHit> { reg(11) });
        QCOMPARE(search(QStringLiteral("opcon/x")), QList<RegistryHit> { reg(5) });
        QCOMPARE(search(QStringLiteral("h.a.w")), QList<RegistryHit> { onNote(0) });
        QCOMPARE(search(QStringLiteral("'s")), QList<RegistryHit> { onNote(0) });
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
        // A slip in a name comes before one in a text.
        const RegistryIndexPtr two = RegistryIndex::build({ registration(1, 1, "one", "about mydoom"), registration(2, 2, "mydoom-x", "a worm") }, {});
        QCOMPARE(searchRegistry(*two, RegistryQuery::parse(QStringLiteral("mydom"))), (QList<RegistryHit> { reg(1), reg(0) }));
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
