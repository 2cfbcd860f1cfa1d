# SPDX-License-Identifier: Apache-2.0
# Turns errors.csv into error_code.h and error_code.cpp. Columns: code, wire_code, http_status, severity,
# retryable, who_can_fix, params, help_anchor. No cell holds a comma or a quote; lines that start with # are comments.
# A row without http_status is the client's own and never travels.
cmake_policy(VERSION 3.25)
file(STRINGS ${CSV} lines ENCODING UTF-8)
set(enumerators "")
set(rows "")
set(header_seen FALSE)
foreach(line IN LISTS lines)
  if(line MATCHES "^#" OR line STREQUAL "")
    continue()
  endif()
  if(NOT header_seen)
    set(header_seen TRUE)
    continue()
  endif()
  string(REPLACE ";" "|" line "${line}")
  string(REPLACE "," ";" cells "${line}")
  list(LENGTH cells count)
  if(NOT count EQUAL 8)
    message(FATAL_ERROR "errors.csv: 8 cells wanted: ${line}")
  endif()
  list(GET cells 0 code)
  list(GET cells 1 wire)
  list(GET cells 2 status)
  list(GET cells 3 severity)
  list(GET cells 4 retryable)
  list(GET cells 5 who)
  list(GET cells 6 params)
  list(GET cells 7 anchor)
  string(REPLACE "-" ";" words "${wire}")
  set(name "")
  foreach(word IN LISTS words)
    string(SUBSTRING "${word}" 0 1 first)
    string(SUBSTRING "${word}" 1 -1 rest)
    string(TOUPPER "${first}" first)
    string(APPEND name "${first}${rest}")
  endforeach()
  if(status STREQUAL "")
    set(status 0)
  endif()
  if(retryable STREQUAL "yes")
    set(retryable true)
  else()
    set(retryable false)
  endif()
  string(APPEND enumerators "    ${name}, ///< ${code}\n")
  string(APPEND rows "    {ErrorCode::${name}, \"${code}\", \"${wire}\", ${status}, \"${severity}\", ${retryable}, \"${who}\", \"${params}\", \"${anchor}\"},\n")
endforeach()
set(header "// SPDX-License-Identifier: Apache-2.0
// Generated from resources/api/errors.csv; change that file instead.
#pragma once

#include <span>
#include <string_view>

namespace yoyo {

enum class ErrorCode {
${enumerators}};

/// One row of errors.csv. httpStatus 0: the client's own code, never on the wire.
struct ErrorInfo
{
    ErrorCode id;
    std::string_view code;
    std::string_view wireCode;
    int httpStatus;
    std::string_view severity;
    bool retryable;
    std::string_view whoCanFix;
    std::string_view params;
    std::string_view helpAnchor;
};

std::span<const ErrorInfo> allErrors();
const ErrorInfo& errorInfo(ErrorCode id);
/// The row of a wire code, or null when this client does not know it.
const ErrorInfo* errorByWireCode(std::string_view wireCode);

} // namespace yoyo
")
set(source "// SPDX-License-Identifier: Apache-2.0
// Generated from resources/api/errors.csv; change that file instead.
#include \"models/domain/error_code.h\"

#include <algorithm>
#include <iterator>

namespace yoyo {

static constexpr ErrorInfo table[] = {
${rows}};

std::span<const ErrorInfo> allErrors()
{
    return table;
}

const ErrorInfo& errorInfo(ErrorCode id)
{
    return table[static_cast<std::size_t>(id)];
}

const ErrorInfo* errorByWireCode(std::string_view wireCode)
{
    const auto* hit = std::ranges::find(table, wireCode, &ErrorInfo::wireCode);
    return hit == std::end(table) ? nullptr : hit;
}

} // namespace yoyo
")
file(WRITE ${HEADER} "${header}")
file(WRITE ${SOURCE} "${source}")
