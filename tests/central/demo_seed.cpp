// SPDX-License-Identifier: Apache-2.0
#include "tests/central/seed.h"

namespace yoyo::service {

Seed demonstrationSeed(const Clock&)
{
    return {};
}

} // namespace yoyo::service
