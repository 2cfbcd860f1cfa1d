// SPDX-License-Identifier: Apache-2.0
// 市区町村別予防接種設定: what one municipality decides about one vaccine item in one fiscal year.
// Every row is made by the service as 未実施; an absent value means "as the national master says".
#pragma once

#include "models/domain/vaccine_item.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QUuid>

#include <optional>
#include <span>

namespace yoyo {

/// 特例対象: persons born in a range are entitled in a period although the age window says no.
struct CohortException
{
    QDate birthFrom;
    QDate birthTo;
    QDate from; ///< invalid: no limit
    QDate to;
    QString reason;
    friend bool operator==(const CohortException&, const CohortException&) = default;
};

struct VaccinationSetting
{
    QUuid id;
    QString municipalityCode;
    QString mgmtNo;
    int fiscalYear = 0;
    bool implFlag = false; ///< 実施フラグ
    QString retroReason; ///< why an ended item is 実施
    QDate retroDue; ///< when it goes back to 未実施
    QDate localFrom;
    QDate localTo;
    QDate seasonFrom;
    QDate seasonTo;
    QString ageFrom; ///< AgeExpression text
    QString ageTo;
    QString sex;
    QString pregnancyFrom; ///< "w28+0"
    QString pregnancyTo;
    QList<CohortException> cohortExceptions;
    std::optional<qint64> feeVaccinated; ///< yen with tax; for B the fee where the person pays a part
    std::optional<qint64> feeExempt; ///< yen; B, where the person pays nothing
    std::optional<qint64> feeNotVaccinated; ///< yen; 予診のみ; absent: not claimable
    std::optional<qint64> copay; ///< yen; 自己負担額
    QStringList copayExempt; ///< codes of copayExemptCodes()
    std::optional<qint64> subsidyLimit; ///< yen; 償還払い
    QString wideArea;
    QString contractType;
    bool requestLetter = false;
    QString couponForm;
    QString contact;
    QString note;
    QDate plannedFrom; ///< the service applies plannedValues at 0:00 of that day
    QJsonObject plannedValues; ///< contract fields

    friend bool operator==(const VaccinationSetting&, const VaccinationSetting&) = default;
};

/// 実施フラグ × 取扱終了日 (facts 4.3).
enum class SettingState { Running, NotRunning, Ended, EndedButRunning };
SettingState settingState(const VaccinationSetting& setting, const VaccineItem& item, QDate today);

/// The code values of the wire, in the order they are shown.
std::span<const char* const> sexCodes(); ///< any, female, male
std::span<const char* const> wideAreaCodes(); ///< none, prefecture, ward23, national
std::span<const char* const> contractTypeCodes(); ///< collective, individual, direct
std::span<const char* const> couponFormCodes(); ///< paper, digital, both
std::span<const char* const> copayExemptCodes(); ///< welfare, untaxed_household, chinese_returnee, other

VaccinationSetting vaccinationSettingFromFields(const QUuid& id, const QJsonObject& fields);
QJsonObject toFields(const VaccinationSetting& setting);
QJsonArray cohortsToJson(const QList<CohortException>& cohorts);
/// Nothing when the array holds anything but objects with these fields.
std::optional<QList<CohortException>> cohortsFromJson(const QJsonArray& json);

} // namespace yoyo
