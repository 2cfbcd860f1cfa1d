// SPDX-License-Identifier: Apache-2.0
#include "models/domain/result.h"

namespace yoyo {

QString Error::codeText() const
{
    const auto text = errorInfo(code).code;
    return QString::fromLatin1(text.data(), qsizetype(text.size()));
}

} // namespace yoyo
