-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every tick "on the real phone" that was not taken back, as real_phone keeps only the latest of a lesson: a class shows
-- what was ticked in it, and a month that was reported does not change when somebody is ticked again later.
CREATE TABLE tick (
  trainee   BLOB NOT NULL,
  lesson    TEXT NOT NULL,
  by_device BLOB NOT NULL,
  seq       INTEGER NOT NULL,
  tick      TEXT NOT NULL,
  session   BLOB,                                 -- the class it was made in; NULL: beside any
  at        INTEGER,
  rev       INTEGER NOT NULL,
  PRIMARY KEY (trainee, lesson, by_device, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX tick_session ON tick (session, trainee) WHERE session IS NOT NULL;
