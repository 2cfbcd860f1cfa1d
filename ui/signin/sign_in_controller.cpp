// SPDX-License-Identifier: Apache-2.0
// See sign_in_controller.h.
#include "ui/signin/sign_in_controller.h"

#include "models/domain/clock.h"
#include "models/domain/user_rules.h"
#include "models/domain/when_done.h"

#include <algorithm>

namespace yoyo {

using namespace std::chrono_literals;

bool comesBackByItself(TroubleKind kind)
{
    return kind == TroubleKind::Maintenance || kind == TroubleKind::ServiceBusy;
}

bool isPasswordReason(ErrorCode code)
{
    return code == ErrorCode::PasswordClasses || troubleKindOf(code) == TroubleKind::PasswordRule;
}

Result<void> readinessOf(const Result<Handshake>& handshake)
{
    if (!handshake)
        return handshake.error();
    if (!handshake->maintenance)
        return {};
    Error error(ErrorCode::Maintenance, QStringLiteral("handshake says maintenance"));
    if (handshake->maintenance->until)
        error.params.insert(QStringLiteral("until"), instantText(*handshake->maintenance->until));
    return error;
}

SignInController::SignInController(SignInDesk& desk, const Clock& clock, Options options, QObject* parent)
    : QObject(parent), m_desk(desk), m_clock(clock), m_options(options)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &SignInController::tryAgain);
    m_passwordEnd.setSingleShot(true);
    connect(&m_passwordEnd, &QTimer::timeout, this, [this] {
        if (m_isBusy)
            return;
        m_pending.reset();
        Q_EMIT troubleChanged();
    });
}

SignInController::SignInController(SignInDesk& desk, const Clock& clock, QObject* parent)
    : SignInController(desk, clock, Options(), parent)
{
}

std::optional<OfficeInfo> SignInController::office() const
{
    if (const auto office = m_desk.office())
        return office;
    return m_memory.office;
}

void SignInController::rememberLoginId(const QString& typed)
{
    m_loginId = typed;
}

QDateTime SignInController::nextTryAt() const
{
    return m_retry.isActive() ? m_nextTryAt : QDateTime();
}

bool SignInController::canTryAgain() const
{
    return m_pending && m_clock.monotonic() - m_pending->since < m_options.keepPassword;
}

QList<Error> SignInController::notes() const
{
    return m_desk.notes();
}

void SignInController::start()
{
    forgetPending();
    m_temporary.wipe();
    m_trouble.reset();
    m_kind = SignInKind::Usual;
    m_reached = SessionState::SignedOut;
    go(m_desk.profile().address.isEmpty() ? SignInStep::Connect : SignInStep::Start);
    refreshMemory();
}

void SignInController::refreshMemory()
{
    whenDone(m_desk.officeMemory(), this, [this](const Result<OfficeMemory>& memory) {
        // Without a keychain the start page only knows less; the sign-in itself says so.
        if (memory)
            m_memory = *memory;
        m_isMemoryRead = true;
        Q_EMIT memoryChanged();
    });
}

void SignInController::show(SignInStep step)
{
    if (m_isBusy)
        return;
    forgetPending();
    m_trouble.reset();
    go(step);
}

void SignInController::showSignInOf(const QString& loginId)
{
    if (m_isBusy)
        return;
    rememberLoginId(loginId);
    const bool isOpen = m_step == SignInStep::SignIn;
    show(SignInStep::SignIn);
    if (isOpen)
        Q_EMIT stepChanged(m_step);
}

void SignInController::leaveTrouble()
{
    show(m_formStep);
}

void SignInController::signIn(const QString& loginId, const SecretBuffer& password)
{
    if (m_isBusy)
        return;
    if (m_step == SignInStep::SignIn || m_step == SignInStep::FirstSignIn)
        m_formStep = m_step;
    m_loginId = normaliseLoginId(loginId);
    m_pending = Pending{m_loginId, password, m_clock.monotonic()};
    m_passwordEnd.start(m_options.keepPassword);
    sendPending();
}

void SignInController::sendPending()
{
    setBusy(true);
    whenDone(m_desk.signIn(m_pending->loginId, m_pending->password), this,
             [this](const Result<SessionState>& result) {
                 setBusy(false);
                 if (result)
                     reached(*result);
                 else
                     failed(result.error());
             });
}

void SignInController::reached(SessionState state)
{
    m_reached = state;
    m_trouble.reset();
    m_retry.stop();
    if (state == SessionState::MustChangePassword) {
        m_kind = SignInKind::First;
        if (m_pending)
            m_temporary = std::move(m_pending->password);
        forgetPending();
        go(SignInStep::NewPassword);
        return;
    }
    forgetPending();
    m_temporary.wipe();
    if (state == SessionState::Offline || !m_desk.notes().isEmpty())
        go(SignInStep::Notes);
    else
        finish();
}

void SignInController::failed(const Error& error)
{
    if (troubleKindOf(error.code) == TroubleKind::Credentials) {
        forgetPending();
        m_trouble.reset();
        go(m_formStep);
        Q_EMIT credentialsRefused(error);
        return;
    }
    showTrouble(error);
}

void SignInController::showTrouble(const Error& error)
{
    const auto known = office();
    m_trouble = signInTrouble(error, known ? &*known : nullptr, m_clock.nowUtc());
    if (!errorInfo(error.code).retryable)
        forgetPending();
    planRetry();
    go(SignInStep::Trouble);
    Q_EMIT troubleChanged();
}

void SignInController::planRetry()
{
    m_retry.stop();
    if (!m_trouble || !comesBackByItself(m_trouble->kind))
        return;
    // The service's own word may be far away or wrong: it is asked at least every minute, and at the time it named.
    std::chrono::milliseconds wait = m_options.retryEvery;
    if (m_trouble->comeBackAt) {
        const auto until = std::chrono::milliseconds(m_clock.nowUtc().msecsTo(*m_trouble->comeBackAt));
        wait = std::clamp(until, std::min<std::chrono::milliseconds>(wait, 1s), wait);
    }
    m_nextTryAt = m_clock.nowUtc().addMSecs(wait.count());
    m_retry.start(wait);
}

void SignInController::tryAgain()
{
    if (m_isBusy || !m_trouble)
        return;
    m_retry.stop();
    setBusy(true);
    whenDone(m_desk.probe(), this, [this](const Result<void>& answer) {
        setBusy(false);
        if (!m_trouble)
            return;
        if (!answer) {
            showTrouble(answer.error());
        } else if (canTryAgain()) {
            sendPending();
        } else {
            leaveTrouble();
            Q_EMIT serviceReturned();
        }
    });
}

void SignInController::changePassword(const SecretBuffer& next)
{
    if (m_isBusy)
        return;
    setBusy(true);
    whenDone(m_desk.changePassword({}, next), this, [this](const Result<SessionState>& result) {
        setBusy(false);
        if (result) {
            reached(*result);
            return;
        }
        const TroubleKind kind = troubleKindOf(result.error().code);
        if (kind == TroubleKind::SessionEnded || kind == TroubleKind::TemporaryExpired) {
            // The short session is over: the temporary password has to be given again.
            m_formStep = SignInStep::FirstSignIn;
            m_temporary.wipe();
            showTrouble(result.error());
            return;
        }
        Q_EMIT passwordRefused(result.error());
    });
}

void SignInController::requestReset(const QString& loginId, const QString& mail)
{
    if (m_isBusy)
        return;
    m_loginId = normaliseLoginId(loginId);
    setBusy(true);
    whenDone(m_desk.requestReset(m_loginId, mail), this, [this](const Result<void>& result) {
        setBusy(false);
        if (result)
            Q_EMIT resetAnswered();
        else
            Q_EMIT resetFailed(result.error());
    });
}

void SignInController::connectTo(const QString& address, const QString& caFile)
{
    if (m_isBusy)
        return;
    setBusy(true);
    whenDone(m_desk.connectTo(address, caFile), this, [this](const Result<Handshake>& result) {
        setBusy(false);
        if (!result) {
            Q_EMIT connectFailed(result.error());
            return;
        }
        start();
        Q_EMIT connected(*result);
    });
}

void SignInController::finish()
{
    Q_EMIT signedIn(m_kind);
}

void SignInController::abandon()
{
    if (m_isBusy)
        return;
    m_desk.abandon();
    start();
}

void SignInController::go(SignInStep step)
{
    if (step == m_step)
        return;
    m_step = step;
    Q_EMIT stepChanged(step);
}

void SignInController::setBusy(bool isBusy)
{
    if (isBusy == m_isBusy)
        return;
    m_isBusy = isBusy;
    Q_EMIT busyChanged(isBusy);
}

void SignInController::forgetPending()
{
    m_retry.stop();
    m_passwordEnd.stop();
    m_pending.reset();
}

} // namespace yoyo
