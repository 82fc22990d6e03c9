-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO hands (session, round, others, rev, by_device)
SELECT hih_uuid_blob(json_extract(body, '$.session')), json_extract(body, '$.round'), json_extract(body, '$.others'),
       json_extract(body, '$.rev'), device.uuid
  FROM event JOIN device ON device.id = event.device WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO UPDATE SET round = excluded.round, others = excluded.others, rev = excluded.rev,
       by_device = excluded.by_device
 WHERE (excluded.rev, excluded.by_device) > (rev, by_device);
