// SPDX-License-Identifier: Apache-2.0
// Choosing a new password: two fields, the rules in force with who set them, told while typing without blaming the
// first characters, and every reason when it is refused. Used by the forced change and by the later one.
// Keeps nothing after wipe(). GUI thread.
#pragma once

#include "ui/signin/password_judge.h"
#include "ui/widgets/form_field.h"

#include "models/domain/secret_buffer.h"

namespace yoyo {

class PasswordField;

/// The rules as a list with a mark each.
class PasswordRuleList : public QWidget
{
    Q_OBJECT
public:
    explicit PasswordRuleList(QWidget* parent = nullptr);
    void setPolicy(const PolicyValues& policy, const QString& setBy);
    /// `isLeft`: the person has left the field, so what is unmet is now a fault.
    enum class Tone { WhileTyping, AfterLeaving };
    void setJudgement(const PasswordJudgement& judgement, Tone tone);
    /// What stands there, one line per rule; for tests and screen readers.
    QStringList lines() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void dress();
    QString textOf(PasswordRule rule) const;

    PolicyValues m_policy;
    QString m_setBy;
    PasswordJudgement m_judgement;
    Tone m_tone = Tone::WhileTyping;
    QLabel* m_title;
    QLabel* m_setByLabel;
    QVBoxLayout* m_rows;
    struct Row
    {
        QWidget* widget = nullptr;
        QLabel* mark = nullptr;
        QLabel* text = nullptr;
    };
    QList<Row> m_shown;
};

class PasswordForm : public QWidget
{
    Q_OBJECT
public:
    /// Forced: a temporary password is being replaced, so the present one is not asked for.
    enum class Mode { Forced, Later };
    PasswordForm(Mode mode, const ErrorPresenter& presenter, QWidget* parent = nullptr);

    /// The context without `previous`, which comes with setPrevious() or is the present password as typed.
    void setContext(const PasswordContext& context, const QString& setBy);
    void setPrevious(const SecretBuffer& temporary) { m_previous = temporary; }
    /// Shows every reason against what was typed; true when there is none.
    bool check();
    SecretBuffer current() const;
    SecretBuffer next() const;
    /// The service's or the session's word against it.
    void showRefused(const Error& error);
    void setBusy(bool isBusy);
    void wipe();
    void focusFirst();
    FormFields& fields() { return m_fields; }

Q_SIGNALS:
    void submitted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    PasswordJudgement judge() const;
    std::optional<Presented> problemOfNext() const;

    Mode m_mode;
    const ErrorPresenter& m_presenter;
    PasswordContext m_context;
    SecretBuffer m_previous;
    std::optional<Error> m_refused; ///< for exactly the password that was sent
    bool m_wasSubmitted = false;
    PasswordField* m_current = nullptr;
    PasswordField* m_next;
    PasswordField* m_repeat;
    FormField* m_currentField = nullptr;
    FormField* m_nextField;
    FormField* m_repeatField;
    PasswordRuleList* m_rules;
    FormFields m_fields;
};

/// What the rules need to know, from what the session knows.
PasswordContext passwordContext(const QString& loginId, const QStringList& names, const QString& municipality,
                                const QJsonObject& policy);

} // namespace yoyo
