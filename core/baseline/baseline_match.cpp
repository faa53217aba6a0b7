// SPDX-License-Identifier: GPL-3.0-or-later
#include "baseline/baseline_match.h"

#include "baseline/baseline.h"
#include "net/endpoint.h"
#include "report/listener_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <bit>

namespace portolan {

namespace {

class MatchText
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Baseline)
};

constexpr Exposure exposures[] = { Exposure::Loopback, Exposure::Link, Exposure::Container, Exposure::Everywhere };

/// What else than the program is otherwise.
BaselineChanges changesOfSameProgram(const Listener &accepted, const Listener &now)
{
    BaselineChanges changes;
    changes.setFlag(BaselineChange::Bytes, hasOtherBytes(*accepted.owner, *now.owner));
    changes.setFlag(BaselineChange::User, !isSameUser(*accepted.owner, *now.owner));
    changes.setFlag(BaselineChange::Exposure, now.exposure() > accepted.exposure());
    return changes;
}

int weight(BaselineChanges changes)
{
    return std::popcount(static_cast<unsigned>(changes.toInt()));
}

/// Whether another listener of the port runs what was accepted: then nothing took its place.
bool isStillHeld(const AcceptedListener &accepted, const QList<ListenerPtr> &listeners, qsizetype index)
{
    const AcceptedPlace place(*listeners[index]);
    const auto runsIt = [&](qsizetype other) { return isSameProgram(*accepted.listener->owner, *listeners[other]->owner) == true; };
    for (qsizetype other = index - 1; other >= 0 && AcceptedPlace(*listeners[other]) == place; --other) {
        if (runsIt(other))
            return true;
    }
    for (qsizetype other = index + 1; other < listeners.size() && AcceptedPlace(*listeners[other]) == place; ++other) {
        if (runsIt(other))
            return true;
    }
    return false;
}

std::optional<BaselineMatch> notInBaseline(const Baseline &baseline)
{
    if (!baseline.wholeAt().isValid())
        return std::nullopt;
    return BaselineMatch { BaselineState::NotInBaseline, {}, nullptr };
}

/// Accepted when the person accepted any passing port of the same program.
std::optional<BaselineMatch> matchPassing(const Baseline &baseline, const Listener &listener)
{
    for (const AcceptedPtr &entry : baseline.passingPortsOf(certainProgram(*listener.owner))) {
        if (isSameUser(*entry->listener->owner, *listener.owner) && !hasOtherBytes(*entry->listener->owner, *listener.owner))
            return BaselineMatch { BaselineState::Accepted, {}, entry };
    }
    return notInBaseline(baseline);
}

} // namespace

std::optional<BaselineMatch> match(const Baseline &baseline, const QList<ListenerPtr> &listeners, qsizetype index)
{
    const Listener &listener = *listeners[index];
    std::optional<BaselineMatch> best;
    AcceptedPtr unseen;
    AcceptedPtr replaced;
    for (const AcceptedPtr &entry : baseline.at(AcceptedPlace(listener))) {
        const std::optional<bool> same = isSameProgram(*entry->listener->owner, *listener.owner);
        if (!same) {
            unseen = entry;
        } else if (!*same) {
            if (!replaced && !isPassingPort(listener) && !isStillHeld(*entry, listeners, index))
                replaced = entry;
        } else {
            const BaselineChanges changes = changesOfSameProgram(*entry->listener, listener);
            if (!changes)
                return BaselineMatch { BaselineState::Accepted, {}, entry };
            if (!best || weight(changes) < weight(best->changes))
                best = BaselineMatch { BaselineState::Changed, changes, entry };
        }
    }
    if (best)
        return best;
    if (unseen)
        return BaselineMatch { BaselineState::Unseen, {}, unseen };
    if (replaced)
        return BaselineMatch { BaselineState::Changed, BaselineChange::Program, replaced };
    return isPassingPort(listener) ? matchPassing(baseline, listener) : notInBaseline(baseline);
}

std::optional<BaselineMatch> match(const Baseline &baseline, const Listener &listener)
{
    return match(baseline, { std::make_shared<const Listener>(listener) }, 0);
}

QLatin1String baselineStateName(BaselineState state)
{
    switch (state) {
    case BaselineState::NotInBaseline:
        return QLatin1String("new");
    case BaselineState::Accepted:
        return QLatin1String("accepted");
    case BaselineState::Changed:
        return QLatin1String("changed");
    case BaselineState::Unseen:
        return QLatin1String("unseen");
    }
    Q_UNREACHABLE();
}

QLatin1String baselineChangeName(BaselineChange change)
{
    switch (change) {
    case BaselineChange::Program:
        return QLatin1String("program");
    case BaselineChange::Bytes:
        return QLatin1String("bytes");
    case BaselineChange::User:
        return QLatin1String("user");
    case BaselineChange::Exposure:
        return QLatin1String("exposure");
    }
    Q_UNREACHABLE();
}

QList<BaselineChange> listed(BaselineChanges changes)
{
    QList<BaselineChange> result;
    for (const BaselineChange change : { BaselineChange::Program, BaselineChange::Bytes, BaselineChange::User, BaselineChange::Exposure }) {
        if (changes.testFlag(change))
            result += change;
    }
    return result;
}

QString acceptedValue(const AcceptedListener &accepted, BaselineChange change)
{
    const Owner &owner = *accepted.listener->owner;
    switch (change) {
    case BaselineChange::Program:
    case BaselineChange::Bytes: {
        const QString program = certainProgram(owner);
        return program.isEmpty() ? AcceptedIdentity(*accepted.listener).unit : program;
    }
    case BaselineChange::User:
        return owner.user;
    case BaselineChange::Exposure:
        return exposureName(accepted.listener->exposure());
    }
    Q_UNREACHABLE();
}

BaselineChange baselineChangeFrom(const QString &name)
{
    for (const BaselineChange change : { BaselineChange::Bytes, BaselineChange::User, BaselineChange::Exposure }) {
        if (name == baselineChangeName(change))
            return change;
    }
    return BaselineChange::Program;
}

QString acceptedChangeText(BaselineChange what, const QString &before)
{
    switch (what) {
    case BaselineChange::Program:
        return before.isEmpty() ? MatchText::tr("You accepted the port while another program held it")
                               : MatchText::tr("You accepted the port while another program held it: %1").arg(before);
    case BaselineChange::Bytes:
        return MatchText::tr("Its program's file is not the one that you accepted: %1").arg(before);
    case BaselineChange::User:
        return MatchText::tr("You accepted it running as another user: %1").arg(before);
    case BaselineChange::Exposure: {
        const auto accepted = std::ranges::find_if(exposures, [&before](Exposure one) { return before == exposureName(one); });
        return accepted == std::end(exposures)
            ? MatchText::tr("More of the world can reach it than when you accepted it")
            : MatchText::tr("More of the world can reach it than when you accepted it; then it was: %1").arg(listener_text::exposure(*accepted));
    }
    }
    Q_UNREACHABLE();
}

} // namespace portolan
