// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeners/empty_page.h"
#include "listeners/filter_field.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"
#include "main_window.h"
#include "registry/registry_view.h"
#include "theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QScopeGuard>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace portolan;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void partsHaveTheirNames();
    void placeholdersAreReadableInTheDark();
    void realListenerAppears();
    void stateIsKept();
    void filtersOfTheRegistryAreKept();
    void splittersOfOtherViewsAreKept();
    void exportWritesTheFile();
    void saysThatAFileIsUnreadable();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] std::unique_ptr<QSettings> settings() const
    {
        return std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    }
};

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestMainWindow::partsHaveTheirNames()
{
    const auto stored = settings();
    Monitor monitor(&systemSources, Knowledge::builtIn());
    MainWindow window(Knowledge::builtIn(), &monitor, stored.get());
    QCOMPARE(window.windowTitle(), QStringLiteral("Portolan"));
    const std::pair<const char *, const char *> names[] {
        {"listeningPorts", "Listening ports"}, {"filter", "Filter"},
        {"explanation", "Explanation"},        {"process", "Process"},
        {"goToProcess", "Go to process"},      {"stop", "Stop"},
        {"exportReport", "Export report"},     {"pause", "Pause"},
        {"listening", "Listening"},
    };
    for (const auto &[object, accessible] : names) {
        const auto *widget = window.findChild<QWidget *>(QLatin1String(object));
        QVERIFY2(widget, object);
        QCOMPARE(widget->accessibleName(), QLatin1String(accessible));
    }
}

void TestMainWindow::placeholdersAreReadableInTheDark()
{
    const QPalette before = QApplication::palette();
    const auto restore = qScopeGuard([&] { QApplication::setPalette(before); });
    const auto stored = settings();
    MainWindow window(Knowledge::builtIn(), nullptr, stored.get());
    // A scheme that was made without thinking of placeholders.
    QPalette dark(QColor(0x20, 0x21, 0x24));
    dark.setColor(QPalette::Base, QColor(0x18, 0x19, 0x1c));
    dark.setColor(QPalette::PlaceholderText, Qt::black);
    QApplication::setPalette(dark);
    int fields = 0;
    for (const auto *field : window.findChildren<QLineEdit *>()) {
        if (field->placeholderText().isEmpty())
            continue;
        ++fields;
        const QPalette colours = field->palette();
        QVERIFY2(theme::contrast(colours.color(QPalette::PlaceholderText), colours.color(QPalette::Base)) >= 4.5,
                 qPrintable(field->placeholderText()));
    }
    QVERIFY(fields >= 3); // listening, history, registry
}

void TestMainWindow::saysThatAFileIsUnreadable()
{
    const auto stored = settings();
    MainWindow window(Knowledge::builtIn(), nullptr, stored.get());
    const auto *page = window.findChild<EmptyPage *>();
    QVERIFY(page);
    QCOMPARE(page->text(), QStringLiteral("Looking\u2026"));
    window.showFileError(QStringLiteral("no such file"));
    QCOMPARE(page->text(), QStringLiteral("No snapshot to show"));
    QVERIFY(!page->isHidden());
}

void TestMainWindow::realListenerAppears()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const auto stored = settings();
    Monitor monitor(&systemSources, Knowledge::builtIn());
    monitor.setInterval(Monitor::minimumInterval);
    MainWindow window(Knowledge::builtIn(), &monitor, stored.get());
    window.show();
    monitor.start();
    window.showPort(server.serverPort());
    ListenerTable *table = window.listenersView()->table();
    QTRY_VERIFY(table->currentListener());
    QCOMPARE(table->currentListener()->port(), server.serverPort());
    QCOMPARE(table->currentListener()->owner->leader()->key.pid, static_cast<qint32>(QCoreApplication::applicationPid()));

    // The filter narrows the table; Escape brings everything back.
    window.filterField()->setText(QStringLiteral("port:%1").arg(server.serverPort()));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTest::keyClick(window.filterField(), Qt::Key_Escape);
    QTRY_VERIFY(window.filterField()->filter().isEmpty());
    window.filterField()->setText(QStringLiteral("port:no-number"));
    auto *error = window.findChild<QWidget *>(QStringLiteral("filterError"));
    QTRY_VERIFY(error->isVisible());
    server.close();
    monitor.refresh();
    QTRY_COMPARE(window.listenersView()->model().rowOf(table->currentListener() ? table->currentListener()->key : ListenerKey()), -1);
}

void TestMainWindow::stateIsKept()
{
    {
        const auto stored = settings();
        MainWindow window(Knowledge::builtIn(), nullptr, stored.get());
        window.show();
        window.filterField()->setText(QStringLiteral("proto:tcp"));
        ListenerTable *table = window.listenersView()->table();
        table->horizontalHeader()->moveSection(1, 3);
        table->setColumnHidden(static_cast<int>(ListenerColumn::User), true);
        table->setColumnHidden(static_cast<int>(ListenerColumn::Unit), false);
        table->sortByColumn(static_cast<int>(ListenerColumn::Owner), Qt::DescendingOrder);
        QCOMPARE(table->highlighted(), Marks(Mark::Similar));
        window.listenersView()->setHighlighted(Marks(Mark::Ghost) | Mark::Squatted);
        window.close();
    }
    const auto stored = settings();
    MainWindow window(Knowledge::builtIn(), nullptr, stored.get());
    ListenerTable *table = window.listenersView()->table();
    QCOMPARE(window.filterField()->text(), QStringLiteral("proto:tcp"));
    QCOMPARE(table->horizontalHeader()->visualIndex(1), 3);
    QVERIFY(table->isColumnHidden(static_cast<int>(ListenerColumn::User)));
    QVERIFY(!table->isColumnHidden(static_cast<int>(ListenerColumn::Unit)));
    QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), static_cast<int>(ListenerColumn::Owner));
    QCOMPARE(table->horizontalHeader()->sortIndicatorOrder(), Qt::DescendingOrder);
    QCOMPARE(table->highlighted(), Marks(Mark::Ghost) | Mark::Squatted);
    window.listenersView()->setHighlighted({});
    window.close();
    const auto without = settings();
    QCOMPARE(WindowSettings::load(*without).highlighted, Marks());
}

void TestMainWindow::filtersOfTheRegistryAreKept()
{
    RegistryFilter filter;
    filter.mark = Mark::Ghost;
    filter.transport = RegistryTransport::Udp;
    {
        const auto stored = settings();
        MainWindow window(Knowledge::builtIn(), nullptr, stored.get());
        window.findChild<RegistryView *>()->setFilter(filter);
        window.close();
    }
    const auto stored = settings();
    MainWindow window(Knowledge::builtIn(), nullptr, stored.get());
    QCOMPARE(window.findChild<RegistryView *>()->filter(), filter);
}

void TestMainWindow::splittersOfOtherViewsAreKept()
{
    const std::pair<const char *, const char *> splitters[] {{"portMap", "portMapSplitter"}, {"registry", "registrySplitter"}};
    QList<QList<int>> chosen;
    {
        const auto stored = settings();
        MainWindow window(Knowledge::builtIn(), nullptr, stored.get());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        for (const auto &[view, name] : splitters) {
            window.showView(QLatin1String(view));
            auto *splitter = window.findChild<QSplitter *>(QLatin1String(name));
            QTRY_VERIFY(splitter->handle(1)->isVisible());
            const QList<int> before = splitter->sizes();
            QWidget *handle = splitter->handle(1);
            const QPoint centre = handle->rect().center();
            QTest::mousePress(handle, Qt::LeftButton, {}, centre);
            QTest::mouseMove(handle, centre - QPoint(60, 0));
            QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->rect().center());
            QVERIFY(splitter->sizes() != before);
            chosen.append(splitter->sizes());
        }
        window.close();
    }
    const auto stored = settings();
    MainWindow window(Knowledge::builtIn(), nullptr, stored.get());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    for (const auto &[view, name] : splitters) {
        window.showView(QLatin1String(view));
        const QList<int> wanted = chosen.takeFirst();
        QTRY_COMPARE(window.findChild<QSplitter *>(QLatin1String(name))->sizes(), wanted);
    }
}

void TestMainWindow::exportWritesTheFile()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const auto stored = settings();
    Monitor monitor(&systemSources, Knowledge::builtIn());
    MainWindow window(Knowledge::builtIn(), &monitor, stored.get());
    window.show();
    monitor.start();
    QTRY_VERIFY(window.listenersView()->snapshot());
    window.findChild<QAbstractButton *>(QStringLiteral("exportReport"))->click();
    auto *path = window.findChild<QLineEdit *>(QStringLiteral("exportPath"));
    QVERIFY(path);
    const QString file = m_folder->filePath(QStringLiteral("report.json"));
    auto *write = window.findChild<QAbstractButton *>(QStringLiteral("exportWrite"));
    path->setText(m_folder->filePath(QStringLiteral("missing/report.json")));
    write->click();
    auto *message = window.findChild<QWidget *>(QStringLiteral("exportMessage"));
    QTRY_VERIFY(message->isVisible() && write->isEnabled());
    path->setText(file);
    write->click();
    QTRY_VERIFY(QFile::exists(file));
    QTRY_VERIFY(write->isEnabled());
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains(QByteArray::number(server.serverPort())));
}

QTEST_MAIN(TestMainWindow)
#include "main_window_test.moc"
