// SPDX-License-Identifier: Apache-2.0
// Bodies of the service: the first byte chooses the reply, the rest is read as it. gzip with its limits too.
#include "models/central/feed_parser.h"
#include "models/central/gzip.h"
#include "models/central/wire_json.h"

#include <cstdlib>

using namespace yoyo;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray body(reinterpret_cast<const char*>(data + 1), qsizetype(size - 1));
    switch (data[0] % 8) {
    case 0:
        (void)parseHandshake(body);
        break;
    case 1:
        (void)parseSession(body);
        break;
    case 2:
        (void)parseMe(body);
        break;
    case 3:
        (void)parseStepUp(body);
        (void)parseRecoverySecret(body);
        break;
    case 4:
        (void)parseRowReply(body);
        break;
    case 5: {
        const QList<QUuid> ids = opIdsOfPush(body);
        if (const auto reply = parseOutcomes(body, ids); reply && reply->outcomes.size() != ids.size())
            std::abort(); // exactly one per operation
        break;
    }
    case 6:
        (void)parseChanges(body);
        break;
    default: {
        DecodeLimits limits;
        limits.maximumBytes = 1 << 20;
        limits.ratioFreeBytes = 1 << 16;
        GzipDecoder decoder(limits);
        QByteArray out;
        for (qsizetype at = 0; at < body.size(); at += 7) {
            if (!decoder.feed(body.mid(at, 7), out))
                break;
        }
        if (out.size() > limits.maximumBytes)
            std::abort();
        break;
    }
    }
    return 0;
}
