// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/knowledge.h"
#include "monitor/sampler.h"
#include "probe/port_asker.h"
#include "tests/support/builders.h"
#include "text/text.h"

#include <QProcess>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUdpSocket>

#include <functional>

using namespace portolan;
using namespace portolan::test;

namespace {

/// Ends a wait that has failed; nothing is measured by it.
constexpr int patience = 30'000;

/// So short that what never ends is over soon, and long enough for a busy machine.
AskLimits shortLimits()
{
    AskLimits limits;
    limits.total = std::chrono::milliseconds(1500);
    limits.greeting = std::chrono::milliseconds(150);
    limits.firstByte = std::chrono::milliseconds(250);
    limits.firstByteOfRest = std::chrono::milliseconds(100);
    limits.pause = std::chrono::milliseconds(100);
    limits.oneAnswer = std::chrono::milliseconds(400);
    return limits;
}

/// For servers that answer in the end, however busy the machine.
AskLimits patientLimits()
{
    AskLimits limits = shortLimits();
    limits.total = limits.connect = limits.firstByte = std::chrono::milliseconds(patience);
    return limits;
}

ListenerPtr listenerAt(quint16 port, Transport transport = Transport::Tcp, const char *where = "127.0.0.1")
{
    auto listener = std::make_shared<Listener>();
    listener->key.port = port;
    listener->key.transport = transport;
    listener->endpoints = { Endpoint { address(where), false, {}, {} } };
    listener->sockets = { 1 };
    listener->owner = observed({ process(1, QStringLiteral("x")) });
    return listener;
}

/// A real server in this process, which does with each connection what the test says.
class Server
{
public:
    explicit Server(std::function<void(QTcpSocket *)> accept, std::unique_ptr<QTcpServer> server = std::make_unique<QTcpServer>())
        : m_server(std::move(server))
    {
        if (!m_server->listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(), [this, accept = std::move(accept)] {
            while (QTcpSocket *socket = m_server->nextPendingConnection()) {
                ++m_connections;
                accept(socket);
            }
        });
    }

    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    std::unique_ptr<QTcpServer> m_server;
    int m_connections = 0;
};

/// Answers each question with these bytes and closes.
std::function<void(QTcpSocket *)> answering(const QByteArray &bytes)
{
    return [bytes](QTcpSocket *socket) {
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, bytes] {
            socket->readAll();
            socket->write(bytes);
            socket->disconnectFromHost();
        });
    };
}

std::function<void(QTcpSocket *)> saying(const QByteArray &bytes)
{
    return [bytes](QTcpSocket *socket) { socket->write(bytes); };
}

/// Writes for as long as anybody reads.
void pour(QTcpSocket *socket, const QByteArray &bytes)
{
    QObject::connect(socket, &QTcpSocket::bytesWritten, socket, [socket, bytes] {
        if (socket->bytesToWrite() < 1 << 20)
            socket->write(bytes);
    });
    socket->write(bytes);
}

/// A byte at a time, for ever.
void drip(QTcpSocket *socket)
{
    auto *timer = new QTimer(socket);
    QObject::connect(timer, &QTimer::timeout, socket, [socket] { socket->write("x"); });
    timer->start(30);
}

} // namespace

class AskingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<ListenerPtr>("portolan::ListenerPtr");
        qRegisterMetaType<PortAnswerPtr>("portolan::PortAnswerPtr");
        qRegisterMetaType<PortQuestion>("portolan::PortQuestion");
    }

    void hearsGreetings()
    {
        Server server(saying("SSH-2.0-OpenSSH_9.2p1\r\n"));
        const PortAnswerPtr answer = ask(listenerAt(server.port()), patientLimits());
        QCOMPARE(answer->outcome, AskOutcome::Answered);
        QCOMPARE(answer->protocol, PortProtocol::Ssh);
        QCOMPARE(answer->product, QStringLiteral("OpenSSH_9.2p1"));
        QCOMPARE(server.connections(), 1);
    }

    void asksWhatAGreetingLeavesOpen()
    {
        const auto greets = [](QTcpSocket *socket) {
            socket->write("220 ready\r\n");
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write("500 what?\r\n"); });
        };
        Server server(greets);
        QCOMPARE(ask(listenerAt(server.port()), patientLimits())->protocol, PortProtocol::Ftp);
    }

    void asksForPages()
    {
        Server server(answering("HTTP/1.1 200 OK\r\nServer: tiny\r\nContent-Type: text/html\r\n\r\n<title>A page</title>"));
        const PortAnswerPtr answer = ask(listenerAt(server.port()), patientLimits());
        QCOMPARE(answer->protocol, PortProtocol::Http);
        QCOMPARE(answer->product, QStringLiteral("tiny"));
        QCOMPARE(answer->title, QStringLiteral("A page"));
        QCOMPARE(answer->question, PortQuestion::HttpGet);
    }

    void endsWhateverComes_data()
    {
        QTest::addColumn<std::function<void(QTcpSocket *)>>("accept");
        QTest::addColumn<QList<AskOutcome>>("outcomes");
        const auto row = [](const char *name, const std::function<void(QTcpSocket *)> &accept, const QList<AskOutcome> &outcomes) {
            QTest::newRow(name) << accept << outcomes;
        };
        const QByteArray noise(64 * 1024, '\xa5');
        row("gigabytes at once", [noise](QTcpSocket *socket) { pour(socket, noise); }, { AskOutcome::Unknown });
        row("a line without end", [](QTcpSocket *socket) { pour(socket, QByteArray(64 * 1024, 'A')); }, { AskOutcome::Unknown });
        row("gigabytes when asked",
            [noise](QTcpSocket *socket) {
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, noise] {
                    socket->readAll();
                    pour(socket, noise);
                });
            },
            { AskOutcome::Unknown });
        row("a page without end",
            [](QTcpSocket *socket) {
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                    socket->readAll();
                    socket->write("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
                    pour(socket, QByteArray(64 * 1024, '\0'));
                });
            },
            { AskOutcome::Answered });
        row("one byte", saying("x"), { AskOutcome::Unknown });
        row("a byte at a time", drip, { AskOutcome::Unknown });
        row("a byte at a time when asked",
            [](QTcpSocket *socket) {
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                    socket->readAll();
                    drip(socket);
                });
            },
            { AskOutcome::Unknown });
        row("nothing", [](QTcpSocket *) {}, { AskOutcome::Silent, AskOutcome::TimedOut });
        row("a reset", [](QTcpSocket *socket) { socket->abort(); }, { AskOutcome::Closed });
        row("a reset when asked",
            [](QTcpSocket *socket) { QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->abort(); }); },
            { AskOutcome::Closed, AskOutcome::Silent });
        row("its own question",
            [](QTcpSocket *socket) { QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(socket->readAll()); }); },
            { AskOutcome::Unknown });
        // A record that says it goes on, and never does.
        row("half a handshake", answering(QByteArray::fromHex("1603037fff0200")), { AskOutcome::Unknown });
        row("a handshake of noise",
            [noise](QTcpSocket *socket) {
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, noise] {
                    socket->readAll();
                    socket->write(QByteArray::fromHex("160303007a02000076") + QByteArray::fromHex("0303") + QByteArray(116, '\x07'));
                    pour(socket, noise);
                });
            },
            { AskOutcome::Answered });
    }

    void endsWhateverComes()
    {
        QFETCH(const std::function<void(QTcpSocket *)>, accept);
        QFETCH(const QList<AskOutcome>, outcomes);
        Server server(accept);
        const PortAnswerPtr answer = ask(listenerAt(server.port()));
        QVERIFY2(outcomes.contains(answer->outcome), askOutcomeId(answer->outcome).data());
        QVERIFY(answer->quote.size() <= 4 * PortAnswer::maximumQuote);
        QVERIFY(server.connections() <= shortLimits().connections);
    }

    void quotesWithoutActing()
    {
        Server server(saying("\x1b]0;owned\x07\x1b[2J\xe2\x80\xae<b>&amp;\r\nnext"));
        const PortAnswerPtr answer = ask(listenerAt(server.port()), patientLimits());
        QCOMPARE(answer->outcome, AskOutcome::Unknown);
        QCOMPARE(text::toKernel(answer->quote), QByteArray("\x1b]0;owned\x07\x1b[2J\xe2\x80\xae<b>&amp;\r\nnext"));
        Server web(answering("HTTP/1.1 200 OK\r\nServer: \x1b[31mred\r\n\r\n<title>\x1b[2J\xff</title>"));
        const PortAnswerPtr page = ask(listenerAt(web.port()), patientLimits());
        for (const QString &line : answerDetails(*page, {}) + QStringList { spokenText(*page) })
            QVERIFY(!line.contains(QChar(0x1b)));
        QVERIFY(spokenText(*page).contains(QLatin1String("\\x1b[31mred")));
    }

    void tellsThatNothingIsThere()
    {
        quint16 port = 0;
        {
            Server server([](QTcpSocket *) {});
            port = server.port();
        }
        QCOMPARE(ask(listenerAt(port))->outcome, AskOutcome::Refused);
        QUdpSocket closed;
        QVERIFY(closed.bind(QHostAddress::LocalHost));
        port = closed.localPort();
        closed.close();
        QCOMPARE(ask(listenerAt(port, Transport::Udp))->outcome, AskOutcome::Refused);
    }

    void asksNobodyElse()
    {
        PortAsker asker(shortLimits());
        QSignalSpy refused(&asker, &PortAsker::refused);
        asker.ask(listenerAt(80, Transport::Tcp, "192.0.2.200"), Knowledge::builtIn());
        QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, patience);
        QVERIFY(!asker.listener());
    }

    void listensOnlyWhereOneMustBeCareful()
    {
        QByteArray heard;
        Server server([&heard](QTcpSocket *socket) {
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, &heard] { heard += socket->readAll(); });
        });
        auto printer = std::make_shared<Listener>(*listenerAt(server.port()));
        printer->owner = observed({ process(1, QStringLiteral("p910nd")) });
        const PortAnswerPtr answer = ask(printer);
        QCOMPARE(answer->outcome, AskOutcome::Spared);
        QCOMPARE(answer->caution, AskCaution::Printer);
        QVERIFY(heard.isEmpty());
        QCOMPARE(server.connections(), 1);
    }

    void isCancelledAtAnyTime_data()
    {
        QTest::addColumn<int>("questions");
        for (const int questions : { 0, 1, 2, 3, 6, 12 })
            QTest::newRow(qPrintable(QString::number(questions))) << questions;
    }

    void isCancelledAtAnyTime()
    {
        QFETCH(const int, questions);
        Server server([](QTcpSocket *) {});
        AskLimits limits;
        limits.total = std::chrono::hours(1);
        limits.firstByte = limits.greeting = questions < 3 ? AskLimits::Time(std::chrono::hours(1)) : AskLimits::Time(20);
        limits.firstByteOfRest = std::chrono::milliseconds(20);
        if (questions == 2)
            limits.greeting = std::chrono::milliseconds(20);
        PortAsker asker(limits);
        QSignalSpy answered(&asker, &PortAsker::answered);
        int asked = 0;
        connect(&asker, &PortAsker::asking, this, [&] {
            if (++asked == questions)
                asker.cancel();
        });
        asker.ask(listenerAt(server.port()), Knowledge::builtIn());
        if (questions == 0)
            asker.cancel();
        QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, patience);
        QCOMPARE(answered.first().at(1).value<PortAnswerPtr>()->outcome, AskOutcome::Cancelled);
        QVERIFY(!asker.listener());
    }

    void anotherQuestionReplacesTheFirst()
    {
        Server silent([](QTcpSocket *) {});
        Server speaking(saying("SSH-2.0-x\r\n"));
        AskLimits limits;
        limits.greeting = std::chrono::hours(1);
        PortAsker asker(limits);
        QSignalSpy answered(&asker, &PortAsker::answered);
        asker.ask(listenerAt(silent.port()), Knowledge::builtIn());
        const ListenerPtr second = listenerAt(speaking.port());
        asker.ask(second, Knowledge::builtIn());
        QTRY_COMPARE_WITH_TIMEOUT(answered.size(), 1, patience);
        QCOMPARE(answered.first().at(0).value<ListenerPtr>(), second);
    }

    void goesWhileItIsAsking()
    {
        Server silent([](QTcpSocket *) {});
        PortAsker asker;
        QSignalSpy asking(&asker, &PortAsker::asking);
        asker.ask(listenerAt(silent.port()), Knowledge::builtIn());
        QTRY_VERIFY_WITH_TIMEOUT(!asking.isEmpty(), patience);
    }

    void speaksTls_data()
    {
        QTest::addColumn<QByteArray>("subject");
        QTest::addColumn<QByteArray>("extensions");
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("names");
        const auto row = [](const char *name, const QByteArray &subject, const QByteArray &extensions, int days, int names) {
            QTest::newRow(name) << subject << extensions << days << names;
        };
        row("plain", "/CN=a.test", "subjectAltName=DNS:a.test,DNS:b.test", 2, 2);
        row("nobody's", "/", "basicConstraints=CA:FALSE", 2, 0);
        row("control characters", "/CN=evil\x1b[2J\x07.test/O=\xc3\xa9t\xc3\xa9", "subjectAltName=DNS:a.test", 2, 1);
        row("expired", "/CN=a.test", "subjectAltName=DNS:a.test", -1, 1);
        QByteArray many = "subjectAltName=DNS:n0.test";
        for (int i = 1; i < 3000; ++i)
            many += ",DNS:n" + QByteArray::number(i) + ".test";
        row("thousands of names", "/CN=a.test", many, 2, 3000);
        // A name with a zero byte in it: [2] 0x05 "a\0b.c".
        row("a zero byte", "/CN=a.test", "2.5.29.17=DER:30:07:82:05:61:00:62:2e:63", 2, 1);
    }

    void speaksTls()
    {
        QFETCH(const QByteArray, subject);
        QFETCH(const QByteArray, extensions);
        QFETCH(const int, days);
        QFETCH(const int, names);
        auto secure = std::make_unique<QSslServer>();
        QVERIFY(certify(*secure, subject, extensions, days));
        Server server(answering("HTTP/1.1 200 OK\r\nServer: safe\r\n\r\n<title>t</title>"), std::move(secure));
        const PortAnswerPtr answer = ask(listenerAt(server.port()), patientLimits());
        QCOMPARE(answer->outcome, AskOutcome::Answered);
        QCOMPARE(answer->protocol, PortProtocol::Http);
        QCOMPARE(answer->product, QStringLiteral("safe"));
        QVERIFY(answer->tls && answer->tls->certificate);
        const CertificateFacts &certificate = *answer->tls->certificate;
        QCOMPARE(certificate.nameCount, names);
        QVERIFY(certificate.names.size() <= CertificateFacts::maximumNames);
        QVERIFY(certificate.selfSigned);
        QCOMPARE(certificate.validUntil < QDateTime::currentDateTimeUtc(), days < 0);
        for (const QString &line : answerDetails(*answer, QDateTime::currentDateTimeUtc())) {
            for (const QChar character : line)
                QVERIFY(character >= u' ');
        }
    }

    void takesLongChains()
    {
        for (const int length : { 20, 400 }) {
            auto secure = std::make_unique<QSslServer>();
            QVERIFY(certify(*secure, "/CN=a.test", "subjectAltName=DNS:a.test", 2, length));
            Server server(answering("HTTP/1.1 200 OK\r\n\r\n<title>t</title>"), std::move(secure));
            const PortAnswerPtr answer = ask(listenerAt(server.port()), patientLimits());
            QCOMPARE(answer->outcome, AskOutcome::Answered);
            QVERIFY(answer->tls);
            QCOMPARE(answer->protocol.has_value(), length == 20);
            // OpenSSL takes no more than 100 KiB of them.
            QCOMPARE(answer->tls->certificate.has_value(), length == 20);
            if (answer->tls->certificate)
                QCOMPARE(answer->tls->certificate->chainLength, length);
        }
    }

    void asksOverUdp()
    {
        QUdpSocket server;
        QVERIFY(server.bind(QHostAddress::LocalHost));
        connect(&server, &QUdpSocket::readyRead, &server, [&server] {
            while (server.hasPendingDatagrams()) {
                QByteArray bytes(2048, '\0');
                QHostAddress from;
                quint16 port = 0;
                bytes.resize(server.readDatagram(bytes.data(), bytes.size(), &from, &port));
                // The time that came as "transmit" goes back as "originate".
                if (bytes.size() == 48)
                    server.writeDatagram(QByteArray(1, 0x24) + QByteArray(23, '\0') + bytes.last(8) + QByteArray(16, '\1'), from, port);
                else
                    server.writeDatagram(QByteArray(1400, '\x5a'), from, port);
            }
        });
        const PortAnswerPtr answer = ask(listenerAt(server.localPort(), Transport::Udp), patientLimits());
        QCOMPARE(answer->outcome, AskOutcome::Answered);
        QCOMPARE(answer->protocol, PortProtocol::Ntp);
    }

    void endsUnderAFlood()
    {
        QUdpSocket server;
        QVERIFY(server.bind(QHostAddress::LocalHost));
        QTimer flood;
        QList<quint16> ports;
        connect(&server, &QUdpSocket::readyRead, &server, [&] {
            while (server.hasPendingDatagrams()) {
                char byte = 0;
                quint16 port = 0;
                server.readDatagram(&byte, 1, nullptr, &port);
                ports += port;
            }
        });
        connect(&flood, &QTimer::timeout, &server, [&] {
            for (const quint16 port : std::as_const(ports)) {
                for (int i = 0; i < 50; ++i)
                    server.writeDatagram(QByteArray(i % 2 ? 1000 : 0, 'x'), QHostAddress::LocalHost, port);
            }
        });
        flood.start(1);
        QCOMPARE(ask(listenerAt(server.localPort(), Transport::Udp))->outcome, AskOutcome::Unknown);
    }

    /// The sampler keeps what was said, judges by it, and drops it with the listener.
    void joinsTheEvidence()
    {
        auto server = std::make_unique<Server>(answering("HTTP/1.1 200 OK\r\nServer: tiny\r\n\r\n<title>t</title>"));
        Sampler sampler(systemSources(), Knowledge::builtIn());
        // What is found out about this program later would be judged anew, too.
        (void)sampler.sample(nullptr);
        QVERIFY(sampler.waitForFacts(std::chrono::seconds(30)));
        const Update before = sampler.sample(nullptr);
        const auto found = std::ranges::find_if(before.snapshot->listeners, [&](const ListenerPtr &one) {
            return one->port() == server->port() && one->transport() == Transport::Tcp;
        });
        QVERIFY(found != before.snapshot->listeners.end());
        const ListenerPtr listener = *found;
        const PortAnswerPtr answer = ask(listener, patientLimits());
        QCOMPARE(answer->protocol, PortProtocol::Http);
        const auto judged = sampler.takeAnswer(*listener, answer, before.snapshot);
        QVERIFY(judged && judged->reassessed && judged->delta.isEmpty());
        const AssessmentPtr assessment = judged->assessmentOf(listener->key);
        QCOMPARE(assessment->answer, answer);
        QVERIFY(std::ranges::any_of(assessment->evidence, [](const Evidence &fact) {
            return fact.id == EvidenceId::Answers || fact.id == EvidenceId::AnswersOtherwise || fact.id == EvidenceId::AnswersAsRegistered;
        }));
        QCOMPARE(sampler.sample(judged->snapshot).assessmentOf(listener->key), assessment);
        server.reset();
        const Update after = sampler.sample(judged->snapshot);
        QVERIFY(!after.assessmentOf(listener->key));
        QVERIFY(!sampler.takeAnswer(*listener, answer, after.snapshot));
    }

private:
    static PortAnswerPtr ask(const ListenerPtr &listener, const AskLimits &limits = shortLimits())
    {
        PortAsker asker(limits);
        QSignalSpy answered(&asker, &PortAsker::answered);
        asker.ask(listener, Knowledge::builtIn());
        if (!QTest::qWaitFor([&answered] { return !answered.isEmpty(); }, patience))
            qFatal("it does not end");
        return answered.first().at(1).value<PortAnswerPtr>();
    }

    /// A certificate that signs itself, with these peculiarities, sent that many times.
    bool certify(QSslServer &server, const QByteArray &subject, const QByteArray &extension, int days, int times = 1)
    {
        const QString key = m_folder.filePath(QStringLiteral("key.pem"));
        const QString certificate = m_folder.filePath(QStringLiteral("certificate.pem"));
        QFile settings(m_folder.filePath(QStringLiteral("settings")));
        const QByteArray shortExtension = QByteArray(extension).replace('=', " = ");
        if (!settings.open(QIODevice::WriteOnly)
            || settings.write("[req]\ndistinguished_name = name\n[name]\n[more]\n" + shortExtension + '\n') < 0)
            return false;
        settings.close();
        const QString request = m_folder.filePath(QStringLiteral("request.pem"));
        const auto openssl = [](const QStringList &arguments) {
            QProcess process;
            process.start(QStringLiteral("openssl"), arguments);
            const bool done = process.waitForFinished(patience) && process.exitCode() == 0;
            if (!done)
                qInfo("%s", process.readAllStandardError().constData());
            return done;
        };
        // Only the second of these takes days that are past.
        if (!openssl({ QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                       QStringLiteral("-nodes"), QStringLiteral("-utf8"), QStringLiteral("-keyout"), key, QStringLiteral("-out"), request,
                       QStringLiteral("-subj"), QString::fromUtf8(subject), QStringLiteral("-config"), settings.fileName() })
            || !openssl({ QStringLiteral("x509"), QStringLiteral("-req"), QStringLiteral("-in"), request, QStringLiteral("-signkey"), key,
                          QStringLiteral("-days"), QString::number(days), QStringLiteral("-out"), certificate, QStringLiteral("-extfile"),
                          settings.fileName(), QStringLiteral("-extensions"), QStringLiteral("more") }))
            return false;
        QFile keyFile(key);
        const QList<QSslCertificate> chain = QSslCertificate::fromPath(certificate);
        if (!keyFile.open(QIODevice::ReadOnly) || chain.isEmpty())
            return false;
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificateChain(QList<QSslCertificate>(times, chain.first()));
        configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
        server.setSslConfiguration(configuration);
        return true;
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(AskingTest)
#include "asking_test.moc"
