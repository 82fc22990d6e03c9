-- SPDX-License-Identifier: GPL-3.0-or-later
-- A file of version 1 as that version wrote it. Frozen: never edit, add the next version beside it.
BEGIN;
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
INSERT INTO device VALUES(1,X'01a2076b44007ca8932810a9430e96cb','','',1);
INSERT INTO event VALUES(1,1,X'01a2076b44008543ad618d6a19ae4554',1795420800000,X'01a2076b4400799facb97bc4426fbe5a','trainee-added','{}');
INSERT INTO event VALUES(1,2,X'01a2076b44008d38855431c0875bdbbb',1795420800000,X'01a2076b4400799facb97bc4426fbe5a','group-joined','{"group":"一组","rev":1}');
INSERT INTO event VALUES(1,3,X'01a2076b44008631adce024f84ca3239',1795420800000,X'01a2076b44007070834f3e137afdd1c4','trainee-added','{}');
INSERT INTO event VALUES(1,4,X'01a2076b4400897f9decb68511d162ba',1795420800000,X'01a2076b4400799facb97bc4426fbe5a','run-started','{"run":"01a2076b-4400-7061-94ba-e261ded6a99e","lesson":"make-call","content":"c0ffee","stage":"follow","layout":"b","round":1,"seed":4000000000}');
INSERT INTO event VALUES(1,5,X'01a2076b440088b69b4b0a2ffaa08fea',1795420800000,X'01a2076b4400799facb97bc4426fbe5a','step-ended','{"run":"01a2076b-4400-7061-94ba-e261ded6a99e","step":"open-chat","index":0,"trap":false,"level":2,"errors":1,"near":1,"helps":2,"asked":1,"ms":5200,"hits":["home/camera","chat/voice \"quoted\"\u000a"]}');
INSERT INTO event VALUES(1,6,X'01a2076b53a086809ea2ef1e5c0d017c',1795420804000,X'01a2076b4400799facb97bc4426fbe5a','step-ended','{"run":"01a2076b-4400-7061-94ba-e261ded6a99e","step":"who","index":1,"trap":false,"level":0,"errors":0,"near":1,"helps":0,"asked":0,"ms":3100,"hits":["home/camera","chat/voice \"quoted\"\u000a"]}');
INSERT INTO event VALUES(1,7,X'01a2076b53a080c1b7587f385b58eb50',1795420804000,X'01a2076b4400799facb97bc4426fbe5a','run-ended','{"run":"01a2076b-4400-7061-94ba-e261ded6a99e","outcome":"done","able":false,"errors":1,"level":2,"ms":60000}');
INSERT INTO event VALUES(1,8,X'01a2076b53a0858eba2f9df75dbab859',1795420804000,X'01a2076b44007070834f3e137afdd1c4','run-started','{"run":"01a2076b-53a0-74d2-87af-5369a22a1bb9","lesson":"health-code","content":"c0ffee","stage":"alone","layout":"b","round":1,"seed":4000000000}');
INSERT INTO event VALUES(1,9,X'01a2076b53a08aea92774faaa8e5bd02',1795420804000,X'01a2076b44007070834f3e137afdd1c4','step-ended','{"run":"01a2076b-53a0-74d2-87af-5369a22a1bb9","step":"open-city","index":0,"trap":false,"level":0,"errors":0,"near":1,"helps":0,"asked":0,"ms":2500,"hits":["home/camera","chat/voice \"quoted\"\u000a"]}');
INSERT INTO event VALUES(1,10,X'01a2076b53a0802281ffc57ca17c3a26',1795420804000,X'01a2076b4400799facb97bc4426fbe5a','real-phone-ticked','{"lesson":"make-call","tick":"with-help","rev":1}');
INSERT INTO profile VALUES(X'01a2076b44007070834f3e137afdd1c4','李强','person-03',1,X'01a2076b44007ca8932810a9430e96cb');
INSERT INTO profile VALUES(X'01a2076b4400799facb97bc4426fbe5a','王芳','person-03',1,X'01a2076b44007ca8932810a9430e96cb');
PRAGMA application_id = 1214859313;
PRAGMA user_version = 1;
COMMIT;
