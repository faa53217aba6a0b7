// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/traffic_meter.h"

#include <QTest>

using namespace portolan;
using namespace portolan::platform;
using namespace std::chrono_literals;

class TrafficMeterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatWasAdded();
    void othersAreAnotherMatter();
};

void TrafficMeterTest::tellsWhatWasAdded()
{
    TrafficMeter meter;
    const TrafficMeter::Clock::time_point start {};
    const auto look = [&](const QHash<quint64, Traffic> &traffic, std::chrono::milliseconds at) {
        ConnectionSample sample;
        meter.measure({}, traffic, sample, start + at);
        return sample;
    };
    QVERIFY(!look({ { 1, { 100, 1000 } } }, 0ms).traffic);
    QVERIFY(!look({ { 1, { 200, 1000 } } }, 10ms).traffic); // too soon to tell
    const ConnectionSample sample = look({ { 1, { 150, 4000 } }, { 2, { 7, 0 } } }, 1000ms);
    QCOMPARE(sample.traffic, std::optional(Traffic { 57, 3000 })); // the second came meanwhile
    QCOMPARE(sample.trafficTime, 1000ms);
    // Right behind it the same is told, and nothing is lost for the next.
    QCOMPARE(look({ { 1, { 160, 4000 } } }, 1010ms).traffic, sample.traffic);
    QCOMPARE(look({ { 1, { 170, 4000 } } }, 2000ms).traffic, std::optional(Traffic { 20, 0 }));
    // A counter that runs backwards is no flood.
    QCOMPARE(look({ { 1, { 0, 0 } } }, 3000ms).traffic, std::optional(Traffic {}));
}

void TrafficMeterTest::othersAreAnotherMatter()
{
    TrafficMeter meter;
    const TrafficMeter::Clock::time_point start {};
    ListenerKey other;
    other.port = 80;
    ConnectionSample sample;
    meter.measure({}, { { 1, { 100, 100 } } }, sample, start);
    meter.measure(other, { { 1, { 900, 900 } } }, sample, start + 1s);
    QVERIFY(!sample.traffic);
    meter.forget();
    meter.measure(other, { { 1, { 950, 900 } } }, sample, start + 2s);
    QVERIFY(!sample.traffic);
}

QTEST_APPLESS_MAIN(TrafficMeterTest)
#include "traffic_meter_test.moc"
