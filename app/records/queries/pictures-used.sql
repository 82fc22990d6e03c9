-- SPDX-License-Identifier: GPL-3.0-or-later
SELECT profile.picture, count(*) FROM profile JOIN trainee USING (trainee)
 WHERE trainee.added = 1 AND profile.picture <> ''
 GROUP BY profile.picture
