// SPDX-License-Identifier: Apache-2.0
// A PC of an office: the whole program below ui/ (Composition) over a profile of its own, with a keychain of its own
// in the real keychain of the session. Everything real: TLS, disk, key derivation. One thread.
#pragma once

#include "app/composition/composition.h"
#include "models/domain/clock.h"
#include "models/domain/random_source.h"
#include "models/services/setting_service.h"
#include "models/services/user_service.h"
#include "models/services/work_service.h"
#include "models/session/keychain.h"
#include "models/session/session.h"
#include "models/sync/sync_runner.h"
#include "tests/support/await.h"

#include <QSet>

#include <chrono>
#include <memory>
#include <optional>

namespace yoyo::test {

/// The part of the session's real keychain that belongs to one PC.
class PcKeychain final : public Keychain
{
public:
    explicit PcKeychain(QString pc) : m_prefix(std::move(pc) + QLatin1Char('/')) {}
    QFuture<Result<std::optional<SecretBuffer>>> read(const QString& key) override;
    QFuture<Result<void>> write(const QString& key, const SecretBuffer& value) override;
    QFuture<Result<void>> remove(const QString& key) override;
    /// As after a lost or reset keychain of the operating system.
    void empty();

private:
    QtKeychain m_real;
    QString m_prefix;
    QSet<QString> m_written;
};

class Pc
{
public:
    /// `profile` is also the name of its part of the keychain.
    explicit Pc(const QString& profile) : m_profile(profile), keychain(profile) {}

    /// The program is started. Ends the test program when the profile cannot be opened.
    void start();
    /// The program ends, and leaves its session behind as the window does.
    void quit();
    Result<Handshake> connectTo(const QString& address, const QString& caFile);
    Result<SessionState> signIn(const QString& loginId, const QString& password);
    /// From a temporary password to one's own.
    Result<SessionState> firstSignIn(const QString& loginId, const QString& temporary, const QString& own);

    /// Waits for the end of a round that begins now. False when none ends.
    [[nodiscard]] bool sync();
    /// Syncs until nothing waits on this PC, which is false after a minute.
    [[nodiscard]] bool syncUntilSent();
    int unsent();
    QList<OperationRow> operations(bool isOnlyOpen = true);
    ConflictRow openConflict();

    SettingRow setting(int index);
    /// Saves a note on that setting; ends the test program when it is refused.
    void saveNote(const SettingRow& row, const QString& note);
    UserRow user(const QString& loginId);

    const QString& profile() const { return m_profile; }
    Composition& program() { return *m_composition; }
    bool isRunning() const { return m_composition != nullptr; }
    /// Set before start(): this PC's clock is that far from the true one.
    void setClockOffBy(std::chrono::milliseconds by) { m_clock.offBy = by; }

private:
    struct PcClock final : Clock
    {
        QDateTime nowUtc() const override { return system.nowUtc().addMSecs(offBy.count()); }
        std::chrono::milliseconds monotonic() const override { return system.monotonic(); }
        SystemClock system;
        std::chrono::milliseconds offBy{0};
    };

    QString m_profile;
    PcClock m_clock;
    SystemRandom m_random;

public:
    PcKeychain keychain;

private:
    std::unique_ptr<Composition> m_composition;
};

/// Copies everything of a profile, as somebody does who moves to another PC by hand.
bool copyProfile(const QString& from, const QString& to);

} // namespace yoyo::test
