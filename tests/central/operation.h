// SPDX-License-Identifier: Apache-2.0
// One operation of POST /v1/push, read from its JSON, and what is remembered of its outcome.
#pragma once

#include "models/domain/result.h"
#include "tests/central/database.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace yoyo::service {

struct Operation
{
    QUuid opId;
    QUuid deviceId;
    qint64 clientSeq = 0;
    QString entity;
    QUuid id;
    QString kind;
    qint64 baseVer = 0; ///< 0: none given
    QUuid afterOp;
    QJsonObject set;
    QStringList unset;
    QJsonObject baseValues;
    QList<QUuid> needs;
    QString sha256; ///< of the operation's JSON with sorted keys
};

/// Errors: RequestMalformed with a JSON pointer; PayloadTooLarge for more than `maximum` operations.
Result<QList<Operation>> parseOperations(const QJsonObject& body, int maximum);

/// An outcome without the row, as op memory keeps it.
struct OutcomeRecord
{
    QUuid opId;
    QUuid author;
    QUuid deviceId;
    qint64 clientSeq = 0;
    QString sha256;
    QString outcome; ///< applied, conflict, rejected or blocked; only blocked may change
    QString entity;
    QUuid rowId;
    qint64 ver = 0;
    qint64 seq = 0;
    std::optional<Error> problem;
};

std::optional<OutcomeRecord> rememberedOutcome(Sql& sql, const QUuid& opId);
void rememberOutcome(Sql& sql, const OutcomeRecord& record, const QDateTime& now);
/// The highest client_seq of the device whose outcome has been purged; 0 for none.
qint64 purgedClientSeq(Sql& sql, const QUuid& deviceId);
/// Forgets outcomes and batches decided before `before`, keeping for each device how far.
void purgeOutcomes(Sql& sql, const QDateTime& before);

QJsonObject problemJson(const Error& error);

} // namespace yoyo::service
