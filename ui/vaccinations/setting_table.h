// SPDX-License-Identifier: Apache-2.0
// The settings of a fiscal year as a table over the service's pages, one row per 予防接種管理番号, every cell in words.
// GUI thread.
#pragma once

#include "models/items/paged_model.h"
#include "models/services/setting_service.h"

#include <optional>

namespace yoyo {

class SettingTable final : public PagedModel<SettingRow>
{
    Q_OBJECT
public:
    enum Column {
        Name,
        MgmtNo,
        LawClassColumn,
        Flag,
        Badge,
        Period,
        Season,
        Age,
        FeeVaccinated,
        Copay,
        FeeExempt,
        FeeNotVaccinated,
        Contract,
        WideArea,
        HandlingTo,
        Contact,
        Note,
        ColumnCount
    };
    explicit SettingTable(SettingService& settings, QObject* parent = nullptr);

    void setQuery(const SettingQuery& query);
    const SettingQuery& query() const { return m_query; }
    static std::optional<SettingSort> sortOf(int column);
    static QString cell(const SettingRow& row, int column);
    static bool isNumber(int column);
    void retranslate();

    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    QFuture<Result<Page>> fetch(int offset, int limit) override;
    QUuid idOf(const SettingRow& row) const override { return row.seen.id; }
    QVariant valueOf(const SettingRow& row, int column) const override { return cell(row, column); }
    int badgeOf(const SettingRow& row) const override { return int(row.badge); }

private:
    SettingService& m_settings;
    SettingQuery m_query;
};

} // namespace yoyo
