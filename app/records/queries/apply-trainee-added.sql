-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is erased stays so, whichever event comes first.
INSERT INTO trainee (trainee, added, added_at)
SELECT trainee, 1, hih_plausible(at) FROM event WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO UPDATE SET added = max(added, 1),
       added_at = min(coalesce(added_at, excluded.added_at), coalesce(excluded.added_at, added_at));
