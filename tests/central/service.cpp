// SPDX-License-Identifier: Apache-2.0
#include "tests/central/service.h"

#include "models/domain/ids.h"
#include "models/domain/user.h"
#include "models/domain/user_rules.h"
#include "tests/central/account_store.h"
#include "tests/central/dispatcher.h"
#include "tests/central/http_server.h"
#include "tests/central/offices.h"
#include "tests/central/push_apply.h"
#include "tests/central/row_store.h"
#include "tests/central/service_parts.h"
#include "tests/central/tls_identity.h"

#include <QDir>
#include <QFile>

namespace yoyo::service {

struct Service::Private
{
    ServiceOptions options;
    RandomSource& random;
    const Clock& realClock; ///< certificates live by it, not by "advance"
    ServiceClock clock;
    ServiceMode mode;
    const PolicyValues policy;
    std::optional<VaccineReference> reference;
    TlsIdentity identity;
    int port = 0;

    // In the order they are made; they go in the opposite one.
    std::unique_ptr<Database> database;
    std::unique_ptr<PasswordHasher> hasher;
    std::unique_ptr<Mailer> mailer;
    std::unique_ptr<Sessions> sessions;
    std::unique_ptr<Accounts> accounts;
    std::unique_ptr<Inviter> inviter;
    std::unique_ptr<Calendar> calendar;
    std::unique_ptr<ServiceParts> parts;
    std::unique_ptr<Dispatcher> dispatcher;
    std::unique_ptr<HttpServer> server;

    Private(ServiceOptions o, const Clock& c, RandomSource& r)
        : options(std::move(o)), random(r), realClock(c), clock(c)
    {
    }
    void log(const QString& line) const
    {
        if (options.log)
            options.log(line);
    }
    QString outbox() const { return QDir(options.directory).filePath(QStringLiteral("outbox")); }
    Result<void> openData();
    void makeParts();
    void makeDispatcher();
    Result<QList<QUuid>> fill(Sql& sql);
    QString advance(const QString& days);
    QString colleagueEdit(const QString& mgmtNo);
    QString colleagueRegister(const QString& loginId);
    std::optional<EntityRow> settingToEdit(Sql& sql, const QString& office, const QString& mgmtNo) const;
};

static QString metaValue(Sql& sql, const QString& name)
{
    const auto row = sql.first(QStringLiteral("SELECT value FROM service_meta WHERE name = ?"), {name});
    return row ? row->first().toString() : QString();
}

static void setMetaValue(Sql& sql, const QString& name, const QString& value)
{
    sql.run(QStringLiteral("DELETE FROM service_meta WHERE name = ?"), {name});
    sql.run(QStringLiteral("INSERT INTO service_meta (name, value) VALUES (?, ?)"), {name, value});
}

Result<QList<QUuid>> Service::Private::fill(Sql& sql)
{
    clock.setAhead(std::chrono::milliseconds(metaValue(sql, QStringLiteral("clock_ahead")).toLongLong()));
    const bool isEmpty = metaValue(sql, QStringLiteral("dataset_epoch")).isEmpty();
    if (isEmpty) {
        setMetaValue(sql, QStringLiteral("dataset_epoch"), idText(UuidMaker(clock, random).make()));
        setMetaValue(sql, QStringLiteral("cursor_key"), QString::fromLatin1(random.bytes(32).toHex()));
    }
    ensureNational(sql, *reference, clock.nowUtc());
    if (isEmpty) {
        auto planted = plantSeed(sql, options.seed, {*hasher, random, clock, policy, *reference});
        if (!planted)
            return planted.error();
    }
    return accountsWithInvitation(sql);
}

Result<void> Service::Private::openData()
{
    auto shipped = VaccineReference::shipped();
    if (!shipped)
        return shipped.error();
    reference = *shipped;
    const QString path = QDir(options.directory).filePath(QStringLiteral("central.db"));
    database = std::make_unique<Database>(path);
    hasher = std::make_unique<PasswordHasher>(options.scrypt);
    if (auto opened = database->open(); !opened)
        return opened.error();
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    makeParts();
    const auto invited =
        database->write<QList<QUuid>>([this](Sql& sql) -> Result<QList<QUuid>> { return fill(sql); });
    if (!invited)
        return invited.error();
    inviter->add(*invited);
    calendar->wake();
    calendar->catchUp();
    return {};
}

void Service::Private::makeParts()
{
    mailer = std::make_unique<Mailer>(outbox(), clock, random);
    sessions = std::make_unique<Sessions>(clock, random);
    accounts = std::make_unique<Accounts>(AccountParts{*database, *hasher, *mailer, *sessions, clock, random, policy,
                                                       options.rates, [this] { calendar->wake(); }});
    calendar = std::make_unique<Calendar>(
        Calendar::Parts{*database, *sessions, clock, random, policy, *reference,
                        [this](const QList<QUuid>& users) { inviter->add(users); },
                        [this](const QString& line) { log(line); }});
    inviter = std::make_unique<Inviter>([this](const QUuid& user) { accounts->deliverInvitation(user); });
    parts = std::make_unique<ServiceParts>(ServiceParts{options, clock, random, mode, policy, *reference, *database,
                                                        *sessions, *accounts, *inviter});
}

void Service::Private::makeDispatcher()
{
    const auto authenticate = [this](const QByteArray& token) -> Result<Caller> {
        return database->read<Caller>([&](Sql& sql) -> Result<Caller> { return sessions->callerOf(sql, token); });
    };
    dispatcher = std::make_unique<Dispatcher>(
        Dispatcher::Parts{clock, mode, random, options.rates.requestsPerMinute, authenticate,
                          [this](const QString& line) { log(line); }, options.onHandling},
        sessionRoutes(*parts) + userRoutes(*parts) + dataRoutes(*parts));
}

Service::Service(ServiceOptions options, const Clock& clock, RandomSource& random)
    : d(new Private(std::move(options), clock, random))
{
}

Service::~Service()
{
    stop();
}

Result<void> Service::start()
{
    auto identity = ensureTlsIdentity(d->options.directory, d->options.host, d->realClock);
    if (!identity)
        return identity.error();
    d->identity = *identity;
    if (auto opened = d->openData(); !opened)
        return opened.error();
    d->makeDispatcher();
    d->server = std::make_unique<HttpServer>([this](const RawRequest& raw) {
        d->calendar->catchUp();
        return d->dispatcher->dispatch(raw);
    });
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
    d->inviter.reset();
    if (d->database)
        d->database->close();
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
    return d->outbox();
}

void Service::waitForMails()
{
    d->inviter->wait();
}

QString Service::Private::advance(const QString& days)
{
    bool isNumber = false;
    const int count = days.toInt(&isNumber);
    if (!isNumber || count < 1 || count > 3660)
        return QStringLiteral("refused: advance DAYS, 1 to 3660");
    clock.setAhead(clock.ahead() + std::chrono::hours(24) * count);
    const auto kept = database->write<bool>([this](Sql& sql) -> Result<bool> {
        setMetaValue(sql, QStringLiteral("clock_ahead"), QString::number(clock.ahead().count()));
        return true;
    });
    if (!kept)
        return QStringLiteral("refused: ") + kept.error().detail;
    calendar->wake();
    calendar->catchUp();
    return QStringLiteral("ok advance %1, now %2").arg(count).arg(instantText(clock.nowUtc()));
}

/// The named item's setting; without a name, the one a person changed last, so that the colleague is in the way.
std::optional<EntityRow> Service::Private::settingToEdit(Sql& sql, const QString& office, const QString& mgmtNo) const
{
    const int year = fiscalYearOf(japaneseDay(clock.nowUtc()));
    if (!mgmtNo.isEmpty())
        return findRow(sql, office, Entity::VaccinationSetting, vaccinationSettingId(office, mgmtNo, year));
    std::optional<EntityRow> last;
    for (const EntityRow& row : rowsOf(sql, office, Entity::VaccinationSetting)) {
        if (row.fields.value(QStringLiteral("fiscal_year")).toInt() != year)
            continue;
        const bool isPersons = row.fields.contains(QStringLiteral("updated_by"));
        const bool isRunning = row.fields.value(QStringLiteral("impl_flag")).toBool();
        if (isPersons || (isRunning && !(last && last->fields.contains(QStringLiteral("updated_by")))))
            last = row;
    }
    return last;
}

QString Service::Private::colleagueEdit(const QString& mgmtNo)
{
    QString edited;
    const auto done = database->write<bool>([&](Sql& sql) -> Result<bool> {
        const QString office = options.seed.offices.value(0).municipalityCode;
        lockDataset(sql, office);
        auto row = settingToEdit(sql, office, mgmtNo);
        if (!row)
            return Error(ErrorCode::SettingNotFound, QStringLiteral("no such setting"));
        const QDateTime now = clock.nowUtc();
        const QJsonObject before = row->fields;
        const QString time = now.toOffsetFromUtc(9 * 3600).toString(QStringLiteral("H時mm分ss秒"));
        row->fields.insert(QStringLiteral("contact"), QStringLiteral("健康推進課 予防係（内線4711、%1更新）").arg(time));
        row->fields.insert(QStringLiteral("note"), QStringLiteral("同僚による変更 %1").arg(time));
        // For category A one price stands alone and can move without breaking the sum of the others.
        const QString fee = QStringLiteral("fee_vaccinated");
        if (before.contains(fee) && !before.contains(QStringLiteral("copay")))
            row->fields.insert(fee, before.value(fee).toInteger() + 110);
        if (auto refusal = checkSettingFields(row->id, row->fields, before, *reference, japaneseDay(now)))
            return *refusal;
        row->fields.insert(QStringLiteral("updated_by"), QStringLiteral("伊東　真帆"));
        row->fields.insert(QStringLiteral("updated_at"), instantText(now));
        putRow(sql, office, *row, now);
        edited = row->fields.value(QStringLiteral("mgmt_no")).toString();
        return true;
    });
    if (!done)
        return QStringLiteral("refused: %1 %2").arg(done.error().codeText(), done.error().detail);
    return QStringLiteral("ok colleague-edit ") + edited;
}

static QString answer(const char* verb, const QString& what, const Result<bool>& done)
{
    return done ? QStringLiteral("ok %1 %2").arg(QLatin1String(verb), what)
                : QStringLiteral("refused: %1 %2").arg(done.error().codeText(), done.error().detail);
}

QString Service::Private::colleagueRegister(const QString& loginId)
{
    const auto done = database->write<bool>([&](Sql& sql) -> Result<bool> {
        const QString office = options.seed.offices.value(0).municipalityCode;
        lockDataset(sql, office);
        if (accountByLogin(sql, loginIdKey(loginId)))
            return ErrorCode::LoginIdTaken;
        UuidMaker ids(clock, random);
        plantUser(sql, office, lateArrival(loginId), {*hasher, random, clock, policy, *reference}, ids);
        inviter->add(accountsWithInvitation(sql));
        return true;
    });
    return answer("colleague-register", loginId, done);
}

QString Service::command(const QString& line)
{
    const QStringList words = line.simplified().split(QLatin1Char(' '));
    const QString verb = words.first();
    const QString argument = words.value(1);
    const bool isSwitch = argument == QLatin1String("on") || argument == QLatin1String("off");
    const bool isOn = argument == QLatin1String("on");
    if (words.size() == 2 && verb == QLatin1String("maintenance") && isSwitch) {
        const QDateTime until = d->clock.nowUtc().addSecs(30 * 60);
        d->mode.maintenanceUntilMs = isOn ? until.toMSecsSinceEpoch() : 0;
        d->mode.isMaintenance = isOn;
        return QStringLiteral("ok maintenance ") + argument;
    }
    if (words.size() == 2 && verb == QLatin1String("error") && isSwitch) {
        d->mode.isError = isOn;
        return QStringLiteral("ok error ") + argument;
    }
    if (words.size() == 2 && verb == QLatin1String("advance"))
        return d->advance(argument);
    if (words.size() <= 2 && verb == QLatin1String("colleague-edit"))
        return d->colleagueEdit(argument);
    if (words.size() == 2 && verb == QLatin1String("colleague-register"))
        return d->colleagueRegister(argument);
    return QStringLiteral("refused: maintenance on|off, error on|off, colleague-edit [MGMT_NO], colleague-register ID,"
                          " advance DAYS");
}

} // namespace yoyo::service
