// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QList>
#include <QString>

#include <optional>

namespace portolan {

/// A computed property of a port; the rules stand in marks.cpp and nowhere else.
enum class Mark : quint16 {
    Ghost = 0x01, ///< registered, and nothing is known to use it
    MalwareRange = 0x02, ///< inside the ports that a known malware family listened on
    Squatted = 0x04, ///< used by others than the registered one
    Game = 0x08,
    DeFacto = 0x10, ///< unregistered or registered for something else, yet everybody knows it
    UnauthorisedUse = 0x20, ///< the registry itself reports unauthorised use
    Conflict = 0x40, ///< two genuine owners
    Unassigned = 0x80,
    Similar = 0x100, ///< similar to 3155: what the table highlights
};
Q_DECLARE_FLAGS(Marks, Mark)

/// All marks in the order they are shown.
[[nodiscard]] const QList<Mark> &allMarks();
/// "ghost", "malware-range", ... as in the snapshot format.
[[nodiscard]] QLatin1String markName(Mark mark);
[[nodiscard]] std::optional<Mark> markFromName(QStringView name);
/// A sign of its own for each mark, so that colour is never alone.
[[nodiscard]] QChar markGlyph(Mark mark);
/// Short translated label, for the legend and for chips.
[[nodiscard]] QString markLabel(Mark mark);
/// One translated sentence: what the mark means.
[[nodiscard]] QString markMeaning(Mark mark);

} // namespace portolan

Q_DECLARE_OPERATORS_FOR_FLAGS(portolan::Marks)
