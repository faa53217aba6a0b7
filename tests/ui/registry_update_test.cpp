// SPDX-License-Identifier: GPL-3.0-or-later
// Brings registries from real files through the real dialog into the real window.
#include "inspector/explanation_panel.h"
#include "knowledge/knowledge_format.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"
#include "main_window.h"
#include "models/listener_model.h"
#include "registry/registry_change_model.h"
#include "registry/registry_keeper.h"
#include "registry/registry_update_dialog.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace portolan;

class RegistryUpdateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatWouldChange();
    void narrowsByKind();
    void worksByKeyboardAlone();
    void brokenFileChangesNothing_data();
    void brokenFileChangesNothing();
    void asksAboutOlderAndSmaller();
    void findsTheSameRegistry();
    void cancelLeavesEverything();
    void saysWhenItCannotBeKept();
    void windowSwitchesLive_data();
    void windowSwitchesLive();
    void compilesAnewInTheBackground();
    void saysThatTheKeptOneIsDamaged();

private:
    void open(const QString &path);
    template<typename Widget>
    [[nodiscard]] Widget *part(const char *name) const
    {
        return m_dialog ? m_dialog->findChild<Widget *>(QLatin1String(name)) : nullptr;
    }
    [[nodiscard]] bool asks() const
    {
        const auto *use = part<QPushButton>("registryUpdateUse");
        return use && use->isVisible() && use->isEnabled();
    }
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] RegistryStore store() const { return RegistryStore(path("data")); }
    /// IANA's CSV of the rows.
    [[nodiscard]] QString write(const char *name, const QList<Registration> &rows) const;
    [[nodiscard]] static QList<Registration> builtInRows();
    /// The built-in registry with one row more, one fewer and one changed, and of a later date.
    [[nodiscard]] static QList<Registration> laterRows();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RegistryKeeper> m_keeper;
    QPointer<RegistryUpdateDialog> m_dialog;
};

void RegistryUpdateTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_keeper = std::make_unique<RegistryKeeper>(store());
}

void RegistryUpdateTest::cleanup()
{
    delete m_dialog;
    m_keeper.reset();
}

void RegistryUpdateTest::open(const QString &path)
{
    m_dialog = new RegistryUpdateDialog(path, m_keeper.get());
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
}

QString RegistryUpdateTest::write(const char *name, const QList<Registration> &rows) const
{
    const auto quoted = [](QString text) { return QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"'); };
    QStringList lines { QStringLiteral("Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,Registration Date,"
                                       "Modification Date,Reference,Service Code,Unauthorized Use Reported,Assignment Notes") };
    for (const Registration &row : rows) {
        QString ports;
        if (row.portFrom)
            ports = row.isSinglePort() ? QString::number(*row.portFrom) : QStringLiteral("%1-%2").arg(*row.portFrom).arg(*row.portTo);
        QStringList fields;
        for (const QString &field : { row.service, ports, QString(registryTransportName(row.transport)), row.description, row.assignee, row.contact,
                                      row.registered, row.modified, row.reference, row.serviceCode, row.unauthorizedUse, row.assignmentNotes }) {
            fields.append(quoted(field));
        }
        lines.append(fields.join(QLatin1Char(',')));
    }
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(lines.join(QLatin1Char('\n')).toUtf8()) < 0)
        qFatal("cannot write %s", name);
    return file.fileName();
}

QList<Registration> RegistryUpdateTest::builtInRows()
{
    const KnowledgePtr knowledge = Knowledge::builtIn();
    QList<Registration> rows;
    for (int i = 0; i < knowledge->registrationCount(); ++i)
        rows.append(knowledge->registrationAt(i));
    return rows;
}

QList<Registration> RegistryUpdateTest::laterRows()
{
    QList<Registration> rows = builtInRows();
    const auto is = [](quint16 port) {
        return [port](const Registration &row) { return row.portFrom == port && row.portTo == port && row.transport == RegistryTransport::Tcp; };
    };
    const auto ssh = std::find_if(rows.begin(), rows.end(), is(22));
    ssh->description = QStringLiteral("Another wording\u202e<b>of old</b>");
    rows.erase(std::find_if(rows.begin(), rows.end(), is(3155)));
    Registration fresh;
    fresh.portFrom = fresh.portTo = 49151;
    fresh.transport = RegistryTransport::Tcp;
    fresh.service = QStringLiteral("brand-new");
    fresh.description = QStringLiteral("Did not exist before");
    fresh.registered = QStringLiteral("2035-01-02");
    rows.append(fresh);
    return rows;
}

void RegistryUpdateTest::showsWhatWouldChange()
{
    open(write("later.csv", laterRows()));
    QTRY_VERIFY(asks());
    QVERIFY2(m_dialog->message().contains(QStringLiteral("“later.csv” holds the registry as of 2035-01-02: 14511 row")), qPrintable(m_dialog->message()));
    QVERIFY2(m_dialog->message().contains(QStringLiteral("In use: IANA's registry as of 2026-07, built into Portolan · 14511 row")), qPrintable(m_dialog->message()));
    QVERIFY(!part<QLabel>("registryUpdateDoubts")->isVisible());
    QCOMPARE(part<QCheckBox>("registryUpdateAdded")->text(), QStringLiteral("+ 1 &added"));
    const QAbstractItemModel *model = part<QTableView>("registryUpdateTable")->model();
    QCOMPARE(model->rowCount(), 3);
    const auto text = [&](int row, RegistryChangeColumn column) { return model->index(row, static_cast<int>(column)).data().toString(); };
    QCOMPARE(text(0, RegistryChangeColumn::Kind), QStringLiteral("~ changed"));
    QCOMPARE(text(0, RegistryChangeColumn::Ports), QStringLiteral("22"));
    QCOMPARE(text(0, RegistryChangeColumn::Differs), QStringLiteral("description"));
    // What comes from the file stays text that does nothing.
    QCOMPARE(text(0, RegistryChangeColumn::Description), QStringLiteral("Another wording\\u{202e}<b>of old</b>"));
    QCOMPARE(part<QPlainTextEdit>("registryUpdateDetails")->toPlainText(),
             QStringLiteral("Description: The Secure Shell (SSH) Protocol → Another wording\\u{202e}<b>of old</b>"));
    QCOMPARE(text(1, RegistryChangeColumn::Kind), QStringLiteral("− removed"));
    QCOMPARE(text(1, RegistryChangeColumn::Service), QStringLiteral("jpegmpeg"));
    QCOMPARE(text(2, RegistryChangeColumn::Kind), QStringLiteral("+ added"));
    QCOMPARE(text(2, RegistryChangeColumn::Description), QStringLiteral("Did not exist before"));

    QVERIFY(m_dialog->screen()->availableGeometry().contains(m_dialog->frameGeometry()));
    QVERIFY(part<QPushButton>("registryUpdateUse")->isDefault());
    QSignalSpy changed(m_keeper.get(), &RegistryKeeper::knowledgeChanged);
    part<QPushButton>("registryUpdateUse")->click();
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(changed.count(), 1);
    const KnowledgePtr knowledge = m_keeper->knowledge();
    QCOMPARE(knowledge->registry(), (RegistryEdition { QStringLiteral("2035-01-02"), QStringLiteral("later.csv") }));
    QVERIFY(!knowledge->marks(3155, Transport::Tcp).testFlag(Mark::Ghost));
    // The next start finds it.
    QCOMPARE(RegistryKeeper(store()).knowledge()->registry(), knowledge->registry());
}

void RegistryUpdateTest::narrowsByKind()
{
    open(write("later.csv", laterRows()));
    QTRY_VERIFY(asks());
    const QAbstractItemModel *model = part<QTableView>("registryUpdateTable")->model();
    part<QCheckBox>("registryUpdateChanged")->setChecked(false);
    QCOMPARE(model->rowCount(), 2);
    part<QCheckBox>("registryUpdateAdded")->setChecked(false);
    QCOMPARE(model->rowCount(), 1);
    QCOMPARE(model->index(0, static_cast<int>(RegistryChangeColumn::Service)).data().toString(), QStringLiteral("jpegmpeg"));
    part<QCheckBox>("registryUpdateRemoved")->setChecked(false);
    QCOMPARE(model->rowCount(), 0);
    QVERIFY(part<QPlainTextEdit>("registryUpdateDetails")->toPlainText().isEmpty());
}

void RegistryUpdateTest::worksByKeyboardAlone()
{
    open(write("later.csv", laterRows()));
    QTRY_VERIFY(asks());
    auto *table = part<QTableView>("registryUpdateTable");
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    QTRY_VERIFY(table->hasFocus());
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(table->currentIndex().row(), 1);
    QVERIFY(part<QPlainTextEdit>("registryUpdateDetails")->toPlainText().contains(QStringLiteral("Service: jpegmpeg")));
    QTest::keyClick(table, Qt::Key_A, Qt::AltModifier);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTest::keyClick(table, Qt::Key_U, Qt::AltModifier);
    QTRY_VERIFY(!m_dialog);
    QVERIFY(!m_keeper->knowledge()->registry().isBuiltIn());
}

void RegistryUpdateTest::brokenFileChangesNothing_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("where");
    const auto fixture = [](const char *name) { return QStringLiteral(PORTOLAN_FIXTURES "/") + QLatin1String(name); };
    QTest::newRow("csv") << fixture("registry_csv/bad/port.csv") << QStringLiteral("Line 3, column “Port Number”: “70000” is no port and no range");
    QTest::newRow("csv cut off") << fixture("registry_csv/bad/quote.csv") << QStringLiteral("Line 2: the quoted field that begins here is not closed");
    QTest::newRow("xml") << fixture("registry_xml/bad/number.xml") << QStringLiteral("<number>: “70000” is no port");
    QTest::newRow("xml cut off") << fixture("registry_xml/bad/cut_off.xml") << QStringLiteral("Line 4, column ");
    QTest::newRow("entities") << fixture("registry_xml/bad/entities.xml") << QStringLiteral("declares a document type");
    QTest::newRow("no file") << fixture("registry_xml/missing.xml") << QStringLiteral("No such file");
    QTest::newRow("folder") << fixture("registry_xml") << QStringLiteral("no plain file");
}

void RegistryUpdateTest::brokenFileChangesNothing()
{
    QFETCH(QString, file);
    QFETCH(QString, where);
    open(file);
    auto *fault = part<QLabel>("registryUpdateDoubts");
    QTRY_VERIFY(fault->isVisible());
    QVERIFY2(m_dialog->message().contains(QStringLiteral("nothing was changed")), qPrintable(m_dialog->message()));
    QVERIFY2(fault->text().contains(where), qPrintable(fault->text()));
    QVERIFY(!part<QPushButton>("registryUpdateUse")->isVisible());
    QCOMPARE(part<QPushButton>("registryUpdateCancel")->text(), QStringLiteral("Close"));
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_keeper->knowledge(), Knowledge::builtIn());
    QVERIFY(!QDir(path("data")).exists());
}

void RegistryUpdateTest::asksAboutOlderAndSmaller()
{
    open(QStringLiteral(PORTOLAN_FIXTURES "/registry_xml/small.xml"));
    QTRY_VERIFY(asks());
    const QString doubts = part<QLabel>("registryUpdateDoubts")->text();
    QVERIFY(part<QLabel>("registryUpdateDoubts")->isVisible());
    QVERIFY2(doubts.contains(QStringLiteral("older than the registry in use: 2026-03-09 against 2026-07")), qPrintable(doubts));
    QVERIFY2(doubts.contains(QStringLiteral("fewer than half the rows")), qPrintable(doubts));
    QCOMPARE(part<QPushButton>("registryUpdateUse")->text(), QStringLiteral("&Use it all the same"));
    // Enter does the harmless thing.
    QVERIFY(!part<QPushButton>("registryUpdateUse")->isDefault());
    QVERIFY(part<QPushButton>("registryUpdateCancel")->isDefault());
    part<QPushButton>("registryUpdateUse")->click();
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_keeper->knowledge()->registrationCount(), 5);
}

void RegistryUpdateTest::findsTheSameRegistry()
{
    open(write("same.csv", builtInRows()));
    QTRY_VERIFY(m_dialog->message().contains(QStringLiteral("row for row")));
    QVERIFY(!part<QPushButton>("registryUpdateUse")->isVisible());
    QVERIFY(!part<QTableView>("registryUpdateTable")->isVisible());
}

void RegistryUpdateTest::cancelLeavesEverything()
{
    open(write("later.csv", laterRows()));
    part<QPushButton>("registryUpdateCancel")->click();
    QTRY_VERIFY(!m_dialog);
    open(path("later.csv"));
    QTRY_VERIFY(asks());
    part<QPushButton>("registryUpdateCancel")->click();
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_keeper->knowledge(), Knowledge::builtIn());
    QVERIFY(!QDir(path("data")).exists());
}

void RegistryUpdateTest::saysWhenItCannotBeKept()
{
    QFile inTheWay(path("data"));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    open(write("later.csv", laterRows()));
    QTRY_VERIFY(asks());
    part<QPushButton>("registryUpdateUse")->click();
    auto *fault = part<QLabel>("registryUpdateDoubts");
    QTRY_VERIFY(fault->isVisible());
    QVERIFY2(fault->text().contains(QStringLiteral("cannot be kept")), qPrintable(fault->text()));
    QVERIFY(!part<QPushButton>("registryUpdateUse")->isVisible());
    QCOMPARE(m_keeper->knowledge(), Knowledge::builtIn());
}

void RegistryUpdateTest::windowSwitchesLive_data()
{
    QTest::addColumn<bool>("paused");
    QTest::newRow("live") << false;
    QTest::newRow("paused") << true;
}

void RegistryUpdateTest::windowSwitchesLive()
{
    QFETCH(bool, paused);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const quint16 port = server.serverPort();
    QList<Registration> rows = builtInRows();
    Registration own;
    own.portFrom = own.portTo = port;
    own.transport = RegistryTransport::Tcp;
    own.service = QStringLiteral("own-service");
    own.description = QStringLiteral("Registered by this test");
    own.unauthorizedUse = QStringLiteral("Known use of port %1").arg(port);
    rows.append(own);

    QSettings settings(path("window.ini"), QSettings::IniFormat);
    Monitor monitor(&systemSources, m_keeper->knowledge());
    monitor.setInterval(Monitor::minimumInterval);
    MainWindow window(m_keeper->knowledge(), &monitor, &settings);
    window.setRegistryKeeper(m_keeper.get());
    window.show();
    monitor.start();
    window.showPort(port);
    ListenerTable *table = window.listenersView()->table();
    QTRY_VERIFY(table->currentListener());
    const ListenerKey key = table->currentListener()->key;
    const auto service = [&] {
        const ListenerModel &model = window.listenersView()->model();
        return model.row(model.rowOf(key)).assessment->service;
    };
    const auto shown = [&] { return window.findChild<ExplanationPanel *>(QStringLiteral("explanation"))->plainText(); };
    auto *useBuiltIn = window.findChild<QAction *>(QStringLiteral("useBuiltInRegistry"));
    auto *edition = window.findChild<QLabel *>(QStringLiteral("registryEdition"));
    QVERIFY(service().isEmpty());
    QVERIFY(!useBuiltIn->isEnabled());
    QVERIFY(edition->text().contains(QStringLiteral("built into Portolan")));

    // The views that are not seen follow as well.
    window.showView(QStringLiteral("registry"));
    auto *registryTable = window.findChild<QTableView *>(QStringLiteral("registryTable"));
    window.findChild<QLineEdit *>(QStringLiteral("registrySearch"))->setText(QStringLiteral("own-service"));
    QTRY_COMPARE(registryTable->model()->rowCount(), 0);
    window.showView(QStringLiteral("portMap"));
    window.showView(QStringLiteral("listening"));
    if (paused)
        window.findChild<QPushButton *>(QStringLiteral("pause"))->click();
    const int before = table->model()->rowCount();

    QSignalSpy changed(m_keeper.get(), &RegistryKeeper::knowledgeChanged);
    m_keeper->keep(rows, { QStringLiteral("2035-01-02"), QStringLiteral("own.csv") });
    QTRY_COMPARE(changed.count(), 1);
    QTRY_COMPARE(service(), QStringLiteral("own-service"));
    QTRY_VERIFY2(shown().contains(QStringLiteral("Registered by this test")), qPrintable(shown()));
    QVERIFY2(edition->text().contains(QStringLiteral("as of 2035-01-02, from the file “own.csv”")), qPrintable(edition->text()));
    QVERIFY(useBuiltIn->isEnabled());
    QTRY_COMPARE(registryTable->model()->rowCount(), 1);
    if (paused)
        QCOMPARE(table->model()->rowCount(), before);
    QCOMPARE(table->currentListener()->key, key);

    useBuiltIn->trigger();
    QTRY_COMPARE(changed.count(), 2);
    QTRY_VERIFY(service().isEmpty());
    QTRY_VERIFY(!shown().contains(QStringLiteral("Registered by this test")));
    QTRY_COMPARE(registryTable->model()->rowCount(), 0);
    QVERIFY(!useBuiltIn->isEnabled());
    QVERIFY(!QFile::exists(store().path()));
}

void RegistryUpdateTest::compilesAnewInTheBackground()
{
    QVERIFY(store().keep(laterRows(), { QStringLiteral("2035-01-02"), QStringLiteral("later.csv") }).knowledge);
    // As another version of the program would have compiled it: nobody can read that.
    QFile file(store().path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    constexpr qsizetype stampOffset = 20;
    constexpr qsizetype headSize = 48 + 9; // with "later.csv"
    bytes[stampOffset] = static_cast<char>(~bytes.at(stampOffset));
    qToLittleEndian(format::checksum(QByteArrayView(bytes).sliced(stampOffset, headSize - stampOffset)), bytes.data() + 12);
    bytes[bytes.indexOf(QByteArray(format::magic, sizeof format::magic)) + format::versionOffset] = 1;
    QVERIFY(file.seek(0));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();

    m_keeper = std::make_unique<RegistryKeeper>(store());
    QVERIFY(m_keeper->knowledge()->registry().isBuiltIn());
    QVERIFY(m_keeper->problem().isEmpty());
    QSettings settings(path("window.ini"), QSettings::IniFormat);
    MainWindow window(m_keeper->knowledge(), nullptr, &settings);
    window.setRegistryKeeper(m_keeper.get());
    QTRY_COMPARE(m_keeper->knowledge()->registry().file, QStringLiteral("later.csv"));
    QVERIFY(window.findChild<QLabel *>(QStringLiteral("registryEdition"))->text().contains(QStringLiteral("later.csv")));
}

void RegistryUpdateTest::saysThatTheKeptOneIsDamaged()
{
    QVERIFY(store().keep(laterRows(), { QStringLiteral("2035-01-02"), QStringLiteral("later.csv") }).knowledge);
    QFile file(store().path());
    QVERIFY(file.resize(file.size() / 2));
    m_keeper = std::make_unique<RegistryKeeper>(store());
    QSettings settings(path("window.ini"), QSettings::IniFormat);
    MainWindow window(m_keeper->knowledge(), nullptr, &settings);
    window.setRegistryKeeper(m_keeper.get());
    window.show();
    auto *error = window.findChild<QLabel *>(QStringLiteral("error"));
    QTRY_VERIFY(error->isVisible());
    QVERIFY2(error->text().contains(QStringLiteral("was damaged")), qPrintable(error->text()));
    QVERIFY(RegistryKeeper(store()).problem().isEmpty());
}

QTEST_MAIN(RegistryUpdateTest)
#include "registry_update_test.moc"
