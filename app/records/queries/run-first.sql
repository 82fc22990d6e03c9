-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first practice run that ?1 finished in the lesson of run ?2, or that run itself; and when both began.
WITH ordered AS (
  SELECT run.run, run.at, run.stage, run.seq, max(run.at) OVER (PARTITION BY run.device ORDER BY run.seq) AS moment,
         coalesce(run_end.outcome, '') = 'done' AS done
    FROM run LEFT JOIN run_end USING (run)
   WHERE run.trainee = ?1 AND run.lesson = (SELECT lesson FROM run WHERE run = ?2))
SELECT first.run, first.at, this.at
  FROM ordered AS first, ordered AS this
 WHERE this.run = ?2 AND (first.run = ?2 OR (first.done AND first.stage IN ('follow', 'guided', 'alone')))
 ORDER BY first.moment NULLS LAST, first.seq LIMIT 1
