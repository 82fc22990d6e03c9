-- SPDX-License-Identifier: GPL-3.0-or-later
-- Of several people of one name the one seen last comes last.
SELECT trainee.trainee, profile.name FROM profile JOIN trainee USING (trainee)
 WHERE trainee.added = 1
 ORDER BY trainee.last_seen_at NULLS FIRST, trainee.trainee
