// SPDX-License-Identifier: Apache-2.0
// What the sync pages call rows, fields, states and next steps. The names of fields and the spelling of values come
// from the screens that own them, handed in, so that a change reads the same here as in its form.
#pragma once

#include "ui/widgets/badge.h"

#include "models/services/work_service.h"

#include <QCoreApplication>

#include <functional>

namespace yoyo {

class SyncWords
{
    Q_DECLARE_TR_FUNCTIONS(SyncWords)
public:
    struct Sources
    {
        std::function<QString(const QString& field)> userField;
        std::function<QString(const QString& field)> settingField;
        std::function<QString(const QString& field, const QJsonValue& value)> userValue;
        std::function<QString(const QString& field, const QJsonValue& value)> settingValue;
    };
    explicit SyncWords(Sources sources) : m_sources(std::move(sources)) {}

    QString field(Entity entity, const QString& name) const;
    /// 「（なし）」 for no value.
    QString value(Entity entity, const QString& field, const QJsonValue& value) const;
    /// 「氏名: 佐藤 → 鈴木」, the first two fields and how many more.
    QString summary(const OperationRow& row) const;

    static QString entity(Entity entity);
    static QString group(Entity entity, const QString& group);
    /// 「ユーザ: 鈴木 一郎」
    static QString row(Entity entity, const QString& title);
    static QString kind(OperationKind kind);
    static QString state(OpState state);
    static BadgeKind stateBadge(OpState state);
    /// Why it stands where it stands, without a code; the problem's own text is the presenter's.
    static QString stateReason(const OperationRow& row);
    /// The one thing to do next, as a sentence; never empty for an open operation.
    static QString nextStep(const OperationRow& row);
    /// The word on the button that does it; empty when there is nothing to press.
    static QString nextButton(NextAction action);
    static QString conflictKind(ConflictClass conflictClass);

    /// What the engine is doing, as a sentence.
    static QString phase(const SyncStatus& status);
    /// 「最終同期 … （照合済み）」
    static QString lastSync(const SyncStatus& status);

private:
    Sources m_sources;
};

} // namespace yoyo
