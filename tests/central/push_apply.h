// SPDX-License-Identifier: Apache-2.0
// Decides the operations of one batch, in order, inside one transaction that has locked the caller's dataset.
// Each gets exactly one outcome; a refused one stops only those that need it.
#pragma once

#include "models/domain/policy_values.h"
#include "models/domain/random_source.h"
#include "models/domain/vaccine_reference.h"
#include "tests/central/group_merge.h"
#include "tests/central/operation.h"
#include "tests/central/sessions.h"

namespace yoyo::service {

struct PushParts
{
    Sessions& sessions;
    const Clock& clock;
    RandomSource& random;
    const PolicyValues& policy;
    const VaccineReference& reference;
};

class PushApply
{
public:
    PushApply(Sql& sql, const Caller& caller, PushParts parts);

    /// The outcome as the wire has it.
    QJsonObject apply(const Operation& op);
    /// Users whose invitation is to be made after the commit.
    const QList<QUuid>& invited() const { return m_invited; }

private:
    /// What a decision is, before it is remembered.
    struct Decision
    {
        QString outcome;
        std::optional<Error> problem;
        std::optional<EntityRow> row;
    };
    struct Base
    {
        qint64 ver = 0;
        std::optional<Error> blocked;
    };

    static Decision applied(const EntityRow& row) { return {QStringLiteral("applied"), std::nullopt, row}; }
    static Decision rejected(Error error) { return {QStringLiteral("rejected"), std::move(error), std::nullopt}; }
    static Decision blocked(Error error) { return {QStringLiteral("blocked"), std::move(error), std::nullopt}; }
    static Decision conflicting(Error error, const EntityRow& row)
    {
        return {QStringLiteral("conflict"), std::move(error), row};
    }

    std::optional<QJsonObject> answerFromMemory(const Operation& op);
    std::optional<Error> missingNeed(const Operation& op);
    Base baseOf(const Operation& op);
    Decision decide(const Operation& op);
    Decision decideUser(const Operation& op);
    Decision createUser(const Operation& op);
    Decision updateUser(const Operation& op, const EntityRow& row);
    Decision deleteUser(const Operation& op, const EntityRow& row);
    Decision updateSetting(const Operation& op);
    /// The row after the operation, or why not. Requires op.kind update.
    std::variant<MergeResult, Decision> merge(const Operation& op, const EntityRow& row);
    std::optional<Error> checkFields(const Operation& op) const;
    std::optional<Error> checkUserRights(const Operation& op, const QStringList& fields) const;
    std::optional<Error> checkUserRules(const QUuid& id, const QJsonObject& fields, const EntityRow* before);
    bool hasStepUp() const;
    QString authorName();
    void stamp(QJsonObject& fields);
    QJsonObject outcomeJson(const Operation& op, const Decision& decision) const;

    Sql& m_sql;
    const Caller& m_caller;
    PushParts m_parts;
    const QDateTime m_now;
    QString m_authorName;
    QList<QUuid> m_invited;
};

/// The rules of a setting row with its plan: today's values today, the planned ones on their day.
std::optional<Error> checkSettingFields(const QUuid& id, const QJsonObject& fields, const QJsonObject& before,
                                        const VaccineReference& reference, QDate today);
/// The fields once the plan is in force; planned_from and planned_values are gone.
QJsonObject withPlanApplied(QJsonObject fields);
/// The first that refuses, if any does.
std::optional<Error> firstRefusal(const QList<Error>& errors);

} // namespace yoyo::service
