// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/registration.h"

#include <QList>
#include <QString>

#include <functional>

namespace portolan {

/// Rows read from a registry file, or where and why reading ended.
struct RegistryResult
{
    /// What is read at most, in bytes, characters and rows: far more than the registry will ever
    /// need, and little enough for any machine.
    static constexpr qsizetype largestFile = 64 * 1024 * 1024;
    static constexpr qsizetype longestField = 32 * 1024;
    static constexpr qsizetype mostRows = 200'000;

    QList<Registration> rows; ///< in the order of the file; empty after an error
    QString date; ///< when the registry was published, as "2026-03-09" or "2026-03"; empty where the file does not say
    int line = 0; ///< of the error, counted from 1; a field may span lines; 0 where no place is at fault
    int character = 0; ///< of the error within its line, counted from 1; 0 where only the line is known
    QString column; ///< name of the faulty column; empty when the row as a whole is at fault
    QString error; ///< empty when all went well: what is wrong and what would be right
    bool cancelled = false; ///< reading was ended early by RegistryProgress; rows and error are empty

    [[nodiscard]] bool ok() const { return error.isEmpty() && !cancelled; }
};

/// Called with 0..1000 now and then while a file is read, on the thread that reads; false ends it.
using RegistryProgress = std::function<bool(int permille)>;

} // namespace portolan
