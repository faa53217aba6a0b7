// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_fault.h"

#include "text/text.h"

#include <QCoreApplication>
#include <QDir>

namespace portolan {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::History)
};

QString shownName(const QString &fileName)
{
    return text::visible(QDir::toNativeSeparators(fileName));
}

} // namespace

HistoryFault historyFaultOf(int sqliteCode)
{
    constexpr int fullDeviceOfSharedMemory = 4874; // SQLITE_IOERR_SHMSIZE
    if (sqliteCode == fullDeviceOfSharedMemory)
        return HistoryFault::Full;
    switch (sqliteCode & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
    case 15: // SQLITE_PROTOCOL
        return HistoryFault::InUse;
    case 8: // SQLITE_READONLY
        return HistoryFault::ReadOnly;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return HistoryFault::Corrupt;
    case 13: // SQLITE_FULL
        return HistoryFault::Full;
    case 3: // SQLITE_PERM
    case 14: // SQLITE_CANTOPEN
    case 23: // SQLITE_AUTH
        return HistoryFault::Refused;
    default:
        return HistoryFault::Device;
    }
}

QString historyFaultText(HistoryFault fault, const QString &fileName, const QString &reason)
{
    const QString file = shownName(fileName);
    const QString why = text::visible(reason, 200);
    switch (fault) {
    case HistoryFault::None:
        return {};
    case HistoryFault::NoDriver:
        return Words::tr("The history is not kept: Qt's driver for SQLite is missing. Install it (Debian: libqt6sql6-sqlite).");
    case HistoryFault::NoFolder:
        return Words::tr("The history is not kept: the folder of “%1” does not exist and cannot be made. Make it, or look at the permissions of the one above.").arg(file);
    case HistoryFault::Refused:
        return Words::tr("The history is not kept: “%1” cannot be opened (%2). Look at its permissions and its folder's.").arg(file, why);
    case HistoryFault::ReadOnly:
        return Words::tr("The history is shown and not kept: “%1” or its folder cannot be written. Recording goes on when it can.").arg(file);
    case HistoryFault::InUse:
        return Words::tr("The history is not kept for the moment: another program holds “%1” locked. Recording goes on when that lets go.").arg(file);
    case HistoryFault::OtherRecorder:
        return Words::tr("Another Portolan records into “%1”. This one shows what that records.").arg(file);
    case HistoryFault::Newer:
        return Words::tr("The history is not kept: a newer Portolan wrote “%1”, and it is left as it is. Use that one, or move the file away.").arg(file);
    case HistoryFault::Foreign:
        return Words::tr("The history is not kept: “%1” is a database of another program and could not be moved away. Move it away yourself.").arg(file);
    case HistoryFault::Corrupt:
        return Words::tr("The history is not kept: “%1” is damaged and could not be moved aside. Move it away yourself.").arg(file);
    case HistoryFault::Full:
        return Words::tr("The history is not kept for the moment: there is no room left where “%1” is. Recording goes on when there is.").arg(file);
    case HistoryFault::Device:
        return Words::tr("The history is not kept for the moment: “%1” could not be read or written (%2). It is tried again.").arg(file, why);
    }
    Q_UNREACHABLE();
}

QString historySetAsideText(HistoryFault fault, const QString &fileName, const QString &setAside)
{
    if (fault == HistoryFault::Foreign)
        return Words::tr("“%1” was the database of another program. It was moved to “%2”, and a new history was begun.").arg(shownName(fileName), shownName(setAside));
    return Words::tr("The history in “%1” is damaged. It was moved to “%2”, and a new one was begun; “sqlite3 FILE .recover” may bring back what can be read of it.")
        .arg(shownName(fileName), shownName(setAside));
}

QString historyReplacedText(const QString &fileName)
{
    return Words::tr("“%1” was moved, removed or replaced while it was in use. What was recorded until then went with it; recording goes on in the file that is there.")
        .arg(shownName(fileName));
}

} // namespace portolan
