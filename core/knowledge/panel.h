// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/note.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace portolan {

/// The texts of a panel, which are what is translated.
struct PanelTexts
{
    QString title; ///< a few words, at most 80 characters
    QString lead; ///< what to think first
    QString registered; ///< what the port is registered as, and whether that is in use
    QString used; ///< who really uses it, since when, how to tell
    QString history; ///< security history
    QString advice; ///< what to do on seeing it

    friend bool operator==(const PanelTexts &, const PanelTexts &) = default;
};

/// The hand-written page on a port or a range of ports. Where several cover a port the narrowest
/// speaks.
struct Panel
{
    quint16 portFrom = 0;
    quint16 portTo = 0;
    PanelTexts texts;
    QStringList notes; ///< ids of the notes the texts rest on
    QList<Source> sources; ///< what they rest on besides
    QList<quint16> see; ///< ports worth reading next
    /// The texts are in English although the program speaks another language.
    bool untranslated = false;

    [[nodiscard]] bool covers(quint16 port) const { return portFrom <= port && port <= portTo; }
    /// "3155" or "3127-3198"; unique among panels.
    [[nodiscard]] QString name() const
    {
        return portFrom == portTo ? QString::number(portFrom) : QStringLiteral("%1-%2").arg(portFrom).arg(portTo);
    }

    friend bool operator==(const Panel &, const Panel &) = default;
};

/// A stretch of a panel under its translated heading.
struct PanelSection
{
    QString heading;
    QString text;
};

/// What follows the lead and goes before the advice: on paper, in practice, security history.
[[nodiscard]] QList<PanelSection> panelSections(const Panel &panel);
/// Tells where the texts are in English although the program speaks another language; else empty.
[[nodiscard]] QString untranslatedRemark(bool untranslated);

} // namespace portolan
