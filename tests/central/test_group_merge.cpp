// SPDX-License-Identifier: Apache-2.0
#include "tests/central/group_merge.h"

#include <QRegularExpression>
#include <QTest>

using namespace yoyo;
using namespace yoyo::service;

static QJsonObject base()
{
    return {{QStringLiteral("family_name"), QStringLiteral("山本")},
            {QStringLiteral("given_name"), QStringLiteral("花子")},
            {QStringLiteral("department"), QStringLiteral("健康推進課")},
            {QStringLiteral("mail"), QStringLiteral("a@x.example")},
            {QStringLiteral("phone"), QStringLiteral("03-1111-1111")}};
}

static QJsonObject with(QJsonObject object, const QString& field, const QJsonValue& value)
{
    object.insert(field, value);
    return object;
}

static MergeInput input(const QJsonObject& current, const QJsonObject& set)
{
    return {schemaOf(Entity::User), current, set, {}, {}, base(), false};
}

class TestGroupMerge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void otherGroupsMergeByThemselves();
    void sameGroupOtherFieldIsAConflict();
    void sameChangeOnBothSidesIsNone();
    void valuesBackAtBaseAreNoConflict();
    void withoutHistoryBaseValuesDecide();
    void unsetRemovesAndComparesAsNoValue();
    void currentBaseNeverConflicts();
    void oneConflictingGroupIsNamed();
};

void TestGroupMerge::otherGroupsMergeByThemselves()
{
    const auto r = mergeByGroup(input(with(base(), QStringLiteral("department"), QStringLiteral("総務課")),
                                      {{QStringLiteral("phone"), QStringLiteral("03-2222-2222")}}));
    QVERIFY(r.conflictGroups.isEmpty());
    QCOMPARE(r.changedFields, QStringList{QStringLiteral("phone")});
    QCOMPARE(r.merged.value(QStringLiteral("department")).toString(), QStringLiteral("総務課"));
    QCOMPARE(r.merged.value(QStringLiteral("phone")).toString(), QStringLiteral("03-2222-2222"));
}

void TestGroupMerge::sameGroupOtherFieldIsAConflict()
{
    const auto r = mergeByGroup(input(with(base(), QStringLiteral("mail"), QStringLiteral("b@x.example")),
                                      {{QStringLiteral("phone"), QStringLiteral("03-2222-2222")}}));
    QCOMPARE(r.conflictGroups, QStringList{QStringLiteral("contact")});
}

void TestGroupMerge::sameChangeOnBothSidesIsNone()
{
    const QJsonObject set{{QStringLiteral("phone"), QStringLiteral("03-2222-2222")}};
    const auto r = mergeByGroup(input(with(base(), QStringLiteral("phone"), QStringLiteral("03-2222-2222")), set));
    QVERIFY(r.conflictGroups.isEmpty());
    QVERIFY(r.changedFields.isEmpty());
}

void TestGroupMerge::valuesBackAtBaseAreNoConflict()
{
    const auto r = mergeByGroup(input(base(), {{QStringLiteral("phone"), QStringLiteral("03-2222-2222")}}));
    QVERIFY(r.conflictGroups.isEmpty());
    QCOMPARE(r.changedFields, QStringList{QStringLiteral("phone")});
}

void TestGroupMerge::withoutHistoryBaseValuesDecide()
{
    MergeInput in = input(with(base(), QStringLiteral("mail"), QStringLiteral("b@x.example")),
                          {{QStringLiteral("phone"), QStringLiteral("03-2222-2222")}});
    in.baseRow.reset();
    in.baseValues = {{QStringLiteral("phone"), QStringLiteral("03-1111-1111")}};
    QVERIFY(mergeByGroup(in).conflictGroups.isEmpty()); // the mail was never told
    in.baseValues.insert(QStringLiteral("mail"), QStringLiteral("a@x.example"));
    QCOMPARE(mergeByGroup(in).conflictGroups, QStringList{QStringLiteral("contact")});
    in.baseValues = {};
    QCOMPARE(mergeByGroup(in).conflictGroups, QStringList{QStringLiteral("contact")}); // base: no phone at all
}

void TestGroupMerge::unsetRemovesAndComparesAsNoValue()
{
    MergeInput in = input(base(), {});
    in.unset = QStringList{QStringLiteral("phone")};
    const auto r = mergeByGroup(in);
    QVERIFY(!r.merged.contains(QStringLiteral("phone")));
    QCOMPARE(r.changedFields, QStringList{QStringLiteral("phone")});

    in.current.remove(QStringLiteral("phone"));
    QVERIFY(mergeByGroup(in).changedFields.isEmpty());
    // A base of null is a base without value.
    in.unset.clear();
    in.set = {{QStringLiteral("phone"), QStringLiteral("03-3333-3333")}};
    in.baseRow.reset();
    in.baseValues = {{QStringLiteral("phone"), QJsonValue::Null}};
    QVERIFY(mergeByGroup(in).conflictGroups.isEmpty());
}

void TestGroupMerge::currentBaseNeverConflicts()
{
    MergeInput in = input(with(base(), QStringLiteral("mail"), QStringLiteral("b@x.example")),
                          {{QStringLiteral("phone"), QStringLiteral("03-2222-2222")}});
    in.isCurrentBase = true;
    QVERIFY(mergeByGroup(in).conflictGroups.isEmpty());
}

void TestGroupMerge::oneConflictingGroupIsNamed()
{
    const auto r = mergeByGroup(input(with(base(), QStringLiteral("family_name"), QStringLiteral("鈴木")),
                                      {{QStringLiteral("given_name"), QStringLiteral("桃子")},
                                       {QStringLiteral("department"), QStringLiteral("総務課")}}));
    QCOMPARE(r.conflictGroups, QStringList{QStringLiteral("name")});
}

QTEST_GUILESS_MAIN(TestGroupMerge)
#include "test_group_merge.moc"
