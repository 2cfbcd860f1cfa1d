// SPDX-License-Identifier: Apache-2.0
// The injected source of randomness, so that tests and simulations can replay it.
#pragma once

#include <QByteArray>

#include <cstdint>

namespace yoyo {

class RandomSource
{
public:
    virtual ~RandomSource() = default;
    virtual QByteArray bytes(int count) = 0;
    /// 0 <= value < bound, unbiased. Requires bound > 0.
    std::uint32_t below(std::uint32_t bound);
};

/// The operating system's generator (OpenSSL RAND_bytes). Any thread.
class SystemRandom final : public RandomSource
{
public:
    QByteArray bytes(int count) override;
};

} // namespace yoyo
