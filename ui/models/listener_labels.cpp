// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/listener_labels.h"

#include "net/port_range.h"
#include "snapshot/kernel_part.h"
#include "text/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace portolan::labels {

namespace {

constexpr qsizetype nameLength = 64;
constexpr qsizetype shownAddresses = 8;

QString kernelOwner(const Owner &owner)
{
    const QString part = kernelPartText(owner);
    const QString kernel = part.isEmpty() ? QCoreApplication::translate("Labels", "kernel")
                                          : QCoreApplication::translate("Labels", "kernel · %1").arg(part);
    return owner.attribution == Attribution::Inferred ? QCoreApplication::translate("Labels", "%1 · inferred").arg(kernel)
                                                      : kernel;
}

QString missingOwner(const Owner &owner)
{
    switch (owner.reason) {
    case OwnerReason::OtherUser:
        return QCoreApplication::translate("Labels", "hidden · user %1").arg(text::visible(owner.user, nameLength));
    case OwnerReason::Ended:
        return QCoreApplication::translate("Labels", "ended");
    case OwnerReason::OtherNamespace:
        return QCoreApplication::translate("Labels", "outside this namespace");
    case OwnerReason::NotSearched:
        return QCoreApplication::translate("Labels", "not searched");
    case OwnerReason::HeldForUnit:
        return QCoreApplication::translate("Labels", "service manager");
    case OwnerReason::KernelSocket:
    case OwnerReason::None:
    case OwnerReason::OneCandidate:
    case OwnerReason::OneFits:
    case OwnerReason::SeveralCandidates:
    case OwnerReason::OneInNamespace:
    case OwnerReason::SeveralInNamespace:
    case OwnerReason::ControlGroupOnly:
    case OwnerReason::NotFound:
        break;
    }
    return QCoreApplication::translate("Labels", "not found");
}

QString endpointText(const Endpoint &endpoint, bool bracketed)
{
    QString address = endpoint.address.toString();
    if (!endpoint.scope.isEmpty())
        address += QLatin1Char('%') + text::visible(endpoint.scope, nameLength);
    if (bracketed && endpoint.address.family() == IpAddress::Family::IPv6)
        return QLatin1Char('[') + address + QLatin1Char(']');
    return address;
}

} // namespace

QString exposure(Exposure exposure)
{
    switch (exposure) {
    case Exposure::Loopback:
        return QCoreApplication::translate("Labels", "Loopback");
    case Exposure::Link:
        return QCoreApplication::translate("Labels", "Local link");
    case Exposure::Container:
        return QCoreApplication::translate("Labels", "Container");
    case Exposure::Everywhere:
        break;
    }
    return QCoreApplication::translate("Labels", "Everywhere");
}

QString exposure(const Listener &listener)
{
    const Exposure widest = listener.exposure();
    if (widest == Exposure::Container && listener.owner->container) {
        const Container &container = *listener.owner->container;
        const QString name = container.name.isEmpty() ? container.id.left(12) : container.name;
        return QCoreApplication::translate("Labels", "Container %1").arg(text::visible(name, nameLength));
    }
    if (widest == Exposure::Container)
        return QCoreApplication::translate("Labels", "Namespace %1")
            .arg(networkNamespace(listener.endpoints.constFirst().networkNamespace));
    return exposure(widest);
}

QString networkNamespace(const QString &name)
{
    return name.isEmpty() ? QCoreApplication::translate("Labels", "host", "network namespace") : text::visible(name, nameLength);
}

QString owner(const Owner &owner)
{
    if (const ProcessInfo *leader = owner.leader()) {
        const QString name = text::visible(leader->shownName(), nameLength);
        if (owner.attribution == Attribution::Inferred)
            return QCoreApplication::translate("Labels", "%1 · inferred").arg(name);
        const auto count = static_cast<int>(owner.processes.size());
        if (count > 1)
            return QCoreApplication::translate("Labels", "%1 · %n process(es)", nullptr, count).arg(name);
        return name;
    }
    if (owner.reason == OwnerReason::KernelSocket)
        return kernelOwner(owner);
    if (!owner.unit.isEmpty())
        return text::visible(owner.unit, nameLength);
    if (owner.container)
        return text::visible(owner.container->name.isEmpty() ? owner.container->id.left(12) : owner.container->name,
                             nameLength);
    return missingOwner(owner);
}

QString registered(const Listener &listener, const Assessment &assessment)
{
    if (!assessment.service.isEmpty())
        return text::visible(assessment.service, nameLength);
    if (portRangeOf(listener.port()) == PortRange::Dynamic)
        return QCoreApplication::translate("Labels", "dynamic range");
    return QCoreApplication::translate("Labels", "— unassigned");
}

QString addresses(const Listener &listener)
{
    QStringList parts;
    for (const Endpoint &endpoint : listener.endpoints) {
        if (parts.size() == shownAddresses) {
            parts.append(QStringLiteral("…"));
            break;
        }
        parts.append(endpointText(endpoint, false));
    }
    return parts.join(QStringLiteral(", "));
}

QString addressesWithPort(const Listener &listener)
{
    QStringList parts;
    for (const Endpoint &endpoint : listener.endpoints)
        parts.append(endpointText(endpoint, true) + QLatin1Char(':') + QString::number(listener.port()));
    return parts.join(QLatin1Char(' '));
}

QString marks(Marks marks)
{
    QStringList parts;
    for (const Mark mark : allMarks()) {
        if (marks.testFlag(mark))
            parts.append(markLabel(mark));
    }
    return parts.join(QStringLiteral(", "));
}

QString elapsed(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(0, milliseconds / 1000);
    if (seconds < 60)
        return QCoreApplication::translate("Labels", "%1 s").arg(seconds);
    if (seconds < 3600)
        return QCoreApplication::translate("Labels", "%1 min").arg(seconds / 60);
    if (seconds < 86400)
        return QCoreApplication::translate("Labels", "%1 h").arg(seconds / 3600);
    return QCoreApplication::translate("Labels", "%1 d").arg(seconds / 86400);
}

QString sentence(const Listener &listener, const Assessment &assessment, const OwnNotePtr &note)
{
    const QString row = QCoreApplication::translate(
               "Labels", "Port %1 %2, verdict %3, registered as %4, owner %5, reachable from %6, user %7")
        .arg(QString::number(listener.port()), QLatin1String(transportName(listener.transport())),
             verdictLabel(assessment.verdict), registered(listener, assessment), owner(*listener.owner),
             exposure(listener), text::visible(listener.owner->user, nameLength));
    return note ? QCoreApplication::translate("Labels", "%1, own note %2").arg(row, text::visible(note->label, nameLength)) : row;
}

} // namespace portolan::labels
