// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/container_directory.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <map>
#include <utility>

namespace portolan {

namespace {

using std::chrono::seconds;
using std::chrono::steady_clock;

constexpr std::chrono::milliseconds patienceWithEngine = seconds(5);
/// What an engine does not know is asked for again after 2, 8, 32 ... seconds, and then as rarely as
/// everything is.
constexpr seconds firstDelay(2);
constexpr seconds refreshInterval(120);
constexpr qsizetype maximumQuestions = 10000;
constexpr qsizetype maximumResidents = 10000;

std::optional<ContainerEngine> engineOf(const Container &container)
{
    if (container.engine == engineName(ContainerEngine::Docker))
        return ContainerEngine::Docker;
    return container.engine == engineName(ContainerEngine::Podman) ? std::optional(ContainerEngine::Podman) : std::nullopt;
}

} // namespace

ContainerDirectory::ContainerDirectory(System system, QList<EngineSocket> sockets)
    : m_system(std::move(system))
    , m_sockets(std::move(sockets))
{
}

ContainerDirectory::~ContainerDirectory()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_stop = true;
        m_task.wakeAll();
    }
    if (m_thread)
        m_thread->wait();
}

Container ContainerDirectory::completed(const Container &container)
{
    const QMutexLocker lock(&m_mutex);
    const auto known = m_book.byId(container.id);
    if (const auto engine = engineOf(container); engine && (!known || known->name.isEmpty()))
        ask(*engine, container.id);
    if (!known)
        return container;
    Container result = container;
    if (!known->name.isEmpty())
        result.name = known->name;
    result.image = known->image;
    result.ports = known->ports;
    return result;
}

Container ContainerDirectory::servedBy(const ServedContainer &served, const ProcessKey &process, Transport transport,
                                       quint16 port)
{
    const QMutexLocker lock(&m_mutex);
    if (served.address) {
        for (const PublishedPort &published : served.ports) {
            if (m_book.addProxy({ process, *served.address, published }))
                ++m_revision;
        }
    }
    const auto known = !served.containerId.isEmpty() ? m_book.byId(served.containerId)
        : served.address                             ? m_book.byAddress(served.engine, *served.address)
                                                     : m_book.byPublishedPort(served.engine, transport, port);
    if (!known || known->name.isEmpty()) {
        ask(served.engine,
            !served.containerId.isEmpty() ? served.containerId
                : served.address          ? served.address->toString()
                                          : QLatin1String(transportName(transport)) + QString::number(port));
    }
    Container result = known.value_or(Container {});
    result.engine = engineName(served.engine);
    // Anybody may claim to work for a container; that there is one shows in its processes.
    if (m_readFrom.contains(served.containerId)) {
        result.id = served.containerId;
        if (result.name.isEmpty())
            result.name = served.containerName;
    }
    if (result.ports.isEmpty())
        result.ports = served.ports;
    result.served = true;
    return result;
}

std::optional<Container> ContainerDirectory::servedAt(Transport transport, quint16 port, const IpAddress &address)
{
    const QMutexLocker lock(&m_mutex);
    const ContainerProxy *proxy = m_book.proxyAt(transport, port, address);
    if (proxy == nullptr)
        return std::nullopt;
    Container result = m_book.byAddress(ContainerEngine::Docker, proxy->address).value_or(Container {});
    result.engine = engineName(ContainerEngine::Docker);
    if (result.ports.isEmpty())
        result.ports = { proxy->port };
    result.served = true;
    return result;
}

void ContainerDirectory::noteResident(const QString &containerId, const ProcessKey &process)
{
    const QMutexLocker lock(&m_mutex);
    if (m_readFrom.contains(containerId) || m_residents.size() >= maximumResidents)
        return;
    m_readFrom.insert(containerId, process);
    m_residents.append({ containerId, process });
    wake();
}

void ContainerDirectory::ask(ContainerEngine engine, const QString &what)
{
    if (m_questions.contains(what) || m_questions.size() >= maximumQuestions)
        return;
    m_questions.insert(what, { engine, steady_clock::now(), firstDelay });
    wake();
}

void ContainerDirectory::wake()
{
    if (!m_thread) {
        m_thread.reset(QThread::create([this] { run(); }));
        m_thread->setObjectName(QStringLiteral("containers"));
        m_thread->start();
    }
    m_task.wakeAll();
}

bool ContainerDirectory::waitForAnswers(std::chrono::milliseconds patience)
{
    const QDeadlineTimer end(patience);
    QMutexLocker lock(&m_mutex);
    while (m_working || nextTask() <= steady_clock::now()) {
        if (!m_done.wait(&m_mutex, end))
            return false;
    }
    return true;
}

ContainerDirectory::Time ContainerDirectory::nextTask() const
{
    Time next = m_residents.isEmpty() ? m_refreshAt : Time::min();
    for (const Question &question : m_questions)
        next = std::min(next, question.due);
    return next;
}

void ContainerDirectory::run()
{
    QMutexLocker lock(&m_mutex);
    while (!m_stop) {
        const Time next = nextTask();
        const Time now = steady_clock::now();
        if (next <= now) {
            m_working = true;
            work(lock);
            m_working = false;
            m_done.wakeAll();
        } else if (next == Time::max()) {
            m_task.wait(&m_mutex);
        } else {
            const auto pause = std::chrono::ceil<std::chrono::milliseconds>(next - now);
            m_task.wait(&m_mutex, QDeadlineTimer(pause));
        }
    }
}

void ContainerDirectory::work(QMutexLocker<QMutex> &lock)
{
    const std::set<ContainerEngine> engines = enginesToAsk(steady_clock::now());
    const QList<Resident> residents = std::exchange(m_residents, {});
    QList<ProcessKey> ended = m_readFrom.values();

    // Everything that may wait is done without the lock: the sampler takes it too.
    lock.unlock();
    std::map<ContainerEngine, QList<EngineContainer>> answers;
    for (const EngineSocket &socket : m_sockets) {
        if (!engines.contains(socket.engine) || m_stop)
            continue;
        if (const auto answer = askForContainers(socket, patienceWithEngine, m_stop))
            answers[socket.engine] += *answer;
    }
    QList<std::pair<QString, QList<IpAddress>>> addresses;
    for (const Resident &resident : residents)
        addresses.append({ resident.containerId, m_system.addresses(resident.process) });
    const QList<ContainerProxy> proxies = m_system.proxies();
    ended.removeIf([this](const ProcessKey &process) { return m_system.isAlive(process); });
    lock.relock();

    bool changed = forgetResidents(ended);
    changed |= m_book.setProxies(proxies);
    for (const auto &[engine, containers] : answers)
        changed |= m_book.setContainers(engine, containers);
    for (const auto &[id, list] : std::as_const(addresses)) {
        if (m_readFrom.contains(id))
            changed |= m_book.setAddresses(id, list);
    }
    m_questions.removeIf([this](const auto &entry) {
        const auto known = m_book.byId(entry.key());
        return known && !known->name.isEmpty();
    });
    if (changed)
        ++m_revision;
}

std::set<ContainerEngine> ContainerDirectory::enginesToAsk(Time now)
{
    std::set<ContainerEngine> engines;
    const bool all = m_refreshAt <= now;
    for (Question &question : m_questions) {
        if (question.due > now && !all)
            continue;
        engines.insert(question.engine);
        question.due = now + question.delay;
        question.delay = std::min(question.delay * 4, refreshInterval);
    }
    for (const EngineSocket &socket : m_sockets) {
        if (all && m_book.hasContainers(socket.engine))
            engines.insert(socket.engine);
    }
    m_refreshAt = now + refreshInterval;
    return engines;
}

bool ContainerDirectory::forgetResidents(const QList<ProcessKey> &ended)
{
    // Another process of the container, if there is one, is noted when the owners are asked about again.
    bool changed = false;
    for (const ProcessKey &process : ended) {
        changed |= m_readFrom.removeIf([&](const auto &entry) {
            if (entry.value() == process)
                m_book.removeAddresses(entry.key());
            return entry.value() == process;
        }) > 0;
    }
    return changed;
}

} // namespace portolan
