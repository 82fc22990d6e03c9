-- SPDX-License-Identifier: GPL-3.0-or-later
-- A body that is no JSON becomes NULL and is refused.
INSERT INTO event (device, seq, id, at, trainee, verb, body)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, CASE WHEN json_valid(?7) THEN ?7 END)
