// SPDX-License-Identifier: Apache-2.0
// See setting_words.h.
#include "ui/vaccinations/setting_words.h"

#include "models/domain/age_expression.h"
#include "models/domain/japanese_date.h"
#include "ui/widgets/language.h"

#include <QJsonArray>

namespace yoyo {

QString SettingWords::lawClass(LawClass value)
{
    switch (value) {
    case LawClass::CategoryA:
        return tr("Category A");
    case LawClass::CategoryB:
        return tr("Category B");
    case LawClass::AdHoc:
        return tr("Ad hoc");
    case LawClass::Voluntary:
        return tr("Voluntary (subsidised)");
    }
    return {};
}

QString SettingWords::flag(const SettingRow& row)
{
    if (row.isEnded)
        return tr("Handling ended");
    return row.setting.implFlag ? tr("Carried out") : tr("Not carried out");
}

BadgeKind SettingWords::flagBadge(const SettingRow& row)
{
    if (row.isEnded)
        return row.setting.implFlag ? BadgeKind::Bad : BadgeKind::Neutral;
    return row.setting.implFlag ? BadgeKind::Good : BadgeKind::Neutral;
}

QString SettingWords::field(const QString& name)
{
    static const struct
    {
        const char* name;
        const char* word;
    } words[] = {
        {"mgmt_no", QT_TR_NOOP("Management number")},
        {"fiscal_year", QT_TR_NOOP("Fiscal year")},
        {"impl_flag", QT_TR_NOOP("Implementation flag")},
        {"retro_reason", QT_TR_NOOP("Why it was set to carried out again")},
        {"retro_due", QT_TR_NOOP("Back to not carried out by")},
        {"local_from", QT_TR_NOOP("Handled here from")},
        {"local_to", QT_TR_NOOP("Handled here until")},
        {"season_from", QT_TR_NOOP("Season from")},
        {"season_to", QT_TR_NOOP("Season until")},
        {"age_from", QT_TR_NOOP("Age from")},
        {"age_to", QT_TR_NOOP("Age until")},
        {"sex", QT_TR_NOOP("Sex")},
        {"pregnancy_from", QT_TR_NOOP("Pregnancy week from")},
        {"pregnancy_to", QT_TR_NOOP("Pregnancy week until")},
        {"cohort_exceptions", QT_TR_NOOP("Exceptions by birth date")},
        {"fee_vaccinated", QT_TR_NOOP("Commission fee")},
        {"fee_exempt", QT_TR_NOOP("Commission fee, exempt persons")},
        {"fee_not_vaccinated", QT_TR_NOOP("Fee for an interview only")},
        {"copay", QT_TR_NOOP("Co-payment")},
        {"copay_exempt", QT_TR_NOOP("Exempt from the co-payment")},
        {"subsidy_limit", QT_TR_NOOP("Reimbursement up to")},
        {"wide_area", QT_TR_NOOP("Wide area")},
        {"contract_type", QT_TR_NOOP("Kind of contract")},
        {"request_letter", QT_TR_NOOP("Request letter")},
        {"coupon_form", QT_TR_NOOP("Coupon and questionnaire")},
        {"contact", QT_TR_NOOP("Contact")},
        {"note", QT_TR_NOOP("Note")},
        {"planned_from", QT_TR_NOOP("In force from")},
        {"planned_values", QT_TR_NOOP("Planned values")},
    };
    for (const auto& word : words) {
        if (name == QLatin1String(word.name))
            return tr(word.word);
    }
    return name;
}

QString SettingWords::code(const QString& field, const QString& code)
{
    static const struct
    {
        const char* field;
        const char* code;
        const char* word;
    } words[] = {
        {"sex", "any", QT_TR_NOOP("Everybody")},
        {"sex", "female", QT_TR_NOOP("Female")},
        {"sex", "male", QT_TR_NOOP("Male")},
        {"wide_area", "none", QT_TR_NOOP("None")},
        {"wide_area", "prefecture", QT_TR_NOOP("Within the prefecture")},
        {"wide_area", "ward23", QT_TR_NOOP("Mutual acceptance of the 23 wards")},
        {"wide_area", "national", QT_TR_NOOP("Collective contract (whole country)")},
        {"contract_type", "collective", QT_TR_NOOP("Collective contract")},
        {"contract_type", "individual", QT_TR_NOOP("Individual contract")},
        {"contract_type", "direct", QT_TR_NOOP("Run by the municipality")},
        {"coupon_form", "paper", QT_TR_NOOP("Paper")},
        {"coupon_form", "digital", QT_TR_NOOP("Digital")},
        {"coupon_form", "both", QT_TR_NOOP("Paper and digital")},
        {"copay_exempt", "welfare", QT_TR_NOOP("Welfare recipients")},
        {"copay_exempt", "untaxed_household", QT_TR_NOOP("Households free of residence tax")},
        {"copay_exempt", "chinese_returnee", QT_TR_NOOP("Japanese returnees from China")},
        {"copay_exempt", "other", QT_TR_NOOP("Other")},
    };
    for (const auto& word : words) {
        if (field == QLatin1String(word.field) && code == QLatin1String(word.code))
            return tr(word.word);
    }
    return code;
}

QString SettingWords::age(const QString& expression)
{
    const auto age = AgeExpression::fromText(expression);
    if (!age)
        return expression;
    switch (age->kind()) {
    case AgeExpression::Kind::Months:
        return age->value() == 0 ? tr("birth") : tr("%1 months").arg(age->value());
    case AgeExpression::Kind::Years:
        return tr("%1 years").arg(age->value());
    case AgeExpression::Kind::Days:
        return tr("%1 days after birth").arg(age->value());
    case AgeExpression::Kind::FiscalYear:
        return tr("fiscal year of the %1th birthday").arg(age->value());
    case AgeExpression::Kind::SchoolEntry:
        return tr("the year before school entry");
    case AgeExpression::Kind::PregnancyWeek:
        return tr("week %1 and %2 days of pregnancy").arg(age->value() / 7).arg(age->value() % 7);
    }
    return expression;
}

QString SettingWords::ageWindow(const QString& from, const QString& to)
{
    if (from.isEmpty() && to.isEmpty())
        return tr("by birth date");
    if (from == to)
        return age(from);
    if (to.isEmpty())
        return tr("from %1", "age").arg(age(from));
    if (from.isEmpty())
        return tr("until %1", "age").arg(age(to));
    return tr("%1 – %2", "ages").arg(age(from), age(to));
}

QString SettingWords::days(QDate from, QDate to)
{
    if (!from.isValid() && !to.isValid())
        return {};
    const auto text = [](QDate day) {
        if (!day.isValid())
            return QString();
        return currentLanguage() == QLatin1String("ja") ? shortJapaneseDateText(day) : day.toString(Qt::ISODate);
    };
    return tr("%1 – %2", "days").arg(text(from), text(to)).trimmed();
}

QString SettingWords::yen(std::optional<qint64> amount)
{
    return amount ? tr("%1 yen").arg(countForPeople(*amount)) : QString();
}

QString SettingWords::fiscalYear(int year)
{
    if (currentLanguage() != QLatin1String("ja"))
        return tr("Fiscal year %1").arg(year);
    // 「令和8年度（2026年度）」: the era of 1 April, the day a fiscal year begins.
    const QString era = japaneseDateText(QDate(year, 4, 1)).section(QChar(0x5e74), 0, 0);
    return QStringLiteral("%1年度（%2年度）").arg(era).arg(year);
}

QString SettingWords::value(const QString& field, const QJsonValue& value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    if (field == QLatin1String("impl_flag"))
        return value.toBool() ? tr("Carried out") : tr("Not carried out");
    if (field == QLatin1String("request_letter"))
        return value.toBool() ? tr("Needed") : tr("Not needed");
    if (field == QLatin1String("copay_exempt")) {
        QStringList out;
        for (const QJsonValue& one : value.toArray())
            out << code(field, one.toString());
        return out.join(tr(", ", "between codes"));
    }
    if (field == QLatin1String("cohort_exceptions"))
        return tr("%n range(s)", nullptr, int(value.toArray().size()));
    if (value.isDouble())
        return yen(value.toInteger());
    const QString text = value.toString();
    if (const QDate day = QDate::fromString(text, Qt::ISODate); day.isValid() && text.size() == 10)
        return dayForPeople(day);
    if (field.startsWith(QLatin1String("age_")) || field.startsWith(QLatin1String("pregnancy_")))
        return age(text);
    return code(field, text);
}

QString SettingWords::endedReason(const VaccineItem& item)
{
    return tr("The handling of this item ended on %1. Its implementation flag cannot be changed here.")
        .arg(dayForPeople(item.handlingTo));
}

} // namespace yoyo
