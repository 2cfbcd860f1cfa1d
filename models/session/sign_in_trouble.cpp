// SPDX-License-Identifier: Apache-2.0
#include "models/session/sign_in_trouble.h"

#include "models/domain/clock.h"

namespace yoyo {

TroubleKind troubleKindOf(ErrorCode code)
{
    using enum ErrorCode;
    switch (code) {
    case CredentialsInvalid:
        return TroubleKind::Credentials;
    case TemporaryPasswordExpired:
    case TemporaryPasswordUsed:
        return TroubleKind::TemporaryExpired;
    case AccountSuspended:
        return TroubleKind::Suspended;
    case PasswordTooShort:
    case PasswordTooLong:
    case PasswordClasses:
    case PasswordBlocked:
    case PasswordUnchanged:
    case PasswordNamesUser:
    case PasswordCharacterInvalid:
    case PasswordRepetitive:
    case PasswordRepeatDifferent:
    case PasswordReuse:
        return TroubleKind::PasswordRule;
    case SessionExpired:
    case RefreshTokenDead:
    case NotSignedIn:
    case PasswordChangeRequired:
        return TroubleKind::SessionEnded;
    case OfflineSignInUnavailable:
    case OfflineSignInExpired:
        return TroubleKind::OfflineRefused;
    case ClockBehindLastServiceTime:
    case ClockSkewed:
        return TroubleKind::Clock;
    case KeychainUnavailable:
        return TroubleKind::Keychain;
    case HostNotFound:
        return TroubleKind::NoName;
    case ConnectionRefused:
    case ConnectionTimedOut:
    case ConnectionLost:
    case NetworkUnreachable:
        return TroubleKind::NoConnection;
    case TlsUnknownCa:
    case TlsHostMismatch:
    case TlsCertificateExpired:
    case CertificateEndsSoon:
    case TlsHandshakeFailed:
    case CaFileUnusable:
        return TroubleKind::Certificate;
    case PlainHttpRefused:
    case AddressInvalid:
    case RedirectRefused:
    case NotConnected:
    case OtherEnvironment:
        return TroubleKind::Address;
    case CaptivePortal:
        return TroubleKind::CaptivePortal;
    case ProxyUnreachable:
    case ProxyAuthenticationRequired:
        return TroubleKind::Proxy;
    case Maintenance:
        return TroubleKind::Maintenance;
    case ServerBusy:
    case RateLimited:
        return TroubleKind::ServiceBusy;
    case ClientTooOld:
        return TroubleKind::ClientTooOld;
    default:
        break;
    }
    const std::string_view area = errorInfo(code).code.substr(0, 7);
    return area == "E-STOR-" ? TroubleKind::LocalStore : TroubleKind::SystemError;
}

WhomToCall whomToCall(TroubleKind kind, ErrorCode code)
{
    switch (kind) {
    case TroubleKind::Credentials:
    case TroubleKind::TemporaryExpired:
    case TroubleKind::Suspended:
        return WhomToCall::Administrators;
    case TroubleKind::PasswordRule:
    case TroubleKind::SessionEnded:
    case TroubleKind::OfflineRefused:
        return WhomToCall::Yourself;
    case TroubleKind::SystemError:
        return WhomToCall::Helpdesk;
    case TroubleKind::Maintenance:
    case TroubleKind::ServiceBusy:
        return WhomToCall::Nobody;
    case TroubleKind::LocalStore:
        return errorInfo(code).whoCanFix == "helpdesk" ? WhomToCall::Helpdesk : WhomToCall::ItStaff;
    default:
        return WhomToCall::ItStaff;
    }
}

static std::optional<QDateTime> comeBackAt(const Error& error, const QDateTime& now)
{
    const QDateTime until = instantFromText(error.params.value(QStringLiteral("until")).toString());
    if (until.isValid())
        return until;
    if (error.retryAfter)
        return now.addMSecs(error.retryAfter->count());
    return std::nullopt;
}

SignInTrouble signInTrouble(const Error& error, const OfficeInfo* office, const QDateTime& now)
{
    SignInTrouble trouble;
    trouble.kind = troubleKindOf(error.code);
    trouble.whom = whomToCall(trouble.kind, error.code);
    trouble.error = error;
    trouble.comeBackAt = comeBackAt(error, now);
    if (office != nullptr) {
        trouble.administrators = office->administrators;
        trouble.helpdesk = office->helpdesk;
    }
    return trouble;
}

} // namespace yoyo
