-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO profile (trainee, name, picture, guardian, rev, by_device)
VALUES (?1, ?2, ?3, coalesce(?5, ''), ?4, (SELECT uuid FROM device WHERE me = 1))
