// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeners/filter_field.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"
#include "main_window.h"

#include <QAbstractButton>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace portolan;
using namespace std::chrono_literals;

/// The keys of the whole window, over a real monitor and a real listener.
class MainWindowKeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void filterKeys();
    void searchKeysOfTheOtherViews();
    void pauseKeys();
    void refreshKey();
    void goToProcessKeys();
    void exportAndQuitKeys();
    void hiddenWindowLooksRarely();
    void paletteMayChange();

private:
    [[nodiscard]] bool focusIsInside(const char *name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<QTcpServer> m_server;
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<MainWindow> m_window;
    ListenerTable *m_table = nullptr;
};

void MainWindowKeysTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
    m_server = std::make_unique<QTcpServer>();
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    m_monitor = std::make_unique<Monitor>(&systemSources, Knowledge::builtIn());
    m_window = std::make_unique<MainWindow>(Knowledge::builtIn(), m_monitor.get(), m_settings.get());
    m_table = m_window->listenersView()->table();
    QCursor::setPos(1590, 990);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_monitor->start();
    m_window->showPort(m_server->serverPort());
    QTRY_VERIFY(m_table->currentListener());
    m_table->setFocus();
    QTRY_VERIFY(m_table->hasFocus());
}

void MainWindowKeysTest::cleanup()
{
    m_window.reset();
    m_monitor.reset();
    m_settings.reset();
}

bool MainWindowKeysTest::focusIsInside(const char *name) const
{
    const auto *panel = m_window->findChild<QWidget *>(QLatin1String(name));
    const QWidget *focus = QApplication::focusWidget();
    return panel && focus && (panel == focus || panel->isAncestorOf(focus));
}

void MainWindowKeysTest::filterKeys()
{
    FilterField *field = m_window->filterField();
    QTest::keyClick(m_table, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("port:%1").arg(m_server->serverPort()));
    QTRY_COMPARE(m_table->model()->rowCount(), 1);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(field->text().isEmpty());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(m_table->hasFocus());

    QTest::keyClick(m_table, Qt::Key_Slash);
    QVERIFY(field->hasFocus());
    QVERIFY(field->text().isEmpty());
    QTest::keyClicks(field, QStringLiteral("a/b"));
    QCOMPARE(field->text(), QStringLiteral("a/b"));
    m_table->setFocus();
    QTest::keyClick(m_table, Qt::Key_Escape);
    QVERIFY(field->text().isEmpty());
    QVERIFY(m_table->hasFocus());
}

void MainWindowKeysTest::searchKeysOfTheOtherViews()
{
    FilterField *filter = m_window->filterField();
    const auto *pause = m_window->findChild<QAbstractButton *>(QStringLiteral("pause"));
    const auto *exporting = m_window->findChild<QWidget *>(QStringLiteral("exportReport"));
    const QRect place = exporting->geometry();
    filter->setText(QStringLiteral("port:no-number"));
    const auto *error = m_window->findChild<QWidget *>(QStringLiteral("filterError"));
    QTRY_VERIFY(error->isVisible());
    const std::tuple<const char *, const char *, const char *> views[] {
        {"registry", "registrySearch", "registryTable"},
        {"history", "historyFilter", "historyTable"},
        {"portMap", "portMapJump", "portMapKnownRanges"},
    };
    for (const auto &[view, name, elsewhere] : views) {
        m_window->showView(QLatin1String(view));
        QVERIFY2(!filter->isVisible() && !error->isVisible(), view);
        QCOMPARE(exporting->geometry(), place);
        auto *field = m_window->findChild<QWidget *>(QLatin1String(name));
        auto *other = m_window->findChild<QWidget *>(QLatin1String(elsewhere));
        QVERIFY(field && other);
        const auto text = [field] {
            auto *line = qobject_cast<QLineEdit *>(field);
            return (line ? line : field->findChild<QLineEdit *>())->text();
        };
        for (const auto &[key, modifier] : {std::pair(Qt::Key_F, Qt::ControlModifier), std::pair(Qt::Key_Slash, Qt::NoModifier)}) {
            other->setFocus();
            QTest::keyClick(m_window.get(), key, modifier);
            QVERIFY2(field->hasFocus(), view);
        }
        QTest::keyClicks(field, QStringLiteral("80"));
        QCOMPARE(text(), QStringLiteral("80"));
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY2(text().isEmpty(), view);
        QCOMPARE(filter->text(), QStringLiteral("port:no-number"));
    }
    QVERIFY(!pause->isChecked());
    m_window->showView(QStringLiteral("listening"));
    QVERIFY(filter->isVisible() && error->isVisible());
}

void MainWindowKeysTest::pauseKeys()
{
    auto *pause = m_window->findChild<QAbstractButton *>(QStringLiteral("pause"));
    QTest::keyClick(m_table, Qt::Key_Space);
    QVERIFY(pause->isChecked() && m_monitor->isPaused());
    QTest::keyClick(m_table, Qt::Key_Space);
    QVERIFY(!pause->isChecked() && !m_monitor->isPaused());

    FilterField *field = m_window->filterField();
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("a b"));
    QCOMPARE(field->text(), QStringLiteral("a b"));
    QVERIFY(!m_monitor->isPaused());
    QTest::keyClick(field, Qt::Key_P, Qt::ControlModifier);
    QVERIFY(m_monitor->isPaused());
    QVERIFY(m_window->findChild<QWidget *>(QStringLiteral("completeness"))->accessibleName().contains(u"paused"));

    // Space on the button itself is one press, not two.
    pause->setFocus();
    QTest::keyClick(pause, Qt::Key_Space);
    QVERIFY(!m_monitor->isPaused());
}

void MainWindowKeysTest::refreshKey()
{
    m_monitor->setPaused(true);
    // An update on its way when the pause began may still come.
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const auto rows = [&] {
        int found = 0;
        for (const ListenerPtr &listener : m_window->listenersView()->filteredListeners())
            found += listener->port() == other.serverPort();
        return found;
    };
    QTest::keyClick(m_table, Qt::Key_F5);
    QTRY_COMPARE(rows(), 1);
    QVERIFY(m_monitor->isPaused());
}

void MainWindowKeysTest::goToProcessKeys()
{
    QTest::keyClick(m_table, Qt::Key_Return);
    QVERIFY(focusIsInside("process"));

    m_table->setFocus();
    const QRect row = m_table->visualRect(m_table->currentIndex());
    QTest::mouseDClick(m_table->viewport(), Qt::LeftButton, {}, row.center());
    QVERIFY(focusIsInside("process"));
    QCursor::setPos(1590, 990);
}

void MainWindowKeysTest::exportAndQuitKeys()
{
    QTest::keyClick(m_table, Qt::Key_S, Qt::ControlModifier);
    auto *dialog = m_window->findChild<QDialog *>(QStringLiteral("exportDialog"));
    QVERIFY(dialog && dialog->isVisible());
    dialog->reject();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_table, Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(!m_window->isVisible());
}

void MainWindowKeysTest::hiddenWindowLooksRarely()
{
    QCOMPARE(m_monitor->interval(), std::chrono::milliseconds(1s));
    m_window->hide();
    QCOMPARE(m_monitor->interval(), Monitor::maximumInterval);
    m_window->show();
    QCOMPARE(m_monitor->interval(), std::chrono::milliseconds(1s));
    m_window->showMinimized();
    QTRY_COMPARE(m_monitor->interval(), Monitor::maximumInterval);
    m_window->showNormal();
    QTRY_COMPARE(m_monitor->interval(), std::chrono::milliseconds(1s));
}

void MainWindowKeysTest::paletteMayChange()
{
    const QPalette before = QApplication::palette();
    QPalette dark;
    dark.setColor(QPalette::Window, QColor(30, 30, 34));
    dark.setColor(QPalette::Base, QColor(22, 22, 26));
    dark.setColor(QPalette::Button, QColor(50, 50, 54));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        dark.setColor(role, QColor(235, 235, 235));
    const auto isDark = [](const QImage &image, const QPoint &point) { return image.pixelColor(point).lightness() < 90; };
    const auto grounds = [this, &isDark] {
        // Of the bar, the table, the header, the two panels and the summary.
        const QImage image = m_window->grab().toImage();
        QList<bool> areDark;
        for (QWidget *part : {static_cast<QWidget *>(m_table->viewport()),
                              m_window->findChild<QWidget *>(QStringLiteral("explanation")),
                              m_window->findChild<QWidget *>(QStringLiteral("process")),
                              m_window->findChild<QWidget *>(QStringLiteral("viewSwitch"))->parentWidget()})
            areDark.append(isDark(image, part->mapTo(m_window.get(), QPoint(3, part->height() - 4))));
        return areDark;
    };
    QCOMPARE(grounds(), (QList<bool> {false, false, false, false}));
    QApplication::setPalette(dark);
    QTRY_COMPARE(grounds(), (QList<bool> {true, true, true, true}));
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty())
            QVERIFY2(label->palette().color(QPalette::Window).lightness() < 128, qPrintable(label->text()));
    }
    QApplication::setPalette(before);
    QTRY_COMPARE(grounds(), (QList<bool> {false, false, false, false}));
}

QTEST_MAIN(MainWindowKeysTest)
#include "main_window_keys_test.moc"
