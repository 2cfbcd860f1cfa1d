// SPDX-License-Identifier: Apache-2.0
// Which encoding a file has, found by reading it once in pieces: BOM, then strict UTF-8, then strict CP932.
// A file that is valid in both (ASCII) is UTF-8. Any thread; the device must be seekable.
#pragma once

#include "models/domain/result.h"

#include <QIODevice>

#include <string_view>

namespace yoyo {

enum class TextEncoding { Utf8, Cp932 };

struct EncodingProof
{
    TextEncoding encoding = TextEncoding::Utf8;
    bool hasBom = false;
    qint64 bytes = 0; ///< size of the file
    qint64 firstNonAscii = -1; ///< what decided; -1: the file is ASCII
};

/// Leaves the device at its start. E-INTK-001 with params.offset (the byte that fits neither; 0 for UTF-16),
/// E-INTK-005 when it cannot be read, E-INTK-006 when it is empty.
Result<EncodingProof> detectEncoding(QIODevice& device);

/// How many bytes from the start are whole, valid UTF-8; a sequence cut off at the end is left out and is no error
/// unless `isLast`.
std::size_t validUtf8(std::string_view bytes, bool isLast, bool* bad);

} // namespace yoyo
