// SPDX-License-Identifier: Apache-2.0
// Everything that asks the person something outside a page, behind one interface so that tests and the tour answer
// by themselves. Nothing here blocks: the answer comes by a callback, on the GUI thread, never after the context died.
#pragma once

#include <QString>
#include <QStringList>

#include <functional>

class QPrinter;
class QWidget;

namespace yoyo {

struct Question
{
    QString title;         ///< what is about to happen: 「3 人の利用を停止しますか」
    QString consequence;   ///< what that means for whom, with the count
    QStringList details;   ///< who or what exactly; shown as a list that scrolls
    QString verb;          ///< on the button that does it: 「停止する」
    QString refusal;       ///< on the other one; empty: 「やめる」
    QString alternative;   ///< a third way (「保存しないで移動」); empty: none
    QString toBeTyped;     ///< must be typed before the verb can be pressed; empty: nothing
    enum class Kind { Normal, Destructive };
    Kind kind = Kind::Normal;
};

enum class Answer { Refused, Accepted, Alternative };

struct FileQuestion
{
    QString title;
    QString suggestedName; ///< never with a person's name in it
    QString filter;        ///< as QFileDialog's: "CSV (*.csv)"
};

class Questions
{
public:
    virtual ~Questions() = default;
    virtual void ask(QWidget* parent, const Question& question, std::function<void(Answer)> answered) = 0;
    /// Empty path: cancelled.
    virtual void saveFile(QWidget* parent, const FileQuestion& question, std::function<void(const QString&)> chosen) = 0;
    virtual void openFile(QWidget* parent, const FileQuestion& question, std::function<void(const QString&)> chosen) = 0;
    /// The print dialog; `paint` is called when a printer was accepted.
    virtual void print(QWidget* parent, const QString& title, std::function<void(QPrinter&)> paint) = 0;
};

/// The real ones: window-modal dialogs that are opened, never executed.
class DialogQuestions final : public Questions
{
public:
    void ask(QWidget* parent, const Question& question, std::function<void(Answer)> answered) override;
    void saveFile(QWidget* parent, const FileQuestion& question, std::function<void(const QString&)> chosen) override;
    void openFile(QWidget* parent, const FileQuestion& question, std::function<void(const QString&)> chosen) override;
    void print(QWidget* parent, const QString& title, std::function<void(QPrinter&)> paint) override;
};

} // namespace yoyo
