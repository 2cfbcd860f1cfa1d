// SPDX-License-Identifier: Apache-2.0
// See vaccinations_page.h.
#include "ui/vaccinations/vaccinations_page.h"

#include "models/domain/when_done.h"
#include "ui/vaccinations/setting_bulk_page.h"
#include "ui/vaccinations/setting_form.h"
#include "ui/vaccinations/setting_list_page.h"
#include "ui/vaccinations/setting_table.h"
#include "ui/vaccinations/setting_words.h"
#include "ui/widgets/error_presenter.h"
#include "ui/widgets/language.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/questions.h"

#include <QAction>
#include <QFileInfo>
#include <QPrinter>

namespace yoyo {

/// More rows than any fiscal year has.
static constexpr int everySetting = 10'000;

VaccinationsPage::VaccinationsPage(const VaccinationsParts& parts, QWidget* parent)
    : PageStack(QStringLiteral("vaccinations"), parts.errors, parts.questions, parent), m_parts(parts)
{
    m_table = new SettingTable(parts.settings, this);
    m_list = new SettingListPage(*m_table, parts.errors, parts.context, parts.memory, holder());
    m_form = new SettingForm(parts.errors, parts.context, holder());
    m_bulk = new SettingBulkPage(parts.errors, holder());
    for (Page* page : {static_cast<Page*>(m_list), static_cast<Page*>(m_form), static_cast<Page*>(m_bulk)})
        addPage(page);

    connect(m_list, &SettingListPage::openRequested, this, &VaccinationsPage::openSetting);
    connect(m_list, &SettingListPage::refreshed, this, &VaccinationsPage::refreshCounts);
    connect(m_list, &SettingListPage::bulkRequested, this, [this] {
        m_bulk->start(m_list->chosen());
        showPage(m_bulk);
    });
    connect(m_list, &SettingListPage::withdrawRequested, this, [this] {
        if (const auto rows = m_list->chosen(); rows.size() == 1)
            withdraw(rows.first().setting.id);
    });
    connect(m_list, &SettingListPage::printRequested, this, &VaccinationsPage::printList);
    connect(m_list, &SettingListPage::csvRequested, this, &VaccinationsPage::saveCsv);
    connect(m_form, &SettingForm::saveRequested, this, [this] { save(false); });
    connect(m_form, &SettingForm::closeRequested, this, [this] { leave([this] { backToList(); }); });
    connect(m_form, &SettingForm::withdrawRequested, this, [this] { withdraw(m_form->row()->setting.id); });
    connect(m_form, &SettingForm::conflictRequested, this, [this] {
        const QString id = m_form->row()->setting.id.toString(QUuid::WithoutBraces);
        leave([this, id] {
            backToList();
            Q_EMIT pageRequested(QStringLiteral("sync"), id);
        });
    });
    connect(m_bulk, &SettingBulkPage::closeRequested, this, [this] { leave([this] { backToList(); }); });
    connect(m_bulk, &SettingBulkPage::checkRequested, this, &VaccinationsPage::checkBulk);
    connect(m_bulk, &SettingBulkPage::applyRequested, this, &VaccinationsPage::applyBulk);
    connect(&parts.settings, &SettingService::changed, this, [this] {
        if (front() != m_form)
            return;
        whenDone(m_parts.settings.get(m_form->row()->setting.id), this, [this](const Result<SettingRow>& row) {
            if (row && front() == m_form)
                m_form->refresh(*row);
        });
    });
}

bool VaccinationsPage::hasTypedWork() const
{
    return (front() == m_form && m_form->isChanged())
           || (front() == m_bulk && m_bulk->isChanged());
}

void VaccinationsPage::open(const QString& target)
{
    if (const QUuid id = QUuid::fromString(target); !id.isNull())
        leave([this, id] { openSetting(id); });
}

void VaccinationsPage::backToList()
{
    showPage(m_list);
    m_table->reload();
}

void VaccinationsPage::refreshCounts()
{
    const int year = m_table->query().fiscalYear > 0 ? m_table->query().fiscalYear : m_parts.settings.currentFiscalYear();
    whenDone(m_parts.settings.counts(year), this, [this](const Result<SettingCounts>& counts) {
        if (counts)
            m_list->setCounts(*counts);
    });
    whenDone(m_parts.settings.fiscalYears(), this, [this, year](const Result<QList<int>>& years) {
        if (years)
            m_list->setFiscalYears(*years, year);
    });
}

void VaccinationsPage::openSetting(const QUuid& id)
{
    whenDone(m_parts.settings.get(id), this, [this](const Result<SettingRow>& row) {
        if (!row) {
            sayError(row.error());
            return;
        }
        m_form->startEdit(*row);
        m_form->setBusy(false);
        showPage(m_form);
    });
}

void VaccinationsPage::save(bool areWarningsSeen)
{
    if (m_form->isReadOnly() || !m_form->check())
        return;
    const QList<Error> warnings = m_form->warnings();
    if (!warnings.isEmpty() && !areWarningsSeen) {
        Question question;
        question.title = tr("Save although something is unusual?");
        for (const Error& warning : warnings)
            question.details << m_parts.errors.present(warning).full();
        question.verb = tr("Save");
        question.refusal = tr("Go on editing");
        m_parts.questions.ask(this, question, [this](Answer answer) {
            if (answer == Answer::Accepted)
                save(true);
        });
        return;
    }
    m_form->setBusy(true);
    whenDone(m_parts.settings.save({m_form->row()->seen}, m_form->change()), this, [this](const Result<SaveReceipt>& receipt) {
        m_form->setBusy(false);
        if (!receipt) {
            m_form->showErrors({receipt.error()});
            return;
        }
        backToList();
        if (receipt->ids.isEmpty())
            say(tr("Nothing was changed."));
        else
            afterSave(tr("The setting is saved on this PC."));
    });
}

void VaccinationsPage::afterSave(const QString& done)
{
    if (m_parts.context.facts().isOnline)
        say(tr("%1 It is being sent.").arg(done));
    else
        say(tr("%1 It is sent as soon as the service can be reached.").arg(done));
}

// ---- several rows ----------------------------------------------------------------------------------------------------

void VaccinationsPage::checkBulk()
{
    const FieldChange change = m_bulk->change();
    const QList<SettingRow> rows = m_bulk->rows();
    QList<EntityRow> seen;
    for (const SettingRow& row : rows)
        seen.append(row.seen);
    if (change.isEmpty()) {
        m_bulk->showFindings(change, {});
        return;
    }
    whenDone(m_parts.settings.check(seen, change), this, [this, change, rows](const Result<QList<RowFinding>>& findings) {
        if (!findings) {
            sayError(findings.error());
            return;
        }
        QList<RowFinding> shown;
        for (const RowFinding& finding : *findings) {
            // The flag of an ended item is left out of its change, so the rule has nothing to refuse there.
            const bool isFlagOfEnded = finding.row >= 0 && finding.row < rows.size() && rows.at(finding.row).isEnded
                                       && finding.error.code == ErrorCode::ItemEnded;
            if (!isFlagOfEnded)
                shown.append(finding);
        }
        m_bulk->showFindings(change, shown);
    });
}

void VaccinationsPage::saveBulk(const QList<SettingRow>& rows, const FieldChange& change, std::function<void(int)> then)
{
    if (rows.isEmpty() || change.isEmpty()) {
        then(0);
        return;
    }
    QList<EntityRow> seen;
    for (const SettingRow& row : rows)
        seen.append(row.seen);
    whenDone(m_parts.settings.save(seen, change), this, [this, then = std::move(then)](const Result<SaveReceipt>& receipt) {
        if (!receipt) {
            m_bulk->setBusy(false);
            sayError(receipt.error());
            return;
        }
        then(int(receipt->ids.size()));
    });
}

void VaccinationsPage::applyBulk()
{
    const QList<int> applicable = m_bulk->applicableRows();
    const FieldChange change = m_bulk->change();
    FieldChange withoutFlag = change;
    withoutFlag.set.remove(QStringLiteral("impl_flag"));
    QList<SettingRow> current, ended;
    for (const int row : applicable) {
        const SettingRow& setting = m_bulk->rows().at(row);
        (setting.isEnded ? ended : current).append(setting);
    }
    Question question;
    question.title = tr("Change %n setting(s)?", nullptr, int(applicable.size()));
    const int others = int(m_bulk->rows().size() - applicable.size());
    question.consequence = others > 0 ? tr("%n chosen row(s) stay as they are: refused, or nothing differs.", nullptr, others)
                                      : tr("Only the ticked fields are changed.");
    for (const QString& field : change.fields(schemaOf(Entity::VaccinationSetting))) {
        const QString value = SettingWords::value(field, change.set.value(field));
        question.details << tr("%1 → %2", "field and new value").arg(SettingWords::field(field), value.isEmpty() ? tr("(empty)") : value);
    }
    question.verb = tr("Change");
    m_parts.questions.ask(this, question, [this, current, ended, change, withoutFlag](Answer answer) {
        if (answer != Answer::Accepted)
            return;
        m_bulk->setBusy(true);
        saveBulk(current, change, [this, ended, withoutFlag](int first) {
            saveBulk(ended, withoutFlag, [this, first](int second) {
                m_bulk->setBusy(false);
                backToList();
                afterSave(tr("%n setting(s) are saved on this PC.", nullptr, first + second));
            });
        });
    });
}

void VaccinationsPage::withdraw(const QUuid& id)
{
    whenDone(m_parts.work.operations({}, 0, everySetting), this, [this, id](const Result<OperationPage>& page) {
        if (!page) {
            sayError(page.error());
            return;
        }
        for (const OperationRow& op : page->rows) {
            if (op.rowId != id || !op.canWithdraw)
                continue;
            Question question;
            question.title = tr("Take the change back?");
            question.consequence = tr("It has not been sent. The values before it count again.");
            for (const FieldDifference& difference : op.changes) {
                const QString before = SettingWords::value(difference.field, difference.before);
                const QString after = SettingWords::value(difference.field, difference.after);
                question.details << tr("%1: %2 → %3", "field, now, then")
                                        .arg(SettingWords::field(difference.field), after.isEmpty() ? tr("(empty)") : after,
                                             before.isEmpty() ? tr("(empty)") : before);
            }
            question.verb = tr("Take back");
            m_parts.questions.ask(this, question, [this, opId = op.opId](Answer answer) {
                if (answer != Answer::Accepted)
                    return;
                whenDone(m_parts.work.withdraw(opId), this, [this](const Result<void>& done) {
                    if (!done) {
                        sayError(done.error());
                        return;
                    }
                    backToList();
                    say(tr("The change was taken back."));
                });
            });
            return;
        }
        sayError(ErrorCode::NotUndoable);
    });
}

// ---- out of the list ---------------------------------------------------------------------------------------------------

void VaccinationsPage::allRows(std::function<void(const QList<SettingRow>&)> then)
{
    whenDone(m_parts.settings.list(m_table->query(), 0, everySetting), this, [this, then = std::move(then)](const Result<SettingPage>& page) {
        if (page)
            then(page->rows);
        else
            sayError(page.error());
    });
}

SheetTable VaccinationsPage::tableFor(const QList<SettingRow>& rows, const QList<int>& columns) const
{
    SheetTable table;
    for (const int column : columns) {
        table.headers << m_table->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        table.isNumber << SettingTable::isNumber(column);
    }
    for (const SettingRow& row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells << SettingTable::cell(row, column);
        table.rows << cells;
    }
    return table;
}

void VaccinationsPage::printList()
{
    allRows([this](const QList<SettingRow>& rows) {
        const int year = rows.isEmpty() ? m_parts.settings.currentFiscalYear() : rows.first().setting.fiscalYear;
        Sheet sheet = m_list->emptySheet(tr("Vaccination settings – %1", "fiscal year").arg(SettingWords::fiscalYear(year)));
        sheet.table = tableFor(rows, m_list->visibleColumns());
        for (const SettingRow& row : rows)
            sheet.head.unsent += row.badge == RowBadge::None ? 0 : 1;
        m_parts.questions.print(this, sheet.head.title, [sheet](QPrinter& printer) { paint(sheet, printer); });
    });
}

void VaccinationsPage::saveCsv()
{
    FileQuestion question;
    question.title = tr("Save the settings as CSV");
    question.suggestedName = QStringLiteral("vaccination-settings.csv");
    question.filter = tr("CSV (*.csv)");
    m_parts.questions.saveFile(this, question, [this](const QString& path) {
        if (path.isEmpty())
            return;
        allRows([this, path](const QList<SettingRow>& rows) {
            QList<int> columns;
            for (int i = 0; i < SettingTable::ColumnCount; ++i)
                columns.append(i);
            const auto written = m_parts.writeCsv(path, tableFor(rows, columns));
            if (written)
                say(tr("%n setting(s) saved in %1.", nullptr, int(rows.size())).arg(QFileInfo(path).fileName()));
            else
                sayError(written.error());
        });
    });
}

} // namespace yoyo
