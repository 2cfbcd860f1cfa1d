// SPDX-License-Identifier: Apache-2.0
// See password_form.h.
#include "ui/signin/password_form.h"

#include "ui/signin/form_column.h"
#include "ui/signin/sign_in_page.h"
#include "ui/widgets/app_style.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/password_field.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace yoyo {

PasswordContext passwordContext(const QString& loginId, const QStringList& names, const QString& municipality,
                                const QJsonObject& policy)
{
    PasswordContext context;
    context.loginId = loginId;
    for (const QString& name : names) {
        if (!name.isEmpty())
            context.names.append(name);
    }
    if (!municipality.isEmpty())
        context.municipalityWords.append(municipality);
    context.policy = PolicyValues::fromJson(policy);
    return context;
}

PasswordRuleList::PasswordRuleList(QWidget* parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("passwordRules"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    m_title = new QLabel(this);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    column->addWidget(m_title);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(space::half);
    column->addLayout(m_rows);
    m_setByLabel = makeText(this);
    setTextKind(m_setByLabel, TextKind::Small);
    setSecondary(m_setByLabel);
    column->addWidget(m_setByLabel);
}

void PasswordRuleList::setPolicy(const PolicyValues& policy, const QString& setBy)
{
    m_policy = policy;
    m_setBy = setBy;
    dress();
}

void PasswordRuleList::setJudgement(const PasswordJudgement& judgement, Tone tone)
{
    m_judgement = judgement;
    m_tone = tone;
    dress();
}

QString PasswordRuleList::textOf(PasswordRule rule) const
{
    switch (rule) {
    case PasswordRule::Minimum:
        return m_judgement.length > 0
            ? tr("%1 characters or more (now %2)").arg(m_policy.passwordMinimum).arg(m_judgement.length)
            : tr("%1 characters or more").arg(m_policy.passwordMinimum);
    case PasswordRule::Maximum:
        return tr("At most %1 characters").arg(m_policy.passwordMaximum);
    case PasswordRule::Classes:
        return tr("At least %1 of: small letters, capital letters, digits, other signs").arg(m_policy.passwordClasses);
    case PasswordRule::NotCommon:
        return tr("Not a common password, a sequence, a repetition, or a word of the municipality or this system");
    case PasswordRule::NotOwn:
        return tr("Without your user ID and your name");
    case PasswordRule::NotOld:
        return tr("Not the password it replaces");
    case PasswordRule::Characters:
        return tr("Only letters, digits, signs and blanks");
    }
    return {};
}

void PasswordRuleList::dress()
{
    m_title->setText(tr("Rules for the password"));
    m_setByLabel->setText(m_setBy);
    m_setByLabel->setVisible(!m_setBy.isEmpty());
    while (m_shown.size() < m_judgement.rules.size()) {
        Row row;
        row.widget = new QWidget(this);
        auto* line = new QHBoxLayout(row.widget);
        line->setContentsMargins(0, 0, 0, 0);
        line->setSpacing(space::related);
        row.mark = new QLabel(row.widget);
        row.mark->setMinimumSize(20, 20);
        row.mark->setAlignment(Qt::AlignCenter);
        row.text = new QLabel(row.widget);
        row.text->setWordWrap(true);
        line->addWidget(row.mark, 0, Qt::AlignTop);
        line->addWidget(row.text, 1);
        row.widget->setMinimumHeight(row.text->fontMetrics().height() + space::half);
        m_rows->addWidget(row.widget);
        m_shown.append(row);
    }
    for (qsizetype i = 0; i < m_shown.size(); ++i) {
        const Row& row = m_shown[i];
        row.widget->setVisible(i < m_judgement.rules.size());
        if (i >= m_judgement.rules.size())
            continue;
        const auto [rule, verdict] = m_judgement.rules[i];
        row.text->setText(textOf(rule));
        const bool isFault = verdict == RuleState::Verdict::Unmet && m_tone == Tone::AfterLeaving;
        QString word = tr("not met yet");
        row.mark->setPixmap({});
        if (verdict == RuleState::Verdict::Met) {
            word = tr("met");
            row.mark->setPixmap(icon(QStringLiteral("check"), IconTone::Success)
                                    .pixmap(QSize(20, 20), devicePixelRatioF()));
        } else if (isFault) {
            word = tr("not met");
            row.mark->setPixmap(icon(QStringLiteral("close"), IconTone::Error)
                                    .pixmap(QSize(20, 20), devicePixelRatioF()));
        } else {
            row.mark->setText(QStringLiteral("○"));
        }
        row.mark->setAccessibleName(word);
        row.text->setAccessibleName(tr("%1: %2", "rule and whether it is met").arg(row.text->text(), word));
    }
}

QStringList PasswordRuleList::lines() const
{
    QStringList lines;
    for (qsizetype i = 0; i < m_judgement.rules.size() && i < m_shown.size(); ++i)
        lines.append(m_shown[i].text->accessibleName());
    return lines;
}

void PasswordRuleList::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        dress();
    QWidget::changeEvent(event);
}

PasswordForm::PasswordForm(Mode mode, const ErrorPresenter& presenter, QWidget* parent)
    : QWidget(parent), m_mode(mode), m_presenter(presenter), m_fields(presenter, nullptr)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::group);
    const auto add = [this, column](const char* name, PasswordField*& editor) {
        editor = new PasswordField(this);
        FormField* field = m_fields.add(new FormField(QLatin1String(name), editor, this));
        field->setNeed(FormField::Need::Required);
        column->addWidget(field);
        return field;
    };
    if (m_mode == Mode::Later)
        m_currentField = add("current_password", m_current);
    m_nextField = add("new_password", m_next);
    m_rules = new PasswordRuleList(this);
    column->addWidget(m_rules);
    m_repeatField = add("repeat_password", m_repeat);

    connect(m_next, &PasswordField::textChanged, this, [this] {
        m_refused.reset();
        m_rules->setJudgement(judge(), PasswordRuleList::Tone::WhileTyping);
    });
    connect(m_next->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        m_rules->setJudgement(judge(), PasswordRuleList::Tone::AfterLeaving);
    });
    if (m_current)
        connect(m_current, &PasswordField::returnPressed, this, [this] { m_next->setFocus(); });
    connect(m_next, &PasswordField::returnPressed, this, [this] { m_repeat->setFocus(); });
    connect(m_repeat, &PasswordField::returnPressed, this, &PasswordForm::submitted);
    retranslate();
}

void PasswordForm::setContext(const PasswordContext& context, const QString& setBy)
{
    m_context = context;
    m_rules->setPolicy(context.policy, setBy);
    m_rules->setJudgement(judge(), PasswordRuleList::Tone::WhileTyping);
    retranslate();
}

PasswordJudgement PasswordForm::judge() const
{
    PasswordContext context = m_context;
    if (m_current)
        context.previous = m_current->text();
    else
        context.previous = QString::fromUtf8(m_previous.toByteArray());
    const PasswordJudgement judgement = judgePassword(m_next->text(), context);
    wipeText(context.previous);
    return judgement;
}

std::optional<Presented> PasswordForm::problemOfNext() const
{
    if (m_next->text().isEmpty()) {
        if (!m_wasSubmitted)
            return std::nullopt;
        return Presented{tr("Type the new password."), {}, {}, {}};
    }
    QList<Error> reasons = judge().reasons;
    if (m_refused)
        reasons.prepend(*m_refused);
    if (reasons.isEmpty())
        return std::nullopt;
    Presented all = m_presenter.present(reasons.first());
    QStringList sentences{all.sentence()};
    for (qsizetype i = 1; i < reasons.size(); ++i) {
        if (reasons[i].code != reasons[i - 1].code)
            sentences.append(m_presenter.present(reasons[i]).message);
    }
    all.message = sentences.join(QLatin1Char('\n'));
    all.nextStep.clear();
    return all;
}

bool PasswordForm::check()
{
    m_wasSubmitted = true;
    m_rules->setJudgement(judge(), PasswordRuleList::Tone::AfterLeaving);
    return m_fields.checkAll();
}

SecretBuffer PasswordForm::current() const
{
    return m_current ? secretOf(*m_current) : SecretBuffer();
}

SecretBuffer PasswordForm::next() const
{
    return secretOf(*m_next);
}

void PasswordForm::showRefused(const Error& error)
{
    if (m_currentField && error.code == ErrorCode::CredentialsInvalid) {
        m_currentField->showProblem({tr("This is not your present password."), {}, error.codeText(), {}});
        m_currentField->focusEditor();
        return;
    }
    m_refused = error;
    m_nextField->check();
    m_nextField->focusEditor();
}

void PasswordForm::setBusy(bool isBusy)
{
    for (FormField* field : m_fields.fields())
        field->setEnabled(!isBusy);
}

void PasswordForm::wipe()
{
    for (PasswordField* field : {m_current, m_next, m_repeat}) {
        if (field)
            field->clear();
    }
    m_previous.wipe();
    m_refused.reset();
    m_wasSubmitted = false;
    m_fields.clear();
}

void PasswordForm::focusFirst()
{
    m_fields.fields().first()->focusEditor();
}

void PasswordForm::retranslate()
{
    if (m_currentField) {
        m_currentField->setLabel(tr("Present password"));
        m_currentField->setCheck([this]() -> std::optional<Presented> {
            if (!m_wasSubmitted || !m_current->text().isEmpty())
                return std::nullopt;
            return Presented{tr("Type your present password."), {}, {}, {}};
        });
    }
    m_nextField->setLabel(tr("New password"));
    m_nextField->setSupport(tr("Long is what counts: several words with something between them are easy to keep in "
                               "mind. Pasting is allowed."));
    m_nextField->setCheck([this] { return problemOfNext(); });
    m_repeatField->setLabel(tr("New password again"));
    m_repeatField->setCheck([this]() -> std::optional<Presented> {
        if (m_repeat->text().isEmpty()) {
            if (!m_wasSubmitted)
                return std::nullopt;
            return Presented{tr("Type the new password a second time."), {}, {}, {}};
        }
        if (secretOf(*m_repeat) == secretOf(*m_next))
            return std::nullopt;
        return m_presenter.present(Error(ErrorCode::PasswordRepeatDifferent));
    });
}

void PasswordForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace yoyo
