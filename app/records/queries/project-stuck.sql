-- SPDX-License-Identifier: GPL-3.0-or-later
-- Stuck, the one rule. A try is a Guided or Alone run that is over (it has an end, or a later run of the lesson was
-- begun) and in which at least one step ended. A step was trouble in a try when it took help of level 2 (pointed) or
-- more, or when the try was given up at it. Somebody (?1) is stuck in a lesson (?2) at the step that was trouble in each
-- of the last two tries or more: of several, the one with the longest row, then the earliest. Whoever is able alone is
-- not stuck.
DELETE FROM stuck WHERE trainee = ?1 AND lesson = ?2;

INSERT INTO stuck (trainee, lesson, step_index, step, times, taken_for, taken, at)
WITH ordered AS (
  SELECT run.run, run.at, run.stage, run.seq, run_end.outcome,
         max(run.at) OVER (PARTITION BY run.device ORDER BY run.seq) AS moment
    FROM run LEFT JOIN run_end ON run_end.run = run.run
   WHERE run.trainee = ?1 AND run.lesson = ?2),
placed AS (SELECT *, row_number() OVER (ORDER BY moment DESC, seq DESC, run) AS place FROM ordered),
tried AS (
  SELECT run, at, coalesce(outcome, '') <> 'done' AS given_up, row_number() OVER (ORDER BY place) AS nth
    FROM placed
   WHERE stage IN ('guided', 'alone') AND (outcome IS NOT NULL OR place > 1)
     AND EXISTS (SELECT 1 FROM step_result WHERE run = placed.run AND NOT trap)),
trouble AS (
  SELECT tried.nth, step_result.step_index FROM tried JOIN step_result ON step_result.run = tried.run
   WHERE NOT step_result.trap AND step_result.level >= 2
  UNION
  SELECT tried.nth, (SELECT max(step_index) + 1 FROM step_result WHERE run = tried.run AND NOT trap)
    FROM tried WHERE given_up),
-- Of one step the tries 1, 2, 3 … without a gap: their number less their rank is nought.
in_a_row AS (
  SELECT step_index, nth - row_number() OVER (PARTITION BY step_index ORDER BY nth) AS gap FROM trouble),
worst AS (
  SELECT step_index, count(*) AS times FROM in_a_row WHERE gap = 0 GROUP BY step_index HAVING count(*) >= 2
   ORDER BY times DESC, step_index LIMIT 1),
steps AS (
  SELECT step_result.step, step_result.hits
    FROM worst JOIN tried ON tried.nth <= worst.times JOIN step_result ON step_result.run = tried.run
   WHERE step_result.step_index = worst.step_index AND NOT step_result.trap),
taken AS (
  SELECT hit.value AS target, count(*) AS times FROM steps, json_each(steps.hits) AS hit
   GROUP BY hit.value ORDER BY times DESC, target LIMIT 1)
SELECT ?1, ?2, worst.step_index, (SELECT max(step) FROM steps), worst.times, (SELECT target FROM taken),
       coalesce((SELECT times FROM taken), 0), (SELECT at FROM tried WHERE nth = 1)
  FROM worst
 WHERE NOT EXISTS (SELECT 1 FROM lesson_progress
                    WHERE trainee = ?1 AND lesson = ?2 AND able_alone AND NOT slipped);
