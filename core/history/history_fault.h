// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <exception>

namespace portolan {

/// What keeps the history from being written or read.
enum class HistoryFault : quint8 {
    None,
    NoDriver, ///< Qt's SQLite driver is not installed
    NoFolder, ///< its folder does not exist and cannot be made
    Refused, ///< the system does not let it be opened
    ReadOnly, ///< it can be read and not written
    InUse, ///< another program holds it
    OtherRecorder, ///< another Portolan records into it
    Newer, ///< a newer version wrote it
    Foreign, ///< a database of something else
    Corrupt,
    Full, ///< no room on the disk
    Device, ///< reading or writing failed
};

/// Thrown within core/history and caught by HistoryStore and by whoever uses HistoryFile directly.
class HistoryFailure : public std::exception
{
public:
    explicit HistoryFailure(HistoryFault fault, QString reason = {})
        : m_fault(fault)
        , m_reason(std::move(reason))
    {
    }

    [[nodiscard]] HistoryFault fault() const { return m_fault; }
    /// In the system's or the database's own words. Hostile text; may be empty.
    [[nodiscard]] QString reason() const { return m_reason; }
    [[nodiscard]] const char *what() const noexcept override { return "the history cannot be used"; }

private:
    HistoryFault m_fault;
    QString m_reason;
};

/// What of SQLite's result codes (sqlite.org/rescode.html) means what; extended codes as well.
[[nodiscard]] HistoryFault historyFaultOf(int sqliteCode);

/// One or two translated sentences for people, harmless: what, on which file, what follows from it
/// and what to do. Empty for None.
[[nodiscard]] QString historyFaultText(HistoryFault fault, const QString &fileName, const QString &reason);
/// That a file was moved out of the way, and why.
[[nodiscard]] QString historySetAsideText(HistoryFault fault, const QString &fileName, const QString &setAside);
/// That somebody removed or replaced the file while it was in use.
[[nodiscard]] QString historyReplacedText(const QString &fileName);

} // namespace portolan
