// SPDX-License-Identifier: Apache-2.0
// The demonstration office at a real yoyo-central, and the people whom a test needs in it: registered through the
// service by the administrator, with a first mail and a first sign-in, as in life.
#pragma once

#include "tests/office/pc.h"
#include "tests/support/service_process.h"

namespace yoyo::test {

struct Colleague
{
    QString loginId;
    QString password; ///< their own
    QString mail;
};

class Office
{
public:
    /// Starts the service, connects the administrator's PC and signs the administrator in. False with errorText().
    bool open();
    const QString& errorText() const { return m_errorText; }

    /// A PC that knows the service's address.
    std::unique_ptr<Pc> newPc();
    /// Registered, released by the password, invited by mail. No value when a step fails, see errorText().
    std::optional<OutboxMail> invite(Role role, const QString& loginId);
    /// invite(), and the first sign-in on `pc`, which stays signed in.
    std::optional<Colleague> addColleague(Role role, Pc& pc);
    QString newPassword();

    ServiceProcess service;
    Pc headOffice{QStringLiteral("head-office")};

private:
    bool fail(const QString& what, const Error* error = nullptr);

    QString m_errorText;
    int m_pcs = 0;
    int m_people = 0;
    int m_passwords = 0;
};

} // namespace yoyo::test
