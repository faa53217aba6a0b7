// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace portolan {

/// What asking one port may cost at most, whatever it answers.
struct AskLimits
{
    using Time = std::chrono::milliseconds;

    Time total { 8000 };
    qsizetype bytes = 64 * 1024; ///< received in all
    qsizetype bytesOfOneAnswer = 16 * 1024;
    int connections = 48;
    int atOnce = 4; ///< of the questions that may overlap

    Time connect { 1000 }; ///< with the handshake where there is one
    Time greeting { 700 }; ///< for a server to speak first
    Time unlikelyGreeting { 250 };
    Time firstByte { 1500 }; ///< of a question that is likely to be understood
    Time firstByteOfRest { 600 }; ///< of the others
    Time pause { 250 }; ///< after the last byte, when more may come
    Time oneAnswer { 2500 }; ///< from the first byte on
};

} // namespace portolan
