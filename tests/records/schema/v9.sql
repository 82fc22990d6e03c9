-- SPDX-License-Identifier: GPL-3.0-or-later
-- A file of version 9 as that version wrote it. Frozen: never edit, add the next version beside it.
BEGIN;
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
CREATE TABLE class_end (                          -- not there: the class goes on
  session   BLOB NOT NULL PRIMARY KEY,
  persons   INTEGER NOT NULL,                     -- how many were there: stays when one of them is erased
  minutes   INTEGER NOT NULL,
  at        INTEGER,
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL,
  seq       INTEGER NOT NULL
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
CREATE TABLE consent (
  trainee   BLOB NOT NULL PRIMARY KEY,
  given     INTEGER NOT NULL,
  text_id   TEXT NOT NULL,
  guardian  INTEGER NOT NULL,
  at        INTEGER,
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE device (
  id      INTEGER PRIMARY KEY,
  uuid    BLOB NOT NULL UNIQUE CHECK (length(uuid) = 16),
  name    TEXT NOT NULL DEFAULT '',
  machine TEXT NOT NULL DEFAULT '',               -- a hash that tells when the file was copied to another computer
  me      INTEGER NOT NULL DEFAULT 0 CHECK (me IN (0, 1))
) STRICT;
INSERT INTO "device" VALUES(1,X'01A2076B44007CA8932810A9430E96CB','','5ed326a60db38a3ac40482c1b445388fbb8aedac7430fe97f94b10f3aaf39d1c',1);
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
INSERT INTO "event" VALUES(1,1,X'01A2076B44008543AD618D6A19AE4554',1795420800000,X'01A2076B4400799FACB97BC4426FBE5A','trainee-added','{}');
INSERT INTO "event" VALUES(1,2,X'01A2076B44008D38855431C0875BDBBB',1795420800000,X'01A2076B4400799FACB97BC4426FBE5A','group-joined','{"group":"一组","rev":1}');
INSERT INTO "event" VALUES(1,3,X'01A2076B44008631ADCE024F84CA3239',1795420800000,X'01A2076B44007070834F3E137AFDD1C4','trainee-added','{}');
INSERT INTO "event" VALUES(1,4,X'01A2076B4400897F9DECB68511D162BA',1795420800000,X'01A2076B4400799FACB97BC4426FBE5A','run-started','{"run":"01a2076b-4400-7061-94ba-e261ded6a99e","lesson":"make-call","content":"c0ffee","stage":"follow","layout":"b","round":1,"seed":4000000000}');
INSERT INTO "event" VALUES(1,5,X'01A2076B440088B69B4B0A2FFAA08FEA',1795420800000,X'01A2076B4400799FACB97BC4426FBE5A','step-ended','{"run":"01a2076b-4400-7061-94ba-e261ded6a99e","step":"open-chat","index":0,"trap":false,"level":2,"errors":1,"near":1,"helps":2,"asked":1,"ms":5200,"hits":["home/camera","chat/voice \"quoted\"\u000a"]}');
INSERT INTO "event" VALUES(1,6,X'01A2076B53A086809EA2EF1E5C0D017C',1795420804000,X'01A2076B4400799FACB97BC4426FBE5A','step-ended','{"run":"01a2076b-4400-7061-94ba-e261ded6a99e","step":"who","index":1,"trap":false,"level":0,"errors":0,"near":1,"helps":0,"asked":0,"ms":3100,"hits":["home/camera","chat/voice \"quoted\"\u000a"]}');
INSERT INTO "event" VALUES(1,7,X'01A2076B53A080C1B7587F385B58EB50',1795420804000,X'01A2076B4400799FACB97BC4426FBE5A','run-ended','{"run":"01a2076b-4400-7061-94ba-e261ded6a99e","outcome":"done","able":false,"errors":1,"level":2,"ms":60000}');
INSERT INTO "event" VALUES(1,8,X'01A2076B53A0858EBA2F9DF75DBAB859',1795420804000,X'01A2076B44007070834F3E137AFDD1C4','run-started','{"run":"01a2076b-53a0-74d2-87af-5369a22a1bb9","lesson":"health-code","content":"c0ffee","stage":"alone","layout":"b","round":1,"seed":4000000000}');
INSERT INTO "event" VALUES(1,9,X'01A2076B53A08AEA92774FAAA8E5BD02',1795420804000,X'01A2076B44007070834F3E137AFDD1C4','step-ended','{"run":"01a2076b-53a0-74d2-87af-5369a22a1bb9","step":"open-city","index":0,"trap":false,"level":0,"errors":0,"near":1,"helps":0,"asked":0,"ms":2500,"hits":["home/camera","chat/voice \"quoted\"\u000a"]}');
INSERT INTO "event" VALUES(1,10,X'01A2076B53A0802281FFC57CA17C3A26',1795420804000,X'01A2076B4400799FACB97BC4426FBE5A','real-phone-ticked','{"lesson":"make-call","tick":"with-help","rev":1}');
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
CREATE TABLE family_call_plan (
  call      BLOB NOT NULL PRIMARY KEY,
  trainee   BLOB NOT NULL,
  day       TEXT NOT NULL,                        -- 2026-11-25, as the home's calendar says
  part      TEXT NOT NULL,
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL,
  seq       INTEGER NOT NULL
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
CREATE TABLE film_steps (
  trainee BLOB NOT NULL,
  lesson  TEXT NOT NULL,
  content TEXT NOT NULL,
  steps   INTEGER NOT NULL,
  PRIMARY KEY (trainee, lesson, content)
) STRICT, WITHOUT ROWID;
CREATE TABLE group_member (
  trainee    BLOB NOT NULL,
  group_name TEXT NOT NULL,
  member     INTEGER NOT NULL,
  rev        INTEGER NOT NULL,
  by_device  BLOB NOT NULL,
  PRIMARY KEY (trainee, group_name)
) STRICT, WITHOUT ROWID;
INSERT INTO "group_member" VALUES(X'01A2076B4400799FACB97BC4426FBE5A','一组',1,1,X'01A2076B44007CA8932810A9430E96CB');
CREATE TABLE hand (                               -- of one who was seen to raise it; counts in that round only
  session   BLOB NOT NULL,
  trainee   BLOB NOT NULL,
  round     INTEGER NOT NULL,
  up        INTEGER NOT NULL,
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL,
  PRIMARY KEY (session, trainee)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "lesson_progress" VALUES(X'01A2076B44007070834F3E137AFDD1C4','health-code',0,0,NULL,0,1,X'01A2076B53A074D287AF5369A22A1BB9','alone',1795420804000);
INSERT INTO "lesson_progress" VALUES(X'01A2076B4400799FACB97BC4426FBE5A','make-call',2,0,NULL,0,1,X'01A2076B4400706194BAE261DED6A99E','follow',1795420804000);
CREATE TABLE offline_service (
  device  INTEGER NOT NULL,
  seq     INTEGER NOT NULL,
  trainee BLOB,
  kind    TEXT NOT NULL,
  helper  TEXT NOT NULL,
  at      INTEGER,
  PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;
CREATE TABLE pref (
  trainee   BLOB NOT NULL,
  key       TEXT NOT NULL,
  value     INTEGER NOT NULL,
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL,
  PRIMARY KEY (trainee, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE profile (
  trainee   BLOB NOT NULL PRIMARY KEY CHECK (length(trainee) = 16),
  name      TEXT NOT NULL,
  picture   TEXT NOT NULL,
  rev       INTEGER NOT NULL,
  by_device BLOB NOT NULL CHECK (length(by_device) = 16)
, guardian TEXT NOT NULL DEFAULT '', family TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
INSERT INTO "profile" VALUES(X'01A2076B44007070834F3E137AFDD1C4','李强','person-03',1,X'01A2076B44007CA8932810A9430E96CB','','');
INSERT INTO "profile" VALUES(X'01A2076B4400799FACB97BC4426FBE5A','王芳','person-03',1,X'01A2076B44007CA8932810A9430E96CB','','');
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
INSERT INTO "real_phone" VALUES(X'01A2076B4400799FACB97BC4426FBE5A','make-call','with-help',1795420804000,1,X'01A2076B44007CA8932810A9430E96CB',10);
CREATE TABLE recheck_due (
  trainee BLOB NOT NULL,
  lesson  TEXT NOT NULL,
  days    INTEGER NOT NULL,
  due_at  INTEGER NOT NULL,
  done    INTEGER NOT NULL,
  PRIMARY KEY (trainee, lesson, days)
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
INSERT INTO "run" VALUES(X'01A2076B4400706194BAE261DED6A99E',X'01A2076B4400799FACB97BC4426FBE5A','make-call','c0ffee','follow','b',1,4000000000,1795420800000,1,4);
INSERT INTO "run" VALUES(X'01A2076B53A074D287AF5369A22A1BB9',X'01A2076B44007070834F3E137AFDD1C4','health-code','c0ffee','alone','b',1,4000000000,1795420804000,1,8);
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
INSERT INTO "run_end" VALUES(X'01A2076B4400706194BAE261DED6A99E',X'01A2076B4400799FACB97BC4426FBE5A','done',0,1,2,60000,1795420804000,1,7);
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
  at          INTEGER, trap_kind TEXT, recovered INTEGER NOT NULL DEFAULT 0, slipped INTEGER NOT NULL DEFAULT 0, hits TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (run, device, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "step_result" VALUES(X'01A2076B4400706194BAE261DED6A99E',1,5,X'01A2076B4400799FACB97BC4426FBE5A','open-chat',0,0,2,1,1,2,1,5200,1795420800000,NULL,0,0,'["home/camera","chat/voice \"quoted\"\u000a"]');
INSERT INTO "step_result" VALUES(X'01A2076B4400706194BAE261DED6A99E',1,6,X'01A2076B4400799FACB97BC4426FBE5A','who',1,0,0,0,1,0,0,3100,1795420804000,NULL,0,0,'["home/camera","chat/voice \"quoted\"\u000a"]');
INSERT INTO "step_result" VALUES(X'01A2076B53A074D287AF5369A22A1BB9',1,9,X'01A2076B44007070834F3E137AFDD1C4','open-city',0,0,0,0,1,0,0,2500,1795420804000,NULL,0,0,'["home/camera","chat/voice \"quoted\"\u000a"]');
CREATE TABLE stuck (
  trainee    BLOB NOT NULL,
  lesson     TEXT NOT NULL,
  step_index INTEGER NOT NULL,
  step       TEXT,                                -- NULL: it was never reached to its end
  times      INTEGER NOT NULL,                    -- runs in a row, up to the last
  taken_for  TEXT,                                -- app/element that was tapped most often instead
  taken      INTEGER NOT NULL,                    -- how often
  at         INTEGER,                             -- when the last of these runs began
  PRIMARY KEY (trainee, lesson)
) STRICT, WITHOUT ROWID;
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
INSERT INTO "tick" VALUES(X'01A2076B4400799FACB97BC4426FBE5A','make-call',X'01A2076B44007CA8932810A9430E96CB',10,'with-help',NULL,1795420804000,1);
CREATE TABLE trainee (
  trainee      BLOB NOT NULL PRIMARY KEY,
  added        INTEGER NOT NULL,                  -- 0: known only by what they did, as another computer added them
  added_at     INTEGER,
  last_seen_at INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO "trainee" VALUES(X'01A2076B44007070834F3E137AFDD1C4',1,1795420800000,1795420804000);
INSERT INTO "trainee" VALUES(X'01A2076B4400799FACB97BC4426FBE5A',1,1795420800000,1795420804000);
CREATE TABLE voided (                             -- as in 0002, but what is taken back may be nobody's
  device  TEXT NOT NULL,
  seq     INTEGER NOT NULL,
  trainee BLOB,
  PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX device_me ON device (me) WHERE me = 1;
CREATE INDEX event_trainee ON event (trainee, at);
CREATE INDEX run_lesson ON run (trainee, lesson);
CREATE INDEX class_session_at ON class_session (at);
CREATE INDEX attendance_trainee ON attendance (trainee);
CREATE INDEX hand_trainee ON hand (trainee);
CREATE INDEX family_call_plan_trainee ON family_call_plan (trainee);
CREATE INDEX family_call_trainee ON family_call (trainee);
CREATE INDEX offline_service_trainee ON offline_service (trainee);
CREATE INDEX tick_session ON tick (session, trainee) WHERE session IS NOT NULL;
ANALYZE "sqlite_master";
INSERT INTO "sqlite_stat1" VALUES('run_end','run_end','1 1');
INSERT INTO "sqlite_stat1" VALUES('lesson_progress','lesson_progress','2 1 1');
INSERT INTO "sqlite_stat1" VALUES('device','device_me','1 1');
INSERT INTO "sqlite_stat1" VALUES('device','sqlite_autoindex_device_1','1 1');
INSERT INTO "sqlite_stat1" VALUES('step_result','step_result','3 2 2 1');
INSERT INTO "sqlite_stat1" VALUES('event','event_trainee','10 5 3');
INSERT INTO "sqlite_stat1" VALUES('event','event','10 10 1');
INSERT INTO "sqlite_stat1" VALUES('run','run_lesson','2 1 1');
INSERT INTO "sqlite_stat1" VALUES('run','run','2 1');
COMMIT;
PRAGMA application_id = 1214859313;
PRAGMA user_version = 9;
