// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"
#include "process/process_info.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace portolan {

/// How the owner of a listener is known.
enum class Attribution : quint8 {
    Observed, ///< read from the process that holds the socket
    Inferred, ///< concluded, for example from the socket's control group
    None, ///< not known; OwnerReason says why
};

/// Why an owner is inferred or missing.
enum class OwnerReason : quint8 {
    None, ///< observed, with nothing to add
    OneCandidate, ///< the socket's control group holds this one process
    OneFits, ///< the socket's control group holds several, of which only this one fits
    SeveralCandidates, ///< the socket's control group holds several; likeliest first
    OneInNamespace, ///< the socket's network namespace holds this one process
    SeveralInNamespace, ///< the socket's network namespace holds several; likeliest first
    ControlGroupOnly, ///< the control group is known, its processes are not
    OtherUser, ///< belongs to another user, and nothing else is known of it
    HeldForUnit, ///< the service manager holds it for a unit that has not started yet
    KernelSocket, ///< opened by the kernel itself; no process holds it
    Ended, ///< its processes ended while we looked
    OtherNamespace, ///< held by a process that is not visible from this pid or mount namespace
    NotFound, ///< every visible process was searched
    NotSearched, ///< the search was cut short; see the snapshot's remarks
};

/// A port of the host that a container's engine passes on to a port inside the container.
struct PublishedPort
{
    Transport transport = Transport::Tcp;
    QString hostAddress; ///< empty: all addresses
    quint16 hostPort = 0;
    quint16 containerPort = 0;

    friend bool operator==(const PublishedPort &, const PublishedPort &) = default;
};

struct Container
{
    QString engine; ///< "docker", "podman", "lxc", ...
    QString name; ///< empty when only the id is known
    QString id;
    QString image = {}; ///< empty when not known
    QList<PublishedPort> ports = {}; ///< as far as they are known
    /// The owner runs outside of the container and works for it: docker-proxy, conmon, ...
    bool served = false;

    friend bool operator==(const Container &, const Container &) = default;
};

struct Package
{
    QString manager; ///< "dpkg", "rpm", ...
    QString name;
    QString version;
    std::optional<bool> intact; ///< whether `file` is as the package shipped it; nullopt: not checked
    QString file = {}; ///< the program or script that was looked up

    friend bool operator==(const Package &, const Package &) = default;
};

/// What the file says that the owner's leading process runs: the script of an interpreter, else the executable.
struct ProgramFacts
{
    QString file; ///< what was looked at
    quint32 uid = 0; ///< to whom it belongs
    /// The file, or the folder above it, in which everybody on this machine may put something else in its
    /// place; empty when nobody can.
    QString writable = {};
    /// The folder of the build that it came out of and that belongs to the process's user; empty when it is
    /// in none.
    QString buildTree = {};
    /// SHA-256, 32 bytes; empty for a packaged file and one that was too large or not to be read.
    QByteArray digest = {};

    friend bool operator==(const ProgramFacts &, const ProgramFacts &) = default;
};

/// What the service manager says about a unit, org.freedesktop.systemd1(5).
struct UnitFacts
{
    QString name;
    QString description;
    QString activeState; ///< "active", "inactive", "failed", ...
    QString subState; ///< "running", "listening", "exited", ...
    QString triggeredBy; ///< the .socket, .timer or .path unit that starts it; empty when none does

    friend bool operator==(const UnitFacts &, const UnitFacts &) = default;
};

/// The process, unit, container or kernel part that holds a listener; shared by its listeners.
struct Owner
{
    Attribution attribution = Attribution::None;
    OwnerReason reason = OwnerReason::NotFound;
    /// Leader first: the oldest holder that is an ancestor of the others, else the oldest; managers last.
    /// When inferred: the candidates, likeliest first.
    QList<ProcessPtr> processes;
    /// The socket's owner as the kernel tells it to everybody; stays right when no process is seen.
    quint32 uid = 0;
    QString user;
    /// Control group path and id of the socket; empty and 0 when the kernel does not tell.
    QString cgroup;
    quint64 cgroupId = 0;
    QString unit;
    std::optional<UnitFacts> unitFacts; ///< of `unit`
    QString socketUnit; ///< the .socket unit that opened the socket; empty when none did
    std::optional<Container> container;
    std::optional<Package> package;
    std::optional<ProgramFacts> program; ///< nullopt: its file was not, or not yet, looked at
    /// The part of the kernel that opened the socket ("vxlan", "wireguard", "nfs") and its network
    /// interface; empty when not known.
    QString kernelPart;
    QString kernelInterface;

    [[nodiscard]] const ProcessInfo *leader() const { return processes.isEmpty() ? nullptr : processes.first().get(); }

    /// Compares everything, processes by value.
    friend bool operator==(const Owner &, const Owner &);
};

using OwnerPtr = std::shared_ptr<const Owner>;

/// Whether the same process is among the processes of both.
[[nodiscard]] bool shareProcess(const Owner &a, const Owner &b);

/// "observed", "inferred" or "none", as in the snapshot format.
[[nodiscard]] QLatin1String attributionName(Attribution attribution);
/// One translated sentence for people; empty for OwnerReason::None.
[[nodiscard]] QString ownerReasonText(const Owner &owner);

} // namespace portolan
