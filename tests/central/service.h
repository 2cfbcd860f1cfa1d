// SPDX-License-Identifier: Apache-2.0
// The reference central service as a library: yoyo-central is a main() around it, tests run it in their own process.
// It owns its threads, its files below `directory` and its clock's advance; everything else is handed in.
#pragma once

#include "models/domain/clock.h"
#include "models/domain/random_source.h"
#include "models/domain/result.h"
#include "tests/central/seed.h"

#include <QString>

#include <functional>
#include <memory>

namespace yoyo::service {

/// How hard a guess is made: scrypt's N, and r and p as the contract says. Only tests lower it.
struct ScryptCost
{
    quint64 n = 1 << 17;
    quint64 r = 8;
    quint64 p = 1;
};

struct RateLimits
{
    int requestsPerMinute = 6000; ///< per address, any route
    int attemptsPerMinuteAndAddress = 600; ///< sign-in, refresh, reset
    int attemptsPerMinuteAndId = 120;
    int resetsPerHourAndId = 3;
};

struct ServiceOptions
{
    QString directory; ///< exists, writable
    QString host = QStringLiteral("127.0.0.1");
    int port = 0;
    QString environment = QStringLiteral("production");
    bool isDemo = false;
    bool hasLateEntryWindows = true;
    ScryptCost scrypt;
    RateLimits rates;
    Seed seed; ///< put in when the database is empty
    std::function<void(const QString& line)> log; ///< any thread; none: silent
    std::function<void(const QByteArray& route)> onHandling; ///< for tests
};

class Service
{
public:
    Service(ServiceOptions options, const Clock& clock, RandomSource& random);
    ~Service();

    /// Opens the database, makes the certificates, serves. Errors: ConnectionRefused when the port is in use.
    Result<void> start();
    /// Ends connections and waits for running requests. The database is closed.
    void stop();

    int port() const;
    QString caPath() const;
    QString outboxPath() const;

    /// One line of standard input: maintenance on|off, error on|off, colleague-edit, colleague-register ID,
    /// advance DAYS.
    /// Ensures an answer for a person: "ok …" or "refused: …". Any thread.
    QString command(const QString& line);
    /// Waits until no invitation mail is on its way. For tests.
    void waitForMails();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace yoyo::service
