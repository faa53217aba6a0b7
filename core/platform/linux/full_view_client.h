// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/full_view.h"
#include "platform/linux/full_view_answer.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace portolan::platform {

/// Starts the helper portolan-owners through pkexec(1), asks it and keeps its last answer. The helper
/// ends when this object, or the process it is in, does.
class FullViewClient : public FullView
{
    Q_OBJECT

public:
    /// `helper` is the helper's file.
    explicit FullViewClient(QString helper = installedHelper());
    ~FullViewClient() override;

    void start() override;
    void stop() override;

    /// The last answer; null unless the view is on.
    [[nodiscard]] const FullViewAnswerPtr &answer() const { return m_answer; }
    /// Asks once more. However often one calls, there is one question a second at most.
    void ask();

    /// Where the helper lies, seen from the folder of this program.
    [[nodiscard]] static QString installedHelper();
    /// Whether nobody but root can have put the file in place, or can change it.
    [[nodiscard]] static bool isTrusted(const QString &file);

private:
    void send();
    void read();
    void ended(int exitCode);
    void end(FullViewState state);

    const QString m_helper;
    std::unique_ptr<QProcess> m_process;
    QByteArray m_received;
    FullViewAnswerPtr m_answer;
    QElapsedTimer m_sent;
    QTimer m_later;
    bool m_waiting = false; ///< a question is not answered yet
    bool m_asked = false; ///< another one has to follow
};

} // namespace portolan::platform
