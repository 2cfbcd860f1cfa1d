// SPDX-License-Identifier: Apache-2.0
#include "models/domain/row_hash.h"

#include "models/domain/ids.h"
#include "tests/support/vectors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace yoyo;

class TestRowHash : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void rowsMatchTheVectors();
    void absentNullAndSeqDoNotCount();
    void sumDoesNotDependOnOrderAndCanBeTakenBack();
    void sumWrapsAround();
};

static QJsonObject vectorFile()
{
    QFile file(test::sourcePath(QStringLiteral("resources/api/vectors/row_hash.json")));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

static EntityRow rowOf(const QJsonValue& v)
{
    EntityRow row;
    row.entity = entityFromName(v[QStringLiteral("entity")].toString()).value();
    row.id = idFromText(v[QStringLiteral("id")].toString());
    row.ver = v[QStringLiteral("ver")].toInteger();
    row.fields = v[QStringLiteral("fields")].toObject();
    return row;
}

void TestRowHash::rowsMatchTheVectors()
{
    const QJsonArray rows = vectorFile().value(QStringLiteral("rows")).toArray();
    QCOMPARE(rows.size(), 4);
    for (const QJsonValue& v : rows) {
        const EntityRow row = rowOf(v);
        QCOMPARE(QString::fromUtf8(canonicalRow(row)), v[QStringLiteral("canonical")].toString());
        QCOMPARE(QString::fromLatin1(rowHash(row).toHex()), v[QStringLiteral("sha256")].toString());
        QCOMPARE(bucketOf(row.id), v[QStringLiteral("bucket")].toInt());
    }
}

void TestRowHash::absentNullAndSeqDoNotCount()
{
    EntityRow row = rowOf(vectorFile().value(QStringLiteral("rows")).toArray().at(0));
    const QByteArray hash = rowHash(row);
    row.seq = 99;
    row.fields.insert(QStringLiteral("contact"), QJsonValue());
    QCOMPARE(rowHash(row), hash);
    row.ver += 1;
    QVERIFY(rowHash(row) != hash);
}

void TestRowHash::sumDoesNotDependOnOrderAndCanBeTakenBack()
{
    const QJsonObject file = vectorFile();
    const QJsonArray rows = file.value(QStringLiteral("rows")).toArray();
    BucketHash forward;
    BucketHash backward;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        forward.add(rowHash(rowOf(rows[i])));
        backward.add(rowHash(rowOf(rows[rows.size() - 1 - i])));
    }
    QCOMPARE(QString::fromLatin1(forward.value().toHex()), file.value(QStringLiteral("sum_of_all")).toString());
    QVERIFY(forward == backward);
    QVERIFY(BucketHash::fromValue(forward.value(), forward.rows()) == forward);
    for (const QJsonValue& v : rows)
        forward.remove(rowHash(rowOf(v)));
    QVERIFY(forward == BucketHash());
}

void TestRowHash::sumWrapsAround()
{
    const QJsonObject wraps = vectorFile().value(QStringLiteral("wraps")).toObject();
    const auto bytes = [&wraps](const char* key) {
        return QByteArray::fromHex(wraps.value(QLatin1String(key)).toString().toLatin1());
    };
    BucketHash sum;
    sum.add(bytes("a"));
    sum.add(bytes("b"));
    QCOMPARE(sum.value(), bytes("sum"));
    QCOMPARE(sum.rows(), 2);
    sum.remove(bytes("b"));
    QCOMPARE(sum.value(), bytes("a"));
}

QTEST_GUILESS_MAIN(TestRowHash)
#include "test_row_hash.moc"
