// SPDX-License-Identifier: Apache-2.0
// Repeatable randomness from a seed (splitmix64).
#pragma once

#include "models/domain/random_source.h"

namespace yoyo::test {

class FakeRandom final : public RandomSource
{
public:
    explicit FakeRandom(std::uint64_t seed = 1) : m_state(seed) {}
    QByteArray bytes(int count) override
    {
        QByteArray out;
        out.reserve(count + 8);
        while (out.size() < count) {
            const std::uint64_t word = next();
            out.append(reinterpret_cast<const char*>(&word), sizeof word);
        }
        out.truncate(count);
        return out;
    }
    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

private:
    std::uint64_t m_state;
};

} // namespace yoyo::test
