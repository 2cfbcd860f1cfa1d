-- SPDX-License-Identifier: Apache-2.0
-- cache.db: what the service says, and how far it was read. Disposable. Ids are 16-byte BLOBs, instants and days
-- text as in the contract.

CREATE TABLE mirror_user (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  ver INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  row_hash BLOB,
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

CREATE TABLE mirror_vaccine_item (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  ver INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  row_hash BLOB,
  fields TEXT NOT NULL,
  search_key TEXT NOT NULL DEFAULT '',
  mgmt_no TEXT,
  vid TEXT,
  name TEXT,
  law_class TEXT,
  disease TEXT,
  kind TEXT,
  route TEXT,
  doses TEXT,
  sex TEXT,
  age_from TEXT,
  age_to TEXT,
  std_from TEXT,
  std_to TEXT,
  seasonal INTEGER,
  handling_from TEXT,
  handling_to TEXT,
  successor TEXT,
  sort_no INTEGER
) STRICT;

CREATE TABLE mirror_vaccination_setting (
  id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  ver INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  deleted INTEGER NOT NULL DEFAULT 0,
  row_hash BLOB,
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

CREATE INDEX mirror_user_login_id ON mirror_user (login_id);
CREATE INDEX mirror_user_kana ON mirror_user (family_kana, given_kana);
CREATE INDEX mirror_vaccine_item_sort_no ON mirror_vaccine_item (sort_no);
CREATE INDEX mirror_vaccination_setting_year ON mirror_vaccination_setting (fiscal_year, mgmt_no);

-- seq is counted per dataset; up_to_seq is the last one that is durably stored here.
CREATE TABLE cursor (
  scope TEXT NOT NULL PRIMARY KEY,
  cursor TEXT NOT NULL DEFAULT '',
  epoch BLOB,
  up_to_seq INTEGER NOT NULL DEFAULT 0,
  snapshot_id TEXT,
  snapshot_state TEXT NOT NULL DEFAULT 'none' CHECK (snapshot_state IN ('none', 'loading', 'complete')),
  rows_expected INTEGER,
  last_ok TEXT
) STRICT;

CREATE TABLE bucket_hash (
  scope TEXT NOT NULL,
  bucket INTEGER NOT NULL CHECK (bucket BETWEEN 0 AND 255),
  hash BLOB NOT NULL,
  rows INTEGER NOT NULL,
  PRIMARY KEY (scope, bucket)
) STRICT, WITHOUT ROWID;

-- Handshake, policy, office and other documents of the service, by name.
CREATE TABLE metadata (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  fetched_at TEXT
) STRICT;
