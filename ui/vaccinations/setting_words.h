// SPDX-License-Identifier: Apache-2.0
// What the vaccination screens call fields, codes, ages and states, in the language of the moment. GUI thread.
#pragma once

#include "models/services/setting_service.h"
#include "ui/widgets/badge.h"

#include <QCoreApplication>
#include <QJsonValue>

namespace yoyo {

class SettingWords
{
    Q_DECLARE_TR_FUNCTIONS(SettingWords)
public:
    static QString lawClass(LawClass value);
    /// 実施 / 未実施 / 取扱終了.
    static QString flag(const SettingRow& row);
    static BadgeKind flagBadge(const SettingRow& row);
    static QString field(const QString& name);
    /// The word of a code of the field ("collective" of contract_type).
    static QString code(const QString& field, const QString& code);
    /// 「生後2か月」; the text itself when it is no age expression.
    static QString age(const QString& expression);
    static QString ageWindow(const QString& from, const QString& to);
    static QString days(QDate from, QDate to);
    static QString yen(std::optional<qint64> amount);
    static QString fiscalYear(int year);
    /// A contract value as people read it: code words, yen, days.
    static QString value(const QString& field, const QJsonValue& value);
    /// Why the flag of an ended item cannot be changed.
    static QString endedReason(const VaccineItem& item);
};

} // namespace yoyo
