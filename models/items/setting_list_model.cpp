// SPDX-License-Identifier: Apache-2.0
#include "models/items/setting_list_model.h"

namespace yoyo {

SettingListModel::SettingListModel(SettingService& settings, QObject* parent) : PagedModel(parent), m_settings(settings)
{
    connect(&settings, &SettingService::changed, this, [this] { reload(); });
    reload();
}

void SettingListModel::setQuery(const SettingQuery& query)
{
    if (query == m_query)
        return;
    m_query = query;
    queryChanged();
}

void SettingListModel::sort(int column, Qt::SortOrder order)
{
    SettingQuery query = m_query;
    query.isDescending = order == Qt::DescendingOrder;
    switch (column) {
    case FlagColumn:
        query.sort = SettingSort::Flag;
        break;
    case MgmtNoColumn:
        query.sort = SettingSort::MgmtNo;
        break;
    case NameColumn:
        query.sort = SettingSort::Name;
        break;
    case LawClassColumn:
        query.sort = SettingSort::LawClass;
        break;
    case HandlingToColumn:
        query.sort = SettingSort::HandlingTo;
        break;
    default:
        query.sort = SettingSort::National;
    }
    setQuery(query);
}

QFuture<Result<SettingListModel::Page>> SettingListModel::fetch(int offset, int limit)
{
    return asPage(this, m_settings.list(m_query, offset, limit));
}

static QVariant yen(std::optional<qint64> amount)
{
    return amount ? QVariant(*amount) : QVariant();
}

QVariant SettingListModel::valueOf(const SettingRow& row, int column) const
{
    switch (column) {
    case BadgeColumn:
        return int(row.badge);
    case FlagColumn:
        return row.setting.implFlag;
    case MgmtNoColumn:
        return row.setting.mgmtNo;
    case NameColumn:
        return row.item.name;
    case LawClassColumn:
        return int(row.item.lawClass);
    case HandlingToColumn:
        return row.item.handlingTo;
    case LocalFromColumn:
        return row.setting.localFrom;
    case LocalToColumn:
        return row.setting.localTo;
    case SeasonFromColumn:
        return row.setting.seasonFrom;
    case SeasonToColumn:
        return row.setting.seasonTo;
    case FeeVaccinatedColumn:
        return yen(row.setting.feeVaccinated);
    case FeeNotVaccinatedColumn:
        return yen(row.setting.feeNotVaccinated);
    case CopayColumn:
        return yen(row.setting.copay);
    case ContractColumn:
        return row.setting.contractType;
    case ContactColumn:
        return row.setting.contact;
    case NoteColumn:
        return row.setting.note;
    default:
        return {};
    }
}

} // namespace yoyo
