-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who is, or was and was taken back, in a class. The tick is of the lesson of the class, whenever it was made.
SELECT a.trainee, a.here, a.late, a.at, coalesce(hand.up AND hand.round = coalesce(hands.round, 0), 0),
       real_phone.tick, real_phone.at, real_phone.by_device, real_phone.seq
  FROM attendance AS a JOIN class_session AS c USING (session)
  LEFT JOIN hand ON hand.session = a.session AND hand.trainee = a.trainee
  LEFT JOIN hands ON hands.session = a.session
  LEFT JOIN real_phone ON real_phone.trainee = a.trainee AND real_phone.lesson = c.lesson
 WHERE a.session = ?1 ORDER BY a.at, a.trainee
