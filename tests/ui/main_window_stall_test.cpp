// SPDX-License-Identifier: GPL-3.0-or-later
#include "listeners/filter_field.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"
#include "main_window.h"
#include "support/builders.h"
#include "support/watchdog.h"

#include <QScrollBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace portolan;

namespace {

constexpr int listenerCount = 20'000;
constexpr int processCount = 1'000;
constexpr int churned = 200;
/// In milliseconds of the window's own computing, so that a busy machine does not count.
constexpr double longestStall = 50;

quint16 portOf(quint64 inode)
{
    return static_cast<quint16>(1 + inode * 3 % 65'535);
}

/// At each sample the oldest 200 sockets are gone and as many new ones there.
class ChurningSockets : public SocketSource
{
public:
    SocketSample sample() override
    {
        SocketSample sample;
        for (quint64 inode = m_first; inode < m_first + listenerCount; ++inode)
            sample.sockets.append(test::socket(portOf(inode), inode, inode % 3 == 0 ? "127.0.0.1" : "0.0.0.0",
                                               inode % 4 == 3 ? Transport::Udp : Transport::Tcp));
        m_first += churned;
        return sample;
    }

private:
    quint64 m_first = 1;
};

/// A thousand processes; each socket in six belongs to the one that holds thousands.
class CrowdedProcesses : public ProcessSource
{
public:
    CrowdedProcesses()
    {
        for (int i = 0; i < processCount; ++i)
            m_owners.append(test::observed({ test::process(i + 2, QStringLiteral("worker-%1").arg(i % 40)) }));
    }

    OwnerSample owners(const QList<SocketEntry> &sockets) override
    {
        OwnerSample sample;
        sample.privileged = true;
        for (const SocketEntry &socket : sockets)
            sample.owners.append(m_owners.at(socket.inode % 6 == 0 ? 0 : static_cast<int>(socket.inode % processCount)));
        return sample;
    }

private:
    QList<OwnerPtr> m_owners;
};

class NoConnections : public ConnectionSource
{
public:
    ConnectionSample connections(const Listener &, int) override { return {}; }
};

Sampler::Sources crowdedSources()
{
    return { std::make_unique<ChurningSockets>(), std::make_unique<CrowdedProcesses>(), std::make_unique<NoConnections>() };
}

} // namespace

/// The whole window over 20,000 listeners: whatever a person does meanwhile, a key press is answered
/// soon.
class MainWindowStallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("sanitizers slow everything down; the other presets measure this");
#endif
#if !defined(__OPTIMIZE__)
        QSKIP("without optimisation this says nothing about the program people get");
#endif
        QVERIFY(m_folder.isValid());
        m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
        const KnowledgePtr knowledge = Knowledge::builtIn();
        m_monitor = std::make_unique<Monitor>(&crowdedSources, knowledge);
        m_window = std::make_unique<MainWindow>(knowledge, m_monitor.get(), m_settings.get());
        connect(m_window.get(), &MainWindow::updated, this, [this] { ++m_updates; });
        m_table = m_window->listenersView()->table();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_monitor->setPaused(true);
        m_watchdog = std::make_unique<test::Watchdog>();
    }

    void cleanupTestCase()
    {
        m_watchdog.reset();
        m_window.reset();
        m_monitor.reset();
    }

    void init()
    {
        if (m_watchdog)
            (void)m_watchdog->takeLongest();
    }

    void firstFill()
    {
        m_monitor->start();
        QTRY_COMPARE(m_table->model()->rowCount(), listenerCount);
        settle();
    }

    void listenersComeAndGo()
    {
        answersSoon([this] {
            churn(5);
            m_table->selectRow(100);
            churn(10);
        });
    }

    void sorting()
    {
        answersSoon([this] {
            for (int column = 0; column < listenerColumnCount; ++column) {
                for (const Qt::SortOrder order : { Qt::DescendingOrder, Qt::AscendingOrder }) {
                    QMetaObject::invokeMethod(m_table, [=, this] { m_table->sortByColumn(column, order); }, Qt::QueuedConnection);
                    settle();
                }
            }
            m_table->sortByColumn(static_cast<int>(ListenerColumn::Port), Qt::AscendingOrder);
        });
    }

    void typingAFilter()
    {
        answersSoon([this] {
            FilterField *field = m_window->filterField();
            const int all = m_table->model()->rowCount();
            for (const char *text : { "worker-1", "owner:worker-39", "port:1000-9000 -proto:udp", "nothing like it" }) {
                QTest::keyClicks(field, QLatin1String(text));
                QTRY_VERIFY(!field->filter().isEmpty() && m_table->model()->rowCount() < all);
                settle();
                QTest::keyClick(field, Qt::Key_Escape);
                QTRY_VERIFY(field->filter().isEmpty() && m_table->model()->rowCount() >= listenerCount);
            }
        });
    }

    void choosing()
    {
        answersSoon([this] {
            m_table->setFocus();
            const std::pair<Qt::Key, Qt::KeyboardModifier> keys[] {
                { Qt::Key_Home, Qt::ControlModifier }, { Qt::Key_Down, Qt::NoModifier }, { Qt::Key_Down, Qt::NoModifier },
                { Qt::Key_PageDown, Qt::NoModifier },  { Qt::Key_End, Qt::ControlModifier }, { Qt::Key_Up, Qt::NoModifier },
                { Qt::Key_PageUp, Qt::NoModifier },
            };
            for (const auto &[key, modifier] : keys) {
                QTest::keyClick(m_table, key, modifier);
                settle();
            }
        });
    }

    void choosingEverything()
    {
        answersSoon([this] {
            m_table->setFocus();
            QTest::keyClick(m_table, Qt::Key_A, Qt::ControlModifier);
            settle();
            churn(3);
            QTest::keyClick(m_table, Qt::Key_Home, Qt::ControlModifier);
            settle();
            churn(3);
        });
    }

    void otherViews()
    {
        answersSoon([this] {
            for (const char *view : { "portMap", "history", "registry", "listening" }) {
                m_window->showView(QLatin1String(view));
                settle();
                churn(2);
            }
        });
    }

    void scrolling()
    {
        answersSoon([this] {
            QScrollBar *bar = m_table->verticalScrollBar();
            for (int i = 0; i <= 20; ++i) {
                bar->setValue(bar->maximum() / 20 * i);
                settle();
            }
        });
    }

    void cleanup()
    {
        if (!m_watchdog || QTest::currentTestFailed())
            return;
        settle();
        const test::Watchdog::Stall stall = m_watchdog->takeLongest();
        qInfo("%.1f ms computed at once (%.1f by the clock)", stall.computed, stall.waited);
        QVERIFY2(stall.computed <= longestStall, qPrintable(QString::number(stall.computed)));
    }

private:
    /// A stall of the window's own comes back each time, one of a machine that is busy elsewhere does not.
    void answersSoon(const std::function<void()> &action)
    {
        constexpr int attempts = 3;
        test::Watchdog::Stall stall;
        for (int attempt = 0; attempt < attempts; ++attempt) {
            settle();
            (void)m_watchdog->takeLongest();
            action();
            if (QTest::currentTestFailed())
                return;
            settle();
            stall = m_watchdog->takeLongest();
            qInfo("%.1f ms computed at once (%.1f by the clock)", stall.computed, stall.waited);
            if (stall.computed <= longestStall)
                return;
        }
        QVERIFY2(stall.computed <= longestStall, qPrintable(QString::number(stall.computed)));
    }

    /// Until the loop has nothing more to do.
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QTest::qWait(1);
    }

    void churn(int ticks)
    {
        for (int i = 0; i < ticks; ++i) {
            const int before = m_updates;
            m_monitor->refresh();
            QTRY_VERIFY(m_updates > before);
            settle();
        }
    }

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<test::Watchdog> m_watchdog;
    ListenerTable *m_table = nullptr;
    int m_updates = 0;
};

QTEST_MAIN(MainWindowStallTest)
#include "main_window_stall_test.moc"
