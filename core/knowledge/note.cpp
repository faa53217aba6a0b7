// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/note.h"

#include <QCoreApplication>

#include <array>

namespace portolan {

namespace {

// In the order of NoteKind.
constexpr std::array kindNames = {
    "conflict",       "container",  "database",      "de-facto",  "dev-default",  "game",
    "ghost",          "infrastructure", "iot-ics",   "malware",   "message-bus",  "monitoring",
    "p2p",            "registration-note", "remote-access", "squatter",
};
constexpr std::array confidenceNames = { "low", "medium", "high" };

template<typename Enum, std::size_t size>
std::optional<Enum> fromName(const std::array<const char *, size> &names, QStringView name)
{
    for (std::size_t i = 0; i < size; ++i) {
        if (name == QLatin1String(names.at(i)))
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace

QString Note::period() const
{
    if (from && to)
        return *from == *to ? QString::number(*from) : QStringLiteral("%1-%2").arg(*from).arg(*to);
    if (from)
        return QCoreApplication::translate("portolan::Knowledge", "since %1").arg(*from);
    if (to)
        return QCoreApplication::translate("portolan::Knowledge", "until %1").arg(*to);
    return {};
}

QLatin1String noteKindName(NoteKind kind)
{
    return QLatin1String(kindNames.at(static_cast<std::size_t>(kind)));
}

std::optional<NoteKind> noteKindFromName(QStringView name)
{
    return fromName<NoteKind>(kindNames, name);
}

QLatin1String confidenceName(Confidence confidence)
{
    return QLatin1String(confidenceNames.at(static_cast<std::size_t>(confidence)));
}

std::optional<Confidence> confidenceFromName(QStringView name)
{
    return fromName<Confidence>(confidenceNames, name);
}

QString confidenceLabel(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Low:
        return QCoreApplication::translate("portolan::Knowledge", "low");
    case Confidence::Medium:
        return QCoreApplication::translate("portolan::Knowledge", "medium");
    case Confidence::High:
        break;
    }
    return QCoreApplication::translate("portolan::Knowledge", "high");
}

} // namespace portolan
