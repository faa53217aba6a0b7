// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/publication_text.h"

#include "text/text.h"

#include <QCoreApplication>
#include <QStringList>

namespace portolan {

namespace {

class PublicationText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Publication)
};

constexpr qsizetype longestName = 80;
constexpr qsizetype shortIdLength = 12;
constexpr qsizetype maximumPlaces = 5;

/// "web (nginx:1.25)"; empty when nothing is known of it.
QString containerText(const Container &container)
{
    const QString name
        = text::visible(container.name.isEmpty() ? container.id.left(shortIdLength) : container.name, longestName);
    if (name.isEmpty() || container.image.isEmpty())
        return name;
    return PublicationText::tr("%1 (%2)", "container, image").arg(name, text::visible(container.image, longestName));
}

QString passedOn(const Listener &listener, const Container &container)
{
    const QString name = containerText(container);
    for (const PublishedPort &published : container.ports) {
        if (published.transport != listener.transport() || published.hostPort != listener.port())
            continue;
        return name.isEmpty()
            ? PublicationText::tr("Port %1 of this machine is passed on to port %2 in a container.")
                  .arg(published.hostPort)
                  .arg(published.containerPort)
            : PublicationText::tr("Port %1 of this machine is passed on to port %2 in the container %3.")
                  .arg(QString::number(published.hostPort), QString::number(published.containerPort), name);
    }
    return name.isEmpty() ? QString() : PublicationText::tr("Works for the container %1.").arg(name);
}

QString publishedAs(const Listener &listener, const Container &container)
{
    QStringList places;
    for (const PublishedPort &published : container.ports) {
        if (published.transport != listener.transport() || published.containerPort != listener.port()
            || places.size() >= maximumPlaces)
            continue;
        const QString place = published.hostAddress.isEmpty()
            ? QString::number(published.hostPort)
            : PublicationText::tr("%1 (only at %2)", "port, address of this machine")
                  .arg(QString::number(published.hostPort), text::visible(published.hostAddress));
        if (!places.contains(place))
            places.append(place);
    }
    if (places.isEmpty())
        return {};
    return (places.size() == 1 ? PublicationText::tr("Published as port %1 of this machine.")
                               : PublicationText::tr("Published as the ports %1 of this machine."))
        .arg(places.join(QLatin1String(", ")));
}

} // namespace

QString publicationText(const Listener &listener)
{
    const auto &container = listener.owner->container;
    if (!container)
        return {};
    return container->served ? passedOn(listener, *container) : publishedAs(listener, *container);
}

} // namespace portolan
