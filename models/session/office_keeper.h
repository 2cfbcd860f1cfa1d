// SPDX-License-Identifier: Apache-2.0
// Keeps office.sealed up to date. Without a keychain nothing is read and nothing written. Session's thread
// only.
#pragma once

#include "models/session/office_memory.h"

#include <QFuture>
#include <QObject>
#include <QUuid>

#include <functional>
#include <optional>

class QThreadPool;

namespace yoyo {

class Keychain;
class RandomSource;

class OfficeKeeper final : public QObject
{
    Q_OBJECT
public:
    OfficeKeeper(Keychain& keychain, RandomSource& random, QThreadPool& pool, QObject* parent);

    void setPlace(const QString& profileDirectory, const QUuid& deviceId);
    /// From memory after the first time. A file that this keychain does not open counts as empty; E-AUTH-021
    /// without a keychain.
    QFuture<Result<OfficeMemory>> load();
    /// Changes what is remembered and writes it. Changes are written in the order of the calls.
    QFuture<Result<void>> update(std::function<void(OfficeMemory&)> change);

private:
    QFuture<Result<OfficeMemory>> readFile(const SecretBuffer& secret);
    QFuture<Result<void>> writeFile();

    Keychain& m_keychain;
    RandomSource& m_random;
    QThreadPool& m_pool;
    QString m_path;
    QString m_entry;
    SecretBuffer m_secret;
    std::optional<OfficeMemory> m_memory;
};

} // namespace yoyo
