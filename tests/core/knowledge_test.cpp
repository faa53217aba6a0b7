// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/explanation.h"
#include "knowledge/knowledge.h"
#include "knowledge/knowledge_json.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace portolan;

class KnowledgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void namesThePortByItsRow();
    void ordersNotesNarrowFirst();
    void recognisesPrograms();
    void exportsAsJson();
};

void KnowledgeTest::namesThePortByItsRow()
{
    const KnowledgePtr knowledge = Knowledge::builtIn();
    QCOMPARE(knowledge->registrationCount(), 14511);
    QCOMPARE(knowledge->registration(3155, Transport::Tcp)->service, QStringLiteral("jpegmpeg"));
    QCOMPARE(knowledge->registration(22, Transport::Tcp)->service, QStringLiteral("ssh"));
    // The registry has no assigned UDP row; the TCP row names the number.
    QCOMPARE(knowledge->registration(27017, Transport::Udp)->service, QStringLiteral("mongodb"));
    QCOMPARE(knowledge->registration(11433, Transport::Tcp)->status, RegistrationStatus::Unassigned);
    QCOMPARE(knowledge->registration(11434, Transport::Tcp)->service, QStringLiteral("ollama"));
    QCOMPARE(knowledge->registration(49151, Transport::Tcp)->status, RegistrationStatus::Reserved);
    QVERIFY(!knowledge->registration(49152, Transport::Tcp));
    QVERIFY(!knowledge->registration(65535, Transport::Udp));
    QCOMPARE(knowledge->registration(0, Transport::Udp)->status, RegistrationStatus::Reserved);
}

void KnowledgeTest::ordersNotesNarrowFirst()
{
    const KnowledgePtr knowledge = Knowledge::builtIn();
    const QList<Note> notes = knowledge->notes(3155);
    QVERIFY(notes.size() >= 6);
    for (qsizetype i = 1; i < notes.size(); ++i) {
        const int before = notes.at(i - 1).portTo - notes.at(i - 1).portFrom;
        const int here = notes.at(i).portTo - notes.at(i).portFrom;
        QVERIFY(before < here || (before == here && notes.at(i - 1).confidence >= notes.at(i).confidence));
    }
    for (const Note &note : knowledge->notes(3155, Transport::Udp))
        QVERIFY2(note.kind != NoteKind::Malware, qPrintable(note.id));
}

void KnowledgeTest::recognisesPrograms()
{
    const KnowledgePtr knowledge = Knowledge::builtIn();
    QVERIFY(!knowledge->noteForExecutable(3155, Transport::Tcp, u"updater"));
    QVERIFY(!knowledge->noteForExecutable(3155, Transport::Tcp, u""));
    const auto named = knowledge->noteForExecutable(3155, Transport::Tcp, u"jpegmpeg");
    QVERIFY(named);
    QCOMPARE(named->kind, NoteKind::RegistrationNote);

    QVERIFY(knowledge->noteForExecutable(22, Transport::Tcp, u"sshd"));
    QVERIFY(!knowledge->noteForExecutable(22, Transport::Tcp, u"sshdx"));
    // Of all that Python runs on this port, what is about Python itself; by a name of its own, that.
    const auto python = knowledge->noteForExecutable(8000, Transport::Tcp, u"python3");
    QVERIFY(python && python->subject.contains(QLatin1String("Python")));
    const auto chroma = knowledge->noteForExecutable(8000, Transport::Tcp, u"chroma");
    QVERIFY(chroma && chroma->subject == QLatin1String("Chroma"));
    QVERIFY(knowledge->noteForExecutable(53, Transport::Udp, u"systemd-resolved"));
    // What /proc/<pid>/comm holds of it.
    QVERIFY(knowledge->noteForExecutable(53, Transport::Udp, u"systemd-resolve"));
    QVERIFY(!knowledge->noteForExecutable(53, Transport::Udp, u"systemd-resolv"));
    QVERIFY(knowledge->noteForExecutable(8000, Transport::Tcp, u"python3.11"));
    QVERIFY(knowledge->noteForExecutable(1716, Transport::Udp, u"kdeconnectd"));
    QVERIFY(!knowledge->noteForExecutable(3128, Transport::Tcp, u"python3.11"));
}

void KnowledgeTest::exportsAsJson()
{
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    const KnowledgePtr knowledge = Knowledge::builtIn();
    QVERIFY(writeKnowledgeJson(*knowledge, buffer));
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(buffer.data(), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(root.value(u"registrations").toArray().size(), 14511);
    QCOMPARE(root.value(u"notes").toArray().size(), knowledge->noteCount());
    QCOMPARE(root.value(u"marks").toArray().size(), allMarks().size());
    // Missing is null, never 0, -1 or "".
    for (const QJsonValue &row : root.value(u"registrations").toArray()) {
        for (const QJsonValue &value : row.toObject())
            QVERIFY(!value.isString() || !value.toString().isEmpty());
    }
    const QJsonObject explained = explanationToJson(explain(*knowledge, 3155, Transport::Tcp));
    QCOMPARE(explained.value(u"port").toInt(), 3155);
    QVERIFY(explained.value(u"marks").toArray().contains(QStringLiteral("ghost")));
}

QTEST_GUILESS_MAIN(KnowledgeTest)
#include "knowledge_test.moc"
