// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assess/assessment.h"
#include "snapshot/listener.h"

#include <QList>
#include <QString>

namespace portolan {

/// What a person can do about a listener.
enum class NextStep : quint8 {
    Nothing, ///< all is as it should be
    RestartProgram, ///< an upgrade replaced its file; it still runs the one before
    KeepProgram, ///< its file is gone; as long as it runs it can be copied
    ReinstallPackage, ///< its file is not what the package shipped
    LookAtFile, ///< see what the program or script is and who put it there
    CloseToNetwork, ///< keep others from reaching it while one looks
    StopProgram,
    AskPort, ///< connect to it and see what speaks there
    ReadNote, ///< read what is written about the port
    AcceptAsNormal, ///< the person knows it: it counts as normal until it changes
    SeeFully, ///< with more rights its owner could be seen
    WriteNote, ///< remember what it is
};

/// The steps that fit, the first to take first; never empty. Pure.
[[nodiscard]] QList<NextStep> nextSteps(const Listener &listener, const Assessment &assessment);
/// One translated sentence for people.
[[nodiscard]] QString nextStepText(NextStep step, const Listener &listener);

} // namespace portolan
