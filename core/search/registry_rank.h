// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace portolan {

/// How well a row answers, best first. A row has the rank of the term it answers worst; a name that
/// is, or begins with, all that was typed counts as such.
enum class RegistryRank : quint8 {
    ExactPort, ///< the single port that was asked for
    Covering, ///< a range that covers or meets the ports asked for
    ExactName,
    NamePrefix, ///< of the service or subject, or of the port's number
    Word, ///< a whole word of the name or the description
    WordPrefix,
    Rest, ///< anywhere else
    NameTypo, ///< one letter off a word of the name; typos count only when nothing else answers
    Typo, ///< one letter off a word of the description
};

} // namespace portolan
