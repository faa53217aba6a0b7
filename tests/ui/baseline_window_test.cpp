// SPDX-License-Identifier: GPL-3.0-or-later
// Accepting as normal through the real window: real sockets of real programs, a real file.
#include "baseline/accept_dialog.h"
#include "baseline/baseline_dialog.h"
#include "baseline/baseline_model.h"
#include "baseline/baseline_store.h"
#include "baseline/message_bar.h"
#include "listeners/empty_page.h"
#include "listeners/filter_field.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"
#include "main_window.h"

#include <QAction>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace portolan;

namespace {

constexpr int patience = 20000;

/// Holds a socket until it goes.
class Holder
{
public:
    Holder(const QString &program, const QString &socket)
    {
        m_process.start(program, { socket });
        if (m_process.waitForReadyRead())
            port = static_cast<quint16>(QJsonDocument::fromJson(m_process.readLine()).object()[QLatin1String("sockets")][0][QLatin1String("port")].toInt());
    }
    ~Holder()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    quint16 port = 0;

private:
    QProcess m_process;
};

} // namespace

class BaselineWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void acceptsAndTakesBack();
    void tellsWhatIsNewAndWhatChanged();
    void otherBytesAreAChange();
    void showsWhatWasAccepted();
    void theMenuAcceptsTheSelection();
    void theVerdictOffersIt();
    void undoIsOfferedForTheLastChangeOnly();
    void withoutABaselineItTeaches();

private:
    [[nodiscard]] QAction *action(const char *name) const { return m_window->findChild<QAction *>(QLatin1String(name)); }
    [[nodiscard]] AssessmentPtr assessmentAt(quint16 port) const;
    [[nodiscard]] bool isState(quint16 port, BaselineState state) const
    {
        const AssessmentPtr assessment = assessmentAt(port);
        return assessment && assessment->baseline && assessment->baseline->state == state;
    }
    [[nodiscard]] MessageBar *message() const { return m_window->findChild<MessageBar *>(); }
    void select(quint16 port);
    void acceptWhole();
    void filter(const QString &text);
    [[nodiscard]] QSet<quint16> shownPorts() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<BaselineStore> m_store;
    std::unique_ptr<MainWindow> m_window;
    QString m_first; ///< two programs that differ in nothing but their names
    QString m_second;
};

void BaselineWindowTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
    m_first = m_folder->filePath(QStringLiteral("first"));
    m_second = m_folder->filePath(QStringLiteral("second"));
    QVERIFY(QFile::copy(QStringLiteral(LISTENER_FIXTURE), m_first) && QFile::copy(QStringLiteral(LISTENER_FIXTURE), m_second));
    m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
    m_monitor = std::make_unique<Monitor>(&systemSources, Knowledge::builtIn());
    m_store = std::make_unique<BaselineStore>(m_folder->filePath(QStringLiteral("portolan/baseline.json")));
    m_window = std::make_unique<MainWindow>(Knowledge::builtIn(), m_monitor.get(), m_settings.get());
    m_window->setBaseline(m_store.get());
    m_store->load();
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_monitor->setInterval(Monitor::minimumInterval);
    m_monitor->start();
    QTRY_VERIFY(m_window->listenersView()->snapshot());
}

void BaselineWindowTest::cleanup()
{
    m_window.reset();
    m_store.reset();
    m_monitor.reset();
    m_settings.reset();
    m_folder.reset();
}

AssessmentPtr BaselineWindowTest::assessmentAt(quint16 port) const
{
    const ListenersView *view = m_window->listenersView();
    for (const ListenerPtr &listener : view->snapshot()->listeners) {
        if (listener->port() == port)
            return view->assessmentOf(listener->key);
    }
    return nullptr;
}

void BaselineWindowTest::select(quint16 port)
{
    QTRY_VERIFY_WITH_TIMEOUT(assessmentAt(port), patience);
    QVERIFY(m_window->listenersView()->table()->selectPort(port));
    m_window->listenersView()->table()->setFocus();
}

void BaselineWindowTest::filter(const QString &text)
{
    m_window->filterField()->setText(text);
    m_window->filterField()->applyNow();
}

QSet<quint16> BaselineWindowTest::shownPorts() const
{
    QSet<quint16> ports;
    for (const ListenerPtr &listener : m_window->listenersView()->filteredListeners())
        ports.insert(listener->port());
    return ports;
}

void BaselineWindowTest::acceptWhole()
{
    action("acceptWhatIsHere")->trigger();
    QPointer<AcceptDialog> dialog = m_window->findChild<AcceptDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(QStringLiteral("acceptConfirm"))->click();
    QTRY_VERIFY(!dialog);
    QTRY_VERIFY(m_store->isIdle());
}

void BaselineWindowTest::acceptsAndTakesBack()
{
    const Holder stranger(m_first, QStringLiteral("tcp4:0.0.0.0:0"));
    QVERIFY(stranger.port > 0);
    select(stranger.port);
    const Verdict before = assessmentAt(stranger.port)->verdict;
    QVERIFY(before != Verdict::Explained);
    QTest::keyClick(m_window->listenersView()->table(), Qt::Key_B, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isState(stranger.port, BaselineState::Accepted), patience);
    QCOMPARE(assessmentAt(stranger.port)->verdict, Verdict::Explained);
    QVERIFY2(message()->text().contains(QStringLiteral("%1/tcp first is accepted as normal").arg(stranger.port)), qPrintable(message()->text()));
    QVERIFY(!action("acceptAsNormal")->isEnabled());
    QTRY_VERIFY(m_store->isIdle());
    QCOMPARE(readBaseline(m_folder->filePath(QStringLiteral("portolan/baseline.json"))).baseline->accepted().size(), 1);

    QTest::mouseClick(message()->findChild<QPushButton *>(QStringLiteral("messageAction")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!assessmentAt(stranger.port)->baseline, patience);
    QCOMPARE(assessmentAt(stranger.port)->verdict, before);
    QVERIFY(message()->text().isEmpty());
    QVERIFY(m_store->baseline()->isEmpty());
    action("redoAccepting")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isState(stranger.port, BaselineState::Accepted), patience);
}

void BaselineWindowTest::tellsWhatIsNewAndWhatChanged()
{
    auto accepted = std::make_unique<Holder>(m_first, QStringLiteral("tcp4:0.0.0.0:0"));
    const quint16 port = accepted->port;
    QTRY_VERIFY_WITH_TIMEOUT(assessmentAt(port), patience);
    action("acceptWhatIsHere")->trigger();
    QPointer<AcceptDialog> dialog = m_window->findChild<AcceptDialog *>();
    QVERIFY(dialog);
    // What calls for a look is listed and not accepted by itself.
    const bool doubtful = assessmentAt(port)->verdict == Verdict::Investigate;
    auto *list = dialog->findChild<QListWidget *>(QStringLiteral("acceptDoubtful"));
    QCOMPARE(list != nullptr, doubtful);
    for (int i = 0; list && i < list->count(); ++i) {
        QCOMPARE(list->item(i)->checkState(), Qt::Unchecked);
        list->item(i)->setCheckState(Qt::Checked);
    }
    dialog->findChild<QPushButton *>(QStringLiteral("acceptConfirm"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(isState(port, BaselineState::Accepted), patience);

    const Holder come(m_second, QStringLiteral("tcp4:127.0.0.1:0"));
    QTRY_VERIFY_WITH_TIMEOUT(isState(come.port, BaselineState::NotInBaseline), patience);
    QTRY_VERIFY(m_window->listenersView()->summary()->countsText().contains(QLatin1String("new since the baseline")));
    filter(QStringLiteral("is:new"));
    QTRY_VERIFY(shownPorts().contains(come.port) && !shownPorts().contains(port));

    // The same program closes and opens: no change. Another one in its place is.
    accepted.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!assessmentAt(port), patience);
    accepted = std::make_unique<Holder>(m_first, QStringLiteral("tcp4:0.0.0.0:%1").arg(port));
    QTRY_VERIFY_WITH_TIMEOUT(isState(port, BaselineState::Accepted), patience);
    accepted.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!assessmentAt(port), patience);
    const Holder other(m_second, QStringLiteral("tcp4:0.0.0.0:%1").arg(port));
    QCOMPARE(other.port, port);
    QTRY_VERIFY_WITH_TIMEOUT(isState(port, BaselineState::Changed), patience);
    QTRY_VERIFY2(message()->text().contains(QStringLiteral("%1/tcp second: You accepted the port while another program held it").arg(port)), qPrintable(message()->text()));
    QCOMPARE(assessmentAt(port)->verdict, Verdict::Investigate);
    QVERIFY(m_window->listenersView()->summary()->countsText().contains(QLatin1String("changed since accepted")));
    QTest::mouseClick(message()->findChild<QPushButton *>(QStringLiteral("messageAction")), Qt::LeftButton);
    QCOMPARE(m_window->filterField()->text(), QStringLiteral("is:changed"));
    QTRY_VERIFY(shownPorts().contains(port) && !shownPorts().contains(come.port));
    // Accepted as it is, it is the one that counts.
    select(port);
    action("acceptAsNormal")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isState(port, BaselineState::Accepted), patience);
}

void BaselineWindowTest::otherBytesAreAChange()
{
    auto holder = std::make_unique<Holder>(m_first, QStringLiteral("tcp4:127.0.0.1:0"));
    const quint16 port = holder->port;
    const auto digest = [this, port] {
        for (const ListenerPtr &listener : m_window->listenersView()->snapshot()->listeners) {
            if (listener->port() == port && listener->owner->program)
                return listener->owner->program->digest;
        }
        return QByteArray();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!digest().isEmpty(), patience);
    select(port);
    action("acceptAsNormal")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isState(port, BaselineState::Accepted), patience);
    holder.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!assessmentAt(port), patience);
    // What stands behind an executable's end is never run.
    QFile program(m_first);
    QVERIFY(program.open(QIODevice::Append) && program.write("x") == 1);
    program.close();
    holder = std::make_unique<Holder>(m_first, QStringLiteral("tcp4:127.0.0.1:%1").arg(port));
    QTRY_VERIFY_WITH_TIMEOUT(isState(port, BaselineState::Changed), patience);
    QCOMPARE(assessmentAt(port)->baseline->changes, BaselineChanges(BaselineChange::Bytes));
    QTRY_VERIFY2(message()->text().contains(QLatin1String("file is not the one that you accepted")), qPrintable(message()->text()));
}

void BaselineWindowTest::showsWhatWasAccepted()
{
    auto holder = std::make_unique<Holder>(m_first, QStringLiteral("tcp4:127.0.0.1:0"));
    const quint16 port = holder->port;
    select(port);
    action("acceptAsNormal")->trigger();
    QTRY_VERIFY(m_store->isIdle());
    action("showBaseline")->trigger();
    auto *dialog = m_window->findChild<BaselineDialog *>();
    QVERIFY(dialog);
    auto *table = dialog->findChild<QTableView *>(QStringLiteral("baselineTable"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    const auto cell = [table](BaselineColumn column) { return table->model()->index(0, static_cast<int>(column)).data().toString(); };
    QCOMPARE(cell(BaselineColumn::Port), QString::number(port));
    QCOMPARE(cell(BaselineColumn::Program), m_first);
    QTRY_COMPARE_WITH_TIMEOUT(cell(BaselineColumn::State), QStringLiteral("✓ here"), patience);
    holder.reset();
    QTRY_COMPARE_WITH_TIMEOUT(cell(BaselineColumn::State), QStringLiteral("– not here"), patience);

    table->selectAll();
    QTest::keyClick(table, Qt::Key_Delete);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("baselineEmpty"))->isVisible());
    dialog->findChild<QPushButton *>(QStringLiteral("baselineUndo"))->click();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    dialog->findChild<QPushButton *>(QStringLiteral("baselineRedo"))->click();
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QTRY_VERIFY(m_store->isIdle());
    // An earlier baseline is still there to go back to.
    auto *back = dialog->findChild<QPushButton *>(QStringLiteral("baselineGoBack"));
    QTRY_VERIFY(back->isEnabled());
    QTRY_VERIFY(!back->menu()->isEmpty());
    QVERIFY2(back->menu()->actions().first()->text().contains(QLatin1String("1 listener")), qPrintable(back->menu()->actions().first()->text()));
    back->menu()->actions().first()->trigger();
    QTRY_COMPARE(table->model()->rowCount(), 1);
}

void BaselineWindowTest::theMenuAcceptsTheSelection()
{
    const Holder one(m_first, QStringLiteral("tcp4:127.0.0.1:0"));
    const Holder two(m_second, QStringLiteral("tcp4:127.0.0.1:0"));
    QTRY_VERIFY_WITH_TIMEOUT(assessmentAt(one.port) && assessmentAt(two.port), patience);
    filter(QStringLiteral("port:%1,%2").arg(one.port).arg(two.port));
    ListenerTable *table = m_window->listenersView()->table();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    table->setCurrentIndex(table->model()->index(0, 0));
    table->selectAll();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint(), Qt::NoModifier);
    QCoreApplication::sendEvent(table->viewport(), &event);
    auto *menu = table->findChild<QMenu *>();
    QVERIFY(menu);
    QAction *accept = menu->findChild<QAction *>(QStringLiteral("acceptAction"));
    QVERIFY(accept && accept->isEnabled());
    QCOMPARE(accept->text(), QStringLiteral("Accept 2 listener(s) as normal"));
    accept->trigger();
    menu->close();
    QTRY_VERIFY_WITH_TIMEOUT(isState(one.port, BaselineState::Accepted) && isState(two.port, BaselineState::Accepted), patience);
    QCOMPARE(m_store->baseline()->accepted().size(), 2);
}

void BaselineWindowTest::theVerdictOffersIt()
{
    const Holder stranger(m_first, QStringLiteral("tcp4:0.0.0.0:0"));
    select(stranger.port);
    const auto button = [this]() -> QPushButton * {
        for (QPushButton *one : m_window->findChildren<QPushButton *>()) {
            if (one->isVisible() && one->accessibleName() == QLatin1String("Accept as normal"))
                return one;
        }
        return nullptr;
    };
    QTRY_VERIFY(button());
    button()->click();
    QTRY_VERIFY_WITH_TIMEOUT(isState(stranger.port, BaselineState::Accepted), patience);
    QTRY_VERIFY(!button());
}

void BaselineWindowTest::undoIsOfferedForTheLastChangeOnly()
{
    const Holder stranger(m_first, QStringLiteral("tcp4:127.0.0.1:0"));
    select(stranger.port);
    action("acceptAsNormal")->trigger();
    QVERIFY(!message()->text().isEmpty());
    m_store->remove(m_store->baseline()->accepted());
    QVERIFY(message()->text().isEmpty());
}

void BaselineWindowTest::withoutABaselineItTeaches()
{
    filter(QStringLiteral("is:new"));
    QTRY_VERIFY(m_window->listenersView()->emptyPage()->text().contains(QLatin1String("accepted")));
    filter({});
    QVERIFY(!m_window->listenersView()->summary()->countsText().contains(QLatin1String("baseline")));
    action("showBaseline")->trigger();
    auto *dialog = m_window->findChild<BaselineDialog *>();
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("baselineEmpty"))->isVisible());
    QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("baselineGoBack"))->isEnabled());
    QPointer<BaselineDialog> closed = dialog;
    dialog->close();
    QTRY_VERIFY(!closed);
    acceptWhole();
    QVERIFY(m_store->baseline()->wholeAt().isValid());
}

QTEST_MAIN(BaselineWindowTest)
#include "baseline_window_test.moc"
