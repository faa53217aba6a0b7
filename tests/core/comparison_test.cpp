// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare/comparison_json.h"
#include "monitor/listener_grouping.h"
#include "support/builders.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace portolan;
using namespace portolan::test;

namespace {

struct One
{
    quint16 port = 80;
    QString program = QStringLiteral("/usr/sbin/nginx");
    const char *local = "127.0.0.1";
    Transport transport = Transport::Tcp;
    Verdict verdict = Verdict::Expected;
    qint32 pid = 100;
};

ReportDocument picture(const QList<One> &listeners)
{
    ReportDocument document;
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->takenAt = QDateTime::fromString(QStringLiteral("2026-11-24T12:00:00Z"), Qt::ISODate);
    quint64 inode = 1;
    for (const One &one : listeners) {
        const ProcessPtr holder = process(one.pid, one.program.section(QLatin1Char('/'), -1), one.program);
        document.listeners += groupListeners({ socket(one.port, inode++, one.local, one.transport) }, { observed({ holder }) }, {});
        auto assessment = std::make_shared<Assessment>();
        assessment->verdict = one.verdict;
        document.assessments += assessment;
    }
    snapshot->listeners = document.listeners;
    std::ranges::sort(snapshot->listeners, {}, [](const ListenerPtr &one) { return one->key; });
    document.snapshot = snapshot;
    return document;
}

Differences only(const Comparison &comparison)
{
    return comparison.ports.size() == 1 ? comparison.ports.first().what : Differences();
}

QString sentence(const Comparison &comparison, bool partial = false)
{
    return comparisonSentence(comparison, { PictureKind::Baseline }, { PictureKind::Now }, partial);
}

} // namespace

class ComparisonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void tellsWhatDiffers_data();
    void tellsWhatDiffers();
    void passingPortsAreKnownByTheirProgram();
    void whatMayBeMissedIsNotClosed();
    void saysItInASentence();
    void writesTextAndJson();
    void namesPictures();
};

void ComparisonTest::tellsWhatDiffers_data()
{
    QTest::addColumn<One>("before");
    QTest::addColumn<One>("after");
    QTest::addColumn<Differences>("what");
    QTest::newRow("the same") << One {} << One {} << Differences();
    QTest::newRow("restarted") << One {} << One { .pid = 200 } << Differences();
    QTest::newRow("another owner") << One {} << One { .program = QStringLiteral("/tmp/x") } << Differences(Difference::Owner);
    QTest::newRow("another owner, another verdict")
        << One {} << One { .program = QStringLiteral("/tmp/x"), .verdict = Verdict::Investigate } << (Difference::Owner | Difference::Verdict);
    QTest::newRow("wider") << One {} << One { .local = "0.0.0.0" } << (Difference::Endpoints | Difference::Wider);
    QTest::newRow("narrower") << One { .local = "0.0.0.0" } << One {} << (Difference::Endpoints | Difference::Narrower);
    QTest::newRow("another address") << One {} << One { .local = "127.0.0.2" } << Differences(Difference::Endpoints);
    QTest::newRow("another verdict") << One {} << One { .verdict = Verdict::Unfamiliar } << Differences(Difference::Verdict);
}

void ComparisonTest::tellsWhatDiffers()
{
    QFETCH(const One, before);
    QFETCH(const One, after);
    QFETCH(const Differences, what);
    const Comparison comparison = compare(picture({ before }), picture({ after }));
    QCOMPARE(comparison.ports.size(), what ? 1 : 0);
    QCOMPARE(only(comparison), what);
}

void ComparisonTest::passingPortsAreKnownByTheirProgram()
{
    const auto client = [](quint16 port) { return One { .port = port, .program = QStringLiteral("/usr/bin/firefox"), .local = "0.0.0.0", .transport = Transport::Udp }; };
    QVERIFY(compare(picture({ client(40000), client(40001) }), picture({ client(51000) })).isEmpty());
    QCOMPARE(only(compare(picture({}), picture({ client(51000) }))), Differences(Difference::Opened));
    QCOMPARE(only(compare(picture({ client(51000) }), picture({}))), Differences(Difference::Closed));
}

void ComparisonTest::whatMayBeMissedIsNotClosed()
{
    ReportDocument after = picture({});
    auto partial = std::make_shared<Snapshot>(*after.snapshot);
    partial->completeness = Completeness::Partial;
    after.snapshot = partial;
    const Comparison comparison = compare(picture({ One {} }), after);
    QVERIFY(comparison.isEmpty());
    QVERIFY(sentence(comparison, true).contains(QLatin1String("incomplete")));
}

void ComparisonTest::saysItInASentence()
{
    QCOMPARE(sentence({}), QStringLiteral("Since the baseline, nothing changed."));
    const Comparison comparison = compare(picture({ One { .port = 22 } }),
                                          picture({ One { .port = 3155, .program = QStringLiteral("/tmp/x"), .verdict = Verdict::Investigate }, One { .port = 81 } }));
    QCOMPARE(sentence(comparison), QStringLiteral("Since the baseline, 2 port(s) opened (1 of them to investigate) and 1 port(s) closed."));
    QCOMPARE(comparison.count(Difference::Opened), 2);
    QCOMPARE(comparison.countOf(Difference::Opened | Difference::Closed, Verdict::Expected), 2);
    // By port, whatever happened there.
    QCOMPARE(comparison.ports.first().shown().listener->port(), 22);
}

void ComparisonTest::writesTextAndJson()
{
    const ReportDocument before = picture({ One {} });
    ReportDocument after = picture({ One { .program = QStringLiteral("/tmp/\x1b[2J<b>"), .local = "0.0.0.0", .verdict = Verdict::Investigate } });
    const Comparison comparison = compare(before, after);
    const QString text = comparisonToText(comparison, sentence(comparison));
    QVERIFY2(text.contains(QLatin1String("~ 80/tcp")) && text.contains(QLatin1String("was held by nginx; more of the world can reach it; it was: Loopback; verdict was: Expected")),
             qPrintable(text));
    QVERIFY(!text.contains(QChar(0x1b)));
    const QByteArray json = comparisonToJson(comparison, before, { PictureKind::Baseline }, after, { PictureKind::Now });
    QVERIFY(!json.contains('\n') && !json.contains('\x1b'));
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QJsonObject changed = object[QLatin1String("changed")][0].toObject();
    QCOMPARE(changed[QLatin1String("what")].toString(), QStringLiteral("owner"));
    QCOMPARE(changed[QLatin1String("changes")].toArray(),
             (QJsonArray { QStringLiteral("owner"), QStringLiteral("endpoints"), QStringLiteral("wider"), QStringLiteral("verdict") }));
    QCOMPARE(changed[QLatin1String("before")][QLatin1String("port")].toInt(), 80);
    QVERIFY(object[QLatin1String("summary")].toString().startsWith(QLatin1String("Since the baseline, ")));
    QVERIFY(object[QLatin1String("opened")].toArray().isEmpty() && object[QLatin1String("closed")].toArray().isEmpty());
}

void ComparisonTest::namesPictures()
{
    QCOMPARE(PictureName { PictureKind::Now }.text(), QStringLiteral("now"));
    const PictureName file { PictureKind::File, {}, QStringLiteral("/home/x/<i>\x1b.json"), QStringLiteral("beta") };
    QCOMPARE(file.text().count(QChar(0x1b)), 0);
    QVERIFY(file.text().startsWith(QStringLiteral("the snapshot “<i>")) && file.text().endsWith(QLatin1String("from beta")));
    QVERIFY(comparisonSentence({}, file, { PictureKind::Baseline }, false).startsWith(QLatin1String("From the snapshot")));
}

QTEST_GUILESS_MAIN(ComparisonTest)
#include "comparison_test.moc"
