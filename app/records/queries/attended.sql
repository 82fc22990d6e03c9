-- SPDX-License-Identifier: GPL-3.0-or-later
-- Who was in the classes that began from ?1 to before ?2 (NULL: open).
SELECT a.session, a.trainee, a.late FROM class_session AS c JOIN attendance AS a USING (session)
 WHERE a.here AND (?1 IS NULL OR c.at >= ?1) AND (?2 IS NULL OR c.at IS NULL OR c.at < ?2)
 ORDER BY a.session, a.at, a.trainee
