// SPDX-License-Identifier: Apache-2.0
// The client against TLS servers made here: every kind of network trouble has its own code, and nothing that does
// not come from the service is taken for its word.
#include "models/central/https_central.h"

#include "models/central/content_digest.h"
#include "models/domain/ids.h"
#include "tests/support/await.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_random.h"
#include "tests/support/tls_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTest>

using namespace yoyo;
using namespace yoyo::test;
using namespace std::chrono_literals;

static const QByteArray handshakeJson =
    R"({"service":"yoyo-central","version":"0.1.0","environment":"practice","demo":true,"contract":{"min":1,"max":1},)"
    R"("features":{"late_entry_windows":true},"policy":{"password_minimum":15},"policy_version":1,)"
    R"("dataset_epoch":"0192f0aa-0000-4000-8000-000000000001","limits":{"push_ops":500,"push_bytes":1048576,"changes_rows":1000},)"
    R"("op_memory_days":400,"tombstone_days":400,"server_time":"2026-11-22T01:00:00.000Z","maintenance":null})";

class TestHttpsCentral : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void readsAHandshake();
    void sendsTheHeadersOfTheContract();
    void compressesLargeBodiesAndCoversThemByADigest();
    void repeatsAPushUnderItsBatchId();
    void acceptsACaFileThatHoldsSeveral();
    void refusesHttpAddresses();
    void refusesAnUnusableCaFile();
    void tellsAnUnknownHost();
    void tellsARefusedConnection();
    void tellsAStalledService();
    void tellsATimeoutWhileTheBodyStalls();
    void tellsALostConnection();
    void tellsATruncatedReply();
    void tellsAnUnknownCa();
    void caFileReplacesTheSystemsStore();
    void tellsAWrongHostName();
    void tellsAnExpiredCertificate();
    void takesAFutureCertificateForAWrongClock();
    void tellsAFailedHandshake();
    void recognisesPlainHttpOnThePort();
    void tellsAnUnreachableProxy();
    void tellsAProxyThatWantsAPassword();
    void takesHtmlForACaptivePortal();
    void followsNoRedirect();
    void tellsMaintenanceAndWhenItEnds();
    void readsRetryAfterAsSecondsAndDate();
    void keepsCodePointerAndParamsOfAProblem();
    void unknownWireCodeIsToldAsSuch();
    void gatewayPagesAreNotProblems();
    void refusesAWrongDigest();
    void refusesAMissingDigest();
    void refusesAGzipBomb();
    void readsGzip();
    void refusesOtherEncodings();
    void refusesMalformedJson();
    void refusesOutcomesThatDoNotMatch();
    void measuresTheClockSkew();
    void tooOldClientIsTold();
    void cancelEndsEveryRequest();
    void logsNoSecret();

private:
    std::shared_ptr<HttpsCentral> central(const QUrl& address, const TransportOptions& options = {});
    std::shared_ptr<HttpsCentral> central(const TlsServer& server) { return central(server.address()); }
    QString file(const QString& name, const QByteArray& contents);
    ErrorCode codeOfHandshake(HttpsCentral& client);

    FakeClock m_clock;
    FakeRandom m_random;
    QTemporaryDir m_directory;
    CertifiedKey m_authority;
    CertifiedKey m_good;
    QString m_caFile;
};

void TestHttpsCentral::initTestCase()
{
    m_authority = makeAuthority();
    m_good = makeServerCertificate(m_authority);
    m_caFile = file(QStringLiteral("ca.pem"), m_authority.certificatePem);
}

QString TestHttpsCentral::file(const QString& name, const QByteArray& contents)
{
    QFile out(m_directory.filePath(name));
    if (!out.open(QIODevice::WriteOnly))
        qFatal("no temporary file");
    out.write(contents);
    return out.fileName();
}

std::shared_ptr<HttpsCentral> TestHttpsCentral::central(const QUrl& address, const TransportOptions& options)
{
    Result<std::shared_ptr<HttpsCentral>> made = HttpsCentral::make(address, m_caFile, m_clock, m_random, options);
    if (!made)
        qFatal("%s", qPrintable(made.error().codeText()));
    return *made;
}

ErrorCode TestHttpsCentral::codeOfHandshake(HttpsCentral& client)
{
    const Result<Handshake> result = await(client.handshake());
    if (result)
        qFatal("the handshake succeeded");
    return result.error().code;
}

void TestHttpsCentral::readsAHandshake()
{
    TlsServer server(m_good);
    server.answer(jsonReply(handshakeJson));
    const Result<Handshake> reply = await(central(server)->handshake());
    QVERIFY2(reply.isOk(), qPrintable(reply.isOk() ? QString() : reply.error().codeText() + reply.error().detail));
    QCOMPARE(reply->environment, QStringLiteral("practice"));
    QCOMPARE(reply->maximumPushOps, 500);
    QVERIFY(!reply->maintenance);
    QCOMPARE(server.requests.size(), 1);
    QCOMPARE(server.requests.first().target, QByteArray("/v1/handshake"));
}

void TestHttpsCentral::sendsTheHeadersOfTheContract()
{
    TlsServer server(m_good);
    server.answer(problemReply(401, "credentials-invalid"));
    const auto client = central(server);
    settle(client->signIn(QStringLiteral("user1"), SecretBuffer::fromText(QStringLiteral("secret")),
                         QUuid(QStringLiteral("{0192f0aa-0000-4000-8000-000000000001}")), QStringLiteral("pc")));
    const auto headers = server.requests.first().headers;
    QCOMPARE(headers.value("yoyo-contract"), QByteArray("1"));
    QCOMPARE(headers.value("accept-encoding"), QByteArray("gzip"));
    QCOMPARE(headers.value("content-type"), QByteArray("application/vnd.yoyo+json"));
    QCOMPARE(headers.value("content-digest"), contentDigestOf(server.requests.first().body));
    QVERIFY(!idFromText(QString::fromLatin1(headers.value("idempotency-key"))).isNull());
    QVERIFY(!headers.contains("authorization"));
    QVERIFY(!headers.contains("cookie"));

    settle(client->me(SecretBuffer::fromText(QStringLiteral("token-1"))));
    QCOMPARE(server.requests.last().headers.value("authorization"), QByteArray("Bearer token-1"));
    QVERIFY(!server.requests.last().headers.contains("idempotency-key"));
}

static QByteArray pushOf(const QList<QUuid>& ids, const QString& note = {})
{
    QList<QJsonObject> ops;
    for (const QUuid& id : ids) {
        Operation op;
        op.opId = id;
        op.set = {{QStringLiteral("note"), note}};
        ops.append(toJson(op));
    }
    return pushBody(ops);
}

static const QUuid op1(QStringLiteral("{0192f0aa-0000-7000-8000-000000000011}"));
static const QUuid op2(QStringLiteral("{0192f0aa-0000-7000-8000-000000000012}"));

void TestHttpsCentral::compressesLargeBodiesAndCoversThemByADigest()
{
    TlsServer server(m_good);
    server.answer(problemReply(401, "session-expired"));
    const QByteArray body = pushOf({op1}, QString(5000, QLatin1Char('x')));
    settle(central(server)->push(SecretBuffer::fromText(QStringLiteral("t")), op2, body));
    const ServedRequest& request = server.requests.first();
    QCOMPARE(request.headers.value("content-encoding"), QByteArray("gzip"));
    QVERIFY(request.body.size() < 1000);
    QCOMPARE(request.headers.value("content-digest"), contentDigestOf(request.body));
    GzipDecoder decoder({});
    QByteArray decoded;
    QVERIFY(decoder.feed(request.body, decoded).isOk());
    QCOMPARE(decoded, body);
}

void TestHttpsCentral::repeatsAPushUnderItsBatchId()
{
    TlsServer server(m_good);
    server.answer(problemReply(503, "server-busy"));
    const auto client = central(server);
    const QByteArray body = pushOf({op1});
    settle(client->push(SecretBuffer::fromText(QStringLiteral("t")), op2, body));
    settle(client->push(SecretBuffer::fromText(QStringLiteral("t")), op2, body));
    QCOMPARE(server.requests.size(), 2);
    QCOMPARE(server.requests[0].headers.value("idempotency-key"), idText(op2).toLatin1());
    QCOMPARE(server.requests[1].headers.value("idempotency-key"), idText(op2).toLatin1());
    QCOMPARE(server.requests[0].body, server.requests[1].body);
}

void TestHttpsCentral::acceptsACaFileThatHoldsSeveral()
{
    TlsServer server(m_good);
    server.answer(jsonReply(handshakeJson));
    const QString both = file(QStringLiteral("both.pem"), makeAuthority(QStringLiteral("Other CA")).certificatePem
                                                              + m_authority.certificatePem);
    const auto client = HttpsCentral::make(server.address(), both, m_clock, m_random);
    QVERIFY(client.isOk());
    QVERIFY(await((*client)->handshake()).isOk());
}

void TestHttpsCentral::refusesHttpAddresses()
{
    const auto plain = HttpsCentral::make(QUrl(QStringLiteral("http://127.0.0.1:1")), {}, m_clock, m_random);
    QCOMPARE(plain.error().code, ErrorCode::PlainHttpRefused);
    const auto other = HttpsCentral::make(QUrl(QStringLiteral("ftp://127.0.0.1")), {}, m_clock, m_random);
    QCOMPARE(other.error().code, ErrorCode::AddressInvalid);
}

void TestHttpsCentral::refusesAnUnusableCaFile()
{
    const QUrl address(QStringLiteral("https://127.0.0.1:1"));
    const QString noFile = m_directory.filePath(QStringLiteral("none.pem"));
    QCOMPARE(HttpsCentral::make(address, noFile, m_clock, m_random).error().code, ErrorCode::CaFileUnusable);
    const QString noCertificate = file(QStringLiteral("text.pem"), "hello");
    QCOMPARE(HttpsCentral::make(address, noCertificate, m_clock, m_random).error().code, ErrorCode::CaFileUnusable);
}

void TestHttpsCentral::tellsAnUnknownHost()
{
    const auto client = central(QUrl(QStringLiteral("https://no-such-host.invalid:4433")));
    const Result<Handshake> reply = await(client->handshake());
    QCOMPARE(reply.error().code, ErrorCode::HostNotFound);
    QCOMPARE(reply.error().params.value(QStringLiteral("host")).toString(), QStringLiteral("no-such-host.invalid"));
}

void TestHttpsCentral::tellsARefusedConnection()
{
    quint16 port = 0;
    {
        QTcpServer unused;
        QVERIFY(unused.listen(QHostAddress::LocalHost));
        port = unused.serverPort();
    }
    const Result<Handshake> reply =
        await(central(QUrl(QStringLiteral("https://127.0.0.1:%1").arg(port)))->handshake());
    QCOMPARE(reply.error().code, ErrorCode::ConnectionRefused);
    QCOMPARE(reply.error().params.value(QStringLiteral("port")).toInt(), int(port));
}

void TestHttpsCentral::tellsAStalledService()
{
    TlsServer server(m_good);
    TransportOptions options;
    options.stallTimeout = 300ms;
    QCOMPARE(codeOfHandshake(*central(server.address(), options)), ErrorCode::ConnectionTimedOut);
}

void TestHttpsCentral::tellsATimeoutWhileTheBodyStalls()
{
    TlsServer server(m_good);
    server.answer(jsonReply(handshakeJson).chopped(20));
    TransportOptions options;
    options.stallTimeout = 300ms;
    QCOMPARE(codeOfHandshake(*central(server.address(), options)), ErrorCode::ConnectionTimedOut);
}

void TestHttpsCentral::tellsALostConnection()
{
    TlsServer server(m_good);
    server.answer([](const ServedRequest&) { return TlsServer::Answer{{}, true}; });
    QCOMPARE(codeOfHandshake(*central(server)), ErrorCode::ConnectionLost);
}

void TestHttpsCentral::tellsATruncatedReply()
{
    TlsServer server(m_good);
    server.answer([](const ServedRequest&) { return TlsServer::Answer{jsonReply(handshakeJson).chopped(20), true}; });
    const ErrorCode code = codeOfHandshake(*central(server));
    QVERIFY(code == ErrorCode::ConnectionLost || code == ErrorCode::ReplyInvalid);
}

void TestHttpsCentral::tellsAnUnknownCa()
{
    const CertifiedKey stranger = makeAuthority(QStringLiteral("Stranger CA"));
    TlsServer server(makeServerCertificate(stranger));
    server.answer(jsonReply(handshakeJson));
    const Result<Handshake> reply = await(central(server)->handshake());
    QCOMPARE(reply.error().code, ErrorCode::TlsUnknownCa);
    QCOMPARE(reply.error().params.value(QStringLiteral("issuer")).toString(), QStringLiteral("Stranger CA"));
    QVERIFY(server.requests.isEmpty());
}

void TestHttpsCentral::caFileReplacesTheSystemsStore()
{
    // With no file the system's store stands, and it does not know the test's CA.
    TlsServer server(m_good);
    server.answer(jsonReply(handshakeJson));
    const auto client = HttpsCentral::make(server.address(), {}, m_clock, m_random);
    QCOMPARE(codeOfHandshake(**client), ErrorCode::TlsUnknownCa);
    QVERIFY(server.requests.isEmpty());
}

void TestHttpsCentral::tellsAWrongHostName()
{
    TlsServer server(makeServerCertificate(m_authority, {QStringLiteral("central.example.jp")}));
    const Result<Handshake> reply = await(central(server)->handshake());
    QCOMPARE(reply.error().code, ErrorCode::TlsHostMismatch);
    QCOMPARE(reply.error().params.value(QStringLiteral("names")).toString(), QStringLiteral("central.example.jp"));
    QVERIFY(server.requests.isEmpty());
}

void TestHttpsCentral::tellsAnExpiredCertificate()
{
    TlsServer server(makeServerCertificate(m_authority, {QStringLiteral("127.0.0.1")}, -400, -35));
    const Result<Handshake> reply = await(central(server)->handshake());
    QCOMPARE(reply.error().code, ErrorCode::TlsCertificateExpired);
    QVERIFY(!reply.error().params.value(QStringLiteral("expired_at")).toString().isEmpty());
    QVERIFY(server.requests.isEmpty());
}

void TestHttpsCentral::takesAFutureCertificateForAWrongClock()
{
    m_clock.setUtc(QDateTime::currentDateTimeUtc());
    TlsServer server(makeServerCertificate(m_authority, {QStringLiteral("127.0.0.1")}, 300, 700));
    const Result<Handshake> reply = await(central(server)->handshake());
    QCOMPARE(reply.error().code, ErrorCode::ClockSkewed);
    QVERIFY(reply.error().params.value(QStringLiteral("skew_seconds")).toInt() > 299 * 86'400);
}

/// A server that says something of its own instead of TLS.
class RawServer
{
public:
    explicit RawServer(QByteArray answer)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, answer] {
            QTcpSocket* socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
                socket->readAll();
                socket->write(answer);
                socket->disconnectFromHost();
            });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    quint16 port() const { return m_server.serverPort(); }
    QUrl address() const { return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_server.serverPort())); }

private:
    QTcpServer m_server;
};

void TestHttpsCentral::tellsAFailedHandshake()
{
    RawServer alert(QByteArray("\x15\x03\x03\x00\x02\x02\x28", 7)); // fatal alert: handshake_failure
    QCOMPARE(codeOfHandshake(*central(alert.address())), ErrorCode::TlsHandshakeFailed);
}

void TestHttpsCentral::recognisesPlainHttpOnThePort()
{
    RawServer plain("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    QCOMPARE(codeOfHandshake(*central(plain.address())), ErrorCode::PlainHttpRefused);
}

void TestHttpsCentral::tellsAnUnreachableProxy()
{
    quint16 port = 0;
    {
        QTcpServer unused;
        QVERIFY(unused.listen(QHostAddress::LocalHost));
        port = unused.serverPort();
    }
    TransportOptions options;
    options.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), port);
    const Result<Handshake> reply = await(central(QUrl(QStringLiteral("https://127.0.0.1:9")), options)->handshake());
    QCOMPARE(reply.error().code, ErrorCode::ProxyUnreachable);
    QCOMPARE(reply.error().params.value(QStringLiteral("proxy")).toString(), QStringLiteral("127.0.0.1:%1").arg(port));
}

void TestHttpsCentral::tellsAProxyThatWantsAPassword()
{
    RawServer proxy("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\n"
                    "Content-Length: 0\r\n\r\n");
    TransportOptions options;
    options.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.port());
    QCOMPARE(codeOfHandshake(*central(QUrl(QStringLiteral("https://127.0.0.1:9")), options)),
             ErrorCode::ProxyAuthenticationRequired);
}

void TestHttpsCentral::takesHtmlForACaptivePortal()
{
    TlsServer server(m_good);
    const auto client = central(server);
    for (const int status : {200, 203, 302}) {
        server.answer(httpReply(status, "text/html; charset=utf-8", "<html>Welcome</html>", "Location: https://x/\r\n"));
        QCOMPARE(codeOfHandshake(*client), ErrorCode::CaptivePortal);
    }
    server.answer(httpReply(200, "application/json", handshakeJson));
    QCOMPARE(codeOfHandshake(*client), ErrorCode::CaptivePortal);
    server.answer(httpReply(511, "text/html", "<html>Sign in</html>"));
    QCOMPARE(codeOfHandshake(*client), ErrorCode::CaptivePortal);
}

void TestHttpsCentral::followsNoRedirect()
{
    TlsServer server(m_good);
    const auto client = central(server);
    for (const int status : {301, 302, 307, 308}) {
        server.requests.clear();
        server.answer(httpReply(status, {}, {}, "Location: https://elsewhere.example.jp/x?token=1\r\n"));
        const Result<SessionReply> reply = await(client->refresh(SecretBuffer::fromText(QStringLiteral("r"))));
        QCOMPARE(reply.error().code, ErrorCode::RedirectRefused);
        QCOMPARE(reply.error().params.value(QStringLiteral("target")).toString(),
                 QStringLiteral("elsewhere.example.jp"));
        QCOMPARE(server.requests.size(), 1);
    }
}

void TestHttpsCentral::tellsMaintenanceAndWhenItEnds()
{
    TlsServer server(m_good);
    server.answer(problemReply(503, "maintenance", R"({"until":"2026-11-22T03:00:00.000Z"})", "Retry-After: 600\r\n"));
    const Result<MeReply> reply = await(central(server)->me(SecretBuffer::fromText(QStringLiteral("t"))));
    QCOMPARE(reply.error().code, ErrorCode::Maintenance);
    QCOMPARE(reply.error().params.value(QStringLiteral("until")).toString(), QStringLiteral("2026-11-22T03:00:00.000Z"));
    QVERIFY(reply.error().retryAfter == 600s);
}

void TestHttpsCentral::readsRetryAfterAsSecondsAndDate()
{
    m_clock.setUtc(QDateTime(QDate(2026, 11, 22), QTime(1, 0), Qt::UTC));
    TlsServer server(m_good);
    const auto client = central(server);
    server.answer(problemReply(429, "rate-limited", "{}", "Retry-After: 7\r\n"));
    QVERIFY(await(client->handshake()).error().retryAfter == 7s);
    server.answer(problemReply(503, "server-busy", "{}", "Retry-After: Sun, 22 Nov 2026 01:02:00 GMT\r\n"));
    QVERIFY(await(client->handshake()).error().retryAfter == 120s);
    server.answer(problemReply(503, "server-busy", "{}", "Retry-After: soon\r\n"));
    QVERIFY(!await(client->handshake()).error().retryAfter);
}

void TestHttpsCentral::keepsCodePointerAndParamsOfAProblem()
{
    TlsServer server(m_good);
    server.answer(problemReply(422, "password-too-short", R"({"minimum":15,"length":3})"));
    const Result<SessionReply> reply = await(central(server)->changePassword(
        SecretBuffer::fromText(QStringLiteral("t")), {}, SecretBuffer::fromText(QStringLiteral("abc"))));
    QCOMPARE(reply.error().code, ErrorCode::PasswordTooShort);
    QCOMPARE(reply.error().pointer, QStringLiteral("mail"));
    QCOMPARE(reply.error().params.value(QStringLiteral("minimum")).toInt(), 15);
    QCOMPARE(reply.error().requestId, QStringLiteral("req-1"));
}

void TestHttpsCentral::unknownWireCodeIsToldAsSuch()
{
    TlsServer server(m_good);
    server.answer(problemReply(422, "invented-later"));
    const Result<Handshake> reply = await(central(server)->handshake());
    QCOMPARE(reply.error().code, ErrorCode::CodeUnknown);
    QCOMPARE(reply.error().params.value(QStringLiteral("wire_code")).toString(), QStringLiteral("invented-later"));
}

void TestHttpsCentral::gatewayPagesAreNotProblems()
{
    TlsServer server(m_good);
    const auto client = central(server);
    server.answer(httpReply(503, "text/html", "<html>busy</html>", "Retry-After: 30\r\n"));
    const Result<Handshake> busy = await(client->handshake());
    QCOMPARE(busy.error().code, ErrorCode::ServerBusy);
    QVERIFY(busy.error().retryAfter == 30s);
    server.answer(httpReply(502, "text/html", "<html>bad gateway</html>"));
    QCOMPARE(codeOfHandshake(*client), ErrorCode::InternalError);
    server.answer(httpReply(403, "text/html", "<html>blocked</html>"));
    QCOMPARE(codeOfHandshake(*client), ErrorCode::CaptivePortal);
}

void TestHttpsCentral::refusesAWrongDigest()
{
    TlsServer server(m_good);
    QByteArray reply = jsonReply(handshakeJson);
    reply.replace("practice", "practicf"); // one bit on the way
    server.answer(reply);
    QCOMPARE(codeOfHandshake(*central(server)), ErrorCode::ReplyInvalid);
}

void TestHttpsCentral::refusesAMissingDigest()
{
    TlsServer server(m_good);
    QByteArray reply = jsonReply(handshakeJson);
    reply.replace("Content-Digest", "X-Nothing");
    server.answer(reply);
    QCOMPARE(codeOfHandshake(*central(server)), ErrorCode::ReplyInvalid);
}

static QByteArray gzipReply(const QByteArray& json)
{
    return httpReply(200, "application/vnd.yoyo+json", gzipped(json), "Content-Encoding: gzip\r\n");
}

void TestHttpsCentral::refusesAGzipBomb()
{
    TlsServer server(m_good);
    server.answer(gzipReply(QByteArray(80 * 1024 * 1024, ' ')));
    QCOMPARE(codeOfHandshake(*central(server)), ErrorCode::ReplyInvalid);
    TransportOptions options;
    options.limits.maximumBytes = 1000;
    server.answer(jsonReply(QByteArray(2000, ' ')));
    QCOMPARE(codeOfHandshake(*central(server.address(), options)), ErrorCode::ReplyInvalid);
}

void TestHttpsCentral::readsGzip()
{
    TlsServer server(m_good);
    server.answer(gzipReply(handshakeJson));
    QVERIFY(await(central(server)->handshake()).isOk());
    server.answer(httpReply(200, "application/vnd.yoyo+json", gzipped(handshakeJson).chopped(6),
                            "Content-Encoding: gzip\r\n"));
    QCOMPARE(codeOfHandshake(*central(server)), ErrorCode::ReplyInvalid);
}

void TestHttpsCentral::refusesOtherEncodings()
{
    TlsServer server(m_good);
    server.answer(httpReply(200, "application/vnd.yoyo+json", handshakeJson, "Content-Encoding: zstd\r\n"));
    QCOMPARE(codeOfHandshake(*central(server)), ErrorCode::ReplyInvalid);
}

void TestHttpsCentral::refusesMalformedJson()
{
    TlsServer server(m_good);
    const auto client = central(server);
    for (const QByteArray& body : {QByteArray("{"), QByteArray("[]"), QByteArray("{}"), handshakeJson.chopped(1)}) {
        server.answer(jsonReply(body));
        QCOMPARE(codeOfHandshake(*client), ErrorCode::ReplyInvalid);
    }
    server.answer(httpReply(200, {}, {}));
    QCOMPARE(codeOfHandshake(*client), ErrorCode::ReplyInvalid);
}

static QByteArray outcomes(const QList<QUuid>& ids)
{
    QJsonArray list;
    for (const QUuid& id : ids) {
        list.append(QJsonObject{{QStringLiteral("op_id"), idText(id)},
                                {QStringLiteral("outcome"), QStringLiteral("applied")},
                                {QStringLiteral("ver"), 2},
                                {QStringLiteral("seq"), QStringLiteral("17")}});
    }
    return jsonReply(QJsonDocument(QJsonObject{{QStringLiteral("outcomes"), list}}).toJson());
}

void TestHttpsCentral::refusesOutcomesThatDoNotMatch()
{
    TlsServer server(m_good);
    const auto client = central(server);
    const SecretBuffer token = SecretBuffer::fromText(QStringLiteral("t"));
    const QByteArray body = pushOf({op1, op2});
    server.answer(outcomes({op1, op2}));
    const Result<PushReply> good = await(client->push(token, op1, body));
    QVERIFY(good.isOk());
    QCOMPARE(good->outcomes.size(), 2);
    QCOMPARE(good->outcomes[0].seq, 17);
    for (const QList<QUuid>& wrong : {QList<QUuid>{op1}, QList<QUuid>{op2, op1}, QList<QUuid>{op1, op2, op2}}) {
        server.answer(outcomes(wrong));
        QCOMPARE(await(client->push(token, op1, body)).error().code, ErrorCode::ReplyInvalid);
    }
}

void TestHttpsCentral::measuresTheClockSkew()
{
    TlsServer server(m_good);
    server.answer(jsonReply(handshakeJson));
    const auto client = central(server);
    QVERIFY(!client->clockSkew());
    m_clock.setUtc(QDateTime(QDate(2025, 11, 22), QTime(1, 0), Qt::UTC));
    QVERIFY(await(client->handshake()).isOk());
    QVERIFY(client->clockSkew() == 365 * 24h);
    m_clock.setUtc(QDateTime(QDate(2026, 11, 22), QTime(1, 0), Qt::UTC));
    server.answer(problemReply(401, "session-expired"));
    settle(client->me(SecretBuffer::fromText(QStringLiteral("t"))));
    QVERIFY(client->clockSkew() == 365 * 24h); // a problem alone does not move it
    server.answer(jsonReply(handshakeJson));
    QVERIFY(await(client->handshake()).isOk());
    QVERIFY(client->clockSkew() == 0ms);
}

void TestHttpsCentral::tooOldClientIsTold()
{
    TlsServer server(m_good);
    QByteArray newer = handshakeJson;
    newer.replace(R"("min":1,"max":1)", R"("min":3,"max":4)");
    server.answer(jsonReply(newer));
    const Result<Handshake> reply = await(central(server)->handshake());
    QCOMPARE(reply.error().code, ErrorCode::ClientTooOld);
    QCOMPARE(reply.error().params.value(QStringLiteral("minimum")).toInt(), 3);
}

void TestHttpsCentral::cancelEndsEveryRequest()
{
    TlsServer server(m_good);
    auto client = central(server);
    const auto first = client->handshake();
    const auto second = client->me(SecretBuffer::fromText(QStringLiteral("t")));
    client->cancelAll();
    QCOMPARE(await(first).error().code, ErrorCode::Cancelled);
    QCOMPARE(await(second).error().code, ErrorCode::Cancelled);
    const auto third = client->handshake();
    client.reset();
    QVERIFY(third.isFinished());
    QCOMPARE(third.result().error().code, ErrorCode::Cancelled);
}

static QString logged;
static void collect(QtMsgType, const QMessageLogContext&, const QString& text)
{
    logged += text;
}

void TestHttpsCentral::logsNoSecret()
{
    TlsServer server(m_good);
    server.answer(problemReply(401, "credentials-invalid"));
    const auto client = central(server);
    logged.clear();
    QLoggingCategory::setFilterRules(QStringLiteral("yoyo.*=true"));
    const QtMessageHandler before = qInstallMessageHandler(collect);
    settle(client->signIn(QStringLiteral("user1"), SecretBuffer::fromText(QStringLiteral("hidden-password")), op1, {}));
    settle(client->changes(SecretBuffer::fromText(QStringLiteral("hidden-token")), QStringLiteral("office"),
                          QStringLiteral("hidden-cursor"), 10));
    qInstallMessageHandler(before);
    QLoggingCategory::setFilterRules({});
    QVERIFY(logged.contains(QStringLiteral("/v1/sessions")));
    QVERIFY2(!logged.contains(QStringLiteral("hidden")), qPrintable(logged));
    QVERIFY(!logged.contains(QStringLiteral("user1")));
}

QTEST_GUILESS_MAIN(TestHttpsCentral)
#include "test_https_central.moc"
