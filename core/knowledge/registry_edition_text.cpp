// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/registry_edition.h"

#include "text/text.h"

#include <QCoreApplication>

namespace portolan {

namespace {

constexpr qsizetype shownName = 60;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::RegistryEdition)
};

} // namespace

QString RegistryEdition::text() const
{
    if (isBuiltIn()) {
        return date.isEmpty() ? Words::tr("IANA's registry as built into Portolan")
                              : Words::tr("IANA's registry as of %1, built into Portolan").arg(date);
    }
    const QString name = text::visible(file, shownName);
    return date.isEmpty() ? Words::tr("IANA's registry from the file “%1”").arg(name)
                          : Words::tr("IANA's registry as of %1, from the file “%2”").arg(date, name);
}

} // namespace portolan
