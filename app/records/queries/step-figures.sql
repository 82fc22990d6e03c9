-- SPDX-License-Identifier: GPL-3.0-or-later
-- How steps went in practice from ?3 to before ?4 (NULL: open), of lesson ?1 and group ?2 (NULL: all).
SELECT run.lesson, r.step, min(r.step_index), count(DISTINCT r.trainee), count(*), sum(r.level = 0),
       sum(r.level >= 2 AND run.stage <> 'follow'), sum(r.errors), sum(r.help_asked), avg(r.duration_ms)
  FROM run JOIN step_result AS r ON r.run = run.run
 WHERE (?1 IS NULL OR run.lesson = ?1) AND run.stage IN ('follow', 'guided', 'alone') AND NOT r.trap
   AND (?3 IS NULL OR r.at >= ?3) AND (?4 IS NULL OR r.at < ?4)
   AND (?2 IS NULL OR EXISTS (SELECT 1 FROM group_member AS m
                               WHERE m.trainee = r.trainee AND m.group_name = ?2 AND m.member))
 GROUP BY run.lesson, r.step
 ORDER BY run.lesson, avg(r.level > 0 AND run.stage <> 'follow') DESC, sum(r.errors) DESC, min(r.step_index)
