// SPDX-License-Identifier: Apache-2.0
#include "app/composition/composition.h"

#include "models/sync/session_workplace.h"
#include "models/central/https_central.h"
#include "models/domain/clock.h"
#include "models/domain/when_done.h"
#include "models/services/direct_service.h"
#include "models/services/setting_service.h"
#include "models/services/user_service.h"
#include "models/services/work_service.h"
#include "models/session/session.h"
#include "models/sync/sync_runner.h"

#include <QDir>
#include <QPromise>
#include <QSysInfo>

namespace yoyo {

template <typename T>
static QFuture<Result<T>> finishedWith(Error error)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(Result<T>(std::move(error)));
    promise.finish();
    return promise.future();
}

static Error notConnected()
{
    return Error(ErrorCode::NotConnected);
}

Result<std::unique_ptr<Composition>> Composition::open(const QString& profileName, Missing missing, Outside outside)
{
    const auto directory = profileDirectory(profileName);
    if (!directory)
        return directory.error();
    auto profile = missing == Missing::Make ? loadOrMakeProfile(*directory, outside.random) : loadProfile(*directory);
    if (!profile)
        return profile.error();
    std::shared_ptr<HttpsCentral> central;
    if (!profile->address.isEmpty()) {
        auto made = HttpsCentral::make(profile->address, profile->caFile, outside.clock, outside.random);
        if (!made)
            return made.error();
        central = std::move(*made);
    }
    return std::unique_ptr<Composition>(
        new Composition(*directory, *std::move(profile), std::move(central), outside));
}

Composition::Composition(QString directory, Profile profile, std::shared_ptr<HttpsCentral> central, Outside outside)
    : m_directory(std::move(directory)), m_profile(std::move(profile)), m_outside(outside), m_central(std::move(central))
{
    Session::Parts parts;
    parts.central = m_central.get();
    parts.keychain = &m_outside.keychain;
    parts.clock = &m_outside.clock;
    parts.random = &m_outside.random;
    parts.directory = m_directory;
    parts.profile = m_profile;
    parts.deviceName = QSysInfo::machineHostName();
    m_session = std::make_unique<Session>(std::move(parts));
    m_workplace = std::make_unique<SessionWorkplace>(*m_session);
    m_sync = std::make_unique<SyncRunner>(m_central.get(), *m_workplace, m_outside.clock, m_outside.random);
    m_users = std::make_unique<UserService>(*m_workplace, *m_sync, m_outside.clock, m_outside.random);
    m_settings = std::make_unique<SettingService>(*m_workplace, *m_sync, m_outside.clock, m_outside.random);
    m_work = std::make_unique<WorkService>(*m_workplace, *m_sync, m_outside.clock, m_outside.random);
    m_direct = std::make_unique<DirectService>(m_central.get(), *m_workplace, *m_sync, m_outside.clock,
                                               m_outside.random);
}

Composition::~Composition() = default;

Central* Composition::central() const
{
    return m_central.get();
}

Result<void> Composition::saveProfile(const Profile& profile)
{
    Profile next = profile;
    next.address = m_profile.address;
    next.caFile = m_profile.caFile;
    next.environment = m_profile.environment;
    next.deviceId = m_profile.deviceId;
    if (auto saved = yoyo::saveProfile(m_directory, next); !saved)
        return saved;
    m_profile = next;
    return {};
}

QFuture<Result<Handshake>> Composition::handshake()
{
    return m_central ? m_central->handshake() : finishedWith<Handshake>(notConnected());
}

QFuture<Result<void>> Composition::requestReset(const QString& loginId, const QString& mail)
{
    return m_central ? m_central->requestReset(loginId, mail) : finishedWith<void>(notConnected());
}

QFuture<Result<Handshake>> Composition::tryAddress(const QUrl& address, const QString& caFile)
{
    auto central = HttpsCentral::make(address, caFile, m_outside.clock, m_outside.random);
    if (!central)
        return finishedWith<Handshake>(central.error());
    // The continuation holds the client until the answer is here.
    auto promise = std::make_shared<QPromise<Result<Handshake>>>();
    promise->start();
    whenDone((*central)->handshake(), this, [promise, keep = *central](const Result<Handshake>& answer) {
        promise->addResult(answer);
        promise->finish();
    });
    return promise->future();
}

void Composition::setLineCut(bool isCut)
{
    if (m_central)
        m_central->setLineCut(isCut);
}

bool Composition::hasStores() const
{
    return !QDir(m_directory + QStringLiteral("/stores")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty();
}

QFuture<Result<Handshake>> Composition::connectTo(const QUrl& address, const QString& caFile)
{
    auto made = HttpsCentral::make(address, caFile, m_outside.clock, m_outside.random);
    if (!made)
        return finishedWith<Handshake>(made.error());
    const std::shared_ptr<HttpsCentral> central = *made;
    auto promise = std::make_shared<QPromise<Result<Handshake>>>();
    promise->start();
    whenDone(central->handshake(), this, [this, promise, central, address, caFile](const Result<Handshake>& answer) {
        promise->addResult(answer ? adopt(central, address, caFile, *answer) : answer);
        promise->finish();
    });
    return promise->future();
}

Result<Handshake> Composition::adopt(const std::shared_ptr<HttpsCentral>& central, const QUrl& address,
                                     const QString& caFile, const Handshake& answer)
{
    if (hasStores() && !m_profile.environment.isEmpty() && m_profile.environment != answer.environment) {
        return Error(ErrorCode::OtherEnvironment, {},
                     {{QStringLiteral("expected"), m_profile.environment},
                      {QStringLiteral("found"), answer.environment}});
    }
    Profile next = m_profile;
    next.address = address;
    next.caFile = caFile;
    next.environment = answer.environment;
    if (auto saved = yoyo::saveProfile(m_directory, next); !saved)
        return saved.error();
    m_profile = next;
    const std::shared_ptr<HttpsCentral> former = std::exchange(m_central, central);
    m_session->setService(m_central.get(), m_profile);
    m_sync->setCentral(m_central.get());
    m_direct->setCentral(m_central.get());
    Q_EMIT serviceChanged();
    return answer;
}

} // namespace yoyo
