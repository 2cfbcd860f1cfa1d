// SPDX-License-Identifier: Apache-2.0
// Turns an Error into what a person reads: what happened, what to do next, the code for the helpdesk and the help
// page that explains it. GUI thread.
#pragma once

#include "models/domain/result.h"

#include <QObject>
#include <QString>

#include <functional>

namespace yoyo {

struct Presented
{
    QString message;
    QString nextStep;
    QString code;   ///< "E-AUTH-001"
    QString helpId; ///< page of the help, "e-auth-001"
    bool isRetryable = false;
    bool isConfirm = false; ///< the rule asks for a confirmation, it does not refuse

    /// Message and next step in one paragraph.
    QString sentence() const;
    /// sentence() and the code in brackets.
    QString full() const;
};

class ErrorPresenter : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// How a contract field is called on screen, for messages that name one; an empty answer leaves the name.
    void setFieldNames(std::function<QString(const QString&)> names) { m_fieldNames = std::move(names); }
    /// In the language of the moment. Never empty: without a text the code and the detail speak.
    Presented present(const Error& error) const;

private:
    std::function<QString(const QString&)> m_fieldNames;
};

} // namespace yoyo
