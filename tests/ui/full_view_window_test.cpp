// SPDX-License-Identifier: GPL-3.0-or-later
// The wish to see owners fully, from the button to the monitor and back. What the system answers is
// played here; full_view_test has the real one.
#include "listeners/listeners_view.h"
#include "main_window.h"
#include "support/builders.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <memory>

using namespace portolan;

namespace {

/// Answers as it is told to.
class PlayedFullView : public FullView
{
public:
    void start() override
    {
        setState(FullViewState::Off);
        setState(FullViewState::Asking);
    }
    void stop() override { setState(FullViewState::Off); }
    void answer(FullViewState state)
    {
        setState(state);
        Q_EMIT viewChanged();
    }
};

class NoSockets : public SocketSource
{
public:
    SocketSample sample() override { return {}; }
};

/// Some owners are hidden, unless the view is on or there is nothing to hide.
class HidingSource : public ProcessSource
{
public:
    HidingSource(std::unique_ptr<PlayedFullView> view, bool hides)
        : m_view(std::move(view))
        , m_hides(hides)
    {
    }
    OwnerSample owners(const QList<SocketEntry> &) override
    {
        OwnerSample sample;
        sample.privileged = !m_hides || m_view->state() == FullViewState::On;
        if (!sample.privileged)
            sample.remarks.append(Remark::OwnersHidden);
        return sample;
    }
    FullView *fullView() override { return m_view.get(); }

private:
    std::unique_ptr<PlayedFullView> m_view;
    const bool m_hides;
};

/// The window over such a source.
class Scene
{
public:
    explicit Scene(bool hides = true)
        : m_settings(m_folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat)
        , monitor(
              [this, hides] {
                  auto played = std::make_unique<PlayedFullView>();
                  view = played.get();
                  return Sampler::Sources { std::make_unique<NoSockets>(),
                                            std::make_unique<HidingSource>(std::move(played), hides), nullptr, {} };
              },
              Knowledge::builtIn())
        , window(Knowledge::builtIn(), &monitor, &m_settings)
        , button(window.findChild<QAbstractButton *>(QStringLiteral("seeFully")))
        , action(window.findChild<QAction *>(QStringLiteral("seeFullyAction")))
        , message(window.findChild<QWidget *>(QStringLiteral("fullViewMessage")))
    {
        monitor.setInterval(Monitor::minimumInterval);
        window.show();
        monitor.start();
    }

    void answer(FullViewState state) const
    {
        QMetaObject::invokeMethod(view, [played = view.load(), state] { played->answer(state); });
    }
    [[nodiscard]] QString said() const
    {
        return message->isVisible() ? message->findChild<QLabel *>()->text() : QString();
    }
    [[nodiscard]] QString picture() const { return window.listenersView()->summary()->pictureText(); }

private:
    QTemporaryDir m_folder;
    QSettings m_settings;

public:
    std::atomic<PlayedFullView *> view { nullptr }; ///< lives on the sampler's thread
    Monitor monitor;
    MainWindow window;
    QAbstractButton *button;
    QAction *action;
    QWidget *message;
};

} // namespace

class FullViewWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void offeredWhereOwnersAreHidden();
    void notOfferedWhereAllIsSeen();
    void notOfferedForAFile();
    void allowed();
    void notAllowed_data();
    void notAllowed();
    void byKeyboardAndMenu();
};

void FullViewWindowTest::offeredWhereOwnersAreHidden()
{
    Scene scene;
    QVERIFY(!scene.button->isVisible());
    QVERIFY(!scene.action->isEnabled());
    QTRY_VERIFY(scene.button->isVisible());
    QVERIFY(scene.action->isEnabled() && !scene.action->isChecked());
    QCOMPARE(scene.button->accessibleName(), QStringLiteral("See them fully"));
    QVERIFY(scene.button->isEnabled());
    QCOMPARE(scene.said(), QString());
}

void FullViewWindowTest::notOfferedWhereAllIsSeen()
{
    Scene scene(false);
    bool shown = false;
    connect(&scene.window, &MainWindow::updated, &scene.window, [&] { shown = true; });
    QTRY_VERIFY(shown);
    QVERIFY(!scene.button->isVisible());
    QVERIFY(!scene.action->isEnabled());
}

void FullViewWindowTest::notOfferedForAFile()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    MainWindow window(Knowledge::builtIn(), nullptr, &settings);
    window.show();
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->remarks = { Remark::OwnersHidden };
    Update update;
    update.snapshot = snapshot;
    window.showFile(update, {});
    QVERIFY(!window.findChild<QAbstractButton *>(QStringLiteral("seeFully"))->isVisible());
    QVERIFY(!window.findChild<QAction *>(QStringLiteral("seeFullyAction"))->isEnabled());
}

void FullViewWindowTest::allowed()
{
    Scene scene;
    QTRY_VERIFY(scene.button->isVisible());
    scene.button->click();
    QTRY_VERIFY(!scene.button->isEnabled());
    QVERIFY(scene.button->isVisible() && scene.action->isChecked());
    QCOMPARE(scene.said(), fullViewText(FullViewState::Asking));

    scene.answer(FullViewState::On);
    QTRY_COMPARE(scene.button->text(), QStringLiteral("See less again"));
    QVERIFY(scene.button->isEnabled() && scene.action->isChecked());
    QCOMPARE(scene.said(), QString());
    QTRY_VERIFY(scene.picture().contains(QStringLiteral("owners seen fully")));
    QTRY_VERIFY(!scene.picture().contains(QStringLiteral("some owners hidden")));

    scene.button->click();
    QTRY_COMPARE(scene.button->text(), QStringLiteral("See them fully…"));
    QVERIFY(!scene.action->isChecked());
    QTRY_VERIFY(scene.picture().contains(QStringLiteral("some owners hidden")));
    QVERIFY(!scene.picture().contains(QStringLiteral("owners seen fully")));
}

void FullViewWindowTest::notAllowed_data()
{
    QTest::addColumn<FullViewState>("state");
    QTest::newRow("cancelled") << FullViewState::Cancelled;
    QTest::newRow("denied") << FullViewState::Denied;
    QTest::newRow("not installed") << FullViewState::NotInstalled;
    QTest::newRow("no polkit") << FullViewState::NoPolkit;
    QTest::newRow("failed") << FullViewState::Failed;
}

void FullViewWindowTest::notAllowed()
{
    QFETCH(FullViewState, state);
    Scene scene;
    QTRY_VERIFY(scene.button->isVisible());
    const QString before = scene.picture();
    scene.button->click();
    QTRY_VERIFY(!scene.button->isEnabled());
    scene.answer(state);
    QTRY_COMPARE(scene.said(), fullViewText(state));
    // Nothing else has changed, and one may try again.
    QVERIFY(scene.button->isVisible() && scene.button->isEnabled());
    QVERIFY(!scene.action->isChecked() && scene.action->isEnabled());
    QCOMPARE(scene.picture(), before);

    scene.message->findChild<QAbstractButton *>()->click();
    QCOMPARE(scene.said(), QString());
    scene.button->click();
    QTRY_COMPARE(scene.said(), fullViewText(FullViewState::Asking));
    scene.answer(state);
    QTRY_COMPARE(scene.said(), fullViewText(state));
}

void FullViewWindowTest::byKeyboardAndMenu()
{
    Scene scene;
    QTRY_VERIFY(scene.button->isVisible());
    scene.button->setFocus(Qt::TabFocusReason);
    QVERIFY(scene.button->focusPolicy() & Qt::TabFocus);
    QTest::keyClick(scene.button, Qt::Key_Space);
    QTRY_VERIFY(!scene.button->isEnabled());
    scene.answer(FullViewState::On);
    QTRY_VERIFY(scene.button->isEnabled());
    scene.action->trigger();
    QTRY_VERIFY(!scene.action->isChecked());
    QTRY_COMPARE(scene.button->text(), QStringLiteral("See them fully…"));
}

QTEST_MAIN(FullViewWindowTest)
#include "full_view_window_test.moc"
