// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_schema.h"

#include <QFile>
#include <QStringList>

namespace portolan::history_schema {

namespace {

/// Tells the history from other databases, PRAGMA application_id: "Port" in ASCII.
constexpr qint64 applicationId = 0x506f7274;

QString fileOf(int version)
{
    return QStringLiteral(":/history/%1.sql").arg(version, 4, 10, QLatin1Char('0'));
}

QStringList statementsOf(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList statements;
    QString statement;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("--")))
            continue;
        statement += line + QLatin1Char('\n');
        if (line.endsWith(QLatin1Char(';')))
            statements += std::exchange(statement, {});
    }
    return statements;
}

} // namespace

int newest()
{
    static const int version = [] {
        int last = 0;
        while (QFile::exists(fileOf(last + 1)))
            ++last;
        return last;
    }();
    return version;
}

int versionOf(HistoryConnection &connection)
{
    const auto version = static_cast<int>(connection.number("PRAGMA user_version"));
    const qint64 application = connection.number("PRAGMA application_id");
    if (application != applicationId && (application != 0 || version != 0 || connection.number("SELECT count(*) FROM sqlite_master") > 0))
        throw HistoryFailure(HistoryFault::Foreign);
    if (version > newest())
        throw HistoryFailure(HistoryFault::Newer);
    return version;
}

void bringUp(HistoryConnection &connection)
{
    for (int version = versionOf(connection); version < newest(); ++version) {
        HistoryTransaction transaction(connection);
        for (const QString &statement : statementsOf(fileOf(version + 1)))
            connection.run(statement);
        connection.run(QStringLiteral("PRAGMA application_id = %1").arg(applicationId));
        connection.run(QStringLiteral("PRAGMA user_version = %1").arg(version + 1));
        transaction.commit();
    }
}

} // namespace portolan::history_schema
