// SPDX-License-Identifier: Apache-2.0
#include "models/domain/entity.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

namespace yoyo {

using enum FieldType;
using enum FieldWriter;

// resources/api/policy.json states the same groups for clients of other makers; a test holds the two together.
static constexpr Field userFields[] = {
    {"login_id", Text, "", Create},
    {"family_name", Text, "name", Anyone},
    {"given_name", Text, "name", Anyone},
    {"family_kana", Text, "name", Anyone},
    {"given_kana", Text, "name", Anyone},
    {"department", Text, "department", Anyone},
    {"mail", Text, "contact", Anyone},
    {"phone", Text, "contact", Anyone},
    {"role", Text, "role", Anyone},
    {"unattended", Boolean, "role", Anyone},
    {"state", Text, "state", Anyone},
    {"valid_from", Day, "state", Anyone},
    {"valid_to", Day, "state", Anyone},
    {"employee_no", Text, "office", Anyone},
    {"note", Text, "office", Anyone},
    {"notice_method", Text, "notice", Anyone},
    {"notice_on", Day, "notice", Anyone},
    {"credential_state", Text, "", Service},
    {"temporary_expires_at", Instant, "", Service},
    {"locked_until", Instant, "", Service},
    {"last_sign_in_at", Instant, "", Service},
    {"updated_by", Text, "", Service},
    {"updated_at", Instant, "", Service},
};

static constexpr Field vaccineItemFields[] = {
    {"mgmt_no", Text, "", Service},
    {"vid", Text, "", Service},
    {"name", Text, "", Service},
    {"law_class", Text, "", Service},
    {"disease", Text, "", Service},
    {"kind", Text, "", Service},
    {"route", Text, "", Service},
    {"doses", Text, "", Service},
    {"sex", Text, "", Service},
    {"age_from", Text, "", Service},
    {"age_to", Text, "", Service},
    {"std_from", Text, "", Service},
    {"std_to", Text, "", Service},
    {"seasonal", Boolean, "", Service},
    {"handling_from", Day, "", Service},
    {"handling_to", Day, "", Service},
    {"successor", Text, "", Service},
    {"sort_no", Integer, "", Service},
};

static constexpr Field vaccinationSettingFields[] = {
    {"municipality_code", Text, "", Service},
    {"mgmt_no", Text, "", Service},
    {"fiscal_year", Integer, "", Service},
    {"impl_flag", Boolean, "flag", Anyone},
    {"retro_reason", Text, "flag", Anyone},
    {"retro_due", Day, "flag", Anyone},
    {"local_from", Day, "period", Anyone},
    {"local_to", Day, "period", Anyone},
    {"season_from", Day, "season", Anyone},
    {"season_to", Day, "season", Anyone},
    {"age_from", Text, "age", Anyone},
    {"age_to", Text, "age", Anyone},
    {"sex", Text, "age", Anyone},
    {"pregnancy_from", Text, "age", Anyone},
    {"pregnancy_to", Text, "age", Anyone},
    {"cohort_exceptions", Json, "cohort", Anyone},
    {"fee_vaccinated", Integer, "price", Anyone},
    {"fee_exempt", Integer, "price", Anyone},
    {"fee_not_vaccinated", Integer, "price", Anyone},
    {"copay", Integer, "price", Anyone},
    {"copay_exempt", Json, "price", Anyone},
    {"subsidy_limit", Integer, "price", Anyone},
    {"wide_area", Text, "contract", Anyone},
    {"contract_type", Text, "contract", Anyone},
    {"request_letter", Boolean, "contract", Anyone},
    {"coupon_form", Text, "contract", Anyone},
    {"contact", Text, "contact", Anyone},
    {"note", Text, "note", Anyone},
    {"planned_from", Day, "planned", Anyone},
    {"planned_values", Json, "planned", Anyone},
    {"updated_by", Text, "", Service},
    {"updated_at", Instant, "", Service},
};

static constexpr EntitySchema schemas[] = {
    {Entity::User, "user", "office", userFields},
    {Entity::VaccineItem, "vaccine_item", "national", vaccineItemFields},
    {Entity::VaccinationSetting, "vaccination_setting", "office", vaccinationSettingFields},
};

const Field* EntitySchema::field(QStringView wanted) const
{
    const auto hit = std::ranges::find_if(fields, [wanted](const Field& f) {
        return wanted == QLatin1String(f.name);
    });
    return hit == fields.end() ? nullptr : &*hit;
}

QStringList EntitySchema::groups() const
{
    QStringList out;
    for (const Field& f : fields) {
        const QString group = QString::fromLatin1(f.group);
        if (!group.isEmpty() && !out.contains(group))
            out.append(group);
    }
    return out;
}

QStringList EntitySchema::fieldsOfGroup(const QString& group) const
{
    QStringList out;
    for (const Field& f : fields) {
        if (group == QLatin1String(f.group))
            out.append(QString::fromLatin1(f.name));
    }
    return out;
}

const EntitySchema& schemaOf(Entity entity)
{
    return schemas[static_cast<std::size_t>(entity)];
}

QString entityName(Entity entity)
{
    return QString::fromLatin1(schemaOf(entity).name);
}

std::optional<Entity> entityFromName(QStringView name)
{
    for (const EntitySchema& s : schemas) {
        if (name == QLatin1String(s.name))
            return s.entity;
    }
    return std::nullopt;
}

std::span<const EntitySchema> allSchemas()
{
    return schemas;
}

} // namespace yoyo
