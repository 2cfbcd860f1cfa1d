// SPDX-License-Identifier: Apache-2.0
// One change to several vaccination settings: only the fields that are ticked are changed, and before anything is
// saved each row says what becomes of it. The flag of an ended item is never changed. Talks to no service.
#pragma once

#include "models/services/setting_service.h"
#include "ui/vaccinations/field_editor.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/page.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

class QCheckBox;
class QLabel;
class QTableView;
class QTimer;

namespace yoyo {

/// What a change would do to each chosen row.
class SettingBulkTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Outcome, Content, ColumnCount };
    enum class RowOutcome { Unchanged, Changes, Refused };
    explicit SettingBulkTable(const ErrorPresenter& errors, QObject* parent = nullptr);
    void setRows(const QList<SettingRow>& rows);
    /// `findings` name rows by their index.
    void setChange(const FieldChange& change, const QList<RowFinding>& findings);
    const QList<SettingRow>& rows() const { return m_rows; }
    RowOutcome outcome(int row) const;
    /// What is put on this row: without the flag where the item has ended.
    FieldChange changeFor(int row) const;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString content(int row) const;
    const ErrorPresenter& m_errors;
    QList<SettingRow> m_rows;
    FieldChange m_change;
    QHash<int, QList<Error>> m_findings;
};

class SettingBulkPage : public Page
{
    Q_OBJECT
public:
    explicit SettingBulkPage(const ErrorPresenter& errors, QWidget* parent = nullptr);

    void start(const QList<SettingRow>& rows);
    const QList<SettingRow>& rows() const { return m_table->rows(); }
    /// The ticked fields. An empty field that is ticked takes the value away.
    FieldChange change() const;
    bool isChanged() const { return !m_ticked.isEmpty(); }
    /// The answer for `change`; RowFinding.row is the index into rows(). Ignored when the fields moved on.
    void showFindings(const FieldChange& change, const QList<RowFinding>& findings);
    /// Rows that would change and are not refused.
    QList<int> applicableRows() const;
    void setBusy(bool busy);
    /// For tests and the tour.
    void tick(const QString& field, bool ticked);
    FieldEditor* editor(const QString& field) const { return m_editors.value(field); }
    const SettingBulkTable& table() const { return *m_table; }

Q_SIGNALS:
    /// A moment after the fields changed.
    void checkRequested();
    void applyRequested();
    void closeRequested();

protected:
    void retranslate() override;

private:
    void fieldsMoved();
    void dress();

    QHash<QString, FieldEditor*> m_editors;
    QHash<QString, QCheckBox*> m_ticks;
    QSet<QString> m_ticked;
    FormFields* m_fields;
    QTimer* m_pause;
    bool m_isChecked = false;
    bool m_isBusy = false;
    QPushButton* m_back;
    QLabel* m_fieldsTitle;
    QLabel* m_rowsTitle;
    SettingBulkTable* m_table;
    QTableView* m_view;
    QPushButton* m_apply;
    QPushButton* m_close;
};

} // namespace yoyo
