-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO run (run, trainee, lesson, content, stage, layout, round, seed, at, device, seq)
SELECT hih_uuid_blob(json_extract(body, '$.run')), trainee, json_extract(body, '$.lesson'),
       json_extract(body, '$.content'), json_extract(body, '$.stage'), json_extract(body, '$.layout'),
       json_extract(body, '$.round'), json_extract(body, '$.seed'), hih_plausible(at), device, seq
  FROM event WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO NOTHING;

INSERT INTO trainee (trainee, added, last_seen_at)
SELECT trainee, 0, hih_plausible(at) FROM event WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO UPDATE SET
       last_seen_at = max(coalesce(last_seen_at, excluded.last_seen_at), coalesce(excluded.last_seen_at, last_seen_at));
