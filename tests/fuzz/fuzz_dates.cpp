// SPDX-License-Identifier: Apache-2.0
// Dates as people write them: what is read as a day reads as the same day again from its Japanese and its western form.
#include "models/domain/japanese_date.h"

#include <cstdlib>

using namespace yoyo;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    if (size == 0)
        return 0;
    DateRules rules;
    rules.isFutureAllowed = true;
    rules.isJisEra = (data[0] & 1) != 0;
    rules.isOpenEndAllowed = (data[0] & 2) != 0;
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data + 1), qsizetype(size - 1));
    const auto read = dateFromText(text, rules);
    // An era with a year of four digits is nobody's date.
    if (!read || !read->day.isValid() || read->day.year() > 2100)
        return 0;
    DateRules plain;
    plain.isFutureAllowed = true;
    for (const QString& again : {japaneseDateText(read->day), read->day.toString(Qt::ISODate)}) {
        const auto second = dateFromText(again, plain);
        if (!second || second->day != read->day)
            std::abort();
    }
    return 0;
}
