// SPDX-License-Identifier: Apache-2.0
#include "models/sync/engine.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_random.h"

#include <QTest>

using namespace yoyo;
using namespace std::chrono_literals;

static const QUuid epoch(QStringLiteral("{0192f0aa-0000-7000-8000-0000000000ee}"));
static const QUuid batchId(QStringLiteral("{0192f0aa-0000-7000-8000-0000000000bb}"));

static QUuid opId(int n)
{
    return QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-%1}").arg(n, 12, 10, QLatin1Char('0')));
}

class TestEngine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_clock = std::make_unique<test::FakeClock>();
        m_random = std::make_unique<test::FakeRandom>();
        m_engine = std::make_unique<Engine>(*m_clock, *m_random);
    }
    void verifiedIsWhatEveryScopeAgreesOn();
    void aDifferenceIsReadAnewOnce();
    void aDifferenceThatStaysIsTold();
    void oneScopeSpeaksOnlyForItself();
    void whatWasVerifiedIsNoLongerSoOnceItDiffers();
    void aRowThatCameByAnotherWayIsAskedAgain();
    void aQuietRoundShakesHandsAndPullsEveryScope();
    void outcomesGoToTheCacheBeforeTheOperationsClose();
    void aReplyThatComesTwiceChangesNothing();
    void missingOrExtraOutcomesAreAskedFor_data();
    void missingOrExtraOutcomesAreAskedFor();
    void aLostReplySendsTheSameBatchAgain();
    void aRefusedConnectionLeavesTheOperationsQueued();
    void sendingTroubleDoesNotKeepThePullBack();
    void anEndedSessionKeepsTheQueueAndWaitsForSignIn();
    void retryAfterWins();
    void waitingGrowsWithJitterUpToTheCap();
    void theButtonEndsTheWaitASaveDoesNot();
    void maintenanceIsAskedAboutAgain();
    void tooLargeABatchIsHalved();
    void oneRefusedOperationDoesNotStopTheOthers();
    void aStumblingServiceGetsSmallerBatches();
    void anotherDatasetStopsWithAQuestion();
    void theQuestionCanBeAnswered();
    void aDatasetThatChangesInMidPullIsNotStored();
    void anotherEnvironmentStops();
    void anExpiredCursorStartsTheScopeAgain();
    void aCursorThatDoesNotMoveIsRefused();
    void aStoreFaultBeginsFromTheStoreAgain();
    void tooOldAClientKeepsItsWork();
    void aSaveDuringARoundIsSentRightAfter();
    void aSignInDuringAFailingRoundIsNotForgotten();
    void stoppedMeansSilent();
    void everyStateSurvivesEveryEvent();

private:
    template <typename T>
    static const T* find(const Engine::Instructions& all)
    {
        for (const Instruction& i : all) {
            if (const T* hit = std::get_if<T>(&i))
                return hit;
        }
        return nullptr;
    }
    template <typename T>
    bool gave()
    {
        return find<T>(m_last) != nullptr;
    }
    template <typename T>
    T given()
    {
        const T* hit = find<T>(m_last);
        if (!hit)
            qFatal("the expected instruction was not given");
        return *hit;
    }
    void feed(Event event) { m_last = m_engine->handle(std::move(event)); }
    void trigger(SyncTrigger t) { m_last = m_engine->trigger(t); }

    Handshake handshake()
    {
        Handshake h;
        h.environment = QStringLiteral("practice");
        h.contractMinimum = h.contractMaximum = 1;
        h.datasetEpoch = epoch;
        h.maximumPushOps = 500;
        h.maximumPushBytes = 1 << 20;
        h.maximumChangesRows = 1000;
        h.serverTime = m_clock->nowUtc();
        return h;
    }
    void survey() { feed(WorkSurveyed{WorkSurvey{epoch, QStringLiteral("practice"), {}}}); }
    void shake() { feed(HandshakeArrived{handshake()}); }
    void startUpTo()
    {
        trigger(SyncTrigger::Start);
        survey();
        shake();
    }
    void prepared(int ops)
    {
        PreparedWork work{batchId, QByteArrayLiteral("body"), {}, {}};
        for (int i = 1; i <= ops; ++i)
            work.opIds.append(opId(i));
        feed(BatchPrepared{work});
    }
    void nothingToSend() { feed(BatchPrepared{PreparedWork{}}); }
    static Outcome outcome(int n, OutcomeKind kind = OutcomeKind::Applied)
    {
        Outcome o;
        o.opId = opId(n);
        o.outcome = kind;
        o.ver = 2;
        o.row = EntityRow{Entity::User, opId(100 + n), 2, 5, false, {}};
        return o;
    }
    const PageReceipt equal{DigestCheck::Equal};
    ChangesPage page(bool hasMore = false, const QString& cursor = QStringLiteral("c1"))
    {
        return ChangesPage{{}, cursor, 7, hasMore, epoch, {}};
    }
    void pull()
    {
        for (int i = 0; i < 2; ++i) {
            QVERIFY(gave<ReadCursor>());
            feed(CursorRead{QString()});
            feed(PageArrived{page()});
            feed(PageStored{equal});
        }
        QVERIFY(gave<RebaseOverlays>());
        feed(OverlaysRebased{false});
    }
    SyncPhase phase() { return m_engine->status().phase; }
    /// Pulls one scope from a known cursor; the store finds `check` at its end.
    void pullScope(const QString& scope, DigestCheck check)
    {
        QCOMPARE(given<ReadCursor>().scope, scope);
        feed(CursorRead{QStringLiteral("c0")});
        feed(PageArrived{page()});
        feed(PageStored{PageReceipt{check}});
    }

    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<test::FakeRandom> m_random;
    std::unique_ptr<Engine> m_engine;
    Engine::Instructions m_last;
    PreparedWork m_open;
};

static const QString national = QStringLiteral("national");
static const QString office = QStringLiteral("office");

void TestEngine::verifiedIsWhatEveryScopeAgreesOn()
{
    startUpTo();
    QVERIFY(!m_engine->status().isVerified);
    nothingToSend();
    pullScope(national, DigestCheck::Equal);
    pullScope(office, DigestCheck::Equal);
    feed(OverlaysRebased{false});
    QVERIFY(m_engine->status().isVerified);
    QVERIFY(given<RememberPull>().isVerified);
    // A service that tells nothing leaves it open.
    trigger(SyncTrigger::Button);
    nothingToSend();
    pullScope(national, DigestCheck::NotTold);
    pullScope(office, DigestCheck::Equal);
    feed(OverlaysRebased{false});
    QCOMPARE(phase(), SyncPhase::Idle);
    QVERIFY(!m_engine->status().isVerified);
    QVERIFY(!given<RememberPull>().isVerified);
}

void TestEngine::aDifferenceIsReadAnewOnce()
{
    startUpTo();
    nothingToSend();
    pullScope(national, DigestCheck::Equal);
    pullScope(office, DigestCheck::Different);
    QCOMPARE(given<ResetCursor>().scope, office);
    feed(CursorReset{});
    pullScope(office, DigestCheck::Equal);
    feed(OverlaysRebased{false});
    QCOMPARE(phase(), SyncPhase::Idle);
    QVERIFY(m_engine->status().isVerified);
    QVERIFY(!m_engine->status().lastError);
}

void TestEngine::aDifferenceThatStaysIsTold()
{
    startUpTo();
    nothingToSend();
    pullScope(national, DigestCheck::Different);
    feed(CursorReset{});
    pullScope(national, DigestCheck::Different);
    pullScope(office, DigestCheck::Equal);
    feed(OverlaysRebased{false});
    QCOMPARE(phase(), SyncPhase::Idle);
    QVERIFY(!m_engine->status().isVerified);
    QCOMPARE(m_engine->status().lastError->code, ErrorCode::CopyDiffers);
    // The next round by itself does not read everything again, the one of a person does.
    m_last = m_engine->tick();
    nothingToSend();
    pullScope(national, DigestCheck::Different);
    pullScope(office, DigestCheck::Equal);
    feed(OverlaysRebased{false});
    trigger(SyncTrigger::Button);
    nothingToSend();
    pullScope(national, DigestCheck::Different);
    feed(CursorReset{});
    pullScope(national, DigestCheck::Equal);
    pullScope(office, DigestCheck::Equal);
    feed(OverlaysRebased{false});
    QVERIFY(m_engine->status().isVerified);
    QVERIFY(!m_engine->status().lastError);
}

void TestEngine::oneScopeSpeaksOnlyForItself()
{
    startUpTo();
    nothingToSend();
    pullScope(national, DigestCheck::Different);
    feed(CursorReset{});
    pullScope(national, DigestCheck::Different);
    pullScope(office, DigestCheck::Different);
    feed(CursorReset{});
    pullScope(office, DigestCheck::Equal);
    feed(OverlaysRebased{false});
    QVERIFY(!m_engine->status().isVerified);
    QVERIFY(!given<RememberPull>().isVerified);
    QCOMPARE(m_engine->status().lastError->code, ErrorCode::CopyDiffers);
}

void TestEngine::whatWasVerifiedIsNoLongerSoOnceItDiffers()
{
    startUpTo();
    nothingToSend();
    pullScope(national, DigestCheck::Equal);
    pullScope(office, DigestCheck::Equal);
    feed(OverlaysRebased{false});
    QVERIFY(m_engine->status().isVerified);
    trigger(SyncTrigger::Button);
    nothingToSend();
    pullScope(national, DigestCheck::Equal);
    pullScope(office, DigestCheck::Different);
    feed(CursorReset{});
    feed(CursorRead{QString()});
    feed(PageArrived{Error(ErrorCode::ConnectionLost)});
    feed(OverlaysRebased{false});
    QCOMPARE(phase(), SyncPhase::Offline);
    QVERIFY(!m_engine->status().isVerified);
}

void TestEngine::aRowThatCameByAnotherWayIsAskedAgain()
{
    startUpTo();
    nothingToSend();
    pullScope(national, DigestCheck::Equal);
    pullScope(office, DigestCheck::Ahead);
    pullScope(office, DigestCheck::Equal);
    feed(OverlaysRebased{false});
    QVERIFY(m_engine->status().isVerified);
    // Many in a row are no fault either.
    for (int round = 1; round <= 2; ++round) {
        trigger(SyncTrigger::Button);
        nothingToSend();
        pullScope(national, DigestCheck::Equal);
        pullScope(office, DigestCheck::Ahead);
        pullScope(office, DigestCheck::Ahead);
        feed(OverlaysRebased{false});
        QCOMPARE(phase(), SyncPhase::Idle);
        QVERIFY(!m_engine->status().isVerified);
        QVERIFY(!m_engine->status().lastError);
    }
    // One that stays ahead is of a state the service has lost.
    trigger(SyncTrigger::Button);
    nothingToSend();
    pullScope(national, DigestCheck::Equal);
    pullScope(office, DigestCheck::Ahead);
    pullScope(office, DigestCheck::Ahead);
    QCOMPARE(given<ResetCursor>().scope, office);
}

void TestEngine::aQuietRoundShakesHandsAndPullsEveryScope()
{
    trigger(SyncTrigger::Start);
    QVERIFY(gave<SurveyWork>());
    feed(WorkSurveyed{WorkSurvey{}});
    QVERIFY(gave<ShakeHands>());
    shake();
    QCOMPARE(given<StoreEpoch>().datasetEpoch, epoch);
    QVERIFY(!given<StoreEpoch>().isReplacing);
    feed(EpochStored{});
    QCOMPARE(given<PrepareBatch>().maximumOps, 500);
    nothingToSend();
    QCOMPARE(given<ReadCursor>().scope, QStringLiteral("national"));
    feed(CursorRead{QStringLiteral("c0")});
    QCOMPARE(given<FetchChanges>().cursor, QStringLiteral("c0"));
    feed(PageArrived{page(true)});
    QCOMPARE(given<StorePage>().page.cursor, QStringLiteral("c1"));
    feed(PageStored{equal});
    QCOMPARE(given<FetchChanges>().cursor, QStringLiteral("c1"));
    feed(PageArrived{page(false, QStringLiteral("c2"))});
    feed(PageStored{equal});
    QCOMPARE(given<ReadCursor>().scope, QStringLiteral("office"));
    feed(CursorRead{QString()});
    feed(PageArrived{page()});
    feed(PageStored{equal});
    QVERIFY(gave<RebaseOverlays>());
    feed(OverlaysRebased{false});
    QVERIFY(gave<RememberPull>());
    QVERIFY(gave<WakeLater>());
    QCOMPARE(phase(), SyncPhase::Idle);
    QVERIFY(m_engine->status().isOnline);
    QCOMPARE(m_engine->status().lastOk, m_clock->nowUtc());
    // The next round soon after needs no new handshake.
    m_clock->advance(1min);
    m_last = m_engine->tick();
    QVERIFY(gave<PrepareBatch>());
}

void TestEngine::outcomesGoToTheCacheBeforeTheOperationsClose()
{
    startUpTo();
    prepared(2);
    QCOMPARE(given<SendBatch>().body, QByteArrayLiteral("body"));
    feed(PushArrived{PushReply{{outcome(1), outcome(2)}}});
    QCOMPARE(given<StoreRows>().rows.size(), 2);
    QVERIFY(!gave<CloseOps>());
    feed(RowsStored{});
    QCOMPARE(given<CloseOps>().outcomes.size(), 2);
    feed(OpsClosed{});
    QVERIFY(gave<PrepareBatch>());
    nothingToSend();
    pull();
}

void TestEngine::aReplyThatComesTwiceChangesNothing()
{
    startUpTo();
    prepared(1);
    feed(PushArrived{PushReply{{outcome(1)}}});
    feed(PushArrived{PushReply{{outcome(1)}}});
    QVERIFY(m_last.empty());
    feed(RowsStored{});
    feed(RowsStored{});
    QVERIFY(m_last.empty());
    feed(OpsClosed{});
    QVERIFY(gave<PrepareBatch>());
    feed(OpsClosed{});
    QVERIFY(m_last.empty());
}

void TestEngine::missingOrExtraOutcomesAreAskedFor_data()
{
    QTest::addColumn<QList<int>>("answered");
    QTest::newRow("missing") << QList<int>{1};
    QTest::newRow("extra") << QList<int>{1, 2, 3};
    QTest::newRow("order") << QList<int>{2, 1};
    QTest::newRow("twice") << QList<int>{1, 1};
    QTest::newRow("other") << QList<int>{1, 9};
    QTest::newRow("none") << QList<int>{};
}

void TestEngine::missingOrExtraOutcomesAreAskedFor()
{
    QFETCH(QList<int>, answered);
    startUpTo();
    prepared(2);
    PushReply reply;
    for (int n : answered)
        reply.outcomes.append(outcome(n));
    feed(PushArrived{reply});
    QCOMPARE(given<MarkBatch>().mark, BatchMark::Ask);
    feed(BatchMarked{});
    QCOMPARE(given<AskStatus>().opIds.size(), 2);
    feed(StatusArrived{PushReply{{outcome(1), outcome(2, OutcomeKind::Unknown)}}});
    feed(RowsStored{});
    QVERIFY(given<CloseOps>().batchId.isNull());
    feed(OpsClosed{});
    // Nothing is sent again in this round: the service may answer badly once more.
    QVERIFY(gave<ReadCursor>());
    pull();
    QCOMPARE(phase(), SyncPhase::Waiting);
    QCOMPARE(m_engine->status().lastError->code, ErrorCode::ReplyInvalid);
}

void TestEngine::aLostReplySendsTheSameBatchAgain()
{
    startUpTo();
    prepared(1);
    feed(PushArrived{Error(ErrorCode::ConnectionLost)});
    QCOMPARE(given<MarkBatch>().mark, BatchMark::Unknown);
    feed(BatchMarked{});
    pull();
    QCOMPARE(phase(), SyncPhase::Offline);
    m_last = m_engine->tick();
    shake();
    prepared(1);
    QCOMPARE(given<SendBatch>().batchId, batchId);
    feed(PushArrived{PushReply{{outcome(1, OutcomeKind::Duplicate)}}});
    QVERIFY(gave<StoreRows>());
}

void TestEngine::aRefusedConnectionLeavesTheOperationsQueued()
{
    startUpTo();
    prepared(1);
    feed(PushArrived{Error(ErrorCode::ConnectionRefused)});
    QCOMPARE(given<MarkBatch>().mark, BatchMark::Unsent);
    QVERIFY(!m_engine->status().isOnline);
}

void TestEngine::sendingTroubleDoesNotKeepThePullBack()
{
    for (const ErrorCode code : {ErrorCode::ConnectionTimedOut, ErrorCode::InternalError, ErrorCode::RateLimited}) {
        init();
        startUpTo();
        prepared(1);
        feed(PushArrived{Error(code)});
        feed(BatchMarked{});
        QVERIFY(gave<ReadCursor>());
    }
}

void TestEngine::anEndedSessionKeepsTheQueueAndWaitsForSignIn()
{
    startUpTo();
    prepared(1);
    feed(PushArrived{Error(ErrorCode::SessionExpired)});
    QCOMPARE(given<MarkBatch>().mark, BatchMark::WaitingAuth);
    feed(BatchMarked{});
    feed(OverlaysRebased{false});
    QCOMPARE(phase(), SyncPhase::WaitingSignIn);
    QVERIFY(!gave<WakeLater>());
    trigger(SyncTrigger::Saved);
    QVERIFY(!gave<ShakeHands>());
    trigger(SyncTrigger::SignedIn);
    shake();
    prepared(1);
    QCOMPARE(given<SendBatch>().batchId, batchId);
}

void TestEngine::retryAfterWins()
{
    startUpTo();
    prepared(1);
    Error busy(ErrorCode::RateLimited);
    busy.retryAfter = 90s;
    feed(PushArrived{busy});
    QCOMPARE(given<MarkBatch>().mark, BatchMark::Unsent);
    feed(BatchMarked{});
    pull();
    QVERIFY(given<WakeLater>().delay >= 90s);
    QVERIFY(given<WakeLater>().delay <= 91s);
}

void TestEngine::waitingGrowsWithJitterUpToTheCap()
{
    trigger(SyncTrigger::Start);
    survey();
    std::chrono::milliseconds longest{0};
    QSet<qint64> seen;
    for (int i = 0; i < 60; ++i) {
        feed(HandshakeArrived{Error(ErrorCode::HostNotFound)});
        QCOMPARE(phase(), SyncPhase::Offline);
        const auto delay = given<WakeLater>().delay;
        const qint64 ceiling = std::min<qint64>(15 * 60'000, 2'000LL << std::min(i, 20));
        QVERIFY2(delay.count() <= ceiling, qPrintable(QString::number(i)));
        seen.insert(delay.count());
        longest = std::max(longest, delay);
        m_last = m_engine->tick();
        QVERIFY(gave<ShakeHands>());
    }
    QVERIFY(longest > 5min);
    QVERIFY(seen.size() > 40);
}

void TestEngine::theButtonEndsTheWaitASaveDoesNot()
{
    trigger(SyncTrigger::Start);
    survey();
    feed(HandshakeArrived{Error(ErrorCode::HostNotFound)});
    trigger(SyncTrigger::Saved);
    QVERIFY(m_last.empty());
    for (const SyncTrigger t : {SyncTrigger::Button, SyncTrigger::Network, SyncTrigger::SignedIn}) {
        trigger(t);
        QVERIFY(gave<ShakeHands>());
        feed(HandshakeArrived{Error(ErrorCode::HostNotFound)});
    }
}

void TestEngine::maintenanceIsAskedAboutAgain()
{
    trigger(SyncTrigger::Start);
    survey();
    Handshake h = handshake();
    h.maintenance = MaintenanceNotice{h.serverTime.addSecs(3600)};
    feed(HandshakeArrived{h});
    QCOMPARE(phase(), SyncPhase::Maintenance);
    QCOMPARE(m_engine->status().maintenanceUntil, *h.maintenance->until);
    QVERIFY(given<WakeLater>().delay <= 60s);
    m_last = m_engine->tick();
    shake();
    QVERIFY(gave<PrepareBatch>());
}

void TestEngine::tooLargeABatchIsHalved()
{
    startUpTo();
    prepared(8);
    feed(PushArrived{Error(ErrorCode::PayloadTooLarge)});
    QCOMPARE(given<MarkBatch>().mark, BatchMark::Split);
    feed(BatchMarked{});
    QCOMPARE(given<PrepareBatch>().maximumOps, 4);
    prepared(1);
    feed(PushArrived{Error(ErrorCode::PayloadTooLarge)});
    QCOMPARE(given<MarkBatch>().mark, BatchMark::Refused);
}

void TestEngine::oneRefusedOperationDoesNotStopTheOthers()
{
    startUpTo();
    prepared(1);
    feed(PushArrived{Error(ErrorCode::RequestMalformed)});
    QCOMPARE(given<MarkBatch>().mark, BatchMark::Refused);
    feed(BatchMarked{});
    QVERIFY(gave<PrepareBatch>());
    prepared(1);
    QVERIFY(gave<SendBatch>());
}

void TestEngine::aStumblingServiceGetsSmallerBatches()
{
    startUpTo();
    for (int i = 0; i < 2; ++i) {
        prepared(4);
        feed(PushArrived{Error(ErrorCode::InternalError)});
        QCOMPARE(given<MarkBatch>().mark, BatchMark::Unknown);
        feed(BatchMarked{});
        pull();
        m_last = m_engine->tick();
        shake();
    }
    prepared(4);
    feed(PushArrived{Error(ErrorCode::InternalError)});
    QCOMPARE(given<MarkBatch>().mark, BatchMark::Ask);
    feed(BatchMarked{});
    feed(StatusArrived{Error(ErrorCode::InternalError)});
    pull();
    m_last = m_engine->tick();
    shake();
    QCOMPARE(given<PrepareBatch>().maximumOps, 2);
}

void TestEngine::anotherDatasetStopsWithAQuestion()
{
    trigger(SyncTrigger::Start);
    survey();
    Handshake h = handshake();
    h.datasetEpoch = opId(77);
    feed(HandshakeArrived{h});
    QCOMPARE(phase(), SyncPhase::NeedsDecision);
    QCOMPARE(m_engine->status().lastError->code, ErrorCode::DatasetReplaced);
    QVERIFY(!gave<PrepareBatch>());
    trigger(SyncTrigger::Saved);
    QVERIFY(m_last.empty());
    m_last = m_engine->tick();
    QVERIFY(m_last.empty());
}

void TestEngine::theQuestionCanBeAnswered()
{
    anotherDatasetStopsWithAQuestion();
    m_last = m_engine->acceptDataset();
    QVERIFY(gave<ShakeHands>());
    Handshake h = handshake();
    h.datasetEpoch = opId(77);
    feed(HandshakeArrived{h});
    QVERIFY(given<StoreEpoch>().isReplacing);
    QCOMPARE(given<StoreEpoch>().datasetEpoch, opId(77));
    feed(EpochStored{});
    QVERIFY(gave<PrepareBatch>());
}

void TestEngine::aDatasetThatChangesInMidPullIsNotStored()
{
    startUpTo();
    nothingToSend();
    feed(CursorRead{QString()});
    ChangesPage other = page();
    other.datasetEpoch = opId(77);
    feed(PageArrived{other});
    QVERIFY(!gave<StorePage>());
    QCOMPARE(phase(), SyncPhase::NeedsDecision);
}

void TestEngine::anotherEnvironmentStops()
{
    trigger(SyncTrigger::Start);
    survey();
    Handshake h = handshake();
    h.environment = QStringLiteral("production");
    feed(HandshakeArrived{h});
    QCOMPARE(m_engine->status().lastError->code, ErrorCode::OtherEnvironment);
    m_last = m_engine->acceptDataset();
    QVERIFY(m_last.empty());
}

void TestEngine::anExpiredCursorStartsTheScopeAgain()
{
    startUpTo();
    nothingToSend();
    feed(CursorRead{QStringLiteral("old")});
    feed(PageArrived{Error(ErrorCode::CursorExpired)});
    QCOMPARE(given<ResetCursor>().scope, QStringLiteral("national"));
    feed(CursorReset{});
    QCOMPARE(given<ReadCursor>().scope, QStringLiteral("national"));
}

void TestEngine::aCursorThatDoesNotMoveIsRefused()
{
    startUpTo();
    nothingToSend();
    feed(CursorRead{QStringLiteral("c1")});
    feed(PageArrived{page(true, QStringLiteral("c1"))});
    QVERIFY(!gave<StorePage>());
    feed(OverlaysRebased{false});
    QCOMPARE(m_engine->status().lastError->code, ErrorCode::ReplyInvalid);
}

void TestEngine::aStoreFaultBeginsFromTheStoreAgain()
{
    startUpTo();
    prepared(1);
    feed(PushArrived{PushReply{{outcome(1)}}});
    feed(RowsStored{Error(ErrorCode::DiskFull)});
    QVERIFY(!gave<CloseOps>());
    QCOMPARE(m_engine->status().lastError->code, ErrorCode::DiskFull);
    m_last = m_engine->tick();
    QVERIFY(gave<SurveyWork>());
}

void TestEngine::tooOldAClientKeepsItsWork()
{
    startUpTo();
    prepared(1);
    feed(PushArrived{Error(ErrorCode::ClientTooOld)});
    QCOMPARE(given<MarkBatch>().mark, BatchMark::Unsent);
    feed(BatchMarked{});
    feed(OverlaysRebased{false});
    QCOMPARE(phase(), SyncPhase::ClientTooOld);
}

void TestEngine::aSaveDuringARoundIsSentRightAfter()
{
    startUpTo();
    nothingToSend();
    trigger(SyncTrigger::Saved);
    QVERIFY(m_last.empty());
    m_last.push_back(ReadCursor{});
    pull();
    QVERIFY(gave<PrepareBatch>());
}

void TestEngine::aSignInDuringAFailingRoundIsNotForgotten()
{
    startUpTo();
    prepared(1);
    trigger(SyncTrigger::SignedIn);
    feed(PushArrived{Error(ErrorCode::SessionExpired)});
    feed(BatchMarked{});
    feed(OverlaysRebased{false});
    QVERIFY(gave<ShakeHands>());
}

void TestEngine::stoppedMeansSilent()
{
    startUpTo();
    m_engine->stop();
    prepared(1);
    QVERIFY(m_last.empty());
    m_last = m_engine->tick();
    QVERIFY(m_last.empty());
    QCOMPARE(phase(), SyncPhase::NotStarted);
}

/// Whatever comes, in whatever order: the engine gives at most one question at a time and never falls silent while
/// it is neither resting nor waiting for an answer.
void TestEngine::everyStateSurvivesEveryEvent()
{
    test::FakeRandom dice(7);
    const QList<ErrorCode> errors{ErrorCode::ConnectionLost, ErrorCode::InternalError, ErrorCode::SessionExpired,
                                  ErrorCode::Maintenance,    ErrorCode::RateLimited,   ErrorCode::CursorExpired,
                                  ErrorCode::ReplyInvalid,   ErrorCode::PayloadTooLarge, ErrorCode::DiskFull,
                                  ErrorCode::ClientTooOld,   ErrorCode::HostNotFound,  ErrorCode::ScopeForbidden};
    trigger(SyncTrigger::Start);
    for (int i = 0; i < 50'000; ++i) {
        int questions = 0;
        Instruction open = ReportStatus{};
        for (const Instruction& in : m_last) {
            const bool isQuestion = !std::holds_alternative<RememberPull>(in) && !std::holds_alternative<WakeLater>(in)
                && !std::holds_alternative<ReportStatus>(in);
            if (isQuestion) {
                ++questions;
                open = in;
            }
        }
        QVERIFY(questions <= 1);
        const bool isBad = dice.next() % 4 == 0;
        const Error error(errors.at(dice.next() % errors.size()));
        const auto answer = [&](auto good) -> Event { return isBad ? decltype(good){error} : good; };
        if (questions == 0) {
            const SyncPhase now = phase();
            QVERIFY2(now == SyncPhase::Idle || now == SyncPhase::Offline || now == SyncPhase::Waiting
                         || now == SyncPhase::WaitingSignIn || now == SyncPhase::Maintenance
                         || now == SyncPhase::ClientTooOld || now == SyncPhase::OtherProcess,
                     qPrintable(QString::number(int(now))));
            if (now == SyncPhase::WaitingSignIn)
                trigger(SyncTrigger::SignedIn);
            else
                m_last = m_engine->tick();
            QVERIFY(!m_last.empty());
            continue;
        }
        if (std::holds_alternative<SurveyWork>(open))
            feed(answer(WorkSurveyed{WorkSurvey{epoch, QStringLiteral("practice"), {}}}));
        else if (std::holds_alternative<ShakeHands>(open))
            feed(answer(HandshakeArrived{handshake()}));
        else if (std::holds_alternative<StoreEpoch>(open))
            feed(answer(EpochStored{}));
        else if (std::holds_alternative<PrepareBatch>(open)) {
            PreparedWork work;
            if (const int n = int(dice.next() % 3)) {
                work.batchId = batchId;
                for (int k = 1; k <= n; ++k)
                    work.opIds.append(opId(k));
            } else if (dice.next() % 2) {
                work.toAsk = {opId(1)};
            }
            m_open = work;
            feed(answer(BatchPrepared{work}));
        } else if (std::holds_alternative<SendBatch>(open)) {
            PushReply reply;
            for (int k = 1; k <= m_open.opIds.size() - int(dice.next() % 8 == 0); ++k)
                reply.outcomes.append(outcome(k));
            feed(answer(PushArrived{reply}));
        } else if (const auto* ask = std::get_if<AskStatus>(&open)) {
            PushReply reply;
            for (int k = 1; k <= ask->opIds.size(); ++k)
                reply.outcomes.append(outcome(k, OutcomeKind::Unknown));
            feed(answer(StatusArrived{reply}));
        } else if (std::holds_alternative<StoreRows>(open))
            feed(answer(RowsStored{}));
        else if (std::holds_alternative<CloseOps>(open))
            feed(answer(OpsClosed{}));
        else if (std::holds_alternative<MarkBatch>(open))
            feed(answer(BatchMarked{}));
        else if (std::holds_alternative<ReadCursor>(open))
            feed(answer(CursorRead{QString()}));
        else if (std::holds_alternative<FetchChanges>(open))
            feed(answer(PageArrived{page(dice.next() % 3 == 0, QStringLiteral("c%1").arg(i))}));
        else if (std::holds_alternative<StorePage>(open))
            feed(answer(PageStored{equal}));
        else if (std::holds_alternative<ResetCursor>(open))
            feed(answer(CursorReset{}));
        else if (std::holds_alternative<RebaseOverlays>(open))
            feed(answer(OverlaysRebased{dice.next() % 9 == 0}));
    }
}

QTEST_GUILESS_MAIN(TestEngine)
#include "test_engine.moc"
