// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_connection.h"

#include <QSqlError>
#include <QUrl>
#include <QUuid>

namespace portolan {

namespace {

QString driverName()
{
    return QStringLiteral("QSQLITE");
}

[[noreturn]] void fail(const QSqlError &error)
{
    bool isNumber = false;
    const int code = error.nativeErrorCode().toInt(&isNumber);
    throw HistoryFailure(isNumber ? historyFaultOf(code) : HistoryFault::Device, error.databaseText().isEmpty() ? error.driverText() : error.databaseText());
}

} // namespace

bool HistoryRows::next()
{
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        fail(m_query->lastError());
    return false;
}

HistoryConnection::HistoryConnection(QString fileName, Access access)
    : m_name(QStringLiteral("history-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    if (!QSqlDatabase::isDriverAvailable(driverName()))
        throw HistoryFailure(HistoryFault::NoDriver);
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=1500");
    if (access != Access::ReadWrite)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    if (access == Access::Immutable) {
        options += QStringLiteral(";QSQLITE_OPEN_URI");
        QUrl url = QUrl::fromLocalFile(fileName);
        url.setQuery(QStringLiteral("immutable=1"));
        fileName = QString::fromLatin1(url.toEncoded());
    }
    m_database = QSqlDatabase::addDatabase(driverName(), m_name);
    m_database.setConnectOptions(options);
    m_database.setDatabaseName(fileName);
    if (!m_database.open()) {
        const QSqlError error = m_database.lastError();
        m_database = {};
        QSqlDatabase::removeDatabase(m_name);
        fail(error);
    }
}

HistoryConnection::~HistoryConnection()
{
    qDeleteAll(m_statements);
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

QSqlQuery *HistoryConnection::execute(const char *sql, const QVariantList &values)
{
    QSqlQuery *&query = m_statements[sql];
    if (!query) {
        auto prepared = std::make_unique<QSqlQuery>(m_database);
        prepared->setForwardOnly(true);
        if (!prepared->prepare(QString::fromLatin1(sql)))
            fail(prepared->lastError());
        query = prepared.release();
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(static_cast<int>(i), values.at(i));
    if (!query->exec()) {
        const QSqlError error = query->lastError();
        query->finish();
        fail(error);
    }
    return query;
}

void HistoryConnection::run(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        fail(query.lastError());
}

HistoryTransaction::HistoryTransaction(HistoryConnection &connection)
    : m_connection(connection)
{
    // At once for writing: a transaction that becomes one later may be refused halfway.
    m_connection.run(QStringLiteral("BEGIN IMMEDIATE"));
}

HistoryTransaction::~HistoryTransaction()
{
    if (!m_open)
        return;
    try {
        m_connection.run(QStringLiteral("ROLLBACK"));
    } catch (const HistoryFailure &) {
        // SQLite has rolled back by itself, as it does when the disk is full.
    }
}

void HistoryTransaction::commit()
{
    m_connection.run(QStringLiteral("COMMIT"));
    m_open = false;
}

} // namespace portolan
