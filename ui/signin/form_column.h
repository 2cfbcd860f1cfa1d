// SPDX-License-Identifier: Apache-2.0
// Small pieces that the sign-in pages share: the one column of fields, wrapped text, and contacts as people say them.
#pragma once

#include "models/session/sign_in_trouble.h"

#include <QCoreApplication>
#include <QString>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;
class QWidget;

namespace yoyo {

class Page;

/// One column of fields, at most `maximumWidth` pixels wide, added to the page's content.
QVBoxLayout* addFormColumn(Page& page, int maximumWidth = 600);
/// A row whose widgets stand at the right end: the way on is the last one.
QHBoxLayout* addButtonRow(QVBoxLayout* column);
/// Plain text that wraps and can be selected.
QLabel* makeText(QWidget* parent);

class ContactText
{
    Q_DECLARE_TR_FUNCTIONS(ContactText)
public:
    /// 「佐藤 花子（健康推進課）電話 内線 2345」
    static QString line(const OfficeContact& contact);
    static QString lines(const QList<OfficeContact>& contacts);
    /// Names and phones of the administrators, or what to do when none is known here.
    static QString administrators(const QList<OfficeContact>& contacts);
    static QString helpdesk(const std::optional<Helpdesk>& helpdesk);
    /// The sentence for wrong, unknown and locked: one answer for all of them.
    static QString credentials(const QList<OfficeContact>& administrators, int lockoutMinutes);
};

} // namespace yoyo
