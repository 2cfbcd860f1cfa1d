// SPDX-License-Identifier: Apache-2.0
// Push, ops/status and changes: idempotency, merge, chains, rights, isolation, tombstones; through real HTTPS.
#include "models/domain/ids.h"
#include "models/domain/row_hash.h"
#include "tests/central/service_fixture.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <thread>

using namespace yoyo;
using namespace yoyo::test;
using namespace std::chrono_literals;

static QString path(const char* text)
{
    return QLatin1String(text);
}

static QString outcome(const QJsonObject& o)
{
    const QString code = o.value(QStringLiteral("problem")).toObject().value(QStringLiteral("code")).toString();
    const QString word = o.value(QStringLiteral("outcome")).toString();
    return code.isEmpty() ? word : word + QLatin1Char(' ') + code;
}

static QJsonObject fieldsOf(const QJsonObject& outcomeOrRow)
{
    const QJsonObject row = outcomeOrRow.contains(QStringLiteral("row"))
        ? outcomeOrRow.value(QStringLiteral("row")).toObject()
        : outcomeOrRow;
    return row.value(QStringLiteral("fields")).toObject();
}

static QString settingId(const char* mgmtNo, int year = 2026, const char* office = "131041")
{
    return idText(vaccinationSettingId(path(office), path(mgmtNo), year));
}

class TestPush : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void sameBatchTwiceIsAppliedOnce();
    void sameOperationInAnotherBatchIsADuplicate();
    void batchKeyWithAnotherBodyIsRefused();
    void operationIdWithAnotherContentIsRefused();
    void colleaguesInOtherGroupsMerge();
    void colleaguesInTheSameGroupConflict();
    void chainsOfEditsNeedNoRoundTrip();
    void needsHoldBackOnlyDependents();
    void blockedMayBeDecidedAgain();
    void statusTellsWhatBecame();
    void oldOperationsAreForAPerson();
    void usersFollowTheTableOfRights();
    void ownDataNeedsNoStepUp();
    void lastAdministratorStays();
    void roleChangeEndsSessions();
    void loginIdIsUniqueEverywhere();
    void mendedAddressKillsTheOldTemporaryPassword();
    void neverUsedRegistrationBecomesATombstone();
    void endedItemCannotBeTurnedOn();
    void settingRulesSpeakWithTheirCodes();
    void plannedValuesComeAtMidnight();
    void nextFiscalYearAppearsInJanuary();
    void otherMunicipalityIsNeverVisible();
    void colleaguesSeeOnlyNames();
    void feedPagesInCommitOrder();
    void theLastPageCarriesTheDigestOfWhatTheCallerSees();
    void cursorOfAnotherViewIsExpired();
    void parallelPushesLoseNothing();
    void colleagueEditCollides();
    void colleagueRegistersTheNextId();

private:
    QJsonObject changed(const Person& author, const QString& id, qint64 baseVer, const QJsonObject& set,
                        const QJsonObject& more = {})
    {
        QJsonObject all = more;
        if (baseVer > 0)
            all.insert(QStringLiteral("base_ver"), baseVer);
        return operation(author, path("vaccination_setting"), id, path("update"), set, all);
    }
    QString created(const Person& administrator, const QString& loginId)
    {
        const QString id = ServiceFixture::newId();
        const auto out = push(*m_client, administrator,
                              {operation(administrator, path("user"), id, path("create"), newUser(loginId))});
        return outcome(out.first()) == QLatin1String("applied") ? id : outcome(out.first());
    }
    qint64 verOf(const Person& reader, const QString& id)
    {
        return rowsOf(*m_client, reader, QStringLiteral("office")).value(id).value(QStringLiteral("ver")).toInteger();
    }

    std::unique_ptr<ServiceFixture> m_fixture;
    std::unique_ptr<WireClient> m_client;
};

void TestPush::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_fixture = std::make_unique<ServiceFixture>();
    QVERIFY(m_fixture->start());
    m_client = m_fixture->client();
}

void TestPush::cleanup()
{
    m_client.reset();
    m_fixture.reset();
}

void TestPush::sameBatchTwiceIsAppliedOnce()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const QString id = settingId("00101101");
    const QJsonObject body{{QStringLiteral("ops"), QJsonArray{changed(staff, id, 1, {{QStringLiteral("note"), path("x")}})}}};
    const QString batch = ServiceFixture::newId();
    const WireReply first = m_client->post(path("/v1/push"), body, staff.token, batch);
    QCOMPARE(first.status, 200);
    QVERIFY(m_fixture->restart()); // the reply is in the database, not in memory
    m_client = m_fixture->client();
    const WireReply second = m_client->post(path("/v1/push"), body, staff.token, batch);
    QCOMPARE(second.body, first.body);
    QCOMPARE(verOf(staff, id), 2);
}

void TestPush::sameOperationInAnotherBatchIsADuplicate()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const QString id = settingId("00101101");
    const QJsonObject op = changed(staff, id, 1, {{QStringLiteral("note"), path("x")}});
    const auto first = push(*m_client, staff, {op, op});
    QCOMPARE(outcome(first[0]), path("applied"));
    QCOMPARE(outcome(first[1]), path("duplicate"));
    push(*m_client, staff, {changed(staff, id, 2, {{QStringLiteral("note"), path("y")}})});
    const auto third = push(*m_client, staff, {op});
    QCOMPARE(outcome(third[0]), path("duplicate"));
    QCOMPARE(third[0].value(QStringLiteral("ver")), first[0].value(QStringLiteral("ver")));
    QCOMPARE(fieldsOf(third[0]).value(QStringLiteral("note")).toString(), path("y"));
    QCOMPARE(verOf(staff, id), 3);
}

void TestPush::batchKeyWithAnotherBodyIsRefused()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const QString batch = ServiceFixture::newId();
    const auto send = [&](const char* note) {
        return m_client->post(path("/v1/push"),
                              {{QStringLiteral("ops"), QJsonArray{changed(staff, settingId("00101101"), 1,
                                                                          {{QStringLiteral("note"), path(note)}})}}},
                              staff.token, batch);
    };
    QCOMPARE(send("x").status, 200);
    QCOMPARE(send("y").code(), path("idempotency-key-reused"));
}

void TestPush::operationIdWithAnotherContentIsRefused()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const Person other = m_fixture->signIn(*m_client, QStringLiteral("sj-admin"));
    QJsonObject op = changed(staff, settingId("00101101"), 1, {{QStringLiteral("note"), path("x")}});
    QCOMPARE(outcome(push(*m_client, staff, {op}).first()), path("applied"));
    QCOMPARE(outcome(push(*m_client, other, {op}).first()), path("rejected author-mismatch"));
    op.insert(QStringLiteral("set"), QJsonObject{{QStringLiteral("note"), path("y")}});
    QCOMPARE(outcome(push(*m_client, staff, {op}).first()), path("rejected op-id-reused"));
}

void TestPush::colleaguesInOtherGroupsMerge()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const Person other = m_fixture->signIn(*m_client, QStringLiteral("sj-admin"));
    const QString id = settingId("00101101");
    push(*m_client, other, {changed(other, id, 1, {{QStringLiteral("contact"), path("A")}})});
    const auto merged = push(*m_client, staff, {changed(staff, id, 1, {{QStringLiteral("note"), path("B")}})});
    QCOMPARE(outcome(merged.first()), path("applied"));
    QCOMPARE(merged.first().value(QStringLiteral("ver")).toInt(), 3);
    QCOMPARE(fieldsOf(merged.first()).value(QStringLiteral("contact")).toString(), path("A"));
    QCOMPARE(fieldsOf(merged.first()).value(QStringLiteral("note")).toString(), path("B"));
}

void TestPush::colleaguesInTheSameGroupConflict()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const Person other = m_fixture->signIn(*m_client, QStringLiteral("sj-admin"));
    const QString id = settingId("00101101");
    push(*m_client, other, {changed(other, id, 1, {{QStringLiteral("fee_vaccinated"), 100}})});
    // Another field of the same group, and a harmless group beside it: nothing of it is applied.
    const QJsonObject op = changed(staff, id, 1, {{QStringLiteral("fee_not_vaccinated"), 50}, {QStringLiteral("note"), path("B")}});
    const auto conflict = push(*m_client, staff, {op});
    QCOMPARE(outcome(conflict.first()), path("conflict version-conflict"));
    QCOMPARE(fieldsOf(conflict.first()).value(QStringLiteral("fee_vaccinated")).toInt(), 100);
    QVERIFY(!fieldsOf(conflict.first()).contains(QStringLiteral("note")));
    QCOMPARE(outcome(push(*m_client, staff, {op}).first()), path("conflict version-conflict"));
    // The same value on both sides is no conflict.
    QCOMPARE(outcome(push(*m_client, staff, {changed(staff, id, 1, {{QStringLiteral("fee_vaccinated"), 100}})}).first()),
             path("applied"));
    QCOMPARE(verOf(staff, id), 2);
    // A base the service never had.
    QCOMPARE(outcome(push(*m_client, staff, {changed(staff, id, 9, {{QStringLiteral("note"), path("C")}})}).first()),
             path("conflict version-conflict"));
}

void TestPush::chainsOfEditsNeedNoRoundTrip()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const Person other = m_fixture->signIn(*m_client, QStringLiteral("sj-admin"));
    const QString id = settingId("00101101");
    const QJsonObject first = changed(staff, id, 1, {{QStringLiteral("note"), path("1")}});
    const QJsonObject second = changed(staff, id, 0, {{QStringLiteral("note"), path("2")}},
                                       {{QStringLiteral("after_op"), first.value(QStringLiteral("op_id"))}});
    const QJsonObject third = changed(staff, id, 0, {{QStringLiteral("note"), path("3")}},
                                      {{QStringLiteral("after_op"), second.value(QStringLiteral("op_id"))}});
    const auto both = push(*m_client, staff, {first, second});
    QCOMPARE(outcome(both[0]), path("applied"));
    QCOMPARE(outcome(both[1]), path("applied"));
    // A colleague was faster than the third link.
    push(*m_client, other, {changed(other, id, 3, {{QStringLiteral("note"), path("theirs")}})});
    QCOMPARE(outcome(push(*m_client, staff, {third}).first()), path("conflict version-conflict"));
    const QJsonObject fourth = changed(staff, id, 0, {{QStringLiteral("note"), path("4")}},
                                       {{QStringLiteral("after_op"), third.value(QStringLiteral("op_id"))}});
    QCOMPARE(outcome(push(*m_client, staff, {fourth}).first()), path("blocked predecessor-not-applied"));
}

void TestPush::needsHoldBackOnlyDependents()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const QJsonObject refused = changed(staff, settingId("00101101"), 1, {{QStringLiteral("fee_vaccinated"), -1}});
    const QJsonObject dependent = changed(staff, settingId("00201101"), 1, {{QStringLiteral("note"), path("x")}},
                                          {{QStringLiteral("needs"), QJsonArray{refused.value(QStringLiteral("op_id"))}}});
    const QJsonObject other = changed(staff, settingId("00301101"), 1, {{QStringLiteral("note"), path("x")}});
    const auto out = push(*m_client, staff, {refused, dependent, other});
    QCOMPARE(outcome(out[0]), path("rejected fee-out-of-range"));
    QCOMPARE(outcome(out[1]), path("blocked predecessor-not-applied"));
    QCOMPARE(outcome(out[2]), path("applied"));
}

void TestPush::blockedMayBeDecidedAgain()
{
    const Person administrator = m_fixture->signIn(*m_client, QStringLiteral("sj-admin"));
    const QJsonObject op = operation(administrator, path("user"), ServiceFixture::newId(), path("create"),
                                     newUser(QStringLiteral("sj-new01")));
    QCOMPARE(outcome(push(*m_client, administrator, {op}).first()), path("blocked step-up-required"));
    m_client->post(path("/v1/sessions/step-up"), {{QStringLiteral("password"), ServiceFixture::defaultPassword()}},
                   administrator.token);
    QCOMPARE(outcome(push(*m_client, administrator, {op}).first()), path("applied"));
    QCOMPARE(outcome(push(*m_client, administrator, {op}).first()), path("duplicate"));
}

void TestPush::statusTellsWhatBecame()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const Person other = m_fixture->signIn(*m_client, QStringLiteral("sj-admin"));
    const QJsonObject good = changed(staff, settingId("00101101"), 1, {{QStringLiteral("note"), path("x")}});
    const QJsonObject bad = changed(staff, settingId("00201101"), 1, {{QStringLiteral("copay"), 1}});
    push(*m_client, staff, {good, bad});
    const QJsonArray ids{good.value(QStringLiteral("op_id")), ServiceFixture::newId(), bad.value(QStringLiteral("op_id"))};
    const auto ask = [&](const Person& who) {
        return m_client->post(path("/v1/ops/status"), {{QStringLiteral("op_ids"), ids}}, who.token)
            .json().value(QStringLiteral("outcomes")).toArray();
    };
    const QJsonArray mine = ask(staff);
    QCOMPARE(outcome(mine[0].toObject()), path("applied"));
    QCOMPARE(outcome(mine[1].toObject()), path("unknown"));
    QCOMPARE(outcome(mine[2].toObject()), path("rejected copay-for-category-a"));
    for (const QJsonValue& theirs : ask(other))
        QCOMPARE(outcome(theirs.toObject()), path("unknown"));
}

void TestPush::oldOperationsAreForAPerson()
{
    Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    QJsonObject early = changed(staff, settingId("00101101"), 1, {{QStringLiteral("note"), path("early")}});
    QJsonObject later = changed(staff, settingId("00201101"), 1, {{QStringLiteral("note"), path("later")}});
    QCOMPARE(outcome(push(*m_client, staff, {later}).first()), path("applied"));
    m_fixture->clock.advance(24h * 401);
    const Person again = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"), ServiceFixture::defaultPassword(), staff.deviceId);
    QCOMPARE(outcome(push(*m_client, again, {early}).first()), path("rejected op-too-old"));
    QCOMPARE(outcome(push(*m_client, again, {later}).first()), path("rejected op-too-old"));
    const QJsonObject fresh = changed(again, settingId("00101101"), 1, {{QStringLiteral("note"), path("fresh")}});
    QCOMPARE(outcome(push(*m_client, again, {fresh}).first()), path("applied"));
}

void TestPush::usersFollowTheTableOfRights()
{
    const Person administrator = m_fixture->administrator(*m_client);
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const Person reader = m_fixture->signIn(*m_client, QStringLiteral("sj-reader"));
    const auto update = [&](const Person& who, const QString& id, const QJsonObject& set) {
        return outcome(push(*m_client, who, {operation(who, path("user"), id, path("update"), set,
                                                       {{QStringLiteral("base_ver"), verOf(administrator, id)}})})
                           .first());
    };
    for (const Person& who : {staff, reader}) {
        QCOMPARE(outcome(push(*m_client, who, {operation(who, path("user"), ServiceFixture::newId(), path("create"),
                                                         newUser(QStringLiteral("sj-new02")))}).first()),
                 path("rejected role-insufficient"));
        QCOMPARE(update(who, administrator.id, {{QStringLiteral("phone"), path("03-1111-2222")}}), path("rejected role-insufficient"));
        QCOMPARE(update(who, who.id, {{QStringLiteral("role"), path("administrator")}}), path("rejected role-insufficient"));
        QCOMPARE(update(who, who.id, {{QStringLiteral("note"), path("x")}}), path("rejected role-insufficient"));
    }
    QCOMPARE(outcome(push(*m_client, reader, {changed(reader, settingId("00101101"), 1, {{QStringLiteral("note"), path("x")}})}).first()),
             path("rejected role-insufficient"));
    QCOMPARE(update(administrator, staff.id, {{QStringLiteral("login_id"), path("sj-other")}}), path("rejected field-read-only"));
    QCOMPARE(update(administrator, staff.id, {{QStringLiteral("credential_state"), path("in_use")}}), path("rejected field-read-only"));
    QCOMPARE(update(administrator, staff.id, {{QStringLiteral("shoe_size"), 42}}), path("rejected field-unknown"));
    QCOMPARE(update(administrator, staff.id, {{QStringLiteral("role"), path("king")}}), path("rejected role-unknown"));
    QCOMPARE(update(administrator, staff.id, {{QStringLiteral("valid_to"), path("2026-02-30")}}), path("rejected field-invalid"));
    QCOMPARE(outcome(push(*m_client, administrator,
                          {operation(administrator, path("user"), ServiceFixture::newId(), path("update"),
                                     {{QStringLiteral("note"), path("x")}}, {{QStringLiteral("base_ver"), 1}})}).first()),
             path("rejected row-not-found"));
}

void TestPush::ownDataNeedsNoStepUp()
{
    const Person reader = m_fixture->signIn(*m_client, QStringLiteral("sj-reader"));
    const QJsonObject op = operation(reader, path("user"), reader.id, path("update"),
                                     {{QStringLiteral("phone"), path("03-9999-8888")}}, {{QStringLiteral("base_ver"), 2}});
    const auto out = push(*m_client, reader, {op});
    QCOMPARE(outcome(out.first()), path("applied"));
    QVERIFY(!fieldsOf(out.first()).value(QStringLiteral("updated_by")).toString().isEmpty());
}

void TestPush::lastAdministratorStays()
{
    const Person one = m_fixture->administrator(*m_client);
    const Person two = m_fixture->administrator(*m_client, QStringLiteral("sj-admin2"));
    const auto update = [&](const Person& who, const Person& whom, const QJsonObject& set) {
        return outcome(push(*m_client, who, {operation(who, path("user"), whom.id, path("update"), set,
                                                       {{QStringLiteral("base_ver"), verOf(who, whom.id)}})}).first());
    };
    QCOMPARE(update(one, one, {{QStringLiteral("role"), path("staff")}}), path("rejected self-demotion"));
    QCOMPARE(update(one, one, {{QStringLiteral("state"), path("suspended")}}), path("rejected self-suspension"));
    // The invited administrator counts as one; suspend her first, then the colleague.
    QString invited;
    for (const QJsonObject& row : rowsOf(*m_client, one, QStringLiteral("office"))) {
        if (fieldsOf(row).value(QStringLiteral("login_id")).toString() == QLatin1String("sj-first"))
            invited = row.value(QStringLiteral("id")).toString();
    }
    Person first;
    first.id = invited;
    QCOMPARE(update(one, first, {{QStringLiteral("state"), path("suspended")}}), path("applied"));
    QCOMPARE(update(one, two, {{QStringLiteral("state"), path("suspended")}}), path("applied"));
    QCOMPARE(update(one, one, {{QStringLiteral("role"), path("staff")}}), path("rejected last-administrator"));
}

void TestPush::roleChangeEndsSessions()
{
    const Person administrator = m_fixture->administrator(*m_client);
    const Person reader = m_fixture->signIn(*m_client, QStringLiteral("sj-reader"));
    const QJsonObject op = operation(administrator, path("user"), reader.id, path("update"),
                                     {{QStringLiteral("role"), path("staff")}}, {{QStringLiteral("base_ver"), 2}});
    QCOMPARE(outcome(push(*m_client, administrator, {op}).first()), path("applied"));
    QCOMPARE(m_client->get(path("/v1/me"), reader.token).code(), path("session-expired"));
}

void TestPush::loginIdIsUniqueEverywhere()
{
    const Person administrator = m_fixture->administrator(*m_client);
    QCOMPARE(created(administrator, QStringLiteral("SJ-Staff")), path("rejected login-id-taken"));
    QCOMPARE(created(administrator, QStringLiteral("cy-staff")), path("rejected login-id-taken"));
    QCOMPARE(created(administrator, QStringLiteral("ab")), path("rejected login-id-format"));
    QVERIFY(!QUuid(created(administrator, QStringLiteral("sj-new03"))).isNull());
    m_fixture->service().waitForMails();
    const auto mail = newestMail(m_fixture->outbox(), QStringLiteral("sj-new03@office.example"));
    QCOMPARE(mail->subject, QStringLiteral("【予予請求】仮パスワード通知"));
    QVERIFY(mail->loginId.isEmpty());
    QVERIFY(!m_fixture->signIn(*m_client, QStringLiteral("SJ-NEW03"), mail->temporaryPassword).token.isEmpty());
}

void TestPush::mendedAddressKillsTheOldTemporaryPassword()
{
    const Person administrator = m_fixture->administrator(*m_client);
    QJsonObject fields = newUser(QStringLiteral("sj-new04"));
    fields.insert(QStringLiteral("mail"), path("typo@office.invalid"));
    const QString id = ServiceFixture::newId();
    push(*m_client, administrator, {operation(administrator, path("user"), id, path("create"), fields)});
    m_fixture->service().waitForMails();
    QVERIFY(!newestMail(m_fixture->outbox(), QStringLiteral("typo@office.invalid")));
    QCOMPARE(fieldsOf(rowsOf(*m_client, administrator, QStringLiteral("office")).value(id)).value(QStringLiteral("credential_state")).toString(),
             path("mail_bounced"));
    const auto mend = [&](const char* mail) {
        return outcome(push(*m_client, administrator,
                            {operation(administrator, path("user"), id, path("update"), {{QStringLiteral("mail"), path(mail)}},
                                       {{QStringLiteral("base_ver"), verOf(administrator, id)}})}).first());
    };
    QCOMPARE(mend("first@office.example"), path("applied"));
    m_fixture->service().waitForMails();
    const auto first = newestMail(m_fixture->outbox(), QStringLiteral("first@office.example"));
    QVERIFY(first.has_value());
    QCOMPARE(mend("second@office.example"), path("applied"));
    QVERIFY(m_fixture->signIn(*m_client, QStringLiteral("sj-new04"), first->temporaryPassword).token.isEmpty());
    m_fixture->service().waitForMails();
    const auto second = newestMail(m_fixture->outbox(), QStringLiteral("second@office.example"));
    QVERIFY(!m_fixture->signIn(*m_client, QStringLiteral("sj-new04"), second->temporaryPassword).token.isEmpty());
}

void TestPush::neverUsedRegistrationBecomesATombstone()
{
    const Person administrator = m_fixture->administrator(*m_client);
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const QString id = created(administrator, QStringLiteral("sj-new05"));
    m_fixture->service().waitForMails();
    const auto remove = [&](const QString& user) {
        return push(*m_client, administrator,
                    {operation(administrator, path("user"), user, path("delete"), {},
                               {{QStringLiteral("base_ver"), verOf(administrator, user)}})}).first();
    };
    QCOMPARE(outcome(remove(staff.id)), path("rejected kind-not-allowed"));
    QCOMPARE(outcome(remove(id)), path("applied"));
    const QJsonObject row = rowsOf(*m_client, staff, QStringLiteral("office")).value(id);
    QCOMPARE(row.value(QStringLiteral("kind")).toString(), path("tombstone"));
    QVERIFY(!row.contains(QStringLiteral("fields")));
    // Somebody who edited it meanwhile is asked, with the tombstone in hand; what never was is simply refused.
    const QJsonObject edit = push(*m_client, administrator, {operation(administrator, path("user"), id, path("update"), {{QStringLiteral("phone"), path("1")}},
                                                  {{QStringLiteral("base_ver"), 1}})}).first();
    QCOMPARE(outcome(edit), path("conflict row-not-found"));
    QCOMPARE(edit.value(QStringLiteral("row")).toObject().value(QStringLiteral("kind")).toString(), path("tombstone"));
    // The tombstone goes after 400 days, and cursors from before it are expired then.
    const Person reader = m_fixture->signIn(*m_client, QStringLiteral("sj-reader"));
    const QString cursor = m_client->get(path("/v1/changes?scope=office&limit=1"), reader.token).lines().last()
                               .value(QStringLiteral("cursor")).toString();
    m_fixture->clock.advance(24h * 401);
    const Person later = m_fixture->signIn(*m_client, QStringLiteral("sj-reader"));
    QVERIFY(!rowsOf(*m_client, later, QStringLiteral("office")).contains(id));
    QCOMPARE(m_client->get(path("/v1/changes?scope=office&cursor=") + cursor, later.token).code(), path("cursor-expired"));
}

void TestPush::endedItemCannotBeTurnedOn()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const QJsonObject on{{QStringLiteral("impl_flag"), true}};
    const auto out = push(*m_client, staff, {changed(staff, settingId("00702101"), 1, on), changed(staff, settingId("00703101"), 1, on)});
    QCOMPARE(outcome(out[0]), path("rejected item-ended"));
    QCOMPARE(out[0].value(QStringLiteral("problem")).toObject().value(QStringLiteral("pointer")).toString(), path("impl_flag"));
    QCOMPARE(outcome(out[1]), path("applied"));
    const QJsonObject planned{{QStringLiteral("planned_from"), path("2027-01-10")}, {QStringLiteral("planned_values"), on}};
    QCOMPARE(outcome(push(*m_client, staff, {changed(staff, settingId("00702101"), 1, planned)}).first()), path("rejected item-ended"));
}

void TestPush::settingRulesSpeakWithTheirCodes()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const auto one = [&](const char* mgmtNo, const QJsonObject& set) {
        return outcome(push(*m_client, staff, {changed(staff, settingId(mgmtNo), 1, set)}).first());
    };
    QCOMPARE(one("00101101", {{QStringLiteral("copay"), 500}}), path("rejected copay-for-category-a"));
    QCOMPARE(one("00101101", {{QStringLiteral("contract_type"), path("handshake")}}), path("rejected code-value-unknown"));
    QCOMPARE(one("00101101", {{QStringLiteral("mgmt_no"), path("00301101")}}), path("rejected field-read-only"));
    QCOMPARE(one("00101101", {{QStringLiteral("fee_vaccinated"), 1.5}}), path("rejected field-invalid"));
    const auto kinds = push(*m_client, staff, {operation(staff, path("vaccination_setting"), ServiceFixture::newId(), path("create"), {}),
                                               operation(staff, path("vaccine_item"), ServiceFixture::newId(), path("update"), {}, {{QStringLiteral("base_ver"), 1}}),
                                               operation(staff, path("subject"), ServiceFixture::newId(), path("create"), {}),
                                               changed(staff, ServiceFixture::newId(), 1, {{QStringLiteral("note"), path("x")}})});
    QCOMPARE(outcome(kinds[0]), path("rejected kind-not-allowed"));
    QCOMPARE(outcome(kinds[1]), path("rejected kind-not-allowed"));
    QCOMPARE(outcome(kinds[2]), path("rejected entity-unknown"));
    QCOMPARE(outcome(kinds[3]), path("rejected setting-not-found"));
}

void TestPush::plannedValuesComeAtMidnight()
{
    Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const QString id = settingId("00101101");
    // It is 2026-11-22, 10:00 in Japan.
    const QJsonObject plan{{QStringLiteral("planned_from"), path("2026-11-24")},
                           {QStringLiteral("planned_values"), QJsonObject{{QStringLiteral("fee_vaccinated"), 9000}}}};
    QCOMPARE(outcome(push(*m_client, staff, {changed(staff, id, 1, plan)}).first()), path("applied"));
    m_fixture->clock.advance(37h + 59min);
    staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    QVERIFY(!fieldsOf(rowsOf(*m_client, staff, QStringLiteral("office")).value(id)).contains(QStringLiteral("fee_vaccinated")));
    m_fixture->clock.advance(1min);
    const QJsonObject row = rowsOf(*m_client, staff, QStringLiteral("office")).value(id);
    QCOMPARE(fieldsOf(row).value(QStringLiteral("fee_vaccinated")).toInt(), 9000);
    QVERIFY(!fieldsOf(row).contains(QStringLiteral("planned_from")));
    QCOMPARE(row.value(QStringLiteral("ver")).toInt(), 3);
}

void TestPush::nextFiscalYearAppearsInJanuary()
{
    const QString id = settingId("00101101", 2027);
    QVERIFY(!rowsOf(*m_client, m_fixture->signIn(*m_client, QStringLiteral("sj-reader")), QStringLiteral("office")).contains(id));
    m_fixture->service().command(QStringLiteral("advance 40"));
    const QJsonObject row = rowsOf(*m_client, m_fixture->signIn(*m_client, QStringLiteral("sj-reader")), QStringLiteral("office")).value(id);
    QCOMPARE(fieldsOf(row).value(QStringLiteral("fiscal_year")).toInt(), 2027);
    QCOMPARE(fieldsOf(row).value(QStringLiteral("impl_flag")).toBool(true), false);
}

void TestPush::otherMunicipalityIsNeverVisible()
{
    const Person here = m_fixture->administrator(*m_client);
    const Person there = m_fixture->administrator(*m_client, QStringLiteral("cy-admin"));
    const auto ours = rowsOf(*m_client, here, QStringLiteral("office"));
    const auto theirs = rowsOf(*m_client, there, QStringLiteral("office"));
    QVERIFY(ours.size() > 6 && theirs.size() > 2);
    for (auto it = theirs.begin(); it != theirs.end(); ++it)
        QVERIFY(!ours.contains(it.key()));
    QCOMPARE(rowsOf(*m_client, here, QStringLiteral("national")).keys().size(), rowsOf(*m_client, there, QStringLiteral("national")).keys().size());

    const QString theirSetting = settingId("00101101", 2026, "131016");
    QVERIFY(theirs.contains(theirSetting));
    const auto out = push(*m_client, here, {changed(here, theirSetting, 1, {{QStringLiteral("note"), path("x")}}),
                                            operation(here, path("user"), there.id, path("update"), {{QStringLiteral("note"), path("x")}},
                                                      {{QStringLiteral("base_ver"), 2}}),
                                            operation(here, path("user"), there.id, path("create"), newUser(QStringLiteral("sj-new06")))});
    QCOMPARE(outcome(out[0]), path("rejected setting-not-found"));
    QCOMPARE(outcome(out[1]), path("rejected row-not-found"));
    QCOMPARE(outcome(out[2]), path("rejected row-exists"));
    for (const QJsonObject& o : out)
        QVERIFY(!o.contains(QStringLiteral("row")));
    const QString theirCursor = m_client->get(path("/v1/changes?scope=office"), there.token).lines().last().value(QStringLiteral("cursor")).toString();
    QCOMPARE(m_client->get(path("/v1/changes?scope=office&cursor=") + theirCursor, here.token).code(), path("cursor-expired"));
}

void TestPush::colleaguesSeeOnlyNames()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const Person administrator = m_fixture->administrator(*m_client);
    const auto rows = rowsOf(*m_client, staff, QStringLiteral("office"));
    QVERIFY(fieldsOf(rows.value(staff.id)).contains(QStringLiteral("mail")));
    const QJsonObject colleague = fieldsOf(rows.value(administrator.id));
    QVERIFY(colleague.contains(QStringLiteral("family_name")) && colleague.contains(QStringLiteral("role")));
    for (const char* hidden : {"mail", "phone", "login_id", "credential_state", "last_sign_in_at", "note"})
        QVERIFY2(!colleague.contains(path(hidden)), hidden);
    QVERIFY(fieldsOf(rowsOf(*m_client, administrator, QStringLiteral("office")).value(staff.id)).contains(QStringLiteral("mail")));
}

void TestPush::feedPagesInCommitOrder()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    QString cursor;
    QSet<QString> seen;
    qint64 last = 0;
    for (int page = 0;; ++page) {
        QVERIFY(page < 20);
        const WireReply reply = m_client->get(QStringLiteral("/v1/changes?scope=office&limit=7&cursor=") + cursor, staff.token);
        const auto lines = reply.lines();
        for (const QJsonObject& line : lines.first(lines.size() - 1)) {
            const qint64 seq = line.value(QStringLiteral("seq")).toString().toLongLong();
            QVERIFY(seq > last);
            last = seq;
            seen.insert(line.value(QStringLiteral("id")).toString());
        }
        cursor = lines.last().value(QStringLiteral("cursor")).toString();
        const bool hasMore = lines.last().value(QStringLiteral("has_more")).toBool();
        QCOMPARE(reply.headers.contains(QStringLiteral("link")), hasMore);
        if (!hasMore)
            break;
    }
    QCOMPARE(seen.size(), rowsOf(*m_client, staff, QStringLiteral("office")).size());
    QCOMPARE(m_client->get(QStringLiteral("/v1/changes?scope=office&cursor=") + cursor, staff.token).lines().size(), 1);
    push(*m_client, staff, {changed(staff, settingId("00101101"), 1, {{QStringLiteral("note"), path("x")}})});
    const auto fresh = m_client->get(QStringLiteral("/v1/changes?scope=office&cursor=") + cursor, staff.token).lines();
    QCOMPARE(fresh.size(), 2);
    QCOMPARE(fresh.first().value(QStringLiteral("id")).toString(), settingId("00101101"));
}

void TestPush::theLastPageCarriesTheDigestOfWhatTheCallerSees()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const Person administrator = m_fixture->signIn(*m_client, QStringLiteral("sj-admin"));
    const auto told = [this](const Person& who, const QString& scope, const QString& cursor = {}) {
        return m_client->get(QStringLiteral("/v1/changes?scope=%1&cursor=%2").arg(scope, cursor), who.token).lines().last();
    };
    const auto counted = [this](const Person& who, const QString& scope) {
        BucketHash out;
        for (const QJsonObject& line : rowsOf(*m_client, who, scope)) {
            if (line.value(QStringLiteral("kind")).toString() != path("upsert"))
                continue;
            out.add(rowHash(EntityRow{*entityFromName(line.value(QStringLiteral("entity")).toString()),
                                      idFromText(line.value(QStringLiteral("id")).toString()),
                                      line.value(QStringLiteral("ver")).toInteger(), 0, false, fieldsOf(line)}));
        }
        return out;
    };
    const auto verify = [&](const Person& who, const QString& scope, const QString& cursor = {}) {
        const QJsonObject end = told(who, scope, cursor);
        const BucketHash own = counted(who, scope);
        QCOMPARE(end.value(QStringLiteral("rows")).toInteger(-1), own.rows());
        QCOMPARE(end.value(QStringLiteral("digest")).toString().toLatin1(), own.value().toHex());
    };
    verify(staff, path("national"));
    verify(staff, path("office"));
    verify(administrator, path("office"));
    QVERIFY(told(staff, path("office")).value(QStringLiteral("digest")) != told(administrator, path("office")).value(QStringLiteral("digest")));
    const QString cursor = told(staff, path("office")).value(QStringLiteral("cursor")).toString();
    push(*m_client, staff, {changed(staff, settingId("00101101"), 1, {{QStringLiteral("note"), path("x")}})});
    verify(staff, path("office"), cursor);
    // A page that is not the last says nothing of the whole.
    const QJsonObject first = m_client->get(path("/v1/changes?scope=office&limit=1"), staff.token).lines().last();
    QVERIFY(!first.contains(QStringLiteral("digest")) && !first.contains(QStringLiteral("rows")));
}

void TestPush::cursorOfAnotherViewIsExpired()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const Person administrator = m_fixture->signIn(*m_client, QStringLiteral("sj-admin"));
    const QString cursor = m_client->get(path("/v1/changes?scope=office"), staff.token).lines().last().value(QStringLiteral("cursor")).toString();
    QCOMPARE(m_client->get(path("/v1/changes?scope=office&cursor=") + cursor, administrator.token).code(), path("cursor-expired"));
    QCOMPARE(m_client->get(path("/v1/changes?scope=national&cursor=") + cursor, staff.token).code(), path("cursor-expired"));
    QCOMPARE(m_client->get(path("/v1/changes?scope=office&cursor=made-up"), staff.token).code(), path("cursor-expired"));
    QVERIFY(m_fixture->restart());
    m_client = m_fixture->client();
    QCOMPARE(m_client->get(path("/v1/changes?scope=office&cursor=") + cursor, staff.token).status, 200);
}

void TestPush::parallelPushesLoseNothing()
{
    // Eight devices write to the same row, each into its own turn: every applied one is one ver, no seq twice.
    const QString id = settingId("00101101");
    std::atomic<int> applied{0};
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t) {
        threads.emplace_back([&, t] {
            const auto client = m_fixture->client();
            const Person staff = m_fixture->signIn(*client, QStringLiteral("sj-staff"));
            for (int i = 0; i < 10; ++i) {
                const auto out = push(*client, staff, {changed(staff, id, 1, {{QStringLiteral("note"), QStringLiteral("%1/%2").arg(t).arg(i)}}),
                                                       changed(staff, settingId("00201101"), 1, {{QStringLiteral("contact"), path("same")}})});
                applied += outcome(out[0]) == QLatin1String("applied") ? 1 : 0;
            }
        });
    }
    for (auto& thread : threads)
        thread.join();
    const Person reader = m_fixture->signIn(*m_client, QStringLiteral("sj-reader"));
    QCOMPARE(applied.load(), 1); // all others had the old base in the same group
    QCOMPARE(verOf(reader, id), 2);
    QCOMPARE(verOf(reader, settingId("00201101")), 2);
}

void TestPush::colleagueEditCollides()
{
    const Person staff = m_fixture->signIn(*m_client, QStringLiteral("sj-staff"));
    const QString id = settingId("00101101");
    push(*m_client, staff, {changed(staff, id, 1, {{QStringLiteral("note"), path("mine")}})});
    QCOMPARE(m_fixture->service().command(QStringLiteral("colleague-edit")), QStringLiteral("ok colleague-edit 00101101"));
    QCOMPARE(outcome(push(*m_client, staff, {changed(staff, id, 2, {{QStringLiteral("note"), path("mine again")}})}).first()),
             path("conflict version-conflict"));
    QCOMPARE(m_fixture->service().command(QStringLiteral("colleague-edit 00201101")), QStringLiteral("ok colleague-edit 00201101"));
    QVERIFY(m_fixture->service().command(QStringLiteral("colleague-edit 99999999")).startsWith(QStringLiteral("refused:")));
    QVERIFY(m_fixture->service().command(QStringLiteral("dance")).startsWith(QStringLiteral("refused:")));
}

void TestPush::colleagueRegistersTheNextId()
{
    QCOMPARE(m_fixture->service().command(QStringLiteral("colleague-register sj-0001")), QStringLiteral("ok colleague-register sj-0001"));
    QVERIFY(m_fixture->service().command(QStringLiteral("colleague-register SJ-0001")).startsWith(QStringLiteral("refused: E-USER-")));
}

QTEST_GUILESS_MAIN(TestPush)
#include "test_push.moc"
