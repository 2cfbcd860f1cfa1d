// SPDX-License-Identifier: Apache-2.0
// A sign-in desk that answers what the test decided and remembers what it was asked. Answers are ready at once
// unless the test holds them back.
#pragma once

#include "ui/signin/sign_in_desk.h"

#include "models/domain/policy_values.h"

#include <QPromise>

namespace yoyo::test {

template <typename T>
QFuture<Result<T>> readyFuture(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

inline OfficeInfo shinjuku()
{
    OfficeInfo office;
    office.municipalityCode = QStringLiteral("131041");
    office.name = QStringLiteral("新宿区");
    office.environment = QStringLiteral("production");
    office.administrators = {{QStringLiteral("佐藤 花子"), QStringLiteral("健康推進課"), QStringLiteral("内線 2345")},
                             {QStringLiteral("高橋 誠"), QStringLiteral("情報政策課"), QStringLiteral("内線 2101")}};
    office.helpdesk = {QStringLiteral("国保中央会ヘルプデスク"),
                       QStringLiteral("https://pmh-helpdesk.kokuho.or.jp/chuokai/general-yobo/web/index.html"),
                       QStringLiteral("0120-000-000")};
    return office;
}

class FakeSignInDesk final : public SignInDesk
{
public:
    Profile profileValue;
    OfficeMemory memory;
    std::optional<OfficeInfo> officeValue;
    SessionUser userValue;
    QJsonObject policyValue;
    QList<Error> notesValue;
    Result<SessionState> signInAnswer{SessionState::Online};
    Result<SessionState> changeAnswer{SessionState::Online};
    Result<void> resetAnswer;
    Result<void> probeAnswer;
    Result<Handshake> connectAnswer{Handshake()};
    Result<OfficeMemory> memoryAnswer{OfficeMemory()};

    QStringList signIns; ///< "id/password", in order
    QStringList changes;
    QStringList resets; ///< "id/mail"
    QStringList connects; ///< "address|ca"
    int probes = 0;
    int abandons = 0;

    static StoreOwner owner(const char* loginId, const char* family, const char* given, int unsent)
    {
        StoreOwner person;
        person.userId = QUuid::createUuid();
        person.loginId = QString::fromUtf8(loginId);
        person.familyName = QString::fromUtf8(family);
        person.givenName = QString::fromUtf8(given);
        person.unsent = unsent;
        return person;
    }

    FakeSignInDesk()
    {
        profileValue.address = QUrl(QStringLiteral("https://yoyo.example.lg.jp"));
        OfficeMemory known;
        known.office = shinjuku();
        known.owners = {owner("shinjuku-0007", "鈴木", "一郎", 3), owner("shinjuku-0002", "佐藤", "花子", 0)};
        memoryAnswer = known;
        userValue.loginId = QStringLiteral("shinjuku-0007");
        userValue.familyName = QStringLiteral("鈴木");
        userValue.givenName = QStringLiteral("一郎");
    }

    Profile profile() const override { return profileValue; }
    QFuture<Result<Handshake>> connectTo(const QString& address, const QString& ca) override
    {
        connects.append(address + QLatin1Char('|') + ca);
        if (connectAnswer)
            profileValue.address = QUrl(address);
        return readyFuture<Handshake>(connectAnswer);
    }
    QFuture<Result<void>> probe() override
    {
        ++probes;
        return readyFuture<void>(probeAnswer);
    }
    QFuture<Result<OfficeMemory>> officeMemory() override { return readyFuture<OfficeMemory>(memoryAnswer); }
    QFuture<Result<SessionState>> signIn(const QString& id, const SecretBuffer& password) override
    {
        signIns.append(id + QLatin1Char('/') + QString::fromUtf8(password.toByteArray()));
        if (signInAnswer && *signInAnswer != SessionState::SignedOut)
            officeValue = shinjuku();
        return readyFuture<SessionState>(signInAnswer);
    }
    QFuture<Result<SessionState>> changePassword(const SecretBuffer&, const SecretBuffer& next) override
    {
        changes.append(QString::fromUtf8(next.toByteArray()));
        return readyFuture<SessionState>(changeAnswer);
    }
    QFuture<Result<void>> requestReset(const QString& id, const QString& mail) override
    {
        resets.append(id + QLatin1Char('/') + mail);
        return readyFuture<void>(resetAnswer);
    }
    void abandon() override { ++abandons; }
    SessionUser user() const override { return userValue; }
    std::optional<OfficeInfo> office() const override { return officeValue; }
    QJsonObject policy() const override { return policyValue; }
    QList<Error> notes() const override { return notesValue; }
};

} // namespace yoyo::test
