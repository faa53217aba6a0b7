// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/knowledge.h"
#include "listener_samples.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"

#include <QElapsedTimer>
#include <QMap>
#include <QTest>
#include <QTimer>

#include <ctime>

using namespace portolan;

namespace {

constexpr int listeners = 20'000;
constexpr double longestStall = 50.0; // milliseconds

double threadMilliseconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// Measures every turn of the event loop in the time this thread really ran, so that what else the
/// machine does is not counted.
class Watchdog : public QObject
{
public:
    Watchdog()
    {
        m_timer.setInterval(0);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const double now = threadMilliseconds();
            m_longest = std::max(m_longest, now - m_last);
            m_last = now;
            ++m_turns;
        });
    }

    /// Does the work in one turn of the loop and waits until the loop came to rest.
    double longestDuring(const std::function<void()> &work)
    {
        m_longest = 0;
        m_last = threadMilliseconds();
        QTimer::singleShot(0, this, work);
        m_timer.start();
        const int from = m_turns;
        // Painting, laying out and what the work queued take a few turns more.
        while (m_turns < from + 40)
            QCoreApplication::processEvents(QEventLoop::AllEvents);
        m_timer.stop();
        return m_longest;
    }

private:
    QTimer m_timer;
    double m_last = 0;
    double m_longest = 0;
    int m_turns = 0;
};

} // namespace

class TestListenerStall : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingStalls();

private:
    /// The steps that took too long, as "step: time".
    static QMap<QString, QString> stallsOfOneRun();
};

void TestListenerStall::nothingStalls()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("sanitizers slow everything down; the other presets measure this");
#endif
    // A stall of the table's own comes back each time, one of a machine that is busy elsewhere does not.
    constexpr int attempts = 3;
    QMap<QString, QString> stalls = stallsOfOneRun();
    for (int attempt = 1; attempt < attempts && !stalls.isEmpty(); ++attempt) {
        const QMap<QString, QString> again = stallsOfOneRun();
        stalls.removeIf([&](const auto &stall) { return !again.contains(stall.key()); });
    }
    QVERIFY2(stalls.isEmpty(), qPrintable(QStringList(stalls.values()).join(QStringLiteral("; "))));
}

QMap<QString, QString> TestListenerStall::stallsOfOneRun()
{
    QMap<QString, QString> stalls;
    ListenersView view(Knowledge::builtIn());
    view.resize(1400, 900);
    view.show();
    if (!QTest::qWaitForWindowExposed(&view))
        return { { QStringLiteral("window"), QStringLiteral("the window does not show") } };
    samples::Machine machine(11);
    machine.open(listeners + 2500);
    Watchdog watchdog;
    const auto measure = [&](const QString &what, const std::function<void()> &work) {
        const double longest = watchdog.longestDuring(work);
        const QString line = QStringLiteral("%1: %2 ms").arg(what).arg(longest, 0, 'f', 1);
        qInfo("%s", qPrintable(line));
        if (longest > longestStall)
            stalls.insert(what, line);
    };

    Update update = machine.update();
    if (update.snapshot->listeners.size() < listeners)
        return { { QStringLiteral("listeners"), QStringLiteral("too few listeners to measure with") } };
    measure(QStringLiteral("first fill"), [&] { view.apply(update); });
    view.table()->selectPort(update.snapshot->listeners.at(500)->port());
    for (int i = 0; i < 20; ++i) {
        machine.open(300);
        machine.close(300);
        machine.change(400);
        update = machine.update();
        measure(QStringLiteral("delta %1").arg(i), [&] { view.apply(update); });
    }
    for (int column = 0; column < listenerColumnCount; ++column)
        measure(QStringLiteral("sort by ") + ListenerModel::columnTitle(static_cast<ListenerColumn>(column)),
                [&] { view.table()->sortByColumn(column, Qt::DescendingOrder); });
    for (const char *text : {"w", "worker-1", "verdict:investigate", "port:1000-9000 -proto:udp", "nothing-like-it", ""})
        measure(QStringLiteral("filter \"%1\"").arg(QLatin1String(text)),
                [&] { view.setFilter(FilterExpression::parse(QLatin1String(text))); });
    measure(QStringLiteral("select all"), [&] { view.table()->selectAll(); });
    measure(QStringLiteral("select one"), [&] { view.table()->selectRow(3); });
    return stalls;
}

QTEST_MAIN(TestListenerStall)
#include "test_listener_stall.moc"
