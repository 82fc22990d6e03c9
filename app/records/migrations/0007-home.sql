-- SPDX-License-Identifier: GPL-3.0-or-later
-- What this home says of itself, whom it keeps longer, and who spoke for somebody. A guardian is a name: it stands in
-- profile, and is emptied with it.
ALTER TABLE profile ADD COLUMN guardian TEXT NOT NULL DEFAULT '';

CREATE TABLE home_fact (
  key       TEXT NOT NULL PRIMARY KEY,
  value     TEXT NOT NULL,                        -- '': no more
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_longer (
  trainee BLOB NOT NULL PRIMARY KEY,
  at      INTEGER NOT NULL                        -- the last time it was said
) STRICT, WITHOUT ROWID;
