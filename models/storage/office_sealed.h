// SPDX-License-Identifier: Apache-2.0
// office.sealed: what the start page needs before anybody is signed in (administrators, helpdesk, unsent counts),
// one JSON object sealed under a secret of this PC's keychain.
#pragma once

#include "models/domain/result.h"
#include "models/domain/secret_buffer.h"

#include <QJsonObject>
#include <QString>

namespace yoyo {

class RandomSource;

class OfficeSealed
{
public:
    /// E-STOR-009 missing, E-STOR-006 another secret or a changed file.
    static Result<QJsonObject> load(const QString& path, const SecretBuffer& keychainSecret);
    /// Durable when it returns.
    static Result<void> save(const QString& path, const SecretBuffer& keychainSecret, const QJsonObject& content,
                             RandomSource& random);
};

} // namespace yoyo
