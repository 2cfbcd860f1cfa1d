// SPDX-License-Identifier: Apache-2.0
// Tells the kinds of sign-in trouble apart, with what a person needs for the next step: whom to call, when to
// come back. The page that shows it translates; here is no text.
#pragma once

#include "models/central/messages.h"
#include "models/domain/result.h"

#include <QDateTime>

namespace yoyo {

enum class TroubleKind {
    Credentials,      ///< ID or password wrong, or locked: one answer for all
    TemporaryExpired, ///< the temporary password is too old or was used
    Suspended,
    PasswordRule, ///< the new password breaks a rule
    SessionEnded,
    SystemError, ///< the service, or this program
    Maintenance,
    ServiceBusy,
    NoName,       ///< DNS
    NoConnection, ///< refused, timed out, lost, no network
    Proxy,
    Certificate,   ///< unknown CA, wrong name, expired, handshake
    CaptivePortal, ///< something on the way answers instead of the service
    Address,       ///< http, redirect, malformed, another environment
    Clock,
    Keychain,
    OfflineRefused, ///< no offline sign-in for this person on this PC now
    LocalStore,
    ClientTooOld,
};

/// Who can end the trouble; the page shows the persons that belong to it.
enum class WhomToCall { Yourself, Administrators, ItStaff, Helpdesk, Nobody };

struct SignInTrouble
{
    TroubleKind kind = TroubleKind::SystemError;
    WhomToCall whom = WhomToCall::Helpdesk;
    Error error;
    std::optional<QDateTime> comeBackAt; ///< maintenance and waiting times, when the service said so
    QList<OfficeContact>
        administrators; ///< of one's own office, also offline; empty before the first sign-in here
    std::optional<Helpdesk> helpdesk;
};

TroubleKind troubleKindOf(ErrorCode code);
WhomToCall whomToCall(TroubleKind kind, ErrorCode code);
/// `office` is what office.sealed remembers, or null. `now` turns waiting times into an instant.
SignInTrouble signInTrouble(const Error& error, const OfficeInfo* office, const QDateTime& now);

} // namespace yoyo
