-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO profile (trainee, name, picture, guardian, family, rev, by_device)
VALUES (?1, ?3, ?4, coalesce(?5, ''), coalesce(?6, ''), ?2, (SELECT uuid FROM device WHERE me = 1))
