// SPDX-License-Identifier: Apache-2.0
// See help_contents.h.
#include "ui/shell/help_contents.h"

#include "models/domain/message_texts.h"

#include <QFile>
#include <QRegularExpression>

static void loadHelpResource()
{
    Q_INIT_RESOURCE(yoyo_help);
}

namespace yoyo {

namespace {


QString textOf(std::string_view text)
{
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

std::optional<QString> fileText(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return QString::fromUtf8(file.readAll());
}

/// The row as it stands in the table, its placeholders in words.
std::optional<MessageText> textsOf(const ErrorInfo& info)
{
    const QString code = textOf(info.code);
    for (const MessageRow& row : messageRows()) {
        if (row.code != code)
            continue;
        MessageText text = row.japanese;
        static const QRegularExpression placeholder(QStringLiteral("（?\\{[a-z_]+\\}）?"));
        text.message.replace(placeholder, QStringLiteral("（…）"));
        text.nextStep.replace(placeholder, QStringLiteral("（…）"));
        return text;
    }
    return std::nullopt;
}

QString titleOf(const QString& markdown)
{
    for (const QString& line : markdown.split(QLatin1Char('\n'))) {
        if (line.startsWith(QStringLiteral("# ")))
            return line.mid(2).trimmed();
    }
    return {};
}

/// 「誰が直せるか」 in words.
QString whoText(std::string_view who)
{
    if (who == "user")
        return QStringLiteral("ご自身で直せます。");
    if (who == "administrator")
        return QStringLiteral("所属の管理者に依頼してください。");
    if (who == "it")
        return QStringLiteral("情報担当（ネットワークやパソコンの管理者）に依頼してください。");
    if (who == "wait")
        return QStringLiteral("しばらく待てば直ります。プログラムが自動的に試し直します。");
    return QStringLiteral("ヘルプデスクに連絡してください。");
}

} // namespace

HelpContents::HelpContents()
{
    loadHelpResource();
}

QList<HelpContents::Entry> HelpContents::screens() const
{
    QList<Entry> out;
    const QString order = fileText(QStringLiteral(":/help/order.txt")).value_or(QString());
    for (const QString& id : order.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const auto text = fileText(QStringLiteral(":/help/%1.md").arg(id.trimmed()));
        if (text)
            out.append({id.trimmed(), titleOf(*text)});
    }
    return out;
}

QList<HelpContents::Entry> HelpContents::codes() const
{
    QList<Entry> out;
    for (const ErrorInfo& info : allErrors()) {
        QString title = textOf(info.code);
        if (const auto text = textsOf(info))
            title += QLatin1Char(' ') + text->message;
        out.append({textOf(info.helpAnchor), title});
    }
    return out;
}

std::optional<QString> HelpContents::page(const QString& id) const
{
    if (auto screen = fileText(QStringLiteral(":/help/%1.md").arg(id)))
        return screen;
    // Screens that share a page: "<id> <page>" on each line.
    for (const QString& line : fileText(QStringLiteral(":/help/aliases.txt")).value_or(QString()).split(QLatin1Char('\n'))) {
        if (line.section(QLatin1Char(' '), 0, 0) == id && !id.isEmpty())
            return fileText(QStringLiteral(":/help/%1.md").arg(line.section(QLatin1Char(' '), 1, 1)));
    }
    return codePage(id);
}

std::optional<QString> HelpContents::codePage(const QString& anchor) const
{
    for (const ErrorInfo& info : allErrors()) {
        if (textOf(info.helpAnchor) != anchor)
            continue;
        const auto text = textsOf(info);
        QString out = QStringLiteral("# ") + textOf(info.code) + QStringLiteral("\n\n");
        if (text) {
            out += QStringLiteral("## メッセージ\n\n") + text->message + QStringLiteral("\n\n");
            if (!text->nextStep.isEmpty())
                out += QStringLiteral("## 次にすること\n\n") + text->nextStep + QStringLiteral("\n\n");
        }
        if (const auto more = fileText(QStringLiteral(":/help/codes/%1.md").arg(anchor)))
            out += *more + QStringLiteral("\n\n");
        out += QStringLiteral("## 誰が直せるか\n\n") + whoText(info.whoCanFix) + QStringLiteral("\n\n");
        if (info.retryable)
            out += QStringLiteral("- 同じ操作をもう一度試すことができます。\n");
        out += QStringLiteral("- 問い合わせのときは、コード「%1」を伝えてください。\n").arg(textOf(info.code));
        return out;
    }
    return std::nullopt;
}

QList<HelpContents::Entry> HelpContents::search(const QString& query) const
{
    const QStringList words = query.normalized(QString::NormalizationForm_KC).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<Entry> out;
    if (words.isEmpty())
        return screens();
    for (const QList<Entry>& entries : {screens(), codes()}) {
        for (const Entry& entry : entries) {
            const QString text = entry.title + QLatin1Char(' ') + page(entry.id).value_or(QString());
            bool hasAll = true;
            for (const QString& word : words)
                hasAll = hasAll && text.contains(word, Qt::CaseInsensitive);
            if (hasAll)
                out.append(entry);
        }
    }
    return out;
}

} // namespace yoyo
