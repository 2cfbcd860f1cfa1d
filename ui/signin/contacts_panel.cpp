// SPDX-License-Identifier: Apache-2.0
// See contacts_panel.h.
#include "ui/signin/contacts_panel.h"

#include "ui/signin/form_column.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/page.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace yoyo {

ContactsPanel::ContactsPanel(SignInController& controller, QWidget* parent) : QFrame(parent), m_controller(controller)
{
    setObjectName(QStringLiteral("contacts"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 20);
    column->setSpacing(space::half);
    const auto title = [this, column] {
        auto* label = new QLabel(this);
        QFont bold = label->font();
        bold.setBold(true);
        label->setFont(bold);
        label->setWordWrap(true);
        column->addWidget(label);
        return label;
    };
    m_heading = new QLabel(this);
    m_heading->setWordWrap(true);
    setTextKind(m_heading, TextKind::Section);
    column->addWidget(m_heading);
    column->addSpacing(space::related);
    m_administratorsTitle = title();
    m_administrators = makeText(this);
    m_administrators->setObjectName(QStringLiteral("administrators"));
    column->addWidget(m_administrators);
    column->addSpacing(12);
    m_helpdeskTitle = title();
    m_helpdesk = makeText(this);
    m_helpdesk->setObjectName(QStringLiteral("helpdesk"));
    column->addWidget(m_helpdesk);

    m_ownersBox = new QWidget(this);
    auto* owners = new QVBoxLayout(m_ownersBox);
    owners->setContentsMargins(0, 12, 0, 0);
    owners->setSpacing(space::half);
    m_ownersTitle = new QLabel(m_ownersBox);
    m_ownersTitle->setWordWrap(true);
    QFont bold = m_ownersTitle->font();
    bold.setBold(true);
    m_ownersTitle->setFont(bold);
    owners->addWidget(m_ownersTitle);
    m_owners = new QVBoxLayout;
    m_owners->setSpacing(0);
    owners->addLayout(m_owners);
    column->addWidget(m_ownersBox);

    column->addSpacing(12);
    column->addWidget(makeHairline(this));
    column->addSpacing(space::half);
    const auto way = [this, column](const char* name, SignInStep step) {
        auto* button = makeButton(ButtonRole::Link, this);
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, [this, step] { m_controller.show(step); });
        column->addWidget(button, 0, Qt::AlignLeft);
        return button;
    };
    m_forgottenPassword = way("forgottenPassword", SignInStep::ForgottenPassword);
    m_forgottenId = way("forgottenId", SignInStep::ForgottenId);
    m_guide = way("guide", SignInStep::Guide);
    m_service = way("service", SignInStep::Connect);
    column->addStretch(1);

    connect(&m_controller, &SignInController::memoryChanged, this, &ContactsPanel::retranslate);
    connect(&m_controller, &SignInController::stepChanged, this, &ContactsPanel::retranslate);
    retranslate();
}

void ContactsPanel::retranslate()
{
    const auto office = m_controller.office();
    m_heading->setText(tr("When you need help"));
    m_administratorsTitle->setText(office && !office->name.isEmpty() ? tr("Administrators of %1").arg(office->name)
                                                                     : tr("Administrators of your office"));
    m_administrators->setText(ContactText::administrators(office ? office->administrators : QList<OfficeContact>()));
    m_helpdeskTitle->setText(tr("Helpdesk"));
    m_helpdesk->setText(ContactText::helpdesk(office ? std::optional(office->helpdesk) : std::nullopt));
    m_ownersTitle->setText(tr("Unsent work on this PC"));
    m_forgottenPassword->setText(tr("I forgot my password"));
    m_forgottenId->setText(tr("I forgot my user ID"));
    m_guide->setText(tr("I cannot sign in"));
    m_service->setText(tr("Service address"));
    const bool isConnected = !m_controller.desk().profile().address.isEmpty();
    const bool isFree = m_controller.step() != SignInStep::NewPassword && m_controller.step() != SignInStep::Notes;
    m_forgottenPassword->setVisible(isConnected && isFree);
    m_forgottenId->setVisible(isConnected && isFree);
    m_guide->setVisible(isFree);
    m_service->setVisible(isConnected && isFree);
    fillOwners();
}

void ContactsPanel::fillOwners()
{
    while (QLayoutItem* item = m_owners->takeAt(0)) {
        // It may be the one that was just clicked.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    bool isAnyUnsent = false;
    for (const StoreOwner& owner : m_controller.memory().owners) {
        if (owner.unsent <= 0)
            continue;
        isAnyUnsent = true;
        auto* button = makeButton(ButtonRole::Link, this);
        button->setText(tr("%1 (%2): %n unsent", nullptr, owner.unsent).arg(owner.name(), owner.loginId));
        button->setToolTip(tr("Sign in as this person"));
        connect(button, &QPushButton::clicked, this, [this, id = owner.loginId] {
            m_controller.showSignInOf(id);
        });
        m_owners->addWidget(button, 0, Qt::AlignLeft);
    }
    const bool isFree = m_controller.step() != SignInStep::NewPassword && m_controller.step() != SignInStep::Notes;
    m_ownersBox->setVisible(isAnyUnsent && isFree);
}

void ContactsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void ContactsPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorsOf(this).surfaceSubtle);
    painter.drawRoundedRect(rect(), 8, 8);
}

} // namespace yoyo
