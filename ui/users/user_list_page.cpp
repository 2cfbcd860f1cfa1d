// SPDX-License-Identifier: Apache-2.0
// See user_list_page.h.
#include "ui/users/user_list_page.h"

#include "models/domain/rights.h"
#include "ui/users/user_words.h"
#include "ui/widgets/language.h"

#include <QAction>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>

namespace yoyo {

namespace {

enum class Use { All, NeverSignedIn, ThreeMonths, SixMonths, OneYear, Unsent };

constexpr UserStatus statuses[] = {UserStatus::NotRegistered, UserStatus::TemporarySent, UserStatus::TemporaryExpired,
                                   UserStatus::MailBounced,   UserStatus::InUse,         UserStatus::Locked,
                                   UserStatus::Suspended};

} // namespace

UserListPage::UserListPage(UserTable& table, const ErrorPresenter& errors, const ScreenContext& context,
                           ViewMemory& memory, QWidget* parent)
    : ListPage(QStringLiteral("users"), errors, context, memory, parent), m_table(table)
{
    build();
    retranslate();
    panel()->showLoading();
}

void UserListPage::build()
{
    m_pending = addHiddenBand(Band::Kind::Warning);
    connect(m_pending, &Band::activated, this, [this] { Q_EMIT pageRequested(QStringLiteral("sync"), {}); });

    m_role = addFilter();
    m_role->addItem(QString(), -1);
    for (const Role role : {Role::Administrator, Role::Staff, Role::Reader})
        m_role->addItem(QString(), int(role));
    m_status = addFilter();
    m_status->addItem(QString(), -1);
    for (const UserStatus status : statuses)
        m_status->addItem(QString(), int(status));
    m_use = addFilter();
    for (int i = 0; i <= int(Use::Unsent); ++i)
        m_use->addItem(QString());
    serve(m_table);
    panel()->setDefaultWidths({152, 132, 0, 160, 72, 292, 96, 200, 160, 0, 0, 0, 0});
    connect(panel(), &ListPanel::emptyAction, this, &UserListPage::registerRequested);
    tableView()->horizontalHeader()->setSortIndicatorShown(true);
    tableView()->horizontalHeader()->setSortIndicator(UserTable::LoginId, Qt::AscendingOrder);

    connect(addListAction("register", QKeySequence::New), &QAction::triggered, this, &UserListPage::registerRequested);
    connect(addListAction("import", QKeySequence(Qt::CTRL | Qt::Key_I)), &QAction::triggered, this, &UserListPage::importRequested);
    connect(addListAction("notice"), &QAction::triggered, this, &UserListPage::noticeRequested);
    connect(addListAction("resend"), &QAction::triggered, this, &UserListPage::resetRequested);
    connect(addListAction("unlock"), &QAction::triggered, this, &UserListPage::unlockRequested);
    connect(addListAction("end_sessions"), &QAction::triggered, this, &UserListPage::endSessionsRequested);
    connect(addListAction("suspend"), &QAction::triggered, this, &UserListPage::suspendRequested);
    connect(addListAction("resume"), &QAction::triggered, this, &UserListPage::resumeRequested);

    m_more = makeMenu({"open", "notice", "resend", "unlock", "end_sessions"});
    m_roleMenu = m_more->addMenu(QString());
    for (const Role role : {Role::Administrator, Role::Staff, Role::Reader}) {
        QAction* action = m_roleMenu->addAction(QString());
        action->setData(int(role));
        connect(action, &QAction::triggered, this, [this, role] { Q_EMIT roleRequested(role); });
    }
    m_more->addSeparator();
    for (const char* id : {"withdraw", "resume", "suspend"})
        m_more->addAction(action(QString::fromLatin1(id)));
    addTools();
    m_register = setMainButton(addButton("register"));
    m_import = addSideButton(addButton("import"));
    m_notice = addSideButton(addButton("notice"));
    m_resend = addSideButton(addButton("resend"));
    m_moreButton = addSideButton(makeButton(ButtonRole::Normal, this));
    m_moreButton->setMenu(m_more);
    m_suspend = addDangerButton(addButton("suspend"));
}

QList<UserRow> UserListPage::chosen() const
{
    return chosenIn(m_table);
}

void UserListPage::chooseRow(const QUuid& id)
{
    if (const int row = m_table.rowOf(id); row >= 0)
        tableView()->selectRow(row);
}

void UserListPage::readFilters()
{
    UserQuery query = m_table.query();
    query.text = searchText();
    query.role = m_role->currentIndex() > 0 ? std::optional(Role(m_role->currentData().toInt())) : std::nullopt;
    query.status = m_status->currentIndex() > 0 ? std::optional(UserStatus(m_status->currentData().toInt())) : std::nullopt;
    const Use use = Use(m_use->currentIndex());
    query.isNeverSignedIn = use == Use::NeverSignedIn;
    query.isOnlyUnsent = use == Use::Unsent;
    const int months = use == Use::ThreeMonths ? 3 : use == Use::SixMonths ? 6 : use == Use::OneYear ? 12 : 0;
    query.inactiveSince = months > 0 ? context().facts().today.addMonths(-months) : QDate();
    hideFailure();
    m_table.setQuery(query);
}

void UserListPage::dressList()
{
    hideFailure();
    const QStringList words = filterWords();
    // How many there are is what the unfiltered list last held.
    if (words.isEmpty())
        m_all = m_table.rowCount();
    panel()->setCounts(qMax(m_all, m_table.rowCount()), m_table.rowCount(), words);
    if (m_table.rowCount() > 0)
        panel()->showRows();
    else if (!words.isEmpty())
        panel()->showNoMatch();
    else if (!m_table.asOf().isValid())
        panel()->showEmpty(tr("The list has not been received from the centre yet. It appears after the first synchronisation."), {});
    else
        panel()->showEmpty(tr("No users yet. Register the first one."), tr("Register a user…"));
    dressAge();
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
    const bool isAdministrator = isAllowed(context().facts().role, Action::RegisterUser, context().facts().policy);
    const bool isOnline = context().facts().isOnline;
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
        action(QString::fromLatin1(id))->setEnabled(isAdministrator && on);
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
    panel()->setSearchPlaceholder(tr("User ID, name, kana or department"));
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
    setActionText("register", tr("Register a user…"));
    setActionText("import", tr("Register many (CSV)…"));
    setActionText("notice", tr("User ID notice…"));
    setActionText("resend", tr("Send a new temporary password…"));
    setActionText("unlock", tr("Unlock…"));
    setActionText("end_sessions", tr("End all sessions…"));
    setActionText("suspend", tr("Suspend…"));
    setActionText("resume", tr("Resume…"));
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
    retranslateList();
}

} // namespace yoyo
