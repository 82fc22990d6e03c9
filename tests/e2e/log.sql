-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the log of events says, by the words of app/records/README.md and in another way than the program's own queries:
-- every number of the desk is compared with what is asked of these. One computer wrote the log, so seq is the order.
CREATE TEMP TABLE taken_back AS
SELECT replace(json_extract(body, '$.device'), '-', '') AS device, json_extract(body, '$.seq') AS seq
  FROM main.event WHERE verb = 'voided';

CREATE TEMP TABLE log AS
SELECT event.seq, event.at, lower(hex(event.trainee)) AS who, event.verb, event.body
  FROM main.event JOIN main.device ON device.id = event.device
 WHERE event.verb <> 'voided' AND (lower(hex(device.uuid)), event.seq) NOT IN (SELECT device, seq FROM taken_back);

CREATE TEMP TABLE clock AS
SELECT unixepoch() * 1000 AS now, unixepoch('now', 'localtime', 'start of day', 'utc') * 1000 AS today;

CREATE TEMP VIEW people AS
SELECT who, (SELECT name FROM main.profile WHERE lower(hex(trainee)) = who) AS name
  FROM log WHERE verb = 'trainee-added' AND who NOT IN (SELECT who FROM log WHERE verb = 'trainee-erased');

CREATE TEMP TABLE steps AS
SELECT seq, at, who, json_extract(body, '$.run') AS run, json_extract(body, '$.index') AS place, json_extract(body, '$.step') AS step,
       json_extract(body, '$.trap') AS trap, json_extract(body, '$.level') AS level, json_extract(body, '$.errors') AS errors,
       json_extract(body, '$.helps') AS helps, json_extract(body, '$.asked') AS asked, json_extract(body, '$.ms') AS ms,
       json_extract(body, '$.hits') AS hits
  FROM log WHERE verb = 'step-ended';

CREATE TEMP TABLE runs AS
SELECT began.seq, began.at, began.who, json_extract(began.body, '$.run') AS run, json_extract(began.body, '$.lesson') AS lesson,
       json_extract(began.body, '$.stage') AS stage, json_extract(ended.body, '$.outcome') AS outcome,
       coalesce(json_extract(ended.body, '$.able'), 0) AS able, ended.at AS ended
  FROM log AS began LEFT JOIN log AS ended
    ON ended.verb = 'run-ended' AND ended.who = began.who AND json_extract(ended.body, '$.run') = json_extract(began.body, '$.run')
 WHERE began.verb = 'run-started';

CREATE TEMP VIEW able AS SELECT who, lesson, min(ended) AS at FROM runs WHERE able GROUP BY who, lesson;

CREATE TEMP VIEW looked_at AS
SELECT who, lesson, ended, able, seq FROM runs WHERE stage = 'alone' AND outcome = 'done';

CREATE TEMP VIEW due AS
SELECT able.who, able.lesson, days.column1 AS days, able.at + days.column1 * 86400000 AS since
  FROM able, clock, (VALUES (7), (30), (90)) AS days
 WHERE able.at + days.column1 * 86400000 <= clock.now
   AND NOT EXISTS (SELECT 1 FROM looked_at AS l WHERE l.who = able.who AND l.lesson = able.lesson
                      AND l.ended >= able.at + days.column1 * 86400000 - 43200000);

-- Not able any more in the latest re-check.
CREATE TEMP VIEW slipped AS
SELECT who, lesson FROM able
 WHERE 0 = (SELECT l.able FROM looked_at AS l WHERE l.who = able.who AND l.lesson = able.lesson
               AND l.ended >= able.at + 7 * 86400000 - 43200000 ORDER BY l.seq DESC LIMIT 1);

-- Tries, 1 the latest; and at which steps each had trouble.
CREATE TEMP TABLE tries AS
SELECT who, lesson, run, outcome, row_number() OVER (PARTITION BY who, lesson ORDER BY seq DESC) AS nth
  FROM runs AS r
 WHERE stage IN ('guided', 'alone')
   AND (outcome IS NOT NULL OR EXISTS (SELECT 1 FROM runs AS later WHERE later.who = r.who AND later.lesson = r.lesson AND later.seq > r.seq))
   AND EXISTS (SELECT 1 FROM steps WHERE steps.run = r.run AND NOT trap);
CREATE TEMP TABLE trouble AS
SELECT DISTINCT who, lesson, nth, place
  FROM (SELECT t.who, t.lesson, nth, place FROM tries AS t JOIN steps ON steps.run = t.run WHERE NOT trap AND level >= 2
        UNION ALL
        SELECT t.who, t.lesson, nth, (SELECT max(place) + 1 FROM steps WHERE steps.run = t.run AND NOT trap)
          FROM tries AS t WHERE coalesce(outcome, '') <> 'done');
-- In a row up to the latest: as many as there are before the first try without it.
CREATE TEMP TABLE rows_of_trouble AS
SELECT who, lesson, place,
       coalesce((SELECT min(nth) FROM tries AS t WHERE t.who = a.who AND t.lesson = a.lesson
                    AND NOT EXISTS (SELECT 1 FROM trouble AS b WHERE b.who = t.who AND b.lesson = t.lesson AND b.nth = t.nth
                                       AND b.place = a.place)),
                1 + (SELECT count(*) FROM tries AS t WHERE t.who = a.who AND t.lesson = a.lesson)) - 1 AS times
  FROM trouble AS a WHERE nth = 1;
CREATE TEMP TABLE stuck AS
SELECT who, lesson, place, times FROM rows_of_trouble AS r
 WHERE times >= 2 AND place = (SELECT place FROM rows_of_trouble AS best WHERE best.who = r.who AND best.lesson = r.lesson
                                ORDER BY times DESC, place LIMIT 1)
   AND ((who, lesson) NOT IN (SELECT who, lesson FROM able) OR (who, lesson) IN (SELECT who, lesson FROM slipped));

-- To be looked at again; who is stuck there is told as such.
CREATE TEMP TABLE again AS
SELECT DISTINCT who, lesson FROM (SELECT who, lesson FROM due UNION ALL SELECT who, lesson FROM slipped)
 WHERE (who, lesson) NOT IN (SELECT who, lesson FROM stuck);

CREATE TEMP VIEW classes AS
SELECT seq, at, json_extract(body, '$.session') AS session, json_extract(body, '$.lesson') AS lesson,
       json_extract(body, '$.group') AS group_name
  FROM log WHERE verb = 'session-begun';
CREATE TEMP VIEW here AS
SELECT json_extract(body, '$.session') AS session, who, json_extract(body, '$.late') AS late
  FROM (SELECT *, max(json_extract(body, '$.rev')) OVER (PARTITION BY who, json_extract(body, '$.session')) AS newest
          FROM log WHERE verb = 'attended')
 WHERE json_extract(body, '$.rev') = newest AND json_extract(body, '$.here');
CREATE TEMP VIEW helpers AS
SELECT json_extract(body, '$.session') AS session, json_extract(body, '$.helper') AS helper, at,
       json_extract(body, '$.helpers') AS helpers, json_extract(body, '$.minutes') AS minutes
  FROM (SELECT *, max(json_extract(body, '$.rev'))
                  OVER (PARTITION BY json_extract(body, '$.entry'), json_extract(body, '$.helper')) AS newest
          FROM log WHERE verb = 'helper-time-noted')
 WHERE json_extract(body, '$.rev') = newest;
CREATE TEMP VIEW length AS
SELECT json_extract(body, '$.session') AS session, json_extract(body, '$.minutes') AS minutes
  FROM (SELECT *, max(json_extract(body, '$.rev')) OVER (PARTITION BY json_extract(body, '$.session')) AS newest
          FROM log WHERE verb = 'session-held')
 WHERE json_extract(body, '$.rev') = newest;
CREATE TEMP VIEW ticks AS
SELECT who, at, json_extract(body, '$.lesson') AS lesson, json_extract(body, '$.tick') AS tick
  FROM (SELECT *, max(json_extract(body, '$.rev')) OVER (PARTITION BY who, json_extract(body, '$.lesson')) AS newest
          FROM log WHERE verb = 'real-phone-ticked')
 WHERE json_extract(body, '$.rev') = newest;
CREATE TEMP VIEW calls AS
SELECT who, at, json_extract(body, '$.outcome') AS outcome
  FROM (SELECT *, max(json_extract(body, '$.rev')) OVER (PARTITION BY json_extract(body, '$.call')) AS newest
          FROM log WHERE verb = 'family-call-held')
 WHERE json_extract(body, '$.rev') = newest;
CREATE TEMP VIEW members AS
SELECT who, json_extract(body, '$.group') AS group_name
  FROM (SELECT *, max(json_extract(body, '$.rev')) OVER (PARTITION BY who, json_extract(body, '$.group')) AS newest
          FROM log WHERE verb IN ('group-joined', 'group-left'))
 WHERE json_extract(body, '$.rev') = newest AND verb = 'group-joined';
