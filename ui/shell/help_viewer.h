// SPDX-License-Identifier: Apache-2.0
// The help window (F1): contents and search on the left, the page on the right. Not modal, so that it can be read
// beside the work.
#pragma once

#include "ui/shell/help_contents.h"

#include <QWidget>

class QLineEdit;
class QListWidget;
class QTextBrowser;
class QToolButton;

namespace yoyo {

class HelpViewer : public QWidget
{
    Q_OBJECT
public:
    /// `contents` is borrowed and outlives the viewer.
    explicit HelpViewer(const HelpContents& contents, QWidget* parent = nullptr);
    /// An unknown id shows the first page.
    void showPage(const QString& id);
    QString currentPage() const { return m_current; }

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void fillList();

    const HelpContents& m_contents;
    QString m_current;
    QStringList m_past;
    QLineEdit* m_search;
    QListWidget* m_list;
    QTextBrowser* m_text;
    QToolButton* m_back;
};

} // namespace yoyo
