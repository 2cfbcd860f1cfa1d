// SPDX-License-Identifier: Apache-2.0
// The form of one vaccination setting, its groups in calm sections, beside them what the national master says.
// The flag of an ended item has no editor here: 「取扱終了」 and the reason stand in its place. Holds a value, talks to
// no service.
#pragma once

#include "models/services/setting_service.h"
#include "ui/vaccinations/field_editor.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/form_undo.h"
#include "ui/widgets/page.h"
#include "ui/widgets/screen_context.h"

#include <optional>

class QLabel;
class QVBoxLayout;

namespace yoyo {

class Badge;
class Band;

class SettingForm : public Page
{
    Q_OBJECT
public:
    SettingForm(const ErrorPresenter& errors, const ScreenContext& context, QWidget* parent = nullptr);

    void startEdit(const SettingRow& row);
    /// The same row after it changed elsewhere; typed work stays.
    void refresh(const SettingRow& row);
    const std::optional<SettingRow>& row() const { return m_row; }
    /// What the fields hold. Requires a row; a field that cannot be read keeps its value.
    VaccinationSetting setting() const;
    /// Only what the person changed.
    FieldChange change() const;
    bool isChanged() const;
    bool isReadOnly() const;

    bool check();
    QList<Error> warnings() const;
    void showErrors(const QList<Error>& errors);
    void setBusy(bool busy);
    FormUndo& undo() { return m_undo; }
    /// Null for a field this row does not show.
    FieldEditor* editor(const QString& field) const { return m_editors.value(field); }
    FormField* formField(const QString& field) const { return m_fields->field(field); }

Q_SIGNALS:
    void saveRequested();
    void closeRequested();
    void withdrawRequested();
    void conflictRequested();

protected:
    void retranslate() override;

private:
    struct Section
    {
        const char* id;
        QWidget* widget;
        QLabel* title;
    };
    void build();
    QVBoxLayout* addSection(QVBoxLayout* to, const char* id);
    FormField* addField(QLayout* to, const char* name, int width = 0);
    void fill();
    void dressPrice();
    void dressNational();
    void dressState();
    QList<Error> findings() const;
    std::optional<Presented> problemOf(const QString& field) const;

    const ErrorPresenter& m_errors;
    const ScreenContext& m_context;
    std::optional<SettingRow> m_row;
    VaccinationSetting m_start;
    bool m_isBusy = false;
    FormUndo m_undo;
    ProblemSummary* m_summary;
    FormFields* m_fields;
    QHash<QString, FieldEditor*> m_editors;
    QList<Section> m_sections;
    QPushButton* m_back;
    QPushButton* m_save;
    QPushButton* m_close;
    QPushButton* m_withdraw;
    QPushButton* m_conflict;
    Band* m_readOnlyBand;
    Band* m_conflictBand;
    Band* m_planBand;
    QWidget* m_endedRow;
    Badge* m_endedBadge;
    QLabel* m_endedReason;
    QLabel* m_ageNote;
    QLabel* m_price;
    QLabel* m_nationalTitle;
    QLabel* m_name;
    QLabel* m_national;
    Badge* m_flagBadge;
    Badge* m_rowBadge;
};

} // namespace yoyo
