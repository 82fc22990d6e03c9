-- SPDX-License-Identifier: GPL-3.0-or-later
-- Their order is made afterwards: SQLite knows no pinyin (hih-collate.c).
-- Without a profile (its computer has not sent it yet, or the person was erased) the name is empty.
SELECT trainee.trainee, profile.name, profile.picture, trainee.added_at, trainee.last_seen_at,
       coalesce((SELECT given + 1 FROM consent WHERE consent.trainee = trainee.trainee), 0), profile.family
  FROM trainee LEFT JOIN profile USING (trainee)
 WHERE trainee.added = 1
   AND (?1 IS NULL OR EXISTS (SELECT 1 FROM group_member AS m
                               WHERE m.trainee = trainee.trainee AND m.group_name = ?1 AND m.member = 1))
 ORDER BY trainee.trainee
