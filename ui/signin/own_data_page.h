// SPDX-License-Identifier: Apache-2.0
// 自身のユーザ情報: name, kana, department, mail and phone of the person signed in. Saved on this PC and sent by
// itself, offline too. What is typed stays until it is saved or given up by the person. GUI thread.
#pragma once

#include "ui/signin/own_data_desk.h"
#include "ui/widgets/form_field.h"
#include "ui/widgets/page.h"

class QLineEdit;

namespace yoyo {

class Band;
class Clock;
class Questions;

class OwnDataController : public QObject
{
    Q_OBJECT
public:
    OwnDataController(OwnDataDesk& desk, const Clock& clock, QObject* parent = nullptr);
    OwnDataDesk& desk() { return m_desk; }
    const std::optional<UserRow>& row() const { return m_row; }
    bool isBusy() const { return m_isBusy; }
    void load();
    /// The person types: a row that arrives meanwhile does not replace the form, and the save is on what was seen.
    void setDirty(bool dirty);
    bool isDirty() const { return m_isDirty; }
    /// Every finding about the user as it stands in the form.
    QList<Error> check(const User& user) const;
    void save(const User& user);

Q_SIGNALS:
    void loaded();
    /// The centre has not told this person's row yet.
    void waiting();
    void loadFailed(const yoyo::Error& error);
    void busyChanged();
    void saved(bool isChanged);
    void saveFailed(const yoyo::Error& error);

private:
    OwnDataDesk& m_desk;
    const Clock& m_clock;
    std::optional<UserRow> m_row;
    bool m_isDirty = false;
    bool m_isBusy = false;
};

class OwnDataPage : public Page
{
    Q_OBJECT
public:
    OwnDataPage(OwnDataDesk& desk, const Clock& clock, const ErrorPresenter& presenter, Questions& questions,
                QWidget* parent = nullptr);
    void entered() override;
    bool mayLeave() override;
    OwnDataController& controller() { return m_controller; }
    /// After the first sign-in the page asks to check what the administrator has entered.
    void welcome();

Q_SIGNALS:
    /// Checked and, where needed, saved: the work can begin.
    void confirmed();

protected:
    void retranslate() override;

private:
    FormField* addField(QVBoxLayout* column, const char* name, QLineEdit*& editor, int characters);
    void fill();
    User typed() const;
    void submit();
    std::optional<Presented> problemOf(const QString& field) const;

    OwnDataController m_controller;
    const ErrorPresenter& m_presenter;
    Questions& m_questions;
    bool m_isLeaving = false; ///< the save under way answers "may the page be left?"
    bool m_isWelcome = false;
    bool m_isFilling = false;
    Band* m_welcome;
    Band* m_trouble;
    QLabel* m_loading;
    QWidget* m_form;
    QLabel* m_fixed;
    ProblemSummary* m_summary;
    FormFields m_fields;
    QLineEdit* m_family;
    QLineEdit* m_given;
    QLineEdit* m_familyKana;
    QLineEdit* m_givenKana;
    QLineEdit* m_department;
    QLineEdit* m_mail;
    QLineEdit* m_phone;
    QPushButton* m_password;
    QPushButton* m_undo;
    QPushButton* m_save;
};

} // namespace yoyo
