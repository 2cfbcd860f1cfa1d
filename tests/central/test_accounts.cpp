// SPDX-License-Identifier: Apache-2.0
// Sign-in, lockout, temporary passwords, sessions, resets: through real HTTPS.
#include "tests/central/service_fixture.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <thread>

using namespace yoyo;
using namespace yoyo::test;
using namespace std::chrono_literals;

static QString path(const char* text)
{
    return QLatin1String(text);
}

static QJsonObject credentials(const QString& loginId, const QString& password, const QString& device)
{
    return {{QStringLiteral("login_id"), loginId},
            {QStringLiteral("password"), password},
            {QStringLiteral("device_id"), device},
            {QStringLiteral("device_name"), QStringLiteral("test")}};
}

class TestAccounts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void firstMailLeadsToAPasswordOfOnesOwn();
    void temporaryPasswordBelongsToOneDevice();
    void temporaryPasswordExpires();
    void temporarySessionOpensNothingElse();
    void parallelGuessesGetFiveChecks();
    void lockedLooksLikeWrong();
    void lockEndsByItselfAndByAnAdministrator();
    void suspendedIsToldOnlyToTheRightPassword();
    void refreshTokensRotateAndReuseEndsTheSession();
    void changeEndsAllOtherSessions();
    void newPasswordMustKeepTheRules();
    void stepUpLastsTenMinutes();
    void resetByMailAnswersAlwaysTheSame();
    void resetByMailLeavesTheOldPasswordUntilUsed();
    void administratorResetEndsEverythingAtOnce();
    void directCallsFollowTheTableOfRights();
    void recoverySecretIsPerUserAndDevice();
    void repeatedKeyAnswersFromMemory();
    void tokensEndInTime();
    void logHoldsNoSecretsAndNoNames();

private:
    QString firstTemporary() { return newestMail(m_fixture->outbox(), QStringLiteral("sj-first@office.example"))->temporaryPassword; }
    WireReply tryPassword(const QString& loginId, const QString& password, const QString& device = ServiceFixture::newId())
    {
        return m_client->post(path("/v1/sessions"), credentials(loginId, password, device));
    }
    void lock(const QString& loginId)
    {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(tryPassword(loginId, QStringLiteral("wrong wrong wrong")).code(), path("credentials-invalid"));
    }

    std::unique_ptr<ServiceFixture> m_fixture;
    std::unique_ptr<WireClient> m_client;
};

void TestAccounts::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_fixture = std::make_unique<ServiceFixture>();
    QVERIFY(m_fixture->start());
    m_client = m_fixture->client();
}

void TestAccounts::cleanup()
{
    m_client.reset();
    m_fixture.reset();
}

void TestAccounts::firstMailLeadsToAPasswordOfOnesOwn()
{
    const auto mail = newestMail(m_fixture->outbox());
    QVERIFY(mail.has_value());
    QCOMPARE(mail->subject, QStringLiteral("【予予請求】ユーザID・仮パスワード通知"));
    QCOMPARE(mail->loginId, QStringLiteral("sj-first"));

    const QString device = ServiceFixture::newId();
    const QJsonObject begun = tryPassword(QStringLiteral("sj-first"), mail->temporaryPassword, device).json();
    QCOMPARE(begun.value(QStringLiteral("kind")).toString(), path("temporary"));
    QVERIFY(!begun.contains(QStringLiteral("refresh_token")));
    const QByteArray token = begun.value(QStringLiteral("access_token")).toString().toLatin1();
    const WireReply changed = m_client->post(
        path("/v1/me/password"), {{QStringLiteral("new_password"), ServiceFixture::anotherPassword()}}, token);
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json().value(QStringLiteral("kind")).toString(), path("full"));
    QVERIFY(changed.json().contains(QStringLiteral("refresh_token")));

    QCOMPARE(m_client->get(path("/v1/me"), token).code(), path("session-expired"));
    QCOMPARE(tryPassword(QStringLiteral("sj-first"), ServiceFixture::anotherPassword()).status, 201);
    QCOMPARE(tryPassword(QStringLiteral("sj-first"), mail->temporaryPassword).code(), path("temporary-password-used"));
}

void TestAccounts::temporaryPasswordBelongsToOneDevice()
{
    const QString device = ServiceFixture::newId();
    QCOMPARE(tryPassword(QStringLiteral("sj-first"), firstTemporary(), device).status, 201);
    QCOMPARE(tryPassword(QStringLiteral("sj-first"), firstTemporary()).code(), path("temporary-password-used"));
    QCOMPARE(tryPassword(QStringLiteral("sj-first"), firstTemporary(), device).status, 201);
}

void TestAccounts::temporaryPasswordExpires()
{
    const QString temporary = firstTemporary();
    m_fixture->clock.advance(24h * 7 - 5min);
    const QString device = ServiceFixture::newId();
    const WireReply begun = tryPassword(QStringLiteral("sj-first"), temporary, device);
    QCOMPARE(begun.status, 201);
    m_fixture->clock.advance(10min);
    const QByteArray token = begun.json().value(QStringLiteral("access_token")).toString().toLatin1();
    QCOMPARE(m_client->post(path("/v1/me/password"), {{QStringLiteral("new_password"), ServiceFixture::anotherPassword()}}, token)
                 .code(),
             path("temporary-password-expired"));
    QCOMPARE(tryPassword(QStringLiteral("sj-first"), temporary, device).code(), path("temporary-password-expired"));
    const Person reader = m_fixture->signIn(*m_client, QStringLiteral("sj-admin"));
    int expired = 0;
    for (const QJsonObject& row : rowsOf(*m_client, reader, QStringLiteral("office")))
        expired += row.value(QStringLiteral("fields")).toObject().value(QStringLiteral("credential_state")).toString()
                == QLatin1String("temporary_expired") ? 1 : 0;
    QCOMPARE(expired, 1);
}

void TestAccounts::temporarySessionOpensNothingElse()
{
    const QByteArray token = m_fixture->signIn(*m_client, QStringLiteral("sj-first"), firstTemporary()).token;
    QVERIFY(!token.isEmpty());
    QCOMPARE(m_client->get(path("/v1/me"), token).status, 200);
    for (const char* closed : {"/v1/policy", "/v1/changes?scope=office"})
        QCOMPARE(m_client->get(path(closed), token).code(), path("password-change-required"));
    QCOMPARE(m_client->post(path("/v1/recovery-secret"), {{QStringLiteral("device_id"), ServiceFixture::newId()}}, token)
                 .code(),
             path("password-change-required"));
}

void TestAccounts::parallelGuessesGetFiveChecks()
{
    // Forty guesses at once, the right one among them again and again: as soon as five are counted, even the right
    // password gets the answer of a wrong one.
    lock(QStringLiteral("sj-reader"));
    std::atomic<int> opened{0};
    std::atomic<int> invalid{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&] {
            const auto client = m_fixture->client();
            for (int i = 0; i < 5; ++i) {
                const auto reply = client->post(
                    path("/v1/sessions"), credentials(QStringLiteral("sj-reader"), ServiceFixture::defaultPassword(),
                                                      ServiceFixture::newId()));
                (reply.status == 201 ? opened : invalid) += 1;
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    QCOMPARE(opened.load(), 0);
    QCOMPARE(invalid.load(), 40);

    // From an open account: 60 parallel guesses are wrong, the 61st right one is refused, and one mail went out.
    threads.clear();
    for (int t = 0; t < 12; ++t) {
        threads.emplace_back([&, t] {
            const auto client = m_fixture->client();
            for (int i = 0; i < 5; ++i)
                client->post(path("/v1/sessions"),
                             credentials(QStringLiteral("sj-staff"), QStringLiteral("guess %1 %2").arg(t).arg(i),
                                         ServiceFixture::newId()));
        });
    }
    for (auto& thread : threads)
        thread.join();
    QCOMPARE(tryPassword(QStringLiteral("sj-staff"), ServiceFixture::defaultPassword()).code(),
             path("credentials-invalid"));
    int mails = 0;
    for (const OutboxMail& mail : readOutbox(m_fixture->outbox()))
        mails += mail.to == QLatin1String("sj-staff@office.example") ? 1 : 0;
    QCOMPARE(mails, 1);
}

void TestAccounts::lockedLooksLikeWrong()
{
    lock(QStringLiteral("sj-staff"));
    const auto same = [](WireReply reply) {
        QJsonObject problem = reply.json();
        problem.remove(QStringLiteral("request_id"));
        return std::pair(reply.status, problem);
    };
    const auto locked = same(tryPassword(QStringLiteral("sj-staff"), ServiceFixture::defaultPassword()));
    QCOMPARE(locked.first, 401);
    QVERIFY(locked == same(tryPassword(QStringLiteral("nobody-here"), QStringLiteral("x"))));
    QVERIFY(locked == same(tryPassword(QStringLiteral("sj-admin"), QStringLiteral("x"))));
    const auto mail = newestMail(m_fixture->outbox(), QStringLiteral("sj-staff@office.example"));
    QVERIFY(mail && mail->subject.contains(QStringLiteral("一時停止")));
}

void TestAccounts::lockEndsByItselfAndByAnAdministrator()
{
    lock(QStringLiteral("sj-staff"));
    const Person administrator = m_fixture->signIn(*m_client, QStringLiteral("sj-admin"));
    QString id;
    for (const QJsonObject& row : rowsOf(*m_client, administrator, QStringLiteral("office"))) {
        const QJsonObject fields = row.value(QStringLiteral("fields")).toObject();
        if (fields.value(QStringLiteral("login_id")) == QLatin1String("sj-staff")) {
            id = row.value(QStringLiteral("id")).toString();
            QCOMPARE(fields.value(QStringLiteral("credential_state")).toString(), path("locked"));
            QVERIFY(fields.contains(QStringLiteral("locked_until")));
        }
    }
    const WireReply unlocked = m_client->post(path("/v1/users/") + id + path("/unlock"), {}, administrator.token);
    QCOMPARE(unlocked.status, 200);
    QCOMPARE(unlocked.json().value(QStringLiteral("row")).toObject().value(QStringLiteral("fields")).toObject()
                 .value(QStringLiteral("credential_state")).toString(),
             path("in_use"));
    QCOMPARE(tryPassword(QStringLiteral("sj-staff"), ServiceFixture::defaultPassword()).status, 201);

    lock(QStringLiteral("sj-staff"));
    m_fixture->clock.advance(29min);
    QCOMPARE(tryPassword(QStringLiteral("sj-staff"), ServiceFixture::defaultPassword()).status, 401);
    m_fixture->clock.advance(2min);
    QCOMPARE(tryPassword(QStringLiteral("sj-staff"), ServiceFixture::defaultPassword()).status, 201);
}

void TestAccounts::suspendedIsToldOnlyToTheRightPassword()
{
    const Person administrator = m_fixture->administrator(*m_client);
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const auto done = push(*m_client, administrator,
                           {operation(administrator, path("user"), staff.id, path("update"),
                                      {{QStringLiteral("state"), path("suspended")}}, {{QStringLiteral("base_ver"), 2}})});
    QCOMPARE(done.first().value(QStringLiteral("outcome")).toString(), path("applied"));
    QCOMPARE(m_client->get(path("/v1/me"), staff.token).code(), path("session-expired"));
    QCOMPARE(tryPassword(QStringLiteral("sj-staff"), QStringLiteral("x")).code(), path("credentials-invalid"));
    QCOMPARE(tryPassword(QStringLiteral("sj-staff"), ServiceFixture::defaultPassword()).code(), path("account-suspended"));
}

void TestAccounts::refreshTokensRotateAndReuseEndsTheSession()
{
    const Person person = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const auto refresh = [&](const QByteArray& token) {
        return m_client->post(path("/v1/sessions/refresh"), {{QStringLiteral("refresh_token"), QString::fromLatin1(token)}});
    };
    const auto tokenOf = [](const WireReply& reply) {
        return reply.json().value(QStringLiteral("refresh_token")).toString().toLatin1();
    };
    const WireReply second = refresh(person.refreshToken);
    QCOMPARE(second.status, 200);
    QVERIFY(tokenOf(second) != person.refreshToken);
    // The reply was lost: the first one still serves while no successor has been used.
    const WireReply again = refresh(person.refreshToken);
    QCOMPARE(again.status, 200);
    const WireReply third = refresh(tokenOf(again));
    QCOMPARE(third.status, 200);
    const QByteArray access = third.json().value(QStringLiteral("access_token")).toString().toLatin1();
    QCOMPARE(m_client->get(path("/v1/me"), access).status, 200);
    // Now the first is reused by somebody else: nobody keeps the session.
    QCOMPARE(refresh(person.refreshToken).code(), path("refresh-token-dead"));
    QCOMPARE(refresh(tokenOf(third)).code(), path("refresh-token-dead"));
    QCOMPARE(m_client->get(path("/v1/me"), access).code(), path("session-expired"));
    QCOMPARE(refresh("never-issued").code(), path("refresh-token-dead"));

    const Person other = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const QJsonObject body{{QStringLiteral("refresh_token"), QString::fromLatin1(other.refreshToken)}};
    QCOMPARE(m_client->post(path("/v1/sessions/revoke"), body).status, 204);
    QCOMPARE(m_client->post(path("/v1/sessions/revoke"), body).status, 204);
    QCOMPARE(m_client->get(path("/v1/me"), other.token).status, 401);
}

void TestAccounts::changeEndsAllOtherSessions()
{
    const Person here = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const Person there = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const QJsonObject wrong{{QStringLiteral("current_password"), QStringLiteral("x")},
                            {QStringLiteral("new_password"), ServiceFixture::anotherPassword()}};
    QCOMPARE(m_client->post(path("/v1/me/password"), wrong, here.token).code(), path("credentials-invalid"));
    const QJsonObject body{{QStringLiteral("current_password"), ServiceFixture::defaultPassword()},
                           {QStringLiteral("new_password"), ServiceFixture::anotherPassword()}};
    const WireReply changed = m_client->post(path("/v1/me/password"), body, here.token);
    QCOMPARE(changed.status, 200);
    QCOMPARE(m_client->get(path("/v1/me"), there.token).status, 401);
    QCOMPARE(m_client->get(path("/v1/me"), changed.json().value(QStringLiteral("access_token")).toString().toLatin1()).status, 200);
    QCOMPARE(tryPassword(QStringLiteral("sj-staff"), ServiceFixture::defaultPassword()).status, 401);
    // Full width is the same password (NFKC).
    QString wide;
    for (const QChar c : ServiceFixture::anotherPassword())
        wide += c.unicode() > 0x20 && c.unicode() < 0x7f ? QChar(c.unicode() + 0xfee0) : c;
    QCOMPARE(tryPassword(QStringLiteral("sj-staff"), wide).status, 201);
}

void TestAccounts::newPasswordMustKeepTheRules()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const auto change = [&](const QString& next) {
        return m_client->post(path("/v1/me/password"),
                              {{QStringLiteral("current_password"), ServiceFixture::defaultPassword()},
                               {QStringLiteral("new_password"), next}},
                              staff.token);
    };
    const WireReply tooShort = change(QStringLiteral("short-1"));
    QCOMPARE(tooShort.status, 422);
    QCOMPARE(tooShort.code(), path("password-too-short"));
    QCOMPARE(tooShort.json().value(QStringLiteral("pointer")).toString(), path("new_password"));
    QCOMPARE(change(ServiceFixture::defaultPassword()).code(), path("password-unchanged"));
    const QByteArray temporary = m_fixture->signIn(*m_client, QStringLiteral("sj-first"), firstTemporary()).token;
    QCOMPARE(m_client->post(path("/v1/me/password"), {{QStringLiteral("new_password"), firstTemporary()}}, temporary).code(),
             path("password-unchanged"));
}

void TestAccounts::stepUpLastsTenMinutes()
{
    const Person administrator = m_fixture->signIn(*m_client, QStringLiteral("sj-admin"));
    const auto create = [&] {
        return push(*m_client, administrator,
                    {operation(administrator, path("user"), ServiceFixture::newId(), path("create"),
                               newUser(QStringLiteral("sj-n%1").arg(QRandomGenerator::global()->bounded(100'000, 999'999))))})
            .first();
    };
    QCOMPARE(create().value(QStringLiteral("problem")).toObject().value(QStringLiteral("code")).toString(),
             path("step-up-required"));
    const auto stepUp = [&](const QString& password, const QByteArray& token) {
        return m_client->post(path("/v1/sessions/step-up"), {{QStringLiteral("password"), password}}, token);
    };
    QCOMPARE(stepUp(QStringLiteral("x"), administrator.token).code(), path("credentials-invalid"));
    QCOMPARE(stepUp(ServiceFixture::defaultPassword(), administrator.token).status, 200);
    QCOMPARE(create().value(QStringLiteral("outcome")).toString(), path("applied"));
    m_fixture->clock.advance(10min + 1s);
    QCOMPARE(create().value(QStringLiteral("outcome")).toString(), path("blocked"));
    const Person unattended = m_fixture->signIn(*m_client, QStringLiteral("sj-renkei"));
    QCOMPARE(stepUp(ServiceFixture::defaultPassword(), unattended.token).code(), path("role-insufficient"));
}

void TestAccounts::resetByMailAnswersAlwaysTheSame()
{
    const auto reset = [&](const char* loginId, const char* mail) {
        return m_client->post(path("/v1/password-resets"),
                              {{QStringLiteral("login_id"), path(loginId)}, {QStringLiteral("mail"), path(mail)}});
    };
    const auto mails = [&] { return readOutbox(m_fixture->outbox()).size(); };
    const qsizetype before = mails();
    for (const auto& reply : {reset("nobody-here", "x@office.example"), reset("sj-staff", "wrong@office.example")}) {
        QCOMPARE(reply.status, 202);
        QCOMPARE(reply.body, QByteArray("{}"));
    }
    QCOMPARE(mails(), before);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(reset("sj-staff", "SJ-STAFF@office.example").status, 202);
    QCOMPARE(mails(), before + 2); // the wrong address counted as the first of three
    m_fixture->clock.advance(61min);
    reset("sj-staff", "sj-staff@office.example");
    QCOMPARE(mails(), before + 3);
}

void TestAccounts::resetByMailLeavesTheOldPasswordUntilUsed()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    m_client->post(path("/v1/password-resets"), {{QStringLiteral("login_id"), path("sj-staff")},
                                                 {QStringLiteral("mail"), path("sj-staff@office.example")}});
    const auto mail = newestMail(m_fixture->outbox());
    QVERIFY(mail->subject.contains(QStringLiteral("再設定")));
    QCOMPARE(m_client->get(path("/v1/me"), staff.token).status, 200);
    QCOMPARE(tryPassword(QStringLiteral("sj-staff"), ServiceFixture::defaultPassword()).status, 201);
    QCOMPARE(tryPassword(QStringLiteral("sj-staff"), mail->temporaryPassword).json().value(QStringLiteral("kind")).toString(),
             path("temporary"));
    QCOMPARE(m_client->get(path("/v1/me"), staff.token).status, 401);
    QCOMPARE(tryPassword(QStringLiteral("sj-staff"), ServiceFixture::defaultPassword()).status, 401);
}

void TestAccounts::administratorResetEndsEverythingAtOnce()
{
    const Person administrator = m_fixture->signIn(*m_client, QStringLiteral("sj-admin"));
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const QString route = path("/v1/users/") + staff.id + path("/reset");
    QCOMPARE(m_client->post(route, {}, administrator.token).status, 200);
    QCOMPARE(m_client->get(path("/v1/me"), staff.token).status, 401);
    QCOMPARE(tryPassword(QStringLiteral("sj-staff"), ServiceFixture::defaultPassword()).status, 401);
    const auto mail = newestMail(m_fixture->outbox(), QStringLiteral("sj-staff@office.example"));
    QCOMPARE(mail->subject, QStringLiteral("【予予請求】仮パスワード通知"));
    QVERIFY(mail->loginId.isEmpty());
    // A second reset kills the first temporary password.
    QCOMPARE(m_client->post(route, {}, administrator.token).status, 200);
    QCOMPARE(tryPassword(QStringLiteral("sj-staff"), mail->temporaryPassword).code(), path("temporary-password-used"));
}

void TestAccounts::directCallsFollowTheTableOfRights()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const Person administrator = m_fixture->signIn(*m_client, QStringLiteral("sj-admin"));
    const Person stranger = m_fixture->signIn(*m_client, QStringLiteral("cy-admin"));
    for (const char* verb : {"/reset", "/unlock", "/end-sessions"}) {
        const QString route = path("/v1/users/") + staff.id + path(verb);
        QCOMPARE(m_client->post(route, {}, staff.token).code(), path("role-insufficient"));
        QCOMPARE(m_client->post(route, {}, stranger.token).code(), path("user-not-found"));
        const QString nobody = path("/v1/users/") + ServiceFixture::newId() + path(verb);
        QCOMPARE(m_client->post(nobody, {}, administrator.token).code(), path("user-not-found"));
    }
    QCOMPARE(m_client->get(path("/v1/me"), staff.token).status, 200);
    QCOMPARE(m_client->post(path("/v1/users/") + staff.id + path("/end-sessions"), {}, administrator.token).status, 200);
    QCOMPARE(m_client->get(path("/v1/me"), staff.token).status, 401);
    QCOMPARE(tryPassword(QStringLiteral("sj-staff"), ServiceFixture::defaultPassword()).status, 201);
}

void TestAccounts::recoverySecretIsPerUserAndDevice()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const Person reader = m_fixture->signIn(*m_client, QStringLiteral("sj-reader"));
    const QString device = ServiceFixture::newId();
    const auto secret = [&](const Person& person, const QString& on) {
        return m_client->post(path("/v1/recovery-secret"), {{QStringLiteral("device_id"), on}}, person.token)
            .json().value(QStringLiteral("secret")).toString();
    };
    const QString first = secret(staff, device);
    QCOMPARE(QByteArray::fromBase64(first.toLatin1()).size(), 32);
    QCOMPARE(secret(staff, device), first);
    QVERIFY(secret(staff, ServiceFixture::newId()) != first);
    QVERIFY(secret(reader, device) != first);
    QVERIFY(m_fixture->restart());
    m_client = m_fixture->client();
    QCOMPARE(secret(m_fixture->signIn(*m_client, QStringLiteral("sj-staff")), device), first);
}

void TestAccounts::repeatedKeyAnswersFromMemory()
{
    const QString key = ServiceFixture::newId();
    const QJsonObject body = credentials(QStringLiteral("sj-staff"), ServiceFixture::defaultPassword(), ServiceFixture::newId());
    const WireReply first = m_client->post(path("/v1/sessions"), body, {}, key);
    const WireReply second = m_client->post(path("/v1/sessions"), body, {}, key);
    QCOMPARE(first.status, 201);
    QCOMPARE(second.body, first.body);
    QJsonObject other = body;
    other.insert(QStringLiteral("device_name"), QStringLiteral("other"));
    QCOMPARE(m_client->post(path("/v1/sessions"), other, {}, key).code(), path("idempotency-key-reused"));
    // A wrong password sent twice by the network counts once.
    const QString wrongKey = ServiceFixture::newId();
    const QJsonObject wrong = credentials(QStringLiteral("sj-staff"), QStringLiteral("x"), ServiceFixture::newId());
    for (int i = 0; i < 10; ++i)
        QCOMPARE(m_client->post(path("/v1/sessions"), wrong, {}, wrongKey).status, 401);
    QCOMPARE(tryPassword(QStringLiteral("sj-staff"), ServiceFixture::defaultPassword()).status, 201);
}

void TestAccounts::tokensEndInTime()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    m_fixture->clock.advance(15min + 1s);
    QCOMPARE(m_client->get(path("/v1/me"), staff.token).code(), path("session-expired"));
    const QJsonObject body{{QStringLiteral("refresh_token"), QString::fromLatin1(staff.refreshToken)}};
    m_fixture->clock.advance(24h * 59);
    QCOMPARE(m_client->post(path("/v1/sessions/refresh"), body).status, 200);
    m_fixture->clock.advance(24h * 61);
    QCOMPARE(m_client->post(path("/v1/sessions/refresh"), body).code(), path("refresh-token-dead"));
}

void TestAccounts::logHoldsNoSecretsAndNoNames()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    tryPassword(QStringLiteral("sj-staff"), QStringLiteral("mistyped-secret"));
    m_client->get(path("/v1/private-path-of-山本"), staff.token);
    const QString log = m_fixture->logLines().join(QLatin1Char('\n'));
    QVERIFY(log.contains(QStringLiteral("POST /v1/sessions 201")));
    for (const QString& hidden : {QString::fromLatin1(staff.token), QString::fromLatin1(staff.refreshToken),
                                  ServiceFixture::defaultPassword(), QStringLiteral("mistyped-secret"),
                                  QStringLiteral("sj-staff"), QStringLiteral("山本"), QStringLiteral("private-path")})
        QVERIFY2(!log.contains(hidden), qPrintable(hidden));
}

QTEST_GUILESS_MAIN(TestAccounts)
#include "test_accounts.moc"
