// SPDX-License-Identifier: Apache-2.0
#include "models/intake/mail_credentials.h"

#include "models/intake/mail_message.h"

#include <QList>
#include <QRegularExpression>
#include <QStringList>

namespace yoyo {

namespace {

constexpr qsizetype longestText = 1024 * 1024;

enum class What { Id, Password };

struct Label
{
    What what;
    qsizetype start;
    qsizetype end;
    bool isWeak; ///< "password" without "temporary"
};

struct Found
{
    QStringList ids;
    QStringList passwords;
    bool isWeak = false;
};

const QRegularExpression& labels()
{
    static const QRegularExpression form(
        QStringLiteral("(?<id>(?:ユーザー?|利用者|ログイン)[ \\t]*(?:ID|アイディー|アイデー)|(?:user|login)[ \\t_-]*(?:id|name))(?![A-Za-z])"
                       "|(?<temporary>(?:仮|初期|一時)[ \\t]*パスワード|(?:temporary|initial)[ \\t]+password)"
                       "|(?<weak>パスワード|(?<![A-Za-z])password)(?![A-Za-z])"),
        QRegularExpression::CaseInsensitiveOption);
    return form;
}

QList<Label> labelsIn(const QString& line)
{
    QList<Label> out;
    for (auto it = labels().globalMatch(line); it.hasNext();) {
        const auto m = it.next();
        const bool isId = !m.captured(QStringLiteral("id")).isEmpty();
        const bool isWeak = !m.captured(QStringLiteral("weak")).isEmpty();
        out.append({isId ? What::Id : What::Password, m.capturedStart(), m.capturedEnd(), isWeak});
    }
    return out;
}

/// What is left when quotes, brackets, bars and list marks around a value are taken away.
QString bare(QString text)
{
    static const QRegularExpression lead(QStringLiteral("^[\\s|│┃:=>→⇒…・\\[\\]()「『【《<\"'】\\]」』）]*"));
    static const QRegularExpression tail(QStringLiteral("\\s*(?:です。?|となります。?|になります。?)?[\\s|│┃」』】》。、,;\\])\">']*\\z"));
    text.remove(lead);
    text.remove(tail);
    return text;
}

bool isId(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9][A-Za-z0-9._-]{5,19}\\z"));
    return form.match(text).hasMatch();
}

/// A temporary password: one run of printable ASCII, or groups of four with blanks between.
std::optional<QString> passwordOf(const QString& text)
{
    static const QRegularExpression run(QStringLiteral("^[!-~]{8,128}\\z"));
    static const QRegularExpression groups(QStringLiteral("^[A-Za-z0-9]{4}(?: [A-Za-z0-9]{4}){2,15}\\z"));
    if (groups.match(text).hasMatch())
        return text;
    // A word like "changing." in an English sentence is no password: it needs a digit, a sign or mixed case.
    static const QRegularExpression word(QStringLiteral("^[A-Z]?[a-z]+[.,:;]?\\z|^https?:"));
    return run.match(text).hasMatch() && !word.match(text).hasMatch() ? std::optional(text) : std::nullopt;
}

void take(What what, const QString& value, bool isWeak, Found& found)
{
    if (what == What::Id) {
        if (isId(value) && !found.ids.contains(value))
            found.ids.append(value);
        return;
    }
    const auto password = passwordOf(value);
    if (password && !found.passwords.contains(*password)) {
        found.passwords.append(*password);
        found.isWeak = found.isWeak || isWeak;
    }
}

/// The text behind a label, up to the next one, without the word that joins them.
QString segmentBehind(const QString& line, const QList<Label>& all, qsizetype i)
{
    const qsizetype end = i + 1 < all.size() ? all[i + 1].start : line.size();
    QString segment = line.mid(all[i].end, end - all[i].end);
    static const QRegularExpression joint(QStringLiteral("^\\s*(?:\\([^)]*\\)|（[^）]*）)?\\s*(?:は|:|=|→|⇒|\\.{2,}|…+)?"));
    segment.remove(joint);
    if (i + 1 < all.size()) {
        static const QRegularExpression mark(QStringLiteral("[\\s/、,|・;]+\\z"));
        segment.remove(mark);
    }
    return bare(segment);
}

bool isDecoration(const QString& line)
{
    static const QRegularExpression form(QStringLiteral("^[\\s\\-=_*+|─━―┌┐└┘├┤┬┴┼│・]*\\z"));
    return form.match(line).hasMatch();
}

Found search(const QStringList& lines)
{
    Found found;
    for (qsizetype n = 0; n < lines.size(); ++n) {
        const QString& line = lines[n];
        const QList<Label> all = labelsIn(line);
        if (all.isEmpty())
            continue;
        QList<Label> open; // labels with nothing behind them
        for (qsizetype i = 0; i < all.size(); ++i) {
            const QString segment = segmentBehind(line, all, i);
            if (segment.isEmpty())
                open.append(all[i]);
            else
                take(all[i].what, segment, all[i].isWeak, found);
        }
        if (open.size() != all.size())
            continue;
        // Values below their labels: one per line, or side by side in the same order.
        qsizetype below = n + 1;
        while (below < lines.size() && below <= n + 3 && isDecoration(lines[below]))
            ++below;
        if (below >= lines.size() || !labelsIn(lines[below]).isEmpty())
            continue;
        if (open.size() == 1) {
            take(open[0].what, bare(lines[below]), open[0].isWeak, found);
        } else {
            static const QRegularExpression columns(QStringLiteral("[\\s|│,]+"));
            const QStringList cells = bare(lines[below]).split(columns, Qt::SkipEmptyParts);
            for (qsizetype i = 0; cells.size() == open.size() && i < open.size(); ++i)
                take(open[i].what, bare(cells[i]), open[i].isWeak, found);
        }
    }
    return found;
}

MailKind kindOfSubject(const QString& text)
{
    static const QRegularExpression both(QStringLiteral("ユーザー?\\s*ID\\s*[・･,、及び/\\s]*仮パスワード(?:の)?(?:ご)?通知"));
    static const QRegularExpression one(QStringLiteral("仮パスワード(?:の)?(?:ご)?通知"));
    return both.match(text).hasMatch() ? MailKind::FirstAdministrator
           : one.match(text).hasMatch() ? MailKind::OrdinaryUser
                                        : MailKind::Unknown;
}

/// Full-width letters and signs to half width, quote marks of replies away.
QStringList normalisedLines(const QString& text)
{
    QStringList out;
    static const QRegularExpression reply(QStringLiteral("^(?:\\s*>)+ ?"));
    static const QRegularExpression breaks(QStringLiteral("\\r\\n|\\r|\\n|\\x{2028}|\\x{2029}|\\x{85}"));
    for (QString line : text.split(breaks)) {
        line = line.normalized(QString::NormalizationForm_KC);
        line.remove(reply);
        out.append(line.trimmed());
    }
    return out;
}

Result<MailCredentials> credentialsOf(const QString& subject, const QString& text)
{
    if (text.size() > longestText)
        return Error(ErrorCode::MessageMalformed, QStringLiteral("too large"));
    QStringList lines = normalisedLines(text);
    MailKind told = kindOfSubject(subject.normalized(QString::NormalizationForm_KC));
    for (qsizetype i = 0; i < lines.size() && told == MailKind::Unknown; ++i) {
        static const QRegularExpression subjectLine(QStringLiteral("^(?:件名|subject)\\s*:|【予予請求】"),
                                                    QRegularExpression::CaseInsensitiveOption);
        if (subjectLine.match(lines[i]).hasMatch())
            told = kindOfSubject(lines[i]);
    }
    Found found = search(lines);
    for (QString& line : lines)
        wipeText(line);
    if (found.ids.size() > 1 || found.passwords.size() > 1)
        return Error(ErrorCode::MailAmbiguous);
    if (found.ids.isEmpty() && found.passwords.isEmpty())
        return Error(ErrorCode::MailHoldsNoCredentials);
    MailCredentials out;
    if (!found.ids.isEmpty())
        out.loginId = found.ids[0];
    if (!found.passwords.isEmpty()) {
        out.temporaryPassword = SecretBuffer::fromText(found.passwords[0]);
        wipeText(found.passwords[0]);
    }
    const MailKind seen = !out.temporaryPassword ? MailKind::Unknown
                          : out.loginId          ? MailKind::FirstAdministrator
                                                 : MailKind::OrdinaryUser;
    out.kind = told == MailKind::Unknown ? seen : told;
    out.isSure = seen != MailKind::Unknown && out.kind == seen && !found.isWeak;
    return out;
}

} // namespace

Result<MailCredentials> credentialsFromText(const QString& text)
{
    // A whole .eml may have been pasted.
    const QByteArray bytes = text.toUtf8();
    if (looksLikeMail(bytes)) {
        const auto mail = readMail(bytes);
        if (mail) {
            auto out = credentialsOf(mail->subject, mail->text);
            if (out || out.error().code != ErrorCode::MailHoldsNoCredentials)
                return out;
        }
    }
    return credentialsOf(QString(), text);
}

Result<MailCredentials> credentialsFromFile(const QByteArray& bytes)
{
    if (looksLikeMail(bytes)) {
        const auto mail = readMail(bytes);
        if (!mail)
            return mail.error();
        return credentialsOf(mail->subject, mail->text);
    }
    if (bytes.size() > 10 * longestText)
        return Error(ErrorCode::MessageMalformed, QStringLiteral("too large"));
    return credentialsOf(QString(), textFromCharset(bytes, {}));
}

} // namespace yoyo
