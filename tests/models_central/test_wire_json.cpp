// SPDX-License-Identifier: Apache-2.0
#include "models/central/wire_json.h"

#include "models/domain/ids.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace yoyo;

class TestWireJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void readsAFullSession();
    void temporarySessionHasNoRefreshToken();
    void everyMemberOfASessionIsNeeded();
    void readsARecoverySecretOf32BytesOnly();
    void readsConflictAndRejection();
    void rejectionNeedsItsReason();
    void operationKeepsBaseOrPredecessor();
    void pushBodyIsTheSameForTheSameOperations();

private:
    QJsonObject session() const;
    static QByteArray bytes(const QJsonObject& json) { return QJsonDocument(json).toJson(); }
};

QJsonObject TestWireJson::session() const
{
    return QJsonDocument::fromJson(
               R"({"kind":"full","access_token":"a","access_expires_in":900,"refresh_token":"r",
"user":{"id":"0192f0aa-0000-7000-8000-000000000001","login_id":"shinjuku-01","family_name":"山田","given_name":"花子",
"role":"administrator","unattended":false},
"office":{"municipality_code":"131041","name":"新宿区","environment":"practice","demo":true,
"administrators":[{"name":"山田 花子","department":"健康推進課","phone":"03-0000-0000"}],
"helpdesk":{"name":"ヘルプデスク","url":"https://help.example.jp","phone":"0120-000-000"}},
"server_time":"2026-11-22T01:00:00.000Z"})")
        .object();
}

void TestWireJson::readsAFullSession()
{
    const Result<SessionReply> reply = parseSession(bytes(session()));
    QVERIFY(reply.isOk());
    QVERIFY(reply->kind == SessionKind::Full);
    QVERIFY(reply->refreshToken == SecretBuffer::fromText(QStringLiteral("r")));
    QVERIFY(reply->accessExpiresIn == std::chrono::minutes(15));
    QCOMPARE(reply->office.administrators.size(), 1);
    QCOMPARE(reply->office.helpdesk.phone, QStringLiteral("0120-000-000"));
    QCOMPARE(reply->user.loginId, QStringLiteral("shinjuku-01"));
    QVERIFY(!reply->stepUpExpiresAt);
}

void TestWireJson::temporarySessionHasNoRefreshToken()
{
    QJsonObject json = session();
    json[QStringLiteral("kind")] = QStringLiteral("temporary");
    json.remove(QStringLiteral("refresh_token"));
    const Result<SessionReply> reply = parseSession(bytes(json));
    QVERIFY(reply.isOk());
    QVERIFY(reply->kind == SessionKind::Temporary);
    QVERIFY(reply->refreshToken.isEmpty());
    json[QStringLiteral("kind")] = QStringLiteral("half");
    QCOMPARE(parseSession(bytes(json)).error().code, ErrorCode::ReplyInvalid);
}

void TestWireJson::everyMemberOfASessionIsNeeded()
{
    const QJsonObject whole = session();
    for (const QString& key : whole.keys()) {
        QJsonObject part = whole;
        part.remove(key);
        QCOMPARE(parseSession(bytes(part)).error().code, ErrorCode::ReplyInvalid);
        part[key] = QJsonArray();
        QCOMPARE(parseSession(bytes(part)).error().code, ErrorCode::ReplyInvalid);
    }
    for (const QString& key : {QStringLiteral("user"), QStringLiteral("office")}) {
        const QJsonObject inner = whole[key].toObject();
        for (const QString& member : inner.keys()) {
            QJsonObject part = inner;
            part.remove(member);
            QJsonObject all = whole;
            all[key] = part;
            QCOMPARE(parseSession(bytes(all)).error().code, ErrorCode::ReplyInvalid);
        }
    }
}

void TestWireJson::readsARecoverySecretOf32BytesOnly()
{
    const auto reply = [](const QByteArray& secret) {
        return parseRecoverySecret(bytes({{QStringLiteral("secret"), QString::fromLatin1(secret)}}));
    };
    QVERIFY(reply(QByteArray(32, 'x').toBase64()).isOk());
    QCOMPARE(reply(QByteArray(31, 'x').toBase64()).error().code, ErrorCode::ReplyInvalid);
    QCOMPARE(reply("****").error().code, ErrorCode::ReplyInvalid);
    QCOMPARE(reply("").error().code, ErrorCode::ReplyInvalid);
}

static const QUuid opId(QStringLiteral("{0192f0aa-0000-7000-8000-000000000011}"));

void TestWireJson::readsConflictAndRejection()
{
    const QByteArray body =
        R"({"outcomes":[{"op_id":"0192f0aa-0000-7000-8000-000000000011","outcome":"conflict","row":
{"kind":"upsert","entity":"user","id":"0192f0aa-0000-7000-8000-000000000001","ver":3,"seq":"12","fields":{}}},
{"op_id":"0192f0aa-0000-7000-8000-000000000012","outcome":"rejected",
"problem":{"code":"login-id-taken","pointer":"login_id","params":{"login_id":"a"}}}]})";
    const QUuid second(QStringLiteral("{0192f0aa-0000-7000-8000-000000000012}"));
    const Result<PushReply> reply = parseOutcomes(body, {opId, second});
    QVERIFY(reply.isOk());
    QCOMPARE(reply->outcomes[0].row->ver, 3);
    QCOMPARE(reply->outcomes[1].problem->code, ErrorCode::LoginIdTaken);
    QCOMPARE(reply->outcomes[1].problem->pointer, QStringLiteral("login_id"));
}

void TestWireJson::rejectionNeedsItsReason()
{
    for (const char* outcome : {"rejected", "blocked", "conflict", "vanished"}) {
        const QByteArray body = R"({"outcomes":[{"op_id":"0192f0aa-0000-7000-8000-000000000011","outcome":")"
            + QByteArray(outcome) + R"("}]})";
        QCOMPARE(parseOutcomes(body, {opId}).error().code, ErrorCode::ReplyInvalid);
    }
}

void TestWireJson::operationKeepsBaseOrPredecessor()
{
    Operation op;
    op.opId = opId;
    op.baseVer = 4;
    QJsonObject json = toJson(op);
    QCOMPARE(json.value(QStringLiteral("base_ver")).toInt(), 4);
    QVERIFY(!json.contains(QStringLiteral("after_op")));
    op.baseVer.reset();
    op.afterOp = opId;
    json = toJson(op);
    QVERIFY(!json.contains(QStringLiteral("base_ver")));
    QCOMPARE(json.value(QStringLiteral("after_op")).toString(), idText(opId));
    QCOMPARE(json.value(QStringLiteral("contract")).toInt(), 1);
    QVERIFY(operationKindFromText(json.value(QStringLiteral("kind")).toString()) == OperationKind::Update);
    QVERIFY(!operationKindFromText(u"drop"));
}

void TestWireJson::pushBodyIsTheSameForTheSameOperations()
{
    Operation op;
    op.opId = opId;
    op.set = {{QStringLiteral("b"), 1}, {QStringLiteral("a"), 2}};
    QCOMPARE(pushBody({toJson(op)}), pushBody({toJson(op)}));
    QCOMPARE(opIdsOfPush(pushBody({toJson(op), toJson(op)})), QList<QUuid>({opId, opId}));
    QVERIFY(opIdsOfPush("x").isEmpty());
}

QTEST_GUILESS_MAIN(TestWireJson)
#include "test_wire_json.moc"
