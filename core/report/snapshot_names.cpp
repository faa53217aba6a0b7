// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/snapshot_names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace portolan::names {

namespace {

constexpr std::array ownerReasons {
    std::pair { OwnerReason::None, "none" },
    std::pair { OwnerReason::OneCandidate, "one-candidate" },
    std::pair { OwnerReason::OneFits, "one-fits" },
    std::pair { OwnerReason::SeveralCandidates, "several-candidates" },
    std::pair { OwnerReason::OneInNamespace, "one-in-namespace" },
    std::pair { OwnerReason::SeveralInNamespace, "several-in-namespace" },
    std::pair { OwnerReason::ControlGroupOnly, "control-group-only" },
    std::pair { OwnerReason::OtherUser, "other-user" },
    std::pair { OwnerReason::HeldForUnit, "held-for-unit" },
    std::pair { OwnerReason::KernelSocket, "kernel-socket" },
    std::pair { OwnerReason::Ended, "ended" },
    std::pair { OwnerReason::OtherNamespace, "other-namespace" },
    std::pair { OwnerReason::NotFound, "not-found" },
    std::pair { OwnerReason::NotSearched, "not-searched" },
};

constexpr std::array remarks {
    std::pair { Remark::DumpInterrupted, "dump-interrupted" }, std::pair { Remark::NetlinkRefused, "netlink-refused" },
    std::pair { Remark::TableUnreadable, "table-unreadable" }, std::pair { Remark::ProcUnreadable, "proc-unreadable" },
    std::pair { Remark::OwnersHidden, "owners-hidden" },       std::pair { Remark::ProcessesHidden, "processes-hidden" },
    std::pair { Remark::NoControlGroups, "no-control-groups" }, std::pair { Remark::NamespaceUnreadable, "namespace-unreadable" },
};

template<class Table, class Value>
QLatin1String nameIn(const Table &table, Value value)
{
    const auto entry = std::ranges::find(table, value, [](const auto &pair) { return pair.first; });
    return entry == table.end() ? QLatin1String() : QLatin1String(entry->second);
}

template<class Value, class Table>
std::optional<Value> valueIn(const Table &table, QStringView name)
{
    const auto entry = std::ranges::find_if(table, [name](const auto &pair) { return name == QLatin1String(pair.second); });
    return entry == table.end() ? std::nullopt : std::optional<Value>(entry->first);
}

} // namespace

QLatin1String ownerReason(OwnerReason reason)
{
    return nameIn(ownerReasons, reason);
}

std::optional<OwnerReason> ownerReasonFrom(QStringView name)
{
    return valueIn<OwnerReason>(ownerReasons, name);
}

QLatin1String remark(Remark remark)
{
    return nameIn(remarks, remark);
}

std::optional<Remark> remarkFrom(QStringView name)
{
    return valueIn<Remark>(remarks, name);
}

} // namespace portolan::names
