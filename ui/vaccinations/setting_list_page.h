// SPDX-License-Identifier: Apache-2.0
// The list of vaccination settings of a fiscal year: search, filters, badges, and the ways to change one or several.
// Talks to no service by itself: the table does, and the controller hears the signals.
#pragma once

#include "ui/vaccinations/setting_table.h"
#include "ui/widgets/list_page.h"

class QComboBox;

namespace yoyo {

class SettingListPage : public ListPage
{
    Q_OBJECT
public:
    SettingListPage(SettingTable& table, const ErrorPresenter& errors, const ScreenContext& context, ViewMemory& memory,
                    QWidget* parent = nullptr);

    QList<SettingRow> chosen() const;
    /// The years to choose from and the one shown.
    void setFiscalYears(const QList<int>& years, int shown);
    void setCounts(const SettingCounts& counts);
    bool isReadOnly() const;

Q_SIGNALS:
    void bulkRequested();
    /// Counts and years may have moved.
    void refreshed();

protected:
    void retranslate() override;
    void readFilters() override;
    void dressList() override;
    void dressActions() override;

private:
    void build();

    SettingTable& m_table;
    Band* m_conflicts;
    Band* m_running;
    QComboBox* m_year;
    QComboBox* m_flag;
    QComboBox* m_lawClass;
    QComboBox* m_badge;
    SettingCounts m_counts;
    QPushButton* m_open;
    QPushButton* m_bulk;
    QPushButton* m_withdraw;
};

} // namespace yoyo
