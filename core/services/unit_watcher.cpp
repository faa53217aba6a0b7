// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/unit_watcher.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

#include <atomic>
#include <utility>

namespace portolan {

namespace {

/// The system's bus lets a client wait for 128 answers by default.
constexpr int callsAtOnce = 16;
/// .socket, .timer and .path units that are asked what they start.
constexpr qsizetype maximumTriggers = 4096;

constexpr QLatin1String busService { "org.freedesktop.DBus" };
constexpr QLatin1String busPath { "/org/freedesktop/DBus" };

QString uniqueName()
{
    static std::atomic<quint64> count = 0;
    return QStringLiteral("portolan-units-%1").arg(++count);
}

bool isTrigger(const QString &unit)
{
    return unit.endsWith(QLatin1String(".socket")) || unit.endsWith(QLatin1String(".timer"))
        || unit.endsWith(QLatin1String(".path"));
}

} // namespace

UnitWatcher::UnitWatcher(ManagerBus bus, UnitWatcherLimits limits, std::function<void(UnitCataloguePtr)> publish)
    : m_bus(std::move(bus))
    , m_limits(limits)
    , m_publish(std::move(publish))
    , m_connectionName(uniqueName())
    , m_connection(m_connectionName)
    , m_retryPause(limits.firstRetry)
{
    // Timers move to the watcher's thread with their parent.
    m_retry.setParent(this);
    m_retry.setSingleShot(true);
    m_nextReading.setParent(this);
    m_nextReading.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &UnitWatcher::reconnect);
    connect(&m_nextReading, &QTimer::timeout, this, &UnitWatcher::readUnits);
}

UnitWatcher::~UnitWatcher()
{
    m_connection = QDBusConnection(QString());
    QDBusConnection::disconnectFromBus(m_connectionName);
}

void UnitWatcher::start()
{
    reconnect();
}

void UnitWatcher::reconnect()
{
    delete std::exchange(m_owners, nullptr);
    m_connection = QDBusConnection(QString());
    QDBusConnection::disconnectFromBus(m_connectionName);
    if (!m_bus.address.isEmpty())
        m_connection = QDBusConnection::connectToBus(m_bus.address, m_connectionName);
    if (!m_connection.isConnected()) {
        fail();
        m_retry.start(m_retryPause);
        m_retryPause = std::min(m_retryPause * 2, m_limits.lastRetry);
        return;
    }
    m_retryPause = m_limits.firstRetry;
    listenToManager();
    identifyManager();
}

void UnitWatcher::listenToManager()
{
    using namespace systemd;
    m_connection.connect(QString(), QStringLiteral("/org/freedesktop/DBus/Local"), QStringLiteral("org.freedesktop.DBus.Local"),
                         QStringLiteral("Disconnected"), this, SLOT(busIsGone()));
    for (const auto &name : { QStringLiteral("UnitNew"), QStringLiteral("UnitRemoved") })
        m_connection.connect(service, managerPath, managerInterface, name, this, SLOT(unitCameOrWent(QDBusMessage)));
    m_connection.connect(service, managerPath, managerInterface, QStringLiteral("Reloading"), this, SLOT(managerReloads(bool)));
    m_connection.connect(service, QString(), propertiesInterface, QStringLiteral("PropertiesChanged"), { unitInterface }, QString(),
                         this, SLOT(unitChanged()));
    m_owners = new QDBusServiceWatcher(service, m_connection, QDBusServiceWatcher::WatchForOwnerChange, this);
    connect(m_owners, &QDBusServiceWatcher::serviceOwnerChanged, this,
            [this](const QString &, const QString &, const QString &owner) { ownerChanged(owner); });
}

void UnitWatcher::ownerChanged(const QString &owner)
{
    m_triggers.clear();
    if (owner.isEmpty())
        fail();
    else
        identifyManager();
}

void UnitWatcher::identifyManager()
{
    ++m_round;
    const auto subscribe = [this] {
        send(systemd::call(systemd::managerPath, systemd::managerInterface, QStringLiteral("Subscribe")), [](const QDBusMessage &) { });
        readUnits();
    };
    if (!m_bus.user) {
        subscribe();
        return;
    }
    QDBusMessage question = QDBusMessage::createMethodCall(busService, busPath, busService, QStringLiteral("GetConnectionUnixUser"));
    question.setArguments({ QString(systemd::service) });
    send(question, [this, subscribe](const QDBusMessage &answer) {
        const QVariant user = answer.arguments().value(0);
        if (answer.type() == QDBusMessage::ReplyMessage && answer.signature() == QLatin1String("u") && user.toUInt() == *m_bus.user)
            subscribe();
        else
            fail();
    });
}

void UnitWatcher::unitCameOrWent(const QDBusMessage &signal)
{
    m_triggers.remove(signal.arguments().value(0).toString());
    readSoon();
}

void UnitWatcher::unitChanged()
{
    readSoon();
}

void UnitWatcher::managerReloads(bool active)
{
    if (active)
        return;
    m_triggers.clear();
    readSoon();
}

void UnitWatcher::busIsGone()
{
    fail();
    m_retry.start(m_limits.firstRetry);
}

void UnitWatcher::readSoon()
{
    m_isOutdated = true;
    if (m_isReading)
        return;
    const auto sinceLast = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - m_readAt);
    const auto pause = std::max(m_limits.afterSignal, m_limits.betweenReadings - sinceLast);
    if (!m_nextReading.isActive() || m_nextReading.remainingTimeAsDuration() > pause)
        m_nextReading.start(pause);
}

void UnitWatcher::readUnits()
{
    ++m_round;
    m_isReading = true;
    m_isOutdated = false;
    m_questions.clear();
    m_underWay = 0;
    m_nextReading.stop();
    send(systemd::call(systemd::managerPath, systemd::managerInterface, QStringLiteral("ListUnits")),
         [this](const QDBusMessage &answer) { takeUnits(answer); });
}

void UnitWatcher::takeUnits(const QDBusMessage &answer)
{
    auto units = systemd::listedUnits(answer);
    if (!units) {
        fail();
        // Its name may be free, and then a change of owner says when to ask again; or it is slow.
        m_nextReading.start(m_limits.slowPeriod);
        return;
    }
    m_units = std::move(*units);
    QHash<QString, Reading> known = std::exchange(m_triggers, {});
    for (const systemd::UnitListing &unit : std::as_const(m_units)) {
        if (!isTrigger(unit.name) || m_triggers.size() >= maximumTriggers || m_triggers.contains(unit.name))
            continue;
        if (const auto before = known.constFind(unit.name); before != known.constEnd() && before->unanswered == 0) {
            m_triggers.insert(unit.name, *before);
            continue;
        }
        using Asks = Question::Asks;
        QList<Question> questions { { unit.name, unit.path, Asks::Units } };
        if (unit.name.endsWith(QLatin1String(".socket")))
            questions += { { unit.name, unit.path, Asks::Addresses }, { unit.name, unit.path, Asks::PerConnection } };
        m_triggers.insert(unit.name, { {}, int(questions.size()) });
        m_questions += questions;
    }
    askNext();
}

void UnitWatcher::askNext()
{
    while (!m_questions.isEmpty() && m_underWay < callsAtOnce) {
        const Question question = m_questions.takeFirst();
        ++m_underWay;
        const bool ofUnit = question.asks == Question::Asks::Units;
        const QString property = ofUnit ? QStringLiteral("Triggers")
            : question.asks == Question::Asks::Addresses ? QStringLiteral("Listen") : QStringLiteral("Accept");
        send(systemd::readProperty(question.path, ofUnit ? systemd::unitInterface : systemd::socketInterface, property),
             [this, question](const QDBusMessage &answer) {
                 --m_underWay;
                 takeAnswer(question, answer);
                 askNext();
             });
    }
    if (m_questions.isEmpty() && m_underWay == 0)
        finishReading();
}

void UnitWatcher::takeAnswer(const Question &question, const QDBusMessage &answer)
{
    const auto reading = m_triggers.find(question.unit);
    if (reading == m_triggers.end())
        return;
    const auto take = [&](auto &&value, auto &target) {
        if (!value)
            return;
        target = std::move(*value);
        --reading->unanswered;
    };
    switch (question.asks) {
    case Question::Asks::Units:
        take(systemd::unitNames(answer), reading->trigger.units);
        break;
    case Question::Asks::Addresses:
        take(systemd::listenAddresses(answer), reading->trigger.addresses);
        break;
    case Question::Asks::PerConnection:
        take(systemd::flag(answer), reading->trigger.perConnection);
        break;
    }
}

void UnitWatcher::finishReading()
{
    m_isReading = false;
    m_readAt = std::chrono::steady_clock::now();
    QHash<QString, Trigger> triggers;
    for (auto reading = m_triggers.cbegin(); reading != m_triggers.cend(); ++reading) {
        if (reading->unanswered == 0)
            triggers.insert(reading.key(), reading->trigger);
    }
    m_publish(std::make_shared<UnitCatalogue>(m_units, triggers));
    m_units.clear();
    m_nextReading.start(m_limits.slowPeriod);
    if (m_isOutdated)
        readSoon();
}

void UnitWatcher::fail()
{
    ++m_round;
    m_isReading = false;
    m_questions.clear();
    m_underWay = 0;
    m_triggers.clear();
    m_units.clear();
    m_nextReading.stop();
    m_publish(nullptr);
}

void UnitWatcher::send(const QDBusMessage &message, std::function<void(const QDBusMessage &)> then)
{
    auto *watcher = new QDBusPendingCallWatcher(m_connection.asyncCall(message, int(m_limits.call.count())), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, round = m_round, then = std::move(then)](QDBusPendingCallWatcher *answered) {
                answered->deleteLater();
                if (round == m_round)
                    then(answered->reply());
            });
}

} // namespace portolan
