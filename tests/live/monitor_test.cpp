// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/monitor.h"
#include "platform/platform.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <algorithm>

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
