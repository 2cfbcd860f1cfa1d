// SPDX-License-Identifier: Apache-2.0
// Carries one command out over the composition, without a window: each step continues when the one before is
// done.
#pragma once

#include "app/cli/command_line.h"
#include "app/cli/report.h"
#include "models/domain/secret_buffer.h"
#include "models/intake/user_csv.h"
#include "models/services/setting_service.h"
#include "models/services/user_service.h"
#include "models/session/session.h"

#include <QObject>

namespace yoyo {

class Composition;
struct SyncAnswer;
class Keychain;

/// Lines of standard input of a sign-in.
struct TypedSecrets
{
    SecretBuffer password;
    SecretBuffer newPassword;
};

class Runner final : public QObject
{
    Q_OBJECT
public:
    Runner(const CommandLine& line, Composition& composition, Keychain& keychain, TypedSecrets secrets,
           Report& report);
    void start();

Q_SIGNALS:
    /// The report is complete; once.
    void finished();

private:
    void connectService();
    void signIn();
    void onSignedIn(const Result<SessionState>& reached);
    void signOut();
    void status();
    void reportStatus(bool isSignedIn);
    void reportOwners();
    void sync();
    void waitForEngine(std::chrono::milliseconds waited);
    void askWindow(std::chrono::milliseconds waited);
    void onRoundEnded();
    void reportRound(const SyncAnswer& round);
    void exportLists();
    void exportUsers(int offset);
    void written(const Result<void>& outcome, qsizetype rows);
    void exportSettings(int offset);
    void writeExport();
    void writeDoctorBundle();
    void resumeThen(std::function<void()> next);
    void reportUser();
    void reportTrouble(const Error& error);
    void end();

    CommandLine m_line;
    Composition& m_composition;
    Keychain& m_keychain;
    TypedSecrets m_secrets;
    Report& m_report;
    QList<QStringList> m_rows; ///< of an export, with the heading
    QList<UserCandidate> m_users; ///< of an export for reimport
    bool m_isEnded = false;
};

} // namespace yoyo
