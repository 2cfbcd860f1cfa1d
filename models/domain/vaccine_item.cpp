// SPDX-License-Identifier: Apache-2.0
#include "models/domain/vaccine_item.h"

#include "models/domain/field_access.h"

#include <array>

namespace yoyo {

static constexpr std::array lawClassTexts{"A", "B", "adhoc", "voluntary"};

QString lawClassText(LawClass value)
{
    return QString::fromLatin1(lawClassTexts[static_cast<std::size_t>(value)]);
}

std::optional<LawClass> lawClassFromText(QStringView text)
{
    for (std::size_t i = 0; i < lawClassTexts.size(); ++i) {
        if (text == QLatin1String(lawClassTexts[i]))
            return static_cast<LawClass>(i);
    }
    return std::nullopt;
}

VaccineItem vaccineItemFromFields(const QJsonObject& o)
{
    VaccineItem v;
    v.mgmtNo = fields::text(o, "mgmt_no");
    v.vid = fields::text(o, "vid");
    v.name = fields::text(o, "name");
    v.lawClass = lawClassFromText(fields::text(o, "law_class")).value_or(LawClass::CategoryA);
    v.disease = fields::text(o, "disease");
    v.kind = fields::text(o, "kind");
    v.route = fields::text(o, "route");
    v.doses = fields::text(o, "doses");
    v.sex = fields::text(o, "sex");
    v.ageFrom = fields::text(o, "age_from");
    v.ageTo = fields::text(o, "age_to");
    v.stdFrom = fields::text(o, "std_from");
    v.stdTo = fields::text(o, "std_to");
    v.isSeasonal = fields::boolean(o, "seasonal");
    v.handlingFrom = fields::day(o, "handling_from");
    v.handlingTo = fields::day(o, "handling_to");
    v.successor = fields::text(o, "successor");
    v.sortNo = int(fields::integer(o, "sort_no").value_or(0));
    return v;
}

QJsonObject toFields(const VaccineItem& v)
{
    QJsonObject o;
    fields::put(o, "mgmt_no", v.mgmtNo);
    fields::put(o, "vid", v.vid);
    fields::put(o, "name", v.name);
    fields::put(o, "law_class", lawClassText(v.lawClass));
    fields::put(o, "disease", v.disease);
    fields::put(o, "kind", v.kind);
    fields::put(o, "route", v.route);
    fields::put(o, "doses", v.doses);
    fields::put(o, "sex", v.sex);
    fields::put(o, "age_from", v.ageFrom);
    fields::put(o, "age_to", v.ageTo);
    fields::put(o, "std_from", v.stdFrom);
    fields::put(o, "std_to", v.stdTo);
    fields::putBoolean(o, "seasonal", v.isSeasonal);
    fields::put(o, "handling_from", v.handlingFrom);
    fields::put(o, "handling_to", v.handlingTo);
    fields::put(o, "successor", v.successor);
    fields::put(o, "sort_no", std::optional<qint64>(v.sortNo));
    return o;
}

} // namespace yoyo
