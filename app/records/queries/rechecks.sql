-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is to be looked at again at ?2, a row a person and lesson, the longest overdue first; of everybody when ?1 is NULL.
-- One of 7, 30, 90 days has come and was not looked at, or it was not done alone in the latest re-check: the rule of the
-- board and of today-due.sql. The last column: they are stuck there, which the desk tells instead.
WITH again (trainee, lesson, days, since) AS (
  SELECT trainee, lesson, days, due_at FROM recheck_due
   WHERE NOT done AND due_at <= ?2 AND (?1 IS NULL OR trainee = ?1)
   UNION ALL
  SELECT trainee, lesson,
         coalesce((SELECT max(days) FROM recheck_due AS d
                    WHERE d.trainee = p.trainee AND d.lesson = p.lesson AND d.done), 7), last_at
    FROM lesson_progress AS p WHERE able_alone AND slipped AND (?1 IS NULL OR trainee = ?1))
SELECT again.trainee, again.lesson, max(again.days), min(again.since),
       EXISTS (SELECT 1 FROM stuck WHERE stuck.trainee = again.trainee AND stuck.lesson = again.lesson)
  FROM again JOIN trainee USING (trainee)
 WHERE trainee.added = 1
 GROUP BY again.trainee, again.lesson
 ORDER BY min(again.since), again.trainee, again.lesson
