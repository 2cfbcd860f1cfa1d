// SPDX-License-Identifier: Apache-2.0
// Return that ends an input-method conversion is not Return for the dialog.
#include "tests/support/widget_test.h"

#include "ui/widgets/ime_guard.h"

#include <QDialog>
#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace yoyo;

class TestImeGuard : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void init() { test::failOnWarnings(); }
    void returnWhileComposingDoesNotPressTheDefaultButton();
    void returnHandedOnAfterTheCommitDoesNotPressItEither();
    void theNextReturnDoes();
};

namespace {

struct Form
{
    ImeGuard guard;
    QDialog dialog;
    QLineEdit* line;
    QPushButton* button;
    QSignalSpy pressed;

    Form() : line(new QLineEdit(&dialog)), button(new QPushButton(QStringLiteral("go"), &dialog)), pressed(button, &QPushButton::clicked)
    {
        qApp->installEventFilter(&guard);
        auto* column = new QVBoxLayout(&dialog);
        column->addWidget(line);
        column->addWidget(button);
        button->setDefault(true);
        dialog.show();
        line->setFocus();
    }
    void compose(const QString& text)
    {
        QInputMethodEvent event(text, {});
        QCoreApplication::sendEvent(line, &event);
    }
    void commit(const QString& text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QCoreApplication::sendEvent(line, &event);
    }
};

} // namespace

void TestImeGuard::returnWhileComposingDoesNotPressTheDefaultButton()
{
    Form form;
    form.compose(QStringLiteral("やまだ"));
    QVERIFY(form.guard.isComposing());
    QTest::keyClick(form.line, Qt::Key_Return);
    QCOMPARE(form.pressed.count(), 0);
}

void TestImeGuard::returnHandedOnAfterTheCommitDoesNotPressItEither()
{
    Form form;
    form.compose(QStringLiteral("やまだ"));
    form.commit(QStringLiteral("山田"));
    QTest::keyClick(form.line, Qt::Key_Return);
    QCOMPARE(form.pressed.count(), 0);
    QCOMPARE(form.line->text(), QStringLiteral("山田"));
}

void TestImeGuard::theNextReturnDoes()
{
    Form form;
    form.compose(QStringLiteral("やまだ"));
    form.commit(QStringLiteral("山田"));
    QTest::keyClick(form.line, Qt::Key_Return);
    QTest::keyClick(form.line, Qt::Key_Return);
    QCOMPARE(form.pressed.count(), 1);
}

QTEST_MAIN(TestImeGuard)
#include "test_ime_guard.moc"
