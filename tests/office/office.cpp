// SPDX-License-Identifier: Apache-2.0
#include "tests/office/office.h"

#include "models/services/direct_service.h"

namespace yoyo::test {

bool Office::fail(const QString& what, const Error* error)
{
    m_errorText = what;
    if (error)
        m_errorText += QStringLiteral(": ") + error->codeText() + QLatin1Char(' ') + error->pointer + error->detail;
    return false;
}

bool Office::open()
{
    if (!service.start())
        return fail(service.errorText());
    headOffice.start();
    if (const auto met = headOffice.connectTo(service.address(), service.caPath()); !met)
        return fail(QStringLiteral("connect"), &met.error());
    const auto reached = headOffice.signIn(service.demoLoginId(), service.demoPassword());
    if (!reached)
        return fail(QStringLiteral("sign-in"), &reached.error());
    return headOffice.sync() || fail(QStringLiteral("first round"));
}

std::unique_ptr<Pc> Office::newPc()
{
    auto pc = std::make_unique<Pc>(QStringLiteral("pc-%1").arg(++m_pcs));
    pc->start();
    if (const auto met = pc->connectTo(service.address(), service.caPath()); !met)
        qFatal("connect: %s", qPrintable(met.error().codeText()));
    return pc;
}

QString Office::newPassword()
{
    return QStringLiteral("quiet morning tram no %1").arg(++m_passwords);
}

std::optional<OutboxMail> Office::invite(Role role, const QString& loginId)
{
    User user;
    user.loginId = loginId;
    user.familyName = QStringLiteral("仮名");
    user.givenName = QStringLiteral("試子");
    user.familyKana = QStringLiteral("カメイ");
    user.givenKana = QStringLiteral("タメシコ");
    user.department = QStringLiteral("健康部 健康推進課");
    user.mail = loginId + QStringLiteral("@shinjuku.example");
    user.role = role;
    user.validFrom = QDate(2026, 4, 1);
    Composition& program = headOffice.program();
    const auto receipt = await(program.users().registerUser(user));
    if (!receipt) {
        fail(QStringLiteral("register"), &receipt.error());
        return std::nullopt;
    }
    if (receipt->isWaitingStepUp) {
        const auto released = await(program.direct().stepUp(SecretBuffer::fromText(service.demoPassword())));
        if (!released) {
            fail(QStringLiteral("step-up"), &released.error());
            return std::nullopt;
        }
    }
    if (!headOffice.syncUntilSent()) {
        fail(QStringLiteral("the registration is not sent"));
        return std::nullopt;
    }
    const auto mail = service.waitForMailTo(user.mail);
    if (!mail || mail->temporaryPassword.isEmpty())
        fail(QStringLiteral("no invitation"));
    return mail;
}

std::optional<Colleague> Office::addColleague(Role role, Pc& pc)
{
    Colleague who;
    who.loginId = QStringLiteral("office-%1").arg(++m_people, 3, 10, QLatin1Char('0'));
    const auto mail = invite(role, who.loginId);
    if (!mail)
        return std::nullopt;
    who.mail = mail->to;
    who.password = newPassword();
    const auto reached = pc.firstSignIn(who.loginId, mail->temporaryPassword, who.password);
    if (!reached || *reached != SessionState::Online) {
        fail(QStringLiteral("first sign-in"), reached ? nullptr : &reached.error());
        return std::nullopt;
    }
    if (!pc.sync()) {
        fail(QStringLiteral("first round"));
        return std::nullopt;
    }
    return who;
}

} // namespace yoyo::test
