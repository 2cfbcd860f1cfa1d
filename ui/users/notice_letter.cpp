// SPDX-License-Identifier: Apache-2.0
// See notice_letter.h.
#include "ui/users/notice_letter.h"

#include "models/domain/clock.h"
#include "ui/users/user_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/language.h"

#include <QAbstractTextDocumentLayout>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QTextDocument>

namespace yoyo {

namespace {

constexpr double marginMillimetres = 22;

QString escaped(const QString& text)
{
    return text.toHtmlEscaped();
}

QString tableRow(const QString& label, const QString& value, const QString& style = {})
{
    return QStringLiteral("<tr><td width='30%' style='padding:6px 10px; background-color:#f2f2f2;'>%1</td>"
                          "<td style='padding:6px 10px; %3'>%2</td></tr>")
        .arg(escaped(label), escaped(value), style);
}

} // namespace

bool NoticeLetter::isPossible(const UserRow& row)
{
    return row.seen.ver > 0 && row.user.state == UserState::Active;
}

static QStringList steps(const User& user)
{
    QStringList out;
    out.append(NoticeLetter::tr("A mail with the subject \"【予予請求】仮パスワード通知\" comes to your registered address (%1). "
                                "The temporary password is in that mail only.")
                   .arg(user.mail));
    out.append(NoticeLetter::tr("Start Yoyo Desk, choose \"I received a temporary password (first time)\", and type the user ID of this "
                                "letter and the temporary password of the mail."));
    out.append(NoticeLetter::tr("You are then asked for a password of your own. From then on sign in with it."));
    return out;
}

static QString expiryLine(const User& user)
{
    if (user.credentialState != CredentialState::TemporarySent || !user.temporaryExpiresAt.isValid())
        return {};
    return NoticeLetter::tr("The temporary password can be used until %1.").arg(instantForPeople(user.temporaryExpiresAt));
}

static QString contactLine(const NoticeSender& sender)
{
    QString who = sender.name;
    if (!sender.department.isEmpty())
        who = sender.department + QStringLiteral("　") + who;
    if (!sender.phone.isEmpty())
        who = NoticeLetter::tr("%1 (phone %2)").arg(who, sender.phone);
    return NoticeLetter::tr("When the mail does not come, or to unlock: %1").arg(who);
}

static QString safetyLine()
{
    return NoticeLetter::tr("No password is written in this notice. Nobody will ask you for your password. Please keep this notice so "
                            "that others cannot see it.");
}

static QString systemName()
{
    return NoticeLetter::tr("Pre-vaccination questionnaire and claims system (Yoyo)");
}

QString NoticeLetter::html(const User& user, const NoticeSender& sender)
{
    QString out = QStringLiteral("<html><body style='color:#000000; line-height:150%;'>");
    if (!sender.environmentWord.isEmpty()) {
        out += QStringLiteral("<p align='center' style='border:1px solid #000000; padding:4px;'><b>%1</b></p>")
                   .arg(escaped(sender.environmentWord));
    }
    out += QStringLiteral("<p align='right'>%1</p>").arg(escaped(dayForPeople(sender.day)));
    out += QStringLiteral("<p>%1<br/><span style='font-size:13pt;'>%2</span></p>")
               .arg(escaped(user.department), escaped(tr("%1", "addressee of the letter").arg(user.fullName())));
    QString from = sender.officeName;
    if (!sender.department.isEmpty())
        from += QStringLiteral("\n") + sender.department;
    if (!sender.name.isEmpty())
        from += QStringLiteral("\n") + tr("Administrator: %1").arg(sender.name);
    out += QStringLiteral("<p align='right'>%1</p>").arg(escaped(from).replace(QLatin1Char('\n'), QStringLiteral("<br/>")));
    out += QStringLiteral("<p align='center' style='margin-top:16px; font-size:18pt;'><b>%1</b></p>")
               .arg(escaped(tr("User ID notice")));
    out += QStringLiteral("<p style='margin-top:12px;'>%1</p>")
               .arg(escaped(tr("You have been registered as a user of the system below. This is your user ID.")));
    out += QStringLiteral("<table width='100%' border='1' cellspacing='0' style='border-collapse:collapse; margin-top:8px;'>");
    out += tableRow(tr("System"), systemName());
    out += tableRow(UserWords::field(QStringLiteral("login_id")), user.loginId,
                    QStringLiteral("font-family:\"%1\"; font-size:20pt; font-weight:bold; white-space:nowrap;").arg(codeFont().family()));
    out += tableRow(UserWords::field(QStringLiteral("role")), UserWords::role(user.role));
    if (const QString period = UserWords::period(user); !period.isEmpty())
        out += tableRow(tr("Period of use"), period);
    out += QStringLiteral("</table>");
    out += QStringLiteral("<p style='font-size:9pt;'>%1</p>")
               .arg(escaped(tr("Type it in half-width letters. Mind the digit 0 and the letter O, the digit 1 and the letters l and I.")));
    out += QStringLiteral("<p style='margin-top:16px;'><b>%1</b></p><ol>").arg(escaped(tr("How to sign in the first time")));
    const QStringList how = steps(user);
    for (const QString& step : how)
        out += QStringLiteral("<li style='margin-bottom:6px;'>%1</li>").arg(escaped(step));
    out += QStringLiteral("</ol>");
    if (const QString expiry = expiryLine(user); !expiry.isEmpty())
        out += QStringLiteral("<p><b>%1</b></p>").arg(escaped(expiry));
    out += QStringLiteral("<p>%1</p>").arg(escaped(contactLine(sender)));
    out += QStringLiteral("<p style='border:1px solid #000000; padding:6px;'>%1</p>").arg(escaped(safetyLine()));
    return QString(out + QStringLiteral("</body></html>"));
}

void NoticeLetter::paint(const QList<User>& users, const NoticeSender& sender, QPagedPaintDevice& device)
{
    QPainter painter(&device);
    if (!painter.isActive())
        return;
    const double dotsPerMillimetre = device.logicalDpiX() / 25.4;
    const QPageLayout layout = device.pageLayout();
    const QMarginsF unprintable = layout.margins(QPageLayout::Millimeter);
    const double left = qMax(0.0, marginMillimetres - unprintable.left()) * dotsPerMillimetre;
    const double top = qMax(0.0, marginMillimetres - unprintable.top()) * dotsPerMillimetre;
    const QSizeF page(device.width() - 2 * left, device.height() - 2 * top);
    bool isFirst = true;
    for (const User& user : users) {
        if (!isFirst)
            device.newPage();
        isFirst = false;
        QTextDocument document;
        document.documentLayout()->setPaintDevice(&device);
        QFont font = textFont(TextKind::Body);
        font.setPointSizeF(10.5);
        document.setDefaultFont(font);
        document.setDocumentMargin(0);
        document.setHtml(html(user, sender));
        document.setPageSize(page);
        painter.save();
        painter.translate(left, top);
        document.drawContents(&painter, QRectF(QPointF(0, 0), page));
        painter.restore();
    }
}

bool NoticeLetter::writePdf(const QList<User>& users, const NoticeSender& sender, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // names and IDs: nobody else's
    {
        QPdfWriter writer(&file);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins(QMarginsF(0, 0, 0, 0));
        writer.setResolution(300);
        writer.setCreator(QStringLiteral("Yoyo Desk"));
        writer.setTitle(tr("User ID notice"));
        paint(users, sender, writer);
    }
    return file.flush() && file.error() == QFileDevice::NoError;
}

MailDraft NoticeLetter::mail(const User& user, const NoticeSender& sender)
{
    MailDraft draft;
    draft.to = user.mail;
    draft.subject = tr("[Yoyo] Your user ID");
    QStringList lines;
    if (!sender.environmentWord.isEmpty())
        lines << sender.environmentWord << QString();
    if (!user.department.isEmpty())
        lines << user.department;
    lines << tr("%1", "addressee of the letter").arg(user.fullName()) << QString();
    lines << tr("You have been registered as a user of the system below. This is your user ID.") << QString();
    lines << tr("System: %1").arg(systemName());
    lines << tr("User ID: %1").arg(user.loginId);
    lines << tr("Role: %1").arg(UserWords::role(user.role)) << QString();
    int number = 1;
    const QStringList how = steps(user);
    for (const QString& step : how)
        lines << QStringLiteral("%1. %2").arg(number++).arg(step);
    lines << QString();
    if (const QString expiry = expiryLine(user); !expiry.isEmpty())
        lines << expiry;
    lines << contactLine(sender) << QString() << safetyLine() << QString();
    lines << sender.officeName;
    if (!sender.department.isEmpty())
        lines << sender.department;
    lines << sender.name;
    draft.body = lines.join(QLatin1Char('\n'));
    return draft;
}

} // namespace yoyo
