// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/verdict.h"
#include "net/endpoint.h"
#include "net/port_range.h"
#include "snapshot/listener.h"

#include <QDateTime>
#include <QString>

#include <optional>

/// What the panels say about values; translated. Data in the answers is not yet made visible,
/// except where it says so.
namespace portolan::words {

/// "TCP", "UDP" or "TCP and UDP".
[[nodiscard]] QString transport(std::optional<Transport> transport);
/// "registered range 1024–49151"
[[nodiscard]] QString range(PortRange range);
/// "TCP 3155"
[[nodiscard]] QString portAndTransport(const Listener &listener);
/// "reachable from everywhere", ...
[[nodiscard]] QString exposure(Exposure exposure);
/// "0.0.0.0:3155", "[::1]:22", "[fe80::1%eth0]:546"
[[nodiscard]] QString address(const Endpoint &endpoint, quint16 port);
/// Who can connect there: "anyone who reaches this machine can connect".
[[nodiscard]] QString reach(const Endpoint &endpoint, Transport transport);
/// How the owner is known, in a sentence.
[[nodiscard]] QString attribution(const Owner &owner);
/// "11 min ago"; empty for an invalid time.
[[nodiscard]] QString age(const QDateTime &since, const QDateTime &now);
/// "21:48", with the date when it was not today.
[[nodiscard]] QString startTime(const QDateTime &since, const QDateTime &now);
/// What a verdict with so many facts against comes to: "three things do not fit".
[[nodiscard]] QString verdictSummary(Verdict verdict, int against);
/// Unit of the owner or of its leader; empty when there is none.
[[nodiscard]] QString unit(const Owner &owner);
/// What would show more of an owner that is not observed; empty when nothing would.
[[nodiscard]] QString howToSeeMore(const Owner &owner);

} // namespace portolan::words
