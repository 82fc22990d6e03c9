-- SPDX-License-Identifier: GPL-3.0-or-later
-- Calls of a period: held or tried from ?1 to before ?2, or else planned for a day from ?3 to ?4.
SELECT coalesce(plan.call, held.call) AS call, coalesce(held.trainee, plan.trainee) AS trainee, plan.day, plan.part,
       plan.by_device, plan.seq, held.outcome, held.helper, held.at, held.by_device, held.seq
  FROM family_call_plan AS plan FULL OUTER JOIN family_call AS held ON held.call = plan.call
 -- What was only planned for somebody who was erased is not to be done any more.
 WHERE (held.call IS NOT NULL OR plan.trainee NOT IN (SELECT trainee FROM trainee WHERE added = 2))
   AND CASE WHEN held.at IS NOT NULL THEN held.at >= ?1 AND held.at < ?2 ELSE plan.day BETWEEN ?3 AND ?4 END
   AND (?5 IS NULL OR coalesce(held.trainee, plan.trainee) = ?5)
 ORDER BY plan.day, CASE plan.part WHEN 'morning' THEN 0 WHEN 'afternoon' THEN 1 ELSE 2 END, held.at, 1
