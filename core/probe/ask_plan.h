// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge.h"
#include "probe/port_answer.h"
#include "probe/port_question.h"
#include "snapshot/listener.h"

#include <QList>

namespace portolan {

/// What a listener will be asked, and in which order.
struct AskPlan
{
    /// The greeting first, then what its owner, its registration and the notes on its port suggest,
    /// then everything else. The greeting alone where one must be careful, and nothing over UDP.
    QList<PortQuestion> questions;
    /// How many of them are asked one after the other and given the time that a busy server needs;
    /// the rest may overlap.
    qsizetype oneByOne = 0;
    /// What is suggested waits to be asked: a greeting is hardly to come.
    bool clientSpeaksFirst = false;
    AskCaution caution = AskCaution::None;

    /// The same under TLS, once it is known to be spoken.
    QList<PortQuestion> questionsUnderTls;
};

/// Pure.
[[nodiscard]] AskPlan askPlan(const Listener &listener, const Knowledge &knowledge);

} // namespace portolan
