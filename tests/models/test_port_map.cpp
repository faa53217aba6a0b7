// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/port_grid.h"
#include "portmap/port_ground.h"
#include "portmap/port_layout.h"
#include "portmap/port_map_state.h"
#include "models/port_listeners.h"
#include "monitor/listener_grouping.h"
#include "support/builders.h"

#include <QLineF>
#include <QTest>

#include <random>
#include <set>

using namespace portolan;
using namespace portolan::test;

class PortMapTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyPortHasAPlaceOfItsOwn()
    {
        PortGrid grid;
        grid.setRoom(QRectF(40, 20, 700, 600), 1);
        for (int port = 0; port < 65536; ++port)
            QCOMPARE(grid.portAt(grid.viewRectOf(static_cast<quint16>(port)).center()), static_cast<quint16>(port));
        QVERIFY(!grid.portAt(QPointF(0, 0)));
    }

    void theWholeMapFitsItsRoomInWholePixels()
    {
        for (const double ratio : { 1.0, 1.5, 2.0 }) {
            PortGrid grid;
            const QRectF room(40, 20, 900, 800);
            grid.setRoom(room, ratio);
            QVERIFY(grid.isWhole());
            QVERIFY(room.contains(grid.viewRectOf(0)) && room.contains(grid.viewRectOf(65535)));
            const double pixels = grid.cellSize() * ratio;
            QVERIFY(qAbs(pixels - std::round(pixels)) < 1e-9);
            QCOMPARE(grid.visibleCells(), QRect(0, 0, 256, 256));
        }
    }

    void zoomingKeepsWhatIsUnderThePointer()
    {
        PortGrid grid;
        grid.setRoom(QRectF(0, 0, 800, 800), 1);
        const QPointF at = grid.viewRectOf(31550).center();
        for (int i = 0; i < 12; ++i) {
            grid.zoom(1.5, at);
            QCOMPARE(grid.portAt(at), quint16(31550));
        }
        QCOMPARE(grid.cellSize(), PortGrid::largestCell);
        for (int i = 0; i < 30; ++i)
            grid.zoom(1 / 1.5, at);
        QVERIFY(grid.isWhole());
    }

    void randomMovesNeverLeaveTheMap()
    {
        std::mt19937 random(3155);
        PortGrid grid;
        const QRectF room(50, 30, 640, 480);
        grid.setRoom(room, 2);
        for (int step = 0; step < 2000; ++step) {
            const QPointF at(50 + int(random() % 640), 30 + int(random() % 480));
            if (random() % 2)
                grid.zoom(random() % 2 ? 1.7 : 0.6, at);
            else
                grid.pan(QPointF(int(random() % 4000) - 2000, int(random() % 4000) - 2000));
            const QRectF map = grid.transform().mapRect(QRectF(0, 0, 256, 256));
            QVERIFY(map.width() >= room.width() ? map.left() <= room.left() + 1 && map.right() >= room.right() - 1
                                                : room.adjusted(-1, -1, 1, 1).contains(QRectF(map.left(), room.top(), map.width(), 1)));
            const auto port = static_cast<quint16>(random() % 65536);
            grid.reveal(port);
            QVERIFY(room.adjusted(-1, -1, 1, 1).contains(grid.viewRectOf(port)));
        }
    }

    void lookingGoesAndComesBack()
    {
        PortGrid grid;
        grid.setRoom(QRectF(0, 0, 800, 800), 1);
        const PortGrid whole = grid;
        PortGrid goal = grid;
        goal.look(PortGrid::rectOf(31550).center(), 60);
        QVERIFY(QLineF(goal.centre(), PortGrid::rectOf(31550).center()).length() < 0.1);
        PortGrid between = whole;
        double last = whole.cellSize();
        for (int step = 1; step <= 10; ++step) {
            between.lookBetween(whole, goal, step / 10.0);
            QVERIFY(between.cellSize() > last);
            last = between.cellSize();
        }
        QVERIFY(QLineF(between.centre(), goal.centre()).length() < 0.1);
        // A zoom keeps what is fixed at every step; away from the edges, which the map never leaves.
        PortGrid near = whole;
        near.look(PortGrid::rectOf(31550).center() + QPointF(3, 5), 10);
        goal = near;
        const QPointF at = near.viewRectOf(31550).center();
        goal.zoom(12, at);
        for (int step = 1; step < 10; ++step) {
            between.lookBetween(near, goal, step / 10.0);
            QVERIFY(QLineF(between.viewRectOf(31550).center(), at).length() < 3);
        }
    }

    void layoutReadsAsHexadecimalDigits()
    {
        std::set<std::pair<int, int>> cells;
        for (int number = 0; number < 65536; ++number) {
            const auto port = static_cast<quint16>(number);
            const QPoint cell = port_layout::cellOf(port);
            QCOMPARE(port_layout::portAt(cell), port);
            cells.emplace(cell.x(), cell.y());
        }
        QCOMPARE(cells.size(), size_t(65536));
        QCOMPARE(*cells.rbegin(), std::pair(255, 255));
        QCOMPARE(port_layout::cellOf(0x1a2f), QPoint(10 * 16 + 15, 1 * 16 + 2));
    }

    void layoutKeepsRangesTogether()
    {
        // Mydoom's 72 ports lie within one block.
        QRect patch;
        for (const QRect &rect : port_layout::cellsOf(3127, 3198))
            patch |= rect;
        QVERIFY(patch.width() <= 16 && patch.height() <= 6);
    }

    void rectanglesCoverARangeExactly()
    {
        std::mt19937 random(65535);
        const auto check = [](int from, int to) {
            std::set<int> covered;
            qint64 cells = 0;
            const QList<QRect> rects = port_layout::cellsOf(static_cast<quint16>(from), static_cast<quint16>(to));
            for (const QRect &rect : rects) {
                cells += qint64(rect.width()) * rect.height();
                for (int y = rect.top(); y <= rect.bottom(); ++y) {
                    for (int x = rect.left(); x <= rect.right(); ++x)
                        covered.insert(port_layout::portAt({ x, y }));
                }
            }
            return rects.size() <= 9 && cells == to - from + 1 && qint64(covered.size()) == cells && *covered.begin() == from
                && *covered.rbegin() == to;
        };
        for (const auto &[from, to] : std::initializer_list<std::pair<int, int>> {
                 { 0, 0 }, { 0, 65535 }, { 0, 255 }, { 0, 256 }, { 255, 256 }, { 49152, 65535 }, { 3127, 3198 }, { 65535, 65535 } })
            QVERIFY2(check(from, to), qPrintable(QStringLiteral("%1-%2").arg(from).arg(to)));
        for (int i = 0; i < 60; ++i) {
            const int one = static_cast<int>(random() % 65536);
            const int other = static_cast<int>(random() % 65536);
            QVERIFY2(check(std::min(one, other), std::max(one, other)), qPrintable(QStringLiteral("%1-%2").arg(one).arg(other)));
        }
    }

    void walkingStopsAtTheEdges()
    {
        QCOMPARE(port_layout::moved(0, -1, -1), quint16(0));
        QCOMPARE(port_layout::moved(65535, 1, 1), quint16(65535));
        QCOMPARE(port_layout::moved(3155, 0, 1), quint16(3171));
        // Out of a block into the next one.
        QCOMPARE(port_layout::moved(15, 1, 0), quint16(256));
        QCOMPARE(port_layout::moved(240, 0, 1), quint16(4096));
    }

    void groundBytesTurnBack()
    {
        std::set<quint8> bytes;
        for (const PortRange range : { PortRange::System, PortRange::Registered, PortRange::Dynamic }) {
            for (const bool assigned : { false, true }) {
                for (const std::optional<KnownRange::Kind> overlay : std::initializer_list<std::optional<KnownRange::Kind>> {
                         {}, KnownRange::Kind::Malware, KnownRange::Kind::Game, KnownRange::Kind::Service }) {
                    const PortGround::Cell cell { range, assigned, overlay };
                    QCOMPARE(PortGround::Cell::fromByte(cell.toByte()), cell);
                    bytes.insert(cell.toByte());
                }
            }
        }
        QCOMPARE(bytes.size(), size_t(24));
    }

    void groundShowsTheKnowledge()
    {
        const KnowledgePtr knowledge = Knowledge::builtIn();
        const PortGround ground = PortGround::of(*knowledge);
        for (int port = 0; port < 65536; ++port) {
            const auto number = static_cast<quint16>(port);
            const PortGround::Cell cell = ground.at(number);
            QCOMPARE(cell.range, portRangeOf(number));
            bool assigned = false;
            for (const Registration &row : knowledge->registrations(number))
                assigned = assigned || row.status == RegistrationStatus::Assigned;
            QVERIFY2(cell.assigned == assigned, qPrintable(QString::number(port)));
            if (knowledge->notes(number).isEmpty())
                QVERIFY(!cell.overlay);
        }
        QCOMPARE(ground.at(3155).overlay, KnownRange::Kind::Malware);
        QVERIFY(ground.rangeAt(3155)->name.contains(QStringLiteral("Mydoom")));
        QCOMPARE(ground.at(6001).overlay, KnownRange::Kind::Service);
    }

    void rangesAreLaidOverOneByOne()
    {
        PortGround ground = PortGround::of(*Knowledge::builtIn());
        QSet<QString> ids;
        const PortGround::Patch *mydoom = nullptr;
        for (const PortGround::Patch &patch : ground.patches()) {
            QVERIFY2(!ids.contains(patch.range.id), qPrintable(patch.range.id));
            ids.insert(patch.range.id);
            QCOMPARE(patch.shown, patch.range.isShownByDefault());
            if (patch.range.from == 3127 && patch.range.to == 3198)
                mydoom = &patch;
        }
        QVERIFY(mydoom);
        ground.setToggled({ mydoom->range.id, QStringLiteral("dynamic") });
        QCOMPARE(ground.at(60).range, PortRange::System);
        QCOMPARE(ground.at(65000).range, PortRange::Registered); // as if it were nothing special
        // Doomjuice's range covers Mydoom's.
        QCOMPARE(ground.at(3155).overlay, KnownRange::Kind::Malware);
        ground.setToggled(ids);
        QVERIFY(ground.at(3155).overlay != KnownRange::Kind::Malware);
        ground.setToggled({});
        QCOMPARE(ground.at(65000).range, PortRange::Dynamic);
    }

    void stateTurnsBack()
    {
        PortMapState state;
        QCOMPARE(PortMapState::fromText(state.toText()), state);
        state = { 42.5, { 100, 7.25 }, quint16(3155), { QStringLiteral("dynamic"), QStringLiteral("x:1-2") } };
        QCOMPARE(PortMapState::fromText(state.toText()), state);
        for (const char *nonsense : { "", "[]", "{", "{\"cell\":\"x\",\"port\":70000,\"toggled\":7}" })
            QCOMPARE(PortMapState::fromText(QString::fromLatin1(nonsense)), PortMapState());
        QCOMPARE(PortMapState::fromText(QStringLiteral("{\"cell\":1e9,\"x\":-5}")).cellSize, PortGrid::largestCell);
    }

    void groundColoursDiffer()
    {
        const QPalette light(Qt::black, Qt::white, Qt::white, Qt::gray, Qt::gray, Qt::black, Qt::white, Qt::white, Qt::white);
        const PortGround ground;
        const QImage image = ground.image(light);
        QCOMPARE(image.size(), QSize(256, 256));
        const auto pixel = [&image](quint16 port) { return image.pixel(port_layout::cellOf(port)); };
        QVERIFY(pixel(0) != pixel(30000));
        QVERIFY(pixel(30000) != pixel(60000));
    }

    void listenersByPort()
    {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->listeners = groupListeners({ socket(53, 1, "0.0.0.0", Transport::Udp), socket(53, 2), socket(3155, 3) },
                                             { observed({ process(1, QStringLiteral("a")) }),
                                               observed({ process(2, QStringLiteral("b")) }),
                                               observed({ process(3, QStringLiteral("c")) }) },
                                             {});
        Update update;
        update.snapshot = snapshot;
        for (qsizetype i = 0; i < snapshot->listeners.size(); ++i) {
            auto assessment = std::make_shared<Assessment>();
            assessment->verdict = i == 1 ? Verdict::Investigate : Verdict::Expected;
            update.assessments.append(assessment);
        }
        const PortListeners listeners(update);
        QCOMPARE(listeners.ports(), (QList<quint16> { 53, 3155 }));
        QCOMPARE(listeners.at(53).size(), 2);
        QCOMPARE(listeners.at(53).first().assessment->verdict, Verdict::Investigate);
        QVERIFY(listeners.at(80).isEmpty());
        QCOMPARE(listeners.next(53), quint16(3155));
        QCOMPARE(listeners.next(3155), quint16(53));
        QCOMPARE(listeners.previous(53), quint16(3155));
        QCOMPARE(listeners.previous(60000), quint16(3155));
        QVERIFY(!PortListeners().next(1));
    }
};

QTEST_GUILESS_MAIN(PortMapTest)
#include "test_port_map.moc"
