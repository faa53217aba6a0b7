// SPDX-License-Identifier: GPL-3.0-or-later
/// A process that does something to a history for the tests:
///     history-fixture record FILE    records, one more port each tick, and writes the port to standard
///                                    output when it is recorded, until it is killed
///     history-fixture lock FILE      holds the database for itself until standard input ends; writes
///                                    "locked" when it does
#include "history/history_store.h"
#include "support/history_samples.h"

#include <QCoreApplication>
#include <QSqlDatabase>
#include <QSqlQuery>

#include <cstdio>

using namespace portolan;

namespace {

void say(const QByteArray &line)
{
    std::fputs((line + '\n').constData(), stdout);
    std::fflush(stdout);
}

int record(const QString &fileName)
{
    HistoryStore store(fileName);
    samples::Scene scene(QDateTime::currentMSecsSinceEpoch());
    quint16 port = 0;
    const auto tick = [&] {
        scene.open(++port, QStringLiteral("worker"));
        scene.pass(100);
        store.record(scene.update());
    };
    QObject::connect(&store, &HistoryStore::grew, &store, [&] {
        say(QByteArray::number(port));
        tick();
    });
    tick();
    return QCoreApplication::exec();
}

int lock(const QString &fileName)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("lock"));
        database.setDatabaseName(fileName);
        if (!database.open())
            return 1;
        QSqlQuery query(database);
        if (!query.exec(QStringLiteral("BEGIN EXCLUSIVE")))
            return 1;
        say("locked");
        while (std::getchar() != EOF) { }
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    return arguments.at(1) == QLatin1String("record") ? record(arguments.at(2)) : lock(arguments.at(2));
}
