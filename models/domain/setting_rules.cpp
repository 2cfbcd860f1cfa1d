// SPDX-License-Identifier: Apache-2.0
#include "models/domain/setting_rules.h"

#include "models/domain/age_expression.h"
#include "models/domain/field_rules.h"
#include "models/domain/my_number.h"
#include "models/domain/text.h"

#include <algorithm>

namespace yoyo {

namespace {

constexpr qint64 highestFee = 99'999;

QString name(const char* field)
{
    return QString::fromLatin1(field);
}

Error at(ErrorCode code, const char* field, QJsonObject params = {})
{
    return Error(code, {}, std::move(params), name(field));
}

QString dayText(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

void checkFlag(const VaccinationSetting& s, const VaccineItem& item, QDate today, const VaccinationSetting* before,
               QList<Error>& out)
{
    if (s.implFlag && !(before && before->implFlag) && !isFlagEditable(item, s.fiscalYear, today)) {
        out.append(at(ErrorCode::ItemEnded, "impl_flag",
                      {{QStringLiteral("mgmt_no"), item.mgmtNo}, {QStringLiteral("handling_to"), dayText(item.handlingTo)}}));
    }
}

void checkPeriod(const VaccinationSetting& s, const VaccineItem& item, QList<Error>& out)
{
    const QJsonObject national{{QStringLiteral("handling_from"), dayText(item.handlingFrom)},
                               {QStringLiteral("handling_to"), dayText(item.handlingTo)}};
    const auto isOutside = [&item](QDate day) {
        return day.isValid() && (!item.hasStartedOn(day) || item.hasEndedOn(day));
    };
    if (isOutside(s.localFrom))
        out.append(at(ErrorCode::LocalPeriodOutsideNational, "local_from", national));
    if (isOutside(s.localTo))
        out.append(at(ErrorCode::LocalPeriodOutsideNational, "local_to", national));
    if (s.localFrom.isValid() && s.localTo.isValid() && s.localTo < s.localFrom)
        out.append(at(ErrorCode::LocalPeriodReversed, "local_to"));
}

void checkSeason(const VaccinationSetting& s, const VaccineItem& item, QList<Error>& out)
{
    const QDate from(s.fiscalYear, 4, 1);
    const QDate to(s.fiscalYear + 1, 3, 31);
    const QJsonObject year{{QStringLiteral("from"), dayText(from)}, {QStringLiteral("to"), dayText(to)}};
    for (const auto& [field, day] : {std::pair("season_from", s.seasonFrom), std::pair("season_to", s.seasonTo)}) {
        if (!day.isValid())
            continue;
        if (!item.isSeasonal)
            out.append(at(ErrorCode::SeasonNotApplicable, field));
        else if (s.fiscalYear > 0 && (day < from || day > to))
            out.append(at(ErrorCode::SeasonOutsideFiscalYear, field, year));
    }
    if (s.seasonFrom.isValid() && s.seasonTo.isValid() && s.seasonTo < s.seasonFrom)
        out.append(at(ErrorCode::SeasonReversed, "season_to"));
}

bool isNarrower(const AgeExpression& local, const std::optional<AgeExpression>& national, bool isLowerEnd)
{
    if (!national || local.isSameAs(*national))
        return true;
    const auto isReversed = isLowerEnd ? AgeExpression::isReversed(*national, local)
                                       : AgeExpression::isReversed(local, *national);
    return isReversed.has_value() && !*isReversed;
}

void checkAgeEnd(const char* field, const QString& local, const QString& national, const VaccineItem& item,
                 bool isLowerEnd, QList<Error>& out)
{
    if (local.isEmpty())
        return;
    const auto expression = AgeExpression::fromText(local);
    if (!expression) {
        out.append(at(ErrorCode::AgeExpressionInvalid, field));
        return;
    }
    // Equal for what the law regulates; a municipality's own programme may only be narrower (facts 4.2).
    const auto nationalExpression = AgeExpression::fromText(national);
    const bool isEqual = nationalExpression && expression->isSameAs(*nationalExpression);
    const bool isGood = item.lawClass == LawClass::Voluntary ? isNarrower(*expression, nationalExpression, isLowerEnd)
                                                             : isEqual;
    if (!isGood)
        out.append(at(ErrorCode::AgeDiffersFromNational, field, {{QStringLiteral("national"), national}}));
}

void checkAge(const VaccinationSetting& s, const VaccineItem& item, QList<Error>& out)
{
    checkAgeEnd("age_from", s.ageFrom, item.ageFrom, item, true, out);
    checkAgeEnd("age_to", s.ageTo, item.ageTo, item, false, out);
    const auto from = AgeExpression::fromText(s.ageFrom);
    const auto to = AgeExpression::fromText(s.ageTo);
    if (from && to && AgeExpression::isReversed(*from, *to).value_or(true))
        out.append(at(ErrorCode::AgeReversed, "age_to"));
    const bool isVoluntaryChoice = item.lawClass == LawClass::Voluntary && item.sex == QLatin1String("any");
    if (!s.sex.isEmpty() && s.sex != item.sex && !isVoluntaryChoice)
        out.append(at(ErrorCode::AgeDiffersFromNational, "sex", {{QStringLiteral("national"), item.sex}}));
}

void checkPregnancy(const VaccinationSetting& s, const VaccineItem& item, QList<Error>& out)
{
    const auto limit = [&item](const QString& text) {
        return item.isForPregnancy() ? AgeExpression::fromText(text) : std::nullopt;
    };
    const auto lowest = limit(item.ageFrom);
    const auto highest = limit(item.ageTo);
    std::optional<AgeExpression> ends[2];
    int i = 0;
    for (const auto& [field, text] : {std::pair("pregnancy_from", s.pregnancyFrom), std::pair("pregnancy_to", s.pregnancyTo)}) {
        ends[i] = AgeExpression::fromText(text);
        const bool isWeek = ends[i] && ends[i]->kind() == AgeExpression::Kind::PregnancyWeek;
        if (!text.isEmpty()
            && (!isWeek || !lowest || !highest || ends[i]->value() < lowest->value() || ends[i]->value() > highest->value()))
            out.append(at(ErrorCode::PregnancyWindowInvalid, field));
        ++i;
    }
    if (ends[0] && ends[1] && AgeExpression::isReversed(*ends[0], *ends[1]).value_or(true))
        out.append(at(ErrorCode::PregnancyWindowInvalid, "pregnancy_to"));
}

void checkCohorts(const VaccinationSetting& s, QList<Error>& out)
{
    const bool isGood = std::ranges::all_of(s.cohortExceptions, [](const CohortException& c) {
        const bool hasBirths = c.birthFrom.isValid() && c.birthTo.isValid() && c.birthFrom <= c.birthTo;
        return hasBirths && !(c.from.isValid() && c.to.isValid() && c.to < c.from) && characterCount(c.reason) <= 200
               && !hasControlCharacter(c.reason);
    });
    if (!isGood)
        out.append(at(ErrorCode::CohortInvalid, "cohort_exceptions"));
}

void checkPrices(const VaccinationSetting& s, const VaccineItem& item, QList<Error>& out)
{
    for (const auto& [field, value] :
         {std::pair("fee_vaccinated", s.feeVaccinated), std::pair("fee_exempt", s.feeExempt),
          std::pair("fee_not_vaccinated", s.feeNotVaccinated), std::pair("copay", s.copay),
          std::pair("subsidy_limit", s.subsidyLimit)}) {
        if (value && (*value < 0 || *value > highestFee)) {
            out.append(at(ErrorCode::FeeOutOfRange, field,
                          {{QStringLiteral("field"), name(field)},
                           {QStringLiteral("minimum"), 0},
                           {QStringLiteral("maximum"), highestFee}}));
        }
    }
    const bool isFree = item.lawClass == LawClass::CategoryA || item.lawClass == LawClass::AdHoc;
    if (isFree && s.copay.value_or(0) > 0)
        out.append(at(ErrorCode::CopayForCategoryA, "copay"));
    // 一部負担金徴収者の単価 + 自己負担額 = 免除者の単価 (facts 4.4).
    if (s.feeVaccinated && s.feeExempt && *s.feeVaccinated + s.copay.value_or(0) != *s.feeExempt) {
        out.append(at(ErrorCode::FeeSumWrong, "fee_exempt",
                      {{QStringLiteral("payer"), *s.feeVaccinated},
                       {QStringLiteral("copay"), s.copay.value_or(0)},
                       {QStringLiteral("exempt"), *s.feeExempt}}));
    }
}

bool isKnown(const QString& value, std::span<const char* const> codes)
{
    return std::ranges::any_of(codes, [&value](const char* code) { return value == QLatin1String(code); });
}

void checkCodes(const VaccinationSetting& s, QList<Error>& out)
{
    const auto check = [&out](const char* field, const QString& value, std::span<const char* const> codes) {
        if (!value.isEmpty() && !isKnown(value, codes))
            out.append(at(ErrorCode::CodeValueUnknown, field, {{QStringLiteral("field"), name(field)}}));
    };
    check("sex", s.sex, sexCodes());
    check("wide_area", s.wideArea, wideAreaCodes());
    check("contract_type", s.contractType, contractTypeCodes());
    check("coupon_form", s.couponForm, couponFormCodes());
    QStringList seen;
    for (const QString& code : s.copayExempt) {
        if (seen.contains(code) || !isKnown(code, copayExemptCodes())) {
            out.append(at(ErrorCode::CodeValueUnknown, "copay_exempt", {{QStringLiteral("field"), name("copay_exempt")}}));
            break;
        }
        seen.append(code);
    }
}

void checkTexts(const VaccinationSetting& s, QList<Error>& out)
{
    struct TextRule
    {
        const char* field;
        const QString& value;
        int maximum;
    };
    for (const TextRule& rule : {TextRule{"retro_reason", s.retroReason, 200}, TextRule{"contact", s.contact, 100},
                                 TextRule{"note", s.note, 400}}) {
        const QJsonObject field{{QStringLiteral("field"), name(rule.field)}};
        if (hasControlCharacter(rule.value, true))
            out.append(at(ErrorCode::ControlCharacter, rule.field, field));
        const int length = characterCount(rule.value);
        if (length > rule.maximum) {
            QJsonObject params = field;
            params.insert(QStringLiteral("maximum"), rule.maximum);
            params.insert(QStringLiteral("length"), length);
            out.append(at(ErrorCode::TextTooLong, rule.field, params));
        }
        if (holdsMyNumber(rule.value))
            out.append(at(ErrorCode::MyNumberSuspected, rule.field, field));
    }
}

void checkPlan(const VaccinationSetting& s, const VaccineItem& item, QDate today, QList<Error>& out)
{
    if (!s.plannedFrom.isValid() && s.plannedValues.isEmpty())
        return;
    if (!s.plannedFrom.isValid() || s.plannedFrom <= today) {
        out.append(at(ErrorCode::PlannedDatePast, "planned_from", {{QStringLiteral("date"), dayText(s.plannedFrom)}}));
        return;
    }
    QJsonObject values = s.plannedValues;
    if (values.isEmpty() || values.contains(QLatin1String("planned_from"))
        || values.contains(QLatin1String("planned_values"))
        || !checkFields(Entity::VaccinationSetting, WriteKind::Update, values).isEmpty()) {
        out.append(at(ErrorCode::FieldInvalid, "planned_values", {{QStringLiteral("field"), name("planned_values")}}));
        return;
    }
    // The row must hold on the day the plan comes true: an item that ends before that day cannot be planned as 実施.
    VaccinationSetting now = s;
    now.plannedFrom = QDate();
    now.plannedValues = QJsonObject();
    QJsonObject fields = toFields(now);
    for (auto it = values.begin(); it != values.end(); ++it)
        fields.insert(it.key(), it.value());
    QList<Error> later = checkSettingJson(fields);
    later += checkSetting(vaccinationSettingFromFields(s.id, fields), item, s.plannedFrom, &now);
    const QList<Error> already = checkSetting(now, item, s.plannedFrom, &now);
    for (Error& error : later) {
        if (!already.contains(error)) {
            error.pointer = name("planned_values");
            out.append(error);
        }
    }
}

} // namespace

bool isFlagEditable(const VaccineItem& item, int fiscalYear, QDate today)
{
    return !item.hasEndedOn(today) && !(fiscalYear > 0 && item.hasEndedOn(QDate(fiscalYear, 4, 1)));
}

QList<Error> checkSetting(const VaccinationSetting& s, const VaccineItem& item, QDate today,
                          const VaccinationSetting* before)
{
    QList<Error> out;
    if (s.mgmtNo != item.mgmtNo)
        out.append(at(ErrorCode::ItemUnknown, "mgmt_no", {{QStringLiteral("mgmt_no"), s.mgmtNo}}));
    checkFlag(s, item, today, before, out);
    checkPeriod(s, item, out);
    checkSeason(s, item, out);
    checkCodes(s, out);
    checkAge(s, item, out);
    checkPregnancy(s, item, out);
    checkCohorts(s, out);
    checkPrices(s, item, out);
    checkTexts(s, out);
    checkPlan(s, item, today, out);
    return out;
}

QList<Error> checkSettingJson(const QJsonObject& fields)
{
    QList<Error> out;
    const QJsonValue cohorts = fields.value(QLatin1String("cohort_exceptions"));
    if (!cohorts.isUndefined() && (!cohorts.isArray() || !cohortsFromJson(cohorts.toArray())))
        out.append(at(ErrorCode::CohortInvalid, "cohort_exceptions"));
    const QJsonValue exempt = fields.value(QLatin1String("copay_exempt"));
    const QJsonArray codes = exempt.toArray();
    if (!exempt.isUndefined()
        && (!exempt.isArray() || std::any_of(codes.begin(), codes.end(), [](const QJsonValue& v) { return !v.isString(); })))
        out.append(at(ErrorCode::CodeValueUnknown, "copay_exempt", {{QStringLiteral("field"), name("copay_exempt")}}));
    const QJsonValue planned = fields.value(QLatin1String("planned_values"));
    if (!planned.isUndefined() && !planned.isObject())
        out.append(at(ErrorCode::FieldInvalid, "planned_values", {{QStringLiteral("field"), name("planned_values")}}));
    return out;
}

} // namespace yoyo
