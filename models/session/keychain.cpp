// SPDX-License-Identifier: Apache-2.0
#include "models/session/keychain.h"

#include <QPromise>

#include <qt6keychain/keychain.h>

namespace yoyo {

static const QString serviceName = QStringLiteral("yoyo-desk");

static Error keychainError(const QKeychain::Job& job)
{
    // The backend's own words are for the helpdesk; they name no secret.
    return Error(ErrorCode::KeychainUnavailable,
                 QStringLiteral("keychain error %1: %2").arg(int(job.error())).arg(job.errorString()),
                 {{QStringLiteral("reason"), job.errorString()}});
}

template <typename T>
static QFuture<Result<T>> startJob(QKeychain::Job* job, const QString& key,
                                   std::function<Result<T>(QKeychain::Job&)> finish)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    job->setKey(key);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [promise, finish](QKeychain::Job* done) {
        promise->addResult(finish(*done));
        promise->finish();
    });
    job->start();
    return promise->future();
}

QFuture<Result<std::optional<SecretBuffer>>> QtKeychain::read(const QString& key)
{
    using Value = std::optional<SecretBuffer>;
    return startJob<Value>(new QKeychain::ReadPasswordJob(serviceName, this), key,
                           [](QKeychain::Job& job) -> Result<Value> {
                               if (job.error() == QKeychain::EntryNotFound)
                                   return Value();
                               if (job.error() != QKeychain::NoError)
                                   return keychainError(job);
                               QByteArray bytes = static_cast<QKeychain::ReadPasswordJob&>(job).binaryData();
                               return Value(SecretBuffer::takeFrom(bytes));
                           });
}

QFuture<Result<void>> QtKeychain::write(const QString& key, const SecretBuffer& value)
{
    Q_ASSERT(value.size() <= maximumEntryBytes);
    auto* job = new QKeychain::WritePasswordJob(serviceName, this);
    job->setBinaryData(value.toByteArray());
    return startJob<void>(job, key, [](QKeychain::Job& done) -> Result<void> {
        if (done.error() != QKeychain::NoError)
            return keychainError(done);
        return {};
    });
}

QFuture<Result<void>> QtKeychain::remove(const QString& key)
{
    return startJob<void>(
        new QKeychain::DeletePasswordJob(serviceName, this), key, [](QKeychain::Job& done) -> Result<void> {
            if (done.error() != QKeychain::NoError && done.error() != QKeychain::EntryNotFound)
                return keychainError(done);
            return {};
        });
}

} // namespace yoyo
