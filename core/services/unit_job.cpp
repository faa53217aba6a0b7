// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/unit_job.h"

#include "services/systemd_messages.h"

#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QTimer>

#include <array>
#include <utility>

namespace portolan {

namespace {

/// Jobs of others end as well.
constexpr qsizetype maximumResults = 1024;

UnitStopResult resultOfError(const QString &error)
{
    static constexpr std::array known {
        std::pair { "org.freedesktop.DBus.Error.AccessDenied", UnitStopResult::Denied },
        std::pair { "org.freedesktop.DBus.Error.InteractiveAuthorizationRequired", UnitStopResult::Denied },
        std::pair { "org.freedesktop.systemd1.NoSuchUnit", UnitStopResult::NoSuchUnit },
        std::pair { "org.freedesktop.systemd1.OnlyByDependency", UnitStopResult::Refused },
        std::pair { "org.freedesktop.DBus.Error.ServiceUnknown", UnitStopResult::NotReachable },
        std::pair { "org.freedesktop.DBus.Error.NameHasNoOwner", UnitStopResult::NotReachable },
        std::pair { "org.freedesktop.DBus.Error.NoReply", UnitStopResult::NotReachable },
        std::pair { "org.freedesktop.DBus.Error.Timeout", UnitStopResult::NotReachable },
        std::pair { "org.freedesktop.DBus.Error.TimedOut", UnitStopResult::NotReachable },
        std::pair { "org.freedesktop.DBus.Error.Disconnected", UnitStopResult::NotReachable },
        std::pair { "org.freedesktop.DBus.Error.NoServer", UnitStopResult::NotReachable },
    };
    for (const auto &[name, result] : known) {
        if (error == QLatin1String(name))
            return result;
    }
    return UnitStopResult::Failed;
}

} // namespace

UnitJob::UnitJob(QDBusConnection connection, const UnitStopPatience &patience)
    : m_connection(std::move(connection))
    , m_patience(patience)
{
    // What the manager says of jobs is heard before one is begun.
    m_connection.connect(systemd::service, systemd::managerPath, systemd::managerInterface, QStringLiteral("JobRemoved"), this,
                         SLOT(jobEnded(QDBusMessage)));
    m_connection.connect(QString(), QStringLiteral("/org/freedesktop/DBus/Local"), QStringLiteral("org.freedesktop.DBus.Local"),
                         QStringLiteral("Disconnected"), &m_loop, SLOT(quit()));
}

UnitStopOutcome UnitJob::stop(const QString &unit)
{
    using namespace systemd;
    m_job.clear();
    m_results.clear();
    // Without a subscription a manager need not say anything; its answer does not matter.
    m_connection.asyncCall(call(managerPath, managerInterface, QStringLiteral("Subscribe")));
    QDBusMessage question = call(managerPath, managerInterface, QStringLiteral("StopUnit"), { unit, QStringLiteral("replace") });
    question.setInteractiveAuthorizationAllowed(true);
    const QDBusMessage answer = ask(question);
    if (answer.type() == QDBusMessage::ErrorMessage)
        return { resultOfError(answer.errorName()), unit, answer.errorName() };
    if (answer.type() != QDBusMessage::ReplyMessage || answer.signature() != QLatin1String("o"))
        return { UnitStopResult::NotReachable, unit };

    m_job = answer.arguments().constFirst().value<QDBusObjectPath>().path();
    if (!m_results.contains(m_job) && m_connection.isConnected()) {
        QTimer patience;
        patience.setSingleShot(true);
        connect(&patience, &QTimer::timeout, &m_loop, &QEventLoop::quit);
        patience.start(m_patience.job);
        m_loop.exec();
    }
    if (!m_results.contains(m_job))
        return { m_connection.isConnected() ? UnitStopResult::StillStopping : UnitStopResult::NotReachable, unit };
    const QString result = m_results[m_job];
    if (result == QLatin1String("done"))
        return { UnitStopResult::Stopped, unit };
    return { UnitStopResult::Failed, unit, result };
}

QDBusMessage UnitJob::ask(const QDBusMessage &message)
{
    QDBusPendingCallWatcher watcher(m_connection.asyncCall(message, int(m_patience.answer.count())));
    QEventLoop loop;
    QObject::connect(&watcher, &QDBusPendingCallWatcher::finished, &loop, &QEventLoop::quit);
    if (!watcher.isFinished())
        loop.exec();
    return watcher.reply();
}

void UnitJob::jobEnded(const QDBusMessage &signal)
{
    if (signal.signature() != QLatin1String("uoss") || m_results.size() >= maximumResults)
        return;
    const QString job = signal.arguments().at(1).value<QDBusObjectPath>().path();
    m_results[job] = signal.arguments().at(3).toString();
    if (job == m_job)
        m_loop.quit();
}

} // namespace portolan
