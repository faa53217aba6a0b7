// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/registry_index.h"
#include "search/registry_query.h"
#include "search/registry_rank.h"

#include <QList>

#include <stop_token>

namespace portolan {

/// One row of an answer. Texts are fetched when they are shown.
struct RegistryHit
{
    enum class Kind : quint8 {
        Registration, ///< value is an index for Knowledge::registrationAt()
        Port, ///< value is a port that has no row of its own among the answers
        Note, ///< value is an index for Knowledge::noteAt()
    };

    Kind kind = Kind::Registration;
    quint32 value = 0;

    friend auto operator<=>(const RegistryHit &, const RegistryHit &) = default;
};

/// Pure: everything that answers the query, best first, by port within a rank. Without terms it is
/// the registry in port order; notes then answer for the dynamic range alone, of which the registry
/// has no rows. Returns an empty list when `stop` is requested; the caller throws that away.
[[nodiscard]] QList<RegistryHit> searchRegistry(const RegistryIndex &index, const RegistryQuery &query,
                                                std::stop_token stop = {});

} // namespace portolan
