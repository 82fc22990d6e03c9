-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO run_end (run, trainee, outcome, able_alone, errors, max_level, duration_ms, at, device, seq)
SELECT hih_uuid_blob(json_extract(body, '$.run')), trainee, json_extract(body, '$.outcome'),
       json_extract(body, '$.able'), json_extract(body, '$.errors'), json_extract(body, '$.level'),
       json_extract(body, '$.ms'), hih_plausible(at), device, seq
  FROM event WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO NOTHING;

INSERT INTO trainee (trainee, added, last_seen_at)
SELECT trainee, 0, hih_plausible(at) FROM event WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO UPDATE SET
       last_seen_at = max(coalesce(last_seen_at, excluded.last_seen_at), coalesce(excluded.last_seen_at, last_seen_at));
