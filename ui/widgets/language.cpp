// SPDX-License-Identifier: Apache-2.0
// See language.h.
#include "ui/widgets/language.h"

#include <QApplication>
#include <QLocale>
#include <QTranslator>

static void loadTranslationResource()
{
    Q_INIT_RESOURCE(yoyo_translations);
}

namespace yoyo {

static constexpr const char* languageProperty = "yoyoLanguage";

QString currentLanguage()
{
    const QString language = qApp->property(languageProperty).toString();
    return language.isEmpty() ? QStringLiteral("en") : language;
}

static QDateTime inJapan(const QDateTime& instant)
{
    return instant.toOffsetFromUtc(9 * 3600);
}

QString instantForPeople(const QDateTime& instant)
{
    if (!instant.isValid())
        return {};
    const QDateTime local = inJapan(instant);
    if (currentLanguage() == QStringLiteral("ja"))
        return QLocale(QLocale::Japanese).toString(local, QStringLiteral("yyyy年M月d日(ddd) HH:mm"));
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(local, QStringLiteral("d MMM yyyy HH:mm"));
}

QString dayForPeople(QDate day)
{
    if (!day.isValid())
        return {};
    if (currentLanguage() == QStringLiteral("ja"))
        return QLocale(QLocale::Japanese).toString(day, QStringLiteral("yyyy年M月d日"));
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(day, QStringLiteral("d MMM yyyy"));
}

QString countForPeople(qint64 count)
{
    return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(count);
}

LanguageSwitch::LanguageSwitch(QApplication& app) : QObject(&app), m_app(app)
{
    loadTranslationResource();
}

LanguageSwitch::~LanguageSwitch() = default;

void LanguageSwitch::setLanguage(const QString& language)
{
    const QString wanted = language == QStringLiteral("en") ? language : QStringLiteral("ja");
    if (m_app.property(languageProperty).toString() == wanted)
        return;
    m_app.setProperty(languageProperty, wanted);
    if (m_texts)
        QApplication::removeTranslator(m_texts.get());
    if (m_qtTexts)
        QApplication::removeTranslator(m_qtTexts.get());
    // Qt's own texts (context menus, file dialogs) first, ours over them.
    m_qtTexts = std::make_unique<QTranslator>();
    if (wanted == QStringLiteral("ja") &&
        (m_qtTexts->load(QStringLiteral(":/translations/qt_ja.qm"))))
        QApplication::installTranslator(m_qtTexts.get());
    m_texts = std::make_unique<QTranslator>();
    if (m_texts->load(QStringLiteral(":/translations/yoyo_%1.qm").arg(wanted)))
        QApplication::installTranslator(m_texts.get());
    Q_EMIT languageChanged(wanted);
}

} // namespace yoyo
