// SPDX-License-Identifier: Apache-2.0
// 市区町村別予防接種設定: the rows of a fiscal year beside the national item, and changes to one or several of them.
// The same path offline and online. Called on the GUI thread; futures finish there too.
#pragma once

#include "models/domain/entity.h"
#include "models/domain/vaccination_setting.h"
#include "models/domain/vaccine_item.h"
#include "models/domain/row_badge.h"
#include "models/services/save_receipt.h"
#include "models/sync/merge.h"

#include <QDateTime>
#include <QFuture>
#include <QObject>

#include <optional>

namespace yoyo {

class Clock;
class RandomSource;
class SyncRunner;
class Workplace;

enum class SettingSort { National, MgmtNo, Name, LawClass, Flag, HandlingTo };

struct SettingQuery
{
    int fiscalYear = 0;              ///< 0: the fiscal year of today
    QString text;                    ///< as typed; number, name, disease
    std::optional<bool> isHandled;   ///< 実施フラグ
    std::optional<bool> isEnded;     ///< 取扱終了日 is past
    QString lawClass;                ///< the code as in the vaccine master; empty: every one
    bool isOnlyUnsent = false;
    SettingSort sort = SettingSort::National;
    bool isDescending = false;
    friend bool operator==(const SettingQuery&, const SettingQuery&) = default;
};

struct SettingRow
{
    VaccinationSetting setting;
    VaccineItem item;
    EntityRow seen;       ///< as shown; hand it back with a change
    RowBadge badge = RowBadge::None;
    bool isEnded = false; ///< 「取扱終了」: the flag is never editable (E-VACC-002)
};

struct SettingPage
{
    QList<SettingRow> rows;
    int offset = 0;
    int total = 0;
    QDateTime asOf; ///< UTC; invalid: never pulled
};

struct SettingCounts
{
    int handled = 0;
    int notHandled = 0; ///< without the ended ones
    int ended = 0;
};

class SettingService : public QObject
{
    Q_OBJECT
public:
    SettingService(Workplace& workplace, SyncRunner& sync, const Clock& clock, RandomSource& random,
                   QObject* parent = nullptr);
    ~SettingService() override;

    QFuture<Result<SettingPage>> list(const SettingQuery& query, int offset, int limit);
    QFuture<Result<SettingRow>> get(const QUuid& id);
    /// Fiscal years of which there are rows, ascending.
    QFuture<Result<QList<int>>> fiscalYears();
    QFuture<Result<SettingCounts>> counts(int fiscalYear);
    /// The fiscal year of today in Japan.
    int currentFiscalYear() const;

    /// Findings when `change` is put on each of the rows; RowFinding.row is the index into `seen`.
    QFuture<Result<QList<RowFinding>>> check(const QList<EntityRow>& seen, const FieldChange& change);
    /// One set of changed fields on one or several rows, in one transaction; a refusal saves nothing.
    /// A reason is kept with the operation. Requires the right to edit settings (E-USER-020 otherwise).
    QFuture<Result<SaveReceipt>> save(const QList<EntityRow>& seen, const FieldChange& change,
                                      const QString& reason = {});

Q_SIGNALS:
    /// Empty: read everything again.
    void changed(const QList<QUuid>& ids);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace yoyo

Q_DECLARE_METATYPE(yoyo::SettingRow)
