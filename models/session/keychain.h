// SPDX-License-Identifier: Apache-2.0
// The keychain of the person's operating-system session. There is no other place for secrets and no fallback
// to clear text: without a keychain every call ends with E-AUTH-021. GUI thread; futures finish there.
#pragma once

#include "models/domain/result.h"
#include "models/domain/secret_buffer.h"

#include <QFuture>
#include <QObject>

#include <optional>

namespace yoyo {

class Keychain
{
public:
    /// Windows keeps no larger entry.
    static constexpr std::size_t maximumEntryBytes = 2047;

    virtual ~Keychain() = default;
    /// No value when there is no such entry.
    virtual QFuture<Result<std::optional<SecretBuffer>>> read(const QString& key) = 0;
    /// Requires value.size() <= maximumEntryBytes.
    virtual QFuture<Result<void>> write(const QString& key, const SecretBuffer& value) = 0;
    /// Succeeds when the entry is not there.
    virtual QFuture<Result<void>> remove(const QString& key) = 0;
};

/// Secret Service on Linux, Credential Manager on Windows, through QtKeychain, under the service name
/// "yoyo-desk".
class QtKeychain final : public QObject, public Keychain
{
    Q_OBJECT
public:
    explicit QtKeychain(QObject* parent = nullptr) : QObject(parent) {}
    QFuture<Result<std::optional<SecretBuffer>>> read(const QString& key) override;
    QFuture<Result<void>> write(const QString& key, const SecretBuffer& value) override;
    QFuture<Result<void>> remove(const QString& key) override;
};

} // namespace yoyo
