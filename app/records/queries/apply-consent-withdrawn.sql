-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO consent (trainee, given, text_id, guardian, at, rev, by_device)
SELECT event.trainee, 0, json_extract(body, '$.text'), json_extract(body, '$.by') = 'guardian', hih_plausible(at),
       json_extract(body, '$.rev'), device.uuid
  FROM event JOIN device ON device.id = event.device WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO UPDATE SET given = excluded.given, text_id = excluded.text_id, guardian = excluded.guardian,
       at = excluded.at, rev = excluded.rev, by_device = excluded.by_device
 WHERE (excluded.rev, excluded.by_device) > (rev, by_device);
