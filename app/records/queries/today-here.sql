-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who practised, watched or was marked here in a class since ?1, each once, the latest first.
SELECT trainee.trainee, profile.name, profile.picture, '', max(seen.at)
  FROM (SELECT trainee, last_seen_at AS at FROM trainee WHERE last_seen_at >= ?1
        UNION ALL
        SELECT a.trainee, max(c.at, coalesce(a.at, c.at))
          FROM class_session AS c JOIN attendance AS a USING (session)
         WHERE c.at >= ?1 AND a.here) AS seen
  JOIN trainee USING (trainee) LEFT JOIN profile USING (trainee)
 WHERE trainee.added = 1
 GROUP BY trainee.trainee
 ORDER BY max(seen.at) DESC, trainee.trainee
