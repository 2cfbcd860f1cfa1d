// SPDX-License-Identifier: Apache-2.0
#include "models/services/save_receipt.h"

namespace yoyo {

bool isRefusal(const Error& error)
{
    const auto severity = errorInfo(error.code).severity;
    return severity == "refuse_row" || severity == "refuse_file";
}

} // namespace yoyo
