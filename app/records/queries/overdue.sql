-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whose last lesson was before ?1: practice, a film, a class or a tick on the real phone; who never had one, by when they
-- were added; and whoever was to be kept longer, when that was said. Without any believable date nobody is in it. Longest ago first.
SELECT trainee, name, lesson_at, max(coalesce(lesson_at, added_at), kept_at) AS last_at
  FROM (SELECT trainee.trainee, coalesce(profile.name, '') AS name, trainee.added_at,
               nullif(max(coalesce(trainee.last_seen_at, 0),
                          coalesce((SELECT max(at) FROM attendance AS a WHERE a.trainee = trainee.trainee AND a.here), 0),
                          coalesce((SELECT max(at) FROM real_phone AS r WHERE r.trainee = trainee.trainee), 0)), 0) AS lesson_at,
               coalesce((SELECT at FROM kept_longer AS k WHERE k.trainee = trainee.trainee), 0) AS kept_at
          FROM trainee LEFT JOIN profile USING (trainee) WHERE trainee.added = 1)
 WHERE max(coalesce(lesson_at, added_at), kept_at) < ?1
 ORDER BY last_at, name, trainee
