// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does to see owners fully, without a window: a monitor that follows the commands on
// its standard input ("start", "stop"), and writes a JSON line for each state and each picture.
// It ends with its input.
#include "monitor/monitor.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <unistd.h>

#include <array>
#include <cstdio>

using namespace portolan;

namespace {

void say(const QJsonObject &line)
{
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

QJsonObject toJson(const Listener &listener)
{
    QJsonArray processes;
    for (const ProcessPtr &process : listener.owner->processes) {
        processes.append(QJsonObject { { QStringLiteral("pid"), process->key.pid },
                                       { QStringLiteral("executable"), process->executable },
                                       { QStringLiteral("name"), process->name } });
    }
    QJsonArray sockets;
    for (const quint64 inode : listener.sockets)
        sockets.append(qint64(inode));
    return { { QStringLiteral("port"), listener.port() },
             { QStringLiteral("transport"), QString::fromLatin1(transportName(listener.transport())) },
             { QStringLiteral("attribution"), attributionName(listener.owner->attribution) },
             { QStringLiteral("reason"), int(listener.owner->reason) },
             { QStringLiteral("sockets"), sockets },
             { QStringLiteral("processes"), processes } };
}

void sayPicture(const Snapshot &snapshot)
{
    QJsonArray listeners;
    for (const ListenerPtr &listener : snapshot.listeners)
        listeners.append(toJson(*listener));
    say({ { QStringLiteral("privileged"), snapshot.privileged },
          { QStringLiteral("ownersHidden"), snapshot.remarks.contains(Remark::OwnersHidden) },
          { QStringLiteral("listeners"), listeners } });
}

QString stateName(FullViewState state)
{
    switch (state) {
    case FullViewState::Off:
        return QStringLiteral("off");
    case FullViewState::Asking:
        return QStringLiteral("asking");
    case FullViewState::On:
        return QStringLiteral("on");
    case FullViewState::Cancelled:
        return QStringLiteral("cancelled");
    case FullViewState::Denied:
        return QStringLiteral("denied");
    case FullViewState::NotInstalled:
        return QStringLiteral("not-installed");
    case FullViewState::NoPolkit:
        return QStringLiteral("no-polkit");
    case FullViewState::Failed:
        return QStringLiteral("failed");
    }
    Q_UNREACHABLE();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    Monitor monitor(&systemSources, Knowledge::builtIn());
    monitor.setInterval(Monitor::minimumInterval);
    QObject::connect(&monitor, &Monitor::updateAvailable, &application, [&monitor] {
        if (const std::optional<Update> update = monitor.take())
            sayPicture(*update->snapshot);
    });
    QObject::connect(&monitor, &Monitor::fullViewChanged, &application, [](FullViewState state) {
        say({ { QStringLiteral("state"), stateName(state) }, { QStringLiteral("text"), fullViewText(state) } });
    });
    QSocketNotifier input(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, [&] {
        std::array<char, 64> bytes;
        const ssize_t length = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (length <= 0) {
            input.setEnabled(false);
            QCoreApplication::quit();
            return;
        }
        // One command at a time: whoever writes waits for what comes of it.
        const QByteArrayView command(bytes.data(), length);
        if (command == "start\n" || command == "stop\n")
            monitor.setFullView(command == "start\n");
    });
    monitor.start();
    return QCoreApplication::exec();
}
