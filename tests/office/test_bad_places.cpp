// SPDX-License-Identifier: Apache-2.0
// A PC whose disk or keychain is not as it should be, at the real service: each is told with its code, and the unsent
// work of the person arrives, or is kept whole where nothing can open it.
#include "tests/office/clerk_process.h"
#include "tests/office/office.h"

#include "models/storage/store.h"

#include <QDir>
#include <QDirIterator>

using namespace yoyo;
using namespace yoyo::test;

class TestBadPlaces : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aFullDiskRefusesTheSaveAndKeepsWhatWasSaved();
    void aReadOnlyStoreIsTold();
    void aDamagedCacheIsRebuilt();
    void damagedWorkIsSetAsideWhole();
    void aNewerStoreIsLeftAlone();
    void noKeychain();

private:
    static constexpr int place = 5; ///< the setting that carries the unsent note
    void leaveUnsentWork(const QString& note);
    void comeBackAndSend();
    void verifyArrivedOnce(const QString& note);
    QByteArray bytesOf(const QString& path) const;

    Office m_office;
    std::unique_ptr<Pc> m_pc;
    Colleague m_colleague;
    QString m_storeDirectory;
    qint64 m_version = 0;
};

void TestBadPlaces::initTestCase()
{
    QVERIFY2(m_office.open(), qPrintable(m_office.errorText()));
}

void TestBadPlaces::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_pc = m_office.newPc();
    const auto colleague = m_office.addColleague(Role::Staff, *m_pc);
    QVERIFY2(colleague, qPrintable(m_office.errorText()));
    m_colleague = *colleague;
    m_storeDirectory = m_pc->program().session().storeDirectory();
}

void TestBadPlaces::cleanup()
{
    m_pc->quit();
}

void TestBadPlaces::leaveUnsentWork(const QString& note)
{
    if (!m_office.headOffice.sync() || !m_pc->sync())
        qFatal("no round ends");
    m_version = m_office.headOffice.setting(place).seen.ver;
    m_pc->program().setLineCut(true);
    m_pc->saveNote(m_pc->setting(place), note);
    m_pc->quit();
}

void TestBadPlaces::comeBackAndSend()
{
    m_pc->start();
    const auto reached = m_pc->signIn(m_colleague.loginId, m_colleague.password);
    QVERIFY2(reached && *reached == SessionState::Online, reached ? "" : qPrintable(reached.error().codeText()));
    QVERIFY(m_pc->syncUntilSent());
    QVERIFY(m_office.headOffice.sync());
}

void TestBadPlaces::verifyArrivedOnce(const QString& note)
{
    const SettingRow row = m_office.headOffice.setting(place);
    QCOMPARE(row.setting.note, note);
    QCOMPARE(row.seen.ver, m_version + 1);
}

QByteArray TestBadPlaces::bytesOf(const QString& path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestBadPlaces::aFullDiskRefusesTheSaveAndKeepsWhatWasSaved()
{
    leaveUnsentWork(QStringLiteral("saved before the disk was full"));
    const SettingRow before = m_office.headOffice.setting(0);
    ClerkProcess clerk = ClerkProcess::start(*m_pc, m_colleague, QStringLiteral("offline"), 1,
                                             {QStringLiteral("--file-limit"), QStringLiteral("4096")});
    QCOMPARE(clerk.answerToSignIn(), QStringLiteral("signed-in"));
    const QString told = clerk.nextLine();
    QVERIFY2(told.startsWith(QLatin1String("refused E-STOR-")), qPrintable(told));
    clerk.kill();

    comeBackAndSend();
    verifyArrivedOnce(QStringLiteral("saved before the disk was full"));
    const SettingRow after = m_office.headOffice.setting(0);
    QCOMPARE(after.setting.note, before.setting.note); // refused means refused
    QCOMPARE(after.seen.ver, before.seen.ver);
}

/// Everything above and in the store may be read by all; nothing in it may be written but by its owner.
static void openForReading(const QString& folder)
{
    constexpr auto forAll =
        QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    for (QDir dir(folder); dir.path().startsWith(QDir::homePath()); dir.cdUp())
        QFile::setPermissions(dir.path(), forAll | QFile::WriteOwner);
    QDirIterator it(folder, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext())
        QFile::setPermissions(it.next(), forAll);
    QFile::setPermissions(folder, forAll);
}

void TestBadPlaces::aReadOnlyStoreIsTold()
{
    leaveUnsentWork(QStringLiteral("saved before the disk was read-only"));
    const QString profile = *profileDirectory(m_pc->profile());
    openForReading(profile);
    // The other person must at least be able to read which authority to trust.
    QFile::setPermissions(m_office.service.directory(), QFile::permissions(profile) | QFile::WriteOwner);
    ClerkProcess clerk =
        ClerkProcess::start(*m_pc, m_colleague, QStringLiteral("online"), 1, {QStringLiteral("--nobody")});
    QCOMPARE(clerk.answerToSignIn(), QStringLiteral("refused E-STOR-003"));
    clerk.kill();
    QDirIterator it(profile, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        QFile::setPermissions(path, QFile::permissions(path) | QFile::WriteOwner);
    }
    QFile::setPermissions(profile, QFile::permissions(profile) | QFile::WriteOwner);
    comeBackAndSend();
    verifyArrivedOnce(QStringLiteral("saved before the disk was read-only"));
}

void TestBadPlaces::aDamagedCacheIsRebuilt()
{
    leaveUnsentWork(QStringLiteral("saved before the cache was damaged"));
    QFile cache(m_storeDirectory + QStringLiteral("/cache.db"));
    QVERIFY(cache.open(QIODevice::ReadWrite));
    cache.write(QByteArray(8192, 'x'));
    cache.close();
    comeBackAndSend();
    verifyArrivedOnce(QStringLiteral("saved before the cache was damaged"));
    QCOMPARE(m_pc->setting(place).setting.note, QStringLiteral("saved before the cache was damaged"));
}

void TestBadPlaces::damagedWorkIsSetAsideWhole()
{
    leaveUnsentWork(QStringLiteral("never seen again"));
    QFile work(m_storeDirectory + QStringLiteral("/work.db"));
    QVERIFY(work.open(QIODevice::ReadWrite));
    work.write(QByteArray(4096, 'x'));
    work.close();
    const QByteArray damaged = bytesOf(work.fileName());
    m_pc->start();
    m_pc->program().setLineCut(true);
    const auto offline = m_pc->signIn(m_colleague.loginId, m_colleague.password);
    QVERIFY(!offline);
    QVERIFY(offline.error().codeText().startsWith(QLatin1String("E-STOR-")));
    QCOMPARE(bytesOf(work.fileName()), damaged);

    m_pc->program().setLineCut(false);
    const auto online = m_pc->signIn(m_colleague.loginId, m_colleague.password);
    QVERIFY2(online && *online == SessionState::Online, online ? "" : qPrintable(online.error().codeText()));
    const QList<Error> notes = m_pc->program().session().notes();
    QCOMPARE(notes.size(), 1);
    QCOMPARE(notes.constFirst().code, ErrorCode::StoreSetAside);
    const QString folder = notes.constFirst().params.value(QStringLiteral("file")).toString();
    QCOMPARE(bytesOf(folder + QStringLiteral("/work.db")), damaged);
    QVERIFY(QFile::exists(folder + QStringLiteral("/store.key"))); // for whoever salvages it
    QVERIFY(m_pc->sync());
    QCOMPARE(m_pc->setting(place).seen.ver, m_version); // and the person works on
}

void TestBadPlaces::aNewerStoreIsLeftAlone()
{
    if (!m_office.headOffice.sync() || !m_pc->sync())
        qFatal("no round ends");
    m_version = m_office.headOffice.setting(place).seen.ver;
    m_pc->program().setLineCut(true);
    m_pc->saveNote(m_pc->setting(place), QStringLiteral("of a newer program"));
    const auto setVersion = [this](int version) {
        const auto store = m_pc->program().session().store();
        return await(store->write<bool>(Store::File::Work, [version](Connection& work) -> Result<bool> {
            const auto done = work.run(QStringLiteral("PRAGMA user_version = %1").arg(version));
            return done ? Result<bool>(true) : Result<bool>(done.error());
        }));
    };
    QVERIFY(setVersion(9999).isOk());
    m_pc->quit();
    const QByteArray before = bytesOf(m_storeDirectory + QStringLiteral("/work.db"));
    for (const bool isCut : {true, false}) {
        m_pc->start();
        m_pc->program().setLineCut(isCut);
        const auto refused = m_pc->signIn(m_colleague.loginId, m_colleague.password);
        QCOMPARE(refused.error().code, ErrorCode::StoreNewer);
        m_pc->quit();
        QCOMPARE(bytesOf(m_storeDirectory + QStringLiteral("/work.db")), before);
    }
}

void TestBadPlaces::noKeychain()
{
    leaveUnsentWork(QStringLiteral("saved while there was a keychain"));
    // Offline nothing can be opened, and that is what is said.
    ClerkProcess offline = ClerkProcess::start(*m_pc, m_colleague, QStringLiteral("offline"), 0, {}, false);
    QCOMPARE(offline.nextLine(), QStringLiteral("refused E-AUTH-021"));
    offline.dismiss();
    // Online the service's slot opens the same store; what is saved there waits for the next online sign-in.
    ClerkProcess cut = ClerkProcess::start(*m_pc, m_colleague, QStringLiteral("cut"), 1, {}, false);
    QCOMPARE(cut.answerToSignIn(), QStringLiteral("signed-in"));
    QCOMPARE(cut.notes, QStringList{QStringLiteral("E-AUTH-021")});
    QCOMPARE(cut.nextLine(), QStringLiteral("saved 0"));
    cut.kill();
    QVERIFY(m_office.headOffice.sync());
    verifyArrivedOnce(QStringLiteral("saved while there was a keychain"));
    const qint64 version = m_office.headOffice.setting(0).seen.ver;
    ClerkProcess online = ClerkProcess::start(*m_pc, m_colleague, QStringLiteral("online"), 0, {}, false);
    QCOMPARE(online.answerToSignIn(), QStringLiteral("signed-in"));
    QCOMPARE(online.notes, QStringList{QStringLiteral("E-AUTH-021")});
    QCOMPARE(online.nextLine(), QStringLiteral("sent"));
    online.dismiss();
    QVERIFY(m_office.headOffice.sync());
    QCOMPARE(m_office.headOffice.setting(0).setting.note, QStringLiteral("clerk 0"));
    QCOMPARE(m_office.headOffice.setting(0).seen.ver, version + 1);
}

QTEST_GUILESS_MAIN(TestBadPlaces)
#include "test_bad_places.moc"
