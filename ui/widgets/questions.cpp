// SPDX-License-Identifier: Apache-2.0
// See questions.h.
#include "ui/widgets/questions.h"

#include "ui/widgets/confirm_dialog.h"

#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>

#include <memory>

namespace yoyo {

void DialogQuestions::ask(QWidget* parent, const Question& question, std::function<void(Answer)> answered)
{
    auto* dialog = new ConfirmDialog(question, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &ConfirmDialog::answered, parent ? parent : static_cast<QWidget*>(dialog),
                     [answered = std::move(answered)](Answer answer) { answered(answer); });
    dialog->open();
}

static void openFileDialog(QWidget* parent, const FileQuestion& question, QFileDialog::AcceptMode mode,
                           std::function<void(const QString&)> chosen)
{
    auto* dialog = new QFileDialog(parent, question.title, QString(), question.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(mode == QFileDialog::AcceptOpen ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    if (!question.suggestedName.isEmpty()) {
        dialog->selectFile(question.suggestedName);
        const qsizetype dot = question.suggestedName.lastIndexOf(QLatin1Char('.'));
        if (dot > 0)
            dialog->setDefaultSuffix(question.suggestedName.mid(dot + 1));
    }
    QObject::connect(dialog, &QDialog::finished, parent ? parent : static_cast<QWidget*>(dialog),
                     [dialog, chosen = std::move(chosen)](int result) {
                         const QStringList files = dialog->selectedFiles();
                         chosen(result == QDialog::Accepted && !files.isEmpty() ? files.first() : QString());
                     });
    dialog->open();
}

void DialogQuestions::saveFile(QWidget* parent, const FileQuestion& question,
                               std::function<void(const QString&)> chosen)
{
    openFileDialog(parent, question, QFileDialog::AcceptSave, std::move(chosen));
}

void DialogQuestions::openFile(QWidget* parent, const FileQuestion& question,
                               std::function<void(const QString&)> chosen)
{
    openFileDialog(parent, question, QFileDialog::AcceptOpen, std::move(chosen));
}

void DialogQuestions::print(QWidget* parent, const QString& title, std::function<void(QPrinter&)> paint)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setDocName(title);
    auto* dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    QObject::connect(dialog, &QDialog::accepted, parent ? parent : static_cast<QWidget*>(dialog),
                     [printer, paint = std::move(paint)] { paint(*printer); });
    dialog->open();
}

} // namespace yoyo
