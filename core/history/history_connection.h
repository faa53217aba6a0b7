// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/history_fault.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <concepts>

namespace portolan {

/// The rows that a statement gives, one after the other. The statement is free again when this goes.
class HistoryRows
{
public:
    explicit HistoryRows(QSqlQuery *query)
        : m_query(query)
    {
    }
    ~HistoryRows() { m_query->finish(); }
    Q_DISABLE_COPY_MOVE(HistoryRows)

    /// Throws HistoryFailure.
    [[nodiscard]] bool next();
    [[nodiscard]] qint64 number(int column) const { return m_query->value(column).toLongLong(); }
    [[nodiscard]] QString text(int column) const { return m_query->value(column).toString(); }
    [[nodiscard]] bool isNull(int column) const { return m_query->isNull(column); }

private:
    QSqlQuery *m_query;
};

/// One connection to a file of the history. Used by the thread that made it alone. Everything throws
/// HistoryFailure.
class HistoryConnection
{
public:
    enum class Access : quint8 {
        ReadWrite,
        ReadOnly,
        Immutable, ///< nobody can change the file: it is on a file system that cannot be written
    };

    /// Does not make the file. A file that another program holds is waited for, for a second or two.
    HistoryConnection(QString fileName, Access access);
    ~HistoryConnection();
    Q_DISABLE_COPY_MOVE(HistoryConnection)

    /// `sql` must be a literal: it is prepared once. As many values as it has question marks.
    template<class... Values>
    [[nodiscard]] HistoryRows select(const char *sql, const Values &...values)
    {
        return HistoryRows(execute(sql, { bound(values)... }));
    }
    /// A statement without rows. Gives back how many rows it changed.
    template<class... Values>
    qint64 change(const char *sql, const Values &...values)
    {
        QSqlQuery *const query = execute(sql, { bound(values)... });
        const qint64 count = query->numRowsAffected();
        query->finish();
        return count;
    }
    /// As change(), and gives back the id of the row it made.
    template<class... Values>
    qint64 insert(const char *sql, const Values &...values)
    {
        QSqlQuery *const query = execute(sql, { bound(values)... });
        const qint64 id = query->lastInsertId().toLongLong();
        query->finish();
        return id;
    }
    /// The first column of the first row; 0 when there is none.
    template<class... Values>
    [[nodiscard]] qint64 number(const char *sql, const Values &...values)
    {
        HistoryRows rows = select(sql, values...);
        return rows.next() ? rows.number(0) : 0;
    }
    /// Not prepared: for schemas and pragmas.
    void run(const QString &sql);

private:
    template<std::integral Number>
    [[nodiscard]] static QVariant bound(Number value)
    {
        return QVariant::fromValue(static_cast<qint64>(value));
    }
    [[nodiscard]] static QVariant bound(const QString &text)
    {
        // A null text would be NULL.
        return text.isNull() ? QVariant(QStringLiteral("")) : QVariant(text);
    }
    [[nodiscard]] static QVariant bound(const QVariant &value) { return value; }
    [[nodiscard]] QSqlQuery *execute(const char *sql, const QVariantList &values);

    QString m_name;
    QSqlDatabase m_database;
    QHash<const char *, QSqlQuery *> m_statements;
};

/// All or nothing: what was changed while it lived is undone unless commit() was called.
class HistoryTransaction
{
public:
    explicit HistoryTransaction(HistoryConnection &connection);
    ~HistoryTransaction();
    Q_DISABLE_COPY_MOVE(HistoryTransaction)

    void commit();

private:
    HistoryConnection &m_connection;
    bool m_open = true;
};

} // namespace portolan
