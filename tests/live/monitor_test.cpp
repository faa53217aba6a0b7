// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/monitor.h"
#include "platform/linux/file_descriptor.h"
#include "platform/linux/linux_process_source.h"
#include "platform/platform.h"

#include <QCoreApplication>
#include <QFile>
#include <QScopeGuard>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <atomic>

using namespace portolan;
using namespace std::chrono_literals;

namespace {

bool shows(const QList<ListenerPtr> &listeners, quint16 port)
{
    return std::ranges::any_of(listeners, [port](const ListenerPtr &listener) {
        return listener->port() == port && listener->transport() == Transport::Tcp;
    });
}

bool isOwn(const Listener &listener)
{
    return std::ranges::any_of(listener.owner->processes, [](const ProcessPtr &process) {
        return process->key.pid == QCoreApplication::applicationPid();
    });
}

struct Counts
{
    std::atomic_int samples { 0 };
    std::atomic_int details { 0 };
    QSemaphore mayGoOn;
};

/// Shows nothing; every sample but the first waits until it may go on.
class GatedSockets : public SocketSource
{
public:
    explicit GatedSockets(std::shared_ptr<Counts> counts)
        : m_counts(std::move(counts))
    {
    }
    SocketSample sample() override
    {
        if (++m_counts->samples > 1)
            m_counts->mayGoOn.acquire();
        return {};
    }

private:
    std::shared_ptr<Counts> m_counts;
};

class NoProcesses : public ProcessSource
{
public:
    OwnerSample owners(const QList<SocketEntry> &) override { return {}; }
};

class CountedConnections : public ConnectionSource
{
public:
    explicit CountedConnections(std::shared_ptr<Counts> counts)
        : m_counts(std::move(counts))
    {
    }
    ConnectionSample connections(const Listener &, int) override
    {
        ++m_counts->details;
        return {};
    }

private:
    std::shared_ptr<Counts> m_counts;
};

/// Takes a tenth of the shortest interval, far more than its share.
class SlowConnections : public ConnectionSource
{
public:
    static constexpr auto duration = Monitor::minimumInterval / 10;

    ConnectionSample connections(const Listener &, int) override
    {
        QThread::msleep(duration.count());
        return {};
    }
};

} // namespace

/// The monitor with this system's real sources and real sockets of this very process.
class MonitorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_monitor = std::make_unique<Monitor>(&systemSources, Knowledge::builtIn());
    }

    void cleanup() { m_monitor.reset(); }

    void firstUpdateShowsEverythingAsOpened()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QSignalSpy available(m_monitor.get(), &Monitor::updateAvailable);
        m_monitor->start();
        QVERIFY(available.wait());
        const std::optional<Update> update = m_monitor->take();
        QVERIFY(update);
        QVERIFY(update->first);
        QVERIFY(shows(update->delta.opened, server.serverPort()));
        QCOMPARE(update->delta.opened.size(), update->snapshot->listeners.size());
        QCOMPARE(update->assessments.size(), update->snapshot->listeners.size());
        QVERIFY(!m_monitor->take());
    }

    void pausedMonitorSamplesOnRefreshOnly()
    {
        m_monitor->setPaused(true);
        QSignalSpy available(m_monitor.get(), &Monitor::updateAvailable);
        m_monitor->start();
        QVERIFY(available.wait());
        QVERIFY(m_monitor->take());
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        m_monitor->refresh();
        QVERIFY(available.wait());
        const std::optional<Update> update = m_monitor->take();
        QVERIFY(update);
        QVERIFY(!update->first);
        QVERIFY(shows(update->delta.opened, server.serverPort()));
    }

    void updatesNotTakenCoalesce()
    {
        m_monitor->setPaused(true);
        QSignalSpy available(m_monitor.get(), &Monitor::updateAvailable);
        m_monitor->start();
        QVERIFY(available.wait());
        QVERIFY(m_monitor->take());

        // Focus details come after the update of the same tick: they tell that a tick is over.
        QTcpServer stays;
        QVERIFY(stays.listen(QHostAddress::LocalHost));
        QTcpServer closes;
        QVERIFY(closes.listen(QHostAddress::LocalHost));
        const quint16 closedPort = closes.serverPort();
        QSignalSpy details(m_monitor.get(), &Monitor::detailsAvailable);
        auto listener = std::make_shared<Listener>();
        listener->owner = std::make_shared<Owner>();
        m_monitor->setFocus(listener);
        QVERIFY(details.wait());
        m_monitor->refresh();
        QTRY_COMPARE(details.size(), 2);
        closes.close();
        m_monitor->refresh();
        QTRY_COMPARE(details.size(), 3);

        QCOMPARE(available.size(), 2);
        const std::optional<Update> update = m_monitor->take();
        QVERIFY(update);
        QVERIFY(shows(update->delta.opened, stays.serverPort()));
        QVERIFY(!shows(update->delta.opened, closedPort));
        QVERIFY(!shows(update->delta.closed, closedPort));
        QVERIFY(!m_monitor->take());
    }

    void followsTheFocusedListenersConnections()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        m_monitor->setInterval(Monitor::minimumInterval);
        QSignalSpy available(m_monitor.get(), &Monitor::updateAvailable);
        m_monitor->start();
        QVERIFY(available.wait());
        const std::optional<Update> update = m_monitor->take();
        QVERIFY(update);
        const auto found = std::ranges::find_if(update->snapshot->listeners, [&server](const ListenerPtr &listener) {
            return listener->port() == server.serverPort() && isOwn(*listener);
        });
        QVERIFY(found != update->snapshot->listeners.end());

        int connections = -1;
        connect(m_monitor.get(), &Monitor::detailsAvailable, this,
                [&connections](const FocusDetails &details) { connections = details.connections.toListener; });
        m_monitor->setFocus(*found);
        QTRY_COMPARE(connections, 0);
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, server.serverPort());
        QVERIFY(client.waitForConnected());
        QTRY_COMPARE(connections, 1);
    }

    /// Holding F5 or an arrow key asks faster than a busy machine answers.
    void hastyQuestionsDoNotPileUp()
    {
        const auto counts = std::make_shared<Counts>();
        Monitor monitor(
            [counts] {
                return Sampler::Sources { std::make_unique<GatedSockets>(counts), std::make_unique<NoProcesses>(),
                                          std::make_unique<CountedConnections>(counts) };
            },
            Knowledge::builtIn());
        monitor.setPaused(true);
        QSignalSpy available(&monitor, &Monitor::updateAvailable);
        monitor.start();
        QVERIFY(available.wait());
        QVERIFY(monitor.take());

        monitor.refresh();
        QTRY_COMPARE(counts->samples.load(), 2);
        // The sampler thread is inside the second sample until it may go on.
        QSignalSpy details(&monitor, &Monitor::detailsAvailable);
        for (quint16 port = 1; port <= 50; ++port) {
            auto listener = std::make_shared<Listener>();
            listener->owner = std::make_shared<Owner>();
            listener->key.port = port;
            monitor.refresh();
            monitor.setFocus(listener);
        }
        counts->mayGoOn.release(100);
        QTRY_VERIFY(!details.isEmpty());
        // What is asked for now is done after everything that was asked for before.
        const int before = counts->samples;
        monitor.setFocus(nullptr);
        monitor.refresh();
        QTRY_VERIFY(counts->samples.load() > before);
        QCOMPARE(counts->samples.load(), 4);
        QVERIFY(counts->details.load() <= 2);
        QCOMPARE(details.first().first().value<FocusDetails>().listener->port(), quint16 { 50 });
    }

    void slowProcHoldsUpTheSamplerOnly()
    {
        // Opening this file waits until somebody writes to it, as a /proc that hangs would.
        QTemporaryDir proc;
        const QByteArray slow = QFile::encodeName(proc.filePath(QStringLiteral("loadavg")));
        QCOMPARE(::mkfifo(slow.constData(), 0600), 0);
        platform::FileDescriptor writer;
        Monitor monitor(
            [&] {
                return Sampler::Sources { platform::makeSocketSource(),
                                          std::make_unique<platform::LinuxProcessSource>(QFile::encodeName(proc.path())),
                                          platform::makeConnectionSource() };
            },
            Knowledge::builtIn());
        const auto letGo = qScopeGuard([&] {
            if (!writer.isValid())
                writer = platform::FileDescriptor(::open(slow.constData(), O_RDWR | O_NONBLOCK | O_CLOEXEC));
        });
        QSignalSpy available(&monitor, &Monitor::updateAvailable);
        QTimer events;
        QSignalSpy turns(&events, &QTimer::timeout);
        monitor.start();
        events.start(1);
        monitor.refresh();
        monitor.setPaused(true);
        monitor.setPaused(false);
        QTRY_VERIFY(turns.size() >= 50);
        QVERIFY(!monitor.take());
        QCOMPARE(available.size(), 0);
        // Only while a reader hangs in it can it be opened for writing without waiting.
        QTRY_VERIFY((writer = platform::FileDescriptor(::open(slow.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC))).isValid());
        QTRY_VERIFY(available.size() > 0);
        const std::optional<Update> update = monitor.take();
        QVERIFY(update);
        QVERIFY(update->snapshot->remarks.contains(Remark::ProcUnreadable));
        QCOMPARE(update->snapshot->completeness, Completeness::Partial);
    }

    void costlyConnectionsAreSampledLessOften()
    {
        Monitor monitor(
            [] {
                const auto counts = std::make_shared<Counts>();
                counts->mayGoOn.release(1000);
                return Sampler::Sources { std::make_unique<GatedSockets>(counts), std::make_unique<NoProcesses>(),
                                          std::make_unique<SlowConnections>() };
            },
            Knowledge::builtIn());
        monitor.setInterval(Monitor::minimumInterval);
        QList<FocusDetails> details;
        connect(&monitor, &Monitor::detailsAvailable, this, [&details](const FocusDetails &each) { details.append(each); });
        auto listener = std::make_shared<Listener>();
        listener->owner = std::make_shared<Owner>();
        monitor.setFocus(listener);
        monitor.start();
        QTRY_VERIFY(details.size() >= 3);
        for (qsizetype i = 1; i < details.size(); ++i) {
            QVERIFY(details[i - 1].slowedTo);
            QVERIFY(*details[i - 1].slowedTo >= SlowConnections::duration * Monitor::focusShare);
            QVERIFY(std::chrono::milliseconds(details[i - 1].takenAt.msecsTo(details[i].takenAt)) >= *details[i - 1].slowedTo);
        }
        // Who asks gets an answer at once.
        QSignalSpy again(&monitor, &Monitor::detailsAvailable);
        monitor.setPaused(true);
        monitor.refresh();
        QVERIFY(again.wait());
    }

    void intervalIsBounded()
    {
        m_monitor->setInterval(1ms);
        QCOMPARE(m_monitor->interval(), Monitor::minimumInterval);
        m_monitor->setInterval(1h);
        QCOMPARE(m_monitor->interval(), Monitor::maximumInterval);
    }

    void destroyedAtAnyTime()
    {
        for (int i = 0; i < 20; ++i) {
            Monitor monitor(&systemSources, Knowledge::builtIn());
            if (i % 2)
                monitor.start();
            if (i % 3)
                monitor.refresh();
        }
    }

private:
    std::unique_ptr<Monitor> m_monitor;
};

QTEST_GUILESS_MAIN(MonitorTest)
#include "monitor_test.moc"
