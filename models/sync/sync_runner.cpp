// SPDX-License-Identifier: Apache-2.0
#include "models/sync/sync_runner.h"

#include "models/central/central.h"
#include "models/domain/clock.h"
#include "models/domain/random_source.h"
#include "models/domain/when_done.h"
#include "models/storage/store.h"
#include "models/sync/outbox.h"
#include "models/sync/replica.h"
#include "models/sync/workplace.h"

#include <QTimer>

namespace yoyo {

static constexpr std::chrono::milliseconds lockRetry{5'000};

class SyncRunner::Work : public QObject
{
public:
    Work(SyncRunner& runner, Central* central, Workplace& workplace, const Clock& clock, RandomSource& random,
         EngineOptions options)
        : m_runner(runner), m_central(central), m_workplace(workplace), m_clock(clock), m_random(random),
          m_engine(clock, random, std::move(options))
    {
        m_timer.setSingleShot(true);
        m_lockTimer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] { carryOut(m_engine.tick()); });
        connect(&m_lockTimer, &QTimer::timeout, this, [this] { begin(); });
        connect(&m_workplace, &Workplace::changed, this, [this] { followWorkplace(); });
    }

    void start()
    {
        m_isStarted = true;
        begin();
    }

    void stop()
    {
        m_isStarted = false;
        end();
    }

    void trigger(SyncTrigger trigger)
    {
        if (m_isRunning)
            carryOut(m_engine.trigger(trigger));
        else if (m_isStarted)
            begin();
    }

    void acceptDataset() { carryOut(m_engine.acceptDataset()); }

    void setCentral(Central* central)
    {
        const bool wasStarted = m_isStarted;
        end();
        m_central = central;
        if (wasStarted)
            begin();
    }

    void refreshCounts()
    {
        const auto store = m_workplace.store();
        if (!store || m_isCounting) {
            m_isCountWanted = m_isCounting;
            return;
        }
        m_isCounting = true;
        const QUuid author = m_workplace.userId();
        const std::weak_ptr<Store> counted = store;
        whenDone(store->read<SyncCounts>([author](Connection& reader) { return countWork(reader, author); }), this,
                 [this, counted](const Result<SyncCounts>& counts) {
                     m_isCounting = false;
                     const auto present = m_workplace.store();
                     if (counts && present && counted.lock() == present)
                         takeCounts(*counts);
                     if (m_isCountWanted) {
                         m_isCountWanted = false;
                         refreshCounts();
                     }
                 });
    }

    void takeCounts(const SyncCounts& counts)
    {
        // What the start page says may be of an earlier run of the program.
        const int open = counts.unsent + counts.cannotSend;
        if (std::exchange(m_remembered, open) != open)
            m_workplace.rememberUnsent(open);
        if (m_status.counts == counts)
            return;
        m_status.counts = counts;
        Q_EMIT m_runner.statusChanged(m_status);
    }

    void storeRow(const EntityRow& row)
    {
        const auto store = m_workplace.store();
        if (!store)
            return;
        whenDone(store->write<bool>(Store::File::Cache, [row](Connection& cache) -> Result<bool> {
                 const auto done = storeMirrorRows(cache, {row});
                 return done ? Result<bool>(true) : Result<bool>(done.error());
             }), this, [this, row](const Result<bool>& done) {
                if (done)
                    Q_EMIT m_runner.rowsChanged(row.entity, {row.id});
            });
    }

    SyncStatus m_status;
    Engine& engine() { return m_engine; }
    bool isStarted() const { return m_isStarted; }

private:
    // ---- beginning and ending ------------------------------------------------------------------------------------

    void followWorkplace()
    {
        const auto store = m_workplace.store();
        if (m_isRunning && store == m_store && m_workplace.userId() == m_author)
            return carryOut(m_engine.trigger(SyncTrigger::SignedIn));
        end();
        if (m_isStarted)
            begin();
    }

    void begin()
    {
        if (m_isRunning || !m_central)
            return;
        const auto store = m_workplace.store();
        if (!store)
            return;
        if (m_store != store) {
            if (m_store)
                disconnect(m_store.get(), nullptr, this, nullptr);
            m_store = store;
            m_author = m_workplace.userId();
            connect(m_store.get(), &Store::changedByOther, this, [this] { changedByOther(); });
        }
        if (!m_workplace.holdEngineLock()) {
            m_status.phase = SyncPhase::OtherProcess;
            m_status.nextTryAt = m_clock.nowUtc().addMSecs(lockRetry.count());
            m_lockTimer.start(lockRetry);
            Q_EMIT m_runner.statusChanged(m_status);
            return refreshCounts();
        }
        m_isRunning = true;
        ++m_generation;
        refreshCounts();
        carryOut(m_engine.trigger(SyncTrigger::Start));
    }

    void end()
    {
        m_timer.stop();
        m_lockTimer.stop();
        ++m_generation;
        m_engine.stop();
        if (m_store)
            disconnect(m_store.get(), nullptr, this, nullptr);
        m_store.reset();
        if (m_isRunning)
            m_workplace.releaseEngineLock();
        m_isRunning = false;
        m_isCountWanted = false;
        m_remembered.reset();
        m_status = {};
        Q_EMIT m_runner.statusChanged(m_status);
    }

    void changedByOther()
    {
        for (const EntitySchema& schema : allSchemas())
            Q_EMIT m_runner.rowsChanged(schema.entity, {});
        Q_EMIT m_runner.workChanged();
        refreshCounts();
        trigger(SyncTrigger::Saved);
    }

    // ---- instructions --------------------------------------------------------------------------------------------

    void carryOut(const Engine::Instructions& instructions)
    {
        for (const Instruction& instruction : instructions)
            std::visit([this](const auto& i) { carryOut(i); }, instruction);
    }

    template <typename EventType, typename Value>
    void answerWith(QFuture<Result<Value>> future)
    {
        whenDone(future, this, [this, generation = m_generation](Result<Value> result) {
            if (generation == m_generation)
                carryOut(m_engine.handle(EventType{std::move(result)}));
        });
    }

    /// For events that only say whether it went well.
    template <typename EventType>
    void answerDone(QFuture<Result<bool>> future, std::function<void()> afterwards = {})
    {
        whenDone(future, this, [this, generation = m_generation, afterwards](const Result<bool>& result) {
            if (generation != m_generation)
                return;
            if (result && afterwards)
                afterwards();
            carryOut(m_engine.handle(EventType{result ? Result<void>() : Result<void>(result.error())}));
        });
    }

    template <typename Fn>
    QFuture<Result<bool>> writeDone(Store::File file, Fn work)
    {
        return m_store->write<bool>(file, [work](Connection& connection) -> Result<bool> {
            const Result<void> done = work(connection);
            return done ? Result<bool>(true) : Result<bool>(done.error());
        });
    }

    WorkContext context() const
    {
        const QDateTime until = m_workplace.stepUpUntil();
        return {m_clock, m_random, m_author, m_workplace.deviceId(), until.isValid() && until > m_clock.nowUtc()};
    }

    /// A call with the access token; a token the service no longer takes is renewed once.
    template <typename EventType, typename Value, typename Call>
    void withToken(Call call, TokenWanted wanted = TokenWanted::Present)
    {
        whenDone(m_workplace.accessToken(wanted), this, [this, call, wanted, generation = m_generation](const Result<SecretBuffer>& token) {
                if (generation != m_generation)
                    return;
                if (!token)
                    return carryOut(m_engine.handle(EventType{Result<Value>(token.error())}));
                whenDone(call(*token), this, [this, call, wanted, generation](Result<Value> result) {
                    if (generation != m_generation)
                        return;
                    const bool isExpired = !result && result.error().code == ErrorCode::SessionExpired;
                    if (isExpired && wanted == TokenWanted::Present)
                        withToken<EventType, Value>(call, TokenWanted::Renewed);
                    else
                        carryOut(m_engine.handle(EventType{std::move(result)}));
                });
            });
    }

    void carryOut(const SurveyWork&)
    {
        // Files one after the other: a survey is rare, and the two writes do not belong together.
        const WorkContext who = context();
        auto lastOk = m_store->read<CompletePull>([](Connection& reader) { return lastCompletePull(reader); });
        whenDone(lastOk, this, [this, who, generation = m_generation](const Result<CompletePull>& pull) {
            if (generation != m_generation)
                return;
            const CompletePull last = pull ? *pull : CompletePull();
            answerWith<WorkSurveyed, WorkSurvey>(
                m_store->write<WorkSurvey>(Store::File::Work, [who, last](Connection& work) -> Result<WorkSurvey> {
                    auto survey = surveyWork(work, who);
                    if (survey) {
                        survey->lastOk = last.at;
                        survey->isVerified = last.isVerified;
                    }
                    return survey;
                }));
        });
    }

    void carryOut(const ShakeHands&)
    {
        whenDone(m_central->handshake(), this, [this, generation = m_generation](Result<Handshake> result) {
            if (generation != m_generation)
                return;
            const bool isOk = result.isOk();
            carryOut(m_engine.handle(HandshakeArrived{std::move(result)}));
            if (isOk)
                Q_EMIT m_runner.handshakeReceived();
        });
    }

    void carryOut(const StoreEpoch& i)
    {
        const auto remember = [this, i] {
            answerDone<EpochStored>(writeDone(Store::File::Work, [i](Connection& work) {
                return rememberDataset(work, i.datasetEpoch, i.environment);
            }));
        };
        if (!i.isReplacing)
            return remember();
        whenDone(writeDone(Store::File::Cache, [](Connection& cache) { return clearMirrors(cache); }), this, [this, remember, generation = m_generation](const Result<bool>& done) {
                if (generation != m_generation)
                    return;
                if (done)
                    remember();
                else
                    carryOut(m_engine.handle(EpochStored{done.error()}));
            });
    }

    void carryOut(const PrepareBatch& i)
    {
        const WorkContext who = context();
        answerWith<BatchPrepared, PreparedWork>(
            m_store->write<PreparedWork>(Store::File::Work, [who, i](Connection& work) {
                return prepareBatch(work, who, i.maximumOps, i.maximumBytes);
            }));
    }

    void carryOut(const SendBatch& i)
    {
        tellWork(); // 送信中
        withToken<PushArrived, PushReply>(
            [this, i](const SecretBuffer& token) { return m_central->push(token, i.batchId, i.body); });
    }

    void carryOut(const AskStatus& i)
    {
        withToken<StatusArrived, PushReply>(
            [this, i](const SecretBuffer& token) { return m_central->opsStatus(token, i.opIds); });
    }

    void carryOut(const StoreRows& i)
    {
        answerDone<RowsStored>(
            writeDone(Store::File::Cache, [rows = i.rows](Connection& cache) { return storeMirrorRows(cache, rows); }),
            [this, rows = i.rows] { tellRows(rows); });
    }

    void carryOut(const CloseOps& i)
    {
        const WorkContext who = context();
        answerDone<OpsClosed>(writeDone(Store::File::Work, [who, i](Connection& work) {
            return closeOps(work, who, i.batchId, i.outcomes);
        }), [this] { tellWork(); });
    }

    void carryOut(const MarkBatch& i)
    {
        const WorkContext who = context();
        answerDone<BatchMarked>(writeDone(Store::File::Work, [who, i](Connection& work) {
            return markBatch(work, who, i.batchId, i.mark, i.why);
        }), [this] { tellWork(); });
    }

    void carryOut(const ReadCursor& i)
    {
        answerWith<CursorRead, QString>(m_store->write<QString>(
            Store::File::Cache, [scope = i.scope](Connection& cache) { return readCursor(cache, scope); }));
    }

    void carryOut(const FetchChanges& i)
    {
        withToken<PageArrived, ChangesPage>([this, i](const SecretBuffer& token) {
            return m_central->changes(token, i.scope, i.cursor, i.limit);
        });
    }

    void carryOut(const StorePage& i)
    {
        const auto page = std::make_shared<ChangesPage>(i.page);
        auto stored = m_store->write<PageReceipt>(Store::File::Cache, [page, scope = i.scope](Connection& cache) {
            return storePage(cache, scope, *page);
        });
        whenDone(stored, this, [this, page, generation = m_generation](const Result<PageReceipt>& receipt) {
            if (generation != m_generation)
                return;
            if (receipt)
                tellRows(page->rows);
            if (receipt && receipt->hasRemoved) {
                for (const EntitySchema& schema : allSchemas())
                    Q_EMIT m_runner.rowsChanged(schema.entity, {});
            }
            carryOut(m_engine.handle(PageStored{receipt}));
        });
    }

    void carryOut(const ResetCursor& i)
    {
        answerDone<CursorReset>(writeDone(
            Store::File::Cache, [scope = i.scope](Connection& cache) { return resetCursor(cache, scope); }));
    }

    void carryOut(const RebaseOverlays&)
    {
        whenDone(m_store->read<QList<EntityRow>>([](Connection& reader) { return rowsToRebase(reader); }), this, [this, generation = m_generation](const Result<QList<EntityRow>>& rows) {
                if (generation != m_generation)
                    return;
                if (!rows)
                    return carryOut(m_engine.handle(OverlaysRebased{rows.error()}));
                if (rows->isEmpty())
                    return carryOut(m_engine.handle(OverlaysRebased{false}));
                rebase(*rows);
            });
    }

    void rebase(const QList<EntityRow>& rows)
    {
        const WorkContext who = context();
        whenDone(m_store->write<bool>(Store::File::Work, [who, rows](Connection& work) -> Result<bool> {
                   bool hasNewWork = false;
                   for (const EntityRow& row : rows) {
                       const auto done = rebaseRow(work, who, row);
                       if (!done)
                           return done;
                       hasNewWork = hasNewWork || *done;
                   }
                   return hasNewWork;
               }), this, [this, rows, generation = m_generation](const Result<bool>& done) {
                if (generation != m_generation)
                    return;
                tellRows(rows);
                tellWork();
                carryOut(m_engine.handle(OverlaysRebased{done}));
            });
    }

    void carryOut(const RememberPull& i)
    {
        whenDone(writeDone(Store::File::Cache, [i](Connection& cache) { return rememberCompletePull(cache, i.at, i.isVerified); }), this, [](const Result<bool>&) { /* only the age that lists show: the next round says it again */ });
    }

    void carryOut(const WakeLater& i) { m_timer.start(i.delay); }

    void carryOut(const ReportStatus&)
    {
        const SyncPhase before = m_status.phase;
        const SyncCounts counts = m_status.counts;
        m_status = m_engine.status();
        m_status.counts = counts;
        Q_EMIT m_runner.statusChanged(m_status);
        if (before != m_status.phase && isResting(m_status.phase))
            Q_EMIT m_runner.roundEnded();
    }

    static bool isResting(SyncPhase phase)
    {
        return phase != SyncPhase::Connecting && phase != SyncPhase::Sending && phase != SyncPhase::Asking
            && phase != SyncPhase::Receiving && phase != SyncPhase::NotStarted;
    }

    void tellRows(const QList<EntityRow>& rows)
    {
        QHash<Entity, QList<QUuid>> ids;
        for (const EntityRow& row : rows)
            ids[row.entity].append(row.id);
        for (auto it = ids.cbegin(); it != ids.cend(); ++it)
            Q_EMIT m_runner.rowsChanged(it.key(), it.value());
    }

    /// Badges of the rows concerned change too, but which rows is not worth a query: lists read their page again.
    void tellWork()
    {
        for (const EntitySchema& schema : allSchemas()) {
            if (hasOverlay(schema.entity))
                Q_EMIT m_runner.rowsChanged(schema.entity, {});
        }
        Q_EMIT m_runner.workChanged();
        refreshCounts();
    }

    SyncRunner& m_runner;
    Central* m_central;
    Workplace& m_workplace;
    const Clock& m_clock;
    RandomSource& m_random;
    Engine m_engine;
    std::shared_ptr<Store> m_store;
    QUuid m_author;
    QTimer m_timer;
    QTimer m_lockTimer;
    quint64 m_generation = 0; ///< replies to an earlier run are ignored
    bool m_isStarted = false;
    bool m_isRunning = false;
    bool m_isCounting = false;
    bool m_isCountWanted = false;
    std::optional<int> m_remembered; ///< last given to the workplace
};

SyncRunner::SyncRunner(Central* central, Workplace& workplace, const Clock& clock, RandomSource& random,
                       EngineOptions options, QObject* parent)
    : QObject(parent),
      m_work(std::make_unique<Work>(*this, central, workplace, clock, random, std::move(options)))
{
    qRegisterMetaType<SyncStatus>();
    qRegisterMetaType<Entity>();
}

SyncRunner::~SyncRunner()
{
    blockSignals(true);
    m_work->stop();
}

void SyncRunner::setCentral(Central* central)
{
    m_work->setCentral(central);
}

void SyncRunner::start()
{
    m_work->start();
}

void SyncRunner::stop()
{
    m_work->stop();
}

bool SyncRunner::isStarted() const
{
    return m_work->isStarted();
}

void SyncRunner::syncNow(SyncTrigger trigger)
{
    m_work->trigger(trigger);
}

void SyncRunner::acceptDataset()
{
    m_work->acceptDataset();
}

const SyncStatus& SyncRunner::status() const
{
    return m_work->m_status;
}

const std::optional<Handshake>& SyncRunner::handshake() const
{
    return m_work->engine().handshake();
}

void SyncRunner::noteSaved(Entity entity, const QList<QUuid>& ids)
{
    Q_EMIT rowsChanged(entity, ids);
    Q_EMIT workChanged();
    m_work->refreshCounts();
    m_work->trigger(SyncTrigger::Saved);
}

void SyncRunner::storeRow(const EntityRow& row)
{
    m_work->storeRow(row);
}

void SyncRunner::refreshCounts()
{
    m_work->refreshCounts();
}

} // namespace yoyo
