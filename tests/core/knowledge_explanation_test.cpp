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
    void expectsNoProgramWhereNobodyRegistered();
    void fillsInTheCommands();

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

void KnowledgeExplanationTest::expectsNoProgramWhereNobodyRegistered()
{
    for (const int port : { 0, 49151 })
        QVERIFY(!explain(*m_knowledge, static_cast<quint16>(port), std::nullopt).whyItMatters.contains(u"expected program"));
    QVERIFY(explain(*m_knowledge, 22, std::nullopt).whyItMatters.contains(u"expected program"));
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

QTEST_GUILESS_MAIN(KnowledgeExplanationTest)
#include "knowledge_explanation_test.moc"
