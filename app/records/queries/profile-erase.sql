-- SPDX-License-Identifier: GPL-3.0-or-later
-- Emptied, not deleted: the higher rev keeps an older profile from coming back from another computer.
INSERT INTO profile (trainee, name, picture, guardian, family, rev, by_device)
VALUES (?1, '', '', '', '', ?2, (SELECT uuid FROM device WHERE me = 1))
    ON CONFLICT DO UPDATE SET name = '', picture = '', guardian = '', family = '', rev = excluded.rev,
                            by_device = excluded.by_device
