// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what a tick costs after the kernel was read: grouping sockets into listeners, assessing
// them and comparing two snapshots.
//
//   bench-assess [LISTENERS]
#include "assess/assessment.h"
#include "monitor/listener_grouping.h"
#include "snapshot/delta.h"
#include "support/builders.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>

using namespace portolan;

namespace {

double milliseconds()
{
    timespec time {};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

void measure(const char *what, int count, const std::function<void()> &work)
{
    QList<double> times;
    for (int i = 0; i < 9; ++i) {
        const double start = milliseconds();
        work();
        times.append(milliseconds() - start);
    }
    std::sort(times.begin(), times.end());
    std::printf("  %-28s %8.2f ms, %6.2f us each\n", what, times[4], 1000 * times[4] / count);
}

} // namespace

int main(int argc, char **argv)
{
    const int count = argc > 1 ? std::atoi(argv[1]) : 20000;
    if (count <= 0) {
        std::fprintf(stderr, "usage: bench-assess [LISTENERS]\n");
        return 2;
    }
    const char *const folders[] { "/usr/bin/", "/usr/sbin/", "/opt/tool/", "/home/alice/bin/", "/tmp/.cache/" };
    QList<SocketEntry> sockets;
    QList<OwnerPtr> owners;
    QList<OwnerPtr> processes;
    for (int i = 0; i < std::max(1, count / 20); ++i) {
        const QString name = QStringLiteral("worker-%1").arg(i % 40);
        processes.append(test::observed({ test::process(i + 2, name, QLatin1String(folders[i % 5]) + name) }));
    }
    for (int i = 0; i < count; ++i) {
        const auto port = static_cast<quint16>(1 + i * 3 % 65535);
        sockets.append(test::socket(port, static_cast<quint64>(i) + 1, i % 3 == 0 ? "127.0.0.1" : "0.0.0.0",
                                    i % 4 == 3 ? Transport::Udp : Transport::Tcp));
        owners.append(processes.at(i % processes.size()));
    }

    std::printf("%d listeners, median of 9\n", count);
    const KnowledgePtr knowledge = Knowledge::builtIn();
    QList<ListenerPtr> listeners;
    measure("group, all new", count, [&] { listeners = groupListeners(sockets, owners, {}); });
    measure("group, all known", count, [&] { (void)groupListeners(sockets, owners, listeners); });
    QList<AssessmentPtr> assessments;
    measure("assess", count, [&] {
        assessments.clear();
        for (const ListenerPtr &listener : std::as_const(listeners))
            assessments.append(assess(*listener, *knowledge));
    });
    Snapshot before;
    before.listeners = listeners;
    Snapshot after = before;
    measure("compare, nothing changed", count, [&] { (void)diff(before, after); });
    after.listeners.removeIf([](const ListenerPtr &listener) { return listener->port() % 100 == 0; });
    measure("compare, 1 % closed", count, [&] { (void)diff(before, after); });
    measure("compare, all new", count, [&] { (void)diff({}, before); });
    return 0;
}
