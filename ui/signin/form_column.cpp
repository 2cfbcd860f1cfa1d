// SPDX-License-Identifier: Apache-2.0
// See form_column.h.
#include "ui/signin/form_column.h"

#include "ui/widgets/page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace yoyo {

QVBoxLayout* addFormColumn(Page& page, int maximumWidth)
{
    auto* holder = new QWidget(&page);
    holder->setMaximumWidth(maximumWidth);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::group);
    // In a row of its own: only a row asks for the height at the width the column really has.
    auto* row = new QHBoxLayout;
    row->addWidget(holder, 100);
    row->addStretch(1);
    page.content()->addLayout(row);
    page.content()->addStretch(1);
    return column;
}

QHBoxLayout* addButtonRow(QVBoxLayout* column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(space::related);
    row->addStretch(1);
    column->addLayout(row);
    return row;
}

QLabel* makeText(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString ContactText::line(const OfficeContact& contact)
{
    QString text = contact.department.isEmpty() ? contact.name
                                                : tr("%1 (%2)", "name and department").arg(contact.name, contact.department);
    if (!contact.phone.isEmpty())
        text = tr("%1, phone %2", "person and phone").arg(text, contact.phone);
    return text;
}

QString ContactText::lines(const QList<OfficeContact>& contacts)
{
    QStringList lines;
    for (const OfficeContact& contact : contacts)
        lines.append(line(contact));
    return lines.join(QLatin1Char('\n'));
}

QString ContactText::administrators(const QList<OfficeContact>& contacts)
{
    if (!contacts.isEmpty())
        return lines(contacts);
    return tr("This PC does not know your office's administrators yet. Please ask your superior or your IT staff. If "
              "you are the only administrator yourself, call the helpdesk.");
}

QString ContactText::helpdesk(const std::optional<Helpdesk>& helpdesk)
{
    if (!helpdesk || (helpdesk->name.isEmpty() && helpdesk->phone.isEmpty() && helpdesk->url.isEmpty()))
        return tr("Known after the first sign-in on this PC. Until then, see the mail that announced your account.");
    QStringList lines;
    if (!helpdesk->name.isEmpty())
        lines.append(helpdesk->name);
    if (!helpdesk->phone.isEmpty())
        lines.append(tr("Phone %1").arg(helpdesk->phone));
    if (!helpdesk->url.isEmpty())
        lines.append(helpdesk->url);
    return lines.join(QLatin1Char('\n'));
}

QString ContactText::credentials(const QList<OfficeContact>& administrators, int lockoutMinutes)
{
    const QString common = tr("The user ID or the password is wrong, or it cannot be used for a while because of "
                              "repeated wrong tries.");
    if (administrators.isEmpty())
        return tr("%1 Try again after %n minute(s), or ask an administrator to unlock it.", nullptr, lockoutMinutes)
            .arg(common);
    return tr("%1 Try again after %n minute(s), or ask an administrator to unlock it: %2", nullptr, lockoutMinutes)
        .arg(common, line(administrators.first()));
}

} // namespace yoyo
