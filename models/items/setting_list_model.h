// SPDX-License-Identifier: Apache-2.0
// The vaccination settings of one fiscal year as a table.
#pragma once

#include "models/items/paged_model.h"
#include "models/services/setting_service.h"

namespace yoyo {

class SettingListModel final : public PagedModel<SettingRow>
{
    Q_OBJECT
public:
    enum Column {
        BadgeColumn,
        FlagColumn, ///< ValueRole: bool, 実施
        MgmtNoColumn,
        NameColumn,
        LawClassColumn,   ///< ValueRole: int(LawClass)
        HandlingToColumn, ///< 取扱終了日
        LocalFromColumn,
        LocalToColumn,
        SeasonFromColumn,
        SeasonToColumn,
        FeeVaccinatedColumn, ///< yen; invalid without a value, as the two below
        FeeNotVaccinatedColumn,
        CopayColumn,
        ContractColumn, ///< ValueRole: the code
        ContactColumn,
        NoteColumn,
        ColumnCount,
    };

    explicit SettingListModel(SettingService& settings, QObject* parent = nullptr);

    void setQuery(const SettingQuery& query);
    const SettingQuery& query() const { return m_query; }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    QFuture<Result<Page>> fetch(int offset, int limit) override;
    QUuid idOf(const SettingRow& row) const override { return row.seen.id; }
    QVariant valueOf(const SettingRow& row, int column) const override;
    int badgeOf(const SettingRow& row) const override { return int(row.badge); }

private:
    SettingService& m_settings;
    SettingQuery m_query;
};

} // namespace yoyo
