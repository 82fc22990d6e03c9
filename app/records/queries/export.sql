-- SPDX-License-Identifier: GPL-3.0-or-later
-- Everything that is kept about ?1, as one JSON text. ?2: now. What pages read comes first; "events" is the whole of it as
-- it was written down. A time that is not to be believed is null.
SELECT json_object(
  'format', 'hand-in-hand person 1',
  'exported_at', strftime('%Y-%m-%dT%H:%M:%SZ', ?2 / 1000, 'unixepoch'),
  'id', hih_uuid_text(?1),
  'name', (SELECT name FROM profile WHERE trainee = ?1),
  'picture', (SELECT picture FROM profile WHERE trainee = ?1),
  'added_at', (SELECT strftime('%Y-%m-%dT%H:%M:%SZ', added_at / 1000, 'unixepoch') FROM trainee WHERE trainee = ?1),
  'last_seen_at', (SELECT strftime('%Y-%m-%dT%H:%M:%SZ', last_seen_at / 1000, 'unixepoch') FROM trainee WHERE trainee = ?1),
  'spoken_for_by', (SELECT nullif(guardian, '') FROM profile WHERE trainee = ?1),
  'family', json((WITH RECURSIVE line(name, rest) AS (
      SELECT '', family || char(10) FROM profile WHERE trainee = ?1 AND family <> ''
      UNION ALL SELECT substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1)
                  FROM line WHERE rest <> '')
    SELECT json_group_array(name) FROM line WHERE name <> '')),
  'kept_longer_at', (SELECT strftime('%Y-%m-%dT%H:%M:%SZ', at / 1000, 'unixepoch') FROM kept_longer WHERE trainee = ?1),
  'groups', json((SELECT json_group_array(group_name)
                    FROM (SELECT group_name FROM group_member WHERE trainee = ?1 AND member ORDER BY group_name))),
  'prefs', json((SELECT json_group_object(key, value) FROM (SELECT key, value FROM pref WHERE trainee = ?1 ORDER BY key))),
  'consents', json((SELECT json_group_array(json_object(
      'at', strftime('%Y-%m-%dT%H:%M:%SZ', hih_plausible(at) / 1000, 'unixepoch'), 'what', verb,
      'text', json_extract(body, '$.text'), 'by', json_extract(body, '$.by')))
    FROM (SELECT at, verb, body FROM event WHERE trainee = ?1 AND verb IN ('consent-given', 'consent-withdrawn')
           ORDER BY device, seq))),
  'lessons', json((SELECT json_group_array(json_object(
      'lesson', lesson, 'runs', runs, 'able_alone', json(CASE WHEN able_alone THEN 'true' ELSE 'false' END),
      'able_at', strftime('%Y-%m-%dT%H:%M:%SZ', able_at / 1000, 'unixepoch'),
      'last_at', strftime('%Y-%m-%dT%H:%M:%SZ', last_at / 1000, 'unixepoch')))
    FROM (SELECT * FROM lesson_progress WHERE trainee = ?1 ORDER BY lesson))),
  'stuck', json((SELECT json_group_array(json_object(
      'lesson', lesson, 'step', step, 'times', times, 'tapped_instead', taken_for))
    FROM (SELECT * FROM stuck WHERE trainee = ?1 ORDER BY lesson))),
  'rechecks', json((SELECT json_group_array(json_object(
      'lesson', lesson, 'days', days, 'due_at', strftime('%Y-%m-%dT%H:%M:%SZ', due_at / 1000, 'unixepoch'),
      'done', json(CASE WHEN done THEN 'true' ELSE 'false' END)))
    FROM (SELECT * FROM recheck_due WHERE trainee = ?1 ORDER BY lesson, days))),
  'real_phone', json((SELECT json_group_array(json_object(
      'lesson', lesson, 'tick', tick, 'at', strftime('%Y-%m-%dT%H:%M:%SZ', at / 1000, 'unixepoch')))
    FROM (SELECT * FROM real_phone WHERE trainee = ?1 ORDER BY lesson))),
  'films', json((SELECT json_group_array(json_object(
      'lesson', lesson, 'times', times, 'seconds', watched_ms / 1000,
      'to_end', json(CASE WHEN to_end THEN 'true' ELSE 'false' END),
      'last_at', strftime('%Y-%m-%dT%H:%M:%SZ', last_at / 1000, 'unixepoch')))
    FROM (SELECT * FROM film WHERE trainee = ?1 ORDER BY lesson))),
  'runs', json((SELECT json_group_array(json_object(
      'run', hih_uuid_text(run), 'lesson', lesson, 'stage', stage, 'layout', layout, 'round', round,
      'at', strftime('%Y-%m-%dT%H:%M:%SZ', at / 1000, 'unixepoch'), 'outcome', outcome, 'errors', errors,
      'help_level', max_level, 'seconds', duration_ms / 1000,
      'steps', json((SELECT json_group_array(json_object(
          'step', step, 'trap', trap_kind, 'level', level, 'errors', errors, 'near_misses', near_misses, 'helps', helps,
          'help_asked', help_asked, 'seconds', round(duration_ms / 1000.0, 1), 'tapped_instead', json(hits)))
        FROM (SELECT * FROM step_result AS s WHERE s.run = the_run.run ORDER BY s.device, s.seq)))))
    FROM (SELECT run.*, e.outcome, e.errors, e.max_level, e.duration_ms FROM run LEFT JOIN run_end AS e USING (run)
           WHERE run.trainee = ?1 ORDER BY run.device, run.seq) AS the_run)),
  'classes', json((SELECT json_group_array(json_object(
      'lesson', lesson, 'group', group_name, 'began_at', strftime('%Y-%m-%dT%H:%M:%SZ', began / 1000, 'unixepoch'),
      'here', json(CASE WHEN here THEN 'true' ELSE 'false' END), 'late', json(CASE WHEN late THEN 'true' ELSE 'false' END)))
    FROM (SELECT a.here, a.late, c.lesson, c.group_name, c.at AS began FROM attendance AS a LEFT JOIN class_session AS c
           USING (session) WHERE a.trainee = ?1 ORDER BY c.at, a.session))),
  'family_calls', json((SELECT json_group_array(json_object(
      'planned_for', day, 'part', part, 'outcome', outcome, 'helped_by', helper,
      'at', strftime('%Y-%m-%dT%H:%M:%SZ', held_at / 1000, 'unixepoch')))
    FROM (SELECT plan.day, plan.part, held.outcome, held.helper, held.at AS held_at
            FROM family_call_plan AS plan FULL OUTER JOIN family_call AS held ON held.call = plan.call
           WHERE coalesce(held.trainee, plan.trainee) = ?1 ORDER BY plan.day, held.at))),
  'offline_services', json((SELECT json_group_array(json_object(
      'kind', kind, 'helped_by', helper, 'at', strftime('%Y-%m-%dT%H:%M:%SZ', at / 1000, 'unixepoch')))
    FROM (SELECT * FROM offline_service WHERE trainee = ?1 ORDER BY device, seq))),
  'events', json((SELECT json_group_array(json_object(
      'at', strftime('%Y-%m-%dT%H:%M:%SZ', hih_plausible(at) / 1000, 'unixepoch'), 'verb', verb, 'body', json(body)))
    FROM (SELECT * FROM event WHERE trainee = ?1 ORDER BY device, seq))))
 WHERE EXISTS (SELECT 1 FROM trainee WHERE trainee = ?1)
