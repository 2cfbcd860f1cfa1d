// SPDX-License-Identifier: Apache-2.0
// See list_page.h.
#include "ui/widgets/list_page.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/wrap_layout.h"

#include <QAction>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace yoyo {

ListPage::ListPage(const QString& id, const ErrorPresenter& errors, const ScreenContext& context, ViewMemory& memory,
                   QWidget* parent)
    : Page(id, Body::Fixed, parent), m_errors(errors), m_context(context)
{
    m_failure = addHiddenBand(Band::Kind::Error);
    m_failure->setClosable(true);
    connect(m_failure, &Band::closed, m_failure, &QWidget::hide);
    m_panel = new ListPanel(id, memory, this);
    m_panel->freezeFirstColumn(true);
    content()->addWidget(m_panel, 1);
    buildPanel();
    m_oldList = addHiddenBand(Band::Kind::Info);
    connect(&context, &ScreenContext::changed, this, [this] {
        if (m_isLoaded())
            dressList();
        else
            dressActions();
    });
}

void ListPage::buildPanel()
{
    connect(m_panel, &ListPanel::searchChanged, this, [this](const QString& text) {
        m_text = text;
        readFilters();
    });
    connect(m_panel, &ListPanel::filtersCleared, this, &ListPage::clearFilters);
    connect(m_panel, &ListPanel::retryRequested, this, [this] {
        m_panel->showLoading();
        m_reload();
    });
    connect(m_panel, &ListPanel::selectionChanged, this, [this] { dressActions(); });
    connect(m_panel, &ListPanel::helpRequested, this, &Page::helpRequested);
    connect(addListAction("open"), &QAction::triggered, this, [this] {
        const QList<int> rows = m_panel->selectedRows();
        if (rows.size() == 1)
            Q_EMIT m_panel->rowActivated(rows.first());
    });
    connect(addListAction("withdraw"), &QAction::triggered, this, &ListPage::withdrawRequested);
    connect(addListAction("print", QKeySequence::Print), &QAction::triggered, this, &ListPage::printRequested);
    connect(addListAction("csv"), &QAction::triggered, this, &ListPage::csvRequested);
}

QStringList ListPage::filterWords() const
{
    QStringList words;
    if (!m_text.isEmpty())
        words << tr("\"%1\"", "search text").arg(m_text);
    for (const QComboBox* combo : m_filters) {
        if (combo->currentIndex() > 0)
            words << combo->currentText();
    }
    return words;
}

QList<int> ListPage::visibleColumns() const
{
    const QHeaderView* header = tableView()->horizontalHeader();
    QList<int> columns;
    for (int i = 0; i < header->count(); ++i) {
        if (const int column = header->logicalIndex(i); !header->isSectionHidden(column))
            columns.append(column);
    }
    return columns;
}

Sheet ListPage::emptySheet(const QString& title) const
{
    const ScreenFacts& facts = m_context.facts();
    Sheet sheet;
    sheet.head.title = title;
    sheet.head.municipality = facts.officeName;
    sheet.head.filter = filterWords().join(tr(", ", "between filter words"));
    sheet.head.asOf = m_asOf().isValid() ? instantForPeople(m_asOf()) : QString();
    sheet.head.author = facts.userName;
    sheet.head.environment = facts.environmentWord;
    const QAbstractItemModel* model = tableView()->model();
    for (const int column : visibleColumns()) {
        sheet.table.headers << model->headerData(column, Qt::Horizontal).toString();
        const QVariant alignment = model->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole);
        sheet.table.isNumber << (alignment.isValid() && (alignment.toInt() & Qt::AlignRight));
    }
    return sheet;
}

QAction* ListPage::addListAction(const char* id, const QKeySequence& shortcut)
{
    auto* action = new QAction(this);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_actions.insert(QString::fromLatin1(id), action);
    QWidget::addAction(action);
    return action;
}

QPushButton* ListPage::addButton(const char* id)
{
    auto* button = makeButton(ButtonRole::Normal, this);
    QAction* action = m_actions.value(QString::fromLatin1(id));
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, [button, action] { button->setEnabled(action->isEnabled()); });
    return button;
}

QMenu* ListPage::makeMenu(std::initializer_list<const char*> ids)
{
    auto* menu = new QMenu(this);
    for (const char* id : ids)
        menu->addAction(m_actions.value(QString::fromLatin1(id)));
    QTableView* view = tableView();
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view, &QWidget::customContextMenuRequested, this,
            [menu, view](const QPoint& at) { menu->popup(view->viewport()->mapToGlobal(at)); });
    return menu;
}

void ListPage::addTools()
{
    for (const char* id : {"print", "csv"}) {
        QAction* action = m_actions.value(QString::fromLatin1(id));
        action->setIcon(icon(QString::fromLatin1(id), IconTone::Secondary));
        addTool(action);
    }
}

Band* ListPage::addHiddenBand(Band::Kind kind)
{
    auto* band = new Band(kind, this);
    band->hide();
    addBand(band);
    return band;
}

QComboBox* ListPage::addFilter(bool isNarrowing)
{
    auto* combo = new QComboBox(this);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_panel->filters()->addWidget(combo);
    m_choices.append(combo);
    if (isNarrowing)
        m_filters.append(combo);
    return combo;
}

void ListPage::followFilters()
{
    for (const QComboBox* combo : std::as_const(m_choices))
        connect(combo, &QComboBox::currentIndexChanged, this, [this] { readFilters(); });
}

void ListPage::setActionText(const char* id, const QString& text)
{
    m_actions.value(QString::fromLatin1(id))->setText(text);
}

void ListPage::clearFilters()
{
    m_text.clear();
    for (QComboBox* combo : std::as_const(m_filters)) {
        const QSignalBlocker quiet(combo);
        combo->setCurrentIndex(0);
    }
    readFilters();
}

void ListPage::showFailure(const Error& error)
{
    const Presented said = m_errors.present(error);
    if (m_isLoaded()) {
        m_failure->setText(said.full());
        m_failure->show();
    } else {
        m_panel->showFailed(said);
    }
}

void ListPage::dressAge()
{
    const QDateTime asOf = m_asOf();
    m_oldList->setVisible(!m_context.facts().isOnline && asOf.isValid());
    if (asOf.isValid())
        m_oldList->setText(tr("Offline. This list is as of %1. What you save is kept on this PC and sent later.")
                               .arg(instantForPeople(asOf)));
}

void ListPage::retranslateList()
{
    setActionText("open", tr("Open"));
    setActionText("withdraw", tr("Take the change back…"));
    setActionText("print", tr("Print"));
    setActionText("csv", tr("Save as CSV"));
    if (m_isLoaded())
        dressList();
    else
        dressActions();
}

} // namespace yoyo
