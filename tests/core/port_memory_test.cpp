// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/listener_grouping.h"
#include "monitor/port_memory.h"
#include "tests/support/builders.h"

#include <QTest>

using namespace portolan;
using namespace portolan::test;

class PortMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_memory = PortMemory(); }

    void namesTheProgramBefore()
    {
        const OwnerPtr daemon = program("/usr/sbin/nginx", 10);
        QVERIFY(!before(daemon));
        QVERIFY(!before(program("/usr/sbin/nginx", 20)));
        const OwnerPtr stranger = program("/home/alice/x", 30);
        QCOMPARE(before(stranger)->leader()->key.pid, 20);
        // It stays known, however often the listener is assessed again.
        QCOMPARE(before(stranger)->leader()->key.pid, 20);
        QCOMPARE(before(daemon), stranger);
    }

    void scriptsAreTheProgram()
    {
        auto first = std::make_shared<ProcessInfo>(*process(1, QStringLiteral("python3")));
        first->script = QStringLiteral("/srv/a.py");
        auto second = std::make_shared<ProcessInfo>(*first);
        second->script = QStringLiteral("/srv/b.py");
        QVERIFY(!before(observed({ first })));
        QCOMPARE(before(observed({ second }))->leader()->script, first->script);
    }

    void unseenOwnersChangeNothing()
    {
        (void)before(program("/usr/sbin/nginx", 10));
        QVERIFY(!before(unowned(OwnerReason::OtherUser)));
        QVERIFY(!before(program("/usr/sbin/nginx", 11)));
    }

    void sharedPortsHaveNoOwnerBefore()
    {
        (void)before(program("/usr/sbin/nginx", 10));
        const QList<ListenerPtr> shared = groupListeners({ socket(80, 1, "127.0.0.1"), socket(80, 2, "10.0.0.1") },
                                                         { program("/usr/sbin/nginx", 10), program("/home/alice/x", 9) }, {});
        QCOMPARE(shared.size(), 2);
        QVERIFY(!m_memory.ownerBefore(shared, 0));
        QVERIFY(!m_memory.ownerBefore(shared, 1));
    }

    void forgetsWhatNobodyHolds()
    {
        (void)before(program("/usr/sbin/nginx", 10));
        for (quint16 port = 1000; port < 1000 + PortMemory::maximumPorts; ++port)
            (void)m_memory.ownerBefore(groupListeners({ socket(port, port) }, { program("/usr/bin/x", 5) }, {}), 0);
        QVERIFY(!before(program("/home/alice/x", 30)));
    }

    void keepsWhatIsHeld()
    {
        // More ports than it likes to remember, all of them held.
        QList<SocketEntry> sockets;
        for (int port = 1; port <= PortMemory::maximumPorts + 1000; ++port)
            sockets.append(socket(quint16(port), quint64(port)));
        const QList<ListenerPtr> all = groupListeners(sockets, QList<OwnerPtr>(sockets.size(), program("/usr/sbin/nginx", 10)), {});
        for (qsizetype i = 0; i < all.size(); ++i)
            QVERIFY(!m_memory.ownerBefore(all, i));
        const QList<ListenerPtr> one = groupListeners({ socket(7, 7) }, { program("/home/alice/x", 30) }, {});
        QCOMPARE(m_memory.ownerBefore(one, 0)->leader()->key.pid, 10);
    }

private:
    static OwnerPtr program(const char *path, qint32 pid)
    {
        return observed({ process(pid, QStringLiteral("program"), QString::fromLatin1(path)) });
    }
    OwnerPtr before(const OwnerPtr &owner) { return m_memory.ownerBefore(groupListeners({ socket(80, 1) }, { owner }, {}), 0); }

    PortMemory m_memory;
};

QTEST_GUILESS_MAIN(PortMemoryTest)
#include "port_memory_test.moc"
