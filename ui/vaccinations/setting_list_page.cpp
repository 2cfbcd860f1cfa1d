// SPDX-License-Identifier: Apache-2.0
// See setting_list_page.h.
#include "ui/vaccinations/setting_list_page.h"

#include "models/domain/rights.h"
#include "ui/vaccinations/setting_words.h"
#include "ui/widgets/language.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>

namespace yoyo {

namespace {

enum class FlagFilter { All, Handled, NotHandled, InUse, Ended };

} // namespace

SettingListPage::SettingListPage(SettingTable& table, const ErrorPresenter& errors, const ScreenContext& context,
                                 ViewMemory& memory, QWidget* parent)
    : ListPage(QStringLiteral("vaccinations"), errors, context, memory, parent), m_table(table)
{
    build();
    connect(&table, &SettingTable::loaded, this, &SettingListPage::refreshed);
    retranslate();
    panel()->showLoading();
}

void SettingListPage::build()
{
    m_running = addHiddenBand(Band::Kind::Error);
    m_conflicts = addHiddenBand(Band::Kind::Warning);
    connect(m_conflicts, &Band::activated, this, [this] { Q_EMIT pageRequested(QStringLiteral("sync"), {}); });

    m_year = addFilter(false);
    m_flag = addFilter();
    for (int i = 0; i <= int(FlagFilter::Ended); ++i)
        m_flag->addItem(QString());
    m_lawClass = addFilter();
    m_lawClass->addItem(QString(), QString());
    for (const LawClass value : {LawClass::CategoryA, LawClass::CategoryB, LawClass::AdHoc})
        m_lawClass->addItem(QString(), lawClassText(value));
    m_badge = addFilter();
    m_badge->addItems({QString(), QString()});
    serve(m_table);
    panel()->setDefaultWidths({248, 136, 80, 104, 88, 0, 152, 184, 104, 96, 128, 112, 0, 0, 144, 0, 0});

    connect(addListAction("bulk", QKeySequence(Qt::CTRL | Qt::Key_E)), &QAction::triggered, this, &SettingListPage::bulkRequested);
    makeMenu({"open", "bulk", "withdraw"});
    addTools();
    m_open = setMainButton(addButton("open"));
    m_withdraw = addSideButton(addButton("withdraw"));
    m_bulk = addSideButton(addButton("bulk"));
}

bool SettingListPage::isReadOnly() const
{
    return !isAllowed(context().facts().role, Action::EditSettings, context().facts().policy);
}

QList<SettingRow> SettingListPage::chosen() const
{
    return chosenIn(m_table);
}

void SettingListPage::setFiscalYears(const QList<int>& years, int shown)
{
    const QSignalBlocker quiet(m_year);
    m_year->clear();
    for (const int year : years)
        m_year->addItem(SettingWords::fiscalYear(year), year);
    m_year->setCurrentIndex(m_year->findData(shown));
}

void SettingListPage::setCounts(const SettingCounts& counts)
{
    m_counts = counts;
    dressList();
}

void SettingListPage::readFilters()
{
    SettingQuery query = m_table.query();
    query.text = searchText();
    if (m_year->currentIndex() >= 0)
        query.fiscalYear = m_year->currentData().toInt();
    const FlagFilter flag = FlagFilter(m_flag->currentIndex());
    query.isHandled.reset();
    query.isEnded.reset();
    if (flag == FlagFilter::Handled || flag == FlagFilter::NotHandled)
        query.isHandled = flag == FlagFilter::Handled;
    if (flag == FlagFilter::NotHandled || flag == FlagFilter::InUse)
        query.isEnded = false;
    if (flag == FlagFilter::Ended)
        query.isEnded = true;
    query.lawClass = m_lawClass->currentData().toString();
    query.isOnlyUnsent = m_badge->currentIndex() == 1;
    hideFailure();
    m_table.setQuery(query);
}

void SettingListPage::dressList()
{
    hideFailure();
    const QStringList words = filterWords();
    const int all = m_counts.handled + m_counts.notHandled + m_counts.ended;
    panel()->setCounts(qMax(all, m_table.rowCount()), m_table.rowCount(), words);
    if (m_table.rowCount() > 0)
        panel()->showRows();
    else if (!words.isEmpty())
        panel()->showNoMatch();
    else
        panel()->showEmpty(tr("The settings have not been received from the centre yet. They appear after the first synchronisation."), {});
    panel()->setReadOnly(isReadOnly() ? tr("Your role may look at the settings but not change them.") : QString());
    dressAge();
    int conflicts = 0;
    QStringList running;
    for (int i = 0; i < m_table.rowCount(); ++i) {
        const SettingRow* row = m_table.rowAt(i);
        if (!row)
            continue;
        conflicts += row->badge == RowBadge::NeedsPerson ? 1 : 0;
        if (row->isEnded && row->setting.implFlag)
            running << row->item.name;
    }
    m_conflicts->setVisible(conflicts > 0);
    m_conflicts->setText(tr("%n setting(s) were also changed by somebody else. Decide which values count.", nullptr, conflicts));
    m_conflicts->setActionText(tr("Decide…"));
    m_running->setVisible(!running.isEmpty());
    m_running->setText(tr("Carried out although the handling has ended: %1. Records could be entered by mistake.").arg(running.join(tr(", ", "between names"))));
    dressActions();
}

void SettingListPage::dressActions()
{
    const QList<SettingRow> rows = chosen();
    const bool canEdit = !isReadOnly();
    const bool canWithdraw = rows.size() == 1
                             && (rows.first().badge == RowBadge::Unsent || rows.first().badge == RowBadge::CannotSend);
    action(QStringLiteral("open"))->setEnabled(rows.size() == 1);
    action(QStringLiteral("bulk"))->setEnabled(canEdit && rows.size() > 1);
    action(QStringLiteral("withdraw"))->setEnabled(canEdit && canWithdraw);
    m_bulk->setVisible(canEdit);
    m_withdraw->setVisible(canEdit);
    m_open->setText(canEdit ? tr("Edit…") : tr("Open"));
    m_bulk->setText(rows.size() > 1 ? tr("Change %n row(s) at once…", nullptr, int(rows.size())) : tr("Change several at once…"));
    m_bulk->setToolTip(rows.size() > 1 ? QString() : tr("Choose several rows first (Ctrl or Shift)."));
}

void SettingListPage::retranslate()
{
    setTitle(tr("Vaccination settings of the municipality"));
    setPurpose(tr("Which vaccinations this municipality carries out, and on which conditions. One row for each management number of the year."));
    panel()->setSearchPlaceholder(tr("Name, number or disease"));
    m_year->setAccessibleName(tr("Fiscal year"));
    for (int i = 0; i < m_year->count(); ++i)
        m_year->setItemText(i, SettingWords::fiscalYear(m_year->itemData(i).toInt()));
    const QStringList flags{tr("Flag: all"), tr("Carried out"), tr("Not carried out"), tr("Without ended ones"), tr("Handling ended")};
    for (int i = 0; i < flags.size(); ++i)
        m_flag->setItemText(i, flags.at(i));
    m_flag->setAccessibleName(tr("Filter by implementation flag"));
    m_lawClass->setItemText(0, tr("Class of law: all"));
    for (int i = 1; i < m_lawClass->count(); ++i)
        m_lawClass->setItemText(i, SettingWords::lawClass(*lawClassFromText(m_lawClass->itemData(i).toString())));
    m_lawClass->setAccessibleName(tr("Filter by class of law"));
    m_badge->setItemText(0, tr("Sending: all"));
    m_badge->setItemText(1, tr("Changes not sent"));
    m_badge->setAccessibleName(tr("Filter by sending"));
    setActionText("bulk", tr("Change several at once…"));
    m_table.retranslate();
    retranslateList();
    m_withdraw->setText(action(QStringLiteral("withdraw"))->text());
}

} // namespace yoyo
