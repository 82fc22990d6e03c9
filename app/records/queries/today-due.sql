-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is to be looked at again at ?1, a row a person and lesson, the longest overdue first: the rule of the board, so that
-- Today and Progress tell one number. Due by rechecks.sql, or not done alone in the latest re-check; who is stuck there is
-- told as such instead.
SELECT again.trainee, profile.name, profile.picture, again.lesson, min(again.since)
  FROM (SELECT trainee, lesson, due_at AS since FROM recheck_due WHERE NOT done AND due_at <= ?1
        UNION ALL SELECT trainee, lesson, last_at FROM lesson_progress WHERE able_alone AND slipped) AS again
  JOIN trainee USING (trainee) LEFT JOIN profile USING (trainee)
 WHERE trainee.added = 1
   AND NOT EXISTS (SELECT 1 FROM stuck WHERE stuck.trainee = again.trainee AND stuck.lesson = again.lesson)
 GROUP BY again.trainee, again.lesson
 ORDER BY min(again.since), again.trainee, again.lesson
