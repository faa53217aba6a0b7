// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe/ask_target.h"

#include <QCoreApplication>
#include <QNetworkInterface>

#include <algorithm>

namespace portolan {

namespace {

class RefusalText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::AskRefusal)
};

using Family = IpAddress::Family;

const IpAddress &loopback(Family family)
{
    static const IpAddress four = *IpAddress::parse(QStringLiteral("127.0.0.1"));
    static const IpAddress six = *IpAddress::parse(QStringLiteral("::1"));
    return family == Family::IPv4 ? four : six;
}

/// Where an own address can be reached: with its interface where the address alone does not tell.
std::optional<AskTarget> ownTarget(const IpAddress &address, const QString &scope, const QList<OwnAddress> &own)
{
    if (address.isLoopback())
        return AskTarget { address, {} };
    const auto found = std::ranges::find_if(own, [&](const OwnAddress &one) {
        return one.address == address && (scope.isEmpty() || one.interface == scope);
    });
    if (found == own.end())
        return std::nullopt;
    const bool needsScope = address.isLinkLocal() && address.family() == Family::IPv6;
    return AskTarget { address, needsScope ? found->interface : QString() };
}

bool acceptsFamily(const Endpoint &endpoint, Family family)
{
    return endpoint.address.family() == family || (endpoint.dualStack && family == Family::IPv4);
}

/// A socket bound to an interface is not reached over the loopback address.
std::optional<AskTarget> everywhere(const Endpoint &endpoint, const QList<OwnAddress> &own)
{
    if (endpoint.scope.isEmpty())
        return AskTarget { loopback(endpoint.dualStack ? Family::IPv4 : endpoint.address.family()), {} };
    for (const OwnAddress &one : own) {
        if (one.interface == endpoint.scope && acceptsFamily(endpoint, one.address.family()))
            return ownTarget(one.address, one.interface, own);
    }
    return std::nullopt;
}

std::optional<AskTarget> targetOf(const Endpoint &endpoint, const std::optional<IpAddress> &wanted, const QList<OwnAddress> &own)
{
    const IpAddress address = endpoint.address.folded();
    if (address.isAny())
        return !wanted ? everywhere(endpoint, own) : acceptsFamily(endpoint, wanted->family()) ? ownTarget(*wanted, endpoint.scope, own) : std::nullopt;
    if (wanted && *wanted != address)
        return std::nullopt;
    return ownTarget(address, endpoint.scope, own);
}

} // namespace

QHostAddress AskTarget::hostAddress() const
{
    QHostAddress host(address.toString());
    if (!scope.isEmpty())
        host.setScopeId(scope);
    return host;
}

QList<OwnAddress> ownAddresses()
{
    QList<OwnAddress> own;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        for (QNetworkAddressEntry &entry : interface.addressEntries()) {
            QHostAddress host = entry.ip();
            host.setScopeId({});
            if (const auto address = IpAddress::parse(host.toString()))
                own.append({ address->folded(), interface.name() });
        }
    }
    return own;
}

std::variant<AskTarget, AskRefusal> askTarget(const Listener &listener, const std::optional<IpAddress> &wanted,
                                             const QList<OwnAddress> &own)
{
    if (!listener.key.networkNamespace.isEmpty())
        return AskRefusal::OtherNamespace;
    std::optional<AskTarget> best;
    for (const Endpoint &endpoint : listener.endpoints) {
        if (!endpoint.networkNamespace.isEmpty())
            continue;
        const auto target = targetOf(endpoint, wanted ? std::optional(wanted->folded()) : std::nullopt, own);
        if (target && (!best || (target->address.isLoopback() && !best->address.isLoopback())))
            best = target;
    }
    if (best)
        return *best;
    const bool isElsewhere = std::ranges::all_of(listener.endpoints, [](const Endpoint &one) { return !one.networkNamespace.isEmpty(); });
    return isElsewhere ? AskRefusal::OtherNamespace : wanted ? AskRefusal::NotListening : AskRefusal::NotOwnAddress;
}

QString askRefusalText(AskRefusal refusal)
{
    switch (refusal) {
    case AskRefusal::OtherNamespace:
        return RefusalText::tr("It listens in another network namespace, and only this machine's own addresses are asked.");
    case AskRefusal::NotOwnAddress:
        return RefusalText::tr("None of the addresses it listens on is this machine's own, and only those are asked.");
    case AskRefusal::NotListening:
        return RefusalText::tr("It does not listen on that address, or the address is not this machine's own; only those are asked.");
    }
    Q_UNREACHABLE();
}

} // namespace portolan
