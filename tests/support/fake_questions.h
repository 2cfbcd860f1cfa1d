// SPDX-License-Identifier: Apache-2.0
// Answers every question at once with what the test decided, and remembers what was asked.
#pragma once

#include "ui/widgets/questions.h"

#include <QList>

namespace yoyo::test {

class FakeQuestions final : public Questions
{
public:
    Answer answer = Answer::Accepted;
    QString path; ///< what the file dialogs choose; empty cancels
    QList<Question> asked;
    QList<FileQuestion> files;
    int prints = 0;

    void ask(QWidget*, const Question& question, std::function<void(Answer)> answered) override
    {
        asked.append(question);
        answered(answer);
    }
    void saveFile(QWidget*, const FileQuestion& question, std::function<void(const QString&)> chosen) override
    {
        files.append(question);
        chosen(path);
    }
    void openFile(QWidget*, const FileQuestion& question, std::function<void(const QString&)> chosen) override
    {
        files.append(question);
        chosen(path);
    }
    void print(QWidget*, const QString&, std::function<void(QPrinter&)>) override { ++prints; }
};

} // namespace yoyo::test
