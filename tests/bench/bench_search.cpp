// SPDX-License-Identifier: GPL-3.0-or-later
// Types searches letter by letter over everything the program knows and measures what each
// keystroke costs, from the text in the field to the ranked answer.
//
//   bench-search [--repeat N] [TEXT...]
#include "instruction_counter.h"
#include "search/registry_search.h"

#include <QElapsedTimer>
#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <vector>

using namespace portolan;
using namespace portolan::bench;

namespace {

/// What people type: numbers, ranges, names, words of texts, malware, slips of the finger, several
/// words, what nobody registered.
const char *const typed[] {
    "3155",
    "3100-3200",
    "443/tcp",
    "http",
    "postgresql",
    "jpegmpeg udp",
    "mydoom",
    "remote desktop",
    "language models",
    "kde connect",
    "unauthorized use",
    "the protocol of a service",
    "postgersql",
    "kubernets",
    "systmed-resolvd",
    "qzxwvk plmokn",
    "печат",
};

struct Keystroke
{
    QString text;
    double milliseconds = 0; ///< by the clock, median of the repetitions
    double computed = 0; ///< of the processor, median of the repetitions
    double slowest = 0;
    std::optional<quint64> instructions; ///< median of the repetitions
    qsizetype hits = 0;
};

double processorMilliseconds()
{
    timespec time {};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

template<typename Number>
Number median(std::vector<Number> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

Keystroke measure(const RegistryIndex &index, const QString &text, RegistryFilter filter, int repeat)
{
    static const InstructionCounter counter;
    Keystroke key;
    key.text = text;
    std::vector<double> times;
    std::vector<double> computed;
    std::vector<quint64> instructions;
    for (int i = 0; i < repeat; ++i) {
        const std::optional<quint64> before = counter.read();
        const double cpu = processorMilliseconds();
        QElapsedTimer timer;
        timer.start();
        RegistryQuery query = RegistryQuery::parse(text);
        query.filter = filter;
        key.hits = searchRegistry(index, query).size();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        computed.push_back(processorMilliseconds() - cpu);
        if (const std::optional<quint64> after = counter.read(); before && after)
            instructions.push_back(*after - *before);
    }
    key.slowest = *std::max_element(times.begin(), times.end());
    key.milliseconds = median(times);
    key.computed = median(computed);
    if (!instructions.empty())
        key.instructions = median(instructions);
    return key;
}

QByteArray millions(const std::optional<quint64> &instructions)
{
    return instructions ? QByteArray::number(static_cast<double>(*instructions) / 1e6, 'f', 2) : QByteArray("-");
}

} // namespace

int main(int argc, char **argv)
{
    int repeat = 15;
    QStringList texts;
    for (int i = 1; i < argc; ++i) {
        if (std::strcmp(argv[i], "--repeat") == 0 && i + 1 < argc)
            repeat = std::atoi(argv[++i]);
        else
            texts.append(QString::fromLocal8Bit(argv[i]));
    }
    if (repeat <= 0) {
        std::fprintf(stderr, "usage: bench-search [--repeat N] [TEXT...]\n");
        return 2;
    }
    if (texts.isEmpty()) {
        for (const char *text : typed)
            texts.append(QString::fromUtf8(text));
    }

    const KnowledgePtr knowledge = Knowledge::builtIn();
    QElapsedTimer timer;
    timer.start();
    const RegistryIndexPtr index = RegistryIndex::build(*knowledge);
    std::printf("index over %d registrations and %d notes built in %.1f ms\n", knowledge->registrationCount(),
                knowledge->noteCount(), static_cast<double>(timer.nsecsElapsed()) / 1e6);

    RegistryFilter marked;
    marked.mark = Mark::DeFacto;
    marked.range = PortRange::Registered;
    marked.transport = RegistryTransport::Tcp;
    std::vector<Keystroke> keys;
    for (const QString &text : std::as_const(texts)) {
        for (const RegistryFilter &filter : { RegistryFilter(), marked }) {
            for (qsizetype length = 0; length <= text.size(); ++length)
                keys.push_back(measure(*index, text.left(length), filter, repeat));
        }
    }
    std::sort(keys.begin(), keys.end(), [](const Keystroke &a, const Keystroke &b) { return a.milliseconds > b.milliseconds; });
    std::printf("%zu keystrokes, each %d times\n", keys.size(), repeat);
    std::printf("  %-28s %10s %10s %10s %14s %8s\n", "typed so far", "median ms", "cpu ms", "slowest ms", "M instructions", "answers");
    const auto print = [](const char *label, const Keystroke &key) {
        std::printf("  %-28s %10.3f %10.3f %10.3f %14s %8lld\n", label, key.milliseconds, key.computed, key.slowest,
                    millions(key.instructions).constData(), static_cast<long long>(key.hits));
    };
    for (size_t i = 0; i < std::min<size_t>(6, keys.size()); ++i)
        print(qPrintable(QLatin1Char('"') + keys[i].text + QLatin1Char('"')), keys[i]);
    print("median keystroke", keys[keys.size() / 2]);
    print("slowest single keystroke", *std::max_element(keys.begin(), keys.end(), [](const Keystroke &a, const Keystroke &b) {
              return a.slowest < b.slowest;
          }));
    std::printf("worst keystroke: %.3f ms\n", keys.front().milliseconds);
    return 0;
}
