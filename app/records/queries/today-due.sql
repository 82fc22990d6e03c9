-- SPDX-License-Identifier: GPL-3.0-or-later
-- Re-checks due at ?1, a row a person and lesson, the longest overdue first. The rule is that of rechecks.sql.
SELECT recheck_due.trainee, profile.name, profile.picture, recheck_due.lesson, min(recheck_due.due_at)
  FROM recheck_due JOIN trainee USING (trainee) LEFT JOIN profile USING (trainee)
 WHERE trainee.added = 1 AND NOT recheck_due.done AND recheck_due.due_at <= ?1
 GROUP BY recheck_due.trainee, recheck_due.lesson
 ORDER BY min(recheck_due.due_at), recheck_due.trainee, recheck_due.lesson
