// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/stop_words.h"

#include "inspector/words.h"
#include "text/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstring>

namespace portolan::stop_words {

namespace {

/// For tr() outside a class.
struct StopWords
{
    Q_DECLARE_TR_FUNCTIONS(portolan::StopWords)
};

constexpr qsizetype listedAtMost = 50;

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

/// What else than the listener may end; of every way to stop it.
QString warning(const ProcessInfo &leader)
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
    return {};
}

/// What may start the process again.
QString supervisor(const ProcessInfo &leader, const Owner &owner)
{
    const QString unit = owner.unit.isEmpty() ? leader.unit : owner.unit;
    if (unit.endsWith(QLatin1String(".service")) && !unit.startsWith(QLatin1String("user@")))
        return StopWords::tr("It belongs to the service %1. The service manager may start it again at once; "
                             "\"systemctl stop %1\" stops the service for good.")
            .arg(text::visible(unit, 60));
    if (owner.container)
        return StopWords::tr("It runs in a container; the container may end with it or start it again.");
    return {};
}

QList<TextParagraph> listing(const QList<ListenerPtr> &listeners)
{
    QList<TextParagraph> text;
    text += TextParagraph({ { StopWords::tr("%n listener(s) will go:", nullptr, int(listeners.size())) } });
    for (const ListenerPtr &each : listeners.first(std::min(listeners.size(), listedAtMost))) {
        text += TextParagraph({ { words::portAndTransport(*each), TextStyle::Strong },
                                { QStringLiteral(" \u2014 ") + words::exposure(each->exposure()) } },
                              true);
    }
    if (listeners.size() > listedAtMost)
        text += TextParagraph({ { StopWords::tr("and %n more", nullptr, int(listeners.size() - listedAtMost)), TextStyle::Secondary } });
    return text;
}

QString visibleUnit(const QString &unit)
{
    return text::visible(unit, 60);
}

/// For the text of a button, where an ampersand would mark a key.
QString onButton(QString text)
{
    return text.replace(u'&', QLatin1String("&&"));
}

QString systemctl(const UnitStopPlan &plan, const QString &command, const QString &unit)
{
    return (plan.isPersons ? QStringLiteral("systemctl --user %1 %2") : QStringLiteral("systemctl %1 %2")).arg(command, visibleUnit(unit));
}

} // namespace

QString name(const ProcessInfo &process)
{
    return StopWords::tr("%1 (%2)", "program name (pid)")
        .arg(text::visible(process.shownName(), 40), QString::number(process.key.pid));
}

StopChoice processChoice(const Listener &listener, const QList<ListenerPtr> &ofSameProcess)
{
    const Owner &owner = *listener.owner;
    const ProcessInfo &leader = *owner.leader();
    StopChoice choice;
    choice.label = StopWords::tr("End &only the process %1").arg(onButton(name(leader)));
    choice.question = StopWords::tr("Stop %1?").arg(name(leader));
    QList<TextParagraph> &text = choice.consequences;
    text += TextParagraph({ { StopWords::tr("The process is asked to end (SIGTERM), so that it can save and tidy up first.") } });
    QString special = warning(leader);
    if (special.isEmpty())
        special = supervisor(leader, owner);
    if (!special.isEmpty())
        text += TextParagraph({ { special, TextStyle::Danger } });

    const int others = int(owner.processes.size()) - 1;
    if (others > 0) {
        text += TextParagraph({ { StopWords::tr("%n other process(es) hold the same socket. Only the leader is asked: most "
                                                "servers then end their workers, but workers that go on keep the port open.",
                                                nullptr, others) } });
    }
    text += listing(ofSameProcess);
    return choice;
}

StopChoice unitChoice(const UnitStopPlan &plan, const Listener &listener, const QList<ListenerPtr> &ofSameProcess)
{
    const Owner &owner = *listener.owner;
    const bool isService = !plan.service.isEmpty();
    const QString &unit = isService ? plan.service : plan.socketUnit;
    StopChoice choice;
    choice.label = isService ? StopWords::tr("Stop the &service %1").arg(onButton(visibleUnit(unit)))
                             : StopWords::tr("Stop the &socket unit %1").arg(onButton(visibleUnit(unit)));
    choice.question = isService ? StopWords::tr("Stop the service %1?").arg(visibleUnit(unit))
                                : StopWords::tr("Stop the socket unit %1?").arg(visibleUnit(unit));
    QList<TextParagraph> &text = choice.consequences;
    if (isService && owner.unitFacts && !owner.unitFacts->description.isEmpty())
        text += TextParagraph({ { text::visible(owner.unitFacts->description, 120), TextStyle::Secondary } });
    text += TextParagraph(
        { { isService ? StopWords::tr("The service manager is asked to stop it. All of its processes end, each with time to save and "
                                      "tidy up, and it is not started again by itself; \"%1\" starts it.")
                            .arg(systemctl(plan, QStringLiteral("start"), unit))
                      : StopWords::tr("The service manager is asked to close the port, so that a connection no longer starts %1; "
                                      "\"%2\" opens it again.")
                            .arg(visibleUnit(owner.unit), systemctl(plan, QStringLiteral("start"), unit)) } });
    const ProcessInfo *leader = owner.leader();
    if (const QString special = isService && leader ? warning(*leader) : QString(); !special.isEmpty())
        text += TextParagraph({ { special, TextStyle::Danger } });
    if (isService && !plan.socketUnit.isEmpty()) {
        choice.addition = StopWords::tr("&Also stop %1: it keeps the port open, and would start the service again")
                              .arg(onButton(visibleUnit(plan.socketUnit)));
    }
    // The process of a socket unit alone is the manager, whose other listeners stay.
    const auto self = std::ranges::find(ofSameProcess, listener.key, [](const ListenerPtr &each) { return each->key; });
    text += listing(isService || self == ofSameProcess.end() ? ofSameProcess : QList<ListenerPtr> { *self });
    return choice;
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

QString unitWaiting(const QString &unit)
{
    return StopWords::tr("Waiting for the service manager to stop %1… The system may ask for a password.").arg(visibleUnit(unit));
}

QString unitOutcome(const UnitStopOutcome &outcome, const QString &leftOpen)
{
    const QString unit = visibleUnit(outcome.unit);
    switch (outcome.result) {
    case UnitStopResult::Stopped:
        return leftOpen.isEmpty() ? StopWords::tr("%1 was stopped.").arg(unit)
                                  : StopWords::tr("%1 was stopped. %2 keeps the port open.").arg(unit, visibleUnit(leftOpen));
    case UnitStopResult::StillStopping:
        return StopWords::tr("The service manager is still stopping %1. Some services take minutes to finish their work.").arg(unit);
    case UnitStopResult::Denied:
        return StopWords::tr("The system does not let you stop %1.").arg(unit);
    case UnitStopResult::NoSuchUnit:
        return StopWords::tr("The service manager does not know %1 any more.").arg(unit);
    case UnitStopResult::Refused:
        return StopWords::tr("%1 can only be stopped together with another unit that needs it.").arg(unit);
    case UnitStopResult::NotReachable:
        return StopWords::tr("The service manager does not answer; %1 may still be running.").arg(unit);
    case UnitStopResult::Failed:
        return StopWords::tr("The service manager could not stop %1: %2.").arg(unit, text::visible(outcome.detail, 120));
    }
    return {};
}

QString unitFallback(const UnitStopOutcome &outcome, const QString &processName)
{
    return StopWords::tr("%1 You can end only the process %2 instead.", "what happened, process")
        .arg(unitOutcome(outcome, {}), processName);
}

} // namespace portolan::stop_words
