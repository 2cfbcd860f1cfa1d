// SPDX-License-Identifier: Apache-2.0
#include "app/composition/composition.h"

#include "app/composition/event_log.h"
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
    keepLog();
}

Composition::~Composition() = default;

static QLatin1String wordOf(SyncPhase phase)
{
    switch (phase) {
    case SyncPhase::NotStarted:
        return QLatin1String("sync not-started");
    case SyncPhase::Idle:
        return QLatin1String("sync idle");
    case SyncPhase::Connecting:
        return QLatin1String("sync connecting");
    case SyncPhase::Sending:
        return QLatin1String("sync sending");
    case SyncPhase::Asking:
        return QLatin1String("sync asking");
    case SyncPhase::Receiving:
        return QLatin1String("sync receiving");
    case SyncPhase::Offline:
        return QLatin1String("sync offline");
    case SyncPhase::Waiting:
        return QLatin1String("sync waiting");
    case SyncPhase::WaitingSignIn:
        return QLatin1String("sync waiting-sign-in");
    case SyncPhase::Maintenance:
        return QLatin1String("sync maintenance");
    case SyncPhase::ClientTooOld:
        return QLatin1String("sync client-too-old");
    case SyncPhase::OtherProcess:
        return QLatin1String("sync other-process");
    case SyncPhase::NeedsDecision:
        return QLatin1String("sync needs-decision");
    }
    return QLatin1String("sync");
}

static QLatin1String wordOf(SessionState state)
{
    switch (state) {
    case SessionState::SignedOut:
        return QLatin1String("session signed-out");
    case SessionState::MustChangePassword:
        return QLatin1String("session must-change-password");
    case SessionState::Online:
        return QLatin1String("session online");
    case SessionState::Offline:
        return QLatin1String("session offline");
    }
    return QLatin1String("session");
}

void Composition::keepLog()
{
    m_log = std::make_unique<EventLog>(m_directory, m_outside.clock);
    m_log->note(QLatin1String("start " YOYO_VERSION));
    connect(m_session.get(), &Session::stateChanged, this, [this](SessionState state) { m_log->note(wordOf(state)); });
    connect(m_session.get(), &Session::sessionEnded, this,
            [this](const Error& why) { m_log->note(QLatin1String("session ended"), why); });
    connect(m_sync.get(), &SyncRunner::statusChanged, this,
            [this, last = SyncPhase::NotStarted](const SyncStatus& status) mutable {
                if (std::exchange(last, status.phase) == status.phase)
                    return;
                if (status.lastError)
                    m_log->note(wordOf(status.phase), *status.lastError);
                else
                    m_log->note(wordOf(status.phase));
            });
}

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
    // A session belongs to the service that opened it: its tokens must never reach another one.
    if (m_session->state() != SessionState::SignedOut)
        return Error(ErrorCode::Cancelled, QStringLiteral("somebody is signed in"));
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
