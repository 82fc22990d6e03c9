-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO family_call (call, trainee, outcome, helper, at, rev, by_device, seq)
SELECT hih_uuid_blob(json_extract(body, '$.call')), trainee, json_extract(body, '$.outcome'),
       json_extract(body, '$.helper'), hih_plausible(coalesce(json_extract(body, '$.at'), at)), json_extract(body, '$.rev'), device.uuid, seq
  FROM event JOIN device ON device.id = event.device WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO UPDATE SET trainee = excluded.trainee, outcome = excluded.outcome, helper = excluded.helper,
       at = excluded.at, rev = excluded.rev, by_device = excluded.by_device, seq = excluded.seq
 WHERE (excluded.rev, excluded.by_device) > (rev, by_device);
