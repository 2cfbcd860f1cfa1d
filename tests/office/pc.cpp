// SPDX-License-Identifier: Apache-2.0
#include "tests/office/pc.h"

#include "models/domain/when_done.h"

#include <QDir>
#include <QDirIterator>
#include <QUrl>

namespace yoyo::test {

constexpr int patience = 60'000; // milliseconds; sanitizers and a full machine

QFuture<Result<std::optional<SecretBuffer>>> PcKeychain::read(const QString& key)
{
    return m_real.read(m_prefix + key);
}

QFuture<Result<void>> PcKeychain::write(const QString& key, const SecretBuffer& value)
{
    m_written.insert(key);
    return m_real.write(m_prefix + key, value);
}

QFuture<Result<void>> PcKeychain::remove(const QString& key)
{
    return m_real.remove(m_prefix + key);
}

void PcKeychain::empty()
{
    for (const QString& key : std::as_const(m_written)) {
        if (!await(remove(key)))
            qFatal("the keychain does not forget");
    }
}

void Pc::start()
{
    auto made = Composition::open(m_profile, Composition::Missing::Make, {m_clock, m_random, keychain});
    if (!made)
        qFatal("the profile does not open: %s", qPrintable(made.error().codeText()));
    m_composition = std::move(*made);
    m_composition->sync().start();
}

void Pc::quit()
{
    if (!m_composition)
        return;
    m_composition->session().close();
    m_composition.reset();
}

Result<Handshake> Pc::connectTo(const QString& address, const QString& caFile)
{
    return await(m_composition->connectTo(QUrl(address), caFile));
}

Result<SessionState> Pc::signIn(const QString& loginId, const QString& password)
{
    return await(m_composition->session().signIn(loginId, SecretBuffer::fromText(password)));
}

Result<SessionState> Pc::firstSignIn(const QString& loginId, const QString& temporary, const QString& own)
{
    const auto reached = signIn(loginId, temporary);
    if (!reached || *reached != SessionState::MustChangePassword)
        return reached;
    return await(m_composition->session().changePassword(SecretBuffer(), SecretBuffer::fromText(own)));
}

static bool isResting(SyncPhase phase)
{
    return phase != SyncPhase::NotStarted && phase != SyncPhase::Connecting && phase != SyncPhase::Sending &&
           phase != SyncPhase::Asking && phase != SyncPhase::Receiving;
}

bool Pc::sync()
{
    SyncRunner& runner = m_composition->sync();
    runner.syncNow();
    return waitUntil(&runner, &SyncRunner::statusChanged, [&runner] { return isResting(runner.status().phase); }, patience);
}

bool Pc::syncUntilSent()
{
    SyncRunner& runner = m_composition->sync();
    runner.syncNow();
    return QTest::qWaitFor([this, &runner] { return isResting(runner.status().phase) && unsent() == 0; }, patience);
}

int Pc::unsent()
{
    const auto counts = await(m_composition->work().counts());
    if (!counts)
        qFatal("no counts: %s", qPrintable(counts.error().codeText()));
    return counts->unsent;
}

QList<OperationRow> Pc::operations(bool isOnlyOpen)
{
    OperationQuery query;
    query.isOnlyOpen = isOnlyOpen;
    const auto page = await(m_composition->work().operations(query, 0, 500));
    if (!page)
        qFatal("no operations: %s", qPrintable(page.error().codeText()));
    return page->rows;
}

ConflictRow Pc::openConflict()
{
    const auto page = await(m_composition->work().conflicts(true, 0, 10));
    if (!page || page->rows.size() != 1)
        qFatal("not one open conflict");
    return page->rows.constFirst();
}

SettingRow Pc::setting(int index)
{
    const auto page = await(m_composition->settings().list({}, index, 1));
    if (!page || page->rows.isEmpty())
        qFatal("no setting %d", index);
    return page->rows.constFirst();
}

void Pc::saveNote(const SettingRow& row, const QString& note)
{
    const auto saved =
        await(m_composition->settings().save({row.seen}, FieldChange{{{QStringLiteral("note"), note}}, {}}));
    if (!saved || saved->opIds.size() != 1)
        qFatal("not saved: %s", saved ? "no operation" : qPrintable(saved.error().codeText()));
}

UserRow Pc::user(const QString& loginId)
{
    UserQuery query;
    query.text = loginId;
    const auto page = await(m_composition->users().list(query, 0, 10));
    if (!page || page->rows.isEmpty())
        qFatal("no user %s", qPrintable(loginId));
    return page->rows.constFirst();
}

bool copyProfile(const QString& from, const QString& to)
{
    const auto source = profileDirectory(from);
    const auto target = profileDirectory(to);
    if (!source || !target)
        return false;
    QDirIterator it(*source, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString file = it.next();
        const QString copy = *target + file.mid(source->size());
        if (!QDir().mkpath(QFileInfo(copy).path()) || !QFile::copy(file, copy))
            return false;
    }
    return true;
}

} // namespace yoyo::test
