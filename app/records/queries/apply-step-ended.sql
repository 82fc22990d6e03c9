-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO step_result (run, device, seq, trainee, step, step_index, trap, level, errors, near_misses, helps,
                         help_asked, duration_ms, at, trap_kind, recovered, slipped, hits)
SELECT hih_uuid_blob(json_extract(body, '$.run')), device, seq, trainee, json_extract(body, '$.step'),
       json_extract(body, '$.index'), json_extract(body, '$.trap'), json_extract(body, '$.level'),
       json_extract(body, '$.errors'), json_extract(body, '$.near'), json_extract(body, '$.helps'),
       json_extract(body, '$.asked'), json_extract(body, '$.ms'), hih_plausible(at),
       json_extract(body, '$.kind'), coalesce(json_extract(body, '$.recovered'), 0),
       coalesce(json_extract(body, '$.slip'), 0), coalesce(json_extract(body, '$.hits'), '[]')
  FROM event WHERE device = ?1 AND seq = ?2;
