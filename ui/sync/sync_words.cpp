// SPDX-License-Identifier: Apache-2.0
// See sync_words.h.
#include "ui/sync/sync_words.h"

#include "ui/widgets/language.h"

#include <QJsonArray>

namespace yoyo {

QString SyncWords::field(Entity entity, const QString& name) const
{
    const auto& source = entity == Entity::User ? m_sources.userField : m_sources.settingField;
    const QString word = source ? source(name) : QString();
    return word.isEmpty() ? name : word;
}

QString SyncWords::value(Entity entity, const QString& field, const QJsonValue& value) const
{
    if (value.isUndefined() || value.isNull())
        return tr("(none)");
    const auto& source = entity == Entity::User ? m_sources.userValue : m_sources.settingValue;
    const QString word = source ? source(field, value) : QString();
    if (!word.isEmpty())
        return word;
    if (value.isBool())
        return value.toBool() ? tr("yes") : tr("no");
    if (value.isDouble())
        return countForPeople(value.toInteger());
    const QString text = value.toString();
    if (text.isEmpty())
        return tr("(none)");
    if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid() && text.size() == 10)
        return dayForPeople(day);
    return text;
}

QString SyncWords::summary(const OperationRow& row) const
{
    constexpr qsizetype shown = 2;
    if (row.kind == OperationKind::Delete)
        return kind(row.kind);
    QStringList parts;
    for (const FieldDifference& change : row.changes.mid(0, shown)) {
        if (row.kind == OperationKind::Create) {
            parts.append(tr("%1: %2", "field and value").arg(field(row.entity, change.field),
                                                             value(row.entity, change.field, change.after)));
        } else {
            parts.append(tr("%1: %2 → %3", "field, before, after")
                             .arg(field(row.entity, change.field), value(row.entity, change.field, change.before),
                                  value(row.entity, change.field, change.after)));
        }
    }
    QString text = parts.join(tr("; ", "between changes"));
    if (row.changes.size() > shown)
        text = tr("%1 and %n more", "changes", int(row.changes.size() - shown)).arg(text);
    if (row.kind == OperationKind::Create)
        text = tr("New: %1").arg(text);
    return text;
}

QString SyncWords::entity(Entity entity)
{
    switch (entity) {
    case Entity::User:
        return tr("User");
    case Entity::VaccineItem:
        return tr("Vaccine item");
    case Entity::VaccinationSetting:
        return tr("Vaccination setting");
    }
    return {};
}

QString SyncWords::group(Entity entity, const QString& group)
{
    static const struct
    {
        Entity entity;
        const char* group;
        const char* word;
    } words[] = {
        {Entity::User, "name", QT_TR_NOOP("Name and kana")},
        {Entity::User, "department", QT_TR_NOOP("Department")},
        {Entity::User, "contact", QT_TR_NOOP("Mail and phone")},
        {Entity::User, "role", QT_TR_NOOP("Role")},
        {Entity::User, "state", QT_TR_NOOP("State and period of use")},
        {Entity::User, "office", QT_TR_NOOP("Employee number and note")},
        {Entity::User, "notice", QT_TR_NOOP("Notice of the user ID")},
        {Entity::VaccinationSetting, "flag", QT_TR_NOOP("Implementation flag")},
        {Entity::VaccinationSetting, "period", QT_TR_NOOP("Period handled here")},
        {Entity::VaccinationSetting, "season", QT_TR_NOOP("Season")},
        {Entity::VaccinationSetting, "age", QT_TR_NOOP("Age, sex and pregnancy")},
        {Entity::VaccinationSetting, "cohort", QT_TR_NOOP("Exceptions by birth date")},
        {Entity::VaccinationSetting, "price", QT_TR_NOOP("Fees and co-payment")},
        {Entity::VaccinationSetting, "contract", QT_TR_NOOP("Contract and forms")},
        {Entity::VaccinationSetting, "contact", QT_TR_NOOP("Contact")},
        {Entity::VaccinationSetting, "note", QT_TR_NOOP("Note")},
        {Entity::VaccinationSetting, "planned", QT_TR_NOOP("Planned change")},
    };
    for (const auto& word : words) {
        if (word.entity == entity && group == QLatin1String(word.group))
            return tr(word.word);
    }
    return group;
}

QString SyncWords::row(Entity rowEntity, const QString& title)
{
    if (title.isEmpty())
        return entity(rowEntity);
    return tr("%1: %2", "kind of row and its name").arg(entity(rowEntity), title);
}

QString SyncWords::kind(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Create:
        return tr("Register");
    case OperationKind::Update:
        return tr("Change");
    case OperationKind::Delete:
        return tr("Delete");
    case OperationKind::Command:
        return tr("Request");
    }
    return {};
}

QString SyncWords::state(OpState state)
{
    switch (state) {
    case OpState::Queued:
        return tr("Unsent");
    case OpState::Sending:
        return tr("Sending");
    case OpState::Unknown:
        return tr("Checking");
    case OpState::WaitingAuth:
        return tr("Waiting for sign-in");
    case OpState::WaitingStepUp:
        return tr("Waiting for password");
    case OpState::WaitingApproval:
        return tr("Waiting for approval");
    case OpState::Applied:
    case OpState::Duplicate:
        return tr("At the centre");
    case OpState::Conflict:
        return tr("Needs a decision");
    case OpState::Rejected:
        return tr("Cannot be sent");
    case OpState::Blocked:
        return tr("On hold");
    case OpState::Withdrawn:
        return tr("Taken back");
    }
    return {};
}

BadgeKind SyncWords::stateBadge(OpState state)
{
    switch (state) {
    case OpState::Queued:
    case OpState::Sending:
    case OpState::Unknown:
        return BadgeKind::Info;
    case OpState::WaitingAuth:
    case OpState::WaitingStepUp:
    case OpState::WaitingApproval:
    case OpState::Conflict:
        return BadgeKind::Caution;
    case OpState::Rejected:
    case OpState::Blocked:
        return BadgeKind::Bad;
    case OpState::Applied:
    case OpState::Duplicate:
        return BadgeKind::Good;
    case OpState::Withdrawn:
        return BadgeKind::Neutral;
    }
    return BadgeKind::Neutral;
}

QString SyncWords::stateReason(const OperationRow& row)
{
    switch (row.state) {
    case OpState::Queued:
        return tr("Saved on this PC. It has not been sent to the centre yet.");
    case OpState::Sending:
        return tr("It is on its way to the centre.");
    case OpState::Unknown:
        return tr("It was sent, but the answer was lost. The centre is asked what became of it; it is never applied "
                  "twice.");
    case OpState::WaitingAuth:
        return tr("The sign-in ended before it could be sent.");
    case OpState::WaitingStepUp:
        return tr("This change needs the author's password once more. It is not in force yet.");
    case OpState::WaitingApproval:
        return tr("A second person has to agree.");
    case OpState::Applied:
        return tr("The centre has accepted it.");
    case OpState::Duplicate:
        return tr("The centre had it already.");
    case OpState::Conflict:
        return tr("Somebody else changed the same item at the centre. Both values are kept until a person decides.");
    case OpState::Rejected:
        return tr("The centre refused it. It is kept here until it is corrected or taken back.");
    case OpState::Blocked:
        return tr("It follows another change that could not be sent.");
    case OpState::Withdrawn:
        return tr("It was taken back on this PC and never sent.");
    }
    return {};
}

QString SyncWords::nextStep(const OperationRow& row)
{
    switch (row.nextAction) {
    case NextAction::None:
        return tr("There is nothing left to do.");
    case NextAction::Wait:
        return tr("There is nothing to do: it goes by itself when the centre can be reached.");
    case NextAction::SignIn:
        return tr("Sign in again; then it goes by itself.");
    case NextAction::StepUp:
        return tr("Type your password; then it goes by itself.");
    case NextAction::Decide:
        return tr("Compare both values and decide.");
    case NextAction::CorrectAndSave:
        return tr("Open the form, correct the item and save again, or take the change back.");
    case NextAction::WaitForOther:
        return tr("Settle the change before it first; this one follows by itself.");
    case NextAction::AskAdministrator:
        return tr("Ask an administrator of your office, or take the change back.");
    case NextAction::AskHelpdesk:
        return tr("Tell the helpdesk the code. The change is kept.");
    case NextAction::AuthorSignsIn:
        return row.authorName.isEmpty()
            ? tr("Only the person who made it can send it: by signing in on this PC.")
            : tr("Only %1 can send it: by signing in on this PC.").arg(row.authorName);
    }
    return {};
}

QString SyncWords::nextButton(NextAction action)
{
    switch (action) {
    case NextAction::SignIn:
        return tr("Sign in again");
    case NextAction::StepUp:
        return tr("Type the password…");
    case NextAction::Decide:
        return tr("Compare and decide…");
    case NextAction::CorrectAndSave:
        return tr("Open the form");
    default:
        return {};
    }
}

QString SyncWords::conflictKind(ConflictClass conflictClass)
{
    switch (conflictClass) {
    case ConflictClass::EditEdit:
        return tr("Both sides changed the same item to different values.");
    case ConflictClass::EditDelete:
        return tr("You changed it here; at the centre it was deleted.");
    case ConflictClass::DeleteEdit:
        return tr("You deleted it here; at the centre it was changed.");
    case ConflictClass::None:
        break;
    }
    return {};
}

QString SyncWords::phase(const SyncStatus& status)
{
    switch (status.phase) {
    case SyncPhase::NotStarted:
        return tr("Synchronisation has not begun.");
    case SyncPhase::Idle:
        return tr("Connected with the centre. Changes are sent by themselves.");
    case SyncPhase::Connecting:
        return tr("Connecting with the centre…");
    case SyncPhase::Sending:
    case SyncPhase::Asking:
        return tr("Sending changes…");
    case SyncPhase::Receiving:
        return tr("Receiving changes…");
    case SyncPhase::Offline:
        return tr("Offline: the centre cannot be reached. Work goes on; changes are kept on this PC.");
    case SyncPhase::Waiting:
        return tr("The last try failed. It is tried again by itself; changes are kept on this PC.");
    case SyncPhase::WaitingSignIn:
        return tr("The sign-in has ended. Changes are kept and sent after you sign in again.");
    case SyncPhase::Maintenance:
        return tr("The centre is under maintenance. Changes are kept and sent afterwards.");
    case SyncPhase::ClientTooOld:
        return tr("This program is too old to send. Changes are kept for the newer program.");
    case SyncPhase::OtherProcess:
        return tr("Another program of yours on this PC is synchronising now.");
    case SyncPhase::NeedsDecision:
        return tr("Synchronisation has stopped and needs a decision.");
    }
    return {};
}

QString SyncWords::lastSync(const SyncStatus& status)
{
    if (!status.lastOk.isValid())
        return tr("Last synchronisation: never on this PC");
    return status.isVerified ? tr("Last synchronisation: %1 (verified)").arg(instantForPeople(status.lastOk))
                             : tr("Last synchronisation: %1 (not verified)").arg(instantForPeople(status.lastOk));
}

} // namespace yoyo
