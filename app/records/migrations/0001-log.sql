-- SPDX-License-Identifier: GPL-3.0-or-later
-- The truth: what happened, on which computer, in which order. Rows of event are never changed nor deleted.
CREATE TABLE device (
  id      INTEGER PRIMARY KEY,
  uuid    BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  name    TEXT NOT NULL DEFAULT '',
  machine TEXT NOT NULL DEFAULT '',               -- a hash that tells when the file was copied to another computer
  me      INTEGER NOT NULL DEFAULT 0 CHECK (me IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX device_me ON device (me) WHERE me = 1;

CREATE TABLE event (
  device  INTEGER NOT NULL REFERENCES device,
  seq     INTEGER NOT NULL CHECK (seq > 0),
  id      BLOB NOT NULL CHECK (length(id) = 16),  -- UUIDv8: ms and a hash of this and the event before
  at      INTEGER NOT NULL,                       -- ms UTC, as that computer believed
  trainee BLOB CHECK (length(trainee) = 16),
  verb    TEXT NOT NULL,
  body    TEXT NOT NULL,                          -- JSON; validated when inserted, SQLite 3.40 cannot do it here
  PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_trainee ON event (trainee, at);

-- Names live here and nowhere else. The higher (rev, by_device) holds.
CREATE TABLE profile (
  trainee   BLOB NOT NULL PRIMARY KEY CHECK (length(trainee) = 16),
  name      TEXT NOT NULL,
  picture   TEXT NOT NULL,
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL CHECK (length(by_device) = 16)
) STRICT, WITHOUT ROWID;
