// SPDX-License-Identifier: GPL-3.0-or-later
#include "assess/ancestry.h"

#include "text/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace portolan {

namespace {

/// For tr() outside a class. Not an alias of a longer name: lupdate does not see through those.
struct A
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Ancestry)
};

QString shown(const QString &text)
{
    constexpr qsizetype longest = 120;
    return text::visible(text, longest);
}

AncestryReason observed(const QString &text)
{
    return { text, Basis::Observed };
}

AncestryReason concluded(const QString &text)
{
    return { text, Basis::Inferred };
}

/// "2" of "session-2.scope", as logind names them; empty for every other unit.
QString loginSession(const QString &unit)
{
    const QLatin1String before("session-");
    const QLatin1String after(".scope");
    return unit.startsWith(before) && unit.endsWith(after)
        ? unit.mid(before.size(), unit.size() - before.size() - after.size())
        : QString();
}

/// Reads a chain from its top.
class Chain
{
public:
    Chain(const Owner &owner, const ProcessInfo &process)
        : m_owner(owner)
    {
        for (auto each = process.ancestors.crbegin(); each != process.ancestors.crend(); ++each)
            m_links.append(*each);
        m_links.append({ process.key, process.shownName(), process.startedAt, process.uid, process.user, process.unit,
                         process.terminal });
        for (qsizetype i = 0; i < m_links.size(); ++i)
            m_roles.append(roleAt(i));
    }

    [[nodiscard]] QList<AncestryLink> links() const
    {
        QList<AncestryLink> result;
        for (qsizetype i = 0; i < m_links.size(); ++i)
            result.append({ m_links[i].key, m_links[i].name, m_links[i].startedAt, m_roles[i], reasons(i) });
        return result;
    }
    [[nodiscard]] AncestryReason summary() const;

private:
    [[nodiscard]] qsizetype last() const { return m_links.size() - 1; }
    [[nodiscard]] bool isManager(qsizetype i) const
    {
        return m_roles[i] == StarterRole::FirstProcess || m_roles[i] == StarterRole::UserManager;
    }
    [[nodiscard]] bool beginsUnit(qsizetype i) const
    {
        return !m_links[i].unit.isEmpty() && (i == 0 || m_links[i - 1].unit != m_links[i].unit);
    }
    [[nodiscard]] bool isService(qsizetype i) const { return m_links[i].unit.endsWith(QLatin1String(".service")); }
    /// A service manager never starts what is in a scope, systemd.scope(5): it only takes it over.
    [[nodiscard]] bool wasTakenOver(qsizetype i) const
    {
        return i > 0 && isManager(i - 1) && m_links[i].unit.endsWith(QLatin1String(".scope"));
    }
    [[nodiscard]] bool isApplication(qsizetype i) const { return m_links[i].unit.startsWith(QLatin1String("app-")); }
    [[nodiscard]] bool isInContainer() const { return m_owner.container && !m_owner.container->served; }

    [[nodiscard]] StarterRole roleAt(qsizetype i) const;
    [[nodiscard]] QList<AncestryReason> reasons(qsizetype i) const;
    [[nodiscard]] std::optional<AncestryReason> origin(qsizetype i) const;
    [[nodiscard]] std::optional<AncestryReason> part(qsizetype i) const;
    [[nodiscard]] QList<AncestryReason> unit(qsizetype i) const;
    [[nodiscard]] AncestryReason leftBehind(qsizetype i) const;
    [[nodiscard]] AncestryReason runByManager(qsizetype i) const;
    [[nodiscard]] std::optional<AncestryReason> startedBy(qsizetype starter) const;
    [[nodiscard]] QString containerName() const;
    /// Whose session it is that begins at `i`: logins run as root until somebody is logged in.
    [[nodiscard]] QString sessionUser(qsizetype i) const;

    const Owner &m_owner;
    QList<Ancestor> m_links; ///< the first process first
    QList<StarterRole> m_roles;
};

StarterRole Chain::roleAt(qsizetype i) const
{
    const Ancestor &link = m_links[i];
    if (link.key.pid == 1)
        return StarterRole::FirstProcess;
    const bool belowFirst = i > 0 && m_roles[i - 1] == StarterRole::FirstProcess;
    if (belowFirst && link.name == QLatin1String("systemd"))
        return StarterRole::UserManager;
    const bool service = i > 0 && isManager(i - 1) && isService(i);
    // The process in question starts nothing here, whatever its name.
    const StarterRole byName = i == last() ? StarterRole::Program : starterRoleOf(link.name);
    // The one that waits for logins is no login.
    const bool waits = service && (byName == StarterRole::RemoteLogin || byName == StarterRole::GraphicalLogin);
    return service && (byName == StarterRole::Program || waits) ? StarterRole::Service : byName;
}

QString Chain::containerName() const
{
    const Container &container = *m_owner.container;
    return shown(container.name.isEmpty() ? container.id.left(12) : container.name);
}

QString Chain::sessionUser(qsizetype i) const
{
    const QString &session = m_links[i].unit;
    for (qsizetype j = i; j <= last() && m_links[j].unit == session; ++j) {
        if (m_links[j].user != QLatin1String("root"))
            return shown(m_links[j].user);
    }
    return shown(m_links[i].user);
}

/// How the process came to be below its parent.
std::optional<AncestryReason> Chain::origin(qsizetype i) const
{
    if (i == 0) {
        return m_links[i].key.pid == 1
            ? observed(A::tr("The first process of the system; every other one comes from it."))
            : observed(A::tr("What started it cannot be seen from here."));
    }
    if (!isManager(i - 1) || m_roles[i] == StarterRole::UserManager)
        return std::nullopt;
    const QString parent = shown(m_links[i - 1].name);
    if (wasTakenOver(i) && isApplication(i))
        return concluded(A::tr("The desktop started it as an application, and %1 took it over.").arg(parent));
    if (wasTakenOver(i))
        return concluded(A::tr("Its starter has ended since, and %1 took it over.").arg(parent));
    if (m_links[i].unit.isEmpty())
        return concluded(A::tr("Started by %1, or taken over by it when its starter ended.").arg(parent));
    return std::nullopt;
}

/// What such a program does, by its name.
std::optional<AncestryReason> Chain::part(qsizetype i) const
{
    const QString user = shown(m_links[i].user);
    const QString terminal = shown(m_links[i].terminal);
    switch (m_roles[i]) {
    case StarterRole::UserManager:
        return concluded(A::tr("The service manager of the user %1.").arg(user));
    case StarterRole::RemoteLogin:
        return concluded(A::tr("A login over the network."));
    case StarterRole::ConsoleLogin:
        return concluded(A::tr("A login at the console."));
    case StarterRole::GraphicalLogin:
        return concluded(A::tr("The graphical login."));
    case StarterRole::Desktop:
        return concluded(A::tr("The desktop of %1: programs started from its menus come from here.").arg(user));
    case StarterRole::Terminal:
        return concluded(A::tr("A terminal program: what runs in it was started there."));
    case StarterRole::Multiplexer:
        return concluded(A::tr("Keeps terminals going when nobody looks at them."));
    case StarterRole::Shell:
        return terminal.isEmpty() ? concluded(A::tr("A shell without a terminal, as scripts have it."))
                                  : concluded(A::tr("A shell on the terminal %1.").arg(terminal));
    case StarterRole::UserChange:
        return concluded(A::tr("Runs a program as another user."));
    case StarterRole::Scheduler:
        return concluded(A::tr("A scheduler: starts jobs at set times."));
    case StarterRole::ContainerRuntime:
        return concluded(A::tr("Starts and watches containers."));
    case StarterRole::Supervisor:
        return concluded(A::tr("A supervisor: starts programs, and again when they end."));
    case StarterRole::ConnectionStarter:
        return concluded(A::tr("Starts a program for each connection that comes in."));
    case StarterRole::DevelopmentEnvironment:
        return concluded(A::tr("An editor or development environment."));
    case StarterRole::PackageManager:
        return concluded(A::tr("Installs and updates software."));
    case StarterRole::TaskRunner:
        return concluded(A::tr("Runs the tasks of a project."));
    case StarterRole::Sandbox:
        return concluded(A::tr("Shuts a program off from the rest of the system."));
    case StarterRole::Program:
    case StarterRole::FirstProcess:
    case StarterRole::Service:
        break;
    }
    return std::nullopt;
}

/// The unit that begins here, and what starts it.
QList<AncestryReason> Chain::unit(qsizetype i) const
{
    const QString &name = m_links[i].unit;
    const QString session = loginSession(name);
    if (!session.isEmpty())
        return { observed(A::tr("Belongs to the login session %1 of %2.").arg(shown(session), sessionUser(i))) };

    const std::optional<UnitFacts> &facts = m_owner.unitFacts;
    const bool told = facts && facts->name == name;
    if (!isService(i))
        return { observed(A::tr("Belongs to the unit %1.").arg(shown(name))) };
    QList<AncestryReason> reasons { told && !facts->description.isEmpty()
                                        ? observed(A::tr("Runs as the unit %1: %2.").arg(shown(name), shown(facts->description)))
                                        : observed(A::tr("Runs as the unit %1.").arg(shown(name))) };
    const QString trigger = told ? facts->triggeredBy : QString();
    if (trigger.endsWith(QLatin1String(".timer")))
        reasons += observed(A::tr("%1 starts this unit at set times.").arg(shown(trigger)));
    else if (trigger.endsWith(QLatin1String(".socket")))
        reasons += observed(A::tr("%1 starts this unit when somebody connects.").arg(shown(trigger)));
    else if (trigger.endsWith(QLatin1String(".path")))
        reasons += observed(A::tr("%1 starts this unit when a file changes.").arg(shown(trigger)));
    if (!m_owner.socketUnit.isEmpty() && m_owner.socketUnit != trigger && name == m_owner.unit)
        reasons += observed(A::tr("%1 opened the port for it.").arg(shown(m_owner.socketUnit)));
    return reasons;
}

QList<AncestryReason> Chain::reasons(qsizetype i) const
{
    QList<AncestryReason> result;
    if (const auto reason = origin(i))
        result += *reason;
    if (const auto reason = part(i))
        result += *reason;
    // The service managers' own units only repeat what they are.
    if (beginsUnit(i) && !isManager(i))
        result += unit(i);
    if (i > 0) {
        const Ancestor &link = m_links[i];
        const Ancestor &parent = m_links[i - 1];
        if (!link.user.isEmpty() && !parent.user.isEmpty() && link.user != parent.user && m_roles[i] != StarterRole::UserManager)
            result += observed(A::tr("Runs as %1, while %2 runs as %3.").arg(shown(link.user), shown(parent.name), shown(parent.user)));
        if (!link.terminal.isEmpty() && link.terminal != parent.terminal && m_roles[i] != StarterRole::Shell)
            result += observed(A::tr("On the terminal %1.").arg(shown(link.terminal)));
    }
    if (i == last() && isInContainer())
        result += observed(A::tr("Inside the container %1.").arg(containerName()));
    if (i == last() && m_owner.container && m_owner.container->served)
        result += concluded(A::tr("Works for the container %1.").arg(containerName()));
    if (result.isEmpty())
        result += observed(A::tr("Started by %1.").arg(shown(m_links[i - 1].name)));
    return result;
}

AncestryReason Chain::leftBehind(qsizetype i) const
{
    const QString session = loginSession(m_links[i].unit);
    if (isApplication(i))
        return concluded(A::tr("%1 started it from the desktop.").arg(shown(m_links[i].user)));
    if (!session.isEmpty()) {
        return concluded(A::tr("Left behind by what started it in the login session %1 of %2.")
                             .arg(shown(session), sessionUser(i)));
    }
    return concluded(A::tr("Left behind by what started it, which has ended."));
}

AncestryReason Chain::runByManager(qsizetype i) const
{
    const Ancestor &link = m_links[i];
    if (link.unit.isEmpty())
        return concluded(A::tr("Either the system started it, or what did has ended."));
    const QString trigger = m_owner.unitFacts && m_owner.unitFacts->name == link.unit ? shown(m_owner.unitFacts->triggeredBy)
                                                                                       : QString();
    const bool ofUser = m_roles[i - 1] == StarterRole::UserManager;
    if (!trigger.isEmpty()) {
        return concluded(ofUser ? A::tr("The service manager of %1 runs it as %2, which %3 starts.").arg(shown(link.user), shown(link.unit), trigger)
                                : A::tr("The service manager runs it as %1, which %2 starts.").arg(shown(link.unit), trigger));
    }
    return observed(ofUser ? A::tr("The service manager of %1 runs it as %2.").arg(shown(link.user), shown(link.unit))
                           : A::tr("The service manager runs it as %1.").arg(shown(link.unit)));
}

/// Nothing for a starter that was itself only a step on the way.
std::optional<AncestryReason> Chain::startedBy(qsizetype starter) const
{
    // Who is below the starter is who used it: a login itself may run as another user.
    const QString user = shown(m_links[starter + 1].user);
    const QString terminal = shown(m_links[last()].terminal.isEmpty() ? m_links[starter + 1].terminal : m_links[last()].terminal);
    const QString name = shown(m_links[starter].name);
    switch (m_roles[starter]) {
    case StarterRole::RemoteLogin:
        return concluded(terminal.isEmpty() ? A::tr("%1 started it, logged in over the network.").arg(user)
                                            : A::tr("%1 started it, logged in over the network, on %2.").arg(user, terminal));
    case StarterRole::ConsoleLogin:
        return concluded(terminal.isEmpty() ? A::tr("%1 started it, logged in at the console.").arg(user)
                                            : A::tr("%1 started it, logged in at the console, on %2.").arg(user, terminal));
    case StarterRole::Terminal:
        return concluded(terminal.isEmpty() ? A::tr("%1 started it in a terminal.").arg(user)
                                            : A::tr("%1 started it in a terminal, on %2.").arg(user, terminal));
    case StarterRole::Multiplexer:
        return concluded(terminal.isEmpty() ? A::tr("%1 started it in a terminal that %2 keeps.").arg(user, name)
                                            : A::tr("%1 started it in a terminal that %2 keeps, on %3.").arg(user, name, terminal));
    case StarterRole::GraphicalLogin:
    case StarterRole::Desktop:
        return concluded(A::tr("%1 started it from the desktop.").arg(user));
    case StarterRole::Scheduler:
        return concluded(A::tr("The scheduler %1 started it as a job of %2.").arg(name, shown(m_links[last()].user)));
    case StarterRole::ContainerRuntime:
        return concluded(A::tr("%1 runs it in a container.").arg(name));
    case StarterRole::Supervisor:
        return concluded(A::tr("The supervisor %1 keeps it running.").arg(name));
    case StarterRole::ConnectionStarter:
        return concluded(A::tr("%1 started it for a connection.").arg(name));
    case StarterRole::DevelopmentEnvironment:
        return concluded(A::tr("%1 started it from %2, an editor or development environment.").arg(user, name));
    case StarterRole::PackageManager:
        return concluded(A::tr("%1 started it while it installed or updated software.").arg(name));
    case StarterRole::Program:
    case StarterRole::FirstProcess:
    case StarterRole::UserManager:
    case StarterRole::Service:
    case StarterRole::Shell:
    case StarterRole::UserChange:
    case StarterRole::TaskRunner:
    case StarterRole::Sandbox:
        break;
    }
    return std::nullopt;
}

AncestryReason Chain::summary() const
{
    if (isInContainer())
        return observed(A::tr("It runs in the container %1.").arg(containerName()));
    for (qsizetype i = last(); i > 0; --i) {
        const bool isManaged = m_roles[i] != StarterRole::UserManager && isManager(i - 1);
        // Without a unit, what befell an ancestor says nothing of the process.
        if (i < last() && m_links[i].unit.isEmpty() && (isManaged || wasTakenOver(i)))
            return observed(A::tr("Started by %1.").arg(shown(m_links[last() - 1].name)));
        if (wasTakenOver(i))
            return leftBehind(i);
        if (isManaged)
            return runByManager(i);
        if (const auto reason = startedBy(i - 1))
            return *reason;
    }
    const Ancestor &process = m_links[last()];
    if (!process.terminal.isEmpty())
        return concluded(A::tr("%1 started it on the terminal %2.").arg(shown(process.user), shown(process.terminal)));
    if (process.key.pid == 1)
        return observed(A::tr("It is the first process of the system."));
    return last() == 0 ? observed(A::tr("What started it cannot be seen from here."))
                       : observed(A::tr("It comes from %1.").arg(shown(m_links.first().name)));
}

} // namespace

Ancestry ancestryOf(const Owner &owner)
{
    const ProcessInfo *leader = owner.leader();
    if (!leader)
        return { { ownerReasonText(owner), Basis::Observed }, {} };
    const Chain chain(owner, *leader);
    return { chain.summary(), chain.links() };
}

} // namespace portolan
