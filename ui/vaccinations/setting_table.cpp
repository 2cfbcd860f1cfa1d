// SPDX-License-Identifier: Apache-2.0
// See setting_table.h.
#include "ui/vaccinations/setting_table.h"

#include "ui/vaccinations/setting_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/language.h"
#include "ui/widgets/row_badge_words.h"

namespace yoyo {

SettingTable::SettingTable(SettingService& settings, QObject* parent) : PagedModel<SettingRow>(parent), m_settings(settings)
{
    connect(&settings, &SettingService::changed, this, &SettingTable::reload);
    setFormatter([](const SettingRow& row, int column) { return cell(row, column); });
    retranslate();
}

void SettingTable::setQuery(const SettingQuery& query)
{
    m_query = query;
    queryChanged();
}

QFuture<Result<SettingTable::Page>> SettingTable::fetch(int offset, int limit)
{
    return asPage(this, m_settings.list(m_query, offset, limit));
}

std::optional<SettingSort> SettingTable::sortOf(int column)
{
    switch (column) {
    case Name:
        return SettingSort::Name;
    case MgmtNo:
        return SettingSort::MgmtNo;
    case LawClassColumn:
        return SettingSort::LawClass;
    case Flag:
        return SettingSort::Flag;
    case HandlingTo:
        return SettingSort::HandlingTo;
    default:
        return std::nullopt;
    }
}

bool SettingTable::isNumber(int column)
{
    return column == FeeVaccinated || column == Copay || column == FeeExempt || column == FeeNotVaccinated;
}

QString SettingTable::cell(const SettingRow& row, int column)
{
    const VaccinationSetting& s = row.setting;
    switch (column) {
    case Name:
        return row.item.name;
    case MgmtNo:
        return s.mgmtNo;
    case LawClassColumn:
        return SettingWords::lawClass(row.item.lawClass);
    case Flag:
        return SettingWords::flag(row);
    case Badge:
        return RowBadgeWords::word(row.badge);
    case Period:
        return SettingWords::days(s.localFrom, s.localTo);
    case Season:
        return SettingWords::days(s.seasonFrom, s.seasonTo);
    case Age:
        return SettingWords::ageWindow(s.ageFrom.isEmpty() ? row.item.ageFrom : s.ageFrom,
                                       s.ageTo.isEmpty() ? row.item.ageTo : s.ageTo);
    case FeeVaccinated:
        return SettingWords::yen(s.feeVaccinated);
    case Copay:
        return SettingWords::yen(s.copay);
    case FeeExempt:
        return SettingWords::yen(s.feeExempt);
    case FeeNotVaccinated:
        return SettingWords::yen(s.feeNotVaccinated);
    case Contract:
        return SettingWords::code(QStringLiteral("contract_type"), s.contractType);
    case WideArea:
        return SettingWords::code(QStringLiteral("wide_area"), s.wideArea);
    case HandlingTo:
        return row.item.handlingTo.isValid() ? dayForPeople(row.item.handlingTo) : QString();
    case Contact:
        return s.contact;
    case Note:
        return s.note;
    }
    return {};
}

void SettingTable::retranslate()
{
    setHeaderTexts({tr("Vaccination"),
                    SettingWords::field(QStringLiteral("mgmt_no")),
                    tr("Class of law"),
                    SettingWords::field(QStringLiteral("impl_flag")),
                    tr("Sending"),
                    tr("Handling period here"),
                    tr("Season"),
                    tr("Age"),
                    SettingWords::field(QStringLiteral("fee_vaccinated")),
                    SettingWords::field(QStringLiteral("copay")),
                    SettingWords::field(QStringLiteral("fee_exempt")),
                    SettingWords::field(QStringLiteral("fee_not_vaccinated")),
                    SettingWords::field(QStringLiteral("contract_type")),
                    SettingWords::field(QStringLiteral("wide_area")),
                    tr("Handled until"),
                    SettingWords::field(QStringLiteral("contact")),
                    SettingWords::field(QStringLiteral("note"))});
    refreshTexts();
}

QVariant SettingTable::data(const QModelIndex& index, int role) const
{
    const SettingRow* row = index.isValid() ? rowAt(index.row()) : nullptr;
    if (row && role == yoyo::BadgeRole && index.column() == Flag)
        return int(SettingWords::flagBadge(*row));
    if (row && role == yoyo::BadgeRole && index.column() == Badge && row->badge != RowBadge::None)
        return int(RowBadgeWords::kind(row->badge));
    if (role == yoyo::BadgeRole)
        return {};
    if (role == Qt::TextAlignmentRole && isNumber(index.column()))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::FontRole && index.column() == MgmtNo)
        return codeFont();
    if (row && role == Qt::ToolTipRole)
        return index.column() == Flag && row->isEnded ? SettingWords::endedReason(row->item) : cell(*row, index.column());
    return PagedModel::data(index, role);
}

QVariant SettingTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && isNumber(section))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return PagedModel::headerData(section, orientation, role);
}

} // namespace yoyo
