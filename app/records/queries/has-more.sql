-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether there is anything about ?1 but what this computer wrote from ?2 to ?3.
SELECT 1 FROM event
 WHERE trainee = ?1 AND NOT (device = (SELECT id FROM device WHERE me = 1) AND seq BETWEEN ?2 AND ?3)
 LIMIT 1
