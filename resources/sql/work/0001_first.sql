-- SPDX-License-Identifier: Apache-2.0
-- work.db: everything that exists on this PC alone until the service has it. Sacred. Ids are 16-byte BLOBs, instants
-- text as in the contract.

-- device_id, dataset_epoch, contract_version, last_writer_version, clean_shutdown and the like.
CREATE TABLE meta (
  key TEXT NOT NULL PRIMARY KEY,
  value ANY
) STRICT;

CREATE TABLE overlay_user (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  overlay_state TEXT NOT NULL CHECK (overlay_state IN ('new', 'edited', 'deleted')),
  base_ver INTEGER NOT NULL DEFAULT 0,
  base_json TEXT,
  changed_fields TEXT NOT NULL DEFAULT '[]',
  edit_no INTEGER NOT NULL DEFAULT 1,
  edited_by BLOB,
  edited_at TEXT NOT NULL,
  fields TEXT NOT NULL,
  search_key TEXT NOT NULL DEFAULT '',
  login_id TEXT,
  family_name TEXT,
  given_name TEXT,
  family_kana TEXT,
  given_kana TEXT,
  department TEXT,
  mail TEXT,
  phone TEXT,
  role TEXT,
  unattended INTEGER,
  state TEXT,
  valid_from TEXT,
  valid_to TEXT,
  employee_no TEXT,
  note TEXT,
  notice_method TEXT,
  notice_on TEXT,
  credential_state TEXT,
  temporary_expires_at TEXT,
  locked_until TEXT,
  last_sign_in_at TEXT,
  updated_by TEXT,
  updated_at TEXT
) STRICT;

CREATE TABLE overlay_vaccination_setting (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  overlay_state TEXT NOT NULL CHECK (overlay_state IN ('new', 'edited', 'deleted')),
  base_ver INTEGER NOT NULL DEFAULT 0,
  base_json TEXT,
  changed_fields TEXT NOT NULL DEFAULT '[]',
  edit_no INTEGER NOT NULL DEFAULT 1,
  edited_by BLOB,
  edited_at TEXT NOT NULL,
  fields TEXT NOT NULL,
  search_key TEXT NOT NULL DEFAULT '',
  municipality_code TEXT,
  mgmt_no TEXT,
  fiscal_year INTEGER,
  impl_flag INTEGER,
  retro_reason TEXT,
  retro_due TEXT,
  local_from TEXT,
  local_to TEXT,
  season_from TEXT,
  season_to TEXT,
  age_from TEXT,
  age_to TEXT,
  sex TEXT,
  pregnancy_from TEXT,
  pregnancy_to TEXT,
  cohort_exceptions TEXT,
  fee_vaccinated INTEGER,
  fee_exempt INTEGER,
  fee_not_vaccinated INTEGER,
  copay INTEGER,
  copay_exempt TEXT,
  subsidy_limit INTEGER,
  wide_area TEXT,
  contract_type TEXT,
  request_letter INTEGER,
  coupon_form TEXT,
  contact TEXT,
  note TEXT,
  planned_from TEXT,
  planned_values TEXT,
  updated_by TEXT,
  updated_at TEXT
) STRICT;

CREATE TABLE op (
  op_id BLOB NOT NULL PRIMARY KEY CHECK (length(op_id) = 16),
  device_id BLOB NOT NULL,
  client_seq INTEGER NOT NULL,
  author_user_id BLOB NOT NULL,
  entity TEXT NOT NULL,
  entity_id BLOB NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('create', 'update', 'delete', 'command')),
  base_ver INTEGER,
  after_op BLOB,
  set_json TEXT NOT NULL DEFAULT '{}',
  unset_json TEXT NOT NULL DEFAULT '[]',
  base_values_json TEXT NOT NULL DEFAULT '{}',
  reason TEXT,
  contract_version INTEGER NOT NULL DEFAULT 1,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'applied', 'duplicate', 'conflict', 'rejected', 'blocked',
    'waiting_auth', 'waiting_stepup', 'waiting_approval', 'unknown', 'withdrawn')),
  attempts INTEGER NOT NULL DEFAULT 0,
  unanswered INTEGER NOT NULL DEFAULT 0,
  not_before TEXT,
  last_problem_json TEXT,
  batch_id BLOB,
  sha256 BLOB,
  created_at TEXT NOT NULL,
  UNIQUE (device_id, client_seq)
) STRICT;
CREATE INDEX op_state ON op (state, client_seq);
CREATE INDEX op_entity ON op (entity, entity_id);
CREATE INDEX op_batch ON op (batch_id) WHERE batch_id IS NOT NULL;

CREATE TABLE op_dep (
  op_id BLOB NOT NULL,
  needs_op_id BLOB NOT NULL,
  PRIMARY KEY (op_id, needs_op_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX op_dep_needs ON op_dep (needs_op_id);

-- The ledger: rows are only ever added. hash covers prev_hash and the row.
CREATE TABLE op_event (
  op_id BLOB NOT NULL,
  n INTEGER NOT NULL,
  at TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  http_status INTEGER,
  request_id TEXT,
  detail TEXT,
  prev_hash BLOB,
  hash BLOB NOT NULL,
  PRIMARY KEY (op_id, n)
) STRICT;

-- What was sent, byte for byte: a repetition sends exactly the same.
CREATE TABLE batch (
  batch_id BLOB NOT NULL PRIMARY KEY CHECK (length(batch_id) = 16),
  body BLOB NOT NULL,
  body_sha256 BLOB NOT NULL,
  state TEXT NOT NULL,
  created_at TEXT NOT NULL,
  sent_at TEXT
) STRICT;

-- base, ours and theirs are copies, so that a decision can be made without the cache.
CREATE TABLE conflict (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  entity TEXT NOT NULL,
  entity_id BLOB NOT NULL,
  op_id BLOB,
  base_json TEXT,
  ours_json TEXT,
  theirs_json TEXT,
  theirs_ver INTEGER,
  theirs_actor TEXT,
  theirs_at TEXT,
  fields TEXT NOT NULL DEFAULT '[]',
  class TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'decided', 'superseded')),
  resolution TEXT,
  decided_by BLOB,
  second_by BLOB,
  decided_at TEXT,
  note TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX conflict_entity ON conflict (entity, entity_id);
CREATE INDEX conflict_state ON conflict (state);

CREATE TABLE draft (
  form TEXT NOT NULL,
  entity_id BLOB NOT NULL,
  user BLOB NOT NULL,
  at TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (form, entity_id, user)
) STRICT;

CREATE TABLE audit (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  n INTEGER NOT NULL UNIQUE,
  at TEXT NOT NULL,
  actor BLOB NOT NULL,
  action TEXT NOT NULL,
  entity TEXT,
  entity_id BLOB,
  detail TEXT,
  prev_hash BLOB,
  hash BLOB NOT NULL,
  sent INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE sync_run (
  id INTEGER PRIMARY KEY,
  started TEXT NOT NULL,
  ended TEXT,
  trigger_kind TEXT NOT NULL,
  phase TEXT NOT NULL DEFAULT '',
  counts TEXT NOT NULL DEFAULT '{}',
  outcome TEXT
) STRICT;
