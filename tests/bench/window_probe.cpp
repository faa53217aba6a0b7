// SPDX-License-Identifier: GPL-3.0-or-later
#include "window_probe.h"

#include "crowd.h"
#include "listeners/filter_field.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"
#include "main_window.h"
#include "monitor/monitor.h"
#include "support/watchdog.h"
#include "text/translations.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QMetaEnum>
#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>
#include <functional>

#include <unistd.h>

namespace portolan::bench {

namespace {

constexpr double longestStall = 50;
constexpr int settlingTime = 400; // milliseconds

/// Knows which single event took longest, to say where a stall comes from.
class Application : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        const QByteArray name = QByteArray(receiver->metaObject()->className()) + ' ' + receiver->objectName().toUtf8()
            + " event " + QByteArray::number(event->type());
        ++m_depth;
        const double start = test::Watchdog::milliseconds(CLOCK_THREAD_CPUTIME_ID);
        const bool result = QApplication::notify(receiver, event);
        const double spent = test::Watchdog::milliseconds(CLOCK_THREAD_CPUTIME_ID) - start;
        --m_depth;
        if (spent > m_longest) {
            m_longest = spent;
            m_culprit = name;
        }
        return result;
    }

    QByteArray takeCulprit()
    {
        m_longest = 0;
        return std::exchange(m_culprit, {});
    }

private:
    int m_depth = 0;
    double m_longest = 0;
    QByteArray m_culprit;
};

class Session
{
public:
    Session(Application &application, MainWindow &window)
        : m_application(application)
        , m_window(window)
    {
    }

    static void runUntil(const std::function<bool()> &done)
    {
        while (!done())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    static void settle(int milliseconds = settlingTime)
    {
        bool over = false;
        QTimer::singleShot(milliseconds, qApp, [&over] { over = true; });
        runUntil([&over] { return over; });
    }

    void report(const char *what)
    {
        const test::Watchdog::Stall stall = m_watchdog.takeLongest();
        const QByteArray culprit = m_application.takeCulprit();
        const bool long_ = stall.computed > longestStall;
        m_failed = m_failed || long_;
        std::printf("  %-34s %6.1f ms  (by the clock %.1f)%s%s\n", what, stall.computed, stall.waited,
                    long_ ? "  TOO LONG: " : "", long_ ? culprit.constData() : "");
        std::fflush(stdout);
    }

    void press(QWidget *widget, int key, Qt::KeyboardModifiers modifiers = {}, const QString &text = {})
    {
        QCoreApplication::postEvent(widget, new QKeyEvent(QEvent::KeyPress, key, modifiers, text));
        QCoreApplication::postEvent(widget, new QKeyEvent(QEvent::KeyRelease, key, modifiers, text));
    }

    void churn(const Probe &probe, int ticks)
    {
        int updates = 0;
        const auto connection = QObject::connect(&m_window, &MainWindow::updated, &m_window, [&] {
            ++updates;
            if (::write(probe.churner, "c", 1) != 1)
                updates = ticks;
        });
        runUntil([&] { return updates >= ticks; });
        QObject::disconnect(connection);
    }

    void sort()
    {
        ListenerTable *table = m_window.listenersView()->table();
        for (int column = 0; column < listenerColumnCount; ++column) {
            for (const Qt::SortOrder order : { Qt::DescendingOrder, Qt::AscendingOrder }) {
                QTimer::singleShot(0, table, [=] { table->sortByColumn(column, order); });
                settle();
            }
            const QString title = ListenerModel::columnTitle(static_cast<ListenerColumn>(column));
            report(qPrintable(QStringLiteral("sort by ") + title));
        }
        table->sortByColumn(static_cast<int>(ListenerColumn::Port), Qt::AscendingOrder);
        settle();
    }

    void type()
    {
        FilterField *field = m_window.filterField();
        for (const char *text : { "bench", "owner:bench", "port:3000-40000", "verdict:investigate", "-proto:udp 127" }) {
            for (const char *letter = text; *letter; ++letter) {
                press(field, 0, {}, QString(QLatin1Char(*letter)));
                settle(100);
            }
            settle();
            field->clear();
            settle();
        }
        report("type filters");
    }

    void choose()
    {
        ListenerTable *table = m_window.listenersView()->table();
        table->setFocus();
        const auto repeat = [&](int key, int times, Qt::KeyboardModifiers modifiers = {}) {
            for (int i = 0; i < times; ++i) {
                press(table, key, modifiers);
                settle(30);
            }
        };
        repeat(Qt::Key_Down, 20);
        repeat(Qt::Key_PageDown, 20);
        repeat(Qt::Key_End, 1, Qt::ControlModifier);
        repeat(Qt::Key_Home, 1, Qt::ControlModifier);
        settle(2500);
        report("walk through the rows");
        repeat(Qt::Key_Down, 20, Qt::ShiftModifier);
        repeat(Qt::Key_A, 1, Qt::ControlModifier);
        settle(2500);
        report("select all");
        repeat(Qt::Key_C, 1, Qt::ControlModifier);
        settle();
        report("copy all");
        repeat(Qt::Key_Down, 1);
        settle(2500);
        report("let go of the selection");
        for (int i = 0; i <= 50; ++i) {
            table->verticalScrollBar()->setValue(table->verticalScrollBar()->maximum() * i / 50);
            settle(30);
        }
        report("scroll");
    }

    void showViews(const Probe &probe)
    {
        for (const char *view : { "portMap", "history", "registry", "listening" }) {
            m_window.showView(QLatin1String(view));
            settle();
            churn(probe, std::min(probe.ticks, 5));
            report(qPrintable(QStringLiteral("view ") + QLatin1String(view)));
        }
    }

    [[nodiscard]] bool failed() const { return m_failed; }

private:
    Application &m_application;
    MainWindow &m_window;
    test::Watchdog m_watchdog;
    bool m_failed = false;
};

/// When the first row of the table was painted.
class FirstRow : public QObject
{
public:
    explicit FirstRow(ListenerTable *table)
        : m_table(table)
    {
        table->viewport()->installEventFilter(this);
    }
    [[nodiscard]] double at() const { return m_at; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        // Asked after the event was handled, when what was painted is on its way to the screen.
        if (event->type() == QEvent::Paint && m_at == 0 && m_table->model()->rowCount() > 0)
            QTimer::singleShot(0, this, [this] { m_at = m_at == 0 ? seconds(CLOCK_MONOTONIC) : m_at; });
        return QObject::eventFilter(watched, event);
    }

private:
    ListenerTable *m_table;
    double m_at = 0;
};

} // namespace

int probeWindow(int argc, char **argv, const Probe &probe)
{
    Application application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("portolan"));
    installTranslations(application);
    const KnowledgePtr knowledge = Knowledge::builtIn();
    Monitor monitor(&systemSources, knowledge);
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    MainWindow window(knowledge, &monitor, &settings);
    const FirstRow firstRow(window.listenersView()->table());
    window.show();
    monitor.start();
    Session session(application, window);

    Session::runUntil([&] { return firstRow.at() > 0; });
    std::printf("  first row visible   %.3f s after the start\n", firstRow.at() - probe.startedAt);
    std::printf("  longest stalls, computed:\n");
    Session::settle(3000);
    session.report("first fill");
    session.churn(probe, probe.ticks);
    session.report("listeners come and go");
    window.listenersView()->table()->selectRow(0);
    Session::settle(3000);
    session.report("first selection");
    session.churn(probe, probe.ticks);
    session.report("the same with a row selected");
    session.sort();
    session.type();
    session.choose();
    session.showViews(probe);
    return session.failed() ? 1 : 0;
}

} // namespace portolan::bench
