// SPDX-License-Identifier: Apache-2.0
// What the process forbids itself before it holds a secret.
#pragma once

namespace yoyo {

/// No core dump and no reading of this process's memory by others of the same user.
void forbidCoreDumps();

} // namespace yoyo
