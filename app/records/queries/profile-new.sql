-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO profile (trainee, name, picture, rev, by_device)
VALUES (?1, ?2, ?3, ?4, (SELECT uuid FROM device WHERE me = 1))
