// SPDX-License-Identifier: Apache-2.0
// Every text of ui/ and app/ is said in Japanese, and its English plurals are there: asked of Qt's own tool, which
// reads the sources again. A text without a translation, or a translation without a text, is a fault.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace {

struct Message
{
    QString context;
    QString source;
    QString comment;
    QString type;      ///< "unfinished", "vanished", "obsolete", or nothing
    QStringList forms; ///< the translation, or each of its plural forms
    bool isPlural = false;

    QString name() const { return context + QStringLiteral(": ") + source; }
};

QList<Message> readMessages(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> out;
    QString context;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::EndElement && xml.name() == QLatin1String("message"))
            out.last().context = context;
        if (xml.tokenType() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            out.append(Message());
            out.last().isPlural = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
        } else if (xml.name() == QLatin1String("source")) {
            out.last().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            out.last().comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            out.last().type = xml.attributes().value(QLatin1String("type")).toString();
            if (!out.last().isPlural)
                out.last().forms.append(xml.readElementText());
        } else if (xml.name() == QLatin1String("numerusform")) {
            out.last().forms.append(xml.readElementText());
        }
    }
    return xml.hasError() ? QList<Message>() : out;
}

QSet<QString> placesIn(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%[0-9]"));
    QSet<QString> out;
    for (auto found = place.globalMatch(text); found.hasNext();)
        out.insert(found.next().captured());
    return out;
}

QString sourceFolder(const char* name)
{
    return QStringLiteral(YOYO_SOURCE_DIR "/") + QLatin1String(name);
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void everyTextIsTranslated_data();
    void everyTextIsTranslated();
    void translationsKeepTheirPlaces_data() { files(); }
    void translationsKeepTheirPlaces();
    void shortcutLettersOfAMenuDiffer();

private:
    void files();
};

void TestTranslations::files()
{
    QTest::addColumn<QString>("file");
    for (const char* file : {"yoyo_ja.ts", "yoyo_en.ts", "qt_ja.ts"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

void TestTranslations::everyTextIsTranslated_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("forms");
    QTest::newRow("Japanese") << QStringLiteral("yoyo_ja.ts")
                              << QStringList{QStringLiteral("-target-language"), QStringLiteral("ja")} << 1;
    QTest::newRow("English plurals") << QStringLiteral("yoyo_en.ts")
                                     << QStringList{QStringLiteral("-pluralonly"), QStringLiteral("-target-language"),
                                                    QStringLiteral("en")}
                                     << 2;
}

void TestTranslations::everyTextIsTranslated()
{
    QFETCH(QString, file);
    QFETCH(QStringList, options);
    QFETCH(int, forms);
    QTemporaryDir folder;
    const QString copy = folder.filePath(file);
    QVERIFY(QFile::copy(sourceFolder("translations/") + file, copy));
    const qsizetype before = readMessages(copy).size();
    QProcess lupdate;
    lupdate.start(QStringLiteral(YOYO_LUPDATE),
                  QStringList{QStringLiteral("-silent"), QStringLiteral("-recursive"), sourceFolder("ui"),
                              sourceFolder("app"), QStringLiteral("-I"), QStringLiteral(YOYO_SOURCE_DIR),
                              QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-source-language"),
                              QStringLiteral("en")} +
                      options + QStringList{QStringLiteral("-ts"), copy});
    QVERIFY(lupdate.waitForFinished(120'000));
    QCOMPARE(lupdate.exitCode(), 0);
    const QList<Message> messages = readMessages(copy);
    QVERIFY(messages.size() >= before && before > 30);
    QStringList faults;
    for (const Message& message : messages) {
        if (!message.type.isEmpty())
            faults.append(message.type + QLatin1Char(' ') + message.name());
        else if (message.isPlural && message.forms.size() != forms)
            faults.append(QStringLiteral("plural forms ") + message.name());
        else if (message.forms.isEmpty() || message.forms.contains(QString()))
            faults.append(QStringLiteral("empty ") + message.name());
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
}

void TestTranslations::translationsKeepTheirPlaces()
{
    // A %1 that is lost shows a text without its number; one too many shows "%2" to a person.
    QFETCH(QString, file);
    for (const Message& message : readMessages(sourceFolder("translations/") + file)) {
        for (const QString& form : message.forms)
            QVERIFY2(placesIn(form) == placesIn(message.source), qPrintable(message.name()));
    }
}

void TestTranslations::shortcutLettersOfAMenuDiffer()
{
    static const QRegularExpression letter(QStringLiteral("\\(&([A-Z])\\)$"));
    QHash<QString, QString> menus;
    for (const Message& message : readMessages(sourceFolder("translations/yoyo_ja.ts"))) {
        static const QStringList bar{QStringLiteral("&File"), QStringLiteral("&Actions"),
                                     QStringLiteral("&Go"),   QStringLiteral("&Synchronisation"),
                                     QStringLiteral("&View"), QStringLiteral("&Help")};
        if (message.context != QStringLiteral("yoyo::MainWindow") || !bar.contains(message.source))
            continue;
        const auto found = letter.match(message.forms.first());
        QVERIFY2(found.hasMatch(), qPrintable(message.name()));
        QVERIFY2(!menus.contains(found.captured(1)), qPrintable(message.name()));
        menus.insert(found.captured(1), message.source);
    }
    QCOMPARE(menus.size(), 6);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
