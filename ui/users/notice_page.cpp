// SPDX-License-Identifier: Apache-2.0
// See notice_page.h.
#include "ui/users/notice_page.h"

#include "ui/users/user_words.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/band.h"
#include "ui/widgets/day_reading.h"
#include "ui/widgets/language.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace yoyo {

NoticePage::NoticePage(QWidget* parent) : Page(QStringLiteral("user-notice"), Body::Fixed, parent)
{
    m_back = makeButton(ButtonRole::Link, this);
    tools()->addWidget(m_back);
    connect(m_back, &QPushButton::clicked, this, &NoticePage::closeRequested);
    m_waiting = new Band(Band::Kind::Warning, this);
    m_waiting->hide();
    addBand(m_waiting);
    m_markBand = new Band(Band::Kind::Success, this);
    m_markBand->hide();
    addBand(m_markBand);

    auto* sides = new QHBoxLayout;
    sides->setSpacing(space::page);
    auto* left = new QVBoxLayout;
    left->setSpacing(space::related);
    m_listTitle = new QLabel(this);
    setTextKind(m_listTitle, TextKind::Section);
    left->addWidget(m_listTitle);
    m_list = new QListWidget(this);
    m_list->setFixedWidth(340);
    left->addWidget(m_list, 1);
    m_markTitle = new QLabel(this);
    setTextKind(m_markTitle, TextKind::Section);
    left->addSpacing(space::related);
    left->addWidget(m_markTitle);
    m_methodLabel = new QLabel(this);
    m_method = new QComboBox(this);
    for (const char* method : {"letter", "mail", "hand"})
        m_method->addItem(QString(), QString::fromLatin1(method));
    m_methodLabel->setBuddy(m_method);
    m_dayLabel = new QLabel(this);
    m_day = makeDateField(this);
    m_dayLabel->setBuddy(m_day->lineEdit());
    auto* method = new QHBoxLayout;
    method->addWidget(m_methodLabel);
    method->addWidget(m_method);
    method->addStretch(1);
    left->addLayout(method);
    auto* day = new QHBoxLayout;
    day->addWidget(m_dayLabel);
    day->addWidget(m_day, 1);
    left->addLayout(day);
    m_mark = makeButton(ButtonRole::Normal, this);
    left->addWidget(m_mark, 0, Qt::AlignLeft);
    sides->addLayout(left);

    auto* right = new QVBoxLayout;
    right->setSpacing(space::related);
    m_previewTitle = new QLabel(this);
    setTextKind(m_previewTitle, TextKind::Section);
    right->addWidget(m_previewTitle);
    m_preview = new QTextBrowser(this);
    m_preview->setOpenLinks(false);
    m_preview->document()->setDocumentMargin(space::page);
    right->addWidget(m_preview, 1);
    sides->addLayout(right, 1);
    content()->addLayout(sides, 1);

    m_pdf = setMainButton(makeButton(ButtonRole::Primary, this));
    m_close = addSideButton(makeButton(ButtonRole::Normal, this));
    m_print = addSideButton(makeButton(ButtonRole::Normal, this));
    m_mail = addSideButton(makeButton(ButtonRole::Normal, this));
    m_mailMenu = new QMenu(m_mail);
    m_mailOpen = m_mailMenu->addAction(QString());
    m_mailSave = m_mailMenu->addAction(QString());
    m_mailMenu->addSeparator();
    m_copyTo = m_mailMenu->addAction(QString());
    m_copySubject = m_mailMenu->addAction(QString());
    m_copyBody = m_mailMenu->addAction(QString());
    m_mail->setMenu(m_mailMenu);

    connect(m_pdf, &QPushButton::clicked, this, &NoticePage::pdfRequested);
    connect(m_print, &QPushButton::clicked, this, &NoticePage::printRequested);
    connect(m_mailOpen, &QAction::triggered, this, &NoticePage::mailOpenRequested);
    connect(m_mailSave, &QAction::triggered, this, &NoticePage::mailSaveRequested);
    connect(m_copyTo, &QAction::triggered, this, [this] { Q_EMIT copyRequested(QStringLiteral("to")); });
    connect(m_copySubject, &QAction::triggered, this, [this] { Q_EMIT copyRequested(QStringLiteral("subject")); });
    connect(m_copyBody, &QAction::triggered, this, [this] { Q_EMIT copyRequested(QStringLiteral("body")); });
    connect(m_mark, &QPushButton::clicked, this, &NoticePage::markRequested);
    connect(m_close, &QPushButton::clicked, this, &NoticePage::closeRequested);
    connect(m_list, &QListWidget::currentRowChanged, this, &NoticePage::dressLetter);
    connect(m_list, &QListWidget::itemChanged, this, &NoticePage::dress);
    connect(m_day, &DateField::dayChanged, this, &NoticePage::dress);
    auto* close = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    close->setContext(Qt::WidgetWithChildrenShortcut);
    connect(close, &QShortcut::activated, this, &NoticePage::closeRequested);
    retranslate();
}

void NoticePage::start(const QList<UserRow>& rows, const NoticeSender& sender)
{
    m_rows = rows;
    m_sender = sender;
    m_isBusy = false;
    m_markBand->hide();
    m_day->setDay(sender.day);
    m_method->setCurrentIndex(0);
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const UserRow& row : rows) {
            auto* item = new QListWidgetItem(m_list);
            const bool isPossible = NoticeLetter::isPossible(row);
            item->setFlags(isPossible ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable
                                      : Qt::ItemIsSelectable | Qt::ItemIsEnabled);
            item->setData(Qt::CheckStateRole, isPossible ? QVariant(Qt::Checked) : QVariant());
        }
    }
    retranslate();
    for (int i = 0; i < m_rows.size(); ++i) {
        if (NoticeLetter::isPossible(m_rows.at(i))) {
            m_list->setCurrentRow(i);
            break;
        }
    }
    dressLetter();
    m_pdf->setFocus();
}

QList<User> NoticePage::users() const
{
    QList<User> out;
    for (int i = 0; i < m_rows.size(); ++i) {
        const QListWidgetItem* item = m_list->item(i); // not there while the list is being filled
        if (item && NoticeLetter::isPossible(m_rows.at(i)) && item->checkState() == Qt::Checked)
            out.append(m_rows.at(i).user);
    }
    return out;
}

std::optional<User> NoticePage::shown() const
{
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_rows.size() || !NoticeLetter::isPossible(m_rows.at(row)))
        return std::nullopt;
    return m_rows.at(row).user;
}

QString NoticePage::method() const
{
    return m_method->currentData().toString();
}

QDate NoticePage::handedOverOn() const
{
    const auto day = m_day->day();
    return day ? day->value_or(QDate()) : QDate();
}

void NoticePage::propose(const QString& method)
{
    m_method->setCurrentIndex(m_method->findData(method));
    m_mark->setFocus();
}

void NoticePage::showMarked(int count)
{
    m_markBand->setText(tr("%n user(s) marked as told.", nullptr, count));
    m_markBand->show();
}

void NoticePage::setBusy(bool busy)
{
    m_isBusy = busy;
    dress();
}

void NoticePage::dress()
{
    const int count = int(users().size());
    const int waiting = int(std::ranges::count_if(m_rows, [](const UserRow& row) { return !NoticeLetter::isPossible(row); }));
    m_waiting->setVisible(waiting > 0);
    m_waiting->setText(tr("No notice yet for %n user(s): the user ID is final only when the centre has accepted it, and suspended users get none.",
                          nullptr, waiting));
    m_listTitle->setText(tr("For whom (%n)", nullptr, count));
    for (QPushButton* button : {m_pdf, m_print, m_mail})
        button->setEnabled(count > 0);
    m_mark->setEnabled(count > 0 && handedOverOn().isValid() && !m_isBusy);
    m_mark->setText(tr("Mark %n user(s) as told", nullptr, count));
    m_pdf->setText(count > 1 ? tr("Save %n letters as PDF…", nullptr, count) : tr("Save the letter as PDF…"));
    m_mailOpen->setEnabled(shown().has_value());
    for (QAction* action : {m_copyTo, m_copySubject, m_copyBody})
        action->setEnabled(shown().has_value());
}

void NoticePage::dressLetter()
{
    const auto user = shown();
    m_preview->setHtml(user ? NoticeLetter::html(*user, m_sender) : QString());
    dress();
}

void NoticePage::retranslate()
{
    setTitle(tr("User ID notice"));
    setPurpose(tr("Tells a person the user ID. The temporary password comes by mail from the service and is never written here."));
    m_back->setText(tr("Back to the list"));
    m_previewTitle->setText(tr("The letter (A4)"));
    m_preview->setAccessibleName(tr("The letter (A4)"));
    m_list->setAccessibleName(tr("For whom"));
    m_markTitle->setText(tr("When it was handed over"));
    m_methodLabel->setText(tr("By"));
    m_dayLabel->setText(tr("On"));
    for (int i = 0; i < m_method->count(); ++i)
        m_method->setItemText(i, UserWords::noticeMethod(m_method->itemData(i).toString()));
    m_method->setAccessibleName(UserWords::field(QStringLiteral("notice_method")));
    for (QLineEdit* line : m_day->findChildren<QLineEdit*>())
        line->setAccessibleName(UserWords::field(QStringLiteral("notice_on")));
    m_print->setText(tr("Print…"));
    m_mail->setText(tr("As mail"));
    m_mailOpen->setText(tr("Open in the mail program"));
    m_mailSave->setText(tr("Save the drafts in a folder…"));
    m_copyTo->setText(tr("Copy the address"));
    m_copySubject->setText(tr("Copy the subject"));
    m_copyBody->setText(tr("Copy the text"));
    m_close->setText(tr("Close"));
    const QSignalBlocker quiet(m_list);
    for (int i = 0; i < m_rows.size() && i < m_list->count(); ++i) {
        const UserRow& row = m_rows.at(i);
        const QString state = NoticeLetter::isPossible(row) ? UserWords::noticeState(row.user) : tr("not yet possible");
        m_list->item(i)->setText(tr("%1  %2 – %3", "name, user ID, state of the notice").arg(row.user.fullName(), row.user.loginId, state));
    }
    dressLetter();
}

} // namespace yoyo
