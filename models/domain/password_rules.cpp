// SPDX-License-Identifier: Apache-2.0
#include "models/domain/password_rules.h"

#include "models/domain/kana.h"
#include "models/domain/secret_buffer.h"
#include "models/domain/text.h"

#include <QFile>
#include <QSet>

#include <algorithm>
#include <array>

// Q_INIT_RESOURCE must stand outside a namespace.
static void initReference()
{
    Q_INIT_RESOURCE(reference);
}

namespace yoyo {

namespace {

/// A password may lean on known words, but this much must be its own: each character that no known word, sequence,
/// date or repetition explains counts one, each different known word two.
constexpr int ownCharactersWanted = 8;
constexpr int shortestWord = 4;

const QSet<QString>& blockedWords()
{
    static const QSet<QString> words = [] {
        const QStringList& list = passwordBlocklist();
        return QSet<QString>(list.begin(), list.end());
    }();
    return words;
}

const QStringList& systemWords()
{
    static const QStringList words{
        QStringLiteral("yoyodesk"), QStringLiteral("yoyo"),     QStringLiteral("yoshin"),   QStringLiteral("yobou"),
        QStringLiteral("sesshu"),   QStringLiteral("seikyu"),   QStringLiteral("yobousesshu"),
        QStringLiteral("kokuho"),   QStringLiteral("chuokai"),  QStringLiteral("vaccine"),  QStringLiteral("vaccination"),
        QStringLiteral("kansho"),   QStringLiteral("kanrisha"), QStringLiteral("jichitai"), QStringLiteral("shiyakusho"),
        QStringLiteral("kuyakusho"), QStringLiteral("yakuba"),  QStringLiteral("hokenjo"),  QStringLiteral("kenkou"),
        QStringLiteral("予診"),     QStringLiteral("予防接種"), QStringLiteral("予予請求"), QStringLiteral("接種記録")};
    return words;
}

/// Look-alike characters read as letters, in lower case: P@ssw0rd -> password. One character in, one out.
QString unmasked(const QString& password)
{
    static constexpr std::array<std::pair<char16_t, char16_t>, 10> looks{{
        {u'@', u'a'}, {u'4', u'a'}, {u'0', u'o'}, {u'1', u'i'}, {u'!', u'i'},
        {u'3', u'e'}, {u'$', u's'}, {u'5', u's'}, {u'7', u't'}, {u'|', u'l'}}};
    QString out = password.toLower();
    for (QChar& c : out) {
        for (const auto& [from, to] : looks) {
            if (c.unicode() == from)
                c = QChar(to);
        }
    }
    return out;
}

bool isStep(char16_t a, char16_t b, int step)
{
    const bool isDigits = a >= u'0' && a <= u'9' && b >= u'0' && b <= u'9';
    const bool isLetters = a >= u'a' && a <= u'z' && b >= u'a' && b <= u'z';
    return (isDigits || isLetters) && b - a == step;
}

bool isKeyboardStep(char16_t a, char16_t b)
{
    static const std::array<QStringView, 8> rows{u"1234567890-^", u"qwertyuiop@[", u"asdfghjkl;:]", u"zxcvbnm,./",
                                                 u"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/", u"!\"#$%&'()=~|",
                                                 u"!@#$%^&*()_+", u"741852963"};
    for (const QStringView row : rows) {
        const qsizetype at = row.indexOf(QChar(a));
        if (at >= 0 && ((at + 1 < row.size() && row[at + 1] == QChar(b)) || (at > 0 && row[at - 1] == QChar(b))))
            return true;
    }
    return false;
}

/// The length of the longest sequence that starts here: 1234, dcba, qwer, aaaa, abcabc; below 4 it is none.
qsizetype sequenceAt(QStringView t, qsizetype i)
{
    qsizetype best = 0;
    for (const int step : {1, -1, 0}) {
        qsizetype n = 1;
        while (i + n < t.size()
               && (step == 0 ? t[i + n] == t[i] : isStep(t[i + n - 1].unicode(), t[i + n].unicode(), step)))
            ++n;
        best = std::max(best, n);
    }
    qsizetype walk = 1;
    while (i + walk < t.size() && isKeyboardStep(t[i + walk - 1].unicode(), t[i + walk].unicode()))
        ++walk;
    best = std::max(best, walk);
    return best >= 4 ? best : 0;
}

/// A year, or a date as eight digits.
qsizetype dateAt(QStringView t, qsizetype i)
{
    const auto digit = [&t](qsizetype at) {
        return at < t.size() && t[at] >= u'0' && t[at] <= u'9' ? t[at].unicode() - u'0' : -1;
    };
    int value = 0;
    qsizetype n = 0;
    while (n < 8 && digit(i + n) >= 0)
        value = value * 10 + digit(i + n++);
    if (n == 8) {
        const QDate day(value / 10000, value / 100 % 100, value % 100);
        if (day.isValid() && day.year() >= 1900 && day.year() < 2100)
            return 8;
    }
    if (n >= 4) {
        const int year = (digit(i) * 10 + digit(i + 1)) * 100 + digit(i + 2) * 10 + digit(i + 3);
        if (year >= 1900 && year < 2100)
            return 4;
    }
    return 0;
}

struct Word
{
    QString text;
    QLatin1String kind;
};

/// What the password is made of once known parts are taken away.
struct Makeup
{
    int own = 0;
    QSet<QString> words;
    QSet<QString> kinds;
};

Makeup makeupOf(const QString& plain, const QString& letters, const QList<Word>& words)
{
    Makeup out;
    const QSet<QString>& blocked = blockedWords();
    for (qsizetype i = 0; i < plain.size();) {
        qsizetype taken = 0;
        QString kind;
        QString word;
        const auto offer = [&](qsizetype n, const QString& k, const QString& w) {
            if (n > taken) {
                taken = n;
                kind = k;
                word = w;
            }
        };
        for (const Word& w : words) {
            if (QStringView(plain).mid(i).startsWith(w.text) || QStringView(letters).mid(i).startsWith(w.text))
                offer(w.text.size(), w.kind, {});
        }
        for (qsizetype n = std::min<qsizetype>(24, plain.size() - i); n >= shortestWord && n > taken; --n) {
            for (const QString& side : {plain, letters}) {
                const QString part = side.mid(i, n);
                if (blocked.contains(part))
                    offer(n, QStringLiteral("common"), part);
            }
        }
        offer(sequenceAt(plain, i), QStringLiteral("sequence"), {});
        offer(dateAt(plain, i), QStringLiteral("sequence"), {});
        if (taken > 0) {
            out.kinds.insert(kind);
            if (!word.isEmpty())
                out.words.insert(word);
            i += taken;
        } else {
            if (plain[i].isLetterOrNumber())
                ++out.own;
            ++i;
        }
    }
    return out;
}

/// Made of few different characters, or of one short part over and over (abcabcabc…).
bool isRepetitive(const QString& t)
{
    if (QSet<QChar>(t.begin(), t.end()).size() < 5)
        return true;
    for (qsizetype period = 1; period <= t.size() / 2 && period <= 8; ++period) {
        qsizetype same = 0;
        for (qsizetype i = period; i < t.size(); ++i)
            same += t[i] == t[i - period] ? 1 : 0;
        if (same == t.size() - period)
            return true;
    }
    return false;
}

int classesOf(const QString& t)
{
    bool lower = false;
    bool upper = false;
    bool digit = false;
    bool other = false;
    for (const QChar c : t) {
        if (c.isLower())
            lower = true;
        else if (c.isUpper())
            upper = true;
        else if (c.isDigit())
            digit = true;
        else
            other = true;
    }
    return int(lower) + int(upper) + int(digit) + int(other);
}

void addWord(QList<Word>& words, const QString& text, const char* kind)
{
    const QString plain = normalisePassword(text).toLower();
    const bool isLatin = std::ranges::all_of(plain, [](QChar c) { return c.unicode() < 0x80; });
    if (plain.size() >= (isLatin ? shortestWord : 2))
        words.append({plain, QLatin1String(kind)});
    const QString latin = romanised(text);
    if (latin.size() >= shortestWord)
        words.append({latin, QLatin1String(kind)});
}

/// A name as a whole inside the password: kanji or kana of two characters, Latin letters of four.
bool namesUser(const QString& plain, const PasswordContext& context)
{
    QList<Word> words;
    addWord(words, context.loginId, "user");
    for (const QString& name : context.names)
        addWord(words, name, "user");
    return std::ranges::any_of(words, [&plain](const Word& w) { return plain.contains(w.text); });
}

int invalidPosition(const QString& t)
{
    for (qsizetype i = 0; i < t.size(); ++i) {
        if (hasControlCharacter(QStringView(t).mid(i, t[i].isHighSurrogate() ? 2 : 1)))
            return int(i) + 1;
        if (t[i].isHighSurrogate())
            ++i;
        else if (t[i].category() == QChar::Other_NotAssigned || t[i].category() == QChar::Other_PrivateUse)
            return int(i) + 1;
    }
    return 0;
}

Error at(ErrorCode code, QJsonObject params = {})
{
    return Error(code, {}, std::move(params), QStringLiteral("new_password"));
}

} // namespace

const QStringList& passwordBlocklist()
{
    static const QStringList words = [] {
        initReference();
        QFile file(QStringLiteral(":/reference/password_blocklist.txt"));
        QStringList out;
        if (file.open(QIODevice::ReadOnly)) {
            for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
                if (!line.startsWith(u'#'))
                    out.append(line);
            }
        }
        return out;
    }();
    return words;
}

QString normalisePassword(const QString& typed)
{
    return typed.normalized(QString::NormalizationForm_KC);
}

bool hadFullWidth(QStringView typed)
{
    return std::ranges::any_of(typed, [](QChar c) {
        return (c.unicode() >= 0xff01 && c.unicode() <= 0xff5e) || c.unicode() == 0x3000;
    });
}

QList<Error> checkPassword(const QString& candidate, const PasswordContext& context)
{
    QList<Error> out;
    QString password = normalisePassword(candidate);
    if (const int position = invalidPosition(password))
        out.append(at(ErrorCode::PasswordCharacterInvalid, {{QStringLiteral("position"), position}}));
    const int length = characterCount(password);
    const PolicyValues& policy = context.policy;
    if (length < policy.passwordMinimum) {
        out.append(at(ErrorCode::PasswordTooShort,
                      {{QStringLiteral("minimum"), policy.passwordMinimum}, {QStringLiteral("length"), length}}));
    }
    if (length > policy.passwordMaximum) {
        out.append(at(ErrorCode::PasswordTooLong,
                      {{QStringLiteral("maximum"), policy.passwordMaximum}, {QStringLiteral("length"), length}}));
        wipeText(password);
        return out; // the checks below are not meant for texts without bound
    }
    if (!context.previous.isEmpty() && password == normalisePassword(context.previous))
        out.append(at(ErrorCode::PasswordUnchanged));
    QString plain = password.toLower();
    QString letters = unmasked(password);
    if (namesUser(plain, context) || namesUser(letters, context))
        out.append(at(ErrorCode::PasswordNamesUser));
    if (!password.isEmpty() && isRepetitive(plain)) {
        out.append(at(ErrorCode::PasswordRepetitive));
    } else if (!password.isEmpty()) {
        QList<Word> words;
        for (const QString& word : context.municipalityWords)
            addWord(words, word, "municipality");
        for (const QString& word : systemWords())
            addWord(words, word, "system");
        const Makeup makeup = makeupOf(plain, letters, words);
        if (!makeup.kinds.isEmpty() && makeup.own + 2 * makeup.words.size() < ownCharactersWanted) {
            for (const char* kind : {"system", "municipality", "common", "sequence"}) {
                if (makeup.kinds.contains(QLatin1String(kind))) {
                    out.append(at(ErrorCode::PasswordBlocked, {{QStringLiteral("kind"), QLatin1String(kind)}}));
                    break;
                }
            }
        }
    }
    if (classesOf(password) < policy.passwordClasses) {
        out.append(at(ErrorCode::PasswordClasses, {{QStringLiteral("required"), policy.passwordClasses},
                                                   {QStringLiteral("found"), classesOf(password)}}));
    }
    wipeText(password);
    wipeText(plain);
    wipeText(letters);
    return out;
}

} // namespace yoyo
