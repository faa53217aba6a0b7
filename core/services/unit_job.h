// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services/unit_control.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QEventLoop>
#include <QHash>
#include <QObject>
#include <QString>

namespace portolan {

/// The stopping of one unit, over a connection that is used for nothing else meanwhile. Blocks the
/// thread it is made on, with an event loop.
class UnitJob : public QObject
{
    Q_OBJECT

public:
    UnitJob(QDBusConnection connection, const UnitStopPatience &patience);
    [[nodiscard]] UnitStopOutcome stop(const QString &unit);

private Q_SLOTS:
    // Called by QtDBus, by name.
    void jobEnded(const QDBusMessage &signal);

private:
    /// An error, too, when the bus went away or the time is over.
    [[nodiscard]] QDBusMessage ask(const QDBusMessage &message);

    QDBusConnection m_connection;
    const UnitStopPatience m_patience;
    QEventLoop m_loop;
    QString m_job;
    /// A job may end before we are told of its beginning.
    QHash<QString, QString> m_results;
};

} // namespace portolan
