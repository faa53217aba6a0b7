// SPDX-License-Identifier: GPL-3.0-or-later
/// The history of a year: bench-history [--events N] [--file FILE]
/// Records N events (2,000,000 when not told) of a machine with some fifty listeners through the
/// recorder itself into FILE, unless it is there already, and measures in fresh connections what a
/// person waits for.
#include "history/history_file.h"
#include "models/listener_samples.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <map>
#include <random>
#include <unistd.h>

using namespace portolan;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 year = 365 * day;
constexpr int runs = 9;

class Machine
{
public:
    explicit Machine(qint64 from)
        : m_at(from)
    {
        for (int port = 1; port <= 40; ++port)
            open(static_cast<quint16>(port * 20), QStringLiteral("daemon-%1").arg(port));
    }

    /// One to some six things happen.
    int step(qint64 milliseconds)
    {
        m_at += milliseconds;
        const size_t before = m_listeners.size();
        int happened = 0;
        // What is short-lived goes before more comes: a desktop's dynamic ports and developers' servers.
        for (auto it = m_listeners.begin(); it != m_listeners.end();) {
            if (it->first.port > 800 && below(3) > 0) {
                it = m_listeners.erase(it);
                ++happened;
            } else {
                ++it;
            }
        }
        for (int count = 1 + below(3); count > 0; --count) {
            const bool dynamic = below(3) > 0;
            open(static_cast<quint16>(dynamic ? 49152 + below(16384) : 3000 + below(400)), QStringLiteral("program-%1").arg(below(dynamic ? 4 : 30)));
        }
        return happened + static_cast<int>(m_listeners.size() + static_cast<size_t>(happened) - before);
    }

    [[nodiscard]] Update update() const
    {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->takenAt = QDateTime::fromMSecsSinceEpoch(m_at, Qt::UTC);
        Update update;
        for (const auto &[key, entry] : m_listeners) {
            snapshot->listeners.append(entry.first);
            update.assessments.append(entry.second);
        }
        update.snapshot = std::move(snapshot);
        return update;
    }

private:
    [[nodiscard]] int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }
    void open(quint16 port, const QString &program)
    {
        OwnerPtr &owner = m_owners[program];
        if (!owner)
            owner = samples::owner(samples::process(100 + static_cast<int>(m_owners.size()), program));
        const ListenerPtr listener = samples::listener(port, owner);
        m_listeners[listener->key] = { listener, m_assessments[port % 4] };
    }

    qint64 m_at;
    std::mt19937 m_random { 3155 };
    std::map<QString, OwnerPtr> m_owners;
    std::map<ListenerKey, std::pair<ListenerPtr, AssessmentPtr>> m_listeners;
    const std::array<AssessmentPtr, 4> m_assessments { samples::assessment(Verdict::Expected), samples::assessment(Verdict::Explained),
                                                      samples::assessment(Verdict::Unfamiliar), samples::assessment(Verdict::Investigate) };
};

void generate(const QString &fileName, qint64 events, qint64 until)
{
    HistoryFile file(fileName, HistoryFile::Use::Record);
    const qint64 ticks = std::max<qint64>(1, events / 5);
    Machine machine(until - year);
    file.recorder().record(machine.update());
    qint64 written = 0;
    QElapsedTimer elapsed;
    elapsed.start();
    while (written < events) {
        written += machine.step(std::min<qint64>(year / ticks, HistoryRecorder::longestPause));
        file.recorder().record(machine.update());
    }
    file.end();
    std::printf("recorded %lld events in %.0f s: %.1f us each\n", static_cast<long long>(written), double(elapsed.elapsed()) / 1000,
                double(elapsed.elapsed()) * 1000 / double(written));
}

/// So that the disk is read, not the memory.
void forgetCached(const QString &fileName)
{
    const int descriptor = ::open(QFile::encodeName(fileName).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fdatasync(descriptor);
    ::posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED);
    ::close(descriptor);
}

void measure(const char *what, const std::function<void()> &work, int times = runs)
{
    std::vector<double> took;
    for (int run = 0; run < times; ++run) {
        QElapsedTimer elapsed;
        elapsed.start();
        work();
        took.push_back(double(elapsed.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(took);
    std::printf("%-62s %8.1f ms (worst of %d: %.1f)\n", what, took[took.size() / 2], times, took.back());
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption events(QStringLiteral("events"), QStringLiteral("How many events."), QStringLiteral("N"), QStringLiteral("2000000"));
    const QCommandLineOption file(QStringLiteral("file"), QStringLiteral("Where to; kept there."), QStringLiteral("FILE"));
    parser.addOptions({ events, file });
    parser.addHelpOption();
    parser.process(application);

    const QTemporaryDir folder;
    const QString fileName = parser.isSet(file) ? parser.value(file) : folder.filePath(QStringLiteral("history.sqlite"));
    if (!QFile::exists(fileName))
        generate(fileName, parser.value(events).toLongLong(), QDateTime::currentMSecsSinceEpoch());

    HistoryExtent extent;
    const auto open = [&] {
        HistoryFile fresh(fileName, HistoryFile::Use::Record);
        extent = fresh.reader().extent();
        if (fresh.reader().page({}).events.isEmpty())
            qFatal("no events");
    };
    measure("open, extent and first page, from a cold file", [&] { forgetCached(fileName); open(); });
    measure("open, extent and first page", open);
    std::printf("%lld events, %.0f MB\n", static_cast<long long>(extent.events), double(extent.bytes) / 1024 / 1024);

    HistoryFile history(fileName, HistoryFile::Use::Record);
    HistoryReader &reader = history.reader();
    HistoryQuery query;
    const auto next = [&] {
        const HistoryPage page = reader.page(query);
        query.olderThan = page.next;
    };
    measure("next page of 256 events while scrolling", next, 2000);
    query = {};
    query.to = extent.first.addDays(30);
    measure("page of a moment eleven months ago", [&] { (void)reader.page(query); });
    for (const char *filter : { "port:3155", "owner:daemon-7", "verdict:investigate", "owner:program-2 proto:tcp", "nobody" }) {
        measure(qPrintable(QStringLiteral("first page for the filter \"%1\"").arg(QLatin1String(filter))), [&] {
            HistoryQuery filtered;
            filtered.filter = std::make_shared<HistoryFilter>(FilterExpression::parse(QLatin1String(filter)));
            for (HistoryPage page = reader.page(filtered); page.events.isEmpty() && page.next; page = reader.page(filtered))
                filtered.olderThan = page.next;
        }, 3);
    }
    measure("listeners over the year, by day", [&] { (void)reader.levels({ extent.first, extent.last }, 370); });
    measure("listeners over a day, by 5 minutes", [&] { (void)reader.levels({ extent.last.addDays(-1), extent.last }, 300); });
    measure("listeners over a day half a year ago", [&] { (void)reader.levels({ extent.last.addDays(-181), extent.last.addDays(-180) }, 300); });
    measure("who held port 3155 in a week", [&] { (void)reader.holders(3155, { extent.last.addDays(-7), extent.last }); });
    measure("who held port 3155 in the year", [&] { (void)reader.holders(3155, { extent.first, extent.last }); });
    measure("all listeners at a moment half a year ago", [&] { (void)reader.moment(extent.last.addDays(-180)); });
    return 0;
}
