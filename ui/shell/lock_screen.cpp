// SPDX-License-Identifier: Apache-2.0
// See lock_screen.h.
#include "ui/shell/lock_screen.h"

#include "ui/widgets/appearance.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/page.h"
#include "ui/widgets/password_field.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace yoyo {

LockScreen::LockScreen(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("lock"));
    auto* across = new QHBoxLayout(this);
    across->addStretch(1);
    auto* box = new QWidget(this);
    box->setMinimumWidth(420);
    box->setMaximumWidth(480);
    auto* column = new QVBoxLayout(box);
    column->setSpacing(space::group);
    column->addStretch(2);
    auto* picture = new QLabel(box);
    picture->setPixmap(icon(QStringLiteral("lock"), IconTone::Action).pixmap(QSize(40, 40), devicePixelRatioF()));
    column->addWidget(picture);
    m_title = new QLabel(box);
    setTextKind(m_title, TextKind::Title);
    column->addWidget(m_title);
    m_text = new QLabel(box);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    column->addWidget(m_text);
    m_password = new PasswordField(box);
    m_field = new FormField(QStringLiteral("password"), m_password, box);
    column->addWidget(m_field);
    auto* row = new QHBoxLayout;
    m_signOut = makeButton(ButtonRole::Normal, box);
    m_unlock = makeButton(ButtonRole::Primary, box);
    row->addWidget(m_signOut);
    row->addStretch(1);
    row->addWidget(m_unlock);
    column->addLayout(row);
    column->addStretch(3);
    across->addWidget(box, 2);
    across->addStretch(1);
    connect(m_unlock, &QPushButton::clicked, this, &LockScreen::ask);
    connect(m_password, &PasswordField::returnPressed, this, &LockScreen::ask);
    connect(m_signOut, &QPushButton::clicked, this, &LockScreen::signOutRequested);
    retranslate();
}

void LockScreen::setUser(const ShellUser& user)
{
    m_user = user;
    retranslate();
}

void LockScreen::prepare()
{
    m_password->clear();
    m_field->clearProblem();
    m_unlock->setEnabled(true);
    m_password->setFocus();
}

void LockScreen::ask()
{
    if (m_password->text().isEmpty())
        return;
    m_unlock->setEnabled(false);
    Q_EMIT unlockRequested(m_password->text());
}

void LockScreen::showRefused(const QString& reason)
{
    m_password->clear();
    m_unlock->setEnabled(true);
    m_field->showProblem({reason, {}, {}, {}, false, false});
    m_password->setFocus();
}

void LockScreen::retranslate()
{
    m_title->setText(tr("The screen is locked"));
    m_text->setText(tr("Signed in: %1. Your work is as you left it. Type your password to go on.").arg(m_user.name));
    m_field->setLabel(tr("Password"));
    m_unlock->setText(tr("Go on"));
    m_signOut->setText(tr("Sign out"));
    setAccessibleName(m_title->text());
}

void LockScreen::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace yoyo
