// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/explanation_panel.h"
#include "models/listener_samples.h"
#include "registry/registry_view.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace portolan;

namespace {

Update updateOf(const QList<quint16> &ports, const Update *before = nullptr)
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->takenAt = QDateTime::currentDateTimeUtc();
    Update update;
    const OwnerPtr owner = samples::owner(samples::process(4242, QStringLiteral("updater")));
    for (const quint16 port : ports) {
        snapshot->listeners.append(samples::listener(port, owner));
        update.assessments.append(samples::assessment(port == 3155 ? Verdict::Investigate : Verdict::Expected));
    }
    update.first = !before;
    update.delta = diff(before ? *before->snapshot : Snapshot(), *snapshot);
    update.snapshot = snapshot;
    return update;
}

/// No window manager runs under the test's X server, so nobody else gives the window the focus.
void activate(QWidget *window)
{
    QVERIFY(QTest::qWaitForWindowExposed(window));
    QApplication::setActiveWindow(window);
    QTRY_VERIFY(window->isActiveWindow());
}

QString cell(const QTableView *table, int row, int column)
{
    return table->model()->index(row, column).data().toString();
}

} // namespace

class PortViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    }

    void registryAnswersAsOneTypes()
    {
        RegistryView view(Knowledge::builtIn());
        view.resize(1000, 600);
        view.apply(updateOf({ 22, 3155 }));
        view.show();
        activate(&view);
        auto *field = view.findChild<QLineEdit *>(QStringLiteral("registrySearch"));
        auto *table = view.findChild<QTableView *>(QStringLiteral("registryTable"));
        auto *panel = view.findChild<ExplanationPanel *>();
        auto *show = view.findChild<QPushButton *>(QStringLiteral("showInListening"));
        QVERIFY(field && table && panel && show);
        QTRY_COMPARE(table->model()->rowCount(), Knowledge::builtIn()->registrationCount());
        QVERIFY(!show->isEnabled());

        field->setFocus();
        QTest::keyClicks(field, QStringLiteral("3155"));
        QTRY_COMPARE(cell(table, 0, 0), QStringLiteral("3155"));
        QTRY_VERIFY(panel->plainText().contains(QStringLiteral("jpegmpeg")));
        QVERIFY(panel->plainText().contains(QStringLiteral("updater")));
        QVERIFY(show->isEnabled());
        QSignalSpy wanted(&view, &RegistryView::listenersWanted);
        QTest::mouseClick(show, Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().value<quint16>(), quint16(3155));

        // What was shown while one typed does not hold on to the selection.
        field->clear();
        QTest::keyClicks(field, QStringLiteral("kde connect"));
        QTRY_COMPARE(cell(table, 0, 0), QStringLiteral("1716"));
        QTRY_COMPARE(table->currentIndex().row(), 0);
        field->clear();
        QTest::keyClicks(field, QStringLiteral("3155"));
        QTRY_COMPARE(cell(table, 0, 0), QStringLiteral("3155"));

        QSignalSpy activated(&view, &RegistryView::portActivated);
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Down);
        QVERIFY(table->hasFocus());
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(activated.size(), 1);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().startsWith(QStringLiteral("3155\t")));
    }

    void registryKeepsRoomForDescriptions()
    {
        RegistryView view(Knowledge::builtIn());
        view.show();
        auto *table = view.findChild<QTableView *>(QStringLiteral("registryTable"));
        const auto hidden = [table](int column) { return table->isColumnHidden(column); };
        for (const int width : { 1900, 1024, 1900 }) {
            view.resize(width, 600);
            QTRY_COMPARE(hidden(5), width < 1900); // when it was registered
            QCOMPARE(hidden(4), width < 1900); // by whom
            QTRY_VERIFY(table->columnWidth(3) > table->fontMetrics().horizontalAdvance(QStringLiteral("a description")));
        }
    }

    void registryTeachesWhenThereIsNoAnswer()
    {
        RegistryView view(Knowledge::builtIn());
        view.show();
        auto *field = view.findChild<QLineEdit *>(QStringLiteral("registrySearch"));
        auto *table = view.findChild<QTableView *>(QStringLiteral("registryTable"));
        auto *count = view.findChild<QLabel *>(QStringLiteral("registryCount"));
        QTRY_VERIFY(table->model()->rowCount() > 0);
        field->setText(QStringLiteral("zzqyx"));
        QTRY_VERIFY(!table->isVisible());
        field->setText(QStringLiteral("99999"));
        QTRY_VERIFY(count->text().contains(QStringLiteral("65535")));
        field->clear();
        QTRY_VERIFY(table->isVisible());
        view.findChild<QCheckBox *>()->setChecked(true);
        QTRY_VERIFY(!table->isVisible());
        view.apply(updateOf({ 22 }));
        QTRY_VERIFY(table->isVisible());
    }

    void registryIsNarrowedByFilters()
    {
        const KnowledgePtr knowledge = Knowledge::builtIn();
        RegistryView view(knowledge);
        view.apply(updateOf({ 22, 3155, 50000 }));
        view.show();
        activate(&view);
        auto *table = view.findChild<QTableView *>(QStringLiteral("registryTable"));
        auto *mark = view.findChild<QComboBox *>(QStringLiteral("registryMark"));
        auto *range = view.findChild<QComboBox *>(QStringLiteral("registryRange"));
        auto *transport = view.findChild<QComboBox *>(QStringLiteral("registryTransport"));
        auto *listening = view.findChild<QCheckBox *>(QStringLiteral("registryListeningOnly"));
        auto *clear = view.findChild<QPushButton *>(QStringLiteral("registryClearFilters"));
        QVERIFY(mark && range && transport && listening && clear);
        QTRY_COMPARE(table->model()->rowCount(), knowledge->registrationCount());
        QVERIFY(!clear->isEnabled());
        QSignalSpy changed(&view, &RegistryView::filterChanged);

        // By keyboard: the first mark is "like 3155".
        mark->setFocus();
        QTest::keyClick(mark, Qt::Key_Down);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(view.filter().mark, Mark::Similar);
        QTRY_VERIFY(table->model()->rowCount() > 0 && table->model()->rowCount() < 300);
        for (int row = 0; row < table->model()->rowCount(); ++row)
            QVERIFY(knowledge->marks(static_cast<quint16>(cell(table, row, 0).toUInt())).testFlag(Mark::Similar));
        transport->setCurrentIndex(transport->findText(QStringLiteral("UDP")));
        const int both = table->model()->rowCount();
        QTRY_VERIFY(table->model()->rowCount() < both);
        listening->setChecked(true);
        transport->setCurrentIndex(0);
        QTRY_COMPARE(cell(table, 0, 0), QStringLiteral("3155"));

        QVERIFY(clear->isEnabled());
        QTest::mouseClick(clear, Qt::LeftButton);
        QVERIFY(view.filter().isEmpty());
        QVERIFY(!clear->isEnabled());
        QTRY_COMPARE(table->model()->rowCount(), knowledge->registrationCount());

        // Of the dynamic range, ports that listen are answered although the registry lacks them.
        RegistryFilter filter;
        filter.range = PortRange::Dynamic;
        filter.listening = true;
        view.setFilter(filter);
        QCOMPARE(range->currentIndex(), 3);
        QTRY_COMPARE(cell(table, 0, 0), QStringLiteral("50000"));
        auto *field = view.findChild<QLineEdit *>(QStringLiteral("registrySearch"));
        field->setText(QStringLiteral("jpegmpeg"));
        auto *empty = view.findChild<QLabel *>(QStringLiteral("registryEmpty"));
        QTRY_VERIFY(empty->isVisible() && empty->text().contains(QStringLiteral("filters")));
    }

    void registryAnswersWhateverIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("first"); // port of the first row, or "any"; empty when there is none
        QTest::addColumn<QString>("said"); // beside the field or in the table's place
        QTest::newRow("too large") << "65536" << QString() << "from 0 to 65535";
        QTest::newRow("negative") << "-31551" << QString() << "from 0 to 65535";
        QTest::newRow("negative, and part of names") << "-1" << "any" << "from 0 to 65535";
        QTest::newRow("hexadecimal") << "0xc53" << "3155" << "3155 in decimal";
        QTest::newRow("hexadecimal, too large") << "0x10000" << QString() << "from 0 to 65535";
        QTest::newRow("name") << "http" << "80" << QString();
        QTest::newRow("no row over sctp") << "3155/sctp" << QString() << "3155 over SCTP";
        QTest::newRow("two transports") << "3155/tcp/udp" << "3155" << "3155/udp";
        QTest::newRow("no transport") << "3155/quic" << "3155" << "quic";
        QTest::newRow("full-width digits") << "３１５５" << "3155" << QString();
        QTest::newRow("blank") << "   " << "0" << QString();
    }

    void registryAnswersWhateverIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, first);
        QFETCH(QString, said);
        RegistryView view(Knowledge::builtIn());
        view.show();
        auto *table = view.findChild<QTableView *>(QStringLiteral("registryTable"));
        auto *count = view.findChild<QLabel *>(QStringLiteral("registryCount"));
        auto *empty = view.findChild<QLabel *>(QStringLiteral("registryEmpty"));
        QTRY_VERIFY(table->model()->rowCount() > 0);
        view.findChild<QLineEdit *>(QStringLiteral("registrySearch"))->setText(typed);
        if (first == QLatin1String("any"))
            QTRY_VERIFY(table->isVisible());
        else if (first.isEmpty())
            QTRY_VERIFY(empty->isVisible());
        else
            QTRY_COMPARE(cell(table, 0, 0), first);
        QTRY_VERIFY2((count->text() + empty->text()).contains(said), qPrintable(count->text() + empty->text()));
    }
};

QTEST_MAIN(PortViewsTest)
#include "test_port_views.moc"
