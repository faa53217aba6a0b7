// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/explanation_panel.h"
#include "models/listener_samples.h"
#include "portmap/jump_field.h"
#include "portmap/port_map_canvas.h"
#include "portmap/port_map_view.h"
#include "portmap/range_chooser.h"

#include <QAccessible>
#include <QApplication>
#include <QCompleter>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <QWheelEvent>

using namespace portolan;

namespace {

Update updateOf(const QList<quint16> &ports)
{
    auto snapshot = std::make_shared<Snapshot>();
    Update update;
    const OwnerPtr owner = samples::owner(samples::process(4242, QStringLiteral("updater")));
    for (const quint16 port : ports) {
        snapshot->listeners.append(samples::listener(port, owner));
        update.assessments.append(samples::assessment(port == 3155 ? Verdict::Investigate : Verdict::Expected));
    }
    update.first = true;
    update.snapshot = snapshot;
    return update;
}

} // namespace

class PortMapViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_view.reset(); }
    void isWalkedByKeyboard();
    void isZoomedAndPanned();
    void isChosenByPointer();
    void jumpsToNumbersAndNames();
    void refusesWhatIsNoPort();
    void laysRangesOverOneByOne();
    void keepsItsState();
    void teachesWhenNothingIsLit();
    void readsOutPortsAndFocus();
    void verdictsDifferInShapeAndSize();

private:
    /// No window manager runs under the test's X server, so nobody else gives the window the focus.
    void open(const QList<quint16> &ports);
    template<typename Widget>
    [[nodiscard]] Widget *part(const char *name) const
    {
        return m_view->findChild<Widget *>(QLatin1String(name));
    }
    [[nodiscard]] PortMapCanvas *canvas() const { return m_view->findChild<PortMapCanvas *>(); }
    void wheel(int turned, Qt::KeyboardModifiers modifiers = {}) const;

    std::unique_ptr<PortMapView> m_view;
};

void PortMapViewTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void PortMapViewTest::open(const QList<quint16> &ports)
{
    m_view = std::make_unique<PortMapView>(Knowledge::builtIn());
    m_view->resize(1300, 800);
    m_view->apply(updateOf(ports));
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    QApplication::setActiveWindow(m_view.get());
    QTRY_VERIFY(m_view->isActiveWindow());
    QTRY_VERIFY(m_view->hasGround());
}

void PortMapViewTest::wheel(int turned, Qt::KeyboardModifiers modifiers) const
{
    const QPointF at = canvas()->grid().room().center();
    QWheelEvent event(at, canvas()->mapToGlobal(at), {}, { 0, turned }, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QApplication::sendEvent(canvas(), &event);
}

void PortMapViewTest::isWalkedByKeyboard()
{
    open({ 22, 3155 });
    PortMapCanvas *map = canvas();
    QSignalSpy activated(m_view.get(), &PortMapView::portActivated);
    map->setFocus();
    QTest::keyClick(map, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(map->currentPort(), quint16(22));
    QTest::keyClick(map, Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(map->currentPort(), quint16(3155));
    QVERIFY(part<QLabel>("portMapLine")->text().contains(QStringLiteral("updater")));
    QCOMPARE(activated.size(), 0);
    QTest::keyClick(map, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QVERIFY(m_view->findChild<ExplanationPanel *>()->plainText().contains(QStringLiteral("jpegmpeg")));
    const auto press = [map](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(map, key, modifiers);
        return *map->currentPort();
    };
    QCOMPARE(press(Qt::Key_Down), quint16(3171));
    QCOMPARE(press(Qt::Key_Up), quint16(3155));
    QCOMPARE(press(Qt::Key_PageDown), quint16(3411));
    QCOMPARE(press(Qt::Key_Home), quint16(3328));
    QCOMPARE(press(Qt::Key_Left), quint16(3327));
    QCOMPARE(press(Qt::Key_End), quint16(3327));
    QCOMPARE(press(Qt::Key_End, Qt::ControlModifier), quint16(65535));
    QCOMPARE(press(Qt::Key_Right), quint16(65535));
    QCOMPARE(press(Qt::Key_Home, Qt::ControlModifier), quint16(0));
}

void PortMapViewTest::isZoomedAndPanned()
{
    open({ 22, 3155 });
    PortMapCanvas *map = canvas();
    map->setFocus();
    QVERIFY(map->grid().isWhole());
    QTest::keyClick(map, Qt::Key_Plus);
    QTRY_VERIFY(!map->grid().isWhole());
    QTRY_COMPARE(map->grid().cellSize(), map->goal().cellSize());
    QTest::keyClick(map, Qt::Key_0);
    QTRY_VERIFY(map->grid().isWhole());

    const std::optional<quint16> middle = map->grid().portAt(map->grid().room().center());
    for (int i = 0; i < 6; ++i)
        wheel(120);
    QTRY_VERIFY(map->grid().cellSize() > 20);
    QTRY_COMPARE(map->grid().cellSize(), map->goal().cellSize());
    QCOMPARE(map->grid().portAt(map->grid().room().center()), middle);
    QPointF centre = map->goal().centre();
    wheel(120, Qt::ShiftModifier);
    QVERIFY(map->goal().centre().x() < centre.x());
    QCOMPARE(map->goal().centre().y(), centre.y());
    centre = map->goal().centre();
    QTest::keyClick(map, Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(map->goal().centre().y() > centre.y());
    QTRY_COMPARE(map->grid().centre(), map->goal().centre());

    centre = map->grid().centre();
    const QPoint from = map->grid().room().center().toPoint();
    QTest::mousePress(map, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 10; ++step)
        QTest::mouseMove(map, from + QPoint(10 * step, 0));
    QTest::mouseRelease(map, Qt::LeftButton, {}, from + QPoint(100, 0));
    QVERIFY(map->grid().centre().x() < centre.x() - 1);
    QVERIFY(!map->currentPort());
}

void PortMapViewTest::isChosenByPointer()
{
    open({ 22, 3155 });
    QSignalSpy activated(m_view.get(), &PortMapView::portActivated);
    QSignalSpy wanted(m_view.get(), &PortMapView::listenersWanted);
    const QPoint at = canvas()->grid().viewRectOf(31550).center().toPoint();
    QTest::mouseMove(canvas(), at + QPoint(30, 0));
    QTest::mouseMove(canvas(), at);
    QTRY_VERIFY(part<QLabel>("portMapLine")->text().contains(QStringLiteral("31550")));
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, at);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().value<quint16>(), quint16(31550));
    canvas()->jumpTo(3155);
    QTRY_COMPARE(canvas()->grid().cellSize(), canvas()->goal().cellSize());
    QTest::mouseDClick(canvas(), Qt::LeftButton, {}, canvas()->grid().viewRectOf(3155).center().toPoint());
    QCOMPARE(wanted.size(), 1);
}

void PortMapViewTest::jumpsToNumbersAndNames()
{
    open({ 22, 3155 });
    auto *jump = part<JumpField>("portMapJump");
    const auto type = [jump](const char *text) {
        jump->setFocus();
        jump->clear();
        QTest::keyClicks(jump, QLatin1String(text));
        QTest::keyClick(jump, Qt::Key_Return);
    };
    type("8080");
    QCOMPARE(canvas()->currentPort(), quint16(8080));
    QVERIFY(canvas()->hasFocus());
    QTRY_VERIFY(canvas()->grid().room().contains(canvas()->grid().viewRectOf(8080)));
    QVERIFY(!canvas()->goal().isWhole());
    type("3155/udp");
    QCOMPARE(canvas()->currentPort(), quint16(3155));
    type("postgresql");
    QTRY_COMPARE(canvas()->currentPort(), quint16(5432));
    jump->clear();
    jump->setFocus();
    QTest::keyClicks(jump, QStringLiteral("jpegm"));
    auto *completer = jump->findChild<QCompleter *>();
    QTRY_VERIFY(completer->popup()->isVisible());
    QCOMPARE(completer->popup()->model()->index(0, 0).data().toString(), QStringLiteral("3155 · jpegmpeg"));
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QTRY_COMPARE(canvas()->currentPort(), quint16(3155));
}

void PortMapViewTest::refusesWhatIsNoPort()
{
    open({ 22 });
    auto *jump = part<JumpField>("portMapJump");
    auto *refusal = part<QLabel>("portMapRefusal");
    for (const char *text : { "70000", "-1", "22/quic", "zzqyxnothing" }) {
        jump->setFocus();
        jump->clear();
        QTest::keyClicks(jump, QLatin1String(text));
        QVERIFY(refusal->text().isEmpty());
        QTest::mouseClick(part<QPushButton>("portMapGo"), Qt::LeftButton);
        QTRY_VERIFY2(!refusal->text().isEmpty(), text);
        QVERIFY(!canvas()->currentPort());
    }
}

void PortMapViewTest::laysRangesOverOneByOne()
{
    open({ 22 });
    QSignalSpy changed(m_view.get(), &PortMapView::stateChanged);
    QTest::mouseClick(part<QToolButton>("portMapKnownRanges"), Qt::LeftButton);
    auto *chooser = m_view->findChild<RangeChooser *>();
    QTRY_VERIFY(chooser->isVisible());
    auto *tree = chooser->findChild<QTreeWidget *>();
    const QList<QTreeWidgetItem *> found = tree->findItems(QStringLiteral("X11 displays"), Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(found.size(), 1);
    QCOMPARE(canvas()->ground().at(6003).overlay, KnownRange::Kind::Service);
    found.first()->setCheckState(0, Qt::Unchecked);
    QVERIFY(!changed.isEmpty());
    QCOMPARE(m_view->state().toggled.size(), 1);
    QTest::mouseClick(chooser->findChild<QPushButton *>(QStringLiteral("rangesNone")), Qt::LeftButton);
    QVERIFY(!canvas()->ground().at(3155).overlay);
    QCOMPARE(found.first()->parent()->checkState(0), Qt::Unchecked);
    QTest::mouseClick(chooser->findChild<QPushButton *>(QStringLiteral("rangesUsual")), Qt::LeftButton);
    QVERIFY(m_view->state().toggled.isEmpty());
    QCOMPARE(canvas()->ground().at(3155).overlay, KnownRange::Kind::Malware);
    chooser->findChild<QLineEdit *>()->setText(QStringLiteral("mydoom"));
    QVERIFY(found.first()->isHidden());
    const QList<QTreeWidgetItem *> mydoom = tree->findItems(QStringLiteral("Mydoom"), Qt::MatchStartsWith | Qt::MatchRecursive);
    QVERIFY(!mydoom.isEmpty() && !mydoom.first()->isHidden());
    Q_EMIT tree->itemActivated(mydoom.first(), 0);
    QVERIFY(!chooser->isVisible());
    QCOMPARE(canvas()->currentPort(), quint16(3127));
    QTRY_VERIFY(canvas()->grid().cellSize() > 20);
}

void PortMapViewTest::keepsItsState()
{
    open({ 22 });
    canvas()->jumpTo(3155);
    const PortMapState state = m_view->state();
    QVERIFY(state.cellSize > 20);
    QCOMPARE(state.port, quint16(3155));
    PortMapView another(Knowledge::builtIn());
    another.resize(1300, 800);
    another.restore(PortMapState::fromText(state.toText()));
    another.show();
    QVERIFY(QTest::qWaitForWindowExposed(&another));
    auto *map = another.findChild<PortMapCanvas *>();
    QCOMPARE(map->currentPort(), quint16(3155));
    QCOMPARE(map->grid().cellSize(), state.cellSize);
    QVERIFY(map->grid().room().contains(map->grid().viewRectOf(3155)));
}

void PortMapViewTest::teachesWhenNothingIsLit()
{
    m_view = std::make_unique<PortMapView>(Knowledge::builtIn());
    m_view->resize(1100, 800);
    m_view->show();
    auto *empty = part<QLabel>("portMapEmpty");
    QVERIFY(empty->isVisible());
    const QString looking = empty->text();
    m_view->apply(updateOf({}));
    QVERIFY(empty->isVisible() && empty->text() != looking);
    QVERIFY(canvas()->rect().contains(empty->geometry()));
    m_view->apply(updateOf({ 22 }));
    QVERIFY(!empty->isVisible());
    m_view->showUnreadable();
    QVERIFY(empty->isVisible());
}

void PortMapViewTest::readsOutPortsAndFocus()
{
    open({ 22, 3155, 9000 });
    canvas()->setFocus();
    QAccessibleInterface *map = QAccessible::queryAccessibleInterface(canvas());
    QVERIFY(map);
    QCOMPARE(map->role(), QAccessible::List);
    QCOMPARE(map->text(QAccessible::Name), QStringLiteral("Map of all ports"));
    QCOMPARE(map->childCount(), 3);
    QAccessibleInterface *port = map->child(1);
    QCOMPARE(map->indexOfChild(port), 1);
    QCOMPARE(port->role(), QAccessible::ListItem);
    QCOMPARE(port->text(QAccessible::Name), QStringLiteral("Port 3155, jpegmpeg"));
    QVERIFY(port->text(QAccessible::Description).contains(QStringLiteral("updater")));
    QCOMPARE(port->text(QAccessible::Value), QStringLiteral("Investigate"));
    QVERIFY(!port->state().focused);

    // The frame is among the children wherever it walks, and has the focus.
    QTest::keyClick(canvas(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(map->focusChild()->text(QAccessible::Name), QStringLiteral("Port 22, ssh"));
    QTest::keyClick(canvas(), Qt::Key_Right);
    QCOMPARE(map->childCount(), 4);
    QCOMPARE(map->indexOfChild(map->focusChild()), 1);
    QVERIFY(map->child(1)->state().focused && map->child(1)->state().selected);
    QCOMPARE(map->child(2), port);
    QCOMPARE(map->childAt(port->rect().center().x(), port->rect().center().y()), port);

    QSignalSpy activated(m_view.get(), &PortMapView::portActivated);
    QAccessibleActionInterface *action = port->actionInterface();
    QVERIFY(action);
    action->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(activated.size(), 1);
    QCOMPARE(canvas()->currentPort(), quint16(3155));
    QCOMPARE(map->childCount(), 3);
}

void PortMapViewTest::verdictsDifferInShapeAndSize()
{
    QList<QPainterPath> shapes;
    for (const Verdict verdict : { Verdict::Expected, Verdict::Explained, Verdict::Unfamiliar, Verdict::Investigate }) {
        const QPainterPath shape = PortMarks::shape(verdict, 20);
        QVERIFY(!shapes.contains(shape));
        shapes.append(shape);
    }
    PortGrid grid;
    grid.setRoom(QRectF(0, 0, 700, 700), 1);
    PortMarks marks;
    marks.setListeners(PortListeners(updateOf({ 22, 3155 })));
    QVERIFY(marks.sizeOn(grid, Verdict::Investigate) > marks.sizeOn(grid, Verdict::Expected));
    const double alone = marks.sizeOn(grid, Verdict::Expected);
    QList<quint16> crowd;
    for (quint16 port = 1000; port < 11000; port += 2)
        crowd.append(port);
    marks.setListeners(PortListeners(updateOf(crowd)));
    QVERIFY(marks.sizeOn(grid, Verdict::Expected) < alone);
}

QTEST_MAIN(PortMapViewTest)
#include "port_map_view_test.moc"
