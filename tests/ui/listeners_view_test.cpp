// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/stop_controller.h"
#include "knowledge/knowledge.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"
#include "listeners/table_header.h"
#include "tests/models/listener_samples.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyleOptionSlider>
#include <QTest>

using namespace portolan;
using namespace std::chrono_literals;

namespace {

ListenerPtr named(quint16 port, qint32 pid, const char *name = "p")
{
    return samples::listener(port, samples::owner(samples::process(pid, QLatin1String(name))));
}

} // namespace

/// The table with a real pointer and keyboard: what a person touches stays where it is.
class ListenersViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingJumpsUnderThePointer();
    void nothingJumpsWhileARowIsPressed();
    void nothingJumpsWhileSeveralRowsAreSelected();
    void nothingJumpsWhileTheScrollBarIsDragged();
    void nothingJumpsUnderAContextMenu();
    void manyNewRowsKeepSelectionAndScroll();
    void rowsAreCopiedAsTable();
    void menuKeyOpensTheMenuAtTheRow();
    void ownerOfAnyNameCanBeFiltered_data();
    void ownerOfAnyNameCanBeFiltered();
    void columnsFitTheTable_data();
    void columnsFitTheTable();
    void columnsFitANarrowTable_data();
    void columnsFitANarrowTable();

private:
    void show(const QList<ListenerPtr> &listeners);
    [[nodiscard]] QList<int> ports() const;
    [[nodiscard]] QPoint centreOf(int row) const;
    void pointAway() const;
    void changeUnderHold();
    void settles();

    QDateTime m_now;
    std::unique_ptr<ListenersView> m_view;
    ListenerTable *m_table = nullptr;
    SnapshotPtr m_last;
};

void ListenersViewTest::init()
{
    // Widths are compared with window sizes: the same font everywhere, the one that every system
    // of ours has.
    QApplication::setFont(QFont(QStringLiteral("DejaVu Sans"), 8));
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_now = QDateTime::fromMSecsSinceEpoch(1'750'000'000'000, Qt::UTC);
    m_last.reset();
    m_view = std::make_unique<ListenersView>(Knowledge::builtIn(), nullptr, [this] { return m_now; });
    m_table = m_view->table();
    m_view->resize(1280, 800);
    QCursor::setPos(1590, 990);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void ListenersViewTest::cleanup()
{
    m_view.reset();
}

void ListenersViewTest::show(const QList<ListenerPtr> &listeners)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->listeners = listeners;
    std::sort(snapshot->listeners.begin(), snapshot->listeners.end(),
              [](const ListenerPtr &a, const ListenerPtr &b) { return a->key < b->key; });
    Update update;
    update.snapshot = snapshot;
    for (qsizetype i = 0; i < listeners.size(); ++i)
        update.assessments.append(samples::assessment(Verdict::Explained));
    update.first = !m_last;
    update.delta = diff(m_last ? *m_last : Snapshot(), *snapshot);
    m_last = snapshot;
    m_view->apply(update);
}

QList<int> ListenersViewTest::ports() const
{
    QList<int> found;
    for (int row = 0; row < m_table->model()->rowCount(); ++row)
        found.append(m_table->model()->index(row, static_cast<int>(ListenerColumn::Port)).data().toInt());
    return found;
}

QPoint ListenersViewTest::centreOf(int row) const
{
    return m_table->visualRect(m_table->model()->index(row, static_cast<int>(ListenerColumn::Owner))).center();
}

void ListenersViewTest::pointAway() const
{
    QCursor::setPos(1590, 990);
}

/// 20 closes and 15 opens, far longer ago than closed rows linger.
void ListenersViewTest::changeUnderHold()
{
    QVERIFY(m_table->isHeld());
    show({named(10, 1), named(30, 3), named(15, 4)});
    QCOMPARE(ports(), (QList<int> {10, 20, 30, 15}));
    m_now = m_now.addSecs(60);
    QShowEvent again; // the view's own tick
    QCoreApplication::sendEvent(m_view.get(), &again);
    QVERIFY(m_table->isHeld());
    QCOMPARE(ports(), (QList<int> {10, 20, 30, 15}));
    const QModelIndex closed = m_table->model()->index(1, 0);
    QCOMPARE(closed.data(ListenerModel::StateRole).toInt(), static_cast<int>(RowState::Closed));
}

void ListenersViewTest::settles()
{
    QTRY_COMPARE(ports(), (QList<int> {10, 15, 30}));
    QVERIFY(!m_table->isHeld());
}

void ListenersViewTest::nothingJumpsUnderThePointer()
{
    show({named(10, 1), named(20, 2), named(30, 3)});
    QTest::mouseMove(m_table->viewport(), centreOf(1));
    QTest::mouseMove(m_table->viewport(), centreOf(2));
    QTRY_VERIFY(m_table->isHeld());
    changeUnderHold();
    pointAway();
    settles();
}

void ListenersViewTest::nothingJumpsWhileARowIsPressed()
{
    show({named(10, 1), named(20, 2), named(30, 3)});
    QTest::mousePress(m_table->viewport(), Qt::LeftButton, {}, centreOf(2));
    changeUnderHold();
    QCOMPARE(m_table->currentListener()->port(), 30);
    QTest::mouseRelease(m_table->viewport(), Qt::LeftButton, {}, centreOf(2));
    pointAway();
    settles();
    QCOMPARE(m_table->currentListener()->port(), 30);
}

void ListenersViewTest::nothingJumpsWhileSeveralRowsAreSelected()
{
    show({named(10, 1), named(20, 2), named(30, 3)});
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, centreOf(0));
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, Qt::ShiftModifier, centreOf(2));
    pointAway();
    QCOMPARE(m_table->selectedListeners().size(), 3);
    changeUnderHold();
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, centreOf(2));
    pointAway();
    settles();
    QCOMPARE(m_table->currentListener()->port(), 30);
}

void ListenersViewTest::nothingJumpsWhileTheScrollBarIsDragged()
{
    show({named(10, 1), named(20, 2), named(30, 3)});
    m_view->resize(700, 560);
    QScrollBar *bar = m_table->horizontalScrollBar();
    for (int column = 0; column < listenerColumnCount; ++column)
        m_table->setColumnHidden(column, false);
    m_table->setColumnWidth(static_cast<int>(ListenerColumn::CommandLine), 2000);
    QTRY_VERIFY(bar->isVisible() && bar->maximum() > 0);
    QStyleOptionSlider option;
    option.initFrom(bar);
    option.subControls = QStyle::SC_All;
    option.orientation = bar->orientation();
    option.minimum = bar->minimum();
    option.maximum = bar->maximum();
    option.sliderPosition = bar->sliderPosition();
    option.sliderValue = bar->value();
    option.pageStep = bar->pageStep();
    option.singleStep = bar->singleStep();
    option.state |= QStyle::State_Horizontal;
    const QPoint handle
        = bar->style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, bar).center();
    QTest::mousePress(bar, Qt::LeftButton, {}, handle);
    QVERIFY(bar->isSliderDown());
    changeUnderHold();
    QTest::mouseRelease(bar, Qt::LeftButton, {}, handle);
    pointAway();
    settles();
}

void ListenersViewTest::nothingJumpsUnderAContextMenu()
{
    show({named(10, 1), named(20, 2), named(30, 3)});
    // The menu takes the release of the button that opened it.
    QTest::mousePress(m_table->viewport(), Qt::RightButton, {}, centreOf(0));
    QContextMenuEvent wanted(QContextMenuEvent::Mouse, centreOf(0), m_table->viewport()->mapToGlobal(centreOf(0)));
    QCoreApplication::sendEvent(m_table->viewport(), &wanted);
    QTRY_VERIFY(QApplication::activePopupWidget());
    changeUnderHold();
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
    pointAway();
    settles();
    QCOMPARE(m_table->currentListener()->port(), 10);
}

void ListenersViewTest::manyNewRowsKeepSelectionAndScroll()
{
    QList<ListenerPtr> listeners;
    for (quint16 port = 1000; port < 1100; ++port)
        listeners.append(named(port, port));
    show(listeners);
    m_table->selectPort(1070);
    m_table->verticalScrollBar()->setValue(m_table->verticalScrollBar()->maximum() / 2);
    const int scroll = m_table->verticalScrollBar()->value();
    QVERIFY(scroll > 0);
    // More than the model announces one by one.
    for (quint16 port = 2000; port < 2200; ++port)
        listeners.append(named(port, port));
    show(listeners);
    QCOMPARE(m_table->model()->rowCount(), 300);
    QCOMPARE(m_table->selectedListeners().size(), 1);
    QCOMPARE(m_table->currentListener()->port(), 1070);
    QCOMPARE(m_table->currentIndex().siblingAtColumn(static_cast<int>(ListenerColumn::Port)).data().toInt(), 1070);
    QCOMPARE(m_table->verticalScrollBar()->value(), scroll);
}

void ListenersViewTest::rowsAreCopiedAsTable()
{
    show({named(10, 1, "one\ttab"), named(20, 2, "two")});
    for (int column = 0; column < listenerColumnCount; ++column) {
        m_table->setColumnHidden(column, column != static_cast<int>(ListenerColumn::Port)
                                     && column != static_cast<int>(ListenerColumn::Protocol)
                                     && column != static_cast<int>(ListenerColumn::Owner));
    }
    m_table->setFocus();
    m_table->selectAll();
    QTest::keyClick(m_table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.at(0), QStringLiteral("Port\tProtocol\tOwner"));
    // A tabulator in a name is shown, and so it cannot start another cell.
    QCOMPARE(lines.at(1).count(QLatin1Char('\t')), 2);
    QVERIFY(lines.at(1).startsWith(QLatin1String("10\ttcp\tone")));
    QCOMPARE(lines.at(2), QStringLiteral("20\ttcp\ttwo"));
    QCOMPARE(lines.at(3), QString());
}

void ListenersViewTest::menuKeyOpensTheMenuAtTheRow()
{
    show({named(10, 1), named(20, 2), named(30, 3)});
    m_table->selectPort(20);
    m_table->setFocus();
    // The platform makes this of the key.
    const QPoint centre = m_table->viewport()->rect().center();
    QContextMenuEvent wanted(QContextMenuEvent::Keyboard, centre, m_table->viewport()->mapToGlobal(centre));
    QCoreApplication::sendEvent(m_table->viewport(), &wanted);
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    const QRect row = m_table->visualRect(m_table->currentIndex());
    QCOMPARE(menu->pos().y(), m_table->viewport()->mapToGlobal(row.bottomLeft()).y());
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts.append(action->text());
    QVERIFY(texts.contains(QStringLiteral("Explain port 20")));
    QTest::keyClick(menu, Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
}

void ListenersViewTest::ownerOfAnyNameCanBeFiltered_data()
{
    QTest::addColumn<QString>("name");
    for (const char16_t *name : {u"node", u"two words", u"a\tb", u"a\u2003b", u"a\"b", u"a b\\", u"C:\\x", u"\\\" \\"})
        QTest::newRow(qPrintable(QString::fromUtf16(name).toHtmlEscaped())) << QString::fromUtf16(name);
}

void ListenersViewTest::ownerOfAnyNameCanBeFiltered()
{
    QFETCH(QString, name);
    const ListenerPtr named = samples::listener(10, samples::owner(samples::process(1000, name)));
    const ListenerPtr other = samples::listener(11, samples::owner(samples::process(1001, QStringLiteral("other"))));
    show({named, other});
    m_table->selectPort(10);
    QSignalSpy terms(m_table, &ListenerTable::filterWanted);
    QContextMenuEvent wanted(QContextMenuEvent::Keyboard, {}, m_table->viewport()->mapToGlobal(QPoint()));
    QCoreApplication::sendEvent(m_table->viewport(), &wanted);
    QTRY_VERIFY(QApplication::activePopupWidget());
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    for (QAction *action : menu->actions()) {
        if (action->text() == QStringLiteral("Show only this owner"))
            action->trigger();
        if (action->text().startsWith(QStringLiteral("Stop")))
            QCOMPARE(action->isEnabled(), StopController::refusal(*named).isEmpty());
    }
    QTest::keyClick(menu, Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activePopupWidget());
    QCOMPARE(terms.count(), 1);
    const FilterExpression filter = FilterExpression::parse(terms.at(0).at(0).toString());
    QVERIFY(!filter.error());
    const Assessment any;
    QVERIFY2(filter.matches(*named, any), qPrintable(terms.at(0).at(0).toString()));
    QVERIFY(!filter.matches(*other, any));
}

void ListenersViewTest::columnsFitTheTable_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size : {QSize(1440, 850), QSize(1280, 750), QSize(1024, 650)})
        QTest::addRow("%dx%d", size.width(), size.height()) << size;
}

void ListenersViewTest::columnsFitTheTable()
{
    QFETCH(QSize, size);
    show({named(10, 1), named(20, 2), named(30, 3)});
    m_view->resize(size);
    QTRY_COMPARE(m_table->width(), m_table->viewport()->width());
    QTRY_COMPARE(m_table->horizontalHeader()->length(), m_table->viewport()->width());
    QTRY_VERIFY(!m_table->horizontalScrollBar()->isVisible());
    const auto *titles = qobject_cast<TableHeader *>(m_table->horizontalHeader());
    QVERIFY(titles);
    for (int column = 1; column <= static_cast<int>(ListenerColumn::Since); ++column)
        QVERIFY2(m_table->columnWidth(column) >= titles->titleWidth(column),
                 qPrintable(ListenerModel::columnTitle(static_cast<ListenerColumn>(column))));

    // The widths a person chose stay.
    QHeaderView *header = m_table->horizontalHeader();
    const int owner = static_cast<int>(ListenerColumn::Owner);
    const QPoint edge(header->sectionViewportPosition(owner) + header->sectionSize(owner) - 1, header->height() / 2);
    QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
    QMouseEvent move(QEvent::MouseMove, edge + QPointF(37, 0), header->viewport()->mapToGlobal(edge + QPoint(37, 0)),
                     Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(header->viewport(), &move);
    QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge + QPoint(37, 0));
    const int chosen = m_table->columnWidth(owner);
    m_view->resize(size + QSize(60, 0));
    QTRY_COMPARE(m_view->width(), size.width() + 60);
    QCOMPARE(m_table->columnWidth(owner), chosen);
}

void ListenersViewTest::columnsFitANarrowTable_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("larger");
    QTest::newRow("1024, larger text") << QSize(1024, 650) << 2;
    QTest::newRow("900") << QSize(900, 550) << 0;
    QTest::newRow("900, larger text") << QSize(900, 550) << 1;
    QTest::newRow("800") << QSize(800, 550) << 0;
}

void ListenersViewTest::columnsFitANarrowTable()
{
    QFETCH(QSize, size);
    QFETCH(int, larger);
    show({named(10, 1), named(20, 2), named(30, 3)});
    QFont font = m_view->font();
    font.setPointSizeF(font.pointSizeF() + larger);
    m_view->setFont(font);
    m_view->resize(size);
    QTRY_COMPARE(m_view->width(), size.width());
    QTRY_COMPARE(m_table->horizontalHeader()->length(), m_table->viewport()->width());
    QTRY_VERIFY(!m_table->horizontalScrollBar()->isVisible());
    const int since = static_cast<int>(ListenerColumn::Since);
    QVERIFY(m_table->columnWidth(since) >= m_table->fontMetrics().horizontalAdvance(QStringLiteral("59 min")));
    QVERIFY(m_table->columnViewportPosition(since) + m_table->columnWidth(since) <= m_table->viewport()->width());
}

QTEST_MAIN(ListenersViewTest)
#include "listeners_view_test.moc"
