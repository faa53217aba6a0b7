// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_identity.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace portolan {

namespace {

/// The name that stays: a process may give itself another one at any moment, its file stays what it is.
QString lastingName(const ProcessInfo &process)
{
    const QString file = process.executable.mid(process.executable.lastIndexOf(QLatin1Char('/')) + 1);
    return file.isEmpty() || file.startsWith(process.name) ? process.shownName() : file;
}

} // namespace

HistoryOwner HistoryOwner::of(const Owner &owner)
{
    using history_text::cut;
    HistoryOwner kept;
    if (const ProcessInfo *leader = owner.leader()) {
        kept.name = cut(lastingName(*leader));
        kept.executable = cut(leader->executable);
        kept.script = cut(leader->script);
        kept.uid = leader->uid;
        kept.user = cut(leader->user);
    } else {
        kept.uid = owner.uid;
        kept.user = cut(owner.user);
    }
    if (owner.package) {
        kept.packageManager = cut(owner.package->manager);
        kept.package = cut(owner.package->name);
    }
    if (!owner.unit.endsWith(QLatin1String(".scope")))
        kept.unit = cut(owner.unit);
    if (owner.container) {
        kept.containerEngine = cut(owner.container->engine);
        kept.container = cut(owner.container->name.isEmpty() ? owner.container->id : owner.container->name);
    }
    kept.kernelPart = cut(owner.kernelPart);
    kept.kernelInterface = cut(owner.kernelInterface);
    return kept;
}

bool HistoryOwner::mayBe(const HistoryOwner &other) const
{
    const auto agree = [](const QString &a, const QString &b) { return a.isEmpty() || b.isEmpty() || a == b; };
    return name == other.name && uid == other.uid && agree(executable, other.executable) && agree(script, other.script)
        && agree(unit, other.unit) && agree(container, other.container) && kernelPart == other.kernelPart
        && kernelInterface == other.kernelInterface;
}

namespace history_text {

QString cut(const QString &text)
{
    if (text.size() <= longest)
        return text;
    // The two halves of a character stay together.
    return text.left(text.at(longest - 1).isHighSurrogate() ? longest - 1 : longest);
}

QString fromEndpoints(const Listener &listener)
{
    QList<Endpoint> kept = listener.endpoints;
    if (kept.size() > mostEndpoints) {
        const auto widest = std::ranges::max_element(kept, {}, [](const Endpoint &endpoint) { return exposureOf(endpoint); });
        if (widest - kept.begin() >= mostEndpoints)
            std::iter_swap(widest, kept.begin() + mostEndpoints - 1);
        kept.resize(mostEndpoints);
    }
    QJsonArray array;
    for (const Endpoint &endpoint : std::as_const(kept)) {
        array += QJsonArray { endpoint.address.toString(), endpoint.dualStack, cut(endpoint.scope),
                              cut(endpoint.networkNamespace) };
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QList<Endpoint> toEndpoints(const QString &text)
{
    QList<Endpoint> endpoints;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue value : array) {
        if (const auto address = IpAddress::parse(value[0].toString()))
            endpoints += Endpoint { *address, value[1].toBool(), value[2].toString(), value[3].toString() };
    }
    std::ranges::sort(endpoints);
    endpoints.erase(std::unique(endpoints.begin(), endpoints.end()), endpoints.end());
    return endpoints;
}

} // namespace history_text

} // namespace portolan
