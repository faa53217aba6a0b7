// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/owner_facts.h"
#include "tests/support/builders.h"

#include <QTest>

using namespace portolan;

namespace {

/// Answers late, as a real source does: what it is told becomes known with the next revision.
class UnitsByPort : public FactSource
{
public:
    struct Answers
    {
        QHash<quint16, QString> units;
        quint64 revision = 0;
        int asked = 0;
    };

    explicit UnitsByPort(Answers &answers)
        : m_answers(answers)
    {
    }
    void addTo(Owner &owner, const SocketEntry &socket) override
    {
        ++m_answers.asked;
        owner.socketUnit = m_answers.units.value(socket.port);
    }
    [[nodiscard]] quint64 revision() const override { return m_answers.revision; }
    bool waitForAnswers(std::chrono::milliseconds patience) override { return patience >= std::chrono::milliseconds(0); }

private:
    Answers &m_answers;
};

SocketEntry socketAt(quint16 port, Transport transport = Transport::Tcp)
{
    SocketEntry socket;
    socket.port = port;
    socket.transport = transport;
    return socket;
}

} // namespace

class OwnerFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_answers = {};
        std::vector<std::unique_ptr<FactSource>> sources;
        sources.push_back(std::make_unique<UnitsByPort>(m_answers));
        m_facts = std::make_unique<OwnerFacts>(std::move(sources));
    }

    void ownersWithNothingToAddStayTheSame()
    {
        QCOMPARE(m_facts->completed(m_sockets, m_owners), m_owners);
        QVERIFY(m_facts->waitForAnswers(std::chrono::milliseconds(0)));
    }

    void answersShowWithTheirRevision()
    {
        (void)m_facts->completed(m_sockets, m_owners);
        m_answers.units.insert(80, QStringLiteral("web.socket"));
        QCOMPARE(m_facts->completed(m_sockets, m_owners), m_owners);
        ++m_answers.revision;
        const QList<OwnerPtr> completed = m_facts->completed(m_sockets, m_owners);
        QCOMPARE(completed[0]->socketUnit, QStringLiteral("web.socket"));
        QVERIFY(m_owners[0]->socketUnit.isEmpty());
        QCOMPARE(completed[1], m_owners[1]);
        QCOMPARE(completed[2], m_owners[2]);
    }

    void unchangedOwnersAreNotAskedAboutAgain()
    {
        m_answers.units.insert(80, QStringLiteral("web.socket"));
        const QList<OwnerPtr> first = m_facts->completed(m_sockets, m_owners);
        const int asked = m_answers.asked;
        QCOMPARE(m_facts->completed(m_sockets, m_owners), first);
        // One socket more: only that one is new.
        const QList<SocketEntry> sockets = m_sockets + QList<SocketEntry> { socketAt(8080) };
        const QList<OwnerPtr> second = m_facts->completed(sockets, m_owners + QList<OwnerPtr> { m_owners[0] });
        QCOMPARE(second.first(m_sockets.size()), first);
        QCOMPARE(m_answers.asked, asked + 1);
    }

    void anotherAnswerThatSaysTheSameChangesNothing()
    {
        m_answers.units.insert(80, QStringLiteral("web.socket"));
        const QList<OwnerPtr> first = m_facts->completed(m_sockets, m_owners);
        ++m_answers.revision;
        QCOMPARE(m_facts->completed(m_sockets, m_owners), first);
    }

    void oneOwnerMayDifferFromPortToPort()
    {
        m_answers.units = { { 80, QStringLiteral("web.socket") }, { 81, QStringLiteral("web.socket") }, { 82, QStringLiteral("other.socket") } };
        const QList<SocketEntry> sockets { socketAt(80), socketAt(81), socketAt(82), socketAt(80) };
        const QList<OwnerPtr> completed = m_facts->completed(sockets, QList<OwnerPtr>(4, m_owners[0]));
        QCOMPARE(completed[1], completed[0]);
        QCOMPARE(completed[3], completed[0]);
        QCOMPARE(completed[2]->socketUnit, QStringLiteral("other.socket"));
    }

    void whatNobodyHasAnyMoreIsForgotten()
    {
        m_answers.units = { { 80, QStringLiteral("web.socket") }, { 443, QStringLiteral("web.socket") } };
        const QList<SocketEntry> both { socketAt(80), socketAt(443) };
        std::weak_ptr<const Owner> before = m_facts->completed(both, QList<OwnerPtr>(2, m_owners[0])).first();
        const int asked = m_answers.asked;
        // A port that closed is asked about anew when it opens again.
        (void)m_facts->completed({ socketAt(443) }, { m_owners[0] });
        (void)m_facts->completed(both, QList<OwnerPtr>(2, m_owners[0]));
        QCOMPARE(m_answers.asked, asked + 1);
        QVERIFY(!before.expired());
        m_answers.units = { { 80, QStringLiteral("other.socket") }, { 443, QStringLiteral("other.socket") } };
        ++m_answers.revision;
        (void)m_facts->completed(both, QList<OwnerPtr>(2, m_owners[0]));
        QVERIFY(before.expired());
    }

private:
    UnitsByPort::Answers m_answers;
    std::unique_ptr<OwnerFacts> m_facts;
    const QList<SocketEntry> m_sockets { socketAt(80), socketAt(443), socketAt(53, Transport::Udp) };
    const QList<OwnerPtr> m_owners { test::observed({ test::process(10, QStringLiteral("a")) }), test::observed({ test::process(11, QStringLiteral("b")) }),
                                     test::unowned(OwnerReason::OtherUser) };
};

QTEST_GUILESS_MAIN(OwnerFactsTest)
#include "owner_facts_test.moc"
