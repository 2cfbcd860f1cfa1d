// SPDX-License-Identifier: Apache-2.0
// The list of vaccination settings of a fiscal year: search, filters, badges, and the ways to change one or several.
// Talks to no service by itself: the table does, and the controller hears the signals.
#pragma once

#include "ui/vaccinations/setting_table.h"
#include "ui/widgets/page.h"
#include "ui/widgets/screen_context.h"

class QAction;
class QComboBox;
class QMenu;
class QTableView;

namespace yoyo {

class Band;
class ErrorPresenter;
class ListPanel;
class ViewMemory;

class SettingListPage : public Page
{
    Q_OBJECT
public:
    SettingListPage(SettingTable& table, const ErrorPresenter& errors, const ScreenContext& context, ViewMemory& memory,
                    QWidget* parent = nullptr);

    QList<SettingRow> chosen() const;
    ListPanel* panel() const { return m_panel; }
    QTableView* tableView() const;
    QStringList filterWords() const;
    /// The years to choose from and the one shown.
    void setFiscalYears(const QList<int>& years, int shown);
    void setCounts(const SettingCounts& counts);
    QAction* action(const QString& id) const { return m_actions.value(id); }
    bool isReadOnly() const;
    void entered() override;

Q_SIGNALS:
    void openRequested(const QUuid& id);
    void bulkRequested();
    void withdrawRequested();
    void printRequested();
    void csvRequested();
    /// Counts and years may have moved.
    void refreshed();

protected:
    void retranslate() override;

private:
    QAction* addListAction(const char* id, const QKeySequence& shortcut = {});
    void build();
    void readFilters();
    void clearFilters();
    void dressActions();
    void dressList();

    SettingTable& m_table;
    const ErrorPresenter& m_errors;
    const ScreenContext& m_context;
    ListPanel* m_panel;
    Band* m_failure;
    Band* m_oldList;
    Band* m_conflicts;
    Band* m_running;
    QComboBox* m_year;
    QComboBox* m_flag;
    QComboBox* m_lawClass;
    QComboBox* m_badge;
    QString m_text;
    SettingCounts m_counts;
    QHash<QString, QAction*> m_actions;
    QMenu* m_menu;
    QPushButton* m_open;
    QPushButton* m_bulk;
    QPushButton* m_withdraw;
};

} // namespace yoyo
