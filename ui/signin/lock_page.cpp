// SPDX-License-Identifier: Apache-2.0
// See lock_page.h.
#include "ui/signin/lock_page.h"

#include "ui/signin/sign_in_page.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/password_field.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace yoyo {

LockPage::LockPage(const ErrorPresenter& presenter, QWidget* parent) : QWidget(parent), m_presenter(presenter)
{
    setObjectName(QStringLiteral("lock"));
    auto* outer = new QVBoxLayout(this);
    outer->addStretch(2);
    auto* middle = new QHBoxLayout;
    middle->addStretch(1);
    auto* card = new QWidget(this);
    card->setFixedWidth(480);
    auto* column = new QVBoxLayout(card);
    column->setSpacing(space::group);
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    auto* picture = new QLabel(card);
    picture->setPixmap(icon(QStringLiteral("lock"), IconTone::Action).pixmap(QSize(24, 24), devicePixelRatioF()));
    m_title = new QLabel(card);
    setTextKind(m_title, TextKind::Title);
    head->addWidget(picture);
    head->addWidget(m_title, 1);
    column->addLayout(head);
    m_who = makeText(card);
    column->addWidget(m_who);
    m_password = new PasswordField(card);
    m_field = new FormField(QStringLiteral("password"), m_password, card);
    column->addWidget(m_field);
    m_kept = makeText(card);
    setTextKind(m_kept, TextKind::Small);
    setSecondary(m_kept);
    column->addWidget(m_kept);
    QHBoxLayout* row = addButtonRow(column);
    m_signOut = makeButton(ButtonRole::Normal, card);
    m_signOut->setObjectName(QStringLiteral("signOut"));
    m_unlock = makeButton(ButtonRole::Primary, card);
    m_unlock->setObjectName(QStringLiteral("unlock"));
    row->addWidget(m_signOut);
    row->addWidget(m_unlock);
    middle->addWidget(card);
    middle->addStretch(1);
    outer->addLayout(middle);
    outer->addStretch(3);
    connect(m_password, &PasswordField::returnPressed, this, &LockPage::submit);
    connect(m_unlock, &QPushButton::clicked, this, &LockPage::submit);
    connect(m_signOut, &QPushButton::clicked, this, &LockPage::signOutRequested);
    retranslate();
}

void LockPage::setPerson(const QString& name, const QString& loginId, int unsent)
{
    m_name = name;
    m_loginId = loginId;
    m_unsent = unsent;
    retranslate();
}

void LockPage::entered()
{
    m_password->clear();
    m_field->clearProblem();
    m_password->setFocus();
}

void LockPage::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_unlock->setEnabled(!isBusy);
    m_signOut->setEnabled(!isBusy);
    m_password->setEnabled(!isBusy);
    retranslate();
    if (!isBusy)
        m_password->setFocus();
}

void LockPage::showRefused(const Error& error)
{
    m_password->clear();
    Presented presented = m_presenter.present(error);
    if (error.code == ErrorCode::CredentialsInvalid || error.code == ErrorCode::StoreKeyWrong)
        presented = {tr("The password is wrong."), {}, error.codeText(), presented.helpId};
    m_field->showProblem(presented);
    m_password->setFocus();
}

void LockPage::submit()
{
    if (m_isBusy)
        return;
    if (m_password->text().isEmpty()) {
        m_field->showProblem({tr("Type your password."), {}, {}, {}});
        return;
    }
    const SecretBuffer password = secretOf(*m_password);
    m_password->clear();
    Q_EMIT unlockRequested(password);
}

void LockPage::retranslate()
{
    m_title->setText(tr("Locked"));
    setAccessibleName(m_title->text());
    m_who->setText(tr("%1 (%2) is signed in. Type the password to go on where you were.").arg(m_name, m_loginId));
    m_field->setLabel(tr("Password"));
    m_kept->setText(m_unsent > 0
                        ? tr("Somebody else can sign in: your %n unsent change(s) stay on this PC.", nullptr, m_unsent)
                        : tr("Somebody else can sign in; nothing of yours is lost."));
    m_signOut->setText(tr("Sign out"));
    m_unlock->setText(m_isBusy ? tr("Checking…") : tr("Unlock"));
}

void LockPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LockPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), colorsOf(this).surface);
}

} // namespace yoyo
