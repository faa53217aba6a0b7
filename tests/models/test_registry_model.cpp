// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registry_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace portolan;

namespace {

/// The built-in knowledge's own numbers, whatever they are.
RegistryAnswer answerTo(const QString &text)
{
    static const RegistryIndexPtr index = RegistryIndex::build(*Knowledge::builtIn());
    const RegistryQuery query = RegistryQuery::parse(text);
    return { index, query, searchRegistry(*index, query) };
}

QString text(const RegistryModel &model, int row, RegistryColumn column)
{
    return model.index(row, static_cast<int>(column)).data().toString();
}

} // namespace

class RegistryModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void showsAnswers()
    {
        RegistryModel model(Knowledge::builtIn());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setAnswer(answerTo(QStringLiteral("3155")));
        QVERIFY(model.rowCount() >= 2);
        QCOMPARE(text(model, 0, RegistryColumn::Ports), QStringLiteral("3155"));
        QCOMPARE(text(model, 0, RegistryColumn::Service), QStringLiteral("jpegmpeg"));
        QCOMPARE(model.portOf(0), quint16(3155));
        QCOMPARE(model.transportOf(0), Transport::Tcp);
        model.setAnswer(answerTo({}));
        QCOMPARE(model.rowCount(), Knowledge::builtIn()->registrationCount());
        model.setAnswer(answerTo(QStringLiteral("zzqyx wvutz")));
        QCOMPARE(model.rowCount(), 0);
    }

    void everyRowHasTexts()
    {
        RegistryModel model(Knowledge::builtIn());
        model.setAnswer(answerTo({}));
        for (int row = 0; row < model.rowCount(); ++row) {
            QVERIFY(!text(model, row, RegistryColumn::Ports).isEmpty());
            QVERIFY(!text(model, row, RegistryColumn::Service).isEmpty());
        }
    }

    void marksWhatListensHere()
    {
        RegistryModel model(Knowledge::builtIn());
        model.setAnswer(answerTo(QStringLiteral("22/tcp")));
        QVERIFY(text(model, 0, RegistryColumn::Listening).isEmpty());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setListeningPorts({ 22, 80 });
        QCOMPARE(changed.size(), 1);
        QCOMPARE(reset.size(), 0);
        QVERIFY(!text(model, 0, RegistryColumn::Listening).isEmpty());
        model.setListeningPorts({ 80, 22 });
        QCOMPARE(changed.size(), 1);
    }

    void explainsThePortThatWasAskedFor()
    {
        RegistryModel model(Knowledge::builtIn());
        model.setAnswer(answerTo(QStringLiteral("6010")));
        QVERIFY(model.rowCount() > 0);
        QCOMPARE(model.portOf(0), quint16(6010));
        model.setAnswer(answerTo(QStringLiteral("60000")));
        QCOMPARE(model.portOf(0), quint16(60000));
        QCOMPARE(model.hit(0).kind, RegistryHit::Kind::Port);
    }

    void portsWithoutARowTellWhatIsKnown()
    {
        RegistryModel model(Knowledge::builtIn());
        RegistryAnswer answer = answerTo({});
        answer.query.filter.mark = Mark::DeFacto;
        answer.hits = searchRegistry(*answer.index, answer.query);
        model.setAnswer(answer);
        const int row = model.rowOfPort(8096);
        QVERIFY(row >= 0);
        QCOMPARE(model.hit(row).kind, RegistryHit::Kind::Port);
        QCOMPARE(text(model, row, RegistryColumn::Ports), QStringLiteral("8096"));
        QVERIFY(text(model, row, RegistryColumn::Service).contains(QStringLiteral("unassigned")));
        QVERIFY2(text(model, row, RegistryColumn::Description).contains(QStringLiteral("Jellyfin")),
                 qPrintable(text(model, row, RegistryColumn::Description)));
        QCOMPARE(model.portOf(row), quint16(8096));
    }

    void findsThePortsRow()
    {
        RegistryModel model(Knowledge::builtIn());
        model.setAnswer(answerTo({}));
        const int row = model.rowOfPort(3155);
        QVERIFY(row >= 0);
        QCOMPARE(text(model, row, RegistryColumn::Ports), QStringLiteral("3155"));
        QCOMPARE(model.rowOfPort(60000), -1);
    }

    void theSearcherAnswersOnlyTheNewestQuestion()
    {
        RegistrySearcher searcher(Knowledge::builtIn());
        QList<RegistryAnswer> answers;
        connect(&searcher, &RegistrySearcher::answered, this, [&answers](const RegistryAnswer &answer) {
            answers.append(answer);
        });
        for (const char *typed : { "h", "ht", "htt", "http", "https" })
            searcher.search(RegistryQuery::parse(QString::fromLatin1(typed)));
        QVERIFY(searcher.isBusy());
        QTRY_VERIFY(!searcher.isBusy());
        QCOMPARE(answers.size(), 1);
        QCOMPARE(answers.first().query.terms.first().word, QStringLiteral("https"));
        QVERIFY(!answers.first().hits.isEmpty());
    }

    void theSearcherMayGoAwayWhileItSearches()
    {
        for (int i = 0; i < 20; ++i) {
            RegistrySearcher searcher(Knowledge::builtIn());
            searcher.search(RegistryQuery::parse(QStringLiteral("port")));
        }
        QCoreApplication::processEvents();
    }
};

QTEST_GUILESS_MAIN(RegistryModelTest)
#include "test_registry_model.moc"
