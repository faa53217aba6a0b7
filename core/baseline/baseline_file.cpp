// SPDX-License-Identifier: GPL-3.0-or-later
#include "baseline/baseline_file.h"

#include "baseline/baseline_json.h"
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
#include <filesystem>

namespace portolan {

namespace {

constexpr std::chrono::milliseconds longestWait { 5000 };
/// Of a file's name: ISO 8601 in UTC, which orders like time and needs no separators.
constexpr QLatin1String earlierTime("yyyyMMdd'T'HHmmsszzz'Z'");

class Words
{
    Q_DECLARE_TR_FUNCTIONS(portolan::Baseline)
};

QString shownName(const QString &fileName)
{
    return text::visible(QDir::toNativeSeparators(fileName));
}

BaselineOutcome failure(SnapshotFault fault, const QString &error)
{
    BaselineOutcome outcome;
    outcome.fault = fault;
    outcome.error = error;
    return outcome;
}

BaselineOutcome setAside(const QString &fileName, BaselineOutcome outcome)
{
    if (outcome.fault != SnapshotFault::Broken)
        return outcome;
    outcome.setAside = moveBrokenAside(fileName);
    outcome.error += QLatin1Char(' ')
        + (outcome.setAside.isEmpty()
               ? Words::tr("It could not be moved aside, so nothing counts as accepted until it is corrected or removed.")
               : Words::tr("The file was moved to %1 and nothing counts as accepted. In the baseline's window you can go back to an earlier one.")
                     .arg(shownName(outcome.setAside)));
    return outcome;
}

QString notWritten(const QString &fileName, const QString &reason)
{
    return Words::tr("“%1” was not written: %2. What was there before is unchanged. Free some space or look at the folder's permissions.")
        .arg(shownName(fileName), text::visible(reason));
}

QString write(const QString &fileName, const Baseline &baseline)
{
    const QByteArray bytes = baselineToJson(baseline);
    if (bytes.size() > maximumSnapshotSize)
        return notWritten(fileName, Words::tr("it would be larger than any snapshot that is read"));
    QSaveFile file(fileName);
    // Unbuffered: QSaveFile::commit() does not notice when what QFile still holds cannot be written.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit())
        return notWritten(fileName, file.errorString());
    return {};
}

QDir earlierFolder(const QString &fileName)
{
    return QDir(QFileInfo(fileName).dir().filePath(QStringLiteral("earlier-baselines")));
}

QStringList earlierNames(const QDir &folder)
{
    return folder.entryList({ QStringLiteral("*Z.json") }, QDir::Files, QDir::Name | QDir::Reversed);
}

/// Keeps the file under a second name, which stays when another file takes the first one. Gives back
/// the name; empty when there was nothing to keep.
QString keepEarlier(const QString &fileName)
{
    const QDir folder = earlierFolder(fileName);
    if (!QFileInfo::exists(fileName) || !folder.mkpath(QStringLiteral(".")))
        return {};
    const QString name = folder.filePath(QDateTime::currentDateTimeUtc().toString(earlierTime) + QLatin1String(".json"));
    std::error_code error;
    std::filesystem::create_hard_link(QFile::encodeName(fileName).toStdString(), QFile::encodeName(name).toStdString(), error);
    return !error || QFile::copy(fileName, name) ? name : QString();
}

void forgetOldest(const QString &fileName)
{
    const QDir folder = earlierFolder(fileName);
    const QStringList names = earlierNames(folder);
    for (qsizetype i = mostEarlierBaselines; i < names.size(); ++i)
        QFile::remove(folder.filePath(names[i]));
}

} // namespace

QString baselineFileName()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath(QStringLiteral("portolan/baseline.json"));
}

BaselineOutcome readBaseline(const QString &fileName)
{
    const QFileInfo info(fileName);
    if (!info.exists() && !info.isSymLink())
        return {};
    QString error;
    SnapshotFault fault = SnapshotFault::None;
    const auto file = readSnapshotFile(fileName, &error, &fault);
    if (!file)
        return failure(fault, error);
    BaselineOutcome outcome;
    outcome.baseline = std::make_shared<const Baseline>(baselineOf(*file));
    return outcome;
}

BaselineOutcome openBaseline(const QString &fileName)
{
    BaselineOutcome outcome = readBaseline(fileName);
    if (outcome.fault != SnapshotFault::Broken)
        return outcome;
    FileLock lock(fileName + QLatin1String(".lock"));
    if (lock.lock(longestWait) != FileLock::Result::Locked)
        return outcome;
    // Another program may have set it aside meanwhile.
    return setAside(fileName, readBaseline(fileName));
}

BaselineOutcome changeBaseline(const QString &fileName, const BaselineChanger &change)
{
    const QString folder = QFileInfo(fileName).path();
    if (!QDir().mkpath(folder)) {
        return failure(SnapshotFault::Unreadable,
                       Words::tr("The folder “%1” cannot be made, so what you accept cannot be kept. Look at the permissions of the folder above.").arg(shownName(folder)));
    }
    FileLock lock(fileName + QLatin1String(".lock"));
    if (const FileLock::Result result = lock.lock(longestWait); result != FileLock::Result::Locked) {
        BaselineOutcome outcome = readBaseline(fileName);
        outcome.error = result == FileLock::Result::Busy
            ? Words::tr("Another program is writing the baseline for longer than expected, so this change was not kept. Try again.")
            : notWritten(fileName, Words::tr("its folder may not be written to"));
        return outcome;
    }
    BaselineOutcome outcome = setAside(fileName, readBaseline(fileName));
    if (outcome.fault != SnapshotFault::None && outcome.setAside.isEmpty())
        return outcome;
    auto changed = std::make_shared<const Baseline>(change(*outcome.baseline));
    const QString earlier = keepEarlier(fileName);
    if (const QString error = write(fileName, *changed); !error.isEmpty()) {
        if (!earlier.isEmpty())
            QFile::remove(earlier);
        outcome.error = error;
        return outcome;
    }
    forgetOldest(fileName);
    outcome.baseline = std::move(changed);
    return outcome;
}

QList<EarlierBaseline> earlierBaselines(const QString &fileName)
{
    QList<EarlierBaseline> result;
    const QDir folder = earlierFolder(fileName);
    const QStringList names = earlierNames(folder);
    for (const QString &name : names) {
        QDateTime replacedAt = QDateTime::fromString(QFileInfo(name).completeBaseName(), earlierTime);
        replacedAt.setTimeSpec(Qt::UTC);
        const BaselineOutcome outcome = readBaseline(folder.filePath(name));
        if (replacedAt.isValid() && outcome.fault == SnapshotFault::None)
            result += EarlierBaseline { folder.filePath(name), replacedAt, outcome.baseline };
    }
    return result;
}

} // namespace portolan
