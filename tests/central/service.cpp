// SPDX-License-Identifier: Apache-2.0
#include "tests/central/service.h"

#include "models/domain/ids.h"
#include "tests/central/dispatcher.h"
#include "tests/central/http_server.h"
#include "tests/central/service_mode.h"
#include "tests/central/tls_identity.h"

#include <QDir>

namespace yoyo::service {

struct Service::Private
{
    ServiceOptions options;
    RandomSource& random;
    ServiceClock clock;
    ServiceMode mode;
    std::unique_ptr<Dispatcher> dispatcher;
    std::unique_ptr<HttpServer> server;
    TlsIdentity identity;
    int port = 0;

    Reply handshake() const;
};

Reply Service::Private::handshake() const
{
    return Reply::json(200, {
        {QStringLiteral("service"), QStringLiteral("yoyo-central")},
        {QStringLiteral("version"), QStringLiteral(YOYO_VERSION)},
        {QStringLiteral("environment"), options.environment},
        {QStringLiteral("demo"), options.isDemo},
        {QStringLiteral("contract"), QJsonObject{{QStringLiteral("min"), 1}, {QStringLiteral("max"), 1}}},
        {QStringLiteral("features"),
         QJsonObject{{QStringLiteral("late_entry_windows"), options.hasLateEntryWindows}}},
        {QStringLiteral("policy"), QJsonObject{}},
        {QStringLiteral("policy_version"), 1},
        {QStringLiteral("dataset_epoch"), idText(QUuid())},
        {QStringLiteral("limits"), QJsonObject{{QStringLiteral("push_ops"), 500},
                                               {QStringLiteral("push_bytes"), 1'048'576},
                                               {QStringLiteral("changes_rows"), 1000}}},
        {QStringLiteral("op_memory_days"), 400},
        {QStringLiteral("tombstone_days"), 400},
        {QStringLiteral("server_time"), instantText(clock.nowUtc())},
        {QStringLiteral("maintenance"), mode.isMaintenance
             ? QJsonValue(QJsonObject{{QStringLiteral("until"), QJsonValue::Null}})
             : QJsonValue(QJsonValue::Null)},
    });
}

Service::Service(ServiceOptions options, const Clock& clock, RandomSource& random)
    : d(new Private{std::move(options), random, ServiceClock(clock), {}, {}, {}, {}, 0})
{
}

Service::~Service()
{
    stop();
}

Result<void> Service::start()
{
    auto identity = ensureTlsIdentity(d->options.directory, d->options.host, d->clock);
    if (!identity)
        return identity.error();
    d->identity = *identity;
    QList<Route> routes;
    Route shake;
    shake.method = "GET";
    shake.pattern = "/v1/handshake";
    shake.auth = RouteAuth::None;
    shake.answersDuringMaintenance = true;
    shake.needsContract = false;
    shake.handler = [this](const Call&) -> Result<Reply> { return d->handshake(); };
    routes.append(shake);
    d->dispatcher = std::make_unique<Dispatcher>(
        Dispatcher::Parts{d->clock, d->mode, d->random, d->options.rates.requestsPerMinute,
                          [](const QByteArray&) -> Result<Caller> { return ErrorCode::SessionExpired; },
                          [this](const QString& line) {
                              if (d->options.log)
                                  d->options.log(line);
                          },
                          d->options.onHandling},
        routes);
    d->server = std::make_unique<HttpServer>([this](const RawRequest& raw) { return d->dispatcher->dispatch(raw); });
    auto port = d->server->start(d->identity, d->options.host, d->options.port);
    if (!port)
        return port.error();
    d->port = *port;
    return {};
}

void Service::stop()
{
    if (d->server)
        d->server->stop();
    d->server.reset();
}

int Service::port() const
{
    return d->port;
}

QString Service::caPath() const
{
    return d->identity.caPath;
}

QString Service::outboxPath() const
{
    return QDir(d->options.directory).filePath(QStringLiteral("outbox"));
}

QString Service::command(const QString& line)
{
    const QStringList words = line.simplified().split(QLatin1Char(' '));
    const bool isOn = words.value(1) == QLatin1String("on");
    if (words.size() == 2 && (isOn || words[1] == QLatin1String("off"))) {
        if (words[0] == QLatin1String("maintenance")) {
            d->mode.isMaintenance = isOn;
            return QStringLiteral("ok ") + line.simplified();
        }
        if (words[0] == QLatin1String("error")) {
            d->mode.isError = isOn;
            return QStringLiteral("ok ") + line.simplified();
        }
    }
    return QStringLiteral("refused: maintenance on|off, error on|off, colleague-edit, advance DAYS");
}

void Service::waitForMails()
{
}

} // namespace yoyo::service
