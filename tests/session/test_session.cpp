// SPDX-License-Identifier: Apache-2.0
// The sign-in and its store: every way back to a person's unsent work, and none that loses it.
#include "models/session/session.h"

#include "models/domain/ids.h"
#include "models/domain/random_source.h"
#include "models/session/keychain_entries.h"
#include "models/session/sign_in_trouble.h"
#include "models/storage/store.h"
#include "models/storage/store_lock.h"
#include "tests/support/await.h"
#include "tests/support/fake_central.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_keychain.h"

#include <QDir>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace yoyo;
using namespace yoyo::test;
using namespace std::chrono_literals;

static const QString loginId = QStringLiteral("shinjuku-0001");
static const QString password = QStringLiteral("correct horse battery staple");
static const QString otherPassword = QStringLiteral("purple umbrella window train");
static const QString temporary = QStringLiteral("abcd-efgh-jkmn-pqrs");

static SecretBuffer secret(const QString& text)
{
    return SecretBuffer::fromText(text);
}

class TestSession : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void temporaryPasswordLeadsToTheChangeAndNowhereElse();
    void forcedChangeOpensTheStore();
    void newPasswordIsCheckedBeforeItTravels();
    void laterChangeKeepsTheStoreOpen();
    void aChangeTheServiceTookIsNoFailure();
    void wrongPasswordOpensNothing();
    void fullWidthPasswordIsTheSame();
    void offlineSignInOpensTheSameWork();
    void offlineRefusesAWrongPassword();
    void offlineEndsAfterFourteenDays();
    void offlineRefusesAClockThatWentBack();
    void clockOffByAYearIsTold();
    void offlineAsksForAFormerSignIn();
    void offlineTellsTheTroubleWhereNobodySignedIn();
    void maintenanceAllowsOfflineWork();
    void personalRefusalsAreNotOvercomeOffline();
    void otherEnvironmentIsRefused();
    void resetPasswordOpensByTheServiceSlot();
    void passwordChangedOnAnotherPcOpensByTheServiceSlot();
    void emptiedKeychainOpensByTheServiceSlot();
    void copiedProfileOpensByTheServiceSlot();
    void aNewServiceSecretIsTakenOver();
    void withoutAKeychainTheStoreOpensOnlineOnly();
    void keychainLostBetweenReadAndWriteIsTold();
    void nothingLiesInClearText();
    void whatCannotBeOpenedIsSetAside();
    void damagedKeyFileIsSetAside();
    void missingKeyFileSetsTheWorkAside();
    void newerStoreIsRefusedUntouched();
    void readOnlyStoreIsRefusedUntouched();
    void newRefreshTokenIsKeptBeforeItIsUsed();
    void takesOverATokenThatAnotherProcessRenewed();
    void aTokenTheKeychainDidNotTakeIsStillTheLatest();
    void deadRefreshTokenKeepsTheWork();
    void networkTroubleKeepsTheSession();
    void renewalNeedsTheEngineLock();
    void oneRenewalServesAllCallers();
    void aSignInDuringARenewalAnswersWhoWaits();
    void theSamePersonSigningInAgainOfflineIsTold();
    void aFailedChangeOfPersonSignsOut();
    void theNextPersonSigningInIsTold();
    void lockBlanksUntilThePasswordIsRight();
    void fiveWrongUnlocksCloseTheStore();
    void signOutForgetsTheSessionAndKeepsTheWork();
    void signOutWorksWithoutANetwork();
    void resumesForLaterCalls();
    void resumeEndsWithTheSlot();
    void resumeWithoutADeviceFails();
    void policyMayForbidTheSlot();
    void stepUpIsRemembered();
    void officeIsRememberedForTheStartPage();
    void everyStoreHasItsOwner();
    void oneSignInAtATime();
    void keychainEntriesStaySmall();

private:
    std::unique_ptr<Session> session() { return session(m_directory->path(), m_keychain); }
    std::unique_ptr<Session> session(const QString& directory, FakeKeychain& keychain);
    Result<SessionState> signIn(Session& session, const QString& typed = password)
    {
        return await(session.signIn(loginId, secret(typed)));
    }
    /// Signs in online with a first password and leaves an operation that was not sent.
    void leaveUnsentWork();
    static void addWork(Session& session);
    static int works(Session& session);
    QString storeDirectory() const { return m_directory->filePath(QStringLiteral("stores/") + idText(m_userId)); }
    void goOffline() { m_central->trouble = Error(ErrorCode::HostNotFound, {}, {{QStringLiteral("host"), QStringLiteral("x")}}); }
    void goOnline() { m_central->trouble.reset(); }
    QByteArray fileBytes(const QString& path) const;

    SystemRandom m_random;
    FakeClock m_clock;
    Profile m_profile;
    QUuid m_userId;
    FakeKeychain m_keychain;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<FakeCentral> m_central;
};

void TestSession::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_clock.setUtc(QDateTime(QDate(2026, 11, 22), QTime(1, 0), Qt::UTC));
    m_directory = std::make_unique<QTemporaryDir>();
    m_profile = {};
    m_profile.deviceId = QUuid::createUuid();
    m_profile.environment = QStringLiteral("practice");
    m_keychain = {};
    m_central = std::make_unique<FakeCentral>(m_clock);
    m_userId = QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-000000000001}"));
    m_central->accounts.insert(loginId, {m_userId, password, false});
}

void TestSession::cleanup()
{
    m_directory.reset();
}

std::unique_ptr<Session> TestSession::session(const QString& directory, FakeKeychain& keychain)
{
    return std::make_unique<Session>(Session::Parts{m_central.get(), &keychain, &m_clock, &m_random, directory,
                                                    m_profile, QStringLiteral("test pc")});
}

void TestSession::addWork(Session& session)
{
    const Result<void> written = await(session.store()->write<void>(Store::File::Work, [](Connection& work) {
        return work.run(QStringLiteral("INSERT INTO meta (key, value) VALUES (hex(randomblob(8)), 'unsent')"));
    }));
    if (!written)
        qFatal("%s", qPrintable(written.error().codeText()));
}

int TestSession::works(Session& session)
{
    if (!session.store())
        return -1;
    const Result<qint64> count = await(session.store()->read<qint64>([](Connection& work) {
        return work.selectInteger(QStringLiteral("SELECT count(*) FROM meta WHERE value = 'unsent'"));
    }));
    return count ? int(*count) : -1;
}

void TestSession::leaveUnsentWork()
{
    const auto first = session();
    const Result<SessionState> reached = signIn(*first);
    if (!reached || *reached != SessionState::Online)
        qFatal("the first sign-in failed");
    addWork(*first);
}

QByteArray TestSession::fileBytes(const QString& path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSession::temporaryPasswordLeadsToTheChangeAndNowhereElse()
{
    m_central->accounts[loginId] = {m_userId, temporary, true};
    const auto s = session();
    const Result<SessionState> reached = signIn(*s, temporary);
    QVERIFY(reached.isOk());
    QVERIFY(*reached == SessionState::MustChangePassword);
    QVERIFY(!s->store());
    QVERIFY(!QDir(m_directory->filePath(QStringLiteral("stores"))).exists());
    QVERIFY(!m_keychain.entries.contains(sessionEntry(m_profile.deviceId)));
    // Nor does it offer an offline sign-in later.
    goOffline();
    QCOMPARE(signIn(*session(), temporary).error().code, ErrorCode::HostNotFound);
}

void TestSession::forcedChangeOpensTheStore()
{
    m_central->accounts[loginId] = {m_userId, temporary, true};
    const auto s = session();
    QVERIFY(signIn(*s, temporary).isOk());
    const Result<SessionState> changed = await(s->changePassword({}, secret(password)));
    QVERIFY2(changed.isOk(), qPrintable(changed.isOk() ? QString() : changed.error().codeText()));
    QVERIFY(*changed == SessionState::Online);
    QVERIFY(s->store() != nullptr);
    QCOMPARE(m_central->accounts[loginId].password, password);
    goOffline();
    QVERIFY(signIn(*session()).isOk());
}

void TestSession::newPasswordIsCheckedBeforeItTravels()
{
    m_central->accounts[loginId] = {m_userId, temporary, true};
    const auto s = session();
    QVERIFY(signIn(*s, temporary).isOk());
    const int before = m_central->requests;
    const auto code = [&s](const QString& next) { return await(s->changePassword({}, secret(next))).error().code; };
    QCOMPARE(code(QStringLiteral("short")), ErrorCode::PasswordTooShort);
    QCOMPARE(code(QStringLiteral("aaaaaaaaaaaaaaaaaaaa")), ErrorCode::PasswordRepetitive);
    QCOMPARE(code(temporary), ErrorCode::PasswordUnchanged);
    QCOMPARE(m_central->requests, before);
    QVERIFY(s->state() == SessionState::MustChangePassword);
    QVERIFY(await(s->changePassword({}, secret(password))).isOk());
}

void TestSession::laterChangeKeepsTheStoreOpen()
{
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    const std::shared_ptr<Store> store = s->store();
    addWork(*s);
    QCOMPARE(await(s->changePassword(secret(QStringLiteral("wrong one here")), secret(otherPassword))).error().code,
             ErrorCode::CredentialsInvalid);
    QVERIFY(await(s->changePassword(secret(password), secret(otherPassword))).isOk());
    QVERIFY(s->store() == store);
    goOffline();
    const auto next = session();
    QCOMPARE(signIn(*next, password).error().code, ErrorCode::CredentialsInvalid);
    QVERIFY(signIn(*next, otherPassword).isOk());
    QCOMPARE(works(*next), 1);
}

void TestSession::aChangeTheServiceTookIsNoFailure()
{
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    addWork(*s);
    // The key file cannot be written any more: a folder stands where its new version would be made.
    const QString keyFile = storeDirectory() + QStringLiteral("/store.key");
    const QByteArray before = fileBytes(keyFile);
    QVERIFY(QFile::remove(keyFile));
    QVERIFY(QDir().mkpath(keyFile));
    const auto changed = await(s->changePassword(secret(password), secret(otherPassword)));
    QVERIFY(changed && *changed == SessionState::Online);
    QVERIFY(!s->notes().isEmpty());
    QVERIFY(troubleKindOf(s->notes().constFirst().code) == TroubleKind::LocalStore);
    QVERIFY(await(s->accessToken(TokenWanted::Renewed)).isOk());
    // The former slots still stand, and the service's one opens.
    QVERIFY(QDir(keyFile).removeRecursively());
    QFile back(keyFile);
    QVERIFY(back.open(QIODevice::WriteOnly) && back.write(before) == before.size());
    back.close();
    const auto next = session();
    QVERIFY(signIn(*next, otherPassword).isOk());
    QCOMPARE(works(*next), 1);
}

void TestSession::wrongPasswordOpensNothing()
{
    const auto s = session();
    QSignalSpy changes(s.get(), &Session::stateChanged);
    QCOMPARE(signIn(*s, otherPassword).error().code, ErrorCode::CredentialsInvalid);
    QVERIFY(s->state() == SessionState::SignedOut);
    QVERIFY(!s->store());
    QCOMPARE(changes.count(), 0);
}

void TestSession::fullWidthPasswordIsTheSame()
{
    const auto s = session();
    QString wide;
    for (const QChar c : password)
        wide.append(c == u' ' ? QChar(0x3000) : QChar(c.unicode() + 0xfee0));
    QVERIFY(signIn(*s, wide).isOk());
    QCOMPARE(m_central->sentPasswords.last(), password);
    goOffline();
    QVERIFY(signIn(*session()).isOk());
    QVERIFY(signIn(*session(), wide).isOk());
}

void TestSession::offlineSignInOpensTheSameWork()
{
    leaveUnsentWork();
    goOffline();
    const auto s = session();
    const Result<SessionState> reached = signIn(*s);
    QVERIFY(reached.isOk());
    QVERIFY(*reached == SessionState::Offline);
    QCOMPARE(works(*s), 1);
    QCOMPARE(s->user().familyName, QStringLiteral("佐藤"));
    QCOMPARE(s->user().role, QStringLiteral("administrator"));
    QCOMPARE(s->office()->name, QStringLiteral("新宿区"));
    QCOMPARE(s->notes().first().code, ErrorCode::HostNotFound);
    // When the network is back the session goes on by itself.
    goOnline();
    QVERIFY(await(s->accessToken()).isOk());
    QVERIFY(s->state() == SessionState::Online);
}

void TestSession::offlineRefusesAWrongPassword()
{
    leaveUnsentWork();
    goOffline();
    const auto s = session();
    QCOMPARE(signIn(*s, otherPassword).error().code, ErrorCode::CredentialsInvalid);
    QVERIFY(!s->store());
}

void TestSession::offlineEndsAfterFourteenDays()
{
    leaveUnsentWork();
    goOffline();
    m_clock.advance(14 * 24h - 1min);
    QVERIFY(signIn(*session()).isOk());
    m_clock.advance(2min);
    const Result<SessionState> late = signIn(*session());
    QCOMPARE(late.error().code, ErrorCode::OfflineSignInExpired);
    QCOMPARE(late.error().params.value(QStringLiteral("days")).toInt(), 14);
    goOnline();
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    QCOMPARE(works(*s), 1);
}

void TestSession::offlineRefusesAClockThatWentBack()
{
    leaveUnsentWork();
    goOffline();
    m_clock.advance(-10min);
    const Result<SessionState> back = signIn(*session());
    QCOMPARE(back.error().code, ErrorCode::ClockBehindLastServiceTime);
    QCOMPARE(back.error().params.value(QStringLiteral("last_service_time")).toString(),
             QStringLiteral("2026-11-22T01:00:00.000Z"));
    m_clock.advance(-365 * 24h);
    QCOMPARE(signIn(*session()).error().code, ErrorCode::ClockBehindLastServiceTime);
}

void TestSession::clockOffByAYearIsTold()
{
    m_central->skew = 365 * 24h; // this PC is a year behind
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    QCOMPARE(s->notes().size(), 1);
    QCOMPARE(s->notes().first().code, ErrorCode::ClockSkewed);
    QCOMPARE(s->notes().first().params.value(QStringLiteral("skew_seconds")).toInteger(), 365 * 86'400);
    // Offline that clock is refused: the service was seen a year later.
    goOffline();
    QCOMPARE(signIn(*session()).error().code, ErrorCode::ClockBehindLastServiceTime);
    m_central->skew = 4min;
    goOnline();
    const auto near = session();
    QVERIFY(signIn(*near).isOk());
    QVERIFY(near->notes().isEmpty());
}

void TestSession::offlineAsksForAFormerSignIn()
{
    leaveUnsentWork();
    goOffline();
    const auto s = session();
    // Somebody who never worked here has nothing here: the network is what to mend.
    QCOMPARE(await(s->signIn(QStringLiteral("somebody-else"), secret(password))).error().code, ErrorCode::HostNotFound);
    QCOMPARE(s->notes().first().code, ErrorCode::HostNotFound);
    m_keychain.entries.remove(storeEntry(m_profile.deviceId, m_userId));
    QCOMPARE(signIn(*session()).error().code, ErrorCode::OfflineSignInUnavailable);
}

void TestSession::offlineTellsTheTroubleWhereNobodySignedIn()
{
    goOffline();
    QCOMPARE(signIn(*session()).error().code, ErrorCode::HostNotFound);
}

void TestSession::maintenanceAllowsOfflineWork()
{
    leaveUnsentWork();
    m_central->hello.maintenance = MaintenanceNotice{m_clock.nowUtc().addSecs(7200)};
    const auto s = session();
    const Result<SessionState> reached = signIn(*s);
    QVERIFY(reached.isOk());
    QVERIFY(*reached == SessionState::Offline);
    QCOMPARE(s->notes().first().code, ErrorCode::Maintenance);
    QCOMPARE(works(*s), 1);
    // Where nobody signed in before, maintenance is what is told, with its end.
    QTemporaryDir fresh;
    FakeKeychain keychain;
    const Result<SessionState> none = signIn(*session(fresh.path(), keychain));
    QCOMPARE(none.error().code, ErrorCode::Maintenance);
    const SignInTrouble trouble = signInTrouble(none.error(), nullptr, m_clock.nowUtc());
    QCOMPARE(*trouble.comeBackAt, m_clock.nowUtc().addSecs(7200));
}

void TestSession::personalRefusalsAreNotOvercomeOffline()
{
    leaveUnsentWork();
    for (const ErrorCode code : {ErrorCode::AccountSuspended, ErrorCode::TemporaryPasswordExpired,
                                 ErrorCode::CredentialsInvalid, ErrorCode::RateLimited}) {
        m_central->trouble = Error(code);
        const auto s = session();
        QCOMPARE(signIn(*s).error().code, code);
        QVERIFY(!s->store());
    }
}

void TestSession::otherEnvironmentIsRefused()
{
    m_central->hello.environment = QStringLiteral("production");
    const Result<SessionState> reached = signIn(*session());
    QCOMPARE(reached.error().code, ErrorCode::OtherEnvironment);
    QCOMPARE(reached.error().params.value(QStringLiteral("found")).toString(), QStringLiteral("production"));
    QVERIFY(m_central->sentPasswords.isEmpty());
}

void TestSession::resetPasswordOpensByTheServiceSlot()
{
    leaveUnsentWork();
    m_central->accounts[loginId] = {m_userId, temporary, true}; // an administrator reset it
    const auto s = session();
    QVERIFY(*signIn(*s, temporary) == SessionState::MustChangePassword);
    QVERIFY(!s->store());
    QVERIFY(await(s->changePassword({}, secret(otherPassword))).isOk());
    QCOMPARE(works(*s), 1);
    QVERIFY(s->notes().isEmpty());
    goOffline();
    const auto later = session();
    QVERIFY(signIn(*later, otherPassword).isOk());
    QCOMPARE(works(*later), 1);
}

void TestSession::passwordChangedOnAnotherPcOpensByTheServiceSlot()
{
    leaveUnsentWork();
    m_central->accounts[loginId].password = otherPassword;
    const auto s = session();
    QCOMPARE(signIn(*s, password).error().code, ErrorCode::CredentialsInvalid);
    const QUuid device = [this] {
        goOffline();
        const auto old = session();
        const QUuid id = signIn(*old).isOk() ? old->operationDeviceId() : QUuid();
        goOnline();
        return id;
    }();
    QVERIFY(signIn(*s, otherPassword).isOk());
    QCOMPARE(works(*s), 1);
    QVERIFY(s->notes().isEmpty());
    QCOMPARE(s->operationDeviceId(), device); // the same PC: operations are counted on
    goOffline();
    QVERIFY(signIn(*session(), otherPassword).isOk());
}

void TestSession::emptiedKeychainOpensByTheServiceSlot()
{
    leaveUnsentWork();
    m_keychain.entries.clear();
    goOffline();
    QCOMPARE(signIn(*session()).error().code, ErrorCode::OfflineSignInUnavailable);
    goOnline();
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    QCOMPARE(works(*s), 1);
    QVERIFY(s->notes().isEmpty());
    goOffline();
    const auto later = session();
    QVERIFY(signIn(*later).isOk());
    QCOMPARE(works(*later), 1);
}

void TestSession::copiedProfileOpensByTheServiceSlot()
{
    leaveUnsentWork();
    QTemporaryDir otherPc;
    QDirIterator it(m_directory->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString from = it.next();
        const QString to = otherPc.path() + from.mid(m_directory->path().size());
        QVERIFY(QDir().mkpath(QFileInfo(to).path()));
        QVERIFY(QFile::copy(from, to));
    }
    FakeKeychain otherKeychain;
    const auto there = session(otherPc.path(), otherKeychain);
    QVERIFY(signIn(*there).isOk());
    QCOMPARE(works(*there), 1);
    const auto here = session();
    QVERIFY(signIn(*here).isOk());
    QCOMPARE(works(*here), 1);
    // Two PCs must not count operations under the same device.
    QVERIFY(!there->operationDeviceId().isNull());
    QVERIFY(there->operationDeviceId() != here->operationDeviceId());
    const QUuid device = there->operationDeviceId();
    const auto again = session(otherPc.path(), otherKeychain);
    QVERIFY(signIn(*again).isOk());
    QCOMPARE(again->operationDeviceId(), device);
}

void TestSession::aNewServiceSecretIsTakenOver()
{
    leaveUnsentWork();
    m_central->secretSalt = "2"; // the service was set up anew; the password slot still opens
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    QCOMPARE(works(*s), 1);
    s->close();
    m_keychain.entries.clear(); // from here on only the service's slot leads back
    const auto later = session();
    QVERIFY(signIn(*later).isOk());
    QCOMPARE(works(*later), 1);
    QVERIFY(later->notes().isEmpty());
}

void TestSession::withoutAKeychainTheStoreOpensOnlineOnly()
{
    m_keychain.isAvailable = false;
    {
        const auto s = session();
        QVERIFY(signIn(*s).isOk());
        QCOMPARE(s->notes().first().code, ErrorCode::KeychainUnavailable);
        addWork(*s);
    }
    const auto again = session();
    QVERIFY(signIn(*again).isOk());
    QCOMPARE(works(*again), 1);
    again->lock();
    QVERIFY(await(again->unlock(secret(password))).isOk());
    goOffline();
    QCOMPARE(signIn(*session()).error().code, ErrorCode::KeychainUnavailable);
    QCOMPARE(await(session()->resume()).error().code, ErrorCode::KeychainUnavailable);
}

void TestSession::keychainLostBetweenReadAndWriteIsTold()
{
    leaveUnsentWork();
    m_keychain.isAvailable = false;
    {
        const auto s = session();
        QVERIFY(signIn(*s).isOk());
        QCOMPARE(works(*s), 1);
    }
    // It was away for a day only: the password slot of before still opens.
    m_keychain.isAvailable = true;
    goOffline();
    const auto later = session();
    QVERIFY(signIn(*later).isOk());
    QCOMPARE(works(*later), 1);
}

void TestSession::nothingLiesInClearText()
{
    leaveUnsentWork();
    QDirIterator it(m_directory->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    int files = 0;
    while (it.hasNext()) {
        const QByteArray bytes = fileBytes(it.next());
        ++files;
        for (const QByteArray& word : {password.toUtf8(), loginId.toUtf8(), QByteArray("refresh-"), QByteArray("佐藤"),
                                       QByteArray("山田"), QByteArray("unsent")})
            QVERIFY2(!bytes.contains(word), qPrintable(it.filePath() + QLatin1Char(' ') + QString::fromUtf8(word)));
    }
    QVERIFY(files >= 3);
}

void TestSession::whatCannotBeOpenedIsSetAside()
{
    leaveUnsentWork();
    const QByteArray before = fileBytes(storeDirectory() + QStringLiteral("/work.db"));
    QVERIFY(before.size() > 4096);
    m_keychain.entries.clear();
    m_central->secretSalt = "2"; // the service lost its secrets as well
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    QCOMPARE(works(*s), 0);
    QCOMPARE(s->notes().size(), 1);
    QCOMPARE(s->notes().first().code, ErrorCode::StoreSetAside);
    const QString folder = s->notes().first().params.value(QStringLiteral("file")).toString();
    QCOMPARE(fileBytes(folder + QStringLiteral("/work.db")), before);
    QVERIFY(QFile::exists(folder + QStringLiteral("/store.key")));
}

void TestSession::damagedKeyFileIsSetAside()
{
    leaveUnsentWork();
    QFile key(storeDirectory() + QStringLiteral("/store.key"));
    QVERIFY(key.open(QIODevice::WriteOnly));
    key.write("{ damaged");
    key.close();
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    QCOMPARE(s->notes().first().code, ErrorCode::StoreSetAside);
    const QString folder = s->notes().first().params.value(QStringLiteral("file")).toString();
    QCOMPARE(fileBytes(folder + QStringLiteral("/store.key")), QByteArray("{ damaged"));
    QVERIFY(QFile::exists(folder + QStringLiteral("/work.db")));
}

void TestSession::missingKeyFileSetsTheWorkAside()
{
    leaveUnsentWork();
    QVERIFY(QFile::remove(storeDirectory() + QStringLiteral("/store.key")));
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    QCOMPARE(works(*s), 0);
    QCOMPARE(s->notes().first().code, ErrorCode::StoreSetAside);
}

void TestSession::newerStoreIsRefusedUntouched()
{
    {
        const auto s = session();
        QVERIFY(signIn(*s).isOk());
        QVERIFY(await(s->store()->write<void>(Store::File::Work, [](Connection& work) {
                    return work.run(QStringLiteral("PRAGMA user_version = 9999"));
                })).isOk());
    }
    const QByteArray before = fileBytes(storeDirectory() + QStringLiteral("/work.db"));
    const auto s = session();
    QCOMPARE(signIn(*s).error().code, ErrorCode::StoreNewer);
    QVERIFY(s->state() == SessionState::SignedOut);
    QCOMPARE(fileBytes(storeDirectory() + QStringLiteral("/work.db")), before);
}

void TestSession::readOnlyStoreIsRefusedUntouched()
{
    // root may write anywhere, so the read-only place is one that nobody can write: a file where a folder should be.
    QVERIFY(QDir().mkpath(m_directory->filePath(QStringLiteral("stores"))));
    QFile inTheWay(storeDirectory());
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.write("x");
    inTheWay.close();
    const Result<SessionState> reached = signIn(*session());
    QVERIFY(!reached.isOk());
    QVERIFY(troubleKindOf(reached.error().code) == TroubleKind::LocalStore);
    QCOMPARE(fileBytes(storeDirectory()), QByteArray("x"));
}

void TestSession::newRefreshTokenIsKeptBeforeItIsUsed()
{
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    const auto kept = [this] {
        const auto entry = decodeSessionSecret(m_keychain.entries.value(sessionEntry(m_profile.deviceId)));
        return entry ? QString::fromUtf8(entry->refreshToken.toByteArray()) : QString();
    };
    for (int i = 0; i < 3; ++i) {
        m_clock.advance(15min);
        const QString before = kept();
        QVERIFY(await(s->accessToken()).isOk());
        QCOMPARE(m_central->used.last(), before); // what was used had been in the keychain
        QVERIFY(kept() != before);
    }
    QCOMPARE(m_central->used.size(), 3);
    QVERIFY(await(s->accessToken()).isOk());
    QCOMPARE(m_central->used.size(), 3); // still fresh: no renewal
    QVERIFY(await(s->accessToken(TokenWanted::Renewed)).isOk());
    QCOMPARE(m_central->used.size(), 4);
}

void TestSession::takesOverATokenThatAnotherProcessRenewed()
{
    const auto window = session();
    QVERIFY(signIn(*window).isOk());
    const auto command = session();
    QVERIFY(await(command->resume()).isOk());
    QVERIFY(await(command->accessToken()).isOk());
    m_clock.advance(15min);
    QVERIFY(await(window->accessToken()).isOk());
    QCOMPARE(m_central->used.size(), 2);
    QVERIFY(m_central->used[0] != m_central->used[1]);
}

void TestSession::aTokenTheKeychainDidNotTakeIsStillTheLatest()
{
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    m_keychain.isWritable = false;
    for (int i = 0; i < 2; ++i) {
        m_clock.advance(15min);
        QVERIFY(await(s->accessToken()).isOk());
    }
    QVERIFY(m_central->used[0] != m_central->used[1]);
    m_keychain.isWritable = true;
    m_clock.advance(15min);
    QVERIFY(await(s->accessToken()).isOk());
    const auto entry = decodeSessionSecret(m_keychain.entries.value(sessionEntry(m_profile.deviceId)));
    QVERIFY(entry && !m_central->used.contains(QString::fromUtf8(entry->refreshToken.toByteArray())));
}

void TestSession::deadRefreshTokenKeepsTheWork()
{
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    addWork(*s);
    QSignalSpy ended(s.get(), &Session::sessionEnded);
    m_central->liveTokens.clear();
    m_clock.advance(15min);
    QCOMPARE(await(s->accessToken()).error().code, ErrorCode::RefreshTokenDead);
    QCOMPARE(ended.count(), 1);
    QVERIFY(s->state() == SessionState::Offline);
    QCOMPARE(works(*s), 1);
    QCOMPARE(await(s->accessToken()).error().code, ErrorCode::SessionExpired);
    const std::shared_ptr<Store> store = s->store();
    QVERIFY(signIn(*s).isOk()); // the password again, over the open store
    QVERIFY(s->state() == SessionState::Online);
    QVERIFY(s->store() == store);
}

void TestSession::networkTroubleKeepsTheSession()
{
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    QSignalSpy ended(s.get(), &Session::sessionEnded);
    goOffline();
    m_clock.advance(15min);
    QCOMPARE(await(s->accessToken()).error().code, ErrorCode::HostNotFound);
    QCOMPARE(ended.count(), 0);
    goOnline();
    QVERIFY(await(s->accessToken()).isOk());
}

void TestSession::renewalNeedsTheEngineLock()
{
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    m_clock.advance(15min);
    {
        const auto other = EngineLock::tryLock(s->storeDirectory() + QStringLiteral("/engine.lock"));
        QVERIFY(other.isOk());
        QCOMPARE(await(s->accessToken()).error().code, ErrorCode::EngineBusy);
        QVERIFY(!s->holdEngineLock());
        QVERIFY(m_central->used.isEmpty());
    }
    QVERIFY(await(s->accessToken()).isOk());
    QVERIFY(s->holdEngineLock());
    QVERIFY(!EngineLock::tryLock(s->storeDirectory() + QStringLiteral("/engine.lock")).isOk());
    m_clock.advance(15min);
    QVERIFY(await(s->accessToken()).isOk());
    s->releaseEngineLock();
    QVERIFY(EngineLock::tryLock(s->storeDirectory() + QStringLiteral("/engine.lock")).isOk());
}

void TestSession::oneRenewalServesAllCallers()
{
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    m_clock.advance(15min);
    m_central->isHoldingRefresh = true;
    const auto first = s->accessToken();
    const auto second = s->accessToken(TokenWanted::Renewed);
    QVERIFY(!first.isFinished() && !second.isFinished());
    QTRY_VERIFY(m_central->isRefreshHeld());
    m_central->releaseRefresh();
    const Result<SecretBuffer> one = await(first);
    const Result<SecretBuffer> two = await(second);
    QVERIFY(one.isOk() && two.isOk());
    QCOMPARE(two->toByteArray(), one->toByteArray());
    QCOMPARE(m_central->used.size(), 1);
}

void TestSession::aSignInDuringARenewalAnswersWhoWaits()
{
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    m_clock.advance(15min);
    m_central->isHoldingRefresh = true;
    const auto waiting = s->accessToken();
    QTRY_VERIFY(m_central->isRefreshHeld());
    QVERIFY(signIn(*s).isOk());
    // The new session's token serves whoever asked under the old one.
    QVERIFY(waiting.isFinished());
    QVERIFY(waiting.result().isOk());
    m_central->releaseRefresh();
    // And the late answer of the old one disturbs nothing: the next renewal goes through.
    m_clock.advance(15min);
    const auto next = s->accessToken();
    QTRY_VERIFY_WITH_TIMEOUT(next.isFinished(), 5'000);
    QVERIFY(next.result().isOk());
    QVERIFY(EngineLock::tryLock(s->storeDirectory() + QStringLiteral("/engine.lock")).isOk()); // given back
}

void TestSession::theSamePersonSigningInAgainOfflineIsTold()
{
    leaveUnsentWork();
    goOffline();
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    const std::weak_ptr<Store> first = s->store();
    QSignalSpy told(s.get(), &Session::stateChanged);
    QVERIFY(signIn(*s).isOk());
    // Whoever works on the former store has to hear of the new one.
    QCOMPARE(told.size(), 1);
    QVERIFY(first.lock() != s->store());
}

void TestSession::aFailedChangeOfPersonSignsOut()
{
    const QString next = QStringLiteral("shinjuku-0002");
    const QUuid other(QStringLiteral("{0192f0aa-0000-7000-8000-000000000002}"));
    m_central->accounts.insert(next, {other, otherPassword, false});
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    QFile inTheWay(m_directory->filePath(QStringLiteral("stores/") + idText(other)));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.write("x");
    inTheWay.close();
    QVERIFY(!await(s->signIn(next, secret(otherPassword))).isOk());
    QVERIFY(!s->store());
    QVERIFY(s->state() == SessionState::SignedOut);
}

void TestSession::theNextPersonSigningInIsTold()
{
    const QString next = QStringLiteral("shinjuku-0002");
    const QUuid other(QStringLiteral("{0192f0aa-0000-7000-8000-000000000002}"));
    m_central->accounts.insert(next, {other, otherPassword, false});
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    QSignalSpy told(s.get(), &Session::stateChanged);
    QVERIFY(await(s->signIn(next, secret(otherPassword))).isOk());
    QCOMPARE(s->user().id, other);
    QCOMPARE(told.size(), 1); // Online as before, but with another person's store
}

void TestSession::lockBlanksUntilThePasswordIsRight()
{
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    QSignalSpy locked(s.get(), &Session::lockedChanged);
    const int before = m_central->requests;
    s->lock();
    QVERIFY(s->isLocked());
    QCOMPARE(await(s->unlock(secret(otherPassword))).error().code, ErrorCode::CredentialsInvalid);
    QVERIFY(s->isLocked());
    QVERIFY(await(s->unlock(secret(password))).isOk());
    QVERIFY(!s->isLocked());
    QCOMPARE(locked.count(), 2);
    QCOMPARE(m_central->requests, before); // checked on this PC
    QVERIFY(s->store() != nullptr);
}

void TestSession::fiveWrongUnlocksCloseTheStore()
{
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    addWork(*s);
    s->lock();
    for (int i = 0; i < 5; ++i)
        QCOMPARE(await(s->unlock(secret(otherPassword))).error().code, ErrorCode::CredentialsInvalid);
    QVERIFY(s->state() == SessionState::SignedOut);
    QVERIFY(!s->store());
    QVERIFY(!s->isLocked());
    // A sixth try opens nothing, right or wrong.
    QCOMPARE(await(s->unlock(secret(password))).error().code, ErrorCode::NotSignedIn);
    QVERIFY(signIn(*s).isOk());
    QCOMPARE(works(*s), 1);
}

void TestSession::signOutForgetsTheSessionAndKeepsTheWork()
{
    leaveUnsentWork();
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    QVERIFY(m_keychain.entries.contains(sessionEntry(m_profile.deviceId)));
    m_central->liveTokens.remove(QStringLiteral("refresh-1"));
    QVERIFY(await(s->signOut()).isOk());
    QVERIFY(s->state() == SessionState::SignedOut);
    QVERIFY(!s->store());
    QVERIFY(m_central->liveTokens.isEmpty());
    QVERIFY(!m_keychain.entries.contains(sessionEntry(m_profile.deviceId)));
    QCOMPARE(await(session()->resume()).error().code, ErrorCode::NotSignedIn);
    QCOMPARE(await(s->accessToken()).error().code, ErrorCode::NotSignedIn);
    QVERIFY(signIn(*s).isOk());
    QCOMPARE(works(*s), 1);
}

void TestSession::signOutWorksWithoutANetwork()
{
    leaveUnsentWork();
    goOffline();
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    QVERIFY(await(s->signOut()).isOk());
    QVERIFY(s->state() == SessionState::SignedOut);
}

void TestSession::resumesForLaterCalls()
{
    leaveUnsentWork();
    const auto s = session();
    const Result<SessionState> reached = await(s->resume());
    QVERIFY(reached.isOk());
    QVERIFY(*reached == SessionState::Offline);
    QCOMPARE(works(*s), 1);
    QCOMPARE(s->user().loginId, loginId);
    QVERIFY(await(s->accessToken()).isOk());
    QVERIFY(s->state() == SessionState::Online);
}

void TestSession::resumeEndsWithTheSlot()
{
    leaveUnsentWork();
    m_clock.advance(8h - 1min);
    QVERIFY(await(session()->resume()).isOk());
    m_clock.advance(1min);
    QCOMPARE(await(session()->resume()).error().code, ErrorCode::NotSignedIn);
    QTemporaryDir other;
    QCOMPARE(await(session(other.path(), m_keychain)->resume()).error().code, ErrorCode::NotSignedIn);
}

void TestSession::resumeWithoutADeviceFails()
{
    {
        const auto first = session();
        QVERIFY(signIn(*first).isOk());
        const auto broken = await(first->store()->write<void>(Store::File::Work, [](Connection& work) -> Result<void> {
            if (auto gone = work.run(QStringLiteral("DELETE FROM meta WHERE key = 'device_id'")); !gone)
                return gone;
            return work.run(QStringLiteral("CREATE TRIGGER no_device BEFORE INSERT ON meta WHEN NEW.key = 'device_id'"
                                           " BEGIN SELECT RAISE(ABORT, 'no'); END"));
        }));
        QVERIFY(broken.isOk());
    }
    const auto s = session();
    QVERIFY(!await(s->resume()).isOk());
    QVERIFY(s->state() == SessionState::SignedOut);
    QVERIFY(!s->store());
}

void TestSession::policyMayForbidTheSlot()
{
    m_central->hello.policy = {{QStringLiteral("session_slot_hours"), 0}};
    leaveUnsentWork();
    QCOMPARE(await(session()->resume()).error().code, ErrorCode::NotSignedIn);
}

void TestSession::stepUpIsRemembered()
{
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    QVERIFY(!s->stepUpExpiresAt());
    QCOMPARE(await(s->stepUp(secret(otherPassword))).error().code, ErrorCode::CredentialsInvalid);
    QVERIFY(await(s->stepUp(secret(password))).isOk());
    QCOMPARE(*s->stepUpExpiresAt(), m_clock.nowUtc().addSecs(600));
    QVERIFY(await(s->signOut()).isOk());
    QVERIFY(!s->stepUpExpiresAt());
}

void TestSession::officeIsRememberedForTheStartPage()
{
    {
        const auto s = session();
        QVERIFY(signIn(*s).isOk());
        s->rememberUnsent(3);
        QVERIFY(await(s->officeMemory()).isOk());
    }
    goOffline();
    const auto start = session();
    const Result<OfficeMemory> memory = await(start->officeMemory());
    QVERIFY(memory.isOk());
    QCOMPARE(memory->office->administrators.first().phone, QStringLiteral("03-0000-0000"));
    QCOMPARE(memory->office->helpdesk.name, QStringLiteral("ヘルプデスク"));
    QCOMPARE(memory->owners.size(), 1);
    QCOMPARE(memory->owners.first().unsent, 3);
    const SignInTrouble trouble = signInTrouble(ErrorCode::CredentialsInvalid, &*memory->office, m_clock.nowUtc());
    QVERIFY(trouble.whom == WhomToCall::Administrators);
    QCOMPARE(trouble.administrators.size(), 1);
    // Another keychain reads nothing of it.
    FakeKeychain stranger;
    const Result<OfficeMemory> none = await(session(m_directory->path(), stranger)->officeMemory());
    QVERIFY(none.isOk());
    QVERIFY(!none->office);
}

void TestSession::everyStoreHasItsOwner()
{
    leaveUnsentWork();
    const QUuid other(QStringLiteral("{0192f0aa-0000-7000-8000-000000000002}"));
    m_central->accounts.insert(QStringLiteral("shinjuku-0002"), {other, otherPassword, false});
    const auto s = session();
    QVERIFY(signIn(*s).isOk());
    const QString first = s->storeDirectory();
    QVERIFY(await(s->signOut()).isOk());
    QVERIFY(await(s->signIn(QStringLiteral("shinjuku-0002"), secret(otherPassword))).isOk());
    QVERIFY(s->storeDirectory() != first);
    QCOMPARE(works(*s), 0);
    QCOMPARE(await(s->officeMemory())->owners.size(), 2);
}

void TestSession::oneSignInAtATime()
{
    const auto s = session();
    const auto first = s->signIn(loginId, secret(password));
    QCOMPARE(await(s->signIn(loginId, secret(password))).error().code, ErrorCode::Cancelled);
    QVERIFY(await(first).isOk());
}

void TestSession::keychainEntriesStaySmall()
{
    leaveUnsentWork();
    QVERIFY(m_keychain.largestEntry > 0);
    QVERIFY(m_keychain.largestEntry <= Keychain::maximumEntryBytes);
    SessionSecret large{m_userId, SecretBuffer(1500), SecretBuffer(32)};
    const SecretBuffer entry = encode(large);
    QVERIFY(!entry.isEmpty() && entry.size() <= Keychain::maximumEntryBytes);
    QVERIFY(decodeSessionSecret(entry)->refreshToken == large.refreshToken);
    large.refreshToken = SecretBuffer(3000);
    QVERIFY(encode(large).isEmpty());
    QVERIFY(!decodeSessionSecret(SecretBuffer(5)));
}

QTEST_GUILESS_MAIN(TestSession)
#include "test_session.moc"
