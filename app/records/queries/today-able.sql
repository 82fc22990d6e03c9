-- SPDX-License-Identifier: GPL-3.0-or-later
-- What became able-alone since ?1: of people who were here, so few rows of a large table.
SELECT progress.trainee, progress.lesson
  FROM trainee JOIN lesson_progress AS progress ON progress.trainee = trainee.trainee
 WHERE trainee.added = 1 AND trainee.last_seen_at >= ?1 AND progress.able_alone = 1 AND progress.able_at >= ?1
 ORDER BY progress.trainee, progress.able_at, progress.lesson
