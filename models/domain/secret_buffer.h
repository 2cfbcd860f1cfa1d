// SPDX-License-Identifier: Apache-2.0
// The one type in which data keys, tokens, passwords and key-derivation buffers live: wiped when it goes,
// never shared by copy-on-write, never printable.
#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <span>
#include <vector>

namespace yoyo {

class SecretBuffer
{
public:
    SecretBuffer() = default;
    explicit SecretBuffer(std::size_t size) : m_bytes(size) {}
    explicit SecretBuffer(std::span<const unsigned char> bytes) : m_bytes(bytes.begin(), bytes.end()) {}
    /// Takes the bytes over and wipes the source where it is not shared.
    static SecretBuffer takeFrom(QByteArray& source);
    /// UTF-8 of a text, as typed; the caller normalises.
    static SecretBuffer fromText(const QString& text);

    SecretBuffer(const SecretBuffer& other) = default;
    SecretBuffer(SecretBuffer&& other) noexcept = default;
    SecretBuffer& operator=(const SecretBuffer& other);
    SecretBuffer& operator=(SecretBuffer&& other) noexcept;
    ~SecretBuffer();

    bool isEmpty() const { return m_bytes.empty(); }
    std::size_t size() const { return m_bytes.size(); }
    unsigned char* data() { return m_bytes.data(); }
    const unsigned char* data() const { return m_bytes.data(); }
    std::span<const unsigned char> span() const { return m_bytes; }
    void wipe();

    /// A plain copy for an API that takes QByteArray; the caller wipes it with wipeBytes().
    QByteArray toByteArray() const;
    /// In constant time for equal lengths.
    friend bool operator==(const SecretBuffer& a, const SecretBuffer& b);

private:
    std::vector<unsigned char> m_bytes;
};

/// Overwrites the bytes in place (detaches first when shared) and empties the array.
void wipeBytes(QByteArray& bytes);
void wipeText(QString& text);

} // namespace yoyo
