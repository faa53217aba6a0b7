// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the marks over the whole built-in knowledge: what "similar to 3155" means is worked
// out here once more, from the rows and notes alone.
#include "knowledge/knowledge.h"
#include "net/port_range.h"

#include <QHash>
#include <QTest>

#include <algorithm>

using namespace portolan;

namespace {

constexpr Transport bothTransports[] { Transport::Tcp, Transport::Udp };

/// The features the definition is made of, on either transport.
struct Features
{
    bool named = false; ///< F1: a row of its own in the registered range
    bool paper = false; ///< F2 to F5: no document, no date, both transports, filed by a person for himself
    bool genuine = false; ///< the opposite of F6
    bool malware = false; ///< F7
    bool otherUse = false; ///< F8
    bool otherUseToday = false; ///< F8, and it has not ended
    bool complaint = false; ///< F9
};

Features featuresOf(const Knowledge &knowledge, quint16 port)
{
    Features features;
    bool tcp = false;
    bool udp = false;
    features.paper = true;
    for (const Registration &row : knowledge.registrations(port)) {
        features.complaint = features.complaint || (row.isSinglePort() && !row.unauthorizedUse.isEmpty());
        if (!row.isSinglePort() || row.service.isEmpty() || row.status != RegistrationStatus::Assigned)
            continue;
        features.named = portRangeOf(port) == PortRange::Registered;
        tcp = tcp || row.transport == RegistryTransport::Tcp;
        udp = udp || row.transport == RegistryTransport::Udp;
        features.paper = features.paper && row.reference.isEmpty() && row.registered.isEmpty() && row.modified.isEmpty()
            && !row.assignee.isEmpty() && row.assignee == row.contact;
    }
    features.paper = features.paper && features.named && tcp && udp;
    for (const Note &note : knowledge.notes(port)) {
        features.genuine = features.genuine || note.registrant;
        if (note.confidence == Confidence::Low || note.portTo - note.portFrom >= 80 || note.registrant)
            continue;
        switch (note.kind) {
        case NoteKind::Malware:
            features.malware = true;
            break;
        case NoteKind::Conflict:
        case NoteKind::Ghost:
        case NoteKind::RegistrationNote:
            break;
        default:
            features.otherUse = true;
            features.otherUseToday = features.otherUseToday || !note.to;
        }
    }
    return features;
}

QString where(int port, Marks marks)
{
    QStringList names;
    for (const Mark mark : allMarks()) {
        if (marks.testFlag(mark))
            names.append(markName(mark));
    }
    return QStringLiteral("%1: %2").arg(port).arg(names.join(u' '));
}

} // namespace

class MarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void examplesOfTheDefinition_data();
    void examplesOfTheDefinition();
    void everyPortFollowsTheDefinition();
    void similarIsRare();
    void ordinaryPortsAreNotHighlighted_data();
    void ordinaryPortsAreNotHighlighted();
    void marksMeanSomething();
    void remarksOnBlocksNameTheirPorts();
    void everyMarkHasItsReason();
    void everyMarkHasItsWords();

private:
    const KnowledgePtr m_knowledge = Knowledge::builtIn();
};

void MarksTest::examplesOfTheDefinition_data()
{
    QTest::addColumn<QList<int>>("ports");
    QTest::addColumn<Marks>("all"); // the port has all of these
    QTest::addColumn<Marks>("none"); // and none of these
    const Marks ghostly = Marks(Mark::Similar) | Mark::Ghost;
    const auto row = [](const char *name, const QList<int> &ports, Marks all, Marks none) {
        QTest::newRow(name) << ports << all << none;
    };
    row("the founding port", { 3155 }, ghostly | Mark::MalwareRange | Mark::Game, Marks(Mark::Squatted) | Mark::Conflict);
    row("twins by malware", { 3127, 3152, 3158, 1243, 2745, 12345 }, Marks(Mark::Similar) | Mark::MalwareRange,
        Marks(Mark::Squatted));
    row("twins by malware that others use since", { 3128, 3142, 3333, 4444, 5554, 5555, 6969, 9898 },
        Marks(Mark::Similar) | Mark::MalwareRange | Mark::Squatted, Marks(Mark::Ghost));
    row("twins that the registry itself complains of", { 3131, 3145, 4444, 5555 },
        Marks(Mark::Similar) | Mark::MalwareRange | Mark::UnauthorisedUse, Marks(Mark::Ghost));
    row("paper that others use today", { 1234, 1313, 1337, 1400, 1716, 1880, 1645, 3000, 5201, 5601, 8888, 9200, 22000 },
        Marks(Mark::Squatted) | Mark::DeFacto, ghostly | Mark::Unassigned);
    row("paper that a game of today uses", { 2456, 7777 }, Marks(Mark::Squatted) | Mark::Game, ghostly | Mark::Unassigned);
    row("more than paper, used by others", { 1521, 2019, 4566, 5000 }, Marks(Mark::Squatted), ghostly);
    row("the registry complains, the user is known", { 1521, 7777, 8888 }, Marks(Mark::Squatted) | Mark::UnauthorisedUse, ghostly);
    row("more than paper, malware of old", { 3150, 3410, 31337 }, Marks(Mark::MalwareRange), ghostly | Mark::Squatted);
    row("used by a bot and by honest programs", { 5000 }, Marks(Mark::MalwareRange) | Mark::Squatted, ghostly);
    row("pure ghosts", { 3161 }, Marks(Mark::Ghost), Marks(Mark::Squatted) | Mark::DeFacto | Mark::Conflict);
    row("genuine among ghosts", { 3112 }, Marks(), ghostly | Mark::Squatted | Mark::MalwareRange);
    row("genuine", { 5432, 6379, 1194, 1863, 11434, 22, 443 }, Marks(), ghostly | Mark::Squatted | Mark::Conflict | Mark::Unassigned);
    row("genuine, with malware in its history", { 1984 }, Marks(Mark::MalwareRange), ghostly | Mark::Squatted);
    row("contested", { 6600, 7000, 9100 }, Marks(Mark::Conflict), ghostly | Mark::Squatted);
    row("unregistered, in use", { 5173, 8096, 27036 }, Marks(Mark::Unassigned) | Mark::DeFacto, ghostly | Mark::Squatted);
}

void MarksTest::examplesOfTheDefinition()
{
    QFETCH(QList<int>, ports);
    QFETCH(Marks, all);
    QFETCH(Marks, none);
    for (const int port : ports) {
        const Marks marks = m_knowledge->marks(static_cast<quint16>(port));
        QVERIFY2((marks & all) == all && !(marks & none), qPrintable(where(port, marks)));
    }
}

void MarksTest::everyPortFollowsTheDefinition()
{
    for (int number = 0; number <= 65535; ++number) {
        const auto port = static_cast<quint16>(number);
        const Features features = featuresOf(*m_knowledge, port);
        const Marks marks = m_knowledge->marks(port);
        const QByteArray place = where(number, marks).toUtf8();
        const bool paper = features.paper && !features.genuine;
        // Twins: by malware they are highlighted; by a program of today they are "used by others".
        if (paper && features.malware)
            QVERIFY2(marks.testFlag(Mark::Similar), place.constData());
        if (paper && features.otherUse)
            QVERIFY2(marks & (Marks(Mark::Similar) | Mark::Squatted), place.constData());
        if (marks.testFlag(Mark::Similar)) {
            QVERIFY2(paper && (features.malware || features.otherUse), place.constData());
            QVERIFY2(features.malware || !features.otherUseToday, place.constData());
        }
        // Ghosts: paper that nothing else is known of; malware that passed by wakes no ghost.
        QCOMPARE(marks.testFlag(Mark::Ghost), paper && !features.otherUse);
        // The map is not the territory.
        QCOMPARE(marks.testFlag(Mark::Squatted), features.named && !features.genuine && features.otherUse);
        QCOMPARE(marks.testFlag(Mark::MalwareRange), features.malware);
        if (features.complaint)
            QVERIFY2(marks.testFlag(Mark::UnauthorisedUse), place.constData());
        // Nobody's land that somebody uses is told from nobody's land.
        if (marks.testFlag(Mark::Unassigned) && features.otherUseToday)
            QVERIFY2(marks & (Marks(Mark::DeFacto) | Mark::Game), place.constData());
        for (const Transport transport : bothTransports) {
            if (m_knowledge->marks(port, transport).testFlag(Mark::Unassigned)) {
                const std::optional<Registration> row = m_knowledge->registration(port, transport);
                QVERIFY2(row && row->status == RegistrationStatus::Unassigned, place.constData());
            }
        }
    }
}

void MarksTest::similarIsRare()
{
    QHash<Mark, int> counts;
    int named = 0;
    int paper = 0;
    int highestSimilar = 0;
    for (int port = 0; port <= 65535; ++port) {
        const Features features = featuresOf(*m_knowledge, static_cast<quint16>(port));
        named += features.named ? 1 : 0;
        paper += features.paper ? 1 : 0;
        const Marks marks = m_knowledge->marks(static_cast<quint16>(port));
        for (const Mark mark : allMarks())
            counts[mark] += marks.testFlag(mark) ? 1 : 0;
        if (marks.testFlag(Mark::Similar))
            highestSimilar = port;
    }
    for (const Mark mark : allMarks())
        QVERIFY2(counts.value(mark) > 0, markName(mark).data());
    // A highlight that means something: at most one named port in fifty, one port in five hundred.
    QVERIFY2(counts.value(Mark::Similar) <= named / 50, qPrintable(QString::number(counts.value(Mark::Similar))));
    QVERIFY(counts.value(Mark::Similar) <= 65536 / 500);
    // The worm's 72 ports hold most of them.
    QVERIFY2(counts.value(Mark::Similar) >= 51, qPrintable(QString::number(counts.value(Mark::Similar))));
    // No port that Linux gives to whoever asks for any free one (32768 to 60999) is highlighted.
    QVERIFY2(highestSimilar < 32768, qPrintable(QString::number(highestSimilar)));
    // Most paper is just that: nothing else is known.
    QVERIFY(counts.value(Mark::Ghost) > paper * 3 / 4 && counts.value(Mark::Ghost) <= paper);
    QVERIFY(counts.value(Mark::Squatted) < named / 10);
    QVERIFY(counts.value(Mark::Conflict) < 100);
    QVERIFY(counts.value(Mark::MalwareRange) < 500);
    QVERIFY(counts.value(Mark::DeFacto) < 65536 / 50);
    QVERIFY(counts.value(Mark::Game) < 65536 / 50);
    QVERIFY(counts.value(Mark::UnauthorisedUse) < 500);
    QVERIFY(counts.value(Mark::Unassigned) + named < 65536);
}

void MarksTest::ordinaryPortsAreNotHighlighted_data()
{
    QTest::addColumn<QList<int>>("ports");
    QTest::newRow("desktop") << QList<int> { 22, 53, 68, 111, 123, 139, 445, 546, 631, 1714, 1716, 1764, 1900, 3389, 3702, 4713, 5353,
                                             5355, 5900, 6000, 6463, 6566, 8009, 8200, 17500, 24800, 27036, 57621 };
    QTest::newRow("server") << QList<int> { 21, 22, 25, 53, 67, 80, 110, 111, 143, 161, 389, 443, 465, 514, 587, 636, 873, 993, 995,
                                            1194, 2049, 3306, 3478, 5432, 5672, 6379, 6443, 8080, 8443, 9090, 9100, 9200,
                                            10250, 11211, 27017, 51820 };
    QTest::newRow("developer") << QList<int> { 1313, 1433, 1521, 1883, 2375, 3000, 3001, 4000, 4200, 5000, 5173, 5601, 7860,
                                               8000, 8081, 8082, 8888, 9000, 9229, 11434, 35729 };
    QTest::newRow("home") << QList<int> { 5000, 7000, 8096, 8123, 8384, 8989, 9091, 21027, 22000, 25565, 32400, 41641, 51413 };
    QTest::newRow("any free port") << QList<int> { 32768, 38201, 40000, 43210, 49152, 50000, 55555, 60999, 65535 };
}

void MarksTest::ordinaryPortsAreNotHighlighted()
{
    QFETCH(QList<int>, ports);
    for (const int port : ports) {
        const Marks marks = m_knowledge->marks(static_cast<quint16>(port));
        QVERIFY2(!marks.testFlag(Mark::Similar), qPrintable(where(port, marks)));
        QVERIFY2(!marks.testFlag(Mark::Ghost), qPrintable(where(port, marks)));
    }
}

void MarksTest::marksMeanSomething()
{
    QCOMPARE(m_knowledge->marks(22, Transport::Tcp), Marks());
    QCOMPARE(m_knowledge->marks(65535), Marks());
    // The worms spoke TCP.
    QCOMPARE(m_knowledge->marks(3155, Transport::Udp), Marks(Mark::Ghost));
}

void MarksTest::remarksOnBlocksNameTheirPorts()
{
    QVERIFY(m_knowledge->marks(796).testFlag(Mark::UnauthorisedUse));
    QVERIFY(!m_knowledge->marks(795).testFlag(Mark::UnauthorisedUse));
    QVERIFY(m_knowledge->marks(33500).testFlag(Mark::UnauthorisedUse));
}

void MarksTest::everyMarkHasItsReason()
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

void MarksTest::everyMarkHasItsWords()
{
    QStringList seen;
    for (const Mark mark : allMarks()) {
        QCOMPARE(markFromName(QString(markName(mark))), mark);
        for (const QString &text : { QString(markName(mark)), QString(markGlyph(mark)), markLabel(mark), markMeaning(mark) }) {
            QVERIFY(!text.isEmpty());
            if (text != markName(mark) || markLabel(mark) != markName(mark))
                QVERIFY2(!seen.contains(text), qPrintable(text));
            seen.append(text);
        }
    }
    QVERIFY(!markFromName(u"scary"));
}

QTEST_GUILESS_MAIN(MarksTest)
#include "marks_test.moc"
