// SPDX-License-Identifier: Apache-2.0
#include "tests/central/push_apply.h"

#include "models/domain/ids.h"
#include "models/domain/rights.h"
#include "models/domain/setting_rules.h"
#include "models/domain/user_rules.h"
#include "tests/central/accounts.h"
#include "tests/central/row_store.h"
#include "tests/central/wire_rows.h"

#include <QSet>

namespace yoyo::service {

std::optional<Error> firstRefusal(const QList<Error>& errors)
{
    for (const Error& error : errors) {
        if (errorInfo(error.code).severity.starts_with("refuse"))
            return error;
    }
    return std::nullopt;
}

static Error fieldError(ErrorCode code, const QString& field)
{
    return Error(code, {}, {{QStringLiteral("field"), field}}, field);
}

static bool isOfType(FieldType type, const QJsonValue& value)
{
    switch (type) {
    case FieldType::Text:
        return value.isString();
    case FieldType::Integer:
        return value.isDouble() && value.toDouble() == double(value.toInteger());
    case FieldType::Boolean:
        return value.isBool();
    case FieldType::Day: {
        const QDate day = QDate::fromString(value.toString(), Qt::ISODate);
        return day.isValid() && day.toString(Qt::ISODate) == value.toString();
    }
    case FieldType::Instant:
        return instantFromText(value.toString()).isValid();
    case FieldType::Json:
        return value.isArray() || value.isObject();
    }
    return false;
}

/// Fields that a row of theirs always has.
static bool isAlwaysThere(const QString& field)
{
    static const QSet<QString> names{QStringLiteral("login_id"), QStringLiteral("role"), QStringLiteral("state"),
                                     QStringLiteral("impl_flag")};
    return names.contains(field);
}

static bool isKnownCode(const QString& field, const QJsonValue& value)
{
    if (field == QLatin1String("state"))
        return userStateFromText(value.toString()).has_value();
    if (field == QLatin1String("notice_method"))
        return QStringList{QStringLiteral("letter"), QStringLiteral("mail"), QStringLiteral("hand")}.contains(
            value.toString());
    return true;
}

PushApply::PushApply(Sql& sql, const Caller& caller, PushParts parts)
    : m_sql(sql), m_caller(caller), m_parts(parts), m_now(parts.clock.nowUtc())
{
}

bool PushApply::hasStepUp() const
{
    return m_caller.stepUpUntil.isValid() && m_caller.stepUpUntil > m_now;
}

QString PushApply::authorName()
{
    if (m_authorName.isEmpty()) {
        if (const auto row = findRow(m_sql, m_caller.municipalityCode, Entity::User, m_caller.userId))
            m_authorName = userFromFields(row->id, row->fields).fullName();
    }
    return m_authorName;
}

void PushApply::stamp(QJsonObject& fields)
{
    fields.insert(QStringLiteral("updated_by"), authorName());
    fields.insert(QStringLiteral("updated_at"), instantText(m_now));
}

QJsonObject PushApply::outcomeJson(const Operation& op, const Decision& decision) const
{
    QJsonObject out{{QStringLiteral("op_id"), idText(op.opId)}, {QStringLiteral("outcome"), decision.outcome}};
    if (decision.row) {
        out.insert(QStringLiteral("ver"), decision.row->ver);
        out.insert(QStringLiteral("seq"), QString::number(decision.row->seq));
        out.insert(QStringLiteral("row"), rowJson(*decision.row, m_caller));
    }
    if (decision.problem)
        out.insert(QStringLiteral("problem"), problemJson(*decision.problem));
    return out;
}

std::optional<QJsonObject> PushApply::answerFromMemory(const Operation& op)
{
    const auto known = rememberedOutcome(m_sql, op.opId);
    if (!known) {
        if (op.clientSeq <= purgedClientSeq(m_sql, op.deviceId))
            return outcomeJson(op, rejected(ErrorCode::OpTooOld));
        return std::nullopt;
    }
    if (known->author != m_caller.userId)
        return outcomeJson(op, rejected(ErrorCode::AuthorMismatch));
    if (known->sha256 != op.sha256)
        return outcomeJson(op, rejected(ErrorCode::OpIdReused));
    if (known->outcome == QLatin1String("blocked"))
        return std::nullopt;

    const auto entity = entityFromName(known->entity);
    Decision decision{known->outcome, known->problem, std::nullopt};
    if (entity && known->outcome != QLatin1String("rejected"))
        decision.row = findRow(m_sql, m_caller.municipalityCode, *entity, known->rowId);
    QJsonObject out = outcomeJson(op, decision);
    if (known->outcome == QLatin1String("applied")) {
        // ver and seq are those this operation made; the row is as it stands now.
        out.insert(QStringLiteral("outcome"), QStringLiteral("duplicate"));
        out.insert(QStringLiteral("ver"), known->ver);
        out.insert(QStringLiteral("seq"), QString::number(known->seq));
    }
    return out;
}

static Error notApplied(const QUuid& opId)
{
    return Error(ErrorCode::PredecessorNotApplied, {}, {{QStringLiteral("op_id"), idText(opId)}});
}

std::optional<Error> PushApply::missingNeed(const Operation& op)
{
    for (const QUuid& need : op.needs) {
        const auto known = rememberedOutcome(m_sql, need);
        if (!known || known->author != m_caller.userId || known->outcome != QLatin1String("applied"))
            return notApplied(need);
    }
    return std::nullopt;
}

PushApply::Base PushApply::baseOf(const Operation& op)
{
    if (op.afterOp.isNull())
        return {op.baseVer, std::nullopt};
    const auto known = rememberedOutcome(m_sql, op.afterOp);
    const bool isApplied = known && known->author == m_caller.userId && known->outcome == QLatin1String("applied")
        && known->rowId == op.id && known->entity == op.entity;
    if (!isApplied)
        return {0, notApplied(op.afterOp)};
    return {known->ver, std::nullopt};
}

QJsonObject PushApply::apply(const Operation& op)
{
    if (auto known = answerFromMemory(op))
        return *known;
    const auto missing = missingNeed(op);
    const Decision decision = missing ? blocked(*missing) : decide(op);

    OutcomeRecord record;
    record.opId = op.opId;
    record.author = m_caller.userId;
    record.deviceId = op.deviceId;
    record.clientSeq = op.clientSeq;
    record.sha256 = op.sha256;
    record.outcome = decision.outcome;
    record.entity = op.entity;
    record.rowId = op.id;
    record.problem = decision.problem;
    if (decision.row) {
        record.ver = decision.row->ver;
        record.seq = decision.row->seq;
    }
    rememberOutcome(m_sql, record, m_now);
    return outcomeJson(op, decision);
}

PushApply::Decision PushApply::decide(const Operation& op)
{
    const auto entity = entityFromName(op.entity);
    if (!entity)
        return rejected(Error(ErrorCode::EntityUnknown, {}, {{QStringLiteral("entity"), op.entity}}));
    const Error wrongKind(ErrorCode::KindNotAllowed, {}, {{QStringLiteral("kind"), op.kind}});
    if (op.kind == QLatin1String("command") || *entity == Entity::VaccineItem)
        return rejected(wrongKind);
    if (*entity == Entity::User)
        return decideUser(op);
    if (op.kind != QLatin1String("update"))
        return rejected(wrongKind);
    return updateSetting(op);
}

std::optional<Error> PushApply::checkFields(const Operation& op) const
{
    const EntitySchema& schema = schemaOf(*entityFromName(op.entity));
    const bool isCreate = op.kind == QLatin1String("create");
    const auto known = [&](const QString& name) -> std::optional<Error> {
        const Field* field = schema.field(name);
        if (!field)
            return fieldError(ErrorCode::FieldUnknown, name);
        const bool isOpen = field->writer == FieldWriter::Anyone || (isCreate && field->writer == FieldWriter::Create);
        if (!isOpen)
            return fieldError(ErrorCode::FieldReadOnly, name);
        return std::nullopt;
    };
    for (auto it = op.set.begin(); it != op.set.end(); ++it) {
        if (auto error = known(it.key()))
            return error;
        if (!isOfType(schema.field(it.key())->type, it.value()) || !isKnownCode(it.key(), it.value())
            || op.unset.contains(it.key()))
            return fieldError(ErrorCode::FieldInvalid, it.key());
        if (it.key() == QLatin1String("role") && !roleFromText(it.value().toString()))
            return Error(ErrorCode::RoleUnknown, {}, {}, it.key());
    }
    for (const QString& name : op.unset) {
        if (auto error = known(name))
            return error;
        if (isAlwaysThere(name))
            return fieldError(ErrorCode::FieldInvalid, name);
    }
    for (auto it = op.baseValues.begin(); it != op.baseValues.end(); ++it) {
        if (!schema.field(it.key()))
            return fieldError(ErrorCode::FieldUnknown, it.key());
    }
    return std::nullopt;
}

std::variant<MergeResult, PushApply::Decision> PushApply::merge(const Operation& op, const EntityRow& row)
{
    const Base base = baseOf(op);
    if (base.blocked)
        return blocked(*base.blocked);
    MergeInput input{schemaOf(row.entity), row.fields, op.set, op.unset, op.baseValues, std::nullopt,
                     base.ver == row.ver};
    if (base.ver > row.ver)
        return conflicting(ErrorCode::VersionConflict, row);
    if (!input.isCurrentBase)
        input.baseRow = fieldsAt(m_sql, m_caller.municipalityCode, row.entity, row.id, base.ver);
    MergeResult result = mergeByGroup(input);
    if (!result.conflictGroups.isEmpty())
        return conflicting(Error(ErrorCode::VersionConflict, {}, {},
                                 schemaOf(row.entity).fieldsOfGroup(result.conflictGroups.first()).first()),
                           row);
    return result;
}

static Error insufficient(const char* action)
{
    return Error(ErrorCode::RoleInsufficient, {}, {{QStringLiteral("action"), QLatin1String(action)}});
}

std::optional<Error> PushApply::checkUserRights(const Operation& op, const QStringList& fields) const
{
    User author;
    author.role = roleFromText(m_caller.role).value_or(Role::Reader);
    author.unattended = m_caller.isUnattended;
    const auto may = [&](Action action) { return isAllowed(author, action, m_parts.policy); };
    const bool isOwnData = op.kind == QLatin1String("update") && op.id == m_caller.userId
        && std::all_of(fields.begin(), fields.end(), [](const QString& field) { return isOwnDataField(field); });
    if (isOwnData)
        return may(Action::EditOwnData) ? std::nullopt : std::optional(insufficient("edit_own_data"));
    if (op.kind == QLatin1String("create") && !may(Action::RegisterUser))
        return insufficient("register_user");
    if (!may(Action::EditUser))
        return insufficient("edit_user");
    const bool hasRole = fields.contains(QStringLiteral("role")) || fields.contains(QStringLiteral("unattended"));
    if (hasRole && !may(Action::ChangeRole))
        return insufficient("change_role");
    if (fields.contains(QStringLiteral("state")) && !may(Action::SuspendUser))
        return insufficient("suspend_user");
    return std::nullopt;
}

std::optional<Error> PushApply::checkUserRules(const QUuid& id, const QJsonObject& fields, const EntityRow* before)
{
    UserRuleContext context;
    context.today = japaneseDay(m_now);
    context.actorId = m_caller.userId;
    if (before)
        context.before = userFromFields(id, before->fields);
    const User user = userFromFields(id, fields);
    const auto owner = accountByLogin(m_sql, loginIdKey(user.loginId));
    if (owner && owner->userId != id)
        context.takenLoginIds.append(user.loginId);
    int others = 0;
    for (const EntityRow& row : rowsOf(m_sql, m_caller.municipalityCode, Entity::User)) {
        const User other = userFromFields(row.id, row.fields);
        others += other.id != id && other.role == Role::Administrator && other.isActiveOn(context.today) ? 1 : 0;
    }
    context.otherActiveAdministrators = others;
    return firstRefusal(checkUser(user, context));
}

PushApply::Decision PushApply::decideUser(const Operation& op)
{
    if (auto error = checkFields(op))
        return rejected(*error);
    const QStringList fields = op.set.keys() + op.unset;
    if (auto error = checkUserRights(op, fields))
        return rejected(*error);
    const auto row = findRow(m_sql, m_caller.municipalityCode, Entity::User, op.id);
    const bool isLiving = row && !row->isDeleted;
    // An edit of what somebody else has deleted is a question for a person, not a mistake.
    if (op.kind == QLatin1String("update") && row && row->isDeleted)
        return conflicting(ErrorCode::RowNotFound, *row);
    if (op.kind != QLatin1String("create") && !isLiving)
        return rejected(ErrorCode::RowNotFound);
    if (isPrivileged(Entity::User, op.kind, m_caller.userId, op.id, fields) && !hasStepUp())
        return blocked(ErrorCode::StepUpRequired);
    if (op.kind == QLatin1String("create"))
        return createUser(op);
    return op.kind == QLatin1String("update") ? updateUser(op, *row) : deleteUser(op, *row);
}

PushApply::Decision PushApply::createUser(const Operation& op)
{
    if (const auto present = findRow(m_sql, m_caller.municipalityCode, Entity::User, op.id); present)
        return conflicting(ErrorCode::RowExists, *present);
    if (accountById(m_sql, op.id))
        return rejected(ErrorCode::RowExists);
    if (!op.set.contains(QStringLiteral("role")))
        return rejected(Error(ErrorCode::RoleUnknown, {}, {}, QStringLiteral("role")));
    QJsonObject fields = op.set;
    fields.insert(QStringLiteral("login_id"), normaliseLoginId(fields.value(QStringLiteral("login_id")).toString()));
    if (!fields.contains(QStringLiteral("state")))
        fields.insert(QStringLiteral("state"), userStateText(UserState::Active));
    if (auto error = checkUserRules(op.id, fields, nullptr))
        return rejected(*error);

    EntityRow row;
    row.entity = Entity::User;
    row.id = op.id;
    row.fields = fields;
    stamp(row.fields);
    Account account;
    account.userId = op.id;
    account.municipalityCode = m_caller.municipalityCode;
    account.loginKey = loginIdKey(fields.value(QStringLiteral("login_id")).toString());
    if (isUserActive(fields, japaneseDay(m_now))) {
        Accounts::prepareInvitation(m_sql, account, m_parts.policy, m_now, m_parts.random, false);
        row.fields.insert(QStringLiteral("credential_state"), credentialStateText(CredentialState::TemporarySent));
        row.fields.insert(QStringLiteral("temporary_expires_at"), instantText(account.temporaryExpiresAt));
        m_invited.append(op.id);
    } else {
        // The calendar invites on the first day of the period.
        account.salt = m_parts.random.bytes(16);
        insertAccount(m_sql, account);
    }
    putRow(m_sql, m_caller.municipalityCode, row, m_now);
    return applied(row);
}

PushApply::Decision PushApply::updateUser(const Operation& op, const EntityRow& row)
{
    auto merged = merge(op, row);
    if (auto* decision = std::get_if<Decision>(&merged))
        return *decision;
    const MergeResult& result = std::get<MergeResult>(merged);
    if (result.changedFields.isEmpty())
        return applied(row);
    if (auto error = checkUserRules(row.id, result.merged, &row))
        return rejected(*error);

    EntityRow next = row;
    next.fields = result.merged;
    stamp(next.fields);
    const QDate today = japaneseDay(m_now);
    const bool changesRole = result.changedFields.contains(QStringLiteral("role"))
        || result.changedFields.contains(QStringLiteral("unattended"));
    const bool stops = isUserActive(row.fields, today) && !isUserActive(next.fields, today);
    if (changesRole || stops)
        m_parts.sessions.endAll(m_sql, row.id);

    // An address mended before the first sign-in: the password sent to the old one is worth nothing from now on.
    const auto state = credentialStateFromText(row.fields.value(QStringLiteral("credential_state")).toString());
    const bool waits = state == CredentialState::TemporarySent || state == CredentialState::TemporaryExpired
        || state == CredentialState::MailBounced;
    auto account = accountById(m_sql, row.id);
    if (waits && account && result.changedFields.contains(QStringLiteral("mail"))) {
        m_parts.sessions.endAll(m_sql, row.id);
        Accounts::prepareInvitation(m_sql, *account, m_parts.policy, m_now, m_parts.random, false);
        next.fields.insert(QStringLiteral("credential_state"), credentialStateText(CredentialState::TemporarySent));
        next.fields.insert(QStringLiteral("temporary_expires_at"), instantText(account->temporaryExpiresAt));
        m_invited.append(row.id);
    }
    putRow(m_sql, m_caller.municipalityCode, next, m_now);
    return applied(next);
}

/// Only a registration that was a mistake can go: nobody has signed in with it. Everybody else is suspended instead.
PushApply::Decision PushApply::deleteUser(const Operation& op, const EntityRow& row)
{
    const Base base = baseOf(op);
    if (base.blocked)
        return blocked(*base.blocked);
    if (row.fields.contains(QStringLiteral("last_sign_in_at")) || row.id == m_caller.userId)
        return rejected(Error(ErrorCode::KindNotAllowed, {}, {{QStringLiteral("kind"), op.kind}}));
    if (base.ver != row.ver)
        return conflicting(ErrorCode::VersionConflict, row);
    m_parts.sessions.endAll(m_sql, row.id);
    removeAccount(m_sql, row.id);
    EntityRow gone = row;
    gone.isDeleted = true;
    gone.fields = {};
    putRow(m_sql, m_caller.municipalityCode, gone, m_now);
    return applied(gone);
}

QJsonObject withPlanApplied(QJsonObject fields)
{
    const QJsonObject planned = fields.take(QStringLiteral("planned_values")).toObject();
    fields.remove(QStringLiteral("planned_from"));
    for (auto it = planned.begin(); it != planned.end(); ++it) {
        if (it.value().isNull())
            fields.remove(it.key());
        else
            fields.insert(it.key(), it.value());
    }
    return fields;
}

static std::optional<Error> checkPlannedNames(const QJsonObject& planned)
{
    const EntitySchema& schema = schemaOf(Entity::VaccinationSetting);
    for (auto it = planned.begin(); it != planned.end(); ++it) {
        const Field* field = schema.field(it.key());
        const bool isOpen = field && field->writer == FieldWriter::Anyone && QLatin1String(field->group) != QLatin1String("planned");
        const bool isFit = isOpen && (it.value().isNull() ? !isAlwaysThere(it.key()) : isOfType(field->type, it.value()));
        if (!isFit)
            return Error(ErrorCode::FieldInvalid, {}, {{QStringLiteral("field"), it.key()}},
                         QStringLiteral("planned_values"));
    }
    return std::nullopt;
}

std::optional<Error> checkSettingFields(const QUuid& id, const QJsonObject& fields, const QJsonObject& before,
                                        const VaccineReference& reference, QDate today)
{
    const VaccineItem* item = reference.item(fields.value(QStringLiteral("mgmt_no")).toString());
    if (!item)
        return Error(ErrorCode::ItemUnknown, {}, {{QStringLiteral("mgmt_no"), fields.value(QStringLiteral("mgmt_no"))}},
                     QStringLiteral("mgmt_no"));
    if (auto error = firstRefusal(checkSettingJson(fields)))
        return error;
    const VaccinationSetting earlier = vaccinationSettingFromFields(id, before);
    if (auto error = firstRefusal(checkSetting(vaccinationSettingFromFields(id, fields), *item, today, &earlier)))
        return error;
    if (!fields.contains(QStringLiteral("planned_from")))
        return std::nullopt;
    const QJsonObject planned = fields.value(QStringLiteral("planned_values")).toObject();
    if (auto error = checkPlannedNames(planned))
        return error;
    const QJsonObject later = withPlanApplied(fields);
    const QDate day = QDate::fromString(fields.value(QStringLiteral("planned_from")).toString(), Qt::ISODate);
    auto refusal = firstRefusal(checkSettingJson(later));
    if (!refusal) {
        const VaccinationSetting now = vaccinationSettingFromFields(id, fields);
        refusal = firstRefusal(checkSetting(vaccinationSettingFromFields(id, later), *item, day, &now));
    }
    if (refusal)
        refusal->pointer = QStringLiteral("planned_values");
    return refusal;
}

PushApply::Decision PushApply::updateSetting(const Operation& op)
{
    User author;
    author.role = roleFromText(m_caller.role).value_or(Role::Reader);
    author.unattended = m_caller.isUnattended;
    if (!isAllowed(author, Action::EditSettings, m_parts.policy))
        return rejected(insufficient("edit_settings"));
    if (auto error = checkFields(op))
        return rejected(*error);
    const auto row = findRow(m_sql, m_caller.municipalityCode, Entity::VaccinationSetting, op.id);
    if (!row || row->isDeleted)
        return rejected(ErrorCode::SettingNotFound);
    auto merged = merge(op, *row);
    if (auto* decision = std::get_if<Decision>(&merged))
        return *decision;
    const MergeResult& result = std::get<MergeResult>(merged);
    if (result.changedFields.isEmpty())
        return applied(*row);
    if (auto error = checkSettingFields(row->id, result.merged, row->fields, m_parts.reference, japaneseDay(m_now)))
        return rejected(*error);
    EntityRow next = *row;
    next.fields = result.merged;
    stamp(next.fields);
    putRow(m_sql, m_caller.municipalityCode, next, m_now);
    return applied(next);
}

} // namespace yoyo::service
