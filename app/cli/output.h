// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QString>

#include <chrono>

namespace portolan::cli {

/// Standard output. A reader that went away is no error: hasReader() turns false and everything
/// written is dropped. Signals that ask the program to end interrupt a write that waits.
class Output : public QIODevice
{
public:
    /// Ignores SIGPIPE; SIGINT and SIGTERM end wait() and waiting writes from now on when
    /// `endOnSignal` is set.
    explicit Output(bool endOnSignal = false);

    [[nodiscard]] bool hasReader() const { return m_hasReader; }
    /// Whether a signal asked the program to end.
    [[nodiscard]] static bool isAskedToEnd();
    /// False when there is no reason to go on: no reader, or asked to end.
    [[nodiscard]] bool wait(std::chrono::milliseconds time);
    /// Writes the text and a line end at once.
    bool writeLine(const QString &text);
    bool writeLine(const QByteArray &utf8);
    [[nodiscard]] bool hasFailed() const { return m_failed; }

    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    bool m_hasReader = true;
    bool m_failed = false;
};

} // namespace portolan::cli
