-- SPDX-License-Identifier: GPL-3.0-or-later
-- Classes, and what a care home does beside them. As before, each table follows from event alone by max, min, set union
-- or the highest (rev, by_device). New here: events of nobody in particular (a class began, helpers came). Their rows
-- have no trainee and are forgotten together (queries/forget-nobody.sql); what is about one person still has one.
DROP TABLE voided;
CREATE TABLE voided (                             -- as in 0002, but what is taken back may be nobody's
  device  TEXT NOT NULL,
  seq     INTEGER NOT NULL,
  trainee BLOB,
  PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE class_session (
  session    BLOB NOT NULL PRIMARY KEY,
  lesson     TEXT NOT NULL,
  group_name TEXT NOT NULL,
  place      TEXT NOT NULL,
  led_by     TEXT NOT NULL,
  at         INTEGER,
  device     INTEGER NOT NULL,
  seq        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX class_session_at ON class_session (at);

CREATE TABLE class_end (                          -- not there: the class goes on
  session   BLOB NOT NULL PRIMARY KEY,
  persons   INTEGER NOT NULL,                     -- how many were there: stays when one of them is erased
  minutes   INTEGER NOT NULL,
  at        INTEGER,
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL,
  seq       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance (
  session   BLOB NOT NULL,
  trainee   BLOB NOT NULL,
  here      INTEGER NOT NULL,
  late      INTEGER NOT NULL,
  at        INTEGER,
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL,
  seq       INTEGER NOT NULL,
  PRIMARY KEY (session, trainee)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_trainee ON attendance (trainee);

CREATE TABLE hand (                               -- of one who was seen to raise it; counts in that round only
  session   BLOB NOT NULL,
  trainee   BLOB NOT NULL,
  round     INTEGER NOT NULL,
  up        INTEGER NOT NULL,
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL,
  PRIMARY KEY (session, trainee)
) STRICT, WITHOUT ROWID;
CREATE INDEX hand_trainee ON hand (trainee);

CREATE TABLE hands (                              -- the round of now, and hands counted without saying whose
  session   BLOB NOT NULL PRIMARY KEY,
  round     INTEGER NOT NULL,
  others    INTEGER NOT NULL,
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE helper_time (
  entry     BLOB NOT NULL,                        -- the session's id, or one of its own
  helper    TEXT NOT NULL,
  session   BLOB,
  helpers   INTEGER NOT NULL,
  minutes   INTEGER NOT NULL,                     -- of each of them
  at        INTEGER,
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL,
  seq       INTEGER NOT NULL,
  PRIMARY KEY (entry, helper)
) STRICT, WITHOUT ROWID;

CREATE TABLE family_call_plan (
  call      BLOB NOT NULL PRIMARY KEY,
  trainee   BLOB NOT NULL,
  day       TEXT NOT NULL,                        -- 2026-11-25, as the home's calendar says
  part      TEXT NOT NULL,
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL,
  seq       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX family_call_plan_trainee ON family_call_plan (trainee);

CREATE TABLE family_call (
  call      BLOB NOT NULL PRIMARY KEY,
  trainee   BLOB NOT NULL,
  outcome   TEXT NOT NULL,
  helper    TEXT NOT NULL,
  at        INTEGER,
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL,
  seq       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX family_call_trainee ON family_call (trainee);

CREATE TABLE offline_service (
  device  INTEGER NOT NULL,
  seq     INTEGER NOT NULL,
  trainee BLOB,
  kind    TEXT NOT NULL,
  helper  TEXT NOT NULL,
  at      INTEGER,
  PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX offline_service_trainee ON offline_service (trainee);
