-- SPDX-License-Identifier: GPL-3.0-or-later
-- Whether ?1 is erased, and what they are called. No row: nobody was ever here under that id.
SELECT coalesce((SELECT added = 2 FROM trainee WHERE trainee = ?1), 0), coalesce((SELECT name FROM profile WHERE trainee = ?1), '')
 WHERE EXISTS (SELECT 1 FROM trainee WHERE trainee = ?1) OR EXISTS (SELECT 1 FROM profile WHERE trainee = ?1)
