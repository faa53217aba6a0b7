// SPDX-License-Identifier: GPL-3.0-or-later
#include "portmap/port_grid.h"
#include "portmap/port_ground.h"
#include "models/port_listeners.h"
#include "monitor/listener_grouping.h"
#include "support/builders.h"

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

    void walkingStopsAtTheEdges()
    {
        QCOMPARE(PortGrid::moved(0, -1, -1), quint16(0));
        QCOMPARE(PortGrid::moved(65535, 1, 1), quint16(65535));
        QCOMPARE(PortGrid::moved(255, 1, 0), quint16(255));
        QCOMPARE(PortGrid::moved(255, 0, 1), quint16(511));
    }

    void groundBytesTurnBack()
    {
        std::set<quint8> bytes;
        for (const PortRange range : { PortRange::System, PortRange::Registered, PortRange::Dynamic }) {
            for (const bool assigned : { false, true }) {
                for (const GroundOverlay overlay :
                     { GroundOverlay::None, GroundOverlay::Malware, GroundOverlay::Game, GroundOverlay::Other }) {
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
                QCOMPARE(cell.overlay, GroundOverlay::None);
        }
        QCOMPARE(ground.at(3155).overlay, GroundOverlay::Malware);
    }

    void groundColoursDiffer()
    {
        const QPalette light(Qt::black, Qt::white, Qt::white, Qt::gray, Qt::gray, Qt::black, Qt::white, Qt::white, Qt::white);
        const PortGround ground;
        const QImage image = ground.image(light, true);
        QCOMPARE(image.size(), QSize(256, 256));
        QVERIFY(image.pixel(0, 0) != image.pixel(0, 100));
        QVERIFY(image.pixel(0, 100) != image.pixel(0, 200));
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
