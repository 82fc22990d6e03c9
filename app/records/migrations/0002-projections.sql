-- SPDX-License-Identifier: GPL-3.0-or-later
-- What pages read. Each table follows from event alone, whatever the order in which events came: by max, min, set
-- union, or the highest (rev, by_device). Every one has a column trainee, by which it is forgotten and made again.
-- Trap: the columns of the key stand first, in its order. Else quick_check of SQLite 3.40 sees NULL values that are
-- not there ("NULL value in voided.trainee"), and a good file would be taken for a damaged one.
CREATE TABLE voided (                             -- events taken back; device is the uuid's text
  device  TEXT NOT NULL,
  seq     INTEGER NOT NULL,
  trainee BLOB NOT NULL,
  PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE trainee (
  trainee      BLOB NOT NULL PRIMARY KEY,
  added        INTEGER NOT NULL,                  -- 0: known only by what they did, as another computer added them
  added_at     INTEGER,
  last_seen_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE group_member (
  trainee    BLOB NOT NULL,
  group_name TEXT NOT NULL,
  member     INTEGER NOT NULL,
  rev        INTEGER NOT NULL,
  by_device  BLOB NOT NULL,
  PRIMARY KEY (trainee, group_name)
) STRICT, WITHOUT ROWID;

CREATE TABLE pref (
  trainee   BLOB NOT NULL,
  key       TEXT NOT NULL,
  value     INTEGER NOT NULL,
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL,
  PRIMARY KEY (trainee, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE consent (
  trainee   BLOB NOT NULL PRIMARY KEY,
  given     INTEGER NOT NULL,
  text_id   TEXT NOT NULL,
  guardian  INTEGER NOT NULL,
  at        INTEGER,
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
  run     BLOB NOT NULL PRIMARY KEY,
  trainee BLOB NOT NULL,
  lesson  TEXT NOT NULL,
  content TEXT NOT NULL,
  stage   TEXT NOT NULL,
  layout  TEXT NOT NULL,
  round   INTEGER NOT NULL,
  seed    INTEGER NOT NULL,
  at      INTEGER,
  device  INTEGER NOT NULL,
  seq     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX run_lesson ON run (trainee, lesson);

CREATE TABLE run_end (
  run         BLOB NOT NULL PRIMARY KEY,
  trainee     BLOB NOT NULL,
  outcome     TEXT NOT NULL,
  able_alone  INTEGER NOT NULL,
  errors      INTEGER NOT NULL,
  max_level   INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  at          INTEGER,
  device      INTEGER NOT NULL,
  seq         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE step_result (
  run         BLOB NOT NULL,
  device      INTEGER NOT NULL,
  seq         INTEGER NOT NULL,
  trainee     BLOB NOT NULL,
  step        TEXT NOT NULL,
  step_index  INTEGER NOT NULL,
  trap        INTEGER NOT NULL,
  level       INTEGER NOT NULL,
  errors      INTEGER NOT NULL,
  near_misses INTEGER NOT NULL,
  helps       INTEGER NOT NULL,
  help_asked  INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  at          INTEGER,
  PRIMARY KEY (run, device, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE film (
  trainee    BLOB NOT NULL,
  lesson     TEXT NOT NULL,
  to_end     INTEGER NOT NULL,
  times      INTEGER NOT NULL,
  watched_ms INTEGER NOT NULL,
  last_at    INTEGER,
  PRIMARY KEY (trainee, lesson)
) STRICT, WITHOUT ROWID;

CREATE TABLE real_phone (
  trainee   BLOB NOT NULL,
  lesson    TEXT NOT NULL,
  tick      TEXT NOT NULL,
  at        INTEGER,
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL,
  seq       INTEGER NOT NULL,
  PRIMARY KEY (trainee, lesson)
) STRICT, WITHOUT ROWID;

-- These two follow from run, run_end and film of one trainee and lesson.
CREATE TABLE lesson_progress (
  trainee    BLOB NOT NULL,
  lesson     TEXT NOT NULL,
  stages     INTEGER NOT NULL,                    -- 1 watch, 2 follow, 4 guided, 8 alone
  able_alone INTEGER NOT NULL,
  able_at    INTEGER,
  slipped    INTEGER NOT NULL,
  runs       INTEGER NOT NULL,
  last_run   BLOB,
  last_stage TEXT,
  last_at    INTEGER,
  PRIMARY KEY (trainee, lesson)
) STRICT, WITHOUT ROWID;

CREATE TABLE recheck_due (
  trainee BLOB NOT NULL,
  lesson  TEXT NOT NULL,
  days    INTEGER NOT NULL,
  due_at  INTEGER NOT NULL,
  done    INTEGER NOT NULL,
  PRIMARY KEY (trainee, lesson, days)
) STRICT, WITHOUT ROWID;
