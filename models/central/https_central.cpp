// SPDX-License-Identifier: Apache-2.0
#include "models/central/https_central.h"

#include "models/central/feed_parser.h"
#include "models/central/wire_json.h"
#include "models/domain/clock.h"
#include "models/domain/ids.h"
#include "models/domain/random_source.h"

#include <QFile>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QPromise>
#include <QSet>
#include <QSslConfiguration>

namespace yoyo {

/// The part that lives on the network thread.
class HttpsCentral::Network final : public QObject
{
public:
    Network(HttpContext context, QSslConfiguration tls, std::optional<QNetworkProxy> proxy)
        : m_context(std::move(context)), m_tls(std::move(tls)), m_proxy(std::move(proxy))
    {
    }

    void send(HttpRequest request, HttpJob::Done done)
    {
        if (m_manager == nullptr)
            m_manager = new TlsManager(m_tls, this);
        chooseProxy();
        auto* job = new HttpJob(*m_manager, m_context, std::move(request), std::move(done));
        job->setParent(this);
        m_jobs.insert(job);
        connect(job, &QObject::destroyed, this, [this, job] { m_jobs.remove(job); });
        job->start();
    }

    void cancelAll()
    {
        const QSet<HttpJob*> jobs = m_jobs;
        for (HttpJob* job : jobs)
            job->cancel();
    }

private:
    class TlsManager final : public QNetworkAccessManager
    {
    public:
        TlsManager(QSslConfiguration tls, QObject* parent)
            : QNetworkAccessManager(parent), m_tls(std::move(tls))
        {
        }

    protected:
        QNetworkReply* createRequest(Operation operation, const QNetworkRequest& request,
                                     QIODevice* body) override
        {
            QNetworkRequest withTls(request);
            withTls.setSslConfiguration(m_tls);
            return QNetworkAccessManager::createRequest(operation, withTls, body);
        }

    private:
        QSslConfiguration m_tls;
    };

    /// Asking the system may wait for a script from the network: another reason for a thread of its own. The
    /// answer is kept for a minute, since PCs move between networks.
    void chooseProxy()
    {
        constexpr std::chrono::minutes kept{1};
        const auto now = m_context.clock->monotonic();
        if (m_proxyChosenAt && now - *m_proxyChosenAt < kept)
            return;
        m_proxyChosenAt = now;
        QNetworkProxy proxy(QNetworkProxy::NoProxy);
        const QString host = m_context.address.host();
        const bool isHere = host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
        if (m_proxy) {
            proxy = *m_proxy;
        } else if (!isHere) {
            const auto offered =
                QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(m_context.address));
            if (!offered.isEmpty())
                proxy = offered.first();
        }
        const bool isNone =
            proxy.type() == QNetworkProxy::NoProxy || proxy.type() == QNetworkProxy::DefaultProxy;
        m_context.proxy =
            isNone ? QString() : QStringLiteral("%1:%2").arg(proxy.hostName()).arg(proxy.port());
        if (m_manager->proxy() != proxy)
            m_manager->setProxy(proxy);
    }

    HttpContext m_context;
    QSslConfiguration m_tls;
    std::optional<QNetworkProxy> m_proxy;
    std::optional<std::chrono::milliseconds> m_proxyChosenAt;
    QNetworkAccessManager* m_manager = nullptr;
    QSet<HttpJob*> m_jobs;
};

static Result<QList<QSslCertificate>> authoritiesFrom(const QString& caFile)
{
    if (caFile.isEmpty())
        return QList<QSslCertificate>();
    const QJsonObject params{{QStringLiteral("path"), caFile}};
    QFile file(caFile);
    if (!file.open(QIODevice::ReadOnly))
        return Error(ErrorCode::CaFileUnusable, file.errorString(), params);
    const QList<QSslCertificate> authorities = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (authorities.isEmpty())
        return Error(ErrorCode::CaFileUnusable, QStringLiteral("no PEM certificate"), params);
    return authorities;
}

Result<std::shared_ptr<HttpsCentral>> HttpsCentral::make(const QUrl& address, const QString& caFile,
                                                         const Clock& clock, RandomSource& random,
                                                         const TransportOptions& options)
{
    const QJsonObject params{{QStringLiteral("address"), address.toString(QUrl::RemoveUserInfo)}};
    if (address.scheme() == QLatin1String("http"))
        return Error(ErrorCode::PlainHttpRefused, {}, params);
    if (address.scheme() != QLatin1String("https") || address.host().isEmpty() ||
        !address.userInfo().isEmpty())
        return Error(ErrorCode::AddressInvalid, {}, params);
    const Result<QList<QSslCertificate>> authorities = authoritiesFrom(caFile);
    if (!authorities)
        return authorities.error();
    return std::shared_ptr<HttpsCentral>(new HttpsCentral(address, *authorities, clock, random, options));
}

HttpsCentral::HttpsCentral(const QUrl& address, const QList<QSslCertificate>& authorities, const Clock& clock,
                           RandomSource& random, const TransportOptions& options)
    : m_clock(clock), m_random(random)
{
    HttpContext context;
    context.address = address;
    context.clock = &clock;
    context.stallTimeout = options.stallTimeout;
    context.totalTimeout = options.totalTimeout;
    context.limits = options.limits;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!authorities.isEmpty())
        tls.setCaCertificates(authorities);
    m_network = new Network(std::move(context), std::move(tls), options.proxy);
    m_network->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("central"));
    m_thread.start();
}

HttpsCentral::~HttpsCentral()
{
    // Requests called before this line are in the thread's queue before it, so none is left without its end.
    QMetaObject::invokeMethod(
        m_network,
        [this] {
            m_network->cancelAll();
            delete m_network;
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

template <typename T>
QFuture<Result<T>> HttpsCentral::send(HttpRequest request, std::function<Result<T>(const HttpReply&)> read)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const QFuture<Result<T>> future = promise->future();
    HttpJob::Done done = [this, promise, read = std::move(read)](const Result<HttpReply>& reply) {
        Result<T> result = reply ? Result<T>(Error()) : Result<T>(reply.error());
        if (reply) {
            noteDate(reply->date);
            noteCertificate(reply->certificateEnds);
            result = read(*reply);
            if (!result) {
                Error error = result.error();
                error.requestId = reply->requestId;
                result = error;
            }
        }
        promise->addResult(std::move(result));
        promise->finish();
    };
    if (m_isLineCut) {
        promise->addResult(Result<T>(Error(ErrorCode::NetworkUnreachable, QStringLiteral("line cut"))));
        promise->finish();
        return future;
    }
    QMetaObject::invokeMethod(
        m_network,
        [network = m_network, request = std::move(request), done = std::move(done)]() mutable {
            network->send(std::move(request), std::move(done));
        },
        Qt::QueuedConnection);
    return future;
}

void HttpsCentral::setLineCut(bool isCut)
{
    m_isLineCut = isCut;
    if (isCut)
        cancelAll();
}

void HttpsCentral::noteDate(const QDateTime& serviceTime)
{
    if (!serviceTime.isValid())
        return;
    m_skewMs = m_clock.nowUtc().msecsTo(serviceTime);
    m_isSkewKnown = true;
}

void HttpsCentral::noteCertificate(const QDateTime& ends)
{
    if (ends.isValid())
        m_certificateEndsMs = ends.toMSecsSinceEpoch();
}

std::optional<QDateTime> HttpsCentral::certificateEnds() const
{
    const qint64 known = m_certificateEndsMs;
    return known == 0 ? std::nullopt : std::optional(QDateTime::fromMSecsSinceEpoch(known, Qt::UTC));
}

std::optional<std::chrono::milliseconds> HttpsCentral::clockSkew() const
{
    if (!m_isSkewKnown)
        return std::nullopt;
    return std::chrono::milliseconds(m_skewMs);
}

void HttpsCentral::cancelAll()
{
    QMetaObject::invokeMethod(
        m_network, [network = m_network] { network->cancelAll(); }, Qt::QueuedConnection);
}

/// A random UUID for requests that have no id of their own: Qt may send any of them twice.
static QByteArray freshKey(RandomSource& random)
{
    QByteArray raw = random.bytes(16);
    raw[6] = char((raw[6] & 0x0f) | 0x40);
    raw[8] = char((raw[8] & 0x3f) | 0x80);
    return idText(QUuid::fromRfc4122(raw)).toLatin1();
}

HttpRequest HttpsCentral::post(const QString& path, const QJsonObject& json, const SecretBuffer& token)
{
    HttpRequest request;
    request.method = "POST";
    request.path = path;
    request.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    request.token = token;
    request.idempotencyKey = freshKey(m_random);
    return request;
}

static QString textOf(const SecretBuffer& secret)
{
    return QString::fromUtf8(reinterpret_cast<const char*>(secret.data()), qsizetype(secret.size()));
}

static HttpRequest get(const QString& path, const SecretBuffer& token = {})
{
    HttpRequest request;
    request.method = "GET";
    request.path = path;
    request.token = token;
    return request;
}

static Result<void> nothing(const HttpReply&)
{
    return {};
}

QFuture<Result<Handshake>> HttpsCentral::handshake()
{
    return send<Handshake>(get(QStringLiteral("/v1/handshake")),
                           [this](const HttpReply& reply) -> Result<Handshake> {
                               Result<Handshake> handshake = parseHandshake(reply.body);
                               if (!handshake)
                                   return handshake;
                               noteDate(handshake->serverTime);
                               if (contractVersion < handshake->contractMinimum) {
                                   return Error(ErrorCode::ClientTooOld, {},
                                                {{QStringLiteral("minimum"), handshake->contractMinimum}});
                               }
                               return handshake;
                           });
}

QFuture<Result<SessionReply>> HttpsCentral::signIn(const QString& loginId, const SecretBuffer& password,
                                                   const QUuid& deviceId, const QString& deviceName)
{
    return send<SessionReply>(
        post(QStringLiteral("/v1/sessions"), {{QStringLiteral("login_id"), loginId},
                                              {QStringLiteral("password"), textOf(password)},
                                              {QStringLiteral("device_id"), idText(deviceId)},
                                              {QStringLiteral("device_name"), deviceName}}),
        [](const HttpReply& reply) { return parseSession(reply.body); });
}

QFuture<Result<SessionReply>> HttpsCentral::refresh(const SecretBuffer& refreshToken)
{
    return send<SessionReply>(post(QStringLiteral("/v1/sessions/refresh"),
                                   {{QStringLiteral("refresh_token"), textOf(refreshToken)}}),
                              [](const HttpReply& reply) { return parseSession(reply.body); });
}

QFuture<Result<void>> HttpsCentral::revoke(const SecretBuffer& refreshToken)
{
    HttpRequest request = post(QStringLiteral("/v1/sessions/revoke"),
                               {{QStringLiteral("refresh_token"), textOf(refreshToken)}});
    request.expected = ReplyBody::None;
    return send<void>(std::move(request), nothing);
}

QFuture<Result<QDateTime>> HttpsCentral::stepUp(const SecretBuffer& accessToken, const SecretBuffer& password)
{
    return send<QDateTime>(post(QStringLiteral("/v1/sessions/step-up"),
                                {{QStringLiteral("password"), textOf(password)}}, accessToken),
                           [](const HttpReply& reply) { return parseStepUp(reply.body); });
}

QFuture<Result<SessionReply>> HttpsCentral::changePassword(const SecretBuffer& accessToken,
                                                           const SecretBuffer& current,
                                                           const SecretBuffer& next)
{
    QJsonObject json{{QStringLiteral("new_password"), textOf(next)}};
    if (!current.isEmpty())
        json.insert(QStringLiteral("current_password"), textOf(current));
    return send<SessionReply>(post(QStringLiteral("/v1/me/password"), json, accessToken),
                              [](const HttpReply& reply) { return parseSession(reply.body); });
}

QFuture<Result<void>> HttpsCentral::requestReset(const QString& loginId, const QString& mail)
{
    return send<void>(post(QStringLiteral("/v1/password-resets"),
                           {{QStringLiteral("login_id"), loginId}, {QStringLiteral("mail"), mail}}),
                      nothing);
}

QFuture<Result<SecretBuffer>> HttpsCentral::recoverySecret(const SecretBuffer& accessToken,
                                                           const QUuid& deviceId)
{
    return send<SecretBuffer>(post(QStringLiteral("/v1/recovery-secret"),
                                   {{QStringLiteral("device_id"), idText(deviceId)}}, accessToken),
                              [](const HttpReply& reply) { return parseRecoverySecret(reply.body); });
}

QFuture<Result<MeReply>> HttpsCentral::me(const SecretBuffer& accessToken)
{
    return send<MeReply>(get(QStringLiteral("/v1/me"), accessToken),
                         [](const HttpReply& reply) { return parseMe(reply.body); });
}

HttpRequest HttpsCentral::userCommand(const SecretBuffer& accessToken, const QUuid& userId,
                                      const QString& command)
{
    return post(QStringLiteral("/v1/users/%1/%2").arg(idText(userId), command), {}, accessToken);
}

static Result<EntityRow> readRow(const HttpReply& reply)
{
    return parseRowReply(reply.body);
}

QFuture<Result<EntityRow>> HttpsCentral::resetUser(const SecretBuffer& accessToken, const QUuid& userId)
{
    return send<EntityRow>(userCommand(accessToken, userId, QStringLiteral("reset")), readRow);
}

QFuture<Result<EntityRow>> HttpsCentral::unlockUser(const SecretBuffer& accessToken, const QUuid& userId)
{
    return send<EntityRow>(userCommand(accessToken, userId, QStringLiteral("unlock")), readRow);
}

QFuture<Result<EntityRow>> HttpsCentral::endUserSessions(const SecretBuffer& accessToken, const QUuid& userId)
{
    return send<EntityRow>(userCommand(accessToken, userId, QStringLiteral("end-sessions")), readRow);
}

QFuture<Result<PushReply>> HttpsCentral::push(const SecretBuffer& accessToken, const QUuid& batchId,
                                              const QByteArray& body)
{
    HttpRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/v1/push");
    request.body = body;
    request.token = accessToken;
    request.idempotencyKey = idText(batchId).toLatin1();
    return send<PushReply>(std::move(request), [body](const HttpReply& reply) {
        return parseOutcomes(reply.body, opIdsOfPush(body));
    });
}

QFuture<Result<PushReply>> HttpsCentral::opsStatus(const SecretBuffer& accessToken, const QList<QUuid>& opIds)
{
    QJsonArray ids;
    for (const QUuid& id : opIds)
        ids.append(idText(id));
    return send<PushReply>(
        post(QStringLiteral("/v1/ops/status"), {{QStringLiteral("op_ids"), ids}}, accessToken),
        [opIds](const HttpReply& reply) { return parseOutcomes(reply.body, opIds); });
}

QFuture<Result<ChangesPage>> HttpsCentral::changes(const SecretBuffer& accessToken, const QString& scope,
                                                   const QString& cursor, int limit)
{
    HttpRequest request = get(QStringLiteral("/v1/changes"), accessToken);
    request.query.addQueryItem(QStringLiteral("scope"), scope);
    request.query.addQueryItem(QStringLiteral("cursor"),
                               QString::fromLatin1(QUrl::toPercentEncoding(cursor)));
    request.query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    request.expected = ReplyBody::Ndjson;
    return send<ChangesPage>(std::move(request),
                             [](const HttpReply& reply) { return parseChanges(reply.body); });
}

} // namespace yoyo
