// SPDX-License-Identifier: Apache-2.0
#include "models/domain/ids.h"
#include "models/sync/engine.h"
#include "models/sync/outbox.h"
#include "models/sync/replica.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_random.h"
#include "tests/support/fake_workplace.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace yoyo;

static const QUuid rowId(QStringLiteral("{0192f0aa-0000-7000-8000-0000000000a1}"));
static const QString department = QStringLiteral("department");
static const QString phone = QStringLiteral("phone");

class TestOutbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_clock = std::make_unique<test::FakeClock>();
        m_random = std::make_unique<test::FakeRandom>();
        m_place = std::make_unique<test::FakeWorkplace>(*m_clock, *m_random);
        QVERIFY(m_place->open());
        m_isSteppedUp = true;
    }
    void cleanup() { m_place.reset(); }

    void aSaveIsOverlayOperationAndLedgerTogether();
    void anUnsentOperationIsExtended();
    void changingBackLeavesNothing();
    void anEditDuringFlightFollowsTheSentOne();
    void theSentBytesNeverChange();
    void aTroubleAfterALostReplyProvesNothing();
    void aPullLeavesAnOperationThatWasSentBefore();
    void privilegedWorkWaitsForTheAuthorsPassword();
    void ownDataDoesNotWait();
    void takingBackRestoresTheRow();
    void whatWasSentCannotBeTakenBack();
    void nothingUnderALaterEditIsTakenBack();
    void anotherPersonsWorkIsNeverSentOrTakenBack();
    void aCreationIsCorrectedAfterARefusal();
    void dependentsOfARefusalWait();
    void aBlockedStepUpGoesBackToWaiting();
    void anAppliedEditLeavesTheMirror();
    void aDuplicateIsAsGoodAsApplied();
    void anAppliedEditKeepsTheLaterOne();
    void crashBetweenCacheAndClosingIsHarmless();
    void aFormerProcessLeavesUnknownOperations();
    void aPullOnOtherGroupsMergesByItself();
    void theSameChangeAtTheCentreNeedsNoSending();
    void aPullOnTheSameGroupAsksAPerson();
    void whatTheCentreChangedAloneStaysTheCentres();
    void decidingCentralLeavesNothingToSend();
    void decidingLocalMakesAnOperationOnTheirVersion();
    void everyGroupNeedsAChoice();
    void aDecisionOnAMovedConflictIsRefused();
    void aConflictThatDissolvesGoesOnByItself();
    void aRowInFlightIsNotRebased();
    void pushConflictBecomesARecord();
    void pushConflictOnOtherGroupsGoesOnByItself();
    void aServiceThatInsistsIsBelieved();
    void anEditBehindAConflictIsPartOfTheDecision();
    void deletedAtTheCentreAsksAPerson();
    void aCrowdThatWaitsHoldsNobodyElseBack();
    void batchesRespectTheLimits();
    void unknownOperationsAreAskedForOnce();
    void unsentBatchesLeaveOperationsAsTheyWere();
    void aStumbledOperationLetsOthersPass();
    void theLedgerShowsAChange();
    void countsSpeakOfEveryKind();

private:
    WorkContext who() const
    {
        return {*m_clock, *m_random, m_place->user, m_place->device, m_isSteppedUp};
    }
    template <typename T, typename Fn>
    T inWork(Fn fn)
    {
        const auto result = test::inWork<T>(*m_place, fn);
        if (!result)
            qFatal("%s %s", qPrintable(result.error().codeText()), qPrintable(result.error().detail));
        return *result;
    }
    template <typename Fn>
    Result<bool> tryWork(Fn fn)
    {
        return test::inWork<bool>(*m_place, [fn](Connection& work) -> Result<bool> {
            const auto done = fn(work);
            return done ? Result<bool>(true) : Result<bool>(done.error());
        });
    }
    void must(const Result<bool>& done)
    {
        if (!done)
            qFatal("%s %s", qPrintable(done.error().codeText()), qPrintable(done.error().detail));
    }

    static QJsonObject base()
    {
        return {{QStringLiteral("login_id"), QStringLiteral("shinjuku-0001")},
                {QStringLiteral("family_name"), QStringLiteral("佐藤")},
                {department, QStringLiteral("健康推進課")},
                {phone, QStringLiteral("03-0001")},
                {QStringLiteral("role"), QStringLiteral("staff")}};
    }
    EntityRow seen(qint64 ver = 3, const QUuid& id = rowId) const { return {Entity::User, id, ver, ver, false, base()}; }
    EntityRow theirs(qint64 ver, const QJsonObject& set) const
    {
        return {Entity::User, rowId, ver, ver, false, withChange(base(), FieldChange{set, {}})};
    }
    SavedEdit edit(const QString& field, const QString& value, const QUuid& id = rowId)
    {
        Edit e;
        e.id = id;
        e.seen = seen(3, id);
        e.change.set = {{field, value}};
        return inWork<SavedEdit>([this, e](Connection& work) { return saveEdit(work, who(), e); });
    }
    StoredOp op(const QUuid& id)
    {
        const auto found = inWork<std::optional<StoredOp>>([id](Connection& work) { return readOp(work, id); });
        if (!found)
            qFatal("no such operation");
        return *found;
    }
    OpState state(const SavedEdit& saved) { return op(saved.opId).state; }
    std::optional<Overlay> overlay(const QUuid& id = rowId)
    {
        return inWork<std::optional<Overlay>>([id](Connection& work) { return readOverlay(work, Entity::User, id); });
    }
    QList<StoredOp> pending(const QUuid& id = rowId)
    {
        return inWork<QList<StoredOp>>([id](Connection& work) { return pendingOps(work, Entity::User, id); });
    }
    PreparedWork prepare(int ops = 500, qint64 bytes = 1 << 20)
    {
        return inWork<PreparedWork>(
            [this, ops, bytes](Connection& work) { return prepareBatch(work, who(), ops, bytes); });
    }
    Outcome outcome(const QUuid& opId, OutcomeKind kind, std::optional<EntityRow> row = {}, std::optional<Error> problem = {})
    {
        Outcome o;
        o.opId = opId;
        o.outcome = kind;
        o.row = row;
        o.ver = row ? row->ver : 4;
        o.problem = problem;
        return o;
    }
    void close(const PreparedWork& batch, const QList<Outcome>& outcomes)
    {
        must(tryWork([this, batch, outcomes](Connection& work) { return closeOps(work, who(), batch.batchId, outcomes); }));
    }
    void mark(const PreparedWork& batch, BatchMark m, const Error& why)
    {
        must(tryWork([=, this](Connection& work) { return markBatch(work, who(), batch.batchId, m, why); }));
    }
    bool rebase(const EntityRow& row)
    {
        return inWork<bool>([this, row](Connection& work) { return rebaseRow(work, who(), row); });
    }
    SyncCounts counts()
    {
        return inWork<SyncCounts>([this](Connection& work) { return countWork(work, m_place->user); });
    }
    struct OpenConflict
    {
        QUuid id;
        qint64 theirsVer = 0;
        QString groups;
        QString conflictClass;
    };
    QList<OpenConflict> openConflicts()
    {
        return inWork<QList<OpenConflict>>([](Connection& work) -> Result<QList<OpenConflict>> {
            QList<OpenConflict> out;
            const auto read = work.select(
                QStringLiteral("SELECT id, theirs_ver, fields, class FROM conflict WHERE state = 'open'"), {},
                [&out](const Row& row) {
                    out.append({row.uuid(0), row.integer(1), row.text(2), row.text(3)});
                    return true;
                });
            return read ? Result<QList<OpenConflict>>(out) : Result<QList<OpenConflict>>(read.error());
        });
    }
    Result<bool> decide(const QHash<QString, DecisionSide>& choices, qint64 theirsVer)
    {
        const QUuid id = openConflicts().constFirst().id;
        return tryWork([=, this](Connection& work) {
            return decideConflict(work, who(), id, theirsVer, choices, QStringLiteral("電話で確認"));
        });
    }

    std::unique_ptr<test::FakeClock> m_clock;
    std::unique_ptr<test::FakeRandom> m_random;
    std::unique_ptr<test::FakeWorkplace> m_place;
    bool m_isSteppedUp = true;
};

void TestOutbox::aSaveIsOverlayOperationAndLedgerTogether()
{
    const SavedEdit saved = edit(department, QStringLiteral("保健予防課"));
    const StoredOp stored = op(saved.opId);
    QCOMPARE(stored.state, OpState::Queued);
    QCOMPARE(stored.op.clientSeq, 1);
    QCOMPARE(stored.op.baseVer, std::optional<qint64>(3));
    QCOMPARE(stored.op.set, (QJsonObject{{department, QStringLiteral("保健予防課")}}));
    QCOMPARE(stored.op.baseValues, (QJsonObject{{department, QStringLiteral("健康推進課")}}));
    QCOMPARE(overlay()->fields.value(department).toString(), QStringLiteral("保健予防課"));
    QCOMPARE(overlay()->base, base());
    QVERIFY(inWork<bool>([](Connection& work) { return isLedgerIntact(work); }));
    // Saving what is there already is no operation.
    QVERIFY(edit(department, QStringLiteral("保健予防課")).opId.isNull());
}

void TestOutbox::anUnsentOperationIsExtended()
{
    const SavedEdit first = edit(department, QStringLiteral("保健予防課"));
    const SavedEdit second = edit(phone, QStringLiteral("03-0002"));
    QCOMPARE(second.opId, first.opId);
    QCOMPARE(pending().size(), 1);
    QCOMPARE(op(first.opId).op.set.keys(), (QStringList{department, phone}));
    QCOMPARE(op(first.opId).op.baseValues.value(phone).toString(), QStringLiteral("03-0001"));
}

void TestOutbox::changingBackLeavesNothing()
{
    const SavedEdit first = edit(department, QStringLiteral("保健予防課"));
    QVERIFY(edit(department, QStringLiteral("健康推進課")).opId.isNull());
    QCOMPARE(state(first), OpState::Withdrawn);
    QVERIFY(!overlay());
}

void TestOutbox::anEditDuringFlightFollowsTheSentOne()
{
    const SavedEdit first = edit(department, QStringLiteral("保健予防課"));
    QCOMPARE(prepare().opIds, QList<QUuid>{first.opId});
    const SavedEdit second = edit(department, QStringLiteral("総務課"));
    QVERIFY(second.opId != first.opId);
    QCOMPARE(op(second.opId).op.afterOp, first.opId);
    QVERIFY(!op(second.opId).op.baseVer);
    QCOMPARE(op(second.opId).op.baseValues.value(department).toString(), QStringLiteral("保健予防課"));
    // And a third one extends the second, which was not sent.
    QCOMPARE(edit(phone, QStringLiteral("03-0002")).opId, second.opId);
}

void TestOutbox::theSentBytesNeverChange()
{
    const SavedEdit first = edit(department, QStringLiteral("保健予防課"));
    const PreparedWork sent = prepare();
    mark(sent, BatchMark::Unknown, ErrorCode::ConnectionLost);
    edit(department, QStringLiteral("総務課"));
    const PreparedWork again = prepare();
    QCOMPARE(again.batchId, sent.batchId);
    QCOMPARE(again.body, sent.body);
    QCOMPARE(again.opIds, sent.opIds);
    QCOMPARE(op(first.opId).attempts, 2);
}

void TestOutbox::aTroubleAfterALostReplyProvesNothing()
{
    const SavedEdit saved = edit(department, QStringLiteral("保健予防課"));
    const PreparedWork sent = prepare();
    mark(sent, BatchMark::Unknown, ErrorCode::ConnectionLost);
    // The second sending does not leave this PC: the first may be with the service all the same.
    QCOMPARE(prepare().batchId, sent.batchId);
    mark(sent, BatchMark::Unsent, ErrorCode::ConnectionRefused);
    QCOMPARE(state(saved), OpState::Unknown);
    QCOMPARE(prepare().body, sent.body);
    // The third is refused as a whole: what became of the first is asked.
    mark(sent, BatchMark::Refused, ErrorCode::PayloadTooLarge);
    QCOMPARE(state(saved), OpState::Unknown);
    QCOMPARE(prepare().toAsk, QList<QUuid>{saved.opId});
    close(PreparedWork{}, {outcome(saved.opId, OutcomeKind::Unknown)});
    QCOMPARE(state(saved), OpState::Queued);
    m_clock->advance(std::chrono::minutes(11)); // one the service stumbled over lets others pass first
    // Now a refusal is the whole truth.
    mark(prepare(), BatchMark::Refused, ErrorCode::PayloadTooLarge);
    QCOMPARE(state(saved), OpState::Rejected);
}

void TestOutbox::aPullLeavesAnOperationThatWasSentBefore()
{
    const SavedEdit saved = edit(department, QStringLiteral("保健予防課"));
    const PreparedWork sent = prepare();
    mark(sent, BatchMark::Ask, ErrorCode::ReplyInvalid);
    close(PreparedWork{}, {outcome(saved.opId, OutcomeKind::Unknown)});
    rebase(theirs(6, {{phone, QStringLiteral("03-0099")}}));
    QCOMPARE(state(saved), OpState::Queued);
    m_clock->advance(std::chrono::minutes(11));
    QCOMPARE(prepare().opIds, QList<QUuid>{saved.opId});
}

void TestOutbox::privilegedWorkWaitsForTheAuthorsPassword()
{
    m_isSteppedUp = false;
    const SavedEdit saved = edit(department, QStringLiteral("保健予防課"));
    QVERIFY(saved.isWaitingStepUp);
    QVERIFY(prepare().batchId.isNull());
    QCOMPARE(counts().waitingStepUp, 1);
    m_place->user = QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-00000000a002}"));
    QCOMPARE(inWork<int>([this](Connection& work) { return releaseStepUp(work, who()); }), 0);
    m_place->user = QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-00000000a001}"));
    QCOMPARE(inWork<int>([this](Connection& work) { return releaseStepUp(work, who()); }), 1);
    QCOMPARE(prepare().opIds, QList<QUuid>{saved.opId});
}

void TestOutbox::ownDataDoesNotWait()
{
    m_isSteppedUp = false;
    QVERIFY(!edit(phone, QStringLiteral("03-0002"), m_place->user).isWaitingStepUp);
    QVERIFY(edit(QStringLiteral("role"), QStringLiteral("reader"), m_place->user).isWaitingStepUp);
}

void TestOutbox::takingBackRestoresTheRow()
{
    const SavedEdit saved = edit(department, QStringLiteral("保健予防課"));
    must(tryWork([&](Connection& work) { return withdraw(work, who(), saved.opId); }));
    QCOMPARE(state(saved), OpState::Withdrawn);
    QVERIFY(!overlay());
    QVERIFY(prepare().batchId.isNull());
}

void TestOutbox::whatWasSentCannotBeTakenBack()
{
    const SavedEdit saved = edit(department, QStringLiteral("保健予防課"));
    const PreparedWork batch = prepare();
    QCOMPARE(tryWork([&](Connection& work) { return withdraw(work, who(), saved.opId); }).error().code,
             ErrorCode::NotUndoable);
    const SavedEdit later = edit(phone, QStringLiteral("03-0002"));
    must(tryWork([&](Connection& work) { return withdraw(work, who(), later.opId); }));
    QCOMPARE(overlay()->fields.value(phone).toString(), QStringLiteral("03-0001"));
    QCOMPARE(overlay()->fields.value(department).toString(), QStringLiteral("保健予防課"));
    close(batch, {outcome(saved.opId, OutcomeKind::Applied, theirs(4, {{department, QStringLiteral("保健予防課")}}))});
    QVERIFY(!overlay());
}

void TestOutbox::nothingUnderALaterEditIsTakenBack()
{
    const SavedEdit first = edit(department, QStringLiteral("保健予防課"));
    const PreparedWork batch = prepare();
    edit(phone, QStringLiteral("03-0002"));
    close(batch, {outcome(first.opId, OutcomeKind::Rejected, {}, Error(ErrorCode::FieldInvalid))});
    QCOMPARE(tryWork([&](Connection& work) { return withdraw(work, who(), first.opId); }).error().code,
             ErrorCode::NotUndoable);
}

void TestOutbox::anotherPersonsWorkIsNeverSentOrTakenBack()
{
    const SavedEdit mine = edit(department, QStringLiteral("保健予防課"));
    m_place->user = QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-00000000a002}"));
    QVERIFY(prepare().batchId.isNull());
    QCOMPARE(counts().ofOthers, 1);
    QCOMPARE(tryWork([&](Connection& work) { return withdraw(work, who(), mine.opId); }).error().code,
             ErrorCode::AuthorMismatch);
    // My edit of the same row is an operation of its own, behind the other one.
    const SavedEdit theirs = edit(phone, QStringLiteral("03-0002"));
    QVERIFY(theirs.opId != mine.opId);
    QVERIFY(prepare().batchId.isNull());
    // A batch that was open at the switch stays where it is.
    m_place->user = QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-00000000a001}"));
    const PreparedWork batch = prepare();
    QCOMPARE(batch.opIds, QList<QUuid>{mine.opId});
    mark(batch, BatchMark::WaitingAuth, ErrorCode::SessionExpired);
    m_place->user = QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-00000000a002}"));
    QVERIFY(prepare().batchId.isNull());
    QCOMPARE(state(mine), OpState::WaitingAuth);
}

static Edit creation(const QString& loginId)
{
    Edit e;
    e.id = rowId;
    e.kind = OperationKind::Create;
    e.seen.id = rowId;
    e.change.set = {{QStringLiteral("login_id"), loginId}, {department, QStringLiteral("健康推進課")}};
    return e;
}

void TestOutbox::aCreationIsCorrectedAfterARefusal()
{
    const SavedEdit first = inWork<SavedEdit>(
        [this](Connection& work) { return saveEdit(work, who(), creation(QStringLiteral("a-0001"))); });
    QCOMPARE(op(first.opId).op.kind, OperationKind::Create);
    QVERIFY(!op(first.opId).op.baseVer);
    const PreparedWork batch = prepare();
    close(batch, {outcome(first.opId, OutcomeKind::Rejected, {},
                          Error(ErrorCode::LoginIdTaken, {}, {}, QStringLiteral("login_id")))});
    QCOMPARE(op(first.opId).problem->pointer, QStringLiteral("login_id"));
    QCOMPARE(counts().cannotSend, 1);
    QCOMPARE(overlay()->state, Overlay::State::New);
    Edit correction;
    correction.id = rowId;
    correction.seen.id = rowId;
    correction.change.set = {{QStringLiteral("login_id"), QStringLiteral("a-0002")}};
    const SavedEdit second =
        inWork<SavedEdit>([&](Connection& work) { return saveEdit(work, who(), correction); });
    QCOMPARE(op(second.opId).op.kind, OperationKind::Create);
    QCOMPARE(op(second.opId).op.set.value(department).toString(), QStringLiteral("健康推進課"));
    QCOMPARE(state(first), OpState::Withdrawn);
    QCOMPARE(counts().cannotSend, 0);
}

void TestOutbox::dependentsOfARefusalWait()
{
    const SavedEdit first = edit(department, QStringLiteral("保健予防課"));
    const QUuid otherRow(QStringLiteral("{0192f0aa-0000-7000-8000-0000000000a2}"));
    Edit dependent;
    dependent.id = otherRow;
    dependent.seen = seen(3, otherRow);
    dependent.change.set = {{phone, QStringLiteral("03-0009")}};
    dependent.needs = {first.opId};
    const SavedEdit child = inWork<SavedEdit>([&](Connection& work) { return saveEdit(work, who(), dependent); });
    const QUuid lastRow(QStringLiteral("{0192f0aa-0000-7000-8000-0000000000a4}"));
    Edit grandchildEdit = dependent;
    grandchildEdit.id = lastRow;
    grandchildEdit.seen = seen(3, lastRow);
    grandchildEdit.needs = {child.opId};
    const SavedEdit grandchild =
        inWork<SavedEdit>([&](Connection& work) { return saveEdit(work, who(), grandchildEdit); });
    const QUuid thirdRow(QStringLiteral("{0192f0aa-0000-7000-8000-0000000000a3}"));
    const SavedEdit stranger = edit(phone, QStringLiteral("03-0008"), thirdRow);
    const PreparedWork batch = prepare(1);
    QCOMPARE(batch.opIds, QList<QUuid>{first.opId});
    close(batch, {outcome(first.opId, OutcomeKind::Rejected, {}, Error(ErrorCode::FieldInvalid))});
    QCOMPARE(state(child), OpState::Blocked);
    QCOMPARE(op(child.opId).problem->code, ErrorCode::PredecessorNotApplied);
    QCOMPARE(state(grandchild), OpState::Blocked);
    QCOMPARE(prepare().opIds, QList<QUuid>{stranger.opId});
    // A correction of the first one sets the child free.
    const SavedEdit corrected = edit(department, QStringLiteral("総務課"));
    QCOMPARE(state(child), OpState::Queued);
    QCOMPARE(op(child.opId).op.needs, QList<QUuid>{corrected.opId});
    QCOMPARE(state(grandchild), OpState::Queued);
    QCOMPARE(op(grandchild.opId).op.needs, QList<QUuid>{child.opId});
}

void TestOutbox::aBlockedStepUpGoesBackToWaiting()
{
    const SavedEdit saved = edit(department, QStringLiteral("保健予防課"));
    const PreparedWork batch = prepare();
    close(batch, {outcome(saved.opId, OutcomeKind::Blocked, {}, Error(ErrorCode::StepUpRequired))});
    QCOMPARE(state(saved), OpState::WaitingStepUp);
    // The service has done nothing: a mistake need not be confirmed with a password.
    must(tryWork([&](Connection& work) { return withdraw(work, who(), saved.opId); }));
    QVERIFY(!overlay());
}

void TestOutbox::anAppliedEditLeavesTheMirror()
{
    const SavedEdit saved = edit(department, QStringLiteral("保健予防課"));
    const PreparedWork batch = prepare();
    close(batch, {outcome(saved.opId, OutcomeKind::Applied, theirs(4, {{department, QStringLiteral("保健予防課")}}))});
    QCOMPARE(state(saved), OpState::Applied);
    QVERIFY(!overlay());
    QVERIFY(prepare().batchId.isNull());
}

void TestOutbox::aDuplicateIsAsGoodAsApplied()
{
    const SavedEdit saved = edit(department, QStringLiteral("保健予防課"));
    const PreparedWork batch = prepare();
    // Without a row the overlay stays until the feed brings the version: what was saved never vanishes from view.
    close(batch, {outcome(saved.opId, OutcomeKind::Duplicate)});
    QCOMPARE(state(saved), OpState::Duplicate);
    QVERIFY(overlay());
    rebase(theirs(3, {}));
    QVERIFY(overlay());
    rebase(theirs(4, {{department, QStringLiteral("保健予防課")}}));
    QVERIFY(!overlay());
}

void TestOutbox::anAppliedEditKeepsTheLaterOne()
{
    const SavedEdit first = edit(department, QStringLiteral("保健予防課"));
    const PreparedWork batch = prepare();
    const SavedEdit second = edit(department, QStringLiteral("総務課"));
    // The service merged a colleague's phone number in.
    const EntityRow row = theirs(5, {{department, QStringLiteral("保健予防課")}, {phone, QStringLiteral("03-0077")}});
    close(batch, {outcome(first.opId, OutcomeKind::Applied, row)});
    QCOMPARE(overlay()->fields.value(department).toString(), QStringLiteral("総務課"));
    QCOMPARE(overlay()->fields.value(phone).toString(), QStringLiteral("03-0077"));
    QCOMPARE(overlay()->baseVer, 5);
    QCOMPARE(op(second.opId).op.afterOp, first.opId);
    QCOMPARE(prepare().opIds, QList<QUuid>{second.opId});
}

void TestOutbox::crashBetweenCacheAndClosingIsHarmless()
{
    const SavedEdit saved = edit(department, QStringLiteral("保健予防課"));
    const PreparedWork batch = prepare();
    const EntityRow row = theirs(4, {{department, QStringLiteral("保健予防課")}});
    auto stored = test::await(m_place->store()->write<bool>(Store::File::Cache, [row](Connection& cache) -> Result<bool> {
        const auto done = storeMirrorRows(cache, {row});
        return done ? Result<bool>(true) : Result<bool>(done.error());
    }));
    QVERIFY(stored.isOk());
    // Here the program dies: the operation was never closed.
    QVERIFY(m_place->open());
    inWork<WorkSurvey>([this](Connection& work) { return surveyWork(work, who()); });
    QCOMPARE(state(saved), OpState::Unknown);
    QVERIFY(!rebase(row));
    QCOMPARE(overlay()->fields.value(department).toString(), QStringLiteral("保健予防課"));
    const PreparedWork again = prepare();
    QCOMPARE(again.body, batch.body);
    close(again, {outcome(saved.opId, OutcomeKind::Duplicate, row)});
    QCOMPARE(state(saved), OpState::Duplicate);
    QVERIFY(!overlay());
    // A reply that comes once more finds nothing to do.
    close(again, {outcome(saved.opId, OutcomeKind::Rejected, {}, Error(ErrorCode::FieldInvalid))});
    QCOMPARE(state(saved), OpState::Duplicate);
}

void TestOutbox::aFormerProcessLeavesUnknownOperations()
{
    const SavedEdit saved = edit(department, QStringLiteral("保健予防課"));
    prepare();
    QVERIFY(m_place->open());
    inWork<WorkSurvey>([this](Connection& work) { return surveyWork(work, who()); });
    QCOMPARE(state(saved), OpState::Unknown);
}

void TestOutbox::aPullOnOtherGroupsMergesByItself()
{
    const SavedEdit saved = edit(department, QStringLiteral("保健予防課"));
    QVERIFY(rebase(theirs(7, {{phone, QStringLiteral("03-0077")}})));
    QCOMPARE(op(saved.opId).op.baseVer, std::optional<qint64>(7));
    QCOMPARE(op(saved.opId).op.set, (QJsonObject{{department, QStringLiteral("保健予防課")}}));
    QCOMPARE(overlay()->baseVer, 7);
    QCOMPARE(overlay()->fields.value(phone).toString(), QStringLiteral("03-0077"));
    QVERIFY(openConflicts().isEmpty());
    // The same row once more changes nothing.
    QVERIFY(!rebase(theirs(7, {{phone, QStringLiteral("03-0077")}})));
}

void TestOutbox::theSameChangeAtTheCentreNeedsNoSending()
{
    const SavedEdit saved = edit(department, QStringLiteral("保健予防課"));
    QVERIFY(!rebase(theirs(7, {{department, QStringLiteral("保健予防課")}})));
    QCOMPARE(state(saved), OpState::Withdrawn);
    QVERIFY(!overlay());
}

void TestOutbox::aPullOnTheSameGroupAsksAPerson()
{
    const SavedEdit saved = edit(department, QStringLiteral("保健予防課"));
    rebase(theirs(7, {{department, QStringLiteral("総務課")}, {phone, QStringLiteral("03-0077")}}));
    QCOMPARE(openConflicts().size(), 1);
    QCOMPARE(openConflicts().constFirst().groups, QStringLiteral("[\"department\"]"));
    QCOMPARE(state(saved), OpState::Conflict);
    QCOMPARE(counts().needsPerson, 1);
    QVERIFY(prepare().batchId.isNull());
    // Ours stays in view; what did not collide is taken over.
    QCOMPARE(overlay()->fields.value(department).toString(), QStringLiteral("保健予防課"));
    QCOMPARE(overlay()->fields.value(phone).toString(), QStringLiteral("03-0077"));
    // If the centre moves again the question is asked anew, and there is only one.
    rebase(theirs(8, {{department, QStringLiteral("企画課")}}));
    QCOMPARE(openConflicts().size(), 1);
    QCOMPARE(openConflicts().constFirst().theirsVer, 8);
}

void TestOutbox::whatTheCentreChangedAloneStaysTheCentres()
{
    edit(department, QStringLiteral("保健予防課"));
    rebase(theirs(4, {{department, QStringLiteral("総務課")}, {phone, QStringLiteral("03-0004")}}));
    QCOMPARE(openConflicts().size(), 1);
    // The colleague takes the phone back; nobody here has touched it.
    rebase(theirs(5, {{department, QStringLiteral("総務課")}}));
    QCOMPARE(openConflicts().size(), 1);
    must(decide({{department, DecisionSide::Local}}, 5));
    QVERIFY(!pending().constLast().op.set.contains(phone));
    QCOMPARE(overlay()->fields.value(phone).toString(), QStringLiteral("03-0001"));
}

void TestOutbox::decidingCentralLeavesNothingToSend()
{
    edit(department, QStringLiteral("保健予防課"));
    rebase(theirs(7, {{department, QStringLiteral("総務課")}}));
    must(decide({{department, DecisionSide::Central}}, 7));
    QVERIFY(!overlay());
    QVERIFY(pending().isEmpty());
    QVERIFY(openConflicts().isEmpty());
    QCOMPARE(counts(), SyncCounts{});
}

void TestOutbox::decidingLocalMakesAnOperationOnTheirVersion()
{
    edit(department, QStringLiteral("保健予防課"));
    edit(phone, QStringLiteral("03-0002"));
    rebase(theirs(7, {{department, QStringLiteral("総務課")}, {phone, QStringLiteral("03-0077")}}));
    must(decide({{department, DecisionSide::Local}, {QStringLiteral("contact"), DecisionSide::Central}}, 7));
    QCOMPARE(pending().size(), 1);
    const Operation op = pending().constFirst().op;
    QCOMPARE(op.baseVer, std::optional<qint64>(7));
    QCOMPARE(op.set, (QJsonObject{{department, QStringLiteral("保健予防課")}}));
    QCOMPARE(op.baseValues, (QJsonObject{{department, QStringLiteral("総務課")}}));
    QCOMPARE(op.reason, QStringLiteral("電話で確認"));
    QCOMPARE(overlay()->fields.value(phone).toString(), QStringLiteral("03-0077"));
    QVERIFY(!prepare().batchId.isNull());
}

void TestOutbox::everyGroupNeedsAChoice()
{
    edit(department, QStringLiteral("保健予防課"));
    rebase(theirs(7, {{department, QStringLiteral("総務課")}}));
    const auto done = decide({}, 7);
    QCOMPARE(done.error().code, ErrorCode::DecisionMissing);
    QCOMPARE(done.error().params.value(QStringLiteral("group")).toString(), department);
    QCOMPARE(openConflicts().size(), 1);
}

void TestOutbox::aDecisionOnAMovedConflictIsRefused()
{
    edit(department, QStringLiteral("保健予防課"));
    rebase(theirs(7, {{department, QStringLiteral("総務課")}}));
    const QUuid old = openConflicts().constFirst().id;
    rebase(theirs(8, {{department, QStringLiteral("企画課")}}));
    QCOMPARE(decide({{department, DecisionSide::Local}}, 7).error().code, ErrorCode::SupersededDecision);
    const auto onOld = tryWork([&](Connection& work) {
        return decideConflict(work, who(), old, 7, {{department, DecisionSide::Local}}, {});
    });
    QCOMPARE(onOld.error().code, ErrorCode::SupersededDecision);
    must(decide({{department, DecisionSide::Local}}, 8));
}

void TestOutbox::aConflictThatDissolvesGoesOnByItself()
{
    edit(department, QStringLiteral("保健予防課"));
    rebase(theirs(7, {{department, QStringLiteral("総務課")}}));
    QVERIFY(rebase(theirs(8, {}))); // the colleague put it back
    QVERIFY(openConflicts().isEmpty());
    QCOMPARE(pending().size(), 1);
    QCOMPARE(pending().constFirst().op.baseVer, std::optional<qint64>(8));
    QCOMPARE(pending().constFirst().op.set, (QJsonObject{{department, QStringLiteral("保健予防課")}}));
}

void TestOutbox::aRowInFlightIsNotRebased()
{
    const SavedEdit saved = edit(department, QStringLiteral("保健予防課"));
    const PreparedWork batch = prepare();
    QVERIFY(!rebase(theirs(9, {{department, QStringLiteral("総務課")}})));
    QVERIFY(openConflicts().isEmpty());
    close(batch, {outcome(saved.opId, OutcomeKind::Applied, theirs(8, {{department, QStringLiteral("保健予防課")}}))});
    QVERIFY(!overlay());
}

void TestOutbox::pushConflictBecomesARecord()
{
    const SavedEdit first = edit(department, QStringLiteral("保健予防課"));
    const PreparedWork batch = prepare();
    const SavedEdit second = edit(phone, QStringLiteral("03-0002"));
    close(batch, {outcome(first.opId, OutcomeKind::Conflict, theirs(7, {{department, QStringLiteral("総務課")}}),
                          Error(ErrorCode::VersionConflict))});
    QCOMPARE(state(first), OpState::Conflict);
    QCOMPARE(state(second), OpState::Blocked);
    QCOMPARE(openConflicts().constFirst().theirsVer, 7);
    must(decide({{department, DecisionSide::Local}}, 7));
    QCOMPARE(pending().size(), 1);
    QCOMPARE(pending().constFirst().op.set.keys(), (QStringList{department, phone}));
    QCOMPARE(state(second), OpState::Withdrawn);
}

void TestOutbox::pushConflictOnOtherGroupsGoesOnByItself()
{
    const SavedEdit first = edit(department, QStringLiteral("保健予防課"));
    const PreparedWork batch = prepare();
    // The same value at the centre: nothing is left to do.
    close(batch, {outcome(first.opId, OutcomeKind::Conflict, theirs(7, {{department, QStringLiteral("保健予防課")}}))});
    QVERIFY(openConflicts().isEmpty());
    QVERIFY(pending().isEmpty());
    QVERIFY(!overlay());
}

void TestOutbox::aServiceThatInsistsIsBelieved()
{
    const SavedEdit first = edit(department, QStringLiteral("保健予防課"));
    const PreparedWork batch = prepare();
    // It says conflict although nothing of the group moved: a person decides, and nothing is sent in a circle.
    close(batch, {outcome(first.opId, OutcomeKind::Conflict, theirs(7, {{phone, QStringLiteral("03-0077")}}))});
    QCOMPARE(openConflicts().size(), 1);
    QCOMPARE(openConflicts().constFirst().groups, QStringLiteral("[\"department\"]"));
    QVERIFY(prepare().batchId.isNull());
}

void TestOutbox::anEditBehindAConflictIsPartOfTheDecision()
{
    edit(department, QStringLiteral("保健予防課"));
    rebase(theirs(7, {{department, QStringLiteral("総務課")}}));
    const SavedEdit later = edit(phone, QStringLiteral("03-0002"));
    QCOMPARE(state(later), OpState::Blocked);
    QCOMPARE(edit(QStringLiteral("note"), QStringLiteral("x")).opId, later.opId);
    must(decide({{department, DecisionSide::Central}}, 7));
    QCOMPARE(pending().size(), 1);
    QCOMPARE(pending().constFirst().op.set.keys(), (QStringList{QStringLiteral("note"), phone}));
}

void TestOutbox::deletedAtTheCentreAsksAPerson()
{
    edit(department, QStringLiteral("保健予防課"));
    EntityRow gone{Entity::User, rowId, 7, 7, true, {}};
    rebase(gone);
    QCOMPARE(openConflicts().constFirst().conflictClass, QStringLiteral("edit_delete"));
    QVERIFY(overlay());
    must(decide({{department, DecisionSide::Central}}, 7));
    QVERIFY(!overlay());
}

void TestOutbox::aCrowdThatWaitsHoldsNobodyElseBack()
{
    m_isSteppedUp = false;
    const SavedEdit first = edit(department, QStringLiteral("保健予防課"));
    QVERIFY(first.isWaitingStepUp);
    m_isSteppedUp = true;
    for (int i = 0; i < 9; ++i) {
        Edit waiting;
        waiting.id = QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-0000000001%1}").arg(i, 2, 10, QLatin1Char('0')));
        waiting.seen = seen(3, waiting.id);
        waiting.change.set = {{phone, QStringLiteral("03-0009")}};
        waiting.needs = {first.opId};
        inWork<SavedEdit>([&](Connection& work) { return saveEdit(work, who(), waiting); });
    }
    const SavedEdit free = edit(phone, QStringLiteral("1"), QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-0000000000a3}")));
    QCOMPARE(prepare(1).opIds, QList<QUuid>{free.opId});
}

void TestOutbox::batchesRespectTheLimits()
{
    QList<QUuid> ids;
    for (int i = 0; i < 10; ++i) {
        const QUuid id(QStringLiteral("{0192f0aa-0000-7000-8000-0000000001%1}").arg(i, 2, 10, QLatin1Char('0')));
        ids.append(edit(phone, QString(200, QLatin1Char('1')), id).opId);
    }
    const PreparedWork three = prepare(3);
    QCOMPARE(three.opIds, ids.mid(0, 3));
    const QJsonArray sent = QJsonDocument::fromJson(three.body).object().value(QStringLiteral("ops")).toArray();
    QCOMPARE(sent.size(), 3);
    mark(three, BatchMark::Split, ErrorCode::PayloadTooLarge);
    const PreparedWork small = prepare(500, 1500);
    QVERIFY(small.body.size() <= 1500);
    QVERIFY(small.opIds.size() >= 1 && small.opIds.size() < 10);
    mark(small, BatchMark::Split, ErrorCode::PayloadTooLarge);
    QCOMPARE(prepare(500, 10).opIds.size(), 1); // one always goes, however large
}

void TestOutbox::unknownOperationsAreAskedForOnce()
{
    const SavedEdit saved = edit(department, QStringLiteral("保健予防課"));
    const SavedEdit other = edit(phone, QStringLiteral("1"), QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-0000000000a2}")));
    const PreparedWork batch = prepare();
    mark(batch, BatchMark::Ask, ErrorCode::ReplyInvalid);
    const PreparedWork question = prepare();
    QVERIFY(question.batchId.isNull());
    QCOMPARE(question.toAsk, (QList<QUuid>{saved.opId, other.opId}));
    PreparedWork none;
    close(none, {outcome(saved.opId, OutcomeKind::Unknown),
                 outcome(other.opId, OutcomeKind::Applied, EntityRow{Entity::User, op(other.opId).op.id, 4, 4, false, {}})});
    QCOMPARE(state(saved), OpState::Queued);
    QCOMPARE(state(other), OpState::Applied);
    const PreparedWork fresh = prepare();
    QVERIFY(fresh.batchId != batch.batchId);
    QCOMPARE(fresh.opIds, QList<QUuid>{saved.opId});
}

void TestOutbox::unsentBatchesLeaveOperationsAsTheyWere()
{
    const SavedEdit saved = edit(department, QStringLiteral("保健予防課"));
    mark(prepare(), BatchMark::Unsent, ErrorCode::ConnectionRefused);
    QCOMPARE(state(saved), OpState::Queued);
    QCOMPARE(edit(department, QStringLiteral("総務課")).opId, saved.opId);
    must(tryWork([&](Connection& work) { return withdraw(work, who(), saved.opId); }));
}

void TestOutbox::aStumbledOperationLetsOthersPass()
{
    const SavedEdit bad = edit(department, QStringLiteral("保健予防課"));
    const PreparedWork batch = prepare();
    mark(batch, BatchMark::Ask, ErrorCode::InternalError);
    close(PreparedWork{}, {outcome(bad.opId, OutcomeKind::Unknown)});
    const SavedEdit good = edit(phone, QStringLiteral("1"), QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-0000000000a2}")));
    QCOMPARE(prepare().opIds, QList<QUuid>{good.opId});
    m_clock->advance(std::chrono::minutes(11));
    close(PreparedWork{}, {outcome(good.opId, OutcomeKind::Duplicate)});
    must(tryWork([](Connection& work) { return work.run(QStringLiteral("UPDATE batch SET state = 'done'")); }));
    QCOMPARE(prepare().opIds, QList<QUuid>{bad.opId});
}

void TestOutbox::theLedgerShowsAChange()
{
    edit(department, QStringLiteral("保健予防課"));
    prepare();
    QVERIFY(inWork<bool>([](Connection& work) { return isLedgerIntact(work); }));
    must(tryWork([](Connection& work) { return work.run(QStringLiteral("UPDATE op_event SET detail = 'x' WHERE n = 1")); }));
    QVERIFY(!inWork<bool>([](Connection& work) { return isLedgerIntact(work); }));
}

void TestOutbox::countsSpeakOfEveryKind()
{
    const SavedEdit refused = edit(department, QStringLiteral("保健予防課"));
    close(prepare(), {outcome(refused.opId, OutcomeKind::Rejected, {}, Error(ErrorCode::FieldInvalid))});
    m_isSteppedUp = false;
    edit(phone, QStringLiteral("1"), QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-0000000000a2}")));
    edit(phone, QStringLiteral("1"), m_place->user);
    const SyncCounts all = counts();
    QCOMPARE(all.unsent, 2);
    QCOMPARE(all.waitingStepUp, 1);
    QCOMPARE(all.cannotSend, 1);
    QCOMPARE(all.needsPerson, 0);
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "test_outbox.moc"
