-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO kept_longer (trainee, at)
SELECT trainee, hih_plausible(at) FROM event WHERE device = ?1 AND seq = ?2 AND hih_plausible(at) IS NOT NULL
    ON CONFLICT DO UPDATE SET at = max(at, excluded.at);
