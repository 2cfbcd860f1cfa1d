-- SPDX-License-Identifier: Apache-2.0
-- The last complete pull that ended with the digest of the service; equal to last_ok when that one did.

ALTER TABLE cursor ADD COLUMN verified_at TEXT;
