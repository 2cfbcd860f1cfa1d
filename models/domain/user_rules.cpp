// SPDX-License-Identifier: Apache-2.0
#include "models/domain/user_rules.h"

#include "models/domain/kana.h"
#include "models/domain/my_number.h"
#include "models/domain/text.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace yoyo {

namespace {

struct TextRule
{
    const char* field;
    QString User::*member;
    int maximum;
    bool isFreeText; ///< line breaks allowed, searched for Individual Numbers
};

constexpr TextRule textRules[] = {
    {"family_name", &User::familyName, 50, false}, {"given_name", &User::givenName, 50, false},
    {"family_kana", &User::familyKana, 50, false}, {"given_kana", &User::givenKana, 50, false},
    {"department", &User::department, 60, false},  {"mail", &User::mail, 254, false},
    {"phone", &User::phone, 40, false},            {"employee_no", &User::employeeNo, 20, false},
    {"note", &User::note, 400, true},              {"notice_method", &User::noticeMethod, 20, false},
};

QString pointerText(const char* field)
{
    return QString::fromLatin1(field);
}

Error fieldError(ErrorCode code, const char* field, bool namesField = false)
{
    QJsonObject params;
    if (namesField)
        params.insert(QLatin1String("field"), pointerText(field));
    return Error(code, {}, params, pointerText(field));
}

bool isBirthDate(QStringView digits, QDate today)
{
    const QDate day = QDate::fromString(digits.toString(), QStringLiteral("yyyyMMdd"));
    return day.isValid() && day.year() >= 1900 && (!today.isValid() || day <= today);
}

/// An ID that is a person's name (any romanisation, with or without an initial) or holds a birth date.
bool isPersonal(const User& u, QDate today)
{
    static const QRegularExpression eight(QStringLiteral("(?<!\\d)\\d{8}(?!\\d)"));
    static const QRegularExpression era(QStringLiteral("(?<![a-z])[mtshr](\\d\\d)(0[1-9]|1[0-2])([0-2]\\d|3[01])(?!\\d)"),
                                        QRegularExpression::CaseInsensitiveOption);
    for (auto it = eight.globalMatch(u.loginId); it.hasNext();) {
        if (isBirthDate(it.next().capturedView(), today))
            return true;
    }
    if (era.match(u.loginId).hasMatch())
        return true;

    QSet<QString> names;
    const QString family = foldRomanisation(romanised(u.familyKana));
    const QString given = foldRomanisation(romanised(u.givenKana));
    const auto add = [&names](const QString& name) {
        if (name.size() >= 3)
            names.insert(name);
    };
    for (const auto& [f, g] : {std::pair(family, given),
                               std::pair(foldRomanisation(u.familyName), foldRomanisation(u.givenName))}) {
        add(f);
        add(g);
        if (!f.isEmpty() && !g.isEmpty()) {
            add(f + g);
            add(g + f);
            add(g.left(1) + f);
            add(f + g.left(1));
        }
    }
    static const QRegularExpression letters(QStringLiteral("[A-Za-z]+"));
    QString joined;
    for (auto it = letters.globalMatch(u.loginId); it.hasNext();) {
        const QString run = it.next().captured();
        joined += run;
        if (names.contains(foldRomanisation(run)) || names.contains(foldRomanisation(joined)))
            return true;
    }
    return false;
}

void checkLoginId(const User& u, const UserRuleContext& c, QList<Error>& out)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9._-]{6,20}\\z"));
    if (!form.match(u.loginId).hasMatch()) {
        out.append(fieldError(ErrorCode::LoginIdFormat, "login_id"));
        return;
    }
    // The ID of a stored user cannot be changed, and may be older than the rule against names.
    if (!c.before && isPersonal(u, c.today))
        out.append(fieldError(ErrorCode::LoginIdPersonal, "login_id"));
    const QString key = loginIdKey(u.loginId);
    const bool isTaken = std::ranges::any_of(c.takenLoginIds, [&key](const QString& id) {
        return loginIdKey(id) == key;
    });
    if (isTaken) {
        out.append(Error(ErrorCode::LoginIdTaken, {}, {{QStringLiteral("login_id"), u.loginId}},
                         QStringLiteral("login_id")));
    }
}

bool isMailAddress(const QString& mail)
{
    // RFC 5321 mailbox without quoted local parts and address literals: no office issues those.
    static const QRegularExpression form(
        QStringLiteral("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                       "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])\\z"));
    return mail.size() <= 254 && mail.indexOf(u'@') <= 64 && form.match(mail).hasMatch();
}

void checkMail(const User& u, const UserRuleContext& c, QList<Error>& out)
{
    if (u.mail.isEmpty()) {
        out.append(fieldError(ErrorCode::MailRequired, "mail"));
        return;
    }
    if (!isMailAddress(u.mail)) {
        out.append(fieldError(ErrorCode::MailFormat, "mail"));
        return;
    }
    if (c.officeMailDomains.isEmpty())
        return;
    const QString domain = u.mail.mid(u.mail.lastIndexOf(u'@') + 1).toLower();
    const bool isKnown = std::ranges::any_of(c.officeMailDomains, [&domain](const QString& own) {
        return domain == own.toLower() || domain.endsWith(QString(u'.' + own.toLower()));
    });
    if (!isKnown) {
        out.append(Error(ErrorCode::MailOtherDomain, {}, {{QStringLiteral("domain"), domain}}, QStringLiteral("mail")));
    }
}

void checkTexts(const User& u, QList<Error>& out)
{
    for (const TextRule& rule : textRules) {
        const QString& value = u.*rule.member;
        if (hasControlCharacter(value, rule.isFreeText))
            out.append(fieldError(ErrorCode::ControlCharacter, rule.field, true));
        const int length = characterCount(value);
        if (length > rule.maximum) {
            out.append(Error(ErrorCode::TextTooLong, {},
                             {{QStringLiteral("field"), pointerText(rule.field)},
                              {QStringLiteral("maximum"), rule.maximum},
                              {QStringLiteral("length"), length}},
                             pointerText(rule.field)));
        }
    }
    for (const auto& [field, value] : {std::pair("family_name", u.familyName), std::pair("given_name", u.givenName),
                                       std::pair("department", u.department), std::pair("note", u.note)}) {
        if (holdsMyNumber(value))
            out.append(fieldError(ErrorCode::MyNumberSuspected, field, true));
    }
}

bool isBlank(const QString& text)
{
    return QStringView(text).trimmed().isEmpty();
}

void checkNames(const User& u, QList<Error>& out)
{
    for (const auto& [field, value] : {std::pair("family_name", u.familyName), std::pair("given_name", u.givenName)}) {
        if (isBlank(value))
            out.append(fieldError(ErrorCode::NameRequired, field, true));
    }
    for (const auto& [field, value] : {std::pair("family_kana", u.familyKana), std::pair("given_kana", u.givenKana)}) {
        if (isBlank(value))
            out.append(fieldError(ErrorCode::NameRequired, field, true));
        else if (!isKatakanaName(value))
            out.append(fieldError(ErrorCode::KanaInvalid, field, true));
    }
    if (isBlank(u.department))
        out.append(fieldError(ErrorCode::DepartmentRequired, "department"));
}

bool isPhone(const QString& phone)
{
    static const QRegularExpression form(
        QStringLiteral("^\\+?[0-9()-]{4,20}((内線|内|x|ext\\.?|,|\\()[0-9-]{1,8}\\)?)?\\z"),
        QRegularExpression::CaseInsensitiveOption);
    const QString plain = normaliseCode(phone);
    const auto digits = std::ranges::count_if(plain, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits >= 4 && form.match(plain).hasMatch();
}

/// Rules that look at what the row was before: nobody locks the office or oneself out.
void checkAuthority(const User& u, const UserRuleContext& c, QList<Error>& out)
{
    if (!c.before)
        return;
    const User& b = *c.before;
    const bool wasAdministrator = b.role == Role::Administrator && b.isActiveOn(c.today);
    const bool staysAdministrator = u.role == Role::Administrator && u.isActiveOn(c.today);
    const char* changed = u.role != b.role ? "role" : u.state != b.state ? "state" : "valid_to";
    if (wasAdministrator && !staysAdministrator && c.otherActiveAdministrators && *c.otherActiveAdministrators == 0)
        out.append(fieldError(ErrorCode::LastAdministrator, changed));
    if (c.actorId.isNull() || c.actorId != u.id)
        return;
    if (b.role == Role::Administrator && u.role != Role::Administrator)
        out.append(fieldError(ErrorCode::SelfDemotion, "role"));
    if (b.isActiveOn(c.today) && !u.isActiveOn(c.today))
        out.append(fieldError(ErrorCode::SelfSuspension, u.state != b.state ? "state" : "valid_to"));
}

} // namespace

QList<Error> checkUser(const User& u, const UserRuleContext& c)
{
    QList<Error> out;
    checkLoginId(u, c, out);
    checkNames(u, out);
    checkMail(u, c, out);
    if (!u.phone.isEmpty() && !isPhone(u.phone))
        out.append(fieldError(ErrorCode::PhoneFormat, "phone"));
    checkTexts(u, out);
    if (u.validFrom.isValid() && u.validTo.isValid() && u.validTo < u.validFrom)
        out.append(fieldError(ErrorCode::ValidPeriodReversed, "valid_to"));
    if (u.unattended && u.role != Role::Staff)
        out.append(fieldError(ErrorCode::UnattendedNeedsStaffRole, "role"));
    checkAuthority(u, c, out);
    return out;
}

bool isAcceptable(const QList<Error>& errors)
{
    return std::ranges::none_of(errors, [](const Error& e) {
        return errorInfo(e.code).severity.starts_with("refuse");
    });
}

QString normaliseLoginId(QStringView typed)
{
    return trimmed(typed.toString().normalized(QString::NormalizationForm_KC));
}

QString loginIdKey(QStringView loginId)
{
    return normaliseLoginId(loginId).toCaseFolded();
}

QString suggestLoginId(const QString& prefix, const QStringList& takenLoginIds)
{
    QString stem;
    for (const QChar c : prefix.toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            stem += c;
    }
    stem = stem.isEmpty() ? QStringLiteral("user") : stem.left(14);
    QSet<QString> taken;
    for (const QString& id : takenLoginIds)
        taken.insert(loginIdKey(id));
    for (int n = 1;; ++n) {
        const QString id = QStringLiteral("%1-%2").arg(stem).arg(n, 4, 10, QLatin1Char('0'));
        if (id.size() >= 6 && !taken.contains(loginIdKey(id)))
            return id;
    }
}

QString loginIdPrefix(QStringView municipalityKana)
{
    QString kana = toKatakana(municipalityKana);
    kana = kana.section(QChar(0x3000), -1);
    for (const QStringView suffix : {QStringView(u"チョウ"), QStringView(u"マチ"), QStringView(u"ムラ"),
                                     QStringView(u"ソン"), QStringView(u"シ"), QStringView(u"ク")}) {
        if (kana.size() > suffix.size() + 1 && kana.endsWith(suffix)) {
            kana.chop(suffix.size());
            break;
        }
    }
    return romanised(kana).left(14);
}

User normalised(User u)
{
    static const QRegularExpression blanks(QStringLiteral("[\\s\\x{3000}]+"),
                                           QRegularExpression::UseUnicodePropertiesOption);
    for (QString* text : {&u.familyName, &u.givenName, &u.department}) {
        *text = trimmed(*text);
        text->replace(blanks, QString(QChar(0x3000)));
    }
    for (QString* kana : {&u.familyKana, &u.givenKana})
        *kana = trimmed(toKatakana(*kana)).replace(blanks, QString(QChar(0x3000)));
    u.loginId = normaliseLoginId(u.loginId);
    u.employeeNo = normaliseCode(u.employeeNo);
    u.mail = normaliseCode(u.mail);
    u.phone = normaliseCode(u.phone);
    u.note = trimmed(u.note);
    return u;
}

User editedFrom(const User& before, const User& typed)
{
    const QJsonObject plain = toFields(before);
    const QJsonObject stored = toFields(normalised(before));
    QJsonObject out = toFields(normalised(typed));
    for (const QString& field : out.keys()) {
        if (out.value(field) == stored.value(field))
            out.insert(field, plain.value(field));
    }
    return userFromFields(typed.id, out);
}

bool isOwnDataField(QStringView field)
{
    static constexpr const char* own[] = {"family_name", "given_name", "family_kana", "given_kana",
                                          "department",  "mail",       "phone"};
    return std::ranges::any_of(own, [field](const char* name) { return field == QLatin1String(name); });
}

bool isPrivileged(Entity entity, QStringView kind, const QUuid& authorId, const QUuid& rowId,
                  const QStringList& changedFields)
{
    if (entity != Entity::User)
        return false;
    const bool isOwnUpdate = kind == QLatin1String("update") && !authorId.isNull() && authorId == rowId;
    return !isOwnUpdate || !std::ranges::all_of(changedFields, [](const QString& f) { return isOwnDataField(f); });
}

} // namespace yoyo
