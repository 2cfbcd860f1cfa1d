// SPDX-License-Identifier: Apache-2.0
// 市区町村別予防接種設定: the list, the form of one row, and one change to several rows, one in front of the other. The
// controller of those views. GUI thread.
#pragma once

#include "models/services/setting_service.h"
#include "models/services/work_service.h"
#include "ui/widgets/page_stack.h"
#include "ui/widgets/print_sheet.h"
#include "ui/widgets/screen_context.h"

#include <functional>


namespace yoyo {

class ErrorPresenter;
class Questions;
class SettingBulkPage;
class SettingForm;
class SettingListPage;
class SettingTable;
class ViewMemory;

/// All borrowed; they outlive the page.
struct VaccinationsParts
{
    SettingService& settings;
    WorkService& work;
    const ErrorPresenter& errors;
    Questions& questions;
    ViewMemory& memory;
    const ScreenContext& context;
    TableWriter writeCsv;
};

class VaccinationsPage : public PageStack
{
    Q_OBJECT
public:
    explicit VaccinationsPage(const VaccinationsParts& parts, QWidget* parent = nullptr);

    /// Opens the form of a setting by its id.
    void open(const QString& target);

    SettingListPage* listPage() const { return m_list; }
    SettingForm* form() const { return m_form; }
    SettingBulkPage* bulkPage() const { return m_bulk; }

protected:
    bool hasTypedWork() const override;
    void backToList() override;

private:
    void openSetting(const QUuid& id);
    void save(bool areWarningsSeen);
    void checkBulk();
    void applyBulk();
    void saveBulk(const QList<SettingRow>& rows, const FieldChange& change, std::function<void(int)> then);
    void withdraw(const QUuid& id);
    void printList();
    void saveCsv();
    void refreshCounts();
    void allRows(std::function<void(const QList<SettingRow>&)> then);
    SheetTable tableFor(const QList<SettingRow>& rows, const QList<int>& columns) const;
    void afterSave(const QString& done);

    VaccinationsParts m_parts;
    SettingTable* m_table;
    SettingListPage* m_list;
    SettingForm* m_form;
    SettingBulkPage* m_bulk;
};

} // namespace yoyo
