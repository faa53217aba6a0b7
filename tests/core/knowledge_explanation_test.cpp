// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/explanation.h"

#include <QTest>

using namespace portolan;

class KnowledgeExplanationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void explains3155();
    void explainsEveryKindOfPort_data();
    void explainsEveryKindOfPort();
    void everyPortIsComplete();
    void fillsInTheCommands();
    void marksAreRare();
    void everyMarkHasItsReason();

private:
    const KnowledgePtr m_knowledge = Knowledge::builtIn();
};

void KnowledgeExplanationTest::explains3155()
{
    const Explanation tcp = explain(*m_knowledge, 3155, Transport::Tcp);
    QCOMPARE(tcp.mapTitle, QStringLiteral("jpegmpeg"));
    QCOMPARE(tcp.mapSubtitle, QStringLiteral("JpegMpeg Port"));
    QVERIFY(tcp.mapText.contains(u"Richard Bassous"));
    QVERIFY(tcp.mapText.contains(u"no RFC"));
    QVERIFY(tcp.mapText.contains(u"ghost"));
    QVERIFY(tcp.rangeText.contains(u"no elevated privilege"));
    QCOMPARE(tcp.marks, Marks(Mark::Ghost) | Mark::MalwareRange | Mark::Game | Mark::Similar);
    QCOMPARE(tcp.neighbourhoodFrom, quint16(3073));
    QCOMPARE(tcp.neighbourhoodTo, quint16(3200));
    QStringList ranges;
    for (const CoveringRange &range : tcp.coveringRanges)
        ranges.append(QStringLiteral("%1-%2 %3").arg(range.from).arg(range.to).arg(range.name));
    QVERIFY2(ranges.contains(QStringLiteral("3074-3174 H.A.W.X. neighbourhood")), qPrintable(ranges.join(u'\n')));
    QVERIFY(ranges.contains(QStringLiteral("3127-3198 Mydoom.A (Novarg)")));
    QVERIFY(ranges.contains(QStringLiteral("3127-3199 Doomjuice")));
    const auto hawx = std::find_if(tcp.notes.begin(), tcp.notes.end(),
                                   [](const Note &note) { return note.id == QLatin1String("3155-hawx"); });
    QVERIFY(hawx != tcp.notes.end());
    QCOMPARE(hawx->confidence, Confidence::Low);
    QCOMPARE(hawx->period(), QStringLiteral("2009-2012"));
    QVERIFY(m_knowledge->markReason(3155, Mark::Game).contains(u"low confidence"));
    QVERIFY(tcp.whatToDo.join(u' ').contains(u"worth investigating"));
    QVERIFY(tcp.whyItMatters.contains(u"map is not the territory"));

    // The worms spoke TCP.
    const Explanation udp = explain(*m_knowledge, 3155, Transport::Udp);
    QCOMPARE(udp.marks, Marks(Mark::Ghost));
    for (int port = 3150; port <= 3160; ++port)
        QVERIFY2(!m_knowledge->notes(static_cast<quint16>(port)).isEmpty(), qPrintable(QString::number(port)));
}

void KnowledgeExplanationTest::explainsEveryKindOfPort_data()
{
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("range");
    QTest::newRow("zero") << 0 << "reserved" << "any free port";
    QTest::newRow("ssh") << 22 << "ssh" << "system port";
    QTest::newRow("http-alt") << 8080 << "http-alt" << "registered port";
    QTest::newRow("mongodb") << 27017 << "mongodb" << "registered port";
    QTest::newRow("ollama") << 11434 << "ollama" << "registered port";
    QTest::newRow("vite") << 5173 << "unassigned" << "registered port";
    QTest::newRow("last registered") << 49151 << "reserved" << "registered port";
    QTest::newRow("first dynamic") << 49152 << "dynamic range" << "dynamic port";
    QTest::newRow("last") << 65535 << "dynamic range" << "dynamic port";
}

void KnowledgeExplanationTest::explainsEveryKindOfPort()
{
    QFETCH(int, port);
    QFETCH(QString, title);
    QFETCH(QString, range);
    const Explanation explanation = explain(*m_knowledge, static_cast<quint16>(port), std::nullopt);
    QCOMPARE(explanation.mapTitle, title);
    QVERIFY2(explanation.rangeText.contains(range, Qt::CaseInsensitive), qPrintable(explanation.rangeText));
}

void KnowledgeExplanationTest::everyPortIsComplete()
{
    for (int port = 0; port <= 65535; port += port < 12000 ? 7 : 101) {
        for (const std::optional<Transport> transport :
             { std::optional<Transport>(), std::optional(Transport::Tcp), std::optional(Transport::Udp) }) {
            const Explanation explanation = explain(*m_knowledge, static_cast<quint16>(port), transport);
            QVERIFY2(!explanation.mapTitle.isEmpty(), qPrintable(QString::number(port)));
            QVERIFY2(!explanation.mapText.isEmpty(), qPrintable(QString::number(port)));
            QVERIFY(!explanation.whyItMatters.isEmpty());
            QVERIFY(!explanation.whatToDo.isEmpty());
            QVERIFY(explanation.neighbourhoodFrom <= port && port <= explanation.neighbourhoodTo);
            QVERIFY(explanation.neighbourhoodTo - explanation.neighbourhoodFrom <= 256);
            QVERIFY(!explanation.mapText.contains(QLatin1Char('%')));
        }
    }
}

void KnowledgeExplanationTest::fillsInTheCommands()
{
    const HowToCheck tcp = explain(*m_knowledge, 3155, Transport::Tcp).howToCheck;
    QVERIFY(tcp.linuxCommands.contains(QStringLiteral("sudo ss -tlnp 'sport = :3155'")));
    QVERIFY(tcp.macosCommands.contains(QStringLiteral("sudo lsof -nP -iTCP:3155 -sTCP:LISTEN")));
    QVERIFY(tcp.windowsCommands.join(u' ').contains(u"Get-NetTCPConnection -LocalPort 3155 -State Listen"));
    QVERIFY(!tcp.linuxCommands.join(u' ').contains(u"-ulnp"));
    const HowToCheck both = explain(*m_knowledge, 53, std::nullopt).howToCheck;
    QVERIFY(both.linuxCommands.contains(QStringLiteral("sudo ss -ulnp 'sport = :53'")));
    QVERIFY(both.linuxCommands.contains(QStringLiteral("sudo ss -tlnp 'sport = :53'")));
}

void KnowledgeExplanationTest::marksAreRare()
{
    for (const int port : { 22, 25, 53, 68, 80, 111, 123, 139, 443, 445, 631, 1716, 1883, 1900, 2049, 3000, 3128, 3142,
                            3306, 3389, 5000, 5173, 5353, 5355, 5432, 6000, 6379, 8000, 8080, 8443, 8888, 9090, 9100,
                            9200, 11211, 11434, 22000, 27017, 27036, 32400, 51820 }) {
        const Marks marks = m_knowledge->marks(static_cast<quint16>(port));
        QVERIFY2(!(marks & (Marks(Mark::Similar) | Mark::Ghost)), qPrintable(QString::number(port)));
    }
    int similar = 0;
    int ghosts = 0;
    for (int port = 0; port <= 65535; ++port) {
        const Marks marks = m_knowledge->marks(static_cast<quint16>(port));
        similar += marks.testFlag(Mark::Similar) ? 1 : 0;
        ghosts += marks.testFlag(Mark::Ghost) ? 1 : 0;
    }
    QVERIFY2(similar > 40 && similar < 150, qPrintable(QString::number(similar)));
    QVERIFY2(ghosts > 1500 && ghosts < 2300, qPrintable(QString::number(ghosts)));

    QVERIFY(m_knowledge->marks(3127, Transport::Tcp).testFlag(Mark::Similar));
    QVERIFY(m_knowledge->marks(3158, Transport::Tcp).testFlag(Mark::Similar));
    QVERIFY(m_knowledge->marks(3128, Transport::Tcp).testFlag(Mark::Squatted));
    QVERIFY(m_knowledge->marks(5173).testFlag(Mark::Unassigned));
    QVERIFY(m_knowledge->marks(5173).testFlag(Mark::DeFacto));
    QVERIFY(m_knowledge->marks(9100, Transport::Tcp).testFlag(Mark::Conflict));
    QVERIFY(m_knowledge->marks(6600, Transport::Tcp).testFlag(Mark::Conflict));
    QVERIFY(m_knowledge->marks(796).testFlag(Mark::UnauthorisedUse));
    QVERIFY(!m_knowledge->marks(795).testFlag(Mark::UnauthorisedUse));
    QVERIFY(m_knowledge->marks(33500).testFlag(Mark::UnauthorisedUse));
    QCOMPARE(m_knowledge->marks(22, Transport::Tcp), Marks());
    QCOMPARE(m_knowledge->marks(65535), Marks());
}

void KnowledgeExplanationTest::everyMarkHasItsReason()
{
    for (int port = 0; port <= 65535; port += port < 12000 ? 1 : 11) {
        const auto number = static_cast<quint16>(port);
        for (const Mark mark : allMarks()) {
            const QString reason = m_knowledge->markReason(number, mark);
            QCOMPARE(reason.isEmpty(), !m_knowledge->marks(number).testFlag(mark));
            QVERIFY2(!reason.contains(QLatin1String("%1")) && !reason.contains(QLatin1String(": .")),
                     qPrintable(QStringLiteral("%1: %2").arg(port).arg(reason)));
        }
    }
}

QTEST_GUILESS_MAIN(KnowledgeExplanationTest)
#include "knowledge_explanation_test.moc"
