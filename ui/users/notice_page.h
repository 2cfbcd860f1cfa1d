// SPDX-License-Identifier: Apache-2.0
// ユーザID通知書 for one or many: which users, the letter of the chosen one, the ways to hand it over, and the mark that
// it was done. Holds rows, talks to no service.
#pragma once

#include "models/services/user_service.h"
#include "ui/users/notice_letter.h"
#include "ui/widgets/page.h"

class QComboBox;
class QLabel;
class QListWidget;
class QMenu;
class QTextBrowser;

namespace yoyo {

class Band;
class DateField;

class NoticePage : public Page
{
    Q_OBJECT
public:
    explicit NoticePage(QWidget* parent = nullptr);

    void start(const QList<UserRow>& rows, const NoticeSender& sender);
    /// Ticked users for whom a notice is possible.
    QList<User> users() const;
    /// The one whose letter is shown; none when no letter is possible.
    std::optional<User> shown() const;
    const NoticeSender& sender() const { return m_sender; }
    QString method() const;
    /// Invalid when what was typed is no day.
    QDate handedOverOn() const;
    /// After a way was used: proposes to mark it.
    void propose(const QString& method);
    void showMarked(int count);
    void setBusy(bool busy);

Q_SIGNALS:
    void pdfRequested();
    void printRequested();
    void mailOpenRequested();
    void mailSaveRequested();
    /// "to", "subject" or "body" of the shown one.
    void copyRequested(const QString& part);
    void markRequested();
    void closeRequested();

protected:
    void retranslate() override;

private:
    void dress();
    void dressLetter();

    QList<UserRow> m_rows;
    NoticeSender m_sender;
    bool m_isBusy = false;
    Band* m_waiting;
    Band* m_markBand;
    QPushButton* m_back;
    QLabel* m_listTitle;
    QListWidget* m_list;
    QLabel* m_previewTitle;
    QTextBrowser* m_preview;
    QLabel* m_markTitle;
    QComboBox* m_method;
    DateField* m_day;
    QLabel* m_methodLabel;
    QLabel* m_dayLabel;
    QPushButton* m_mark;
    QPushButton* m_pdf;
    QPushButton* m_print;
    QPushButton* m_mail;
    QMenu* m_mailMenu;
    QAction* m_mailOpen;
    QAction* m_mailSave;
    QAction* m_copyTo;
    QAction* m_copySubject;
    QAction* m_copyBody;
    QPushButton* m_close;
};

} // namespace yoyo
