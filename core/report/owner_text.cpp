// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/owner_text.h"

#include "snapshot/kernel_part.h"
#include "text/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace portolan::owner_text {

namespace {

constexpr qsizetype nameLength = 120;
constexpr qsizetype pathLength = 400;
/// As engines shorten the ids that they show.
constexpr qsizetype shortIdLength = 12;
constexpr qsizetype maximumPorts = 16;

struct T
{
    Q_DECLARE_TR_FUNCTIONS(portolan::OwnerFacts)
};

QString visible(const QString &text)
{
    return text::visible(text, nameLength);
}

QString transport(Transport transport)
{
    return transport == Transport::Tcp ? T::tr("TCP") : T::tr("UDP");
}

QString publishedPort(const PublishedPort &port)
{
    const QString host = port.hostAddress.isEmpty() ? QString::number(port.hostPort)
        : port.hostAddress.contains(QLatin1Char(':'))
        ? QStringLiteral("[%1]:%2").arg(visible(port.hostAddress)).arg(port.hostPort)
        : QStringLiteral("%1:%2").arg(visible(port.hostAddress)).arg(port.hostPort);
    return T::tr("%1 %2 to %3", "transport, port of this machine, port in the container")
        .arg(transport(port.transport), host, QString::number(port.containerPort));
}

} // namespace

QString package(const Package &package)
{
    return package.version.isEmpty()
        ? T::tr("%1 (%2)", "package and its manager").arg(visible(package.name), visible(package.manager))
        : T::tr("%1 %2 (%3)", "package, version and manager")
              .arg(visible(package.name), visible(package.version), visible(package.manager));
}

QString integrity(const Package &package)
{
    if (!package.intact)
        return T::tr("not compared with what the package shipped");
    return *package.intact ? T::tr("as the package shipped it") : T::tr("differs from what the package shipped");
}

QString unit(const Owner &owner)
{
    const auto &facts = owner.unitFacts;
    if (!facts)
        return visible(owner.unit);
    const QString state = facts->subState.isEmpty() ? visible(facts->activeState)
                                                    : T::tr("%1, %2", "state and substate of a unit")
                                                          .arg(visible(facts->activeState), visible(facts->subState));
    const QString name = facts->description.isEmpty()
        ? visible(facts->name)
        : T::tr("%1: %2", "unit and its description").arg(visible(facts->name), visible(facts->description));
    return state.isEmpty() ? name : T::tr("%1 (%2)", "unit and its state").arg(name, state);
}

QString container(const Container &container)
{
    const QString name = visible(container.name.isEmpty() ? container.id.left(shortIdLength) : container.name);
    return container.image.isEmpty()
        ? T::tr("%1 (%2)", "container and its engine").arg(name, visible(container.engine))
        : T::tr("%1 (%2, %3)", "container, image, engine").arg(name, visible(container.image), visible(container.engine));
}

QString publishedPorts(const Container &container)
{
    QStringList ports;
    for (const PublishedPort &port : container.ports) {
        if (ports.size() == maximumPorts) {
            ports += T::tr("and %n more", nullptr, int(container.ports.size() - maximumPorts));
            break;
        }
        ports += publishedPort(port);
    }
    return ports.join(QLatin1String(", "));
}

QString kernel(const Owner &owner)
{
    if (owner.kernelPart.isEmpty())
        return {};
    const QString part = kernelPartLabel(owner);
    return owner.kernelInterface.isEmpty() ? part : T::tr("%1, interface %2").arg(part, visible(owner.kernelInterface));
}

QList<Fact> facts(const Owner &owner)
{
    QList<Fact> facts;
    const auto add = [&facts](const QString &label, const QString &value) {
        if (!value.isEmpty())
            facts.append({ label, value });
    };
    if (const ProcessInfo *leader = owner.leader())
        add(T::tr("Script"), text::visible(leader->script, pathLength));
    if (owner.package)
        add(T::tr("Package"), T::tr("%1, %2", "package, whether it is intact").arg(package(*owner.package), integrity(*owner.package)));
    if (owner.program && !owner.program->digest.isEmpty())
        add(T::tr("SHA-256"), QString::fromLatin1(owner.program->digest.toHex()));
    add(T::tr("Unit"), unit(owner));
    add(T::tr("Socket opened by"), visible(owner.socketUnit));
    if (owner.unitFacts && owner.unitFacts->triggeredBy != owner.socketUnit)
        add(T::tr("Started by unit"), visible(owner.unitFacts->triggeredBy));
    if (owner.container) {
        add(owner.container->served ? T::tr("Works for container") : T::tr("Container"), container(*owner.container));
        add(T::tr("Published ports"), publishedPorts(*owner.container));
    }
    add(T::tr("Part of the kernel"), kernel(owner));
    return facts;
}

} // namespace portolan::owner_text
