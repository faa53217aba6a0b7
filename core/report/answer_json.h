// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probe/port_answer.h"

#include <QJsonValue>

namespace portolan {

/// The member `answer` of a listener in the snapshot format; null for null.
[[nodiscard]] QJsonValue answerToJson(const PortAnswerPtr &answer);
/// Null when there is none that can be read. Texts are cut to what an answer keeps.
[[nodiscard]] PortAnswerPtr answerFromJson(const QJsonValue &value);

} // namespace portolan
