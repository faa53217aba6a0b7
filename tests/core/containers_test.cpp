// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/container_book.h"
#include "containers/http_answer.h"
#include "containers/publication_text.h"
#include "containers/served_container.h"
#include "support/fixture.h"

#include <QTest>

using namespace portolan;

namespace {

const QString web = QStringLiteral("a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90");
const QString database = QStringLiteral("00ff").repeated(16);

IpAddress address(const char *text)
{
    return *IpAddress::parse(QString::fromLatin1(text));
}

ProcessInfo process(const char *name, const QString &commandLine)
{
    ProcessInfo info;
    info.name = QString::fromLatin1(name);
    info.commandLine = commandLine.split(QLatin1Char(' '));
    return info;
}

Listener listener(quint16 port, const Container &container, Transport transport = Transport::Tcp)
{
    auto owner = std::make_shared<Owner>();
    owner->container = container;
    Listener result;
    result.key.port = port;
    result.key.transport = transport;
    result.owner = owner;
    return result;
}

HttpAnswer answerTo(const QByteArray &bytes, qsizetype piece)
{
    HttpAnswer answer;
    for (qsizetype at = 0; at < bytes.size(); at += piece)
        answer.add(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
    return answer;
}

} // namespace

class ContainersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void httpAnswers_data();
    void httpAnswers();
    void httpAnswersCutOff_data() { httpAnswers_data(); }
    void httpAnswersCutOff();
    void httpNonsense_data();
    void httpNonsense();
    void httpLimits();
    void dockersList();
    void podmansList();
    void hostileList();
    void listsCutOff();
    void helpers_data();
    void helpers();
    void otherPrograms();
    void proxiesWithoutEngine();
    void addressGoesOver();
    void portPublishedTwice();
    void storyFromOutside();
    void storyFromInside();
};

void ContainersTest::httpAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("length") << test::fixture(QStringLiteral("http/length")) << 200 << QByteArray("[]\n");
    QTest::newRow("chunked") << test::fixture(QStringLiteral("http/chunked")) << 200 << QByteArray("[{}]\n");
    QTest::newRow("until close") << test::fixture(QStringLiteral("http/until-close")) << 200 << QByteArray("[]");
    QTest::newRow("refused") << test::fixture(QStringLiteral("http/refused")) << 403 << QByteArray();
}

void ContainersTest::httpAnswers()
{
    QFETCH(QByteArray, bytes);
    for (const qsizetype piece : { qsizetype(1), qsizetype(7), bytes.size() }) {
        HttpAnswer answer = answerTo(bytes, piece);
        QCOMPARE(answer.end(), HttpAnswer::State::Whole);
        QTEST(answer.status(), "status");
        QTEST(answer.body(), "body");
    }
}

void ContainersTest::httpAnswersCutOff()
{
    QFETCH(QByteArray, bytes);
    const bool untilClose = bytes.contains("HTTP/1.0");
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        HttpAnswer answer = answerTo(bytes.first(size), bytes.size());
        QVERIFY(answer.state() != HttpAnswer::State::Whole);
        if (!untilClose)
            QCOMPARE(answer.end(), HttpAnswer::State::Invalid);
    }
}

void ContainersTest::httpNonsense_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray head("HTTP/1.1 200 OK\r\n");
    QTest::newRow("other protocol") << QByteArray("SSH-2.0-OpenSSH\r\n\r\n");
    QTest::newRow("no status") << QByteArray("HTTP/1.1\r\n\r\n");
    QTest::newRow("odd status") << QByteArray("HTTP/1.1 2000 OK\r\n\r\n");
    QTest::newRow("no field") << head + "nonsense\r\n\r\n";
    QTest::newRow("negative length") << head + "Content-Length: -1\r\n\r\n";
    QTest::newRow("huge length") << head + "Content-Length: 99999999999999999999\r\n\r\n";
    QTest::newRow("too long") << head + "Content-Length: 4000000000\r\n\r\n";
    QTest::newRow("other coding") << head + "Transfer-Encoding: gzip\r\n\r\n";
    QTest::newRow("no chunk size") << head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n";
    QTest::newRow("huge chunk") << head + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n";
    QTest::newRow("chunk runs on") << head + "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n";
}

void ContainersTest::httpNonsense()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(answerTo(bytes, 3).state(), HttpAnswer::State::Invalid);
}

void ContainersTest::httpLimits()
{
    HttpAnswer endlessHead;
    const QByteArray field = "X: " + QByteArray(1000, 'x') + "\r\n";
    endlessHead.add("HTTP/1.1 200 OK\r\n");
    for (int i = 0; i < 17; ++i)
        endlessHead.add(field);
    QCOMPARE(endlessHead.state(), HttpAnswer::State::Invalid);

    HttpAnswer endlessBody;
    endlessBody.add("HTTP/1.1 200 OK\r\n\r\n");
    const QByteArray megabyte(1024 * 1024, 'x');
    for (qsizetype size = 0; size <= HttpAnswer::maximumBody; size += megabyte.size())
        endlessBody.add(megabyte);
    QCOMPARE(endlessBody.state(), HttpAnswer::State::Invalid);

    HttpAnswer manyChunks;
    manyChunks.add("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    const QByteArray chunk = "100000\r\n" + megabyte + "\r\n";
    for (int i = 0; i < 17; ++i)
        manyChunks.add(chunk);
    QCOMPARE(manyChunks.state(), HttpAnswer::State::Invalid);
}

void ContainersTest::dockersList()
{
    const auto list = parseContainers(test::fixture(QStringLiteral("containers/docker.json")));
    QVERIFY(list);
    QCOMPARE(list->size(), 2);
    const Container &first = list->at(0).container;
    QCOMPARE(first.id, web);
    QCOMPARE(first.name, QStringLiteral("web"));
    QCOMPARE(first.image, QStringLiteral("nginx:1.25"));
    QCOMPARE(first.ports, (QList<PublishedPort> { { Transport::Tcp, QString(), 8080, 80 } }));
    QCOMPARE(list->at(0).addresses, QList<IpAddress> { address("172.17.0.2") });
    // The first name is a link to another container.
    const Container &second = list->at(1).container;
    QCOMPARE(second.name, QStringLiteral("database"));
    QCOMPARE(second.ports, (QList<PublishedPort> { { Transport::Tcp, QStringLiteral("127.0.0.1"), 15432, 5432 },
                                                   { Transport::Udp, QString(), 5353, 53 } }));
    QCOMPARE(list->at(1).addresses, (QList<IpAddress> { address("10.1.0.3"), address("fd00::3"), address("10.2.0.3") }));
}

void ContainersTest::podmansList()
{
    const auto list = parseContainers(test::fixture(QStringLiteral("containers/podman.json")));
    QVERIFY(list);
    QCOMPARE(list->size(), 1);
    QCOMPARE(list->at(0).container.name, QStringLiteral("cache"));
    QCOMPARE(list->at(0).container.ports, (QList<PublishedPort> { { Transport::Tcp, QString(), 16379, 6379 } }));
    QVERIFY(list->at(0).addresses.isEmpty());
}

void ContainersTest::hostileList()
{
    const auto list = parseContainers(test::fixture(QStringLiteral("containers/hostile.json")));
    QVERIFY(list);
    QCOMPARE(list->size(), 1);
    QCOMPARE(list->at(0).container.ports, (QList<PublishedPort> { { Transport::Tcp, QString(), 81, 80 } }));
    QVERIFY(list->at(0).addresses.isEmpty());
    QVERIFY(list->at(0).container.image.isEmpty());
    Container served = list->at(0).container;
    served.served = true;
    const QString story = publicationText(listener(81, served));
    QVERIFY(story.contains(QStringLiteral("a\\x1b[31mb\\u{202e}")));

    QVERIFY(!parseContainers("{\"message\":\"page not found\"}"));
    QVERIFY(!parseContainers(""));
    QVERIFY(parseContainers("[]"));
    const QByteArray longName = "[{\"Id\":\"" + web.toLatin1() + "\",\"Names\":[\"/" + QByteArray(5000, 'n') + "\"]}]";
    QVERIFY(parseContainers(longName)->at(0).container.name.isEmpty());
}

void ContainersTest::listsCutOff()
{
    const QByteArray whole = test::fixture(QStringLiteral("containers/docker.json")).trimmed();
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY(!parseContainers(whole.first(size)));
}

void ContainersTest::helpers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("commandLine");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("ports");
    QTest::newRow("docker-proxy") << QStringLiteral("docker-proxy")
                                  << QStringLiteral("/usr/bin/docker-proxy -proto tcp -host-ip 0.0.0.0 -host-port 8080 -container-ip 172.17.0.2 -container-port 80")
                                  << QString() << QStringLiteral("172.17.0.2") << QStringLiteral("tcp :8080:80");
    QTest::newRow("docker-proxy, one address, UDP")
        << QStringLiteral("docker-proxy")
        << QStringLiteral("/usr/bin/docker-proxy -proto=udp -host-ip=127.0.0.1 -host-port=53 -container-ip=fd00::2 -container-port=5353 -use-listen-fd")
        << QString() << QStringLiteral("fd00::2") << QStringLiteral("udp 127.0.0.1:53:5353");
    QTest::newRow("docker-proxy, nonsense") << QStringLiteral("docker-proxy")
                                            << QStringLiteral("docker-proxy -proto sctp -host-port 99999 -container-ip nowhere -container-port")
                                            << QString() << QString() << QString();
    QTest::newRow("conmon") << QStringLiteral("conmon") << QStringLiteral("/usr/bin/conmon --api-version 1 -c %1 -u %1 -r /usr/bin/crun -n web").arg(web)
                            << web << QString() << QString();
    QTest::newRow("conmon, no id") << QStringLiteral("conmon") << QStringLiteral("conmon -c ../../etc/passwd -n web") << QString() << QString() << QString();
    QTest::newRow("shim") << QStringLiteral("containerd-shim") << QStringLiteral("containerd-shim-runc-v2 -namespace moby -id %1 -address x").arg(web)
                          << web << QString() << QString();
    QTest::newRow("rootlesskit") << QStringLiteral("rootlesskit") << QStringLiteral("rootlesskit --net=slirp4netns -p 127.0.0.1:8080:80/tcp -p 5353:53/udp dockerd")
                                 << QString() << QString() << QStringLiteral("tcp 127.0.0.1:8080:80, udp :5353:53");
    QTest::newRow("pasta") << QStringLiteral("pasta.avx2") << QStringLiteral("pasta --config-net -t 127.0.0.1/8080-8081:80-81 -u 53 -t auto --netns /run/x")
                           << QString() << QString() << QStringLiteral("tcp 127.0.0.1:8080:80, tcp 127.0.0.1:8081:81, udp :53:53");
    QTest::newRow("pasta, backwards") << QStringLiteral("pasta") << QStringLiteral("pasta -t 90-80 -t 65535:1-2 -t 60000-65535:60001") << QString() << QString()
                                      << QStringLiteral("tcp :65535:1");
    QTest::newRow("rootlessport") << QStringLiteral("rootlessport") << QStringLiteral("rootlessport") << QString() << QString() << QString();
}

void ContainersTest::helpers()
{
    QFETCH(QString, name);
    QFETCH(QString, commandLine);
    const auto served = servedContainer(process(name.toLatin1().constData(), commandLine));
    QVERIFY(served);
    QTEST(served->containerId, "id");
    QTEST(served->address ? served->address->toString() : QString(), "address");
    QStringList ports;
    for (const PublishedPort &port : served->ports) {
        ports.append(QStringLiteral("%1 %2:%3:%4")
                         .arg(QLatin1String(transportName(port.transport)), port.hostAddress, QString::number(port.hostPort),
                              QString::number(port.containerPort)));
    }
    QTEST(ports.join(QStringLiteral(", ")), "ports");
}

void ContainersTest::otherPrograms()
{
    QVERIFY(!servedContainer(process("nginx", QStringLiteral("docker-proxy -proto tcp -host-port 8080 -container-port 80"))));
    ProcessInfo renamed = process("a title", QStringLiteral("x -id %1").arg(web));
    renamed.executable = QStringLiteral("/usr/bin/containerd-shim-runc-v2");
    QVERIFY(servedContainer(renamed));
}

void ContainersTest::proxiesWithoutEngine()
{
    ContainerBook book;
    QVERIFY(!book.byId(web));
    const ContainerProxy proxy { { 10, 1 }, address("172.17.0.2"), { Transport::Tcp, QString(), 8080, 80 } };
    QVERIFY(book.addProxy(proxy));
    QVERIFY(!book.addProxy(proxy));
    QVERIFY(!book.byId(web));
    QVERIFY(book.setAddresses(web, { address("172.17.0.2") }));
    QCOMPARE(book.byId(web)->ports, QList<PublishedPort> { proxy.port });
    QCOMPARE(book.byAddress(ContainerEngine::Docker, address("172.17.0.2"))->id, web);
    QVERIFY(!book.byAddress(ContainerEngine::Docker, address("172.17.0.3")));
    QVERIFY(book.proxyAt(Transport::Tcp, 8080, address("::")));
    QVERIFY(!book.proxyAt(Transport::Tcp, 8080, address("10.0.0.1")));
    const ContainerProxy bound { { 11, 1 }, address("172.17.0.3"), { Transport::Tcp, QStringLiteral("10.0.0.1"), 8080, 80 } };
    QVERIFY(book.setProxies({ proxy, bound }));
    QCOMPARE(book.proxyAt(Transport::Tcp, 8080, address("10.0.0.1"))->address, bound.address);
    QVERIFY(book.setProxies({ bound }));
    QVERIFY(!book.byId(web));
}

void ContainersTest::addressGoesOver()
{
    ContainerBook book;
    (void)book.setAddresses(web, { address("172.17.0.2") });
    (void)book.setAddresses(database, { address("172.17.0.2") });
    QCOMPARE(book.byAddress(ContainerEngine::Docker, address("172.17.0.2"))->id, database);
}

void ContainersTest::portPublishedTwice()
{
    ContainerBook book;
    EngineContainer one { { QString(), QStringLiteral("one"), web, QString(), { { Transport::Tcp, QStringLiteral("127.0.0.1"), 8080, 80 } } }, {} };
    EngineContainer two { { QString(), QStringLiteral("two"), database, QString(), { { Transport::Tcp, QStringLiteral("127.0.0.2"), 8080, 80 } } }, {} };
    QVERIFY(book.setContainers(ContainerEngine::Podman, { one }));
    QVERIFY(!book.setContainers(ContainerEngine::Podman, { one }));
    QCOMPARE(book.byPublishedPort(ContainerEngine::Podman, Transport::Tcp, 8080)->name, QStringLiteral("one"));
    QCOMPARE(book.byId(web)->engine, QStringLiteral("podman"));
    QVERIFY(!book.byPublishedPort(ContainerEngine::Podman, Transport::Udp, 8080));
    QVERIFY(!book.byPublishedPort(ContainerEngine::Docker, Transport::Tcp, 8080));
    QVERIFY(book.setContainers(ContainerEngine::Podman, { one, two }));
    QVERIFY(!book.byPublishedPort(ContainerEngine::Podman, Transport::Tcp, 8080));
}

void ContainersTest::storyFromOutside()
{
    Container container { QStringLiteral("docker"), QStringLiteral("web"), web, QStringLiteral("nginx:1.25"),
                          { { Transport::Tcp, QString(), 8080, 80 } }, true };
    QCOMPARE(publicationText(listener(8080, container)),
             QStringLiteral("Port 8080 of this machine is passed on to port 80 in the container web (nginx:1.25)."));
    QCOMPARE(publicationText(listener(9000, container)), QStringLiteral("Works for the container web (nginx:1.25)."));
    QCOMPARE(publicationText(listener(8080, container, Transport::Udp)), QStringLiteral("Works for the container web (nginx:1.25)."));
    container.name.clear();
    container.image.clear();
    QCOMPARE(publicationText(listener(8080, container)),
             QStringLiteral("Port 8080 of this machine is passed on to port 80 in the container a1b2c3d4e5f6."));
    container.id.clear();
    QCOMPARE(publicationText(listener(8080, container)), QStringLiteral("Port 8080 of this machine is passed on to port 80 in a container."));
    container.ports.clear();
    QVERIFY(publicationText(listener(8080, container)).isEmpty());
}

void ContainersTest::storyFromInside()
{
    Container container { QStringLiteral("docker"), QStringLiteral("web"), web, QString(), { { Transport::Tcp, QString(), 8080, 80 } } };
    QCOMPARE(publicationText(listener(80, container)), QStringLiteral("Published as port 8080 of this machine."));
    QVERIFY(publicationText(listener(8080, container)).isEmpty());
    container.ports.append({ Transport::Tcp, QStringLiteral("127.0.0.1"), 8081, 80 });
    QCOMPARE(publicationText(listener(80, container)), QStringLiteral("Published as the ports 8080, 8081 (only at 127.0.0.1) of this machine."));
    auto bare = listener(80, container);
    bare.owner = std::make_shared<Owner>();
    QVERIFY(publicationText(bare).isEmpty());
}

QTEST_GUILESS_MAIN(ContainersTest)
#include "containers_test.moc"
