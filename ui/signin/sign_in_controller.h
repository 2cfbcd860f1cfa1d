// SPDX-License-Identifier: Apache-2.0
// The way from the start page to a signed-in person, without widgets: which page is shown, what was typed so far,
// which trouble stands in the way, and when it is tried again. Passwords stay here only while a try that failed for
// want of the service may be repeated, at most fifteen minutes, and never after the page of the trouble was left.
// GUI thread.
#pragma once

#include "ui/signin/sign_in_desk.h"

#include "models/session/sign_in_trouble.h"

#include <QObject>
#include <QTimer>

#include <chrono>

namespace yoyo {

enum class SignInStep {
    Connect,           ///< no service address yet, or somebody wants another one
    Start,             ///< the window's own start page
    SignIn,
    FirstSignIn,       ///< with the temporary password of a mail
    NewPassword,       ///< forced change
    ForgottenPassword,
    ForgottenId,
    Guide,             ///< "I cannot sign in": what to do in which case
    Trouble,           ///< one certain trouble stands in the way
    Notes,             ///< signed in, and something must be known before the work starts
};

/// First: a temporary password was replaced just now; one's own data come next.
enum class SignInKind { Usual, First };

class SignInController : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        std::chrono::milliseconds retryEvery{60'000};
        std::chrono::milliseconds keepPassword{15 * 60'000};
    };
    /// Both are borrowed.
    SignInController(SignInDesk& desk, const Clock& clock, Options options, QObject* parent = nullptr);
    SignInController(SignInDesk& desk, const Clock& clock, QObject* parent = nullptr);

    SignInStep step() const { return m_step; }
    bool isBusy() const { return m_isBusy; }
    /// What this PC remembers of the office; empty until memoryChanged().
    const OfficeMemory& memory() const { return m_memory; }
    bool isMemoryRead() const { return m_isMemoryRead; }
    /// The office as the session knows it, else as this PC remembers it.
    std::optional<OfficeInfo> office() const;
    /// As typed last, on whichever page.
    QString loginId() const { return m_loginId; }
    void rememberLoginId(const QString& typed);
    const std::optional<SignInTrouble>& trouble() const { return m_trouble; }
    /// When the trouble's retry comes by itself; invalid when it does not.
    QDateTime nextTryAt() const;
    /// The password of the last try is still here, so that trying again needs no typing.
    bool canTryAgain() const;
    SignInKind kind() const { return m_kind; }
    QList<Error> notes() const;
    bool isOffline() const { return m_reached == SessionState::Offline; }
    SignInDesk& desk() { return m_desk; }
    const Clock& clock() const { return m_clock; }
    /// The temporary password that is being replaced; empty outside NewPassword.
    const SecretBuffer& temporaryPassword() const { return m_temporary; }

    /// Reads the office's memory and shows Connect or Start. Also after a sign-out.
    void start();
    /// Goes to a page; forgets the password of a failed try.
    void show(SignInStep step);
    /// Reads again what this PC remembers: who has a store here, and what is not sent.
    void refreshMemory();
    /// The sign-in form with this person's ID, also when the form is open already.
    void showSignInOf(const QString& loginId);
    /// Back to the page the trouble came from.
    void leaveTrouble();
    /// The ID in whatever width it was typed; the password normalised (NFKC).
    void signIn(const QString& loginId, const SecretBuffer& password);
    void changePassword(const SecretBuffer& next);
    void requestReset(const QString& loginId, const QString& mail);
    void connectTo(const QString& address, const QString& caFile);
    /// Asks whether the service is back and, when it is, repeats the try or goes back to the form.
    void tryAgain();
    /// The person has read the notes.
    void finish();
    /// Gives up the sign-in that waits for the new password.
    void abandon();

Q_SIGNALS:
    void stepChanged(yoyo::SignInStep step);
    void busyChanged(bool isBusy);
    void memoryChanged();
    /// Wrong or locked: one answer. Told on the form itself, where the next try is typed.
    void credentialsRefused(const yoyo::Error& error);
    /// The new password was refused; also network trouble, which takes nothing typed away.
    void passwordRefused(const yoyo::Error& error);
    void resetAnswered();
    void resetFailed(const yoyo::Error& error);
    void connected(const yoyo::Handshake& handshake);
    void connectFailed(const yoyo::Error& error);
    /// The trouble or the time of the next try is another one.
    void troubleChanged();
    /// The service is back, but the password has to be typed again.
    void serviceReturned();
    void signedIn(yoyo::SignInKind kind);

private:
    void go(SignInStep step);
    void setBusy(bool isBusy);
    void reached(SessionState state);
    void failed(const Error& error);
    void showTrouble(const Error& error);
    void planRetry();
    void forgetPending();
    void sendPending();

    struct Pending
    {
        QString loginId;
        SecretBuffer password;
        std::chrono::milliseconds since{0};
    };

    SignInDesk& m_desk;
    const Clock& m_clock;
    Options m_options;
    SignInStep m_step = SignInStep::Start;
    SignInStep m_formStep = SignInStep::SignIn; ///< where the last try was typed
    bool m_isBusy = false;
    bool m_isMemoryRead = false;
    OfficeMemory m_memory;
    QString m_loginId;
    std::optional<SignInTrouble> m_trouble;
    std::optional<Pending> m_pending;
    SecretBuffer m_temporary;
    SignInKind m_kind = SignInKind::Usual;
    SessionState m_reached = SessionState::SignedOut;
    QTimer m_retry;
    QTimer m_passwordEnd;
    QDateTime m_nextTryAt;
};

/// What a handshake says about the way in: nothing, or E-SRV-001 with the time when it ends.
Result<void> readinessOf(const Result<Handshake>& handshake);
/// The service may be back later without anybody's doing: it is asked again by itself.
bool comesBackByItself(TroubleKind kind);
/// Reasons against a new password, which belong on the page where it is typed.
bool isPasswordReason(ErrorCode code);

} // namespace yoyo
