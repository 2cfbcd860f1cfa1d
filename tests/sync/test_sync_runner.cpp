// SPDX-License-Identifier: Apache-2.0
#include "models/sync/sync_runner.h"

#include "models/storage/store.h"
#include "models/sync/outbox.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_random.h"
#include "tests/support/fake_workplace.h"
#include "tests/support/model_central.h"

#include <QSignalSpy>
#include <QTest>

using namespace yoyo;
using namespace std::chrono_literals;
using Fault = test::ModelCentral::Fault;

static const QString department = QStringLiteral("department");
static const QString phone = QStringLiteral("phone");

static QUuid userId(int n)
{
    return QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-0000000001%1}").arg(n, 2, 10, QLatin1Char('0')));
}

/// One PC: a store, a signed-in person, an engine.
struct Pc
{
    Pc(test::ModelCentral& service, const QString& number)
        : place(clock, random), central(service)
    {
        place.user = QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-00000000a00%1}").arg(number));
        place.device = QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-00000000d00%1}").arg(number));
        place.steppedUpUntil = clock.nowUtc().addYears(1);
        options.pullInterval = 1h; // only when told
        options.backoffBase = 1h;
        options.backoffCap = 1h;
    }
    void begin()
    {
        if (!place.open())
            qFatal("no store");
        start();
    }
    void start()
    {
        runner = std::make_unique<SyncRunner>(&central, place, clock, random, options);
        runner->start();
        rest();
    }
    void rest()
    {
        const auto isResting = [this] {
            const SyncPhase p = runner->status().phase;
            return p != SyncPhase::Connecting && p != SyncPhase::Sending && p != SyncPhase::Asking
                && p != SyncPhase::Receiving && p != SyncPhase::NotStarted;
        };
        if (!test::waitUntil(runner.get(), &SyncRunner::statusChanged, isResting, 20'000))
            qFatal("the engine does not come to rest");
        runner->refreshCounts();
        test::settle(place.store()->read<bool>([](Connection&) -> Result<bool> { return true; }));
    }
    void sync()
    {
        runner->syncNow();
        rest();
    }
    QJsonObject shown(const QUuid& id)
    {
        const auto fields = test::await(place.store()->read<QJsonObject>([id](Connection& reader) -> Result<QJsonObject> {
            QJsonObject out;
            const auto read = reader.select(QStringLiteral("SELECT fields FROM v_user WHERE id = ?"), {id},
                                            [&out](const Row& row) {
                                                out = row.object(0);
                                                return false;
                                            });
            return read ? Result<QJsonObject>(out) : Result<QJsonObject>(read.error());
        }));
        return *fields;
    }
    EntityRow seen(const QUuid& id)
    {
        const auto row = test::await(place.store()->read<EntityRow>([id](Connection& reader) -> Result<EntityRow> {
            EntityRow out;
            const auto read = reader.select(QStringLiteral("SELECT ver, fields FROM v_user WHERE id = ?"), {id},
                                            [&out, id](const Row& r) {
                                                out = {Entity::User, id, r.integer(0), 0, false, r.object(1)};
                                                return false;
                                            });
            return read ? Result<EntityRow>(out) : Result<EntityRow>(read.error());
        }));
        return *row;
    }
    SavedEdit save(const QUuid& id, const QString& field, const QString& value)
    {
        Edit edit;
        edit.id = id;
        edit.seen = seen(id);
        edit.change.set = {{field, value}};
        const WorkContext who{clock, random, place.user, place.device, true};
        const auto saved = test::inWork<SavedEdit>(place, [=](Connection& work) { return saveEdit(work, who, edit); });
        if (!saved)
            qFatal("%s", qPrintable(saved.error().codeText()));
        runner->noteSaved(Entity::User, {id});
        return *saved;
    }
    OpState state(const QUuid& opId)
    {
        return (*test::inWork<std::optional<StoredOp>>(place, [opId](Connection& work) { return readOp(work, opId); }))->state;
    }
    SyncCounts counts()
    {
        return *test::inWork<SyncCounts>(place, [this](Connection& work) { return countWork(work, place.user); });
    }
    QList<std::pair<QUuid, qint64>> conflicts(QHash<QUuid, QString>* groups = nullptr)
    {
        return *test::inWork<QList<std::pair<QUuid, qint64>>>(
            place, [groups](Connection& work) -> Result<QList<std::pair<QUuid, qint64>>> {
                QList<std::pair<QUuid, qint64>> out;
                const auto read = work.select(
                    QStringLiteral("SELECT id, theirs_ver, fields FROM conflict WHERE state = 'open'"), {},
                    [&](const Row& row) {
                        out.append({row.uuid(0), row.integer(1)});
                        if (groups)
                            groups->insert(row.uuid(0), row.text(2));
                        return true;
                    });
                return read ? Result<QList<std::pair<QUuid, qint64>>>(out)
                            : Result<QList<std::pair<QUuid, qint64>>>(read.error());
            });
    }
    void decide(const QUuid& conflict, qint64 ver, DecisionSide side)
    {
        QHash<QString, DecisionSide> choices;
        for (const QString& group : schemaOf(Entity::User).groups())
            choices.insert(group, side);
        const WorkContext who{clock, random, place.user, place.device, true};
        const auto done = test::inWork<QUuid>(
            place, [=](Connection& work) { return decideConflict(work, who, conflict, ver, choices, QStringLiteral("x")); });
        if (!done)
            qFatal("%s", qPrintable(done.error().codeText()));
    }

    test::FakeClock clock;
    SystemRandom random;
    test::FakeWorkplace place;
    test::ModelCentral& central;
    EngineOptions options;
    std::unique_ptr<SyncRunner> runner;
};

class TestSyncRunner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_central = std::make_unique<test::ModelCentral>();
        for (int n = 1; n <= 5; ++n)
            m_central->write(Entity::User, userId(n),
                             {{QStringLiteral("login_id"), QStringLiteral("u-000%1").arg(n)},
                              {QStringLiteral("family_name"), QStringLiteral("佐藤")},
                              {department, QStringLiteral("健康推進課")},
                              {QStringLiteral("role"), QStringLiteral("staff")}});
    }
    void firstRoundBringsEverything();
    void savedOfflineArrivesWhenTheServiceIsBack();
    void everythingIsCompared();
    void aDamagedCopyIsReadAnew();
    void aRowFromADirectCallIsNoDifference();
    void aLostReplyIsAppliedOnce();
    void aUselessReplyIsAskedFor();
    void anEndedSessionKeepsTheWorkUntilSignIn();
    void twoAdministratorsEditTheSameUser();
    void aSaveIsNeverHiddenByAPull();
    void anotherProcessHoldsTheLock();
    void anotherDatasetWaitsForThePerson();
    void theProgramEndsInTheMiddleOfASend();
    void aStepUpTheServiceWantsIsShown();
    void twoPcsConvergeThroughRandomFaults_data();
    void anOlderRowNeverReplacesANewerOne();
    void theStartPageForgetsWhatWasSentElsewhere();
    void aCountThatComesLateIsNotShown();
    void twoPcsConvergeThroughRandomFaults();

private:
    std::unique_ptr<test::ModelCentral> m_central;
};

void TestSyncRunner::firstRoundBringsEverything()
{
    Pc pc(*m_central, QStringLiteral("1"));
    pc.begin();
    QCOMPARE(pc.runner->status().phase, SyncPhase::Idle);
    QVERIFY(pc.runner->status().isOnline);
    QVERIFY(pc.runner->status().lastOk.isValid());
    for (int n = 1; n <= 5; ++n)
        QCOMPARE(pc.shown(userId(n)), m_central->row(userId(n)).fields);
    // A later round asks for what is new only.
    QSignalSpy rows(pc.runner.get(), &SyncRunner::rowsChanged);
    m_central->write(Entity::User, userId(2), {{department, QStringLiteral("総務課")}});
    pc.sync();
    QCOMPARE(pc.shown(userId(2)).value(department).toString(), QStringLiteral("総務課"));
    QCOMPARE(rows.constFirst().at(1).value<QList<QUuid>>(), QList<QUuid>{userId(2)});
}

void TestSyncRunner::savedOfflineArrivesWhenTheServiceIsBack()
{
    Pc pc(*m_central, QStringLiteral("1"));
    pc.begin();
    m_central->fault = [](const QString&) { return Fault::Refused; };
    pc.sync();
    QCOMPARE(pc.runner->status().phase, SyncPhase::Offline);
    const SavedEdit saved = pc.save(userId(1), department, QStringLiteral("保健予防課"));
    QTRY_COMPARE(pc.runner->status().counts.unsent, 1);
    QCOMPARE(pc.place.unsent, 1);
    QCOMPARE(pc.shown(userId(1)).value(department).toString(), QStringLiteral("保健予防課"));
    m_central->fault = [](const QString&) { return Fault::None; };
    pc.sync();
    QTRY_COMPARE(pc.runner->status().counts.unsent, 0);
    QCOMPARE(pc.state(saved.opId), OpState::Applied);
    QCOMPARE(m_central->row(userId(1)).fields.value(department).toString(), QStringLiteral("保健予防課"));
    QCOMPARE(pc.shown(userId(1)), m_central->row(userId(1)).fields);
}

void TestSyncRunner::everythingIsCompared()
{
    Pc pc(*m_central, QStringLiteral("1"));
    pc.begin();
    QVERIFY(pc.runner->status().isVerified);
    m_central->remove(userId(2));
    m_central->write(Entity::User, userId(1), {{phone, QStringLiteral("03-0077")}});
    pc.sync();
    QVERIFY(pc.runner->status().isVerified);
    // It is remembered with the age of the lists.
    pc.runner.reset();
    m_central->fault = [](const QString&) { return Fault::Refused; };
    pc.start();
    QCOMPARE(pc.runner->status().phase, SyncPhase::Offline);
    QVERIFY(pc.runner->status().isVerified && pc.runner->status().lastOk.isValid());
}

void TestSyncRunner::aDamagedCopyIsReadAnew()
{
    Pc pc(*m_central, QStringLiteral("1"));
    pc.begin();
    const auto harm = [&pc](const QString& sql, const QVariantList& values) {
        test::settle(pc.place.store()->write<void>(Store::File::Cache, [=](Connection& cache) { return cache.run(sql, values); }));
    };
    harm(QStringLiteral("UPDATE mirror_user SET fields = json_set(fields, '$.phone', '0'), ver = 99 WHERE id = ?"), {userId(1)});
    harm(QStringLiteral("INSERT INTO mirror_user (id, ver, seq, fields) SELECT ?, ver, seq, fields FROM mirror_user WHERE id = ?"),
         {userId(77), userId(2)});
    const SavedEdit saved = pc.save(userId(2), department, QStringLiteral("保健予防課"));
    pc.sync();
    QVERIFY(pc.runner->status().isVerified);
    QCOMPARE(pc.shown(userId(1)), m_central->row(userId(1)).fields);
    QCOMPARE(pc.seen(userId(1)).ver, m_central->row(userId(1)).ver);
    QVERIFY(pc.shown(userId(77)).isEmpty());
    QCOMPARE(pc.state(saved.opId), OpState::Applied);
}

void TestSyncRunner::aRowFromADirectCallIsNoDifference()
{
    Pc pc(*m_central, QStringLiteral("1"));
    pc.begin();
    // It comes while the page that was made before it is on its way.
    int pages = 0;
    m_central->fault = [&](const QString& route) {
        if (route == QLatin1String("changes"))
            ++pages;
        return Fault::None;
    };
    m_central->afterChanges = [&] {
        if (pages != 2)
            return;
        m_central->write(Entity::User, userId(1), {{phone, QStringLiteral("03-0088")}});
        pc.runner->storeRow(m_central->row(userId(1)));
    };
    pc.sync();
    m_central->afterChanges = {};
    QVERIFY(pc.runner->status().isVerified);
    QCOMPARE(pages, 3); // the office was asked again, and nothing was read anew
}

void TestSyncRunner::aLostReplyIsAppliedOnce()
{
    Pc pc(*m_central, QStringLiteral("1"));
    pc.begin();
    m_central->fault = [](const QString& route) {
        return route == QLatin1String("push") ? Fault::Lost : Fault::None;
    };
    const SavedEdit saved = pc.save(userId(1), department, QStringLiteral("保健予防課"));
    pc.rest();
    QCOMPARE(pc.state(saved.opId), OpState::Unknown);
    // The pull went on all the same, and the person's value is still in view.
    QCOMPARE(pc.shown(userId(1)).value(department).toString(), QStringLiteral("保健予防課"));
    pc.sync();
    m_central->fault = [](const QString&) { return Fault::None; };
    pc.sync();
    QVERIFY(pc.state(saved.opId) == OpState::Applied || pc.state(saved.opId) == OpState::Duplicate);
    QCOMPARE(m_central->effects.value(saved.opId), 1);
    QVERIFY(pc.conflicts().isEmpty());
}

void TestSyncRunner::aUselessReplyIsAskedFor()
{
    Pc pc(*m_central, QStringLiteral("1"));
    pc.begin();
    m_central->fault = [](const QString& route) {
        return route == QLatin1String("push") ? Fault::BadOutcomes : Fault::None;
    };
    const SavedEdit saved = pc.save(userId(1), department, QStringLiteral("保健予防課"));
    pc.rest();
    QCOMPARE(pc.runner->status().lastError->code, ErrorCode::ReplyInvalid);
    QCOMPARE(pc.state(saved.opId), OpState::Applied);
    QCOMPARE(m_central->effects.value(saved.opId), 1);
}

void TestSyncRunner::anEndedSessionKeepsTheWorkUntilSignIn()
{
    Pc pc(*m_central, QStringLiteral("1"));
    pc.begin();
    pc.place.isSessionOver = true;
    const SavedEdit saved = pc.save(userId(1), department, QStringLiteral("保健予防課"));
    pc.rest();
    QCOMPARE(pc.runner->status().phase, SyncPhase::WaitingSignIn);
    QCOMPARE(pc.state(saved.opId), OpState::WaitingAuth);
    pc.place.isSessionOver = false;
    Q_EMIT pc.place.changed();
    pc.rest();
    QCOMPARE(pc.state(saved.opId), OpState::Applied);
}

void TestSyncRunner::twoAdministratorsEditTheSameUser()
{
    Pc a(*m_central, QStringLiteral("1"));
    Pc b(*m_central, QStringLiteral("2"));
    a.begin();
    b.begin();
    const auto whole = m_central->fault;
    m_central->fault = [](const QString&) { return Fault::Refused; };
    a.save(userId(1), department, QStringLiteral("保健予防課"));
    b.save(userId(1), department, QStringLiteral("総務課"));
    b.save(userId(1), phone, QStringLiteral("03-0002"));
    a.rest();
    b.rest();
    m_central->fault = whole;
    a.sync();
    QCOMPARE(m_central->row(userId(1)).fields.value(department).toString(), QStringLiteral("保健予防課"));
    b.sync();
    // Nothing of B has gone: the department collides, and the whole operation waits for a person.
    QCOMPARE(m_central->row(userId(1)).fields.value(department).toString(), QStringLiteral("保健予防課"));
    QCOMPARE(b.conflicts().size(), 1);
    QTRY_COMPARE(b.runner->status().counts.needsPerson, 1);
    QCOMPARE(b.shown(userId(1)).value(department).toString(), QStringLiteral("総務課"));
    b.decide(b.conflicts().constFirst().first, b.conflicts().constFirst().second, DecisionSide::Local);
    b.sync();
    QCOMPARE(m_central->row(userId(1)).fields.value(department).toString(), QStringLiteral("総務課"));
    QCOMPARE(m_central->row(userId(1)).fields.value(phone).toString(), QStringLiteral("03-0002"));
    a.sync();
    QCOMPARE(a.shown(userId(1)), m_central->row(userId(1)).fields);
    QCOMPARE(b.shown(userId(1)), m_central->row(userId(1)).fields);
}

void TestSyncRunner::aSaveIsNeverHiddenByAPull()
{
    Pc pc(*m_central, QStringLiteral("1"));
    pc.begin();
    m_central->fault = [](const QString& route) {
        return route == QLatin1String("push") ? Fault::Broken : Fault::None;
    };
    pc.save(userId(1), department, QStringLiteral("保健予防課"));
    m_central->write(Entity::User, userId(1), {{phone, QStringLiteral("03-0077")}});
    pc.rest();
    pc.sync();
    QCOMPARE(pc.shown(userId(1)).value(department).toString(), QStringLiteral("保健予防課"));
}

void TestSyncRunner::anotherProcessHoldsTheLock()
{
    Pc pc(*m_central, QStringLiteral("1"));
    pc.place.isLockedByOther = true;
    pc.begin();
    QCOMPARE(pc.runner->status().phase, SyncPhase::OtherProcess);
    QCOMPARE(m_central->requests, 0);
    pc.place.isLockedByOther = false;
    pc.sync();
    QTRY_COMPARE(pc.runner->status().phase, SyncPhase::Idle);
}

void TestSyncRunner::anotherDatasetWaitsForThePerson()
{
    Pc pc(*m_central, QStringLiteral("1"));
    pc.begin();
    pc.runner->stop();
    m_central->epoch = userId(99);
    pc.start();
    QCOMPARE(pc.runner->status().phase, SyncPhase::NeedsDecision);
    QCOMPARE(pc.runner->status().lastError->code, ErrorCode::DatasetReplaced);
    const SavedEdit saved = pc.save(userId(1), department, QStringLiteral("保健予防課"));
    pc.rest();
    QCOMPARE(pc.state(saved.opId), OpState::Queued);
    pc.runner->acceptDataset();
    pc.rest();
    QCOMPARE(pc.runner->status().phase, SyncPhase::Idle);
    QCOMPARE(pc.state(saved.opId), OpState::Applied);
}

void TestSyncRunner::theProgramEndsInTheMiddleOfASend()
{
    Pc pc(*m_central, QStringLiteral("1"));
    pc.begin();
    QUuid opId;
    {
        // The reply never comes back to this process.
        m_central->fault = [&pc](const QString& route) {
            if (route == QLatin1String("push"))
                pc.runner->stop();
            return route == QLatin1String("push") ? Fault::Lost : Fault::None;
        };
        opId = pc.save(userId(1), department, QStringLiteral("保健予防課")).opId;
        QTRY_COMPARE(m_central->pushes, 1);
        QTRY_COMPARE(pc.state(opId), OpState::Sending);
    }
    m_central->fault = [](const QString&) { return Fault::None; };
    pc.runner.reset();
    pc.begin();
    QVERIFY(pc.state(opId) == OpState::Applied || pc.state(opId) == OpState::Duplicate);
    QCOMPARE(m_central->effects.value(opId), 1);
}

void TestSyncRunner::aStepUpTheServiceWantsIsShown()
{
    Pc pc(*m_central, QStringLiteral("1"));
    pc.begin();
    m_central->isSteppedUp = false;
    const SavedEdit saved = pc.save(userId(1), department, QStringLiteral("保健予防課"));
    pc.rest();
    QCOMPARE(pc.state(saved.opId), OpState::WaitingStepUp);
    QTRY_COMPARE(pc.runner->status().counts.waitingStepUp, 1);
}

void TestSyncRunner::twoPcsConvergeThroughRandomFaults_data()
{
    QTest::addColumn<int>("seed");
    // tests/run --long asks for other ranges.
    const int first = qMax(1, qEnvironmentVariableIntValue("YOYO_SEED_FIRST"));
    const int last = qMax(first + 19, qEnvironmentVariableIntValue("YOYO_SEED_LAST"));
    for (int seed = first; seed <= last; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void TestSyncRunner::anOlderRowNeverReplacesANewerOne()
{
    Pc pc(*m_central, QStringLiteral("1"));
    pc.begin();
    const EntityRow old = m_central->row(userId(1));
    QJsonObject fields = old.fields;
    fields.insert(department, QStringLiteral("総務課"));
    m_central->write(Entity::User, userId(1), fields);
    pc.sync();
    QCOMPARE(pc.seen(userId(1)).ver, old.ver + 1);
    // The answer to a direct call that was overtaken by the pull.
    pc.runner->storeRow(old);
    test::settle(pc.place.store()->write<bool>(Store::File::Cache, [](Connection&) -> Result<bool> { return true; }));
    QCOMPARE(pc.seen(userId(1)).ver, old.ver + 1);
    QCOMPARE(pc.shown(userId(1)).value(department).toString(), QStringLiteral("総務課"));
}

void TestSyncRunner::theStartPageForgetsWhatWasSentElsewhere()
{
    Pc pc(*m_central, QStringLiteral("1"));
    pc.place.unsent = 3; // remembered by a run of the program that could not send; `yoyo` has sent it since
    pc.begin();
    QTRY_COMPARE(pc.place.unsent, 0);
}

void TestSyncRunner::aCountThatComesLateIsNotShown()
{
    Pc pc(*m_central, QStringLiteral("1"));
    pc.begin();
    m_central->fault = [](const QString&) { return Fault::Refused; };
    pc.sync();
    pc.save(userId(1), department, QStringLiteral("保健予防課"));
    // The person signs out while the counting is under way.
    const auto store = pc.place.store();
    pc.place.close();
    pc.place.unsent = -1;
    test::settle(store->read<bool>([](Connection&) -> Result<bool> { return true; }));
    QTest::qWait(0);
    QCOMPARE(pc.runner->status().counts, SyncCounts());
    QCOMPARE(pc.place.unsent, -1);
}

void TestSyncRunner::twoPcsConvergeThroughRandomFaults()
{
    QFETCH(int, seed);
    test::FakeRandom dice{std::uint64_t(seed)};
    Pc a(*m_central, QStringLiteral("1"));
    Pc b(*m_central, QStringLiteral("2"));
    a.begin();
    b.begin();
    const QList<Fault> faults{Fault::Refused, Fault::Lost, Fault::Expired, Fault::Busy, Fault::Broken, Fault::BadOutcomes};
    const auto storm = [&dice, faults](const QString&) {
        return dice.next() % 3 == 0 ? faults.at(dice.next() % faults.size()) : Fault::None;
    };
    m_central->fault = storm;
    const QStringList fields{department, phone, QStringLiteral("family_name"), QStringLiteral("note")};
    QHash<QUuid, Pc*> saved;
    for (int i = 0; i < 40; ++i) {
        Pc& pc = dice.next() % 2 ? a : b;
        const QUuid id = userId(1 + int(dice.next() % 3));
        const QString field = fields.at(dice.next() % fields.size());
        const QString value = QStringLiteral("%1-%2").arg(pc.place.user.toString().right(4)).arg(i);
        const SavedEdit edit = pc.save(id, field, value);
        if (!edit.opId.isNull())
            saved.insert(edit.opId, &pc);
        // Read your writes, whatever the engine is doing.
        QCOMPARE(pc.shown(id).value(field).toString(), value);
        if (dice.next() % 3 == 0)
            pc.sync();
        for (auto it = m_central->effects.cbegin(); it != m_central->effects.cend(); ++it)
            QVERIFY(it.value() <= 1);
    }
    m_central->fault = [](const QString&) { return Fault::None; };
    // Ten minutes later, for an operation that was put back because the service stumbled over it.
    for (int round = 0; round < 30; ++round) {
        for (Pc* pc : {&a, &b}) {
            pc->clock.advance(11min);
            pc->sync();
            for (const auto& [id, ver] : pc->conflicts())
                pc->decide(id, ver, dice.next() % 2 ? DecisionSide::Local : DecisionSide::Central);
        }
        if (a.counts() == SyncCounts{} && b.counts() == SyncCounts{} && round > 1)
            break;
    }
    a.sync();
    b.sync();
    for (Pc* pc : {&a, &b}) {
        QCOMPARE(pc->counts(), SyncCounts{});
        QVERIFY(pc->runner->status().isVerified);
        for (int n = 1; n <= 5; ++n)
            QCOMPARE(pc->shown(userId(n)), m_central->row(userId(n)).fields);
        QVERIFY(*test::inWork<bool>(pc->place, [](Connection& work) { return isLedgerIntact(work); }));
    }
    for (auto it = saved.cbegin(); it != saved.cend(); ++it) {
        const OpState end = it.value()->state(it.key());
        QVERIFY(isFinal(end));
        const bool wasTaken = end == OpState::Applied || end == OpState::Duplicate;
        QCOMPARE(m_central->effects.value(it.key()), wasTaken ? 1 : 0);
    }
}

QTEST_GUILESS_MAIN(TestSyncRunner)
#include "test_sync_runner.moc"
