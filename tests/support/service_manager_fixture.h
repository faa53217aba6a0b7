// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QtGlobal>

#include <memory>

namespace portolan::test {

/// A bus of its own: dbus-daemon, at an address that a later one can take over.
class PrivateBus
{
public:
    explicit PrivateBus(const QString &address = QStringLiteral("unix:tmpdir=/tmp"))
    {
        m_daemon.start(QStringLiteral("dbus-daemon"), { QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--nopidfile"),
                                                        QStringLiteral("--print-address"), QStringLiteral("--address=") + address });
        while (!m_daemon.canReadLine() && m_daemon.waitForReadyRead(10000)) { }
        m_address = QString::fromLocal8Bit(m_daemon.readLine().trimmed());
        if (m_address.isEmpty())
            qFatal("dbus-daemon did not start: %s", m_daemon.readAllStandardError().constData());
    }
    ~PrivateBus()
    {
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    [[nodiscard]] QString address() const { return m_address; }

private:
    QProcess m_daemon;
    QString m_address;
};

struct FakeUnit
{
    QString name;
    QString description = {};
    QString active = QStringLiteral("active");
    QString sub = QStringLiteral("running");
    QStringList triggers = {};
    QList<std::pair<QString, QString>> listen = {};
    bool accept = false;
};

/// The program fake_systemd.cpp on a bus.
class FakeServiceManager
{
public:
    explicit FakeServiceManager(const QString &address)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(FAKE_SYSTEMD), { address });
        answer();
    }
    ~FakeServiceManager()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished())
            m_process.kill();
    }

    void set(const FakeUnit &unit)
    {
        QJsonArray listen;
        for (const auto &[type, address] : unit.listen)
            listen += QJsonArray { type, address };
        perform({ { QStringLiteral("do"), QStringLiteral("set") },
                  { QStringLiteral("unit"),
                    QJsonObject { { QStringLiteral("name"), unit.name },
                                  { QStringLiteral("description"), unit.description },
                                  { QStringLiteral("active"), unit.active },
                                  { QStringLiteral("sub"), unit.sub },
                                  { QStringLiteral("triggers"), QJsonArray::fromStringList(unit.triggers) },
                                  { QStringLiteral("listen"), listen },
                                  { QStringLiteral("accept"), unit.accept } } } });
    }
    void remove(const QString &name) { perform({ { QStringLiteral("do"), QStringLiteral("remove") }, { QStringLiteral("name"), name } }); }
    void reload() { perform({ { QStringLiteral("do"), QStringLiteral("reload") } }); }
    void ownName(bool value) { perform({ { QStringLiteral("do"), QStringLiteral("own") }, { QStringLiteral("value"), value } }); }
    void answerHow(const QString &how) { perform({ { QStringLiteral("do"), QStringLiteral("answer") }, { QStringLiteral("how"), how } }); }
    /// How often a method was called.
    [[nodiscard]] int calls(const QString &method)
    {
        return perform({ { QStringLiteral("do"), QStringLiteral("calls") } })[method].toInt();
    }

private:
    QJsonObject perform(const QJsonObject &command)
    {
        m_process.write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
        return answer();
    }
    QJsonObject answer()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead(10000)) { }
        if (!m_process.canReadLine())
            qFatal("the fake service manager does not answer");
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }

    QProcess m_process;
};

} // namespace portolan::test
