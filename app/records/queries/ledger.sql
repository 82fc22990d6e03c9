-- SPDX-License-Identifier: GPL-3.0-or-later
-- The ledger from ?1 to before ?2 as (what, group, of everybody, number). ?3: ms by which local time is before UTC.
-- Everything is brought down to one row a person first, so that no large table is read twice.
WITH member AS MATERIALIZED (
  -- Who was erased since still counts in their group: a month that was reported must not change.
  SELECT trainee, group_name, added FROM group_member JOIN trainee USING (trainee) WHERE member AND added > 0),
held AS MATERIALIZED (
  SELECT c.session, c.group_name,
         max(coalesce(e.persons, 0), (SELECT count(*) FROM attendance AS a WHERE a.session = c.session AND a.here)) AS persons
    FROM class_session AS c LEFT JOIN class_end AS e ON e.session = c.session
   WHERE c.at >= ?1 AND c.at < ?2),
practised AS MATERIALIZED (
  SELECT trainee, count(*) AS days
    FROM (SELECT DISTINCT trainee, (at + ?3) / 86400000 AS day FROM run WHERE at >= ?1 AND at < ?2)
   GROUP BY trainee),
fact (what, trainee, n) AS MATERIALIZED (
  SELECT 'persons', trainee, 1
    FROM (SELECT trainee FROM practised UNION SELECT trainee FROM attendance JOIN held USING (session) WHERE here)
  UNION ALL SELECT 'practice-days', trainee, days FROM practised
  UNION ALL SELECT 'able', trainee, 1
              FROM (SELECT DISTINCT trainee FROM run_end WHERE able_alone AND at >= ?1 AND at < ?2)
  UNION ALL SELECT 'real-phone', trainee, 1
              FROM (SELECT DISTINCT trainee FROM tick AS t
                     WHERE tick = 'alone' AND at >= ?1 AND at < ?2
                       AND NOT EXISTS (SELECT 1 FROM tick AS later
                                        WHERE later.trainee = t.trainee AND later.lesson = t.lesson
                                          AND later.at >= ?1 AND later.at < ?2
                                          AND (later.rev, later.by_device, later.seq) > (t.rev, t.by_device, t.seq)))
  UNION ALL SELECT 'calls', trainee, count(*) FROM family_call
             WHERE outcome = 'held' AND at >= ?1 AND at < ?2 GROUP BY trainee
  UNION ALL SELECT 'services', trainee, count(*) FROM offline_service WHERE at >= ?1 AND at < ?2 GROUP BY trainee),
help (group_name, n) AS MATERIALIZED (
  SELECT coalesce(c.group_name, ''), t.helpers * t.minutes
    FROM helper_time AS t LEFT JOIN class_session AS c USING (session)
   WHERE coalesce(c.at, t.at) >= ?1 AND coalesce(c.at, t.at) < ?2)
SELECT what, coalesce(group_name, ''), 0, sum(n) FROM fact LEFT JOIN member USING (trainee) GROUP BY what, group_name
UNION ALL SELECT what, '', 1, sum(n) FROM fact GROUP BY what
UNION ALL SELECT 'sessions', group_name, 0, count(*) FROM held GROUP BY group_name
UNION ALL SELECT 'sessions', '', 1, count(*) FROM held
UNION ALL SELECT 'person-times', group_name, 0, sum(persons) FROM held GROUP BY group_name
UNION ALL SELECT 'person-times', '', 1, coalesce(sum(persons), 0) FROM held
UNION ALL SELECT 'helper-minutes', group_name, 0, sum(n) FROM help GROUP BY group_name
UNION ALL SELECT 'helper-minutes', '', 1, coalesce(sum(n), 0) FROM help
-- Every group has its line, also one where nothing happened.
UNION ALL SELECT 'sessions', group_name, 0, 0 FROM (SELECT DISTINCT group_name FROM member WHERE added = 1)
