// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/knowledge.h"
#include "report/export_dialog.h"
#include "report/report_preview.h"
#include "tests/models/listener_samples.h"

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

#include <sys/mount.h>
#include <unistd.h>

using namespace portolan;

/// The way through the dialog; that the file stays whole is what counts.
class ExportDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksBeforeItReplaces();
    void cancelKeepsTheOldFile();
    void redacts();
    void writesPages();
    void previewsWhatIsRedacted();
    void previewsTheWorstOfMany();
    void refusedFolderIsTold();
    void fullDiskIsTold();

private:
    void open(int listeners);
    template<typename Widget>
    [[nodiscard]] Widget *part(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    void write(const QString &file) const;
    static void writeOld(const QString &file);
    static QByteArray contents(const QString &file);
    [[nodiscard]] QMessageBox *question() const { return part<QMessageBox>("exportReplaceQuestion"); }
    void choose(const QString &button) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    QPointer<ExportDialog> m_dialog;
};

void ExportDialogTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void ExportDialogTest::cleanup()
{
    delete m_dialog;
}

void ExportDialogTest::open(int listeners)
{
    samples::Machine machine(3);
    machine.open(listeners);
    const Update update = machine.update();
    ExportOffer offer;
    offer.document.snapshot = update.snapshot;
    offer.document.listeners = update.snapshot->listeners;
    offer.document.assessments = update.assessments;
    offer.document.knowledge = Knowledge::builtIn();
    m_dialog = new ExportDialog(offer);
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_dialog));
}

void ExportDialogTest::write(const QString &file) const
{
    part<QLineEdit>("exportPath")->setText(file);
    QTest::mouseClick(part<QPushButton>("exportWrite"), Qt::LeftButton);
}

void ExportDialogTest::writeOld(const QString &file)
{
    QFile old(file);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
}

QByteArray ExportDialogTest::contents(const QString &file)
{
    QFile written(file);
    return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
}

void ExportDialogTest::choose(const QString &text) const
{
    for (QAbstractButton *button : question()->buttons()) {
        if (button->text().remove(QLatin1Char('&')) == text)
            return button->click();
    }
    QFAIL(qPrintable(text));
}

void ExportDialogTest::asksBeforeItReplaces()
{
    open(5);
    const QString file = path("report.json");
    writeOld(file);
    write(file);
    QTRY_VERIFY(question() && question()->isVisible());
    QVERIFY(question()->informativeText().contains(QStringLiteral("report.json")));
    choose(QStringLiteral("Cancel"));
    QTRY_VERIFY(!question());
    QTRY_VERIFY(part<QPushButton>("exportWrite")->isEnabled());
    QCOMPARE(contents(file), QByteArray("old"));

    QSignalSpy written(m_dialog, &ExportDialog::finishedWriting);
    write(file);
    QTRY_VERIFY(question() && question()->isVisible());
    choose(QStringLiteral("Replace"));
    QTRY_COMPARE(written.count(), 1);
    QVERIFY(contents(file).contains("portolan.snapshot"));
    QVERIFY(m_dialog->message().contains(QStringLiteral("report.json")));
    QVERIFY(part<QPushButton>("exportOpen")->isVisible());
}

void ExportDialogTest::cancelKeepsTheOldFile()
{
    open(8000);
    const QString file = path("report.html");
    writeOld(file);
    QSignalSpy written(m_dialog, &ExportDialog::finishedWriting);
    write(file);
    QTRY_VERIFY(question() && question()->isVisible());
    choose(QStringLiteral("Replace"));
    QTRY_VERIFY(!part<QPushButton>("exportWrite")->isEnabled());
    QCOMPARE(part<QPushButton>("exportCancel")->text(), QStringLiteral("Cancel"));
    QTest::mouseClick(part<QPushButton>("exportCancel"), Qt::LeftButton);
    QTRY_COMPARE(written.count(), 1);
    QVERIFY(m_dialog && m_dialog->isVisible());
    QCOMPARE(m_dialog->message(), QStringLiteral("Cancelled. Nothing was written."));
    QCOMPARE(contents(file), QByteArray("old"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList {QStringLiteral("report.html")});
}

void ExportDialogTest::redacts()
{
    open(20);
    QSignalSpy written(m_dialog, &ExportDialog::finishedWriting);
    write(path("plain.json"));
    QTRY_COMPARE(written.count(), 1);
    QVERIFY(contents(path("plain.json")).contains("alice"));
    part<QCheckBox>("exportRedact")->setChecked(true);
    write(path("redacted.json"));
    QTRY_COMPARE(written.count(), 2);
    const QByteArray redacted = contents(path("redacted.json"));
    QVERIFY(redacted.contains("portolan.snapshot"));
    QVERIFY(!redacted.contains("alice"));
    QVERIFY(!redacted.contains("/usr/bin/worker"));
}

void ExportDialogTest::writesPages()
{
    open(120);
    QSignalSpy written(m_dialog, &ExportDialog::finishedWriting);
    write(path("report.pdf"));
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, 60'000);
    const QByteArray pdf = contents(path("report.pdf"));
    QVERIFY2(pdf.startsWith("%PDF-"), qPrintable(m_dialog->message()));
    QVERIFY(pdf.count("/Type /Page\n") > 3);
}

void ExportDialogTest::previewsWhatIsRedacted()
{
    open(12);
    const auto shown = [this] {
        QTest::mouseClick(part<QPushButton>("exportPreview"), Qt::LeftButton);
        if (!QTest::qWaitFor([this] { return part<QTextBrowser>("reportPreviewText") != nullptr; }))
            return QString();
        const QString text = part<QTextBrowser>("reportPreviewText")->toPlainText();
        part<QDialog>("reportPreview")->close();
        return QTest::qWaitFor([this] { return !part<QDialog>("reportPreview"); }) ? text : QString();
    };
    const QString plain = shown();
    QVERIFY(plain.contains(QStringLiteral("alice")) && plain.contains(QStringLiteral("/usr/bin/worker")));
    part<QCheckBox>("exportRedact")->setChecked(true);
    part<QCheckBox>("exportRedactPaths")->setChecked(false);
    const QString redacted = shown();
    QVERIFY(!redacted.contains(QStringLiteral("alice")) && redacted.contains(QStringLiteral("user-1")));
    QVERIFY(redacted.contains(QStringLiteral("/usr/bin/worker")));
    part<QLineEdit>("exportPath")->setText(path("report.csv"));
    QVERIFY(shown().startsWith(QStringLiteral("transport,port")));
}

void ExportDialogTest::previewsTheWorstOfMany()
{
    ReportDocument document;
    auto snapshot = std::make_shared<Snapshot>();
    for (int i = 0; i < 500; ++i) {
        const ListenerPtr listener = samples::listener(quint16(41000 + i), samples::owner(samples::process(100 + i, QStringLiteral("worker"))));
        Assessment assessment;
        assessment.verdict = i == 499 ? Verdict::Investigate : Verdict::Explained;
        snapshot->listeners += listener;
        document.assessments += std::make_shared<Assessment>(assessment);
    }
    document.snapshot = snapshot;
    document.listeners = snapshot->listeners;
    document.knowledge = Knowledge::builtIn();
    const ReportPreview::Content content = ReportPreview::prepare(document, std::nullopt);
    const QString text = content.paged->toPlainText();
    QVERIFY(text.contains(QStringLiteral("100 of 500 listeners")));
    QVERIFY(text.contains(QStringLiteral("41499"))); // the last, and the one to look at
    QVERIFY(text.contains(QStringLiteral("41098")) && !text.contains(QStringLiteral("41099")));
    // What is printed is the whole.
    QCOMPARE(content.document.listeners.size(), 500);
}

void ExportDialogTest::refusedFolderIsTold()
{
    open(5);
    QSignalSpy written(m_dialog, &ExportDialog::finishedWriting);
    // Not even the administrator can make files there.
    write(QStringLiteral("/proc/self/report.json"));
    QTRY_COMPARE(written.count(), 1);
    QVERIFY(part<QLabel>("exportMessage")->isVisible());
    QVERIFY2(m_dialog->message().contains(QStringLiteral("/proc/self")), qPrintable(m_dialog->message()));
    QVERIFY(part<QPushButton>("exportWrite")->isEnabled());
    QVERIFY(!part<QPushButton>("exportOpen")->isVisible());
}

void ExportDialogTest::fullDiskIsTold()
{
    const QByteArray disk = QFile::encodeName(path("disk"));
    QVERIFY(QDir().mkdir(path("disk")));
    if (::mount("none", disk.constData(), "tmpfs", 0, "size=64k") != 0)
        QSKIP("needs the right to mount a small file system");
    const auto unmount = qScopeGuard([&disk] { ::umount(disk.constData()); });
    open(8000);
    const QString file = path("disk/report.html");
    writeOld(file);
    QSignalSpy written(m_dialog, &ExportDialog::finishedWriting);
    write(file);
    QTRY_VERIFY(question() && question()->isVisible());
    choose(QStringLiteral("Replace"));
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, 60'000);
    QVERIFY2(m_dialog->message().contains(QStringLiteral("space"), Qt::CaseInsensitive), qPrintable(m_dialog->message()));
    QCOMPARE(contents(file), QByteArray("old"));
    QCOMPARE(QDir(path("disk")).entryList(QDir::Files | QDir::Hidden), QStringList {QStringLiteral("report.html")});
    delete m_dialog;
}

QTEST_MAIN(ExportDialogTest)
#include "export_dialog_test.moc"
