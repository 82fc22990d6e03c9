-- SPDX-License-Identifier: GPL-3.0-or-later
-- The latest run of each lesson of ?1 that has no end, the latest of these; of lesson ?2 if it is given.
WITH ordered AS (
  SELECT run.*, max(at) OVER (PARTITION BY device ORDER BY seq) AS moment FROM run WHERE trainee = ?1),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY lesson ORDER BY moment DESC, seq DESC) AS place FROM ordered)
SELECT ranked.run, ranked.lesson, ranked.content, ranked.stage, ranked.layout, ranked.round, ranked.seed, ranked.at
  FROM ranked LEFT JOIN run_end USING (run)
 WHERE ranked.place = 1 AND run_end.run IS NULL AND (?2 IS NULL OR ranked.lesson = ?2)
 ORDER BY ranked.moment DESC, ranked.seq DESC LIMIT 1
