// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/linux/full_view_client.h"

#include "platform/linux/full_view_protocol.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <sys/stat.h>

#include <utility>

namespace portolan::platform {

namespace {

constexpr std::chrono::milliseconds shortestInterval { 1000 };

/// Exit codes of pkexec(1).
constexpr int exitDismissed = 126;
constexpr int exitNotAuthorised = 127;

/// Whether only root can change what is at the path, or put another file there.
bool belongsToRoot(const QString &path)
{
    struct stat status
    {
    };
    if (::lstat(QFile::encodeName(path).constData(), &status) != 0 || status.st_uid != 0)
        return false;
    // In a sticky folder everybody may add, but not replace what is root's: inode(7).
    const bool othersWrite = (status.st_mode & (S_IWGRP | S_IWOTH)) != 0;
    return !othersWrite || (S_ISDIR(status.st_mode) && (status.st_mode & S_ISVTX) != 0);
}

} // namespace

FullViewClient::FullViewClient(QString helper)
    : m_helper(std::move(helper))
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &FullViewClient::ask);
}

FullViewClient::~FullViewClient()
{
    stop();
    for (QProcess *process : findChildren<QProcess *>())
        process->waitForFinished();
}

QString FullViewClient::installedHelper()
{
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + QStringLiteral(PORTOLAN_OWNERS_FROM_BIN);
}

bool FullViewClient::isTrusted(const QString &file)
{
    QString path = QFileInfo(file).canonicalFilePath();
    if (path.isEmpty() || !QFileInfo(path).isFile())
        return false;
    for (; path != QLatin1String("/"); path = QFileInfo(path).path()) {
        if (!belongsToRoot(path))
            return false;
    }
    return belongsToRoot(path);
}

void FullViewClient::start()
{
    if (m_process)
        return;
    // What is in the way is said anew, also when it is the same as before.
    setState(FullViewState::Off);
    if (!isTrusted(m_helper)) {
        setState(FullViewState::NotInstalled);
        return;
    }
    const QString pkexec = QStandardPaths::findExecutable(QStringLiteral("pkexec"));
    if (pkexec.isEmpty()) {
        setState(FullViewState::NoPolkit);
        return;
    }
    m_process = std::make_unique<QProcess>();
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &FullViewClient::read);
    connect(m_process.get(), &QProcess::finished, this, &FullViewClient::ended);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(FullViewState::NoPolkit);
    });
    m_process->setStandardErrorFile(QProcess::nullDevice());
    // Without a terminal of its own to ask in: the window may have been started from one that nobody
    // looks at.
    m_process->start(pkexec, { QStringLiteral("--disable-internal-agent"), QFileInfo(m_helper).canonicalFilePath() });
    if (!m_process)
        return;
    setState(FullViewState::Asking);
    // The question waits in the pipe until there is a helper to read it.
    send();
}

void FullViewClient::stop()
{
    end(FullViewState::Off);
}

void FullViewClient::ask()
{
    if (state() != FullViewState::On)
        return;
    if (m_waiting) {
        m_asked = true;
        return;
    }
    const auto left = shortestInterval - std::chrono::milliseconds(m_sent.elapsed());
    if (left.count() <= 0)
        send();
    else if (!m_later.isActive())
        m_later.start(left);
}

void FullViewClient::send()
{
    m_waiting = true;
    m_asked = false;
    m_sent.start();
    m_process->write(fullview::request.data(), qint64(fullview::request.size()));
}

void FullViewClient::read()
{
    m_received += m_process->readAllStandardOutput();
    const std::optional<qsizetype> size = fullViewAnswerSize(m_received);
    // One answer follows one question: there is never more than that.
    if (!size || (*size > 0 && m_received.size() > *size) || (!m_waiting && !m_received.isEmpty())) {
        end(FullViewState::Failed);
        return;
    }
    if (*size == 0 || m_received.size() < *size)
        return;
    std::optional<FullViewAnswer> answer = parseFullViewAnswer(std::exchange(m_received, {}));
    if (!answer) {
        end(FullViewState::Failed);
        return;
    }
    m_waiting = false;
    const bool changed = !m_answer || *m_answer != *answer;
    m_answer = std::make_shared<FullViewAnswer>(std::move(*answer));
    setState(FullViewState::On);
    if (changed)
        Q_EMIT viewChanged();
    if (m_asked)
        ask();
}

void FullViewClient::ended(int exitCode)
{
    const bool allowed = state() == FullViewState::On;
    end(!allowed && exitCode == exitDismissed            ? FullViewState::Cancelled
            : !allowed && exitCode == exitNotAuthorised ? FullViewState::Denied
                                                        : FullViewState::Failed);
}

void FullViewClient::end(FullViewState state)
{
    if (m_process) {
        // The helper ends with its input, pkexec by the signal while it still asks. Nobody waits for it
        // here: what is left is cleared away once it has ended, or with this object.
        QProcess *process = m_process.release();
        process->setParent(this);
        process->disconnect(this);
        process->closeWriteChannel();
        process->kill();
        if (process->state() == QProcess::NotRunning)
            process->deleteLater();
        else
            connect(process, &QProcess::finished, process, &QObject::deleteLater);
    }
    m_later.stop();
    m_received.clear();
    m_answer.reset();
    m_waiting = false;
    m_asked = false;
    setState(state);
}

} // namespace portolan::platform
