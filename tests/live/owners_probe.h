// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "snapshot/owner.h"
#include "snapshot/snapshot.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace portolan::test {

/// What owners-probe says of one socket.
struct ProbedSocket
{
    bool found = false;
    Attribution attribution = Attribution::None;
    OwnerReason reason = OwnerReason::None;
    QString user;
    QString cgroup;
    QString unit;
    QString kernelPart;
    QString kernelInterface;
    QList<qint32> pids;
};

/// One sample of owners-probe.
class ProbedSample
{
public:
    explicit ProbedSample(const QByteArray &line = {}) : m_document(QJsonDocument::fromJson(line).object()) { }

    [[nodiscard]] bool isValid() const { return !m_document.isEmpty(); }
    [[nodiscard]] const QJsonObject &document() const { return m_document; }
    [[nodiscard]] bool remarks(Remark remark) const
    {
        return m_document[QLatin1String("remarks")].toArray().contains(int(remark));
    }
    [[nodiscard]] ProbedSocket socket(quint64 inode) const
    {
        for (const QJsonValue &value : m_document[QLatin1String("sockets")].toArray()) {
            if (quint64(value[QLatin1String("inode")].toDouble()) == inode)
                return socketOf(value.toObject());
        }
        return {};
    }
    [[nodiscard]] ProbedSocket socketAt(quint16 port) const
    {
        for (const QJsonValue &value : m_document[QLatin1String("sockets")].toArray()) {
            if (value[QLatin1String("port")].toInt() == port)
                return socketOf(value.toObject());
        }
        return {};
    }

private:
    static ProbedSocket socketOf(const QJsonObject &object)
    {
        ProbedSocket socket;
        socket.found = true;
        socket.attribution = Attribution(object[QLatin1String("attribution")].toInt());
        socket.reason = OwnerReason(object[QLatin1String("reason")].toInt());
        socket.user = object[QLatin1String("user")].toString();
        socket.cgroup = object[QLatin1String("cgroup")].toString();
        socket.unit = object[QLatin1String("unit")].toString();
        socket.kernelPart = object[QLatin1String("kernelPart")].toString();
        socket.kernelInterface = object[QLatin1String("kernelInterface")].toString();
        for (const QJsonValue &pid : object[QLatin1String("pids")].toArray())
            socket.pids.append(pid.toInt());
        return socket;
    }

    QJsonObject m_document;
};

/// A running owners-probe that samples as often as it is asked; ends with the object.
class OwnersProbe
{
public:
    /// `setUp` is a shell command that is run first, in the namespaces that the options of unshare(1)
    /// make.
    explicit OwnersProbe(const QStringList &arguments, const QStringList &namespaces = {}, const QString &setUp = {})
    {
        const QString script = (setUp.isEmpty() ? QString() : setUp + QStringLiteral(" && ")) + QStringLiteral("exec \"$@\"");
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const QStringList program { QStringLiteral(OWNERS_PROBE), QStringLiteral("--again") };
        if (namespaces.isEmpty() && setUp.isEmpty())
            m_process.start(program[0], program.mid(1) + arguments);
        else
            m_process.start(QStringLiteral("unshare"),
                            namespaces + QStringList { QStringLiteral("sh"), QStringLiteral("-c"), script, QStringLiteral("sh") }
                                + program + arguments);
    }
    ~OwnersProbe()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }

    [[nodiscard]] ProbedSample sample()
    {
        if (m_sampled)
            m_process.write("\n");
        m_sampled = true;
        while (!m_process.canReadLine() && m_process.waitForReadyRead(30000)) { }
        return ProbedSample(m_process.readLine());
    }

private:
    QProcess m_process;
    bool m_sampled = false;
};

} // namespace portolan::test
