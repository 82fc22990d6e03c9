-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO hand (session, trainee, round, up, rev, by_device)
SELECT hih_uuid_blob(json_extract(body, '$.session')), trainee, json_extract(body, '$.round'), json_extract(body, '$.up'),
       json_extract(body, '$.rev'), device.uuid
  FROM event JOIN device ON device.id = event.device WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO UPDATE SET round = excluded.round, up = excluded.up, rev = excluded.rev,
       by_device = excluded.by_device
 WHERE (excluded.rev, excluded.by_device) > (rev, by_device);
