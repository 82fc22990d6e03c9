-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is, or was and was taken back, in a class; the latest tick made in it; and, of who has none, the latest made elsewhere.
SELECT a.trainee, a.here, a.late, a.at, coalesce(hand.up AND hand.round = coalesce(hands.round, 0), 0),
       t.tick, t.at, t.by_device, t.seq, CASE WHEN t.seq IS NULL THEN r.tick END, CASE WHEN t.seq IS NULL THEN r.at END
  FROM attendance AS a JOIN class_session AS c USING (session)
  LEFT JOIN hand ON hand.session = a.session AND hand.trainee = a.trainee
  LEFT JOIN hands ON hands.session = a.session
  LEFT JOIN tick AS t ON t.session = a.session AND t.trainee = a.trainee AND t.lesson = c.lesson
        AND NOT EXISTS (SELECT 1 FROM tick AS later
                         WHERE later.session = t.session AND later.trainee = t.trainee AND later.lesson = t.lesson
                           AND (later.rev, later.by_device, later.seq) > (t.rev, t.by_device, t.seq))
  LEFT JOIN real_phone AS r ON r.trainee = a.trainee AND r.lesson = c.lesson
 WHERE a.session = ?1 ORDER BY a.at, a.trainee
