// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/registry_index.h"
#include "search/registry_query.h"

#include <QList>

#include <stop_token>

namespace portolan {

/// One row of an answer. Texts are fetched when they are shown.
struct RegistryHit
{
    enum class Kind : quint8 {
        Registration, ///< value is an index for Knowledge::registrationAt()
        Port, ///< value is a port that no row of the registry covers
        Note, ///< value is an index for Knowledge::noteAt()
    };

    Kind kind = Kind::Registration;
    quint32 value = 0;

    friend auto operator<=>(const RegistryHit &, const RegistryHit &) = default;
};

/// How well a row answers, best first. A row has the rank of the term it answers worst.
enum class RegistryRank : quint8 {
    ExactPort, ///< the single port that was asked for
    Covering, ///< a range that covers or meets the ports asked for
    ExactName,
    NamePrefix, ///< of the service or subject, or of the port's number
    Word, ///< a whole word of the name or the description
    WordPrefix,
    Rest, ///< anywhere else
    Typo, ///< one letter off; only when nothing else answers
};

/// Pure: everything that answers the query, best first, by port within a rank. Without terms it is
/// the whole registry (and not the notes) in port order. Returns what it has when `stop` is
/// requested; the caller throws that away.
[[nodiscard]] QList<RegistryHit> searchRegistry(const RegistryIndex &index, const RegistryQuery &query,
                                                std::stop_token stop = {});

} // namespace portolan
