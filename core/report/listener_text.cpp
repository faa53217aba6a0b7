// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/listener_text.h"

#include "text/text.h"

#include <QCoreApplication>

namespace portolan::listener_text {

namespace {

constexpr qsizetype nameLength = 120;

class ListenerText
{
    Q_DECLARE_TR_FUNCTIONS(ListenerText)

public:
    static QString owner(const Owner &owner)
    {
        if (const ProcessInfo *leader = owner.leader(); leader && !leader->shownName().isEmpty())
            return text::visible(leader->shownName(), nameLength);
        if (owner.reason == OwnerReason::KernelSocket)
            return tr("the kernel");
        if (owner.container)
            return text::visible(owner.container->name.isEmpty() ? owner.container->id : owner.container->name, nameLength);
        if (!owner.unit.isEmpty())
            return text::visible(owner.unit, nameLength);
        return tr("not known");
    }

    static QString attribution(Attribution attribution)
    {
        switch (attribution) {
        case Attribution::Observed:
            return tr("observed");
        case Attribution::Inferred:
            return tr("inferred");
        case Attribution::None:
            return tr("not known");
        }
        Q_UNREACHABLE();
    }

    static QString exposure(Exposure exposure)
    {
        switch (exposure) {
        case Exposure::Loopback:
            return tr("Loopback");
        case Exposure::Link:
            return tr("Link");
        case Exposure::Container:
            return tr("Container");
        case Exposure::Everywhere:
            return tr("Everywhere");
        }
        Q_UNREACHABLE();
    }

    static QString endpoint(const Endpoint &endpoint)
    {
        const QString address = endpoint.address.toString();
        QString text = endpoint.address.family() == IpAddress::Family::IPv6 ? QLatin1Char('[') + address + QLatin1Char(']') : address;
        if (!endpoint.scope.isEmpty())
            text += QLatin1Char('%') + text::visible(endpoint.scope, nameLength);
        if (endpoint.dualStack)
            text = tr("%1 (IPv4 too)").arg(text);
        if (!endpoint.networkNamespace.isEmpty())
            text = tr("%1 in %2", "an address in a network namespace").arg(text, text::visible(endpoint.networkNamespace, nameLength));
        return text;
    }

    static QString completeness(const Snapshot &snapshot)
    {
        QStringList sentences;
        sentences += snapshot.completeness == Completeness::Complete
            ? tr("The picture is complete: every listening socket was read.")
            : tr("The picture is incomplete: some listeners may be missing.");
        sentences += snapshot.privileged
            ? tr("It was taken with the rights to look into every user's processes.")
            : tr("It was taken without the rights to look into other users' processes, so some owners are inferred or not known.");
        for (const Remark remark : snapshot.remarks)
            sentences += remarkText(remark);
        return sentences.join(QLatin1Char(' '));
    }
};

} // namespace

QString owner(const Owner &owner)
{
    return ListenerText::owner(owner);
}

QString attribution(Attribution attribution)
{
    return ListenerText::attribution(attribution);
}

QString exposure(Exposure exposure)
{
    return ListenerText::exposure(exposure);
}

QString endpoint(const Endpoint &endpoint)
{
    return ListenerText::endpoint(endpoint);
}

QStringList endpoints(const Listener &listener)
{
    QStringList result;
    for (const Endpoint &one : listener.endpoints)
        result += endpoint(one);
    return result;
}

QString completeness(const Snapshot &snapshot)
{
    return ListenerText::completeness(snapshot);
}

} // namespace portolan::listener_text
