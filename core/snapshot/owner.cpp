// SPDX-License-Identifier: GPL-3.0-or-later
#include "snapshot/owner.h"

#include "process/control_group.h"
#include "snapshot/kernel_part.h"
#include "text/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace portolan {

namespace {

class OwnerText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Owner)
};

constexpr qsizetype longestName = 120;

bool sameProcesses(const QList<ProcessPtr> &a, const QList<ProcessPtr> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const ProcessPtr &x, const ProcessPtr &y) { return x == y || *x == *y; });
}

QString groupName(const Owner &owner)
{
    return text::visible(owner.unit.isEmpty() ? owner.cgroup : owner.unit, longestName);
}

QString severalCandidatesText(const Owner &owner)
{
    if (!isInControlGroup(owner)) {
        return OwnerText::tr("Concluded from the socket's user, %1, alone: one of that user's processes may hold it. "
                             "The likeliest comes first.")
            .arg(text::visible(owner.user, longestName));
    }
    if (owner.processes.size() == 1) {
        return OwnerText::tr("Concluded from the socket's control group, %1: this process is in it, but does not quite "
                             "fit the socket's user or age. Another one may hold it.")
            .arg(groupName(owner));
    }
    return OwnerText::tr("Concluded from the socket's control group, %1, which holds several processes. "
                         "The likeliest comes first.")
        .arg(groupName(owner));
}

QString kernelSocketText(const Owner &owner)
{
    const QString part = kernelPartLabel(owner);
    const QString interface = text::visible(owner.kernelInterface, longestName);
    if (owner.attribution == Attribution::Inferred) {
        return interface.isEmpty()
            ? OwnerText::tr("Concluded from network interfaces (%1) that use this port: the kernel opened it itself.").arg(part)
            : OwnerText::tr("Concluded from the network interface %1 (%2), which uses this port: the kernel opened it itself.")
                  .arg(interface, part);
    }
    if (part.isEmpty())
        return OwnerText::tr("Opened by the kernel itself; no process holds it.");
    return interface.isEmpty()
        ? OwnerText::tr("Opened by the kernel itself, very likely for %1; no process holds it.").arg(part)
        : OwnerText::tr("Opened by the kernel itself for the network interface %1 (%2); no process holds it.")
              .arg(interface, part);
}

} // namespace

bool operator==(const Owner &a, const Owner &b)
{
    return a.attribution == b.attribution && a.reason == b.reason && a.uid == b.uid && a.cgroupId == b.cgroupId
        && a.user == b.user && a.cgroup == b.cgroup && a.unit == b.unit && a.unitFacts == b.unitFacts
        && a.socketUnit == b.socketUnit && a.container == b.container && a.package == b.package
        && a.program == b.program
        && a.kernelPart == b.kernelPart && a.kernelInterface == b.kernelInterface
        && sameProcesses(a.processes, b.processes);
}

bool shareProcess(const Owner &a, const Owner &b)
{
    return std::ranges::any_of(a.processes, [&b](const ProcessPtr &process) {
        return std::ranges::any_of(b.processes, [&process](const ProcessPtr &other) { return other->key == process->key; });
    });
}

QLatin1String attributionName(Attribution attribution)
{
    switch (attribution) {
    case Attribution::Observed:
        return QLatin1String("observed");
    case Attribution::Inferred:
        return QLatin1String("inferred");
    case Attribution::None:
        return QLatin1String("none");
    }
    Q_UNREACHABLE();
}

QString ownerReasonText(const Owner &owner)
{
    switch (owner.reason) {
    case OwnerReason::None:
        return {};
    case OwnerReason::OneCandidate:
        return OwnerText::tr("Concluded from the socket's control group, %1: this is the one process in it that fits.")
            .arg(groupName(owner));
    case OwnerReason::OneFits:
        return isInControlGroup(owner)
            ? OwnerText::tr("Concluded from the socket's control group, %1: of its processes, only this one fits the "
                            "socket's user, its age and what is known of the port.")
                  .arg(groupName(owner))
            : OwnerText::tr("Concluded from the socket's user, %1: of that user's processes, only this one is known to "
                            "use the port.")
                  .arg(text::visible(owner.user, longestName));
    case OwnerReason::SeveralCandidates:
        return severalCandidatesText(owner);
    case OwnerReason::OneInNamespace:
        return OwnerText::tr("Concluded from the socket's network namespace: this is the one process in it that fits.");
    case OwnerReason::SeveralInNamespace:
        return OwnerText::tr("Concluded from the socket's network namespace, which holds several processes. "
                             "The likeliest comes first.");
    case OwnerReason::ControlGroupOnly:
        if (!owner.socketUnit.isEmpty()) {
            return OwnerText::tr("Opened by %1 and passed on to %2. Which of its processes holds it cannot be seen from here.",
                                 "socket unit, service")
                .arg(text::visible(owner.socketUnit, longestName), text::visible(owner.unit, longestName));
        }
        return OwnerText::tr("The socket belongs to the control group %1. Which of its processes holds it cannot be seen "
                             "from here.")
            .arg(groupName(owner));
    case OwnerReason::OtherUser:
        return OwnerText::tr("Belongs to the user %1. The system shows the process to that user and to the "
                             "administrator only.")
            .arg(text::visible(owner.user, longestName));
    case OwnerReason::HeldForUnit:
        return OwnerText::tr("The service manager holds it for %1, which starts with the first connection.")
            .arg(text::visible(owner.unit, longestName));
    case OwnerReason::KernelSocket:
        return kernelSocketText(owner);
    case OwnerReason::Ended:
        return OwnerText::tr("Its process ended while Portolan looked.");
    case OwnerReason::OtherNamespace:
        return OwnerText::tr("Held by a process that cannot be seen from here, for example inside a container.");
    case OwnerReason::NotFound:
        return OwnerText::tr("None of the processes that can be seen from here holds it.");
    case OwnerReason::NotSearched:
        return OwnerText::tr("The search for its process was cut short.");
    }
    Q_UNREACHABLE();
}

} // namespace portolan
