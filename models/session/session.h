// SPDX-License-Identifier: Apache-2.0
// Who is signed in, and the store that goes with it. Knows the slots of store.key (architecture.md, "The
// local store"): every way back to a person's unsent work goes through here, and none destroys it. GUI
// thread, except accessToken(). Network and key derivation run elsewhere; futures finish on the session's
// thread.
#pragma once

#include "models/central/messages.h"
#include "models/session/office_memory.h"
#include "models/session/profile.h"
#include "models/session/token_source.h"

#include <QObject>

#include <memory>

namespace yoyo {

class Central;
class Clock;
class Keychain;
class RandomSource;
class Store;

enum class SessionState {
    SignedOut,
    MustChangePassword, ///< a temporary password was right: only changePassword() leads on
    Online,
    Offline, ///< the store is open; the service has not confirmed this person now
};

class Session final : public QObject, public TokenSource
{
    Q_OBJECT
public:
    struct Parts
    {
        Central* central = nullptr; ///< borrowed, as all of these; null before the first connect
        Keychain* keychain = nullptr;
        const Clock* clock = nullptr;
        RandomSource* random = nullptr;
        QString directory; ///< of the profile
        Profile profile;
        QString deviceName; ///< shown to the user among their sessions
    };

    explicit Session(Parts parts, QObject* parent = nullptr);
    ~Session() override;

    SessionState state() const;
    bool isLocked() const;
    /// Empty id when signed out. During MustChangePassword only the id, login id and name are filled.
    const SessionUser& user() const;
    std::optional<OfficeInfo> office() const;
    /// Policy fields as the service last said them (PolicyValues::fromJson()).
    const QJsonObject& policy() const;
    /// Null unless Online or Offline.
    std::shared_ptr<Store> store() const;
    /// stores/<user uuid> of the profile, or empty.
    QString storeDirectory() const;
    /// Things a person must know about the last sign-in: E-STOR-010, E-AUTH-021, E-NET-013 and why it is
    /// offline.
    QList<Error> notes() const;
    /// Under which new operations of the present store are counted. A store that came here without its
    /// keychain entry may be a copy and gets a new one; its old operations keep theirs. Null while no store
    /// is open.
    QUuid operationDeviceId() const;
    std::optional<QDateTime> stepUpExpiresAt() const;

    /// After connecting to another address. Requires SignedOut.
    void setService(Central* central, const Profile& profile);

    /// Reads office.sealed. Nothing readable is an empty memory, E-AUTH-021 when there is no keychain.
    QFuture<Result<OfficeMemory>> officeMemory();

    /// Online; with network trouble or maintenance, offline when this PC allows it, else that trouble's
    /// error. Returns the state reached: MustChangePassword, Online or Offline.
    QFuture<Result<SessionState>> signIn(const QString& loginId, const SecretBuffer& password);
    /// For `yoyo`: the session a former call left behind. E-AUTH-024 when there is none or its 8 hours are
    /// over.
    QFuture<Result<SessionState>> resume();
    /// `current` is not looked at during MustChangePassword. Needs the service.
    QFuture<Result<SessionState>> changePassword(const SecretBuffer& current, const SecretBuffer& next);
    QFuture<Result<void>> stepUp(const SecretBuffer& password);
    /// Forgets tokens and slots of this session and closes the store; work stays. Never fails for lack of a
    /// network.
    QFuture<Result<void>> signOut();
    /// Leaves the keychain's session for later `yoyo` calls, as at the end of the program.
    void close();

    /// Blanks: personal data must not be shown until unlock() succeeds. The password is checked on this PC.
    void lock();
    QFuture<Result<void>> unlock(const SecretBuffer& password);

    QFuture<Result<SecretBuffer>> accessToken(TokenWanted wanted = TokenWanted::Present) override;
    /// engine.lock of the present store. The sync runner holds it; true when held (again) now.
    bool holdEngineLock();
    void releaseEngineLock();
    /// Remembers the count for the start page.
    void rememberUnsent(int unsent);

Q_SIGNALS:
    /// The state, or the store of the same state, is another one now.
    void stateChanged(yoyo::SessionState state);
    void lockedChanged(bool isLocked);
    /// The service no longer accepts this session; the store stays open (Offline) and its work waits.
    void sessionEnded(const yoyo::Error& why);

private:
    class Work;
    std::unique_ptr<Work> m_work;
};

} // namespace yoyo
