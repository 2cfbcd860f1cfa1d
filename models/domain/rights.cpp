// SPDX-License-Identifier: Apache-2.0
#include "models/domain/rights.h"

namespace yoyo {

bool isAllowed(Role role, Action action, const PolicyValues& policy)
{
    switch (action) {
    case Action::EditOwnData:
    case Action::ReadLists:
    case Action::Print:
        return true;
    case Action::EditSettings:
    case Action::EditSubjects:
    case Action::EditRecords:
    case Action::EditInstitutionCases:
    case Action::ApplyImport:
    case Action::UndoImport:
        return role != Role::Reader;
    case Action::OpenLateEntryWindow:
    case Action::CloseLateEntryWindow:
        return role == Role::Administrator || (role == Role::Staff && policy.lateEntryByStaff);
    case Action::SeeUserManagement:
    case Action::RegisterUser:
    case Action::EditUser:
    case Action::SuspendUser:
    case Action::ChangeRole:
    case Action::ResetUser:
    case Action::UnlockUser:
    case Action::EndUserSessions:
    case Action::ManageTokens:
        return role == Role::Administrator;
    }
    return false;
}

bool isAllowed(const User& user, Action action, const PolicyValues& policy)
{
    if (!isAllowed(user.role, action, policy))
        return false;
    if (!user.unattended)
        return true;
    // Nobody sits there to type a password again.
    return !needsStepUp(action) && action != Action::SeeUserManagement && action != Action::ResetUser
           && action != Action::UnlockUser && action != Action::EndUserSessions;
}

bool needsStepUp(Action action)
{
    switch (action) {
    case Action::OpenLateEntryWindow:
    case Action::RegisterUser:
    case Action::EditUser:
    case Action::SuspendUser:
    case Action::ChangeRole:
    case Action::ManageTokens:
        return true;
    default:
        return false;
    }
}

OfflineUse offlineUse(Action action)
{
    switch (action) {
    case Action::ReadLists:
    case Action::Print:
    case Action::SeeUserManagement:
        return OfflineUse::Yes;
    case Action::OpenLateEntryWindow:
    case Action::ResetUser:
    case Action::UnlockUser:
    case Action::EndUserSessions:
    case Action::ManageTokens:
        return OfflineUse::No;
    default:
        return OfflineUse::Queued;
    }
}

} // namespace yoyo
