// SPDX-License-Identifier: Apache-2.0
// The tables of the reference service. Ids, instants and JSON are text, so that every database keeps them the same.
#include "tests/central/database.h"

namespace yoyo::service {

QStringList schemaStatements()
{
    return {
        QStringLiteral("CREATE TABLE IF NOT EXISTS service_meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)"),
        // One feed per municipality and one called "national". Taking a seq locks its dataset until the commit.
        QStringLiteral("CREATE TABLE IF NOT EXISTS dataset (name TEXT PRIMARY KEY, last_seq BIGINT NOT NULL,"
                       " purged_seq BIGINT NOT NULL)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS office (municipality_code TEXT PRIMARY KEY, name TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS entity_row (dataset TEXT NOT NULL, entity TEXT NOT NULL,"
                       " id TEXT NOT NULL, ver BIGINT NOT NULL, seq BIGINT NOT NULL, is_deleted INTEGER NOT NULL,"
                       " fields TEXT NOT NULL, changed_at TEXT NOT NULL, PRIMARY KEY (dataset, entity, id))"),
        QStringLiteral("CREATE UNIQUE INDEX IF NOT EXISTS entity_row_seq ON entity_row (dataset, seq)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS entity_history (dataset TEXT NOT NULL, entity TEXT NOT NULL,"
                       " id TEXT NOT NULL, ver BIGINT NOT NULL, fields TEXT NOT NULL, changed_at TEXT NOT NULL,"
                       " PRIMARY KEY (dataset, entity, id, ver))"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS account (user_id TEXT PRIMARY KEY, municipality_code TEXT NOT NULL,"
                       " login_key TEXT NOT NULL UNIQUE, salt TEXT NOT NULL, password_hash TEXT NOT NULL,"
                       " temporary_hash TEXT NOT NULL, temporary_expires_at TEXT NOT NULL,"
                       " temporary_device TEXT NOT NULL, used_temporary_hash TEXT NOT NULL,"
                       " tries INTEGER NOT NULL, last_try_at TEXT NOT NULL, locked_until TEXT NOT NULL,"
                       " invitation TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS login_session (id TEXT PRIMARY KEY, user_id TEXT NOT NULL,"
                       " kind TEXT NOT NULL, device_id TEXT NOT NULL, created_at TEXT NOT NULL,"
                       " step_up_until TEXT NOT NULL, ended_at TEXT NOT NULL)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS login_session_user ON login_session (user_id)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS access_token (hash TEXT PRIMARY KEY, session_id TEXT NOT NULL,"
                       " expires_at TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS refresh_token (hash TEXT PRIMARY KEY, session_id TEXT NOT NULL,"
                       " parent TEXT NOT NULL, is_dead INTEGER NOT NULL, expires_at TEXT NOT NULL)"),
        QStringLiteral("CREATE INDEX IF NOT EXISTS refresh_token_session ON refresh_token (session_id)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS recovery_secret (user_id TEXT NOT NULL, device_id TEXT NOT NULL,"
                       " secret TEXT NOT NULL, PRIMARY KEY (user_id, device_id))"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS op_memory (op_id TEXT PRIMARY KEY, author TEXT NOT NULL,"
                       " device_id TEXT NOT NULL, client_seq BIGINT NOT NULL, sha256 TEXT NOT NULL,"
                       " outcome TEXT NOT NULL, entity TEXT NOT NULL, row_id TEXT NOT NULL, ver BIGINT NOT NULL,"
                       " seq BIGINT NOT NULL, problem TEXT NOT NULL, decided_at TEXT NOT NULL)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS device_memory (device_id TEXT PRIMARY KEY,"
                       " purged_seq BIGINT NOT NULL)"),
        QStringLiteral("CREATE TABLE IF NOT EXISTS push_batch (author TEXT NOT NULL, batch_id TEXT NOT NULL,"
                       " sha256 TEXT NOT NULL, reply TEXT NOT NULL, done_at TEXT NOT NULL,"
                       " PRIMARY KEY (author, batch_id))"),
    };
}

} // namespace yoyo::service
