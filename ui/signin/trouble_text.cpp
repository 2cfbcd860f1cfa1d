// SPDX-License-Identifier: Apache-2.0
// See trouble_text.h.
#include "ui/signin/trouble_text.h"

#include "ui/signin/form_column.h"

#include "models/domain/clock.h"

#include <QSysInfo>

namespace yoyo {

QString TroubleText::title(TroubleKind kind)
{
    switch (kind) {
    case TroubleKind::Credentials:
        return tr("User ID or password wrong");
    case TroubleKind::TemporaryExpired:
        return tr("The temporary password can no longer be used");
    case TroubleKind::Suspended:
        return tr("This account is suspended");
    case TroubleKind::PasswordRule:
        return tr("The password cannot be used");
    case TroubleKind::SessionEnded:
        return tr("The sign-in has ended");
    case TroubleKind::SystemError:
        return tr("A system error has occurred");
    case TroubleKind::Maintenance:
        return tr("The service is under maintenance");
    case TroubleKind::ServiceBusy:
        return tr("The service is busy");
    case TroubleKind::NoName:
        return tr("The address of the service is not found (DNS)");
    case TroubleKind::NoConnection:
        return tr("The service cannot be reached");
    case TroubleKind::Proxy:
        return tr("The proxy does not let us through");
    case TroubleKind::Certificate:
        return tr("The service's certificate cannot be trusted (TLS)");
    case TroubleKind::CaptivePortal:
        return tr("Something else answers in place of the service");
    case TroubleKind::Address:
        return tr("The service address is not right");
    case TroubleKind::Clock:
        return tr("The clock of this PC is wrong");
    case TroubleKind::Keychain:
        return tr("The keychain of this PC cannot be used");
    case TroubleKind::OfflineRefused:
        return tr("Signing in without the service is not possible now");
    case TroubleKind::LocalStore:
        return tr("The data on this PC cannot be opened");
    case TroubleKind::ClientTooOld:
        return tr("This program is too old for the service");
    }
    return {};
}

QString TroubleText::meaning(TroubleKind kind)
{
    switch (kind) {
    case TroubleKind::TemporaryExpired:
        return tr("Temporary passwords live for a few days and can be used once. An administrator of your office can "
                  "have a new one sent to your mail address.");
    case TroubleKind::Suspended:
        return tr("ID and password were right, but an administrator has suspended this account.");
    case TroubleKind::SessionEnded:
        return tr("Please sign in again. Work that was not sent yet is still on this PC.");
    case TroubleKind::SystemError:
        return tr("This is not your mistake. What you have typed and saved is kept. Please tell the helpdesk; the text "
                  "below says what they need.");
    case TroubleKind::Maintenance:
        return tr("Please sign in again later. You can leave this page open: it tries again by itself.");
    case TroubleKind::ServiceBusy:
        return tr("Too many people use it at this moment. You can leave this page open: it tries again by itself.");
    case TroubleKind::NoName:
        return tr("The network does not know the name of the service. The cable or wireless connection is off, or the "
                  "name service (DNS) of your office has a fault.");
    case TroubleKind::NoConnection:
        return tr("The PC or the network has no way to the service, or the service does not answer. Look first whether "
                  "cable or wireless connection are on.");
    case TroubleKind::Proxy:
        return tr("Your office's proxy server did not answer or wants a sign-in of its own.");
    case TroubleKind::Certificate:
        return tr("To protect the data, nothing was sent. Either the service's certificate or the CA file set on this "
                  "PC has to be put right. There is no way around it, on purpose.");
    case TroubleKind::CaptivePortal:
        return tr("A page of the network (for example a sign-in page of a guest network or a filter) came instead of "
                  "the service. Nothing was sent to it.");
    case TroubleKind::Address:
        return tr("The address set on this PC does not lead to the service.");
    case TroubleKind::Clock:
        return tr("Without the right time certificates and sign-ins cannot be checked.");
    case TroubleKind::Keychain:
        return tr("Sign-ins are kept only in the keychain of the operating system, never in clear text. Without it you "
                  "can work only while the service can be reached.");
    case TroubleKind::OfflineRefused:
        return tr("The service cannot be reached, and this person has not signed in on this PC recently enough to work "
                  "without it. Unsent work on this PC is kept.");
    case TroubleKind::LocalStore:
        return tr("Nothing was deleted. Unsent work stays on this PC as it is.");
    case TroubleKind::ClientTooOld:
        return tr("Your unsent work is kept and is sent by the newer program.");
    case TroubleKind::Credentials:
    case TroubleKind::PasswordRule:
        return {};
    }
    return {};
}

QString TroubleText::whomToCall(const SignInTrouble& trouble)
{
    switch (trouble.whom) {
    case WhomToCall::Administrators:
        return tr("Ask an administrator of your office");
    case WhomToCall::ItStaff:
        return tr("Ask the IT staff of your office, and show them this page");
    case WhomToCall::Helpdesk:
        return tr("Ask the helpdesk");
    case WhomToCall::Yourself:
    case WhomToCall::Nobody:
        return {};
    }
    return {};
}

QString TroubleText::contacts(const SignInTrouble& trouble)
{
    if (trouble.whom == WhomToCall::Administrators)
        return ContactText::administrators(trouble.administrators);
    if (trouble.whom == WhomToCall::Helpdesk)
        return ContactText::helpdesk(trouble.helpdesk);
    return {};
}

const char* TroubleText::iconName(TroubleKind kind)
{
    switch (kind) {
    case TroubleKind::Maintenance:
    case TroubleKind::ServiceBusy:
        return "maintenance";
    case TroubleKind::NoName:
    case TroubleKind::NoConnection:
    case TroubleKind::Proxy:
    case TroubleKind::CaptivePortal:
    case TroubleKind::Address:
    case TroubleKind::OfflineRefused:
        return "offline";
    case TroubleKind::Certificate:
    case TroubleKind::Keychain:
        return "lock";
    case TroubleKind::Clock:
        return "clock";
    case TroubleKind::Suspended:
        return "suspend";
    default:
        return "error";
    }
}

QString TroubleText::supportText(const SignInTrouble& trouble, const QUrl& address, const QDateTime& now)
{
    QStringList lines;
    const auto add = [&lines](const QString& name, const QString& value) {
        if (!value.isEmpty())
            lines.append(name + QStringLiteral(": ") + value);
    };
    const ErrorInfo& info = errorInfo(trouble.error.code);
    add(tr("Code"), trouble.error.codeText());
    add(tr("Kind"), QString::fromLatin1(info.wireCode.data(), qsizetype(info.wireCode.size())));
    add(tr("Detail"), trouble.error.detail);
    for (auto it = trouble.error.params.begin(); it != trouble.error.params.end(); ++it)
        add(QStringLiteral("  ") + it.key(), it.value().toVariant().toString());
    add(tr("Request number"), trouble.error.requestId);
    add(tr("Time (UTC)"), instantText(now));
    add(tr("Service"), address.host() + (address.port() > 0 ? QStringLiteral(":%1").arg(address.port()) : QString()));
    add(tr("Program"), QStringLiteral("Yoyo Desk " YOYO_VERSION));
    add(tr("System"), QSysInfo::prettyProductName() + QStringLiteral(", Qt ") + QString::fromLatin1(qVersion()));
    return lines.join(QLatin1Char('\n'));
}

} // namespace yoyo
