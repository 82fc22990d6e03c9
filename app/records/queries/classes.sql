-- SPDX-License-Identifier: GPL-3.0-or-later
-- Classes that began from ?1 to before ?2; of one whose date is not to be believed only when ?1 is NULL. ?3: only those
-- that go on. ?4: only that one. When the people were counted at the end, one who was erased since still counts.
SELECT c.session, c.lesson, c.group_name, c.place, c.led_by, c.at, e.session IS NOT NULL, e.at, e.minutes,
       max(coalesce(e.persons, 0),
           (SELECT count(*) FROM attendance AS a WHERE a.session = c.session AND a.here)) AS persons,
       (SELECT count(*) FROM attendance AS a WHERE a.session = c.session AND a.here AND a.late),
       coalesce(h.round, 0), coalesce(h.others, 0),
       (SELECT count(*) FROM hand JOIN attendance AS a USING (session, trainee)
         WHERE hand.session = c.session AND hand.round = coalesce(h.round, 0) AND hand.up AND a.here),
       (SELECT coalesce(sum(helpers), 0) FROM helper_time AS t WHERE t.session = c.session),
       (SELECT coalesce(sum(helpers * minutes), 0) FROM helper_time AS t WHERE t.session = c.session),
       device.uuid, c.seq, e.by_device, e.seq
  FROM class_session AS c JOIN device ON device.id = c.device
  LEFT JOIN class_end AS e ON e.session = c.session
  LEFT JOIN hands AS h ON h.session = c.session
 WHERE (?1 IS NULL OR c.at >= ?1) AND (?2 IS NULL OR c.at IS NULL OR c.at < ?2)
   AND (NOT ?3 OR e.session IS NULL) AND (?4 IS NULL OR c.session = ?4)
 ORDER BY c.at DESC NULLS LAST, c.session DESC
