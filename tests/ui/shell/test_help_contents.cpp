// SPDX-License-Identifier: Apache-2.0
// The help is complete: a page per screen and per code, every page has its parts, every link leads somewhere.
#include "tests/support/widget_test.h"

#include "models/domain/error_code.h"
#include "ui/shell/help_contents.h"
#include "ui/shell/help_viewer.h"

#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QTextBrowser>

using namespace yoyo;

class TestHelpContents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void init() { test::failOnWarnings(); }
    void everyScreenOfTheSourcesHasAPage();
    void everyScreenPageHasItsParts();
    void everyCodeHasAPageWithItsText();
    void everyLinkLeadsSomewhere();
    void searchFindsACode();
    void viewerShowsThePageAndFollowsBack();

private:
    HelpContents m_help;
};

void TestHelpContents::everyScreenOfTheSourcesHasAPage()
{
    // A screen is a Page with an id; composition registers the same ids.
    static const QRegularExpression pageId(QStringLiteral("Page\\(QStringLiteral\\(\"([a-z-]+)\"\\)"));
    QStringList ids{QStringLiteral("start"), QStringLiteral("account-request"), QStringLiteral("five-minutes")};
    QDir root(QStringLiteral(YOYO_SOURCE_DIR "/ui"));
    for (const QString& folder : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QDir inside(root.filePath(folder));
        for (const QString& name : inside.entryList({QStringLiteral("*.cpp")})) {
            QFile file(inside.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            auto it = pageId.globalMatch(QString::fromUtf8(file.readAll()));
            while (it.hasNext())
                ids.append(it.next().captured(1));
        }
    }
    ids.removeAll(QStringLiteral("denied"));
    QVERIFY(ids.contains(QStringLiteral("settings")));
    QStringList missing;
    for (const QString& id : std::as_const(ids)) {
        if (!m_help.page(id))
            missing.append(id);
    }
    QCOMPARE(missing, QStringList());
    // And what the design names, whether its screen is built already or not.
    for (const char* id : {"start", "sign-in", "first-sign-in", "password-change", "own-data", "users", "user-form",
                           "vaccinations", "setting-form", "sync", "conflict", "trouble", "settings", "about", "five-minutes"})
        QVERIFY2(m_help.page(QString::fromLatin1(id)), id);
}

void TestHelpContents::everyScreenPageHasItsParts()
{
    QVERIFY(m_help.screens().size() >= 15);
    for (const HelpContents::Entry& entry : m_help.screens()) {
        const QString text = m_help.page(entry.id).value_or(QString());
        QVERIFY(!entry.title.isEmpty());
        for (const char* part : {"## 手順", "## メッセージ", "## 注意", "## ヒント", "## 公式の操作マニュアル"}) {
            if (entry.id == QStringLiteral("trouble") && (part == QByteArray("## 手順") || part == QByteArray("## メッセージ")))
                continue; // its headings are the kinds of trouble
            QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(entry.id + QLatin1Char(' ') + QString::fromUtf8(part)));
        }
    }
}

void TestHelpContents::everyCodeHasAPageWithItsText()
{
    QStringList missing;
    for (const ErrorInfo& info : allErrors()) {
        const QString anchor = QString::fromLatin1(info.helpAnchor.data(), qsizetype(info.helpAnchor.size()));
        const auto text = m_help.page(anchor);
        if (!text || !text->contains(QStringLiteral("## メッセージ")))
            missing.append(anchor);
    }
    QCOMPARE(missing, QStringList());
    QCOMPARE(m_help.codes().size(), qsizetype(allErrors().size()));
}

void TestHelpContents::everyLinkLeadsSomewhere()
{
    static const QRegularExpression link(QStringLiteral("\\]\\(help:([a-z0-9-]+)\\)"));
    QStringList dead;
    QList<HelpContents::Entry> all = m_help.screens();
    all.append(m_help.codes());
    int seen = 0;
    for (const HelpContents::Entry& entry : std::as_const(all)) {
        const QString text = m_help.page(entry.id).value_or(QString());
        auto it = link.globalMatch(text);
        while (it.hasNext()) {
            const QString target = it.next().captured(1);
            ++seen;
            if (!m_help.page(target))
                dead.append(entry.id + QStringLiteral(" -> ") + target);
        }
    }
    QVERIFY(seen > 40);
    QCOMPARE(dead, QStringList());
}

void TestHelpContents::searchFindsACode()
{
    const auto found = m_help.search(QStringLiteral("E-AUTH-010"));
    QVERIFY(!found.isEmpty());
    bool hasCode = false;
    for (const auto& entry : found)
        hasCode = hasCode || entry.id == QStringLiteral("e-auth-010");
    QVERIFY(hasCode);
    QVERIFY(m_help.search(QStringLiteral("存在しない言葉です")).isEmpty());
}

void TestHelpContents::viewerShowsThePageAndFollowsBack()
{
    HelpViewer viewer(m_help);
    viewer.showPage(QStringLiteral("users"));
    viewer.show();
    test::settle(&viewer);
    QCOMPARE(viewer.currentPage(), QStringLiteral("users"));
    QVERIFY(viewer.findChild<QTextBrowser*>()->toPlainText().contains(QStringLiteral("ユーザ管理")));
    test::picture(&viewer, QStringLiteral("shell_help"));
    viewer.showPage(QStringLiteral("e-auth-001"));
    test::picture(&viewer, QStringLiteral("shell_help_code"));
    const auto backs = viewer.findChildren<QToolButton*>();
    for (QToolButton* button : backs) {
        if (button->text() == QStringLiteral("戻る"))
            button->click();
    }
    QCOMPARE(viewer.currentPage(), QStringLiteral("users"));
    QCOMPARE(test::namelessWidgets(&viewer), QStringList());
}

QTEST_MAIN(TestHelpContents)
#include "test_help_contents.moc"
