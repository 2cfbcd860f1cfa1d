// SPDX-License-Identifier: Apache-2.0
// See operation_detail.h.
#include "ui/sync/operation_detail.h"

#include "ui/widgets/appearance.h"
#include "ui/widgets/language.h"
#include "ui/widgets/page.h"
#include "ui/widgets/wrap_layout.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace yoyo {

static QLabel* wrapped(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

static void embolden(QLabel* label)
{
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
}

OperationDetail::OperationDetail(const SyncWords& words, const ErrorPresenter& presenter, QWidget* parent)
    : QFrame(parent), m_words(words), m_presenter(presenter)
{
    setObjectName(QStringLiteral("operationDetail"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(space::group, 0, 0, 0);
    m_nothing = wrapped(this);
    setSecondary(m_nothing);
    outer->addWidget(m_nothing);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_body = new QWidget(scroll);
    scroll->setWidget(m_body);
    outer->addWidget(scroll, 1);
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, space::related, 0);
    column->setSpacing(space::related);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::related);
    m_title = wrapped(m_body);
    setTextKind(m_title, TextKind::Section);
    m_badge = new Badge(m_body);
    head->addWidget(m_title, 1);
    head->addWidget(m_badge, 0, Qt::AlignTop);
    column->addLayout(head);
    m_madeBy = wrapped(m_body);
    setTextKind(m_madeBy, TextKind::Small);
    setSecondary(m_madeBy);
    column->addWidget(m_madeBy);
    m_changes = new QWidget(m_body);
    m_grid = new QGridLayout(m_changes);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(space::half);
    column->addWidget(m_changes);
    column->addWidget(makeHairline(m_body));
    const auto section = [this, column] {
        auto* label = new QLabel(m_body);
        embolden(label);
        column->addWidget(label);
        return label;
    };
    m_reasonTitle = section();
    m_reason = wrapped(m_body);
    column->addWidget(m_reason);
    m_problem = wrapped(m_body);
    m_problem->setObjectName(QStringLiteral("problem"));
    QPalette palette = m_problem->palette();
    palette.setColor(QPalette::WindowText, colorsOf(this).errorDark);
    m_problem->setPalette(palette);
    column->addWidget(m_problem);
    m_code = makeButton(ButtonRole::Link, m_body);
    column->addWidget(m_code, 0, Qt::AlignLeft);
    m_nextTitle = section();
    m_next = wrapped(m_body);
    m_next->setObjectName(QStringLiteral("next"));
    column->addWidget(m_next);
    auto* buttons = new WrapLayout(WrapLayout::Side::Right);
    m_withdraw = makeButton(ButtonRole::Normal, m_body);
    m_withdraw->setObjectName(QStringLiteral("withdraw"));
    m_go = makeButton(ButtonRole::Primary, m_body);
    m_go->setObjectName(QStringLiteral("go"));
    buttons->addWidget(m_withdraw);
    buttons->addWidget(m_go);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(m_code, &QPushButton::clicked, this, [this] { Q_EMIT helpRequested(m_codeHelp); });
    connect(m_withdraw, &QPushButton::clicked, this, [this] {
        if (m_row)
            Q_EMIT withdrawRequested(*m_row);
    });
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (m_row)
            Q_EMIT nextRequested(*m_row);
    });
    dress();
}

void OperationDetail::setOperation(const std::optional<OperationRow>& row)
{
    m_row = row;
    dress();
}

void OperationDetail::fillChanges()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const bool isNew = m_row->kind == OperationKind::Create;
    // The item over its values: side by side, a mail address would be wider than the pane.
    int row = 0;
    const auto value = [this, &row](const QString& caption, const QString& text, bool isBold) {
        QLabel* small = wrapped(m_changes);
        small->setWordWrap(false);
        small->setText(caption);
        setTextKind(small, TextKind::Small);
        setSecondary(small);
        m_grid->addWidget(small, row, 0, Qt::AlignTop);
        QLabel* label = wrapped(m_changes);
        label->setText(text);
        if (isBold)
            embolden(label);
        m_grid->addWidget(label, row++, 1, Qt::AlignTop);
    };
    for (const FieldDifference& change : std::as_const(m_row->changes)) {
        QLabel* name = wrapped(m_changes);
        name->setText(m_words.field(m_row->entity, change.field));
        if (m_row->problem && m_row->problem->pointer == change.field)
            embolden(name);
        m_grid->addWidget(name, row++, 0, 1, 2);
        if (!isNew)
            value(tr("Before"), m_words.value(m_row->entity, change.field, change.before), false);
        value(isNew ? tr("Value") : tr("After"), m_words.value(m_row->entity, change.field, change.after), true);
    }
    m_grid->setColumnStretch(1, 1);
    m_changes->setVisible(!m_row->changes.isEmpty());
}

void OperationDetail::dress()
{
    m_nothing->setText(tr("Choose a line to see what changes, why it waits and what to do next."));
    m_nothing->setVisible(!m_row);
    m_body->setVisible(m_row.has_value());
    if (!m_row)
        return;
    m_title->setText(SyncWords::row(m_row->entity, m_row->rowTitle));
    m_badge->setBadge(SyncWords::stateBadge(m_row->state), SyncWords::state(m_row->state));
    const QString author = m_row->authorName.isEmpty() ? tr("a person this PC does not know") : m_row->authorName;
    QString made = tr("%1 by %2, %3", "kind of change, author, time")
                       .arg(SyncWords::kind(m_row->kind), author, instantForPeople(m_row->madeAt));
    if (!m_row->reason.isEmpty())
        made += QLatin1Char('\n') + tr("Reason given: %1").arg(m_row->reason);
    m_madeBy->setText(made);
    fillChanges();
    m_reasonTitle->setText(tr("Why it is here"));
    m_reason->setText(SyncWords::stateReason(*m_row));
    m_problem->setVisible(m_row->problem.has_value());
    m_code->setVisible(m_row->problem.has_value());
    if (m_row->problem) {
        const Presented presented = m_presenter.present(*m_row->problem);
        const QString field = m_row->problem->pointer;
        m_problem->setText(field.isEmpty()
                               ? presented.sentence()
                               : tr("%1: %2", "field and its problem").arg(m_words.field(m_row->entity, field), presented.sentence()));
        m_codeHelp = presented.helpId;
        m_code->setText(tr("Code %1: what it means").arg(presented.code));
    }
    m_nextTitle->setText(tr("What to do next"));
    m_next->setText(SyncWords::nextStep(*m_row));
    const QString button = SyncWords::nextButton(m_row->nextAction);
    m_go->setText(button);
    m_go->setVisible(!button.isEmpty());
    m_withdraw->setText(tr("Take back"));
    m_withdraw->setToolTip(tr("The change disappears from this PC as if it had not been made"));
    m_withdraw->setVisible(m_row->canWithdraw);
}

void OperationDetail::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        dress();
    QFrame::changeEvent(event);
}

} // namespace yoyo
