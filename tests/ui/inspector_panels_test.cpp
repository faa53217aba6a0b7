// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/chip.h"
#include "inspector/connection_chart.h"
#include "inspector/connection_model.h"
#include "inspector/explanation_panel.h"
#include "inspector/neighbourhood_widget.h"
#include "inspector/owner_models.h"
#include "inspector/process_panel.h"
#include "inspector/step_buttons.h"
#include "inspector/text_block.h"
#include "tests/ui/inspector_samples.h"

#include <QAbstractItemModelTester>
#include <QAreaSeries>
#include <QChart>
#include <QChartView>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineSeries>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include <algorithm>

using namespace portolan;

namespace {

const QString hostile = QStringLiteral("<b>x</b><img src=\"file:///etc/passwd\">&amp;\u202e\n\x1b[31m");

ListenerPtr hostileListener()
{
    ProcessInfo info;
    info.key = { 77, 7700 };
    info.name = hostile;
    info.executable = QStringLiteral("/opt/") + hostile + QString(4096, QLatin1Char('x'));
    info.commandLine = { info.executable, hostile };
    info.user = hostile;
    info.ancestors = { { { 1, 1 }, hostile } };
    Owner owner = *test::observed({ std::make_shared<ProcessInfo>(info), test::process(78, hostile) });
    owner.unit = hostile;
    owner.cgroup = hostile;
    owner.container = Container { hostile, hostile, hostile };
    Endpoint endpoint = test::endpoint("0.0.0.0");
    endpoint.scope = hostile;
    endpoint.networkNamespace = hostile;
    return test::listener(8080, std::make_shared<Owner>(owner), { endpoint });
}

/// Nothing in the panel reads markup, and nothing that acts reaches the screen.
void verifyHarmless(const QWidget &panel)
{
    for (const QLabel *label : panel.findChildren<QLabel *>()) {
        // Views make labels of their own that never show data.
        if (!label->text().isEmpty())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
    }
    for (const TextBlock *text : panel.findChildren<TextBlock *>()) {
        const QString shown = text->toPlainText();
        QVERIFY(!shown.contains(QChar(0x202e)));
        QVERIFY(!shown.contains(QChar(0x1b)));
        QVERIFY(!shown.contains(QChar::ObjectReplacementCharacter));
    }
    for (const QWidget *widget : panel.findChildren<QWidget *>())
        QVERIFY2(!widget->toolTip().contains(QLatin1String("<img")), qPrintable(widget->toolTip()));
}

} // namespace

class InspectorPanelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void explainsTheListener();
    void offersSteps();
    void keepsSelectionAndScroll();
    void showsHostileTextHarmlessly();
    void fitsNarrowPlaces();
    void saysWhyThereIsNoOwner();
    void explainsAPortWithoutListener();
    void neighboursByKeyboard();
    void copiesCommands();
    void showsTheProcess();
    void goesToTheProcess();
    void activatesListeners();
    void drawsConnections();
    void groupsConnectionsByAddress();
    void saysWhyItRuns();
    void keepsConnectionRows();
    void keepsListenerRows();

private:
    KnowledgePtr m_knowledge;
};

void InspectorPanelsTest::initTestCase()
{
    m_knowledge = Knowledge::builtIn();
    QVERIFY(m_knowledge);
}

void InspectorPanelsTest::explainsTheListener()
{
    ExplanationPanel panel(m_knowledge);
    QCOMPARE(panel.objectName(), QStringLiteral("explanation"));
    QCOMPARE(panel.plainText(), QString());
    const ListenerPtr listener = test::listener(3155, test::updater(), { test::endpoint("0.0.0.0") });
    panel.resize(420, 800);
    panel.show();
    panel.showListener(listener, assess(*listener, *m_knowledge));
    const QString text = panel.plainText();
    for (const char *expected : { "Port 3155", "jpegmpeg", "updater, pid 4242, alice", "0.0.0.0:3155",
                                  "anyone who reaches this machine can connect", "Investigate", "(observed)",
                                  "(knowledge)", "Around 3155", "Mydoom", "ss -tlnp 'sport = :3155'" })
        QVERIFY2(text.contains(QLatin1String(expected)), expected);

    const QString rule = verdictRuleText(assess(*listener, *m_knowledge)->judgement);
    QVERIFY(!text.contains(rule));
    panel.findChild<QToolButton *>(QStringLiteral("showRule"))->click();
    QVERIFY(panel.plainText().contains(rule));
    QVERIFY(panel.plainText().contains(QLatin1String("(observed, 2 point")));
}

void InspectorPanelsTest::offersSteps()
{
    ExplanationPanel panel(m_knowledge);
    panel.resize(400, 900);
    panel.show();
    const ListenerPtr listener = test::listener(3155, test::updater(), { test::endpoint("0.0.0.0") });
    panel.showListener(listener, assess(*listener, *m_knowledge));
    const auto *buttons = panel.findChild<StepButtons *>();
    const auto button = [buttons](NextStep step) {
        const QList<QPushButton *> all = buttons->findChildren<QPushButton *>();
        const auto found = std::ranges::find_if(all, [step](const QPushButton *candidate) {
            return candidate->accessibleName() == StepButtons::label(step) && !candidate->isHidden();
        });
        return found == all.end() ? nullptr : *found;
    };
    // Nobody takes the others.
    QVERIFY(!button(NextStep::StopProgram));
    QVERIFY(!button(NextStep::WriteNote));
    panel.setOfferedSteps({ NextStep::StopProgram, NextStep::KeepProgram, NextStep::SeeFully });
    QTRY_VERIFY(button(NextStep::KeepProgram));
    QVERIFY(!button(NextStep::SeeFully)); // does not fit an owner that is observed

    QSignalSpy wanted(&panel, &ExplanationPanel::stepWanted);
    QPushButton *stop = button(NextStep::StopProgram);
    QVERIFY(stop);
    stop->setFocus();
    QTest::keyClick(stop, Qt::Key_Space);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<NextStep>(), NextStep::StopProgram);
    QCOMPARE(wanted[0][1].value<ListenerPtr>(), listener);
    panel.setOfferedSteps({ NextStep::StopProgram });
    QCOMPARE(button(NextStep::StopProgram), stop);
    QVERIFY(!button(NextStep::KeepProgram));

    QVERIFY(panel.verticalScrollBar()->value() == 0);
    panel.resize(400, 300);
    QTRY_VERIFY(button(NextStep::ReadNote));
    button(NextStep::ReadNote)->click();
    QVERIFY(panel.verticalScrollBar()->value() > 0);
}

void InspectorPanelsTest::keepsSelectionAndScroll()
{
    ExplanationPanel panel(m_knowledge);
    panel.resize(400, 300);
    panel.show();
    const ListenerPtr listener = test::listener(3155, test::updater(), { test::endpoint("0.0.0.0") });
    const AssessmentPtr assessment = assess(*listener, *m_knowledge);
    panel.showListener(listener, assessment);
    QTRY_VERIFY(panel.verticalScrollBar()->maximum() > 100);
    panel.verticalScrollBar()->setValue(100);
    auto *uses = panel.findChild<TextBlock *>(QStringLiteral("knownUses"));
    uses->selectAll();
    const QString selected = uses->textCursor().selectedText();
    QVERIFY(!selected.isEmpty());

    Listener changed = *listener;
    changed.endpoints.append(test::endpoint("::1"));
    panel.showListener(std::make_shared<Listener>(changed), assessment);
    QVERIFY(panel.plainText().contains(QLatin1String("[::1]:3155")));
    QCOMPARE(uses->textCursor().selectedText(), selected);
    QCOMPARE(panel.verticalScrollBar()->value(), 100);

    panel.showPort(22, Transport::Tcp);
    QCOMPARE(panel.verticalScrollBar()->value(), 0);
}

void InspectorPanelsTest::showsHostileTextHarmlessly()
{
    const ListenerPtr listener = hostileListener();
    const AssessmentPtr assessment = assess(*listener, *m_knowledge);
    ExplanationPanel explanation(m_knowledge);
    explanation.show();
    explanation.showListener(listener, assessment);
    verifyHarmless(explanation);
    QVERIFY(explanation.plainText().contains(QLatin1String("<b>x</b>")));
    QVERIFY(explanation.plainText().contains(QLatin1String("\\u{202e}")));

    ProcessPanel process;
    process.resize(700, 300);
    process.show();
    process.showListener(listener, { listener });
    verifyHarmless(process);
    const QString facts = process.findChild<TextBlock *>(QStringLiteral("processFactText"))->toPlainText();
    QVERIFY(facts.contains(QLatin1String("<b>x</b><img")));
    QVERIFY(facts.contains(QString(4096, QLatin1Char('x'))));
    QVERIFY(!process.findChildren<Chip *>().isEmpty());
    process.findChild<QPushButton *>(QStringLiteral("copyDetails"))->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(QLatin1String("<b>x</b>")));
    QVERIFY(!copied.contains(QChar(0x202e)) && !copied.contains(QChar(0x1b)));
}

void InspectorPanelsTest::fitsNarrowPlaces()
{
    ExplanationPanel panel(m_knowledge);
    panel.resize(320, 600);
    panel.show();
    const ListenerPtr listener = hostileListener();
    panel.showListener(listener, assess(*listener, *m_knowledge));
    QTRY_VERIFY(panel.widget()->height() > 600);
    QVERIFY(panel.widget()->width() <= panel.viewport()->width());
    for (const QWidget *child : panel.widget()->findChildren<QWidget *>()) {
        if (child->isVisible()) {
            const int right = child->mapTo(panel.widget(), QPoint(child->width(), 0)).x();
            QVERIFY2(right <= panel.viewport()->width(), child->metaObject()->className());
        }
    }
}

void InspectorPanelsTest::saysWhyThereIsNoOwner()
{
    const OwnerPtr owner = test::unowned(OwnerReason::OtherUser);
    const ListenerPtr listener = test::listener(631, owner, { test::endpoint("127.0.0.1") });
    const AssessmentPtr assessment = assess(*listener, *m_knowledge);
    ExplanationPanel explanation(m_knowledge);
    explanation.showListener(listener, assessment);
    QVERIFY(explanation.plainText().contains(ownerReasonText(*owner)));
    ProcessPanel process;
    process.showListener(listener, {});
    QVERIFY(process.findChild<TextBlock *>(QStringLiteral("processFactText"))
                ->toPlainText()
                .contains(ownerReasonText(*owner)));
    for (const char *name : { "goToProcess", "revealFile", "stop" }) {
        const auto *button = process.findChild<QPushButton *>(QLatin1String(name));
        QVERIFY2(!button->isEnabled(), name);
        QVERIFY2(!button->toolTip().isEmpty(), name);
    }
}

void InspectorPanelsTest::explainsAPortWithoutListener()
{
    ExplanationPanel panel(m_knowledge);
    panel.showPort(3156, Transport::Tcp);
    QVERIFY(panel.plainText().contains(QLatin1String("Nothing listens here")));
    panel.setListeningPorts({ 3156 });
    QVERIFY(panel.plainText().contains(QLatin1String("Something listens here")));
    panel.clear();
    QCOMPARE(panel.plainText(), QString());
}

void InspectorPanelsTest::neighboursByKeyboard()
{
    ExplanationPanel panel(m_knowledge);
    panel.resize(400, 900);
    panel.show();
    panel.showPort(3155, Transport::Tcp);
    auto *drawing = panel.findChild<NeighbourhoodWidget *>(QStringLiteral("neighbourhood"));
    QSignalSpy activated(&panel, &ExplanationPanel::portActivated);
    QCOMPARE(drawing->currentPort(), quint16(3155));
    QTest::keyClick(drawing, Qt::Key_Right);
    const quint16 next = drawing->currentPort();
    QVERIFY(next > 3155);
    QVERIFY(drawing->accessibleDescription().contains(QString::number(next)));
    QVERIFY(drawing->accessibleDescription().contains(QLatin1String("registered as")));
    QTest::keyClick(drawing, Qt::Key_Return);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().value<quint16>(), next);
    QTest::keyClick(drawing, Qt::Key_Left);
    QCOMPARE(drawing->currentPort(), quint16(3155));
    QTest::keyClick(drawing, Qt::Key_Home);
    QTest::keyClick(drawing, Qt::Key_Left);
    QVERIFY(drawing->currentPort() < 3155);
    panel.setListeningPorts({ 3155 });
    QVERIFY(drawing->describe(3155).contains(QLatin1String("something listens")));
    QTest::mouseClick(drawing, Qt::LeftButton, {}, QPoint(drawing->width() - 3, drawing->height() / 2));
    QCOMPARE(activated.size(), 2);
    QVERIFY(activated.last().first().value<quint16>() > 3155);
}

void InspectorPanelsTest::copiesCommands()
{
    ExplanationPanel panel(m_knowledge);
    panel.resize(400, 900);
    panel.show();
    panel.showPort(3155, Transport::Tcp);
    auto *copy = panel.findChild<QPushButton *>(QStringLiteral("copyCommand"));
    QVERIFY(copy);
    const QString before = copy->text();
    copy->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("3155")));
    QVERIFY(copy->text() != before);
}

void InspectorPanelsTest::showsTheProcess()
{
    ProcessPanel panel;
    QCOMPARE(panel.objectName(), QStringLiteral("process"));
    panel.resize(700, 300);
    panel.show();
    const ListenerPtr listener = test::listener(3155, test::updater(), { test::endpoint("0.0.0.0") });
    panel.showListener(listener, { listener });
    const QString identity = panel.findChild<TextBlock *>(QStringLiteral("processIdentity"))->toPlainText();
    QVERIFY2(identity.startsWith(QLatin1String("updater pid 4242")), qPrintable(identity));
    QVERIFY2(identity.contains(QLatin1String("11 min ago")), qPrintable(identity));
    const QString facts = panel.findChild<TextBlock *>(QStringLiteral("processFactText"))->toPlainText();
    QVERIFY(facts.contains(QLatin1String("/tmp/.cache/updater (deleted)")));
    QVERIFY(facts.contains(QLatin1String("./updater --listen 3155")));
    QStringList chain;
    for (const Chip *chip : panel.findChildren<Chip *>())
        chain += chip->text();
    QCOMPARE(chain, (QStringList { QStringLiteral("systemd 1"), QStringLiteral("gnome-shell 1902"),
                                   QStringLiteral("bash 4100"), QStringLiteral("updater 4242") }));
    for (const char *name : { "goToProcess", "revealFile", "copyDetails", "stop" })
        QVERIFY2(panel.findChild<QPushButton *>(QLatin1String(name))->isEnabled(), name);
}

void InspectorPanelsTest::goesToTheProcess()
{
    QWidget window;
    auto *panel = new ProcessPanel(&window);
    panel->resize(600, 300);
    window.resize(600, 300);
    panel->hide();
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const ListenerPtr listener = test::listener(3155, test::updater(), { test::endpoint("0.0.0.0") });
    panel->showListener(listener, { listener });
    panel->takeFocus();
    QVERIFY(panel->isVisible());
    QCOMPARE(window.focusWidget(), panel->findChild<TextBlock *>(QStringLiteral("processIdentity")));
}

void InspectorPanelsTest::activatesListeners()
{
    ProcessPanel panel;
    panel.resize(700, 300);
    panel.show();
    const ListenerPtr first = test::listener(3155, test::updater(), { test::endpoint("0.0.0.0") });
    const ListenerPtr second = test::listener(9000, first->owner, { test::endpoint("127.0.0.1") });
    panel.showListener(first, { second, first });
    auto *table = panel.findChild<QTableView *>(QStringLiteral("ownedListeners"));
    QCOMPARE(table->model()->rowCount(), 2);
    QSignalSpy activated(&panel, &ProcessPanel::listenerActivated);
    Q_EMIT table->activated(table->model()->index(1, 0));
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().value<ListenerKey>(), second->key);
}

void InspectorPanelsTest::drawsConnections()
{
    ProcessPanel panel;
    panel.resize(950, 400);
    panel.show();
    const ListenerPtr listener = test::listener(3155, test::updater(), { test::endpoint("0.0.0.0") });
    const ListenerPtr other = test::listener(9000, listener->owner, { test::endpoint("0.0.0.0") });
    panel.showListener(listener, { listener });
    auto *chart = panel.findChild<ConnectionChart *>(QStringLiteral("connectionChart"));
    QVERIFY(!chart->findChild<QChartView *>());
    const QDateTime now = QDateTime::currentDateTime();
    const auto details = [&](const ListenerPtr &of, int seconds, int count) {
        return FocusDetails { of, test::connections(of->port(), count), now.addSecs(seconds), {} };
    };
    panel.showDetails(details(listener, -20 * 60, 9)); // too old to be kept
    panel.showDetails(details(listener, -200, 2));
    panel.showDetails(details(listener, -199, 4));
    panel.showDetails(details(other, -100, 50)); // not shown, but kept
    panel.showDetails(details(listener, -1, 12));
    panel.showDetails(details(listener, 0, 11));

    const auto *view = chart->findChild<QChartView *>();
    QVERIFY(view);
    QCOMPARE(view->chart()->series().size(), 2); // a gap lies between
    int points = 0;
    double most = 0;
    for (const QAbstractSeries *series : view->chart()->series()) {
        for (const QPointF &point : static_cast<const QAreaSeries *>(series)->upperSeries()->points()) {
            ++points;
            most = std::max(most, point.y());
        }
    }
    QCOMPARE(points, 4);
    QCOMPARE(most, 12.0);
    QVERIFY2(chart->accessibleDescription().contains(QLatin1String("Now 11, least 2, most 12")),
             qPrintable(chart->accessibleDescription()));
    QCOMPARE(panel.findChild<QTableView *>(QStringLiteral("connections"))->model()->rowCount(), 11);
    QVERIFY(panel.findChild<QLabel *>(QStringLiteral("connectionCounts"))->text().startsWith(QLatin1String("11 ")));

    // What goes through them is drawn beside, once the kernel tells.
    FocusDetails busy = details(listener, 1, 11);
    busy.connections.traffic = Traffic { 2000, 5000000 };
    busy.connections.trafficTime = std::chrono::seconds(2);
    panel.showDetails(busy);
    QCOMPARE(view->chart()->series().size(), 4);
    QVERIFY(view->chart()->legend()->isVisible());
    QVERIFY2(chart->accessibleDescription().contains(QLatin1String("sent 2.5 MB/s")), qPrintable(chart->accessibleDescription()));
    QVERIFY(panel.findChild<QLabel *>(QStringLiteral("connectionCounts"))->text().contains(QLatin1String("received 1.0 kB/s")));

    panel.showListener(other, { other });
    QVERIFY(chart->accessibleDescription().contains(QLatin1String("Now 50")));
    QCOMPARE(panel.findChild<QTableView *>(QStringLiteral("connections"))->model()->rowCount(), 0);
}

void InspectorPanelsTest::groupsConnectionsByAddress()
{
    ProcessPanel panel;
    panel.resize(950, 400);
    panel.show();
    const ListenerPtr listener = test::listener(3155, test::updater(), { test::endpoint("0.0.0.0") });
    panel.showListener(listener, { listener });
    auto *counts = panel.findChild<QLabel *>(QStringLiteral("connectionCounts"));
    auto *note = panel.findChild<QLabel *>(QStringLiteral("connectionNote"));
    auto *empty = panel.findChild<QLabel *>(QStringLiteral("noConnections"));
    auto *grouping = panel.findChild<QComboBox *>(QStringLiteral("connectionGrouping"));
    auto *remotes = panel.findChild<QTableView *>(QStringLiteral("remoteAddresses"));
    QCOMPARE(counts->text(), QStringLiteral("Not read yet"));
    QVERIFY(!grouping->isVisible());

    FocusDetails details { listener, test::connections(3155, 0, 0), QDateTime::currentDateTime(), {} };
    panel.showDetails(details);
    QVERIFY(empty->isVisible());
    QCOMPARE(empty->text(), QStringLiteral("Nobody is connected now."));
    QCOMPARE(note->text(), QString());

    details.connections = test::connections(3155, 3, 0);
    details.connections.toListener = 50000;
    details.connections.byState[size_t(ConnectionState::Established)] = 49990;
    details.connections.byState[size_t(ConnectionState::CloseWait)] = 10;
    details.connections.remotes = { { test::address("10.0.0.9"), 49000, 48990 },
                                    { test::address("10.0.0.10"), 999, 999 },
                                    { test::address("::1"), 1, 1 } };
    details.connections.remoteAddresses = 3;
    details.connections.others.reset();
    details.slowedTo = std::chrono::milliseconds(1700);
    panel.showDetails(details);
    QVERIFY2(counts->text().contains(QLatin1String("49,990 established, 10 closed by the other side"))
                 || counts->text().contains(QLatin1String("49990 established, 10 closed by the other side")),
             qPrintable(counts->text()));
    for (const char *expected : { "are listed", "not counted", "Read every 2 s" })
        QVERIFY2(note->text().contains(QLatin1String(expected)), qPrintable(note->text()));

    grouping->setCurrentIndex(1);
    QVERIFY(remotes->isVisible());
    QVERIFY(!note->text().contains(QLatin1String("are listed")));
    const auto shown = [remotes] {
        QStringList result;
        for (int row = 0; row < remotes->model()->rowCount(); ++row)
            result += remotes->model()->index(row, RemoteAddressModel::AddressColumn).data().toString();
        return result;
    };
    QCOMPARE(shown(), (QStringList { QStringLiteral("10.0.0.9"), QStringLiteral("10.0.0.10"), QStringLiteral("::1") }));
    remotes->sortByColumn(RemoteAddressModel::AddressColumn, Qt::DescendingOrder);
    QCOMPARE(shown(), (QStringList { QStringLiteral("::1"), QStringLiteral("10.0.0.10"), QStringLiteral("10.0.0.9") }));
    remotes->selectRow(1);
    remotes->setFocus();
    QTest::keyClick(remotes, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("10.0.0.10\t999\t999\n"));

    details.connections = {};
    details.connections.coverage = ConnectionCoverage::Unreadable;
    panel.showDetails(details);
    QVERIFY(empty->isVisible() && empty->text().contains(QLatin1String("another network namespace")));
    const QString chart = panel.findChild<ConnectionChart *>()->accessibleDescription();
    QVERIFY2(chart.contains(QLatin1String("most 50000")), qPrintable(chart));
}

void InspectorPanelsTest::saysWhyItRuns()
{
    ProcessPanel panel;
    panel.resize(700, 300);
    panel.show();
    ProcessInfo info = *test::updater()->leader();
    info.terminal = QStringLiteral("pts/2");
    info.ancestors.first().user = info.user;
    info.ancestors.first().terminal = info.terminal;
    info.ancestors.first().startedAt = QDateTime::currentDateTime().addSecs(-3600);
    Owner owner = *test::updater();
    owner.processes = { std::make_shared<ProcessInfo>(info) };
    const ListenerPtr listener = test::listener(3155, std::make_shared<Owner>(owner), { test::endpoint("0.0.0.0") });
    panel.showListener(listener, { listener });
    const QString text = panel.findChild<TextBlock *>(QStringLiteral("processWhyText"))->toPlainText();
    for (const char *expected : { "alice started it from the desktop. (inferred)", "systemd 1", "gnome-shell 1902",
                                  "bash 4100 \u00b7 since ", "(1 h ago)", "A shell on the terminal pts/2. (inferred)",
                                  "updater 4242", "(observed)" })
        QVERIFY2(text.contains(QString::fromUtf8(expected)), qPrintable(text));
    panel.findChild<QPushButton *>(QStringLiteral("copyDetails"))->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("A shell on the terminal pts/2.")));
    panel.showListener(test::listener(1, test::unowned(OwnerReason::OtherUser), { test::endpoint("::1") }), {});
    QVERIFY(panel.findChild<TextBlock *>(QStringLiteral("processWhyText"))->toPlainText().contains(QLatin1String("Belongs to the user root")));
}

void InspectorPanelsTest::keepsConnectionRows()
{
    ConnectionModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QRandomGenerator random(3155);
    const QList<Connection> all = test::connections(3155, 60).connections;
    for (int round = 0; round < 200; ++round) {
        QList<Connection> some;
        for (Connection connection : all) {
            if (random.bounded(3) == 0)
                continue;
            connection.state = ConnectionState(random.bounded(10));
            some.append(connection);
        }
        std::shuffle(some.begin(), some.end(), random);
        model.setRows(some + some.mid(0, 2));
        QCOMPARE(model.rowCount(), int(some.size()));
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(some.contains(model.rowAt(row)));
    }
    QCOMPARE(reset.size(), 0);
    auto with = test::connections(1, 2).connections;
    with[0].remoteAddress = test::address("10.0.0.9");
    with[1].remoteAddress = test::address("10.0.0.10");
    QVERIFY(ConnectionModel::lessThan(with[0], with[1], ConnectionModel::RemoteColumn));
}

void InspectorPanelsTest::keepsListenerRows()
{
    OwnedListenersModel model;
    HoldersModel holders;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester holderTester(&holders, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QRandomGenerator random(22);
    for (int round = 0; round < 200; ++round) {
        QList<ListenerPtr> some;
        QList<ProcessPtr> processes;
        for (quint16 port = 1; port < 40; ++port) {
            if (random.bounded(2) == 0)
                some.append(test::listener(port, test::updater(), { test::endpoint("::1") }));
            if (random.bounded(2) == 0)
                processes.append(test::process(port, QStringLiteral("worker")));
        }
        std::shuffle(some.begin(), some.end(), random);
        model.setListeners(some);
        holders.setProcesses(processes);
        QCOMPARE(model.rowCount(), int(some.size()));
        QCOMPARE(holders.rowCount(), int(processes.size()));
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(model.listenerAt(row - 1)->key < model.listenerAt(row)->key);
    }
    QCOMPARE(reset.size(), 0);
}

QTEST_MAIN(InspectorPanelsTest)
#include "inspector_panels_test.moc"
