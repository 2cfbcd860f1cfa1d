// SPDX-License-Identifier: Apache-2.0
// A day: typed as 2026-11-22, 2026/11/22, 20261122, 令和8年11月22日 or R8.11.22 (the parser is handed in), or chosen
// from a calendar. What was understood is shown under the field. GUI thread.
#pragma once

#include "models/domain/result.h"

#include <QDate>
#include <QWidget>

#include <functional>
#include <optional>

class QCalendarWidget;
class QFrame;
class QLabel;
class QLineEdit;
class QToolButton;

namespace yoyo {

using DayParser = std::function<Result<QDate>(const QString& text)>;
using DayText = std::function<QString(QDate day)>;

class DateField : public QWidget
{
    Q_OBJECT
public:
    /// `eraText` gives the day in Japanese years for the line below; it may be empty.
    DateField(DayParser parser, DayText eraText, QWidget* parent = nullptr);
    /// The day, nothing when the field is empty, or why the text is no day.
    Result<std::optional<QDate>> day() const;
    /// An invalid day empties the field.
    void setDay(QDate day);
    void setReadOnly(bool readOnly);
    QLineEdit* lineEdit() const { return m_line; }

Q_SIGNALS:
    void dayChanged();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void retranslate();
    void tell();
    void openCalendar();

    DayParser m_parser;
    DayText m_eraText;
    QLineEdit* m_line;
    QToolButton* m_open;
    QLabel* m_understood;
    QFrame* m_popup = nullptr;
    QCalendarWidget* m_calendar = nullptr;
};

} // namespace yoyo
