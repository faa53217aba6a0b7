// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/service_manager.h"

#include <QDeadlineTimer>
#include <QMutexLocker>

#include <utility>

namespace portolan {

ServiceManager::ServiceManager(ManagerBus bus, const UnitWatcherLimits &limits)
    : m_bus(std::move(bus))
    , m_limits(limits)
{
    m_thread.setObjectName(QStringLiteral("units"));
}

ServiceManager::~ServiceManager()
{
    m_thread.quit();
    m_thread.wait();
}

UnitCataloguePtr ServiceManager::catalogue()
{
    const QMutexLocker lock(&m_mutex);
    startWatching();
    return m_catalogue;
}

std::optional<UnitFacts> ServiceManager::unit(const QString &name)
{
    const QMutexLocker lock(&m_mutex);
    startWatching();
    const auto facts = m_catalogue ? m_catalogue->unit(name) : std::nullopt;
    m_told.insert(name, facts);
    return facts;
}

bool ServiceManager::waitForAnswers(std::chrono::milliseconds patience)
{
    const QDeadlineTimer end(patience);
    const QMutexLocker lock(&m_mutex);
    while (m_started && !m_answered && m_answeredChanged.wait(&m_mutex, end)) { }
    return !m_started || m_answered;
}

void ServiceManager::startWatching()
{
    if (std::exchange(m_started, true))
        return;
    auto *watcher = new UnitWatcher(m_bus, m_limits, [this](UnitCataloguePtr catalogue) { take(std::move(catalogue)); });
    watcher->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::started, watcher, &UnitWatcher::start);
    QObject::connect(&m_thread, &QThread::finished, watcher, &QObject::deleteLater);
    m_thread.start(QThread::LowPriority);
}

void ServiceManager::take(UnitCataloguePtr catalogue)
{
    static const UnitCatalogue nothing;
    const QMutexLocker lock(&m_mutex);
    const UnitCataloguePtr before = std::exchange(m_catalogue, std::move(catalogue));
    if (saysElse(before ? *before : nothing, m_catalogue ? *m_catalogue : nothing)) {
        m_told.clear();
        ++m_revision;
    }
    m_answered = true;
    m_answeredChanged.wakeAll();
}

bool ServiceManager::saysElse(const UnitCatalogue &before, const UnitCatalogue &after) const
{
    if (before.socketUnits() != after.socketUnits())
        return true;
    for (auto told = m_told.cbegin(); told != m_told.cend(); ++told) {
        if (after.unit(told.key()) != told.value())
            return true;
    }
    return false;
}

} // namespace portolan
