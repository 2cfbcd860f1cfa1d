// SPDX-License-Identifier: Apache-2.0
#include "models/domain/message_texts.h"

#include "models/domain/clock.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

// Q_INIT_RESOURCE must stand outside a namespace; a static library's resources are not linked in otherwise.
static void initMessages()
{
    Q_INIT_RESOURCE(messages);
}

namespace yoyo {

/// One line of RFC 4180 without line breaks inside cells: the file is ours and a test holds it to that.
static QStringList cells(const QString& line)
{
    QStringList out;
    QString cell;
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (isQuoted && c == u'"' && i + 1 < line.size() && line[i + 1] == u'"') {
            cell.append(c);
            ++i;
        } else if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (c == u',' && !isQuoted) {
            out.append(std::exchange(cell, {}));
        } else {
            cell.append(c);
        }
    }
    out.append(cell);
    return out;
}

static QList<MessageRow> readRows()
{
    constexpr qsizetype columns = 5;
    initMessages();
    QFile file(QStringLiteral(":/help/messages.csv"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("messages.csv is not compiled in");
    QList<MessageRow> rows;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines.mid(1)) {
        const QStringList cell = cells(line);
        if (cell.size() != columns)
            qFatal("messages.csv: five cells wanted in %s", qPrintable(line));
        rows.append({cell[0], {cell[1], cell[2]}, {cell[3], cell[4]}});
    }
    return rows;
}

const QList<MessageRow>& messageRows()
{
    static const QList<MessageRow> rows = readRows();
    return rows;
}

static const MessageRow* rowOf(const QString& code)
{
    static const QHash<QString, const MessageRow*> index = [] {
        QHash<QString, const MessageRow*> out;
        for (const MessageRow& row : messageRows())
            out.insert(row.code, &row);
        return out;
    }();
    return index.value(code);
}

static QString valueText(const QJsonValue& value, MessageLanguage language)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'f', 0);
    const QString text = value.toString();
    if (const QDateTime instant = instantFromText(text); instant.isValid()) {
        constexpr int secondsEast = 9 * 3600;
        return instant.toOffsetFromUtc(secondsEast).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    }
    if (const MessageRow* word = rowOf(QStringLiteral("word:") + text))
        return language == MessageLanguage::Japanese ? word->japanese.message : word->english.message;
    return text;
}

static QString filled(QString text, const QJsonObject& params, MessageLanguage language)
{
    for (auto it = params.begin(); it != params.end(); ++it) {
        const QString value = valueText(it.value(), language);
        if (!value.isEmpty())
            text.replace(QLatin1Char('{') + it.key() + QLatin1Char('}'), value);
    }
    static const QRegularExpression emptyBracket(QStringLiteral(" ?[(（][^()（）]*\\{\\w+\\}[^()（）]*[)）]"));
    static const QRegularExpression unfilled(QStringLiteral("\\{\\w+\\}"));
    text.remove(emptyBracket);
    text.replace(unfilled, QStringLiteral("–"));
    return text;
}

MessageText messageText(const Error& error, MessageLanguage language)
{
    const MessageRow* row = rowOf(error.codeText());
    if (row == nullptr)
        return {error.codeText(), {}};
    QJsonObject params = error.params;
    if (!error.requestId.isEmpty() && !params.contains(QStringLiteral("request_id")))
        params.insert(QStringLiteral("request_id"), error.requestId);
    if (error.retryAfter && !params.contains(QStringLiteral("retry_after"))) {
        params.insert(QStringLiteral("retry_after"),
                      qint64(std::chrono::duration_cast<std::chrono::seconds>(*error.retryAfter).count()));
    }
    const MessageText& text = language == MessageLanguage::Japanese ? row->japanese : row->english;
    return {filled(text.message, params, language), filled(text.nextStep, params, language)};
}

MessageLanguage messageLanguage(const QString& setLanguage, const QString& locale)
{
    if (setLanguage == QLatin1String("ja"))
        return MessageLanguage::Japanese;
    if (setLanguage == QLatin1String("en"))
        return MessageLanguage::English;
    const bool isJapanese = locale.isEmpty() || locale.startsWith(QLatin1String("ja"));
    return isJapanese ? MessageLanguage::Japanese : MessageLanguage::English;
}

} // namespace yoyo
