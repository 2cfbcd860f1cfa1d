// SPDX-License-Identifier: Apache-2.0
// See sync_page.h.
#include "ui/sync/sync_page.h"

#include "ui/sync/operation_detail.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/band.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/list_panel.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/print_sheet.h"
#include "ui/widgets/wrap_layout.h"
#include "ui/widgets/questions.h"
#include "ui/widgets/wrap_layout.h"

#include "models/domain/password_rules.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QListWidget>
#include <QPrinter>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace yoyo {

SyncPage::SyncPage(Parts parts, QWidget* parent)
    : Page(QStringLiteral("sync"), Body::Fixed, parent), m_parts(parts), m_controller(parts.desk, parts.words)
{
    m_trouble = new Band(Band::Kind::Error, this);
    m_trouble->setObjectName(QStringLiteral("trouble"));
    m_trouble->hide();
    addBand(m_trouble);
    m_attention = new Band(Band::Kind::Warning, this);
    m_attention->setObjectName(QStringLiteral("attention"));
    m_attention->hide();
    addBand(m_attention);

    auto* state = new QVBoxLayout;
    state->setSpacing(2);
    m_phase = new QLabel(this);
    m_phase->setObjectName(QStringLiteral("phase"));
    m_phase->setWordWrap(true);
    QFont bold = m_phase->font();
    bold.setBold(true);
    m_phase->setFont(bold);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::page);
    m_lastSync = new QLabel(this);
    m_lastSync->setObjectName(QStringLiteral("lastSync"));
    m_counts = new QLabel(this);
    m_counts->setObjectName(QStringLiteral("counts"));
    line->addWidget(m_lastSync);
    line->addWidget(m_counts);
    line->addStretch(1);
    state->addWidget(m_phase);
    state->addLayout(line);
    content()->addLayout(state);

    m_tabs = new QTabWidget(this);
    m_tabs->addTab(makeOperationsTab(), {});
    m_tabs->addTab(makeConflictsTab(), {});
    m_log = new QListWidget(m_tabs);
    m_log->setObjectName(QStringLiteral("log"));
    m_log->setWordWrap(true);
    m_tabs->addTab(m_log, {});
    content()->addWidget(m_tabs, 1);

    m_print = new QAction(icon(QStringLiteral("print")), {}, this);
    m_print->setObjectName(QStringLiteral("print"));
    m_print->setShortcut(QKeySequence::Print);
    addTool(m_print);
    m_syncNow = makeButton(ButtonRole::Primary, this);
    m_syncNow->setObjectName(QStringLiteral("syncNow"));
    tools()->addWidget(m_syncNow);

    connect(m_syncNow, &QPushButton::clicked, &m_controller, &SyncController::syncNow);
    connect(m_print, &QAction::triggered, this, &SyncPage::print);
    connect(m_attention, &Band::activated, this, [this] {
        if (m_attentionKind == Attention::StepUp)
            askPassword();
        else if (m_attentionKind == Attention::SignIn)
            Q_EMIT signInRequested();
        else if (m_attentionKind == Attention::Dataset)
            m_parts.desk.acceptDataset();
    });
    connect(&m_controller, &SyncController::statusChanged, this, [this] {
        dressStatus();
        dressAttention();
    });
    connect(&m_controller, &SyncController::operationsLoaded, this, &SyncPage::dressOperations);
    connect(&m_controller, &SyncController::conflictsLoaded, this, &SyncPage::dressConflicts);
    connect(&m_controller, &SyncController::loadFailed, this, [this](const Error& error) {
        const Presented presented = m_parts.presenter.present(error);
        m_operations->showFailed(presented);
        m_conflicts->showFailed(presented);
    });
    connect(&m_controller, &SyncController::withdrawn, this, [this](const QString& title) {
        messages()->show(Message::Kind::Success, tr("Taken back: %1").arg(title));
    });
    connect(&m_controller, &SyncController::withdrawFailed, this, [this](const Error& error) {
        const Presented presented = m_parts.presenter.present(error);
        messages()->show(Message::Kind::Error, presented.sentence(), presented.code);
    });
    connect(&m_controller, &SyncController::steppedUp, this, [this](int released) {
        if (m_password)
            m_password->close();
        messages()->show(Message::Kind::Success, tr("%n change(s) are being sent now.", nullptr, released));
    });
    connect(&m_controller, &SyncController::stepUpFailed, this, [this](const Error& error) {
        if (!m_password)
            return;
        m_password->setBusy(false);
        m_password->showRefused(m_parts.presenter.present(error).full());
    });
    if (m_parts.log) {
        messages()->setLog(m_parts.log);
        connect(m_parts.log, &MessageLog::added, this, &SyncPage::fillLog);
    }
    m_operations->showLoading();
    m_conflicts->showLoading();
    retranslate();
}

QWidget* SyncPage::makeOperationsTab()
{
    auto* tab = new QSplitter(Qt::Horizontal, this);
    tab->setChildrenCollapsible(false);
    auto* left = new QWidget(tab);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, space::related, 0, 0);
    m_operations = new ListPanel(QStringLiteral("sync-operations"), m_parts.memory, left);
    m_operations->setObjectName(QStringLiteral("operations"));
    m_operations->setSearchVisible(false);
    m_whose = new QComboBox(left);
    m_whose->setObjectName(QStringLiteral("whose"));
    m_which = new QComboBox(left);
    m_which->setObjectName(QStringLiteral("which"));
    for (QComboBox* box : {m_whose, m_which}) {
        box->addItems({QString(), QString()});
        m_operations->filters()->addWidget(box);
    }
    m_operations->setModel(&m_controller.operations());
    m_operations->table()->setItemDelegateForColumn(OperationTable::State,
                                                    new BadgeDelegate(m_operations->table()));
    m_operations->setDefaultWidths({136, 168, 232, 96, 168});
    column->addWidget(m_operations);
    tab->addWidget(left);
    m_detail = new OperationDetail(m_parts.words, m_parts.presenter, tab);
    m_detail->setMinimumWidth(320);
    tab->addWidget(m_detail);
    tab->setStretchFactor(0, 3);
    tab->setStretchFactor(1, 2);

    const auto filter = [this] {
        OperationQuery query = m_controller.query();
        query.isOnlyMine = m_whose->currentIndex() == 1;
        query.isOnlyOpen = m_which->currentIndex() == 0;
        m_controller.setQuery(query);
    };
    connect(m_whose, &QComboBox::currentIndexChanged, this, filter);
    connect(m_which, &QComboBox::currentIndexChanged, this, filter);
    connect(m_operations, &ListPanel::filtersCleared, this, [this] {
        m_whose->setCurrentIndex(0);
        m_which->setCurrentIndex(0);
    });
    connect(m_operations, &ListPanel::selectionChanged, this, &SyncPage::showSelected);
    connect(m_operations, &ListPanel::retryRequested, &m_controller, &SyncController::reload);
    connect(m_operations, &ListPanel::helpRequested, this, &Page::helpRequested);
    connect(m_operations, &ListPanel::rowActivated, this, [this](int row) {
        if (const OperationRow* operation = m_controller.operations().at(row))
            go(*operation);
    });
    connect(m_detail, &OperationDetail::nextRequested, this, &SyncPage::go);
    connect(m_detail, &OperationDetail::withdrawRequested, this, &SyncPage::askWithdraw);
    connect(m_detail, &OperationDetail::helpRequested, this, &Page::helpRequested);
    return tab;
}

QWidget* SyncPage::makeConflictsTab()
{
    auto* tab = new QWidget(this);
    auto* column = new QVBoxLayout(tab);
    column->setContentsMargins(0, space::related, 0, 0);
    m_conflicts = new ListPanel(QStringLiteral("sync-conflicts"), m_parts.memory, tab);
    m_conflicts->setObjectName(QStringLiteral("conflicts"));
    m_conflicts->setSearchVisible(false);
    m_conflicts->setModel(&m_controller.conflicts());
    m_conflicts->setDefaultWidths({240, 240, 160, 176, 176});
    m_decide = makeButton(ButtonRole::Primary, tab);
    m_decide->setObjectName(QStringLiteral("decide"));
    m_conflicts->tools()->addWidget(m_decide);
    column->addWidget(m_conflicts);
    connect(m_conflicts, &ListPanel::rowActivated, this, &SyncPage::openConflict);
    connect(m_conflicts, &ListPanel::retryRequested, &m_controller, &SyncController::reload);
    connect(m_conflicts, &ListPanel::helpRequested, this, &Page::helpRequested);
    connect(m_conflicts, &ListPanel::selectionChanged, this, [this] {
        m_decide->setEnabled(!m_conflicts->selectedRows().isEmpty());
    });
    connect(m_decide, &QPushButton::clicked, this, [this] {
        const QList<int> rows = m_conflicts->selectedRows();
        openConflict(rows.isEmpty() ? 0 : rows.first());
    });
    return tab;
}

void SyncPage::entered()
{
    retranslate();
    m_controller.reload();
}

void SyncPage::dressStatus()
{
    const SyncStatus status = m_controller.status();
    m_phase->setText(SyncWords::phase(status));
    QString last = SyncWords::lastSync(status);
    if (status.nextTryAt.isValid() && !status.isOnline)
        last += QStringLiteral("　") + tr("Next try: %1").arg(instantForPeople(status.nextTryAt));
    m_lastSync->setText(last);
    m_counts->setText(tr("Unsent %1 · Needs a decision %2 · Cannot be sent %3")
                          .arg(countForPeople(status.counts.unsent), countForPeople(status.counts.needsPerson),
                               countForPeople(status.counts.cannotSend)));
    const bool isRunning = status.phase == SyncPhase::Connecting || status.phase == SyncPhase::Sending ||
        status.phase == SyncPhase::Asking || status.phase == SyncPhase::Receiving;
    m_syncNow->setEnabled(!isRunning);
    m_syncNow->setText(isRunning ? tr("Synchronising…") : tr("Synchronise now"));
    const bool isTrouble = status.lastError &&
        (status.phase == SyncPhase::Waiting || status.phase == SyncPhase::Offline ||
         status.phase == SyncPhase::ClientTooOld || status.phase == SyncPhase::NeedsDecision ||
         status.lastError->code == ErrorCode::CopyDiffers);
    m_trouble->setVisible(isTrouble);
    if (isTrouble) {
        m_trouble->setKind(status.phase == SyncPhase::Offline ? Band::Kind::Offline : Band::Kind::Error);
        m_trouble->setText(m_parts.presenter.present(*status.lastError).full());
    }
}

void SyncPage::dressAttention()
{
    const SyncStatus status = m_controller.status();
    m_attentionKind = Attention::None;
    if (status.phase == SyncPhase::WaitingSignIn) {
        m_attentionKind = Attention::SignIn;
        m_attention->setText(tr("The sign-in has ended. %n change(s) wait for it.", nullptr, status.counts.unsent));
        m_attention->setActionText(tr("Sign in again"));
    } else if (status.phase == SyncPhase::NeedsDecision && status.lastError &&
               status.lastError->code == ErrorCode::DatasetReplaced) {
        m_attentionKind = Attention::Dataset;
        m_attention->setText(tr("Ask an administrator before you go on. Your unsent changes are kept and checked "
                                "against the centre's present values."));
        m_attention->setActionText(tr("Go on with the centre's data"));
    } else if (status.counts.waitingStepUp > 0) {
        m_attentionKind = Attention::StepUp;
        m_attention->setText(tr("%n change(s) to users wait for your password. They are not in force yet.", nullptr,
                                status.counts.waitingStepUp));
        m_attention->setActionText(tr("Type the password…"));
    } else if (status.counts.ofOthers > 0) {
        m_attentionKind = Attention::Others;
        m_attention->setText(tr("%n change(s) were made by another person. They are sent when that person signs in.",
                                nullptr, status.counts.ofOthers));
        m_attention->setActionText({});
    }
    m_attention->setVisible(m_attentionKind != Attention::None);
}

void SyncPage::dressOperations()
{
    OperationTable& table = m_controller.operations();
    QStringList filters;
    if (m_whose->currentIndex() == 1)
        filters << m_whose->currentText();
    if (m_which->currentIndex() == 1)
        filters << m_which->currentText();
    m_operations->setCounts(table.total(), table.total(), {});
    if (table.rowCount() > 0)
        m_operations->showRows();
    else if (m_whose->currentIndex() == 1)
        m_operations->showNoMatch();
    else
        m_operations->showEmpty(tr("Nothing waits on this PC. What you change appears here until the centre has it."),
                                {});
    const int kept = table.rowOf(m_selected);
    if (kept >= 0)
        m_operations->table()->selectRow(kept);
    else if (table.rowCount() > 0)
        m_operations->table()->selectRow(0);
    showSelected();
    m_tabs->setTabText(0, table.total() > 0 ? tr("Changes (%1)").arg(countForPeople(table.total())) : tr("Changes"));
    m_print->setEnabled(table.rowCount() > 0);
}

void SyncPage::dressConflicts()
{
    const int count = m_controller.conflicts().rowCount();
    m_conflicts->setCounts(count, count, {});
    if (count > 0)
        m_conflicts->showRows();
    else
        m_conflicts->showEmpty(tr("No change collides with one at the centre."), {});
    m_decide->setVisible(count > 0);
    if (count > 0 && m_conflicts->selectedRows().isEmpty())
        m_conflicts->table()->selectRow(0);
    m_tabs->setTabText(1, count > 0 ? tr("Needs a decision (%1)").arg(countForPeople(count)) : tr("Needs a decision"));
}

void SyncPage::fillLog()
{
    m_log->clear();
    const QList<Message> notices = m_parts.log ? m_parts.log->messages() : QList<Message>();
    for (const Message& notice : notices) {
        QString text = notice.text;
        if (!notice.code.isEmpty())
            text = tr("%1 (%2)", "message and its code").arg(text, notice.code);
        if (notice.at.isValid())
            text = instantForPeople(notice.at) + QStringLiteral("　") + text;
        m_log->addItem(text);
    }
    if (notices.isEmpty())
        m_log->addItem(tr("No notices yet since the program was started."));
}

void SyncPage::showSelected()
{
    const QList<int> rows = m_operations->selectedRows();
    const OperationRow* row = rows.isEmpty() ? nullptr : m_controller.operations().at(rows.first());
    if (row)
        m_selected = row->opId;
    m_detail->setOperation(row ? std::optional(*row) : std::nullopt);
}

void SyncPage::go(const OperationRow& row)
{
    switch (row.nextAction) {
    case NextAction::SignIn:
        Q_EMIT signInRequested();
        break;
    case NextAction::StepUp:
        askPassword();
        break;
    case NextAction::Decide: {
        for (int i = 0; i < m_controller.conflicts().rowCount(); ++i) {
            if (m_controller.conflicts().at(i)->opId == row.opId || m_controller.conflicts().at(i)->rowId == row.rowId) {
                openConflict(i);
                return;
            }
        }
        m_tabs->setCurrentIndex(1);
        break;
    }
    case NextAction::CorrectAndSave:
        Q_EMIT pageRequested(row.entity == Entity::User ? QStringLiteral("users") : QStringLiteral("vaccinations"),
                             row.rowId.toString(QUuid::WithoutBraces));
        break;
    default:
        break;
    }
}

void SyncPage::askWithdraw(const OperationRow& row)
{
    Question question;
    question.title = tr("Take back this change?");
    question.consequence = row.kind == OperationKind::Create
        ? tr("The new entry disappears from this PC. It was never sent to the centre.")
        : tr("The values before the change are shown again. The centre never sees the change.");
    question.details = QStringList{SyncWords::row(row.entity, row.rowTitle), m_parts.words.summary(row)};
    question.verb = tr("Take back");
    m_parts.questions.ask(this, question, [this, id = row.opId](Answer answer) {
        if (answer == Answer::Accepted)
            m_controller.withdraw(id);
    });
}

void SyncPage::sayDecided()
{
    messages()->show(Message::Kind::Success, tr("The decision is saved and goes to the centre as a new change."));
}

void SyncPage::askPassword()
{
    if (m_password)
        return;
    const int waiting = m_controller.status().counts.waitingStepUp;
    m_password = new PasswordDialog(tr("Release waiting changes"),
                                    tr("%n change(s) to users wait for your password. Typing it sends them.", nullptr,
                                       waiting),
                                    tr("Release and send"), this);
    m_password->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_password, &PasswordDialog::passwordEntered, this, [this](const QString& typed) {
        m_password->setBusy(true);
        QString text = normalisePassword(typed);
        const SecretBuffer password = SecretBuffer::fromText(text);
        wipeText(text);
        m_controller.stepUp(password);
    });
    m_password->open();
}

void SyncPage::openConflict(int row)
{
    if (const ConflictRow* conflict = m_controller.conflicts().at(row))
        Q_EMIT pageRequested(QStringLiteral("conflict"), conflict->id.toString(QUuid::WithoutBraces));
}

void SyncPage::print()
{
    Sheet sheet;
    sheet.head.title = tr("Changes waiting on this PC");
    sheet.head.municipality = m_parts.desk.municipality();
    sheet.head.filter = m_whose->currentIndex() == 1 ? m_whose->currentText() : QString();
    sheet.head.asOf = SyncWords::lastSync(m_controller.status());
    sheet.head.author = m_parts.desk.personName();
    sheet.head.unsent = m_controller.status().counts.unsent;
    sheet.table = tableOf(*m_operations->table());
    m_parts.questions.print(this, sheet.head.title, [sheet](QPrinter& printer) { paint(sheet, printer); });
}

void SyncPage::retranslate()
{
    setTitle(tr("Synchronisation"));
    m_tabs->tabBar()->setAccessibleName(title());
    setPurpose(tr("What you change is kept on this PC and sent to the centre by itself. Here you see what still waits, "
                  "why, and what to do."));
    m_print->setText(tr("Print…"));
    m_whose->setItemText(0, tr("Everything on this PC"));
    m_whose->setItemText(1, tr("Only mine"));
    m_whose->setAccessibleName(tr("Whose changes"));
    m_which->setItemText(0, tr("Only what still waits"));
    m_which->setItemText(1, tr("Also what the centre has"));
    m_which->setAccessibleName(tr("Which changes"));
    m_decide->setText(tr("Compare and decide…"));
    m_tabs->setTabText(2, tr("Notices"));
    m_log->setAccessibleName(tr("Notices"));
    m_controller.operations().retranslate();
    m_controller.conflicts().retranslate();
    dressStatus();
    dressAttention();
    if (m_operations->state() != ListPanel::State::Loading)
        dressOperations();
    else
        m_tabs->setTabText(0, tr("Changes"));
    if (m_conflicts->state() != ListPanel::State::Loading)
        dressConflicts();
    else
        m_tabs->setTabText(1, tr("Needs a decision"));
    fillLog();
}

} // namespace yoyo
