// SPDX-License-Identifier: Apache-2.0
// See list_panel.h.
#include "ui/widgets/list_panel.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/band.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/page.h"
#include "ui/widgets/wrap_layout.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSet>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace yoyo {

static constexpr std::chrono::milliseconds typingPause{220};

QVariant TransientViewMemory::value(const QString& key) const
{
    return m_values.value(key);
}

void TransientViewMemory::setValue(const QString& key, const QVariant& value)
{
    m_values.insert(key, value);
}

void setRowHeight(QTableView* table)
{
    // The style's own minimum is that of a header a person reads, higher than a row.
    QHeaderView* rows = table->verticalHeader();
    rows->setMinimumSectionSize(28);
    rows->setDefaultSectionSize(qMax(int(space::rowHeight), table->fontMetrics().height() + 8));
}

ListPanel::ListPanel(const QString& key, ViewMemory& memory, QWidget* parent)
    : QWidget(parent), m_key(key), m_memory(memory)
{
    setObjectName(QStringLiteral("list_") + key);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::related);

    m_readOnly = new Band(Band::Kind::Info, this);
    m_readOnly->setVisible(false);
    column->addWidget(m_readOnly);

    auto* top = new QHBoxLayout;
    top->setSpacing(space::related);
    m_search = new QLineEdit(this);
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(200);
    m_search->setMaximumWidth(360);
    m_searchIcon = m_search->addAction(icon(QStringLiteral("search"), IconTone::Secondary), QLineEdit::LeadingPosition);
    m_filters = new WrapLayout;
    m_filters->addWidget(m_search);
    top->addLayout(m_filters, 1);
    m_tools = new QHBoxLayout;
    m_tools->setSpacing(space::half);
    top->addLayout(m_tools);
    m_columns = new QToolButton(this);
    m_columns->setIcon(icon(QStringLiteral("columns"), IconTone::Secondary));
    m_columns->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_columns->setFocusPolicy(Qt::TabFocus);
    m_columnMenu = new QMenu(m_columns);
    top->addWidget(m_columns, 0, Qt::AlignTop);
    column->addLayout(top);

    auto* counts = new QHBoxLayout;
    counts->setSpacing(space::half);
    m_count = new QLabel(this);
    m_count->setTextFormat(Qt::PlainText);
    setSecondary(m_count);
    m_clear = makeButton(ButtonRole::Link, this);
    counts->addWidget(m_count);
    counts->addWidget(m_clear);
    counts->addStretch(1);
    column->addLayout(counts);

    m_stack = new QStackedWidget(this);
    m_table = new QTableView(m_stack);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSortingEnabled(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setItemDelegate(new BadgeDelegate(m_table));
    m_table->verticalHeader()->setVisible(false);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setResizeContentsPrecision(0); // only the rows in view are measured
    setRowHeight(m_table);
    QHeaderView* header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(40);
    m_stack->addWidget(m_table);

    m_statePage = new QWidget(m_stack);
    auto* middle = new QVBoxLayout(m_statePage);
    middle->setSpacing(12);
    middle->addStretch(2);
    m_stateIcon = new QLabel(m_statePage);
    m_stateIcon->setAlignment(Qt::AlignCenter);
    middle->addWidget(m_stateIcon);
    m_stateText = new QLabel(m_statePage);
    m_stateText->setAlignment(Qt::AlignCenter);
    m_stateText->setTextFormat(Qt::PlainText);
    m_stateText->setWordWrap(true);
    middle->addWidget(m_stateText);
    m_busy = new QProgressBar(m_statePage);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedSize(240, 6);
    middle->addWidget(m_busy, 0, Qt::AlignHCenter);
    m_stateButton = makeButton(ButtonRole::Normal, m_statePage);
    middle->addWidget(m_stateButton, 0, Qt::AlignHCenter);
    middle->addStretch(3);
    m_stack->addWidget(m_statePage);
    column->addWidget(m_stack, 1);

    m_pause = new QTimer(this);
    m_pause->setSingleShot(true);
    m_pause->setInterval(typingPause);
    connect(m_pause, &QTimer::timeout, this, &ListPanel::searchNow);
    connect(m_search, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &ListPanel::searchNow);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_search->clear();
        m_pause->stop();
        m_lastSearch.clear();
        Q_EMIT filtersCleared();
    });
    connect(m_columns, &QToolButton::clicked, this, [this] {
        fillColumnMenu();
        m_columnMenu->popup(m_columns->mapToGlobal(QPoint(0, m_columns->height())));
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) { Q_EMIT rowActivated(index.row()); });
    connect(header, &QHeaderView::sectionResized, this, &ListPanel::storeColumns);
    connect(header, &QHeaderView::sectionMoved, this, [this](int, int, int to) {
        // A fixed first column stays first.
        if (m_isFirstFixed && to == 0 && !m_isRestoring) {
            m_isRestoring = true;
            m_table->horizontalHeader()->moveSection(m_table->horizontalHeader()->visualIndex(0), 0);
            m_isRestoring = false;
        }
        storeColumns();
    });
    connect(m_stateButton, &QPushButton::clicked, this, [this] {
        if (m_state == State::Failed)
            Q_EMIT retryRequested();
        else if (m_state == State::NoMatch)
            m_clear->click();
        else
            Q_EMIT emptyAction();
    });
    retranslate();
    dressState();
}

ListPanel::~ListPanel() = default;

void ListPanel::setModel(QAbstractItemModel* model)
{
    m_table->setModel(model);
    restoreColumns();
    if (m_table->selectionModel())
        connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ListPanel::selectionChanged);
}

void ListPanel::setSearchVisible(bool visible)
{
    m_search->setVisible(visible);
}

void ListPanel::setSearchPlaceholder(const QString& text)
{
    m_placeholder = text;
    retranslate();
    m_search->setAccessibleName(text);
}

void ListPanel::setDefaultWidths(const QList<int>& widths)
{
    m_defaultWidths = widths;
    restoreColumns();
}

QList<int> ListPanel::selectedRows() const
{
    QSet<int> rows;
    if (const auto* selection = m_table->selectionModel()) {
        for (const QModelIndex& index : selection->selectedRows())
            rows.insert(index.row());
        if (rows.isEmpty() && selection->currentIndex().isValid())
            rows.insert(selection->currentIndex().row());
    }
    QList<int> out(rows.begin(), rows.end());
    std::sort(out.begin(), out.end());
    return out;
}

void ListPanel::restoreColumns()
{
    QHeaderView* header = m_table->horizontalHeader();
    if (header->count() == 0)
        return;
    m_isRestoring = true;
    const QByteArray stored = m_memory.value(m_key + QStringLiteral("/columns")).toByteArray();
    if (stored.isEmpty() || !header->restoreState(stored)) {
        // The widths are meant for the ordinary letters.
        const qreal scale = qMax(1.0, m_table->font().pointSizeF() / 10.5);
        for (int i = 0; i < qMin(int(m_defaultWidths.size()), header->count()); ++i) {
            header->setSectionHidden(i, m_defaultWidths.at(i) == 0);
            if (m_defaultWidths.at(i) > 0)
                header->resizeSection(i, qRound(m_defaultWidths.at(i) * scale));
        }
    }
    m_isRestoring = false;
}

/// Words differ in length by language: until somebody has chosen widths, a column is as wide as its heading, and half
/// as wide again as planned when its rows fit then. Longer texts are cut; the row shows them whole.
void ListPanel::widenCutColumns()
{
    if (!m_memory.value(m_key + QStringLiteral("/columns")).toByteArray().isEmpty())
        return;
    QHeaderView* header = m_table->horizontalHeader();
    const auto* rows = static_cast<const QAbstractItemView*>(m_table);
    const qreal scale = qMax(1.0, m_table->font().pointSizeF() / 10.5);
    m_isRestoring = true;
    for (int i = 0; i < qMin(int(m_defaultWidths.size()), header->count()); ++i) {
        if (header->isSectionHidden(i))
            continue;
        const int wanted = rows->sizeHintForColumn(i);
        const bool fits = wanted <= m_defaultWidths.at(i) * scale * 1.5;
        const int width = qMax(header->sectionSizeHint(i), fits ? wanted : 0);
        if (width > header->sectionSize(i))
            header->resizeSection(i, width);
    }
    m_isRestoring = false;
}

void ListPanel::storeColumns()
{
    if (!m_isRestoring && m_table->model())
        m_memory.setValue(m_key + QStringLiteral("/columns"), m_table->horizontalHeader()->saveState());
}

void ListPanel::fillColumnMenu()
{
    m_columnMenu->clear();
    const QAbstractItemModel* model = m_table->model();
    QHeaderView* header = m_table->horizontalHeader();
    for (int i = 0; model && i < model->columnCount(); ++i) {
        const QString name = model->headerData(i, Qt::Horizontal).toString();
        if (name.isEmpty())
            continue;
        QAction* action = m_columnMenu->addAction(name);
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(i));
        action->setEnabled(i != 0); // the first column names the row
        connect(action, &QAction::toggled, this, [this, i](bool shown) {
            QHeaderView* now = m_table->horizontalHeader();
            now->setSectionHidden(i, !shown);
            if (shown && now->sectionSize(i) < 60)
                now->resizeSection(i, 120);
            storeColumns();
        });
    }
    m_columnMenu->addSeparator();
    connect(m_columnMenu->addAction(tr("Columns as delivered")), &QAction::triggered, this, [this] {
        m_memory.setValue(m_key + QStringLiteral("/columns"), QByteArray());
        QHeaderView* now = m_table->horizontalHeader();
        for (int i = 0; i < now->count(); ++i)
            now->moveSection(now->visualIndex(i), i);
        restoreColumns();
        widenCutColumns();
    });
}

void ListPanel::setCounts(qint64 total, qint64 shown, const QStringList& filterWords, bool isCapped)
{
    m_total = total;
    m_shown = shown;
    m_filterWords = filterWords;
    m_isCapped = isCapped;
    retranslate();
}

QString ListPanel::countLine() const
{
    return m_count->text();
}

void ListPanel::showRows()
{
    m_state = State::Rows;
    dressState();
    widenCutColumns();
}

void ListPanel::showLoading()
{
    m_state = State::Loading;
    dressState();
}

void ListPanel::showEmpty(const QString& sentence, const QString& button)
{
    m_state = State::Empty;
    m_emptySentence = sentence;
    m_emptyButton = button;
    dressState();
}

void ListPanel::showNoMatch()
{
    m_state = State::NoMatch;
    dressState();
}

void ListPanel::showFailed(const Presented& problem)
{
    m_state = State::Failed;
    m_problem = problem;
    dressState();
}

void ListPanel::setReadOnly(const QString& reason)
{
    m_readOnly->setWord(tr("View only"));
    m_readOnly->setText(reason);
    m_readOnly->setVisible(!reason.isEmpty());
}

void ListPanel::searchNow()
{
    m_pause->stop();
    const QString text = m_search->text().trimmed();
    if (text == m_lastSearch)
        return;
    m_lastSearch = text;
    Q_EMIT searchChanged(text);
}

void ListPanel::retranslate()
{
    m_search->setPlaceholderText(m_placeholder.isEmpty() ? tr("Search") : m_placeholder);
    m_search->setAccessibleName(m_search->placeholderText());
    m_columns->setText(tr("Columns"));
    m_columns->setToolTip(tr("Choose columns"));
    m_columns->setAccessibleName(tr("Choose columns"));
    m_table->setAccessibleName(tr("List"));
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Clear search and filters"));
    const QString total = countForPeople(m_total) + (m_isCapped ? QStringLiteral("+") : QString());
    if (m_filterWords.isEmpty()) {
        m_count->setText(tr("%1 entries", "total count").arg(total));
    } else {
        m_count->setText(tr("%2 of %1 entries (filter: %3)")
                             .arg(total, countForPeople(m_shown), m_filterWords.join(tr(", ", "between filter words"))));
    }
    m_clear->setVisible(!m_filterWords.isEmpty());
    dressState();
}

void ListPanel::dressState()
{
    m_stack->setCurrentWidget(m_state == State::Rows ? static_cast<QWidget*>(m_table) : m_statePage);
    m_busy->setVisible(m_state == State::Loading);
    QString iconName = QStringLiteral("list");
    IconTone tone = IconTone::Secondary;
    QString button;
    ButtonRole role = ButtonRole::Normal;
    switch (m_state) {
    case State::Rows:
        break;
    case State::Loading:
        iconName = QStringLiteral("clock");
        m_stateText->setText(tr("Reading the list…"));
        break;
    case State::Empty:
        m_stateText->setText(m_emptySentence);
        button = m_emptyButton;
        role = ButtonRole::Primary;
        break;
    case State::NoMatch:
        iconName = QStringLiteral("search");
        m_stateText->setText(tr("Nothing matches the search and filters."));
        button = tr("Clear search and filters");
        break;
    case State::Failed:
        iconName = QStringLiteral("error");
        tone = IconTone::Error;
        m_stateText->setText(m_problem.full());
        button = tr("Try again");
        break;
    }
    setButtonRole(m_stateButton, role);
    m_stateButton->setText(button);
    m_stateButton->setVisible(!button.isEmpty());
    m_stateIcon->setPixmap(icon(iconName, tone).pixmap(QSize(40, 40), devicePixelRatioF()));
}

void ListPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        widenCutColumns();
    }
    QWidget::changeEvent(event);
}

} // namespace yoyo
