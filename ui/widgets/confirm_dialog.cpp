// SPDX-License-Identifier: Apache-2.0
// See confirm_dialog.h.
#include "ui/widgets/confirm_dialog.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/page.h"
#include "ui/widgets/password_field.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace yoyo {

static QHBoxLayout* headOf(QDialog* dialog, QVBoxLayout* column, const QString& title, const QString& iconName,
                           IconTone tone)
{
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    auto* picture = new QLabel(dialog);
    picture->setPixmap(icon(iconName, tone).pixmap(QSize(24, 24), dialog->devicePixelRatioF()));
    head->addWidget(picture, 0, Qt::AlignTop);
    auto* label = new QLabel(title, dialog);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    setTextKind(label, TextKind::Section);
    head->addWidget(label, 1);
    column->addLayout(head);
    return head;
}

ConfirmDialog::ConfirmDialog(const Question& question, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(question.title);
    setModal(true);
    setMinimumWidth(480);
    const bool isDestructive = question.kind == Question::Kind::Destructive;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::page, 20, space::page, 20);
    column->setSpacing(12);
    headOf(this, column, question.title, isDestructive ? QStringLiteral("warning") : QStringLiteral("help"),
           isDestructive ? IconTone::Error : IconTone::Action);
    auto* text = new QLabel(question.consequence, this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setVisible(!question.consequence.isEmpty());
    column->addWidget(text);
    setAccessibleDescription(question.consequence);
    if (!question.details.isEmpty()) {
        auto* list = new QListWidget(this);
        list->addItems(question.details);
        list->setSelectionMode(QAbstractItemView::NoSelection);
        list->setAccessibleName(question.title);
        list->setMaximumHeight(qMin(6, int(question.details.size())) * space::rowHeight + 6);
        column->addWidget(list);
    }
    QLineEdit* typed = nullptr;
    if (!question.toBeTyped.isEmpty()) {
        typed = new QLineEdit(this);
        auto* field = new FormField(QStringLiteral("typed"), typed, this);
        field->setLabel(tr("Type “%1” to go on").arg(question.toBeTyped));
        column->addWidget(field);
    }
    column->addSpacing(space::related);
    auto* row = new QHBoxLayout;
    row->setSpacing(space::related);
    QPushButton* alternative = nullptr;
    if (!question.alternative.isEmpty()) {
        alternative = makeButton(ButtonRole::Normal, this);
        alternative->setText(question.alternative);
        row->addWidget(alternative);
    }
    row->addStretch(1);
    auto* refuse = makeButton(ButtonRole::Normal, this);
    refuse->setText(question.refusal.isEmpty() ? tr("Do not do it") : question.refusal);
    row->addWidget(refuse);
    m_accept = makeButton(isDestructive ? ButtonRole::Danger : ButtonRole::Primary, this);
    m_accept->setText(question.verb);
    m_accept->setObjectName(QStringLiteral("confirmAccept"));
    row->addWidget(m_accept);
    column->addLayout(row);
    connect(refuse, &QPushButton::clicked, this, [this] { finish(Answer::Refused); });
    connect(m_accept, &QPushButton::clicked, this, [this] { finish(Answer::Accepted); });
    if (alternative)
        connect(alternative, &QPushButton::clicked, this, [this] { finish(Answer::Alternative); });
    connect(this, &QDialog::rejected, this, [this] { finish(Answer::Refused); });
    if (typed) {
        m_accept->setEnabled(false);
        connect(typed, &QLineEdit::textChanged, m_accept, [this, want = question.toBeTyped](const QString& now) {
            m_accept->setEnabled(now.normalized(QString::NormalizationForm_KC).trimmed() ==
                                 want.normalized(QString::NormalizationForm_KC));
        });
        typed->setFocus();
    } else if (isDestructive) {
        refuse->setFocus();
    } else {
        m_accept->setDefault(true);
        m_accept->setFocus();
    }
}

void ConfirmDialog::finish(Answer answer)
{
    if (m_isAnswered)
        return;
    m_isAnswered = true;
    Q_EMIT answered(answer);
    done(answer == Answer::Refused ? Rejected : Accepted);
}

PasswordDialog::PasswordDialog(const QString& title, const QString& reason, const QString& verb, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(title);
    setModal(true);
    setMinimumWidth(480);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::page, 20, space::page, 20);
    column->setSpacing(12);
    headOf(this, column, title, QStringLiteral("lock"), IconTone::Action);
    auto* text = new QLabel(reason, this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    column->addWidget(text);
    m_field = new PasswordField(this);
    m_row = new FormField(QStringLiteral("password"), m_field, this);
    m_row->setLabel(tr("Password"));
    column->addWidget(m_row);
    column->addSpacing(space::related);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    auto* refuse = makeButton(ButtonRole::Normal, this);
    refuse->setText(tr("Cancel"));
    row->addWidget(refuse);
    m_accept = makeButton(ButtonRole::Primary, this);
    m_accept->setObjectName(QStringLiteral("stepUpAccept"));
    m_accept->setText(verb);
    m_accept->setDefault(true);
    row->addWidget(m_accept);
    column->addLayout(row);
    connect(refuse, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_accept, &QPushButton::clicked, this, [this] {
        if (m_field->text().isEmpty())
            showRefused(tr("Type your password."));
        else
            Q_EMIT passwordEntered(m_field->text());
    });
    m_field->setFocus();
}

void PasswordDialog::showRefused(const QString& text)
{
    setBusy(false);
    m_field->clear();
    m_row->showProblem({text, {}, {}, {}, false, false});
    m_field->setFocus();
    // The sentence may take lines the dialog does not have yet.
    layout()->activate();
    const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
    if (wanted > height())
        resize(width(), wanted);
}

void PasswordDialog::setBusy(bool busy)
{
    m_accept->setEnabled(!busy);
    m_field->setEnabled(!busy);
}

} // namespace yoyo
