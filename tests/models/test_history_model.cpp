// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_model.h"
#include "support/history_samples.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

using namespace portolan;
using samples::Scene;

namespace {

QString text(const HistoryModel &model, int row, HistoryColumn column)
{
    return model.index(row, static_cast<int>(column)).data().toString();
}

/// The ports from the newest event to the oldest; 0 where watching began or ended.
QList<int> ports(const HistoryModel &model)
{
    QList<int> ports;
    for (int row = 0; row < model.rowCount(); ++row)
        ports += model.index(row, 0).data(HistoryModel::PortRole).toInt();
    return ports;
}

} // namespace

class HistoryModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<HistoryStore>(m_folder->filePath(QStringLiteral("history.sqlite")));
        scene = Scene();
    }
    void cleanup() { m_store.reset(); }

    void theFirstPictureIsCountedNotListed()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setStore(m_store.get());
        scene.open(22, QStringLiteral("sshd"));
        scene.open(80, QStringLiteral("nginx"));
        record();
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(!model.index(0, 0).data(HistoryModel::PortRole).isValid());
        QVERIFY(text(model, 0, HistoryColumn::What).contains(QLatin1Char('2')));
        QTRY_VERIFY(model.isComplete() && !model.isBusy());
    }

    void followsWhatHappensNewestFirst()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setStore(m_store.get());
        scene.open(22, QStringLiteral("sshd"));
        record();
        QTRY_COMPARE(model.rowCount(), 1);
        scene.open(3000, QStringLiteral("node"), Verdict::Unfamiliar);
        record();
        QTRY_COMPARE(ports(model), QList({ 3000, 0 }));
        scene.close(3000);
        record();
        QTRY_COMPARE(ports(model), QList({ 3000, 3000, 0 }));
        QCOMPARE(model.event(0).kind, HistoryEventKind::Closed);
        QCOMPARE(text(model, 0, HistoryColumn::Owner), QStringLiteral("node"));
        QVERIFY(text(model, 0, HistoryColumn::Event).contains(QStringLiteral("closed")));
        // What closed is shown with the verdict it had.
        QCOMPARE(model.index(0, 0).data(HistoryModel::VerdictRole).toInt(), static_cast<int>(Verdict::Unfamiliar));
        QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("3000")));
    }

    void saysWhatChanged()
    {
        HistoryModel model;
        model.setStore(m_store.get());
        scene.open(samples::listener(80, samples::owner(samples::process(1, QStringLiteral("nginx")))));
        record();
        QTRY_COMPARE(model.rowCount(), 1);
        scene.clear();
        scene.open(samples::listener(80, samples::owner(samples::process(2, QStringLiteral("updater"))), Transport::Tcp, "127.0.0.1"), Verdict::Investigate);
        record();
        QTRY_COMPARE(model.rowCount(), 2);
        const QString what = text(model, 0, HistoryColumn::What);
        for (const QString &part : { QStringLiteral("nginx"), QStringLiteral("updater"), QStringLiteral("127.0.0.1"), verdictLabel(Verdict::Investigate) })
            QVERIFY2(what.contains(part), qPrintable(what));
    }

    void whatBecomesKnownSoonIsShownInPlace()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setStore(m_store.get());
        record();
        QTRY_COMPARE(model.rowCount(), 1);
        const ListenerPtr listener = samples::listener(5432, samples::owner(samples::process(1, QStringLiteral("postgres"))));
        scene.open(listener, Verdict::Unfamiliar);
        record();
        QTRY_COMPARE(model.rowCount(), 2);
        scene.open(listener, Verdict::Expected);
        record();
        QTRY_COMPARE(model.index(0, 0).data(HistoryModel::VerdictRole).toInt(), static_cast<int>(Verdict::Expected));
        QCOMPARE(model.rowCount(), 2);
    }

    void hostileTextIsMadeHarmless()
    {
        HistoryModel model;
        model.setStore(m_store.get());
        record();
        QTRY_COMPARE(model.rowCount(), 1);
        scene.open(80, QStringLiteral("a\n<b>\u202e\x1b"));
        record();
        QTRY_COMPARE(model.rowCount(), 2);
        const QString shown = text(model, 0, HistoryColumn::Owner);
        QVERIFY(!shown.contains(QLatin1Char('\n')) && !shown.contains(QChar(0x202e)) && !shown.contains(QChar(0x1b)));
        QVERIFY(!model.index(0, static_cast<int>(HistoryColumn::Owner)).data(Qt::ToolTipRole).toString().contains(QStringLiteral("<b>")));
    }

    void readsPageByPageAndAnswersFilters()
    {
        record();
        for (int i = 1; i <= 600; ++i)
            scene.open(static_cast<quint16>(2000 + i), i % 2 ? QStringLiteral("odd") : QStringLiteral("even"));
        QTRY_VERIFY(m_store->status().recording);
        record();
        // Without a tester, which asks for more by itself.
        HistoryModel model;
        model.setStore(m_store.get());
        QTRY_VERIFY(model.rowCount() > 1);
        const int first = model.rowCount();
        QVERIFY(first < 600);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QTRY_VERIFY(model.rowCount() > first);
        QTRY_VERIFY((model.fetchMore({}), model.isComplete() && !model.isBusy()));
        const int everything = model.rowCount();
        QCOMPARE(everything, 601);
        HistoryQuery query;
        query.filter = std::make_shared<HistoryFilter>(FilterExpression::parse(QStringLiteral("owner:odd")));
        query.kind = HistoryEventKind::Opened;
        model.ask(query);
        QTRY_VERIFY((model.fetchMore({}), model.isComplete() && !model.isBusy()));
        QCOMPARE(model.rowCount(), 300);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(text(model, row, HistoryColumn::Owner), QStringLiteral("odd"));
        // What happens afterwards is shown only where it answers.
        const int before = model.rowCount();
        scene.open(7, QStringLiteral("even"));
        scene.open(9, QStringLiteral("odd"));
        record();
        QTRY_COMPARE(model.rowCount(), before + 1);
        QCOMPARE(ports(model).constFirst(), 9);
    }

    void aBurstThatFitsOnNoPageIsShownToo()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setStore(m_store.get());
        record();
        QTRY_COMPARE(model.rowCount(), 1);
        scene.pass(30'000);
        for (int i = 1; i <= 1500; ++i)
            scene.open(static_cast<quint16>(i), QStringLiteral("many"));
        record();
        QTRY_COMPARE(ports(model).constFirst(), 1500);
        QTRY_VERIFY((model.fetchMore({}), model.isComplete() && !model.isBusy()));
        QCOMPARE(model.rowCount(), 1501);
    }

    void anotherHistoryIsShownAnew()
    {
        HistoryModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setStore(m_store.get());
        record();
        QTRY_COMPARE(model.rowCount(), 1);
        scene.open(80, QStringLiteral("nginx"));
        record();
        QTRY_COMPARE(model.rowCount(), 2);
        m_store->clear();
        QTRY_COMPARE(ports(model), QList({ 0 }));
        model.setStore(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }

private:
    void record()
    {
        scene.pass(100);
        m_store->record(scene.update());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryStore> m_store;
    Scene scene;
};

QTEST_GUILESS_MAIN(HistoryModelTest)
#include "test_history_model.moc"
