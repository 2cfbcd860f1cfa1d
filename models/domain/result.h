// SPDX-License-Identifier: Apache-2.0
// Result<T>: a value, or an Error with a code of resources/api/errors.csv.
// Every boundary between layers returns it; QSqlError and QNetworkReply never cross one, and exceptions are
// for programming errors only. Text for people is made from the code where it is shown, never here.
#pragma once

#include "models/domain/error_code.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>
#include <utility>
#include <variant>

namespace yoyo {

/// What went wrong. `detail` is for logs and the helpdesk: English, no names, no secrets. `params` fills the
/// placeholders named in errors.csv. `pointer` is the field it speaks of (a contract field name), or empty.
struct Error
{
    ErrorCode code = ErrorCode::InternalError;
    QString detail;
    QJsonObject params;
    QString pointer;
    std::optional<std::chrono::milliseconds> retryAfter;
    QString requestId;

    Error() = default;
    Error(ErrorCode c, QString d = {}, QJsonObject p = {}, QString field = {})
        : code(c), detail(std::move(d)), params(std::move(p)), pointer(std::move(field))
    {
    }

    /// "E-AUTH-001": what people read to the helpdesk.
    QString codeText() const;
    friend bool operator==(const Error& a, const Error& b)
    {
        return a.code == b.code && a.pointer == b.pointer && a.params == b.params;
    }
};

template <typename T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_data(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_data(std::in_place_index<1>, std::move(error)) {}
    Result(ErrorCode code) : m_data(std::in_place_index<1>, Error(code)) {}

    bool isOk() const { return m_data.index() == 0; }
    explicit operator bool() const { return isOk(); }

    /// Requires isOk().
    const T& value() const& { return std::get<0>(m_data); }
    T& value() & { return std::get<0>(m_data); }
    T&& value() && { return std::get<0>(std::move(m_data)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::get<0>(std::move(m_data)); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    /// Requires !isOk().
    const Error& error() const { return std::get<1>(m_data); }

private:
    std::variant<T, Error> m_data;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}
    Result(ErrorCode code) : m_error(Error(code)) {}

    bool isOk() const { return !m_error; }
    explicit operator bool() const { return isOk(); }
    const Error& error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace yoyo
