// SPDX-License-Identifier: Apache-2.0
// ユーザID通知書: the letter and the mail that tell a person the user ID. There is no place for a password in either:
// the person gets it by the other way (SEED-04). Made only for users whose ID is final at the centre.
#pragma once

#include "models/services/user_service.h"
#include "ui/users/mail_draft.h"

#include <QCoreApplication>
#include <QList>

class QPagedPaintDevice;

namespace yoyo {

struct NoticeSender
{
    QString officeName;      ///< the municipality
    QString name;            ///< of the administrator who hands the ID over
    QString department;
    QString phone;
    QString environmentWord; ///< 「練習」 and the like, printed on top; empty in production
    QDate day;               ///< of the letter
};

class NoticeLetter
{
    Q_DECLARE_TR_FUNCTIONS(NoticeLetter)
public:
    /// False while the ID may still be refused by the centre (never accepted there, or not active).
    static bool isPossible(const UserRow& row);
    /// One letter on one A4 page per user, in the order given. Requires isPossible() of each.
    static void paint(const QList<User>& users, const NoticeSender& sender, QPagedPaintDevice& device);
    /// A4 at 300 dpi. False when the file cannot be written.
    static bool writePdf(const QList<User>& users, const NoticeSender& sender, const QString& path);
    static MailDraft mail(const User& user, const NoticeSender& sender);
    /// The letter as rich text: what paint() shows, for the preview.
    static QString html(const User& user, const NoticeSender& sender);
};

} // namespace yoyo
