// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/knowledge.h"
#include "listeners/filter_field.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"
#include "listeners/namespace_button.h"
#include "main_window.h"
#include "tests/models/listener_samples.h"

#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <functional>

using namespace portolan;

namespace {

constexpr int column = static_cast<int>(ListenerColumn::Namespace);

ListenerPtr listener(quint16 port, const QString &networkNamespace)
{
    auto owner = std::make_shared<Owner>(*samples::owner(samples::process(port, QStringLiteral("nginx"))));
    if (networkNamespace == QLatin1String("web")) {
        owner->container = Container { QStringLiteral("docker"), networkNamespace, QString(64, QLatin1Char('a')),
                                       QStringLiteral("nginx:1.25"), { { Transport::Tcp, QString(), 8080, 80 } } };
    }
    auto result = std::make_shared<Listener>(*samples::listener(port, owner));
    result->key.networkNamespace = networkNamespace.isEmpty() ? QString() : QStringLiteral("net/") + networkNamespace;
    result->endpoints.first().networkNamespace = networkNamespace;
    return result;
}

Update updateOf(const QList<ListenerPtr> &listeners)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->completeness = Completeness::Complete;
    snapshot->listeners = listeners;
    std::ranges::sort(snapshot->listeners, {}, [](const ListenerPtr &one) -> const ListenerKey & { return one->key; });
    Update update;
    update.snapshot = snapshot;
    for (qsizetype i = 0; i < listeners.size(); ++i)
        update.assessments.append(samples::assessment(Verdict::Explained));
    update.first = true;
    update.delta = diff({}, *snapshot);
    return update;
}

} // namespace

/// Listeners of several network namespaces in the window.
class NamespacesViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void hiddenWhileThereIsOne();
    void chosenFromTheMenu();
    void sortedAndShown();
    void columnStaysAsChosen();
    void publicationIsTold();

private:
    void show(const QStringList &namespaces);
    [[nodiscard]] ListenersView *view() const { return m_window->findChild<ListenersView *>(); }
    [[nodiscard]] NamespaceButton *button() const { return m_window->findChild<NamespaceButton *>(QStringLiteral("namespaces")); }
    /// Opens the menu by keyboard, which waits until it closes again after `act`.
    void withMenu(const std::function<void()> &act);
    [[nodiscard]] QAction *choice(const QString &text) const;
    [[nodiscard]] QStringList shownNamespaces() const;

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void NamespacesViewTest::init()
{
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QLatin1String(QTest::currentTestFunction())), QSettings::IniFormat);
    m_window = std::make_unique<MainWindow>(Knowledge::builtIn(), nullptr, m_settings.get());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void NamespacesViewTest::show(const QStringList &namespaces)
{
    QList<ListenerPtr> listeners;
    for (qsizetype i = 0; i < namespaces.size(); ++i)
        listeners.append(listener(quint16(80 + i), namespaces.at(i)));
    m_window->showFile(updateOf(listeners), {});
}

void NamespacesViewTest::withMenu(const std::function<void()> &act)
{
    bool acted = false;
    QMetaObject::Connection once = connect(button()->menu(), &QMenu::aboutToShow, this, [&] {
        QTimer::singleShot(0, this, [&] {
            act();
            acted = true;
            button()->menu()->close();
        });
    });
    button()->setFocus();
    QTest::keyClick(button(), Qt::Key_Space);
    disconnect(once);
    QVERIFY(acted);
}

QAction *NamespacesViewTest::choice(const QString &text) const
{
    for (QAction *action : button()->menu()->actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

QStringList NamespacesViewTest::shownNamespaces() const
{
    const QAbstractItemModel *model = view()->table()->model();
    QStringList names;
    for (int row = 0; row < model->rowCount(); ++row)
        names.append(model->index(row, column).data().toString());
    return names;
}

void NamespacesViewTest::hiddenWhileThereIsOne()
{
    show({ QString(), QString() });
    QVERIFY(button()->isHidden());
    QVERIFY(view()->table()->isColumnHidden(column));
}

void NamespacesViewTest::chosenFromTheMenu()
{
    show({ QString(), QStringLiteral("web"), QStringLiteral("a & b (7)"), QString() });
    QVERIFY(button()->isVisible());
    QCOMPARE(button()->accessibleName(), QStringLiteral("Network namespace: all"));
    withMenu([this] {
        QVERIFY(choice(QStringLiteral("All"))->isChecked());
        QVERIFY(choice(QStringLiteral("host (2)")));
        QVERIFY(choice(QStringLiteral("web (1)")));
        choice(QStringLiteral("a && b (7) (1)"))->trigger();
    });
    QCOMPARE(m_window->filterField()->text(), QStringLiteral("namespace:\"a & b (7)\""));
    QTRY_COMPARE(shownNamespaces(), QStringList { QStringLiteral("a & b (7)") });
    QCOMPARE(button()->text(), QStringLiteral("Namespace: a && b (7) \u25be"));

    m_window->filterField()->setText(QStringLiteral("port:80-90 namespace:host"));
    QTRY_COMPARE(shownNamespaces(), (QStringList { QStringLiteral("host"), QStringLiteral("host") }));
    withMenu([this] {
        QVERIFY(choice(QStringLiteral("host (2)"))->isChecked());
        choice(QStringLiteral("All"))->trigger();
    });
    QCOMPARE(m_window->filterField()->text(), QStringLiteral("port:80-90"));
    QTRY_COMPARE(shownNamespaces().size(), 4);
}

void NamespacesViewTest::sortedAndShown()
{
    show({ QStringLiteral("web"), QString(), QStringLiteral("db"), QString() });
    ListenerTable *table = view()->table();
    QVERIFY(!table->isColumnHidden(column));
    table->sortByColumn(column, Qt::AscendingOrder);
    QCOMPARE(shownNamespaces(), (QStringList { QStringLiteral("host"), QStringLiteral("host"), QStringLiteral("db"), QStringLiteral("web") }));
    table->sortByColumn(column, Qt::DescendingOrder);
    QCOMPARE(shownNamespaces(), (QStringList { QStringLiteral("web"), QStringLiteral("db"), QStringLiteral("host"), QStringLiteral("host") }));
    show({ QString(), QString() });
    QVERIFY(table->isColumnHidden(column));
}

void NamespacesViewTest::columnStaysAsChosen()
{
    show({ QString(), QStringLiteral("web") });
    ListenerTable *table = view()->table();
    Q_EMIT table->horizontalHeader()->customContextMenuRequested({});
    auto *menu = table->findChild<QMenu *>();
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text() == QLatin1String("Namespace"))
            action->toggle();
    }
    menu->close();
    QVERIFY(table->isColumnHidden(column));
    show({ QString(), QString() });
    show({ QString(), QStringLiteral("web") });
    QVERIFY(table->isColumnHidden(column));
    const QByteArray columns = table->saveColumns();
    table->resetColumns();
    QVERIFY(!table->isColumnHidden(column));
    QVERIFY(table->restoreColumns(columns));
    QVERIFY(table->isColumnHidden(column));
}

void NamespacesViewTest::publicationIsTold()
{
    show({ QStringLiteral("web"), QString() });
    const QAbstractItemModel *model = view()->table()->model();
    for (const ListenerColumn told : { ListenerColumn::Reachable, ListenerColumn::Owner }) {
        QString tip = model->index(0, static_cast<int>(told)).data(Qt::ToolTipRole).toString();
        tip.replace(QChar::Nbsp, QLatin1Char(' '));
        QVERIFY2(tip.contains(QStringLiteral("Published as port 8080 of this machine.")), qPrintable(tip));
    }
}

QTEST_MAIN(NamespacesViewTest)
#include "namespaces_view_test.moc"
