// SPDX-License-Identifier: GPL-3.0-or-later
#include "output.h"

#include "command.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <csignal>
#include <poll.h>
#include <unistd.h>

namespace portolan::cli {

namespace {

volatile std::sig_atomic_t askedToEnd = 0;

void askToEnd(int)
{
    askedToEnd = 1;
}

/// The signals that end the program are blocked except while it waits, so none is missed between
/// looking at the flag and falling asleep.
int pollOutput(short events, const timespec *timeout, short *result)
{
    pollfd descriptor { STDOUT_FILENO, events, 0 };
    sigset_t none;
    sigemptyset(&none);
    const int count = ppoll(&descriptor, 1, timeout, &none);
    *result = descriptor.revents;
    return count;
}

class OutputText
{
    Q_DECLARE_TR_FUNCTIONS(Cli)

public:
    static QString notWritten(const QString &reason)
    {
        return tr("Standard output could not be written: %1. Free some space or write elsewhere.").arg(reason);
    }
};

} // namespace

ExitCode written(const Output &output, ExitCode code)
{
    return output.hasFailed() ? fail(ExitCode::FileFailed, OutputText::notWritten(output.errorString())) : code;
}

Output::Output(bool endOnSignal)
{
    std::signal(SIGPIPE, SIG_IGN);
    if (endOnSignal) {
        struct sigaction action = {};
        action.sa_handler = askToEnd;
        sigset_t blocked;
        sigemptyset(&blocked);
        for (const int signal : { SIGINT, SIGTERM }) {
            sigaction(signal, &action, nullptr);
            sigaddset(&blocked, signal);
        }
        pthread_sigmask(SIG_BLOCK, &blocked, nullptr);
    }
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

bool Output::isAskedToEnd()
{
    return askedToEnd != 0;
}

bool Output::wait(std::chrono::milliseconds time)
{
    const auto until = std::chrono::steady_clock::now() + time;
    while (!isAskedToEnd() && m_hasReader) {
        const auto left = std::chrono::duration_cast<std::chrono::nanoseconds>(until - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            return true;
        const timespec timeout { static_cast<time_t>(left.count() / 1'000'000'000), static_cast<long>(left.count() % 1'000'000'000) };
        short events = 0;
        // A pipe without a reader is an error (pipe(7)); a socket or a terminal that was closed hangs up.
        if (pollOutput(0, &timeout, &events) > 0 && (events & (POLLERR | POLLHUP | POLLNVAL)) != 0)
            m_hasReader = false;
    }
    return false;
}

bool Output::writeLine(const QString &text)
{
    return writeLine(text.toUtf8());
}

bool Output::writeLine(const QByteArray &utf8)
{
    return write(utf8 + '\n') >= 0;
}

qint64 Output::readData(char *, qint64)
{
    return -1;
}

qint64 Output::writeData(const char *data, qint64 size)
{
    qint64 written = 0;
    while (written < size) {
        if (isAskedToEnd() || !m_hasReader)
            return size;
        short events = 0;
        if (pollOutput(POLLOUT, nullptr, &events) < 0 && errno == EINTR)
            continue;
        // A pipe that can be written to takes this much without waiting (pipe(7)).
        const auto chunk = static_cast<size_t>(std::min<qint64>(size - written, PIPE_BUF));
        const ssize_t count = ::write(STDOUT_FILENO, data + written, chunk);
        if (count >= 0) {
            written += count;
        } else if (errno == EPIPE) {
            m_hasReader = false;
        } else if (errno != EINTR && errno != EAGAIN) {
            m_failed = true;
            setErrorString(qt_error_string(errno));
            return -1;
        }
    }
    return size;
}

} // namespace portolan::cli
