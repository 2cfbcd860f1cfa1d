// SPDX-License-Identifier: Apache-2.0
// See trouble_page.h.
#include "ui/signin/trouble_page.h"

#include "ui/signin/form_column.h"
#include "ui/signin/trouble_text.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/language.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/questions.h"

#include "models/domain/clock.h"

#include <QClipboard>
#include <QFont>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QVBoxLayout>

namespace yoyo {

TroublePage::TroublePage(SignInController& controller, const ErrorPresenter& presenter, Questions& questions,
                         QWidget* parent)
    : Page(QStringLiteral("trouble"), Body::Scrolling, parent), m_controller(controller),
      m_presenter(presenter), m_questions(questions)
{
    QVBoxLayout* column = addFormColumn(*this, 640);
    auto* top = new QHBoxLayout;
    top->setSpacing(space::group);
    m_icon = new QLabel(this);
    m_icon->setFixedSize(32, 32);
    top->addWidget(m_icon, 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(space::related);
    const auto text = [this](QVBoxLayout* layout) {
        QLabel* label = makeText(this);
        layout->addWidget(label);
        return label;
    };
    m_message = text(texts);
    QFont bold = m_message->font();
    bold.setBold(true);
    m_message->setFont(bold);
    m_message->setObjectName(QStringLiteral("message"));
    m_meaning = text(texts);
    m_meaning->setObjectName(QStringLiteral("meaning"));
    m_until = text(texts);
    m_until->setObjectName(QStringLiteral("until"));
    m_nextTry = text(texts);
    m_nextTry->setObjectName(QStringLiteral("nextTry"));
    m_code = makeButton(ButtonRole::Link, this);
    m_code->setObjectName(QStringLiteral("code"));
    connect(m_code, &QPushButton::clicked, this, [this] { Q_EMIT helpRequested(m_codeHelp); });
    texts->addWidget(m_code, 0, Qt::AlignLeft);
    top->addLayout(texts, 1);
    column->addLayout(top);

    m_whomBox = new QWidget(this);
    auto* whom = new QVBoxLayout(m_whomBox);
    whom->setContentsMargins(48, 0, 0, 0);
    whom->setSpacing(space::half);
    m_whom = text(whom);
    m_whom->setFont(bold);
    m_whom->setObjectName(QStringLiteral("whom"));
    m_contacts = text(whom);
    m_contacts->setObjectName(QStringLiteral("contacts"));
    column->addWidget(m_whomBox);

    m_supportBox = new QWidget(this);
    auto* support = new QVBoxLayout(m_supportBox);
    support->setContentsMargins(48, 0, 0, 0);
    support->setSpacing(space::half);
    m_supportTitle = new QLabel(m_supportBox);
    m_supportTitle->setWordWrap(true);
    m_support = new QPlainTextEdit(m_supportBox);
    m_support->setObjectName(QStringLiteral("support"));
    m_support->setReadOnly(true);
    m_support->setTabChangesFocus(true);
    m_support->setFont(codeFont());
    m_support->setFixedHeight(132);
    m_supportTitle->setBuddy(m_support);
    support->addWidget(m_supportTitle);
    support->addWidget(m_support);
    auto* supportButtons = new QHBoxLayout;
    m_copy = makeButton(ButtonRole::Normal, m_supportBox);
    m_save = makeButton(ButtonRole::Normal, m_supportBox);
    supportButtons->addWidget(m_copy);
    supportButtons->addWidget(m_save);
    supportButtons->addStretch(1);
    support->addLayout(supportButtons);
    column->addWidget(m_supportBox);

    QHBoxLayout* row = addButtonRow(column);
    m_back = makeButton(ButtonRole::Normal, this);
    m_back->setObjectName(QStringLiteral("back"));
    m_service = makeButton(ButtonRole::Normal, this);
    m_again = makeButton(ButtonRole::Primary, this);
    m_again->setObjectName(QStringLiteral("again"));
    row->addWidget(m_service);
    row->addWidget(m_back);
    row->addWidget(m_again);

    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_support->toPlainText());
        messages()->show(Message::Kind::Success, tr("Copied. Paste it into a mail to the helpdesk or to your IT staff."));
    });
    connect(m_save, &QPushButton::clicked, this, &TroublePage::saveSupportText);
    connect(m_back, &QPushButton::clicked, &m_controller, &SignInController::leaveTrouble);
    connect(m_service, &QPushButton::clicked, this, [this] { m_controller.show(SignInStep::Connect); });
    connect(m_again, &QPushButton::clicked, &m_controller, &SignInController::tryAgain);
    connect(&m_controller, &SignInController::troubleChanged, this, &TroublePage::dress);
    connect(&m_controller, &SignInController::busyChanged, this, &TroublePage::dressRetry);
    retranslate();
}

void TroublePage::entered()
{
    dress();
    m_again->setFocus();
}

QString TroublePage::supportText() const
{
    return m_support->toPlainText();
}

void TroublePage::retranslate()
{
    m_supportTitle->setText(tr("For the helpdesk or your IT staff (no names and no passwords are in it):"));
    m_copy->setText(tr("Copy this text"));
    m_save->setText(tr("Save it to a file…"));
    m_back->setText(tr("Back to the sign-in"));
    m_service->setText(tr("Service address…"));
    dress();
}

void TroublePage::dress()
{
    const auto& trouble = m_controller.trouble();
    if (!trouble)
        return;
    const Presented presented = m_presenter.present(trouble->error);
    setTitle(TroubleText::title(trouble->kind));
    m_icon->setPixmap(icon(QLatin1String(TroubleText::iconName(trouble->kind)),
                           comesBackByItself(trouble->kind) ? IconTone::Warning : IconTone::Error)
                          .pixmap(QSize(32, 32), devicePixelRatioF()));
    m_message->setText(presented.sentence());
    const QString meaning = TroubleText::meaning(trouble->kind);
    m_meaning->setText(meaning);
    m_meaning->setVisible(!meaning.isEmpty());
    m_codeHelp = presented.helpId;
    m_code->setText(tr("Code %1: what it means").arg(presented.code));
    const bool isMaintenance = trouble->kind == TroubleKind::Maintenance;
    m_until->setVisible(isMaintenance || (trouble->comeBackAt && comesBackByItself(trouble->kind)));
    m_until->setText(trouble->comeBackAt
                         ? tr("Expected until: %1").arg(instantForPeople(*trouble->comeBackAt))
                         : tr("The service did not say how long it takes."));
    const QString whom = TroubleText::whomToCall(*trouble);
    const QString contacts = TroubleText::contacts(*trouble);
    m_whom->setText(whom);
    m_contacts->setText(contacts);
    m_contacts->setVisible(!contacts.isEmpty());
    m_whomBox->setVisible(!whom.isEmpty());
    const bool needsSupport = trouble->whom == WhomToCall::Helpdesk || trouble->whom == WhomToCall::ItStaff;
    m_supportBox->setVisible(needsSupport);
    const QString text = TroubleText::supportText(*trouble, m_controller.desk().profile().address,
                                                  m_controller.clock().nowUtc());
    if (m_support->toPlainText() != text)
        m_support->setPlainText(text);
    m_support->setAccessibleName(m_supportTitle->text());
    m_service->setVisible(trouble->kind == TroubleKind::Address || trouble->kind == TroubleKind::Certificate ||
                          trouble->kind == TroubleKind::NoName);
    dressRetry();
}

void TroublePage::dressRetry()
{
    const auto& trouble = m_controller.trouble();
    if (!trouble)
        return;
    const bool isRetryUseful = errorInfo(trouble->error.code).retryable ||
        trouble->kind == TroubleKind::Certificate || trouble->kind == TroubleKind::Clock;
    m_again->setVisible(isRetryUseful);
    m_again->setEnabled(!m_controller.isBusy());
    m_back->setEnabled(!m_controller.isBusy());
    m_service->setEnabled(!m_controller.isBusy());
    m_again->setText(m_controller.isBusy() ? tr("Trying…") : tr("Try again now"));
    const QDateTime next = m_controller.nextTryAt();
    m_nextTry->setVisible(next.isValid() || m_controller.isBusy());
    if (m_controller.isBusy())
        m_nextTry->setText(tr("Asking the service now…"));
    else
        m_nextTry->setText(tr("It is tried again by itself at %1.").arg(instantForPeople(next)));
}

void TroublePage::saveSupportText()
{
    const QByteArray text = m_support->toPlainText().toUtf8();
    m_questions.saveFile(this, {tr("Save the text for the helpdesk"), QStringLiteral("yoyo-desk-error.txt"),
                                tr("Text (*.txt)")},
                         [this, text](const QString& path) {
        if (path.isEmpty())
            return;
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit()) {
            messages()->show(Message::Kind::Success, tr("Saved: %1").arg(path));
            return;
        }
        Error error(ErrorCode::OutputNotWritable, file.errorString());
        error.params.insert(QStringLiteral("file"), path);
        const Presented presented = m_presenter.present(error);
        messages()->show(Message::Kind::Error, presented.sentence(), presented.code);
    });
}

} // namespace yoyo
