// SPDX-License-Identifier: Apache-2.0
// See start_page.h.
#include "ui/signin/start_page.h"

#include "ui/signin/form_column.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace yoyo {

DoorButton::DoorButton(const QString& iconName, QWidget* parent) : QPushButton(parent)
{
    setButtonRole(this, ButtonRole::Door);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(20, space::group, 20, space::group);
    row->setSpacing(space::group);
    const auto picture = [this](const QString& name) {
        auto* label = new QLabel(this);
        label->setPixmap(yoyo::icon(name, IconTone::Action).pixmap(QSize(24, 24), devicePixelRatioF()));
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        return label;
    };
    row->addWidget(picture(iconName));
    auto* texts = new QVBoxLayout;
    texts->setSpacing(space::half);
    m_title = new QLabel(this);
    setTextKind(m_title, TextKind::Section);
    m_sentence = new QLabel(this);
    m_sentence->setWordWrap(true);
    setSecondary(m_sentence);
    for (QLabel* label : {m_title, m_sentence}) {
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
        texts->addWidget(label);
    }
    row->addLayout(texts, 1);
    row->addWidget(picture(QStringLiteral("chevron-right")));
}

void DoorButton::setTexts(const QString& title, const QString& sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    updateGeometry();
}

QSize DoorButton::sizeHint() const
{
    const int width = 480;
    return {width, qMax(88, layout()->hasHeightForWidth() ? layout()->heightForWidth(qMax(width, this->width())) : 0)};
}

StartPage::StartPage(SignInController& controller, QWidget* parent)
    : Page(QStringLiteral("start"), Body::Scrolling, parent), m_controller(controller)
{
    QVBoxLayout* column = addFormColumn(*this);
    m_signIn = new DoorButton(QStringLiteral("sign-in"), this);
    m_signIn->setObjectName(QStringLiteral("doorSignIn"));
    m_first = new DoorButton(QStringLiteral("mail"), this);
    m_first->setObjectName(QStringLiteral("doorFirst"));
    m_request = new DoorButton(QStringLiteral("person"), this);
    m_request->setObjectName(QStringLiteral("doorRequest"));
    column->addWidget(m_signIn);
    column->addWidget(m_first);
    column->addWidget(m_request);
    m_tour = makeButton(ButtonRole::Link, this);
    m_tour->setObjectName(QStringLiteral("tour"));
    column->addWidget(m_tour, 0, Qt::AlignLeft);
    m_service = makeText(this);
    setTextKind(m_service, TextKind::Small);
    setSecondary(m_service);
    column->addWidget(m_service);
    connect(m_signIn, &QPushButton::clicked, this, [this] { m_controller.show(SignInStep::SignIn); });
    connect(m_first, &QPushButton::clicked, this, [this] { m_controller.show(SignInStep::FirstSignIn); });
    connect(m_request, &QPushButton::clicked, this,
            [this] { Q_EMIT helpRequested(QStringLiteral("account-request")); });
    connect(m_tour, &QPushButton::clicked, this, [this] { Q_EMIT helpRequested(QStringLiteral("five-minutes")); });
    connect(&m_controller, &SignInController::memoryChanged, this, &StartPage::retranslate);
    retranslate();
}

void StartPage::entered()
{
    retranslate();
    m_signIn->setFocus();
}

void StartPage::retranslate()
{
    setTitle(tr("Welcome to Yoyo Desk"));
    setPurpose(tr("Yoyo Desk prepares and runs the vaccination questionnaire and claims system for your municipality."));
    m_signIn->setTexts(tr("Sign in"), tr("With your user ID and the password you chose yourself."));
    m_first->setTexts(tr("I received a temporary password (first time)"),
                      tr("Paste the mail; you then choose your own password. Also after a reset."));
    m_request->setTexts(tr("Ask for an account"),
                        tr("When your municipality has no administrator yet, or you do not know whom to ask."));
    m_tour->setText(tr("See it in five minutes"));
    const QString host = m_controller.desk().profile().address.host();
    const auto office = m_controller.office();
    QString text = tr("Service: %1").arg(host);
    if (office && !office->name.isEmpty())
        text = tr("Service: %1 (%2)", "host and municipality").arg(host, office->name);
    m_service->setText(text);
    m_service->setVisible(!host.isEmpty());
}

} // namespace yoyo
