-- SPDX-License-Identifier: GPL-3.0-or-later
-- The last steps of ?1 on the phone. Runs are few enough to be looked at from the latest on.
SELECT step_result.duration_ms
  FROM (SELECT run, at, seq FROM run WHERE trainee = ?1 AND stage IN ('follow', 'guided', 'alone')
         ORDER BY at DESC, seq DESC LIMIT 50) AS latest
  JOIN step_result ON step_result.run = latest.run
 WHERE NOT step_result.trap
 ORDER BY latest.at DESC, latest.seq DESC, step_result.seq DESC LIMIT 50
