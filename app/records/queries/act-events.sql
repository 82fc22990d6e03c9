-- SPDX-License-Identifier: GPL-3.0-or-later
-- What this computer wrote from ?1 to ?2, for people.
SELECT seq, trainee, verb FROM event
 WHERE device = (SELECT id FROM device WHERE me = 1) AND seq BETWEEN ?1 AND ?2 AND trainee IS NOT NULL
 ORDER BY seq
