// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/registry_fault.h"

#include "text/text.h"

#include <QCoreApplication>

namespace portolan {

namespace {

constexpr qsizetype shownFault = 400;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::RegistryFault)
};

} // namespace

QString registryFault(const RegistryResult &result)
{
    const QString error = text::visible(result.error, shownFault);
    const QString column = text::visible(result.column);
    if (result.line == 0)
        return error;
    if (result.character > 0) {
        return column.isEmpty() ? Words::tr("Line %1, column %2: %3.").arg(result.line).arg(result.character).arg(error)
                                : Words::tr("Line %1, column %2, <%3>: %4.").arg(result.line).arg(result.character).arg(column, error);
    }
    return column.isEmpty() ? Words::tr("Line %1: %2.").arg(result.line).arg(error)
                            : Words::tr("Line %1, column “%2”: %3.").arg(result.line).arg(column, error);
}

} // namespace portolan
