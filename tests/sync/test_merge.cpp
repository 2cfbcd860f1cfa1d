// SPDX-License-Identifier: Apache-2.0
#include "models/sync/merge.h"
#include "tests/support/fake_random.h"

#include <QTest>

using namespace yoyo;

class TestMerge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void everyGroupFollowsTheTable_data();
    void everyGroupFollowsTheTable();
    void groupsDoNotDisturbEachOther();
    void oneFieldEachOfOneGroupIsAConflict();
    void serviceFieldsAreTheirs();
    void deletionMeetsEdit();
    void deletionMeetsNothing();
    void nullCountsAsAbsent();
    void changeBetweenIsWhatWithChangeUndoes();
    void creationMayWriteWhatUpdatesMayNot();
    void baseValuesCoverWholeGroups();
    void randomRowsKeepTheInvariants();
};

static QJsonValue value(int which)
{
    return which == 0 ? QJsonValue(QJsonValue::Undefined) : QJsonValue(QStringLiteral("value %1").arg(which));
}

static void put(QJsonObject& into, const QString& name, int which)
{
    const QJsonValue v = value(which);
    if (v.isUndefined())
        into.remove(name);
    else
        into.insert(name, v);
}

/// Entity, group, and which of three values base, ours and theirs have in every field of the group.
void TestMerge::everyGroupFollowsTheTable_data()
{
    QTest::addColumn<int>("entity");
    QTest::addColumn<QString>("group");
    for (const EntitySchema& schema : allSchemas()) {
        for (const QString& group : schema.groups())
            QTest::addRow("%s %s", schema.name, qPrintable(group)) << int(schema.entity) << group;
    }
}

void TestMerge::everyGroupFollowsTheTable()
{
    QFETCH(int, entity);
    QFETCH(QString, group);
    const EntitySchema& schema = schemaOf(Entity(entity));
    const QStringList names = schema.fieldsOfGroup(group);
    for (const QString& name : names) {
        for (int b = 0; b < 3; ++b) {
            for (int o = 0; o < 3; ++o) {
                for (int t = 0; t < 3; ++t) {
                    QJsonObject base, ours, theirs;
                    put(base, name, b);
                    put(ours, name, o);
                    put(theirs, name, t);
                    const RowMerge merge = mergeRow(schema, base, ours, theirs);
                    const GroupVerdict wanted = o == b && t == b ? GroupVerdict::Unchanged
                        : t == b                                 ? GroupVerdict::TakeOurs
                        : o == b                                 ? GroupVerdict::TakeTheirs
                        : o == t                                 ? GroupVerdict::Same
                                                                 : GroupVerdict::Conflict;
                    for (const GroupMerge& g : merge.groups)
                        QCOMPARE(g.verdict, g.group == group ? wanted : GroupVerdict::Unchanged);
                    QCOMPARE(merge.hasConflict(), wanted == GroupVerdict::Conflict);
                    // The row to work on: the changed side, and ours where a person has to decide.
                    QCOMPARE(*merge.fields, wanted == GroupVerdict::TakeTheirs ? theirs : ours);
                }
            }
        }
    }
}

static const EntitySchema& users()
{
    return schemaOf(Entity::User);
}

static QJsonObject user(const QString& family, const QString& department, const QString& phone)
{
    return {{QStringLiteral("family_name"), family},
            {QStringLiteral("department"), department},
            {QStringLiteral("phone"), phone}};
}

void TestMerge::groupsDoNotDisturbEachOther()
{
    const QJsonObject base = user(QStringLiteral("佐藤"), QStringLiteral("健康推進課"), QStringLiteral("03-1"));
    const QJsonObject ours = user(QStringLiteral("鈴木"), QStringLiteral("健康推進課"), QStringLiteral("03-2"));
    const QJsonObject theirs = user(QStringLiteral("佐藤"), QStringLiteral("保健予防課"), QStringLiteral("03-3"));
    const RowMerge merge = mergeRow(users(), base, ours, theirs);
    QCOMPARE(merge.conflictGroups(), QStringList{QStringLiteral("contact")});
    QVERIFY(merge.isMixed());
    QCOMPARE(*merge.fields, user(QStringLiteral("鈴木"), QStringLiteral("保健予防課"), QStringLiteral("03-2")));
}

void TestMerge::oneFieldEachOfOneGroupIsAConflict()
{
    QJsonObject ours{{QStringLiteral("family_name"), QStringLiteral("鈴木")}};
    QJsonObject theirs{{QStringLiteral("given_name"), QStringLiteral("花子")}};
    QCOMPARE(mergeRow(users(), {}, ours, theirs).conflictGroups(), QStringList{QStringLiteral("name")});
}

void TestMerge::serviceFieldsAreTheirs()
{
    const QJsonObject base{{QStringLiteral("credential_state"), QStringLiteral("temporary_sent")}};
    const QJsonObject theirs{{QStringLiteral("credential_state"), QStringLiteral("in_use")}};
    const RowMerge merge = mergeRow(users(), base, base, theirs);
    QVERIFY(!merge.hasConflict());
    QCOMPARE(*merge.fields, theirs);
}

void TestMerge::deletionMeetsEdit()
{
    const QJsonObject base = user(QStringLiteral("佐藤"), QStringLiteral("課"), QStringLiteral("1"));
    QJsonObject edited = base;
    edited.insert(QStringLiteral("department"), QStringLiteral("係"));
    const RowMerge gone = mergeRow(users(), base, edited, std::nullopt);
    QCOMPARE(gone.conflict, ConflictClass::EditDelete);
    QCOMPARE(*gone.fields, edited);
    QCOMPARE(gone.conflictGroups(), QStringList{QStringLiteral("department")});
    const RowMerge kept = mergeRow(users(), base, std::nullopt, edited);
    QCOMPARE(kept.conflict, ConflictClass::DeleteEdit);
    QVERIFY(!kept.fields);
}

void TestMerge::deletionMeetsNothing()
{
    const QJsonObject base = user(QStringLiteral("佐藤"), QStringLiteral("課"), QStringLiteral("1"));
    QVERIFY(!mergeRow(users(), base, base, std::nullopt).hasConflict());
    QVERIFY(!mergeRow(users(), base, std::nullopt, base).hasConflict());
    QVERIFY(!mergeRow(users(), base, std::nullopt, std::nullopt).hasConflict());
}

void TestMerge::nullCountsAsAbsent()
{
    const QJsonObject withNull{{QStringLiteral("note"), QJsonValue(QJsonValue::Null)}};
    QVERIFY(!mergeRow(users(), {}, withNull, QJsonObject()).hasConflict());
    QVERIFY(changeBetween(users(), {}, withNull).isEmpty());
}

void TestMerge::changeBetweenIsWhatWithChangeUndoes()
{
    const QJsonObject from = user(QStringLiteral("佐藤"), QStringLiteral("課"), QStringLiteral("1"));
    QJsonObject to = from;
    to.remove(QStringLiteral("phone"));
    to.insert(QStringLiteral("note"), QStringLiteral("x"));
    const FieldChange change = changeBetween(users(), from, to);
    QCOMPARE(change.unset, QStringList{QStringLiteral("phone")});
    QCOMPARE(withChange(from, change), to);
    QCOMPARE(change.fields(users()), (QStringList{QStringLiteral("phone"), QStringLiteral("note")}));
}

void TestMerge::creationMayWriteWhatUpdatesMayNot()
{
    const QJsonObject to{{QStringLiteral("login_id"), QStringLiteral("a-0001")},
                         {QStringLiteral("credential_state"), QStringLiteral("in_use")}};
    QVERIFY(changeBetween(users(), {}, to).isEmpty());
    QCOMPARE(changeBetween(users(), {}, to, true).set.keys(), QStringList{QStringLiteral("login_id")});
}

void TestMerge::baseValuesCoverWholeGroups()
{
    const QJsonObject base{{QStringLiteral("mail"), QStringLiteral("a@b")}, {QStringLiteral("note"), QStringLiteral("n")}};
    QCOMPARE(baseValuesFor(users(), {QStringLiteral("phone")}, base),
             (QJsonObject{{QStringLiteral("mail"), QStringLiteral("a@b")}}));
}

void TestMerge::randomRowsKeepTheInvariants()
{
    test::FakeRandom random(20261122);
    const auto all = allSchemas();
    for (int round = 0; round < 1'500; ++round) {
        const EntitySchema& schema = all[random.next() % all.size()];
        QJsonObject base, ours, theirs;
        for (const Field& f : schema.fields) {
            const QString name = QString::fromLatin1(f.name);
            const int b = int(random.next() % 3);
            put(base, name, b);
            // Correlated: most fields stay as they were.
            put(ours, name, random.next() % 4 == 0 ? int(random.next() % 3) : b);
            put(theirs, name, random.next() % 4 == 0 ? int(random.next() % 3) : b);
        }
        const RowMerge merge = mergeRow(schema, base, ours, theirs);
        const RowMerge mirrored = mergeRow(schema, base, theirs, ours);
        QCOMPARE(mirrored.conflictGroups(), merge.conflictGroups());
        for (const QString& group : schema.groups()) {
            const auto g = std::ranges::find(merge.groups, group, &GroupMerge::group);
            const QJsonObject b = groupValues(schema, group, base);
            const QJsonObject o = groupValues(schema, group, ours);
            const QJsonObject t = groupValues(schema, group, theirs);
            const QJsonObject result = groupValues(schema, group, *merge.fields);
            QVERIFY(result == o || result == t);
            if (o != b)
                QCOMPARE(result, o); // nothing a person typed is dropped
            if (o == b)
                QCOMPARE(result, t);
            QCOMPARE(g->verdict == GroupVerdict::Conflict, o != b && t != b && o != t);
        }
        // What is to be sent makes theirs into the merged row, as far as a client may write.
        const FieldChange change = changeBetween(schema, theirs, *merge.fields);
        for (const QString& group : schema.groups())
            QCOMPARE(groupValues(schema, group, withChange(theirs, change)), groupValues(schema, group, *merge.fields));
    }
}

QTEST_GUILESS_MAIN(TestMerge)
#include "test_merge.moc"
