// SPDX-License-Identifier: Apache-2.0
// See connect_page.h.
#include "ui/signin/connect_page.h"

#include "ui/signin/form_column.h"
#include "ui/signin/trouble_text.h"
#include "ui/widgets/band.h"
#include "ui/widgets/questions.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace yoyo {

ConnectPage::ConnectPage(SignInController& controller, const ErrorPresenter& presenter, Questions& questions,
                         QWidget* parent)
    : Page(QStringLiteral("connect"), Body::Scrolling, parent), m_controller(controller), m_presenter(presenter),
      m_questions(questions), m_fields(presenter, nullptr)
{
    QVBoxLayout* column = addFormColumn(*this);
    m_trouble = new Band(Band::Kind::Error, this);
    m_trouble->setObjectName(QStringLiteral("trouble"));
    m_trouble->hide();
    column->addWidget(m_trouble);
    m_address = new QLineEdit(this);
    m_address->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhPreferLatin);
    m_addressField = m_fields.add(new FormField(QStringLiteral("address"), m_address, this));
    m_addressField->setNeed(FormField::Need::Required);
    m_addressField->setWidthInCharacters(48);
    auto* ca = new QWidget(this);
    auto* caRow = new QHBoxLayout(ca);
    caRow->setContentsMargins(0, 0, 0, 0);
    caRow->setSpacing(space::related);
    m_ca = new QLineEdit(ca);
    m_choose = makeButton(ButtonRole::Normal, ca);
    caRow->addWidget(m_ca, 1);
    caRow->addWidget(m_choose);
    ca->setFocusProxy(m_ca);
    m_caField = m_fields.add(new FormField(QStringLiteral("ca_file"), ca, this));
    m_caField->setWidthInCharacters(60);
    column->addWidget(m_addressField);
    column->addWidget(m_caField);
    QHBoxLayout* row = addButtonRow(column);
    m_back = makeButton(ButtonRole::Normal, this);
    m_connect = makeButton(ButtonRole::Primary, this);
    m_connect->setObjectName(QStringLiteral("connect"));
    row->addWidget(m_back);
    row->addWidget(m_connect);
    connect(m_address, &QLineEdit::returnPressed, this, &ConnectPage::submit);
    connect(m_ca, &QLineEdit::returnPressed, this, &ConnectPage::submit);
    connect(m_connect, &QPushButton::clicked, this, &ConnectPage::submit);
    connect(m_back, &QPushButton::clicked, &m_controller, &SignInController::start);
    connect(m_choose, &QPushButton::clicked, this, [this] {
        m_questions.openFile(this, {tr("Choose the CA file"), {}, tr("Certificates (*.pem *.crt *.cer);;All files (*)")},
                             [this](const QString& path) {
            if (!path.isEmpty())
                m_ca->setText(path);
        });
    });
    connect(&m_controller, &SignInController::connectFailed, this, &ConnectPage::refuse);
    connect(&m_controller, &SignInController::busyChanged, this, [this](bool isBusy) {
        m_connect->setEnabled(!isBusy);
        m_back->setEnabled(!isBusy);
        retranslate();
    });
    retranslate();
}

void ConnectPage::entered()
{
    const Profile profile = m_controller.desk().profile();
    m_address->setText(profile.address.toString());
    m_ca->setText(profile.caFile);
    m_trouble->hide();
    m_wasSubmitted = false;
    m_fields.clear();
    retranslate();
    m_address->setFocus();
}

void ConnectPage::submit()
{
    if (m_controller.isBusy())
        return;
    m_trouble->hide();
    m_wasSubmitted = true;
    if (m_fields.checkAll())
        m_controller.connectTo(m_address->text().trimmed(), m_ca->text().trimmed());
}

void ConnectPage::refuse(const Error& error)
{
    const Presented presented = m_presenter.present(error);
    if (error.code == ErrorCode::CaFileUnusable) {
        m_caField->showProblem(presented);
        m_caField->focusEditor();
        return;
    }
    if (error.code == ErrorCode::AddressInvalid || error.code == ErrorCode::PlainHttpRefused) {
        m_addressField->showProblem(presented);
        m_addressField->focusEditor();
        return;
    }
    m_trouble->setText(tr("%1. %2", "kind of trouble and what to do")
                           .arg(TroubleText::title(troubleKindOf(error.code)), presented.full()));
    m_trouble->show();
}

void ConnectPage::retranslate()
{
    const bool isFirst = m_controller.desk().profile().address.isEmpty();
    setTitle(isFirst ? tr("Connect to the service") : tr("Service address"));
    setPurpose(tr("You find the address in the letter or mail that announced the service, or your IT staff knows it. "
                  "It is asked once for this PC."));
    m_addressField->setLabel(tr("Address of the service"));
    m_addressField->setSupport(tr("Begins with https, for example https://yoyo.example.lg.jp"));
    m_addressField->setCheck([this]() -> std::optional<Presented> {
        if (m_address->text().trimmed().isEmpty()) {
            if (!m_wasSubmitted)
                return std::nullopt;
            return Presented{tr("Type the address of the service."), {}, {}, {}};
        }
        if (const Result<QUrl> address = serviceAddress(m_address->text()); !address)
            return m_presenter.present(address.error());
        return std::nullopt;
    });
    m_caField->setLabel(tr("CA file"));
    m_caField->setSupport(tr("Only when your IT staff gave you one. Left empty, the certificates of this PC decide."));
    m_choose->setText(tr("Choose…"));
    m_connect->setText(m_controller.isBusy() ? tr("Connecting…") : tr("Check and connect"));
    m_back->setText(tr("Back"));
    m_back->setVisible(!isFirst);
}

} // namespace yoyo
