// SPDX-License-Identifier: Apache-2.0
#include "models/domain/message_texts.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace yoyo;

class TestMessageTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void everyCodeHasItsRow();
    void noRowWithoutItsCode();
    void placeholdersAreParamsOfTheCode();
    void everyCodeOffersANextStep();
    void fillsParamsAndWords();
    void showsInstantsInJapaneseTime();
    void leavesOutABracketWithoutValue();
    void choosesTheLanguage();
};

static QString latin(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

void TestMessageTexts::everyCodeHasItsRow()
{
    QSet<QString> rows;
    for (const MessageRow& row : messageRows()) {
        QVERIFY2(!rows.contains(row.code), qPrintable(row.code));
        rows.insert(row.code);
    }
    for (const ErrorInfo& info : allErrors())
        QVERIFY2(rows.contains(latin(info.code)), qPrintable(latin(info.code) + QStringLiteral(" has no row")));
}

void TestMessageTexts::noRowWithoutItsCode()
{
    QSet<QString> codes;
    for (const ErrorInfo& info : allErrors())
        codes.insert(latin(info.code));
    for (const MessageRow& row : messageRows())
        QVERIFY2(codes.contains(row.code) || row.code.startsWith(QStringLiteral("word:")), qPrintable(row.code));
}

void TestMessageTexts::placeholdersAreParamsOfTheCode()
{
    static const QRegularExpression placeholder(QStringLiteral("\\{([^}]*)\\}"));
    QHash<QString, QStringList> params;
    for (const ErrorInfo& info : allErrors())
        params.insert(latin(info.code), latin(info.params).split(u'|'));
    for (const MessageRow& row : messageRows()) {
        for (const QString& text : {row.english.message, row.english.nextStep, row.japanese.message, row.japanese.nextStep}) {
            auto it = placeholder.globalMatch(text);
            while (it.hasNext()) {
                const QString name = it.next().captured(1);
                QVERIFY2(params[row.code].contains(name), qPrintable(row.code + QLatin1Char(' ') + name));
            }
        }
    }
}

void TestMessageTexts::everyCodeOffersANextStep()
{
    for (const MessageRow& row : messageRows()) {
        if (row.code.startsWith(QStringLiteral("word:")))
            continue;
        for (const QString& text : {row.english.message, row.english.nextStep, row.japanese.message, row.japanese.nextStep})
            QVERIFY2(text.size() > 3, qPrintable(row.code));
        static const QRegularExpression japanese(QStringLiteral("[\\p{Han}\\p{Hiragana}\\p{Katakana}]"));
        QVERIFY2(row.japanese.message.contains(japanese), qPrintable(row.code));
        QVERIFY2(!row.english.message.contains(japanese) || row.english.message.contains(QStringLiteral("実施")),
                 qPrintable(row.code));
    }
}

void TestMessageTexts::fillsParamsAndWords()
{
    const Error tooShort(ErrorCode::PasswordTooShort, {},
                         {{QStringLiteral("minimum"), 15}, {QStringLiteral("length"), 3}});
    const MessageText english = messageText(tooShort, MessageLanguage::English);
    QVERIFY(english.message.contains(QStringLiteral("15")));
    QVERIFY(english.message.contains(QStringLiteral("3 characters")));
    const Error blocked(ErrorCode::PasswordBlocked, {}, {{QStringLiteral("kind"), QStringLiteral("common")}});
    QVERIFY(messageText(blocked, MessageLanguage::Japanese).message.contains(QStringLiteral("よくある言葉")));
}

void TestMessageTexts::showsInstantsInJapaneseTime()
{
    const Error error(ErrorCode::Maintenance, {},
                      {{QStringLiteral("until"), QStringLiteral("2026-11-22T03:00:00.000Z")}});
    QVERIFY(messageText(error, MessageLanguage::Japanese).message.contains(QStringLiteral("2026-11-22 12:00")));
}

void TestMessageTexts::leavesOutABracketWithoutValue()
{
    const Error error(ErrorCode::Maintenance, {}, {{QStringLiteral("until"), QJsonValue()}});
    for (const MessageLanguage language : {MessageLanguage::Japanese, MessageLanguage::English}) {
        const QString text = messageText(error, language).message;
        QVERIFY2(!text.contains(u'{') && !text.contains(u'(') && !text.contains(u'（'), qPrintable(text));
    }
    const Error host(ErrorCode::HostNotFound);
    QVERIFY(!messageText(host, MessageLanguage::English).message.contains(u'{'));
}

void TestMessageTexts::choosesTheLanguage()
{
    QVERIFY(messageLanguage(QStringLiteral("en"), QStringLiteral("ja_JP.UTF-8")) == MessageLanguage::English);
    QVERIFY(messageLanguage({}, QStringLiteral("ja_JP.UTF-8")) == MessageLanguage::Japanese);
    QVERIFY(messageLanguage({}, QStringLiteral("C.UTF-8")) == MessageLanguage::English);
    QVERIFY(messageLanguage({}, {}) == MessageLanguage::Japanese);
}

QTEST_GUILESS_MAIN(TestMessageTexts)
#include "test_message_texts.moc"
