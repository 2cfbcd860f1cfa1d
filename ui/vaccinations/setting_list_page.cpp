// SPDX-License-Identifier: Apache-2.0
// See setting_list_page.h.
#include "ui/vaccinations/setting_list_page.h"

#include "models/domain/rights.h"
#include "ui/vaccinations/setting_words.h"
#include "ui/widgets/band.h"
#include "ui/widgets/error_presenter.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/list_panel.h"
#include "ui/widgets/wrap_layout.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace yoyo {

namespace {

enum class FlagFilter { All, Handled, NotHandled, InUse, Ended };

} // namespace

SettingListPage::SettingListPage(SettingTable& table, const ErrorPresenter& errors, const ScreenContext& context,
                                 ViewMemory& memory, QWidget* parent)
    : Page(QStringLiteral("vaccinations"), Body::Fixed, parent), m_table(table), m_errors(errors), m_context(context)
{
    m_panel = new ListPanel(QStringLiteral("vaccinations"), memory, this);
    build();
    connect(&table, &SettingTable::loaded, this, [this] {
        dressList();
        Q_EMIT refreshed();
    });
    connect(&table, &QAbstractItemModel::layoutChanged, this, &SettingListPage::dressActions);
    connect(&table, &QAbstractItemModel::dataChanged, this, &SettingListPage::dressActions);
    connect(&table, &SettingTable::loadFailed, this, [this](const Error& error) {
        const Presented said = m_errors.present(error);
        if (m_table.isLoaded()) {
            m_failure->setText(said.full());
            m_failure->show();
        } else {
            m_panel->showFailed(said);
        }
    });
    connect(&context, &ScreenContext::changed, this, [this] {
        if (m_table.isLoaded())
            dressList();
        else
            dressActions();
    });
    retranslate();
    m_panel->showLoading();
}

QAction* SettingListPage::addListAction(const char* id, const QKeySequence& shortcut)
{
    auto* action = new QAction(this);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_actions.insert(QString::fromLatin1(id), action);
    QWidget::addAction(action);
    return action;
}

void SettingListPage::build()
{
    const auto addHidden = [this](Band::Kind kind) {
        auto* band = new Band(kind, this);
        band->hide();
        addBand(band);
        return band;
    };
    m_failure = addHidden(Band::Kind::Error);
    m_failure->setClosable(true);
    connect(m_failure, &Band::closed, m_failure, &QWidget::hide);
    m_running = addHidden(Band::Kind::Error);
    m_oldList = addHidden(Band::Kind::Info);
    m_conflicts = addHidden(Band::Kind::Warning);
    connect(m_conflicts, &Band::activated, this, [this] { Q_EMIT pageRequested(QStringLiteral("sync"), {}); });

    m_year = new QComboBox(this);
    m_flag = new QComboBox(this);
    for (int i = 0; i <= int(FlagFilter::Ended); ++i)
        m_flag->addItem(QString());
    m_lawClass = new QComboBox(this);
    m_lawClass->addItem(QString(), QString());
    for (const LawClass value : {LawClass::CategoryA, LawClass::CategoryB, LawClass::AdHoc})
        m_lawClass->addItem(QString(), lawClassText(value));
    m_badge = new QComboBox(this);
    m_badge->addItems({QString(), QString()});
    for (QComboBox* combo : {m_year, m_flag, m_lawClass, m_badge}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        m_panel->filters()->addWidget(combo);
        connect(combo, &QComboBox::currentIndexChanged, this, &SettingListPage::readFilters);
    }
    m_panel->setModel(&m_table);
    m_panel->setDefaultWidths({248, 136, 80, 104, 88, 0, 152, 184, 104, 96, 128, 112, 0, 0, 144, 0, 0});
    m_panel->freezeFirstColumn(true);
    content()->addWidget(m_panel, 1);
    connect(m_panel, &ListPanel::searchChanged, this, [this](const QString& text) {
        m_text = text;
        readFilters();
    });
    connect(m_panel, &ListPanel::filtersCleared, this, &SettingListPage::clearFilters);
    connect(m_panel, &ListPanel::retryRequested, this, [this] {
        m_panel->showLoading();
        m_table.reload();
    });
    connect(m_panel, &ListPanel::rowActivated, this, [this](int row) {
        if (const SettingRow* chosenRow = m_table.rowAt(row))
            Q_EMIT openRequested(chosenRow->setting.id);
    });
    connect(m_panel, &ListPanel::selectionChanged, this, &SettingListPage::dressActions);
    connect(m_panel, &ListPanel::helpRequested, this, &Page::helpRequested);
    QHeaderView* header = m_panel->table()->horizontalHeader();
    header->setSectionsClickable(true);
    connect(header, &QHeaderView::sectionClicked, this, [this, header](int column) {
        const auto sort = SettingTable::sortOf(column);
        if (!sort)
            return;
        SettingQuery query = m_table.query();
        query.isDescending = query.sort == *sort && !query.isDescending;
        query.sort = *sort;
        header->setSortIndicatorShown(true);
        header->setSortIndicator(column, query.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
        m_table.setQuery(query);
    });

    connect(addListAction("open"), &QAction::triggered, this, [this] {
        if (const auto rows = chosen(); rows.size() == 1)
            Q_EMIT openRequested(rows.first().setting.id);
    });
    connect(addListAction("bulk", QKeySequence(Qt::CTRL | Qt::Key_E)), &QAction::triggered, this, &SettingListPage::bulkRequested);
    connect(addListAction("withdraw"), &QAction::triggered, this, &SettingListPage::withdrawRequested);
    connect(addListAction("print", QKeySequence::Print), &QAction::triggered, this, &SettingListPage::printRequested);
    connect(addListAction("csv"), &QAction::triggered, this, &SettingListPage::csvRequested);
    m_menu = new QMenu(this);
    for (const char* id : {"open", "bulk", "withdraw"})
        m_menu->addAction(m_actions.value(QString::fromLatin1(id)));
    QTableView* view = m_panel->table();
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view, &QWidget::customContextMenuRequested, this,
            [this, view](const QPoint& at) { m_menu->popup(view->viewport()->mapToGlobal(at)); });

    for (const auto& [id, iconName] : {std::pair("print", "print"), std::pair("csv", "csv")}) {
        QAction* action = m_actions.value(QString::fromLatin1(id));
        action->setIcon(icon(QString::fromLatin1(iconName), IconTone::Secondary));
        addTool(action);
    }
    const auto addButton = [this](const char* id) {
        auto* button = makeButton(ButtonRole::Normal, this);
        QAction* action = m_actions.value(QString::fromLatin1(id));
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button, action] { button->setEnabled(action->isEnabled()); });
        return button;
    };
    m_open = setMainButton(addButton("open"));
    m_withdraw = addSideButton(addButton("withdraw"));
    m_bulk = addSideButton(addButton("bulk"));
}

QTableView* SettingListPage::tableView() const
{
    return m_panel->table();
}

bool SettingListPage::isReadOnly() const
{
    return !isAllowed(m_context.facts().role, Action::EditSettings, m_context.facts().policy);
}

void SettingListPage::entered()
{
    m_table.reload();
}

QList<SettingRow> SettingListPage::chosen() const
{
    QList<SettingRow> out;
    for (const int row : m_panel->selectedRows()) {
        if (const SettingRow* loadedRow = m_table.rowAt(row))
            out.append(*loadedRow);
    }
    return out;
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
    query.text = m_text;
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
    m_failure->hide();
    m_table.setQuery(query);
}

void SettingListPage::clearFilters()
{
    m_text.clear();
    for (QComboBox* combo : {m_flag, m_lawClass, m_badge}) {
        const QSignalBlocker quiet(combo);
        combo->setCurrentIndex(0);
    }
    readFilters();
}

QStringList SettingListPage::filterWords() const
{
    QStringList words;
    if (!m_text.isEmpty())
        words << tr("\"%1\"", "search text").arg(m_text);
    for (const QComboBox* combo : {m_flag, m_lawClass, m_badge}) {
        if (combo->currentIndex() > 0)
            words << combo->currentText();
    }
    return words;
}

void SettingListPage::dressList()
{
    m_failure->hide();
    const QStringList words = filterWords();
    const int all = m_counts.handled + m_counts.notHandled + m_counts.ended;
    m_panel->setCounts(qMax(all, m_table.rowCount()), m_table.rowCount(), words);
    if (m_table.rowCount() > 0)
        m_panel->showRows();
    else if (!words.isEmpty())
        m_panel->showNoMatch();
    else
        m_panel->showEmpty(tr("The settings have not been received from the centre yet. They appear after the first synchronisation."), {});
    m_panel->setReadOnly(isReadOnly() ? tr("Your role may look at the settings but not change them.") : QString());
    m_oldList->setVisible(!m_context.facts().isOnline && m_table.asOf().isValid());
    if (m_table.asOf().isValid())
        m_oldList->setText(tr("Offline. This list is as of %1. What you save is kept on this PC and sent later.").arg(instantForPeople(m_table.asOf())));
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
    m_actions.value(QStringLiteral("open"))->setEnabled(rows.size() == 1);
    m_actions.value(QStringLiteral("bulk"))->setEnabled(canEdit && rows.size() > 1);
    m_actions.value(QStringLiteral("withdraw"))->setEnabled(canEdit && canWithdraw);
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
    m_panel->setSearchPlaceholder(tr("Name, number or disease"));
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
    const auto say = [this](const char* id, const QString& text) { m_actions.value(QString::fromLatin1(id))->setText(text); };
    say("open", tr("Open"));
    say("bulk", tr("Change several at once…"));
    say("withdraw", tr("Take the change back…"));
    say("print", tr("Print"));
    say("csv", tr("Save as CSV"));
    m_withdraw->setText(tr("Take the change back…"));
    m_table.retranslate();
    if (m_table.isLoaded())
        dressList();
    else
        dressActions();
}

} // namespace yoyo
