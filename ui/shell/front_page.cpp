// SPDX-License-Identifier: Apache-2.0
// See front_page.h.
#include "ui/shell/front_page.h"

#include "ui/shell/front_door.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/band.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace yoyo {

FrontPage::FrontPage(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("page_start"));
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll);
    auto* sheet = new QWidget(scroll);
    scroll->setWidget(sheet);
    auto* across = new QHBoxLayout(sheet);
    across->setContentsMargins(space::page, space::page, space::page, space::page);
    across->addStretch(1);
    auto* box = new QWidget(sheet);
    box->setMaximumWidth(680);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addStretch(1);

    auto* head = new QHBoxLayout;
    head->setSpacing(space::group);
    auto* picture = new QLabel(box);
    picture->setPixmap(appIcon().pixmap(QSize(48, 48), devicePixelRatioF()));
    head->addWidget(picture);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_title = new QLabel(box);
    setTextKind(m_title, TextKind::Title);
    m_subtitle = new QLabel(box);
    m_subtitle->setWordWrap(true);
    setSecondary(m_subtitle);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    head->addLayout(words, 1);
    column->addLayout(head);
    column->addSpacing(space::related);
    m_notice = new Band(Band::Kind::Info, box);
    m_notice->setVisible(false);
    column->addWidget(m_notice);

    m_signIn = new FrontDoor(QStringLiteral("sign-in"), box);
    m_first = new FrontDoor(QStringLiteral("mail"), box);
    m_request = new FrontDoor(QStringLiteral("person"), box);
    for (FrontDoor* door : {m_signIn, m_first, m_request})
        column->addWidget(door);
    auto* small = new QHBoxLayout;
    small->setSpacing(space::half);
    m_trouble = makeButton(ButtonRole::Link, box);
    m_trouble->setIcon(icon(QStringLiteral("help"), IconTone::Action));
    m_tour = makeButton(ButtonRole::Link, box);
    m_tour->setIcon(icon(QStringLiteral("demo"), IconTone::Action));
    m_settings = makeButton(ButtonRole::Link, box);
    m_settings->setIcon(icon(QStringLiteral("settings"), IconTone::Action));
    small->addWidget(m_trouble);
    small->addWidget(m_tour);
    small->addStretch(1);
    small->addWidget(m_settings);
    column->addLayout(small);
    column->addSpacing(space::related);
    column->addWidget(makeHairline(box));
    m_contactsTitle = new QLabel(box);
    QFont bold = m_contactsTitle->font();
    bold.setBold(true);
    m_contactsTitle->setFont(bold);
    column->addWidget(m_contactsTitle);
    m_contacts = new QLabel(box);
    m_contacts->setTextFormat(Qt::PlainText);
    m_contacts->setWordWrap(true);
    m_contacts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_contacts);
    column->addStretch(2);
    across->addWidget(box, 100);
    across->addStretch(1);

    connect(m_signIn, &QPushButton::clicked, this, [this] { Q_EMIT chosen(QStringLiteral("sign-in")); });
    connect(m_first, &QPushButton::clicked, this, [this] { Q_EMIT chosen(QStringLiteral("first-sign-in")); });
    connect(m_request, &QPushButton::clicked, this, [this] { Q_EMIT chosen(QStringLiteral("account-request")); });
    connect(m_trouble, &QPushButton::clicked, this, [this] { Q_EMIT chosen(QStringLiteral("trouble")); });
    connect(m_settings, &QPushButton::clicked, this, [this] { Q_EMIT chosen(QStringLiteral("settings")); });
    connect(m_tour, &QPushButton::clicked, this, [this] { Q_EMIT chosen(QStringLiteral("five-minutes")); });
    retranslate();
}

void FrontPage::setOffice(const ShellOffice& office)
{
    m_office = office;
    retranslate();
}

void FrontPage::setNotice(const QString& text)
{
    m_noticeText = text;
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
}

void FrontPage::focusFirst()
{
    m_signIn->setFocus(Qt::OtherFocusReason);
}

void FrontPage::fillContacts()
{
    m_contactsTitle->setText(tr("Whom to ask"));
    QStringList lines;
    for (const Contact& person : m_office.administrators) {
        QStringList parts{person.name};
        if (!person.department.isEmpty())
            parts.append(person.department);
        if (!person.phone.isEmpty())
            parts.append(tr("phone %1").arg(person.phone));
        lines.append(tr("Administrator: %1").arg(parts.join(tr(", ", "between parts of a contact"))));
    }
    if (lines.isEmpty())
        lines.append(tr("The administrators of your office are known here after the first sign-in. Until then ask your "
                        "supervisor or your information section."));
    const Contact& desk = m_office.helpdesk;
    QStringList parts;
    for (const QString& part : {desk.name, desk.phone, desk.url}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    if (!parts.isEmpty())
        lines.append(tr("Helpdesk: %1").arg(parts.join(tr(", ", "between parts of a contact"))));
    m_contacts->setText(lines.join(QLatin1Char('\n')));
}

void FrontPage::retranslate()
{
    setAccessibleName(tr("Start"));
    m_title->setText(tr("Yoyo Desk"));
    m_subtitle->setText(m_office.municipality.isEmpty()
                            ? tr("Administration of vaccination questionnaires, records and claims for municipalities")
                            : m_office.municipality);
    m_signIn->setTexts(tr("Sign in"), tr("You have already chosen your own password."));
    m_first->setTexts(tr("I received a temporary password (first time)"),
                      tr("The mail “仮パスワード通知” has arrived. Paste it or type what it says."));
    m_request->setTexts(tr("Request an account"),
                        tr("Your municipality has no administrator yet, or you need to know who can register you."));
    m_trouble->setText(tr("I cannot sign in"));
    m_tour->setText(tr("See it in five minutes"));
    m_settings->setText(tr("Settings"));
    fillContacts();
}

void FrontPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace yoyo
