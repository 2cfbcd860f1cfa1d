// SPDX-License-Identifier: Apache-2.0
#include "tests/central/password_hasher.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

namespace yoyo::service {

constexpr std::size_t hashBytes = 32;
constexpr quint64 memoryLimit = 160ULL * 1024 * 1024; // N=2^17, r=8 needs 128 MiB and a little

PasswordHasher::PasswordHasher(ScryptCost cost, std::chrono::milliseconds patience)
    : m_cost(cost), m_patience(patience)
{
}

std::optional<PasswordHasher::Place> PasswordHasher::enter(std::optional<std::chrono::milliseconds> patience)
{
    std::unique_lock lock(m_mutex);
    const auto isFree = [this] { return m_inside < places; };
    if (!patience)
        m_left.wait(lock, isFree);
    else if (!m_left.wait_for(lock, *patience, isFree))
        return std::nullopt;
    ++m_inside;
    return Place(*this);
}

QString PasswordHasher::compute(const QString& password, const QByteArray& salt) const
{
    QByteArray utf8 = password.toUtf8();
    unsigned char out[hashBytes];
    const int done = EVP_PBE_scrypt(utf8.constData(), std::size_t(utf8.size()),
                                    reinterpret_cast<const unsigned char*>(salt.constData()), std::size_t(salt.size()),
                                    m_cost.n, m_cost.r, m_cost.p, memoryLimit, out, sizeof out);
    OPENSSL_cleanse(utf8.data(), std::size_t(utf8.size()));
    if (done != 1)
        qFatal("scrypt cannot run with this cost");
    const QByteArray raw(reinterpret_cast<const char*>(out), sizeof out);
    return QStringLiteral("scrypt:%1:%2:%3:%4")
        .arg(m_cost.n)
        .arg(m_cost.r)
        .arg(m_cost.p)
        .arg(QString::fromLatin1(raw.toBase64()));
}

Result<QString> PasswordHasher::hash(const QString& password, const QByteArray& salt)
{
    const auto place = enter(m_patience);
    if (!place) {
        Error busy(ErrorCode::ServerBusy);
        busy.retryAfter = std::chrono::seconds(5);
        return busy;
    }
    return compute(password, salt);
}

QString PasswordHasher::hashWhenever(const QString& password, const QByteArray& salt)
{
    const auto place = enter(std::nullopt);
    return compute(password, salt);
}

bool PasswordHasher::isSame(const QString& a, const QString& b)
{
    const QByteArray left = a.toLatin1();
    const QByteArray right = b.toLatin1();
    return !left.isEmpty() && left.size() == right.size()
        && CRYPTO_memcmp(left.constData(), right.constData(), std::size_t(left.size())) == 0;
}

QString makeTemporaryPassword(RandomSource& random)
{
    static const QString alphabet = QStringLiteral("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789");
    QString out;
    for (int i = 0; i < 16; ++i) {
        if (i > 0 && i % 4 == 0)
            out += QLatin1Char('-');
        out += alphabet[int(random.below(std::uint32_t(alphabet.size())))];
    }
    return out;
}

} // namespace yoyo::service
