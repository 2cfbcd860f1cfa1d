// SPDX-License-Identifier: Apache-2.0
// The form of one user: every field of the row, checked when a field is left and on save. Holds a value, talks to no
// service: the controller hears the signals. At its right stands what the centre says of the account.
#pragma once

#include "models/services/user_service.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/form_undo.h"
#include "ui/widgets/page.h"
#include "ui/widgets/screen_context.h"

class QCheckBox;
class QComboBox;
class QGroupBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace yoyo {

class Badge;
class Band;
class CodeField;
class DateField;

class UserForm : public Page
{
    Q_OBJECT
public:
    UserForm(const ErrorPresenter& errors, const ScreenContext& context, QWidget* parent = nullptr);

    /// A registration: role 一般, first day today.
    void startNew();
    /// Requires a row as the service gave it.
    void startEdit(const UserRow& row);
    bool isNew() const { return !m_row.has_value(); }
    const std::optional<UserRow>& row() const { return m_row; }
    /// The same row after it changed elsewhere: the panel at the right is set anew; what was typed stays.
    void refreshAccount(const UserRow& row);

    /// What the fields hold, brought into stored form. A field that cannot be read keeps the value it had.
    User user() const;
    bool isChanged() const;
    void setSuggestedLoginId(const QString& id);
    void setDepartments(const QStringList& departments);
    /// Mail domains of the office; another one is warned of.
    void setMailDomains(const QStringList& domains) { m_mailDomains = domains; }

    /// Runs every check; true when nothing refuses. Warnings need `confirmed` once.
    bool check();
    /// Warnings (for example another mail domain) that the person has to see before saving.
    QList<Error> warnings() const;
    void showErrors(const QList<Error>& errors);
    void setBusy(bool busy);
    FormUndo& undo() { return m_undo; }
    FormField* field(const QString& name) const { return m_fields->field(name); }

Q_SIGNALS:
    void saveRequested();
    void closeRequested();
    void suggestionRequested();
    /// For the user shown.
    void suspendRequested();
    void resumeRequested();
    void resetRequested();
    void unlockRequested();
    void endSessionsRequested();
    void noticeRequested();
    void withdrawRequested();
    void conflictRequested();

protected:
    void retranslate() override;

private:
    void build();
    QWidget* buildAccountPanel();
    FormField* addText(QLayout* to, const char* name, QLineEdit* line, int width, FormField::Need need);
    std::optional<Presented> problemOf(const QString& field) const;
    QList<Error> findings() const;
    void fill(const User& user);
    void dressAccount();
    void dressMail();

    const ErrorPresenter& m_errors;
    const ScreenContext& m_context;
    std::optional<UserRow> m_row;
    User m_start;
    QStringList m_mailDomains;
    QHash<QString, Error> m_dayErrors;
    FormUndo m_undo;
    ProblemSummary* m_summary;
    FormFields* m_fields;
    CodeField* m_loginId;
    QPushButton* m_suggest;
    QLineEdit* m_familyName;
    QLineEdit* m_givenName;
    QLineEdit* m_familyKana;
    QLineEdit* m_givenKana;
    QComboBox* m_department;
    QLineEdit* m_employeeNo;
    QLineEdit* m_mail;
    QLabel* m_mailLarge;
    QLineEdit* m_phone;
    QComboBox* m_role;
    QCheckBox* m_unattended;
    DateField* m_validFrom;
    DateField* m_validTo;
    QPlainTextEdit* m_note;
    QList<QLabel*> m_sections;
    QPushButton* m_save;
    QPushButton* m_close;
    QPushButton* m_back;
    QWidget* m_account;
    QLabel* m_accountTitle;
    Badge* m_status;
    Badge* m_rowBadge;
    QLabel* m_accountLines;
    QPushButton* m_reset;
    QPushButton* m_unlock;
    QPushButton* m_endSessions;
    QPushButton* m_notice;
    QPushButton* m_suspend;
    QPushButton* m_withdraw;
    QPushButton* m_conflict;
    QLabel* m_onlineHint;
};

} // namespace yoyo
