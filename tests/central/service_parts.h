// SPDX-License-Identifier: Apache-2.0
// What the routes work with; owned by Service.
#pragma once

#include "tests/central/accounts.h"
#include "tests/central/calendar.h"
#include "tests/central/call.h"
#include "tests/central/inviter.h"
#include "tests/central/service.h"
#include "tests/central/service_mode.h"
#include "tests/central/wire_rows.h"


namespace yoyo::service {

constexpr int pushOps = 500;
constexpr int pushBytes = 1'048'576;
constexpr int changesRows = 1000;

struct ServiceParts
{
    const ServiceOptions& options;
    const ServiceClock& clock;
    RandomSource& random;
    const ServiceMode& mode;
    const PolicyValues& policy;
    const VaccineReference& reference;
    Database& database;
    Sessions& sessions;
    Accounts& accounts;
    Inviter& inviter;

    OfficeSetting officeSetting() const { return {options.environment, options.isDemo}; }
};

/// handshake, sessions, own password, reset, recovery secret, me.
QList<Route> sessionRoutes(ServiceParts& parts);
/// reset, unlock and end sessions of a user by an administrator.
QList<Route> userRoutes(ServiceParts& parts);
/// policy, push, ops/status, changes.
QList<Route> dataRoutes(ServiceParts& parts);

/// Reads a body's members; the first that is missing, superfluous or wrong becomes RequestMalformed.
class BodyReader
{
public:
    explicit BodyReader(const QJsonObject& body) : m_body(body) {}
    QString text(const char* name, qsizetype maximum = 1024);
    std::optional<QString> optionalText(const char* name, qsizetype maximum = 1024);
    QUuid id(const char* name);
    /// To be asked after everything was read.
    std::optional<Error> fault();

private:
    void fail(const QString& name);
    const QJsonObject& m_body;
    QStringList m_taken;
    QString m_pointer;
};

} // namespace yoyo::service
