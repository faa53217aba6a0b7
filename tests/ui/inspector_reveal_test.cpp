// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/file_revealer.h"
#include "text/text.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDesktopServices>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <filesystem>

using namespace portolan;

namespace {

const QString managerName = QStringLiteral("org.freedesktop.FileManager1");
const QString managerPath = QStringLiteral("/org/freedesktop/FileManager1");

/// A file manager on the test's own session bus.
class FileManager : public QObject, protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.FileManager1")

public:
    QStringList shown;
    bool refuses = false;
    bool silent = false;

public Q_SLOTS:
    void ShowItems(const QStringList &uris, const QString &startupId)
    {
        Q_UNUSED(startupId)
        shown += uris;
        if (silent)
            setDelayedReply(true);
        else if (refuses)
            sendErrorReply(QStringLiteral("org.example.Refused"), QStringLiteral("refused"));
    }
};

/// Takes the place of the program that opens folders.
class FolderOpener : public QObject
{
    Q_OBJECT

public:
    FolderOpener() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~FolderOpener() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened += url; }
};

} // namespace

class InspectorRevealTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void selectsTheFile();
    void encodesAnyBytes();
    void opensTheFolderWithoutManager();
    void opensTheFolderWhenRefused();
    void opensTheFolderOfADeletedFile();
    void saysWhenEverythingIsGone();
    void saysWhenThereNeverWasAFile();
    void neverWaits();

private:
    QString makeFile(const QByteArray &name);
    void serve();

    /// The file manager's own, so that calls really travel over the bus.
    QDBusConnection m_bus
        = QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("file-manager"));
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FileManager> m_manager;
    std::unique_ptr<FolderOpener> m_opener;
};

void InspectorRevealTest::initTestCase()
{
    qRegisterMetaType<RevealResult>();
    if (!QDBusConnection::sessionBus().isConnected())
        QFAIL("The test needs a session bus of its own; run it through tests/support/with-display");
}

void InspectorRevealTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_manager = std::make_unique<FileManager>();
    m_opener.reset();
    m_opener = std::make_unique<FolderOpener>();
}

void InspectorRevealTest::cleanup()
{
    m_bus.unregisterObject(managerPath);
    m_bus.unregisterService(managerName);
    // QTemporaryDir cannot remove names that are not UTF-8.
    std::error_code error;
    std::filesystem::remove_all(m_folder->path().toStdString(), error);
    m_folder->setAutoRemove(false);
}

QString InspectorRevealTest::makeFile(const QByteArray &name)
{
    const QByteArray path = QFile::encodeName(m_folder->path()) + '/' + name;
    std::unique_ptr<FILE, int (*)(FILE *)> file(std::fopen(path.constData(), "w"), std::fclose);
    return file ? text::fromKernel(path) : QString();
}

void InspectorRevealTest::serve()
{
    QVERIFY(m_bus.registerObject(managerPath, m_manager.get(), QDBusConnection::ExportAllSlots));
    QVERIFY(m_bus.registerService(managerName));
}

void InspectorRevealTest::selectsTheFile()
{
    serve();
    FileRevealer revealer;
    QSignalSpy finished(&revealer, &FileRevealer::finished);
    revealer.reveal(makeFile("server"), false);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().at(0).value<RevealResult>(), RevealResult::FileShown);
    QCOMPARE(m_manager->shown, QStringList { QStringLiteral("file://%1/server").arg(m_folder->path()) });
    QVERIFY(m_opener->opened.isEmpty());
}

void InspectorRevealTest::encodesAnyBytes()
{
    serve();
    FileRevealer revealer;
    QSignalSpy finished(&revealer, &FileRevealer::finished);
    revealer.reveal(makeFile("a b%<i>\n\xff#?"), false);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_manager->shown,
             QStringList { QStringLiteral("file://%1/a%20b%25%3Ci%3E%0A%FF%23%3F").replace(QLatin1String("%1"), m_folder->path()) });
}

void InspectorRevealTest::opensTheFolderWithoutManager()
{
    FileRevealer revealer;
    QSignalSpy finished(&revealer, &FileRevealer::finished);
    revealer.reveal(makeFile("server"), false);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10000);
    QCOMPARE(finished.first().at(0).value<RevealResult>(), RevealResult::FolderOpened);
    QCOMPARE(m_opener->opened, QList<QUrl> { QUrl::fromLocalFile(m_folder->path()) });
}

void InspectorRevealTest::opensTheFolderWhenRefused()
{
    serve();
    m_manager->refuses = true;
    FileRevealer revealer;
    QSignalSpy finished(&revealer, &FileRevealer::finished);
    revealer.reveal(makeFile("server"), false);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().at(0).value<RevealResult>(), RevealResult::FolderOpened);
    QCOMPARE(m_opener->opened.size(), 1);
}

void InspectorRevealTest::opensTheFolderOfADeletedFile()
{
    serve();
    FileRevealer revealer;
    QSignalSpy finished(&revealer, &FileRevealer::finished);
    // The file that stands at the path now is not the program that runs.
    revealer.reveal(makeFile("server"), true);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().at(0).value<RevealResult>(), RevealResult::FolderOpened);
    QVERIFY(!finished.first().at(1).toString().isEmpty());
    QVERIFY(m_manager->shown.isEmpty());
    QCOMPARE(m_opener->opened.size(), 1);
}

void InspectorRevealTest::saysWhenEverythingIsGone()
{
    FileRevealer revealer;
    QSignalSpy finished(&revealer, &FileRevealer::finished);
    revealer.reveal(m_folder->path() + QStringLiteral("/no/such/program"), true);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(finished.first().at(0).value<RevealResult>(), RevealResult::Gone);
    QVERIFY(finished.first().at(1).toString().contains(QLatin1String("/no/such")));
    QVERIFY(m_opener->opened.isEmpty());
}

void InspectorRevealTest::saysWhenThereNeverWasAFile()
{
    FileRevealer revealer;
    QSignalSpy finished(&revealer, &FileRevealer::finished);
    revealer.reveal(QStringLiteral("/memfd:payload"), true);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.first().at(0).value<RevealResult>(), RevealResult::Gone);
}

void InspectorRevealTest::neverWaits()
{
    serve();
    m_manager->silent = true;
    FileRevealer revealer;
    QSignalSpy finished(&revealer, &FileRevealer::finished);
    revealer.reveal(makeFile("server"), false);
    // This thread serves the call: if the caller waited for the answer, it could not arrive here.
    QTRY_COMPARE(m_manager->shown.size(), 1);
    QCOMPARE(finished.size(), 0);
}

QTEST_MAIN(InspectorRevealTest)
#include "inspector_reveal_test.moc"
