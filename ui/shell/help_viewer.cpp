// SPDX-License-Identifier: Apache-2.0
// See help_viewer.h. Links of the form help:<id> stay inside; nothing is ever fetched.
#include "ui/shell/help_viewer.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/appearance.h"
#include "ui/widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QTextBrowser>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>
#include <QToolButton>
#include <QVBoxLayout>

namespace yoyo {

HelpViewer::HelpViewer(const HelpContents& contents, QWidget* parent) : QWidget(parent, Qt::Window), m_contents(contents)
{
    setObjectName(QStringLiteral("help"));
    resize(920, 640);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(space::group, space::group, space::group, space::group);
    row->setSpacing(space::group);
    auto* side = new QVBoxLayout;
    side->setSpacing(space::related);
    m_search = new QLineEdit(this);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search"), IconTone::Secondary), QLineEdit::LeadingPosition);
    side->addWidget(m_search);
    m_list = new QListWidget(this);
    m_list->setFixedWidth(264);
    m_list->setWordWrap(true);
    m_search->setFixedWidth(264);
    side->addWidget(m_list, 1);
    row->addLayout(side);
    auto* main = new QVBoxLayout;
    main->setSpacing(space::related);
    auto* tools = new QHBoxLayout;
    m_back = new QToolButton(this);
    m_back->setIcon(icon(QStringLiteral("chevron-left")));
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_back->setFocusPolicy(Qt::TabFocus);
    tools->addWidget(m_back);
    tools->addStretch(1);
    main->addLayout(tools);
    m_text = new QTextBrowser(this);
    m_text->setOpenLinks(false);
    m_text->setSearchPaths({QStringLiteral(":/help")}); // for the pictures of a page
    m_text->document()->setDocumentMargin(space::group);
    main->addWidget(m_text, 1);
    row->addLayout(main, 1);
    connect(m_search, &QLineEdit::textChanged, this, &HelpViewer::fillList);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item && item->data(Qt::UserRole).toString() != m_current)
            showPage(item->data(Qt::UserRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.scheme() == QStringLiteral("help"))
            showPage(link.path());
    });
    connect(m_back, &QToolButton::clicked, this, [this] {
        if (m_past.size() < 2)
            return;
        m_past.removeLast();
        const QString before = m_past.takeLast();
        showPage(before);
    });
    fillList();
    retranslate();
}

void HelpViewer::fillList()
{
    m_list->blockSignals(true);
    m_list->clear();
    for (const HelpContents::Entry& entry : m_contents.search(m_search->text())) {
        auto* item = new QListWidgetItem(entry.title, m_list);
        item->setData(Qt::UserRole, entry.id);
        if (entry.id == m_current)
            m_list->setCurrentItem(item);
    }
    m_list->blockSignals(false);
}

void HelpViewer::showPage(const QString& id)
{
    auto text = m_contents.page(id);
    QString shown = id;
    if (!text) {
        const auto screens = m_contents.screens();
        if (screens.isEmpty())
            return;
        shown = screens.first().id;
        text = m_contents.page(shown);
    }
    m_current = shown;
    if (m_past.isEmpty() || m_past.last() != shown)
        m_past.append(shown);
    m_text->setMarkdown(text.value_or(QString()));
    // Markdown brings its own heading sizes; ours are calmer, with air between the lines.
    QTextDocument* document = m_text->document();
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        format.setLineHeight(140, QTextBlockFormat::ProportionalHeight);
        format.setTopMargin(level == 1 ? 0 : level > 1 ? 16 : 2);
        format.setBottomMargin(level > 0 ? 6 : 4);
        cursor.setBlockFormat(format);
        if (level > 0) {
            cursor.select(QTextCursor::BlockUnderCursor);
            QTextCharFormat chars;
            chars.setFont(textFont(level == 1 ? TextKind::Title : TextKind::Section));
            chars.setForeground(colorsOf(this).actionPressed);
            cursor.setCharFormat(chars);
        }
    }
    for (QTextFrame* frame : document->rootFrame()->childFrames()) {
        if (auto* table = qobject_cast<QTextTable*>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorderCollapse(true);
            format.setBorder(1);
            format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
            format.setBorderBrush(colorsOf(this).rowLine);
            format.setCellPadding(6);
            format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
            table->setFormat(format);
        }
    }
    m_text->verticalScrollBar()->setValue(0);
    m_back->setEnabled(m_past.size() > 1);
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(Qt::UserRole).toString() == shown)
            m_list->setCurrentRow(i);
    }
}

void HelpViewer::retranslate()
{
    setWindowTitle(tr("Help — Yoyo Desk"));
    m_search->setPlaceholderText(tr("Search, or an error code"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_list->setAccessibleName(tr("Help pages"));
    m_text->setAccessibleName(tr("Help text"));
    m_back->setText(tr("Back"));
}

void HelpViewer::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HelpViewer::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace yoyo
