// SPDX-License-Identifier: Apache-2.0
// See user_list_page.h.
#include "ui/users/user_list_page.h"

#include "models/domain/rights.h"
#include "ui/users/user_words.h"
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

enum class Use { All, NeverSignedIn, ThreeMonths, SixMonths, OneYear, Unsent };

constexpr UserStatus statuses[] = {UserStatus::NotRegistered, UserStatus::TemporarySent, UserStatus::TemporaryExpired,
                                   UserStatus::MailBounced,   UserStatus::InUse,         UserStatus::Locked,
                                   UserStatus::Suspended};

} // namespace

UserListPage::UserListPage(UserTable& table, const ErrorPresenter& errors, const ScreenContext& context,
                           ViewMemory& memory, QWidget* parent)
    : Page(QStringLiteral("users"), Body::Fixed, parent), m_table(table), m_errors(errors), m_context(context)
{
    m_panel = new ListPanel(QStringLiteral("users"), memory, this);
    build();
    connect(&table, &UserTable::loaded, this, &UserListPage::dressList);
    connect(&table, &QAbstractItemModel::layoutChanged, this, &UserListPage::dressActions);
    connect(&table, &QAbstractItemModel::dataChanged, this, &UserListPage::dressActions);
    connect(&table, &UserTable::loadFailed, this, [this](const Error& error) {
        const Presented said = m_errors.present(error);
        if (m_table.isLoaded()) {
            m_failure->setText(said.full());
            m_failure->show();
        } else {
            m_panel->showFailed(said);
        }
    });
    connect(&context, &ScreenContext::changed, this, [this] {
        dressActions();
        dressList();
    });
    retranslate();
    m_panel->showLoading();
}

QAction* UserListPage::addListAction(const char* id, const QKeySequence& shortcut)
{
    auto* action = new QAction(this);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_actions.insert(QString::fromLatin1(id), action);
    QWidget::addAction(action);
    return action;
}

void UserListPage::build()
{
    m_failure = new Band(Band::Kind::Error, this);
    m_failure->setClosable(true);
    m_failure->hide();
    addBand(m_failure);
    connect(m_failure, &Band::closed, m_failure, &QWidget::hide);
    m_oldList = new Band(Band::Kind::Info, this);
    m_oldList->hide();
    addBand(m_oldList);
    m_pending = new Band(Band::Kind::Warning, this);
    m_pending->hide();
    addBand(m_pending);
    connect(m_pending, &Band::activated, this, [this] { Q_EMIT pageRequested(QStringLiteral("sync"), {}); });

    m_role = new QComboBox(this);
    m_role->addItem(QString(), -1);
    for (const Role role : {Role::Administrator, Role::Staff, Role::Reader})
        m_role->addItem(QString(), int(role));
    m_status = new QComboBox(this);
    m_status->addItem(QString(), -1);
    for (const UserStatus status : statuses)
        m_status->addItem(QString(), int(status));
    m_use = new QComboBox(this);
    for (int i = 0; i <= int(Use::Unsent); ++i)
        m_use->addItem(QString());
    for (QComboBox* combo : {m_role, m_status, m_use}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        m_panel->filters()->addWidget(combo);
        connect(combo, &QComboBox::currentIndexChanged, this, &UserListPage::readFilters);
    }
    m_panel->setModel(&m_table);
    m_panel->setDefaultWidths({152, 132, 0, 160, 72, 292, 96, 176, 160, 0, 0, 0, 0});
    m_panel->freezeFirstColumn(true);
    content()->addWidget(m_panel, 1);
    connect(m_panel, &ListPanel::searchChanged, this, [this](const QString& text) {
        m_text = text;
        readFilters();
    });
    connect(m_panel, &ListPanel::filtersCleared, this, &UserListPage::clearFilters);
    connect(m_panel, &ListPanel::emptyAction, this, &UserListPage::registerRequested);
    connect(m_panel, &ListPanel::retryRequested, this, [this] {
        m_panel->showLoading();
        m_table.reload();
    });
    connect(m_panel, &ListPanel::rowActivated, this, [this](int row) {
        if (const UserRow* chosenRow = m_table.rowAt(row))
            Q_EMIT openRequested(chosenRow->user.id);
    });
    connect(m_panel, &ListPanel::selectionChanged, this, &UserListPage::dressActions);
    connect(m_panel, &ListPanel::helpRequested, this, &Page::helpRequested);

    QHeaderView* header = m_panel->table()->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(UserTable::LoginId, Qt::AscendingOrder);
    connect(header, &QHeaderView::sectionClicked, this, [this, header](int column) {
        UserQuery query = m_table.query();
        const auto sort = UserTable::sortOf(column);
        if (!sort)
            return;
        query.isDescending = query.sort == *sort && !query.isDescending;
        query.sort = *sort;
        header->setSortIndicator(column, query.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
        m_table.setQuery(query);
    });

    connect(addListAction("register", QKeySequence::New), &QAction::triggered, this, &UserListPage::registerRequested);
    connect(addListAction("import", QKeySequence(Qt::CTRL | Qt::Key_I)), &QAction::triggered, this, &UserListPage::importRequested);
    connect(addListAction("open"), &QAction::triggered, this, [this] {
        if (const auto rows = chosen(); rows.size() == 1)
            Q_EMIT openRequested(rows.first().user.id);
    });
    connect(addListAction("notice"), &QAction::triggered, this, &UserListPage::noticeRequested);
    connect(addListAction("resend"), &QAction::triggered, this, &UserListPage::resetRequested);
    connect(addListAction("unlock"), &QAction::triggered, this, &UserListPage::unlockRequested);
    connect(addListAction("end_sessions"), &QAction::triggered, this, &UserListPage::endSessionsRequested);
    connect(addListAction("suspend"), &QAction::triggered, this, &UserListPage::suspendRequested);
    connect(addListAction("resume"), &QAction::triggered, this, &UserListPage::resumeRequested);
    connect(addListAction("withdraw"), &QAction::triggered, this, &UserListPage::withdrawRequested);
    connect(addListAction("print", QKeySequence::Print), &QAction::triggered, this, &UserListPage::printRequested);
    connect(addListAction("csv"), &QAction::triggered, this, &UserListPage::csvRequested);

    m_more = new QMenu(this);
    for (const char* id : {"open", "notice", "resend", "unlock", "end_sessions"})
        m_more->addAction(m_actions.value(QString::fromLatin1(id)));
    m_roleMenu = m_more->addMenu(QString());
    for (const Role role : {Role::Administrator, Role::Staff, Role::Reader}) {
        QAction* action = m_roleMenu->addAction(QString());
        action->setData(int(role));
        connect(action, &QAction::triggered, this, [this, role] { Q_EMIT roleRequested(role); });
    }
    m_more->addSeparator();
    for (const char* id : {"withdraw", "resume", "suspend"})
        m_more->addAction(m_actions.value(QString::fromLatin1(id)));
    QTableView* view = m_panel->table();
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view, &QWidget::customContextMenuRequested, this, [this, view](const QPoint& at) {
        m_more->popup(view->viewport()->mapToGlobal(at));
    });

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
    m_register = setMainButton(addButton("register"));
    m_import = addSideButton(addButton("import"));
    m_notice = addSideButton(addButton("notice"));
    m_resend = addSideButton(addButton("resend"));
    m_moreButton = addSideButton(makeButton(ButtonRole::Normal, this));
    m_moreButton->setMenu(m_more);
    m_suspend = addDangerButton(addButton("suspend"));
}

QTableView* UserListPage::tableView() const
{
    return m_panel->table();
}

void UserListPage::entered()
{
    m_table.reload();
}

QList<UserRow> UserListPage::chosen() const
{
    QList<UserRow> out;
    for (const int row : m_panel->selectedRows()) {
        if (const UserRow* loadedRow = m_table.rowAt(row))
            out.append(*loadedRow);
    }
    return out;
}

void UserListPage::chooseRow(const QUuid& id)
{
    if (const int row = m_table.rowOf(id); row >= 0)
        m_panel->table()->selectRow(row);
}

void UserListPage::readFilters()
{
    UserQuery query = m_table.query();
    query.text = m_text;
    query.role = m_role->currentIndex() > 0 ? std::optional(Role(m_role->currentData().toInt())) : std::nullopt;
    query.status = m_status->currentIndex() > 0 ? std::optional(UserStatus(m_status->currentData().toInt())) : std::nullopt;
    const Use use = Use(m_use->currentIndex());
    query.isNeverSignedIn = use == Use::NeverSignedIn;
    query.isOnlyUnsent = use == Use::Unsent;
    const int months = use == Use::ThreeMonths ? 3 : use == Use::SixMonths ? 6 : use == Use::OneYear ? 12 : 0;
    query.inactiveSince = months > 0 ? m_context.facts().today.addMonths(-months) : QDate();
    m_failure->hide();
    m_table.setQuery(query);
}

void UserListPage::clearFilters()
{
    m_text.clear();
    for (QComboBox* combo : {m_role, m_status, m_use}) {
        const QSignalBlocker quiet(combo);
        combo->setCurrentIndex(0);
    }
    readFilters();
}

QStringList UserListPage::filterWords() const
{
    QStringList words;
    if (!m_text.isEmpty())
        words << tr("\"%1\"", "search text").arg(m_text);
    for (const QComboBox* combo : {m_role, m_status, m_use}) {
        if (combo->currentIndex() > 0)
            words << combo->currentText();
    }
    return words;
}

void UserListPage::dressList()
{
    m_failure->hide();
    const QStringList words = filterWords();
    m_panel->setCounts(m_table.rowCount(), m_table.rowCount(), words);
    if (m_table.rowCount() > 0)
        m_panel->showRows();
    else if (!words.isEmpty())
        m_panel->showNoMatch();
    else if (!m_table.asOf().isValid())
        m_panel->showEmpty(tr("The list has not been received from the centre yet. It appears after the first synchronisation."), {});
    else
        m_panel->showEmpty(tr("No users yet. Register the first one."), tr("Register a user…"));
    const bool isOnline = m_context.facts().isOnline;
    m_oldList->setVisible(!isOnline && m_table.asOf().isValid());
    if (m_table.asOf().isValid())
        m_oldList->setText(tr("Offline. This list is as of %1. What you save is kept on this PC and sent later.").arg(instantForPeople(m_table.asOf())));
    int waiting = 0;
    int conflicts = 0;
    for (int i = 0; i < m_table.rowCount(); ++i) {
        const UserRow* row = m_table.rowAt(i);
        waiting += row && row->badge == RowBadge::WaitingApproval ? 1 : 0;
        conflicts += row && row->badge == RowBadge::NeedsPerson ? 1 : 0;
    }
    m_pending->setVisible(waiting + conflicts > 0);
    if (conflicts > 0) {
        m_pending->setText(tr("%n user(s) were also changed by somebody else. Decide which values count.", nullptr, conflicts));
        m_pending->setActionText(tr("Decide…"));
    } else {
        m_pending->setText(tr("%n change(s) are not in force yet: they wait for your password.", nullptr, waiting));
        m_pending->setActionText(tr("Show…"));
    }
    dressActions();
}

void UserListPage::dressActions()
{
    const QList<UserRow> rows = chosen();
    const bool isAdministrator = isAllowed(m_context.facts().role, Action::RegisterUser, m_context.facts().policy);
    const bool isOnline = m_context.facts().isOnline;
    int atCentre = 0, active = 0, suspended = 0, locked = 0, withdrawable = 0;
    for (const UserRow& row : rows) {
        atCentre += row.seen.ver > 0 ? 1 : 0;
        active += row.user.state == UserState::Active ? 1 : 0;
        suspended += row.user.state == UserState::Suspended ? 1 : 0;
        locked += row.status == UserStatus::Locked ? 1 : 0;
        withdrawable += row.badge == RowBadge::Unsent || row.badge == RowBadge::WaitingApproval
                                || row.badge == RowBadge::CannotSend
                            ? 1
                            : 0;
    }
    const auto enable = [this, isAdministrator](const char* id, bool on) {
        m_actions.value(QString::fromLatin1(id))->setEnabled(isAdministrator && on);
    };
    enable("register", true);
    enable("import", true);
    enable("open", rows.size() == 1);
    enable("notice", !rows.isEmpty());
    enable("resend", isOnline && atCentre > 0 && active > 0);
    enable("unlock", isOnline && locked > 0);
    enable("end_sessions", isOnline && atCentre > 0);
    enable("suspend", active > 0);
    enable("resume", suspended > 0);
    enable("withdraw", rows.size() == 1 && withdrawable == 1);
    m_roleMenu->setEnabled(isAdministrator && !rows.isEmpty());
    m_moreButton->setEnabled(!rows.isEmpty());
    const QString why = isOnline ? QString() : tr("Possible only while the service can be reached.");
    m_resend->setToolTip(why);
}

void UserListPage::retranslate()
{
    setTitle(tr("User management"));
    setPurpose(tr("Users of your own organisation. Only administrators see this page."));
    m_panel->setSearchPlaceholder(tr("User ID, name, kana or department"));
    m_role->setItemText(0, tr("Role: all"));
    for (int i = 1; i < m_role->count(); ++i)
        m_role->setItemText(i, UserWords::role(Role(m_role->itemData(i).toInt())));
    m_role->setAccessibleName(tr("Filter by role"));
    m_status->setItemText(0, tr("State: all"));
    for (int i = 1; i < m_status->count(); ++i)
        m_status->setItemText(i, UserWords::statusKindWord(UserStatus(m_status->itemData(i).toInt())));
    m_status->setAccessibleName(tr("Filter by state"));
    const QStringList uses{tr("Use: all"),          tr("Never signed in"),   tr("Not used for 3 months"), tr("Not used for 6 months"),
                           tr("Not used for a year"), tr("Changes not sent")};
    for (int i = 0; i < uses.size(); ++i)
        m_use->setItemText(i, uses.at(i));
    m_use->setAccessibleName(tr("Filter by use"));
    const auto say = [this](const char* id, const QString& text) { m_actions.value(QString::fromLatin1(id))->setText(text); };
    say("register", tr("Register a user…"));
    say("import", tr("Register many (CSV)…"));
    say("open", tr("Open"));
    say("notice", tr("User ID notice…"));
    say("resend", tr("Send a new temporary password…"));
    say("unlock", tr("Unlock…"));
    say("end_sessions", tr("End all sessions…"));
    say("suspend", tr("Suspend…"));
    say("resume", tr("Resume…"));
    say("withdraw", tr("Take the change back…"));
    say("print", tr("Print"));
    say("csv", tr("Save as CSV"));
    m_register->setText(tr("Register a user…"));
    m_import->setText(tr("Register many (CSV)…"));
    m_notice->setText(tr("User ID notice…"));
    m_resend->setText(tr("Resend temporary password…"));
    m_moreButton->setText(tr("More"));
    m_suspend->setText(tr("Suspend…"));
    m_roleMenu->setTitle(tr("Change the role"));
    for (QAction* action : m_roleMenu->actions())
        action->setText(UserWords::role(Role(action->data().toInt())));
    m_table.retranslate();
    if (m_table.isLoaded())
        dressList();
    else
        dressActions();
}

} // namespace yoyo
