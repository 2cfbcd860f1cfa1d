// SPDX-License-Identifier: Apache-2.0
// Layout USER1 (product.md section 4): rows of a users file as typed candidates with row numbers and findings, and
// the same layout written. What a row does to the stored users (the dry run) is decided in models/services.
#pragma once

#include "models/domain/result.h"
#include "models/domain/user.h"
#include "models/intake/csv_reader.h"
#include "models/intake/csv_writer.h"

#include <QDate>
#include <QIODevice>
#include <QList>
#include <QStringList>

#include <optional>

namespace yoyo {

enum class UserChange { Register = 1, Update = 2, Suspend = 3 };

struct UserCandidate
{
    qint64 row = 0; ///< as Excel shows it
    UserChange change = UserChange::Register;
    User user; ///< normalised; fields that were empty in the file are empty (role: Staff, state: Active)
    /// Contract fields with a value in the file. Update changes these and no other: an empty cell keeps what is stored.
    QStringList given;
    QList<Error> findings; ///< pointer = contract field, or "change_kind"
};

struct UserCsv
{
    EncodingProof encoding;
    QList<UserCandidate> rows;
    QList<CsvFinding> fileFindings;
};

/// The fourteen column names in their order.
const QStringList& userCsvColumns();

/// Reads the whole file (at most 100,000 rows). Columns are found by name, so their order and further columns do not
/// matter; without a name that is wanted: E-INTK-002 with params.missing. A row that cannot be read keeps its number
/// and its findings (E-INTK-003, -009, -010, E-CODE, E-USER). `encoding` empty: detected.
Result<UserCsv> readUserCsv(QIODevice& device, QDate today, std::optional<TextEncoding> encoding = std::nullopt);

/// Writes heading and rows; the change is that of each candidate.
Result<QList<CsvFinding>> writeUserCsv(QIODevice& device, const QList<UserCandidate>& rows, TextEncoding encoding,
                                       CsvPurpose purpose);

} // namespace yoyo
