// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspector/background.h"

#include <QRegularExpression>
#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <memory>

using namespace portolan;

class BackgroundTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void resultArrivesOnTheWindowsThread();
    void nothingIsCalledWithoutContext();
};

void BackgroundTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
}

void BackgroundTest::resultArrivesOnTheWindowsThread()
{
    QThread *worked = nullptr;
    QThread *told = nullptr;
    inBackground(
        this, [] { return QThread::currentThread(); },
        [&](QThread *thread) {
            worked = thread;
            told = QThread::currentThread();
        });
    QTRY_VERIFY(told);
    QCOMPARE(told, QThread::currentThread());
    QVERIFY(worked != told);
}

void BackgroundTest::nothingIsCalledWithoutContext()
{
    auto context = std::make_unique<QObject>();
    auto begun = std::make_shared<QSemaphore>();
    auto goOn = std::make_shared<QSemaphore>();
    bool told = false;
    inBackground(
        context.get(),
        [begun, goOn] {
            begun->release();
            goOn->acquire();
            return 1;
        },
        [&told](int) { told = true; });
    begun->acquire();
    context.reset();
    goOn->release();
    QThreadPool::globalInstance()->waitForDone();
    // The answer stands before this in the queue of the window's thread.
    bool passed = false;
    QMetaObject::invokeMethod(QCoreApplication::instance(), [&passed] { passed = true; }, Qt::QueuedConnection);
    QTRY_VERIFY(passed);
    QVERIFY(!told);
}

QTEST_GUILESS_MAIN(BackgroundTest)

#include "background_test.moc"
