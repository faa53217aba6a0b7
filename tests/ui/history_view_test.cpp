// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/history_file.h"
#include "history/history_holders_chart.h"
#include "history/history_model.h"
#include "history/history_settings_dialog.h"
#include "history/history_store.h"
#include "history/history_timeline.h"
#include "history/history_view.h"
#include "support/history_samples.h"
#include "theme/chart_scale.h"

#include <QAbstractButton>
#include <QApplication>
#include <QChart>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

using namespace portolan;
using samples::Scene;

namespace {

constexpr qint64 minute = 60'000;

template<class Widget>
Widget *in(const QWidget &window, const char *name)
{
    auto *found = window.findChild<Widget *>(QLatin1String(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

/// No window manager runs under the test's X server, so nobody else gives the window the focus.
void activate(QWidget *window)
{
    window->resize(1100, 800);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window));
    QApplication::setActiveWindow(window);
    QTRY_VERIFY(window->isActiveWindow());
}

} // namespace

class HistoryViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<HistoryStore>(fileName());
        scene = Scene(QDateTime::currentMSecsSinceEpoch() - 50 * minute);
    }
    void cleanup() { m_store.reset(); }

    void withoutAHistoryItSaysWhy()
    {
        HistoryView view;
        activate(&view);
        const auto *empty = in<QLabel>(view, "historyEmpty");
        QVERIFY(empty->isVisible());
        QVERIFY(empty->text().contains(QStringLiteral("snapshot")));
        QVERIFY(!in<QAbstractButton>(view, "historySettingsButton")->isEnabled());
    }

    void listsWhatHappens()
    {
        HistoryView view;
        view.setStore(m_store.get());
        activate(&view);
        const auto *table = in<QTableView>(view, "historyTable");
        const auto *empty = in<QLabel>(view, "historyEmpty");
        auto *filter = in<QLineEdit>(view, "historyFilter");
        scene.open(22, QStringLiteral("sshd"));
        record();
        QTRY_VERIFY(empty->isVisible() && empty->text().contains(QStringLiteral("appears here")));
        scene.open(3155, QStringLiteral("updater"), Verdict::Investigate);
        record();
        QTRY_VERIFY(table->isVisible());
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QTRY_VERIFY(in<QLabel>(view, "historyHeader")->text().contains(QLatin1Char('2')));
        filter->setText(QStringLiteral("port:22"));
        QTRY_VERIFY(empty->isVisible() && empty->text().contains(QStringLiteral("filter")));
        filter->setText(QStringLiteral("owner:updater"));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_VERIFY(table->isVisible());
        auto *kind = in<QComboBox>(view, "historyKind");
        kind->setCurrentIndex(kind->findText(QStringLiteral("Closed")));
        QTRY_COMPARE(table->model()->rowCount(), 0);
        kind->setCurrentIndex(0);
        QTRY_COMPARE(table->model()->rowCount(), 1);
    }

    void theSelectionIsSharedAndShowsWhoHeldThePort()
    {
        recordSomeTime();
        HistoryView view;
        view.setStore(m_store.get());
        activate(&view);
        auto *table = in<QTableView>(view, "historyTable");
        QTRY_VERIFY(table->model()->rowCount() >= 4);
        QSignalSpy activated(&view, &HistoryView::portActivated);
        QSignalSpy wanted(&view, &HistoryView::listenersWanted);
        table->setFocus();
        table->selectRow(0);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().value<quint16>(), quint16(3155));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("3155")));

        auto *chart = in<HistoryHoldersChart>(view, "historyHolders");
        QTRY_COMPARE(chart->rowCount(), 2);
        QVERIFY(in<QLabel>(view, "historyPortHeading")->text().contains(QStringLiteral("3155")));
        // From bar to bar by keyboard, told in words.
        chart->setFocus();
        QTest::keyClick(chart, Qt::Key_Home);
        const auto *line = in<QLabel>(view, "historyPortLine");
        QVERIFY2(line->text().contains(QStringLiteral("updater")), qPrintable(line->text()));
        QVERIFY(chart->accessibleDescription().contains(line->text()));
        QTest::keyClick(chart, Qt::Key_Right);
        QVERIFY2(line->text().contains(QStringLiteral("game")), qPrintable(line->text()));

        // Chosen elsewhere, it is chosen here.
        view.showPort(8080);
        QTRY_COMPARE(chart->rowCount(), 1);
        QCOMPARE(table->currentIndex().data(HistoryModel::PortRole).toInt(), 8080);
        QCOMPARE(activated.size(), 1);
        view.showPort(9);
        QTRY_COMPARE(chart->rowCount(), 0);
        QVERIFY(chart->accessibleDescription().contains(QStringLiteral("Nobody")));
    }

    void aSpanIsChosenByKeyboardAndByMouse()
    {
        recordSomeTime();
        HistoryView view;
        view.setStore(m_store.get());
        activate(&view);
        auto *table = in<QTableView>(view, "historyTable");
        auto *timeline = in<HistoryTimeline>(view, "historyTimeline");
        auto *span = in<QAbstractButton>(view, "historySpan");
        QTRY_VERIFY(table->model()->rowCount() >= 4);
        QTRY_VERIFY(timeline->accessibleDescription().contains(QStringLiteral("Most at a time")));
        const int everything = table->model()->rowCount();
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_Home);
        QVERIFY(timeline->accessibleDescription().contains(QStringLiteral("At the cursor")));
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(timeline, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(timeline->selection());
        QVERIFY(span->isVisible());
        QTRY_VERIFY(table->model()->rowCount() < everything);
        const auto allWithin = [&] {
            const HistoryPeriod chosen = *timeline->selection();
            const auto *model = static_cast<const HistoryModel *>(table->model());
            for (int row = 0; row < model->rowCount(); ++row) {
                if (model->event(row).at() < chosen.from || model->event(row).at() >= chosen.to)
                    return false;
            }
            return true;
        };
        QVERIFY(allWithin());
        QTest::keyClick(timeline, Qt::Key_Escape);
        QVERIFY(!timeline->selection() && !span->isVisible());
        QTRY_COMPARE(table->model()->rowCount(), everything);

        const QRectF plot = timeline->chart()->mapRectToScene(timeline->chart()->plotArea());
        const QPoint from = plot.center().toPoint();
        QTest::mousePress(timeline->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(timeline->viewport(), from + QPoint(40, 5));
        QTest::mouseMove(timeline->viewport(), from + QPoint(80, 0));
        QTest::mouseRelease(timeline->viewport(), Qt::LeftButton, {}, from + QPoint(80, 0));
        QVERIFY(timeline->selection());
        QTRY_VERIFY(table->model()->rowCount() < everything && allWithin());
        QTest::mouseClick(span, Qt::LeftButton);
        QVERIFY(!timeline->selection());
        QTRY_COMPARE(table->model()->rowCount(), everything);
    }

    void zoomingAndMoving()
    {
        recordSomeTime();
        HistoryView view;
        view.setStore(m_store.get());
        activate(&view);
        auto *timeline = in<HistoryTimeline>(view, "historyTimeline");
        auto *period = in<QComboBox>(view, "historyPeriod");
        QTRY_VERIFY(timeline->to() - timeline->from() > 40 * minute);
        const qint64 length = timeline->to() - timeline->from();
        timeline->setFocus();
        QTest::keyClick(timeline, Qt::Key_Plus);
        QCOMPARE(timeline->to() - timeline->from(), length / 2);
        QTest::keyClick(timeline, Qt::Key_Left, Qt::ControlModifier);
        const qint64 from = timeline->from();
        QCOMPARE(period->currentText(), QStringLiteral("Another period"));
        QTest::keyClick(timeline, Qt::Key_Minus);
        QVERIFY(timeline->from() < from);
        // By the wheel, around the pointer; never into the future.
        const QPointF centre = timeline->chart()->mapRectToScene(timeline->chart()->plotArea()).center();
        const qint64 before = timeline->to() - timeline->from();
        QWheelEvent wheel(centre, timeline->viewport()->mapToGlobal(centre), {}, { 0, 120 }, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(timeline->viewport(), &wheel);
        QVERIFY(timeline->to() - timeline->from() < before);
        for (int i = 0; i < 12; ++i)
            QTest::keyClick(timeline, Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(timeline->to() <= QDateTime::currentMSecsSinceEpoch());
        // A period chosen by name follows the time again.
        period->setFocus();
        QTest::keyClick(period, Qt::Key_Up);
        QTRY_COMPARE(view.state().period, HistoryPeriodChoice::All);
        QTRY_VERIFY(timeline->to() - timeline->from() > 40 * minute);
        QCOMPARE(period->currentText(), QStringLiteral("All there is"));
        auto *grouping = in<QComboBox>(view, "historyGrouping");
        grouping->setCurrentIndex(1);
        QVERIFY(view.state().byRange);
        QTRY_VERIFY(timeline->accessibleDescription().contains(QStringLiteral("System ports")));
    }

    void itsStateIsKept()
    {
        HistoryView view;
        const HistoryViewState state { HistoryPeriodChoice::Month, true, QStringLiteral("port:80") };
        view.setState(state);
        QCOMPARE(view.state(), state);
        view.setStore(m_store.get());
        activate(&view);
        QCOMPARE(view.state(), state);
    }

    void whatIsWrongIsSaid()
    {
        m_store.reset();
        QFile file(fileName());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(10'000, 'x'));
        file.close();
        m_store = std::make_unique<HistoryStore>(fileName());
        HistoryView view;
        view.setStore(m_store.get());
        activate(&view);
        const auto *notice = in<QLabel>(view, "historyNotice");
        QVERIFY(!notice->isVisible());
        record();
        QTRY_VERIFY(notice->isVisible());
        QVERIFY2(notice->text().contains(QStringLiteral("history.broken-1.sqlite")), qPrintable(notice->text()));
    }

    void settingsAreChosenAndTheHistoryIsCleared()
    {
        recordSomeTime();
        HistorySettingsDialog dialog(m_store.get(), { 30, 100 });
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        const auto *extent = in<QLabel>(dialog, "historyExtent");
        QTRY_VERIFY(extent->text().contains(fileName()));
        QCOMPARE(in<QSpinBox>(dialog, "historyDays")->value(), 30);
        auto *clear = in<QPushButton>(dialog, "historyClear");
        QTRY_VERIFY(clear->isEnabled());
        // Asked first, and no is the answer that a mere Return gives.
        QTest::mouseClick(clear, Qt::LeftButton);
        auto *question = in<QDialog>(dialog, "historyClearQuestion");
        QTest::keyClick(question, Qt::Key_Return);
        QTRY_VERIFY(!dialog.findChild<QDialog *>(QStringLiteral("historyClearQuestion")));
        QTest::mouseClick(clear, Qt::LeftButton);
        QSignalSpy replaced(m_store.get(), &HistoryStore::replaced);
        QTest::mouseClick(in<QPushButton>(dialog, "historyClearConfirm"), Qt::LeftButton);
        QTRY_VERIFY(!replaced.isEmpty());
        QTRY_VERIFY2(extent->text().contains(QStringLiteral("holds nothing")), qPrintable(extent->text()));

        QSignalSpy chosen(&dialog, &HistorySettingsDialog::limitsChosen);
        in<QSpinBox>(dialog, "historyDays")->setValue(7);
        QTest::mouseClick(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().value<HistoryLimits>(), (HistoryLimits { 7, 100 }));
    }

    void marksStandAtRoundTimes()
    {
        const QDateTime noon(QDate(2026, 11, 20), QTime(12, 3, 7));
        const qint64 from = noon.toMSecsSinceEpoch();
        for (const qint64 length : { minute, 10 * minute, 300 * minute, 1440 * minute, 30 * 1440 * minute, 365 * 1440 * minute }) {
            const QList<qint64> times = chart_scale::roundTimes(from, from + length, 8);
            QVERIFY2(times.size() >= 2 && times.size() <= 8, qPrintable(QString::number(length)));
            for (const qint64 time : times) {
                QVERIFY(time >= from && time <= from + length);
                QCOMPARE(QDateTime::fromMSecsSinceEpoch(time).time().second() % 5, 0);
                if (length >= 300 * minute)
                    QCOMPARE(QDateTime::fromMSecsSinceEpoch(time).time().minute() % 30, 0);
            }
        }
    }

private:
    [[nodiscard]] QString fileName() const { return m_folder->filePath(QStringLiteral("history.sqlite")); }
    void record()
    {
        scene.pass(100);
        m_store->record(scene.update());
    }
    /// Fifty minutes up to now: port 3155 is held by two programs in turn, 8080 by one.
    void recordSomeTime()
    {
        m_store.reset();
        {
            HistoryFile file(fileName(), HistoryFile::Use::Record);
            scene.open(22, QStringLiteral("sshd"));
            file.recorder().record(scene.update());
            for (int i = 1; i < 58; ++i) {
                scene.pass(50'000);
                if (i == 5)
                    scene.open(3155, QStringLiteral("updater"), Verdict::Investigate);
                else if (i == 20 || i == 50)
                    scene.close(3155);
                else if (i == 30)
                    scene.open(8080, QStringLiteral("server"));
                else if (i == 40)
                    scene.open(3155, QStringLiteral("game"), Verdict::Explained);
                file.recorder().record(scene.update());
            }
        }
        m_store = std::make_unique<HistoryStore>(fileName());
        m_store->open();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<HistoryStore> m_store;
    Scene scene;
};

QTEST_MAIN(HistoryViewTest)
#include "history_view_test.moc"
