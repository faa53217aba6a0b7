// SPDX-License-Identifier: GPL-3.0-or-later
#include "ownnotes/own_notes_file.h"

#include "ownnotes/broken_file.h"
#include "ownnotes/file_lock.h"
#include "text/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <chrono>

namespace portolan {

namespace {

constexpr std::chrono::milliseconds longestWait { 5000 };

class Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::OwnNotes)
};

QString shownName(const QString &fileName)
{
    return text::visible(QDir::toNativeSeparators(fileName));
}

OwnNotesOutcome failure(OwnNotesFault fault, const QString &error)
{
    return { {}, fault, error, {} };
}

/// The same with the name of the file and the line in front.
QString placed(const QString &fileName, const OwnNotesResult &result)
{
    return Words::tr("%1, line %2: %3.", "file, line, what is wrong there").arg(shownName(fileName)).arg(result.line).arg(text::visible(result.error));
}

OwnNotesOutcome leftInPlace(OwnNotesOutcome outcome)
{
    outcome.error += QLatin1Char(' ') + Words::tr("It could not be moved aside, so own notes are neither shown nor kept until it is corrected or removed.");
    return outcome;
}

OwnNotesOutcome setAside(const QString &fileName, OwnNotesOutcome outcome)
{
    if (outcome.fault != OwnNotesFault::Broken)
        return outcome;
    outcome.setAside = moveBrokenAside(fileName);
    if (outcome.setAside.isEmpty())
        return leftInPlace(std::move(outcome));
    outcome.error += QLatin1Char(' ')
        + Words::tr("The file was moved to %1 and own notes begin anew: correct it there and bring it back with “Import notes…”.").arg(shownName(outcome.setAside));
    return outcome;
}

QString notWritten(const QString &fileName, const QString &reason)
{
    return Words::tr("“%1” was not written: %2. What was there before is unchanged. Free some space or look at the folder's permissions.")
        .arg(shownName(fileName), text::visible(reason));
}

QString write(const QString &fileName, const OwnNotes &notes, QFileDevice::Permissions permissions)
{
    const QByteArray bytes = writeOwnNotes(notes);
    if (bytes.size() > largestOwnNotes || notes.count() > OwnNotes::most) {
        return Words::tr("“%1” was not written: own notes may take %2 MB and be %3 in number, and there would be more. Shorten or delete some.")
            .arg(shownName(fileName)).arg(largestOwnNotes / (1024 * 1024)).arg(OwnNotes::most);
    }
    QSaveFile file(fileName);
    // Unbuffered: QSaveFile::commit() does not notice when what QFile still holds cannot be written.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return notWritten(fileName, file.errorString());
    if (permissions && !file.setPermissions(permissions))
        return notWritten(fileName, file.errorString());
    if (file.write(bytes) != bytes.size() || !file.commit())
        return notWritten(fileName, file.errorString());
    return {};
}

} // namespace

QString ownNotesFileName()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath(QStringLiteral("portolan/own-notes.yaml"));
}

OwnNotesOutcome readOwnNotes(const QString &fileName)
{
    const QFileInfo info(fileName);
    if (info.isDir())
        return failure(OwnNotesFault::Unreadable, Words::tr("“%1” is a folder; choose a file.").arg(shownName(fileName)));
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        if (!info.exists() && !info.isSymLink())
            return {};
        return failure(OwnNotesFault::Unreadable, Words::tr("“%1” cannot be read: %2. Look at its permissions.").arg(shownName(fileName), text::visible(file.errorString())));
    }
    // One byte more than allowed tells a file that is too large, also where size() knows nothing.
    const QByteArray bytes = file.read(largestOwnNotes + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(OwnNotesFault::Unreadable, Words::tr("“%1” cannot be read: %2. Look at its permissions.").arg(shownName(fileName), text::visible(file.errorString())));
    OwnNotesResult result = parseOwnNotes(bytes);
    if (result.fault != OwnNotesFault::None)
        return failure(result.fault, placed(fileName, result));
    return { std::move(result.notes), OwnNotesFault::None, {}, {} };
}

OwnNotesOutcome openOwnNotes(const QString &fileName)
{
    OwnNotesOutcome outcome = readOwnNotes(fileName);
    if (outcome.fault != OwnNotesFault::Broken)
        return outcome;
    FileLock lock(fileName + QLatin1String(".lock"));
    if (lock.lock(longestWait) != FileLock::Result::Locked)
        return leftInPlace(std::move(outcome));
    // Another program may have set it aside meanwhile.
    return setAside(fileName, readOwnNotes(fileName));
}

OwnNotesOutcome changeOwnNotes(const QString &fileName, const OwnNotesChange &change)
{
    const QString folder = QFileInfo(fileName).path();
    if (!QDir().mkpath(folder)) {
        return failure(OwnNotesFault::Unreadable,
                       Words::tr("The folder “%1” cannot be made, so own notes cannot be kept. Look at the permissions of the folder above.").arg(shownName(folder)));
    }
    FileLock lock(fileName + QLatin1String(".lock"));
    if (const FileLock::Result result = lock.lock(longestWait); result != FileLock::Result::Locked) {
        const QString error = result == FileLock::Result::Busy
            ? Words::tr("Another program is writing own notes for longer than expected, so this change was not kept. Try again.")
            : notWritten(fileName, Words::tr("its folder may not be written to"));
        OwnNotesOutcome outcome = readOwnNotes(fileName);
        outcome.error = error;
        return outcome;
    }
    OwnNotesOutcome outcome = setAside(fileName, readOwnNotes(fileName));
    if (outcome.fault != OwnNotesFault::None && outcome.setAside.isEmpty())
        return outcome;
    const OwnNotes changed = change(outcome.notes);
    const QString error = write(fileName, changed, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!error.isEmpty()) {
        outcome.fault = OwnNotesFault::NotWritten;
        outcome.error = error;
        return outcome;
    }
    outcome.notes = changed;
    return outcome;
}

QString exportOwnNotes(const QString &fileName, const OwnNotes &notes)
{
    if (QFileInfo(fileName).isDir())
        return Words::tr("“%1” is a folder; choose a file.").arg(shownName(fileName));
    return write(fileName, notes, {});
}

} // namespace portolan
