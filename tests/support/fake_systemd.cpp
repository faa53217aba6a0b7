// SPDX-License-Identifier: GPL-3.0-or-later
// A service manager on the bus whose address is the first argument, as far as Portolan talks to one:
// org.freedesktop.systemd1 with the methods, signals, properties, types and errors of systemd 252. The
// signatures are compared with those that systemd itself prints, see services_test.
//
// Commands come as JSON objects, one a line; each is answered with a line:
//   {"do":"set","unit":{"name":..,"description":..,"active":..,"sub":..,"triggers":[..],"listen":[[type,address]..],"accept":bool}}
//   {"do":"remove","name":..}    {"do":"reload"}    {"do":"own","value":bool}
//   {"do":"answer","how":"normal"|"silent"|"wrong-types"|"denied"|"needs-password"|"job-stuck"|"job-failed"}
//   {"do":"calls"}               {"ListUnits":3,...} as the answer
#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

namespace {

struct ListedUnit
{
    QString name, description, load, active, sub, following;
    QDBusObjectPath path;
    quint32 jobId = 0;
    QString jobType;
    QDBusObjectPath jobPath;
};

QDBusArgument &operator<<(QDBusArgument &argument, const ListedUnit &unit)
{
    argument.beginStructure();
    argument << unit.name << unit.description << unit.load << unit.active << unit.sub << unit.following << unit.path << unit.jobId
             << unit.jobType << unit.jobPath;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, ListedUnit &unit)
{
    argument.beginStructure();
    argument >> unit.name >> unit.description >> unit.load >> unit.active >> unit.sub >> unit.following >> unit.path >> unit.jobId
        >> unit.jobType >> unit.jobPath;
    argument.endStructure();
    return argument;
}

struct ListenPair
{
    QString type, address;
};

QDBusArgument &operator<<(QDBusArgument &argument, const ListenPair &pair)
{
    argument.beginStructure();
    argument << pair.type << pair.address;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, ListenPair &pair)
{
    argument.beginStructure();
    argument >> pair.type >> pair.address;
    argument.endStructure();
    return argument;
}

} // namespace

Q_DECLARE_METATYPE(ListedUnit)
Q_DECLARE_METATYPE(ListenPair)

namespace {

const QString service = QStringLiteral("org.freedesktop.systemd1");
const QString managerPath = QStringLiteral("/org/freedesktop/systemd1");
const QString managerInterface = QStringLiteral("org.freedesktop.systemd1.Manager");
const QString unitInterface = QStringLiteral("org.freedesktop.systemd1.Unit");
const QString socketInterface = QStringLiteral("org.freedesktop.systemd1.Socket");
const QString propertiesInterface = QStringLiteral("org.freedesktop.DBus.Properties");

/// Letters and digits stay, but no digit in front; every other byte becomes _xx. Empty becomes "_".
QString pathOf(const QString &unit)
{
    const QByteArray name = unit.toUtf8();
    QString path = managerPath + QStringLiteral("/unit/");
    if (name.isEmpty())
        path += u'_';
    for (qsizetype i = 0; i < name.size(); ++i) {
        const char byte = name[i];
        const bool isLetter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        if (isLetter || (i > 0 && byte >= '0' && byte <= '9'))
            path += QLatin1Char(byte);
        else
            path += QStringLiteral("_%1").arg(quint8(byte), 2, 16, QLatin1Char('0'));
    }
    return path;
}

class Manager : public QDBusVirtualObject
{
public:
    explicit Manager(const QDBusConnection &connection)
        : m_connection(connection)
    {
    }

    QString introspect(const QString &path) const override
    {
        if (path == managerPath) {
            return QStringLiteral(R"xml(<interface name="org.freedesktop.systemd1.Manager">
<method name="ListUnits"><arg type="a(ssssssouso)" direction="out"/></method>
<method name="StopUnit"><arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
<method name="Subscribe"></method>
<signal name="UnitNew"><arg type="s"/><arg type="o"/></signal>
<signal name="UnitRemoved"><arg type="s"/><arg type="o"/></signal>
<signal name="JobRemoved"><arg type="u"/><arg type="o"/><arg type="s"/><arg type="s"/></signal>
<signal name="Reloading"><arg type="b"/></signal>
</interface>)xml");
        }
        return QStringLiteral(R"xml(<interface name="org.freedesktop.systemd1.Unit">
<property name="Triggers" type="as"/><property name="ActiveState" type="s"/><property name="SubState" type="s"/>
</interface><interface name="org.freedesktop.systemd1.Socket">
<property name="Listen" type="a(ss)"/><property name="Accept" type="b"/>
</interface>)xml");
    }

    bool handleMessage(const QDBusMessage &message, const QDBusConnection &) override
    {
        const bool isAnswered = answer(message);
        if (isAnswered)
            ++m_calls[message.member()];
        return isAnswered;
    }

    QJsonObject perform(const QJsonObject &command)
    {
        const QString what = command[QLatin1String("do")].toString();
        if (what == QLatin1String("set"))
            setUnit(command[QLatin1String("unit")].toObject());
        else if (what == QLatin1String("remove"))
            removeUnit(command[QLatin1String("name")].toString());
        else if (what == QLatin1String("answer"))
            m_how = command[QLatin1String("how")].toString();
        else if (what == QLatin1String("own"))
            own(command[QLatin1String("value")].toBool());
        else if (what == QLatin1String("reload"))
            reload();
        else if (what == QLatin1String("calls"))
            return calls();
        else
            return { { QStringLiteral("error"), what } };
        return {};
    }

    void own(bool wanted)
    {
        // A manager that was started anew knows no subscribers.
        m_subscribed = false;
        if (wanted)
            m_connection.interface()->registerService(service);
        else
            m_connection.interface()->unregisterService(service);
    }

private:
    bool answer(const QDBusMessage &message)
    {
        const QString interface = message.interface();
        if (interface == managerInterface && message.path() == managerPath)
            return manage(message);
        if (interface == propertiesInterface && message.member() == QLatin1String("Get") && message.signature() == QLatin1String("ss"))
            return get(message);
        return false;
    }

    bool manage(const QDBusMessage &message)
    {
        if (m_how == QLatin1String("silent"))
            return true;
        if (message.member() == QLatin1String("Subscribe")) {
            m_subscribed = true;
            return m_connection.send(message.createReply());
        }
        if (message.member() == QLatin1String("ListUnits")) {
            if (m_how == QLatin1String("wrong-types"))
                return m_connection.send(message.createReply(QStringList { QStringLiteral("ssh.service") }));
            return m_connection.send(message.createReply(QVariant::fromValue(listed())));
        }
        if (message.member() == QLatin1String("StopUnit") && message.signature() == QLatin1String("ss"))
            return stop(message);
        return false;
    }

    [[nodiscard]] QList<ListedUnit> listed() const
    {
        QList<ListedUnit> units;
        for (auto unit = m_units.cbegin(); unit != m_units.cend(); ++unit) {
            units.append({ unit.key(), text(*unit, "description"), QStringLiteral("loaded"), text(*unit, "active"), text(*unit, "sub"), {},
                           QDBusObjectPath(pathOf(unit.key())), 0, {}, QDBusObjectPath(QStringLiteral("/")) });
        }
        return units;
    }

    bool stop(const QDBusMessage &message)
    {
        const QString name = message.arguments().constFirst().toString();
        if (!m_units.contains(name))
            return refuse(message, "org.freedesktop.systemd1.NoSuchUnit", QStringLiteral("Unit %1 not loaded.").arg(name));
        if (m_how == QLatin1String("denied"))
            return refuse(message, "org.freedesktop.DBus.Error.AccessDenied", QStringLiteral("Access denied"));
        if (m_how == QLatin1String("needs-password") && !message.isInteractiveAuthorizationAllowed())
            return refuse(message, "org.freedesktop.DBus.Error.InteractiveAuthorizationRequired", QStringLiteral("Interactive authentication required."));
        const quint32 id = ++m_jobs;
        const QDBusObjectPath job(managerPath + QStringLiteral("/job/%1").arg(id));
        m_connection.send(message.createReply(QVariant::fromValue(job)));
        if (m_how == QLatin1String("job-stuck"))
            return true;
        const bool done = m_how != QLatin1String("job-failed");
        if (done) {
            QJsonObject unit = m_units[name];
            unit[QLatin1String("name")] = name;
            unit[QLatin1String("active")] = QStringLiteral("inactive");
            unit[QLatin1String("sub")] = QStringLiteral("dead");
            setUnit(unit);
        }
        emitSignal("JobRemoved", { id, QVariant::fromValue(job), name, done ? QStringLiteral("done") : QStringLiteral("failed") });
        return true;
    }

    bool get(const QDBusMessage &message)
    {
        const QString interface = message.arguments().at(0).toString();
        const QString property = message.arguments().at(1).toString();
        const QJsonObject *unit = nullptr;
        for (auto it = m_units.cbegin(); it != m_units.cend(); ++it) {
            if (pathOf(it.key()) == message.path())
                unit = &it.value();
        }
        if (!unit)
            return refuse(message, "org.freedesktop.DBus.Error.UnknownObject", QStringLiteral("Unknown object '%1'.").arg(message.path()));
        QVariant value;
        if (m_how == QLatin1String("wrong-types"))
            value = quint32(7);
        else if (interface == unitInterface && property == QLatin1String("Triggers"))
            value = (*unit)[QLatin1String("triggers")].toVariant().toStringList();
        else if (interface == unitInterface && property == QLatin1String("ActiveState"))
            value = text(*unit, "active");
        else if (interface == unitInterface && property == QLatin1String("SubState"))
            value = text(*unit, "sub");
        else if (interface == socketInterface && property == QLatin1String("Listen"))
            value = QVariant::fromValue(listen(*unit));
        else if (interface == socketInterface && property == QLatin1String("Accept"))
            value = (*unit)[QLatin1String("accept")].toBool();
        else
            return refuse(message, "org.freedesktop.DBus.Error.UnknownProperty", QStringLiteral("Unknown interface or property."));
        return m_connection.send(message.createReply(QVariant::fromValue(QDBusVariant(value))));
    }

    static QList<ListenPair> listen(const QJsonObject &unit)
    {
        QList<ListenPair> pairs;
        for (const QJsonValue pair : unit[QLatin1String("listen")].toArray())
            pairs.append({ pair.toArray().at(0).toString(), pair.toArray().at(1).toString() });
        return pairs;
    }

    void setUnit(const QJsonObject &unit)
    {
        const QString name = unit[QLatin1String("name")].toString();
        const bool isNew = !m_units.contains(name);
        m_units[name] = unit;
        if (isNew) {
            emitSignal("UnitNew", { name, QVariant::fromValue(QDBusObjectPath(pathOf(name))) });
            return;
        }
        QDBusMessage signal = QDBusMessage::createSignal(pathOf(name), propertiesInterface, QStringLiteral("PropertiesChanged"));
        const QVariantMap changed { { QStringLiteral("ActiveState"), text(unit, "active") }, { QStringLiteral("SubState"), text(unit, "sub") } };
        signal.setArguments({ unitInterface, changed, QStringList() });
        if (m_subscribed)
            m_connection.send(signal);
    }

    void removeUnit(const QString &name)
    {
        m_units.remove(name);
        emitSignal("UnitRemoved", { name, QVariant::fromValue(QDBusObjectPath(pathOf(name))) });
    }

    void reload()
    {
        emitSignal("Reloading", { true });
        emitSignal("Reloading", { false });
    }

    void emitSignal(const char *name, const QVariantList &arguments)
    {
        if (!m_subscribed)
            return;
        QDBusMessage signal = QDBusMessage::createSignal(managerPath, managerInterface, QLatin1String(name));
        signal.setArguments(arguments);
        m_connection.send(signal);
    }

    bool refuse(const QDBusMessage &message, const char *error, const QString &why)
    {
        return m_connection.send(message.createErrorReply(QLatin1String(error), why));
    }

    [[nodiscard]] QJsonObject calls() const
    {
        QJsonObject result;
        for (auto call = m_calls.cbegin(); call != m_calls.cend(); ++call)
            result[call.key()] = call.value();
        return result;
    }

    static QString text(const QJsonObject &unit, const char *key) { return unit[QLatin1String(key)].toString(); }

    QDBusConnection m_connection;
    QMap<QString, QJsonObject> m_units;
    QMap<QString, int> m_calls;
    QString m_how = QStringLiteral("normal");
    quint32 m_jobs = 0;
    bool m_subscribed = false;
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    qDBusRegisterMetaType<ListedUnit>();
    qDBusRegisterMetaType<QList<ListedUnit>>();
    qDBusRegisterMetaType<ListenPair>();
    qDBusRegisterMetaType<QList<ListenPair>>();
    QDBusConnection connection = QDBusConnection::connectToBus(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""), QStringLiteral("fake"));
    if (!connection.isConnected())
        return 1;
    Manager manager(connection);
    connection.registerVirtualObject(managerPath, &manager, QDBusConnection::SubPath);
    manager.own(true);
    std::puts("{}");
    std::fflush(stdout);

    QByteArray pending;
    const QSocketNotifier notifier(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &application, [&] {
        QByteArray part(65536, Qt::Uninitialized);
        const ssize_t length = ::read(STDIN_FILENO, part.data(), size_t(part.size()));
        if (length <= 0) {
            QCoreApplication::quit();
            return;
        }
        pending += part.first(length);
        for (qsizetype end = pending.indexOf('\n'); end >= 0; end = pending.indexOf('\n')) {
            const QJsonObject answer = manager.perform(QJsonDocument::fromJson(pending.first(end)).object());
            pending.remove(0, end + 1);
            std::puts(QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
            std::fflush(stdout);
        }
    });
    return QCoreApplication::exec();
}
