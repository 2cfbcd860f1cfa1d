// SPDX-License-Identifier: Apache-2.0
// The one composition root: makes every long-lived object below ui/ and hands it on by reference. `yoyo-desk` and
// `yoyo` start here, so they share everything but what they show. GUI thread.
#pragma once

#include "models/central/messages.h"
#include "models/session/profile.h"

#include <QFuture>
#include <QObject>

#include <memory>

namespace yoyo {

class Central;
class Clock;
class DirectService;
class EventLog;
class HttpsCentral;
class Keychain;
class RandomSource;
class Session;
class SessionWorkplace;
class SettingService;
class SyncRunner;
class UserService;
class WorkService;

class Composition final : public QObject
{
    Q_OBJECT
public:
    /// Borrowed; they outlive the composition.
    struct Outside
    {
        const Clock& clock;
        RandomSource& random;
        Keychain& keychain;
    };
    /// A profile that is not there is made in memory and saved by the first connect (Make), or is E-APP-002 (Refuse).
    enum class Missing { Make, Refuse };
    /// E-APP-002, E-STOR-008, E-STOR-011 for the profile; E-NET-018 when its CA file cannot be used.
    static Result<std::unique_ptr<Composition>> open(const QString& profileName, Missing missing, Outside outside);
    ~Composition() override;

    const QString& directory() const { return m_directory; }
    const Profile& profile() const { return m_profile; }
    /// Saves language and idle lock; address and CA go through connectTo().
    Result<void> saveProfile(const Profile& profile);

    Session& session() const { return *m_session; }
    SessionWorkplace& workplace() const { return *m_workplace; }
    SyncRunner& sync() const { return *m_sync; }
    UserService& users() const { return *m_users; }
    SettingService& settings() const { return *m_settings; }
    WorkService& work() const { return *m_work; }
    DirectService& direct() const { return *m_direct; }
    const Clock& clock() const { return m_outside.clock; }
    /// Null before the first connect.
    Central* central() const;

    /// Of the present service; E-NET-016 before the first connect.
    QFuture<Result<Handshake>> handshake();
    QFuture<Result<void>> requestReset(const QString& loginId, const QString& mail);
    /// Asks the address for its handshake with that CA, without keeping either.
    QFuture<Result<Handshake>> tryAddress(const QUrl& address, const QString& caFile);
    /// tryAddress(), then saves both in the profile and works with them. E-APP-004 while somebody is signed in
    /// (E-SYNC-018 when this profile's stores belong to another environment).
    QFuture<Result<Handshake>> connectTo(const QUrl& address, const QString& caFile);

    /// For demonstrations: as if the network cable were pulled.
    void setLineCut(bool isCut);

Q_SIGNALS:
    void serviceChanged();

private:
    Composition(QString directory, Profile profile, std::shared_ptr<HttpsCentral> central, Outside outside);
    bool hasStores() const;
    void keepLog();
    Result<Handshake> adopt(const std::shared_ptr<HttpsCentral>& central, const QUrl& address, const QString& caFile,
                            const Handshake& answer);

    QString m_directory;
    Profile m_profile;
    Outside m_outside;
    std::unique_ptr<EventLog> m_log; ///< outlives what it listens to
    std::shared_ptr<HttpsCentral> m_central;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<SessionWorkplace> m_workplace;
    std::unique_ptr<SyncRunner> m_sync;
    std::unique_ptr<UserService> m_users;
    std::unique_ptr<SettingService> m_settings;
    std::unique_ptr<WorkService> m_work;
    std::unique_ptr<DirectService> m_direct;
};

} // namespace yoyo
