// SPDX-License-Identifier: Apache-2.0
#include "models/domain/canonical_json.h"

#include "tests/support/vectors.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <bit>

using namespace yoyo;

class TestCanonicalJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void numbersAreWrittenAsEcmaScriptDoes();
    void valuesMatchTheVectors();
    void integersKeepTheirDigits();
};

static QJsonObject vectorFile()
{
    QFile file(test::sourcePath(QStringLiteral("resources/api/vectors/canonical_json.json")));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void TestCanonicalJson::numbersAreWrittenAsEcmaScriptDoes()
{
    const QJsonArray numbers = vectorFile().value(QStringLiteral("numbers")).toArray();
    QCOMPARE(numbers.size(), 400);
    for (const QJsonValue& v : numbers) {
        const auto bits = v[QStringLiteral("bits")].toString().toULongLong(nullptr, 16);
        QCOMPARE(QString::fromLatin1(canonicalNumber(std::bit_cast<double>(quint64(bits)))), v[QStringLiteral("text")].toString());
    }
}

void TestCanonicalJson::valuesMatchTheVectors()
{
    const QJsonArray values = vectorFile().value(QStringLiteral("values")).toArray();
    QCOMPARE(values.size(), 10);
    for (const QJsonValue& v : values)
        QCOMPARE(QString::fromUtf8(canonicalJson(v[QStringLiteral("value")])), v[QStringLiteral("canonical")].toString());
}

void TestCanonicalJson::integersKeepTheirDigits()
{
    for (const qint64 n : {0LL, 7794LL, -5LL, 9007199254740991LL, -9007199254740991LL})
        QCOMPARE(canonicalJson(QJsonValue(n)), QByteArray::number(n));
}

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "test_canonical_json.moc"
