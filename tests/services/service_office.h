// SPDX-License-Identifier: Apache-2.0
// A small office for tests of services and items: a store with three users and some settings, an engine that reaches
// a service in memory, and the services over it.
#pragma once

#include "models/domain/ids.h"
#include "models/services/direct_service.h"
#include "models/services/setting_service.h"
#include "models/services/user_service.h"
#include "models/services/work_service.h"
#include "models/sync/sync_runner.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fake_random.h"
#include "tests/support/fake_workplace.h"
#include "tests/support/model_central.h"

#include <QTest>

namespace yoyo::test {

class ServiceOffice
{
public:
    ServiceOffice() : place(clock, random), runner(&central, place, clock, random, quiet())
    {
        addUser(1, "shinjuku-0001", "佐藤", "花子", "サトウ", "ハナコ", "administrator", "健康推進課");
        addUser(2, "shinjuku-0002", "髙橋", "一郎", "タカハシ", "イチロウ", "administrator", "健康推進課");
        addUser(3, "shinjuku-0003", "鈴木", "次郎", "スズキ", "ジロウ", "staff", "保健予防課");
        addItem("01001001", "五種混合", "A", {}, 1);
        addItem("01002001", "四種混合", "A", "2026-03-31", 2);
        addItem("02001001", "高齢者インフルエンザ", "B", {}, 3);
        for (const char* no : {"01001001", "01002001", "02001001"})
            addSetting(no, 2026);
        place.user = userId(1);
        place.device = QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-00000000d001}"));
        place.steppedUpUntil = clock.nowUtc().addYears(1);
        if (!place.open())
            qFatal("no store");
        runner.start();
        if (!waitUntil(&runner, &SyncRunner::statusChanged, [this] { return runner.status().phase == SyncPhase::Idle; }, 20'000))
            qFatal("the first round does not end");
        // The age of the lists is written behind the round; the writer's order makes it certain now.
        settle(place.store()->write<bool>(Store::File::Cache, [](Connection&) -> Result<bool> { return true; }));
    }

    static QUuid userId(int n)
    {
        return QUuid(QStringLiteral("{0192f0aa-0000-7000-8000-0000000001%1}").arg(n, 2, 10, QLatin1Char('0')));
    }
    static QUuid settingId(const char* mgmtNo, int year = 2026)
    {
        return vaccinationSettingId(QStringLiteral("131041"), QString::fromLatin1(mgmtNo), year);
    }
    void addUser(int n, const char* login, const char* family, const char* given, const char* familyKana,
                 const char* givenKana, const char* role, const char* department)
    {
        const auto text = [](const char* utf8) { return QString::fromUtf8(utf8); };
        central.write(Entity::User, userId(n),
                      {{QStringLiteral("login_id"), text(login)},
                       {QStringLiteral("family_name"), text(family)},
                       {QStringLiteral("given_name"), text(given)},
                       {QStringLiteral("family_kana"), text(familyKana)},
                       {QStringLiteral("given_kana"), text(givenKana)},
                       {QStringLiteral("department"), text(department)},
                       {QStringLiteral("mail"), QString(text(login) + QStringLiteral("@city.example.jp"))},
                       {QStringLiteral("role"), text(role)},
                       {QStringLiteral("state"), QStringLiteral("active")},
                       {QStringLiteral("credential_state"), QStringLiteral("in_use")},
                       {QStringLiteral("last_sign_in_at"), QStringLiteral("2026-11-0%1T00:00:00.000Z").arg(n)}});
    }
    void addItem(const char* mgmtNo, const char* name, const char* lawClass, const char* handlingTo, int sort)
    {
        QJsonObject fields{{QStringLiteral("mgmt_no"), QString::fromLatin1(mgmtNo)},
                           {QStringLiteral("name"), QString::fromUtf8(name)},
                           {QStringLiteral("law_class"), QString::fromLatin1(lawClass)},
                           {QStringLiteral("sort_no"), sort}};
        if (handlingTo)
            fields.insert(QStringLiteral("handling_to"), QString::fromLatin1(handlingTo));
        central.write(Entity::VaccineItem, vaccineItemId(QString::fromLatin1(mgmtNo)), fields);
    }
    void addSetting(const char* mgmtNo, int year)
    {
        central.write(Entity::VaccinationSetting, settingId(mgmtNo, year),
                      {{QStringLiteral("municipality_code"), QStringLiteral("131041")},
                       {QStringLiteral("mgmt_no"), QString::fromLatin1(mgmtNo)},
                       {QStringLiteral("fiscal_year"), year},
                       {QStringLiteral("impl_flag"), false}});
    }
    void sync()
    {
        runner.syncNow();
        const auto isResting = [this] {
            const SyncPhase p = runner.status().phase;
            return p != SyncPhase::Connecting && p != SyncPhase::Sending && p != SyncPhase::Receiving
                && p != SyncPhase::Asking;
        };
        if (!waitUntil(&runner, &SyncRunner::statusChanged, isResting, 20'000))
            qFatal("the engine does not come to rest");
    }
    void goOffline()
    {
        central.fault = [](const QString&) { return ModelCentral::Fault::Refused; };
        sync();
    }
    void comeBack()
    {
        central.fault = [](const QString&) { return ModelCentral::Fault::None; };
        sync();
    }

    FakeClock clock;
    SystemRandom random;
    ModelCentral central;
    FakeWorkplace place;
    SyncRunner runner;
    UserService users{place, runner, clock, random};
    SettingService settings{place, runner, clock, random};
    WorkService work{place, runner, clock, random};
    DirectService direct{&central, place, runner, clock, random};

private:
    static EngineOptions quiet()
    {
        EngineOptions options;
        options.pullInterval = std::chrono::hours(1);
        options.backoffBase = options.backoffCap = std::chrono::hours(1);
        return options;
    }
};

} // namespace yoyo::test
