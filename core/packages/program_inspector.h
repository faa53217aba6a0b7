// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packages/package_database.h"
#include "packages/program_file.h"
#include "snapshot/owner.h"

#include <QHash>
#include <QList>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>

namespace portolan {

/// Which package a running program belongs to, whether it is as that package shipped it, and what its file
/// tells.
///
/// Remembers answers by the identity of the file until the databases change, and checksums for as long as
/// the file does not. Blocks for as long as reading takes; used by one thread at a time.
class ProgramInspector
{
public:
    struct Answer
    {
        std::optional<Package> package;
        std::optional<ProgramFacts> program;

        friend bool operator==(const Answer &, const Answer &) = default;
    };
    struct Finding
    {
        enum class State : quint8 {
            Known, ///< `answer` is complete, also if there is no package
            Unavailable, ///< a database could not be read; the package is as it was before; worth asking again
            Gone, ///< the process has ended, or has become another program
        };
        State state = State::Gone;
        Answer answer {};
    };
    using Found = std::function<void(const ProgramRequest &request, const Finding &finding)>;

    struct Limits
    {
        quint64 largestCompared = 512 * 1024 * 1024; ///< bytes; larger files are not compared with their checksums
        quint64 largestHashed = 128 * 1024 * 1024; ///< bytes; larger unpackaged files have no digest
    };

    ProgramInspector(std::unique_ptr<PackageDatabase> database, const QByteArray &procRoot, const Limits &limits);

    /// Whether a database changed since the last inspection. Cheap.
    [[nodiscard]] bool isOutdated() const;
    /// Calls `found` once for each request, in any order; for none after `cancelled` was set.
    void inspect(const QList<ProgramRequest> &requests, const std::atomic_bool &cancelled, const Found &found);

private:
    struct FileKey
    {
        FileIdentity identity;
        QByteArray path;
        bool isOurs = false;
        bool isReplaced = false;

        friend bool operator==(const FileKey &, const FileKey &) = default;
        friend size_t qHash(const FileKey &key, size_t seed = 0) noexcept
        {
            return qHashMulti(seed, key.identity, key.path, key.isOurs, key.isReplaced);
        }
    };
    struct Question
    {
        ProgramRequest request;
        ProgramFile file;
    };

    [[nodiscard]] static FileKey keyOf(const ProgramFile &file);
    void followDatabases();
    void inspectSome(const QList<ProgramRequest> &requests, const std::atomic_bool &cancelled, const Found &found);
    [[nodiscard]] Package packageFrom(const PackageEntry &entry, const ProgramFile &file,
                                      const std::atomic_bool &cancelled);
    [[nodiscard]] ProgramFacts factsOf(const Question &question, bool isUnpackaged, const std::atomic_bool &cancelled);
    [[nodiscard]] std::optional<QByteArray> digest(const ProgramFile &file, QCryptographicHash::Algorithm algorithm, quint64 largest,
                                                   const std::atomic_bool &cancelled);
    [[nodiscard]] std::optional<bool> isAsShipped(const FileDigest &shipped, const ProgramFile &file,
                                                  const std::atomic_bool &cancelled);

    std::unique_ptr<PackageDatabase> m_database;
    QByteArray m_procRoot;
    Limits m_limits;
    DatabaseStamp m_stamp;
    using Answers = QHash<FileKey, std::optional<Package>>; ///< without Package::file
    Answers m_answers;
    /// From before the databases changed. A file that is still the same is not touched by an upgrade.
    Answers m_formerAnswers;
    QHash<FileIdentity, FileDigest> m_digests;
};

} // namespace portolan
