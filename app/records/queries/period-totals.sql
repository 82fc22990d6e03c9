-- SPDX-License-Identifier: GPL-3.0-or-later
-- Everything a ledger counts, from ?1 to before ?2, as name and number. What has no believable date is in none.
WITH held AS (
  SELECT c.session, e.session IS NOT NULL AS ended, coalesce(e.minutes, 0) AS minutes,
         max(coalesce(e.persons, 0), (SELECT count(*) FROM attendance AS a WHERE a.session = c.session AND a.here)) AS persons
    FROM class_session AS c LEFT JOIN class_end AS e ON e.session = c.session
   WHERE c.at >= ?1 AND c.at < ?2),
help AS (SELECT t.session, t.helpers * t.minutes AS minutes FROM helper_time AS t
           LEFT JOIN class_session AS c ON c.session = t.session
          WHERE coalesce(c.at, t.at) >= ?1 AND coalesce(c.at, t.at) < ?2)
SELECT 'sessions', count(*) FROM held
UNION ALL SELECT 'open', count(*) FROM held WHERE NOT ended
UNION ALL SELECT 'minutes', coalesce(sum(minutes), 0) FROM held
UNION ALL SELECT 'person-times', coalesce(sum(persons), 0) FROM held
UNION ALL SELECT 'persons', count(DISTINCT trainee) FROM attendance JOIN held USING (session) WHERE here
UNION ALL SELECT 'helper-minutes', coalesce(sum(minutes), 0) FROM help
UNION ALL SELECT 'undated', count(*) FROM class_session WHERE at IS NULL
UNION ALL SELECT 'call-' || outcome, count(*) FROM family_call WHERE at >= ?1 AND at < ?2 GROUP BY outcome
UNION ALL SELECT 'called-' || helper, count(*) FROM family_call
           WHERE at >= ?1 AND at < ?2 AND outcome = 'held' GROUP BY helper
UNION ALL SELECT 'call-persons', count(DISTINCT trainee) FROM family_call WHERE at >= ?1 AND at < ?2 AND outcome = 'held'
UNION ALL SELECT 'service-' || kind, count(*) FROM offline_service WHERE at >= ?1 AND at < ?2 GROUP BY kind
UNION ALL SELECT 'call-planned', count(*) FROM family_call_plan AS plan
           WHERE day BETWEEN ?3 AND ?4 AND NOT EXISTS (SELECT 1 FROM family_call AS held WHERE held.call = plan.call)
             AND plan.trainee NOT IN (SELECT trainee FROM trainee WHERE added = 2)
