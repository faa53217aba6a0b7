// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "knowledge/knowledge.h"
#include "knowledge/registry_difference.h"
#include "knowledge/registry_result.h"

#include <QObject>

#include <memory>
#include <stop_token>

namespace portolan {

/// A registry that was read from a file, beside the one in use.
struct RegistryCandidate
{
    RegistryResult registry;
    QString date; ///< what the file says, else the newest date of a row
    RegistryDifference difference; ///< from the one in use to this one
    qsizetype rowsInUse = 0;
    bool older = false; ///< than the one in use, as far as the dates tell
    /// Fewer than half the rows of the one in use: it may be cut off, or another thing altogether.
    [[nodiscard]] bool isMuchSmaller() const { return registry.rows.size() * 2 < rowsInUse; }
};
using RegistryCandidatePtr = std::shared_ptr<const RegistryCandidate>;

/// Reads one registry file on a pool thread and compares it with the one in use. Lives on the
/// window's thread. When it is destroyed early, the reading is cancelled.
class RegistryReadJob : public QObject
{
    Q_OBJECT

public:
    RegistryReadJob(QString path, KnowledgePtr inUse, QObject *parent = nullptr);
    ~RegistryReadJob() override;

    void start();
    void cancel();

Q_SIGNALS:
    /// 0 to 1000, never downwards.
    void progress(int permille);
    /// Also when it failed or was cancelled, which its result tells.
    void finished(const portolan::RegistryCandidatePtr &candidate);

private:
    QString m_path;
    KnowledgePtr m_inUse;
    int m_permille = -1;
    std::stop_source m_stop;
};

} // namespace portolan
