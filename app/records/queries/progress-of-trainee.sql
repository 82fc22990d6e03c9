-- SPDX-License-Identifier: GPL-3.0-or-later
-- Progress of ?1. A lesson that was only ticked on the real phone is among it.
SELECT lessons.trainee, lessons.lesson, coalesce(progress.stages, 0), progress.lesson IS NOT NULL,
       coalesce(progress.able_alone, 0), progress.able_at, coalesce(progress.slipped, 0), progress.last_at,
       progress.last_run, progress.last_stage, coalesce(progress.runs, 0), real_phone.tick, real_phone.at,
       real_phone.by_device, real_phone.seq
  FROM (SELECT trainee, lesson FROM lesson_progress WHERE trainee = ?1
         UNION SELECT trainee, lesson FROM real_phone WHERE trainee = ?1) AS lessons
  JOIN trainee ON trainee.trainee = lessons.trainee AND trainee.added = 1
  LEFT JOIN lesson_progress AS progress
         ON progress.trainee = lessons.trainee AND progress.lesson = lessons.lesson
  LEFT JOIN real_phone ON real_phone.trainee = lessons.trainee AND real_phone.lesson = lessons.lesson
 ORDER BY lessons.trainee, lessons.lesson
