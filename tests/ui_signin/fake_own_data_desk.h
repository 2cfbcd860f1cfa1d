// SPDX-License-Identifier: Apache-2.0
// One's own data without a service: answers at once what the test has set, and keeps what was saved.
#pragma once

#include "tests/ui_signin/fake_sign_in_desk.h"

#include "ui/signin/own_data_desk.h"

namespace yoyo::test {

class FakeOwnDataDesk final : public OwnDataDesk
{
public:
    UserRow row;
    std::optional<Error> loadError;
    Result<SaveReceipt> saveAnswer{SaveReceipt()};
    Result<SessionState> changeAnswer{SessionState::Online};
    bool isOnlineValue = true;
    QList<User> saves;
    QStringList changes; ///< "present/new"

    FakeOwnDataDesk()
    {
        row.user.id = QUuid::createUuid();
        row.user.loginId = QStringLiteral("shinjuku-0007");
        row.user.familyName = QStringLiteral("鈴木");
        row.user.givenName = QStringLiteral("一郎");
        row.user.familyKana = QStringLiteral("スズキ");
        row.user.givenKana = QStringLiteral("イチロウ");
        row.user.department = QStringLiteral("健康推進課");
        row.user.mail = QStringLiteral("suzuki@city.example.lg.jp");
        row.user.phone = QStringLiteral("03-1234-5678");
        row.seen.id = row.user.id;
        row.seen.ver = 3;
        row.isOwn = true;
    }
    QFuture<Result<UserRow>> own() override
    {
        return loadError ? readyFuture<UserRow>(*loadError) : readyFuture<UserRow>(row);
    }
    QFuture<Result<SaveReceipt>> save(const EntityRow& seen, const User& user) override
    {
        Q_ASSERT(seen.ver == row.seen.ver);
        saves.append(user);
        if (saveAnswer)
            row.user = user;
        return readyFuture<SaveReceipt>(saveAnswer);
    }
    QFuture<Result<SessionState>> changePassword(const SecretBuffer& current, const SecretBuffer& next) override
    {
        changes.append(QString::fromUtf8(current.toByteArray()) + QLatin1Char('/') +
                       QString::fromUtf8(next.toByteArray()));
        return readyFuture<SessionState>(changeAnswer);
    }
    QJsonObject policy() const override { return {}; }
    std::optional<OfficeInfo> office() const override { return shinjuku(); }
    bool isOnline() const override { return isOnlineValue; }
};

} // namespace yoyo::test
