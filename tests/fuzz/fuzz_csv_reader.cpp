// SPDX-License-Identifier: Apache-2.0
// The first byte chooses encoding and separator, the rest is the file: read at once and in small pieces, both must give
// the same cells, rows, findings and error.
#include "models/intake/csv_reader.h"

#include <QBuffer>

#include <cstdlib>

using namespace yoyo;

namespace {

/// Gives at most so many bytes at a time, as a slow share does.
class Drop final : public QBuffer
{
public:
    Drop(QByteArray* bytes, qint64 most) : QBuffer(bytes), m_most(most) {}

protected:
    qint64 readData(char* to, qint64 count) override { return QBuffer::readData(to, qMin(count, m_most)); }

private:
    qint64 m_most;
};

struct Reading
{
    std::vector<std::vector<std::string>> rows;
    std::vector<qint64> numbers;
    std::optional<ErrorCode> error;
    QList<CsvFinding> findings;
    friend bool operator==(const Reading&, const Reading&) = default;
};

Reading readAll(QByteArray bytes, const CsvReader::Options& options, qint64 atOnce)
{
    Drop device(&bytes, atOnce);
    device.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    CsvReader reader(device, options);
    Reading out;
    while (reader.next()) {
        out.rows.emplace_back(reader.cells().begin(), reader.cells().end());
        out.numbers.push_back(reader.rowNumber());
    }
    if (reader.error())
        out.error = reader.error()->code;
    out.findings = reader.findings();
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    if (size == 0)
        return 0;
    QByteArray bytes(reinterpret_cast<const char*>(data + 1), qsizetype(size - 1));
    CsvReader::Options options;
    options.encoding = (data[0] & 1) != 0 ? TextEncoding::Cp932 : TextEncoding::Utf8;
    options.separator = (data[0] & 2) != 0 ? '\t' : ',';
    const Reading whole = readAll(bytes, options, bytes.size() + 1);
    if (!(whole == readAll(bytes, options, 1 + (data[0] >> 4))))
        std::abort();
    QBuffer device(&bytes);
    device.open(QIODevice::ReadOnly);
    if (const auto proof = detectEncoding(device); proof && proof->encoding == options.encoding
        && whole.error == ErrorCode::EncodingUndetected)
        std::abort(); // proved to be what the reader then refuses
    return 0;
}
