-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO attendance (session, trainee, here, late, at, rev, by_device, seq)
SELECT hih_uuid_blob(json_extract(body, '$.session')), trainee, json_extract(body, '$.here'), json_extract(body, '$.late'),
       hih_plausible(at), json_extract(body, '$.rev'), device.uuid, seq
  FROM event JOIN device ON device.id = event.device WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO UPDATE SET here = excluded.here, late = excluded.late, at = excluded.at, rev = excluded.rev,
       by_device = excluded.by_device, seq = excluded.seq
 WHERE (excluded.rev, excluded.by_device) > (rev, by_device);
