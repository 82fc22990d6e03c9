-- SPDX-License-Identifier: GPL-3.0-or-later
-- Said again when the people are put right afterwards: it ended when that was said first.
INSERT INTO class_end (session, persons, minutes, at, rev, by_device, seq)
SELECT hih_uuid_blob(json_extract(body, '$.session')), json_extract(body, '$.persons'), json_extract(body, '$.minutes'),
       hih_plausible(at), json_extract(body, '$.rev'), device.uuid, seq
  FROM event JOIN device ON device.id = event.device WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO UPDATE SET at = min(coalesce(at, excluded.at), coalesce(excluded.at, at));
UPDATE class_end SET (persons, minutes, rev, by_device, seq) =
       (SELECT json_extract(body, '$.persons'), json_extract(body, '$.minutes'), json_extract(body, '$.rev'),
               device.uuid, seq
          FROM event JOIN device ON device.id = event.device WHERE device = ?1 AND seq = ?2)
 WHERE session = (SELECT hih_uuid_blob(json_extract(body, '$.session')) FROM event WHERE device = ?1 AND seq = ?2)
   AND (rev, by_device) < (SELECT json_extract(body, '$.rev'), device.uuid
          FROM event JOIN device ON device.id = event.device WHERE device = ?1 AND seq = ?2);
