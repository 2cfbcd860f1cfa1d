// SPDX-License-Identifier: Apache-2.0
#include "models/domain/vaccination_setting.h"

#include "models/domain/field_access.h"

namespace yoyo {

static constexpr const char* sexTexts[] = {"any", "female", "male"};
static constexpr const char* wideAreaTexts[] = {"none", "prefecture", "ward23", "national"};
static constexpr const char* contractTexts[] = {"collective", "individual", "direct"};
static constexpr const char* couponTexts[] = {"paper", "digital", "both"};
static constexpr const char* exemptTexts[] = {"welfare", "untaxed_household", "chinese_returnee", "other"};

std::span<const char* const> sexCodes()
{
    return sexTexts;
}
std::span<const char* const> wideAreaCodes()
{
    return wideAreaTexts;
}
std::span<const char* const> contractTypeCodes()
{
    return contractTexts;
}
std::span<const char* const> couponFormCodes()
{
    return couponTexts;
}
std::span<const char* const> copayExemptCodes()
{
    return exemptTexts;
}

SettingState settingState(const VaccinationSetting& setting, const VaccineItem& item, QDate today)
{
    if (item.hasEndedOn(today))
        return setting.implFlag ? SettingState::EndedButRunning : SettingState::Ended;
    return setting.implFlag ? SettingState::Running : SettingState::NotRunning;
}

QJsonArray cohortsToJson(const QList<CohortException>& cohorts)
{
    QJsonArray out;
    for (const CohortException& c : cohorts) {
        QJsonObject o;
        fields::put(o, "birth_from", c.birthFrom);
        fields::put(o, "birth_to", c.birthTo);
        fields::put(o, "from", c.from);
        fields::put(o, "to", c.to);
        fields::put(o, "reason", c.reason);
        out.append(o);
    }
    return out;
}

std::optional<QList<CohortException>> cohortsFromJson(const QJsonArray& json)
{
    QList<CohortException> out;
    for (const QJsonValue& value : json) {
        if (!value.isObject())
            return std::nullopt;
        const QJsonObject o = value.toObject();
        CohortException c;
        for (auto it = o.begin(); it != o.end(); ++it) {
            if (!it->isString())
                return std::nullopt;
            if (it.key() == QLatin1String("reason")) {
                c.reason = it->toString();
                continue;
            }
            const QDate day = fields::day(o, it.key().toLatin1().constData());
            if (!day.isValid())
                return std::nullopt;
            if (it.key() == QLatin1String("birth_from"))
                c.birthFrom = day;
            else if (it.key() == QLatin1String("birth_to"))
                c.birthTo = day;
            else if (it.key() == QLatin1String("from"))
                c.from = day;
            else if (it.key() == QLatin1String("to"))
                c.to = day;
            else
                return std::nullopt;
        }
        out.append(c);
    }
    return out;
}

VaccinationSetting vaccinationSettingFromFields(const QUuid& id, const QJsonObject& o)
{
    VaccinationSetting s;
    s.id = id;
    s.municipalityCode = fields::text(o, "municipality_code");
    s.mgmtNo = fields::text(o, "mgmt_no");
    s.fiscalYear = int(fields::integer(o, "fiscal_year").value_or(0));
    s.implFlag = fields::boolean(o, "impl_flag");
    s.retroReason = fields::text(o, "retro_reason");
    s.retroDue = fields::day(o, "retro_due");
    s.localFrom = fields::day(o, "local_from");
    s.localTo = fields::day(o, "local_to");
    s.seasonFrom = fields::day(o, "season_from");
    s.seasonTo = fields::day(o, "season_to");
    s.ageFrom = fields::text(o, "age_from");
    s.ageTo = fields::text(o, "age_to");
    s.sex = fields::text(o, "sex");
    s.pregnancyFrom = fields::text(o, "pregnancy_from");
    s.pregnancyTo = fields::text(o, "pregnancy_to");
    s.cohortExceptions
        = cohortsFromJson(o.value(QLatin1String("cohort_exceptions")).toArray()).value_or(QList<CohortException>());
    s.feeVaccinated = fields::integer(o, "fee_vaccinated");
    s.feeExempt = fields::integer(o, "fee_exempt");
    s.feeNotVaccinated = fields::integer(o, "fee_not_vaccinated");
    s.copay = fields::integer(o, "copay");
    for (const QJsonValue& code : o.value(QLatin1String("copay_exempt")).toArray())
        s.copayExempt.append(code.toString());
    s.subsidyLimit = fields::integer(o, "subsidy_limit");
    s.wideArea = fields::text(o, "wide_area");
    s.contractType = fields::text(o, "contract_type");
    s.requestLetter = fields::boolean(o, "request_letter");
    s.couponForm = fields::text(o, "coupon_form");
    s.contact = fields::text(o, "contact");
    s.note = fields::text(o, "note");
    s.plannedFrom = fields::day(o, "planned_from");
    s.plannedValues = o.value(QLatin1String("planned_values")).toObject();
    return s;
}

QJsonObject toFields(const VaccinationSetting& s)
{
    QJsonObject o;
    fields::put(o, "municipality_code", s.municipalityCode);
    fields::put(o, "mgmt_no", s.mgmtNo);
    fields::put(o, "fiscal_year", std::optional<qint64>(s.fiscalYear));
    fields::putBoolean(o, "impl_flag", s.implFlag);
    fields::put(o, "retro_reason", s.retroReason);
    fields::put(o, "retro_due", s.retroDue);
    fields::put(o, "local_from", s.localFrom);
    fields::put(o, "local_to", s.localTo);
    fields::put(o, "season_from", s.seasonFrom);
    fields::put(o, "season_to", s.seasonTo);
    fields::put(o, "age_from", s.ageFrom);
    fields::put(o, "age_to", s.ageTo);
    fields::put(o, "sex", s.sex);
    fields::put(o, "pregnancy_from", s.pregnancyFrom);
    fields::put(o, "pregnancy_to", s.pregnancyTo);
    fields::put(o, "cohort_exceptions", cohortsToJson(s.cohortExceptions));
    fields::put(o, "fee_vaccinated", s.feeVaccinated);
    fields::put(o, "fee_exempt", s.feeExempt);
    fields::put(o, "fee_not_vaccinated", s.feeNotVaccinated);
    fields::put(o, "copay", s.copay);
    fields::put(o, "copay_exempt", QJsonArray::fromStringList(s.copayExempt));
    fields::put(o, "subsidy_limit", s.subsidyLimit);
    fields::put(o, "wide_area", s.wideArea);
    fields::put(o, "contract_type", s.contractType);
    fields::putBoolean(o, "request_letter", s.requestLetter);
    fields::put(o, "coupon_form", s.couponForm);
    fields::put(o, "contact", s.contact);
    fields::put(o, "note", s.note);
    fields::put(o, "planned_from", s.plannedFrom);
    if (!s.plannedValues.isEmpty())
        o.insert(QLatin1String("planned_values"), s.plannedValues);
    return o;
}

} // namespace yoyo
