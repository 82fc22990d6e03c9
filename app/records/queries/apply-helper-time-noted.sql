-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO helper_time (entry, helper, session, helpers, minutes, at, rev, by_device, seq)
SELECT hih_uuid_blob(json_extract(body, '$.entry')), json_extract(body, '$.helper'),
       hih_uuid_blob(json_extract(body, '$.session')), json_extract(body, '$.helpers'), json_extract(body, '$.minutes'),
       hih_plausible(coalesce(json_extract(body, '$.at'), at)), json_extract(body, '$.rev'), device.uuid, seq
  FROM event JOIN device ON device.id = event.device WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO UPDATE SET session = excluded.session, helpers = excluded.helpers, minutes = excluded.minutes,
       at = excluded.at, rev = excluded.rev, by_device = excluded.by_device, seq = excluded.seq
 WHERE (excluded.rev, excluded.by_device) > (rev, by_device);
