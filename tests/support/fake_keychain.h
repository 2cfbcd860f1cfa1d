// SPDX-License-Identifier: Apache-2.0
// A keychain in memory that a test can empty or take away.
#pragma once

#include "models/session/background.h"
#include "models/session/keychain.h"

#include <QHash>

namespace yoyo::test {

class FakeKeychain final : public Keychain
{
public:
    bool isAvailable = true;
    bool isWritable = true; ///< when not, it answers and keeps what it has
    QHash<QString, SecretBuffer> entries;
    std::size_t largestEntry = 0;

    QFuture<Result<std::optional<SecretBuffer>>> read(const QString& key) override
    {
        using Value = std::optional<SecretBuffer>;
        if (!isAvailable)
            return finishedWith<Value>(unavailable());
        const auto hit = entries.constFind(key);
        return finishedWith<Value>(hit == entries.cend() ? Value() : Value(*hit));
    }
    QFuture<Result<void>> write(const QString& key, const SecretBuffer& value) override
    {
        if (!isAvailable || !isWritable)
            return finishedWith<void>(unavailable());
        largestEntry = std::max(largestEntry, value.size());
        entries.insert(key, value);
        return finishedWith<void>({});
    }
    QFuture<Result<void>> remove(const QString& key) override
    {
        if (!isAvailable)
            return finishedWith<void>(unavailable());
        entries.remove(key);
        return finishedWith<void>({});
    }

private:
    static Error unavailable()
    {
        return Error(ErrorCode::KeychainUnavailable, {}, {{QStringLiteral("reason"), QStringLiteral("none")}});
    }
};

} // namespace yoyo::test
