// SPDX-License-Identifier: Apache-2.0
#include "models/intake/encoding.h"

#include "models/intake/cp932.h"

#include <cstdint>
#include <cstring>

namespace yoyo {

constexpr qint64 pieceSize = 256 * 1024;

std::size_t validUtf8(std::string_view bytes, bool isLast, bool* bad)
{
    *bad = false;
    const auto* p = reinterpret_cast<const unsigned char*>(bytes.data());
    const std::size_t size = bytes.size();
    std::size_t i = 0;
    while (i < size) {
        if (p[i] < 0x80) {
            std::uint64_t word = 0;
            while (i + 8 <= size) {
                std::memcpy(&word, p + i, 8);
                if (word & 0x8080808080808080ULL)
                    break;
                i += 8;
            }
            while (i < size && p[i] < 0x80)
                ++i;
            continue;
        }
        const unsigned char a = p[i];
        // RFC 3629: the second byte's range depends on the first (no overlong forms, surrogates, above U+10FFFF).
        unsigned char low = 0x80;
        unsigned char high = 0xbf;
        std::size_t length = 0;
        if (a >= 0xc2 && a <= 0xdf) {
            length = 2;
        } else if (a >= 0xe0 && a <= 0xef) {
            length = 3;
            low = a == 0xe0 ? 0xa0 : 0x80;
            high = a == 0xed ? 0x9f : 0xbf;
        } else if (a >= 0xf0 && a <= 0xf4) {
            length = 4;
            low = a == 0xf0 ? 0x90 : 0x80;
            high = a == 0xf4 ? 0x8f : 0xbf;
        } else {
            *bad = true;
            return i;
        }
        for (std::size_t k = 1; k < length; ++k) {
            if (i + k >= size) {
                *bad = isLast;
                return i;
            }
            const unsigned char c = p[i + k];
            if (k == 1 ? (c < low || c > high) : (c < 0x80 || c > 0xbf)) {
                *bad = true;
                return i;
            }
        }
        i += length;
    }
    return i;
}

namespace {

/// One candidate encoding, fed piece by piece.
struct Candidate
{
    bool isOut = false;
    qint64 badOffset = -1;
    qint64 read = 0;
    std::string carry;

    template <typename Take>
    void feed(std::string_view piece, bool isLast, Take take)
    {
        if (isOut)
            return;
        std::string joined;
        std::string_view bytes = piece;
        if (!carry.empty()) {
            joined = carry;
            joined.append(piece);
            bytes = joined;
        }
        bool bad = false;
        const std::size_t taken = take(bytes, isLast, &bad);
        read += qint64(taken);
        if (bad) {
            isOut = true;
            badOffset = read;
        }
        carry = std::string(bytes.substr(taken));
    }
};

} // namespace

Result<EncodingProof> detectEncoding(QIODevice& device)
{
    if (!device.isReadable() || device.isSequential() || !device.seek(0))
        return Error(ErrorCode::FileUnreadable);
    EncodingProof proof;
    Candidate utf8;
    Candidate cp932;
    QByteArray buffer(pieceSize, Qt::Uninitialized);
    std::string sink;
    while (true) {
        const qint64 got = device.read(buffer.data(), buffer.size());
        if (got < 0)
            return Error(ErrorCode::FileUnreadable);
        const bool isLast = got == 0;
        const std::string_view piece(buffer.constData(), std::size_t(got));
        if (proof.bytes == 0) {
            if (got == 0)
                return Error(ErrorCode::FileEmpty);
            if (piece.starts_with("\xff\xfe") || piece.starts_with("\xfe\xff"))
                return Error(ErrorCode::EncodingUndetected, QStringLiteral("UTF-16"), {{QStringLiteral("offset"), 0}});
            proof.hasBom = piece.starts_with("\xef\xbb\xbf");
        }
        if (proof.firstNonAscii < 0) {
            for (std::size_t i = 0; i < piece.size(); ++i) {
                if (static_cast<unsigned char>(piece[i]) >= 0x80) {
                    proof.firstNonAscii = proof.bytes + qint64(i);
                    break;
                }
            }
        }
        proof.bytes += got;
        utf8.feed(piece, isLast, [](std::string_view b, bool last, bool* bad) { return validUtf8(b, last, bad); });
        // CP932 is looked at only where UTF-8 can no longer be it, or may yet fail: both run until one is out.
        if (!proof.hasBom) {
            cp932.feed(piece, isLast, [&sink](std::string_view b, bool last, bool* bad) {
                sink.clear();
                return decodeCp932(b, last, sink, bad);
            });
        }
        if (isLast || (utf8.isOut && (proof.hasBom || cp932.isOut)))
            break;
    }
    device.seek(0);
    if (utf8.isOut && (proof.hasBom || cp932.isOut)) {
        const qint64 offset = proof.hasBom ? utf8.badOffset : qMax(utf8.badOffset, cp932.badOffset);
        return Error(ErrorCode::EncodingUndetected, {}, {{QStringLiteral("offset"), offset}});
    }
    proof.encoding = utf8.isOut ? TextEncoding::Cp932 : TextEncoding::Utf8;
    return proof;
}

} // namespace yoyo
