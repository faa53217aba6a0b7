// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_connection.h"
#include "history/history_reader.h"
#include "history/history_recorder.h"
#include "history/history_retention.h"
#include "history/history_states.h"
#include "ownnotes/file_lock.h"

#include <QString>

#include <memory>
#include <optional>

namespace portolan {

/// Where this user's history is: history.sqlite in the folder "portolan" of
/// QStandardPaths::GenericDataLocation, for the window and for portolan-cli alike.
[[nodiscard]] QString historyFileName();

/// Moves a file of the history, with what SQLite keeps beside it, where nothing is in the way.
/// Gives back its name there; empty when it cannot be moved. Blocks.
[[nodiscard]] QString moveHistoryAside(const QString &fileName);

/// One open file of the history. Used by one thread alone. Blocks. Everything throws HistoryFailure.
class HistoryFile
{
public:
    enum class Use : quint8 {
        Record, ///< makes what is missing, so that only the user can read it; one program at a time
        Read, ///< changes nothing; may be open beside a program that records
    };

    HistoryFile(const QString &fileName, Use use);
    ~HistoryFile();

    [[nodiscard]] HistoryReader &reader() { return *m_reader; }
    [[nodiscard]] HistoryRecorder &recorder() { return *m_recorder; }
    [[nodiscard]] HistoryRetention &retention() { return *m_retention; }
    /// Says that watching ends here.
    void end();
    /// Whether another file, or none, has the name now.
    [[nodiscard]] bool isReplaced() const;

private:
    void openForRecording();
    void openForReading();

    QString m_fileName;
    std::optional<FileLock> m_lock;
    std::unique_ptr<HistoryConnection> m_connection;
    std::unique_ptr<HistoryStates> m_states;
    std::unique_ptr<HistoryReader> m_reader;
    std::unique_ptr<HistoryRecorder> m_recorder;
    std::unique_ptr<HistoryRetention> m_retention;
    std::pair<quint64, quint64> m_identity; ///< device and inode
};

} // namespace portolan
