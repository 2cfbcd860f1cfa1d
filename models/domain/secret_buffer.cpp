// SPDX-License-Identifier: Apache-2.0
#include "models/domain/secret_buffer.h"

#include <openssl/crypto.h>

namespace yoyo {

SecretBuffer SecretBuffer::takeFrom(QByteArray& source)
{
    SecretBuffer out(std::span(reinterpret_cast<const unsigned char*>(source.constData()),
                               std::size_t(source.size())));
    wipeBytes(source);
    return out;
}

SecretBuffer SecretBuffer::fromText(const QString& text)
{
    QByteArray utf8 = text.toUtf8();
    return takeFrom(utf8);
}

SecretBuffer& SecretBuffer::operator=(const SecretBuffer& other)
{
    if (this != &other) {
        wipe();
        m_bytes = other.m_bytes;
    }
    return *this;
}

SecretBuffer& SecretBuffer::operator=(SecretBuffer&& other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::move(other.m_bytes);
        other.m_bytes.clear();
    }
    return *this;
}

SecretBuffer::~SecretBuffer()
{
    wipe();
}

void SecretBuffer::wipe()
{
    if (!m_bytes.empty())
        OPENSSL_cleanse(m_bytes.data(), m_bytes.size());
    m_bytes.clear();
}

QByteArray SecretBuffer::toByteArray() const
{
    return QByteArray(reinterpret_cast<const char*>(m_bytes.data()), qsizetype(m_bytes.size()));
}

bool operator==(const SecretBuffer& a, const SecretBuffer& b)
{
    return a.size() == b.size() && (a.isEmpty() || CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0);
}

void wipeBytes(QByteArray& bytes)
{
    if (!bytes.isEmpty() && bytes.isDetached())
        OPENSSL_cleanse(bytes.data(), std::size_t(bytes.size()));
    bytes.clear();
}

void wipeText(QString& text)
{
    if (!text.isEmpty() && text.isDetached())
        OPENSSL_cleanse(text.data(), std::size_t(text.size()) * sizeof(QChar));
    text.clear();
}

} // namespace yoyo
