// SPDX-License-Identifier: Apache-2.0
// Central over HTTPS: TLS 1.2 or newer with verification that nothing switches off, HTTP/1.1, no redirects,
// no cookies. Owns its network thread; any thread may call.
#pragma once

#include "models/central/central.h"
#include "models/central/http_job.h"

#include <QNetworkProxy>
#include <QThread>

#include <atomic>
#include <memory>

namespace yoyo {

class RandomSource;

struct TransportOptions
{
    std::chrono::milliseconds stallTimeout{30'000};
    std::chrono::milliseconds totalTimeout{300'000};
    DecodeLimits limits;
    /// Instead of asking the system; tests name their own.
    std::optional<QNetworkProxy> proxy;
};

class HttpsCentral final : public Central
{
public:
    /// `caFile`: PEM, one certificate or several, in place of the system's; empty for the system's. E-NET-009
    /// for an http address, E-NET-014 for another that is not https, E-NET-018 when the file holds no
    /// certificate.
    static Result<std::shared_ptr<HttpsCentral>> make(const QUrl& address, const QString& caFile,
                                                      const Clock& clock, RandomSource& random,
                                                      const TransportOptions& options = {});
    /// Ends what still runs with E-APP-004 and waits for the network thread.
    ~HttpsCentral() override;

    QFuture<Result<Handshake>> handshake() override;
    QFuture<Result<SessionReply>> signIn(const QString& loginId, const SecretBuffer& password,
                                         const QUuid& deviceId, const QString& deviceName) override;
    QFuture<Result<SessionReply>> refresh(const SecretBuffer& refreshToken) override;
    QFuture<Result<void>> revoke(const SecretBuffer& refreshToken) override;
    QFuture<Result<QDateTime>> stepUp(const SecretBuffer& accessToken, const SecretBuffer& password) override;
    QFuture<Result<SessionReply>> changePassword(const SecretBuffer& accessToken, const SecretBuffer& current,
                                                 const SecretBuffer& next) override;
    QFuture<Result<void>> requestReset(const QString& loginId, const QString& mail) override;
    QFuture<Result<SecretBuffer>> recoverySecret(const SecretBuffer& accessToken,
                                                 const QUuid& deviceId) override;
    QFuture<Result<MeReply>> me(const SecretBuffer& accessToken) override;
    QFuture<Result<EntityRow>> resetUser(const SecretBuffer& accessToken, const QUuid& userId) override;
    QFuture<Result<EntityRow>> unlockUser(const SecretBuffer& accessToken, const QUuid& userId) override;
    QFuture<Result<EntityRow>> endUserSessions(const SecretBuffer& accessToken, const QUuid& userId) override;
    QFuture<Result<PushReply>> push(const SecretBuffer& accessToken, const QUuid& batchId,
                                    const QByteArray& body) override;
    QFuture<Result<PushReply>> opsStatus(const SecretBuffer& accessToken, const QList<QUuid>& opIds) override;
    QFuture<Result<ChangesPage>> changes(const SecretBuffer& accessToken, const QString& scope,
                                         const QString& cursor, int limit) override;
    std::optional<std::chrono::milliseconds> clockSkew() const override;
    std::optional<QDateTime> certificateEnds() const override;
    void cancelAll() override;

    /// For demonstrations: as if the cable were pulled; every request ends with E-NET-017. Any thread.
    void setLineCut(bool isCut);

private:
    class Network;

    HttpsCentral(const QUrl& address, const QList<QSslCertificate>& authorities, const Clock& clock,
                 RandomSource& random, const TransportOptions& options);
    /// Sends on the network thread; `read` turns the bytes into the value there.
    template <typename T>
    QFuture<Result<T>> send(HttpRequest request, std::function<Result<T>(const HttpReply&)> read);
    HttpRequest post(const QString& path, const QJsonObject& json, const SecretBuffer& token = {});
    HttpRequest userCommand(const SecretBuffer& accessToken, const QUuid& userId, const QString& command);
    void noteDate(const QDateTime& serviceTime);
    void noteCertificate(const QDateTime& ends);

    const Clock& m_clock;
    RandomSource& m_random;
    std::atomic<bool> m_isLineCut{false};
    std::atomic<bool> m_isSkewKnown{false};
    std::atomic<qint64> m_skewMs{0};
    std::atomic<qint64> m_certificateEndsMs{0}; ///< 0: not known
    QThread m_thread;
    Network* m_network = nullptr; ///< lives on m_thread
};

} // namespace yoyo
