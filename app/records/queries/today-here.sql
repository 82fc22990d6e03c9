-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who practised or watched since ?1, the latest first.
SELECT trainee.trainee, profile.name, profile.picture, '', trainee.last_seen_at
  FROM trainee LEFT JOIN profile USING (trainee)
 WHERE trainee.added = 1 AND trainee.last_seen_at >= ?1
 ORDER BY trainee.last_seen_at DESC, trainee.trainee
