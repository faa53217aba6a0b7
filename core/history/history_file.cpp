// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_file.h"

#include "history/history_schema.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>

#include <sys/stat.h>
#include <unistd.h>

namespace portolan {

namespace {

constexpr int mostSetAside = 1000;
constexpr std::array besides { "", "-wal", "-shm" };

std::pair<quint64, quint64> identityOf(const QString &fileName)
{
    struct stat status {};
    if (::stat(QFile::encodeName(fileName).constData(), &status) != 0)
        return {};
    return { status.st_dev, status.st_ino };
}

bool isWritable(const QString &fileName)
{
    const auto allowed = [](const QString &name) { return ::access(QFile::encodeName(name).constData(), W_OK) == 0; };
    return allowed(fileName) && allowed(QFileInfo(fileName).absolutePath());
}

void makeFile(const QString &fileName)
{
    const QFileInfo info(fileName);
    if (!QDir().mkpath(info.absolutePath()))
        throw HistoryFailure(QStorageInfo(info.absoluteDir()).isReadOnly() ? HistoryFault::ReadOnly : HistoryFault::NoFolder);
    if (info.exists())
        return;
    QFile file(fileName);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner) || QFile::exists(fileName))
        return;
    const QStorageInfo storage(info.absolutePath());
    throw HistoryFailure(storage.isReadOnly()                ? HistoryFault::ReadOnly
                             : storage.bytesAvailable() == 0 ? HistoryFault::Full
                                                             : HistoryFault::Refused,
                         file.errorString());
}

} // namespace

QString historyFileName()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath(QStringLiteral("portolan/history.sqlite"));
}

QString moveHistoryAside(const QString &fileName)
{
    const QFileInfo info(fileName);
    for (int number = 1; number <= mostSetAside; ++number) {
        const QString name = info.dir().filePath(QStringLiteral("%1.broken-%2.%3").arg(info.completeBaseName()).arg(number).arg(info.suffix()));
        if (QFile::exists(name))
            continue;
        // rename() does not write over anything.
        if (!QFile::rename(fileName, name))
            return {};
        for (const char *beside : besides) {
            if (*beside)
                QFile::rename(fileName + QLatin1String(beside), name + QLatin1String(beside));
        }
        return name;
    }
    return {};
}

HistoryFile::HistoryFile(const QString &fileName, Use use)
    : m_fileName(fileName)
{
    try {
        use == Use::Record ? openForRecording() : openForReading();
    } catch (const HistoryFailure &failure) {
        // SQLite only tells that one of its files cannot be opened.
        if (failure.fault() == HistoryFault::Refused && use == Use::Record && QFile::exists(fileName) && !isWritable(fileName))
            throw HistoryFailure(HistoryFault::ReadOnly, failure.reason());
        throw;
    }
    m_identity = identityOf(fileName);
    m_states = std::make_unique<HistoryStates>(*m_connection);
    m_reader = std::make_unique<HistoryReader>(*m_connection, *m_states);
    m_recorder = std::make_unique<HistoryRecorder>(*m_connection, *m_states);
    m_retention = std::make_unique<HistoryRetention>(*m_connection, *m_states);
}

HistoryFile::~HistoryFile() = default;

void HistoryFile::openForRecording()
{
    makeFile(m_fileName);
    m_lock.emplace(m_fileName + QLatin1String(".lock"));
    // A lock that the system refuses is no reason not to try: what is wrong shows when writing.
    if (m_lock->lock(std::chrono::milliseconds(0)) == FileLock::Result::Busy)
        throw HistoryFailure(HistoryFault::OtherRecorder);
    m_connection = std::make_unique<HistoryConnection>(m_fileName, HistoryConnection::Access::ReadWrite);
    // Takes effect only before the first table is made, and touches the file even when it does not.
    if (history_schema::versionOf(*m_connection) == 0)
        m_connection->run(QStringLiteral("PRAGMA auto_vacuum = INCREMENTAL"));
    m_connection->run(QStringLiteral("PRAGMA journal_mode = WAL"));
    // Whoever kills the program loses nothing that was committed; a power cut may cost the last seconds.
    m_connection->run(QStringLiteral("PRAGMA synchronous = NORMAL"));
    m_connection->run(QStringLiteral("PRAGMA journal_size_limit = 8388608"));
    m_connection->run(QStringLiteral("PRAGMA temp_store = MEMORY"));
    history_schema::bringUp(*m_connection);
    // Whether it can be written is known before there is anything to write.
    const HistoryTransaction transaction(*m_connection);
}

void HistoryFile::openForReading()
{
    if (!QFile::exists(m_fileName))
        throw HistoryFailure(HistoryFault::Refused);
    try {
        m_connection = std::make_unique<HistoryConnection>(m_fileName, HistoryConnection::Access::ReadOnly);
        if (history_schema::versionOf(*m_connection) == history_schema::newest())
            return;
    } catch (const HistoryFailure &failure) {
        if (failure.fault() == HistoryFault::Newer || failure.fault() == HistoryFault::Foreign || failure.fault() == HistoryFault::Corrupt)
            throw;
    }
    // Where not even the file beside it can be made by which readers and writers agree, nobody writes.
    m_connection = std::make_unique<HistoryConnection>(m_fileName, HistoryConnection::Access::Immutable);
    if (history_schema::versionOf(*m_connection) != history_schema::newest())
        throw HistoryFailure(HistoryFault::ReadOnly);
}

void HistoryFile::end()
{
    HistoryTransaction transaction(*m_connection);
    m_recorder->end();
    transaction.commit();
}

bool HistoryFile::isReplaced() const
{
    return identityOf(m_fileName) != m_identity;
}

} // namespace portolan
