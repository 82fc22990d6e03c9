-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first run that ?1 finished in the lesson of run ?2 and in its stage, or that run itself; when both began; the stage.
-- Only the same stage is compared: where every step is ringed nobody needs help, and who has gone on to do it alone would
-- seem to have become worse.
WITH ordered AS (
  SELECT run.run, run.at, run.stage, run.seq, max(run.at) OVER (PARTITION BY run.device ORDER BY run.seq) AS moment,
         coalesce(run_end.outcome, '') = 'done' AS done
    FROM run LEFT JOIN run_end USING (run)
   WHERE run.trainee = ?1 AND run.lesson = (SELECT lesson FROM run WHERE run = ?2))
SELECT first.run, first.at, this.at, this.stage
  FROM ordered AS first, ordered AS this
 WHERE this.run = ?2 AND (first.run = ?2 OR (first.done AND first.stage = this.stage AND first.stage <> 'watch'))
 ORDER BY first.moment NULLS LAST, first.seq LIMIT 1
