// SPDX-License-Identifier: Apache-2.0
// A central service in memory for tests of the sign-in: accounts with passwords, rotating refresh tokens, recovery
// secrets. One thread. Feed and push are another fake's business.
#pragma once

#include "models/central/central.h"
#include "models/domain/clock.h"
#include "models/domain/ids.h"
#include "models/session/background.h"
#include "tests/support/fake_clock.h"

#include <QCryptographicHash>
#include <QHash>
#include <QSet>

namespace yoyo::test {

class FakeCentral final : public Central
{
public:
    struct Account
    {
        QUuid id;
        QString password;
        bool isTemporary = false;
    };

    explicit FakeCentral(const Clock& clock) : m_clock(clock)
    {
        hello.service = QStringLiteral("yoyo-central");
        hello.environment = QStringLiteral("practice");
        hello.datasetEpoch = QUuid(QStringLiteral("{0192f0aa-0000-4000-8000-0000000000ff}"));
        hello.contractMinimum = hello.contractMaximum = 1;
        office.municipalityCode = QStringLiteral("131041");
        office.name = QStringLiteral("新宿区");
        office.environment = hello.environment;
        office.administrators = {{QStringLiteral("山田 花子"), QStringLiteral("健康推進課"), QStringLiteral("03-0000-0000")}};
        office.helpdesk = {QStringLiteral("ヘルプデスク"), QStringLiteral("https://help.example.jp"),
                           QStringLiteral("0120-000-000")};
    }

    QHash<QString, Account> accounts;
    Handshake hello;
    OfficeInfo office;
    std::optional<Error> trouble; ///< every request ends so
    QByteArray secretSalt = "1";  ///< another salt: the service lost its recovery secrets
    std::chrono::milliseconds skew{0};
    int requests = 0;
    QList<QString> used;          ///< refresh tokens in the order they were used
    QSet<QString> liveTokens;
    QStringList sentPasswords;
    bool isHoldingRefresh = false; ///< the next refresh waits for releaseRefresh()

    bool isRefreshHeld() const { return m_held != nullptr; }
    void releaseRefresh()
    {
        isHoldingRefresh = false;
        m_held->addResult(refresh(m_heldToken).result());
        m_held->finish();
    }

    QFuture<Result<Handshake>> handshake() override
    {
        hello.serverTime = serviceTime();
        return answer<Handshake>(hello);
    }
    QFuture<Result<SessionReply>> signIn(const QString& loginId, const SecretBuffer& password, const QUuid&,
                                         const QString&) override
    {
        sentPasswords.append(text(password));
        const auto hit = accounts.constFind(loginId);
        if (hit == accounts.cend() || hit->password != text(password))
            return answer<SessionReply>(ErrorCode::CredentialsInvalid);
        return answer<SessionReply>(session(loginId));
    }
    QFuture<Result<SessionReply>> refresh(const SecretBuffer& refreshToken) override
    {
        if (trouble)
            return answer<SessionReply>(*trouble);
        if (isHoldingRefresh) {
            m_held = std::make_shared<QPromise<Result<SessionReply>>>();
            m_held->start();
            m_heldToken = refreshToken;
            return m_held->future();
        }
        used.append(text(refreshToken));
        if (!liveTokens.remove(text(refreshToken)))
            return answer<SessionReply>(ErrorCode::RefreshTokenDead);
        return answer<SessionReply>(session(accounts.keys().first()));
    }
    QFuture<Result<void>> revoke(const SecretBuffer& refreshToken) override
    {
        liveTokens.remove(text(refreshToken));
        return answer<void>({});
    }
    QFuture<Result<QDateTime>> stepUp(const SecretBuffer&, const SecretBuffer& password) override
    {
        if (accounts.cbegin()->password != text(password))
            return answer<QDateTime>(ErrorCode::CredentialsInvalid);
        return answer<QDateTime>(m_clock.nowUtc().addSecs(600));
    }
    QFuture<Result<SessionReply>> changePassword(const SecretBuffer&, const SecretBuffer& current,
                                                 const SecretBuffer& next) override
    {
        Account& account = accounts.begin().value();
        if (!account.isTemporary && account.password != text(current))
            return answer<SessionReply>(ErrorCode::CredentialsInvalid);
        if (trouble)
            return answer<SessionReply>(*trouble);
        account.password = text(next);
        account.isTemporary = false;
        liveTokens.clear();
        return answer<SessionReply>(session(accounts.begin().key()));
    }
    QFuture<Result<void>> requestReset(const QString&, const QString&) override { return answer<void>({}); }
    QFuture<Result<SecretBuffer>> recoverySecret(const SecretBuffer& token, const QUuid& deviceId) override
    {
        const QString user = text(token).section(u'/', 0, 0);
        QByteArray secret = QCryptographicHash::hash(QByteArray(secretSalt + user.toUtf8() + deviceId.toRfc4122()),
                                                     QCryptographicHash::Sha256);
        return answer<SecretBuffer>(SecretBuffer::takeFrom(secret));
    }
    QFuture<Result<MeReply>> me(const SecretBuffer&) override { return answer<MeReply>(ErrorCode::RouteNotFound); }
    QFuture<Result<EntityRow>> resetUser(const SecretBuffer&, const QUuid&) override { return noRow(); }
    QFuture<Result<EntityRow>> unlockUser(const SecretBuffer&, const QUuid&) override { return noRow(); }
    QFuture<Result<EntityRow>> endUserSessions(const SecretBuffer&, const QUuid&) override { return noRow(); }
    QFuture<Result<PushReply>> push(const SecretBuffer&, const QUuid&, const QByteArray&) override
    {
        return answer<PushReply>(ErrorCode::RouteNotFound);
    }
    QFuture<Result<PushReply>> opsStatus(const SecretBuffer&, const QList<QUuid>&) override
    {
        return answer<PushReply>(ErrorCode::RouteNotFound);
    }
    QFuture<Result<ChangesPage>> changes(const SecretBuffer&, const QString&, const QString&, int) override
    {
        return answer<ChangesPage>(ErrorCode::RouteNotFound);
    }
    std::optional<std::chrono::milliseconds> clockSkew() const override { return skew; }
    void cancelAll() override {}

    QDateTime serviceTime() const { return m_clock.nowUtc().addMSecs(skew.count()); }

private:
    static QString text(const SecretBuffer& secret)
    {
        return QString::fromUtf8(reinterpret_cast<const char*>(secret.data()), qsizetype(secret.size()));
    }
    template <typename T>
    QFuture<Result<T>> answer(Result<T> value)
    {
        ++requests;
        return finishedWith<T>(trouble ? Result<T>(*trouble) : std::move(value));
    }
    QFuture<Result<EntityRow>> noRow() { return answer<EntityRow>(ErrorCode::RouteNotFound); }

    SessionReply session(const QString& loginId)
    {
        const Account account = accounts.value(loginId);
        SessionReply reply;
        reply.kind = account.isTemporary ? SessionKind::Temporary : SessionKind::Full;
        const QString serial = QString::number(++m_serial);
        reply.accessToken = SecretBuffer::fromText(QString(loginId + QLatin1Char('/') + serial));
        reply.accessExpiresIn = std::chrono::minutes(15);
        if (!account.isTemporary) {
            const QString token = QStringLiteral("refresh-") + serial;
            liveTokens.insert(token);
            reply.refreshToken = SecretBuffer::fromText(token);
        }
        reply.user = {account.id, loginId, QStringLiteral("佐藤"), QStringLiteral("一郎"), QStringLiteral("administrator")};
        reply.office = office;
        reply.serverTime = serviceTime();
        return reply;
    }

    const Clock& m_clock;
    int m_serial = 0;
    std::shared_ptr<QPromise<Result<SessionReply>>> m_held;
    SecretBuffer m_heldToken;
};

} // namespace yoyo::test
