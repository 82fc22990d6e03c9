-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO real_phone (trainee, lesson, tick, at, rev, by_device, seq)
SELECT event.trainee, json_extract(body, '$.lesson'), json_extract(body, '$.tick'), hih_plausible(at),
       json_extract(body, '$.rev'), device.uuid, seq
  FROM event JOIN device ON device.id = event.device WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO UPDATE SET tick = excluded.tick, at = excluded.at, rev = excluded.rev,
       by_device = excluded.by_device, seq = excluded.seq
 WHERE (excluded.rev, excluded.by_device) > (rev, by_device);
INSERT INTO tick (trainee, lesson, by_device, seq, tick, session, at, rev)
SELECT event.trainee, json_extract(body, '$.lesson'), device.uuid, seq, json_extract(body, '$.tick'),
       hih_uuid_blob(json_extract(body, '$.session')), hih_plausible(at), json_extract(body, '$.rev')
  FROM event JOIN device ON device.id = event.device WHERE device = ?1 AND seq = ?2;
