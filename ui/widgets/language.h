// SPDX-License-Identifier: Apache-2.0
// The language of the screens, switched while running: installs the translators, and Qt sends LanguageChange to
// every widget, which sets its texts anew. Dates and numbers for people are made here too. GUI thread.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

#include <memory>

class QApplication;
class QTranslator;

namespace yoyo {

/// "ja" or "en": what the screens show now.
QString currentLanguage();
/// 2026年11月22日(日) 10:05 / 22 Nov 2026 10:05, in Japanese time.
QString instantForPeople(const QDateTime& instant);
/// 2026年11月22日 / 22 Nov 2026.
QString dayForPeople(QDate day);
/// 1,234
QString countForPeople(qint64 count);

class LanguageSwitch : public QObject
{
    Q_OBJECT
public:
    explicit LanguageSwitch(QApplication& app);
    ~LanguageSwitch() override;
    /// "ja" or "en"; anything else means "ja".
    void setLanguage(const QString& language);

Q_SIGNALS:
    void languageChanged(const QString& language);

private:
    QApplication& m_app;
    std::unique_ptr<QTranslator> m_texts;
    std::unique_ptr<QTranslator> m_qtTexts;
};

} // namespace yoyo
