// SPDX-License-Identifier: Apache-2.0
#include "models/services/direct_service.h"

#include "models/central/central.h"
#include "models/domain/clock.h"
#include "models/domain/when_done.h"
#include "models/services/service_support.h"
#include "models/sync/sync_runner.h"

namespace yoyo {

class DirectService::Private
{
public:
    using Call = std::function<QFuture<Result<EntityRow>>(const SecretBuffer& token, const QUuid& id)>;
    struct Run
    {
        Action action;
        Call call;
        std::weak_ptr<Store> store; ///< of the person who asked
        QList<QUuid> ids;
        QList<DirectOutcome> done;
        QPromise<Result<QList<DirectOutcome>>> promise;
    };

    DirectService& q;
    Central* central;
    Workplace& workplace;
    SyncRunner& sync;
    const Clock& clock;
    RandomSource& random;

    QFuture<Result<QList<DirectOutcome>>> each(Action action, const QList<QUuid>& ids, Call call);
    void next(const std::shared_ptr<Run>& run, TokenWanted wanted = TokenWanted::Present);
    void finish(const std::shared_ptr<Run>& run);
};

DirectService::DirectService(Central* central, Workplace& workplace, SyncRunner& sync, const Clock& clock,
                             RandomSource& random, QObject* parent)
    : QObject(parent), d(new Private{*this, central, workplace, sync, clock, random})
{
}

DirectService::~DirectService() = default;

void DirectService::setCentral(Central* central)
{
    d->central = central;
}

QFuture<Result<QList<DirectOutcome>>> DirectService::Private::each(Action action, const QList<QUuid>& ids, Call call)
{
    if (!central)
        return finishedWith<QList<DirectOutcome>>(ErrorCode::NotConnected);
    if (!mayDo(workplace, action))
        return finishedWith<QList<DirectOutcome>>(ErrorCode::OnlyAdministrators);
    auto run = std::make_shared<Run>();
    run->call = std::move(call);
    run->store = workplace.store();
    run->ids = ids;
    run->promise.start();
    next(run);
    return run->promise.future();
}

void DirectService::Private::finish(const std::shared_ptr<Run>& run)
{
    run->promise.addResult(Result<QList<DirectOutcome>>(run->done));
    run->promise.finish();
    Q_EMIT q.changed(run->ids);
}

static bool isAboutTheConnection(const Error& error)
{
    const auto code = errorInfo(error.code).code;
    return code.starts_with("E-NET-") || code.starts_with("E-SRV-") || error.code == ErrorCode::SessionExpired
        || error.code == ErrorCode::RefreshTokenDead || error.code == ErrorCode::NotSignedIn
        || error.code == ErrorCode::EngineBusy;
}

void DirectService::Private::next(const std::shared_ptr<Run>& run, TokenWanted wanted)
{
    if (run->done.size() == run->ids.size())
        return finish(run);
    const auto record = [this, run, wanted](const std::optional<Error>& error) {
        if (error && error->code == ErrorCode::SessionExpired && wanted == TokenWanted::Present)
            return next(run, TokenWanted::Renewed);
        const bool endsAll = error && isAboutTheConnection(*error);
        do
            run->done.append({run->ids.at(run->done.size()), error});
        while (endsAll && run->done.size() < run->ids.size());
        next(run);
    };
    // Who has signed out meanwhile asks no more, least of all in the name of the next person.
    const auto isSamePerson = [this, run] {
        const auto store = run->store.lock();
        return store && store == workplace.store();
    };
    if (!isSamePerson())
        return record(Error(ErrorCode::NotSignedIn));
    whenDone(workplace.accessToken(wanted), &q, [this, run, record, isSamePerson](const Result<SecretBuffer>& token) {
        if (!token)
            return record(token.error());
        if (!isSamePerson())
            return record(Error(ErrorCode::NotSignedIn));
        whenDone(run->call(*token, run->ids.at(run->done.size())), &q,
                 [this, record, isSamePerson](const Result<EntityRow>& row) {
            if (row && isSamePerson())
                sync.storeRow(*row);
            record(row ? std::nullopt : std::optional<Error>(row.error()));
        });
    });
}

QFuture<Result<QList<DirectOutcome>>> DirectService::resetUsers(const QList<QUuid>& ids)
{
    return d->each(Action::ResetUser, ids,
                   [this](const SecretBuffer& token, const QUuid& id) { return d->central->resetUser(token, id); });
}

QFuture<Result<QList<DirectOutcome>>> DirectService::unlockUsers(const QList<QUuid>& ids)
{
    return d->each(Action::UnlockUser, ids,
                   [this](const SecretBuffer& token, const QUuid& id) { return d->central->unlockUser(token, id); });
}

QFuture<Result<QList<DirectOutcome>>> DirectService::endSessions(const QList<QUuid>& ids)
{
    return d->each(Action::EndUserSessions, ids,
                   [this](const SecretBuffer& token, const QUuid& id) { return d->central->endUserSessions(token, id); });
}

QFuture<Result<StepUpReceipt>> DirectService::stepUp(const SecretBuffer& password)
{
    const auto store = d->workplace.store();
    if (!store)
        return finishedWith<StepUpReceipt>(ErrorCode::NotSignedIn);
    // A void result says nothing that a chain could carry on.
    auto confirmed = std::make_shared<QPromise<Result<bool>>>();
    confirmed->start();
    whenDone(d->workplace.stepUp(password), this, [confirmed](const Result<void>& done) {
        confirmed->addResult(done ? Result<bool>(true) : Result<bool>(done.error()));
        confirmed->finish();
    });
    return chained<StepUpReceipt>(confirmed->future(), this, [this, store](bool) {
        const WorkContext who = contextOf(d->workplace, d->clock, d->random);
        auto released =
            store->write<int>(Store::File::Work, [who](Connection& work) { return releaseStepUp(work, who); });
        return chained<StepUpReceipt>(std::move(released), this, [this](int count) {
            d->sync.noteSaved(Entity::User, {});
            d->sync.syncNow(SyncTrigger::StepUp);
            return finishedWith<StepUpReceipt>(StepUpReceipt{d->workplace.stepUpUntil(), count});
        });
    });
}

} // namespace yoyo
