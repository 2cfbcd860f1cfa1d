// SPDX-License-Identifier: Apache-2.0
// What the engine's shell and the services need to know of the moment: who works, in which store, with which token.
// session_workplace.h fills it from the session; tests from a fake. GUI thread.
#pragma once

#include "models/domain/policy_values.h"
#include "models/domain/result.h"
#include "models/domain/secret_buffer.h"
#include "models/domain/user.h"
#include "models/session/token_source.h"

#include <QDateTime>
#include <QFuture>
#include <QObject>
#include <QUuid>

#include <memory>

namespace yoyo {

class Store;

class Workplace : public QObject, public TokenSource
{
    Q_OBJECT
public:
    explicit Workplace(QObject* parent = nullptr) : QObject(parent) {}

    /// Null while nobody is signed in.
    virtual std::shared_ptr<Store> store() const = 0;
    /// The author of whatever is saved now; null while nobody is signed in.
    virtual QUuid userId() const = 0;
    virtual Role role() const = 0;
    virtual bool isUnattended() const = 0;
    /// Under which new operations are counted.
    virtual QUuid deviceId() const = 0;
    virtual QString municipalityCode() const = 0;
    virtual PolicyValues policy() const = 0;
    /// Invalid when no step-up is in force.
    virtual QDateTime stepUpUntil() const = 0;
    virtual QFuture<Result<void>> stepUp(const SecretBuffer& password) = 0;
    /// engine.lock of the present store; true when held now.
    virtual bool holdEngineLock() = 0;
    virtual void releaseEngineLock() = 0;
    /// The count for the start page, kept outside the store.
    virtual void rememberUnsent(int unsent) = 0;

Q_SIGNALS:
    /// Somebody signed in, out or over, or the session ended or came back.
    void changed();
};

} // namespace yoyo
