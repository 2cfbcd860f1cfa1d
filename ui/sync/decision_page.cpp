// SPDX-License-Identifier: Apache-2.0
// See decision_page.h.
#include "ui/sync/decision_page.h"

#include "models/domain/when_done.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/band.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/print_sheet.h"
#include "ui/widgets/questions.h"

#include <QAction>
#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPrinter>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace yoyo {

DecisionController::DecisionController(SyncDesk& desk, QObject* parent) : QObject(parent), m_desk(desk) {}

void DecisionController::choose(const QString& group, Side side)
{
    m_choices.insert(group, side);
}

QStringList DecisionController::undecided() const
{
    QStringList groups;
    if (!m_conflict)
        return groups;
    for (const ConflictGroup& group : m_conflict->groups) {
        if (group.needsChoice && !m_choices.contains(group.group))
            groups.append(group.group);
    }
    return groups;
}

void DecisionController::load(const QUuid& id)
{
    if (id != m_id)
        m_choices.clear();
    m_id = id;
    m_conflict.reset();
    reload();
}

void DecisionController::reload()
{
    whenDone(m_desk.conflict(m_id), this, [this, id = m_id](const Result<ConflictRow>& row) {
        if (id != m_id)
            return;
        if (!row) {
            Q_EMIT loadFailed(row.error());
            return;
        }
        m_conflict = *row;
        Q_EMIT loaded();
    });
}

void DecisionController::decide(const QString& reason)
{
    if (m_isBusy || !m_conflict)
        return;
    if (const QStringList left = undecided(); !left.isEmpty()) {
        Q_EMIT undecidedLeft(left);
        return;
    }
    m_isBusy = true;
    Q_EMIT busyChanged();
    whenDone(m_desk.decide(m_conflict->id, m_conflict->theirsVer, m_choices, reason), this,
             [this](const Result<void>& result) {
                 m_isBusy = false;
                 Q_EMIT busyChanged();
                 if (result) {
                     m_choices.clear();
                     Q_EMIT decided();
                 } else if (result.error().code == ErrorCode::SupersededDecision) {
                     // What was chosen was chosen against other values: it is asked again.
                     m_choices.clear();
                     Q_EMIT superseded(result.error());
                     reload();
                 } else {
                     Q_EMIT decideFailed(result.error());
                 }
             });
}

DecisionPage::DecisionPage(SyncDesk& desk, const SyncWords& words, const ErrorPresenter& presenter,
                           Questions& questions, QWidget* parent)
    : Page(QStringLiteral("conflict"), Body::Scrolling, parent), m_words(words), m_presenter(presenter),
      m_questions(questions), m_controller(desk)
{
    m_trouble = new Band(Band::Kind::Error, this);
    m_trouble->setObjectName(QStringLiteral("trouble"));
    m_trouble->hide();
    addBand(m_trouble);
    m_moved = new Band(Band::Kind::Warning, this);
    m_moved->setObjectName(QStringLiteral("moved"));
    m_moved->hide();
    addBand(m_moved);
    m_state = new QLabel(this);
    m_state->setWordWrap(true);
    content()->addWidget(m_state);
    m_about = new QLabel(this);
    m_about->setWordWrap(true);
    m_about->setTextFormat(Qt::PlainText);
    content()->addWidget(m_about);
    m_groups = new QVBoxLayout;
    m_groups->setSpacing(12);
    content()->addLayout(m_groups);
    m_reason = new QLineEdit(this);
    m_reason->setMaxLength(200);
    m_reasonField = new FormField(QStringLiteral("reason"), m_reason, this);
    m_reasonField->setWidthInCharacters(80);
    content()->addWidget(m_reasonField);
    content()->addStretch(1);
    m_print = new QAction(icon(QStringLiteral("print")), {}, this);
    m_print->setObjectName(QStringLiteral("print"));
    m_print->setShortcut(QKeySequence::Print);
    addTool(m_print);
    m_decide = makeButton(ButtonRole::Primary, this);
    m_decide->setObjectName(QStringLiteral("decide"));
    setMainButton(m_decide);
    m_back = makeButton(ButtonRole::Normal, this);
    addSideButton(m_back);

    connect(m_decide, &QPushButton::clicked, this, [this] {
        m_trouble->hide();
        m_controller.decide(m_reason->text().trimmed());
    });
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT pageRequested(QStringLiteral("sync"), {}); });
    connect(m_print, &QAction::triggered, this, &DecisionPage::print);
    connect(&m_controller, &DecisionController::loaded, this, &DecisionPage::build);
    connect(&m_controller, &DecisionController::busyChanged, this, [this] {
        m_decide->setEnabled(!m_controller.isBusy());
    });
    connect(&m_controller, &DecisionController::loadFailed, this, [this](const Error& error) {
        m_state->hide();
        m_trouble->setText(m_presenter.present(error).full());
        m_trouble->show();
    });
    connect(&m_controller, &DecisionController::decideFailed, this, [this](const Error& error) {
        m_trouble->setText(m_presenter.present(error).full());
        m_trouble->show();
    });
    connect(&m_controller, &DecisionController::undecidedLeft, this, [this](const QStringList& left) {
        Error error(ErrorCode::DecisionMissing);
        error.params.insert(QStringLiteral("group"), SyncWords::group(m_controller.conflict()->entity, left.first()));
        m_trouble->setText(m_presenter.present(error).full());
        m_trouble->show();
        bool isFirst = true;
        for (const Group& group : std::as_const(m_shown)) {
            group.missing->setVisible(left.contains(group.name));
            if (left.contains(group.name) && isFirst) {
                group.local->setFocus();
                isFirst = false;
            }
        }
    });
    connect(&m_controller, &DecisionController::superseded, this, [this](const Error& error) {
        m_moved->setText(m_presenter.present(error).full());
        m_moved->show();
    });
    connect(&m_controller, &DecisionController::decided, this, [this] {
        m_reason->clear();
        Q_EMIT settled();
        Q_EMIT pageRequested(QStringLiteral("sync"), {});
    });
    retranslate();
}

void DecisionPage::openConflict(const QUuid& id)
{
    m_trouble->hide();
    m_moved->hide();
    m_state->show();
    m_controller.load(id);
}

bool DecisionPage::mayLeave()
{
    // Choices are kept by the controller and shown again; nothing is lost by looking something up elsewhere.
    return !m_controller.isBusy();
}

void DecisionPage::build()
{
    m_state->hide();
    for (const Group& group : std::as_const(m_shown))
        delete group.card;
    m_shown.clear();
    while (QLayoutItem* item = m_groups->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const ConflictRow& conflict = *m_controller.conflict();
    for (const ConflictGroup& group : conflict.groups) {
        if (group.needsChoice)
            addGroup(conflict, group);
    }
    for (const ConflictGroup& group : conflict.groups) {
        if (!group.needsChoice)
            addGroup(conflict, group);
    }
    dress();
    if (!m_shown.isEmpty() && m_shown.first().local)
        m_shown.first().local->setFocus();
}

void DecisionPage::addGroup(const ConflictRow& conflict, const ConflictGroup& group)
{
    Group shown;
    shown.name = group.group;
    shown.card = new QFrame(this);
    shown.card->setObjectName(QStringLiteral("group_") + group.group);
    auto* column = new QVBoxLayout(shown.card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    auto* head = new QHBoxLayout;
    shown.title = new QLabel(shown.card);
    setTextKind(shown.title, TextKind::Section);
    shown.missing = new QLabel(shown.card);
    QPalette red = shown.missing->palette();
    red.setColor(QPalette::WindowText, colorsOf(this).errorDark);
    shown.missing->setPalette(red);
    shown.missing->hide();
    head->addWidget(shown.title);
    head->addWidget(shown.missing);
    head->addStretch(1);
    column->addLayout(head);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(space::group);
    grid->setVerticalSpacing(6);
    const auto cell = [&](int row, int at, const QString& text, bool isBold) {
        auto* label = new QLabel(text, shown.card);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        QFont font = label->font();
        font.setBold(isBold);
        label->setFont(font);
        grid->addWidget(label, row, at, Qt::AlignTop);
        return label;
    };
    const QStringList heads{tr("Item"), tr("Value before"), tr("This PC"), tr("Centre")};
    for (int i = 0; i < heads.size(); ++i)
        setSecondary(cell(0, i, heads[i], true));
    int row = 0;
    for (const ConflictField& field : group.fields) {
        const bool isSame = field.ours == field.theirs;
        ++row;
        cell(row, 0, m_words.field(conflict.entity, field.field), false);
        cell(row, 1, m_words.value(conflict.entity, field.field, field.base), false);
        cell(row, 2, m_words.value(conflict.entity, field.field, field.ours), !isSame);
        cell(row, 3, conflict.conflictClass == ConflictClass::EditDelete
                         ? tr("(deleted)")
                         : m_words.value(conflict.entity, field.field, field.theirs),
             !isSame);
    }
    if (group.needsChoice) {
        ++row;
        shown.local = new QRadioButton(shown.card);
        shown.local->setObjectName(QStringLiteral("local_") + group.group);
        shown.central = new QRadioButton(shown.card);
        shown.central->setObjectName(QStringLiteral("central_") + group.group);
        auto* choice = new QButtonGroup(shown.card);
        choice->addButton(shown.local);
        choice->addButton(shown.central);
        grid->addWidget(shown.local, row, 2);
        grid->addWidget(shown.central, row, 3);
        const auto chosen = m_controller.choices().constFind(group.group);
        if (chosen != m_controller.choices().constEnd())
            (*chosen == Side::Local ? shown.local : shown.central)->setChecked(true);
        const auto choose = [this, name = group.group, missing = shown.missing](Side side) {
            missing->hide();
            m_controller.choose(name, side);
            dress();
        };
        connect(shown.local, &QRadioButton::clicked, this, [choose] { choose(Side::Local); });
        connect(shown.central, &QRadioButton::clicked, this, [choose] { choose(Side::Central); });
    }
    grid->setColumnStretch(0, 2);
    for (int i = 1; i < heads.size(); ++i)
        grid->setColumnStretch(i, 3);
    column->addLayout(grid);
    column->addWidget(makeHairline(shown.card));
    m_groups->addWidget(shown.card);
    m_shown.append(shown);
}

void DecisionPage::dress()
{
    const auto& conflict = m_controller.conflict();
    if (!conflict)
        return;
    setTitle(tr("Decide: %1").arg(SyncWords::row(conflict->entity, conflict->rowTitle)));
    QStringList about{SyncWords::conflictKind(conflict->conflictClass)};
    if (conflict->theirsAt.isValid()) {
        about << (conflict->theirsActor.isEmpty()
                      ? tr("Changed at the centre: %1").arg(instantForPeople(conflict->theirsAt))
                      : tr("Changed at the centre: %1, by %2").arg(instantForPeople(conflict->theirsAt),
                                                                  conflict->theirsActor));
    }
    if (!conflict->isMine)
        about << tr("The change on this PC was made by another person.");
    m_about->setText(about.join(QLatin1Char('\n')));
    for (const Group& group : std::as_const(m_shown)) {
        const QString word = SyncWords::group(conflict->entity, group.name);
        group.title->setText(group.local ? word : tr("%1 (only one side changed it; nothing to decide)").arg(word));
        group.missing->setText(tr("Choose one of the two"));
        if (group.local) {
            group.local->setText(tr("Take the value of this PC"));
            group.central->setText(tr("Keep the value of the centre"));
            group.local->setAccessibleName(tr("%1: %2", "group and choice").arg(word, group.local->text()));
            group.central->setAccessibleName(tr("%1: %2", "group and choice").arg(word, group.central->text()));
        }
    }
    const int left = int(m_controller.undecided().size());
    m_decide->setText(left > 0 ? tr("Decide (%n still open)", nullptr, left) : tr("Decide like this"));
    m_decide->setVisible(conflict->state == ConflictState::Open || conflict->state == ConflictState::Superseded);
}

void DecisionPage::print()
{
    const auto& conflict = m_controller.conflict();
    if (!conflict)
        return;
    Sheet sheet;
    sheet.head.title = title();
    sheet.head.municipality = m_controller.desk().municipality();
    sheet.head.asOf = instantForPeople(conflict->foundAt);
    sheet.head.author = m_controller.desk().personName();
    sheet.table.headers = {tr("Group"), tr("Item"), tr("Value before"), tr("This PC"), tr("Centre"), tr("Decision")};
    for (const ConflictGroup& group : conflict->groups) {
        QString decision = tr("nothing to decide");
        if (group.needsChoice) {
            const auto chosen = m_controller.choices().constFind(group.group);
            decision = chosen == m_controller.choices().constEnd() ? tr("still open")
                : *chosen == Side::Local                            ? tr("This PC")
                                                                    : tr("Centre");
        }
        for (const ConflictField& field : group.fields) {
            sheet.table.rows.append({SyncWords::group(conflict->entity, group.group),
                                     m_words.field(conflict->entity, field.field),
                                     m_words.value(conflict->entity, field.field, field.base),
                                     m_words.value(conflict->entity, field.field, field.ours),
                                     m_words.value(conflict->entity, field.field, field.theirs), decision});
        }
    }
    m_questions.print(this, sheet.head.title, [sheet](QPrinter& printer) { paint(sheet, printer); });
}

void DecisionPage::retranslate()
{
    setPurpose(tr("Nothing is chosen beforehand. Compare the values and decide each group. The decision is sent to the "
                  "centre as a change of its own; the other value stays in the record."));
    m_state->setText(tr("Reading the two versions…"));
    m_reasonField->setLabel(tr("Reason"));
    m_reasonField->setSupport(tr("For whoever asks later, for example “confirmed with Ms Sato by phone”. May stay empty."));
    m_back->setText(tr("Back to the list"));
    m_print->setText(tr("Print…"));
    if (m_controller.conflict()) {
        // Column heads and values are texts too.
        build();
    } else {
        setTitle(tr("Needs a decision"));
        m_decide->setText(tr("Decide like this"));
    }
}

} // namespace yoyo
