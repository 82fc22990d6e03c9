-- SPDX-License-Identifier: GPL-3.0-or-later
-- Due at ?2: the last of 7, 30, 90 days that has come and was not looked at. Of everybody when ?1 is NULL.
-- due_at comes from the row of max(days): SQLite says so.
SELECT recheck_due.trainee, recheck_due.lesson, max(recheck_due.days), recheck_due.due_at
  FROM recheck_due JOIN trainee USING (trainee)
 WHERE trainee.added = 1 AND NOT recheck_due.done AND recheck_due.due_at <= ?2
   AND (?1 IS NULL OR recheck_due.trainee = ?1)
 GROUP BY recheck_due.trainee, recheck_due.lesson
 ORDER BY recheck_due.due_at, recheck_due.trainee, recheck_due.lesson
