// SPDX-License-Identifier: Apache-2.0
// See settings_page.h.
#include "ui/settings/settings_page.h"

#include "ui/settings/settings_backend.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/band.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/message_line.h"
#include "ui/widgets/questions.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

namespace yoyo {

SettingsPage::SettingsPage(SettingsBackend& backend, const ErrorPresenter& presenter, Questions& questions,
                           QWidget* parent)
    : Page(QStringLiteral("settings"), Body::Scrolling, parent), m_backend(backend), m_presenter(presenter),
      m_questions(questions)
{
    m_summary = new ProblemSummary(this);
    content()->addWidget(m_summary);
    m_fields = new FormFields(presenter, m_summary, this);

    m_connectionTitle = new QLabel(this);
    setTextKind(m_connectionTitle, TextKind::Section);
    content()->addWidget(m_connectionTitle);
    m_address = new QLineEdit(this);
    m_addressField = m_fields->add(new FormField(QStringLiteral("address"), m_address, this));
    m_addressField->setWidthInCharacters(56);
    content()->addWidget(m_addressField);
    m_caFile = new QLineEdit(this);
    m_caField = m_fields->add(new FormField(QStringLiteral("ca_file"), m_caFile, this));
    m_caField->setWidthInCharacters(56);
    content()->addWidget(m_caField);
    auto* row = new QHBoxLayout;
    m_chooseFile = makeButton(ButtonRole::Normal, this);
    m_chooseFile->setIcon(icon(QStringLiteral("folder"), IconTone::Action));
    m_try = makeButton(ButtonRole::Normal, this);
    m_try->setIcon(icon(QStringLiteral("online"), IconTone::Action));
    row->addWidget(m_chooseFile);
    row->addWidget(m_try);
    row->addStretch(1);
    content()->addLayout(row);
    m_answer = new Band(Band::Kind::Info, this);
    m_answer->setVisible(false);
    m_answer->setMaximumWidth(760);
    content()->addWidget(m_answer);
    content()->addWidget(makeHairline(this));

    m_windowTitle = new QLabel(this);
    setTextKind(m_windowTitle, TextKind::Section);
    content()->addWidget(m_windowTitle);
    m_language = new QComboBox(this);
    m_language->addItem(QStringLiteral("日本語"), QStringLiteral("ja"));
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_languageField = m_fields->add(new FormField(QStringLiteral("language"), m_language, this));
    content()->addWidget(m_languageField);
    m_idle = new QSpinBox(this);
    m_idle->setRange(1, 60);
    m_idleField = m_fields->add(new FormField(QStringLiteral("idle_lock"), m_idle, this));
    content()->addWidget(m_idleField);
    content()->addStretch(1);

    m_revert = addSideButton(makeButton(ButtonRole::Normal, this));
    m_save = setMainButton(makeButton(ButtonRole::Primary, this));
    connect(m_save, &QPushButton::clicked, this, &SettingsPage::save);
    connect(m_revert, &QPushButton::clicked, this, &SettingsPage::load);
    connect(m_try, &QPushButton::clicked, this, &SettingsPage::tryConnection);
    connect(m_chooseFile, &QPushButton::clicked, this, &SettingsPage::chooseFile);
    m_addressField->setCheck([this]() -> std::optional<Presented> {
        const QUrl url(m_address->text().trimmed(), QUrl::StrictMode);
        if (url.isValid() && url.scheme() == QStringLiteral("https") && !url.host().isEmpty())
            return std::nullopt;
        const bool isPlain = url.scheme() == QStringLiteral("http");
        return m_presenter.present(Error(isPlain ? ErrorCode::PlainHttpRefused : ErrorCode::AddressInvalid, {},
                                         {{QStringLiteral("address"), m_address->text()}}));
    });
    load();
    retranslate();
}

void SettingsPage::entered()
{
    if (!isChanged())
        load();
}

bool SettingsPage::isChanged() const
{
    const SettingsValues now = m_backend.values();
    return m_address->text().trimmed() != now.address || m_caFile->text().trimmed() != now.caFile ||
           m_language->currentData().toString() != now.language || m_idle->value() != now.idleLockMinutes;
}

bool SettingsPage::mayLeave()
{
    if (!isChanged())
        return true;
    Question question;
    question.title = tr("Leave without saving the settings?");
    question.consequence = tr("What you changed on this page is lost.");
    question.verb = tr("Leave without saving");
    question.refusal = tr("Stay here");
    m_questions.ask(this, question, [this](Answer answer) {
        if (answer != Answer::Accepted)
            return;
        load();
        Q_EMIT leaveAllowed();
    });
    // The answer may have come at once.
    return !isChanged();
}

void SettingsPage::load()
{
    const SettingsValues values = m_backend.values();
    const SettingsFixed fixed = m_backend.fixed();
    m_address->setText(values.address);
    m_caFile->setText(values.caFile);
    m_language->setCurrentIndex(qMax(0, m_language->findData(values.language)));
    m_idle->setMaximum(fixed.idleLockMaximum);
    m_idle->setValue(values.idleLockMinutes);
    m_address->setReadOnly(fixed.address);
    m_caFile->setReadOnly(fixed.caFile);
    m_chooseFile->setEnabled(!fixed.caFile);
    m_language->setEnabled(!fixed.language);
    m_idle->setEnabled(!fixed.idleLock);
    m_fields->clear();
    m_answer->setVisible(false);
}

void SettingsPage::save()
{
    if (!m_fields->checkAll())
        return;
    SettingsValues values;
    values.address = m_address->text().trimmed();
    values.caFile = m_caFile->text().trimmed();
    values.language = m_language->currentData().toString();
    values.idleLockMinutes = m_idle->value();
    m_save->setEnabled(false);
    m_backend.save(values, this, [this, language = values.language](const QList<Error>& errors) {
        m_save->setEnabled(true);
        m_fields->showErrors(errors);
        if (!errors.isEmpty())
            return;
        messages()->show(Message::Kind::Success, tr("The settings are saved."));
        Q_EMIT languageChosen(language);
        Q_EMIT saved();
    });
}

void SettingsPage::tryConnection()
{
    if (!m_addressField->check())
        return;
    m_try->setEnabled(false);
    m_answer->setKind(Band::Kind::Info);
    m_answer->setWord(tr("Trying"));
    m_answer->setText(tr("Asking the service…"));
    m_answer->setVisible(true);
    m_backend.tryConnection(m_address->text().trimmed(), m_caFile->text().trimmed(), this,
                            [this](const Result<QString>& answer) {
                                m_try->setEnabled(true);
                                m_answer->setKind(answer ? Band::Kind::Success : Band::Kind::Error);
                                m_answer->setWord(answer ? tr("Connected") : tr("Not connected"));
                                m_answer->setText(answer ? answer.value() : m_presenter.present(answer.error()).full());
                            });
}

void SettingsPage::chooseFile()
{
    m_questions.openFile(this, {tr("Choose the certificate file"), {}, tr("Certificates (*.pem *.crt *.cer)")},
                         [this](const QString& path) {
                             if (!path.isEmpty())
                                 m_caFile->setText(path);
                         });
}

void SettingsPage::retranslate()
{
    const SettingsFixed fixed = m_backend.fixed();
    const QString byPolicy = tr("Set by your organisation; it cannot be changed here.");
    const QString inUse = tr("In use. Sign out to change it.");
    setTitle(tr("Settings"));
    setPurpose(tr("Settings of this PC. They hold no personal data."));
    m_connectionTitle->setText(tr("Connection"));
    m_addressField->setLabel(tr("Address of the central service"));
    m_addressField->setNeed(FormField::Need::Required);
    m_addressField->setSupport(fixed.address ? (fixed.isInUse ? inUse : byPolicy) : tr("As you were told, for example https://yoyo.example.lg.jp"));
    m_caField->setLabel(tr("Certificate file (CA)"));
    m_caField->setSupport(fixed.caFile ? (fixed.isInUse ? inUse : byPolicy)
                                       : tr("Only when your information section gave you one. Empty: the certificates of this PC."));
    m_chooseFile->setText(tr("Choose a file…"));
    m_try->setText(tr("Try the connection"));
    m_windowTitle->setText(tr("This window"));
    m_languageField->setLabel(tr("Language"));
    m_languageField->setSupport(fixed.language ? byPolicy : QString());
    m_idleField->setLabel(tr("Lock the screen when nobody works"));
    m_idleField->setSupport(fixed.idleLock ? byPolicy
                                           : tr("At most %n minute(s), as your organisation decided.", nullptr, fixed.idleLockMaximum));
    m_idle->setSuffix(tr(" minutes"));
    m_revert->setText(tr("Undo my changes"));
    m_save->setText(tr("Save the settings"));
}

} // namespace yoyo
