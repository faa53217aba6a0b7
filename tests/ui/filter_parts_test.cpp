// SPDX-License-Identifier: GPL-3.0-or-later
#include "filter/filter_chips.h"
#include "filter/filter_completer.h"
#include "filter/filter_help.h"
#include "filter/filter_menu.h"
#include "listeners/filter_field.h"
#include "main_window.h"
#include "tests/models/listener_samples.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QInputDialog>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QPushButton>
#include <QTreeWidget>

using namespace portolan;

/// Completion, chips, saved filters and the help, in a window with a real keyboard.
class FilterPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void completesByKeyboard();
    void enterMeansWhatIsTyped();
    void takesTermsOut();
    void savesFilters();
    void tellsTheLanguage();

private:
    [[nodiscard]] QString text() const { return m_window->filterField()->text(); }
    [[nodiscard]] QAbstractItemView *popup() const { return m_window->findChild<FilterCompleter *>()->completer()->popup(); }
    [[nodiscard]] QList<QPushButton *> chips() const;
    void type(const QString &keys) { QTest::keyClicks(m_window->filterField(), keys); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void FilterPartsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_window = std::make_unique<MainWindow>(Knowledge::builtIn(), nullptr, m_settings.get());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const ListenerPtr listener = samples::listener(3155, samples::owner(samples::process(7, QLatin1String("node"))));
    Update update;
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->listeners = { listener };
    update.snapshot = snapshot;
    update.assessments = { assess(*listener, *Knowledge::builtIn()) };
    update.delta.opened = snapshot->listeners;
    update.first = true;
    m_window->showFile(update, {});
    m_window->filterField()->setFocus();
}

void FilterPartsTest::cleanup()
{
    m_window.reset();
    m_settings.reset();
}

QList<QPushButton *> FilterPartsTest::chips() const
{
    QList<QPushButton *> shown;
    for (QPushButton *chip : m_window->findChild<FilterChips *>()->findChildren<QPushButton *>()) {
        if (!chip->isHidden())
            shown += chip;
    }
    return shown;
}

void FilterPartsTest::completesByKeyboard()
{
    type(QStringLiteral("verd"));
    QTRY_VERIFY(popup()->isVisible());
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Return);
    QCOMPARE(text(), QStringLiteral("verdict:"));
    // After a key its values are offered.
    QTRY_VERIFY(popup()->isVisible());
    QCOMPARE(popup()->model()->rowCount(), 4);
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Return);
    QCOMPARE(text(), QStringLiteral("verdict:investigate "));
    // What listens now is offered too, on request.
    type(QStringLiteral("owner:"));
    QTRY_COMPARE(popup()->model()->rowCount(), 1);
    QTest::keyClick(popup(), Qt::Key_Escape);
    QVERIFY(!popup()->isVisible());
    QCOMPARE(text(), QStringLiteral("verdict:investigate owner:"));
    QTest::keyClick(m_window->filterField(), Qt::Key_Down);
    QTRY_VERIFY(popup()->isVisible());
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Return);
    QCOMPARE(text(), QStringLiteral("verdict:investigate owner:node "));
}

void FilterPartsTest::enterMeansWhatIsTyped()
{
    type(QStringLiteral("own"));
    QTRY_VERIFY(popup()->isVisible());
    QTest::keyClick(popup(), Qt::Key_Return);
    QCOMPARE(text(), QStringLiteral("own"));
    QVERIFY(!popup()->isVisible());
}

void FilterPartsTest::takesTermsOut()
{
    m_window->filterField()->setText(QStringLiteral("port:3155 verdict:wrong \"a b\""));
    m_window->filterField()->applyNow();
    QTRY_COMPARE(chips().size(), 3);
    QVERIFY(chips()[1]->accessibleName().contains(QStringLiteral("not understood")));
    chips()[1]->click();
    QTRY_COMPARE(text(), QStringLiteral("port:3155 \"a b\""));
    QTRY_COMPARE(chips().size(), 2);
    chips()[0]->actions().constFirst()->trigger();
    QTRY_COMPARE(text(), QStringLiteral("-port:3155 \"a b\""));
    QTRY_COMPARE(chips().size(), 2);
    chips()[0]->actions().constFirst()->trigger();
    QTRY_COMPARE(text(), QStringLiteral("port:3155 \"a b\""));
    m_window->filterField()->clear();
    m_window->filterField()->applyNow();
    QVERIFY(m_window->findChild<FilterChips *>()->isHidden());
}

void FilterPartsTest::savesFilters()
{
    auto *menu = m_window->findChild<FilterMenu *>();
    m_window->filterField()->setText(QStringLiteral("owner:node"));
    m_window->filterField()->applyNow();
    Q_EMIT menu->aboutToShow();
    menu->findChild<QAction *>(QStringLiteral("saveFilter"))->trigger();
    auto *dialog = m_window->findChild<QInputDialog *>();
    QVERIFY(dialog);
    dialog->setTextValue(QStringLiteral("The & server"));
    dialog->accept();
    QCOMPARE(menu->saved(), QList<SavedFilter>({ { QStringLiteral("The & server"), QStringLiteral("owner:node") } }));
    m_window->filterField()->clear();
    m_window->filterField()->applyNow();
    QCOMPARE(menu->actions().constFirst()->text(), QStringLiteral("The && server"));
    menu->actions().constFirst()->trigger();
    QCOMPARE(text(), QStringLiteral("owner:node"));
    // The next start finds it.
    m_settings->sync();
    QSettings again(m_settings->fileName(), QSettings::IniFormat);
    QCOMPARE(SavedFilter::load(again), menu->saved());
    menu->forget(QStringLiteral("The & server"));
    QVERIFY(menu->saved().isEmpty());
    QVERIFY(SavedFilter::load(*m_settings).isEmpty());
}

void FilterPartsTest::tellsTheLanguage()
{
    m_window->findChild<QAction *>(QStringLiteral("filterHelpAction"))->trigger();
    auto *help = m_window->findChild<FilterHelp *>();
    QVERIFY(help);
    auto *terms = help->findChild<QTreeWidget *>();
    terms->setCurrentItem(terms->topLevelItem(1));
    help->findChild<QPushButton *>(QStringLiteral("addTerm"))->click();
    QCOMPARE(text(), terms->topLevelItem(1)->text(0));
    help->close();
}

QTEST_MAIN(FilterPartsTest)
#include "filter_parts_test.moc"
