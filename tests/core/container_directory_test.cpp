// SPDX-License-Identifier: GPL-3.0-or-later
// A directory of containers that asks engines behind real sockets, well-behaved and other ones.
#include "containers/container_directory.h"
#include "containers/container_facts.h"
#include "support/builders.h"
#include "support/fixture.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <functional>

using namespace portolan;
using namespace std::chrono_literals;

namespace {

const QString web = QStringLiteral("a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90");

QByteArray httpAnswer(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

/// An engine on a socket of its own; `speak` says what it answers to whoever asks.
class Engine
{
public:
    using Speak = std::function<void(QLocalSocket &socket, const std::atomic_bool &stop)>;

    explicit Engine(Speak speak)
        : m_thread(QThread::create([this, speak = std::move(speak)] { run(speak); }))
    {
        m_thread->start();
        while (!m_listening && m_thread->isRunning())
            QThread::yieldCurrentThread();
    }
    ~Engine()
    {
        m_stop = true;
        m_thread->wait();
    }
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    static Speak says(const QByteArray &bytes)
    {
        return [bytes](QLocalSocket &socket, const std::atomic_bool &) { socket.write(bytes); };
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("engine.sock")); }
    [[nodiscard]] int questions() const { return m_questions; }

private:
    void run(const Speak &speak)
    {
        QLocalServer server;
        m_listening = server.listen(path());
        while (m_listening && !m_stop) {
            if (!server.waitForNewConnection(20))
                continue;
            const std::unique_ptr<QLocalSocket> socket(server.nextPendingConnection());
            QByteArray question;
            while (!question.endsWith("\r\n\r\n") && socket->waitForReadyRead(1000))
                question += socket->readAll();
            if (question.startsWith("GET /containers/json HTTP/1.1\r\n"))
                ++m_questions;
            speak(*socket, m_stop);
            while (socket->bytesToWrite() > 0 && socket->waitForBytesWritten(1000)) { }
            socket->disconnectFromServer();
        }
    }

    QTemporaryDir m_folder;
    std::atomic_bool m_stop { false };
    std::atomic_bool m_listening { false };
    std::atomic_int m_questions { 0 };
    std::unique_ptr<QThread> m_thread;
};

/// Addresses and deaths of processes, as given.
struct Given
{
    QHash<ProcessKey, QList<IpAddress>> addresses;
    QSet<ProcessKey> ended;
    QList<ContainerProxy> proxies;
};

ContainerDirectory::System systemOf(const std::shared_ptr<Given> &given)
{
    return { [given](const ProcessKey &process) { return given->addresses.value(process); },
             [given](const ProcessKey &process) { return !given->ended.contains(process); },
             [given] { return given->proxies; } };
}

Container unnamed(const QString &id = web)
{
    return { QStringLiteral("docker"), QString(), id };
}

} // namespace

class ContainerDirectoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceAndCompletes();
    void chunked();
    void withoutEngine();
    void isAskedAgain();
    void badAnswers_data();
    void badAnswers();
    void endsWhileItWaits();
    void proxyAndContainer();
    void proxyWithoutEngine();
    void factsOfOwners();
};

void ContainerDirectoryTest::asksOnceAndCompletes()
{
    const Engine engine(Engine::says(httpAnswer(test::fixture(QStringLiteral("containers/docker.json")))));
    ContainerDirectory directory(systemOf(std::make_shared<Given>()), { { ContainerEngine::Docker, engine.path() } });
    const quint64 before = directory.revision();
    QCOMPARE(directory.completed(unnamed()), unnamed());
    (void)directory.completed(unnamed());
    QVERIFY(directory.waitForAnswers(10s));
    QVERIFY(directory.revision() > before);
    const Container known = directory.completed(unnamed());
    QCOMPARE(known.engine, QStringLiteral("docker"));
    QCOMPARE(known.name, QStringLiteral("web"));
    QCOMPARE(known.image, QStringLiteral("nginx:1.25"));
    QCOMPARE(known.ports.size(), 1);
    QVERIFY(!known.served);
    QCOMPARE(engine.questions(), 1);
}

void ContainerDirectoryTest::chunked()
{
    const Engine engine([](QLocalSocket &socket, const std::atomic_bool &) {
        const QByteArray body = test::fixture(QStringLiteral("containers/docker.json"));
        socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (qsizetype at = 0; at < body.size(); at += 100) {
            const QByteArray chunk = body.mid(at, 100);
            socket.write(QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n");
            socket.waitForBytesWritten(1000);
        }
        socket.write("0\r\n\r\n");
    });
    ContainerDirectory directory(systemOf(std::make_shared<Given>()), { { ContainerEngine::Docker, engine.path() } });
    (void)directory.completed(unnamed());
    QVERIFY(directory.waitForAnswers(10s));
    QCOMPARE(directory.completed(unnamed()).name, QStringLiteral("web"));
}

void ContainerDirectoryTest::withoutEngine()
{
    ContainerDirectory directory(systemOf(std::make_shared<Given>()),
                                 { { ContainerEngine::Docker, QStringLiteral("/nonexistent/docker.sock") } });
    QVERIFY(directory.waitForAnswers(0ms));
    (void)directory.completed(unnamed());
    QVERIFY(directory.waitForAnswers(10s));
    QCOMPARE(directory.completed(unnamed()), unnamed());
    QCOMPARE(directory.revision(), quint64(0));
}

void ContainerDirectoryTest::isAskedAgain()
{
    // A container that has just started is in the list a moment later.
    auto whole = std::make_shared<std::atomic_bool>(false);
    const Engine engine([whole](QLocalSocket &socket, const std::atomic_bool &) {
        socket.write(httpAnswer(*whole ? test::fixture(QStringLiteral("containers/docker.json")) : QByteArray("[]")));
    });
    ContainerDirectory directory(systemOf(std::make_shared<Given>()), { { ContainerEngine::Docker, engine.path() } });
    (void)directory.completed(unnamed());
    QVERIFY(directory.waitForAnswers(10s));
    QVERIFY(directory.completed(unnamed()).name.isEmpty());
    *whole = true;
    QTRY_COMPARE_WITH_TIMEOUT(directory.completed(unnamed()).name, QStringLiteral("web"), 20000);
}

void ContainerDirectoryTest::badAnswers_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray list = test::fixture(QStringLiteral("containers/docker.json"));
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("garbage") << QByteArray(100000, '\xff');
    QTest::newRow("cut off") << httpAnswer(list).chopped(10);
    QTest::newRow("refused") << QByteArray("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
    QTest::newRow("an error that bears a list") << httpAnswer(list).replace("200 OK", "500 No");
    QTest::newRow("no list") << httpAnswer("{}");
    QTest::newRow("another container") << httpAnswer(QByteArray(list).replace("a1b2c3", "ffffff"));
    QTest::newRow("other ids") << httpAnswer(QByteArray(list).replace("a1b2c3", "A1B2C3"));
}

void ContainerDirectoryTest::badAnswers()
{
    QFETCH(QByteArray, answer);
    const Engine engine(Engine::says(answer));
    ContainerDirectory directory(systemOf(std::make_shared<Given>()), { { ContainerEngine::Docker, engine.path() } });
    (void)directory.completed(unnamed());
    QVERIFY(directory.waitForAnswers(10s));
    QCOMPARE(engine.questions(), 1);
    QCOMPARE(directory.completed(unnamed()), unnamed());
}

void ContainerDirectoryTest::endsWhileItWaits()
{
    // One says nothing, the other never ends.
    const Engine silent([](QLocalSocket &, const std::atomic_bool &stop) {
        while (!stop)
            QThread::yieldCurrentThread();
    });
    const Engine endless([](QLocalSocket &socket, const std::atomic_bool &stop) {
        socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        while (!stop && socket.state() == QLocalSocket::ConnectedState) {
            socket.write("1\r\n \r\n");
            socket.waitForBytesWritten(100);
        }
    });
    for (const Engine *engine : { &silent, &endless }) {
        ContainerDirectory directory(systemOf(std::make_shared<Given>()), { { ContainerEngine::Docker, engine->path() } });
        (void)directory.completed(unnamed());
        QTRY_COMPARE(engine->questions(), 1);
        QVERIFY(!directory.waitForAnswers(10ms));
        QCOMPARE(directory.completed(unnamed()), unnamed());
    }
}

void ContainerDirectoryTest::proxyAndContainer()
{
    const Engine engine(Engine::says(httpAnswer(test::fixture(QStringLiteral("containers/docker.json")))));
    ContainerDirectory directory(systemOf(std::make_shared<Given>()), { { ContainerEngine::Docker, engine.path() } });
    ServedContainer served;
    served.address = test::address("172.17.0.2");
    served.ports = { { Transport::Tcp, QString(), 8080, 80 } };
    const Container claimed = directory.servedBy(served, { 10, 1 }, Transport::Tcp, 8080);
    QVERIFY(claimed.served);
    QVERIFY(claimed.name.isEmpty());
    QCOMPARE(claimed.ports, served.ports);
    QVERIFY(directory.waitForAnswers(10s));
    const Container known = directory.servedBy(served, { 10, 1 }, Transport::Tcp, 8080);
    QVERIFY(known.served);
    QCOMPARE(known.id, web);
    QCOMPARE(known.name, QStringLiteral("web"));

    // Who names neither address nor container is known by its port.
    QCOMPARE(directory.servedBy({}, { 11, 1 }, Transport::Udp, 5353).name, QStringLiteral("database"));
    QVERIFY(directory.servedBy({}, { 11, 1 }, Transport::Tcp, 5353).name.isEmpty());
}

void ContainerDirectoryTest::proxyWithoutEngine()
{
    auto given = std::make_shared<Given>();
    const ProcessKey inside { 20, 1 };
    const ProcessKey proxy { 10, 1 };
    given->addresses = { { inside, { test::address("172.17.0.2") } } };
    given->proxies = { { proxy, test::address("172.17.0.2"), { Transport::Tcp, QString(), 8080, 80 } } };
    ContainerDirectory directory(systemOf(given), {});
    ServedContainer served;
    served.address = test::address("172.17.0.2");
    served.ports = { { Transport::Tcp, QString(), 8080, 80 } };
    QVERIFY(directory.servedBy(served, proxy, Transport::Tcp, 8080).id.isEmpty());
    directory.noteResident(web, inside);
    QVERIFY(directory.waitForAnswers(10s));
    QCOMPARE(directory.servedBy(served, proxy, Transport::Tcp, 8080).id, web);
    QCOMPARE(directory.completed(unnamed()).ports, served.ports);
    // Also where the proxy's sockets are not seen.
    QCOMPARE(directory.servedAt(Transport::Tcp, 8080, test::address("0.0.0.0"))->id, web);
    QVERIFY(!directory.servedAt(Transport::Tcp, 8080, test::address("127.0.0.1")));
    QVERIFY(!directory.servedAt(Transport::Udp, 8080, test::address("0.0.0.0")));

    // Another container has got the address of one that ended.
    const QString other(64, QLatin1Char('e'));
    given->ended = { inside };
    given->proxies = {};
    given->addresses = { { { 21, 1 }, { test::address("172.17.0.2") } } };
    directory.noteResident(other, { 21, 1 });
    QVERIFY(directory.waitForAnswers(10s));
    QVERIFY(directory.completed(unnamed(other)).ports.isEmpty());
    QVERIFY(directory.completed(unnamed()).ports.isEmpty());
}

void ContainerDirectoryTest::factsOfOwners()
{
    const Engine engine(Engine::says(httpAnswer(test::fixture(QStringLiteral("containers/docker.json")))));
    const auto directory = std::make_shared<ContainerDirectory>(
        systemOf(std::make_shared<Given>()), QList<EngineSocket> { { ContainerEngine::Docker, engine.path() } });
    ContainerFacts facts(directory);
    Owner inside = *test::observed({ test::process(20, QStringLiteral("nginx")) });
    inside.container = unnamed();
    ProcessInfo info = *test::process(10, QStringLiteral("docker-proxy"));
    info.commandLine = QStringLiteral("docker-proxy -proto tcp -host-port 8080 -container-ip 172.17.0.2 -container-port 80").split(QLatin1Char(' '));
    Owner outside = *test::observed({ std::make_shared<const ProcessInfo>(info) });
    Owner undecided = outside;
    undecided.attribution = Attribution::Inferred;
    undecided.processes.append(test::process(11, QStringLiteral("dockerd")));
    const auto addToAll = [&] {
        facts.addTo(inside, test::socket(80, 1));
        outside.container.reset();
        facts.addTo(outside, test::socket(8080, 2));
        facts.addTo(undecided, test::socket(8081, 3));
    };
    addToAll();
    QVERIFY(facts.waitForAnswers(10s));
    QVERIFY(facts.revision() > 0);
    addToAll();
    QCOMPARE(inside.container->name, QStringLiteral("web"));
    QVERIFY(!inside.container->served);
    QCOMPARE(outside.container->name, QStringLiteral("web"));
    QVERIFY(outside.container->served);
    QVERIFY(!undecided.container);
}

QTEST_GUILESS_MAIN(ContainerDirectoryTest)
#include "container_directory_test.moc"
