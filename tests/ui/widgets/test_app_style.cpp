// SPDX-License-Identifier: Apache-2.0
// The focus ring is drawn on every kind of control, sizes stay on the grid, texts have contrast.
#include "tests/support/widget_test.h"

#include "ui/widgets/app_style.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/page.h"

#include <QCheckBox>
#include <QDir>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

using namespace yoyo;

class TestAppStyle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void init() { test::failOnWarnings(); }
    void focusShowsARingOnEveryControl_data();
    void focusShowsARingOnEveryControl();
    void controlsAreAtLeast32PixelsHigh();
    void textsHaveContrast();
    void highContrastTakesTheSystemPalette();
    void everyIconIsRenderedAndTinted();
};

static QWidget* makeControl(const QString& kind)
{
    if (kind == QStringLiteral("line"))
        return new QLineEdit;
    if (kind == QStringLiteral("button"))
        return makeButton(ButtonRole::Normal);
    if (kind == QStringLiteral("primary"))
        return makeButton(ButtonRole::Primary);
    if (kind == QStringLiteral("link"))
        return makeButton(ButtonRole::Link);
    if (kind == QStringLiteral("door"))
        return makeButton(ButtonRole::Door);
    if (kind == QStringLiteral("combo")) {
        auto* combo = new QComboBox;
        combo->addItem(QStringLiteral("実施"));
        return combo;
    }
    if (kind == QStringLiteral("check"))
        return new QCheckBox(QStringLiteral("選ぶ"));
    if (kind == QStringLiteral("radio"))
        return new QRadioButton(QStringLiteral("選ぶ"));
    if (kind == QStringLiteral("text"))
        return new QPlainTextEdit;
    if (kind == QStringLiteral("spin"))
        return new QSpinBox;
    if (kind == QStringLiteral("navigation")) {
        auto* button = new QToolButton;
        button->setText(QStringLiteral("利用者"));
        button->setFocusPolicy(Qt::StrongFocus);
        setButtonRole(button, ButtonRole::Navigation);
        return button;
    }
    auto* table = new QTableWidget(2, 2);
    table->setCurrentCell(0, 0);
    return table;
}

static int pixelsOf(const QImage& image, const QColor& color)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).rgb() == color.rgb();
    }
    return count;
}

void TestAppStyle::focusShowsARingOnEveryControl_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"line", "button", "primary", "link", "door", "combo", "check", "radio", "text", "spin",
                             "navigation", "table"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestAppStyle::focusShowsARingOnEveryControl()
{
    QFETCH(QString, kind);
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    QWidget* control = makeControl(kind);
    auto* other = new QPushButton(QStringLiteral("other"));
    column->addWidget(other);
    column->addWidget(control);
    window.resize(320, 240);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const Colors& colors = colorsOf(control);
    other->setFocus();
    const QImage before = control->grab().toImage();
    QCOMPARE(pixelsOf(before, colors.focusInner), 0);
    control->setFocus();
    const QImage after = control->grab().toImage();
    QVERIFY(pixelsOf(after, colors.focusInner) > 30);
    QVERIFY(pixelsOf(after, colors.focusOuter) > pixelsOf(before, colors.focusOuter) + 30);
}

void TestAppStyle::controlsAreAtLeast32PixelsHigh()
{
    for (const char* kind : {"line", "button", "primary", "combo", "spin"}) {
        const std::unique_ptr<QWidget> control(makeControl(QString::fromLatin1(kind)));
        control->ensurePolished();
        QVERIFY2(control->sizeHint().height() >= 32, kind);
    }
}

static qreal luminance(const QColor& color)
{
    auto part = [](qreal v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

static qreal contrast(const QColor& a, const QColor& b)
{
    const qreal la = luminance(a);
    const qreal lb = luminance(b);
    return (qMax(la, lb) + 0.05) / (qMin(la, lb) + 0.05);
}

void TestAppStyle::textsHaveContrast()
{
    const Colors c = Colors::standard();
    for (const QColor& ground : {c.surface, c.surfaceSubtle, c.tint, c.tintStrong, c.errorBand, c.successBand, c.warningBand}) {
        QVERIFY(contrast(c.text, ground) >= 4.5);
        QVERIFY(contrast(c.secondary, ground) >= 4.5);
        QVERIFY(contrast(c.actionPressed, ground) >= 4.5);
    }
    QVERIFY(contrast(c.placeholder, c.surface) >= 4.5);
    QVERIFY(contrast(c.onAction, c.action) >= 4.5);
    QVERIFY(contrast(c.onAction, c.verification) >= 4.5);
    QVERIFY(contrast(c.onAction, c.practice) >= 4.5);
    QVERIFY(contrast(c.errorDark, c.surface) >= 4.5);
    QVERIFY(contrast(c.errorDark, c.errorBand) >= 4.5);
    QVERIFY(contrast(c.inputBorder, c.surface) >= 3.0);
}

void TestAppStyle::highContrastTakesTheSystemPalette()
{
    QPalette system(Qt::black);
    system.setColor(QPalette::Window, Qt::black);
    system.setColor(QPalette::Base, Qt::black);
    system.setColor(QPalette::WindowText, Qt::yellow);
    system.setColor(QPalette::Highlight, Qt::cyan);
    system.setColor(QPalette::HighlightedText, Qt::black);
    const Colors c = Colors::highContrast(system);
    QVERIFY(c.isHighContrast);
    QCOMPARE(c.text, QColor(Qt::yellow));
    QCOMPARE(c.errorBand, QColor(Qt::black));
    QCOMPARE(c.palette().color(QPalette::Highlight), QColor(Qt::cyan));
}

void TestAppStyle::everyIconIsRenderedAndTinted()
{
    const QDir folder(QStringLiteral(YOYO_SOURCE_DIR "/resources/icons"));
    const QStringList names = folder.entryList({QStringLiteral("*.svg")});
    QVERIFY(names.size() > 40);
    for (const QString& file : names) {
        const QString name = file.chopped(4);
        if (name == QStringLiteral("app"))
            continue;
        const QImage image = icon(name, IconTone::Action).pixmap(QSize(24, 24), 2.0).toImage();
        QVERIFY2(pixelsOf(image, Colors::standard().action) > 5, qPrintable(name));
    }
    QVERIFY(!appIcon().pixmap(32, 32).isNull());
}

QTEST_MAIN(TestAppStyle)
#include "test_app_style.moc"
