// SPDX-License-Identifier: Apache-2.0
#include "models/session/office_keeper.h"

#include "models/domain/random_source.h"
#include "models/domain/when_done.h"
#include "models/session/background.h"
#include "models/session/keychain.h"
#include "models/session/keychain_entries.h"
#include "models/storage/office_sealed.h"

namespace yoyo {

OfficeKeeper::OfficeKeeper(Keychain& keychain, RandomSource& random, QThreadPool& pool, QObject* parent)
    : QObject(parent), m_keychain(keychain), m_random(random), m_pool(pool)
{
}

void OfficeKeeper::setPlace(const QString& profileDirectory, const QUuid& deviceId)
{
    m_path = profileDirectory + QStringLiteral("/office.sealed");
    m_entry = officeEntry(deviceId);
    m_secret.wipe();
    m_memory.reset();
}

QFuture<Result<OfficeMemory>> OfficeKeeper::readFile(const SecretBuffer& secret)
{
    return runIn<OfficeMemory>(m_pool, [path = m_path, secret]() -> Result<OfficeMemory> {
        const Result<QJsonObject> json = OfficeSealed::load(path, secret);
        return json ? officeMemoryFromJson(*json) : OfficeMemory();
    });
}

QFuture<Result<OfficeMemory>> OfficeKeeper::load()
{
    if (m_memory)
        return finishedWith<OfficeMemory>(*m_memory);
    const auto read =
        continued(m_keychain.read(m_entry), this, [this](const Result<std::optional<SecretBuffer>>& entry) {
            if (!entry)
                return finishedWith<OfficeMemory>(entry.error());
            if (!*entry)
                return finishedWith<OfficeMemory>(OfficeMemory());
            m_secret = **entry;
            return readFile(m_secret);
        });
    return continued(read, this, [this](const Result<OfficeMemory>& memory) {
        if (memory && !m_memory)
            m_memory = *memory;
        return memory && m_memory ? Result<OfficeMemory>(*m_memory) : memory;
    });
}

QFuture<Result<void>> OfficeKeeper::writeFile()
{
    return runIn<void>(m_pool,
                       [path = m_path, secret = m_secret, json = toJson(*m_memory), &random = m_random] {
                           return OfficeSealed::save(path, secret, json, random);
                       });
}

QFuture<Result<void>> OfficeKeeper::update(std::function<void(OfficeMemory&)> change)
{
    // Once read, nothing is waited for: a change made just before the end is written all the same.
    if (m_memory && !m_secret.isEmpty()) {
        change(*m_memory);
        return writeFile();
    }
    return continued(load(), this, [this, change = std::move(change)](const Result<OfficeMemory>& memory) {
        if (!memory)
            return finishedWith<void>(memory.error());
        change(*m_memory);
        if (!m_secret.isEmpty())
            return writeFile();
        QByteArray fresh = m_random.bytes(32);
        m_secret = SecretBuffer::takeFrom(fresh);
        return continued(m_keychain.write(m_entry, m_secret), this, [this](const Result<void>& written) {
            return written ? writeFile() : finishedWith<void>(written.error());
        });
    });
}

} // namespace yoyo
