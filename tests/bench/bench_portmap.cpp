// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what a frame of the port map costs the window's thread, painted and handed to the
// display, while 5,000 listeners are panned and zoomed over the whole range. The first frames, which
// find nothing prepared, count as well. Time is the processor's, so that what else runs on the
// machine does not count.
//
//   tests/support/with-display build/dev/bin/bench-portmap [--listeners N] [--ratio N]
//
// Without a ratio: 1 and 2 device pixels per logical pixel, each in a program of its own, because Qt
// asks for it only once.
#include "models/listener_samples.h"
#include "portmap/port_map_canvas.h"
#include "portmap/port_map_view.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineF>
#include <QProcess>
#include <QStandardPaths>
#include <QWindow>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <numeric>
#include <random>
#include <vector>

using namespace portolan;

namespace {

constexpr QSize windowSize { 1400, 900 }; ///< logical pixels
constexpr int framesOfAWay = 60; ///< a second's worth
constexpr std::array toVisit { 22, 3155, 6000, 8080, 27015, 40000, 65535 };
/// Logical pixels per cell: blocks, outlines, lines between cells, numbers, names, owners.
constexpr std::array sizesToPanAt { 4.0, 8.0, 16.0, 48.0, 96.0, 160.0 };

Update crowd(int count)
{
    static constexpr std::array names { "nginx", "java", "node", "worker", "python3", "postgres", "updater" };
    static constexpr std::array verdicts { Verdict::Expected, Verdict::Explained, Verdict::Unfamiliar, Verdict::Investigate };
    std::mt19937 chance(3155);
    std::discrete_distribution<size_t> verdict({ 60, 25, 12, 3 });
    QList<OwnerPtr> owners;
    for (const char *name : names)
        owners.append(samples::owner(samples::process(4000 + static_cast<int>(owners.size()), QLatin1String(name))));
    std::vector<int> ports(65536);
    std::iota(ports.begin(), ports.end(), 0);
    std::shuffle(ports.begin(), ports.end(), chance);
    ports.resize(static_cast<size_t>(count));
    auto snapshot = std::make_shared<Snapshot>();
    Update update;
    for (const int port : ports) {
        snapshot->listeners.append(samples::listener(static_cast<quint16>(port), owners.at(port % owners.size())));
        update.assessments.append(samples::assessment(verdicts.at(verdict(chance))));
    }
    update.first = true;
    update.snapshot = snapshot;
    return update;
}

double processorMilliseconds()
{
    timespec time {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

class Stopwatch
{
public:
    explicit Stopwatch(PortMapCanvas &canvas)
        : m_canvas(canvas)
    {
    }

    void look(const QPointF &centre, double cellSize)
    {
        const double before = processorMilliseconds();
        m_canvas.look(centre, cellSize);
        m_canvas.repaint();
        m_frames.push_back(processorMilliseconds() - before);
        // What the display answers is not part of the next frame.
        QCoreApplication::processEvents();
    }

    void tell(const char *what)
    {
        std::sort(m_frames.begin(), m_frames.end());
        const auto at = [this](double share) { return m_frames.at(static_cast<size_t>(share * static_cast<double>(m_frames.size() - 1))); };
        std::printf("  %-8s %5zu frames   median %5.2f ms   99th percentile %5.2f ms   slowest %5.2f ms\n", what, m_frames.size(), at(0.5),
                    at(0.99), m_frames.back());
    }
    void take(Stopwatch &other) { m_frames.insert(m_frames.end(), other.m_frames.begin(), other.m_frames.end()); }

private:
    PortMapCanvas &m_canvas;
    std::vector<double> m_frames;
};

void zoom(Stopwatch &watch, const PortMapCanvas &canvas)
{
    const double whole = canvas.grid().wholeCellSize();
    for (const int port : toVisit) {
        const QPointF centre = PortGrid::rectOf(static_cast<quint16>(port)).center();
        const auto step = [&](int frame) {
            watch.look(centre, whole * std::pow(PortGrid::largestCell / whole, double(frame) / framesOfAWay));
        };
        for (int frame = 0; frame <= framesOfAWay; ++frame)
            step(frame);
        for (int frame = framesOfAWay; frame >= 0; --frame)
            step(frame);
    }
}

void pan(Stopwatch &watch)
{
    constexpr double side = PortGrid::side;
    for (const double size : sizesToPanAt) {
        // From corner to corner and along both axes, a second each.
        const std::array ways { QLineF(0, 0, side, side), QLineF(side, 0, 0, side), QLineF(0, side / 2, side, side / 2),
                                QLineF(side / 2, 0, side / 2, side) };
        for (const QLineF &way : ways) {
            for (int frame = 0; frame <= framesOfAWay; ++frame)
                watch.look(way.pointAt(double(frame) / framesOfAWay), size);
        }
    }
}

int measure(int listeners)
{
    PortMapView view(Knowledge::builtIn());
    view.resize(windowSize);
    view.apply(crowd(listeners));
    view.show();
    QElapsedTimer patience;
    patience.start();
    while (!view.hasGround() || !view.windowHandle()->isExposed()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        if (patience.hasExpired(30'000)) {
            std::fprintf(stderr, "The map did not appear.\n");
            return 1;
        }
    }
    auto *canvas = view.findChild<PortMapCanvas *>();
    const double ratio = canvas->devicePixelRatioF();
    std::printf("%d listeners, device pixel ratio %g, %d x %d device pixels\n", listeners, ratio, qRound(canvas->width() * ratio),
                qRound(canvas->height() * ratio));
    Stopwatch zooming(*canvas);
    zoom(zooming, *canvas);
    Stopwatch panning(*canvas);
    pan(panning);
    zooming.tell("zooming");
    panning.tell("panning");
    zooming.take(panning);
    zooming.tell("together");
    return 0;
}

} // namespace

int main(int count, char **arguments)
{
    int listeners = 5000;
    QByteArray ratio;
    for (int i = 1; i + 1 < count; i += 2) {
        const QByteArrayView option(arguments[i]);
        if (option == "--listeners")
            listeners = std::clamp(std::atoi(arguments[i + 1]), 1, 65536);
        else if (option == "--ratio")
            ratio = arguments[i + 1];
    }
    if (ratio.isEmpty()) {
        for (const QString &one : { QStringLiteral("1"), QStringLiteral("2") }) {
            const QStringList options { QStringLiteral("--listeners"), QString::number(listeners), QStringLiteral("--ratio"), one };
            if (QProcess::execute(QString::fromLocal8Bit(arguments[0]), options) != 0)
                return 1;
        }
        return 0;
    }
    qputenv("QT_SCALE_FACTOR", ratio);
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(count, arguments);
    return measure(listeners);
}
