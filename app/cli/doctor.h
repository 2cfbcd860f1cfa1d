// SPDX-License-Identifier: Apache-2.0
// `yoyo doctor`: what IT looks at first, one line per check, each with its code when it fails.
#pragma once

#include <QFuture>

namespace yoyo {

class Composition;
class Keychain;
class Report;

/// Fills the report; exit code 1 when a check finds something. Changes nothing but a test entry in the
/// keychain.
QFuture<void> runDoctor(Composition& composition, Keychain& keychain, Report& report);

} // namespace yoyo
