-- SPDX-License-Identifier: GPL-3.0-or-later
INSERT INTO film (trainee, lesson, to_end, times, watched_ms, last_at)
SELECT trainee, json_extract(body, '$.lesson'), json_extract(body, '$.to_end'), 1, json_extract(body, '$.ms'),
       hih_plausible(at)
  FROM event WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO UPDATE SET to_end = max(to_end, excluded.to_end), times = times + 1,
       watched_ms = watched_ms + excluded.watched_ms,
       last_at = max(coalesce(last_at, excluded.last_at), coalesce(excluded.last_at, last_at));

-- Events of before the steps were counted have none.
INSERT INTO film_steps (trainee, lesson, content, steps)
SELECT trainee, json_extract(body, '$.lesson'), json_extract(body, '$.content'), json_extract(body, '$.steps')
  FROM event WHERE device = ?1 AND seq = ?2 AND json_extract(body, '$.steps') > 0
    ON CONFLICT DO UPDATE SET steps = max(steps, excluded.steps);

INSERT INTO trainee (trainee, added, last_seen_at)
SELECT trainee, 0, hih_plausible(at) FROM event WHERE device = ?1 AND seq = ?2
    ON CONFLICT DO UPDATE SET
       last_seen_at = max(coalesce(last_seen_at, excluded.last_seen_at), coalesce(excluded.last_seen_at, last_seen_at));
