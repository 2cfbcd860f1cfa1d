// SPDX-License-Identifier: Apache-2.0
#include "tests/central/service_fixture.h"

#include "models/domain/ids.h"
#include "tests/central/body_coding.h"

#define CPPHTTPLIB_OPENSSL_SUPPORT
#include <httplib.h>

#include <QJsonDocument>
#include <QMutexLocker>

#include <atomic>

namespace yoyo::test {

QJsonObject WireReply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QList<QJsonObject> WireReply::lines() const
{
    QList<QJsonObject> out;
    for (const QByteArray& line : body.split('\n')) {
        if (!line.isEmpty())
            out.append(QJsonDocument::fromJson(line).object());
    }
    return out;
}

QByteArray WireReply::mediaType() const
{
    return headers.value(QStringLiteral("content-type")).toLatin1();
}

struct WireClient::Private
{
    Private(int port) : http("127.0.0.1", port) {}
    httplib::SSLClient http;
};

WireClient::WireClient(int port, QString caPath) : d(std::make_unique<Private>(port))
{
    d->http.set_ca_cert_path(caPath.toLocal8Bit().constData());
    d->http.enable_server_certificate_verification(true);
    d->http.set_keep_alive(true);
    d->http.set_decompress(false);
    d->http.set_tcp_nodelay(true);
    d->http.set_read_timeout(60);
}

WireClient::~WireClient() = default;

WireReply WireClient::raw(const QByteArray& method, const QString& path, const QHash<QByteArray, QByteArray>& headers,
                          const QByteArray& body)
{
    httplib::Request request;
    request.method = method.toStdString();
    request.path = path.toStdString();
    for (auto it = headers.begin(); it != headers.end(); ++it)
        request.headers.emplace(it.key().toStdString(), it.value().toStdString());
    if (!headers.contains("Accept-Encoding"))
        request.headers.emplace("Accept-Encoding", "identity");
    request.body = body.toStdString();
    WireReply out;
    const auto result = d->http.send(request);
    if (result) {
        out.status = result->status;
        out.body = QByteArray::fromStdString(result->body);
        for (const auto& [name, value] : result->headers)
            out.headers.insert(QString::fromStdString(name).toLower(), QString::fromStdString(value));
    }
    if (observer)
        observer(method, path.section(QLatin1Char('?'), 0, 0), out);
    return out;
}

WireReply WireClient::get(const QString& path, const QByteArray& token)
{
    QHash<QByteArray, QByteArray> headers{{"Yoyo-Contract", "1"}};
    if (!token.isEmpty())
        headers.insert("Authorization", "Bearer " + token);
    return raw("GET", path, headers, {});
}

QHash<QByteArray, QByteArray> WireClient::headersFor(const QByteArray& body, const QByteArray& token,
                                                     const QString& idempotencyKey)
{
    QHash<QByteArray, QByteArray> headers{
        {"Yoyo-Contract", "1"},
        {"Content-Type", "application/vnd.yoyo+json"},
        {"Content-Digest", service::contentDigest(body)},
        {"Idempotency-Key", (idempotencyKey.isEmpty() ? ServiceFixture::newId() : idempotencyKey).toLatin1()},
    };
    if (!token.isEmpty())
        headers.insert("Authorization", "Bearer " + token);
    return headers;
}

WireReply WireClient::post(const QString& path, const QJsonObject& body, const QByteArray& token,
                           const QString& idempotencyKey)
{
    const QByteArray bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return raw("POST", path, headersFor(bytes, token, idempotencyKey), bytes);
}

ServiceFixture::ServiceFixture(std::function<void(service::ServiceOptions&)> change)
{
    m_options.directory = m_directory.path();
    m_options.environment = QStringLiteral("verification");
    m_options.scrypt = {16, 1, 1};
    m_options.seed = twoOffices();
    m_options.rates = {1'000'000, 1'000'000, 1'000'000, 3};
    m_options.log = [this](const QString& line) {
        const QMutexLocker lock(&m_mutex);
        m_log.append(line);
    };
    if (change)
        change(m_options);
}

ServiceFixture::~ServiceFixture()
{
    if (m_service)
        m_service->stop();
}

bool ServiceFixture::start()
{
    m_service = std::make_unique<service::Service>(m_options, clock, random);
    if (!m_service->start())
        return false;
    m_service->waitForMails();
    return true;
}

bool ServiceFixture::restart()
{
    m_service->stop();
    m_service.reset();
    return start();
}

std::unique_ptr<WireClient> ServiceFixture::client() const
{
    return std::make_unique<WireClient>(m_service->port(), m_service->caPath());
}

QStringList ServiceFixture::logLines()
{
    const QMutexLocker lock(&m_mutex);
    return m_log;
}

QString ServiceFixture::newId()
{
    return idText(QUuid::createUuid());
}

Person ServiceFixture::signIn(WireClient& client, const QString& loginId, const QString& password,
                              const QString& deviceId)
{
    Person person;
    person.deviceId = deviceId.isEmpty() ? newId() : deviceId;
    const QJsonObject session = client
                                    .post(QStringLiteral("/v1/sessions"),
                                          {{QStringLiteral("login_id"), loginId},
                                           {QStringLiteral("password"), password},
                                           {QStringLiteral("device_id"), person.deviceId},
                                           {QStringLiteral("device_name"), QStringLiteral("test")}})
                                    .json();
    person.token = session.value(QStringLiteral("access_token")).toString().toLatin1();
    person.refreshToken = session.value(QStringLiteral("refresh_token")).toString().toLatin1();
    person.id = session.value(QStringLiteral("user")).toObject().value(QStringLiteral("id")).toString();
    return person;
}

Person ServiceFixture::administrator(WireClient& client, const QString& loginId)
{
    const Person person = signIn(client, loginId);
    client.post(QStringLiteral("/v1/sessions/step-up"), {{QStringLiteral("password"), defaultPassword()}},
                person.token);
    return person;
}

static service::SeedUser seedUser(const QString& loginId, const QString& role, const QString& family)
{
    service::SeedUser out;
    out.fields = newUser(loginId);
    out.fields.insert(QStringLiteral("role"), role);
    out.fields.insert(QStringLiteral("family_name"), family);
    out.password = ServiceFixture::defaultPassword();
    out.lastSignInDaysAgo = 1;
    return out;
}

service::Seed ServiceFixture::twoOffices()
{
    const QString administrator = QStringLiteral("administrator");
    const QString staff = QStringLiteral("staff");
    service::SeedOffice shinjuku{QStringLiteral("131041"), QStringLiteral("新宿区"), {}, {}};
    shinjuku.users = {seedUser(QStringLiteral("sj-admin"), administrator, QStringLiteral("管野")),
                      seedUser(QStringLiteral("sj-admin2"), administrator, QStringLiteral("管沢")),
                      seedUser(QStringLiteral("sj-staff"), staff, QStringLiteral("一般")),
                      seedUser(QStringLiteral("sj-reader"), QStringLiteral("reader"), QStringLiteral("閲覧")),
                      seedUser(QStringLiteral("sj-renkei"), staff, QStringLiteral("連携")),
                      seedUser(QStringLiteral("sj-first"), administrator, QStringLiteral("初回"))};
    shinjuku.users[4].fields.insert(QStringLiteral("unattended"), true);
    shinjuku.users[5].state = service::SeedState::TemporarySent;
    shinjuku.users[5].isFirst = true;
    shinjuku.users[5].lastSignInDaysAgo = -1;
    service::SeedOffice chiyoda{QStringLiteral("131016"), QStringLiteral("千代田区"), {}, {}};
    chiyoda.users = {seedUser(QStringLiteral("cy-admin"), administrator, QStringLiteral("千代")),
                     seedUser(QStringLiteral("cy-staff"), staff, QStringLiteral("田中"))};
    return {{shinjuku, chiyoda}, {}};
}

QJsonObject newUser(const QString& loginId)
{
    return {
        {QStringLiteral("login_id"), loginId},
        {QStringLiteral("family_name"), QStringLiteral("山本")},
        {QStringLiteral("given_name"), QStringLiteral("花子")},
        {QStringLiteral("family_kana"), QStringLiteral("ヤマモト")},
        {QStringLiteral("given_kana"), QStringLiteral("ハナコ")},
        {QStringLiteral("department"), QStringLiteral("健康推進課")},
        {QStringLiteral("mail"), QString(loginId + QStringLiteral("@office.example"))},
        {QStringLiteral("phone"), QStringLiteral("03-5550-1234")},
        {QStringLiteral("role"), QStringLiteral("staff")},
        {QStringLiteral("unattended"), false},
        {QStringLiteral("state"), QStringLiteral("active")},
    };
}

QJsonObject operation(const Person& author, const QString& entity, const QString& id, const QString& kind,
                      const QJsonObject& set, const QJsonObject& more)
{
    static std::atomic<qint64> clientSeq{0};
    QJsonObject out{
        {QStringLiteral("op_id"), ServiceFixture::newId()},
        {QStringLiteral("device_id"), author.deviceId},
        {QStringLiteral("client_seq"), qint64(++clientSeq)},
        {QStringLiteral("entity"), entity},
        {QStringLiteral("id"), id},
        {QStringLiteral("kind"), kind},
        {QStringLiteral("set"), set},
        {QStringLiteral("unset"), QJsonArray()},
        {QStringLiteral("base_values"), QJsonObject()},
        {QStringLiteral("needs"), QJsonArray()},
        {QStringLiteral("contract"), 1},
    };
    for (auto it = more.begin(); it != more.end(); ++it)
        out.insert(it.key(), it.value());
    return out;
}

QList<QJsonObject> push(WireClient& client, const Person& author, const QList<QJsonObject>& ops)
{
    QJsonArray list;
    for (const QJsonObject& op : ops)
        list.append(op);
    const WireReply reply = client.post(QStringLiteral("/v1/push"), {{QStringLiteral("ops"), list}}, author.token);
    QList<QJsonObject> out;
    for (const QJsonValue& outcome : reply.json().value(QStringLiteral("outcomes")).toArray())
        out.append(outcome.toObject());
    while (out.size() < ops.size())
        out.append(QJsonObject{{QStringLiteral("outcome"), QStringLiteral("status %1").arg(reply.status)}});
    return out;
}

QHash<QString, QJsonObject> rowsOf(WireClient& client, const Person& reader, const QString& scope)
{
    QHash<QString, QJsonObject> out;
    for (const QJsonObject& line : client.get(QStringLiteral("/v1/changes?scope=") + scope, reader.token).lines()) {
        if (line.contains(QStringLiteral("id")))
            out.insert(line.value(QStringLiteral("id")).toString(), line);
    }
    return out;
}

} // namespace yoyo::test
