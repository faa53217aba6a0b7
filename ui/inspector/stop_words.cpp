// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/stop_words.h"

#include "inspector/words.h"
#include "text/text.h"

#include <QCoreApplication>

#include <cstring>

namespace portolan::stop_words {

namespace {

/// For tr() outside a class.
struct StopWords
{
    Q_DECLARE_TR_FUNCTIONS(portolan::StopWords)
};

constexpr int listedAtMost = 50;

/// Programs that hold a person's session together; names as in comm.
bool holdsSession(const QString &name)
{
    static const QStringList leaders {
        QStringLiteral("Xorg"), QStringLiteral("Xwayland"), QStringLiteral("cinnamon"),
        QStringLiteral("cinnamon-session"), QStringLiteral("gdm3"), QStringLiteral("gnome-session-b"),
        QStringLiteral("gnome-shell"), QStringLiteral("kwin_wayland"), QStringLiteral("kwin_x11"),
        QStringLiteral("lightdm"), QStringLiteral("login"), QStringLiteral("mate-session"),
        QStringLiteral("plasmashell"), QStringLiteral("sddm"), QStringLiteral("startplasma-way"),
        QStringLiteral("systemd-logind"), QStringLiteral("xfce4-session"),
    };
    return leaders.contains(name);
}

QString warning(const ProcessInfo &leader, const Owner &owner)
{
    if (leader.key.pid == QCoreApplication::applicationPid())
        return StopWords::tr("This is Portolan itself: this window will close.");
    if (leader.name == QLatin1String("systemd") || leader.name == QLatin1String("init"))
        return StopWords::tr("It manages the services of a session; ending it may end every program of that session.");
    if (holdsSession(leader.name))
        return StopWords::tr("It belongs to a desktop session; ending it may end that session with all its programs. "
                             "Save your work first.");
    if (leader.name == QLatin1String("sshd"))
        return StopWords::tr("If you are connected to this machine through it, you may not be able to connect again.");
    const QString unit = owner.unit.isEmpty() ? leader.unit : owner.unit;
    if (unit.endsWith(QLatin1String(".service")) && !unit.startsWith(QLatin1String("user@")))
        return StopWords::tr("It belongs to the service %1. The service manager may start it again at once; "
                             "\"systemctl stop %1\" stops the service for good.")
            .arg(text::visible(unit, 60));
    if (owner.container)
        return StopWords::tr("It runs in a container; the container may end with it or start it again.");
    return {};
}

} // namespace

QString name(const ProcessInfo &process)
{
    return StopWords::tr("%1 (%2)", "program name (pid)")
        .arg(text::visible(process.shownName(), 40), QString::number(process.key.pid));
}

QString question(const ProcessInfo &process)
{
    return StopWords::tr("Stop %1?").arg(name(process));
}

QList<TextParagraph> consequences(const Listener &listener, const QList<ListenerPtr> &ofSameProcess)
{
    const Owner &owner = *listener.owner;
    const ProcessInfo &leader = *owner.leader();
    QList<TextParagraph> text;
    text += TextParagraph({ { StopWords::tr("The process is asked to end (SIGTERM), so that it can save and tidy up first.") } });

    const QString special = warning(leader, owner);
    if (!special.isEmpty())
        text += TextParagraph({ { special, TextStyle::Danger } });

    const int others = int(owner.processes.size()) - 1;
    if (others > 0) {
        text += TextParagraph({ { StopWords::tr("%n other process(es) hold the same socket. Only the leader is asked: most "
                                                "servers then end their workers, but workers that go on keep the port open.",
                                                nullptr, others) } });
    }

    text += TextParagraph({ { StopWords::tr("%n listener(s) will go:", nullptr, int(ofSameProcess.size())) } });
    int listed = 0;
    for (const ListenerPtr &each : ofSameProcess) {
        if (listed++ == listedAtMost)
            break;
        text += TextParagraph({ { words::portAndTransport(*each), TextStyle::Strong },
                                { QStringLiteral(" \u2014 ") + words::exposure(each->exposure()) } },
                              true);
    }
    if (ofSameProcess.size() > listedAtMost)
        text += TextParagraph({ { StopWords::tr("and %n more", nullptr, int(ofSameProcess.size()) - listedAtMost),
                                  TextStyle::Secondary } });
    return text;
}

QString waiting(const QString &name, StopSignal signal)
{
    return signal == StopSignal::Terminate ? StopWords::tr("Waiting for %1 to end…").arg(name)
                                           : StopWords::tr("Ending %1 by force…").arg(name);
}

QString outcome(const QString &name, StopSignal signal, const StopOutcome &outcome)
{
    switch (outcome.result) {
    case StopResult::Ended:
        return signal == StopSignal::Terminate ? StopWords::tr("%1 has ended.").arg(name)
                                               : StopWords::tr("%1 was ended by force.").arg(name);
    case StopResult::StillRunning:
        return signal == StopSignal::Terminate
            ? StopWords::tr("%1 was asked to end and is still running. It may be saving its work, or it ignores the "
                            "request. You can wait, or end it by force; then it cannot save anything.")
                  .arg(name)
            : StopWords::tr("%1 is still there. The kernel ends it as soon as the device or file it waits for answers.")
                  .arg(name);
    case StopResult::AlreadyGone:
        return StopWords::tr("%1 had already ended. Nothing was sent.").arg(name);
    case StopResult::IdentityChanged:
        return StopWords::tr("%1 has ended, and another process has its number now. Nothing was sent.").arg(name);
    case StopResult::NotPermitted:
        return StopWords::tr("The system does not let you stop %1: it belongs to another user or is protected. Nothing was sent. Start "
                             "Portolan as that user or as the administrator, or ask the administrator to stop it.")
            .arg(name);
    case StopResult::Failed:
        return StopWords::tr("%1 could not be stopped: %2. Nothing was sent. Refresh the list and try again.")
            .arg(name, QString::fromLocal8Bit(std::strerror(outcome.systemError)));
    }
    return {};
}

} // namespace portolan::stop_words
