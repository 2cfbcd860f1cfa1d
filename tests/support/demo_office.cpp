// SPDX-License-Identifier: Apache-2.0
// yoyo-demo-office --profile NAME DIR: makes this PC one on which the demonstration's ready account has worked before.
// Signs in to the service whose data folder is DIR, leaves two refused registrations and, the line cut, one change
// that a colleague's will collide with, and signs out. For app/demo only.
#include "app/composition/composition.h"
#include "models/domain/clock.h"
#include "models/domain/random_source.h"
#include "models/domain/when_done.h"
#include "models/services/setting_service.h"
#include "models/services/user_service.h"
#include "models/session/keychain.h"
#include "models/session/session.h"
#include "models/sync/sync_runner.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <cstdio>

using namespace yoyo;
using namespace std::chrono_literals;

namespace {

[[noreturn]] void fail(const char* step, const Error& error = {})
{
    std::fprintf(stderr, "yoyo-demo-office: %s: %s %s\n", step, qPrintable(error.codeText()), qPrintable(error.detail));
    std::exit(1);
}

template <typename T>
T wait(const char* step, const QFuture<Result<T>>& future)
{
    QEventLoop loop;
    whenDone(future, &loop, [&loop](const Result<T>&) { loop.quit(); });
    QTimer::singleShot(60s, &loop, [step] { fail(step, ErrorCode::ConnectionTimedOut); });
    loop.exec();
    if (!future.result())
        fail(step, future.result().error());
    if constexpr (!std::is_void_v<T>)
        return *future.result();
}

template <typename Condition>
void waitFor(const char* step, Condition condition)
{
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (condition())
            loop.quit();
    });
    QTimer::singleShot(60s, &loop, [step] { fail(step, ErrorCode::ConnectionTimedOut); });
    look.start(20ms);
    loop.exec();
}

QString serviceOutput(const QString& directory)
{
    QFile file(directory + QStringLiteral("/out"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// One command for the service, and its answer.
void command(const QString& directory, const QByteArray& line)
{
    QFile control(directory + QStringLiteral("/control"));
    if (!control.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || control.write(line + '\n') < 0)
        fail("the service's control pipe", ErrorCode::OutputNotWritable);
    control.close();
    const QString wanted = QStringLiteral("ok ") + QString::fromLatin1(line);
    waitFor(line.constData(), [&] { return serviceOutput(directory).contains(wanted); });
}

User newUser(const QString& loginId, const char16_t* family, const char16_t* given, const char16_t* familyKana,
             const char16_t* givenKana, const char* mail)
{
    User user;
    user.loginId = loginId;
    user.familyName = QString::fromUtf16(family);
    user.givenName = QString::fromUtf16(given);
    user.familyKana = QString::fromUtf16(familyKana);
    user.givenKana = QString::fromUtf16(givenKana);
    user.department = QStringLiteral("健康部　健康推進課");
    user.mail = QString::fromLatin1(mail);
    user.role = Role::Staff;
    return user;
}

/// Two registrations with the next free IDs, which a colleague gives to others at the same time: refused.
void leaveRefusedWork(Composition& office, const QString& directory)
{
    office.setLineCut(true);
    const QString first = wait("a free ID", office.users().suggestLoginId());
    wait("register a user", office.users().registerUser(newUser(first, u"野々村", u"花", u"ノノムラ", u"ハナ",
                                                                "hana.nonomura@shinjuku.example")));
    const QString second = wait("a free ID", office.users().suggestLoginId());
    wait("register a user", office.users().registerUser(newUser(second, u"江波", u"湊", u"エナミ", u"ミナト",
                                                                "minato.enami@shinjuku.example")));
    command(directory, "colleague-register " + first.toLatin1());
    command(directory, "colleague-register " + second.toLatin1());
    office.setLineCut(false);
    office.sync().syncNow();
    waitFor("the refusals", [&office] { return office.sync().status().counts.cannotSend == 2; });
    waitFor("the end of the round", [&office] { return office.sync().status().phase == SyncPhase::Idle; });
}

/// A change that has not been sent; a colleague has changed the same at the centre.
void leaveCollision(Composition& office, const QString& directory)
{
    SettingQuery measles;
    measles.text = QStringLiteral("麻しん風しん");
    const SettingPage found = wait("look for a setting", office.settings().list(measles, 0, 1));
    if (found.rows.isEmpty())
        fail("look for a setting", ErrorCode::SettingNotFound);
    const SettingRow setting = found.rows.constFirst();
    office.setLineCut(true);
    FieldChange change;
    change.set = {{QStringLiteral("contact"), QStringLiteral("健康推進課 予防係（内線4702）")},
                  {QStringLiteral("note"), QStringLiteral("医療機関の一覧を更新中")}};
    wait("save a setting", office.settings().save({setting.seen}, change));
    command(directory, "colleague-edit " + setting.setting.mgmtNo.toLatin1());
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4 || arguments.at(1) != QLatin1String("--profile")) {
        std::fputs("usage: yoyo-demo-office --profile NAME DIR\n", stderr);
        return 2;
    }
    const QString directory = arguments.at(3);
    QString loginId;
    QString password;
    const QStringList lines = serviceOutput(directory).split(QLatin1Char('\n'));
    for (const QString& line : lines) {
        const QStringList words = line.split(QLatin1Char(' '));
        if (line.startsWith(QLatin1String("demo account ")) && words.size() == 5) {
            loginId = words.at(2);
            password = words.at(4);
        }
    }
    const SystemClock clock;
    SystemRandom random;
    QtKeychain keychain;
    auto office = Composition::open(arguments.at(2), Composition::Missing::Refuse, {clock, random, keychain});
    if (!office)
        fail("open the profile", office.error());
    Composition& pc = **office;
    wait("sign in", pc.session().signIn(loginId, SecretBuffer::fromText(password)));
    pc.sync().start();
    waitFor("the first round", [&pc] { return pc.sync().status().phase == SyncPhase::Idle; });
    // Registering needs the password, so that the service is the one that refuses it.
    wait("step up", pc.session().stepUp(SecretBuffer::fromText(password)));
    leaveRefusedWork(pc, directory);
    leaveCollision(pc, directory);
    pc.sync().stop();
    pc.setLineCut(false);
    wait("sign out", pc.session().signOut());
    return 0;
}
