// SPDX-License-Identifier: Apache-2.0
// What the start page knows before anybody has signed in: the content of office.sealed, which only this PC's
// keychain opens.
#pragma once

#include "models/central/messages.h"

#include <QJsonObject>

namespace yoyo {

/// One person's store on this PC.
struct StoreOwner
{
    QUuid userId;
    QString loginId;
    QString familyName;
    QString givenName;
    QString role; ///< at the last online sign-in, as on the wire
    bool isUnattended = false;
    int unsent = 0;
    /// 姓 and 名 with an ideographic blank.
    QString name() const;
    friend bool operator==(const StoreOwner&, const StoreOwner&) = default;
};

struct OfficeMemory
{
    std::optional<OfficeInfo> office; ///< none before the first sign-in
    QList<StoreOwner> owners;
    QJsonObject policy;        ///< the service's last word
    QDateTime lastServiceTime; ///< the latest instant the service was heard to say; never goes back

    const StoreOwner* ownerByLogin(QStringView loginId) const;
    void putOwner(const StoreOwner& owner);
};

QJsonObject toJson(const OfficeMemory& memory);
/// Fields it does not understand are left out: the file is a convenience, not a record.
OfficeMemory officeMemoryFromJson(const QJsonObject& json);

} // namespace yoyo
