// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeners/legend_bar.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"
#include "tests/models/listener_samples.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QMenu>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace portolan;

class LegendBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void offersOnlyWhatOccurs();
    void highlightsOnlyWhatIsLike3155AtFirst();
    void isSwitchedByKeyboard();
    void movesIntoAMenuWhereThereIsNoRoom();
    void changesTheTable();

private:
    [[nodiscard]] static QCheckBox *box(const QWidget &bar, Mark mark)
    {
        return bar.findChild<QCheckBox *>(QStringLiteral("highlight-") + markName(mark));
    }
    [[nodiscard]] static QHash<Mark, int> everyMark()
    {
        QHash<Mark, int> counts;
        for (const Mark mark : allMarks())
            counts.insert(mark, 3);
        return counts;
    }
};

void LegendBarTest::offersOnlyWhatOccurs()
{
    LegendBar bar;
    QVERIFY(bar.isHidden());
    bar.resize(700, bar.sizeHint().height());
    bar.setCounts({ { Mark::Similar, 1 }, { Mark::Game, 2 } });
    QVERIFY(!bar.isHidden());
    for (const Mark mark : allMarks())
        QCOMPARE(box(bar, mark)->isHidden(), mark != Mark::Similar && mark != Mark::Game);
    QVERIFY(box(bar, Mark::Game)->text().contains(QStringLiteral("(2)")));
    QVERIFY(box(bar, Mark::Game)->text().contains(markGlyph(Mark::Game)));
    QVERIFY(box(bar, Mark::Game)->accessibleName().contains(markLabel(Mark::Game)));
    QCOMPARE(box(bar, Mark::Game)->accessibleDescription(), markMeaning(Mark::Game));
    bar.setCounts({});
    QVERIFY(bar.isHidden());
}

void LegendBarTest::highlightsOnlyWhatIsLike3155AtFirst()
{
    LegendBar bar;
    bar.setCounts(everyMark());
    QCOMPARE(bar.highlighted(), Marks(Mark::Similar));
    QCOMPARE(bar.text().count(QLatin1Char('\n')), 0);
    QVERIFY(bar.text().contains(markMeaning(Mark::Similar)));
    bar.setHighlighted({});
    QVERIFY(bar.text().isEmpty());
}

void LegendBarTest::isSwitchedByKeyboard()
{
    LegendBar bar;
    bar.setCounts(everyMark());
    bar.resize(bar.sizeHint());
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    QApplication::setActiveWindow(&bar);
    QSignalSpy changed(&bar, &LegendBar::highlightedChanged);
    box(bar, Mark::Similar)->setFocus();
    QTest::keyClick(&bar, Qt::Key_Tab);
    QTRY_VERIFY(box(bar, Mark::MalwareRange)->hasFocus());
    QTest::keyClick(box(bar, Mark::MalwareRange), Qt::Key_Space);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(bar.highlighted(), Marks(Mark::Similar) | Mark::MalwareRange);
    QTest::keyClick(box(bar, Mark::MalwareRange), Qt::Key_Space);
    QCOMPARE(bar.highlighted(), Marks(Mark::Similar));
}

void LegendBarTest::movesIntoAMenuWhereThereIsNoRoom()
{
    LegendBar bar;
    bar.setCounts(everyMark());
    auto *more = bar.findChild<QToolButton *>(QStringLiteral("moreMarks"));
    const int whole = bar.sizeHint().width();
    for (const int width : { whole, whole - 1, whole * 3 / 4, whole / 2, whole / 4, bar.minimumSizeHint().width() }) {
        bar.resize(width, bar.sizeHint().height());
        QCOMPARE(more->isHidden(), width >= whole - 1);
        int inMenu = 0;
        int rightmost = 0;
        for (int i = 0; i < allMarks().size(); ++i) {
            const QAction *action = more->menu()->actions().at(i);
            const QCheckBox *one = box(bar, allMarks().at(i));
            QCOMPARE(action->isVisible(), one->isHidden());
            inMenu += action->isVisible() ? 1 : 0;
            if (!one->isHidden()) {
                QVERIFY(one->geometry().left() > rightmost);
                rightmost = one->geometry().right();
            }
        }
        QCOMPARE(inMenu > 0, !more->isHidden());
        if (!more->isHidden()) {
            QVERIFY(more->geometry().left() > rightmost);
            rightmost = more->geometry().right();
        }
        QVERIFY2(rightmost < width, qPrintable(QString::number(width)));
    }
    QAction *last = more->menu()->actions().last();
    QVERIFY(last->isVisible());
    last->trigger();
    QCOMPARE(bar.highlighted(), Marks(Mark::Similar) | allMarks().last());
    QVERIFY(box(bar, allMarks().last())->isChecked());
}

void LegendBarTest::changesTheTable()
{
    ListenersView view(Knowledge::builtIn());
    view.resize(1280, 800);
    auto snapshot = std::make_shared<Snapshot>();
    Update update;
    snapshot->listeners = { samples::listener(3155, samples::owner(samples::process(42, QStringLiteral("updater")))) };
    update.assessments = { samples::assessment(Verdict::Investigate, QStringLiteral("jpegmpeg"), Mark::Ghost) };
    update.first = true;
    update.snapshot = snapshot;
    view.apply(update);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    ListenerTable *table = view.table();
    table->clearSelection();
    table->setCurrentIndex({});
    const QModelIndex cell = table->model()->index(0, static_cast<int>(ListenerColumn::Registered));
    const auto picture = [&] { return table->viewport()->grab(table->visualRect(cell)).toImage(); };
    const QImage plain = picture();
    box(view, Mark::Ghost)->setChecked(true);
    QCOMPARE(table->highlighted(), Marks(Mark::Similar) | Mark::Ghost);
    QVERIFY(picture() != plain);
    box(view, Mark::Ghost)->setChecked(false);
    QCOMPARE(picture(), plain);
    QVERIFY(cell.data(Qt::AccessibleTextRole).toString().contains(markLabel(Mark::Ghost)));
}

QTEST_MAIN(LegendBarTest)
#include "legend_bar_test.moc"
