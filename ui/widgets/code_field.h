// SPDX-License-Identifier: Apache-2.0
// A field for codes and numbers: full-width digits and letters, spaces and hyphens typed by a person are made
// half-width when the field is left, so that the check sees what was meant. Monospaced. GUI thread.
#pragma once

#include <QLineEdit>

namespace yoyo {

class CodeField : public QLineEdit
{
    Q_OBJECT
public:
    enum class Keep {
        Everything, ///< only widths are changed
        LettersAndDigits ///< spaces and hyphens go too
    };
    explicit CodeField(Keep keep = Keep::Everything, QWidget* parent = nullptr);
    /// The text as it will be when the field is left.
    QString code() const;
    static QString normalised(const QString& text, Keep keep);

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    Keep m_keep;
};

} // namespace yoyo
