// SPDX-License-Identifier: Apache-2.0
// The table of rights (architecture.md "Sign-in and roles"). The service decides by it; the client only shows.
#pragma once

#include "models/domain/policy_values.h"
#include "models/domain/user.h"

namespace yoyo {

enum class Action {
    EditOwnData,
    ReadLists,
    Print,
    EditSettings,
    EditSubjects,
    EditRecords,
    EditInstitutionCases,
    ApplyImport,
    UndoImport,
    OpenLateEntryWindow,
    CloseLateEntryWindow,
    SeeUserManagement,
    RegisterUser,
    EditUser,
    SuspendUser,
    ChangeRole,
    ResetUser,
    UnlockUser,
    EndUserSessions,
    ManageTokens,
};

/// What may be done without the service: nothing, saved and sent later, or all of it.
enum class OfflineUse { No, Queued, Yes };

/// May this role do it at all?
bool isAllowed(Role role, Action action, const PolicyValues& policy);
/// The same for one user: a 連携 account additionally opens no windows, users or tokens.
bool isAllowed(const User& user, Action action, const PolicyValues& policy);
/// Does the password have to be typed again (within PolicyValues::stepUpMinutes)?
bool needsStepUp(Action action);
OfflineUse offlineUse(Action action);

} // namespace yoyo
