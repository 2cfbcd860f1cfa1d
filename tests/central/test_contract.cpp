// SPDX-License-Identifier: Apache-2.0
// Holds yoyo-central and resources/api/central.openapi.yaml together: every route, every status, every field. Each
// reply is checked against the schema the file gives for its route and status; at the end every documented status must
// have been produced and every produced one documented.
#include "models/domain/entity.h"
#include "models/domain/error_code.h"
#include "models/domain/ids.h"
#include "models/domain/policy_values.h"
#include "tests/central/body_coding.h"
#include "tests/central/schema_check.h"
#include "tests/central/service_fixture.h"
#include "tests/central/yaml_subset.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <condition_variable>
#include <mutex>
#include <thread>

using namespace yoyo;
using namespace yoyo::test;
using namespace std::chrono_literals;

static QString path(const char* text)
{
    return QLatin1String(text);
}

static QByteArray sourceFile(const char* name)
{
    QFile file(QStringLiteral(YOYO_SOURCE_DIR "/resources/api/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

static QJsonObject at(const QJsonObject& object, std::initializer_list<const char*> steps)
{
    QJsonValue value = object;
    for (const char* step : steps)
        value = value.toObject().value(QLatin1String(step));
    return value.toObject();
}

/// One route as the test drives it.
struct Driven
{
    QByteArray method;
    QString path; ///< of the file, with {id}
    QJsonObject body;
    bool needsSession = true;
};

class TestContract : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void everyReplyIsAsTheFileSays();
    void fileNamesEveryEntityField();
    void fileNamesEveryCode();
    void fileNamesEveryPolicyValue();
    void policyFileHoldsTheGroupsOfTheFieldTable();
    void unknownRoutesAndMethodsAreProblemsToo();
    void gzipWorksInBothDirections();
    void bombsAreTurnedAway();

private:
    void observe(const QByteArray& method, const QString& route, const WireReply& reply);
    void watch(WireClient& client);
    static QString patternOf(const QString& route);
    QList<Driven> drivenRoutes(const Person& person) const;
    WireReply drive(WireClient& client, const Driven& route, const QByteArray& token,
                    const QHash<QByteArray, QByteArray>& change = {}, std::optional<QByteArray> body = {});
    void driveGoodWays(ServiceFixture& fixture, WireClient& client);
    void driveBadRequests(ServiceFixture& fixture, WireClient& client);
    void driveModes(ServiceFixture& fixture, WireClient& client);
    void driveRates();
    void driveRunningKeys();

    QJsonObject m_document;
    std::mutex m_mutex;
    QSet<QString> m_produced;
    QStringList m_faults;
};

void TestContract::initTestCase()
{
    QString fault;
    m_document = readYaml(QString::fromUtf8(sourceFile("central.openapi.yaml")), &fault).toObject();
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
    QCOMPARE(m_document.value(QStringLiteral("openapi")).toString(), path("3.1.0"));
    QVERIFY(at(m_document, {"paths"}).size() >= 16);
}

QString TestContract::patternOf(const QString& route)
{
    static const QRegularExpression id(QStringLiteral("[0-9a-f]{8}-[0-9a-f-]{27}"));
    return QString(route).replace(id, QStringLiteral("{id}"));
}

void TestContract::observe(const QByteArray& method, const QString& route, const WireReply& reply)
{
    const std::lock_guard lock(m_mutex);
    const SchemaCheck check(m_document);
    const QString status = QString::number(reply.status);
    const QString name = QString::fromLatin1(method) + QLatin1Char(' ') + patternOf(route) + QLatin1Char(' ') + status;
    const QJsonObject operation = at(m_document, {"paths"}).value(patternOf(route)).toObject()
                                      .value(QString::fromLatin1(method).toLower()).toObject();
    const QJsonObject responses = operation.value(QStringLiteral("responses")).toObject();
    if (!responses.contains(status)) {
        m_faults.append(name + QStringLiteral(" is not documented: ") + QString::fromUtf8(reply.body.left(300)));
        return;
    }
    m_produced.insert(name);
    const QJsonObject response = check.resolve(responses.value(status).toObject());
    const QJsonObject headers = response.value(QStringLiteral("headers")).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        const bool isRequired = check.resolve(it.value().toObject()).value(QStringLiteral("required")).toBool();
        if (isRequired && !reply.headers.contains(it.key().toLower()))
            m_faults.append(name + QStringLiteral(" misses header ") + it.key());
    }
    const QJsonObject content = response.value(QStringLiteral("content")).toObject();
    if (content.isEmpty()) {
        if (!reply.body.isEmpty())
            m_faults.append(name + QStringLiteral(" has a body"));
        return;
    }
    if (reply.headers.value(QStringLiteral("content-digest")).toLatin1() != service::contentDigest(reply.body))
        m_faults.append(name + QStringLiteral(" has a wrong Content-Digest"));
    const QJsonObject media = content.value(QString::fromLatin1(reply.mediaType())).toObject();
    if (media.contains(QStringLiteral("x-line-schema"))) {
        for (const QJsonObject& line : reply.lines()) {
            const QString fault = check.fault(media.value(QStringLiteral("x-line-schema")).toObject(), line);
            if (!fault.isEmpty())
                m_faults.append(name + QStringLiteral(" line") + fault);
        }
        return;
    }
    const QString fault = check.fault(media.value(QStringLiteral("schema")).toObject(), reply.json());
    if (!fault.isEmpty())
        m_faults.append(name + QStringLiteral(" body") + fault);
    if (reply.status >= 400) {
        const QByteArray code = reply.code().toLatin1();
        const ErrorInfo* info = errorByWireCode(std::string_view(code.constData(), std::size_t(code.size())));
        if (!info || info->httpStatus != reply.status)
            m_faults.append(name + QStringLiteral(" has the code of another status: ") + reply.code());
    }
}

void TestContract::watch(WireClient& client)
{
    client.observer = [this](const QByteArray& method, const QString& route, const WireReply& reply) {
        observe(method, route, reply);
    };
}

QList<Driven> TestContract::drivenRoutes(const Person& person) const
{
    const QJsonObject credentials{{QStringLiteral("login_id"), path("sj-staff")},
                                  {QStringLiteral("password"), ServiceFixture::defaultPassword()},
                                  {QStringLiteral("device_id"), ServiceFixture::newId()},
                                  {QStringLiteral("device_name"), path("test")}};
    const QJsonObject refreshToken{{QStringLiteral("refresh_token"), QString::fromLatin1(person.refreshToken)}};
    const QJsonObject op = operation(person, path("vaccination_setting"),
                                     idText(vaccinationSettingId(path("131041"), path("00101101"), 2026)), path("update"),
                                     {{QStringLiteral("note"), path("x")}}, {{QStringLiteral("base_ver"), 1}});
    return {
        {"GET", path("/v1/handshake"), {}, false},
        {"POST", path("/v1/sessions"), credentials, false},
        {"POST", path("/v1/sessions/refresh"), refreshToken, false},
        {"POST", path("/v1/sessions/revoke"), {{QStringLiteral("refresh_token"), path("unknown")}}, false},
        {"POST", path("/v1/sessions/step-up"), {{QStringLiteral("password"), ServiceFixture::defaultPassword()}}},
        {"GET", path("/v1/me"), {}},
        {"POST", path("/v1/me/password"), {{QStringLiteral("current_password"), ServiceFixture::defaultPassword()},
                                           {QStringLiteral("new_password"), ServiceFixture::anotherPassword()}}},
        {"POST", path("/v1/password-resets"), {{QStringLiteral("login_id"), path("nobody")}, {QStringLiteral("mail"), path("x@y.example")}}, false},
        {"POST", path("/v1/recovery-secret"), {{QStringLiteral("device_id"), ServiceFixture::newId()}}},
        {"POST", path("/v1/users/{id}/reset"), {}},
        {"POST", path("/v1/users/{id}/unlock"), {}},
        {"POST", path("/v1/users/{id}/end-sessions"), {}},
        {"GET", path("/v1/policy"), {}},
        {"POST", path("/v1/push"), {{QStringLiteral("ops"), QJsonArray{op}}}},
        {"POST", path("/v1/ops/status"), {{QStringLiteral("op_ids"), QJsonArray{ServiceFixture::newId()}}}},
        {"GET", path("/v1/changes"), {}},
    };
}

WireReply TestContract::drive(WireClient& client, const Driven& route, const QByteArray& token,
                              const QHash<QByteArray, QByteArray>& change, std::optional<QByteArray> body)
{
    QString target = route.path;
    target.replace(path("{id}"), ServiceFixture::newId());
    if (target == path("/v1/changes"))
        target += path("?scope=office");
    const QByteArray bytes = body.value_or(QJsonDocument(route.body).toJson(QJsonDocument::Compact));
    auto headers = route.method == "GET" ? QHash<QByteArray, QByteArray>{{"Yoyo-Contract", "1"}} : WireClient::headersFor(bytes);
    if (!token.isEmpty())
        headers.insert("Authorization", "Bearer " + token);
    for (auto it = change.begin(); it != change.end(); ++it) {
        headers.remove(it.key());
        if (!it.value().isNull())
            headers.insert(it.key(), it.value());
    }
    return client.raw(route.method, target, headers, route.method == "GET" ? QByteArray() : bytes);
}

void TestContract::driveGoodWays(ServiceFixture& fixture, WireClient& client)
{
    const Person administrator = fixture.administrator(client);
    const Person staff = fixture.signIn(client, path("sj-staff"));
    const Person unattended = fixture.signIn(client, path("sj-renkei"));
    for (const Driven& route : drivenRoutes(staff)) {
        if (route.path != path("/v1/me/password"))
            drive(client, route, route.needsSession ? staff.token : QByteArray());
    }
    client.get(path("/v1/changes?scope=national&limit=5"), staff.token);
    client.get(path("/v1/changes?scope=office"), administrator.token);
    client.get(path("/v1/changes?scope=office&cursor=unknown"), staff.token);
    client.get(path("/v1/changes?scope=people"), staff.token);
    client.get(path("/v1/changes?scope=moon"), staff.token);
    client.get(path("/v1/changes?scope=office&limit=0"), staff.token);
    client.get(path("/v1/changes?scope=office&limit=1001"), staff.token);
    client.post(path("/v1/sessions/refresh"), {{QStringLiteral("refresh_token"), path("unknown")}});
    client.post(path("/v1/sessions/step-up"), {{QStringLiteral("password"), path("wrong")}}, staff.token);
    client.post(path("/v1/sessions/step-up"), {{QStringLiteral("password"), path("x")}}, unattended.token);
    for (const char* verb : {"/reset", "/unlock", "/end-sessions"}) {
        client.post(path("/v1/users/") + staff.id + path(verb), {}, staff.token);
        client.post(path("/v1/users/") + ServiceFixture::newId() + path(verb), {}, administrator.token);
    }
    for (const char* verb : {"/unlock", "/end-sessions", "/reset"})
        client.post(path("/v1/users/") + unattended.id + path(verb), {}, administrator.token);

    // Every outcome of a push, tombstones included.
    const QString id = ServiceFixture::newId();
    const QJsonObject create = operation(administrator, path("user"), id, path("create"), newUser(path("sj-c01")));
    push(client, administrator, {create});
    push(client, administrator, {create, operation(administrator, path("user"), id, path("create"), newUser(path("sj-c02"))),
                                 operation(administrator, path("nonsense"), id, path("create"), {}),
                                 operation(administrator, path("user"), id, path("update"), {{QStringLiteral("note"), path("x")}},
                                           {{QStringLiteral("after_op"), ServiceFixture::newId()}})});
    fixture.service().waitForMails();
    const qint64 ver = rowsOf(client, administrator, path("office")).value(id).value(QStringLiteral("ver")).toInteger();
    const QJsonObject remove = operation(administrator, path("user"), id, path("delete"), {}, {{QStringLiteral("base_ver"), ver}});
    push(client, administrator, {remove});
    client.get(path("/v1/changes?scope=office"), administrator.token);
    client.post(path("/v1/ops/status"), {{QStringLiteral("op_ids"), QJsonArray{create.value(QStringLiteral("op_id")),
                                                                                remove.value(QStringLiteral("op_id")), ServiceFixture::newId()}}},
                administrator.token);

    const QString temporary = newestMail(fixture.outbox(), path("sj-first@office.example"))->temporaryPassword;
    const Person first = fixture.signIn(client, path("sj-first"), temporary);
    fixture.signIn(client, path("sj-first"), temporary); // on another device
    for (const Driven& route : drivenRoutes(first)) {
        if (route.needsSession)
            drive(client, route, first.token); // closed for a temporary session, but /v1/me and the own password
    }
    fixture.clock.advance(24h * 7 - 1min);
    client.post(path("/v1/sessions/revoke"), {{QStringLiteral("refresh_token"), QString::fromLatin1(staff.refreshToken)}});
    const Person second = fixture.signIn(client, path("sj-first"), temporary, first.deviceId);
    fixture.clock.advance(2min);
    client.post(path("/v1/me/password"), {{QStringLiteral("new_password"), ServiceFixture::anotherPassword()}}, second.token);
    const Person change = fixture.signIn(client, path("sj-admin2"));
    client.post(path("/v1/me/password"), {{QStringLiteral("current_password"), ServiceFixture::defaultPassword()},
                                          {QStringLiteral("new_password"), path("short")}}, change.token);
    drive(client, drivenRoutes(change)[6], change.token);
    fixture.signIn(client, path("nobody-here"));
}

void TestContract::driveBadRequests(ServiceFixture& fixture, WireClient& client)
{
    const Person person = fixture.signIn(client, path("sj-admin"));
    for (const Driven& route : drivenRoutes(person)) {
        const QByteArray token = route.needsSession ? person.token : QByteArray();
        if (route.path != path("/v1/handshake"))
            drive(client, route, token, {{"Yoyo-Contract", QByteArray()}});
        if (route.needsSession)
            drive(client, route, "not-a-token");
        if (route.method == "GET")
            continue;
        drive(client, route, token, {{"Content-Type", "text/plain"}});
        drive(client, route, token, {{"Content-Encoding", "br"}});
        drive(client, route, token, {{"Content-Digest", service::contentDigest("other")}});
        drive(client, route, token, {{"Idempotency-Key", QByteArray()}});
        drive(client, route, token, {}, QByteArray("[1]"));
        drive(client, route, token, {}, QByteArray("{\"surprise\":1}"));
        drive(client, route, token, {}, QByteArray("{\"x\":\"") + QByteArray(1'100'000, 'x') + "\"}");
        if (route.path == path("/v1/me/password"))
            continue; // its 422 is a password's
        const QByteArray key = ServiceFixture::newId().toLatin1();
        QJsonObject other = route.body;
        other.insert(QStringLiteral("surprise"), 1);
        Driven plain = route;
        plain.path.replace(path("{id}"), person.id);
        if (route.path == path("/v1/push")) {
            // Push keeps its batches only when they are well-formed.
            drive(client, plain, token, {{"Idempotency-Key", key}});
            QJsonObject op = route.body.value(QStringLiteral("ops")).toArray().first().toObject();
            op.insert(QStringLiteral("op_id"), ServiceFixture::newId());
            other = {{QStringLiteral("ops"), QJsonArray{op}}};
        } else {
            plain.path = route.path;
            plain.path.replace(path("{id}"), ServiceFixture::newId());
            drive(client, plain, token, {{"Idempotency-Key", key}}, QByteArray("{\"surprise\":2}"));
        }
        drive(client, plain, token, {{"Idempotency-Key", key}}, QJsonDocument(other).toJson(QJsonDocument::Compact));
    }
}

void TestContract::driveModes(ServiceFixture& fixture, WireClient& client)
{
    const Person person = fixture.signIn(client, path("sj-admin"));
    for (const char* mode : {"maintenance", "error"}) {
        QVERIFY(fixture.service().command(path(mode) + path(" on")).startsWith(path("ok")));
        for (const Driven& route : drivenRoutes(person)) {
            const WireReply reply = drive(client, route, route.needsSession ? person.token : QByteArray());
            if (route.path == path("/v1/handshake") && path(mode) == path("maintenance")) {
                QCOMPARE(reply.status, 200);
                QVERIFY(reply.json().value(QStringLiteral("maintenance")).isObject());
            }
        }
        QVERIFY(fixture.service().command(path(mode) + path(" off")).startsWith(path("ok")));
    }
    QCOMPARE(client.get(path("/v1/me"), person.token).status, 200);
}

void TestContract::driveRates()
{
    ServiceFixture fixture([](service::ServiceOptions& options) { options.rates.requestsPerMinute = 1; });
    QVERIFY(fixture.start());
    const auto client = fixture.client();
    client->get(path("/v1/handshake")); // takes the one that is free
    watch(*client);
    for (const Driven& route : drivenRoutes({}))
        QCOMPARE(drive(*client, route, "any").status, 429);
    fixture.clock.advance(61s);
    QCOMPARE(client->get(path("/v1/handshake")).status, 200);
}

void TestContract::driveRunningKeys()
{
    // A second request with the key of one that is still being worked on.
    std::mutex mutex;
    std::condition_variable changed;
    bool isHeld = false;
    bool isReleased = false;
    std::atomic<bool> holds{false};
    ServiceFixture fixture([&](service::ServiceOptions& options) {
        options.onHandling = [&](const QByteArray&) {
            if (!holds.exchange(false))
                return;
            std::unique_lock lock(mutex);
            isHeld = true;
            changed.notify_all();
            changed.wait(lock, [&] { return isReleased; });
        };
    });
    QVERIFY(fixture.start());
    const auto client = fixture.client();
    const auto rival = fixture.client();
    watch(*rival);
    const Person person = fixture.signIn(*client, path("sj-admin"));
    for (Driven route : drivenRoutes(person)) {
        if (route.method == "GET" || route.path == path("/v1/push"))
            continue;
        route.path.replace(path("{id}"), ServiceFixture::newId());
        const QByteArray key = ServiceFixture::newId().toLatin1();
        const QByteArray token = route.needsSession ? person.token : QByteArray();
        const QByteArray body("{\"surprise\":1}"); // no effect wanted, only the key
        isHeld = isReleased = false;
        holds = true;
        std::thread first([&] { drive(*client, route, token, {{"Idempotency-Key", key}}, body); });
        {
            std::unique_lock lock(mutex);
            changed.wait(lock, [&] { return isHeld; });
        }
        const WireReply second = drive(*rival, route, token, {{"Idempotency-Key", key}}, body);
        {
            const std::lock_guard lock(mutex);
            isReleased = true;
        }
        changed.notify_all();
        first.join();
        QCOMPARE(second.code(), path("idempotency-running"));
    }
}

void TestContract::everyReplyIsAsTheFileSays()
{
    {
        ServiceFixture fixture;
        QVERIFY(fixture.start());
        const auto client = fixture.client();
        watch(*client);
        driveBadRequests(fixture, *client);
        driveModes(fixture, *client);
        driveGoodWays(fixture, *client);
    }
    driveRates();
    driveRunningKeys();
    m_faults.removeDuplicates();
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.mid(0, 20).join(QLatin1Char('\n'))));

    QStringList missing;
    const QJsonObject paths = at(m_document, {"paths"});
    for (const QString& route : paths.keys()) {
        for (const QString& method : paths.value(route).toObject().keys()) {
            for (const QString& status : paths.value(route).toObject().value(method).toObject()
                                             .value(QStringLiteral("responses")).toObject().keys()) {
                const QString name = method.toUpper() + QLatin1Char(' ') + route + QLatin1Char(' ') + status;
                if (!m_produced.contains(name))
                    missing.append(name);
            }
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(QStringLiteral("documented, never produced:\n") + missing.join(QLatin1Char('\n'))));
}

void TestContract::fileNamesEveryEntityField()
{
    const QHash<Entity, const char*> names{{Entity::User, "UserFields"},
                                           {Entity::VaccineItem, "VaccineItemFields"},
                                           {Entity::VaccinationSetting, "VaccinationSettingFields"}};
    for (const EntitySchema& schema : allSchemas()) {
        QStringList wanted;
        for (const Field& field : schema.fields)
            wanted.append(QLatin1String(field.name));
        wanted.sort();
        QCOMPARE(at(m_document, {"components", "schemas", names.value(schema.entity), "properties"}).keys(), wanted);
    }
}

void TestContract::fileNamesEveryCode()
{
    QStringList wanted;
    for (const ErrorInfo& info : allErrors()) {
        if (info.httpStatus != 0)
            wanted.append(QString::fromLatin1(info.wireCode.data(), qsizetype(info.wireCode.size())));
    }
    QStringList found;
    for (const QJsonValue& code : at(m_document, {"components", "schemas", "ProblemCode"}).value(QStringLiteral("enum")).toArray())
        found.append(code.toString());
    wanted.sort();
    found.sort();
    QCOMPARE(found, wanted); // a code with an HTTP status in errors.csv belongs into ProblemCode
}

void TestContract::fileNamesEveryPolicyValue()
{
    QCOMPARE(at(m_document, {"components", "schemas", "PolicyValues", "properties"}).keys(), PolicyValues().toJson().keys());
}

void TestContract::policyFileHoldsTheGroupsOfTheFieldTable()
{
    ServiceFixture fixture;
    QVERIFY(fixture.start());
    const auto client = fixture.client();
    const Person staff = fixture.signIn(*client, path("sj-staff"));
    const QJsonObject file = QJsonDocument::fromJson(sourceFile("policy.json")).object();
    QVERIFY(!file.isEmpty());
    QCOMPARE(client->get(path("/v1/policy"), staff.token).json(), file);
}

void TestContract::unknownRoutesAndMethodsAreProblemsToo()
{
    ServiceFixture fixture;
    QVERIFY(fixture.start());
    const auto client = fixture.client();
    QCOMPARE(client->get(path("/v1/nothing")).code(), path("route-not-found"));
    QCOMPARE(client->get(path("/v1/users/NOT-AN-ID/reset")).code(), path("route-not-found"));
    QCOMPARE(client->get(path("/v1/push")).code(), path("method-not-allowed"));
    QCOMPARE(client->raw("DELETE", path("/v1/me"), {}, {}).code(), path("method-not-allowed"));
    const WireReply head = client->raw("HEAD", path("/v1/handshake"), {}, {});
    QCOMPARE(head.status, 405);
    QCOMPARE(client->raw("BREW", path("/v1/handshake"), {}, {}).status, 400);
}

void TestContract::gzipWorksInBothDirections()
{
    ServiceFixture fixture;
    QVERIFY(fixture.start());
    const auto client = fixture.client();
    const Person staff = fixture.signIn(*client, path("sj-staff"));
    const WireReply feed = client->raw("GET", path("/v1/changes?scope=national"),
                                       {{"Yoyo-Contract", "1"}, {"Authorization", "Bearer " + staff.token}, {"Accept-Encoding", "gzip"},
                                        {"Range", "bytes=0-10"}}, {});
    QCOMPARE(feed.status, 200);
    QCOMPARE(feed.headers.value(QStringLiteral("content-encoding")), path("gzip"));
    QCOMPARE(feed.headers.value(QStringLiteral("content-digest")).toLatin1(), service::contentDigest(feed.body));
    QCOMPARE(*service::gunzip(feed.body, 1'000'000), client->get(path("/v1/changes?scope=national"), staff.token).body);

    const QByteArray coded = service::gzip("{\"op_ids\":[\"" + ServiceFixture::newId().toLatin1() + "\"]}");
    auto headers = WireClient::headersFor(coded, staff.token);
    headers.insert("Content-Encoding", "gzip");
    QCOMPARE(client->raw("POST", path("/v1/ops/status"), headers, coded).status, 200);
}

void TestContract::bombsAreTurnedAway()
{
    ServiceFixture fixture;
    QVERIFY(fixture.start());
    const QByteArray bomb = service::gzip(QByteArray(50'000'000, ' ')); // before connecting: it takes a while
    const auto client = fixture.client();
    const Person staff = fixture.signIn(*client, path("sj-staff"));
    auto headers = WireClient::headersFor(bomb, staff.token);
    headers.insert("Content-Encoding", "gzip");
    QCOMPARE(client->raw("POST", path("/v1/push"), headers, bomb).code(), path("payload-too-large"));
    QCOMPARE(client->get(path("/v1/me"), staff.token).status, 200);
    // Longer than the transport reads at all: an answer, then the connection ends; a new one serves.
    const QByteArray huge(6'000'000, 'x');
    const WireReply cut = fixture.client()->raw("POST", path("/v1/push"), WireClient::headersFor(huge, staff.token), huge);
    QVERIFY(cut.status == 413 || cut.status == 0);
    QCOMPARE(fixture.client()->get(path("/v1/me"), staff.token).status, 200);
}

QTEST_GUILESS_MAIN(TestContract)
#include "test_contract.moc"
