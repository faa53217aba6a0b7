// SPDX-License-Identifier: GPL-3.0-or-later
#include "baseline/accepted_identity.h"

#include "assess/program_place.h"

namespace portolan {

namespace {

/// Linux's default ip_local_port_range begins here.
constexpr quint16 firstPassingPort = 32768;
/// The users of DynamicUser=, systemd.exec(5).
constexpr quint32 firstDynamicUser = 61184;
constexpr quint32 lastDynamicUser = 65519;

/// Whether one process is meant, not several of which one may be it.
bool isCertainEnough(const Owner &owner)
{
    return owner.attribution == Attribution::Observed || owner.reason == OwnerReason::OneCandidate
        || owner.reason == OwnerReason::OneFits || owner.reason == OwnerReason::OneInNamespace;
}

bool isKernel(const Owner &owner)
{
    return owner.reason == OwnerReason::KernelSocket;
}

/// The service, not a session or scope, whose names are new each time.
QString serviceOf(const Owner &owner)
{
    const QString unit = owner.unit.isEmpty() && owner.leader() ? owner.leader()->unit : owner.unit;
    return unit.endsWith(QLatin1String(".service")) ? unit : QString();
}

const Container *containerOf(const Owner &owner)
{
    return owner.container && !owner.container->served ? &*owner.container : nullptr;
}

/// "nginx" of "docker.io/library/nginx:1.25".
QString imageName(const QString &image)
{
    const QString file = image.section(QLatin1Char('/'), -1);
    return file.section(QLatin1Char('@'), 0, 0).section(QLatin1Char(':'), 0, 0);
}

bool isSameContainer(const Container &a, const Container &b)
{
    if (a.id == b.id && !a.id.isEmpty())
        return true;
    if (!a.name.isEmpty() && a.name == b.name)
        return true;
    return !a.image.isEmpty() && imageName(a.image) == imageName(b.image);
}

bool isSamePackage(const Owner &a, const Owner &b)
{
    return a.package && b.package && a.package->manager == b.package->manager && a.package->name == b.package->name;
}

bool isDynamicUser(quint32 uid)
{
    return uid >= firstDynamicUser && uid <= lastDynamicUser;
}

} // namespace

AcceptedPlace::AcceptedPlace(const Listener &listener)
    : port(listener.port())
    , transport(listener.transport())
    , networkNamespace(listener.endpoints.constFirst().networkNamespace)
{
}

AcceptedIdentity::AcceptedIdentity(const Listener &listener)
    : place(listener)
    , program(isKernel(*listener.owner) ? listener.owner->kernelPart : certainProgram(*listener.owner))
    , unit(serviceOf(*listener.owner))
    , user(listener.owner->user)
    , exposure(listener.exposure())
{
    if (const Container *in = containerOf(*listener.owner))
        container = in->name.isEmpty() ? in->id : in->name;
}

QString certainProgram(const Owner &owner)
{
    return owner.leader() && isCertainEnough(owner) ? programOf(*owner.leader()) : QString();
}

std::optional<bool> isSameProgram(const Owner &accepted, const Owner &now)
{
    if (isKernel(accepted) && isKernel(now))
        return accepted.kernelPart == now.kernelPart || accepted.kernelPart.isEmpty() || now.kernelPart.isEmpty();
    const QString before = certainProgram(accepted);
    const QString program = certainProgram(now);
    if (isKernel(accepted) && !program.isEmpty())
        return false;
    const Container *const was = containerOf(accepted);
    const Container *const is = containerOf(now);
    if (was && is && !isSameContainer(*was, *is))
        return false;
    if (!before.isEmpty() && !program.isEmpty()) {
        if (before == program)
            return (was == nullptr) == (is == nullptr);
        return isSamePackage(accepted, now);
    }
    const QString service = serviceOf(accepted);
    if ((!service.isEmpty() && service == serviceOf(now))
        || (!accepted.socketUnit.isEmpty() && accepted.socketUnit == now.socketUnit) || (was && is))
        return true;
    // What was accepted without being seen is what it was accepted as: somebody's.
    if (before.isEmpty() && service.isEmpty() && !isKernel(accepted))
        return true;
    return std::nullopt;
}

bool isSameUser(const Owner &accepted, const Owner &now)
{
    if (accepted.uid == now.uid || (!accepted.user.isEmpty() && accepted.user == now.user))
        return true;
    return (isDynamicUser(accepted.uid) && isDynamicUser(now.uid)) || (containerOf(accepted) && containerOf(now));
}

bool hasOtherBytes(const Owner &accepted, const Owner &now)
{
    if (certainProgram(accepted).isEmpty() || certainProgram(accepted) != certainProgram(now))
        return false;
    // What an upgrade replaced while it runs is compared once it was restarted.
    if (now.leader()->executableReplaced)
        return false;
    if (accepted.package || now.package)
        return accepted.package && now.package && accepted.package->intact == true && now.package->intact == false;
    return accepted.program && now.program && !accepted.program->digest.isEmpty() && !now.program->digest.isEmpty()
        && accepted.program->digest != now.program->digest;
}

bool isPassingPort(const Listener &listener)
{
    return listener.transport() == Transport::Udp && listener.port() >= firstPassingPort;
}

} // namespace portolan
