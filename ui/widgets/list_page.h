// SPDX-License-Identifier: Apache-2.0
// A page that is one list: search and filters, the line of what is shown, sorting by header, the actions for the chosen
// rows (buttons, menu of the right key, tools), the bands for an old list and a failed reading, and what a print needs
// of all that. A derived page says its filters, its actions and its texts. Talks to no service: the table does.
#pragma once

#include "ui/widgets/band.h"
#include "ui/widgets/error_presenter.h"
#include "ui/widgets/list_panel.h"
#include "ui/widgets/page.h"
#include "ui/widgets/print_sheet.h"
#include "ui/widgets/screen_context.h"

#include <QHash>
#include <QHeaderView>
#include <QTableView>
#include <QUuid>

#include <functional>

class QAction;
class QComboBox;
class QMenu;

namespace yoyo {

class ListPage : public Page
{
    Q_OBJECT
public:
    /// All are borrowed and outlive the page. `id` names the page and the list in the memory.
    ListPage(const QString& id, const ErrorPresenter& errors, const ScreenContext& context, ViewMemory& memory,
             QWidget* parent);

    ListPanel* panel() const { return m_panel; }
    QTableView* tableView() const { return m_panel->table(); }
    QAction* action(const QString& id) const { return m_actions.value(id); }
    /// What narrows the list, for prints; empty for the whole.
    QStringList filterWords() const;
    /// As the person has arranged them.
    QList<int> visibleColumns() const;
    /// Head and column headers of a print of this list, without its rows.
    Sheet emptySheet(const QString& title) const;
    void entered() override { m_reload(); }

Q_SIGNALS:
    void openRequested(const QUuid& id);
    void withdrawRequested();
    void printRequested();
    void csvRequested();

protected:
    /// Shows the table, a model with pages and a query (models/items), and follows it and the filters, which must be
    /// filled by then.
    template <typename Table>
    void serve(Table& table);
    template <typename Table>
    auto chosenIn(const Table& table) const;

    QAction* addListAction(const char* id, const QKeySequence& shortcut = {});
    /// A button that does the action and is enabled as it is.
    QPushButton* addButton(const char* id);
    /// With the actions of these ids; right key on a row.
    QMenu* makeMenu(std::initializer_list<const char*> ids);
    void addTools();
    Band* addHiddenBand(Band::Kind kind);
    /// The first entry narrows nothing. Unless `isNarrowing`, it only chooses what list is shown.
    QComboBox* addFilter(bool isNarrowing = true);
    void setActionText(const char* id, const QString& text);
    const QString& searchText() const { return m_text; }
    const ErrorPresenter& errors() const { return m_errors; }
    const ScreenContext& context() const { return m_context; }
    void hideFailure() { m_failure->hide(); }
    /// The band of an offline list, and the texts all lists share. Call in dressList() and retranslate().
    void dressAge();
    void retranslateList();

    /// The filters have changed: asks the table anew.
    virtual void readFilters() = 0;
    /// Counts, states and bands, after the rows have come.
    virtual void dressList() = 0;
    /// Which actions the chosen rows allow.
    virtual void dressActions() = 0;

private:
    void buildPanel();
    void followFilters();
    void clearFilters();
    void showFailure(const Error& error);

    const ErrorPresenter& m_errors;
    const ScreenContext& m_context;
    ListPanel* m_panel;
    Band* m_failure;
    Band* m_oldList;
    QString m_text;
    QList<QComboBox*> m_choices;
    QList<QComboBox*> m_filters; ///< those of them that narrow the list
    QHash<QString, QAction*> m_actions;
    std::function<void()> m_reload;
    std::function<bool()> m_isLoaded;
    std::function<QDateTime()> m_asOf;
};

template <typename Table>
void ListPage::serve(Table& table)
{
    m_reload = [&table] { table.reload(); };
    m_isLoaded = [&table] { return table.isLoaded(); };
    m_asOf = [&table] { return table.asOf(); };
    m_panel->setModel(&table);
    followFilters();
    connect(&table, &Table::loaded, this, [this] { dressList(); });
    connect(&table, &Table::loadFailed, this, &ListPage::showFailure);
    connect(&table, &QAbstractItemModel::layoutChanged, this, [this] { dressActions(); });
    connect(&table, &QAbstractItemModel::dataChanged, this, [this] { dressActions(); });
    connect(m_panel, &ListPanel::rowActivated, this, [this, &table](int row) {
        if (table.rowAt(row))
            Q_EMIT openRequested(table.index(row, 0).data(Table::IdRole).toUuid());
    });
    QHeaderView* header = tableView()->horizontalHeader();
    header->setSectionsClickable(true);
    connect(header, &QHeaderView::sectionClicked, this, [header, &table](int column) {
        const auto sort = Table::sortOf(column);
        if (!sort)
            return;
        auto query = table.query();
        query.isDescending = query.sort == *sort && !query.isDescending;
        query.sort = *sort;
        header->setSortIndicatorShown(true);
        header->setSortIndicator(column, query.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
        table.setQuery(query);
    });
}

template <typename Table>
auto ListPage::chosenIn(const Table& table) const
{
    QList<std::remove_cvref_t<decltype(*table.rowAt(0))>> out;
    for (const int row : m_panel->selectedRows()) {
        if (const auto* loadedRow = table.rowAt(row))
            out.append(*loadedRow);
    }
    return out;
}

} // namespace yoyo
