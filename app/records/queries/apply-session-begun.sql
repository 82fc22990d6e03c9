-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO class_session (session, lesson, group_name, place, led_by, at, device, seq)
SELECT hih_uuid_blob(json_extract(body, '$.session')), json_extract(body, '$.lesson'), json_extract(body, '$.group'),
       json_extract(body, '$.place'), json_extract(body, '$.by'), hih_plausible(at), device, seq
  FROM event WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO NOTHING;
