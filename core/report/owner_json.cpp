// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/owner_json.h"

#include "report/json_fields.h"
#include "report/snapshot_names.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace portolan {

namespace {

QJsonArray ancestorsToJson(const QList<Ancestor> &ancestors)
{
    QJsonArray result;
    for (const Ancestor &ancestor : ancestors) {
        result += QJsonObject { { QStringLiteral("pid"), json::pidOrNull(ancestor.key.pid) },
                                { QStringLiteral("name"), json::textOrNull(ancestor.name) },
                                { QStringLiteral("startTime"), json::timeOrNull(ancestor.startedAt) },
                                { QStringLiteral("user"), json::textOrNull(ancestor.user) },
                                { QStringLiteral("unit"), json::textOrNull(ancestor.unit) },
                                { QStringLiteral("terminal"), json::textOrNull(ancestor.terminal) } };
    }
    return result;
}

Ancestor ancestorFromJson(const QJsonObject &object)
{
    Ancestor ancestor;
    ancestor.key.pid = json::number<qint32>(object[QLatin1String("pid")]).value_or(0);
    ancestor.name = object[QLatin1String("name")].toString();
    ancestor.startedAt = json::time(object[QLatin1String("startTime")]);
    ancestor.user = object[QLatin1String("user")].toString();
    ancestor.unit = object[QLatin1String("unit")].toString();
    ancestor.terminal = object[QLatin1String("terminal")].toString();
    return ancestor;
}

QJsonObject processToJson(const ProcessInfo &process)
{
    const bool fileKnown = !process.executable.isEmpty();
    return { { QStringLiteral("pid"), json::pidOrNull(process.key.pid) },
             { QStringLiteral("startTime"), json::timeOrNull(process.startedAt) },
             { QStringLiteral("startTicks"), process.key.startTicks == 0 ? QJsonValue() : QJsonValue(static_cast<qint64>(process.key.startTicks)) },
             { QStringLiteral("name"), json::textOrNull(process.name) },
             { QStringLiteral("executable"), json::textOrNull(process.executable) },
             { QStringLiteral("executableDeleted"), fileKnown ? QJsonValue(process.executableDeleted) : QJsonValue() },
             { QStringLiteral("executableReplaced"), fileKnown ? QJsonValue(process.executableReplaced) : QJsonValue() },
             { QStringLiteral("commandLine"), QJsonArray::fromStringList(process.commandLine) },
             { QStringLiteral("script"), json::textOrNull(process.script) },
             { QStringLiteral("uid"), static_cast<qint64>(process.uid) },
             { QStringLiteral("user"), json::textOrNull(process.user) },
             { QStringLiteral("terminal"), json::textOrNull(process.terminal) },
             { QStringLiteral("unit"), json::textOrNull(process.unit) },
             { QStringLiteral("cgroup"), json::textOrNull(process.cgroup) },
             { QStringLiteral("ancestors"), ancestorsToJson(process.ancestors) } };
}

ProcessInfo processFromJson(const QJsonObject &object)
{
    ProcessInfo process;
    process.key = { json::number<qint32>(object[QLatin1String("pid")]).value_or(0),
                    json::number<quint64>(object[QLatin1String("startTicks")]).value_or(0) };
    process.startedAt = json::time(object[QLatin1String("startTime")]);
    process.name = object[QLatin1String("name")].toString();
    process.executable = object[QLatin1String("executable")].toString();
    process.executableDeleted = object[QLatin1String("executableDeleted")].toBool();
    process.executableReplaced = object[QLatin1String("executableReplaced")].toBool();
    process.commandLine = json::strings(object[QLatin1String("commandLine")]);
    process.script = object[QLatin1String("script")].toString();
    process.uid = json::number<quint32>(object[QLatin1String("uid")]).value_or(0);
    process.user = object[QLatin1String("user")].toString();
    process.terminal = object[QLatin1String("terminal")].toString();
    process.unit = object[QLatin1String("unit")].toString();
    process.cgroup = object[QLatin1String("cgroup")].toString();
    for (const QJsonValue value : object[QLatin1String("ancestors")].toArray())
        process.ancestors += ancestorFromJson(value.toObject());
    return process;
}

QJsonValue unitFactsToJson(const std::optional<UnitFacts> &facts)
{
    if (!facts)
        return {};
    return QJsonObject { { QStringLiteral("name"), json::textOrNull(facts->name) },
                         { QStringLiteral("description"), json::textOrNull(facts->description) },
                         { QStringLiteral("activeState"), json::textOrNull(facts->activeState) },
                         { QStringLiteral("subState"), json::textOrNull(facts->subState) },
                         { QStringLiteral("triggeredBy"), json::textOrNull(facts->triggeredBy) } };
}

std::optional<UnitFacts> unitFactsFromJson(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    return UnitFacts { value[QLatin1String("name")].toString(), value[QLatin1String("description")].toString(),
                       value[QLatin1String("activeState")].toString(), value[QLatin1String("subState")].toString(),
                       value[QLatin1String("triggeredBy")].toString() };
}

QJsonValue containerToJson(const std::optional<Container> &container)
{
    if (!container)
        return {};
    QJsonArray ports;
    for (const PublishedPort &port : container->ports) {
        ports += QJsonObject { { QStringLiteral("transport"), QString(QLatin1String(transportName(port.transport))) },
                               { QStringLiteral("hostAddress"), json::textOrNull(port.hostAddress) },
                               { QStringLiteral("hostPort"), port.hostPort },
                               { QStringLiteral("containerPort"), port.containerPort } };
    }
    return QJsonObject { { QStringLiteral("engine"), json::textOrNull(container->engine) },
                         { QStringLiteral("name"), json::textOrNull(container->name) },
                         { QStringLiteral("id"), json::textOrNull(container->id) },
                         { QStringLiteral("image"), json::textOrNull(container->image) },
                         { QStringLiteral("ports"), ports },
                         { QStringLiteral("served"), container->served } };
}

std::optional<Container> containerFromJson(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    Container container;
    container.engine = value[QLatin1String("engine")].toString();
    container.name = value[QLatin1String("name")].toString();
    container.id = value[QLatin1String("id")].toString();
    container.image = value[QLatin1String("image")].toString();
    container.served = value[QLatin1String("served")].toBool();
    for (const QJsonValue item : value[QLatin1String("ports")].toArray()) {
        const QString transport = item[QLatin1String("transport")].toString();
        const auto hostPort = json::number<quint16>(item[QLatin1String("hostPort")]);
        const auto containerPort = json::number<quint16>(item[QLatin1String("containerPort")]);
        if (!hostPort || !containerPort || (transport != QLatin1String("tcp") && transport != QLatin1String("udp")))
            continue;
        container.ports += PublishedPort { transport == QLatin1String("tcp") ? Transport::Tcp : Transport::Udp,
                                           item[QLatin1String("hostAddress")].toString(), *hostPort, *containerPort };
    }
    return container;
}

QJsonValue packageToJson(const std::optional<Package> &package)
{
    if (!package)
        return {};
    return QJsonObject { { QStringLiteral("manager"), json::textOrNull(package->manager) },
                         { QStringLiteral("name"), json::textOrNull(package->name) },
                         { QStringLiteral("version"), json::textOrNull(package->version) },
                         { QStringLiteral("intact"), package->intact ? QJsonValue(*package->intact) : QJsonValue() },
                         { QStringLiteral("file"), json::textOrNull(package->file) } };
}

std::optional<Package> packageFromJson(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    const QJsonValue intact = value[QLatin1String("intact")];
    return Package { value[QLatin1String("manager")].toString(), value[QLatin1String("name")].toString(),
                     value[QLatin1String("version")].toString(), intact.isBool() ? std::optional(intact.toBool()) : std::nullopt,
                     value[QLatin1String("file")].toString() };
}

QJsonValue programToJson(const std::optional<ProgramFacts> &program)
{
    if (!program)
        return {};
    return QJsonObject { { QStringLiteral("file"), json::textOrNull(program->file) },
                         { QStringLiteral("uid"), static_cast<qint64>(program->uid) },
                         { QStringLiteral("writable"), json::textOrNull(program->writable) },
                         { QStringLiteral("buildTree"), json::textOrNull(program->buildTree) },
                         { QStringLiteral("sha256"), json::textOrNull(QString::fromLatin1(program->digest.toHex())) } };
}

std::optional<ProgramFacts> programFromJson(const QJsonValue &value)
{
    if (!value.isObject())
        return std::nullopt;
    const QByteArray digest = QByteArray::fromHex(value[QLatin1String("sha256")].toString().toLatin1());
    return ProgramFacts { value[QLatin1String("file")].toString(), json::number<quint32>(value[QLatin1String("uid")]).value_or(0),
                          value[QLatin1String("writable")].toString(), value[QLatin1String("buildTree")].toString(),
                          digest.size() == QCryptographicHash::hashLength(QCryptographicHash::Sha256) ? digest : QByteArray() };
}

QJsonValue kernelToJson(const Owner &owner)
{
    if (owner.kernelPart.isEmpty() && owner.kernelInterface.isEmpty())
        return {};
    return QJsonObject { { QStringLiteral("part"), json::textOrNull(owner.kernelPart) },
                         { QStringLiteral("interface"), json::textOrNull(owner.kernelInterface) } };
}

Attribution attributionFromJson(const QJsonValue &value)
{
    for (const Attribution attribution : { Attribution::Observed, Attribution::Inferred }) {
        if (value.toString() == attributionName(attribution))
            return attribution;
    }
    return Attribution::None;
}

} // namespace

QJsonObject ownerToJson(const Owner &owner)
{
    QJsonArray processes;
    for (const ProcessPtr &process : owner.processes)
        processes += processToJson(*process);
    return { { QStringLiteral("attribution"), QString(attributionName(owner.attribution)) },
             { QStringLiteral("reason"), owner.attribution == Attribution::Observed ? QString() : ownerReasonText(owner) },
             { QStringLiteral("reasonId"), owner.reason == OwnerReason::None ? QJsonValue() : QJsonValue(QString(names::ownerReason(owner.reason))) },
             { QStringLiteral("processes"), processes },
             { QStringLiteral("uid"), static_cast<qint64>(owner.uid) },
             { QStringLiteral("user"), json::textOrNull(owner.user) },
             { QStringLiteral("cgroup"), json::textOrNull(owner.cgroup) },
             { QStringLiteral("unit"), json::textOrNull(owner.unit) },
             { QStringLiteral("unitFacts"), unitFactsToJson(owner.unitFacts) },
             { QStringLiteral("socketUnit"), json::textOrNull(owner.socketUnit) },
             { QStringLiteral("container"), containerToJson(owner.container) },
             { QStringLiteral("package"), packageToJson(owner.package) },
             { QStringLiteral("program"), programToJson(owner.program) },
             { QStringLiteral("kernel"), kernelToJson(owner) } };
}

Owner ownerFromJson(const QJsonObject &object)
{
    Owner owner;
    owner.attribution = attributionFromJson(object[QLatin1String("attribution")]);
    owner.reason = names::ownerReasonFrom(object[QLatin1String("reasonId")].toString())
                       .value_or(owner.attribution == Attribution::Observed ? OwnerReason::None : OwnerReason::NotFound);
    for (const QJsonValue value : object[QLatin1String("processes")].toArray())
        owner.processes += std::make_shared<const ProcessInfo>(processFromJson(value.toObject()));
    const ProcessInfo *leader = owner.leader();
    // Observed is what was read from a process: without one, nothing was.
    if (owner.attribution == Attribution::Observed && !leader) {
        owner.attribution = Attribution::None;
        owner.reason = OwnerReason::NotFound;
    }
    owner.uid = json::number<quint32>(object[QLatin1String("uid")]).value_or(leader ? leader->uid : 0);
    owner.user = object[QLatin1String("user")].toString(leader ? leader->user : QString());
    owner.cgroup = object[QLatin1String("cgroup")].toString();
    owner.unit = object[QLatin1String("unit")].toString();
    owner.unitFacts = unitFactsFromJson(object[QLatin1String("unitFacts")]);
    owner.socketUnit = object[QLatin1String("socketUnit")].toString();
    owner.container = containerFromJson(object[QLatin1String("container")]);
    owner.package = packageFromJson(object[QLatin1String("package")]);
    owner.program = programFromJson(object[QLatin1String("program")]);
    const QJsonValue kernel = object[QLatin1String("kernel")];
    owner.kernelPart = kernel[QLatin1String("part")].toString();
    owner.kernelInterface = kernel[QLatin1String("interface")].toString();
    return owner;
}

} // namespace portolan
