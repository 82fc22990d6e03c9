-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO family_call_plan (call, trainee, day, part, rev, by_device, seq)
SELECT hih_uuid_blob(json_extract(body, '$.call')), trainee, json_extract(body, '$.day'), json_extract(body, '$.part'),
       json_extract(body, '$.rev'), device.uuid, seq
  FROM event JOIN device ON device.id = event.device WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO UPDATE SET trainee = excluded.trainee, day = excluded.day, part = excluded.part, rev = excluded.rev,
       by_device = excluded.by_device, seq = excluded.seq
 WHERE (excluded.rev, excluded.by_device) > (rev, by_device);
