// SPDX-License-Identifier: Apache-2.0
// Lists and letters on A4, readable in black and white: title, municipality, filter, as-of time, author, approval
// boxes, page n/m, unsent count, and the environment where it is not the real one. To a printer or a PDF file.
#pragma once

#include "models/domain/result.h"

#include <QPageLayout>
#include <QString>
#include <QStringList>

#include <functional>

class QAbstractItemModel;
class QHeaderView;
class QPagedPaintDevice;
class QPrinter;
class QTableView;

namespace yoyo {

struct SheetHead
{
    QString title;
    QString municipality;
    QString filter;          ///< what narrows the list; empty: the whole
    QString asOf;            ///< when the data were right, for people
    QString author;
    QString environment;     ///< printed large where not the real environment; empty otherwise
    QStringList approvals;   ///< 決裁欄: the titles over the boxes; empty: no boxes
    qint64 unsent = 0;       ///< 「未送信 n 件を含む」 when above zero
};

struct SheetTable
{
    QStringList headers;
    QList<bool> isNumber;       ///< right-aligned; shorter than headers means false
    QList<QStringList> rows;
};

/// The visible columns of the view in their order, every row of the model.
SheetTable tableOf(const QTableView& view);

struct Sheet
{
    SheetHead head;
    SheetTable table; ///< may be empty
    QString letter;   ///< HTML body of a letter; drawn before the table
    QPageLayout::Orientation orientation = QPageLayout::Landscape;
};

/// How many pages the sheet takes.
int paint(const Sheet& sheet, QPagedPaintDevice& device);
/// Several sheets one after another, each with its own page count: letters for many.
int paint(const QList<Sheet>& sheets, QPagedPaintDevice& device);
/// E-STOR-012 when the file cannot be written. Overwrites.
Result<int> writePdf(const QList<Sheet>& sheets, const QString& path);

/// Writes a table as CSV; handed in, because only models/intake knows the encodings.
using TableWriter = std::function<Result<void>(const QString& path, const SheetTable& table)>;

} // namespace yoyo
