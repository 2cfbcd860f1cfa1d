// SPDX-License-Identifier: Apache-2.0
// One item of the national vaccine master, named by its 予防接種管理番号. Written by the service only.
#pragma once

#include <QDate>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace yoyo {

/// 法定区分. Category A carries the duty to recommend and no co-payment, B neither.
enum class LawClass { CategoryA, CategoryB, AdHoc, Voluntary };

struct VaccineItem
{
    QString mgmtNo; ///< 予防接種管理番号, 8 digits, never reused
    QString vid; ///< working key of the reference tables, not official
    QString name;
    LawClass lawClass = LawClass::CategoryA;
    QString disease;
    QString kind; ///< inactivated, live_injected, live_oral, toxoid, recombinant, mrna/recombinant
    QString route;
    QString doses;
    QString sex; ///< any, female, male
    QString ageFrom; ///< AgeExpression text; empty: no lower end
    QString ageTo; ///< AgeExpression text, included; empty: no upper end
    QString stdFrom;
    QString stdTo;
    bool isSeasonal = false;
    QDate handlingFrom; ///< invalid: 制度開始時から
    QDate handlingTo; ///< last day, included; invalid: in use
    QString successor; ///< 予防接種管理番号 of what came after it, or empty
    int sortNo = 0;

    friend bool operator==(const VaccineItem&, const VaccineItem&) = default;

    bool hasEndedOn(QDate day) const { return handlingTo.isValid() && handlingTo < day; }
    bool hasStartedOn(QDate day) const { return !handlingFrom.isValid() || handlingFrom <= day; }
    bool isForPregnancy() const { return ageFrom.startsWith(u'w'); }
};

/// "A", "B", "adhoc", "voluntary".
QString lawClassText(LawClass value);
std::optional<LawClass> lawClassFromText(QStringView text);

VaccineItem vaccineItemFromFields(const QJsonObject& fields);
QJsonObject toFields(const VaccineItem& item);

} // namespace yoyo
