-- SPDX-License-Identifier: GPL-3.0-or-later
-- Progress and re-checks of one trainee (?1) in one lesson (?2), made anew from its runs and films.
-- Runs are put in order by the latest believable time seen so far on their computer, then by its own counting: a
-- clock that fell back to 1970 does not make the latest run the first.
DELETE FROM lesson_progress WHERE trainee = ?1 AND lesson = ?2;

INSERT INTO lesson_progress (trainee, lesson, stages, able_alone, able_at, slipped, runs, last_run, last_stage, last_at)
WITH ordered AS (
  SELECT run.run, run.stage, run.at, run_end.at AS end_at, run_end.outcome = 'done' AS done,
         coalesce(run_end.able_alone, 0) AS able,
         max(run.at) OVER (PARTITION BY run.device ORDER BY run.seq) AS moment, run.seq
    FROM run LEFT JOIN run_end ON run_end.run = run.run
   WHERE run.trainee = ?1 AND run.lesson = ?2),
total AS (
  SELECT count(*) AS runs,
         coalesce(max(done AND stage = 'watch'), 0) * 1 | coalesce(max(done AND stage = 'follow'), 0) * 2
         | coalesce(max(done AND stage = 'guided'), 0) * 4 | coalesce(max(done AND stage = 'alone'), 0) * 8 AS stages,
         coalesce(max(able), 0) AS able, min(end_at) FILTER (WHERE able) AS able_at, max(max(at, coalesce(end_at, at))) AS last_at
    FROM ordered),
latest AS (SELECT run, stage FROM ordered ORDER BY moment DESC, seq DESC LIMIT 1),
-- A re-check is slipped in, not the second round of the day on which it was first done alone (DESIGN.md 4).
latest_alone AS (SELECT ordered.able FROM ordered, total
                  WHERE stage = 'alone' AND done AND end_at >= total.able_at + 7 * 86400000 - 43200000
                  ORDER BY moment DESC, seq DESC LIMIT 1),
seen AS (SELECT max(to_end) AS to_end, max(last_at) AS last_at, count(*) AS films
           FROM film WHERE trainee = ?1 AND lesson = ?2)
SELECT ?1, ?2, total.stages | coalesce(seen.to_end, 0), total.able, total.able_at,
       total.able AND coalesce((SELECT able FROM latest_alone), 1) = 0, total.runs,
       (SELECT run FROM latest), (SELECT stage FROM latest),
       max(coalesce(total.last_at, seen.last_at), coalesce(seen.last_at, total.last_at))
  FROM total, seen WHERE total.runs > 0 OR seen.films > 0;

DELETE FROM recheck_due WHERE trainee = ?1 AND lesson = ?2;

-- An Alone run up to half a day early counts: people come at about the same hour.
INSERT INTO recheck_due (trainee, lesson, days, due_at, done)
SELECT ?1, ?2, days.column1, lesson_progress.able_at + days.column1 * 86400000,
       EXISTS (SELECT 1 FROM run JOIN run_end ON run_end.run = run.run
                WHERE run.trainee = ?1 AND run.lesson = ?2 AND run.stage = 'alone' AND run_end.outcome = 'done'
                  AND run_end.at >= lesson_progress.able_at + days.column1 * 86400000 - 43200000)
  FROM lesson_progress, (VALUES (7), (30), (90)) AS days
 WHERE lesson_progress.trainee = ?1 AND lesson_progress.lesson = ?2 AND lesson_progress.able_at IS NOT NULL;
