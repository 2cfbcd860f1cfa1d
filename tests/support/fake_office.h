// SPDX-License-Identifier: Apache-2.0
// An office for tests of screens: the real services over a real store in a temporary folder, a person who
// is signed in, and a centre that only answers the direct calls. Nothing is ever sent. All people are invented.
#pragma once

#include "models/central/central.h"
#include "models/domain/ids.h"
#include "models/domain/vaccine_reference.h"
#include "models/services/direct_service.h"
#include "models/services/setting_service.h"
#include "models/services/user_service.h"
#include "models/services/work_service.h"
#include "models/storage/store.h"
#include "models/sync/replica.h"
#include "models/sync/sync_runner.h"
#include "models/sync/workplace.h"
#include "tests/support/await.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_random.h"

#include <QPromise>
#include <QTemporaryDir>

namespace yoyo::test {

template <typename T>
QFuture<Result<T>> answered(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

inline QFuture<Result<void>> answered(Result<void> result)
{
    return answered<void>(std::move(result));
}

class OfficeWorkplace final : public Workplace
{
public:
    std::shared_ptr<Store> theStore;
    QUuid user;
    Role theRole = Role::Administrator;
    QDateTime until;
    QString password = QStringLiteral("the right one, long enough");
    const Clock* clock = nullptr;

    std::shared_ptr<Store> store() const override { return theStore; }
    QUuid userId() const override { return user; }
    Role role() const override { return theRole; }
    bool isUnattended() const override { return false; }
    QUuid deviceId() const override { return QUuid::fromString(QStringLiteral("0190aaaa-0000-7000-8000-000000000001")); }
    QString municipalityCode() const override { return QStringLiteral("131041"); }
    PolicyValues policy() const override { return {}; }
    QDateTime stepUpUntil() const override { return until; }
    QFuture<Result<void>> stepUp(const SecretBuffer& typed) override
    {
        if (!(typed == SecretBuffer::fromText(password)))
            return answered(Result<void>(ErrorCode::CredentialsInvalid));
        until = clock->nowUtc().addSecs(600);
        return answered(Result<void>());
    }
    bool holdEngineLock() override { return false; }
    void releaseEngineLock() override {}
    void rememberUnsent(int) override {}
    QFuture<Result<SecretBuffer>> accessToken(TokenWanted) override
    {
        return answered<SecretBuffer>(SecretBuffer::fromText(QStringLiteral("token")));
    }
};

/// Answers resets, unlocks and ends of sessions with the row as `rows` has it; everything else is not connected.
class DirectCentral final : public Central
{
public:
    QHash<QUuid, EntityRow> rows;
    QStringList calls;

    QFuture<Result<Handshake>> handshake() override { return none<Handshake>(); }
    QFuture<Result<SessionReply>> signIn(const QString&, const SecretBuffer&, const QUuid&, const QString&) override
    {
        return none<SessionReply>();
    }
    QFuture<Result<SessionReply>> refresh(const SecretBuffer&) override { return none<SessionReply>(); }
    QFuture<Result<void>> revoke(const SecretBuffer&) override { return answered(Result<void>(ErrorCode::NotConnected)); }
    QFuture<Result<QDateTime>> stepUp(const SecretBuffer&, const SecretBuffer&) override { return none<QDateTime>(); }
    QFuture<Result<SessionReply>> changePassword(const SecretBuffer&, const SecretBuffer&, const SecretBuffer&) override
    {
        return none<SessionReply>();
    }
    QFuture<Result<void>> requestReset(const QString&, const QString&) override
    {
        return answered(Result<void>(ErrorCode::NotConnected));
    }
    QFuture<Result<SecretBuffer>> recoverySecret(const SecretBuffer&, const QUuid&) override { return none<SecretBuffer>(); }
    QFuture<Result<MeReply>> me(const SecretBuffer&) override { return none<MeReply>(); }
    QFuture<Result<EntityRow>> resetUser(const SecretBuffer&, const QUuid& id) override { return called("reset", id); }
    QFuture<Result<EntityRow>> unlockUser(const SecretBuffer&, const QUuid& id) override { return called("unlock", id); }
    QFuture<Result<EntityRow>> endUserSessions(const SecretBuffer&, const QUuid& id) override { return called("end", id); }
    QFuture<Result<PushReply>> push(const SecretBuffer&, const QUuid&, const QByteArray&) override { return none<PushReply>(); }
    QFuture<Result<PushReply>> opsStatus(const SecretBuffer&, const QList<QUuid>&) override { return none<PushReply>(); }
    QFuture<Result<ChangesPage>> changes(const SecretBuffer&, const QString&, const QString&, int) override
    {
        return none<ChangesPage>();
    }
    std::optional<std::chrono::milliseconds> clockSkew() const override { return std::nullopt; }
    void cancelAll() override {}

private:
    template <typename T>
    QFuture<Result<T>> none()
    {
        return answered<T>(ErrorCode::NotConnected);
    }
    QFuture<Result<EntityRow>> called(const char* what, const QUuid& id)
    {
        calls.append(QString::fromLatin1(what));
        if (!rows.contains(id))
            return answered<EntityRow>(ErrorCode::UserNotFound);
        return answered<EntityRow>(rows.value(id));
    }
};

class FakeOffice
{
public:
    FakeOffice()
    {
        Store::Options options;
        options.directory = folder.filePath(QStringLiteral("store"));
        options.dataKey = SecretBuffer(64);
        options.clock = &clock;
        options.random = &random;
        auto opened = Store::open(options);
        if (!opened)
            qFatal("the store of the test did not open: %s", qPrintable(opened.error().codeText()));
        workplace.theStore = *opened;
        workplace.clock = &clock;
        sync = std::make_unique<SyncRunner>(nullptr, workplace, clock, random);
        users = std::make_unique<UserService>(workplace, *sync, clock, random);
        settings = std::make_unique<SettingService>(workplace, *sync, clock, random);
        work = std::make_unique<WorkService>(workplace, *sync, clock, random);
        direct = std::make_unique<DirectService>(&central, workplace, *sync, clock, random);
        seedVaccines();
    }
    ~FakeOffice()
    {
        direct.reset();
        work.reset();
        settings.reset();
        users.reset();
        sync.reset();
        workplace.theStore.reset();
    }

    /// Stores rows as if the centre had sent them.
    void receive(const QList<EntityRow>& rows)
    {
        const auto stored = await(workplace.theStore->write<bool>(Store::File::Cache, [rows, now = clock.nowUtc()](Connection& cache) {
            auto done = storeMirrorRows(cache, rows);
            if (done)
                done = rememberCompletePull(cache, now, true);
            return done ? Result<bool>(true) : Result<bool>(done.error());
        }));
        if (!stored)
            qFatal("rows were not stored: %s", qPrintable(stored.error().codeText()));
        for (const EntityRow& row : rows)
            central.rows.insert(row.id, row);
    }

    EntityRow userRow(const User& user, qint64 ver = 1)
    {
        EntityRow row;
        row.entity = Entity::User;
        row.id = user.id;
        row.ver = ver;
        row.seq = ++m_seq;
        row.fields = toFields(user);
        return row;
    }

    /// An invented user with every required field.
    User makeUser(const QString& loginId, const QString& family, const QString& given, const QString& familyKana,
                  const QString& givenKana, Role role = Role::Staff)
    {
        User user;
        user.id = ids.make();
        user.loginId = loginId;
        user.familyName = family;
        user.givenName = given;
        user.familyKana = familyKana;
        user.givenKana = givenKana;
        user.department = QStringLiteral("健康推進課");
        user.mail = loginId + QStringLiteral("@city.example.jp");
        user.phone = QStringLiteral("03-0000-1234");
        user.role = role;
        user.validFrom = QDate(2026, 4, 1);
        user.credentialState = CredentialState::InUse;
        user.lastSignInAt = clock.nowUtc().addDays(-2);
        return user;
    }

    /// Two administrators (the first is signed in) and colleagues in every state.
    QList<User> seedUsers()
    {
        const auto jp = [](const char16_t* text) { return QString::fromUtf16(text); };
        QList<User> out;
        out << makeUser(QStringLiteral("shinjuku-0001"), jp(u"見本"), jp(u"花子"), jp(u"ミホン"), jp(u"ハナコ"), Role::Administrator);
        out << makeUser(QStringLiteral("shinjuku-0002"), jp(u"架空"), jp(u"太郎"), jp(u"カクウ"), jp(u"タロウ"), Role::Administrator);
        out << makeUser(QStringLiteral("shinjuku-0003"), jp(u"試験"), jp(u"一郎"), jp(u"シケン"), jp(u"イチロウ"));
        out << makeUser(QStringLiteral("shinjuku-0004"), jp(u"例示"), jp(u"次子"), jp(u"レイジ"), jp(u"ツギコ"));
        out << makeUser(QStringLiteral("shinjuku-0005"), jp(u"仮名"), jp(u"三郎"), jp(u"カメイ"), jp(u"サブロウ"), Role::Reader);
        out << makeUser(QStringLiteral("shinjuku-0006"), jp(u"模擬"), jp(u"四季"), jp(u"モギ"), jp(u"シキ"));
        out << makeUser(QStringLiteral("shinjuku-0007"), jp(u"練習"), jp(u"五月"), jp(u"レンシュウ"), jp(u"サツキ"));
        out[2].credentialState = CredentialState::TemporarySent;
        out[2].temporaryExpiresAt = clock.nowUtc().addDays(5);
        out[2].lastSignInAt = QDateTime();
        out[3].credentialState = CredentialState::TemporaryExpired;
        out[3].lastSignInAt = QDateTime();
        out[4].credentialState = CredentialState::MailBounced;
        out[4].lastSignInAt = QDateTime();
        out[5].credentialState = CredentialState::Locked;
        out[5].lockedUntil = clock.nowUtc().addSecs(1800);
        out[6].state = UserState::Suspended;
        out[6].department = jp(u"こども家庭センター");
        workplace.user = out[0].id;
        QList<EntityRow> rows;
        for (const User& user : out)
            rows << userRow(user);
        receive(rows);
        return out;
    }

    QUuid settingId(const QString& mgmtNo) const { return vaccinationSettingId(workplace.municipalityCode(), mgmtNo, 2026); }
    /// Pull again with these fields in place of the row's.
    void changeAtCentre(const QString& mgmtNo, const QJsonObject& fields)
    {
        EntityRow row = central.rows.value(settingId(mgmtNo));
        for (auto it = fields.begin(); it != fields.end(); ++it)
            row.fields.insert(it.key(), *it);
        ++row.ver;
        row.seq = ++m_seq;
        receive({row});
    }

    QTemporaryDir folder;
    FakeClock clock;
    FakeRandom random;
    UuidMaker ids{clock, random};
    OfficeWorkplace workplace;
    DirectCentral central;
    std::unique_ptr<SyncRunner> sync;
    std::unique_ptr<UserService> users;
    std::unique_ptr<SettingService> settings;
    std::unique_ptr<WorkService> work;
    std::unique_ptr<DirectService> direct;

private:
    void seedVaccines()
    {
        QList<EntityRow> rows;
        const auto reference = VaccineReference::shipped();
        for (const VaccineItem& item : reference->items()) {
            EntityRow row;
            row.entity = Entity::VaccineItem;
            row.id = vaccineItemId(item.mgmtNo);
            row.ver = 1;
            row.seq = ++m_seq;
            row.fields = toFields(item);
            rows << row;
            VaccinationSetting setting;
            setting.id = settingId(item.mgmtNo);
            setting.municipalityCode = workplace.municipalityCode();
            setting.mgmtNo = item.mgmtNo;
            setting.fiscalYear = 2026;
            EntityRow own;
            own.entity = Entity::VaccinationSetting;
            own.id = setting.id;
            own.ver = 1;
            own.seq = ++m_seq;
            own.fields = toFields(setting);
            rows << own;
        }
        receive(rows);
    }

    qint64 m_seq = 0;
};

} // namespace yoyo::test
