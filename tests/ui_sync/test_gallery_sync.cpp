// SPDX-License-Identifier: Apache-2.0
// The sync pages in Japanese and English: nothing is cut off, every control has a name, and with YOYO_PICTURES a
// picture is written for people to look at.
#include "tests/support/fake_questions.h"
#include "tests/support/widget_test.h"
#include "tests/ui_sync/fake_sync_desk.h"

#include "ui/sync/decision_page.h"
#include "ui/sync/sync_page.h"
#include "ui/widgets/list_panel.h"
#include "ui/widgets/message_line.h"

#include <QRadioButton>
#include <QTabWidget>
#include <QTableView>

using namespace yoyo;

class TestGallerySync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_languages = test::startUi(); }
    void init() { test::failOnWarnings(); }
    void waitingChanges();
    void nothingWaits();
    void decisionPage();

private:
    void look(QWidget& widget, const QString& name);
    LanguageSwitch* m_languages = nullptr;
};

namespace {

struct Scene
{
    test::FakeSyncDesk desk;
    SyncWords words = test::plainWords();
    ErrorPresenter presenter;
    test::FakeQuestions questions;
    TransientViewMemory memory;
    MessageLog log;
    Scene()
    {
        desk.rows = test::everyKind();
        desk.conflictRows = {test::feeConflict()};
        desk.statusValue.phase = SyncPhase::Idle;
        desk.statusValue.isOnline = true;
        desk.statusValue.lastOk = QDateTime(QDate(2026, 11, 22), QTime(0, 55), Qt::UTC);
        desk.statusValue.counts = {3, 1, 2, 1, 1};
    }
};

} // namespace

void TestGallerySync::look(QWidget& widget, const QString& name)
{
    for (const char* language : {"en", "ja"}) {
        m_languages->setLanguage(QLatin1String(language));
        test::settle(&widget);
        for (const QString& nameless : test::namelessWidgets(&widget))
            QFAIL(qPrintable(nameless));
        QCOMPARE(test::cutTexts(&widget), QStringList());
        test::picture(&widget, QStringLiteral("sync-%1-%2").arg(name, QLatin1String(language)));
    }
}

void TestGallerySync::waitingChanges()
{
    Scene s;
    SyncPage page({s.desk, s.words, s.presenter, s.questions, s.memory, &s.log});
    page.resize(1150, 640);
    page.show();
    page.entered();
    test::settle(&page);
    page.findChild<ListPanel*>(QStringLiteral("operations"))->table()->selectRow(2);
    look(page, QStringLiteral("waiting"));
    page.findChild<QTabWidget*>()->setCurrentIndex(1);
    look(page, QStringLiteral("conflicts"));
}

void TestGallerySync::nothingWaits()
{
    Scene s;
    s.desk.rows.clear();
    s.desk.conflictRows.clear();
    s.desk.statusValue.counts = {};
    SyncPage page({s.desk, s.words, s.presenter, s.questions, s.memory, &s.log});
    page.resize(1150, 640);
    page.show();
    page.entered();
    look(page, QStringLiteral("nothing"));
}

void TestGallerySync::decisionPage()
{
    Scene s;
    DecisionPage page(s.desk, s.words, s.presenter, s.questions);
    page.resize(1150, 640);
    page.show();
    page.openConflict(s.desk.conflictRows.first().id);
    test::settle(&page);
    page.findChild<QRadioButton*>(QStringLiteral("local_price"))->click();
    look(page, QStringLiteral("conflict"));
}

QTEST_MAIN(TestGallerySync)
#include "test_gallery_sync.moc"
