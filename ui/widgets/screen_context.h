// SPDX-License-Identifier: Apache-2.0
// What a screen must know of the moment beside its own data: who looks, in which office, and whether the service can
// be reached. The owner of the session keeps it up to date; screens only read it and listen. GUI thread.
#pragma once

#include "models/domain/policy_values.h"
#include "models/domain/user.h"

#include <QDate>
#include <QObject>
#include <QStringList>
#include <QUuid>

namespace yoyo {

struct ScreenFacts
{
    QUuid userId;
    QString userName;
    Role role = Role::Reader;
    bool isUnattended = false;
    PolicyValues policy;
    QString officeName;
    QString municipalityCode;
    QStringList administrators; ///< 「氏名（所属・電話）」, for "only administrators may"
    bool isOnline = false;
    bool isStepUpActive = false; ///< the password was typed again and still counts
    QString environmentWord;     ///< empty in production; else what prints must carry
    QDate today;                 ///< the legal day in Japan, corrected by the measured skew

    friend bool operator==(const ScreenFacts&, const ScreenFacts&) = default;
};

class ScreenContext : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    const ScreenFacts& facts() const { return m_facts; }
    void set(const ScreenFacts& facts)
    {
        if (m_facts == facts)
            return;
        m_facts = facts;
        Q_EMIT changed();
    }

Q_SIGNALS:
    void changed();

private:
    ScreenFacts m_facts;
};

} // namespace yoyo
