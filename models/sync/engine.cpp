// SPDX-License-Identifier: Apache-2.0
#include "models/sync/engine.h"

#include "models/domain/clock.h"
#include "models/domain/random_source.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace yoyo {

using std::chrono::milliseconds;

static constexpr int defaultPushOps = 500;
static constexpr qint64 defaultPushBytes = 1 << 20;
static constexpr int defaultChangesRows = 1000;
/// So many faults of the service in a row, and the batch is taken apart to find the operation that causes them.
static constexpr int faultsBeforeSplit = 3;
static constexpr milliseconds otherProcessDelay{10'000};
/// A scope that differs is read anew by itself so often; a person may ask at any time.
static constexpr milliseconds readAnewEvery{60 * 60'000};
static constexpr int roundsUntilLost = 3;

static bool isNetworkError(const Error& error)
{
    return errorInfo(error.code).code.starts_with("E-NET-");
}

static bool needsSignIn(const Error& error)
{
    static constexpr std::array codes{ErrorCode::SessionExpired,         ErrorCode::RefreshTokenDead,
                                      ErrorCode::NotSignedIn,            ErrorCode::CredentialsInvalid,
                                      ErrorCode::AccountSuspended,       ErrorCode::PasswordChangeRequired,
                                      ErrorCode::TemporaryPasswordExpired};
    return std::ranges::find(codes, error.code) != codes.end();
}

bool isSurelyUnsent(const Error& error)
{
    static constexpr std::array codes{
        ErrorCode::HostNotFound,       ErrorCode::ConnectionRefused,  ErrorCode::TlsUnknownCa,
        ErrorCode::TlsHostMismatch,    ErrorCode::TlsCertificateExpired, ErrorCode::TlsHandshakeFailed,
        ErrorCode::PlainHttpRefused,   ErrorCode::ProxyUnreachable,   ErrorCode::ProxyAuthenticationRequired,
        ErrorCode::AddressInvalid,     ErrorCode::NotConnected,       ErrorCode::NetworkUnreachable,
        ErrorCode::CaFileUnusable,     ErrorCode::EngineBusy};
    return std::ranges::find(codes, error.code) != codes.end();
}

Engine::Engine(const Clock& clock, RandomSource& random, EngineOptions options)
    : m_clock(clock), m_random(random), m_options(std::move(options))
{
}

// ---- from outside ------------------------------------------------------------------------------------------------

Engine::Instructions Engine::trigger(SyncTrigger trigger)
{
    const bool isUrgent = trigger != SyncTrigger::Saved;
    if (isUrgent && trigger != SyncTrigger::StepUp)
        m_failures = 0;
    if (trigger == SyncTrigger::Start || trigger == SyncTrigger::Button)
        m_readAnew.clear();
    switch (m_step) {
    case Step::Stopped:
    case Step::Idle:
        beginRound();
        break;
    case Step::Waiting:
    case Step::NeedsDecision:
        if (isUrgent)
            beginRound();
        break;
    default:
        m_isRoundWanted = true;
        m_isRoundUrgent = m_isRoundUrgent || isUrgent;
    }
    return takeInstructions();
}

Engine::Instructions Engine::tick()
{
    if (m_step == Step::Idle || m_step == Step::Waiting)
        beginRound();
    return takeInstructions();
}

Engine::Instructions Engine::handle(Event event)
{
    std::visit([this](auto& e) { on(e); }, event);
    return takeInstructions();
}

Engine::Instructions Engine::acceptDataset()
{
    if (m_step == Step::NeedsDecision && m_status.lastError
        && m_status.lastError->code == ErrorCode::DatasetReplaced) {
        m_isReplacingDataset = true;
        shakeHands();
    }
    return takeInstructions();
}

void Engine::stop()
{
    m_step = Step::Stopped;
    m_out.clear();
    m_isSurveyed = false;
    m_handshake.reset();
    m_isReplacingDataset = false;
    m_isRoundWanted = m_isRoundUrgent = false;
    m_failures = 0;
    m_readAnew.clear();
    m_roundsAhead.clear();
    m_status = {};
    m_reported = {};
}

// ---- the round ---------------------------------------------------------------------------------------------------

void Engine::beginRound()
{
    m_trouble.reset();
    m_isSendingOver = false;
    m_isPageStored = false;
    m_isRoundWanted = m_isRoundUrgent = false;
    m_cursorResets = 0;
    m_isVerified = true;
    m_isAhead = false;
    m_difference.reset();
    m_status.nextTryAt = {};
    if (!m_isSurveyed)
        enter(Step::Surveying, SyncPhase::Connecting, SurveyWork{});
    else if (isFresh())
        prepare();
    else
        shakeHands();
}

bool Engine::isFresh() const
{
    return m_handshake && m_failures == 0
        && m_clock.monotonic() - m_handshakeAt < m_options.handshakeLifetime;
}

void Engine::on(WorkSurveyed& e)
{
    if (m_step != Step::Surveying)
        return;
    if (!e.result)
        return storeFailed(e.result.error());
    m_survey = *e.result;
    m_isSurveyed = true;
    if (m_survey.lastOk.isValid())
        std::tie(m_status.lastOk, m_status.isVerified) = std::pair(m_survey.lastOk, m_survey.isVerified);
    shakeHands();
}

void Engine::shakeHands()
{
    enter(Step::ShakingHands, SyncPhase::Connecting, ShakeHands{});
}

void Engine::on(HandshakeArrived& e)
{
    if (m_step != Step::ShakingHands)
        return;
    if (!e.result) {
        trouble(e.result.error());
        return waitAfterTrouble();
    }
    m_handshake = *e.result;
    m_handshakeAt = m_clock.monotonic();
    m_status.isOnline = true;
    const Handshake& h = *m_handshake;
    if (contractVersion < h.contractMinimum) {
        trouble(Error(ErrorCode::ClientTooOld, {}, {{QStringLiteral("minimum"), h.contractMinimum}}));
        return waitAfterTrouble();
    }
    if (!m_survey.environment.isEmpty() && m_survey.environment != h.environment) {
        return stopWithQuestion(Error(ErrorCode::OtherEnvironment, {},
                                      {{QStringLiteral("expected"), m_survey.environment},
                                       {QStringLiteral("found"), h.environment}}));
    }
    if (h.maintenance) {
        Error error(ErrorCode::Maintenance);
        if (h.maintenance->until) {
            m_status.maintenanceUntil = *h.maintenance->until;
            error.params.insert(QStringLiteral("until"), instantText(*h.maintenance->until));
            error.retryAfter = milliseconds(std::max<qint64>(0, h.serverTime.msecsTo(*h.maintenance->until)));
        }
        trouble(error);
        return waitAfterTrouble();
    }
    const bool isOther = m_survey.datasetEpoch != h.datasetEpoch;
    if (isOther && !m_survey.datasetEpoch.isNull() && !m_isReplacingDataset)
        return stopWithQuestion(Error(ErrorCode::DatasetReplaced));
    if (isOther || m_survey.environment.isEmpty()) {
        return enter(Step::StoringEpoch, SyncPhase::Connecting,
                     StoreEpoch{h.datasetEpoch, h.environment, isOther && !m_survey.datasetEpoch.isNull()});
    }
    m_isReplacingDataset = false;
    prepare();
}

void Engine::on(EpochStored& e)
{
    if (m_step != Step::StoringEpoch)
        return;
    if (!e.result)
        return storeFailed(e.result.error());
    m_survey.datasetEpoch = m_handshake->datasetEpoch;
    m_survey.environment = m_handshake->environment;
    m_isReplacingDataset = false;
    prepare();
}

// ---- sending -----------------------------------------------------------------------------------------------------

void Engine::prepare()
{
    int ops = m_handshake && m_handshake->maximumPushOps > 0 ? m_handshake->maximumPushOps : defaultPushOps;
    if (m_batchOps > 0)
        ops = std::min(ops, m_batchOps);
    const qint64 bytes =
        m_handshake && m_handshake->maximumPushBytes > 0 ? m_handshake->maximumPushBytes : defaultPushBytes;
    enter(Step::Preparing, SyncPhase::Sending, PrepareBatch{ops, bytes});
}

void Engine::on(BatchPrepared& e)
{
    if (m_step != Step::Preparing)
        return;
    if (!e.result)
        return storeFailed(e.result.error());
    m_work = *e.result;
    if (!m_work.toAsk.isEmpty())
        return enter(Step::Asking, SyncPhase::Asking, AskStatus{m_work.toAsk});
    if (m_work.batchId.isNull())
        return beginPull();
    enter(Step::Sending, SyncPhase::Sending, SendBatch{m_work.batchId, m_work.body});
}

/// One outcome per operation in the order sent; the reply as a whole is unusable otherwise.
static bool answers(const QList<Outcome>& outcomes, const QList<QUuid>& opIds)
{
    return std::ranges::equal(outcomes, opIds, {}, &Outcome::opId);
}

void Engine::on(PushArrived& e)
{
    if (m_step != Step::Sending)
        return;
    if (!e.result)
        return pushFailed(e.result.error());
    const bool hasUnknown = std::ranges::any_of(e.result->outcomes, [](const Outcome& o) {
        return o.outcome == OutcomeKind::Unknown;
    });
    if (hasUnknown || !answers(e.result->outcomes, m_work.opIds)) {
        return pushFailed(Error(ErrorCode::ReplyInvalid, QStringLiteral("outcomes do not match the operations"),
                                {{QStringLiteral("reason"), QStringLiteral("outcomes")}}));
    }
    m_serverFaults = 0;
    // Back up step by step; beyond any service's own limit the halving is over.
    if (m_batchOps > 0)
        m_batchOps = m_batchOps < 100'000 ? m_batchOps * 2 : 0;
    closeOutcomes(e.result->outcomes);
}

void Engine::on(StatusArrived& e)
{
    if (m_step != Step::Asking)
        return;
    m_work.batchId = {};
    if (e.result && answers(e.result->outcomes, m_work.toAsk))
        return closeOutcomes(e.result->outcomes);
    trouble(e.result ? Error(ErrorCode::ReplyInvalid, QStringLiteral("outcomes do not match the question"),
                             {{QStringLiteral("reason"), QStringLiteral("outcomes")}})
                     : e.result.error());
    m_isSendingOver = true;
    beginPull();
}

void Engine::closeOutcomes(QList<Outcome> outcomes)
{
    m_status.isOnline = true;
    m_outcomes = std::move(outcomes);
    QList<EntityRow> rows;
    for (const Outcome& o : m_outcomes) {
        if (o.row)
            rows.append(*o.row);
    }
    if (rows.isEmpty())
        return enter(Step::Closing, m_status.phase, CloseOps{m_work.batchId, m_outcomes});
    enter(Step::StoringRows, m_status.phase, StoreRows{std::move(rows)});
}

void Engine::on(RowsStored& e)
{
    if (m_step != Step::StoringRows)
        return;
    if (!e.result)
        return storeFailed(e.result.error());
    enter(Step::Closing, m_status.phase, CloseOps{m_work.batchId, m_outcomes});
}

void Engine::on(OpsClosed& e)
{
    if (m_step != Step::Closing)
        return;
    if (!e.result)
        return storeFailed(e.result.error());
    m_outcomes.clear();
    if (m_isSendingOver)
        beginPull();
    else
        prepare();
}

void Engine::pushFailed(const Error& error)
{
    const int status = errorInfo(error.code).httpStatus;
    const bool isOne = m_work.opIds.size() <= 1;
    if (needsSignIn(error))
        return mark(BatchMark::WaitingAuth, error);
    if (isSurelyUnsent(error))
        return mark(BatchMark::Unsent, error);
    switch (error.code) {
    case ErrorCode::Maintenance:
    case ErrorCode::RateLimited:
    case ErrorCode::ClientTooOld:
    case ErrorCode::RouteNotFound:
    case ErrorCode::MethodNotAllowed:
    case ErrorCode::MediaTypeUnsupported:
    case ErrorCode::EncodingUnsupported:
    case ErrorCode::IdempotencyKeyMissing:
        return mark(BatchMark::Unsent, error);
    case ErrorCode::ReplyInvalid:
    case ErrorCode::IdempotencyKeyReused:
        return mark(BatchMark::Ask, error);
    case ErrorCode::PayloadTooLarge:
        return mark(isOne ? BatchMark::Refused : BatchMark::Split, error);
    case ErrorCode::IdempotencyRunning:
    case ErrorCode::ContentDigestWrong:
        return mark(BatchMark::Unknown, error);
    default:
        break;
    }
    if (status >= 500 && ++m_serverFaults >= faultsBeforeSplit) {
        // Perhaps one operation makes the service stumble: ask, and go on in smaller batches.
        m_batchOps = std::max(1, int(m_work.opIds.size()) / 2);
        return mark(BatchMark::Ask, error);
    }
    if (status >= 400 && status < 500)
        return mark(isOne ? BatchMark::Refused : BatchMark::Split, error);
    mark(BatchMark::Unknown, error);
}

void Engine::mark(BatchMark mark, const Error& why)
{
    m_mark = mark;
    if (mark == BatchMark::Split)
        m_batchOps = std::max(1, int(m_work.opIds.size()) / 2);
    if (mark != BatchMark::Split && mark != BatchMark::Refused) {
        trouble(why);
        m_isSendingOver = true;
    }
    enter(Step::Marking, m_status.phase, MarkBatch{m_work.batchId, mark, why});
}

void Engine::on(BatchMarked& e)
{
    if (m_step != Step::Marking)
        return;
    if (!e.result)
        return storeFailed(e.result.error());
    switch (m_mark) {
    case BatchMark::Ask:
        return enter(Step::Asking, SyncPhase::Asking, AskStatus{m_work.toAsk = m_work.opIds});
    case BatchMark::Split:
    case BatchMark::Refused:
        return prepare();
    default:
        return beginPull();
    }
}

// ---- receiving ---------------------------------------------------------------------------------------------------

void Engine::beginPull()
{
    if (m_trouble && (needsSignIn(*m_trouble) || m_trouble->code == ErrorCode::ClientTooOld
                      || m_trouble->code == ErrorCode::EngineBusy))
        return endPull();
    m_scope = 0;
    pullScope();
}

void Engine::pullScope()
{
    enter(Step::ReadingCursor, SyncPhase::Receiving, ReadCursor{m_options.scopes.at(m_scope)});
}

void Engine::nextScope()
{
    m_isAhead = false;
    if (++m_scope < m_options.scopes.size())
        pullScope();
    else
        endPull();
}

void Engine::on(CursorRead& e)
{
    if (m_step != Step::ReadingCursor)
        return;
    if (!e.result)
        return storeFailed(e.result.error());
    m_cursor = *e.result;
    const int rows =
        m_handshake && m_handshake->maximumChangesRows > 0 ? m_handshake->maximumChangesRows : defaultChangesRows;
    enter(Step::Fetching, SyncPhase::Receiving, FetchChanges{m_options.scopes.at(m_scope), m_cursor, rows});
}

void Engine::on(PageArrived& e)
{
    if (m_step != Step::Fetching)
        return;
    if (!e.result) {
        const Error& error = e.result.error();
        if (error.code == ErrorCode::CursorExpired && m_cursorResets < m_options.scopes.size()) {
            ++m_cursorResets;
            return enter(Step::ResettingCursor, SyncPhase::Receiving, ResetCursor{m_options.scopes.at(m_scope)});
        }
        trouble(error);
        return error.code == ErrorCode::ScopeForbidden ? nextScope() : endPull();
    }
    const ChangesPage& page = *e.result;
    m_status.isOnline = true;
    if (page.datasetEpoch != m_survey.datasetEpoch)
        return stopWithQuestion(Error(ErrorCode::DatasetReplaced));
    if (page.hasMore && page.cursor == m_cursor) {
        trouble(Error(ErrorCode::ReplyInvalid, QStringLiteral("the cursor does not move"),
                      {{QStringLiteral("reason"), QStringLiteral("cursor")}}));
        return endPull();
    }
    m_cursor = page.cursor;
    m_isPageStored = m_isPageStored || !page.rows.isEmpty();
    const bool hasMore = page.hasMore;
    enter(Step::StoringPage, SyncPhase::Receiving, StorePage{m_options.scopes.at(m_scope), std::move(*e.result)});
    m_hasMore = hasMore;
}

void Engine::on(PageStored& e)
{
    if (m_step != Step::StoringPage)
        return;
    if (!e.result)
        return storeFailed(e.result.error());
    if (!m_hasMore)
        return scopeEnded(e.result->check);
    const int rows =
        m_handshake && m_handshake->maximumChangesRows > 0 ? m_handshake->maximumChangesRows : defaultChangesRows;
    enter(Step::Fetching, SyncPhase::Receiving, FetchChanges{m_options.scopes.at(m_scope), m_cursor, rows});
}

void Engine::scopeEnded(DigestCheck check)
{
    const QString scope = m_options.scopes.at(m_scope);
    if (check == DigestCheck::Ahead && !std::exchange(m_isAhead, true))
        return pullScope();
    // Somebody is resetting one user after the other: the next round compares. A row that stays ahead is of a state the
    // service has lost.
    int& roundsAhead = m_roundsAhead[scope];
    roundsAhead = check == DigestCheck::Ahead ? roundsAhead + 1 : 0;
    if (check == DigestCheck::Different || roundsAhead >= roundsUntilLost) {
        const auto now = m_clock.monotonic();
        const auto last = m_readAnew.constFind(scope);
        if (last == m_readAnew.cend() || now - *last >= readAnewEvery) {
            m_readAnew.insert(scope, now);
            roundsAhead = 0;
            m_isAhead = false;
            m_status.isVerified = false; // also when the line goes before all has come again
            return enter(Step::ResettingCursor, SyncPhase::Receiving, ResetCursor{scope});
        }
        m_difference = Error(ErrorCode::CopyDiffers, scope);
    }
    m_isVerified = m_isVerified && check == DigestCheck::Equal;
    nextScope();
}

void Engine::on(CursorReset& e)
{
    if (m_step != Step::ResettingCursor)
        return;
    if (!e.result)
        return storeFailed(e.result.error());
    pullScope();
}

void Engine::endPull()
{
    // Also without a new row: a former process may have ended between the mirror and the overlays.
    enter(Step::Rebasing, m_status.phase, RebaseOverlays{});
}

void Engine::on(OverlaysRebased& e)
{
    if (m_step != Step::Rebasing)
        return;
    if (!e.result)
        return storeFailed(e.result.error());
    if (*e.result)
        m_isRoundWanted = true;
    endRound();
}

void Engine::endRound()
{
    if (m_trouble)
        return waitAfterTrouble();
    m_failures = 0;
    m_status.lastError = m_difference;
    m_status.maintenanceUntil = {};
    m_status.lastOk = m_clock.nowUtc();
    m_status.isVerified = m_isVerified;
    m_out.push_back(RememberPull{m_status.lastOk, m_isVerified});
    if (m_isRoundWanted)
        return beginRound();
    const auto interval = m_options.pullInterval;
    // Spread, so that the PCs of an office do not ask in step.
    const milliseconds delay = interval - interval / 10 + milliseconds(m_random.below(std::uint32_t(interval.count() / 5 + 1)));
    m_status.nextTryAt = m_status.lastOk.addMSecs(delay.count());
    enter(Step::Idle, SyncPhase::Idle, WakeLater{delay});
}

// ---- trouble -----------------------------------------------------------------------------------------------------

void Engine::trouble(const Error& error)
{
    if (isNetworkError(error) && error.code != ErrorCode::ClockSkewed)
        m_status.isOnline = false;
    // What a person has to act on stands before what passes by itself.
    if (!m_trouble || (needsSignIn(error) && !needsSignIn(*m_trouble)))
        m_trouble = error;
    else if (error.retryAfter && (!m_trouble->retryAfter || *m_trouble->retryAfter < *error.retryAfter))
        m_trouble->retryAfter = error.retryAfter;
    m_status.lastError = m_trouble;
}

void Engine::storeFailed(const Error& error)
{
    // Whatever was half done is found again from the store itself.
    m_isSurveyed = false;
    m_trouble = error;
    m_status.lastError = error;
    waitAfterTrouble();
}

milliseconds Engine::backoff()
{
    const int exponent = std::min(m_failures, 20);
    const auto ceiling = std::min<qint64>(m_options.backoffCap.count(), m_options.backoffBase.count() << exponent);
    return milliseconds(m_random.below(std::uint32_t(ceiling) + 1));
}

void Engine::waitAfterTrouble()
{
    const Error& error = *m_trouble;
    if (m_isRoundWanted && m_isRoundUrgent) {
        ++m_failures;
        return beginRound();
    }
    m_isRoundWanted = false;
    if (needsSignIn(error)) {
        m_step = Step::Waiting;
        m_status.phase = SyncPhase::WaitingSignIn;
        m_status.nextTryAt = {};
        return;
    }
    milliseconds delay = backoff();
    ++m_failures;
    SyncPhase phase = isNetworkError(error) ? SyncPhase::Offline : SyncPhase::Waiting;
    if (error.retryAfter)
        delay = *error.retryAfter + milliseconds(m_random.below(1000));
    if (error.code == ErrorCode::Maintenance) {
        phase = SyncPhase::Maintenance;
        const auto until = instantFromText(error.params.value(QStringLiteral("until")).toString());
        m_status.maintenanceUntil = until;
        delay = std::clamp(delay, m_options.backoffBase, m_options.maintenanceCap);
    } else if (error.code == ErrorCode::ClientTooOld) {
        phase = SyncPhase::ClientTooOld;
        delay = m_options.backoffCap;
    } else if (error.code == ErrorCode::EngineBusy) {
        phase = SyncPhase::OtherProcess;
        delay = otherProcessDelay;
    }
    m_status.nextTryAt = m_clock.nowUtc().addMSecs(delay.count());
    enter(Step::Waiting, phase, WakeLater{delay});
}

void Engine::stopWithQuestion(const Error& question)
{
    m_step = Step::NeedsDecision;
    m_status.phase = SyncPhase::NeedsDecision;
    m_status.lastError = question;
    m_status.nextTryAt = {};
    m_handshake.reset();
}

void Engine::enter(Step step, SyncPhase phase, Instruction instruction)
{
    m_step = step;
    m_status.phase = phase;
    m_out.push_back(std::move(instruction));
}

Engine::Instructions Engine::takeInstructions()
{
    if (m_status != m_reported) {
        m_reported = m_status;
        m_out.push_back(ReportStatus{});
    }
    return std::exchange(m_out, {});
}

} // namespace yoyo
