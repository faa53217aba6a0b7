// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace portolan {

/// A compiled file of the knowledge base that the program carries, in place; empty when there is
/// none of that name.
[[nodiscard]] QByteArrayView knowledgeResource(const QString &name);

} // namespace portolan
