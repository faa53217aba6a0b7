// SPDX-License-Identifier: GPL-3.0-or-later
// Saving, opening and comparing snapshots in the real window, with real sockets and files.
#include "baseline/baseline_store.h"
#include "baseline/message_bar.h"
#include "compare/compare_view.h"
#include "compare/moment_dialog.h"
#include "compare/picture_chooser.h"
#include "compare/snapshot_bar.h"
#include "history/history_store.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"
#include "main_window.h"
#include "report/snapshot_reader.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace portolan;

namespace {

constexpr int patience = 20000;

bool put(const QString &fileName, const QByteArray &bytes)
{
    QFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

QByteArray bytesOf(const QString &fileName)
{
    QFile file(fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class SnapshotWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void opensWhatItSavedAndGoesBack();
    void saysWhatIsWrongWithAFile_data();
    void saysWhatIsWrongWithAFile();
    void goesLiveFromAFile();
    void opensADroppedFile();
    void hostileSnapshotsStayText();
    void comparesNowWithTheBaseline();
    void comparesFiles();
    void comparesWithAMoment();
    void teachesWithoutABaseline();

private:
    [[nodiscard]] QAction *action(const char *name) const { return m_window->findChild<QAction *>(QLatin1String(name)); }
    template<class Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QLatin1String(name));
    }
    [[nodiscard]] SnapshotBar *bar() const { return m_window->findChild<SnapshotBar *>(); }
    [[nodiscard]] CompareView *compareView() const { return m_window->findChild<CompareView *>(); }
    [[nodiscard]] QString error() const { return find<QLabel>("error")->isVisible() ? find<QLabel>("error")->text() : QString(); }
    [[nodiscard]] bool shows(quint16 port) const
    {
        const SnapshotPtr &snapshot = m_window->listenersView()->snapshot();
        return std::ranges::any_of(snapshot->listeners, [port](const ListenerPtr &one) { return one->port() == port; });
    }
    /// As the dialog does when a person chooses the file.
    void choose(const char *dialogName, const QString &fileName)
    {
        auto *dialog = find<QFileDialog>(dialogName);
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(fileName);
        dialog->close();
    }
    QString save(const char *name);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<BaselineStore> m_store;
    std::unique_ptr<MainWindow> m_window;
};

void SnapshotWindowTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
    m_monitor = std::make_unique<Monitor>(&systemSources, Knowledge::builtIn());
    m_store = std::make_unique<BaselineStore>(m_folder->filePath(QStringLiteral("portolan/baseline.json")));
    m_window = std::make_unique<MainWindow>(Knowledge::builtIn(), m_monitor.get(), m_settings.get());
    m_window->setBaseline(m_store.get());
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_monitor->setInterval(Monitor::minimumInterval);
    m_monitor->start();
    QTRY_VERIFY(m_window->listenersView()->snapshot());
}

void SnapshotWindowTest::cleanup()
{
    m_window.reset();
    m_store.reset();
    m_monitor.reset();
    m_settings.reset();
    m_folder.reset();
}

QString SnapshotWindowTest::save(const char *name)
{
    const QString fileName = m_folder->filePath(QLatin1String(name));
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    choose("saveSnapshotDialog", fileName);
    const auto written = [&fileName] { return QFileInfo(fileName).size() > 0; };
    return QTest::qWaitFor(written, patience) ? fileName : QString();
}

void SnapshotWindowTest::opensWhatItSavedAndGoesBack()
{
    auto server = std::make_unique<QTcpServer>();
    QVERIFY(server->listen(QHostAddress::LocalHost));
    const quint16 port = server->serverPort();
    QTRY_VERIFY_WITH_TIMEOUT(shows(port), patience);
    const QString file = save("a.portolan.json");
    QVERIFY(!file.isEmpty());
    QTRY_VERIFY(m_window->findChild<MessageBar *>()->text().contains(QLatin1String("a.portolan.json")));
    QVERIFY(bar()->text().isEmpty());
    server.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!shows(port), patience);

    QTest::keyClick(m_window.get(), Qt::Key_O, Qt::ControlModifier);
    choose("openSnapshotDialog", file);
    QTRY_VERIFY_WITH_TIMEOUT(shows(port), patience);
    QVERIFY2(bar()->text().contains(QLatin1String("a.portolan.json")) && bar()->text().contains(QLatin1String("not what is here now")), qPrintable(bar()->text()));
    QVERIFY(m_window->windowTitle().contains(QLatin1String("a.portolan.json")));
    QVERIFY(m_window->listenersView()->summary()->pictureText().contains(QLatin1String("not live")));
    QVERIFY(!find<QPushButton>("pause")->isEnabled());
    QVERIFY(!action("acceptWhatIsHere")->isEnabled());
    // The whole window shows it, and nothing of it can be stopped.
    QVERIFY(m_window->listenersView()->table()->selectPort(port));
    QTRY_VERIFY(!find<QPushButton>("stop")->isEnabled());
    // What the monitor brings meanwhile is not shown.
    QTcpServer later;
    QVERIFY(later.listen(QHostAddress::LocalHost));
    QSignalSpy sampled(m_window.get(), &MainWindow::sampled);
    QTRY_VERIFY_WITH_TIMEOUT(sampled.size() > 2, patience);
    QVERIFY(shows(port) && !shows(later.serverPort()));

    QTest::mouseClick(find<QPushButton>("backToLive"), Qt::LeftButton);
    QVERIFY(bar()->text().isEmpty());
    QCOMPARE(m_window->windowTitle(), QStringLiteral("Portolan"));
    QTRY_VERIFY_WITH_TIMEOUT(!shows(port) && shows(later.serverPort()), patience);
    QVERIFY(find<QPushButton>("pause")->isEnabled());
    later.close();
    QTRY_VERIFY_WITH_TIMEOUT(!shows(later.serverPort()), patience);
}

void SnapshotWindowTest::saysWhatIsWrongWithAFile_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("not JSON") << QByteArray("\x89PNG\r\n") << QStringLiteral("JSON");
    QTest::newRow("truncated") << QByteArray(R"({"format": "portolan.snapshot", "version": 1, "listeners": [{"po)") << QStringLiteral("JSON");
    QTest::newRow("deep") << QByteArray(10000, '[') << QStringLiteral("JSON");
    QTest::newRow("from the future") << QByteArray(R"({"format": "portolan.snapshot", "version": 99})") << QStringLiteral("newer Portolan");
    QTest::newRow("something else") << QByteArray("{}") << QStringLiteral("not a snapshot");
}

void SnapshotWindowTest::saysWhatIsWrongWithAFile()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, mentions);
    const QString file = m_folder->filePath(QStringLiteral("x.json"));
    QVERIFY(put(file, bytes));
    m_window->openSnapshot(file);
    QTRY_VERIFY_WITH_TIMEOUT(!error().isEmpty(), patience);
    QVERIFY2(error().contains(mentions) && error().contains(QLatin1String("x.json")), qPrintable(error()));
    // What is here now stays.
    QVERIFY(bar()->text().isEmpty());
    QVERIFY(find<QPushButton>("pause")->isEnabled());
}

void SnapshotWindowTest::goesLiveFromAFile()
{
    // As the program starts with a file: nothing is watched until the person wants it.
    for (const bool whole : { true, false }) {
        const QString name = m_folder->filePath(QStringLiteral("b.json"));
        QVERIFY(put(name, whole ? QByteArray(R"({"format": "portolan.snapshot", "version": 1, "listeners": []})") : QByteArray("{")));
        Monitor monitor(&systemSources, Knowledge::builtIn());
        MainWindow window(Knowledge::builtIn(), &monitor, m_settings.get());
        window.setBaseline(m_store.get());
        window.show();
        window.openSnapshot(name);
        auto *strip = window.findChild<SnapshotBar *>();
        QTRY_VERIFY_WITH_TIMEOUT(strip->text().contains(QLatin1String(whole ? "not what is here now" : "is not shown")), patience);
        QTRY_COMPARE_WITH_TIMEOUT(window.findChild<QLabel *>(QStringLiteral("error"))->isVisible(), !whole, patience);
        connect(&window, &MainWindow::liveWanted, &monitor, &Monitor::start);
        strip->findChild<QPushButton *>(QStringLiteral("backToLive"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.listenersView()->snapshot() && window.listenersView()->snapshot()->backend != Backend::File, patience);
        QVERIFY(strip->text().isEmpty());
    }
}

void SnapshotWindowTest::opensADroppedFile()
{
    const QString file = save("dropped.portolan.json");
    QVERIFY(!file.isEmpty());
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(file) });
    QDragEnterEvent enter(QPoint(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QCoreApplication::sendEvent(m_window.get(), &enter) && enter.isAccepted());
    QDropEvent drop(QPointF(20, 20), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QCoreApplication::sendEvent(m_window.get(), &drop));
    QTRY_VERIFY_WITH_TIMEOUT(bar()->text().contains(QLatin1String("dropped.portolan.json")), patience);

    QMimeData link;
    link.setUrls({ QUrl(QStringLiteral("https://example.org/x.json")) });
    QDragEnterEvent refused(QPoint(20, 20), Qt::CopyAction, &link, Qt::LeftButton, Qt::NoModifier);
    refused.ignore();
    QCoreApplication::sendEvent(m_window.get(), &refused);
    QVERIFY(!refused.isAccepted());
}

void SnapshotWindowTest::hostileSnapshotsStayText()
{
    const QString file = m_folder->filePath(QStringLiteral("<b>x.json"));
    QVERIFY(put(file, R"({"format": "portolan.snapshot", "version": 1, "takenAt": "2026-01-01T00:00:00Z", "host": {"name": "<img src=x>"}, "listeners": [
        {"transport": "tcp", "port": 3155, "endpoints": [{"address": "0.0.0.0"}], "verdict": "investigate",
         "owner": {"attribution": "observed", "processes": [{"pid": 1, "name": "<script>\u202e\u0007", "executable": "/tmp/<b>"}]}}]})"));
    m_window->openSnapshot(file);
    QTRY_VERIFY_WITH_TIMEOUT(bar()->text().contains(QLatin1String("<b>x.json")), patience);
    QVERIFY(bar()->text().contains(QLatin1String("<img src=x>")));
    auto *label = find<QLabel>("snapshotText");
    QCOMPARE(label->textFormat(), Qt::PlainText);
    m_window->showPort(3155);
    // In the comparison too.
    compareView()->compareWithFile(file);
    m_window->showView(QStringLiteral("compare"));
    QTRY_VERIFY_WITH_TIMEOUT(compareView()->plainText().contains(QLatin1String("3155/tcp <script>")), patience);
    QVERIFY(!compareView()->plainText().contains(QChar(0x202e)) && !compareView()->plainText().contains(QChar(7)));
}

void SnapshotWindowTest::comparesNowWithTheBaseline()
{
    auto server = std::make_unique<QTcpServer>();
    QVERIFY(server->listen(QHostAddress::LocalHost));
    const quint16 gone = server->serverPort();
    QTRY_VERIFY_WITH_TIMEOUT(shows(gone), patience);
    QList<Acceptance> all;
    for (const ListenerPtr &listener : m_window->listenersView()->snapshot()->listeners)
        all += Acceptance { listener, m_window->listenersView()->assessmentOf(listener->key) };
    m_store->acceptWhole(all);
    m_window->showView(QStringLiteral("compare"));
    QTRY_VERIFY_WITH_TIMEOUT(compareView()->sentence().startsWith(QLatin1String("Since the baseline of")), patience);

    QTcpServer come;
    QVERIFY(come.listen(QHostAddress::Any));
    server.reset();
    const auto line = [](char sign, quint16 port) { return QLatin1Char(sign) + QStringLiteral(" %1/tcp").arg(port); };
    QTRY_VERIFY_WITH_TIMEOUT(compareView()->plainText().contains(line('+', come.serverPort())) && compareView()->plainText().contains(line('-', gone)), patience);
    QVERIFY2(compareView()->sentence().contains(QLatin1String("opened")) && compareView()->sentence().contains(QLatin1String("closed")),
             qPrintable(compareView()->sentence()));

    auto *table = find<QTableView>("comparison");
    const QAbstractItemModelTester tester(table->model());
    find<QLineEdit>("compareFilter")->setText(QStringLiteral("port:%1").arg(come.serverPort()));
    QCOMPARE(table->model()->rowCount(), 1);
    QVERIFY(!compareView()->plainText().contains(line('-', gone)));
    find<QPushButton>("compareCopy")->click();
    QVERIFY(QGuiApplication::clipboard()->text().contains(line('+', come.serverPort())));
    find<QPushButton>("compareSave")->click();
    const QString json = m_folder->filePath(QStringLiteral("c.json"));
    choose("compareSaveDialog", json);
    QTRY_VERIFY_WITH_TIMEOUT(QJsonDocument::fromJson(bytesOf(json)).object()[QLatin1String("opened")].toArray().size() == 1, patience);
    find<QLineEdit>("compareFilter")->setText(QStringLiteral("port:"));
    QVERIFY(find<QLabel>("compareFilterError")->isVisible());
    find<QLineEdit>("compareFilter")->clear();

    // Going to the port: by keyboard, in the listening view.
    compareView()->showPort(come.serverPort());
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_VERIFY(m_window->listenersView()->isVisible());
    QCOMPARE(m_window->listenersView()->table()->currentListener()->port(), come.serverPort());
}

void SnapshotWindowTest::comparesFiles()
{
    const QByteArray before = R"({"format": "portolan.snapshot", "version": 1, "takenAt": "2026-01-01T00:00:00Z", "collector": {"completeness": "complete"}, "listeners": [
        {"transport": "tcp", "port": 80, "endpoints": [{"address": "127.0.0.1"}], "verdict": "expected", "owner": {"attribution": "observed", "processes": [{"pid": 1, "name": "nginx", "executable": "/usr/sbin/nginx"}]}},
        {"transport": "tcp", "port": 22, "endpoints": [{"address": "0.0.0.0"}], "verdict": "expected", "owner": {"attribution": "observed", "processes": [{"pid": 2, "name": "sshd", "executable": "/usr/sbin/sshd"}]}}]})";
    QByteArray after = before;
    after.replace("127.0.0.1", "0.0.0.0").replace("/usr/sbin/sshd", "/tmp/sshd").replace("2026-01-01", "2026-02-02");
    const QString first = m_folder->filePath(QStringLiteral("first.json"));
    const QString second = m_folder->filePath(QStringLiteral("second.json"));
    QVERIFY(put(first, before) && put(second, after));
    m_window->showView(QStringLiteral("compare"));
    auto *earlier = find<PictureChooser>("compareEarlier");
    auto *later = find<PictureChooser>("compareLater");
    Q_EMIT earlier->fileWanted();
    choose("compareFileDialog", first);
    QTRY_VERIFY_WITH_TIMEOUT(earlier->currentText().contains(QLatin1String("first.json")), patience);
    QTRY_VERIFY(!find<QFileDialog>("compareFileDialog"));
    Q_EMIT later->fileWanted();
    choose("compareFileDialog", second);
    QTRY_VERIFY_WITH_TIMEOUT(compareView()->sentence().contains(QLatin1String("1 port(s) got another owner and 1 port(s) can be reached by more of the world")),
                             patience);
    QVERIFY(compareView()->plainText().contains(QLatin1String("was held by sshd")));
    find<QPushButton>("compareSwap")->click();
    QTRY_VERIFY_WITH_TIMEOUT(compareView()->sentence().contains(QLatin1String("less of the world")), patience);
    // Without differences it says so.
    later->add(earlier->chosen(), true);
    Q_EMIT later->picked();
    QTRY_VERIFY_WITH_TIMEOUT(compareView()->sentence().contains(QLatin1String("nothing changed")), patience);
    QVERIFY(find<QLabel>("compareEmpty")->isVisible());
}

void SnapshotWindowTest::comparesWithAMoment()
{
    HistoryStore history(m_folder->filePath(QStringLiteral("history.sqlite")));
    m_window->setHistory(&history);
    auto server = std::make_unique<QTcpServer>();
    QVERIFY(server->listen(QHostAddress::LocalHost));
    const quint16 port = server->serverPort();
    QSignalSpy grew(&history, &HistoryStore::grew);
    QTRY_VERIFY_WITH_TIMEOUT(shows(port), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!grew.isEmpty(), patience);
    // The history tells moments apart by the millisecond, the dialog by the minute.
    const QDateTime then = QDateTime::currentDateTimeUtc();
    server.reset();
    QTRY_VERIFY_WITH_TIMEOUT(!shows(port), patience);
    m_window->showView(QStringLiteral("compare"));
    Q_EMIT find<PictureChooser>("compareEarlier")->momentWanted();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<MomentDialog *>(), patience);
    auto *dialog = m_window->findChild<MomentDialog *>();
    QVERIFY(dialog->findChild<QPushButton *>(QStringLiteral("momentCompare"))->isVisible());
    Q_EMIT dialog->chosen(then);
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(compareView()->plainText().contains(QStringLiteral("- %1/tcp").arg(port)), patience);
    QVERIFY2(compareView()->sentence().contains(QLatin1String("closed")), qPrintable(compareView()->sentence()));
    m_window.reset();
}

void SnapshotWindowTest::teachesWithoutABaseline()
{
    m_window->showView(QStringLiteral("compare"));
    QTRY_VERIFY(find<QLabel>("compareEmpty")->text().contains(QLatin1String("Accept what is here now")));
    QVERIFY(!find<QPushButton>("compareSave")->isEnabled());
}

QTEST_MAIN(SnapshotWindowTest)
#include "snapshot_window_test.moc"
