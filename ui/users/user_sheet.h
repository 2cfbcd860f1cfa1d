// SPDX-License-Identifier: Apache-2.0
// Users as a USER1 table: the columns of the file that "register many" reads, so that a list can be corrected in a
// spreadsheet and read again. How the cells are kept from being changed by Excel is the writer's matter.
#pragma once

#include "models/services/user_service.h"
#include "ui/widgets/print_sheet.h"

#include <QCoreApplication>

namespace yoyo {

class ErrorPresenter;

class UserSheet
{
    Q_DECLARE_TR_FUNCTIONS(UserSheet)
public:
    /// The header alone for no rows. 変更区分 is 2 in every row: read again without a change it does nothing.
    static SheetTable table(const QList<UserRow>& rows);
    /// Row number, user ID and what has to be corrected, for the rows with findings.
    static SheetTable findings(const UserImportReport& report, const ErrorPresenter& errors);
};

} // namespace yoyo
