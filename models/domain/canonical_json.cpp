// SPDX-License-Identifier: Apache-2.0
#include "models/domain/canonical_json.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>

namespace yoyo {

QByteArray canonicalNumber(double value)
{
    if (!std::isfinite(value))
        return "null";
    if (value == 0)
        return "0"; // also for minus zero
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, std::abs(value), std::chars_format::scientific).ptr;
    const std::string_view text(buffer, std::size_t(end - buffer)); // d[.ddd]e±xx, shortest digits
    const std::size_t e = text.find('e');
    std::string digits(text.substr(0, e));
    std::erase(digits, '.');
    const int exponent = std::stoi(std::string(text.substr(e + 1)));
    const int point = exponent + 1; // the decimal point stands after so many digits
    const int count = int(digits.size());

    std::string out;
    if (count <= point && point <= 21) {
        out = digits + std::string(std::size_t(point - count), '0');
    } else if (0 < point && point <= 21) {
        out = digits.substr(0, std::size_t(point)) + "." + digits.substr(std::size_t(point));
    } else if (-6 < point && point <= 0) {
        out = "0." + std::string(std::size_t(-point), '0') + digits;
    } else {
        out = digits.substr(0, 1);
        if (count > 1)
            out += "." + digits.substr(1);
        out += exponent < 0 ? "e-" : "e+";
        out += std::to_string(std::abs(exponent));
    }
    return QByteArray::fromStdString(value < 0 ? "-" + out : out);
}

static void writeText(QByteArray& out, const QString& text)
{
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\t': out += "\\t"; break;
        case '\n': out += "\\n"; break;
        case '\f': out += "\\f"; break;
        case '\r': out += "\\r"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += hex[(c >> 4) & 0xf];
                out += hex[c & 0xf];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

static void write(QByteArray& out, const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        return;
    case QJsonValue::Double:
        out += canonicalNumber(value.toDouble());
        return;
    case QJsonValue::String:
        writeText(out, value.toString());
        return;
    case QJsonValue::Array: {
        out += '[';
        bool isFirst = true;
        for (const QJsonValue& item : value.toArray()) {
            if (!isFirst)
                out += ',';
            isFirst = false;
            write(out, item);
        }
        out += ']';
        return;
    }
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        QStringList keys = object.keys();
        std::ranges::sort(keys, [](const QString& a, const QString& b) {
            return std::ranges::lexicographical_compare(a, b, {}, [](QChar c) { return c.unicode(); },
                                                        [](QChar c) { return c.unicode(); });
        });
        out += '{';
        bool isFirst = true;
        for (const QString& key : keys) {
            if (!isFirst)
                out += ',';
            isFirst = false;
            writeText(out, key);
            out += ':';
            write(out, object.value(key));
        }
        out += '}';
        return;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    out += "null";
}

QByteArray canonicalJson(const QJsonValue& value)
{
    QByteArray out;
    write(out, value);
    return out;
}

} // namespace yoyo
