// SPDX-License-Identifier: Apache-2.0
// What this program is: versions for the helpdesk, licences, where its data lie. No personal data.
#pragma once

#include "ui/widgets/page.h"

class QGridLayout;
class QLabel;

namespace yoyo {

class SettingsBackend;

class AboutPage : public Page
{
    Q_OBJECT
public:
    explicit AboutPage(const SettingsBackend& backend, QWidget* parent = nullptr);
    void entered() override;
    /// What the copy button puts on the clipboard.
    QString report() const;

protected:
    void retranslate() override;

private:
    QList<std::pair<QString, QString>> facts() const;

    const SettingsBackend& m_backend;
    QGridLayout* m_grid;
    QLabel* m_licences;
    QPushButton* m_copy;
};

} // namespace yoyo
