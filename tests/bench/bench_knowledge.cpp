// SPDX-License-Identifier: GPL-3.0-or-later
// Measures what the knowledge base costs a start: time and memory of fresh processes that do
// without it, that open it, that also assess fifty ports as a window with fifty listeners does, and
// that open it with a registry that a person brought.
// Then what a look-up by port takes. In the language of the environment: LANGUAGE=bg adds a
// translation.
//
//   bench-knowledge [--pairs N]
#include "knowledge/explanation.h"
#include "knowledge/knowledge.h"
#include "knowledge/registry_store.h"
#include "text/translations.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

extern char **environ;

using namespace portolan;

namespace {

enum class Mode { Without, Open, Use, Kept };
constexpr std::array modeNames { "without", "open", "use", "kept" };
constexpr const char *folderVariable = "PORTOLAN_BENCH_FOLDER";

constexpr int fewPorts = 50;

double milliseconds(clockid_t clock)
{
    timespec time {};
    ::clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

struct Cost
{
    double wall = 0; ///< ms from main() on
    double cpu = 0; ///< ms of the processor in the same time
    double rss = 0; ///< kB
    double pss = 0;
};

/// kB; 0 where the kernel has no smaps_rollup (before 4.14).
void readMemory(Cost *cost)
{
    std::ifstream file("/proc/self/smaps_rollup");
    for (std::string key, rest; file >> key && std::getline(file, rest);) {
        if (key == "Rss:")
            cost->rss = std::atof(rest.c_str());
        else if (key == "Pss:")
            cost->pss = std::atof(rest.c_str());
    }
}

int beChild(Mode mode, int &argc, char **argv)
{
    QCoreApplication application(argc, argv);
    installTranslations(application);
    const double wall = milliseconds(CLOCK_MONOTONIC);
    const double cpu = milliseconds(CLOCK_PROCESS_CPUTIME_ID);
    qsizetype seen = 0;
    if (mode == Mode::Kept) {
        seen = RegistryStore(qEnvironmentVariable(folderVariable)).load().knowledge->registry().isBuiltIn() ? 0 : 1;
    } else if (mode != Mode::Without) {
        const KnowledgePtr knowledge = Knowledge::builtIn();
        for (int i = 0; mode == Mode::Use && i < fewPorts; ++i) {
            const auto port = static_cast<quint16>(1 + i * 1237 % 65535);
            seen += knowledge->registration(port, Transport::Tcp).has_value() ? 1 : 0;
            seen += knowledge->marks(port, Transport::Tcp).toInt() != 0 ? 1 : 0;
            seen += knowledge->noteForExecutable(port, Transport::Tcp, u"sshd").has_value() ? 1 : 0;
        }
    }
    Cost cost;
    cost.wall = milliseconds(CLOCK_MONOTONIC) - wall;
    cost.cpu = milliseconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    readMemory(&cost);
    std::printf("%f %f %f %f %lld\n", cost.wall, cost.cpu, cost.rss, cost.pss, static_cast<long long>(seen));
    return 0;
}

std::optional<Cost> runChild(Mode mode)
{
    std::array<int, 2> ends {};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return std::nullopt;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    std::string program = "/proc/self/exe";
    std::string option = "--child";
    std::string name = modeNames[static_cast<size_t>(mode)];
    std::array<char *, 4> arguments { program.data(), option.data(), name.data(), nullptr };
    pid_t pid = 0;
    const bool started = ::posix_spawn(&pid, program.c_str(), &actions, nullptr, arguments.data(), environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    std::array<char, 256> said {};
    const ssize_t length = started ? ::read(ends[0], said.data(), said.size() - 1) : 0;
    ::close(ends[0]);
    int status = 0;
    if (started)
        ::waitpid(pid, &status, 0);
    Cost cost;
    if (length <= 0 || std::sscanf(said.data(), "%lf %lf %lf %lf", &cost.wall, &cost.cpu, &cost.rss, &cost.pss) != 4)
        return std::nullopt;
    return cost;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

void printDifference(const char *what, const std::vector<Cost> &with, const std::vector<Cost> &without)
{
    const auto difference = [&](double Cost::*part) {
        std::vector<double> values;
        for (size_t i = 0; i < with.size(); ++i)
            values.push_back(with[i].*part - without[i].*part);
        return values;
    };
    const std::vector<double> wall = difference(&Cost::wall);
    std::printf("  %-32s %7.3f ms (slowest %.3f)  cpu %7.3f ms  Rss %+6.2f MB  Pss %+6.2f MB\n", what, median(wall),
                *std::max_element(wall.begin(), wall.end()), median(difference(&Cost::cpu)),
                median(difference(&Cost::rss)) / 1024, median(difference(&Cost::pss)) / 1024);
}

template<typename LookUp>
void measureLookUp(const char *what, const std::vector<quint16> &ports, LookUp lookUp)
{
    std::vector<double> rounds;
    qsizetype seen = 0;
    for (int round = 0; round < 9; ++round) {
        const double start = milliseconds(CLOCK_THREAD_CPUTIME_ID);
        for (const quint16 port : ports)
            seen += lookUp(port);
        rounds.push_back((milliseconds(CLOCK_THREAD_CPUTIME_ID) - start) * 1e6 / static_cast<double>(ports.size()));
    }
    std::printf("  %-32s %9.1f ns each over %zu ports (%lld)\n", what, median(rounds), ports.size(), static_cast<long long>(seen));
}

} // namespace

int main(int argc, char **argv)
{
    if (argc == 3 && std::strcmp(argv[1], "--child") == 0) {
        for (size_t i = 0; i < modeNames.size(); ++i) {
            if (std::strcmp(argv[2], modeNames[i]) == 0)
                return beChild(static_cast<Mode>(i), argc, argv);
        }
    }
    int pairs = 21;
    if (argc == 3 && std::strcmp(argv[1], "--pairs") == 0)
        pairs = std::atoi(argv[2]);
    if ((argc != 1 && argc != 3) || pairs <= 0) {
        std::fprintf(stderr, "usage: bench-knowledge [--pairs N]\n");
        return 2;
    }

    const QTemporaryDir folder;
    qputenv(folderVariable, folder.path().toUtf8());
    QList<Registration> rows;
    for (int i = 0; i < Knowledge::builtIn()->registrationCount(); ++i)
        rows.append(Knowledge::builtIn()->registrationAt(i));
    if (!RegistryStore(folder.path()).keep(rows, { QStringLiteral("2026-07"), QStringLiteral("bench.csv") }).knowledge) {
        std::fprintf(stderr, "bench-knowledge: no registry could be kept\n");
        return 1;
    }

    std::array<std::vector<Cost>, modeNames.size()> costs;
    for (int i = 0; i < pairs; ++i) {
        for (size_t mode = 0; mode < modeNames.size(); ++mode) {
            const std::optional<Cost> cost = runChild(static_cast<Mode>(mode));
            if (!cost) {
                std::fprintf(stderr, "bench-knowledge: a child process did not answer\n");
                return 1;
            }
            costs[mode].push_back(*cost);
        }
    }
    std::printf("a start, beyond one without knowledge; medians of %d fresh processes each\n", pairs);
    printDifference("opened", costs[static_cast<size_t>(Mode::Open)], costs[static_cast<size_t>(Mode::Without)]);
    printDifference("opened, 50 ports looked up", costs[static_cast<size_t>(Mode::Use)], costs[static_cast<size_t>(Mode::Without)]);
    printDifference("opened, with a kept registry", costs[static_cast<size_t>(Mode::Kept)], costs[static_cast<size_t>(Mode::Without)]);

    const KnowledgePtr knowledge = Knowledge::builtIn();
    std::vector<quint16> all;
    std::vector<quint16> first;
    std::vector<quint16> last;
    for (int port = 0; port <= 65535; ++port)
        all.push_back(static_cast<quint16>(port));
    for (int i = 0; i < 65536; ++i) {
        first.push_back(22);
        last.push_back(65535);
    }
    std::printf("a look-up by port\n");
    const auto marks = [&](quint16 port) { return qsizetype(knowledge->marks(port, Transport::Tcp).toInt()); };
    measureLookUp("marks, every port", all, marks);
    measureLookUp("marks, port 22", first, marks);
    measureLookUp("marks, port 65535", last, marks);
    measureLookUp("registration, every port", all,
                  [&](quint16 port) { return qsizetype(knowledge->registration(port, Transport::Tcp).has_value()); });
    measureLookUp("notes, every port", all, [&](quint16 port) { return knowledge->notes(port).size(); });
    std::vector<quint16> some;
    for (int port = 0; port <= 65535; port += 97)
        some.push_back(static_cast<quint16>(port));
    measureLookUp("whole explanation, every 97th", some,
                  [&](quint16 port) { return explain(*knowledge, port, std::nullopt).neighbours.size(); });
    return 0;
}
