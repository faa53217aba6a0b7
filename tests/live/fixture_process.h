// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace portolan::test {

struct FixtureSocket
{
    QString transport;
    int family = 4;
    quint16 port = 0;
    quint64 inode = 0;
};

/// What a listener-fixture says of itself.
struct FixtureReport
{
    FixtureReport() = default;
    explicit FixtureReport(const QByteArray &text)
    {
        const QJsonObject line = QJsonDocument::fromJson(text).object();
        pid = line[QLatin1String("pid")].toInt();
        for (const QJsonValue &child : line[QLatin1String("children")].toArray())
            children.append(child.toInt());
        for (const QJsonValue &value : line[QLatin1String("sockets")].toArray()) {
            sockets.append({ value[QLatin1String("transport")].toString(), value[QLatin1String("family")].toInt(),
                             quint16(value[QLatin1String("port")].toInt()),
                             quint64(value[QLatin1String("inode")].toDouble()) });
        }
    }

    [[nodiscard]] bool isReady() const { return pid > 0 && !sockets.isEmpty(); }
    /// Its pid and its children's, sorted.
    [[nodiscard]] QList<qint32> family() const
    {
        QList<qint32> pids = children;
        pids.append(pid);
        std::sort(pids.begin(), pids.end());
        return pids;
    }

    qint32 pid = 0;
    QList<qint32> children;
    QList<FixtureSocket> sockets;
};

/// A running listener-fixture; ends with the object.
class FixtureProcess : public FixtureReport
{
public:
    explicit FixtureProcess(const QStringList &arguments, const QString &program = QStringLiteral(LISTENER_FIXTURE))
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(program, arguments);
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30000)) { }
        static_cast<FixtureReport &>(*this) = FixtureReport(m_process.readLine());
    }
    ~FixtureProcess() { end(); }

    [[nodiscard]] QProcess &process() { return m_process; }
    void end()
    {
        m_process.closeWriteChannel();
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(10000)) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }

private:
    QProcess m_process;
};

} // namespace portolan::test
