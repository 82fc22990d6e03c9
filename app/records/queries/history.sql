-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every step of every practice run of ?1 in lesson ?2. Runs in their order, as project-lesson.sql puts them.
WITH ordered AS (
  SELECT run.*, max(at) OVER (PARTITION BY device ORDER BY seq) AS moment FROM run WHERE trainee = ?1 AND lesson = ?2),
numbered AS (SELECT *, row_number() OVER (ORDER BY moment, seq, run) - 1 AS nth FROM ordered WHERE stage <> 'watch')
SELECT numbered.run, numbered.nth, numbered.at, numbered.stage, run_end.outcome, step_result.step, step_result.step_index,
       step_result.trap, step_result.level, step_result.errors, step_result.helps, step_result.hits
  FROM numbered JOIN step_result ON step_result.run = numbered.run LEFT JOIN run_end ON run_end.run = numbered.run
 ORDER BY numbered.nth, step_result.device, step_result.seq
