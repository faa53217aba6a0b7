// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/panel.h"

#include <QCoreApplication>

namespace portolan {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Panel)
};

} // namespace

QList<PanelSection> panelSections(const Panel &panel)
{
    return { { Words::tr("On paper"), panel.texts.registered },
             { Words::tr("In practice"), panel.texts.used },
             { Words::tr("Security history"), panel.texts.history } };
}

QString untranslatedRemark(bool untranslated)
{
    return untranslated ? Words::tr("in English only") : QString();
}

} // namespace portolan
