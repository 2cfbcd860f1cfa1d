// SPDX-License-Identifier: Apache-2.0
// The sync engine as a plain state machine: events in, instructions out, one thread, no I/O, no timer of its own.
// Whoever drives it (SyncRunner, a test, a simulation) carries out each instruction and hands the result back as the
// event named beside it. At most one instruction that answers with an event is open at a time, so a result that
// comes twice or too late finds the engine in another step and changes nothing.
// Order of a round: survey, handshake, send until nothing is left, pull every scope, rebase, idle. A failure to send
// never keeps the pull from being tried. Source: sync.md sections 1, 3 and 5.
#pragma once

#include "models/central/messages.h"
#include "models/sync/sync_status.h"

#include <QHash>

#include <chrono>
#include <deque>
#include <variant>
#include <vector>

namespace yoyo {

class Clock;
class RandomSource;

// ---- instructions ------------------------------------------------------------------------------------------------

/// Read what the store remembers about its service, and turn operations a former process was sending into unknown
/// ones. Answer: WorkSurveyed.
struct SurveyWork
{
};
/// Answer: HandshakeArrived.
struct ShakeHands
{
};
/// Remember the dataset this store now belongs to. When it replaces another one the mirror is emptied first: its
/// versions count from another history. Answer: EpochStored.
struct StoreEpoch
{
    QUuid datasetEpoch;
    QString environment;
    bool isReplacing = false;
};
/// The batch that is still open, byte for byte, or else a new one of the author's queued operations. Answer: BatchPrepared.
struct PrepareBatch
{
    int maximumOps = 0;
    qint64 maximumBytes = 0;
};
/// Answer: PushArrived.
struct SendBatch
{
    QUuid batchId;
    QByteArray body;
};
/// Answer: StatusArrived.
struct AskStatus
{
    QList<QUuid> opIds;
};
/// The rows of outcomes into the mirror, before anything is closed. Answer: RowsStored.
struct StoreRows
{
    QList<EntityRow> rows;
};
/// Answer: OpsClosed.
struct CloseOps
{
    QUuid batchId; ///< null after a question about single operations
    QList<Outcome> outcomes;
};
enum class BatchMark {
    Unsent,      ///< surely never left this PC: the operations are queued as before
    Unknown,     ///< perhaps delivered: the same bytes go again
    WaitingAuth, ///< refused for want of a session: the same bytes go again after the sign-in
    Ask,         ///< delivered, but the reply cannot be used: ask for each operation
    Split,       ///< refused as a whole: the operations are queued again for a smaller batch
    Refused,     ///< a batch of one, refused as a whole: that operation is rejected
};
/// Answer: BatchMarked.
struct MarkBatch
{
    QUuid batchId;
    BatchMark mark = BatchMark::Unknown;
    Error why;
};
/// Answer: CursorRead.
struct ReadCursor
{
    QString scope;
};
/// Answer: PageArrived.
struct FetchChanges
{
    QString scope;
    QString cursor;
    int limit = 0;
};
/// Rows and cursor in one transaction. Answer: PageStored.
struct StorePage
{
    QString scope;
    ChangesPage page;
};
/// Start this scope again from an empty cursor; rows stay in view until they come again, and go at the end when they
/// have not. Answer: CursorReset.
struct ResetCursor
{
    QString scope;
};
/// Put every overlay on the newest row of its mirror. Answer: OverlaysRebased.
struct RebaseOverlays
{
};
/// A complete pull of every scope has ended. No answer.
struct RememberPull
{
    QDateTime at;
    bool isVerified = false;
};
/// Call tick() after this long; replaces an earlier one. No answer.
struct WakeLater
{
    std::chrono::milliseconds delay{0};
};
/// The status has changed; read Engine::status(). No answer.
struct ReportStatus
{
};

using Instruction = std::variant<SurveyWork, ShakeHands, StoreEpoch, PrepareBatch, SendBatch, AskStatus, StoreRows,
                                 CloseOps, MarkBatch, ReadCursor, FetchChanges, StorePage, ResetCursor,
                                 RebaseOverlays, RememberPull, WakeLater, ReportStatus>;

// ---- events ------------------------------------------------------------------------------------------------------

/// What the store remembers: of which dataset and environment it is a copy; null and empty at first.
struct WorkSurvey
{
    QUuid datasetEpoch;
    QString environment;
    QDateTime lastOk;
    bool isVerified = false; ///< that pull was
};
struct WorkSurveyed
{
    Result<WorkSurvey> result;
};
struct HandshakeArrived
{
    Result<Handshake> result;
};
struct EpochStored
{
    Result<void> result;
};
/// What to send or to ask next.
struct PreparedWork
{
    QUuid batchId;        ///< null: nothing to send
    QByteArray body;
    QList<QUuid> opIds;   ///< of the batch, in order
    QList<QUuid> toAsk;   ///< not empty: their fate is asked before anything is sent
};
struct BatchPrepared
{
    Result<PreparedWork> result;
};
struct PushArrived
{
    Result<PushReply> result;
};
struct StatusArrived
{
    Result<PushReply> result;
};
struct RowsStored
{
    Result<void> result;
};
struct OpsClosed
{
    Result<void> result;
};
struct BatchMarked
{
    Result<void> result;
};
struct CursorRead
{
    Result<QString> result;
};
struct PageArrived
{
    Result<ChangesPage> result;
};
/// What the service says it has and what is here.
enum class DigestCheck {
    NotTold,   ///< not the last page, or a service that sends no digest
    Equal,
    Different,
    Ahead,     ///< a row came by another way after the page was made: there is nothing to compare
};
struct PageReceipt
{
    DigestCheck check = DigestCheck::NotTold;
    bool hasRemoved = false; ///< rows the service no longer has were taken away
};
struct PageStored
{
    Result<PageReceipt> result;
};
struct CursorReset
{
    Result<void> result;
};
struct OverlaysRebased
{
    Result<bool> result; ///< true: there is something new to send
};

using Event = std::variant<WorkSurveyed, HandshakeArrived, EpochStored, BatchPrepared, PushArrived, StatusArrived,
                           RowsStored, OpsClosed, BatchMarked, CursorRead, PageArrived, PageStored, CursorReset,
                           OverlaysRebased>;

enum class SyncTrigger {
    Start,     ///< the program, or this person, has just come
    Button,    ///< somebody wants it now: any waiting ends
    Saved,     ///< there is something new to send; does not shorten a wait after trouble
    Network,   ///< the PC's network has changed: any waiting ends
    SignedIn,  ///< there is a session again
    StepUp,    ///< waiting operations were released
};

struct EngineOptions
{
    QStringList scopes{QStringLiteral("national"), QStringLiteral("office")};
    std::chrono::milliseconds pullInterval{60'000};      ///< between rounds when nothing happens
    std::chrono::milliseconds handshakeLifetime{300'000};
    std::chrono::milliseconds backoffBase{2'000};
    std::chrono::milliseconds backoffCap{15 * 60'000};
    std::chrono::milliseconds maintenanceCap{60'000};    ///< the handshake answers during maintenance: ask often
};

class Engine
{
public:
    Engine(const Clock& clock, RandomSource& random, EngineOptions options = {});

    using Instructions = std::vector<Instruction>;

    /// A round begins, or the next one is noted when one is running.
    [[nodiscard]] Instructions trigger(SyncTrigger trigger);
    /// The delay of the last WakeLater is over.
    [[nodiscard]] Instructions tick();
    [[nodiscard]] Instructions handle(Event event);
    /// E-SYNC-017 was put to a person, who said to go on with the service's present data. Unsent work is kept and is
    /// sent against it, guarded by its base values.
    [[nodiscard]] Instructions acceptDataset();
    /// Nothing more is sent; results still on their way are ignored. For a sign-out or the end of the program.
    void stop();

    /// Without counts, which only the store knows.
    const SyncStatus& status() const { return m_status; }
    const std::optional<Handshake>& handshake() const { return m_handshake; }

private:
    enum class Step {
        Stopped,
        Idle,
        Waiting,
        Surveying,
        ShakingHands,
        StoringEpoch,
        Preparing,
        Sending,
        Asking,
        StoringRows,
        Closing,
        Marking,
        ReadingCursor,
        Fetching,
        StoringPage,
        ResettingCursor,
        Rebasing,
        NeedsDecision,
    };

    void on(WorkSurveyed& e);
    void on(HandshakeArrived& e);
    void on(EpochStored& e);
    void on(BatchPrepared& e);
    void on(PushArrived& e);
    void on(StatusArrived& e);
    void on(RowsStored& e);
    void on(OpsClosed& e);
    void on(BatchMarked& e);
    void on(CursorRead& e);
    void on(PageArrived& e);
    void on(PageStored& e);
    void on(CursorReset& e);
    void on(OverlaysRebased& e);

    void beginRound();
    void shakeHands();
    void prepare();
    void closeOutcomes(QList<Outcome> outcomes);
    void pushFailed(const Error& error);
    void storeFailed(const Error& error);
    void mark(BatchMark mark, const Error& why);
    void beginPull();
    void pullScope();
    void scopeEnded(DigestCheck check);
    void nextScope();
    void endPull();
    void endRound();
    /// Notes trouble of this round; the round goes on where it can.
    void trouble(const Error& error);
    void waitAfterTrouble();
    void stopWithQuestion(const Error& question);
    void enter(Step step, SyncPhase phase, Instruction instruction);
    Instructions takeInstructions();
    bool isFresh() const;
    std::chrono::milliseconds backoff();

    const Clock& m_clock;
    RandomSource& m_random;
    EngineOptions m_options;
    Step m_step = Step::Stopped;
    SyncStatus m_status;
    SyncStatus m_reported;
    Instructions m_out;

    WorkSurvey m_survey;
    bool m_isSurveyed = false;
    std::optional<Handshake> m_handshake;
    std::chrono::milliseconds m_handshakeAt{0};
    bool m_isReplacingDataset = false;
    bool m_isSendingOver = false;   ///< nothing more is sent in this round; asking is still allowed
    bool m_isPageStored = false;    ///< the mirror has moved in this round
    bool m_isRoundWanted = false;   ///< a trigger came during the round
    bool m_isRoundUrgent = false;   ///< and it ends any waiting
    std::optional<Error> m_trouble; ///< the worst of this round
    PreparedWork m_work;
    QList<Outcome> m_outcomes;
    BatchMark m_mark = BatchMark::Unknown;
    int m_batchOps = 0;             ///< present limit, halved when a batch is refused for its size; 0: the service's
    int m_serverFaults = 0;         ///< pushes in a row that ended in a fault of the service
    qsizetype m_scope = 0;
    QString m_cursor;
    bool m_hasMore = false;
    int m_cursorResets = 0;
    bool m_isVerified = false;      ///< every scope of this round so far
    bool m_isAhead = false;         ///< this scope is being asked a second time
    std::optional<Error> m_difference; ///< that reading anew did not mend
    QHash<QString, std::chrono::milliseconds> m_readAnew; ///< when a scope was, for a difference; monotonic
    QHash<QString, int> m_roundsAhead; ///< in a row, of each scope
    int m_failures = 0;             ///< rounds in a row that ended in trouble
};

/// True when a request that failed with this error cannot have reached the service.
bool isSurelyUnsent(const Error& error);

} // namespace yoyo
