// SPDX-License-Identifier: Apache-2.0
// Settings of this PC: service address, certificate file, language, idle lock. Tells what policy has fixed, and
// tries the connection before it is saved.
#pragma once

#include "ui/widgets/form_field.h"
#include "ui/widgets/page.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace yoyo {

class Questions;
class SettingsBackend;

class SettingsPage : public Page
{
    Q_OBJECT
public:
    /// Everything borrowed, outlives the page.
    SettingsPage(SettingsBackend& backend, const ErrorPresenter& presenter, Questions& questions,
                 QWidget* parent = nullptr);
    void entered() override;
    bool mayLeave() override;

Q_SIGNALS:
    void languageChosen(const QString& language);
    void saved();

protected:
    void retranslate() override;

private:
    void load();
    void save();
    void tryConnection();
    void chooseFile();
    bool isChanged() const;

    SettingsBackend& m_backend;
    const ErrorPresenter& m_presenter;
    Questions& m_questions;
    ProblemSummary* m_summary;
    FormFields* m_fields;
    QLabel* m_connectionTitle;
    QLabel* m_windowTitle;
    QLineEdit* m_address;
    QLineEdit* m_caFile;
    QPushButton* m_chooseFile;
    QPushButton* m_try;
    Band* m_answer;
    QComboBox* m_language;
    QSpinBox* m_idle;
    FormField* m_addressField;
    FormField* m_caField;
    FormField* m_languageField;
    FormField* m_idleField;
    QPushButton* m_save;
    QPushButton* m_revert;
};

} // namespace yoyo
