// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/words.h"

#include "text/text.h"

#include <QCoreApplication>
#include <QLocale>

namespace portolan::words {

namespace {

/// For tr() outside a class. Not an alias of a longer name: lupdate does not see through those.
struct W
{
    Q_DECLARE_TR_FUNCTIONS(portolan::InspectorWords)
};

QString kernelHowToSeeMore(const Owner &owner)
{
    if (!owner.kernelInterface.isEmpty())
        return W::tr("\"ip -details link show %1\" tells more.").arg(text::visible(owner.kernelInterface));
    if (owner.kernelPart == QLatin1String("nfs"))
        return W::tr("\"rpcinfo -p\" lists the services that the kernel's NFS server and its helpers offer.");
    return W::tr("Drivers such as VXLAN and WireGuard open ports of their own; \"ip -details link\" lists them.");
}

} // namespace

QString transport(std::optional<Transport> transport)
{
    if (!transport)
        return W::tr("TCP and UDP");
    return *transport == Transport::Tcp ? W::tr("TCP") : W::tr("UDP");
}

QString range(PortRange range)
{
    switch (range) {
    case PortRange::System:
        return W::tr("system range 0–1023");
    case PortRange::Registered:
        return W::tr("registered range 1024–49151");
    case PortRange::Dynamic:
        return W::tr("dynamic range 49152–65535");
    }
    return {};
}

QString portAndTransport(const Listener &listener)
{
    return W::tr("%1 %2", "transport and port, as in TCP 3155")
        .arg(transport(listener.transport()), QString::number(listener.port()));
}

QString exposure(Exposure exposure)
{
    switch (exposure) {
    case Exposure::Loopback:
        return W::tr("reachable from this machine only");
    case Exposure::Link:
        return W::tr("reachable from the local link");
    case Exposure::Container:
        return W::tr("reachable inside its container's network");
    case Exposure::Everywhere:
        return W::tr("reachable from everywhere");
    }
    return {};
}

QString address(const Endpoint &endpoint, quint16 port)
{
    QString host = endpoint.address.toString();
    if (!endpoint.scope.isEmpty())
        host += QLatin1Char('%') + endpoint.scope;
    if (endpoint.address.family() == IpAddress::Family::IPv6)
        host = QLatin1Char('[') + host + QLatin1Char(']');
    return host + QLatin1Char(':') + QString::number(port);
}

QString reach(const Endpoint &endpoint, Transport transport)
{
    const bool tcp = transport == Transport::Tcp;
    switch (exposureOf(endpoint)) {
    case Exposure::Loopback:
        return tcp ? W::tr("only programs on this machine can connect")
                   : W::tr("only programs on this machine can send to it");
    case Exposure::Link:
        return tcp ? W::tr("only neighbours on the same network link can connect")
                   : W::tr("only neighbours on the same network link can send to it");
    case Exposure::Container:
        return tcp ? W::tr("whoever reaches its container's network can connect")
                   : W::tr("whoever reaches its container's network can send to it");
    case Exposure::Everywhere:
        break;
    }
    if (endpoint.dualStack)
        return tcp ? W::tr("anyone who reaches this machine can connect, over IPv6 and IPv4")
                   : W::tr("anyone who reaches this machine can send to it, over IPv6 and IPv4");
    if (endpoint.address.isAny())
        return tcp ? W::tr("anyone who reaches this machine can connect")
                   : W::tr("anyone who reaches this machine can send to it");
    return tcp ? W::tr("anyone who reaches this address can connect")
               : W::tr("anyone who reaches this address can send to it");
}

QString attribution(const Owner &owner)
{
    switch (owner.attribution) {
    case Attribution::Observed:
        return QStringList { W::tr("Observed: read from the process that holds the socket."), ownerReasonText(owner) }
            .join(QLatin1Char(' '))
            .trimmed();
    case Attribution::Inferred:
        return W::tr("Inferred. %1").arg(ownerReasonText(owner));
    case Attribution::None:
        return ownerReasonText(owner);
    }
    return {};
}

QString age(const QDateTime &since, const QDateTime &now)
{
    if (!since.isValid())
        return {};
    const qint64 seconds = qMax<qint64>(0, since.secsTo(now));
    if (seconds < 60)
        return W::tr("%n s ago", nullptr, int(seconds));
    if (seconds < 3600)
        return W::tr("%n min ago", nullptr, int(seconds / 60));
    if (seconds < 86400)
        return W::tr("%n h ago", nullptr, int(seconds / 3600));
    return W::tr("%n d ago", nullptr, int(seconds / 86400));
}

QString startTime(const QDateTime &since, const QDateTime &now)
{
    if (!since.isValid())
        return {};
    const QDateTime local = since.toLocalTime();
    const QLocale locale;
    // The C locale's short time has seconds.
    const QString time = locale.language() == QLocale::C ? local.time().toString(QStringLiteral("HH:mm"))
                                                         : locale.toString(local.time(), QLocale::ShortFormat);
    if (local.date() == now.toLocalTime().date())
        return time;
    return W::tr("%1 %2", "date and time").arg(locale.toString(local.date(), QLocale::ShortFormat), time);
}

QString verdictSummary(Verdict verdict, int against)
{
    switch (verdict) {
    case Verdict::Expected:
        return W::tr("what is known to use this port, where it belongs");
    case Verdict::Explained:
        return W::tr("not what is registered, but there is a known reason");
    case Verdict::Unfamiliar:
        return against > 0 ? W::tr("%n thing(s) do not fit", nullptr, against)
                           : W::tr("nothing known speaks for it, nothing against");
    case Verdict::Investigate:
        return W::tr("%n thing(s) do not fit", nullptr, against);
    }
    return {};
}

QString unit(const Owner &owner)
{
    if (!owner.unit.isEmpty())
        return owner.unit;
    return owner.leader() ? owner.leader()->unit : QString();
}

QString howToSeeMore(const Owner &owner)
{
    switch (owner.reason) {
    case OwnerReason::None:
        return {};
    case OwnerReason::OneCandidate:
    case OwnerReason::OneFits:
    case OwnerReason::SeveralCandidates:
    case OwnerReason::OneInNamespace:
    case OwnerReason::SeveralInNamespace:
    case OwnerReason::ControlGroupOnly:
    case OwnerReason::OtherUser:
        return W::tr("\"See them fully\" lets Portolan read which process holds the socket; so does starting it as the "
                     "administrator.");
    case OwnerReason::HeldForUnit:
        return W::tr("\"systemctl status %1\" tells more.").arg(text::visible(owner.socketUnit.isEmpty() ? owner.unit : owner.socketUnit));
    case OwnerReason::KernelSocket:
        return kernelHowToSeeMore(owner);
    case OwnerReason::Ended:
        return W::tr("Refresh to see whether the port is still open.");
    case OwnerReason::OtherNamespace:
        return W::tr("Started outside this container or namespace, Portolan can see the process.");
    case OwnerReason::NotFound:
    case OwnerReason::NotSearched:
        return W::tr("Refresh to search again; with \"See them fully\", or started as the administrator, Portolan can "
                     "search every process.");
    }
    return {};
}

} // namespace portolan::words
