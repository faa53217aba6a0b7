// SPDX-License-Identifier: GPL-3.0-or-later
// Own notes through the real window, its dialogs and a real file.
#include "inspector/explanation_panel.h"
#include "listeners/filter_field.h"
#include "listeners/listener_table.h"
#include "listeners/listeners_view.h"
#include "main_window.h"
#include "models/listener_samples.h"
#include "ownnotes/own_note_section.h"
#include "ownnotes/own_notes_import_dialog.h"
#include "ownnotes/own_notes_store.h"
#include "ownnotes/own_notes_transfer.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace portolan;

namespace {

Update machine()
{
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->takenAt = QDateTime::currentDateTimeUtc();
    snapshot->backend = Backend::File;
    Update update;
    snapshot->listeners = { samples::listener(22, samples::owner(samples::process(812, QStringLiteral("sshd")))),
                            samples::listener(3155, samples::owner(samples::process(4242, QStringLiteral("updater")))),
                            samples::listener(8080, samples::owner(samples::process(1533, QStringLiteral("web&serv")))) };
    for (qsizetype i = 0; i < snapshot->listeners.size(); ++i)
        update.assessments += samples::assessment(Verdict::Explained);
    update.delta.opened = snapshot->listeners;
    update.snapshot = snapshot;
    update.first = true;
    return update;
}

bool put(const QString &fileName, const QByteArray &bytes)
{
    QFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class OwnNotesWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void writesShowsAndFindsANote();
    void theKeyOpensTheNoteOfEachView();
    void theMenuOfARowOpensTheNote();
    void movesANoteToItsProgram();
    void saysWhatSavingReplaces();
    void keepsTextsWithinTheirLimits();
    void deletedNotesCanBeBroughtBack();
    void answersAreKeptAndTakenBack();
    void importSaysWhatItDoes();
    void importRefusesWhatIsBroken();
    void exportsAndImportsTheSame();
    void saysWhenTheFileIsBroken();
    void hostileNotesStayText();
    void withoutAStoreNothingIsOffered();

private:
    template<typename Widget>
    [[nodiscard]] Widget *in(QWidget *parent, const char *name) const
    {
        // What was rebuilt lives until the event loop turns.
        for (Widget *widget : parent->findChildren<Widget *>(QLatin1String(name))) {
            if (widget->isVisibleTo(m_window.get()))
                return widget;
        }
        return nullptr;
    }
    [[nodiscard]] ExplanationPanel *panel() const { return m_window->listenersView()->findChild<ExplanationPanel *>(); }
    [[nodiscard]] QDialog *dialog() const { return m_window->findChild<QDialog *>(QStringLiteral("ownNoteDialog")); }
    /// Waits for the button: what was rebuilt shows when the event loop turns.
    void click(QWidget *parent, const char *name)
    {
        QTRY_VERIFY2(in<QPushButton>(parent, name), name);
        QTest::mouseClick(in<QPushButton>(parent, name), Qt::LeftButton);
    }
    void openWithKey();
    void save();
    [[nodiscard]] QString ownerCell(quint16 port) const;
    [[nodiscard]] OwnNotes inFile() const { return readOwnNotes(m_file).notes; }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<OwnNotesStore> m_store;
    std::unique_ptr<MainWindow> m_window;
    ListenerTable *m_table = nullptr;
};

void OwnNotesWindowTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = m_folder->filePath(QStringLiteral("portolan/own-notes.yaml"));
    m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("w.ini")), QSettings::IniFormat);
    m_store = std::make_unique<OwnNotesStore>(m_file);
    m_window = std::make_unique<MainWindow>(Knowledge::builtIn(), nullptr, m_settings.get());
    m_table = m_window->listenersView()->table();
    m_window->setOwnNotes(m_store.get());
    m_store->load();
    QTRY_VERIFY(m_store->isIdle());
    m_window->showFile(machine(), {});
    QCursor::setPos(1590, 990);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->showPort(3155);
    QVERIFY(m_table->currentListener());
    m_table->setFocus();
}

void OwnNotesWindowTest::cleanup()
{
    m_window.reset();
    m_store.reset();
    m_settings.reset();
    m_folder.reset();
}

void OwnNotesWindowTest::openWithKey()
{
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
    QVERIFY(dialog());
    QTRY_VERIFY(in<QLineEdit>(dialog(), "ownNoteLabel")->hasFocus());
}

void OwnNotesWindowTest::save()
{
    const QPointer<QDialog> open = dialog();
    click(open, "ownNoteSave");
    QTRY_VERIFY(!open);
    QTRY_VERIFY(m_store->isIdle());
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

QString OwnNotesWindowTest::ownerCell(quint16 port) const
{
    const QAbstractItemModel *model = m_table->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, static_cast<int>(ListenerColumn::Port)).data().toString() == QString::number(port))
            return model->index(row, static_cast<int>(ListenerColumn::Owner)).data().toString();
    }
    return {};
}

void OwnNotesWindowTest::writesShowsAndFindsANote()
{
    click(panel(), "addOwnNote");
    QVERIFY(dialog());
    QVERIFY(!in<QPushButton>(dialog(), "ownNoteSave")->isEnabled());
    QVERIFY(!in<QPushButton>(dialog(), "ownNoteDelete"));
    QTRY_VERIFY(in<QLineEdit>(dialog(), "ownNoteLabel")->hasFocus());
    QTest::keyClicks(in<QLineEdit>(dialog(), "ownNoteLabel"), QStringLiteral("Lab updater"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    auto *text = in<QPlainTextEdit>(dialog(), "ownNoteText");
    QVERIFY(text->hasFocus());
    QTest::keyClicks(text, QStringLiteral("Runs on Tuesdays."));
    QTest::keyClick(text, Qt::Key_Return);
    QTest::keyClicks(text, QStringLiteral("Ask Petya."));
    save();

    QCOMPARE(ownerCell(3155), QStringLiteral("updater ✎ Lab updater"));
    QCOMPARE(ownerCell(22), QStringLiteral("sshd"));
    QVERIFY2(panel()->plainText().contains(QLatin1String("Runs on Tuesdays.\nAsk Petya.")), qPrintable(panel()->plainText()));
    QTRY_VERIFY(in<QWidget>(panel(), "ownNotes"));
    const OwnNotePtr kept = inFile().find({ 3155, std::nullopt, {} });
    QVERIFY(kept);
    QCOMPARE(kept->text, QStringLiteral("Runs on Tuesdays.\nAsk Petya."));

    for (const char *typed : { "lab", "tuesdays", "note:petya" }) {
        m_window->filterField()->setText(QLatin1String(typed));
        m_window->filterField()->applyNow();
        QTRY_COMPARE(m_table->model()->rowCount(), 1);
        QVERIFY(!ownerCell(3155).isEmpty());
    }
}

void OwnNotesWindowTest::theKeyOpensTheNoteOfEachView()
{
    m_store->put({ { 3155, std::nullopt, {} }, QStringLiteral("Everywhere"), {}, {} });
    for (const char *view : { "listening", "portMap", "registry" }) {
        m_window->showView(QLatin1String(view));
        ExplanationPanel *shown = nullptr;
        for (ExplanationPanel *one : m_window->findChildren<ExplanationPanel *>()) {
            if (one->isVisible())
                shown = one;
        }
        QVERIFY2(shown, view);
        QTRY_VERIFY2(shown->plainText().contains(QStringLiteral("✎ Everywhere")), view);
        openWithKey();
        QCOMPARE(in<QLineEdit>(dialog(), "ownNoteLabel")->text(), QStringLiteral("Everywhere"));
        const QPointer<QDialog> open = dialog();
        QTest::keyClick(open, Qt::Key_Escape);
        QTRY_VERIFY(!open);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    m_window->showView(QStringLiteral("history"));
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
    QVERIFY(!dialog());
}

void OwnNotesWindowTest::theMenuOfARowOpensTheNote()
{
    const auto textOfAction = [this](bool trigger) {
        const QRect row = m_table->visualRect(m_table->currentIndex());
        QContextMenuEvent event(QContextMenuEvent::Mouse, row.center(), m_table->viewport()->mapToGlobal(row.center()));
        QApplication::sendEvent(m_table->viewport(), &event);
        QPointer<QMenu> menu = m_table->findChild<QMenu *>();
        auto *action = menu->findChild<QAction *>(QStringLiteral("ownNoteAction"));
        const QString text = action->text();
        if (trigger)
            action->trigger();
        menu->close();
        return text;
    };
    QCOMPARE(textOfAction(false), QStringLiteral("Add a note…"));
    m_store->put({ { 3155, std::nullopt, {} }, QStringLiteral("x"), {}, {} });
    QTRY_VERIFY(!m_table->findChild<QMenu *>());
    QCOMPARE(textOfAction(true), QStringLiteral("Edit note…"));
    QVERIFY(dialog());
    QCOMPARE(in<QLineEdit>(dialog(), "ownNoteLabel")->text(), QStringLiteral("x"));
}

void OwnNotesWindowTest::movesANoteToItsProgram()
{
    m_window->showPort(8080);
    openWithKey();
    auto *program = in<QRadioButton>(dialog(), "ownNoteThisProgram");
    QVERIFY2(program->text().contains(QLatin1String("web&&serv")), qPrintable(program->text()));
    QTest::keyClicks(in<QLineEdit>(dialog(), "ownNoteLabel"), QStringLiteral("Test server"));
    save();
    QVERIFY(inFile().find({ 8080, std::nullopt, {} }));

    openWithKey();
    in<QRadioButton>(dialog(), "ownNoteThisProgram")->click();
    in<QComboBox>(dialog(), "ownNoteTransport")->setCurrentIndex(1);
    save();
    const OwnNotes kept = inFile();
    QCOMPARE(kept.count(), 1);
    QVERIFY(kept.find({ 8080, Transport::Tcp, QStringLiteral("web&serv") }));
    QVERIFY(panel()->plainText().contains(QLatin1String("(TCP only, when web&serv holds it)")));
    QVERIFY(ownerCell(8080).endsWith(QLatin1String("Test server")));

    // A further note goes where there is room.
    click(panel(), "addOwnNote");
    QVERIFY(in<QRadioButton>(dialog(), "ownNoteAnyProgram")->isChecked());
    QTest::keyClicks(in<QLineEdit>(dialog(), "ownNoteLabel"), QStringLiteral("Anybody"));
    save();
    QCOMPARE(inFile().count(), 2);
    QVERIFY(ownerCell(8080).endsWith(QLatin1String("Test server")));
}

void OwnNotesWindowTest::saysWhatSavingReplaces()
{
    m_store->put({ { 3155, std::nullopt, {} }, QStringLiteral("General"), {}, {} });
    m_store->put({ { 3155, std::nullopt, QStringLiteral("updater") }, QStringLiteral("Special"), {}, {} });
    openWithKey();
    QCOMPARE(in<QLineEdit>(dialog(), "ownNoteLabel")->text(), QStringLiteral("Special"));
    auto *message = in<QLabel>(dialog(), "ownNoteMessage");
    QVERIFY(message->text().trimmed().isEmpty());
    in<QRadioButton>(dialog(), "ownNoteAnyProgram")->click();
    QVERIFY2(message->text().contains(QLatin1String("General")), qPrintable(message->text()));
    save();
    QCOMPARE(inFile().count(), 1);
    QCOMPARE(inFile().at(3155).first()->label, QStringLiteral("Special"));
}

void OwnNotesWindowTest::keepsTextsWithinTheirLimits()
{
    openWithKey();
    auto *label = in<QLineEdit>(dialog(), "ownNoteLabel");
    auto *text = in<QPlainTextEdit>(dialog(), "ownNoteText");
    label->setText(QString(500, QLatin1Char('x')));
    QCOMPARE(label->text().size(), OwnNote::longestLabel);
    text->setPlainText(QString(OwnNote::longestText + 1, QLatin1Char('y')));
    QVERIFY(!in<QPushButton>(dialog(), "ownNoteSave")->isEnabled());
    QVERIFY(in<QLabel>(dialog(), "ownNoteMessage")->text().contains(QLatin1String("1 character")));
    text->setPlainText(QString(OwnNote::longestText, QLatin1Char('y')));
    QVERIFY(in<QPushButton>(dialog(), "ownNoteSave")->isEnabled());
    label->setText(QStringLiteral("  \t "));
    QVERIFY(!in<QPushButton>(dialog(), "ownNoteSave")->isEnabled());
}

void OwnNotesWindowTest::deletedNotesCanBeBroughtBack()
{
    m_store->put({ { 3155, std::nullopt, {} }, QStringLiteral("Precious"), QStringLiteral("text"), {} });
    const OwnNotePtr before = m_store->notes().at(3155).first();
    click(panel(), "editOwnNote");
    const QPointer<QDialog> open = dialog();
    click(open, "ownNoteDelete");
    QTRY_VERIFY(!open);
    QTRY_VERIFY(m_store->isIdle());
    QVERIFY(inFile().isEmpty());
    QCOMPARE(ownerCell(3155), QStringLiteral("updater"));
    QVERIFY(!in<QPushButton>(panel(), "editOwnNote"));

    // It is offered for its own port alone.
    m_window->showPort(22);
    QTRY_VERIFY(!in<QPushButton>(panel(), "undoDeleteOwnNote"));
    m_window->showPort(3155);
    click(panel(), "undoDeleteOwnNote");
    QTRY_VERIFY(m_store->isIdle());
    QVERIFY(*inFile().at(3155).first() == *before);
    QVERIFY(ownerCell(3155).endsWith(QLatin1String("Precious")));
    QVERIFY(!in<QPushButton>(panel(), "undoDeleteOwnNote"));
}

void OwnNotesWindowTest::answersAreKeptAndTakenBack()
{
    auto *yes = in<QPushButton>(panel(), "usefulYes");
    auto *no = in<QPushButton>(panel(), "usefulNo");
    QVERIFY(!yes->isChecked() && !no->isChecked());
    QTest::mouseClick(yes, Qt::LeftButton);
    QVERIFY(yes->isChecked() && yes->text().startsWith(QChar(0x2713)));
    QVERIFY(in<QLabel>(panel(), "usefulRemark")->text().contains(QLatin1String("sent nowhere")));
    QTest::mouseClick(no, Qt::LeftButton);
    QVERIFY(!yes->isChecked() && no->isChecked());
    QTRY_VERIFY(m_store->isIdle());
    QCOMPARE(inFile().usefulness(3155), Usefulness::No);
    m_window->showPort(22);
    QVERIFY(!yes->isChecked() && !no->isChecked());
    m_window->showPort(3155);
    QVERIFY(no->isChecked());
    QTest::mouseClick(no, Qt::LeftButton);
    QVERIFY(!no->isChecked() && !in<QLabel>(panel(), "usefulRemark"));
    QTRY_VERIFY(m_store->isIdle());
    QVERIFY(inFile().isEmpty());
}

void OwnNotesWindowTest::importSaysWhatItDoes()
{
    m_store->put({ { 22, std::nullopt, {} }, QStringLiteral("mine"), {}, {} });
    m_store->put({ { 53, std::nullopt, {} }, QStringLiteral("kept"), {}, {} });
    const QString file = m_folder->filePath(QStringLiteral("theirs.yaml"));
    QVERIFY(put(file, "- ports: [22, 3155]\n  kind: own\n  subject: theirs\n"));
    m_window->findChild<QAction *>(QStringLiteral("importNotes"))->trigger();
    auto *chooser = m_window->findChild<QFileDialog *>(QStringLiteral("importNotesFile"));
    QVERIFY(chooser);
    Q_EMIT chooser->fileSelected(file);
    chooser->close();
    QTRY_VERIFY(m_window->findChild<OwnNotesImportDialog *>());
    const QPointer<OwnNotesImportDialog> import = m_window->findChild<OwnNotesImportDialog *>();
    const QString summary = in<QLabel>(import, "importSummary")->text();
    QVERIFY2(summary.contains(QLatin1String("1 note(s) will be added")) || summary.contains(QLatin1String("1 note will be added")), qPrintable(summary));
    auto *list = in<QListWidget>(import, "importReplaced");
    QCOMPARE(list->count(), 1);
    QCOMPARE(list->item(0)->text(), QStringLiteral("22: “mine” by “theirs”"));
    QCOMPARE(m_store->notes().find({ 22, std::nullopt, {} })->label, QStringLiteral("mine"));
    click(import, "importAccept");
    QTRY_VERIFY(!import);
    QTRY_VERIFY(m_store->isIdle());
    QCOMPARE(inFile().count(), 3);
    QCOMPARE(ownerCell(22), QStringLiteral("sshd ✎ theirs"));
    QCOMPARE(inFile().at(53).first()->label, QStringLiteral("kept"));
}

void OwnNotesWindowTest::importRefusesWhatIsBroken()
{
    m_store->put({ { 22, std::nullopt, {} }, QStringLiteral("mine"), {}, {} });
    const QString file = m_folder->filePath(QStringLiteral("broken.yaml"));
    const QByteArray broken("- ports: 22\n  kind: own\n  subject: x\n  colour: red\n");
    QVERIFY(put(file, broken));
    auto *transfer = m_window->findChild<OwnNotesTransfer *>();
    transfer->importFrom(file);
    auto *error = m_window->findChild<QLabel *>(QStringLiteral("error"));
    QTRY_VERIFY(error->isVisible());
    QVERIFY2(error->text().contains(QLatin1String("broken.yaml, line 4")) && error->text().startsWith(QLatin1String("Nothing was imported")), qPrintable(error->text()));
    QFile left(file);
    QVERIFY(left.open(QIODevice::ReadOnly));
    QCOMPARE(left.readAll(), broken);
    QCOMPARE(m_store->notes().count(), 1);
}

void OwnNotesWindowTest::exportsAndImportsTheSame()
{
    auto *transfer = m_window->findChild<OwnNotesTransfer *>();
    transfer->exportNotes();
    QPointer<QMessageBox> box = m_window->findChild<QMessageBox *>();
    QVERIFY(box && box->text().contains(QLatin1String("no own notes")));
    box->close();
    QTRY_VERIFY(!box);

    m_store->put({ { 22, Transport::Tcp, QStringLiteral("sshd") }, QStringLiteral("one"), QStringLiteral("a\n\nb"), {} });
    m_store->answer(22, Usefulness::Yes);
    const OwnNotes before = m_store->notes();
    const QString file = m_folder->filePath(QStringLiteral("out.yaml"));
    transfer->exportTo(file);
    QTRY_VERIFY(m_window->findChild<QMessageBox *>());
    box = m_window->findChild<QMessageBox *>();
    QVERIFY(box->text().contains(file));
    box->close();
    QVERIFY(readOwnNotes(file).notes == before.notesOnly());

    m_store->remove({ 22, Transport::Tcp, QStringLiteral("sshd") });
    transfer->importFrom(file);
    QTRY_VERIFY(m_window->findChild<OwnNotesImportDialog *>());
    m_window->findChild<OwnNotesImportDialog *>()->accept();
    QVERIFY(m_store->notes() == before);

    transfer->exportTo(m_folder->filePath(QStringLiteral("no/such/folder.yaml")));
    auto *error = m_window->findChild<QLabel *>(QStringLiteral("error"));
    QTRY_VERIFY(error->isVisible() && error->text().contains(QLatin1String("not written")));
}

void OwnNotesWindowTest::saysWhenTheFileIsBroken()
{
    m_store->put({ { 22, std::nullopt, {} }, QStringLiteral("mine"), {}, {} });
    QTRY_VERIFY(m_store->isIdle());
    QVERIFY(put(m_file, "- ports: [22\n"));
    m_store->load();
    auto *error = m_window->findChild<QLabel *>(QStringLiteral("error"));
    QTRY_VERIFY(error->isVisible());
    QVERIFY2(error->text().contains(QLatin1String("own-notes.broken-1.yaml")), qPrintable(error->text()));
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("portolan/own-notes.broken-1.yaml"))));
    QCOMPARE(ownerCell(22), QStringLiteral("sshd"));
}

void OwnNotesWindowTest::hostileNotesStayText()
{
    const QString hostile = QStringLiteral("<img src=x><b>&amp;") + QChar(0x202e) + QStringLiteral("\u2028end");
    m_store->put({ { 3155, std::nullopt, {} }, hostile, hostile, {} });
    const QString shown = panel()->plainText();
    QVERIFY(shown.contains(QLatin1String("<img src=x><b>&amp;\\u{202e}")));
    QVERIFY(!shown.contains(QChar(0x202e)));
    QVERIFY(!ownerCell(3155).contains(QChar(0x202e)));
    openWithKey();
    QCOMPARE(in<QLineEdit>(dialog(), "ownNoteLabel")->text(), m_store->notes().at(3155).first()->label);
}

void OwnNotesWindowTest::withoutAStoreNothingIsOffered()
{
    MainWindow window(Knowledge::builtIn(), nullptr, m_settings.get());
    window.showFile(machine(), {});
    window.showPort(3155);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    for (const char *name : { "usefulYes", "addOwnNote", "ownNotes" })
        QVERIFY2(!window.findChild<QWidget *>(QLatin1String(name))->isVisible(), name);
    QVERIFY(!window.findChild<QAction *>(QStringLiteral("importNotes"))->isEnabled());
}

QTEST_MAIN(OwnNotesWindowTest)
#include "own_notes_window_test.moc"
