// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter_keys.h"

#include "assess/verdict.h"
#include "knowledge/mark.h"
#include "net/endpoint.h"
#include "net/transport.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>

namespace portolan {

namespace {

class KeyText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::FilterKey)
};

constexpr std::array verdicts { Verdict::Investigate, Verdict::Unfamiliar, Verdict::Explained, Verdict::Expected };
constexpr std::array exposures { Exposure::Everywhere, Exposure::Link, Exposure::Container, Exposure::Loopback };

template <typename Values, typename NameOf>
QStringList names(const Values &values, NameOf nameOf)
{
    QStringList result;
    for (const auto value : values)
        result += QString(nameOf(value));
    return result;
}

QList<FilterKey> makeKeys()
{
    const auto key = [](const char *name, const char *example, const QStringList &values = {}) {
        return FilterKey { QLatin1String(name), QLatin1String(example), values };
    };
    return { key("port", "port:3000-4000"),
             key("verdict", "verdict:investigate", names(verdicts, verdictName)),
             key("owner", "owner:node"),
             key("user", "user:root"),
             key("exposure", "exposure:everywhere", names(exposures, exposureName)),
             key("proto", "proto:udp", { QStringLiteral("tcp"), QStringLiteral("udp") }),
             key("is", "is:new", { QStringLiteral("new"), QStringLiteral("accepted"), QStringLiteral("changed") }),
             key("unit", "unit:ssh.service"),
             key("container", "container:web"),
             key("package", "package:openssh"),
             key("mark", "mark:ghost", names(allMarks(), markName)),
             key("service", "service:http"),
             key("address", "address:127.0.0.1"),
             key("namespace", "namespace:host"),
             key("pid", "pid:812"),
             key("note", "note:lab") };
}

} // namespace

const QList<FilterKey> &filterKeys()
{
    static const QList<FilterKey> keys = makeKeys();
    return keys;
}

const FilterKey *filterKey(const QString &name)
{
    const auto found = std::ranges::find_if(filterKeys(), [&name](const FilterKey &key) { return name.compare(key.name, Qt::CaseInsensitive) == 0; });
    return found == filterKeys().end() ? nullptr : &*found;
}

QString filterKeyText(const FilterKey &key)
{
    static const QHash<QLatin1String, const char *> texts {
        { QLatin1String("port"), QT_TRANSLATE_NOOP("portolan::FilterKey", "ports, ranges and lists of them") },
        { QLatin1String("verdict"), QT_TRANSLATE_NOOP("portolan::FilterKey", "what it was judged to be") },
        { QLatin1String("owner"), QT_TRANSLATE_NOOP("portolan::FilterKey", "process, unit or container that holds it") },
        { QLatin1String("user"), QT_TRANSLATE_NOOP("portolan::FilterKey", "whose it is") },
        { QLatin1String("exposure"), QT_TRANSLATE_NOOP("portolan::FilterKey", "who can reach it") },
        { QLatin1String("proto"), QT_TRANSLATE_NOOP("portolan::FilterKey", "TCP or UDP") },
        { QLatin1String("is"), QT_TRANSLATE_NOOP("portolan::FilterKey", "how it stands to what you accepted") },
        { QLatin1String("unit"), QT_TRANSLATE_NOOP("portolan::FilterKey", "systemd unit") },
        { QLatin1String("container"), QT_TRANSLATE_NOOP("portolan::FilterKey", "name, engine, id or image of its container") },
        { QLatin1String("package"), QT_TRANSLATE_NOOP("portolan::FilterKey", "package that shipped its program") },
        { QLatin1String("mark"), QT_TRANSLATE_NOOP("portolan::FilterKey", "what is special about the port") },
        { QLatin1String("service"), QT_TRANSLATE_NOOP("portolan::FilterKey", "what the port is registered as") },
        { QLatin1String("address"), QT_TRANSLATE_NOOP("portolan::FilterKey", "local address or interface") },
        { QLatin1String("namespace"), QT_TRANSLATE_NOOP("portolan::FilterKey", "network namespace; “host” is this machine's own") },
        { QLatin1String("pid"), QT_TRANSLATE_NOOP("portolan::FilterKey", "process id") },
        { QLatin1String("note"), QT_TRANSLATE_NOOP("portolan::FilterKey", "what you noted about it") },
    };
    return QCoreApplication::translate("portolan::FilterKey", texts.value(key.name, ""));
}

QString filterValueText(const FilterKey &key, const QString &value)
{
    const auto nameIs = [&value](QLatin1String name) { return value.compare(name, Qt::CaseInsensitive) == 0; };
    if (key.name == QLatin1String("verdict")) {
        const auto verdict = std::ranges::find_if(verdicts, [&](Verdict candidate) { return nameIs(verdictName(candidate)); });
        return verdict == verdicts.end() ? QString() : verdictLabel(*verdict);
    }
    if (key.name == QLatin1String("exposure")) {
        if (nameIs(exposureName(Exposure::Everywhere)))
            return KeyText::tr("from the network");
        if (nameIs(exposureName(Exposure::Link)))
            return KeyText::tr("from the same link only");
        if (nameIs(exposureName(Exposure::Container)))
            return KeyText::tr("from the container's network");
        if (nameIs(exposureName(Exposure::Loopback)))
            return KeyText::tr("from this machine only");
    }
    if (key.name == QLatin1String("mark")) {
        const QList<Mark> marks = allMarks();
        const auto mark = std::ranges::find_if(marks, [&](Mark candidate) { return nameIs(markName(candidate)); });
        return mark == marks.end() ? QString() : markLabel(*mark);
    }
    if (key.name == QLatin1String("is")) {
        if (nameIs(QLatin1String("new")))
            return KeyText::tr("not in what you accepted");
        if (nameIs(QLatin1String("accepted")))
            return KeyText::tr("accepted, and as it was then");
        if (nameIs(QLatin1String("changed")))
            return KeyText::tr("accepted, and no longer as it was");
    }
    return {};
}

} // namespace portolan
