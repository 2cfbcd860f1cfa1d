// SPDX-License-Identifier: Apache-2.0
// The demonstration office: 131041 新宿区 with invented people. Every name, number and address here is made up.
#include "models/domain/vaccine_reference.h"
#include "tests/central/seed.h"

namespace yoyo::service {

/// Documented in README: the account that is ready to use in a demonstration, and only there.
constexpr const char* readyLoginId = "sj-admin02";
constexpr const char* readyPassword = "Hanamizuki-Yoake-2026";

namespace {

struct Person
{
    const char* loginId;
    const char16_t* family;
    const char16_t* given;
    const char16_t* familyKana;
    const char16_t* givenKana;
    const char16_t* department;
    const char* mail;
    const char* phone;
    const char* role;
    SeedState state;
    int lastSignInDaysAgo;
    const char16_t* note;
};

constexpr Person people[] = {
    {"sj-admin01", u"新城", u"千晴", u"シンジョウ", u"チハル", u"健康部　健康推進課", "chiharu.shinjo@shinjuku.example",
     "03-5550-4701", "administrator", SeedState::TemporarySent, -1, u""},
    {"sj-admin02", u"高橋", u"直人", u"タカハシ", u"ナオト", u"健康部　健康推進課", "naoto.takahashi@shinjuku.example",
     "03-5550-4702", "administrator", SeedState::InUse, 1, u""},
    {"sj-staff01", u"伊東", u"真帆", u"イトウ", u"マホ", u"健康部　健康推進課", "maho.ito@shinjuku.example",
     "03-5550-4711", "staff", SeedState::InUse, 0, u"予防係"},
    {"sj-staff04", u"戸塚", u"健", u"トツカ", u"ケン", u"四谷保健センター", "ken.totsuka@shinjuku.example",
     "03-5550-4731", "staff", SeedState::TemporaryExpired, -1, u""},
    {"sj-staff05", u"落合", u"由佳", u"オチアイ", u"ユカ", u"落合保健センター", "yuka.ochiai@shinjuku.invalid",
     "03-5550-4741", "staff", SeedState::MailBounced, -1, u"アドレス確認中"},
    {"sj-staff06", u"大久保", u"翔太", u"オオクボ", u"ショウタ", u"東新宿保健センター", "shota.okubo@shinjuku.example",
     "03-5550-4751", "staff", SeedState::Locked, 2, u""},
    {"sj-staff07", u"早川", u"恵", u"ハヤカワ", u"メグミ", u"健康部　健康推進課", "megumi.hayakawa@shinjuku.example",
     "03-5550-4713", "staff", SeedState::Suspended, 120, u"育児休業中"},
    {"sj-reader01", u"神田", u"裕子", u"カンダ", u"ユウコ", u"総合政策部　情報システム課",
     "yuko.kanda@shinjuku.example", "03-5550-4761", "reader", SeedState::InUse, 12, u""},
    {"sj-reader02", u"水野", u"大地", u"ミズノ", u"ダイチ", u"子ども家庭部", "daichi.mizuno@shinjuku.example",
     "03-5550-4771", "reader", SeedState::InUse, 200, u"長く使われていません"},
    {"sj-renkei01", u"健康管理", u"連携", u"ケンコウカンリ", u"レンケイ", u"総合政策部　情報システム課",
     "renkei@shinjuku.example", "03-5550-4762", "staff", SeedState::InUse, 0, u"夜間連携用"},
};

SeedUser userOf(const Person& person, QDate since)
{
    const auto text = [](const char16_t* value) { return QString::fromUtf16(value); };
    SeedUser out;
    out.fields = {
        {QStringLiteral("login_id"), QLatin1String(person.loginId)},
        {QStringLiteral("family_name"), text(person.family)},
        {QStringLiteral("given_name"), text(person.given)},
        {QStringLiteral("family_kana"), text(person.familyKana)},
        {QStringLiteral("given_kana"), text(person.givenKana)},
        {QStringLiteral("department"), text(person.department)},
        {QStringLiteral("mail"), QLatin1String(person.mail)},
        {QStringLiteral("phone"), QLatin1String(person.phone)},
        {QStringLiteral("role"), QLatin1String(person.role)},
        {QStringLiteral("unattended"), QLatin1String(person.loginId) == QLatin1String("sj-renkei01")},
        {QStringLiteral("valid_from"), since.toString(Qt::ISODate)},
    };
    if (*person.note)
        out.fields.insert(QStringLiteral("note"), text(person.note));
    out.state = person.state;
    out.lastSignInDaysAgo = person.lastSignInDaysAgo;
    out.isFirst = QLatin1String(person.loginId) == QLatin1String("sj-admin01");
    if (QLatin1String(person.loginId) == QLatin1String(readyLoginId))
        out.password = QLatin1String(readyPassword);
    return out;
}

struct Price
{
    const char* vid;
    int fee;
    int copay; ///< 0: category A
};

/// Settings that are done; everything else is still 未実施.
constexpr Price prices[] = {
    {"DPT_IPV_HIB", 21'670, 0}, {"PCV_CHILD", 13'090, 0}, {"HBV", 7'810, 0},   {"ROTA1", 17'600, 0},
    {"ROTA5", 12'100, 0},       {"BCG", 9'350, 0},        {"MR1", 12'540, 0},  {"MR2", 12'540, 0},
    {"VAR", 10'780, 0},         {"JE1", 8'360, 0},        {"HPV9", 30'250, 0}, {"PCV20_ELD", 12'430, 4'000},
};

SeedSetting settingOf(const VaccineItem& item, const Price& price)
{
    SeedSetting out;
    out.mgmtNo = item.mgmtNo;
    out.fields = {
        {QStringLiteral("impl_flag"), true},
        {QStringLiteral("fee_vaccinated"), price.fee - price.copay},
        {QStringLiteral("fee_not_vaccinated"), 3'630},
        {QStringLiteral("wide_area"), QStringLiteral("ward23")},
        {QStringLiteral("contract_type"), QStringLiteral("collective")},
        {QStringLiteral("coupon_form"), QStringLiteral("both")},
        {QStringLiteral("request_letter"), true},
        {QStringLiteral("contact"), QStringLiteral("健康推進課 予防係（内線4711）")},
    };
    if (price.copay > 0) {
        out.fields.insert(QStringLiteral("copay"), price.copay);
        out.fields.insert(QStringLiteral("fee_exempt"), price.fee);
    }
    return out;
}

} // namespace

SeedUser lateArrival(const QString& loginId)
{
    static constexpr Person arrivals[] = {
        {"", u"久我", u"亮平", u"クガ", u"リョウヘイ", u"健康部　健康推進課", "ryohei.kuga@shinjuku.example", "03-5550-4712",
         "staff", SeedState::TemporarySent, -1, u"予防係"},
        {"", u"瀬川", u"美咲", u"セガワ", u"ミサキ", u"牛込保健センター", "misaki.segawa@shinjuku.example", "03-5550-4721",
         "staff", SeedState::TemporarySent, -1, u"4月採用"},
    };
    SeedUser out = userOf(arrivals[loginId.back().digitValue() % 2 == 0], {});
    out.fields.insert(QStringLiteral("login_id"), loginId);
    out.fields.remove(QStringLiteral("valid_from"));
    return out;
}

Seed demonstrationSeed(const Clock& clock)
{
    SeedOffice office;
    office.municipalityCode = QStringLiteral("131041");
    office.name = QStringLiteral("新宿区");
    const QDate since(fiscalYearOf(japaneseDay(clock.nowUtc())), 4, 1);
    for (const Person& person : people)
        office.users.append(userOf(person, since));
    if (const auto reference = VaccineReference::shipped()) {
        for (const Price& price : prices) {
            if (const VaccineItem* item = reference->itemByVid(QString::fromLatin1(price.vid)))
                office.settings.append(settingOf(*item, price));
        }
    }
    Seed seed;
    seed.offices.append(office);
    seed.notices.append(QStringLiteral("demo account %1 password %2")
                            .arg(QLatin1String(readyLoginId), QLatin1String(readyPassword)));
    return seed;
}

} // namespace yoyo::service
